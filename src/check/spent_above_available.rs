//! B01: more was spent of the award than was available.

use super::ActionName;
use crate::analysis::{Analysis, BudgetRow};
use crate::finding::{Code, Fault, Finding, Rule, Severity, Spot, Words};
use crate::model::{Euro, YearNr};
use crate::wording::{Both, dutch, english};

/// More was spent of the award than was available.
#[derive(Debug)]
pub struct SpentAboveAvailable {
    /// The project year.
    pub year: YearNr,
    /// The action; none for the whole year.
    pub action: Option<ActionName>,
    /// What was spent.
    pub spent: Euro,
    /// The award, and what was carried in and transferred.
    pub available: Euro,
    /// Whether no year of the scheme comes after it.
    pub is_last: bool,
}

pub(super) static RULE: Rule = Rule {
    code: Code::B01,
    severity: Severity::Warning,
    name: Both {
        nl: "meer besteed dan beschikbaar",
        en: "more spent than available",
    },
    why: Both {
        nl: "Wie meer op de subsidie boekt dan er is, heeft het verschil zelf betaald, of neemt het van het \
             volgende jaar. Dat verdwijnt niet op het einde van een projectjaar: de keten neemt het mee. Mag \
             geld vrij tussen acties verschuiven, dan geldt dit alleen voor het hele jaar.",
        en: "Whoever books more on the award than there is has paid the difference, or takes it from the next \
             year. That does not vanish at the end of a project year: the chain takes it along. Where money \
             may shift freely between actions, this holds for the whole year only.",
    },
    example: "[[year]]\nnr = 1\naward_total = 25_000\n\ndatum;betaler;bedrag\n12/10/2022;subsidie;26.000,00",
    repair: Both {
        nl: "Boek wat erboven komt op wie het betaalt, zoals eigen, of leg een overdracht vast met [[carry_over]].",
        en: "Book what is above it on whoever pays it, such as own, or record what was carried in with \
             [[carry_over]].",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let is_free = analysis.account.scheme.shift_between_actions;
    let rows = analysis.budget.iter();
    rows.filter(|row| row.action.is_none() || !is_free)
        .filter_map(|row| in_row(analysis, row))
        .collect()
}

fn in_row(analysis: &Analysis<'_>, row: &BudgetRow<'_>) -> Option<Finding> {
    let (spent, available) = (row.spent.clone().ok()?, row.available.clone().ok()?);
    if spent <= available || row.set_aside > 0 {
        return None;
    }
    let years = &analysis.account.scheme.years;
    let fault = SpentAboveAvailable {
        year: row.year,
        action: row.action.map(ActionName::of),
        spent,
        available,
        is_last: years.last().is_some_and(|last| last.nr == row.year),
    };
    Some(Finding::new(fault, award_at(analysis, row)?))
}

/// Where the award of a row stands, else the header of its year.
pub(super) fn award_at(analysis: &Analysis<'_>, row: &BudgetRow<'_>) -> Option<Spot> {
    let Some(action) = row.action else {
        let year = analysis.account.dossier.year(row.year)?;
        let at = year.award_total.map_or(year.span, |total| total.span);
        return Some(at.into());
    };
    let in_year = action.year(row.year)?;
    Some(
        in_year
            .award
            .map_or(in_year.span, |award| award.span)
            .into(),
    )
}

impl Fault for SpentAboveAvailable {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let (spent, available) = (dutch::euro(self.spent), dutch::euro(self.available));
        let above = dutch::euro(self.spent - self.available);
        let action = self.action.as_ref().map(ActionName::dutch);
        let whose = action.map_or(String::new(), |action| format!("{action}, "));
        let then = match self.is_last {
            true => "er komt geen projectjaar meer dat het kan dragen",
            false => "dat gaat mee naar het volgende jaar",
        };
        Words::new(format!(
            "meer besteed dan beschikbaar: {whose}{spent} tegenover {available} in projectjaar {}",
            self.year
        ))
        .label(format!("beschikbaar: {available}"))
        .consequence(format!("{above} te veel; {then}"))
        .help("boek wat erboven komt op wie het betaalt, of leg vast wat er overgedragen is")
    }

    fn english(&self) -> Words {
        let (spent, available) = (english::euro(self.spent), english::euro(self.available));
        let above = english::euro(self.spent - self.available);
        let action = self.action.as_ref().map(ActionName::english);
        let whose = action.map_or(String::new(), |action| format!("{action}, "));
        let then = match self.is_last {
            true => "no project year is left to bear it",
            false => "that goes along into the next year",
        };
        Words::new(format!(
            "more spent than available: {whose}{spent} against {available} in project year {}",
            self.year
        ))
        .label(format!("available: {available}"))
        .consequence(format!("{above} too much; {then}"))
        .help("book what is above it on whoever pays it, or record what was carried in")
    }
}

//! B04: the planned cost lines on the award are more than the award.

use super::ActionName;
use crate::analysis::{Analysis, YearAward};
use crate::finding::{Code, Fault, Finding, Rule, Severity, Words};
use crate::model::{ActionNr, BudgetLine, Dossier, Euro, Payer, YearNr};
use crate::wording::{Both, dutch, english};

/// The planned cost lines on the award are more than the award.
#[derive(Debug)]
pub struct BudgetAboveAward {
    /// The project year.
    pub year: YearNr,
    /// The action; none for the whole year.
    pub action: Option<ActionName>,
    /// The lines together.
    pub planned: Euro,
    /// The award, and what was carried in from another year.
    pub available: Euro,
}

pub(super) static RULE: Rule = Rule {
    code: Code::B04,
    severity: Severity::Warning,
    name: Both {
        nl: "kostenlijnen boven de toekenning",
        en: "budget lines above the award",
    },
    why: Both {
        nl: "Wat op de subsidie gepland staat, kan niet meer zijn dan de subsidie en wat uit een vorig jaar \
             overgedragen is. Wat erboven komt, moet iemand anders betalen. Mag geld niet tussen acties \
             verschuiven, dan geldt dat ook per actie.",
        en: "What is planned on the subsidy cannot be more than the subsidy and what was carried in from an \
             earlier year. Somebody else has to pay for the rest. Where money may not shift between actions, \
             this holds for each action as well.",
    },
    example: "[[year]]\nnr = 1\naward_total = 25_000\n[[budget]]\nyear = 1\npayer = \"award\"\namount = 26_000",
    repair: Both {
        nl: "Verlaag een lijn, of geef wat erboven komt een andere betaler.",
        en: "Lower a line, or give what is above it another payer.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let dossier = &analysis.account.dossier;
    let mut findings: Vec<Finding> = analysis
        .year_awards
        .iter()
        .filter_map(|award| whole_year(dossier, award))
        .collect();
    if !analysis.account.scheme.shift_between_actions {
        let years = dossier.years.iter();
        findings.extend(years.flat_map(|year| per_action(dossier, year.nr)));
    }
    findings
}

fn whole_year(dossier: &Dossier, award: &YearAward<'_>) -> Option<Finding> {
    let year = award.year.nr;
    let planned = planned(dossier, year, |_| true);
    let available = award.award.clone().ok()? + carried_in(dossier, year, None)?;
    let fault = BudgetAboveAward {
        year,
        action: None,
        planned,
        available,
    };
    let at = award.total().map_or(award.year.span, |total| total.span);
    (planned > available).then(|| Finding::new(fault, at))
}

fn per_action(dossier: &Dossier, year: YearNr) -> Vec<Finding> {
    let actions = dossier.actions_in(year);
    actions
        .filter_map(|(action, in_year)| {
            let award = in_year.award?;
            let planned = planned(dossier, year, |line| line.actions == [action.nr]);
            let available = award.value + carried_in(dossier, year, Some(action.nr))?;
            let fault = BudgetAboveAward {
                year,
                action: Some(ActionName::of(action)),
                planned,
                available,
            };
            (planned > available).then(|| Finding::new(fault, award.span))
        })
        .collect()
}

fn planned(dossier: &Dossier, year: YearNr, chosen: impl Fn(&BudgetLine) -> bool) -> Euro {
    let on_award = |line: &&BudgetLine| line.payer.map(|payer| payer.value) == Some(Payer::Award);
    let lines = dossier.budget.iter().filter(|line| line.year == year);
    lines
        .filter(on_award)
        .filter(|line| chosen(line))
        .map(|line| line.amount.value)
        .sum()
}

/// What the dossier carries into a year; none where an amount is unknown, or where it
/// is not said which action it is for.
fn carried_in(dossier: &Dossier, year: YearNr, action: Option<ActionNr>) -> Option<Euro> {
    let into = dossier.carry_overs.iter().filter(|carry| carry.to == year);
    into.filter(|carry| action.is_none() || carry.action.is_none() || carry.action == action)
        .map(|carry| {
            let is_ours = action.is_none() || carry.action.is_some();
            carry.amount.filter(|_| is_ours)
        })
        .sum()
}

impl Fault for BudgetAboveAward {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let (planned, available) = (dutch::euro(self.planned), dutch::euro(self.available));
        let above = dutch::euro(self.planned - self.available);
        let action = self.action.as_ref().map(ActionName::dutch);
        let whose = action.map_or(String::new(), |action| format!("{action}, "));
        Words::new(format!(
            "kostenlijnen boven de toekenning: {whose}{planned} tegenover {available} in projectjaar {}",
            self.year
        ))
        .label(format!("gepland op de subsidie: {planned}"))
        .consequence(format!("{above} is door niemand gedekt"))
        .help("verlaag een lijn, of geef wat erboven komt een andere betaler")
    }

    fn english(&self) -> Words {
        let (planned, available) = (english::euro(self.planned), english::euro(self.available));
        let above = english::euro(self.planned - self.available);
        let action = self.action.as_ref().map(ActionName::english);
        let whose = action.map_or(String::new(), |action| format!("{action}, "));
        Words::new(format!(
            "budget lines above the award: {whose}{planned} against {available} in project year {}",
            self.year
        ))
        .label(format!("planned on the subsidy: {planned}"))
        .consequence(format!("{above} is covered by nobody"))
        .help("lower a line, or give what is above it another payer")
    }
}

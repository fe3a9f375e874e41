//! B07: more came in for a project year than its award.

use crate::analysis::{Analysis, OneOrAll, YearAward, counted_receipts};
use crate::finding::{Code, Fault, Finding, Rule, Severity, Words};
use crate::model::{Account, Euro, Receipt, YearNr};
use crate::wording::{Both, dutch, english};

/// More came in for a project year than its award.
#[derive(Debug)]
pub struct ReceivedAboveAward {
    /// The project year.
    pub year: YearNr,
    /// What came in for it up to the as-of date.
    pub received: Euro,
    /// Its award.
    pub award: Euro,
}

pub(super) static RULE: Rule = Rule {
    code: Code::B07,
    severity: Severity::Warning,
    name: Both {
        nl: "ontvangsten boven de toekenning",
        en: "receipts above the award",
    },
    why: Both {
        nl: "Voor een projectjaar kan niet meer binnenkomen dan wat ervoor toegekend is: voorschot en saldo \
             zijn samen de subsidie. Is het toch meer, dan staat een bedrag of een projectjaar verkeerd, of \
             is er te veel betaald.",
        en: "No more can come in for a project year than was awarded for it: advance and balance together \
             are the subsidy. Where it is more, an amount or a project year is wrong, or too much was paid.",
    },
    example: "[[year]]\nnr = 1\naward_total = 25_000\n[[receipt]]\ndate = 2022-12-01\nyear = 1\namount = 26_000\nwhat = \"advance\"",
    repair: Both {
        nl: "Verbeter het bedrag of het projectjaar van de ontvangst; is er te veel betaald, meld het aan wie betaalt.",
        en: "Correct the amount or the project year of the receipt; if too much was paid, tell whoever pays.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let years = analysis.year_awards.iter();
    years.filter_map(|award| in_year(analysis, award)).collect()
}

fn in_year(analysis: &Analysis<'_>, award: &YearAward<'_>) -> Option<Finding> {
    let year = award.year.nr;
    let of_year = |key| key == (OneOrAll::One(year), OneOrAll::All);
    let row = analysis
        .calendar
        .iter()
        .find(|row| of_year((row.project_year, row.accounting_year)))?;
    let received = row.received.clone()?.ok()?;
    let fault = ReceivedAboveAward {
        year,
        received,
        award: award.award.clone().ok()?,
    };
    if fault.received <= fault.award {
        return None;
    }
    let at = crossing(analysis.account, &fault)?.amount.span;
    let stated = award.total().map_or(award.year.span, |total| total.span);
    Some(Finding::new(fault, at).and(stated))
}

/// The receipt, in order of their dates, with which the award was passed.
fn crossing<'a>(account: &'a Account, fault: &ReceivedAboveAward) -> Option<&'a Receipt> {
    let of_year = counted_receipts(account).filter(|receipt| receipt.year == fault.year);
    let mut of_year: Vec<&Receipt> = of_year.collect();
    of_year.sort_by_key(|receipt| receipt.date);
    let mut received = Euro::ZERO;
    of_year.into_iter().find(|receipt| {
        received += receipt.amount.value;
        received > fault.award
    })
}

impl Fault for ReceivedAboveAward {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let (received, award) = (dutch::euro(self.received), dutch::euro(self.award));
        let above = dutch::euro(self.received - self.award);
        Words::new(format!(
            "ontvangsten boven de toekenning: {received} tegenover {award} in projectjaar {}",
            self.year
        ))
        .label(format!("{above} te veel ontvangen"))
        .help("kijk na of bedrag en projectjaar van de ontvangsten kloppen; is er te veel betaald, meld het")
        .related(format!("toegekend: {award}"))
    }

    fn english(&self) -> Words {
        let (received, award) = (english::euro(self.received), english::euro(self.award));
        let above = english::euro(self.received - self.award);
        Words::new(format!(
            "receipts above the award: {received} against {award} in project year {}",
            self.year
        ))
        .label(format!("{above} received too much"))
        .help("see whether amount and project year of the receipts are right; if too much was paid, say so")
        .related(format!("awarded: {award}"))
    }
}

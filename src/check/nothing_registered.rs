//! K09: an action without a single row, in a year that the log does speak of.

use super::ActionName;
use crate::analysis::{ActionAttainment, Analysis, has_begun};
use crate::finding::{About, Code, Fault, Finding, Rule, Severity, Words};
use crate::model::{Account, KpiKind, YearNr};
use crate::wording::Both;

/// An action without a single row.
#[derive(Debug)]
pub struct NothingRegistered {
    /// The action.
    pub action: ActionName,
    /// The project year.
    pub year: YearNr,
}

pub(super) static RULE: Rule = Rule {
    code: Code::K09,
    severity: Severity::Notice,
    name: Both {
        nl: "een actie zonder registratie",
        en: "an action without any registration",
    },
    why: Both {
        nl: "Zodra een logboek rijen heeft in een projectjaar, heeft een actie zonder rijen daar 0 bereikt. \
             Dat kan kloppen; het kan ook zijn dat een aanbieder zijn cijfers nog niet doorgaf.",
        en: "Once a log has rows in a project year, an action without rows has reached 0 in it. That may be \
             so; it may also be that a provider has not handed in the figures yet.",
    },
    example: "[[action]]\nnr = 13\n[[action.year]]\nnr = 1\ntarget = 180",
    repair: Both {
        nl: "Vraag de aanbieders of er niets te melden is, en vul anders de rijen aan.",
        en: "Ask the providers whether there is nothing to report, and add the rows otherwise.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let rows = analysis.attainment.iter();
    rows.filter(|row| row.kind != KpiKind::Headcount && row.reached == Ok(0))
        .filter(|row| row.set_aside == 0 && has_begun(analysis.account, row.year) == Ok(true))
        .filter(|row| has_no_row(analysis.account, row))
        .map(|row| {
            let fault = NothingRegistered {
                action: ActionName::of(row.action),
                year: row.year,
            };
            Finding::new(fault, row.in_year.target_span())
        })
        .collect()
}

fn has_no_row(account: &Account, row: &ActionAttainment<'_>) -> bool {
    account.scheme.period(row.year).is_some_and(|period| {
        let (start, end) = (period.start, period.end);
        let mut days = account.tallies.days(row.action.nr, start, end);
        days.next().is_none()
    })
}

impl Fault for NothingRegistered {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn about(&self) -> Vec<About> {
        vec![About::Action(self.year, self.action.nr)]
    }

    fn dutch(&self) -> Words {
        Words::new(format!(
            "niets geregistreerd: {}, projectjaar {}",
            self.action.dutch(),
            self.year
        ))
        .label("geen enkele rij in het logboek")
        .consequence("wat bereikt is, staat op 0")
        .help("vul de rijen aan, of laat het zo als er echt niets bereikt is")
    }

    fn english(&self) -> Words {
        Words::new(format!(
            "nothing registered: {}, project year {}",
            self.action.english(),
            self.year
        ))
        .label("not a single row in the log")
        .consequence("what was reached stands at 0")
        .help("add the rows, or leave it if nothing was reached indeed")
    }
}

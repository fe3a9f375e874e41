//! B05: the planned own share of a year is stated as one amount and as lines, and
//! the two differ.

use crate::analysis::{Analysis, CountsAsOwn, OwnPlanned, counts_as_own};
use crate::finding::{Code, Fault, Finding, Rule, Severity, Words};
use crate::model::{Account, DossierYear, Euro, YearNr};
use crate::wording::{Both, dutch, english};

/// The planned own share is stated twice.
#[derive(Debug)]
pub struct OwnPlannedTwice {
    /// The project year.
    pub year: YearNr,
    /// As one amount.
    pub stated: Euro,
    /// As the sum of the own lines.
    pub lines: Euro,
}

pub(super) static RULE: Rule = Rule {
    code: Code::B05,
    severity: Severity::Warning,
    name: Both {
        nl: "een gepland eigen aandeel dat twee keer opgegeven is",
        en: "a planned own share that is stated twice",
    },
    why: Both {
        nl: "Het geplande eigen aandeel staat als één bedrag onder het jaar en als lijnen in de begroting. \
             Verschillen die, dan weet niemand welk van beide bedoeld is.",
        en: "The planned own share stands as one amount under the year and as lines of the budget. Where \
             these differ, nobody knows which one is meant.",
    },
    example: "[[year]]\nnr = 1\nown_planned = 25_000\n[[budget]]\nyear = 1\ncategory = \"operating\"\npayer = \"own\"\namount = 20_000",
    repair: Both {
        nl: "Laat own_planned weg als de lijnen volledig zijn, of vul de lijnen aan.",
        en: "Leave out own_planned if the lines are complete, or add the lines that are missing.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let years = analysis.account.dossier.years.iter();
    years
        .filter_map(|year| in_year(analysis.account, year))
        .collect()
}

fn in_year(account: &Account, year: &DossierYear) -> Option<Finding> {
    let planned = OwnPlanned::of(account, year.nr);
    let (stated, lines) = (year.own_planned?, planned.lines?.ok()?);
    if stated.value == lines {
        return None;
    }
    let fault = OwnPlannedTwice {
        year: year.nr,
        stated: stated.value,
        lines,
    };
    let mut own =
        account.dossier.budget.iter().filter(|line| {
            line.year == year.nr && counts_as_own(account, line) == CountsAsOwn::Yes
        });
    Some(Finding::new(fault, stated.span).and(own.next()?.amount.span))
}

impl Fault for OwnPlannedTwice {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        Words::new(format!(
            "gepland eigen aandeel staat er twee keer: {} en in lijnen {}, projectjaar {}",
            dutch::euro(self.stated),
            dutch::euro(self.lines),
            self.year,
        ))
        .label(format!("de lijnen geven samen {}", dutch::euro(self.lines)))
        .related("de eerste lijn met eigen aandeel")
        .consequence("het bedrag onder het jaar telt, de lijnen niet")
        .help("laat own_planned weg, of maak de lijnen volledig")
    }

    fn english(&self) -> Words {
        Words::new(format!(
            "planned own share is stated twice: {} and in lines {}, project year {}",
            english::euro(self.stated),
            english::euro(self.lines),
            self.year,
        ))
        .label(format!("the lines add to {}", english::euro(self.lines)))
        .related("the first line of own share")
        .consequence("the amount under the year counts, the lines do not")
        .help("leave out own_planned, or complete the lines")
    }
}

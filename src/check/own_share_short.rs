//! C01: the own share is below what is required, and the tested period is over.

use crate::analysis::{Analysis, Cofinancing, CofinancingPeriod, CofinancingVerdict};
use crate::finding::{Code, Fault, Finding, Rule, Severity, Spot, Words};
use crate::model::{Euro, YearNr};
use crate::wording::{Both, dutch, english};

/// The own share is below what is required.
#[derive(Debug)]
pub struct OwnShareShort {
    /// The project year; none for all of them together.
    pub year: Option<YearNr>,
    /// What is required.
    pub required: Euro,
    /// What was registered.
    pub booked: Euro,
    /// What is missing.
    pub missing: Euro,
}

pub(super) static RULE: Rule = Rule {
    code: Code::C01,
    severity: Severity::Error,
    name: Both {
        nl: "te weinig eigen aandeel",
        en: "too little own share",
    },
    why: Both {
        nl: "De regeling vraagt een eigen aandeel tegenover de subsidie en kijkt dat na op het einde van de \
             periode. Eén cent te weinig is te weinig. Wat niet aangetoond is, kan worden teruggevraagd.",
        en: "The scheme asks an own share against the award and tests it at the end of the period. One cent \
             short is short. What has not been shown can be reclaimed.",
    },
    example: "as_of = 2025-09-30\n[[year]]\nnr = 1\naward_total = 36_000\n\ndatum;categorie;betaler;bedrag\n12/10/2022;personeel;eigen;35.999,99",
    repair: Both {
        nl: "Kijk na of alle eigen kosten geboekt zijn, en bij de meldingen C02, C03 en C04 wat er niet meetelt \
             en waarom.",
        en: "Check whether all own costs were booked, and with findings C02, C03 and C04 what does not count \
             and why.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let rows = analysis.cofinancing.iter();
    rows.filter(|row| row.is_tested && row.set_aside == 0)
        .filter(|row| row.verdict == CofinancingVerdict::Short)
        .filter_map(|row| in_row(analysis, row))
        .collect()
}

fn in_row(analysis: &Analysis<'_>, row: &Cofinancing) -> Option<Finding> {
    let years = &analysis.account.dossier.years;
    let (year, at): (_, Spot) = match row.period {
        CofinancingPeriod::Year(nr) => {
            let year = analysis.account.dossier.year(nr)?;
            (Some(nr), year.span.into())
        }
        CofinancingPeriod::All => (None, years.last()?.span.into()),
    };
    let fault = OwnShareShort {
        year,
        required: row.own_required.clone().ok()?,
        booked: row.own_booked.clone().ok()?,
        missing: row.own_missing.clone().ok()?,
    };
    Some(Finding::new(fault, at))
}

impl Fault for OwnShareShort {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let over = self.year.map_or_else(
            || "de projectjaren samen".to_owned(),
            |year| format!("projectjaar {year}"),
        );
        Words::new(format!(
            "te weinig eigen aandeel: er ontbreekt {} over {over}",
            dutch::euro(self.missing)
        ))
        .label(format!("vereist: {}", dutch::euro(self.required)))
        .consequence(format!(
            "geregistreerd: {}; de getoetste periode is voorbij",
            dutch::euro(self.booked)
        ))
        .help("kijk na of alle eigen kosten geboekt zijn, en wat er niet meetelt (C02, C03, C04)")
    }

    fn english(&self) -> Words {
        let over = self.year.map_or_else(
            || "the project years together".to_owned(),
            |year| format!("project year {year}"),
        );
        Words::new(format!(
            "too little own share: {} is missing over {over}",
            english::euro(self.missing)
        ))
        .label(format!("required: {}", english::euro(self.required)))
        .consequence(format!(
            "registered: {}; the tested period is over",
            english::euro(self.booked)
        ))
        .help("check whether all own costs were booked, and what does not count (C02, C03, C04)")
    }
}

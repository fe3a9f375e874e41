//! C05: a year with an award is over, and no own share was registered at all.

use crate::analysis::{Analysis, YearAward, is_over};
use crate::finding::{Code, Fault, Finding, Rule, Severity, Words};
use crate::model::{Euro, YearNr};
use crate::wording::{Both, dutch, english};

/// No own share was registered, though a year with an award is over.
#[derive(Debug)]
pub struct NoOwnShareRegistered {
    /// The years with an award that are over.
    pub years: Vec<YearNr>,
    /// The own share required for these years, where known.
    pub required: Option<Euro>,
}

pub(super) static RULE: Rule = Rule {
    code: Code::C05,
    severity: Severity::Notice,
    name: Both {
        nl: "een voorbij jaar zonder geregistreerd eigen aandeel",
        en: "a year that is over without any own share registered",
    },
    why: Both {
        nl: "Tegenover de subsidie moet een eigen aandeel staan. Zonder boekingen kan niemand zeggen of het er \
             is, en het is makkelijker bij te houden dan achteraf te reconstrueren.",
        en: "An own share has to stand against the subsidy. Without bookings nobody can say whether it does, \
             and it is easier to keep up than to reconstruct afterwards.",
    },
    example: "as_of = 2023-09-30\n[[year]]\nnr = 1\naward_total = 326_600",
    repair: Both {
        nl: "Voeg een boekingenbestand toe: [[bookings]] met file = \"bookings.csv\".",
        en: "Add a bookings file: [[bookings]] with file = \"bookings.csv\".",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    in_dossier(analysis).into_iter().collect()
}

fn in_dossier(analysis: &Analysis<'_>) -> Option<Finding> {
    let account = analysis.account;
    if !account.dossier.bookings.is_empty() {
        return None;
    }
    let is_due = |row: &&YearAward<'_>| is_over(account, row.year.nr) == Ok(true);
    let due: Vec<_> = analysis
        .year_awards
        .iter()
        .filter(|row| row.award.is_ok())
        .filter(is_due)
        .map(|row| row.year)
        .collect();
    let years: Vec<YearNr> = due.iter().map(|year| year.nr).collect();
    let required = required(analysis, &years);
    // A scheme may ask no own share; then there is nothing to register.
    if required == Some(Euro::ZERO) {
        return None;
    }
    let fault = NoOwnShareRegistered { years, required };
    Some(Finding::new(fault, due.first()?.span))
}

fn required(analysis: &Analysis<'_>, years: &[YearNr]) -> Option<Euro> {
    let rows = years.iter().map(|year| analysis.cofinancing_of(*year));
    rows.map(|row| row?.own_required.clone().ok()).sum()
}

impl Fault for NoOwnShareRegistered {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let over = match self.years.as_slice() {
            [year] => format!("projectjaar {year} is voorbij"),
            years => format!("projectjaren {} zijn voorbij", dutch::years(years)),
        };
        Words::new(format!("geen eigen aandeel geregistreerd, {over}"))
            .label(self.required.map_or_else(
                || "vereist: onbekend".to_owned(),
                |required| format!("vereist: {}", dutch::euro(required)),
            ))
            .help("houd de boekingen bij; deze versie leest ze nog niet, dus blijft het eigen aandeel onbekend")
    }

    fn english(&self) -> Words {
        let over = match self.years.as_slice() {
            [year] => format!("project year {year} is over"),
            years => format!("project years {} are over", english::years(years)),
        };
        Words::new(format!("no own share registered, {over}"))
            .label(self.required.map_or_else(
                || "required: unknown".to_owned(),
                |required| format!("required: {}", english::euro(required)),
            ))
            .help("keep the bookings; this version does not read them yet, so the own share stays unknown")
    }
}

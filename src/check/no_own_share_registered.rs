//! C05: a year with an award is over, and no own share was registered at all.

use crate::analysis::{Analysis, Cofinancing, CofinancingVerdict, YearAward, is_over};
use crate::finding::{Code, Fault, Finding, Rule, Severity, Words};
use crate::model::{Euro, Unknown, YearNr};
use crate::wording::{Both, dutch, english};

/// No own share was registered, though a year with an award is over.
#[derive(Debug)]
pub struct NoOwnShareRegistered {
    /// The years with an award that are over.
    pub years: Vec<YearNr>,
    /// The own share required for these years, where known.
    pub required: Option<Euro>,
    /// What is missing.
    pub missing: MissingBookings,
}

/// What the dossier lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MissingBookings {
    /// A bookings file.
    File,
    /// A booking in it that counts as own share.
    Own,
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
    if is_registered(analysis) {
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
    let missing = match account.dossier.bookings.as_slice() {
        [] => MissingBookings::File,
        _ => MissingBookings::Own,
    };
    let fault = NoOwnShareRegistered {
        years,
        required,
        missing,
    };
    Some(Finding::new(fault, due.first()?.span))
}

/// Whether any own share was registered, may still be once rows are put right, or is
/// told as short already.
fn is_registered(analysis: &Analysis<'_>) -> bool {
    if analysis.account.dossier.unreadable.bookings {
        return true;
    }
    if analysis.account.dossier.bookings.is_empty() {
        return false;
    }
    let is_short = |row: &Cofinancing| row.is_tested && row.verdict == CofinancingVerdict::Short;
    let is_nothing = |row: &Cofinancing| match &row.own_booked {
        Ok(own) => *own == Euro::ZERO,
        Err(why) => *why == Unknown::NoBookingCounted,
    };
    // What was left out is told by C02 and C04.
    let is_left_out = |row: &Cofinancing| {
        let left_out = row.booked.clone().map(|it| it.to_look_at + it.category);
        left_out.is_ok_and(|left_out| left_out != Euro::ZERO)
    };
    let rows = &analysis.cofinancing;
    rows.iter()
        .any(|row| is_short(row) || row.set_aside > 0 || is_left_out(row))
        || !rows.iter().all(is_nothing)
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
            .help(match self.missing {
                MissingBookings::File => {
                    "voeg een boekingenbestand toe met [[bookings]], met wat de gemeente zelf betaald heeft"
                }
                MissingBookings::Own => {
                    "zet in het boekingenbestand ook wat de gemeente zelf betaald heeft, met betaler eigen"
                }
            })
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
            .help(match self.missing {
                MissingBookings::File => {
                    "add a bookings file with [[bookings]], with what the municipality itself has paid"
                }
                MissingBookings::Own => {
                    "put in the bookings file what the municipality itself has paid as well, with payer own"
                }
            })
    }
}

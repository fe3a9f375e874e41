//! I22: rows of a log that are dated after the as-of date.

use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::model::Date;
use crate::wording::{Both, dutch, english};

/// Rows of one file that are dated after the as-of date.
#[derive(Debug)]
pub struct RowsAfterAsOf {
    /// Their number.
    pub rows: u64,
    /// The as-of date.
    pub as_of: Date,
}

pub(super) static RULE: Rule = Rule {
    code: Code::I22,
    severity: Severity::Notice,
    name: Both {
        nl: "rijen na de datum van het rapport",
        en: "rows after the date of the report",
    },
    why: Both {
        nl: "Een rapport toont de stand op één dag. Wat daarna geregistreerd is, hoort er niet in; zo blijft \
             een rapport van vorig jaar gelijk, ook als het logboek verder groeit.",
        en: "A report shows how things stood on one day. What was registered later does not belong in it; so \
             last year's report stays the same, even when the log grows on.",
    },
    example: "# dossier.toml\nas_of = 2022-12-31\n\n# progress.csv\ndatum;actie;aantal\n10/01/2023;5;19",
    repair: Both {
        nl: "Niets, als dit de bedoeling is. Moeten de rijen meetellen, kies dan een latere `as_of`.",
        en: "Nothing, if this is intended. If the rows should count, choose a later `as_of`.",
    },
};

impl Fault for RowsAfterAsOf {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let rows = dutch::plural(self.rows, "rij valt", "rijen vallen");
        let consequence = if self.rows == 1 {
            "ze telt niet mee"
        } else {
            "ze tellen niet mee"
        };
        Words::new(format!("{rows} na {}", dutch::date(self.as_of)))
            .label("de eerste daarvan")
            .consequence(consequence)
            .help("kies een latere `as_of` of --as-of als ze moeten meetellen")
    }

    fn english(&self) -> Words {
        let rows = english::plural(self.rows, "row is", "rows are");
        let consequence = if self.rows == 1 {
            "it does not count"
        } else {
            "they do not count"
        };
        Words::new(format!("{rows} after {}", english::date(self.as_of)))
            .label("the first of them")
            .consequence(consequence)
            .help("choose a later `as_of` or --as-of if they should count")
    }
}

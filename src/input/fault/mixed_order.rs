//! I06: dates whose day and month can be exchanged, in a file where another date
//! exists only with the month first.

use super::two_readings::RULE;
use super::{SET_ASIDE, both};
use crate::finding::{Fault, Rule, Words};
use crate::model::Date;
use crate::wording::{Both, dutch, english};

/// Dates that may have the month first, in a file where one can only be read so.
#[derive(Debug)]
pub struct MixedOrder {
    /// How many.
    pub rows: u64,
    /// The first of them, read with the day first.
    pub day_first: Date,
    /// The same, read with the month first.
    pub month_first: Date,
}

/// What becomes of several rows.
const ALL_SET_ASIDE: Both = both(
    "die rijen zijn opzij gezet en tellen niet mee",
    "those rows are set aside and do not count",
);

impl MixedOrder {
    fn consequence(&self) -> Both {
        if self.rows == 1 {
            SET_ASIDE
        } else {
            ALL_SET_ASIDE
        }
    }
}

impl Fault for MixedOrder {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let dates = dutch::plural(self.rows, "datum kan", "datums kunnen");
        let (one, other) = (self.day_first, self.month_first);
        Words::new(format!("{dates} de dag of de maand vooraan hebben"))
            .label(format!("{one} of {other}"))
            .related("deze datum bestaat alleen met de maand vooraan")
            .consequence(self.consequence().nl)
            .help(
                "verbeter de datum die alleen met de maand vooraan bestaat; staat de maand vaker \
                 vooraan, schrijf dan alle datums zoals 2023-09-30",
            )
    }

    fn english(&self) -> Words {
        let dates = english::plural(self.rows, "date can", "dates can");
        let (one, other) = (self.day_first, self.month_first);
        Words::new(format!("{dates} have the day or the month first"))
            .label(format!("{one} or {other}"))
            .related("this date exists only with the month first")
            .consequence(self.consequence().en)
            .help(
                "correct the date that exists only with the month first; if the month stands \
                 first more often, write all dates as 2023-09-30",
            )
    }
}

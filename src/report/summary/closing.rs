//! The sentences that close the opening: rows set aside, and points to decide.

use crate::wording::{Say, capital, dutch, english};

/// Rows that were set aside: at least one.
#[derive(Debug)]
pub(super) struct SetAside {
    pub(super) rows: u64,
}

impl Say for SetAside {
    fn dutch(&self) -> String {
        let (rows, are) = if self.rows == 1 {
            ("Eén rij is".to_owned(), "ze rechtgezet is")
        } else {
            (
                format!("{} rijen zijn", capital(&dutch::number_word(self.rows))),
                "ze rechtgezet zijn",
            )
        };
        format!("{rows} opzij gezet: tot {are}, kunnen totalen nog veranderen.")
    }
    fn english(&self) -> String {
        let (rows, are) = if self.rows == 1 {
            ("One row was".to_owned(), "it is put right")
        } else {
            (
                format!("{} rows were", capital(&english::number_word(self.rows))),
                "they are put right",
            )
        };
        format!("{rows} set aside: until {are}, totals may change.")
    }
}

/// Points that ask for a decision, if there are any.
#[derive(Debug)]
pub(super) struct Points {
    pub(super) points: u64,
}

impl Say for Points {
    fn dutch(&self) -> String {
        match self.points {
            0 => "Niets vraagt een beslissing.".to_owned(),
            1 => "Eén punt vraagt een beslissing.".to_owned(),
            more => format!(
                "{} punten vragen een beslissing.",
                capital(&dutch::number_word(more))
            ),
        }
    }
    fn english(&self) -> String {
        match self.points {
            0 => "Nothing asks for a decision.".to_owned(),
            1 => "One point asks for a decision.".to_owned(),
            more => format!(
                "{} points ask for a decision.",
                capital(&english::number_word(more))
            ),
        }
    }
}

//! What is said under the table of targets.

use super::at_interim::at_interim;
use super::has_figures;
use crate::analysis::{ActionAttainment, Analysis};
use crate::model::{ActionNr, YearNr};
use crate::wording::{Both, Say, Sentence, dutch, english};

/// The notes on the rows of these years.
pub(super) fn notes(
    analysis: &Analysis<'_>,
    rows: &[&ActionAttainment<'_>],
    years: &[YearNr],
) -> Vec<Sentence> {
    let mut notes: Vec<Sentence> = Vec::new();
    for row in rows
        .iter()
        .filter(|row| row.set_aside > 0 && years.contains(&row.year))
    {
        notes.push(Box::new(WithoutSetAside {
            year: row.year,
            action: row.action.nr,
            rows: row.set_aside,
        }));
    }
    if rows.iter().filter(|row| has_figures(row)).count() > 1 {
        notes.push(Box::new(NO_TOTAL));
    }
    for year in years {
        let of_year: Vec<_> = rows
            .iter()
            .filter(|row| row.year == *year)
            .copied()
            .collect();
        notes.extend(at_interim(analysis, &of_year).map(|note| Box::new(note) as Sentence));
    }
    notes
}

const NO_TOTAL: Both = Both {
    nl: "Geen totaal: de eenheden verschillen.",
    en: "No total: the units differ.",
};

/// A figure that rows set aside could change.
#[derive(Debug)]
struct WithoutSetAside {
    year: YearNr,
    action: ActionNr,
    rows: u64,
}

impl Say for WithoutSetAside {
    fn dutch(&self) -> String {
        let rows = dutch::plural(
            self.rows,
            "opzij gezette rij die erbij kan horen",
            "opzij gezette rijen die erbij kunnen horen",
        );
        format!("Actie {}, jaar {}: zonder {rows}.", self.action, self.year)
    }
    fn english(&self) -> String {
        let rows = english::plural(
            self.rows,
            "row set aside that may belong to it",
            "rows set aside that may belong to it",
        );
        format!(
            "Action {}, year {}: without {rows}.",
            self.action, self.year
        )
    }
}

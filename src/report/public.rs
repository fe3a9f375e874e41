//! What is said of an account that is made public: that figures are hidden, how many,
//! and why.

use super::words::whole;
use crate::analysis::Analysis;
use crate::document::{Block, Cell, Column, ColumnKind, Document, Table};
use crate::model::Unknown;
use crate::wording::{Say, dutch, english, terms};

/// What an account that is made public does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hidden {
    /// Counts of persons below this are not told.
    pub below: i64,
    /// How many figures of its tables are not told.
    pub figures: u64,
}

impl Hidden {
    /// What a document does not tell; nothing where it is not made public.
    #[must_use]
    pub fn of(document: &Document) -> Option<Self> {
        let table = document.table(terms::PUBLIC.key)?;
        match table.rows.first()?.as_slice() {
            [Cell::Count(below), Cell::Count(figures)] => Some(Self {
                below: *below,
                figures: figures.unsigned_abs(),
            }),
            _ => None,
        }
    }
}

/// The same document. Where the account is made public it says so under its heading and
/// in a table of its own.
pub(super) fn said(analysis: &Analysis<'_>, mut document: Document) -> Document {
    let Some(below) = analysis.account.hidden_below else {
        return document;
    };
    let figures = document.tables.iter().map(hidden_figures).sum();
    let hidden = Hidden { below, figures };
    document.tables.push(table(hidden));
    let after_masthead = document.page.len().min(1);
    let said = Block::Paragraph(vec![Box::new(hidden)]);
    document.page.insert(after_masthead, said);
    document
}

fn hidden_figures(table: &Table) -> u64 {
    let cells = table.rows.iter().flatten();
    let hidden = cells.filter(|cell| **cell == Cell::Unknown(Unknown::Hidden));
    hidden.map(|_| 1).sum()
}

fn table(hidden: Hidden) -> Table {
    let count = |term| Column::new(term, ColumnKind::Count);
    let columns = vec![count(terms::HIDDEN_BELOW), count(terms::HIDDEN_FIGURES)];
    let mut table = Table::new(terms::PUBLIC, columns);
    table.rows = vec![vec![Cell::Count(hidden.below), whole(hidden.figures)]];
    table
}

impl Say for Hidden {
    fn dutch(&self) -> String {
        let below = dutch::signed_count(self.below);
        match self.figures {
            0 => format!(
                "Openbare versie: geen enkel cijfer is verborgen, want geen enkel aantal personen is kleiner dan {below}."
            ),
            figures => {
                let (figures, are) = match figures {
                    1 => ("1 cijfer".to_owned(), "is"),
                    more => (format!("{} cijfers", dutch::count(more)), "zijn"),
                };
                format!(
                    "Openbare versie: {figures} {are} verborgen. Aantallen personen onder {below} worden niet getoond, en evenmin de cijfers waaruit ze te berekenen zijn; nul wordt wel getoond. Wat verborgen is, staat er als onbekend, met die reden."
                )
            }
        }
    }

    fn english(&self) -> String {
        let below = english::signed_count(self.below);
        match self.figures {
            0 => format!(
                "Public version: no figure is hidden, for no count of persons is below {below}."
            ),
            figures => {
                let (figures, are) = match figures {
                    1 => ("1 figure".to_owned(), "is"),
                    more => (format!("{} figures", english::count(more)), "are"),
                };
                format!(
                    "Public version: {figures} {are} hidden. Counts of persons below {below} are not shown, nor the figures from which they could be worked out; zero is shown. What is hidden stands there as unknown, with that reason."
                )
            }
        }
    }
}

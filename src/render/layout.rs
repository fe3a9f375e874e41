//! A view as people read it, for every format that has pages: which columns stand,
//! what repeats, which sums, and the reasons for what is unknown. How wide it is and
//! with which ink it is drawn is for a format to say.

mod footnotes;
mod grid;
mod ledger;
mod lines;
mod spread;

pub(super) use footnotes::{Footnotes, across, joined_codes, listed};
pub(super) use grid::{Bar, Entry, Grid, Head, Stretch};

use crate::document::{Layout, Table, View};
use crate::model::Language;
use crate::wording::{Both, capital};
use lines::Lines;

/// What a page has room for.
pub(super) trait Paper {
    /// The language of words.
    fn language(&self) -> Language;
    /// Whether the bars of tables are drawn on it.
    fn draws_bars(&self) -> bool;
    /// Whether a grid fits without losing more than its optional columns.
    fn fits(&self, grid: &Grid) -> bool;
    /// Whether there is room for the optional columns too.
    fn holds_all(&self, grid: &Grid) -> bool;
}

/// A part of a view that is shown by itself.
#[derive(Debug)]
pub(super) enum Piece {
    /// The name of what comes below.
    Heading(String),
    /// A grid.
    Grid(Grid),
    /// A gap between two parts of one grid.
    Gap,
    /// What is said right under the grid.
    Under(Vec<String>),
    /// What is said under all of the view.
    Sentences(Vec<String>),
}

/// What is said of a view that shows nothing.
pub(super) const NO_ROWS: Both = Both {
    nl: "Geen rijen.",
    en: "No rows.",
};

/// What is said under a view where no marks are drawn: what they would stand for, the
/// notes, and that there is nothing where there is nothing else to say.
pub(super) fn said_under(view: &View, language: Language) -> Vec<String> {
    let legend = view.legend.iter();
    let mut said: Vec<String> = legend.map(|(_, it)| capital(&it.say(language))).collect();
    if view.rows.is_empty() && view.notes.is_empty() {
        said.push(NO_ROWS.get(language).to_owned());
    }
    said.extend(view.notes.iter().map(|note| note.say(language)));
    said
}

/// The parts of a view, and the reasons for what is unknown in them.
pub(super) fn pieces<'a>(
    table: &'a Table,
    view: &'a View,
    paper: &'a dyn Paper,
) -> (Vec<Piece>, Footnotes) {
    let mut notes = Footnotes::new(paper.language());
    let pieces = match view.layout {
        Layout::Lines { group } => {
            let (grid, sentences) = of_lines(table, view, group, paper).grid(&mut notes, paper);
            vec![Piece::Grid(grid), Piece::Sentences(sentences)]
        }
        Layout::Stacked { by, group } => {
            spread::stacked(table, view, (by, group), &mut notes, paper)
        }
        Layout::Ledger { across } => ledger::pieces(table, view, across, &mut notes, paper),
        Layout::Spread { across, figures } => {
            spread::pieces(table, view, (across, figures), &mut notes, paper)
        }
    };
    (pieces, notes)
}

fn of_lines<'a>(
    table: &'a Table,
    view: &'a View,
    group: Option<&'static str>,
    paper: &dyn Paper,
) -> Lines<'a> {
    let totals = view.totals.iter().map(|total| {
        let cells = total.cells.iter().map(|(key, cell)| (*key, cell));
        (total.label.say(paper.language()), cells.collect())
    });
    Lines {
        table,
        rows: view.rows.clone(),
        shown: view.columns.clone(),
        group,
        codes: &view.codes,
        totals: totals.collect(),
    }
}

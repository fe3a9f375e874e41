//! A view of a table: its heading, its layout, and what is said under it.

use super::grid::Grid;
use super::ink::bold;
use super::lines::Lines;
use super::opening::heading;
use super::words::Footnotes;
use super::wrap::wrap;
use super::{ledger, spread};
use crate::document::{Document, Layout, Table, View};
use crate::render::Settings;
use crate::wording::Both;

const NO_ROWS: Both = Both {
    nl: "Geen rijen.",
    en: "No rows.",
};

/// A part of a view that is drawn by itself.
pub(super) enum Piece {
    Heading(String),
    Grid(Grid),
    /// An empty line.
    Gap,
    /// What is said right under the grid.
    Under(Vec<String>),
    /// What is said under all of the view.
    Sentences(Vec<String>),
}

/// The lines of a view.
pub(super) fn view(document: &Document, view: &View, settings: &Settings) -> Vec<String> {
    let mut lines = heading(&view.heading.say(settings.language), settings);
    let mut notes = Footnotes::new(settings);
    let mut below = Vec::new();
    if let Some(table) = document.table(view.table).filter(|_| !view.rows.is_empty()) {
        for piece in pieces(table, view, &mut notes, settings) {
            match piece {
                Piece::Heading(name) => {
                    if lines.len() > 1 {
                        lines.push(String::new());
                    }
                    lines.push(bold(&name, settings));
                }
                Piece::Gap => lines.push(String::new()),
                Piece::Under(sentences) => {
                    lines.extend(sentences.iter().flat_map(|it| wrap(it, settings.width)));
                }
                Piece::Grid(grid) => lines.extend(grid.lines(settings)),
                Piece::Sentences(sentences) => below.extend(sentences),
            }
        }
    }
    lines.extend(notes.lines());
    if view.rows.is_empty() && view.notes.is_empty() {
        below.push(NO_ROWS.get(settings.language).to_owned());
    }
    let said = view.notes.iter().map(|note| note.say(settings.language));
    for sentence in below.into_iter().chain(said) {
        lines.extend(wrap(&sentence, settings.width));
    }
    lines
}

fn pieces<'a>(
    table: &'a Table,
    view: &'a View,
    notes: &mut Footnotes<'_>,
    settings: &'a Settings,
) -> Vec<Piece> {
    match view.layout {
        Layout::Lines { group } => {
            let (grid, sentences) = lines(table, view, group, settings).grid(notes, settings);
            vec![Piece::Grid(grid), Piece::Sentences(sentences)]
        }
        Layout::Stacked { by, group } => spread::stacked(table, view, (by, group), notes, settings),
        Layout::Ledger { across } => {
            let mut pieces = Vec::new();
            for grid in ledger::grids(table, view, across, notes, settings) {
                if !pieces.is_empty() {
                    pieces.push(Piece::Gap);
                }
                pieces.push(Piece::Grid(grid));
            }
            pieces
        }
        Layout::Spread { across, figures } => {
            spread::pieces(table, view, (across, figures), notes, settings)
        }
    }
}

fn lines<'a>(
    table: &'a Table,
    view: &'a View,
    group: Option<&'static str>,
    settings: &Settings,
) -> Lines<'a> {
    let totals = view.totals.iter().map(|total| {
        let cells = total.cells.iter().map(|(key, cell)| (*key, cell));
        (total.label.say(settings.language), cells.collect())
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

//! A view of a table: its heading, its tables, and what is said under them.

use super::inline::Inline;
use super::table::Table;
use super::{heading, paragraph};
use crate::document::{Document, View};
use crate::model::Language;
use crate::render::layout::{Entry, Grid, Head, Paper, Piece, pieces, said_under};
use crate::render::sign;
use crate::wording::{capital, terms};
use std::collections::BTreeSet;

/// More columns than this are not read side by side in a browser or on a sheet.
const MOST_COLUMNS: usize = 10;

/// A page that scrolls: what limits it is the number of columns, not their width.
struct Page(Language);

impl Paper for Page {
    fn language(&self) -> Language {
        self.0
    }

    fn draws_bars(&self) -> bool {
        false
    }

    fn fits(&self, grid: &Grid) -> bool {
        grid.columns.len() <= MOST_COLUMNS
    }

    fn holds_all(&self, grid: &Grid) -> bool {
        self.fits(grid)
    }
}

/// The parts of a view.
pub(super) fn view(document: &Document, view: &View, language: Language) -> Vec<String> {
    let mut parts = vec![heading(2, &Inline::text(&view.heading.say(language)))];
    let mut below = Vec::new();
    let table = document.table(view.table);
    if let Some(table) = table.filter(|_| !view.rows.is_empty()) {
        let page = Page(language);
        let (pieces, notes) = pieces(table, view, &page);
        let mut told = BTreeSet::new();
        for piece in pieces {
            match piece {
                Piece::Heading(name) => parts.push(heading(3, &Inline::text(&name))),
                Piece::Gap => {}
                Piece::Grid(grid) => {
                    let numbers = numbers(&grid);
                    parts.push(laid_out(&grid, language));
                    parts.extend(footnotes(notes.reasons(), &numbers));
                    told.extend(numbers);
                }
                Piece::Under(said) => parts.extend(paragraphs(&said)),
                Piece::Sentences(said) => below.extend(said),
            }
        }
        let rest = (1..=notes.reasons().len()).filter(|it| !told.contains(it));
        parts.extend(footnotes(notes.reasons(), &rest.collect()));
    }
    below.extend(said_under(view, language));
    parts.extend(paragraphs(&below));
    parts
}

fn paragraphs(said: &[String]) -> impl Iterator<Item = String> {
    said.iter()
        .map(|sentence| paragraph(&Inline::text(sentence)))
}

/// The reasons with these numbers, each behind its number, raised. GitHub's own `[^1]`
/// is not used: few other readers know it, and it numbers through the whole page, so
/// that a table pasted elsewhere would lose its reasons or take those of another.
/// For the same use they stand under each table that names them, again if need be.
fn footnotes(reasons: &[String], numbers: &BTreeSet<usize>) -> Vec<String> {
    let named = numbers.iter().filter_map(|number| {
        let reason = reasons.get(number.checked_sub(1)?)?;
        Some(format!("{} {reason}", sign::raised(*number)))
    });
    named
        .map(|reason| paragraph(&Inline::text(&reason)))
        .collect()
}

/// The numbers of the reasons that a grid names.
fn numbers(grid: &Grid) -> BTreeSet<usize> {
    let entries = grid.rows.iter().flatten();
    let number = |entry: &Entry| match entry {
        Entry::Unknown(number) => Some(*number),
        Entry::Repeated(entry) => match entry.as_ref() {
            Entry::Unknown(number) => Some(*number),
            _ => None,
        },
        _ => None,
    };
    entries.filter_map(number).collect()
}

/// A grid as a table.
fn laid_out(grid: &Grid, language: Language) -> String {
    let mut rows = Vec::new();
    let mut is_total = false;
    for row in &grid.rows {
        // What follows the accountant's rule is bold instead.
        if is_rule(row) {
            is_total = true;
            continue;
        }
        let cells = row.iter().map(|entry| cell(entry, language));
        rows.push(if is_total {
            cells.map(|cell| cell.bold()).collect()
        } else {
            cells.collect()
        });
    }
    let table = Table {
        heads: (0..grid.columns.len())
            .map(|at| head(grid, at, language))
            .collect(),
        right: grid.columns.iter().map(|column| column.right).collect(),
        rows,
    };
    table.lines()
}

fn is_rule(row: &[Entry]) -> bool {
    row.iter()
        .all(|entry| matches!(entry, Entry::Rule | Entry::Empty))
}

/// The head of a column. There is one line of heads, so a name that stands over
/// several columns is said in each.
fn head(grid: &Grid, at: usize, language: Language) -> Inline {
    let words = match &grid.columns[at].head {
        Head::Words(words) if words.is_empty() && holds_codes(grid, at) => {
            terms::FINDINGS.get(language)
        }
        Head::Words(words) | Head::Filled(words) => words,
        Head::Scale => "",
    };
    let mut over = grid.stretches.iter();
    let over = over.find(|stretch| (stretch.first..stretch.end).contains(&at));
    Inline::text(&match over {
        Some(stretch) => format!("{}: {words}", capital(&stretch.name)),
        None => capital(words),
    })
}

fn holds_codes(grid: &Grid, at: usize) -> bool {
    let mut entries = grid.rows.iter().filter_map(|row| row.get(at));
    entries.any(|entry| matches!(entry, Entry::Codes(_)))
}

/// What stands in a cell. A value that repeats is said again: a row that is copied
/// out of a table, or sorted, still says what it is about.
fn cell(entry: &Entry, language: Language) -> Inline {
    match entry {
        Entry::State(key, word) => match sign::of_state(key) {
            Some(sign) => Inline::text(&format!("{sign} {word}")),
            None => Inline::text(word),
        },
        Entry::NoFigure => Inline::text(sign::DASH),
        Entry::Unknown(note) => {
            let word = terms::ST_UNKNOWN.get(language);
            Inline::text(&format!("{word} {}", sign::raised(*note)))
        }
        Entry::Repeated(entry) => cell(entry, language),
        Entry::Empty
        | Entry::Words(_)
        | Entry::Figure(_)
        | Entry::Codes(_)
        | Entry::Bar(_)
        | Entry::Rule => Inline::text(&entry.plain(language)),
    }
}

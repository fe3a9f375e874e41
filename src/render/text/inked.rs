//! Entries with the ink of a terminal: states with their glyph, what is unknown with
//! a raised number, and a terminal as the paper that a view is laid out on.

use super::grid::{Entry, Grid, GridColumn, Head};
use super::ink::{before, ink};
use super::widths;
use super::wrap::padded;
use crate::model::Language;
use crate::render::layout::{self, Paper};
use crate::render::{Settings, layout::joined_codes, sign};
use crate::wording::terms;

/// Cells of a bar that stands among figures, the same everywhere so that they compare.
const BAR: usize = 13;

impl Paper for Settings {
    fn language(&self) -> Language {
        self.language
    }

    fn draws_bars(&self) -> bool {
        true
    }

    fn fits(&self, grid: &layout::Grid) -> bool {
        widths::fits(inked(grid, self), self.width)
    }

    fn holds_all(&self, grid: &layout::Grid) -> bool {
        widths::holds_all(inked(grid, self), self.width)
    }
}

/// The grid as a terminal shows it.
pub(super) fn inked<'a>(grid: &'a layout::Grid, settings: &Settings) -> Grid<'a> {
    let columns = grid.columns.iter().map(|column| GridColumn {
        head: head(&column.head, settings),
        right: column.right,
        optional: column.optional,
    });
    let mixed: Vec<bool> = (0..grid.columns.len())
        .map(|at| is_mixed(grid, at))
        .collect();
    let rows = grid.rows.iter().map(|row| {
        let entries = row.iter().zip(&mixed);
        let entries = entries.map(|(it, is_mixed)| entry(it, *is_mixed, settings));
        entries.collect()
    });
    Grid {
        columns: columns.collect(),
        rows: rows.collect(),
        stretches: grid.stretches.clone(),
    }
}

fn head<'a>(head: &'a layout::Head, settings: &Settings) -> Head<'a> {
    match head {
        layout::Head::Words(words) => Head::Words(words.into()),
        layout::Head::Scale => Head::Scale,
        layout::Head::Filled(filled) => {
            let (ink, vacant) = (ink(settings), terms::VACANT_FTE.get(settings.language));
            Head::Words(format!("{} {filled} {} {vacant}", ink.full, ink.vacant).into())
        }
    }
}

/// Whether a column holds bars and figures.
fn is_mixed(grid: &layout::Grid, at: usize) -> bool {
    let mut entries = grid.rows.iter().filter_map(|row| row.get(at));
    entries.any(|entry| {
        matches!(
            entry,
            layout::Entry::Figure(_) | layout::Entry::Unknown(_) | layout::Entry::NoFigure
        )
    })
}

fn entry<'a>(entry: &'a layout::Entry, is_mixed: bool, settings: &Settings) -> Entry<'a> {
    use layout::Entry as Laid;
    match entry {
        Laid::Empty => Entry::Empty,
        Laid::Words(text) => Entry::Words(text.into()),
        Laid::State(key, word) => {
            let sign = before(sign::of_state(key), settings);
            Entry::Words(match sign.as_str() {
                "" => word.into(),
                sign => [sign, word].concat().into(),
            })
        }
        Laid::Figure(text) => Entry::Figure(text.into()),
        Laid::NoFigure => Entry::Figure(ink(settings).dash.into()),
        Laid::Unknown(note) => {
            let word = terms::ST_UNKNOWN.get(settings.language);
            Entry::Figure([word, " ", &raised(*note, settings)].concat().into())
        }
        Laid::Repeated(repeated) => {
            let entry = self::entry(repeated, is_mixed, settings);
            Entry::Repeated(entry.into_text())
        }
        Laid::Bar(bar) if is_mixed => Entry::Figure(padded(&bar.drawn(BAR, settings), BAR).into()),
        Laid::Bar(bar) => Entry::Bar(bar.clone()),
        Laid::Codes(codes) => Entry::Words(joined_codes(codes).into()),
        Laid::Rule => Entry::Rule,
    }
}

/// A small raised number; between brackets on a terminal of plain characters.
pub(super) fn raised(number: usize, settings: &Settings) -> String {
    if settings.plain {
        return format!("[{number}]");
    }
    sign::raised(number)
}

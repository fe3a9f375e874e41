//! A page of HTML as the paper that a view is laid out on. It is one width for all
//! screens and for A4: what does not fit there stands below each other.

use crate::model::Language;
use crate::render::layout::{Entry, Grid, Head, Paper};
use unicode_width::UnicodeWidthStr;

/// Characters in a line of the narrowest screen that shows tables, and of A4.
const ROOM: usize = 104;
/// Characters that the gap between two columns takes.
const GAP: usize = 3;
/// A text wraps from here on.
const WRAPS: usize = 20;
/// `onbekend` and the number of its reason.
const UNKNOWN: usize = 10;
/// A table that needs no more is not stretched.
const SLIM: usize = 60;

/// A screen in a language.
pub(super) struct Screen(pub(super) Language);

impl Paper for Screen {
    fn language(&self) -> Language {
        self.0
    }

    fn draws_bars(&self) -> bool {
        false
    }

    fn fits(&self, grid: &Grid) -> bool {
        least(grid) <= ROOM
    }

    fn holds_all(&self, grid: &Grid) -> bool {
        least(grid) <= ROOM
    }
}

/// Whether a table needs so little that it is not stretched over the page.
pub(super) fn is_slim(grid: &Grid) -> bool {
    grid.columns.len() <= 5 && least(grid) <= SLIM
}

/// Characters that a grid needs when its texts wrap.
fn least(grid: &Grid) -> usize {
    let columns = (0..grid.columns.len()).map(|at| {
        let entries = grid.rows.iter().filter_map(|row| row.get(at));
        let cells = entries.map(width).max().unwrap_or(0);
        let head = match &grid.columns[at].head {
            Head::Words(words) | Head::Filled(words) => longest_word(words),
            Head::Scale => 0,
        };
        cells.max(head) + GAP
    });
    columns.sum()
}

fn width(entry: &Entry) -> usize {
    match entry {
        Entry::Words(text) => longest_word(text).max(text.width().min(WRAPS)),
        Entry::State(_, text) => text.width() + 3,
        Entry::Figure(text) => text.width(),
        Entry::Unknown(_) => UNKNOWN,
        Entry::Repeated(entry) => width(entry),
        Entry::Codes(codes) => codes.len() * 4,
        Entry::NoFigure | Entry::Rule | Entry::Empty | Entry::Bar(_) => 1,
    }
}

fn longest_word(text: &str) -> usize {
    let words = text.split_whitespace();
    words.map(UnicodeWidthStr::width).max().unwrap_or(0)
}

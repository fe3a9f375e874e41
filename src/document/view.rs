//! How people see a table: which part of it, in which layout, with which sums.

use super::{Bar, Cell, Mark};
use crate::finding::Code;
use crate::wording::Sentence;
use std::collections::BTreeMap;

/// How people see a table: which rows and columns, in which order and layout.
#[derive(Debug)]
pub struct View {
    /// Key of the table.
    pub table: &'static str,
    /// The heading.
    pub heading: Sentence,
    /// Rows that are shown, by position in the table.
    pub rows: Vec<usize>,
    /// Columns that are shown, in order.
    pub columns: Vec<Shown>,
    /// How they are laid out.
    pub layout: Layout,
    /// Codes of findings about a row, by position in the table.
    pub codes: BTreeMap<usize, Vec<Code>>,
    /// A sum under some columns, or several lines of them.
    pub totals: Vec<Total>,
    /// What marks of its bars stand for, said under the table.
    pub legend: Vec<(Mark, Sentence)>,
    /// What is said under the table.
    pub notes: Vec<Sentence>,
}

/// How a view is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// A line a row; a value of `group` that repeats is left out.
    Lines {
        /// Key of the column that groups the rows.
        group: Option<&'static str>,
    },
    /// A table of lines for each value of `by`, below each other, each under its
    /// name. Of the cells of a total the nth of a key belongs to the nth value.
    Stacked {
        /// Key of the column whose values part the tables.
        by: &'static str,
        /// Key of the column that groups the rows.
        group: Option<&'static str>,
    },
    /// A line a column of the table, a column a row: periods side by side.
    Ledger {
        /// Key of the column whose cells head the columns.
        across: &'static str,
    },
    /// Rows with the same keys are set on one line, a stretch of columns for each
    /// value of `across`; below each other where the width does not allow it.
    Spread {
        /// Key of the column whose values stand side by side.
        across: &'static str,
        /// Keys of the columns that repeat.
        figures: &'static [&'static str],
    },
}

/// A column of a view.
#[derive(Debug, Clone)]
pub struct Shown {
    /// What is shown.
    pub figure: Figure,
    /// Whether it may be left out where there is no room.
    pub only_with_room: bool,
}

impl Shown {
    /// A column of the table, always shown.
    #[must_use]
    pub fn column(key: &'static str) -> Self {
        Self {
            figure: Figure::Column(key),
            only_with_room: false,
        }
    }

    /// A column of the table that may be left out where there is no room.
    #[must_use]
    pub fn with_room(key: &'static str) -> Self {
        Self {
            figure: Figure::Column(key),
            only_with_room: true,
        }
    }

    /// A bar.
    #[must_use]
    pub fn bar(bar: Bar) -> Self {
        Self {
            figure: Figure::Bar(bar),
            only_with_room: false,
        }
    }
}

/// What a column of a view shows.
#[derive(Debug, Clone)]
pub enum Figure {
    /// The cells of a column, by its key.
    Column(&'static str),
    /// A bar drawn from cells.
    Bar(Bar),
}

/// A line of sums under a table.
#[derive(Debug)]
pub struct Total {
    /// What it is.
    pub label: Sentence,
    /// Cells by the key of their column.
    pub cells: Vec<(&'static str, Cell)>,
}

//! A row of any log as those who fold it see it, wherever it came from: cells by the
//! key of their column, each able to say what it holds and where it stands.

use super::convention::{self, DateDoubt, NumberDoubt, Writing};
use super::csv::rows::Row;
use super::csv::told::{At, CellPlace, Told};
use super::fast::Plain;
use super::fast::rows::Columns;
use super::headings::Column;
use super::origin::Origin;
use super::sheet::rows::SheetRow;
use crate::finding::{Finding, Spot};
use crate::model::{Date, Euro, FileKind, HowRead, LogFile, NumberStyle};
use crate::source::Span;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;

/// Whoever makes sense of the rows of one kind of file.
pub(super) trait Fold {
    /// The columns that such a file may have.
    const COLUMNS: &'static [Column];

    /// What such a file holds.
    const KIND: FileKind;

    /// What takes the plain rows of a long file.
    type Plain: Plain;

    /// Something that takes plain rows, with nothing taken yet; none where every row is
    /// to be read with care.
    fn plain(&self, columns: &Columns<'_>) -> Option<Self::Plain>;

    /// Adds what plain rows added up to. All rows that were left have been given before.
    fn add(&mut self, plain: &Self::Plain);

    /// Takes a row and tells what is wrong with it. Gives whether it was counted.
    fn row(&mut self, row: &LogRow<'_>, told: &mut Told) -> bool;

    /// Takes a row that could not be cut into its cells.
    fn broken_row(&mut self);

    /// Tells what can only be told once all rows have been seen.
    fn end(&mut self, told: &mut Told);

    /// Whether rows were counted that turned out not to be certain. All of the file is
    /// then undone and its rows are to be given again, from the first.
    fn begins_again(&mut self) -> bool;

    /// The first date of a counted row, and how many rows are after the as-of date.
    fn seen(&self) -> (Option<Date>, u64);

    /// The last date of a counted row, and the [`LogRow::position`] of the last row
    /// that bears it.
    fn last(&self) -> Option<(Date, u64)>;

    /// Whether the file keeps more apart than can be. Nothing of it was counted then.
    fn is_too_varied(&self) -> bool;

    /// Places that are wanted beside those of the findings.
    fn places(&self) -> Vec<At> {
        Vec::new()
    }
}

/// How a log was read.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// What was found.
    pub(super) findings: Vec<Finding>,
    /// Rows below the header that hold anything.
    pub(super) rows: u64,
    /// Rows that were set aside.
    pub(super) set_aside: u64,
    /// Whether the file could be counted at all.
    pub(super) is_counted: bool,
    /// Whether it keeps more apart than can be, and is not counted for that.
    pub(super) is_too_varied: bool,
    /// The last date of a counted row and the line of the last row that bears it.
    pub(super) last: Option<(Date, usize)>,
    /// The sheet that the rows stand in; none for CSV.
    pub(super) sheet: Option<String>,
    /// The [`Fold::places`], in their order.
    pub(super) places: Vec<Spot>,
    /// How it was read; none where it could not be counted at all.
    pub(super) how: Option<HowRead>,
}

impl Read {
    /// What was read of a file that keeps more apart than can be: nothing but findings.
    ///
    /// # Errors
    /// When the file cannot be read again.
    pub(super) fn too_varied(told: Told, origin: Origin<'_>) -> io::Result<Self> {
        let (findings, _) = told.located(origin, &[])?;
        Ok(Self {
            findings,
            is_too_varied: true,
            ..Self::default()
        })
    }
}

/// A row of a log, its cells by their column's key.
pub(super) struct LogRow<'r> {
    /// Its cells.
    pub(super) cells: Cells<'r>,
    /// Position of each column by its key.
    pub(super) columns: &'r BTreeMap<&'static str, usize>,
    /// How numbers are written in the file.
    pub(super) numbers: NumberStyle,
    /// What the dossier fixes for the file.
    pub(super) log: &'r LogFile,
}

/// The cells of a row, as their file holds them.
#[derive(Clone, Copy)]
pub(super) enum Cells<'r> {
    /// Text between separators.
    Csv(&'r Row<'r>),
    /// Cells of a sheet, each with its type.
    Sheet(&'r SheetRow),
}

/// A cell, and where to point when something is wrong with it.
pub(super) struct Cell<'r> {
    /// Its text, trimmed; a mask where it holds personal data.
    pub(super) text: Cow<'r, str>,
    /// Its own text, to tell it from others; never shown.
    pub(super) key: Cow<'r, str>,
    /// What is shown in its place.
    pub(super) mask: Option<&'static str>,
    writing: Writing,
    place: CellOf<'r>,
}

enum CellOf<'r> {
    Row(Cells<'r>, usize),
    Dossier(Span),
}

impl Cell<'_> {
    /// Whether it stands in a row, and not in the dossier for all rows.
    pub(super) fn is_in_row(&self) -> bool {
        matches!(self.place, CellOf::Row(..))
    }

    /// Where it stands.
    pub(super) fn at(&self) -> At {
        match self.place {
            CellOf::Row(Cells::Csv(row), index) => At::Cell(CellPlace::of(row, index)),
            CellOf::Row(Cells::Sheet(row), index) => At::Cell(CellPlace::of_sheet(row, index)),
            CellOf::Dossier(span) => At::Dossier(span),
        }
    }

    /// The day that it names.
    pub(super) fn date(&self) -> Result<Date, DateDoubt> {
        match self.writing {
            Writing::Text(style) => convention::date(&self.text, style),
            Writing::Typed(kind) => convention::typed_date(&self.text, kind),
        }
    }

    /// The amount in it.
    pub(super) fn amount(&self) -> Result<Euro, NumberDoubt> {
        match self.writing {
            Writing::Text(style) => convention::amount(&self.text, style),
            Writing::Typed(kind) => convention::typed_amount(&self.text, kind),
        }
    }

    /// Whether another sign stands where its euro sign was.
    pub(super) fn lost_its_sign(&self) -> bool {
        matches!(self.writing, Writing::Text(_)) && convention::lost_its_sign(&self.text)
    }

    /// The whole number in it.
    pub(super) fn count(&self) -> Result<i64, NumberDoubt> {
        match self.writing {
            Writing::Text(style) => convention::count(&self.text, style),
            Writing::Typed(kind) => convention::typed_count(&self.text, kind),
        }
    }
}

impl<'r> LogRow<'r> {
    /// The cell of a column; as the dossier fixes it, where it does. None where the
    /// file has no such column.
    pub(super) fn cell(&self, key: &str) -> Option<Cell<'r>> {
        if let Some((_, fixed)) = self.log.fixed.iter().find(|(it, _)| *it == key) {
            return Some(Cell {
                text: Cow::Borrowed(fixed.value.trim()),
                key: Cow::Borrowed(fixed.value.trim()),
                mask: None,
                writing: Writing::Text(self.numbers),
                place: CellOf::Dossier(fixed.span),
            });
        }
        let index = *self.columns.get(key)?;
        let (text, own_text) = match self.cells {
            Cells::Csv(row) => (row.text(index), row.own_text(index)),
            Cells::Sheet(row) => (row.text(index).into(), row.own_text(index).into()),
        };
        Some(Cell {
            text: trimmed(text),
            key: trimmed(own_text),
            mask: match self.cells {
                Cells::Csv(row) => row.mask(index),
                Cells::Sheet(row) => row.mask(index),
            },
            writing: match self.cells {
                Cells::Sheet(row) => row.typed(index).map(Writing::Typed),
                Cells::Csv(_) => None,
            }
            .unwrap_or(Writing::Text(self.numbers)),
            place: CellOf::Row(self.cells, index),
        })
    }

    /// What the dossier says of the file.
    pub(super) fn file(&self) -> &'r LogFile {
        self.log
    }

    /// Where the row stands: its offset in the text of a CSV file, its number in a sheet.
    pub(super) fn position(&self) -> u64 {
        match self.cells {
            Cells::Csv(row) => row.offset,
            Cells::Sheet(row) => row.nr,
        }
    }
}

fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

//! What the reader asks of whoever makes sense of the rows of a file.

use super::header::Column;
use super::log::LogRow;
use super::told::{At, Told};
use crate::model::{Date, FileKind};

/// Whoever makes sense of the rows of one kind of file.
pub(in crate::input) trait Fold {
    /// The columns that such a file may have.
    const COLUMNS: &'static [Column];

    /// What such a file holds.
    const KIND: FileKind;

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

    /// The last date of a counted row, and the offset of the last row that bears it.
    fn last(&self) -> Option<(Date, u64)>;

    /// Places that are wanted beside those of the findings.
    fn places(&self) -> Vec<At> {
        Vec::new()
    }
}

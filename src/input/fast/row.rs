//! A row that was cut at its separators: no quote stands in it, and it has a cell for
//! each column.

use crate::model::{LogFile, NumberStyle};
use std::collections::BTreeMap;

/// Columns that a file may have for its rows to be read fast.
pub(super) const MOST_CELLS: usize = ROOM - 1;

/// Cells that there is room for. A remainder by it is cheap and spares a check.
pub(super) const ROOM: usize = 64;

/// The columns of a file, what the dossier fixes of them, and how they are written.
pub(in crate::input) struct Columns<'r> {
    /// Position of each column by its key.
    pub(in crate::input) columns: &'r BTreeMap<&'static str, usize>,
    /// How numbers are written in the file.
    pub(in crate::input) numbers: NumberStyle,
    /// What the dossier fixes for the file.
    pub(in crate::input) log: &'r LogFile,
}

impl Columns<'_> {
    /// Where the cells of a column are found.
    pub(super) fn cell(&self, key: &str) -> CellAt {
        let mut fixed = self.log.fixed.iter();
        if let Some((_, text)) = fixed.find(|(it, _)| *it == key) {
            return CellAt::Dossier(text.value.trim().as_bytes().into());
        }
        let index = self.columns.get(key);
        index.map_or(CellAt::Nowhere, |index| CellAt::Column(*index))
    }
}

/// Where a row has the cell of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::input) enum CellAt {
    /// At this position.
    Column(usize),
    /// In the dossier, the same for all rows.
    Dossier(Box<[u8]>),
    /// It has none.
    Nowhere,
}

/// Where the cells of a row begin: each ends one byte before the next begins.
pub(super) type Starts = [usize; ROOM + 1];

/// A row, cut into its cells.
pub(in crate::input) struct PlainRow<'b> {
    /// The block that it stands in.
    pub(super) block: &'b [u8],
    /// Where its cells begin in the block.
    pub(super) starts: &'b Starts,
    /// Where it stands in the file's text.
    pub(super) offset: u64,
}

impl<'b> PlainRow<'b> {
    /// The bytes of a cell; none where there is no such column.
    #[inline(always)]
    pub(super) fn cell<'r: 'b>(&self, at: &'r CellAt) -> &'b [u8] {
        match at {
            CellAt::Column(index) => self.at(*index),
            CellAt::Dossier(text) => text,
            CellAt::Nowhere => b"",
        }
    }

    /// The bytes of the cell at a position.
    #[inline(always)]
    pub(super) fn at(&self, index: usize) -> &'b [u8] {
        let index = index % ROOM;
        &self.block[self.starts[index]..self.starts[index + 1] - 1]
    }

    /// How long the cell at a position is.
    #[inline(always)]
    pub(super) fn length(&self, index: usize) -> usize {
        let index = index % ROOM;
        self.starts[index + 1] - self.starts[index] - 1
    }
}

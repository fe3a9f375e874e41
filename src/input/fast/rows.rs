//! Rows that stand one after the other and were cut at their separators: no quote stands
//! in them, and each has a cell for each column. They are read column by column.

use super::word::Outline;
use crate::input::convention::Tail;
use crate::model::{LogFile, NumberStyle};
use std::collections::BTreeMap;

/// Bytes that are looked at together at an end of a cell.
const TOGETHER: usize = 8;

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
            return CellAt::fixed(text.value.trim());
        }
        let index = self.columns.get(key);
        index.map_or_else(|| CellAt::fixed(""), |index| CellAt::Column(*index))
    }
}

/// Where a row has the cell of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::input) enum CellAt {
    /// At this position.
    Column(usize),
    /// It is the same for all rows: what the dossier says, or nothing. Around it stand as
    /// many bytes as may be looked at.
    Fixed(Box<[u8]>),
}

impl CellAt {
    fn fixed(text: &str) -> Self {
        let around = [0; 2 * TOGETHER];
        let before = &around[..TOGETHER];
        Self::Fixed([before, text.as_bytes(), &around].concat().into())
    }
}

/// Rows that were cut alike.
#[derive(Clone, Copy)]
pub(in crate::input) struct PlainRows<'b> {
    /// The block that they stand in.
    pub(super) block: &'b [u8],
    /// Where the block stands in the file's text.
    pub(super) offset: u64,
    /// Where their cells begin in the block, and after the last of them: each ends one
    /// byte before the next begins.
    pub(super) starts: &'b [u32],
    /// Cells of a row.
    pub(super) width: usize,
}

/// A place in a block as a number to look there with.
#[inline(always)]
pub(super) fn index(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

impl<'b> PlainRows<'b> {
    /// How many they are.
    pub(super) fn count(&self) -> usize {
        self.starts.len().saturating_sub(1) / self.width
    }

    /// All of them, with their line ends.
    pub(super) fn text(&self) -> &'b [u8] {
        let (first, after) = (self.starts[0], self.starts[self.starts.len() - 1]);
        &self.block[index(first)..index(after)]
    }

    /// Where a row begins in its block, and where the next one would.
    pub(super) fn ends(&self, row: usize) -> (usize, usize) {
        let first = row * self.width;
        (
            index(self.starts[first]),
            index(self.starts[first + self.width]),
        )
    }

    /// Where a row stands in the file's text.
    #[inline(always)]
    pub(super) fn offset(&self, row: usize) -> u64 {
        self.offset + u64::from(self.starts[row * self.width])
    }

    /// Reads a column: what each row says there.
    #[inline(always)]
    pub(super) fn read<T: Copy + Default>(
        &self,
        at: &CellAt,
        into: &mut Vec<T>,
        mut read: impl FnMut(Cell<'_>) -> T,
    ) {
        into.resize(self.count(), T::default());
        let fixed;
        let column = match at {
            CellAt::Column(position) => self.column(*position),
            CellAt::Fixed(text) => {
                fixed = Cell::fixed(text).as_column();
                Column {
                    block: text,
                    starts: &fixed,
                    width: 1,
                    is_last: false,
                }
            }
        };
        // There is one call only, so that what reads a cell becomes part of the loop.
        let mut first = 0;
        for said in &mut *into {
            if let Some([start, next]) = column.starts.get(first..first + 2) {
                *said = read(Cell::new(column.block, *start, *next, column.is_last));
            }
            first += column.width;
        }
        if let (CellAt::Fixed(_), Some(same)) = (at, into.first().copied()) {
            into.fill(same);
        }
    }

    /// The column at a position.
    pub(super) fn column(&self, position: usize) -> Column<'b> {
        Column {
            block: self.block,
            starts: &self.starts[position..],
            width: self.width,
            is_last: position + 1 == self.width,
        }
    }

    /// The cell of one row.
    #[inline(always)]
    pub(super) fn cell<'c>(&self, row: usize, at: &'c CellAt) -> Cell<'c>
    where
        'b: 'c,
    {
        match at {
            CellAt::Column(position) => self.at(row, *position),
            CellAt::Fixed(text) => Cell::fixed(text),
        }
    }

    #[inline(always)]
    fn at(&self, row: usize, position: usize) -> Cell<'b> {
        let at = row * self.width + position;
        let is_last = position + 1 == self.width;
        Cell::new(self.block, self.starts[at], self.starts[at + 1], is_last)
    }
}

/// A column of rows that were cut alike.
#[derive(Clone, Copy)]
pub(super) struct Column<'c> {
    block: &'c [u8],
    /// Where its first cell begins and the one after it; those of the next row come
    /// after as many as a row has.
    starts: &'c [u32],
    width: usize,
    is_last: bool,
}

/// A cell, and what stands around it.
#[derive(Clone, Copy)]
pub(super) struct Cell<'c> {
    block: &'c [u8],
    start: usize,
    end: usize,
}

impl<'c> Cell<'c> {
    /// A cell that begins at `start`, the next at `next`. Before the line end after the
    /// last one may stand a return.
    #[inline(always)]
    fn new(block: &'c [u8], start: u32, next: u32, is_last: bool) -> Self {
        let (start, end) = (index(start), index(next.wrapping_sub(1)));
        let has_return = is_last && end > start && block.get(end - 1) == Some(&b'\r');
        Self {
            block,
            start,
            end: if has_return { end - 1 } else { end },
        }
    }

    /// The cell of a text, with nothing around it.
    pub(super) fn of(text: &'c [u8]) -> Self {
        Self {
            block: text,
            start: 0,
            end: text.len(),
        }
    }

    #[inline(always)]
    fn fixed(text: &'c [u8]) -> Self {
        Self {
            block: text,
            start: TOGETHER,
            end: text.len().saturating_sub(2 * TOGETHER),
        }
    }

    /// Where it begins and the next one would, as a column has it.
    fn as_column(self) -> [u32; 2] {
        [self.start, self.end + 1].map(|place| u32::try_from(place).unwrap_or(u32::MAX))
    }

    /// How long it is.
    #[inline(always)]
    pub(super) fn length(&self) -> usize {
        self.end.wrapping_sub(self.start)
    }

    /// Its bytes.
    #[inline(always)]
    pub(super) fn text(&self) -> &'c [u8] {
        &self.block[self.start..self.end]
    }

    /// Its bytes, if they are just so many.
    #[inline(always)]
    pub(super) fn exactly<const N: usize>(&self) -> Option<&'c [u8; N]> {
        if self.length() != N {
            return None;
        }
        self.block.get(self.start..self.start + N)?.try_into().ok()
    }

    /// Its end.
    #[inline(always)]
    pub(super) fn tail(&self) -> Tail {
        match self.last_eight() {
            Some(bytes) => Tail {
                bytes,
                length: self.length(),
            },
            None => Tail::of(self.text()),
        }
    }

    /// The outline of the word that it is, if that is all of it and the block has bytes
    /// enough around it.
    #[inline(always)]
    pub(super) fn outline(&self) -> Option<Outline> {
        let length = Some(self.length()).filter(|it| *it <= Outline::ALL)?;
        let (start, end) = self.ends()?;
        Some(Outline::new(start, end, length))
    }

    /// Sixteen bytes from its first on and eight up to its last, if the block has so many.
    #[inline(always)]
    pub(super) fn ends(&self) -> Option<([u64; 2], u64)> {
        Some((self.first_sixteen()?, self.last_eight()?))
    }

    /// Twice eight bytes from its first on, whatever follows it, the first the lowest;
    /// none where the block has not so many.
    #[inline(always)]
    fn first_sixteen(&self) -> Option<[u64; 2]> {
        let all: &[u8; 16] = self
            .block
            .get(self.start..self.start + 16)?
            .try_into()
            .ok()?;
        let (first, second) = (all.first_chunk()?, all.last_chunk()?);
        Some([u64::from_le_bytes(*first), u64::from_le_bytes(*second)])
    }

    /// Eight bytes up to its last, whatever stands before it.
    #[inline(always)]
    fn last_eight(&self) -> Option<u64> {
        let eight = self.block.get(self.end.checked_sub(TOGETHER)?..self.end)?;
        Some(u64::from_le_bytes(eight.try_into().ok()?))
    }
}

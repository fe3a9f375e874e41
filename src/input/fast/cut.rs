//! One block: its plain rows are taken at once, every other row is kept aside with its
//! place for the careful reader.

use super::Plain;
use super::marks::Marks;
use super::rows::{CellAt, PlainRows, index};
use crate::input::csv::rows::Rows;
use crate::input::personal_data::may_be_personal;

/// How the rows of a file are cut.
#[derive(Debug)]
pub(in crate::input) struct Shape {
    /// What stands between cells.
    pub(in crate::input) separator: u8,
    /// Number of columns.
    pub(in crate::input) width: usize,
}

/// What became of the rows of a block.
#[derive(Debug, Default)]
pub(in crate::input) struct Taken {
    /// Where the block ends in the file's text.
    pub(in crate::input) end: u64,
    /// Line ends in the block, those within quotes as well.
    pub(in crate::input) line_ends: u64,
    /// Lines of the block that are rows, empty ones included.
    pub(in crate::input) rows: u64,
    /// Rows that were taken.
    pub(in crate::input) plain: u64,
    /// The others, in order.
    pub(in crate::input) doubts: Vec<Doubt>,
    /// The bytes of the others, one after the other.
    pub(in crate::input) bytes: Vec<u8>,
}

/// A row that is left to the careful reader.
#[derive(Debug)]
pub(in crate::input) struct Doubt {
    /// Its bytes, line end included.
    pub(in crate::input) length: usize,
    /// Where it stands in the file's text.
    pub(in crate::input) offset: u64,
    /// Its number within the block, from 0.
    pub(in crate::input) nr: u64,
}

impl Taken {
    fn leave(&mut self, bytes: &[u8], offset: u64, nr: u64) {
        self.bytes.extend_from_slice(bytes);
        self.doubts.push(Doubt {
            length: bytes.len(),
            offset,
            nr,
        });
    }
}

/// Takes the plain rows of blocks.
pub(super) struct Cutter<'s, P> {
    shape: &'s Shape,
    marks: Marks,
    /// What the rows add up to.
    pub(super) plain: P,
    /// Whether each row of a stretch was taken.
    is_taken: Vec<bool>,
    /// Columns whose cells nobody else reads.
    unread: Vec<usize>,
    /// Whether all rows of a block were whole so far: then it has no quote.
    are_whole: bool,
}

impl<'s, P: Plain> Cutter<'s, P> {
    /// Nothing taken yet.
    pub(super) fn new(shape: &'s Shape, plain: P) -> Self {
        Self {
            shape,
            marks: Marks::new(),
            is_taken: Vec::new(),
            unread: plain.unread(shape.width),
            are_whole: true,
            plain,
        }
    }

    /// Takes the plain rows of a block that stands at `offset` in the file's text.
    pub(super) fn take(&mut self, block: &[u8], offset: u64) -> Taken {
        let mut taken = Taken::default();
        self.are_whole = true;
        let mut start = 0;
        while start < block.len() {
            start = self.stretch(block, start, offset, &mut taken);
        }
        taken.end = offset + u64::try_from(block.len()).unwrap_or(0);
        taken.line_ends = match self.are_whole {
            true => taken.rows,
            false => count(memchr::memchr_iter(b'\n', block).count()),
        };
        taken
    }

    /// Takes the plain rows of the stretch that begins at `from`, and gives where it
    /// ends: after its last whole row.
    fn stretch(&mut self, block: &[u8], from: usize, offset: u64, taken: &mut Taken) -> usize {
        self.marks.find(block, from, self.shape.separator);
        let (mut start, mut number) = (from, 0);
        while start < block.len() {
            let starts = alike(block, &self.marks, number, self.shape);
            let rows = PlainRows {
                block,
                offset,
                starts,
                width: self.shape.width,
            };
            if rows.count() > 0 {
                number += starts.len() - 1;
                start = index(starts[starts.len() - 1]);
                self.is_taken.clear();
                self.is_taken.resize(rows.count(), true);
                look(&rows, &self.unread, &self.marks, &mut self.is_taken);
                self.plain.rows(&rows, &mut self.is_taken);
                settle(&rows, &self.is_taken, taken);
            } else if number + self.shape.width >= self.marks.starts().len() && start > from {
                // The rest may be a whole row of the next stretch.
                return start;
            } else {
                self.are_whole = false;
                let end = start + careful_length(&block[start..], self.shape);
                let nr = taken.rows;
                taken.rows += 1;
                let place = offset + u64::try_from(start).unwrap_or(0);
                taken.leave(&block[start..end], place, nr);
                start = end;
                number = self.marks.number_of(end, number);
            }
        }
        start
    }
}

/// Where the cells begin of as many rows as stand one after the other from a mark on
/// and have as many cells as the file has columns: all marks of a row are separators
/// but its last, which is a line end.
fn alike<'m>(block: &[u8], marks: &'m Marks, number: usize, shape: &Shape) -> &'m [u32] {
    let Shape { separator, width } = *shape;
    let starts = &marks.starts()[number.min(marks.starts().len() - 1)..];
    let mark = |start: u32| block[index(start).wrapping_sub(1)];
    // Mostly all rows of a stretch are whole: the last mark of each is a line end, and there
    // are no other line ends and no quotes.
    let rows = (starts.len() - 1) / width;
    if number == 0
        && marks.ends() == rows
        && (1..=rows).all(|row| mark(starts[row * width]) == b'\n')
    {
        return &starts[..=rows * width];
    }
    let is_whole = |ends: &&[u32]| {
        let (last, others) = ends.split_last().unwrap_or((&0, &[]));
        let odd = others
            .iter()
            .fold(0, |odd, start| odd | (mark(*start) ^ separator));
        odd == 0 && mark(*last) == b'\n'
    };
    let rows = starts[1..].chunks_exact(width).take_while(is_whole).count();
    &starts[..=rows * width]
}

/// Takes out rows of which something is to be told beside what their columns say.
fn look(rows: &PlainRows<'_>, unread: &[usize], marks: &Marks, is_taken: &mut [bool]) {
    // Without an @ the shortest cell with personal data has one of full width, in three bytes.
    let shortest_personal = if marks.has_at_sign() { 1 } else { 8 };
    let mut may_be = Vec::new();
    for position in unread {
        rows.read(&CellAt::Column(*position), &mut may_be, |cell| {
            cell.length() >= shortest_personal && may_be_personal(cell.text())
        });
        for (is_taken, may_be) in is_taken.iter_mut().zip(&may_be) {
            *is_taken &= !may_be;
        }
    }
    if !marks.is_ascii() && std::str::from_utf8(rows.text()).is_err() {
        for (row, is_taken) in is_taken.iter_mut().enumerate() {
            let (start, end) = rows.ends(row);
            *is_taken &= std::str::from_utf8(&rows.block[start..end]).is_ok();
        }
    }
}

/// Counts the rows that were taken, and leaves the others.
fn settle(rows: &PlainRows<'_>, is_taken: &[bool], taken: &mut Taken) {
    let mut left = 0;
    for (row, nr) in (0..is_taken.len()).zip(taken.rows..) {
        if !is_taken[row] {
            let (start, end) = rows.ends(row);
            taken.leave(&rows.block[start..end], rows.offset(row), nr);
            left += 1;
        }
    }
    taken.rows += count(is_taken.len());
    taken.plain += count(is_taken.len()) - left;
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// How many bytes the careful reader takes for the row that begins here.
fn careful_length(rest: &[u8], shape: &Shape) -> usize {
    let mut rows = Rows::new(rest, 0, shape.separator, 1);
    rows.next();
    rows.taken()
}

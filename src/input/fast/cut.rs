//! One block: its plain rows are taken at once, every other row is kept aside with its
//! place for the careful reader.

use super::Plain;
use super::marks::Marks;
use super::row::{MOST_CELLS, PlainRow, ROOM, Starts};
use crate::input::csv::rows::Rows;
use crate::input::personal_data::may_be_personal;

/// Bytes of the longest row that is taken at once.
const LONGEST: usize = 4096;

/// How the rows of a file are cut.
#[derive(Debug)]
pub(in crate::input) struct Shape {
    /// What stands between cells.
    pub(in crate::input) separator: u8,
    /// Number of columns.
    pub(in crate::input) width: usize,
}

impl Shape {
    /// Whether rows of this shape can be taken at once.
    pub(in crate::input) fn is_plain(&self) -> bool {
        self.width <= MOST_CELLS
    }
}

/// What became of the rows of a block.
#[derive(Debug, Default)]
pub(in crate::input) struct Taken {
    /// Where the block ends in the file's text.
    pub(in crate::input) end: u64,
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
    fn leave(&mut self, bytes: &[u8], offset: u64) {
        self.bytes.extend_from_slice(bytes);
        self.doubts.push(Doubt {
            length: bytes.len(),
            offset,
            nr: self.rows,
        });
    }
}

/// Takes the plain rows of a block that stands at `offset` in the file's text.
pub(super) fn take<P: Plain>(block: &[u8], offset: u64, shape: &Shape, plain: &mut P) -> Taken {
    let mut taken = Taken {
        end: offset + u64::try_from(block.len()).unwrap_or(0),
        ..Taken::default()
    };
    let mut marks = Marks::new(block, shape.separator);
    let has_at = memchr::memchr(b'@', block).is_some();
    let looks = Looks {
        shortest_personal: if has_at { 1 } else { 9 },
        is_utf8: std::str::from_utf8(block).is_ok(),
        unread: plain.unread(shape.width),
    };
    let mut starts = [0; ROOM + 1];
    let mut start = 0;
    while start < block.len() {
        let offset = offset + u64::try_from(start).unwrap_or(0);
        starts[0] = start;
        let cut = cut(block, &mut marks, &mut starts);
        let end = match cut {
            Some((end, _)) => end,
            None => start + careful_length(&block[start..], shape),
        };
        let is_taken = cut.is_some_and(|(_, cells)| {
            let row = PlainRow {
                block,
                starts: &starts,
                offset,
            };
            cells == shape.width && looks.plain(&row, &block[start..end]) && plain.row(&row)
        });
        if is_taken {
            taken.plain += 1;
        } else {
            taken.leave(&block[start..end], offset);
        }
        if cut.is_none() && end < block.len() {
            marks.go_to(end);
        }
        taken.rows += 1;
        start = end;
    }
    taken
}

/// Cuts a line at its separators: gives where the next begins and how many cells there
/// are. None where a quote or the end of the file stands before the line end.
#[inline(always)]
fn cut(block: &[u8], marks: &mut Marks<'_>, starts: &mut Starts) -> Option<(usize, usize)> {
    // A copy of its own is kept in registers.
    let mut own = *marks;
    let mut cells = 0;
    let end = loop {
        let mark = own.next()?;
        // Cells beyond the last that there is room for make no plain row.
        cells += 1;
        starts[cells % ROOM] = mark + 1;
        match block[mark] {
            b'\n' => break mark,
            b'"' => return None,
            _ => {}
        }
    };
    *marks = own;
    if end > 0 && block[end - 1] == b'\r' {
        starts[cells % ROOM] = end;
    }
    Some((end + 1, cells))
}

/// How many bytes the careful reader takes for the row that begins here.
fn careful_length(rest: &[u8], shape: &Shape) -> usize {
    let mut rows = Rows::new(rest, 0, shape.separator, 1);
    rows.next();
    rows.taken()
}

/// What is known of a whole block, so that it is not looked for in every row.
struct Looks {
    /// Bytes of the shortest cell that could hold personal data: without an @ it takes
    /// nine digits.
    shortest_personal: usize,
    is_utf8: bool,
    /// Columns whose cells nobody else reads.
    unread: Vec<usize>,
}

impl Looks {
    /// Whether nothing is to be told of a row but what its columns say.
    #[inline(always)]
    fn plain(&self, row: &PlainRow<'_>, bytes: &[u8]) -> bool {
        let is_short = |index: &usize| row.length(*index) < self.shortest_personal;
        (self.is_utf8 || std::str::from_utf8(bytes).is_ok())
            && bytes.len() <= LONGEST
            && self
                .unread
                .iter()
                .all(|index| is_short(index) || !may_be_personal(row.at(*index)))
    }
}

//! The careful reader: the rows of a block, cell by cell, with their places.

use encoding_rs::WINDOWS_1252;
use std::borrow::Cow;
use std::ops::Range;

use crate::input::fault::RowFault;
use crate::input::personal_data::may_be_personal;

/// A cell within its row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::input) struct CellRange {
    /// Bytes within the row, quotes left out.
    pub(in crate::input) inner: Range<usize>,
    /// First byte of the cell within the row, its quote included.
    pub(in crate::input) start: usize,
    /// Whether two quotes in it stand for one.
    has_pairs: bool,
}

/// One row of a block.
#[derive(Debug)]
pub(in crate::input) struct Row<'b> {
    /// Where it stands in the file's text.
    pub(in crate::input) offset: u64,
    /// Its bytes without the line end.
    pub(in crate::input) bytes: &'b [u8],
    /// Its cells.
    pub(in crate::input) cells: Vec<CellRange>,
    /// What makes it impossible to cut it into cells, and in which.
    pub(in crate::input) fault: Option<(RowFault, usize)>,
    /// Its number as a spreadsheet counts, from 1.
    pub(in crate::input) nr: u64,
    /// Whether its bytes are UTF-8; else they are read as Windows-1252.
    pub(in crate::input) is_utf8: bool,
    /// Cells that hold personal data, and what is shown in their place.
    pub(in crate::input) masks: Vec<(usize, &'static str)>,
}

impl<'b> Row<'b> {
    /// The text of a cell.
    pub(in crate::input) fn text(&self, index: usize) -> Cow<'b, str> {
        if let Some(mask) = self.mask(index) {
            return Cow::Borrowed(mask);
        }
        self.own_text(index)
    }

    /// What is shown in the place of a cell that holds personal data.
    pub(in crate::input) fn mask(&self, index: usize) -> Option<&'static str> {
        let masked = self.masks.iter().find(|(masked, _)| *masked == index);
        masked.map(|(_, mask)| *mask)
    }

    /// The text of a cell as it is, to tell it from others; never shown.
    pub(in crate::input) fn own_text(&self, index: usize) -> Cow<'b, str> {
        let Some(cell) = self.cells.get(index) else {
            return Cow::Borrowed("");
        };
        let text = decoded(&self.bytes[cell.inner.clone()], self.is_utf8);
        if cell.has_pairs {
            Cow::Owned(text.replace("\"\"", "\""))
        } else {
            text
        }
    }

    /// Whether a cell could hold personal data.
    pub(in crate::input) fn may_be_personal(&self, index: usize) -> bool {
        let Some(cell) = self.cells.get(index) else {
            return false;
        };
        may_be_personal(&self.bytes[cell.inner.clone()])
    }

    /// The text of a cell with its quotes and all that stands around them.
    pub(in crate::input) fn raw_text(&self, index: usize) -> Cow<'b, str> {
        let Some(cell) = self.cells.get(index) else {
            return Cow::Borrowed("");
        };
        let next = self
            .cells
            .get(index + 1)
            .map_or(self.bytes.len(), |next| next.start - 1);
        decoded(&self.bytes[cell.start..next], self.is_utf8)
    }

    /// Whether nothing stands in any of its cells.
    pub(in crate::input) fn is_blank(&self) -> bool {
        self.fault.is_none()
            && (0..self.cells.len()).all(|index| self.text(index).trim().is_empty())
    }

    /// Column of a cell in characters from the start of its line, from 1.
    pub(in crate::input) fn column(&self, index: usize) -> usize {
        let start = self.cells.get(index).map_or(0, |cell| cell.start);
        let line = memchr::memrchr(b'\n', &self.bytes[..start]).map_or(0, |at| at + 1);
        1 + decoded(&self.bytes[line..start], self.is_utf8)
            .chars()
            .count()
    }

    /// Where a cell stands in the file's text.
    pub(in crate::input) fn cell_offset(&self, index: usize) -> u64 {
        let start = self.cells.get(index).map_or(0, |cell| cell.start);
        self.offset + u64::try_from(start).unwrap_or(0)
    }
}

/// Bytes as text.
pub(in crate::input) fn decoded(bytes: &[u8], is_utf8: bool) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) if is_utf8 => Cow::Borrowed(text),
        _ => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

/// The rows of a block, in order.
pub(in crate::input) struct Rows<'b> {
    bytes: &'b [u8],
    offset: u64,
    at: usize,
    separator: u8,
    nr: u64,
}

impl<'b> Rows<'b> {
    /// The rows of `bytes`, which stand at `offset` in the file's text; the first has
    /// the number `nr`.
    pub(in crate::input) fn new(bytes: &'b [u8], offset: u64, separator: u8, nr: u64) -> Self {
        Self {
            bytes,
            offset,
            at: 0,
            separator,
            nr,
        }
    }

    /// Number of the row that comes next.
    pub(in crate::input) fn next_nr(&self) -> u64 {
        self.nr
    }

    /// Bytes that were taken so far.
    pub(in crate::input) fn taken(&self) -> usize {
        self.at
    }
}

impl<'b> Iterator for Rows<'b> {
    type Item = Row<'b>;

    fn next(&mut self) -> Option<Row<'b>> {
        if self.at >= self.bytes.len() {
            return None;
        }
        let rest = &self.bytes[self.at..];
        let mut cut = Cutter {
            bytes: rest,
            separator: self.separator,
            at: 0,
            cells: Vec::with_capacity(8),
            fault: None,
        };
        let length = cut.row();
        let bytes = &rest[..length];
        let row = Row {
            offset: self.offset + u64::try_from(self.at).unwrap_or(0),
            bytes,
            cells: cut.cells,
            fault: cut.fault,
            nr: self.nr,
            is_utf8: std::str::from_utf8(bytes).is_ok(),
            masks: Vec::new(),
        };
        self.at += cut.at;
        self.nr += 1;
        Some(row)
    }
}

/// Cuts one row into its cells.
struct Cutter<'b> {
    bytes: &'b [u8],
    separator: u8,
    at: usize,
    cells: Vec<CellRange>,
    fault: Option<(RowFault, usize)>,
}

impl Cutter<'_> {
    /// Takes a row and gives its length without the line end.
    fn row(&mut self) -> usize {
        loop {
            let end = if self.bytes.get(self.at) == Some(&b'"') {
                self.quoted()
            } else {
                self.bare()
            };
            match self.bytes.get(self.at) {
                Some(byte) if *byte == self.separator && !self.is_line_end(self.at) => self.at += 1,
                Some(_) => {
                    self.at += 1;
                    return end;
                }
                None => return end,
            }
        }
    }

    fn is_line_end(&self, at: usize) -> bool {
        self.bytes[at] == b'\n'
    }

    /// A cell without quotes, up to the separator or the line end; gives its end.
    fn bare(&mut self) -> usize {
        let start = self.at;
        let rest = &self.bytes[start..];
        let length = memchr::memchr2(self.separator, b'\n', rest).unwrap_or(rest.len());
        self.at = start + length;
        let end = self.without_return(start, self.at);
        if memchr::memchr(b'"', &self.bytes[start..end]).is_some() {
            self.fault
                .get_or_insert((RowFault::QuoteInside, self.cells.len()));
        }
        self.cells.push(CellRange {
            inner: start..end,
            start,
            has_pairs: false,
        });
        end
    }

    /// A quoted cell; gives the end of what stands before the separator or line end.
    fn quoted(&mut self) -> usize {
        let start = self.at;
        let mut at = start + 1;
        let mut has_pairs = false;
        loop {
            match memchr::memchr(b'"', &self.bytes[at..]) {
                Some(found) if self.bytes.get(at + found + 1) == Some(&b'"') => {
                    has_pairs = true;
                    at += found + 2;
                }
                Some(found) => return self.after_quote(start, at + found, has_pairs),
                None => {
                    self.fault
                        .get_or_insert((RowFault::QuoteNotClosed, self.cells.len()));
                    self.at = self.bytes.len();
                    let end = self.without_line_end();
                    self.cells.push(CellRange {
                        inner: (start + 1).min(end)..end,
                        start,
                        has_pairs,
                    });
                    return end;
                }
            }
        }
    }

    /// What stands between a closing quote and the end of its cell.
    fn after_quote(&mut self, start: usize, quote: usize, has_pairs: bool) -> usize {
        let rest = &self.bytes[quote + 1..];
        let length = memchr::memchr2(self.separator, b'\n', rest).unwrap_or(rest.len());
        self.at = quote + 1 + length;
        let end = self.without_return(quote + 1, self.at);
        if self.bytes[quote + 1..end]
            .iter()
            .any(|byte| !byte.is_ascii_whitespace())
        {
            self.fault
                .get_or_insert((RowFault::TextAfterQuote, self.cells.len()));
        }
        self.cells.push(CellRange {
            inner: start + 1..quote,
            start,
            has_pairs,
        });
        end
    }

    /// `end` without a carriage return before a line end.
    fn without_return(&self, start: usize, end: usize) -> usize {
        let at_line_end = self.bytes.get(end).is_none_or(|byte| *byte == b'\n');
        if at_line_end && end > start && self.bytes[end - 1] == b'\r' {
            end - 1
        } else {
            end
        }
    }

    fn without_line_end(&self) -> usize {
        let mut end = self.bytes.len();
        while end > 0 && matches!(self.bytes[end - 1], b'\n' | b'\r') {
            end -= 1;
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &[u8]) -> Vec<(Vec<String>, Option<RowFault>)> {
        Rows::new(text, 0, b';', 1)
            .map(|row| {
                (
                    (0..row.cells.len())
                        .map(|i| row.text(i).into_owned())
                        .collect(),
                    row.fault.map(|(why, _)| why),
                )
            })
            .collect()
    }

    fn cells(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn rows_with_every_kind_of_line_end() {
        let expected = vec![(cells(&["a", "b"]), None), (cells(&["", "d"]), None)];
        assert_eq!(read(b"a;b\n;d\n"), expected);
        assert_eq!(read(b"a;b\r\n;d\r\n"), expected);
        assert_eq!(read(b"a;b\r\n;d"), expected);
    }

    #[test]
    fn quoted_cells_hold_separators_line_ends_and_quotes() {
        let expected = vec![(cells(&["a;b", "c\r\nd", "e\"f"]), None)];
        assert_eq!(read(b"\"a;b\";\"c\r\nd\";\"e\"\"f\"\r\n"), expected);
    }

    #[test]
    fn stray_quotes_are_faults_and_reading_goes_on() {
        let rows = read(b"a;b\"c\nd;\"e\"f\ng;\"h\ni");
        assert_eq!(rows[0].1, Some(RowFault::QuoteInside));
        assert_eq!(rows[1].1, Some(RowFault::TextAfterQuote));
        assert_eq!(rows[2].1, Some(RowFault::QuoteNotClosed));
        assert_eq!(rows.len(), 3);
    }

    #[test]
    fn a_row_that_is_not_utf8_is_read_as_windows_1252() {
        assert_eq!(read(b"caf\xE9;\x80 5\n")[0].0, cells(&["café", "€ 5"]));
    }

    #[test]
    fn places_are_counted_in_characters_from_the_line_start() {
        let text = "é;\"x\r\ny\";z\n".as_bytes();
        let row = Rows::new(text, 100, b';', 1)
            .next()
            .expect("there is a row");
        assert_eq!((row.column(0), row.column(1), row.column(2)), (1, 3, 4));
        assert_eq!(row.cell_offset(1), 103);
    }
}

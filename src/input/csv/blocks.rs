//! Cutting a file into blocks that hold whole rows.
//!
//! A line end inside quotes is no row end. Where a block has no quote at all, its
//! last line end is found in one search; else a small state machine walks over it.

use super::text::Text;
use std::io;

/// Bytes read at a time.
pub(in crate::input) const BLOCK: usize = 256 * 1024;

/// The longest row; a longer one is set aside.
pub(in crate::input) const LONGEST_ROW: usize = 1024 * 1024;

/// Bytes read first: a header may be as long as a row may be.
pub(in crate::input) const FIRST: usize = LONGEST_ROW + BLOCK;

/// Blocks of a file, one after the other.
pub(in crate::input) struct Blocks {
    text: Text,
    separator: u8,
    buffer: Vec<u8>,
    /// Where the buffer stands in the file's text.
    offset: u64,
    /// Bytes of the buffer that were given out.
    given: usize,
    goes_on: bool,
    longest_row: usize,
}

/// What comes next in a file.
pub(in crate::input) enum Next<'b> {
    /// Whole rows, and where the first stands.
    Rows {
        /// Offset in the file's text.
        offset: u64,
        /// The rows, line ends included.
        bytes: &'b [u8],
    },
    /// A row that is too long; it was passed over up to the next line end.
    TooLong {
        /// Where it stands.
        offset: u64,
        /// Where a quote opened that was not closed.
        quote: Option<u64>,
    },
}

impl Blocks {
    /// Cuts `text`, of which `buffer` was already read; it starts at `offset`.
    pub(in crate::input) fn new(
        text: Text,
        separator: u8,
        buffer: Vec<u8>,
        offset: u64,
        goes_on: bool,
    ) -> Self {
        Self {
            text,
            separator,
            buffer,
            offset,
            given: 0,
            goes_on,
            longest_row: LONGEST_ROW,
        }
    }

    /// The next rows; none at the end of the file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(in crate::input) fn next(&mut self) -> io::Result<Option<Next<'_>>> {
        self.buffer.drain(..self.given);
        self.offset += u64::try_from(self.given).unwrap_or(u64::MAX);
        self.given = 0;
        loop {
            if self.buffer.is_empty() && !self.goes_on {
                return Ok(None);
            }
            let cut = if self.goes_on {
                last_row_end(&self.buffer, self.separator)
            } else {
                Cut::at(self.buffer.len())
            };
            if cut.end > 0 {
                self.given = cut.end;
                return Ok(Some(Next::Rows {
                    offset: self.offset,
                    bytes: &self.buffer[..cut.end],
                }));
            }
            if self.buffer.len() > self.longest_row {
                let offset = self.offset;
                let quote = cut
                    .open_quote
                    .map(|at| offset + u64::try_from(at).unwrap_or(0));
                let is_closed = self.skip_row()?;
                let quote = quote.filter(|_| !is_closed);
                return Ok(Some(Next::TooLong { offset, quote }));
            }
            self.goes_on = self.text.fill(&mut self.buffer, BLOCK)?;
        }
    }

    /// Passes over everything up to and with the next line end, and tells whether a
    /// quote stood before it, which closes one that is open.
    fn skip_row(&mut self) -> io::Result<bool> {
        let mut from = self.longest_row;
        let mut has_quote = false;
        loop {
            let line_end = memchr::memchr(b'\n', &self.buffer[from..]).map(|at| from + at);
            let end = line_end.unwrap_or(self.buffer.len());
            has_quote |= memchr::memchr(b'"', &self.buffer[from..end]).is_some();
            self.drop(line_end.map_or(end, |at| at + 1));
            if line_end.is_some() || !self.goes_on {
                return Ok(has_quote);
            }
            self.goes_on = self.text.fill(&mut self.buffer, BLOCK)?;
            from = 0;
        }
    }

    fn drop(&mut self, bytes: usize) {
        self.buffer.drain(..bytes);
        self.offset += u64::try_from(bytes).unwrap_or(u64::MAX);
    }
}

/// Where a buffer may be cut.
struct Cut {
    /// After the last row end; 0 when there is none.
    end: usize,
    /// Where a quote opened that is still open at the end of the buffer.
    open_quote: Option<usize>,
}

impl Cut {
    fn at(end: usize) -> Self {
        Self {
            end,
            open_quote: None,
        }
    }
}

fn last_row_end(bytes: &[u8], separator: u8) -> Cut {
    if memchr::memchr(b'"', bytes).is_none() {
        return Cut::at(memchr::memrchr(b'\n', bytes).map_or(0, |at| at + 1));
    }
    let mut walk = Walk::default();
    let mut end = 0;
    let mut opened = None;
    for (at, byte) in bytes.iter().enumerate() {
        let was_quoted = walk.is_quoted();
        let is_row_end = walk.step(*byte, separator);
        if is_row_end {
            end = at + 1;
        }
        if !was_quoted && walk.is_quoted() && opened.is_none() {
            opened = Some(at);
        } else if !walk.is_quoted() && !walk.is_after_quote() {
            opened = None;
        }
    }
    Cut {
        end,
        open_quote: opened,
    }
}

/// Where a walk over bytes stands: a quote opens a quoted cell only at its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Walk {
    /// At the start of a cell.
    #[default]
    Start,
    /// In a cell without quotes.
    Bare,
    /// In a quoted cell.
    Quoted,
    /// After a quote in a quoted cell: its end, or the first of two.
    AfterQuote,
}

impl Walk {
    /// Takes one byte and tells whether it ends a row.
    fn step(&mut self, byte: u8, separator: u8) -> bool {
        *self = match (*self, byte) {
            (Self::Start, b'"') | (Self::AfterQuote, b'"') => Self::Quoted,
            (Self::Quoted, b'"') => Self::AfterQuote,
            (Self::Quoted, _) => Self::Quoted,
            (_, b'\n') => {
                *self = Self::Start;
                return true;
            }
            (_, byte) if byte == separator => Self::Start,
            _ => Self::Bare,
        };
        false
    }

    fn is_quoted(self) -> bool {
        self == Self::Quoted
    }

    fn is_after_quote(self) -> bool {
        self == Self::AfterQuote
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(text: &str) -> usize {
        last_row_end(text.as_bytes(), b';').end
    }

    #[test]
    fn a_block_ends_at_the_last_row_end() {
        assert_eq!(end("a;b\nc;d\ne"), 8);
        assert_eq!(end("a;\"b\nc\";d\ne"), 10);
        assert_eq!(end("a;\"b\nc"), 0);
        assert_eq!(
            end("a;b\"\nc;\"d\n"),
            5,
            "a quote inside a bare cell opens nothing"
        );
        assert_eq!(end("\"a\"\"b\n\"\n"), 8);
    }

    #[test]
    fn an_open_quote_is_remembered() {
        assert_eq!(last_row_end(b"a;\"b\nc", b';').open_quote, Some(2));
        assert_eq!(last_row_end(b"a;\"b\"\nc", b';').open_quote, None);
    }
}

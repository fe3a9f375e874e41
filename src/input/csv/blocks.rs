//! Cutting a file into blocks that hold whole rows.
//!
//! A line end inside quotes is no row end. Where a block has no quote at all, its
//! last line end is found in one search; else the search goes from quote to quote.

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
    goes_on: bool,
    longest_row: usize,
    block: usize,
}

/// What comes next in a file.
pub(in crate::input) enum Next {
    /// Whole rows, and where the first stands.
    Rows {
        /// Offset in the file's text.
        offset: u64,
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
            goes_on,
            longest_row: LONGEST_ROW,
            block: BLOCK,
        }
    }

    /// The same, cut into blocks of about so many bytes.
    pub(in crate::input) fn of(self, block: usize) -> Self {
        Self { block, ..self }
    }

    /// Puts the next whole rows into `block`, line ends included; none at the end of
    /// the file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(in crate::input) fn next(&mut self, block: &mut Vec<u8>) -> io::Result<Option<Next>> {
        loop {
            // Filled up first: what was left of a block is mostly part of a row, and given
            // out by itself it would be a block of one row or none.
            if self.goes_on && self.buffer.len() < self.block {
                let room = self.block - self.buffer.len();
                self.goes_on = self.text.fill(&mut self.buffer, room)?;
            }
            if self.buffer.is_empty() && !self.goes_on {
                return Ok(None);
            }
            let cut = self.cut();
            if cut.end > 0 {
                return Ok(Some(self.give(cut.end, block)));
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
            self.goes_on = self.text.fill(&mut self.buffer, self.block)?;
        }
    }

    /// Where the buffer is cut: about where a block ends, else at its last row.
    fn cut(&self) -> Cut {
        let end = self.buffer.len();
        if end > self.block {
            let cut = last_row_end(&self.buffer[..self.block], self.separator);
            if cut.end > 0 {
                return cut;
            }
        }
        if self.goes_on {
            last_row_end(&self.buffer, self.separator)
        } else {
            Cut::at(end)
        }
    }

    /// Gives the first bytes of the buffer out. Only what follows them is copied: the
    /// two buffers change places.
    fn give(&mut self, bytes: usize, block: &mut Vec<u8>) -> Next {
        block.clear();
        block.extend_from_slice(&self.buffer[bytes..]);
        std::mem::swap(block, &mut self.buffer);
        block.truncate(bytes);
        let offset = self.offset;
        self.offset += u64::try_from(bytes).unwrap_or(u64::MAX);
        Next::Rows { offset }
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
    let (mut end, mut at) = (0, 0);
    loop {
        let rest = &bytes[at..];
        let opens = next_opening(bytes, at, separator);
        let bare = opens.map_or(rest, |opening| &bytes[at..opening]);
        if let Some(line_end) = memchr::memrchr(b'\n', bare) {
            end = at + line_end + 1;
        }
        let Some(opening) = opens else {
            return Cut::at(end);
        };
        match closing(bytes, opening) {
            Some(closing) => at = closing + 1,
            None => {
                return Cut {
                    end,
                    open_quote: Some(opening),
                };
            }
        }
    }
}

/// The next quote from `at` on that opens a quoted cell: it stands at the start of one.
fn next_opening(bytes: &[u8], at: usize, separator: u8) -> Option<usize> {
    memchr::memchr_iter(b'"', &bytes[at..])
        .map(|found| at + found)
        .find(|quote| match quote.checked_sub(1).map(|it| bytes[it]) {
            None | Some(b'\n') => true,
            Some(before) => before == separator,
        })
}

/// The quote that closes the one at `opening`; two of them stand for one that does not.
fn closing(bytes: &[u8], opening: usize) -> Option<usize> {
    let mut at = opening + 1;
    loop {
        let quote = at + memchr::memchr(b'"', &bytes[at..])?;
        if bytes.get(quote + 1) != Some(&b'"') {
            return Some(quote);
        }
        at = quote + 2;
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

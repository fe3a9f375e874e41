//! The texts of the files that were read, spans in them, and the way from a
//! byte offset to a line and a column.
//!
//! Inside the program a place is a span of bytes. A line and a column are made
//! here, once, when a finding is told; nothing else counts lines.

mod personal;

pub use personal::{Contact, Personal, may_be_personal, personal};

use std::ops::Range;

/// Number of a file in [`Sources`], in the order in which the dossier names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

impl FileId {
    /// The dossier itself, or the scheme file when that is all that was read.
    pub const FIRST: Self = Self(0);

    /// Position in the list of sources, counted from 0.
    #[must_use]
    pub fn index(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }
}

/// A range of bytes in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The file the bytes stand in.
    pub file: FileId,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span of `range` in `file`.
    #[must_use]
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        Self {
            file,
            start: range.start,
            end: range.end.max(range.start),
        }
    }
}

/// A place in the files, before lines are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// A span of a file whose text is held.
    Text(Span),
    /// A cell of a log, already placed by its reader.
    Cell(CellSpot),
    /// A file as a whole.
    File(FileId),
}

/// A cell of a CSV file, or a whole row of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellSpot {
    /// The file.
    pub file: FileId,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The cell as a spreadsheet names it, such as `A3`.
    pub cell: String,
    /// The text of the cell, shortened where it is very long.
    pub excerpt: String,
}

impl Spot {
    /// The file it stands in.
    #[must_use]
    pub fn file(&self) -> FileId {
        match self {
            Self::Text(span) => span.file,
            Self::Cell(cell) => cell.file,
            Self::File(file) => *file,
        }
    }
}

impl From<Span> for Spot {
    fn from(span: Span) -> Self {
        Self::Text(span)
    }
}

impl From<CellSpot> for Spot {
    fn from(cell: CellSpot) -> Self {
        Self::Cell(cell)
    }
}

/// A value and the place it was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spanned<T> {
    /// What was read.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// `value` as read from `span`.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// The same place with another reading of it.
    pub fn map<U>(self, read: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned::new(read(self.value), self.span)
    }
}

#[cfg(test)]
impl<T> Spanned<T> {
    /// `value` as if it stood at the very start of the dossier, for tests of what is
    /// calculated from it.
    pub(crate) fn at_start(value: T) -> Self {
        Self::new(value, Span::new(FileId::FIRST, 0..0))
    }
}

/// One file that was read, or that the dossier names and that could not be read.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Path relative to the dossier's folder, with `/` between its parts.
    pub path: String,
    /// The whole text of a TOML file; empty for logs, which are never held in memory.
    pub text: String,
}

/// All files of one run, the dossier first, then as it names them.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Adds a file and gives its number.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile {
            path: path.into(),
            text: text.into(),
        });
        id
    }

    /// The file with this number.
    #[must_use]
    pub fn file(&self, id: FileId) -> &SourceFile {
        self.files
            .get(id.index())
            .expect("a file number is only made by adding the file")
    }

    /// All files, in order.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (0u32..).map(FileId).zip(&self.files)
    }
}

/// A line and a column, both counted from 1; the column in characters, a byte
/// order mark not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Line and column of the byte `offset` in `text`.
#[must_use]
pub fn line_column(text: &[u8], offset: usize) -> LineColumn {
    let offset = offset.min(text.len());
    let start = line_start(text, offset);
    LineColumn {
        line: 1 + memchr::memchr_iter(b'\n', &text[..start]).count(),
        column: 1 + characters(strip_bom(&text[start..offset], start)),
    }
}

/// The bytes of the line that holds `offset`, without its line end.
#[must_use]
pub fn line_around(text: &[u8], offset: usize) -> Range<usize> {
    let offset = offset.min(text.len());
    let start = line_start(text, offset);
    let end = memchr::memchr(b'\n', &text[offset..]).map_or(text.len(), |at| offset + at);
    let end = if end > start && text[end - 1] == b'\r' {
        end - 1
    } else {
        end
    };
    let start = start + (text.len() - start - strip_bom(&text[start..], start).len());
    start.min(end)..end
}

/// Number of characters in `bytes`: as UTF-8, or one a byte where they are not UTF-8.
#[must_use]
pub fn characters(bytes: &[u8]) -> usize {
    std::str::from_utf8(bytes).map_or(bytes.len(), |text| text.chars().count())
}

fn line_start(text: &[u8], offset: usize) -> usize {
    memchr::memrchr(b'\n', &text[..offset]).map_or(0, |at| at + 1)
}

fn strip_bom(line: &[u8], line_start: usize) -> &[u8] {
    if line_start == 0 {
        line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line)
    } else {
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let text = "één\r\ntwee\r\n".as_bytes();
        assert_eq!(line_column(text, 0), LineColumn { line: 1, column: 1 });
        assert_eq!(line_column(text, 2), LineColumn { line: 1, column: 2 });
        assert_eq!(line_column(text, 8), LineColumn { line: 2, column: 2 });
        assert_eq!(&text[line_around(text, 8)], b"twee");
    }

    #[test]
    fn a_byte_order_mark_is_not_a_column() {
        let text = b"\xEF\xBB\xBFab\ncd";
        assert_eq!(line_column(text, 3), LineColumn { line: 1, column: 1 });
        assert_eq!(line_column(text, 4), LineColumn { line: 1, column: 2 });
        assert_eq!(&text[line_around(text, 4)], b"ab");
    }

    #[test]
    fn an_offset_past_the_end_is_the_end() {
        assert_eq!(line_column(b"ab\n", 99), LineColumn { line: 2, column: 1 });
        assert_eq!(line_around(b"ab\n", 99), 3..3);
    }
}

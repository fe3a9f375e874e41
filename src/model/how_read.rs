//! How a file that a dossier names was read, so that somebody can see it.

use super::{Date, InTwoLanguages, NumberStyle, Separator};

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// What was reached.
    Progress,
    /// What was spent.
    Bookings,
}

/// How the letters of a file are kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8; rows that are not are read as Windows-1252.
    #[default]
    Utf8,
    /// UTF-8 with a byte order mark.
    Utf8Marked,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// A workbook, whose cells each have a type.
    Workbook,
}

/// How it is known what stands between the cells of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeparatorFrom {
    /// The dossier declares it.
    Dossier,
    /// A first line `sep=;` names it.
    FirstLine,
    /// It makes the most known headings.
    Headings,
}

/// What a column of a file is used for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnRead {
    /// Its letters as a spreadsheet has them; none where the dossier fixes the column.
    pub letters: Option<String>,
    /// Its heading as written; none where the dossier fixes the column.
    pub heading: Option<String>,
    /// The key it is read as and its name; none where it is not used.
    pub read_as: Option<(&'static str, InTwoLanguages)>,
    /// The text that the dossier fixes for every row.
    pub fixed: Option<String>,
}

/// How a file was cut and read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// What stands between its cells, and how that is known; none for a sheet.
    pub separator: Option<(Separator, SeparatorFrom)>,
    /// How its numbers and dates are written.
    pub numbers: NumberStyle,
    /// Whether the dossier declares that; else it follows from the separator, or is that
    /// of the text cells of a sheet.
    pub numbers_declared: bool,
    /// Its columns, those of the file first.
    pub columns: Vec<ColumnRead>,
}

/// How a file was read and what became of its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HowRead {
    /// What it holds.
    pub kind: FileKind,
    /// The sheet that its rows stand in; none for CSV.
    pub sheet: Option<String>,
    /// How its letters are kept.
    pub encoding: Encoding,
    /// Rows that were read as Windows-1252.
    pub windows_1252_rows: u64,
    /// How it was cut.
    pub layout: Layout,
    /// Rows below the header that hold anything.
    pub rows: u64,
    /// Of these, rows that were set aside.
    pub set_aside: u64,
    /// Of these, rows dated after the as-of date.
    pub after_as_of: u64,
    /// Rows that hold nothing.
    pub blank_rows: u64,
    /// Rows that repeat an earlier one; none in a file too long to look for them.
    pub double_rows: Option<u64>,
    /// The first date of a counted row.
    pub first_date: Option<Date>,
    /// The last date of a counted row.
    pub last_date: Option<Date>,
}

impl HowRead {
    /// Rows that were counted.
    #[must_use]
    pub fn counted(&self) -> u64 {
        self.rows.saturating_sub(self.set_aside + self.after_as_of)
    }
}

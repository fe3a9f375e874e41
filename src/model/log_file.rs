//! A CSV file or workbook that a dossier names, and how it is written.

use super::Payer;
use crate::source::{Span, Spanned};
use std::collections::BTreeMap;

/// How numbers are written in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberStyle {
    /// `1.250,50` and `31/12/2023`.
    Belgian,
    /// `1250.50` and ISO dates only.
    Plain,
}

/// What stands between the cells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
    /// `,`
    Comma,
}

impl Separator {
    /// All separators.
    pub const ALL: [Self; 3] = [Self::Semicolon, Self::Tab, Self::Comma];

    /// The byte itself.
    #[must_use]
    pub fn byte(self) -> u8 {
        match self {
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Comma => b',',
        }
    }

    /// The convention that follows from it when none is declared.
    #[must_use]
    pub fn usual_numbers(self) -> NumberStyle {
        match self {
            Self::Semicolon | Self::Tab => NumberStyle::Belgian,
            Self::Comma => NumberStyle::Plain,
        }
    }
}

/// A CSV file or workbook that the dossier names, and what the dossier fixes for it.
#[derive(Debug, Clone)]
pub struct LogFile {
    /// Path as written.
    pub file: Spanned<String>,
    /// Columns fixed for the whole file: the column's key, the text as if every
    /// cell held it, and where it stands.
    pub fixed: Vec<(&'static str, Spanned<String>)>,
    /// The convention, where declared.
    pub numbers: Option<NumberStyle>,
    /// The separator, where declared.
    pub separator: Option<Separator>,
    /// The sheet of a workbook, where named.
    pub sheet: Option<Spanned<String>>,
    /// Own header texts by column key.
    pub columns: Vec<(String, Spanned<String>)>,
    /// Words of the file for payers, folded.
    pub payers: BTreeMap<String, Payer>,
    /// Words of the file for categories, folded, and the category's key.
    pub categories: BTreeMap<String, String>,
    /// Whether something that it states of the file cannot be read, so that the file
    /// is not counted.
    pub is_unreadable: bool,
    /// Its header in the dossier.
    pub span: Span,
}

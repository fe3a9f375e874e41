//! A document as bytes, one format a file.

/// A format of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For a terminal.
    Text,
    /// RFC 4180: comma, point, UTF-8, CR LF. One table.
    Csv,
    /// Everything, for programs.
    Json,
}

/// How a document is to be shown.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// The language of words.
    pub language: crate::model::Language,
    /// Columns of the terminal.
    pub width: usize,
    /// Whether colours may be used; they never carry a meaning alone.
    pub colour: bool,
    /// Whether the terminal shows nothing but plain characters.
    pub plain: bool,
}

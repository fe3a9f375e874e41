//! A document as bytes, one format a file.
//!
//! A renderer knows the shapes of `document` and no report. Machine formats read
//! the tables, `text` reads the page.

mod csv;
mod json;
mod machine;
mod text;

#[cfg(test)]
mod tests;

pub use text::{findings_text, summary_line};

use crate::document::Document;

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

impl Format {
    /// All formats, in the order of the help.
    pub const ALL: [Self; 3] = [Self::Text, Self::Csv, Self::Json];

    /// The name by which it is asked for.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The extension of a file that holds it.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            other => other.name(),
        }
    }
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

/// The document in a format.
#[must_use]
pub fn render(document: &Document, format: Format, settings: &Settings) -> Vec<u8> {
    match format {
        Format::Text => text::render(document, settings).into_bytes(),
        Format::Csv => csv::render(document, settings.language),
        Format::Json => json::render(document, settings.language),
    }
}

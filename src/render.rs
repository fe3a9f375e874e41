//! A document as bytes, one format a file.
//!
//! A renderer knows the shapes of `document` and no report. Machine formats read
//! the tables, `text` reads the page.

mod csv;
mod github;
mod json;
mod json_lines;
mod junit;
mod layout;
mod machine;
mod markdown;
mod said;
mod sarif;
mod sign;
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
    /// The page, to be pasted where people write to each other.
    Markdown,
    /// The findings as JSON, one a line.
    JsonLines,
    /// The findings as programs that review files read them.
    Sarif,
    /// The findings as build servers show tests.
    Junit,
    /// The findings as GitHub shows them beside a changed file.
    Github,
}

impl Format {
    /// All formats, in the order of the help.
    pub const ALL: [Self; 8] = [
        Self::Text,
        Self::Csv,
        Self::Json,
        Self::Markdown,
        Self::JsonLines,
        Self::Sarif,
        Self::Junit,
        Self::Github,
    ];

    /// The formats that can hold tables; the others hold findings and nothing else.
    pub const OF_TABLES: [Self; 4] = [Self::Text, Self::Csv, Self::Json, Self::Markdown];

    /// The name by which it is asked for.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Markdown => "markdown",
            Self::JsonLines => "json-lines",
            Self::Sarif => "sarif",
            Self::Junit => "junit",
            Self::Github => "github",
        }
    }

    /// The extension of a file that holds it; none where no file is meant to.
    #[must_use]
    pub fn extension(self) -> Option<&'static str> {
        match self {
            Self::Text => Some("txt"),
            Self::Markdown => Some("md"),
            Self::JsonLines => Some("jsonl"),
            Self::Junit => Some("xml"),
            Self::Github => None,
            other => Some(other.name()),
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
        Format::Markdown => markdown::render(document, settings.language).into_bytes(),
        Format::JsonLines => json_lines::render(document, settings.language),
        Format::Sarif => sarif::render(document, settings.language),
        Format::Junit => junit::render(document, settings.language),
        Format::Github => github::render(document, settings.language),
    }
}

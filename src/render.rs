//! A document as bytes, one format a file.
//!
//! A renderer knows the shapes of `document` and no report. Machine formats read
//! the tables, `text` reads the page, a workbook holds both.

mod csv;
mod github;
mod html;
mod json;
mod json_lines;
mod junit;
mod layout;
mod machine;
mod markdown;
mod said;
mod sarif;
mod sign;
mod tabled;
mod text;
mod xlsx;

#[cfg(test)]
mod tests;

pub use text::{findings_text, summary_line};

use crate::document::Document;
use csv::Dialect;

/// What a format can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// The findings and nothing else.
    Findings,
    /// One table a file, or the findings where there is no table.
    OneTable,
    /// A whole report.
    Report,
}

/// What a file of a format is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Text, which a terminal can show.
    Text,
    /// Bytes that would only upset a terminal.
    Binary,
}

/// What is known of a format before anything is written in it.
struct Facts {
    name: &'static str,
    extension: Option<&'static str>,
    holds: Holds,
    content: Content,
    charts: bool,
}

/// The formats, a row each: name, extension, what it holds, what it is made of, and whether
/// charts are drawn in it.
macro_rules! formats {
    ($($(#[$doc:meta])* $format:ident $name:literal $extension:expr, $holds:ident $content:ident $charts:literal;)*) => {
        /// A format of output.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Format {
            $($(#[$doc])* $format,)*
        }

        impl Format {
            /// All formats, in the order of the help.
            pub const ALL: &'static [Self] = &[$(Self::$format),*];

            fn facts(self) -> Facts {
                match self {
                    $(Self::$format => Facts {
                        name: $name,
                        extension: $extension,
                        holds: Holds::$holds,
                        content: Content::$content,
                        charts: $charts,
                    },)*
                }
            }
        }
    };
}

// To add one: a row here, an arm in `render`.
formats! {
    /// For a terminal.
    Text "text" Some("txt"), Report Text false;
    /// RFC 4180: comma, point, UTF-8, CR LF. One table.
    Csv "csv" Some("csv"), OneTable Text false;
    /// Everything, for programs.
    Json "json" Some("json"), Report Text false;
    /// CSV as a Belgian spreadsheet opens it; its files end in `.csv` as well.
    CsvExcel "csv-excel" None, OneTable Text false;
    /// One complete page, for a screen and for paper.
    Html "html" Some("html"), Report Text true;
    /// The page, to be pasted where people write to each other.
    Markdown "markdown" Some("md"), Report Text false;
    /// A workbook: a cover, a sheet a table, formulas where columns follow from others.
    Xlsx "xlsx" Some("xlsx"), Report Binary true;
    /// The findings as JSON, one a line.
    JsonLines "json-lines" Some("jsonl"), Findings Text false;
    /// The findings as programs that review files read them.
    Sarif "sarif" Some("sarif"), Findings Text false;
    /// The findings as build servers show tests.
    Junit "junit" Some("xml"), Findings Text false;
    /// The findings as GitHub shows them beside a changed file.
    Github "github" None, Findings Text false;
}

impl Format {
    /// The formats that can hold tables; the others hold findings and nothing else.
    #[must_use]
    pub fn of_tables() -> Vec<Self> {
        let all = Self::ALL.iter().copied();
        all.filter(|it| it.holds() != Holds::Findings).collect()
    }

    /// The format with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.name() == name)
    }

    /// The format that files with this extension hold.
    #[must_use]
    pub fn of_extension(extension: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|it| it.extension() == Some(extension))
    }

    /// The name by which it is asked for.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.facts().name
    }

    /// The extension that stands for it; none where no file is meant to hold it, or
    /// where another format has the extension.
    #[must_use]
    pub fn extension(self) -> Option<&'static str> {
        self.facts().extension
    }

    /// What it can hold.
    #[must_use]
    pub fn holds(self) -> Holds {
        self.facts().holds
    }

    /// What a file of it is made of.
    #[must_use]
    pub fn content(self) -> Content {
        self.facts().content
    }

    /// Whether charts are drawn in it; in the others the tables say the same.
    #[must_use]
    pub fn draws_charts(self) -> bool {
        self.facts().charts
    }

    /// Whether it is no text.
    #[must_use]
    pub fn is_binary(self) -> bool {
        self.content() == Content::Binary
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
    /// Seconds after which a page loads itself again; none: never.
    pub reload_after: Option<u32>,
}

/// The document in a format.
#[must_use]
pub fn render(document: &Document, format: Format, settings: &Settings) -> Vec<u8> {
    match format {
        Format::Text => text::render(document, settings).into_bytes(),
        Format::Csv => csv::render(document, Dialect::Plain, settings.language),
        Format::CsvExcel => csv::render(document, Dialect::Excel, settings.language),
        Format::Json => json::render(document, settings.language),
        Format::Html => html::render(document, settings),
        Format::Markdown => markdown::render(document, settings.language).into_bytes(),
        Format::Xlsx => xlsx::render(document, settings.language),
        Format::JsonLines => json_lines::render(document, settings.language),
        Format::Sarif => sarif::render(document, settings.language),
        Format::Junit => junit::render(document, settings.language),
        Format::Github => github::render(document, settings.language),
    }
}

/// The document as files, each with the name of what it holds: one a table, then the
/// findings and the sources. None in a format that puts everything in one file.
#[must_use]
pub fn render_tables(
    document: &Document,
    format: Format,
    settings: &Settings,
) -> Vec<(&'static str, Vec<u8>)> {
    match format {
        Format::Csv => csv::files(document, Dialect::Plain, settings.language),
        Format::CsvExcel => csv::files(document, Dialect::Excel, settings.language),
        _ => Vec::new(),
    }
}

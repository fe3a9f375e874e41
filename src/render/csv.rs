//! CSV in two dialects: for programs, and for a person with a Belgian spreadsheet.
//! One table a file, or the findings where there is none. Texts that a spreadsheet
//! would take for a formula get a leading apostrophe; numbers are never touched, so
//! that -5 stays a number.

mod excel;
mod guard;

use super::machine::value;
use super::tabled;
use crate::document::{Cell, Column, Document, Table};
use crate::model::Language;
use ::csv::{Terminator, Writer, WriterBuilder};
use guard::guarded;
use serde_json::Value;
use std::borrow::Cow;

/// How cells and headings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// RFC 4180: comma, point, UTF-8 without BOM, keys for headings, ISO dates.
    Plain,
    /// What a Belgian spreadsheet opens without asking; see `csv/excel.rs`.
    Excel,
}

/// The first table of the document, or its findings.
pub(super) fn render(document: &Document, dialect: Dialect, language: Language) -> Vec<u8> {
    let tables = tables(document, language);
    let first = tables.first();
    first.map_or_else(Vec::new, |table| written(table, dialect, language))
}

/// Every table of the document with its name, then the findings and the sources
/// where the document has them.
pub(super) fn files(
    document: &Document,
    dialect: Dialect,
    language: Language,
) -> Vec<(&'static str, Vec<u8>)> {
    let tables = tables(document, language);
    let file = |table: &Cow<'_, Table>| (table.name.key, written(table, dialect, language));
    tables.iter().map(file).collect()
}

fn tables(document: &Document, language: Language) -> Vec<Cow<'_, Table>> {
    let mut tables: Vec<_> = document.tables.iter().map(Cow::Borrowed).collect();
    let findings = document.findings.as_deref();
    tables.extend(findings.map(|it| Cow::Owned(tabled::findings(it, language))));
    let sources = document.sources.as_deref();
    tables.extend(sources.map(|it| Cow::Owned(tabled::sources(it))));
    tables
}

fn written(table: &Table, dialect: Dialect, language: Language) -> Vec<u8> {
    let (start, delimiter) = match dialect {
        Dialect::Plain => (&b""[..], b','),
        Dialect::Excel => (excel::BYTE_ORDER_MARK, b';'),
    };
    let mut writer = WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(Terminator::CRLF)
        .from_writer(start.to_vec());
    write_row(&mut writer, headings(table, dialect, language));
    for cells in &table.rows {
        let fields = table.columns.iter().zip(cells);
        let fields = fields.map(|(column, cell)| match dialect {
            Dialect::Plain => plain(cell, column, language),
            Dialect::Excel => excel::field(cell, column, language),
        });
        write_row(&mut writer, fields);
    }
    writer
        .into_inner()
        .expect("memory takes every byte that is written")
}

fn headings(table: &Table, dialect: Dialect, language: Language) -> Vec<String> {
    match dialect {
        Dialect::Plain => {
            let keys = table.columns.iter().map(|column| column.term.key);
            keys.map(str::to_owned).collect()
        }
        Dialect::Excel => excel::headings(table, language),
    }
}

fn write_row(writer: &mut Writer<Vec<u8>>, fields: impl IntoIterator<Item = String>) {
    writer
        .write_record(fields)
        .expect("memory takes every row of one length");
}

fn plain(cell: &Cell, column: &Column, language: Language) -> String {
    let text = |text: &str| guarded(text, Dialect::Plain);
    match cell {
        Cell::Text(it) => text(it),
        Cell::Keyed(keyed) => text(&keyed.0),
        Cell::Title(title) => text(title.get(language)),
        _ => joined(&value(cell, column, language)),
    }
}

fn joined(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(joined).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}

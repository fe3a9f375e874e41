//! CSV after RFC 4180: comma, point, UTF-8 without BOM, CR LF. One table, or the
//! findings where there is none. Texts that a spreadsheet would take for a
//! formula get a leading apostrophe.

use super::machine::value;
use crate::document::{Cell, Column, Document, Table};
use crate::finding::Located;
use crate::model::Language;
use crate::wording::visible;
use ::csv::{Terminator, Writer, WriterBuilder};
use serde_json::Value;

const FINDING_KEYS: [&str; 10] = [
    "code",
    "severity",
    "message",
    "path",
    "line",
    "column",
    "cell",
    "help",
    "accepted",
    "accepted_until",
];

/// The first table of the document, or its findings.
pub(super) fn render(document: &Document, language: Language) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    if let Some(table) = document.tables.first() {
        write_table(&mut writer, table, language);
    } else if let Some(findings) = &document.findings {
        write_findings(&mut writer, findings, language);
    }
    writer
        .into_inner()
        .expect("memory takes every byte that is written")
}

fn write_table(writer: &mut Writer<Vec<u8>>, table: &Table, language: Language) {
    write_row(
        writer,
        table
            .columns
            .iter()
            .map(|column| column.term.key.to_owned()),
    );
    for cells in &table.rows {
        let fields = table.columns.iter().zip(cells);
        write_row(
            writer,
            fields.map(|(column, cell)| field(cell, column, language)),
        );
    }
}

fn write_findings(writer: &mut Writer<Vec<u8>>, findings: &[Located], language: Language) {
    write_row(writer, FINDING_KEYS.map(str::to_owned));
    for finding in findings {
        let words = finding.words(language);
        let place = &finding.place;
        let accepted = finding.accepted();
        let until = accepted.and_then(|it| it.until);
        let fields = [
            finding.code().key().to_owned(),
            finding.severity().key().to_owned(),
            guarded(&words.message),
            guarded(&place.path),
            place.line.to_string(),
            place.column.to_string(),
            place.cell.clone().unwrap_or_default(),
            guarded(&words.help.unwrap_or_default()),
            guarded(accepted.map_or("", |it| &it.reason)),
            until.map(|day| day.to_string()).unwrap_or_default(),
        ];
        write_row(writer, fields);
    }
}

fn write_row(writer: &mut Writer<Vec<u8>>, fields: impl IntoIterator<Item = String>) {
    writer
        .write_record(fields)
        .expect("memory takes every row of one length");
}

fn field(cell: &Cell, column: &Column, language: Language) -> String {
    match cell {
        Cell::Text(text) => guarded(text),
        Cell::Keyed(key, _) => guarded(key),
        Cell::Title(title) => guarded(title.get(language)),
        _ => plain(&value(cell, column, language)),
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}

/// A text that no spreadsheet runs as a formula.
fn guarded(text: &str) -> String {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']);
    format!("{}{}", if runs { "'" } else { "" }, visible(text))
}

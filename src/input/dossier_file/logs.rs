//! The CSV files that a dossier names, and what it fixes for each.

use super::notes;
use crate::finding::Finding;
use crate::input::csv::header::Column;
use crate::input::fault::{Twice, UnknownKey};
use crate::input::scheme_file::Once;
use crate::input::toml_table::{Reading, Shape, Table, not_in_list, text_value};
use crate::input::{bookings_columns, dossier_keys, listed, literal, progress_columns};
use crate::model::{LogFile, NumberStyle, Separator, Unreadable};
use crate::source::Spanned;

/// Columns that a dossier may fix for a whole file, where the shape has the key.
const FIXABLE: [&str; 7] = [
    "date", "action", "count", "provider", "group", "category", "payer",
];

/// The progress logs.
pub(super) fn progress(reading: &mut Reading<'_>, top: Table<'_>) -> Vec<LogFile> {
    let columns = keys(progress_columns::COLUMNS);
    logs(
        reading,
        top,
        ("progress", &dossier_keys::PROGRESS),
        &columns,
    )
    .0
}

/// The bookings files. One that cannot be named leaves what was spent unknown.
pub(super) fn bookings(
    reading: &mut Reading<'_>,
    top: Table<'_>,
    unreadable: &mut Unreadable,
) -> Vec<LogFile> {
    let columns = keys(bookings_columns::COLUMNS);
    let shape = ("bookings", &dossier_keys::BOOKINGS);
    let (logs, is_whole) = logs(reading, top, shape, &columns);
    unreadable.bookings |= !is_whole;
    logs
}

fn keys(columns: &[Column]) -> Vec<&'static str> {
    columns.iter().map(|column| column.key).collect()
}

/// The logs of a shape, whose files have the columns `known`, and whether all of them
/// could be named.
fn logs(
    reading: &mut Reading<'_>,
    top: Table<'_>,
    (key, shape): (&'static str, &'static Shape),
    known: &[&'static str],
) -> (Vec<LogFile>, bool) {
    let mut once = Once::new();
    let mut logs = Vec::new();
    let tables = top.tables(reading, key, shape);
    let mut is_whole = !top.lacks_tables(key, tables.len());
    for table in tables {
        let Some(log) = log(reading, table, shape, known) else {
            is_whole = false;
            continue;
        };
        let path = log.file.value.clone();
        if once.is_new(reading, path.clone(), log.file.span, Twice::File(path)) {
            logs.push(log);
        }
    }
    (logs, is_whole)
}

fn log(
    reading: &mut Reading<'_>,
    table: Table<'_>,
    shape: &'static Shape,
    known: &[&'static str],
) -> Option<LogFile> {
    let file = table.plain_text(reading, "file");
    let fixable = FIXABLE
        .into_iter()
        .filter(|key| shape.keys.iter().any(|it| it.name == *key));
    let fixed: Vec<(&'static str, Option<Spanned<String>>)> = fixable
        .map(|key| (key, table.as_cell(reading, key)))
        .collect();
    let numbers = table
        .choice(reading, "numbers")
        .map(|word| numbers(word.value));
    let separator = separator(reading, table);
    table.text(reading, "sheet");
    let columns = columns(reading, table, known);
    notes(reading, table);
    let mut read: Vec<(&'static str, bool)> = fixed
        .iter()
        .map(|(key, text)| (*key, text.is_some()))
        .collect();
    read.push(("numbers", numbers.is_some()));
    read.push(("separator", separator.is_some()));
    read.push(("columns", columns.is_some()));
    Some(LogFile {
        file: file?,
        fixed: fixed
            .into_iter()
            .filter_map(|(key, text)| Some((key, text?)))
            .collect(),
        numbers,
        separator,
        columns: columns.unwrap_or_default(),
        is_unreadable: !table.unreadable(&read).is_empty(),
        span: table.span,
    })
}

/// Own headings by the key of their column; none when one of them cannot be used.
fn columns(
    reading: &mut Reading<'_>,
    table: Table<'_>,
    known: &[&'static str],
) -> Option<Vec<(String, Spanned<String>)>> {
    let named = table.named(reading, "columns");
    let count = named.len();
    let mut columns = Vec::new();
    for (key, value) in named {
        if !known.contains(&key.value.as_str()) {
            let nearest = literal::nearest_of(&key.value, known);
            let fault = UnknownKey {
                key: key.value,
                table: "columns",
                nearest,
            };
            reading.findings.push(Finding::new(fault, key.span));
        } else if let Some(text) = text_value(reading, &key.value, value) {
            columns.push((key.value, text));
        }
    }
    (count > 0 && columns.len() == count).then_some(columns)
}

fn numbers(word: &str) -> NumberStyle {
    if word == "plain" {
        NumberStyle::Plain
    } else {
        NumberStyle::Belgian
    }
}

/// The separator: the mark itself, or the word `tab`.
fn separator(reading: &mut Reading<'_>, table: Table<'_>) -> Option<Separator> {
    let text = table.text(reading, "separator")?;
    let found = match text.value.as_str() {
        "tab" => Some(Separator::Tab),
        mark => Separator::ALL
            .into_iter()
            .find(|it| mark.as_bytes() == [it.byte()]),
    };
    if found.is_none() {
        let allowed = listed::keys([";", ",", "tab"]);
        reading
            .findings
            .push(not_in_list("separator", &text, allowed));
    }
    found
}

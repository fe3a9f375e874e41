//! The CSV files that a dossier names, and what it fixes for each.

use super::notes;
use crate::finding::Finding;
use crate::input::fault::{StatedTwice, Twice, UnknownKey};
use crate::input::headings::Column;
use crate::input::scheme_file::Once;
use crate::input::toml_table::{Reading, Shape, Table, not_in_list, text_value};
use crate::input::{bookings_columns, dossier_keys, listed, literal, progress_columns};
use crate::model::{LogFile, NumberStyle, Scheme, Separator, Unreadable, folded_plain};
use crate::source::{Span, Spanned};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Columns that a dossier may fix for a whole file, where the shape has the key.
const FIXABLE: [&str; 7] = [
    "date", "action", "count", "provider", "group", "category", "payer",
];

/// The progress logs.
pub(super) fn progress(reading: &mut Reading<'_>, top: Table<'_>, scheme: &Scheme) -> Vec<LogFile> {
    let shape = ("progress", &dossier_keys::PROGRESS);
    logs(reading, top, scheme, (shape, progress_columns::COLUMNS)).0
}

/// The bookings files. One that cannot be named leaves what was spent unknown.
pub(super) fn bookings(
    reading: &mut Reading<'_>,
    top: Table<'_>,
    scheme: &Scheme,
    unreadable: &mut Unreadable,
) -> Vec<LogFile> {
    let shape = ("bookings", &dossier_keys::BOOKINGS);
    let (logs, is_whole) = logs(reading, top, scheme, (shape, bookings_columns::COLUMNS));
    unreadable.bookings |= !is_whole;
    logs
}

/// The logs of a shape, whose files have the columns `known`, and whether all of them
/// could be named.
fn logs(
    reading: &mut Reading<'_>,
    top: Table<'_>,
    scheme: &Scheme,
    ((key, shape), known): ((&'static str, &'static Shape), &'static [Column]),
) -> (Vec<LogFile>, bool) {
    let mut once = Once::new();
    let mut logs = Vec::new();
    let tables = top.tables(reading, key, shape);
    let mut is_whole = !top.lacks_tables(key, tables.len());
    for table in tables {
        let Some(log) = log(reading, table, scheme, (shape, known)) else {
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
    scheme: &Scheme,
    (shape, known): (&'static Shape, &'static [Column]),
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
    let sheet = table.text(reading, "sheet");
    let columns = columns(reading, table, known);
    let payers = words(reading, table, "payers", &listed::payers(), listed::payer);
    let categories = words(
        reading,
        table,
        "categories",
        &listed::categories(scheme),
        |text| listed::category(scheme, text).map(ToOwned::to_owned),
    );
    notes(reading, table);
    let mut read: Vec<(&'static str, bool)> = fixed
        .iter()
        .map(|(key, text)| (*key, text.is_some()))
        .collect();
    read.push(("numbers", numbers.is_some()));
    read.push(("separator", separator.is_some()));
    read.push(("sheet", sheet.is_some()));
    read.push(("columns", columns.is_some()));
    read.push(("payers", payers.is_some()));
    read.push(("categories", categories.is_some()));
    Some(LogFile {
        file: file?,
        fixed: fixed
            .into_iter()
            .filter_map(|(key, text)| Some((key, text?)))
            .collect(),
        numbers,
        separator,
        sheet,
        columns: columns.unwrap_or_default(),
        payers: payers.unwrap_or_default(),
        categories: categories.unwrap_or_default(),
        is_unreadable: !table.unreadable(&read).is_empty(),
        span: table.span,
    })
}

/// Own headings by the key of their column; none when one of them cannot be used.
fn columns(
    reading: &mut Reading<'_>,
    table: Table<'_>,
    known: &'static [Column],
) -> Option<Vec<(String, Spanned<String>)>> {
    let named = table.named(reading, "columns");
    let count = named.len();
    let mut columns = Vec::new();
    for (key, value) in named {
        let Some(column) = column_of(&key.value, known) else {
            let keys: Vec<&'static str> = known.iter().map(|column| column.key).collect();
            let nearest = literal::nearest_of(&key.value, &keys);
            let fault = UnknownKey {
                key: key.value,
                table: "columns",
                homes: Vec::new(),
                nearest,
            };
            reading.findings.push(Finding::new(fault, key.span));
            continue;
        };
        if let Some(text) = text_value(reading, &key.value, value) {
            columns.push((column.key.to_owned(), text));
        }
    }
    (count > 0 && columns.len() == count).then_some(columns)
}

/// The column that a name stands for: its key, or one of its headings.
fn column_of(name: &str, known: &'static [Column]) -> Option<&'static Column> {
    let name = folded_plain(name);
    let mut known = known.iter();
    known.find(|column| column.key == name || column.headings.contains(&name.as_str()))
}

/// What words of the file stand for, such as `{ gemeente = "own" }`; none when one of
/// them stands for nothing.
fn words<T: PartialEq>(
    reading: &mut Reading<'_>,
    table: Table<'_>,
    key: &'static str,
    allowed: &listed::Allowed,
    meaning: impl Fn(&str) -> Option<T>,
) -> Option<BTreeMap<String, T>> {
    if !table.has(key) {
        return None;
    }
    let mut named = table.named(reading, key);
    // The table holds them by name; the first is the one that stands first.
    named.sort_by_key(|(word, _)| word.span.start);
    let mut is_whole = !named.is_empty();
    let mut words: BTreeMap<String, (T, Span)> = BTreeMap::new();
    for (word, value) in named {
        let Some(text) = text_value(reading, key, value) else {
            is_whole = false;
            continue;
        };
        let Some(meaning) = meaning(&text.value) else {
            is_whole = false;
            not_in_list(reading, key, &text, Arc::clone(allowed));
            continue;
        };
        // Capitals do not make another word of it, and one word has one meaning.
        let folded = folded_plain(&word.value);
        match words.get(&folded) {
            Some((known, first)) if *known != meaning => {
                let what = Twice::Key(word.value);
                let twice = Finding::new(StatedTwice { what }, word.span).and(*first);
                reading.findings.push(twice);
            }
            Some(_) => {}
            None => drop(words.insert(folded, (meaning, word.span))),
        }
    }
    let words = words.into_iter();
    is_whole.then(|| words.map(|(word, (meaning, _))| (word, meaning)).collect())
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
        not_in_list(reading, "separator", &text, allowed);
    }
    found
}

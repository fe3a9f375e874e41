//! The CSV files that a dossier names, and what it fixes for each.

use super::notes;
use crate::input::fault::Twice;
use crate::input::scheme_file::Once;
use crate::input::toml_table::{Reading, Shape, Table, text_value};
use crate::model::{LogFile, NumberStyle, Separator};
use crate::source::Spanned;

/// Columns that a dossier may fix for a whole file, where the shape has the key.
const FIXABLE: [&str; 7] = [
    "date", "action", "count", "provider", "group", "category", "payer",
];

pub(super) fn logs(
    reading: &mut Reading<'_>,
    top: Table<'_>,
    key: &'static str,
    shape: &'static Shape,
) -> Vec<LogFile> {
    let mut once = Once::new();
    let mut logs = Vec::new();
    for table in top.tables(reading, key, shape) {
        let file = table.text(reading, "file");
        let fixed = fixed(reading, table, shape);
        let numbers = table
            .choice(reading, "numbers")
            .map(|word| numbers(word.value));
        let separator = table
            .choice(reading, "separator")
            .and_then(|word| separator(word.value));
        table.text(reading, "sheet");
        let columns = columns(reading, table);
        notes(reading, table);
        let Some(file) = file else { continue };
        let path = file.value.clone();
        if once.is_new(reading, path.clone(), file.span, Twice::File(path)) {
            logs.push(LogFile {
                file,
                fixed,
                numbers,
                separator,
                columns,
                span: table.span,
            });
        }
    }
    logs
}

fn fixed(
    reading: &mut Reading<'_>,
    table: Table<'_>,
    shape: &'static Shape,
) -> Vec<(&'static str, Spanned<String>)> {
    let fixable = FIXABLE
        .into_iter()
        .filter(|key| shape.keys.iter().any(|known| known.name == *key));
    fixable
        .filter_map(|key| Some((key, table.as_cell(reading, key)?)))
        .collect()
}

fn columns(reading: &mut Reading<'_>, table: Table<'_>) -> Vec<(String, Spanned<String>)> {
    table
        .named(reading, "columns")
        .into_iter()
        .filter_map(|(key, value)| {
            Some((key.value.clone(), text_value(reading, &key.value, value)?))
        })
        .collect()
}

fn numbers(word: &str) -> NumberStyle {
    if word == "plain" {
        NumberStyle::Plain
    } else {
        NumberStyle::Belgian
    }
}

fn separator(word: &str) -> Option<Separator> {
    Separator::ALL
        .into_iter()
        .find(|it| word.as_bytes() == [it.byte()])
}

//! Cells and texts as programs read them: the same in JSON and CSV, whatever the
//! language of the words around them.

use crate::document::{Cell, Column, Document};
use crate::finding::{Located, Place};
use crate::model::{Language, Ratio, Share};
use crate::wording::{terms, visible};
use serde_json::Value;

/// A cell as a value; unknown and nothing are null.
pub(super) fn value(cell: &Cell, column: &Column, language: Language) -> Value {
    match cell {
        Cell::Text(text) => Value::from(safe(text)),
        Cell::Keyed(keyed) => Value::from(safe(&keyed.0)),
        Cell::Title(title) => Value::from(safe(title.get(language))),
        Cell::Word(term) => Value::from(term.key),
        Cell::Count(count) => Value::from(*count),
        Cell::Year(year) => Value::from(year.0),
        Cell::Years(years) => years.iter().map(|year| Value::from(year.0)).collect(),
        Cell::Period(period) => one_or_all(*period),
        Cell::AccountingYear(year) => one_or_all(*year),
        Cell::Action(action) => Value::from(action.0),
        Cell::Actions(actions) => actions.iter().map(|nr| Value::from(nr.0)).collect(),
        Cell::Units(units) => Value::from(units.to_string()),
        Cell::Euro(amount) => Value::from(amount.to_string()),
        Cell::Ratio(ratio) => Value::from(percent(*ratio, &column.thresholds)),
        Cell::Fte(fte) => Value::from(fte.to_string()),
        Cell::FteMonths(months) => Value::from(months.to_string()),
        Cell::Date(date) => Value::from(date.to_string()),
        Cell::Month(first) => Value::from(first.strftime("%Y-%m").to_string()),
        Cell::Flag(flag) => Value::from(*flag),
        Cell::Unknown(_) | Cell::Nothing => Value::Null,
    }
}

/// One of several as its number, all of them as `all`: a text in both cases.
fn one_or_all(one: Option<impl ToString>) -> Value {
    Value::from(one.map_or_else(|| "all".to_owned(), |one| one.to_string()))
}

/// A user's text that keeps its line ends and tabs.
pub(super) fn safe(text: &str) -> String {
    text.split_inclusive(['\n', '\t'])
        .map(|piece| match piece.strip_suffix(['\n', '\t']) {
            Some(rest) => format!("{}{}", visible(rest), &piece[rest.len()..]),
            None => visible(piece).into_owned(),
        })
        .collect()
}

/// What is told of a finding, line by line: the message, what it does to the figures,
/// what to do, and why it may stand.
pub(super) fn told(finding: &Located, language: Language) -> String {
    let words = finding.words(language);
    let named = [
        (terms::CONSEQUENCE, words.consequence),
        (terms::HELP, words.help),
        (
            terms::ACCEPTED,
            finding.accepted().map(|it| it.words(language)),
        ),
    ];
    let mut lines = vec![words.message];
    for (term, text) in named {
        lines.extend(text.map(|text| format!("{}: {text}", term.get(language))));
    }
    lines.join("\n")
}

/// The path of a place as it is found from where the program was started.
pub(super) fn place_in_project(document: &Document, place: &Place) -> String {
    let folder = document.checked.as_ref().map_or("", |it| &it.folder);
    if folder.is_empty() || place.path.starts_with('/') {
        place.path.clone()
    } else {
        format!("{folder}/{}", place.path)
    }
}

/// A percentage with one decimal and a point.
fn percent(ratio: Ratio, thresholds: &[Share]) -> String {
    let tenths = ratio.tenths_of_percent(thresholds);
    let minus = if tenths < 0 { "-" } else { "" };
    let tenths = tenths.unsigned_abs();
    format!("{minus}{}.{}", tenths / 10, tenths % 10)
}

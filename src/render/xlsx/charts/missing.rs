//! What a picture cannot show: an unknown figure leaves an empty place, as nought
//! does. Each is named with its reason, and a reason that several share is told once.

use super::picture::{Picture, said};
use crate::document::Cell;
use crate::model::Language;
use crate::render::layout::listed;
use crate::render::xlsx::held::{Held, held};
use crate::render::xlsx::words::capital;
use crate::wording::{Both, terms};

/// Rows whose figures are missing in the same columns.
type Places = (Vec<usize>, Vec<usize>);

/// A line for each reason: `Actie 13 (Buddy’s), bereikt: onbekend, …`
pub(super) fn lines(picture: &Picture<'_>, language: Language) -> Vec<String> {
    let mut reasons: Vec<(String, Vec<Places>)> = Vec::new();
    for row in &picture.rows {
        for (reason, columns) in of_row(picture, *row, language) {
            let places = under(&mut reasons, reason);
            under(places, columns).push(*row);
        }
    }
    let line = |(reason, places): &(String, Vec<Places>)| {
        let places = places.iter().map(|it| place(picture, it, language));
        let places: Vec<String> = places.collect();
        capital(&format!("{}: {reason}.", places.join("; ")))
    };
    reasons.iter().map(line).collect()
}

/// The reasons of a row, each with its columns.
fn of_row(picture: &Picture<'_>, row: usize, language: Language) -> Vec<(String, Vec<usize>)> {
    let mut reasons = Vec::new();
    for at in &picture.columns {
        let held = held(picture.cell(row, *at), picture.column(*at), language);
        if let Some(reason) = reason(held, language) {
            under(&mut reasons, reason).push(*at);
        }
    }
    reasons
}

/// Why nothing is drawn of what a cell holds.
fn reason(held: Held, language: Language) -> Option<String> {
    match held {
        Held::Unknown(reason) => {
            let unknown = terms::ST_UNKNOWN.get(language);
            Some(format!("{unknown}, {reason}"))
        }
        Held::Digits(_) => Some(TOO_LONG.get(language).to_owned()),
        Held::Nothing => Some(NOTHING.get(language).to_owned()),
        _ => None,
    }
}

/// `actie 13 (Buddy’s) en actie 15 (Brugfiguren), bereikt`
fn place(picture: &Picture<'_>, (columns, rows): &Places, language: Language) -> String {
    let names = rows.iter().map(|row| name(picture, *row, language));
    let names = listed(&names.collect::<Vec<_>>(), language);
    format!("{names}, {}", picture.words(columns, language))
}

/// The name of a row as it stands beside its bar, after the action that it is about.
fn name(picture: &Picture<'_>, row: usize, language: Language) -> String {
    let name = picture.said(row, picture.named_by, language);
    let is_action = |(cell, _): &(&Cell, _)| matches!(cell, Cell::Action(_));
    let action = picture.cells(row).find(is_action);
    match action.map(|it| said(it, language)) {
        Some(action) if action != name => format!("{action} ({name})"),
        _ => name,
    }
}

/// What is kept under a key, in the order in which the keys came.
fn under<K: PartialEq, V>(groups: &mut Vec<(K, Vec<V>)>, key: K) -> &mut Vec<V> {
    let known = groups.iter().position(|(other, _)| *other == key);
    let at = known.unwrap_or(groups.len());
    if known.is_none() {
        groups.push((key, Vec::new()));
    }
    &mut groups[at].1
}

const TOO_LONG: Both = Both {
    nl: "niet getekend, een rekenblad onthoudt maar vijftien cijfers van een getal",
    en: "not drawn, a spreadsheet keeps no more than fifteen digits of a number",
};

const NOTHING: Both = Both {
    nl: "niet van toepassing",
    en: "does not apply",
};

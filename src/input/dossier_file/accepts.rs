//! Findings that the dossier lets stand.

use super::notes;
use crate::finding::{Code, Finding};
use crate::input::dossier_keys;
use crate::input::fault::{Reference, RefersToNothing};
use crate::input::literal;
use crate::input::toml_table::{Reading, Table};
use crate::model::Accept;

/// What is accepted. Where one of them cannot be read in full, its finding stays.
pub(super) fn accepts(reading: &mut Reading<'_>, top: Table<'_>) -> Vec<Accept> {
    let tables = top.tables(reading, "accept", &dossier_keys::ACCEPT);
    let read = tables.into_iter().map(|table| accept(reading, table));
    read.flatten().collect()
}

fn accept(reading: &mut Reading<'_>, table: Table<'_>) -> Option<Accept> {
    let code = code(reading, table);
    let place = table.plain_text(reading, "where");
    let text = table.text(reading, "text");
    let reason = table.text(reading, "reason");
    let until = table.date(reading, "until");
    notes(reading, table);
    let read = [("text", text.is_some()), ("until", until.is_some())];
    if !table.unreadable(&read).is_empty() {
        return None;
    }
    let place = place?;
    Some(Accept {
        code: code?.key().to_owned(),
        place: place.value,
        text: text.map(|text| text.value),
        reason: reason?.value,
        until: until.map(|until| until.value),
        span: place.span,
    })
}

/// The code; tells one that there is not.
fn code(reading: &mut Reading<'_>, table: Table<'_>) -> Option<Code> {
    let text = table.text(reading, "code")?;
    let code = Code::parse(text.value.trim());
    if code.is_none() {
        let codes = Code::ALL.iter().map(|code| code.key());
        let what = Reference::Code {
            nearest: literal::nearest(&text.value, codes),
            text: text.value,
        };
        reading
            .findings
            .push(Finding::new(RefersToNothing { what }, text.span));
    }
    code
}

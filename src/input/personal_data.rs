//! Personal data that has no place in these files: it is told, and never shown.

use super::fault::{ContactDetails, NationalNumber};
use super::toml_table::Reading;
use crate::finding::Finding;
use crate::source::Span;
pub(super) use crate::source::{Personal, may_be_personal, personal};

/// The text of a dossier as it may be shown. Personal data in it is told, and the
/// code of the finding stands in its place.
pub(super) fn shown(reading: &mut Reading<'_>, text: &str, span: Span) -> String {
    let found = personal(text);
    match found {
        Some(Personal::NationalNumber) => {
            reading.findings.push(Finding::new(NationalNumber {}, span));
        }
        Some(Personal::Contact(kind)) => {
            reading
                .findings
                .push(Finding::new(ContactDetails { kind }, span));
        }
        None => {}
    }
    found.map_or_else(|| text.to_owned(), |it| it.mask().to_owned())
}

//! JSON Lines: each finding on a line of its own, with the keys it has in JSON, and
//! nothing else.

use super::json;
use crate::document::Document;
use crate::model::Language;

/// The findings of the document, one a line.
pub(super) fn render(document: &Document, language: Language) -> Vec<u8> {
    let findings = document.findings.iter().flatten();
    let lines = findings.map(|it| format!("{}\n", json::finding(it, language)));
    lines.collect::<String>().into_bytes()
}

//! An empty log: a line of headings, as a Belgian spreadsheet opens it by a double click
//! and saves it again without loss.

use super::plan::Plan;
use crate::input::progress_columns;
use crate::model::Separator;

/// Its bytes. The byte order mark lets a spreadsheet keep the letters as they are.
pub(super) fn log_text(plan: &Plan<'_>) -> Vec<u8> {
    let wanted = plan.columns();
    let headings: Vec<&str> = progress_columns()
        .filter(|(key, _)| wanted.contains(key))
        .map(|(_, names)| names.get(plan.language))
        .collect();
    let separator = char::from(Separator::Semicolon.byte()).to_string();
    format!("\u{FEFF}{}\r\n", headings.join(&separator)).into_bytes()
}

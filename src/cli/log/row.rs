//! What a row does to a dossier: the findings without it beside those with it.

use super::super::dossier::Read;
use crate::finding::{About, Code, Located, Severity};
use crate::model::Date;
use std::collections::BTreeSet;

/// What a row does to a dossier.
#[derive(Debug)]
pub(super) struct Effect {
    /// The errors that come with it.
    pub(super) errors: Vec<Located>,
    /// What else is found in it.
    pub(super) doubts: Vec<Located>,
    /// The as-of date, where the row comes after it.
    pub(super) is_after: Option<Date>,
    /// Whether the same row was there already.
    pub(super) is_double: bool,
    /// Whether it is one row more, and not set aside.
    is_counted: bool,
}

/// Findings that count over the whole log, and are said of this row in other words.
const OF_THE_WHOLE: [Code; 2] = [Code::I16, Code::I22];

impl Effect {
    /// What the row at a line of a log does, by what is read without it and with it.
    pub(super) fn of(before: &Read, after: Read, (log, line): (&str, usize)) -> Self {
        let how = |read: &Read| {
            let (_, _, how) = read.loaded.progress_log(log)?;
            let doubles = how.double_rows.unwrap_or(0);
            Some([how.rows, how.set_aside, how.after_as_of, doubles])
        };
        let [rows, set_aside, later, doubles] = match (how(before), how(&after)) {
            (Some(before), Some(after)) => {
                std::array::from_fn(|at| after[at].saturating_sub(before[at]))
            }
            _ => [0; 4],
        };
        let account = after.loaded.account.as_ref();
        let as_of = account.and_then(|it| Some(it.as_of.as_ref()?.date));
        let known: BTreeSet<_> = before.findings.iter().map(place).collect();
        let in_row =
            |it: &Located| it.place.path == log && it.place.cell.is_some() && it.place.line >= line;
        let is_error = |it: &Located| it.severity() == Severity::Error && it.accepted().is_none();
        let (errors, rest): (Vec<_>, Vec<_>) = after.findings.into_iter().partition(|it| {
            let is_new = in_row(it) || is_about_action(it) && !known.contains(&place(it));
            is_error(it) && is_new
        });
        let is_doubt = |it: &Located| in_row(it) && !OF_THE_WHOLE.contains(&it.code());
        Self {
            errors,
            doubts: rest.into_iter().filter(is_doubt).collect(),
            is_after: as_of.filter(|_| later > 0),
            is_double: doubles > 0,
            is_counted: rows == 1 && set_aside == 0,
        }
    }

    /// Whether the row may be written.
    pub(super) fn is_welcome(&self) -> bool {
        self.errors.is_empty() && self.is_counted
    }
}

/// What tells a finding from others, whatever it says by now.
fn place(finding: &Located) -> (Code, String, usize, usize) {
    let place = &finding.place;
    (finding.code(), place.path.clone(), place.line, place.column)
}

/// Whether a finding is about an action, and not about the dossier as it stands on a day.
/// A row may bring the end of a year into sight; what is short by then is not its fault.
fn is_about_action(finding: &Located) -> bool {
    let about = finding.about();
    about.iter().any(|it| matches!(it, About::Action(..)))
}

//! The reasons under a view: only those that a cell points to, in the order in which
//! it does.

use crate::render::html::firm::firm;
use crate::wording::capital;
use maud::{Markup, html};

/// The reasons of a view and those that were pointed to.
pub(super) struct Notes<'a> {
    reasons: &'a [String],
    used: Vec<usize>,
}

impl<'a> Notes<'a> {
    pub(super) fn new(reasons: &'a [String]) -> Self {
        Self {
            reasons,
            used: Vec::new(),
        }
    }

    /// The reason with a number of the layout.
    pub(super) fn reason(&self, note: usize) -> String {
        let index = note.checked_sub(1);
        let reason = index.and_then(|index| self.reasons.get(index));
        reason.cloned().unwrap_or_default()
    }

    /// The number on the page of a reason that a cell points to.
    pub(super) fn number(&mut self, note: usize) -> usize {
        let known = self.used.iter().position(|it| *it == note);
        known.unwrap_or_else(|| {
            self.used.push(note);
            self.used.len() - 1
        }) + 1
    }

    /// The reasons that were pointed to.
    pub(super) fn list(&self) -> Markup {
        html! {
            @if !self.used.is_empty() {
                ol role="list" {
                    @for (nr, note) in (1..).zip(&self.used) { li { sup { (nr) } " " (firm(&capital(&self.reason(*note)))) } }
                }
            }
        }
    }
}

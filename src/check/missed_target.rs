//! A target that was missed: what K01 and K07 have in common.

use super::ActionName;
use crate::analysis::{ActionAttainment, AttainmentStatus};
use crate::finding::Words;
use crate::model::{Ratio, Share, YearNr};
use crate::wording::{dutch, english};

/// A target that was not reached when the year was over.
#[derive(Debug, Clone)]
pub struct MissedTarget {
    /// The action.
    pub action: ActionName,
    /// The project year.
    pub year: YearNr,
    /// What was reached.
    pub reached: i64,
    /// The target.
    pub target: u64,
}

impl MissedTarget {
    /// None where the target was not missed, or a row set aside could change that.
    pub(super) fn of(row: &ActionAttainment<'_>) -> Option<Self> {
        if row.status != AttainmentStatus::NotReached || row.set_aside > 0 {
            return None;
        }
        Some(Self {
            action: ActionName::of(row.action),
            year: row.year,
            reached: row.reached.clone().ok()?,
            target: row.target.clone().ok()?,
        })
    }

    pub(super) fn dutch(&self) -> Words {
        let words = Words::new(format!(
            "doel niet bereikt: {}, {} van {} in projectjaar {}",
            self.action.dutch(),
            dutch::signed_count(self.reached),
            dutch::count(self.target),
            self.year,
        ));
        words.label(self.ratio().map_or_else(
            || format!("bereikt: {}", dutch::signed_count(self.reached)),
            |ratio| format!("{} van het doel", dutch::percent(ratio, &whole())),
        ))
    }

    pub(super) fn english(&self) -> Words {
        let words = Words::new(format!(
            "target not reached: {}, {} of {} in project year {}",
            self.action.english(),
            english::signed_count(self.reached),
            english::count(self.target),
            self.year,
        ));
        words.label(self.ratio().map_or_else(
            || format!("reached: {}", english::signed_count(self.reached)),
            |ratio| format!("{} of the target", english::percent(ratio, &whole())),
        ))
    }

    fn ratio(&self) -> Option<Ratio> {
        Ratio::new(self.reached, self.target)
    }
}

/// Whether the dossier says why the target was missed; blank words say nothing.
pub(super) fn has_reason(row: &ActionAttainment<'_>) -> bool {
    let reason = row.in_year.reason.as_deref();
    reason.is_some_and(|reason| !reason.trim().is_empty())
}

/// The whole, so that no percentage is rounded up to it.
pub(super) fn whole() -> Vec<Share> {
    Share::new(1, 1).into_iter().collect()
}

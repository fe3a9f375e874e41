//! How many findings there are: what a summary says, in every format the same.

use super::{Located, Severity};

/// Findings by weight; those that are accepted count for themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Errors.
    pub error: u64,
    /// Warnings.
    pub warning: u64,
    /// Notices.
    pub notice: u64,
    /// Those that the dossier accepts.
    pub accepted: u64,
    /// Those of a code that is not to be told.
    pub allowed: u64,
}

impl Counts {
    /// Whether nothing was found that is told.
    #[must_use]
    pub fn is_none(self) -> bool {
        self.error + self.warning + self.notice + self.accepted == 0
    }

    /// The numbers of what was found, beside `allowed` findings that are not told.
    #[must_use]
    pub fn of(findings: &[Located], allowed: u64) -> Self {
        let mut counts = Self {
            allowed,
            ..Self::default()
        };
        for finding in findings {
            *match (finding.accepted(), finding.severity()) {
                (Some(_), _) => &mut counts.accepted,
                (None, Severity::Error) => &mut counts.error,
                (None, Severity::Warning) => &mut counts.warning,
                (None, Severity::Notice) => &mut counts.notice,
            } += 1;
        }
        counts
    }
}

//! What the sentence on the targets says of counts that may stand twice.

use super::Targets;
use crate::wording::{Say, dutch, english};

/// The reached targets that a doubtful count could change; nothing where there are none.
#[derive(Debug)]
pub(super) struct Doubtful<'a>(pub(super) &'a Targets);

impl Say for Doubtful<'_> {
    fn dutch(&self) -> String {
        if self.0.doubtful == 0 {
            return String::new();
        }
        let counts = self.0.counts.iter().map(|it| dutch::signed_count(*it));
        format!(
            "; in {} ervan telt {} misschien dubbel",
            self.0.doubtful,
            dutch::list(&counts.collect::<Vec<_>>())
        )
    }

    fn english(&self) -> String {
        if self.0.doubtful == 0 {
            return String::new();
        }
        let counts = self.0.counts.iter().map(|it| english::signed_count(*it));
        format!(
            "; in {} of them {} may be counted twice",
            self.0.doubtful,
            english::list(&counts.collect::<Vec<_>>())
        )
    }
}

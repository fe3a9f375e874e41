//! What the sentence on the targets says of those that are unknown beside others.

use super::Targets;
use crate::wording::{Say, dutch, english};

/// How many targets nobody can say of how they stand.
#[derive(Debug)]
pub(super) struct Unclear<'a>(pub(super) &'a Targets);

impl Say for Unclear<'_> {
    fn dutch(&self) -> String {
        match self.0.unknown {
            0 => String::new(),
            1 => "; van 1 ander doel is de stand onbekend".to_owned(),
            more => format!(
                "; van {} andere doelen is de stand onbekend",
                dutch::count(more)
            ),
        }
    }

    fn english(&self) -> String {
        match self.0.unknown {
            0 => String::new(),
            1 => "; how 1 other target stands is unknown".to_owned(),
            more => format!(
                "; how {} other targets stand is unknown",
                english::count(more)
            ),
        }
    }
}

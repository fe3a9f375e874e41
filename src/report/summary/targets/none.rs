//! What is said of the targets where the years of the page have none.

use super::Targets;
use crate::wording::{Say, dutch, english};

/// That no action runs in these years, or that the dossier names none at all.
#[derive(Debug)]
pub(super) struct NoAction<'a>(pub(super) &'a Targets);

impl Say for NoAction<'_> {
    fn dutch(&self) -> String {
        let years = dutch::years(&self.0.years);
        match self.0.years.len() {
            _ if !self.0.has_actions => "Het dossier noemt geen acties.".to_owned(),
            0 => "Het dossier noemt geen projectjaar.".to_owned(),
            1 => format!("In projectjaar {years} loopt geen actie."),
            _ => format!("In projectjaren {years} loopt geen actie."),
        }
    }

    fn english(&self) -> String {
        let years = english::years(&self.0.years);
        match self.0.years.len() {
            _ if !self.0.has_actions => "The dossier names no actions.".to_owned(),
            0 => "The dossier names no project year.".to_owned(),
            1 => format!("No action runs in project year {years}."),
            _ => format!("No action runs in project years {years}."),
        }
    }
}

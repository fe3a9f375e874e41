//! How a finding names an action: by its number and, where the dossier has one,
//! its local title.

use crate::model::{ActionNr, DossierAction};
use crate::wording::{dutch, english, visible};

/// An action as a sentence names it.
#[derive(Debug, Clone)]
pub struct ActionName {
    /// Its number in the scheme.
    pub nr: ActionNr,
    /// The local title.
    pub label: Option<String>,
}

impl ActionName {
    pub(super) fn of(action: &DossierAction) -> Self {
        Self {
            nr: action.nr,
            label: action.label.clone(),
        }
    }

    /// `actie 13 (Toeleiding naar sport)`
    pub(super) fn dutch(&self) -> String {
        self.with_label(dutch::actions(&[self.nr]))
    }

    /// `action 13 (Toeleiding naar sport)`
    pub(super) fn english(&self) -> String {
        self.with_label(english::actions(&[self.nr]))
    }

    fn with_label(&self, number: String) -> String {
        match &self.label {
            Some(label) => format!("{number} ({})", visible(label)),
            None => number,
        }
    }
}

//! How a finding names a planned cost line: what C02, C03 and C04 have in common.

use crate::model::{ActionNr, BudgetLine, Euro, YearNr};
use crate::wording::{dutch, english};

/// A planned cost line as a sentence names it.
#[derive(Debug, Clone)]
pub struct PlannedCost {
    /// The project year.
    pub year: YearNr,
    /// For which actions; empty for the whole dossier.
    pub actions: Vec<ActionNr>,
    /// How much.
    pub amount: Euro,
}

impl PlannedCost {
    pub(super) fn of(line: &BudgetLine) -> Self {
        Self {
            year: line.year,
            actions: line.actions.clone(),
            amount: line.amount.value,
        }
    }

    /// `€ 8.000,00 voor actie 15, projectjaar 1`
    pub(super) fn dutch(&self) -> String {
        let amount = dutch::euro(self.amount);
        let actions = match self.actions.as_slice() {
            [] => "het hele dossier".to_owned(),
            actions => dutch::actions(actions),
        };
        format!("{amount} voor {actions}, projectjaar {}", self.year)
    }

    /// `€ 8,000.00 for action 15, project year 1`
    pub(super) fn english(&self) -> String {
        let amount = english::euro(self.amount);
        let actions = match self.actions.as_slice() {
            [] => "the whole dossier".to_owned(),
            actions => english::actions(actions),
        };
        format!("{amount} for {actions}, project year {}", self.year)
    }
}

//! What the sentence on the targets says of years that are closed.

use super::Targets;
use crate::wording::{Say, dutch, english};

/// How many of the closed targets have been reached.
#[derive(Debug)]
pub(super) struct Closed<'a>(pub(super) &'a Targets);

impl Say for Closed<'_> {
    fn dutch(&self) -> String {
        match (self.0.closed, self.0.reached) {
            (1, 1) => format!(
                "Het KPI-doel van projectjaar {} is bereikt",
                dutch::years(&self.0.closed_years)
            ),
            (closed, reached) if closed == reached => self.all_in_dutch(),
            (1, _) => "Het ene afgesloten KPI-doel is niet bereikt".to_owned(),
            (closed, 0) => format!("Geen van de {closed} afgesloten KPI-doelen is bereikt"),
            (closed, reached) => {
                let is = if reached == 1 { "is er" } else { "zijn er" };
                format!("Van de {closed} afgesloten KPI-doelen {is} {reached} bereikt")
            }
        }
    }

    fn english(&self) -> String {
        match (self.0.closed, self.0.reached) {
            (1, 1) => format!(
                "The KPI target of project year {} has been reached",
                english::years(&self.0.closed_years)
            ),
            (closed, reached) if closed == reached => self.all_in_english(),
            (1, _) => "The one closed KPI target has not been reached".to_owned(),
            (closed, 0) => format!("None of the {closed} closed KPI targets has been reached"),
            (closed, reached) => {
                let has = if reached == 1 { "has" } else { "have" };
                format!("Of the {closed} closed KPI targets, {reached} {has} been reached")
            }
        }
    }
}

impl Closed<'_> {
    fn all_in_dutch(&self) -> String {
        let word = if self.0.closed_years.len() == 1 {
            "projectjaar"
        } else {
            "projectjaren"
        };
        format!(
            "Alle {} KPI-doelen van {word} {} zijn bereikt",
            self.0.closed,
            dutch::years(&self.0.closed_years)
        )
    }

    fn all_in_english(&self) -> String {
        let word = if self.0.closed_years.len() == 1 {
            "project year"
        } else {
            "project years"
        };
        format!(
            "All {} KPI targets of {word} {} have been reached",
            self.0.closed,
            english::years(&self.0.closed_years)
        )
    }
}

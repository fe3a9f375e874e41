//! The key figures under the opening, in order.

use super::targets::Targets;
use super::{awards, own_share, staff, targets};
use crate::analysis::Analysis;
use crate::document::Fact;
use crate::model::{Euro, Known};
use crate::report::Asked;
use crate::report::masthead::years_of_page;
use crate::wording::{Say, dutch, english};

/// The key figures of the years of the page.
pub(super) fn facts(analysis: &Analysis<'_>, asked: &Asked<'_>, targets: Targets) -> Vec<Fact> {
    let years = years_of_page(analysis, asked);
    let mut facts = vec![targets::fact(targets)];
    facts.extend(years.last().and_then(|year| staff::fact(analysis, *year)));
    facts.extend(own_share::fact(analysis));
    facts.extend(awards::facts(analysis, &years));
    facts
}

/// An amount, or that it is unknown.
#[derive(Debug)]
pub(super) struct Amount(pub(super) Known<Euro>);

impl Say for Amount {
    fn dutch(&self) -> String {
        self.0
            .as_ref()
            .map_or_else(|_| "onbekend".to_owned(), |it| dutch::euro(*it))
    }
    fn english(&self) -> String {
        self.0
            .as_ref()
            .map_or_else(|_| "unknown".to_owned(), |it| english::euro(*it))
    }
}

//! The key figures under the opening, in order.

use super::targets::Targets;
use super::{awards, own_share, staff, targets};
use crate::analysis::Analysis;
use crate::document::{Fact, Question};
use crate::model::{Euro, Known};
use crate::report::Asked;
use crate::report::masthead::years_of_page;
use crate::wording::{Both, Say, dutch, english};

/// The key figures of the years of the page.
pub(super) fn facts(analysis: &Analysis<'_>, asked: &Asked<'_>, targets: Targets) -> Vec<Question> {
    let years = years_of_page(analysis, asked);
    let mut reach = vec![targets::fact(targets)];
    reach.extend(years.last().and_then(|year| staff::fact(analysis, *year)));
    let mut money: Vec<Fact> = own_share::fact(analysis, asked).into_iter().collect();
    money.extend(awards::facts(analysis, &years));
    vec![
        Question {
            asked: Box::new(ON_TARGET),
            facts: reach,
        },
        Question {
            asked: Box::new(MATCHED),
            facts: money,
        },
    ]
}

const ON_TARGET: Both = Both {
    nl: "Halen we de doelen?",
    en: "Are we on target?",
};

const MATCHED: Both = Both {
    nl: "Staat het eigen aandeel er tegenover?",
    en: "Is the money matched?",
};

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

//! The key figures on the award of each year.

use super::facts::Amount;
use crate::analysis::Analysis;
use crate::document::Fact;
use crate::model::{Euro, Known, Unknown, YearNr};
use crate::wording::{Say, dutch, english};

/// A key figure for each of these years.
pub(super) fn facts(analysis: &Analysis<'_>, years: &[YearNr]) -> Vec<Fact> {
    analysis
        .year_awards
        .iter()
        .filter(|award| years.contains(&award.year.nr))
        .map(|award| Fact {
            name: Box::new(AwardOf(award.year.nr)),
            figure: Some(Box::new(Amount(award.award.clone()))),
            remark: Box::new(spent(analysis, award.year.nr)),
            codes: Vec::new(),
        })
        .collect()
}

#[derive(Debug)]
struct AwardOf(YearNr);

impl Say for AwardOf {
    fn dutch(&self) -> String {
        format!("Subsidie jaar {}", self.0)
    }
    fn english(&self) -> String {
        format!("Award year {}", self.0)
    }
}

fn spent(analysis: &Analysis<'_>, year: YearNr) -> Spent {
    let row = analysis
        .budget
        .iter()
        .find(|row| row.year == year && row.action.is_none());
    Spent(row.map_or(Err(Unknown::NoBookings), |row| row.spent.clone()))
}

#[derive(Debug)]
struct Spent(Known<Euro>);

impl Say for Spent {
    fn dutch(&self) -> String {
        self.0.as_ref().map_or_else(
            |_| "besteed onbekend".to_owned(),
            |it| format!("besteed {}", dutch::euro(*it)),
        )
    }
    fn english(&self) -> String {
        self.0.as_ref().map_or_else(
            |_| "spent unknown".to_owned(),
            |it| format!("spent {}", english::euro(*it)),
        )
    }
}

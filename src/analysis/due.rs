//! What is due, and when: the reports of the scheme's calendar, and the money that
//! depends on them.

use super::{Analysis, at_stake};
use crate::model::{Date, Euro, YearNr};

/// A report on its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The date.
    pub date: Date,
    /// The project year it is about.
    pub year: YearNr,
    /// Which report.
    pub what: DueReport,
}

/// Which report is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueReport {
    /// The interim report.
    Interim,
    /// The report of the year, and the balance that depends on it: none where it is
    /// unknown, has come in already, or where the scheme has none.
    OfYear(Option<Euro>),
}

impl Analysis<'_> {
    /// What is due on or after the as-of date, the next first; nothing without one.
    #[must_use]
    pub fn dues_to_come(&self) -> Vec<Due> {
        let Ok(today) = self.account.today() else {
            return Vec::new();
        };
        let mut dues = dues(self);
        dues.retain(|due| due.date >= today);
        dues.sort_by_key(|due| due.date);
        dues
    }
}

fn dues(analysis: &Analysis<'_>) -> Vec<Due> {
    let account = analysis.account;
    let mut dues = Vec::new();
    for award in &analysis.year_awards {
        let year = award.year.nr;
        let Some(in_scheme) = account.scheme.year(year) else {
            continue;
        };
        let due = |date, what| Due { date, year, what };
        let balance = at_stake::balance(account, year, &award.award).and_then(Result::ok);
        let interim = in_scheme
            .interim_due
            .map(|date| due(date, DueReport::Interim));
        let report = in_scheme.report_due;
        let report = report.map(|date| due(date, DueReport::OfYear(balance)));
        dues.extend(interim.into_iter().chain(report));
    }
    dues
}

//! What was reached month by month within a project year.

use super::ActionAttainment;
use super::attainment::reached_within;
use crate::model::{Account, Date, DossierAction, KpiKind, Period, YearNr};

/// One action in one month.
#[derive(Debug)]
pub struct MonthProgress<'a> {
    /// The project year.
    pub year: YearNr,
    /// The action in the dossier.
    pub action: &'a DossierAction,
    /// First day of the month.
    pub month: Date,
    /// What the month added; the state at its end for a state.
    pub reached: i64,
    /// What was reached since the start of the project year.
    pub cumulative: i64,
}

/// A row for each month that has begun at the as-of date, from the first month of
/// the year on, for every action with a known figure. Milestones have no course.
pub(super) fn progress<'a>(
    account: &'a Account,
    attainment: &[ActionAttainment<'a>],
) -> Vec<MonthProgress<'a>> {
    let Ok(today) = account.today() else {
        return Vec::new();
    };
    let known = attainment
        .iter()
        .filter(|row| row.reached.is_ok() && row.kind != KpiKind::Milestone);
    known
        .filter_map(|row| Some((row, account.scheme.period(row.year)?)))
        .flat_map(|(row, year)| of_action(account, row, year, today))
        .collect()
}

fn of_action<'a>(
    account: &'a Account,
    row: &ActionAttainment<'a>,
    year: Period,
    today: Date,
) -> Vec<MonthProgress<'a>> {
    let mut months = Vec::new();
    let mut before = 0;
    for month in months_of(year).take_while(|month| month.start <= today) {
        let so_far = Period {
            start: year.start,
            end: month.end,
        };
        let Ok(cumulative) =
            reached_within(&account.tallies, row.action.nr, row.kind, so_far, row.year)
        else {
            continue;
        };
        let reached = if row.kind == KpiKind::Headcount {
            cumulative
        } else {
            cumulative - before
        };
        months.push(MonthProgress {
            year: row.year,
            action: row.action,
            month: month.start.first_of_month(),
            reached,
            cumulative,
        });
        before = cumulative;
    }
    months
}

/// The months of a period; the first and last may be cut by its ends.
fn months_of(period: Period) -> impl Iterator<Item = Period> {
    let mut start = Some(period.start);
    std::iter::from_fn(move || {
        let first = start.filter(|first| *first <= period.end)?;
        let last = first.last_of_month();
        start = last.tomorrow().ok();
        Some(Period {
            start: first,
            end: last.min(period.end),
        })
    })
}

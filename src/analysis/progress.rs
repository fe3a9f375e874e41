//! What was reached month by month within a project year.

use super::ActionAttainment;
use super::attainment::reached_within;
use super::small_cells::{Hiding, is_there};
use crate::model::{Account, Date, DossierAction, Known, KpiKind, Period, Unknown, YearNr};

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
    pub reached: Known<i64>,
    /// What was reached since the start of the project year.
    pub cumulative: Known<i64>,
}

/// A row for each month that has begun at the as-of date, from the first month of
/// the year on, for every action with a known figure. Milestones have no course.
pub(super) fn progress<'a>(
    account: &'a Account,
    attainment: &[ActionAttainment<'a>],
    hiding: &Hiding,
) -> Vec<MonthProgress<'a>> {
    let Ok(today) = account.today() else {
        return Vec::new();
    };
    let known = attainment
        .iter()
        .filter(|row| is_there(&row.reached) && row.kind != KpiKind::Milestone);
    known
        .filter_map(|row| Some((row, account.scheme.period(row.year)?)))
        .flat_map(|(row, year)| of_action(account, row, (year, today), hiding))
        .collect()
}

fn of_action<'a>(
    account: &'a Account,
    row: &ActionAttainment<'a>,
    (year, today): (Period, Date),
    hiding: &Hiding,
) -> Vec<MonthProgress<'a>> {
    let mut months = Vec::new();
    let mut before: Known<i64> = Ok(0);
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
        let told = hiding.until(row.year, row.action.nr, month.end);
        let cumulative = told.map(|()| cumulative);
        let reached = if row.kind == KpiKind::Headcount {
            cumulative.clone()
        } else {
            added(&cumulative, &before)
        };
        months.push(MonthProgress {
            year: row.year,
            action: row.action,
            month: month.start.first_of_month(),
            reached,
            cumulative: cumulative.clone(),
        });
        before = cumulative;
    }
    months
}

/// What a month added; hidden where what was reached before or after it is.
fn added(cumulative: &Known<i64>, before: &Known<i64>) -> Known<i64> {
    match (cumulative, before) {
        (Ok(cumulative), Ok(before)) => Ok(cumulative - before),
        _ => Err(Unknown::Hidden),
    }
}

/// The months of a period; the first and last may be cut by its ends.
pub(super) fn months_of(period: Period) -> impl Iterator<Item = Period> {
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

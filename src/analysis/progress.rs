//! What was reached month by month within a project year.

use super::ActionAttainment;
use super::attainment::reached_within;
use super::small_cells::{Hiding, is_there};
use crate::model::{Account, Date, DossierAction, Known, KpiKind, Period, Unknown, YearNr};
use std::collections::BTreeMap;

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
    let mut one_dates: BTreeMap<YearNr, Option<Date>> = BTreeMap::new();
    let mut months = Vec::new();
    for row in known {
        let Some(year) = account.scheme.period(row.year) else {
            continue;
        };
        let one_date = *one_dates
            .entry(row.year)
            .or_insert_with(|| only_date(account, year));
        months.extend(of_action(account, row, (year, today), one_date, hiding));
    }
    months
}

fn of_action<'a>(
    account: &'a Account,
    row: &ActionAttainment<'a>,
    (year, today): (Period, Date),
    one_date: Option<Date>,
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
        let cumulative = told.and_then(|()| match one_date {
            Some(day) if month.end < day => Err(Unknown::OneDate(day)),
            _ => Ok(cumulative),
        });
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

/// What a month added; unknown where what was reached before or after it is.
fn added(cumulative: &Known<i64>, before: &Known<i64>) -> Known<i64> {
    Ok(cumulative.clone()? - before.clone()?)
}

/// The date that all rows of a period bear, of whichever action; none where they bear more.
///
/// Such rows may have been added up before they were written down: a nought in the months
/// before would say that nothing happened in them, and nobody said so.
fn only_date(account: &Account, period: Period) -> Option<Date> {
    let mut days = days_within(account, period);
    let first = days.next()?;
    days.all(|day| day == first).then_some(first)
}

/// Whether the rows of a year bear more than one date.
#[must_use]
pub fn has_course(account: &Account, year: YearNr) -> bool {
    account.period(year).is_ok_and(|period| {
        let mut days = days_within(account, period);
        days.next()
            .is_some_and(|first| days.any(|day| day != first))
    })
}

fn days_within(account: &Account, period: Period) -> impl Iterator<Item = Date> {
    let days = account.tallies.per_day.keys().map(|(_, day)| *day);
    days.filter(move |day| period.contains(*day))
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

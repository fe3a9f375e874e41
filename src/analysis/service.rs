//! How long the people of a staff line are there: FTE-months of a project year up
//! to the as-of date, and who was there from when to when.

use super::StaffRow;
use crate::model::{Account, Date, Filled, Fte, FteMonths, Known, Period, Staff, Unknown, YearNr};

/// Somebody taken on for a staff line, in a year with days of service.
#[derive(Debug)]
pub struct ServiceRow<'a> {
    /// The year.
    pub year: YearNr,
    /// The line.
    pub staff: &'a Staff,
    /// Who, as the dossier has it.
    pub filled: &'a Filled,
    /// FTE-months in the year, up to the as-of date.
    pub months: Known<FteMonths>,
}

/// A project year and the part of it that has passed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passed {
    pub(super) year: Period,
    pub(super) so_far: Period,
}

impl Passed {
    /// Of a year that ends the state on a date.
    pub(super) fn until(account: &Account, year: YearNr, on: &Known<Date>) -> Known<Self> {
        let end = on.clone()?;
        let year = account.period(year)?;
        let so_far = Period { end, ..year };
        Ok(Self { year, so_far })
    }

    /// The months that so many FTE could have been there by now.
    pub(super) fn planned(self, fte: Fte) -> FteMonths {
        FteMonths::new(fte, self.so_far.days(), self.year)
    }

    /// The months that somebody was there. What certainly lies outside is no
    /// month, even where the rest is unknown.
    pub(super) fn served(self, filled: &Filled) -> Known<FteMonths> {
        let fte = filled.fte.map(|fte| fte.value);
        let [from, to] = [filled.from, filled.to].map(|day| day.map(|day| day.value));
        self.months(fte, from, to)
    }

    fn months(self, fte: Option<Fte>, from: Option<Date>, to: Option<Date>) -> Known<FteMonths> {
        match days(from, to, self.so_far)? {
            0 => Ok(FteMonths::NONE),
            days => Ok(FteMonths::new(
                fte.ok_or(Unknown::FilledFte)?,
                days,
                self.year,
            )),
        }
    }
}

/// Days of a period in which somebody was there; no last day: still there.
fn days(from: Option<Date>, to: Option<Date>, period: Period) -> Known<i64> {
    let end = to.unwrap_or(period.end);
    if end < period.start {
        return Ok(0);
    }
    let start = from.ok_or(Unknown::Since)?;
    let shared = period.shared_with(Period { start, end });
    Ok(shared.map_or(0, Period::days))
}

/// Who of each line was there, year by year, in the order of the lines. Who may
/// have been there stands in it too, with the months unknown.
pub(super) fn over_time<'a>(account: &Account, rows: &[StaffRow<'a>]) -> Vec<ServiceRow<'a>> {
    rows.iter()
        .flat_map(|row| {
            let filled = row.staff.filled.iter().flatten();
            filled.filter_map(|filled| in_year(account, row, filled))
        })
        .collect()
}

fn in_year<'a>(
    account: &Account,
    row: &StaffRow<'a>,
    filled: &'a Filled,
) -> Option<ServiceRow<'a>> {
    let passed = Passed::until(account, row.year, &row.on);
    let was_there = match &passed {
        Ok(passed) => is_within(filled, passed.so_far),
        Err(Unknown::YearNotBegun(_)) => false,
        Err(_) => account
            .period(row.year)
            .map_or(true, |year| is_within(filled, year)),
    };
    was_there.then(|| ServiceRow {
        year: row.year,
        staff: row.staff,
        filled,
        months: passed.and_then(|passed| passed.served(filled)),
    })
}

/// Whether somebody was there within a period, or may have been.
fn is_within(filled: &Filled, period: Period) -> bool {
    let [from, to] = [filled.from, filled.to].map(|day| day.map(|day| day.value));
    days(from, to, period) != Ok(0)
}

#[cfg(test)]
mod tests;

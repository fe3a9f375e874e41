//! Staff planned and taken on, per project year.
//!
//! The state is that of the as-of date, or of the year's last day once it is over;
//! FTE-months and their cost count from the year's first day to that date.

use super::service::Passed;
use crate::model::{
    Account, Date, Euro, Filled, Fte, FteMonths, Known, Payer, Staff, Unknown, Unrounded, YearNr,
};

/// A staff line in one year.
#[derive(Debug)]
pub struct StaffRow<'a> {
    /// The year.
    pub year: YearNr,
    /// The line.
    pub staff: &'a Staff,
    /// Planned.
    pub planned: Known<Fte>,
    /// Taken on at the date of the state.
    pub filled: Known<Fte>,
    /// Since when this many are there: the first day of whoever came last; none when
    /// nobody is there.
    pub since: Option<Known<Date>>,
    /// Planned and not filled.
    pub vacant: Known<Fte>,
    /// The date of the state.
    pub on: Known<Date>,
    /// Planned from the year's first day to the date of the state.
    pub planned_months: Known<FteMonths>,
    /// In service in that time.
    pub filled_months: Known<FteMonths>,
    /// Planned and not filled in that time, never below nothing.
    pub vacant_months: Known<FteMonths>,
    /// What one FTE costs in twelve months.
    pub yearly_cost: Known<Euro>,
    /// What the filled months cost at that price.
    pub cost: Known<Euro>,
}

/// FTE-months of a year over all lines that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StaffMonths {
    /// Planned from the year's first day on.
    pub planned: FteMonths,
    /// In service in that time.
    pub filled: FteMonths,
    /// The day up to which both count; none when the year is over.
    pub until: Option<Date>,
}

/// Whether a line stands in the sums: third-party staff is outside subsidy and own share.
#[must_use]
pub fn counts(staff: &Staff) -> bool {
    staff.payer != Some(Payer::ThirdParty)
}

pub(super) fn staffing(account: &Account) -> Vec<StaffRow<'_>> {
    let years = account.dossier.years.iter().map(|year| year.nr);
    let mut rows: Vec<_> = years
        .flat_map(|year| {
            let lines = account
                .dossier
                .staff
                .iter()
                .filter(move |staff| staff.years.contains(&year));
            lines.map(move |staff| row(account, staff, year))
        })
        .collect();
    rows.sort_by_key(|row| (row.year, !counts(row.staff)));
    rows
}

fn row<'a>(account: &'a Account, staff: &'a Staff, year: YearNr) -> StaffRow<'a> {
    let planned = staff
        .fte
        .map(|fte| fte.value)
        .ok_or(why_not(staff, "fte", Unknown::PlannedFte));
    let on = state_date(account, year);
    let there = there_on(staff, &on);
    let filled: Known<Fte> = there.clone().and_then(|there| {
        there
            .iter()
            .map(|it| it.fte.map(|fte| fte.value).ok_or(Unknown::FilledFte))
            .sum()
    });
    let vacant = planned
        .clone()
        .and_then(|planned| Ok(filled.clone()?.missing_to(planned)));
    let passed = Passed::until(account, year, &on);
    let planned_months = passed
        .clone()
        .and_then(|passed| Ok(passed.planned(planned.clone()?)));
    let filled_months = passed.and_then(|passed| served(staff, passed));
    let vacant_months = planned_months
        .clone()
        .and_then(|planned| Ok(filled_months.clone()?.missing_to(planned)));
    let yearly_cost = yearly_cost(staff);
    StaffRow {
        year,
        staff,
        planned,
        since: since(&there),
        filled,
        vacant,
        on,
        cost: cost(&yearly_cost, &filled_months),
        planned_months,
        filled_months,
        vacant_months,
        yearly_cost,
    }
}

/// The months that all people of a line were there.
fn served(staff: &Staff, passed: Passed) -> Known<FteMonths> {
    let filled = staff
        .filled
        .as_ref()
        .ok_or(why_not(staff, "filled", Unknown::FilledFte))?;
    filled.iter().map(|filled| passed.served(filled)).sum()
}

fn yearly_cost(staff: &Staff) -> Known<Euro> {
    staff.yearly_cost.map(|cost| cost.value).ok_or(why_not(
        staff,
        "yearly_cost",
        Unknown::YearlyCost,
    ))
}

fn cost(yearly: &Known<Euro>, filled: &Known<FteMonths>) -> Known<Euro> {
    let (filled, yearly) = (filled.clone()?, yearly.clone()?);
    Ok(Unrounded::rounded_half_up(yearly.for_fte_months(filled)))
}

/// Why a key of a line is unknown: it cannot be read, else as `left_out` says.
fn why_not(staff: &Staff, key: &'static str, left_out: Unknown) -> Unknown {
    if staff.unreadable.contains(&key) {
        Unknown::Unreadable
    } else {
        left_out
    }
}

/// The as-of date, or the year's last day once it is over.
fn state_date(account: &Account, year: YearNr) -> Known<Date> {
    let today = account.today()?;
    let period = account.period(year)?;
    if !period.has_begun(today) {
        return Err(Unknown::YearNotBegun(year));
    }
    Ok(today.min(period.end))
}

/// Who of a line is there on a date. Without a date only what bears none is known.
fn there_on<'a>(staff: &'a Staff, on: &Known<Date>) -> Known<Vec<&'a Filled>> {
    let filled = staff
        .filled
        .as_ref()
        .ok_or(why_not(staff, "filled", Unknown::FilledFte))?;
    match on {
        Ok(on) => Ok(filled.iter().filter(|it| is_there(it, *on)).collect()),
        Err(Unknown::AsOf) if filled.iter().all(|it| it.from.is_none() && it.to.is_none()) => {
            Ok(filled.iter().collect())
        }
        Err(unknown) => Err(unknown.clone()),
    }
}

fn is_there(filled: &Filled, on: Date) -> bool {
    filled.from.is_none_or(|from| from.value <= on) && filled.to.is_none_or(|to| to.value >= on)
}

fn since(there: &Known<Vec<&Filled>>) -> Option<Known<Date>> {
    let there = match there {
        Ok(there) if there.is_empty() => return None,
        Ok(there) => there,
        Err(unknown) => return Some(Err(unknown.clone())),
    };
    let dates: Option<Vec<Date>> = there
        .iter()
        .map(|it| it.from.map(|from| from.value))
        .collect();
    Some(
        dates
            .and_then(|dates| dates.into_iter().max())
            .ok_or(Unknown::Since),
    )
}

/// FTE-months of a year over all lines that count; unknown when one of them is.
///
/// # Errors
/// The first reason why a line's FTE-months are unknown.
pub fn staff_months(account: &Account, rows: &[StaffRow<'_>], year: YearNr) -> Known<StaffMonths> {
    if account.dossier.unreadable.staff {
        return Err(Unknown::LineUnreadable);
    }
    let on = state_date(account, year)?;
    let counted = || {
        let of_year = rows.iter().filter(|row| row.year == year);
        of_year.filter(|row| counts(row.staff))
    };
    let planned: Known<FteMonths> = counted().map(|row| row.planned_months.clone()).sum();
    let filled: Known<FteMonths> = counted().map(|row| row.filled_months.clone()).sum();
    Ok(StaffMonths {
        planned: planned?,
        filled: filled?,
        until: (!account.period(year)?.is_over(on)).then_some(on),
    })
}

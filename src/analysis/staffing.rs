//! Staff planned and taken on, per project year.
//!
//! The state is that of the as-of date, or of the year's last day once it is over.

use crate::model::{Account, Date, Filled, Fte, Known, Payer, Period, Staff, Unknown, YearNr};
use rust_decimal::Decimal;

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
}

/// FTE-months of a year: planned, and filled so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FteMonths {
    /// FTE × 12 for every line.
    pub planned: Decimal,
    /// FTE × days in service ÷ days of the year × 12.
    pub filled: Decimal,
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
    StaffRow {
        year,
        staff,
        planned,
        since: since(&there),
        filled,
        vacant,
        on,
    }
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
/// Lines without a planned first day are planned for the whole year.
///
/// # Errors
/// The first reason why a line's planned or filled FTE are unknown.
pub fn fte_months(account: &Account, rows: &[StaffRow<'_>], year: YearNr) -> Known<FteMonths> {
    if account.dossier.unreadable.staff {
        return Err(Unknown::LineUnreadable);
    }
    let period = account.period(year)?;
    let so_far = Period {
        start: period.start,
        end: state_date(account, year)?,
    };
    let mut months = FteMonths {
        planned: Decimal::ZERO,
        filled: Decimal::ZERO,
    };
    for row in rows
        .iter()
        .filter(|row| row.year == year && counts(row.staff))
    {
        months.planned += row.planned.clone()?.decimal() * Decimal::from(12);
        for filled in row.staff.filled.as_ref().ok_or(Unknown::FilledFte)? {
            months.filled += in_service(filled, so_far, period)?;
        }
    }
    Ok(months)
}

fn in_service(filled: &Filled, so_far: Period, year: Period) -> Known<Decimal> {
    let fte = filled.fte.ok_or(Unknown::FilledFte)?.value;
    let from = filled.from.ok_or(Unknown::Since)?.value;
    let service = Period {
        start: from,
        end: filled.to.map_or(so_far.end, |to| to.value),
    };
    let days = so_far.shared_with(service).map_or(0, Period::days);
    Ok(fte.decimal() * Decimal::from(days) * Decimal::from(12) / Decimal::from(year.days()))
}

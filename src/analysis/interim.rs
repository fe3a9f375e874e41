//! The interim test: has a first part of the target been reached halfway?

use super::attainment::{ratio, reached_within};
use super::small_cells::Hiding;
use crate::model::{
    Account, ActionNr, Date, Known, KpiKind, Period, Ratio, Share, Unknown, YearNr,
};

/// The interim test of one action in one year.
#[derive(Debug)]
pub struct Interim {
    /// What was reached up to and including the interim date.
    pub reached: Known<i64>,
    /// That out of the whole target.
    pub ratio: Known<Ratio>,
    /// The outcome.
    pub status: InterimStatus,
    /// The last day that counts, where the scheme has one.
    pub date: Option<Date>,
}

/// Outcome of the interim test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InterimStatus {
    /// The action is not judged in percent.
    Exempt,
    /// A figure or a date is missing.
    Unknown,
    /// At or above the threshold.
    Reached,
    /// Below it.
    Below,
    /// The interim date has not come yet.
    Running,
}

pub(super) fn interim(
    account: &Account,
    action: ActionNr,
    kind: KpiKind,
    year: YearNr,
    (reached, target): (&Known<i64>, &Known<u64>),
    hiding: &Hiding,
) -> Interim {
    let date = account.scheme.year(year).and_then(|year| year.interim_end);
    let at_date = reached_by(account, action, kind, year, reached);
    let at_date = match date {
        Some(date) => at_date.and_then(|it| hiding.until(year, action, date).map(|()| it)),
        None => at_date,
    };
    let share = ratio(&at_date, target);
    Interim {
        status: status(&at_date, &share, account.scheme.interim_threshold),
        reached: at_date,
        ratio: share,
        date,
    }
}

fn reached_by(
    account: &Account,
    action: ActionNr,
    kind: KpiKind,
    year: YearNr,
    reached: &Known<i64>,
) -> Known<i64> {
    let scheme = &account.scheme;
    if scheme.interim_threshold.is_none() {
        return Err(Unknown::NoInterimDate);
    }
    if scheme.interim_exempt.contains(&kind) {
        return Err(Unknown::InterimExempt);
    }
    let scheme_year = scheme.year(year).ok_or(Unknown::NoInterimDate)?;
    let end = scheme_year.interim_end.ok_or(Unknown::NoInterimDate)?;
    let today = account.today()?;
    let of_year = account.period(year)?;
    if today < of_year.start {
        return Err(Unknown::YearNotBegun(year));
    }
    if today < end {
        return Err(Unknown::BeforeInterim(end));
    }
    reached.clone()?;
    let period = Period {
        start: of_year.start,
        end,
    };
    if account
        .tallies
        .days(action, period.start, period.end)
        .next()
        .is_none()
    {
        return Err(Unknown::NoRowByInterim(end));
    }
    reached_within(&account.tallies, action, kind, period, year)
}

fn status(reached: &Known<i64>, share: &Known<Ratio>, threshold: Option<Share>) -> InterimStatus {
    match (reached, share, threshold) {
        (Err(Unknown::InterimExempt), ..) => InterimStatus::Exempt,
        (Err(Unknown::BeforeInterim(_)), ..) => InterimStatus::Running,
        (Ok(_), Ok(ratio), Some(threshold)) if ratio.reaches(threshold) => InterimStatus::Reached,
        (Ok(_), Ok(_), Some(_)) => InterimStatus::Below,
        _ => InterimStatus::Unknown,
    }
}

//! The days over which two project years are compared.

use crate::model::{Account, Date, Known, Period, YearNr};

/// How far a running year and the one before it are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SameDays {
    /// How many days of each, from its first.
    pub days: i64,
    /// The last of them in the year.
    pub until: Date,
    /// The last of them in the year before.
    pub until_before: Date,
}

/// The stretch of each year that is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretches {
    pub(super) now: Period,
    pub(super) before: Period,
    /// Their length, where the year still runs.
    pub(super) running: Option<SameDays>,
}

/// The stretches of a year and of the one before it at the as-of date: as far as a
/// running year has come, else both as a whole.
pub(super) fn stretches(account: &Account, year: YearNr, before: YearNr) -> Known<Stretches> {
    let (now, before) = (account.period(year)?, account.period(before)?);
    Ok(on(account.today()?, now, before))
}

fn on(today: Date, now: Period, before: Period) -> Stretches {
    let whole = Stretches {
        now,
        before,
        running: None,
    };
    if !now.has_begun(today) || now.is_over(today) {
        return whole;
    }
    let so_far = Period {
        start: now.start,
        end: today,
    };
    let days = so_far.days().min(before.days());
    let (Some(now), Some(before)) = (first(days, now), first(days, before)) else {
        return whole;
    };
    let running = SameDays {
        days,
        until: now.end,
        until_before: before.end,
    };
    Stretches {
        now,
        before,
        running: Some(running),
    }
}

/// The first days of a period.
fn first(days: i64, of: Period) -> Option<Period> {
    let last = i32::try_from(days - 1).ok()?;
    let end = of.start.checked_add(jiff::Span::new().days(last)).ok()?;
    Some(Period {
        start: of.start,
        end,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn project_year(first: i16) -> Period {
        Period {
            start: date(first, 10, 1),
            end: date(first + 1, 9, 30),
        }
    }

    #[test]
    fn a_leap_day_moves_the_last_day_and_not_the_number() {
        let days = on(date(2025, 3, 31), project_year(2024), project_year(2023));
        let expected = SameDays {
            days: 182,
            until: date(2025, 3, 31),
            until_before: date(2024, 3, 30),
        };
        assert_eq!(days.running, Some(expected));
        assert_eq!(days.now.days(), days.before.days());
    }

    #[test]
    fn a_year_that_is_over_or_not_begun_is_compared_as_a_whole() {
        for today in [date(2024, 9, 30), date(2023, 9, 30)] {
            let days = on(today, project_year(2023), project_year(2022));
            assert_eq!(days.running, None, "{today}");
            assert_eq!((days.now.days(), days.before.days()), (366, 365));
        }
        let first_day = on(date(2023, 10, 1), project_year(2023), project_year(2022));
        assert_eq!(first_day.running.map(|it| it.days), Some(1));
    }

    #[test]
    fn a_shorter_year_before_limits_both() {
        let short = Period {
            start: date(2023, 7, 1),
            end: date(2023, 9, 30),
        };
        let days = on(date(2024, 3, 31), project_year(2023), short);
        assert_eq!(days.running.map(|it| it.days), Some(92));
        assert_eq!(days.now.end, date(2023, 12, 31));
        assert_eq!(days.before, short);
    }
}

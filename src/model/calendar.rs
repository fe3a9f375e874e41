//! Dates, project years and the as-of date.

use std::fmt;

/// A day of the civil calendar.
pub type Date = jiff::civil::Date;

/// The number of a project year, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearNr(pub u16);

impl fmt::Display for YearNr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A calendar year, over which a municipality keeps its accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountingYear(pub i16);

impl AccountingYear {
    /// The accounting year that holds `date`.
    #[must_use]
    pub fn of(date: Date) -> Self {
        Self(date.year())
    }
}

impl fmt::Display for AccountingYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A stretch of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
}

impl Period {
    /// Whether `date` is one of its days.
    #[must_use]
    pub fn contains(self, date: Date) -> bool {
        self.start <= date && date <= self.end
    }

    /// Whether it is over on `today`: on or after its last day.
    #[must_use]
    pub fn is_over(self, today: Date) -> bool {
        today >= self.end
    }

    /// Whether its first day has come on `today`.
    #[must_use]
    pub fn has_begun(self, today: Date) -> bool {
        today >= self.start
    }

    /// Number of days.
    #[must_use]
    pub fn days(self) -> i64 {
        days_between(self.start, self.end) + 1
    }

    /// The days that it shares with another period, if any.
    #[must_use]
    pub fn shared_with(self, other: Self) -> Option<Self> {
        let shared = Self {
            start: self.start.max(other.start),
            end: self.end.min(other.end),
        };
        (shared.start <= shared.end).then_some(shared)
    }
}

/// Days from `from` to `to`; negative when `to` comes first.
fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// The date an account is drawn up for, and what says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsOf {
    /// The date.
    pub date: Date,
    /// Where it comes from.
    pub origin: AsOfOrigin,
}

/// What fixed the as-of date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AsOfOrigin {
    /// The command line named the date.
    Asked,
    /// The command line asked for the day of the clock.
    Clock,
    /// The dossier's `as_of`.
    Dossier,
    /// The last date of a counted row.
    LastRow {
        /// The file, relative to the dossier's folder.
        path: String,
        /// The sheet of a workbook.
        sheet: Option<String>,
        /// The line of the last row with that date, from 1.
        line: usize,
    },
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_project_year_has_all_its_days() {
        let year = Period {
            start: date(2022, 10, 1),
            end: date(2023, 9, 30),
        };
        assert_eq!(year.days(), 365);
        assert!(year.is_over(date(2023, 9, 30)));
        assert!(!year.is_over(date(2023, 9, 29)));
        assert!(!year.has_begun(date(2022, 9, 30)));
    }
}

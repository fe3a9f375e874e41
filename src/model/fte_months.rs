//! FTE-months of a project year: exact, however many days the year has.

use super::{Fte, Period};
use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::fmt;
use std::iter::Sum;
use std::ops::Add;

/// FTE × 12 × days ÷ days of the year, kept as days until a format rounds it.
#[derive(Debug, Clone, Copy)]
pub struct FteMonths {
    fte_days: Decimal,
    days_of_year: i64,
}

impl FteMonths {
    /// Nobody, or nobody for a day.
    pub const NONE: Self = Self {
        fte_days: Decimal::ZERO,
        days_of_year: 1,
    };

    /// So many FTE during so many days of a year.
    #[must_use]
    pub fn new(fte: Fte, days: i64, year: Period) -> Self {
        Self {
            fte_days: fte.decimal() * Decimal::from(days.max(0)),
            days_of_year: year.days().max(1),
        }
    }

    /// FTE times days: twelve of these months are the days of the year.
    pub(super) fn fte_days(self) -> Decimal {
        self.fte_days
    }

    /// Days of the year that its days are a part of.
    pub(super) fn days_of_year(self) -> Decimal {
        Decimal::from(self.days_of_year)
    }

    /// What is missing to reach `planned`; nothing when there are enough.
    #[must_use]
    pub fn missing_to(self, planned: Self) -> Self {
        let ([own, other], days_of_year) = self.alike(planned);
        Self {
            fte_days: (other - own).max(Decimal::ZERO),
            days_of_year,
        }
    }

    /// Months rounded half up to so many decimals.
    #[must_use]
    pub fn rounded(self, decimals: u32) -> Decimal {
        let scale = (0..decimals).fold(Decimal::ONE, |scale, _| scale * Decimal::TEN);
        let base = self.days_of_year() * Decimal::TWO;
        let doubled = self.fte_days * Decimal::from(24) * scale + Decimal::from(self.days_of_year);
        let whole = (doubled - doubled % base) / base;
        whole / scale
    }

    /// The days of both as parts of a year of the same length.
    fn alike(self, other: Self) -> ([Decimal; 2], i64) {
        if other.fte_days.is_zero() {
            return ([self.fte_days, Decimal::ZERO], self.days_of_year);
        }
        let [own, others] = [self.days_of_year, other.days_of_year];
        let common = own / greatest_divisor(own, others) * others;
        let days = [self, other].map(|it| it.fte_days * Decimal::from(common / it.days_of_year));
        (days, common)
    }
}

/// The greatest whole number that divides both.
fn greatest_divisor(one: i64, other: i64) -> i64 {
    if other == 0 {
        one
    } else {
        greatest_divisor(other, one % other)
    }
}

impl PartialEq for FteMonths {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for FteMonths {}

impl PartialOrd for FteMonths {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for FteMonths {
    fn cmp(&self, other: &Self) -> Ordering {
        let ([own, other], _) = self.alike(*other);
        own.cmp(&other)
    }
}

impl Add for FteMonths {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        let ([own, other], days_of_year) = self.alike(other);
        Self {
            fte_days: own + other,
            days_of_year,
        }
    }
}

impl Sum for FteMonths {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::NONE, Add::add)
    }
}

impl fmt::Display for FteMonths {
    /// As machines write it: a point, two decimals.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2}", self.rounded(2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Euro, Unrounded};
    use jiff::civil::date;

    fn year(nr: i16) -> Period {
        Period {
            start: date(2021 + nr, 10, 1),
            end: date(2022 + nr, 9, 30),
        }
    }

    fn months(thousandths: i64, days: i64, of: i16) -> FteMonths {
        let fte = Fte::new(Decimal::new(thousandths, 3)).expect("a test FTE can be");
        FteMonths::new(fte, days, year(of))
    }

    #[test]
    fn a_whole_year_is_twelve_months_whatever_its_length() {
        assert_eq!(months(1000, 365, 1), months(1000, 366, 2));
        assert_eq!(months(2500, 366, 2).to_string(), "30.00");
        // 12 × 183 ÷ 366 is six; 12 × 183 ÷ 365 is 6.016….
        assert_eq!(months(1000, 183, 2).to_string(), "6.00");
        assert_eq!(months(1000, 183, 1).to_string(), "6.02");
        assert!(months(1000, 183, 1) > months(1000, 183, 2));
        assert_ne!(months(1000, 183, 1), months(1000, 183, 2));
    }

    #[test]
    fn months_round_half_up() {
        // 0.125 × 12 × 1 ÷ 366 = 0.004098…; 0.05 × 12 × 61 ÷ 366 = 0.1;
        // 0.025 × 12 × 61 ÷ 366 = 0.05.
        assert_eq!(months(125, 1, 2).to_string(), "0.00");
        assert_eq!(months(50, 61, 2).rounded(1), Decimal::new(1, 1));
        assert_eq!(months(25, 61, 2).rounded(1), Decimal::new(1, 1));
        assert_eq!(months(75, 61, 2).rounded(1), Decimal::new(2, 1));
    }

    #[test]
    fn months_of_years_of_different_length_add() {
        let sum: FteMonths = [months(1000, 365, 1), months(1000, 61, 2)]
            .into_iter()
            .sum();
        assert_eq!(sum.to_string(), "14.00");
        assert_eq!(
            FteMonths::NONE + months(500, 61, 2),
            months(1000, 61, 2).missing_to(months(1500, 61, 2))
        );
    }

    #[test]
    fn nothing_is_missing_where_there_are_too_many() {
        assert_eq!(
            months(2000, 365, 1).missing_to(months(1000, 365, 1)),
            FteMonths::NONE
        );
    }

    #[test]
    fn a_cost_is_rounded_once_and_half_up() {
        let cost = |yearly: &str, months| {
            let yearly = Euro::parse(yearly).expect("a test amount is an amount");
            Unrounded::rounded_half_up(yearly.for_fte_months(months)).to_string()
        };
        // 60 000 × 0.5 × 42 ÷ 365 = 3 452.0547…, not 60 000 × 0.69 ÷ 12 = 3 450.
        assert_eq!(cost("60000", months(500, 42, 1)), "3452.05");
        // 0.61 × 3 ÷ 366 = 0.005.
        assert_eq!(cost("0.61", months(1000, 3, 2)), "0.01");
        assert_eq!(cost("0.61", months(1000, 2, 2)), "0.00");
        assert_eq!(
            cost("999999999999.99", months(100_000, 366, 2)),
            "99999999999999.00"
        );
    }
}

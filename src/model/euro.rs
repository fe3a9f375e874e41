//! Money: exact, in whole cents, never a float.

use super::{FteMonths, Share, Units};
use rust_decimal::Decimal;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub};

/// Digits before the point that an amount may have, so that no sum of a file can overflow.
pub(crate) const MAX_DIGITS: usize = 12;

/// An amount in euro, whole cents.
///
/// Amounts add, subtract and compare; they never multiply with each other, and
/// what is not whole cents is an [`Unrounded`] until somebody names a rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Euro(Decimal);

/// Why a plain literal is not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EuroError {
    /// More than twelve digits before the point.
    TooLong,
    /// More than two digits after the point.
    TooPrecise,
    /// Not digits with at most one point.
    Malformed,
}

impl Euro {
    /// No money.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The amount behind a plain literal: an optional minus, digits, and at most
    /// two decimals after a point. No group marks, no exponent.
    ///
    /// # Errors
    /// Says which of the rules the literal breaks.
    pub fn parse(literal: &str) -> Result<Self, EuroError> {
        let digits = literal.strip_prefix('-').unwrap_or(literal);
        let (whole, cents) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !plain(whole) || !plain(cents) {
            return Err(EuroError::Malformed);
        }
        if whole.trim_start_matches('0').len() > MAX_DIGITS {
            return Err(EuroError::TooLong);
        }
        if cents.len() > 2 {
            return Err(EuroError::TooPrecise);
        }
        let amount = Decimal::from_str_exact(literal).map_err(|_| EuroError::TooLong)?;
        // Nothing has no sign.
        Ok(Self(if amount.is_zero() {
            Decimal::ZERO
        } else {
            amount
        }))
    }

    /// An amount of so many cents.
    #[must_use]
    pub fn from_cents(cents: i64) -> Self {
        Self(Decimal::new(cents, 2))
    }

    /// Its number of euros as a decimal, for a ratio or a format.
    #[must_use]
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// Whether it is less than nothing.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self < Self::ZERO
    }
}

impl fmt::Display for Euro {
    /// As machines write it: a point, two decimals, no group marks.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2}", self.0)
    }
}

impl Add for Euro {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Euro {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Euro {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Euro {
    type Output = Self;
    fn neg(self) -> Self {
        Self::ZERO - self
    }
}

impl Sum for Euro {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// An exact amount that need not be whole cents: numerator over denominator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unrounded {
    numerator: Decimal,
    denominator: Decimal,
}

impl Unrounded {
    /// Rounded up to the cent: what is required is never a cent too little.
    #[must_use]
    pub fn rounded_up(self) -> Euro {
        let cents = self.numerator * Decimal::ONE_HUNDRED;
        let rest = cents % self.denominator;
        let whole = (cents - rest) / self.denominator;
        let up = if rest > Decimal::ZERO {
            whole + Decimal::ONE
        } else {
            whole
        };
        Euro(up / Decimal::ONE_HUNDRED)
    }

    /// Rounded half up to the cent.
    #[must_use]
    pub fn rounded_half_up(self) -> Euro {
        let doubled = self.numerator * Decimal::TWO * Decimal::ONE_HUNDRED + self.denominator;
        let base = self.denominator * Decimal::TWO;
        let rest = doubled % base;
        let whole = (doubled - rest) / base;
        let floor = if rest < Decimal::ZERO {
            whole - Decimal::ONE
        } else {
            whole
        };
        Euro(floor / Decimal::ONE_HUNDRED)
    }
}

impl std::ops::Mul<Units> for Euro {
    type Output = Unrounded;
    /// A price times a number of units; half units may give half cents.
    fn mul(self, units: Units) -> Unrounded {
        Unrounded {
            numerator: self.0 * units.decimal(),
            denominator: Decimal::ONE,
        }
    }
}

impl Euro {
    /// What stands over against this amount so that it makes up the rest of the
    /// total: amount × share ÷ (1 − share). None when the share is the whole.
    #[must_use]
    pub fn matched_at(self, share: Share) -> Option<Unrounded> {
        let rest = share.rest()?;
        Some(Unrounded {
            numerator: self.0 * Decimal::from(share.numerator()),
            denominator: Decimal::from(rest),
        })
    }

    /// A share of the amount.
    #[must_use]
    pub fn part(self, share: Share) -> Unrounded {
        Unrounded {
            numerator: self.0 * Decimal::from(share.numerator()),
            denominator: Decimal::from(share.denominator()),
        }
    }

    /// What so many FTE-months cost at this price of one FTE for twelve months.
    #[must_use]
    pub fn for_fte_months(self, months: FteMonths) -> Unrounded {
        Unrounded {
            numerator: self.0 * months.fte_days(),
            denominator: months.days_of_year(),
        }
    }

    /// How many units of `price` the amount pays for; none when that is not a
    /// whole number of halves, or the price is nothing.
    #[must_use]
    pub fn units_at(self, price: Self) -> Option<Units> {
        if price == Self::ZERO {
            return None;
        }
        let doubled = self.0 * Decimal::TWO;
        (doubled % price.0 == Decimal::ZERO)
            .then(|| Units::from_halves(doubled / price.0))
            .flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euro(text: &str) -> Euro {
        Euro::parse(text).expect("a test amount is an amount")
    }

    #[test]
    fn amounts_come_back_to_the_cent() {
        assert_eq!(euro("99999999999.99").to_string(), "99999999999.99");
        assert_eq!(euro("170625").to_string(), "170625.00");
        assert_eq!(euro("-0.1").to_string(), "-0.10");
    }

    #[test]
    fn what_is_not_an_amount_says_why() {
        assert_eq!(Euro::parse("99999999999999.99"), Err(EuroError::TooLong));
        assert_eq!(Euro::parse("1.005"), Err(EuroError::TooPrecise));
        for text in ["1e3", "nan", "inf", "", ".5", "5.", "1,5", "+1", "1_0"] {
            assert_eq!(Euro::parse(text), Err(EuroError::Malformed), "{text}");
        }
    }

    #[test]
    fn what_is_required_is_rounded_up() {
        let third = Share::new(1, 3).expect("a third is a share");
        // 100 × 1/3 ÷ 2/3 = 50; 0.01 × 1/2 rounds up to a cent.
        assert_eq!(
            euro("100").matched_at(third).map(Unrounded::rounded_up),
            Some(euro("50"))
        );
        assert_eq!(
            euro("0.01").matched_at(third).map(Unrounded::rounded_up),
            Some(euro("0.01"))
        );
        assert_eq!(euro("0.01").part(third).rounded_half_up(), Euro::ZERO);
    }

    #[test]
    fn a_share_may_be_of_more_than_one_part() {
        let share = |text| Share::parse(text).expect("a test share is a share");
        let part = |text| euro("100").part(share(text)).rounded_half_up();
        assert_eq!(part("80 %"), euro("80"));
        assert_eq!(part("2/3"), euro("66.67"));
        let matched = |text| euro("100").matched_at(share(text));
        let matched = |text| matched(text).map(Unrounded::rounded_up);
        assert_eq!(matched("3/5"), Some(euro("150")));
        assert_eq!(matched("1/5"), Some(euro("25")));
        assert_eq!(matched("1"), None);
    }

    #[test]
    fn below_nothing_a_half_is_rounded_up_as_well() {
        let of = |amount: &str, share: Option<Share>| {
            let share = share.expect("a test share is a share");
            euro(amount).part(share).rounded_half_up()
        };
        assert_eq!(of("-0.01", Share::new(1, 2)), Euro::ZERO);
        assert_eq!(of("-0.03", Share::new(1, 2)), euro("-0.01"));
        assert_eq!(of("-0.04", Share::new(1, 3)), euro("-0.01"));
        assert_eq!(of("-0.05", Share::new(1, 3)), euro("-0.02"));
        assert_eq!(of("0.05", Share::new(1, 2)), euro("0.03"));
    }

    #[test]
    fn an_amount_pays_for_halves_or_not_at_all() {
        assert_eq!(
            euro("170625").units_at(euro("650")).map(|u| u.to_string()),
            Some("262.5".into())
        );
        assert_eq!(euro("100").units_at(euro("650")), None);
        assert_eq!(euro("100").units_at(Euro::ZERO), None);
    }
}

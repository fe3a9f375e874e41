//! Units of a KPI (whole or half) and full-time equivalents.

use rust_decimal::Decimal;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

/// A number of units of a KPI. A ceiling may be a half unit: 262.5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Units(Decimal);

impl Units {
    /// Units from a decimal; none when it is not a whole number of halves.
    #[must_use]
    pub fn new(units: Decimal) -> Option<Self> {
        (units * Decimal::TWO)
            .fract()
            .is_zero()
            .then(|| Self(units.normalize()))
    }

    /// Units from a number of halves; none when that is not whole.
    #[must_use]
    pub fn from_halves(halves: Decimal) -> Option<Self> {
        Self::new(halves / Decimal::TWO)
    }

    /// Whole units.
    #[must_use]
    pub fn whole(units: u64) -> Self {
        Self(Decimal::from(units))
    }

    /// As a decimal number.
    #[must_use]
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// As a whole number, when it is one and not negative.
    #[must_use]
    pub fn as_whole(self) -> Option<u64> {
        self.0
            .is_integer()
            .then(|| u64::try_from(self.0).ok())
            .flatten()
    }
}

impl Sub for Units {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self((self.0 - other.0).normalize())
    }
}

impl fmt::Display for Units {
    /// As machines write it, with as many decimals as needed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Full-time equivalents (FTE), at most three decimals and not more than 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Fte(Decimal);

impl Fte {
    /// Nobody.
    pub const NONE: Self = Self(Decimal::ZERO);

    /// FTE from a decimal; none when negative, above 100 or finer than a thousandth.
    #[must_use]
    pub fn new(fte: Decimal) -> Option<Self> {
        let fte = fte.normalize();
        let can_be = fte >= Decimal::ZERO && fte <= Decimal::ONE_HUNDRED && fte.scale() <= 3;
        can_be.then_some(Self(fte))
    }

    /// As a decimal number.
    #[must_use]
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// What is missing to reach `planned`; nobody when there are enough.
    #[must_use]
    pub fn missing_to(self, planned: Self) -> Self {
        Self((planned.0 - self.0).max(Decimal::ZERO).normalize())
    }
}

impl Add for Fte {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self((self.0 + other.0).normalize())
    }
}

impl Sum for Fte {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::NONE, Add::add)
    }
}

impl fmt::Display for Fte {
    /// As machines write it, with as many decimals as needed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.normalize().fmt(f)
    }
}

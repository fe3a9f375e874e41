//! A part of a whole, kept as two exact numbers until a format rounds it.

use super::Share;
use rust_decimal::Decimal;

/// `part` out of `whole`. The whole is never zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    part: Decimal,
    whole: Decimal,
}

impl Ratio {
    /// The ratio; none when the whole is nothing or negative.
    #[must_use]
    pub fn new(part: impl Into<Decimal>, whole: impl Into<Decimal>) -> Option<Self> {
        let whole = whole.into();
        (whole > Decimal::ZERO).then(|| Self {
            part: part.into(),
            whole,
        })
    }

    /// The part.
    #[must_use]
    pub fn part(self) -> Decimal {
        self.part
    }

    /// The whole.
    #[must_use]
    pub fn whole(self) -> Decimal {
        self.whole
    }

    /// Whether it is at least this share. Compares products, so nothing is rounded.
    #[must_use]
    pub fn reaches(self, share: Share) -> bool {
        self.part * Decimal::from(share.denominator())
            >= self.whole * Decimal::from(share.numerator())
    }

    /// Tenths of a percent, rounded half up; one step down where the rounding
    /// would reach one of `thresholds` that the exact figure is below.
    #[must_use]
    pub fn tenths_of_percent(self, thresholds: &[Share]) -> i64 {
        let thousandfold = self.part * Decimal::ONE_THOUSAND * Decimal::TWO + self.whole;
        let rounded = (thousandfold / (self.whole * Decimal::TWO)).floor();
        let falls_short = |share: &Share| {
            let reached = rounded * Decimal::from(share.denominator())
                >= Decimal::ONE_THOUSAND * Decimal::from(share.numerator());
            reached && !self.reaches(*share)
        };
        let stepped = if thresholds.iter().any(falls_short) {
            rounded - Decimal::ONE
        } else {
            rounded
        };
        i64::try_from(stepped).unwrap_or(i64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tenths(part: i64, whole: i64) -> i64 {
        let full = Share::new(1, 1).expect("the whole is a share");
        Ratio::new(part, whole)
            .expect("a test ratio has a whole")
            .tenths_of_percent(&[full])
    }

    #[test]
    fn percentages_round_half_up_but_never_up_to_a_threshold() {
        assert_eq!(tenths(2999, 3000), 999);
        assert_eq!(tenths(3000, 3000), 1000);
        assert_eq!(tenths(307, 300), 1023);
        assert_eq!(tenths(2840, 1500), 1893);
        assert_eq!(tenths(1, 2000), 1);
        assert_eq!(tenths(0, 7), 0);
        assert_eq!(tenths(-1, 2000), 0);
    }

    #[test]
    fn a_threshold_of_several_parts_is_reached_by_all_of_them() {
        let most = Share::new(4, 5).expect("four fifths are a share");
        let of = |part, whole| Ratio::new(part, whole).expect("a test ratio has a whole");
        assert!(of(80, 100).reaches(most));
        assert!(!of(79, 100).reaches(most));
        assert_eq!(of(7999, 10_000).tenths_of_percent(&[most]), 799);
        assert_eq!(of(8000, 10_000).tenths_of_percent(&[most]), 800);
        assert_eq!(of(7999, 10_000).tenths_of_percent(&[]), 800);
        assert_eq!(of(7000, 10_000).tenths_of_percent(&[most]), 700);
    }

    #[test]
    fn a_whole_of_nothing_is_no_ratio() {
        assert_eq!(Ratio::new(1, 0), None);
    }
}

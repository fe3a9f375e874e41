//! Amounts that hold for some days, added up day by day.

use crate::model::{Date, Period};
use rust_decimal::Decimal;

/// An amount and the days that it holds for.
pub(super) type Stretch = (Period, Decimal);

/// The sum of all amounts, as stretches that do not overlap; nothing where it is nothing.
pub(super) fn added(stretches: &[Stretch]) -> Vec<Stretch> {
    let mut cuts: Vec<Date> = stretches
        .iter()
        .flat_map(|(days, _)| [Some(days.start), days.end.tomorrow().ok()])
        .flatten()
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let between = cuts.windows(2).filter_map(|two| {
        let days = Period {
            start: two[0],
            end: two[1].yesterday().ok()?,
        };
        let there = stretches.iter().filter(|(it, _)| it.contains(days.start));
        let sum: Decimal = there.map(|(_, amount)| *amount).sum();
        (!sum.is_zero()).then_some((days, sum))
    });
    between.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn days(from: (i8, i8), to: (i8, i8)) -> Period {
        Period {
            start: date(2023, from.0, from.1),
            end: date(2023, to.0, to.1),
        }
    }

    #[test]
    fn amounts_of_the_same_days_add() {
        let (half, whole) = (Decimal::new(5, 1), Decimal::ONE);
        let sum = added(&[
            (days((1, 1), (3, 31)), half),
            (days((3, 1), (4, 30)), whole),
        ]);
        let expected = [
            (days((1, 1), (2, 28)), half),
            (days((3, 1), (3, 31)), half + whole),
            (days((4, 1), (4, 30)), whole),
        ];
        assert_eq!(sum, expected);
    }

    #[test]
    fn days_without_anybody_are_left_out() {
        let one = Decimal::ONE;
        let apart = vec![(days((1, 1), (1, 31)), one), (days((3, 1), (3, 31)), one)];
        assert_eq!(added(&apart), apart);
        assert_eq!(added(&[]), []);
    }
}

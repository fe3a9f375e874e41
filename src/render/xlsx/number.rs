//! Exact figures as a workbook stores them. Here and nowhere else a decimal becomes a
//! float: a cell of a workbook can hold nothing else.

use super::sheet::At;
use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, Worksheet};

/// Digits of a number that every spreadsheet keeps. Whole numbers beyond 2^53 have
/// more, and so have sums of very large amounts; they are written as text instead.
const DIGITS: u32 = 15;

/// Whether a cell gives the figure back as it is.
pub(super) fn fits(figure: Decimal) -> bool {
    figure.normalize().mantissa().unsigned_abs() < 10_u128.pow(DIGITS)
}

/// Writes a figure that fits.
pub(super) fn write(sheet: &mut Worksheet, (row, column): At, figure: Decimal, format: &Format) {
    sheet
        .write_number_with_format(row, column, stored(figure), format)
        .expect("a cell of a table lies on its sheet");
}

/// The figure of a cell that is nearest to this one. Read as text and not reckoned, so
/// that a figure of at most fifteen digits is the nearest to no other.
#[expect(
    clippy::disallowed_types,
    reason = "a workbook stores its numbers so; that they come back to the cent is tested"
)]
fn stored(figure: Decimal) -> f64 {
    let digits = figure.normalize().to_string();
    digits.parse().expect("a decimal is a number")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn came_back(figure: Decimal) -> Decimal {
        let text = stored(figure).to_string();
        Decimal::from_str_exact(&text).expect("a stored figure is a decimal")
    }

    proptest! {
        #[test]
        fn amounts_come_back_to_the_cent(cents in -99_999_999_999_999_i64..=99_999_999_999_999) {
            let amount = Decimal::new(cents, 2);
            prop_assert!(fits(amount));
            prop_assert_eq!(came_back(amount), amount);
        }

        #[test]
        fn whatever_fits_comes_back(mantissa in any::<i64>(), scale in 0_u32..=12) {
            let figure = Decimal::new(mantissa, scale);
            prop_assert!(!fits(figure) || came_back(figure) == figure);
        }
    }

    #[test]
    fn a_count_beyond_what_is_kept_does_not_fit() {
        assert!(fits(Decimal::from(999_999_999_999_999_i64)));
        for count in [1_i64 << 53, (1 << 53) + 1, i64::MAX, i64::MIN] {
            assert!(!fits(Decimal::from(count)), "{count}");
        }
    }
}

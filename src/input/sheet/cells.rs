//! A cell as the workbook typed it. A formula counts as the outcome that was stored.

use super::rows::SheetCell;
use crate::input::convention::{DayZero, Typed};
use crate::input::literal;
use crate::model::Date;
use calamine::{Data, ExcelDateTime};

/// The cell at a position; none where it holds nothing.
pub(super) fn sheet_cell(index: usize, data: Data, zero: DayZero) -> Option<SheetCell> {
    let (text, typed) = match data {
        Data::Empty => return None,
        Data::String(text) => (text, None),
        // What it shows, such as #REF!, is refused by whoever wants a number of it.
        Data::Error(error) => (error.to_string(), None),
        Data::Int(number) => (number.to_string(), Some(Typed::Number(zero))),
        Data::Float(number) => (decimal(number), Some(Typed::Number(zero))),
        Data::Bool(true) => ("TRUE".to_owned(), Some(Typed::TrueFalse)),
        Data::Bool(false) => ("FALSE".to_owned(), Some(Typed::TrueFalse)),
        Data::DateTime(moment) => of_moment(moment),
        Data::DateTimeIso(text) => of_iso(text),
        Data::DurationIso(text) => (text, Some(Typed::Time)),
    };
    Some(SheetCell {
        index,
        text,
        typed,
        mask: None,
    })
}

/// The decimal that a stored number stands for: of fifteen digits, which is what
/// spreadsheets keep, with the noughts at its end left out. Nothing is calculated.
#[expect(
    clippy::disallowed_types,
    reason = "a workbook stores its numbers so; here they become decimals, once and in writing"
)]
fn decimal(number: f64) -> String {
    let written = format!("{number:.14e}");
    let parts = written.split_once('e');
    let Some((number, exponent)) = parts.and_then(|(it, exp)| Some((it, exp.parse().ok()?))) else {
        return written;
    };
    let (sign, number) = match number.strip_prefix('-') {
        Some(number) => ("-", number),
        None => ("", number),
    };
    let digits = number.replace('.', "");
    match digits.trim_end_matches('0') {
        "" => "0".to_owned(),
        digits => format!("{sign}{}", with_point(digits, exponent)),
    }
}

/// Digits with the point `exponent` places after the first of them.
fn with_point(digits: &str, exponent: i32) -> String {
    let places = usize::try_from(exponent.unsigned_abs()).unwrap_or(usize::MAX);
    if exponent < 0 {
        return format!("0.{}{digits}", "0".repeat(places - 1));
    }
    match digits.split_at_checked(places + 1) {
        Some((whole, "")) => whole.to_owned(),
        Some((whole, decimals)) => format!("{whole}.{decimals}"),
        None => format!("{digits}{}", "0".repeat(places + 1 - digits.len())),
    }
}

/// A day, perhaps with a time, or a time alone.
fn of_moment(moment: ExcelDateTime) -> (String, Option<Typed>) {
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    let date = literal::civil(i32::from(year), u32::from(month), u32::from(day)).ok();
    match date {
        Some(date) if !moment.is_duration() && year >= 1900 => {
            (date.to_string(), Some(Typed::Date(date)))
        }
        _ => (format!("{hour}:{minute:02}"), Some(Typed::Time)),
    }
}

/// A day as `2023-09-30`, perhaps with a time after it.
fn of_iso(text: String) -> (String, Option<Typed>) {
    let day = text.split('T').next().unwrap_or_default();
    match day.parse::<Date>() {
        Ok(date) => (date.to_string(), Some(Typed::Date(date))),
        Err(_) => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;
    use jiff::civil;

    #[test]
    #[expect(clippy::approx_constant, reason = "any digits do")]
    fn a_stored_number_is_the_decimal_that_was_typed() {
        for (stored, text) in [
            (0.1 + 0.2, "0.3"),
            (170.625, "170.625"),
            (1250.5, "1250.5"),
            (-1250.5, "-1250.5"),
            (25_000.0, "25000"),
            (0.0, "0"),
            (-0.0, "0"),
            (0.05, "0.05"),
            (1e-7, "0.0000001"),
            (999_999_999_999.99, "999999999999.99"),
            (1e15, "1000000000000000"),
            (1.5e20, "150000000000000000000"),
            (3.141_592_653_589_793, "3.14159265358979"),
            (2.675, "2.675"),
            (1.005, "1.005"),
            (100.0, "100"),
            (10.0, "10"),
            (9.999_999_999_999_999_9, "10"),
        ] {
            assert_eq!(decimal(stored), text);
        }
        assert_eq!(decimal(1.0 / 0.0), "inf");
    }

    #[test]
    fn days_and_times_are_told_apart() {
        let moment = |value, is_1904| {
            of_moment(ExcelDateTime::new(
                value,
                ExcelDateTimeType::DateTime,
                is_1904,
            ))
        };
        let day = Some(Typed::Date(civil::date(2023, 9, 30)));
        assert_eq!(moment(45_199.0, false), ("2023-09-30".to_owned(), day));
        assert_eq!(moment(45_199.75, false).1, day);
        assert_eq!(moment(43_737.0, true).1, day);
        assert_eq!(moment(0.5, false), ("12:00".to_owned(), Some(Typed::Time)));
        assert_eq!(of_iso("2023-09-30T12:00:00".to_owned()).1, day);
        assert_eq!(of_iso("2023-09-31".to_owned()).1, None);
    }
}

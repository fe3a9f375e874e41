//! A cell that a spreadsheet has given a type. It is taken as typed: a number needs no
//! convention, a date is a date, and neither is taken for the other.

use super::{DateDoubt, NumberDoubt};
use crate::input::fault::{DateFault, NumberFault};
use crate::input::literal;
use crate::model::{Date, Euro, EuroError};
use jiff::ToSpan as _;
use rust_decimal::Decimal;

/// The type of a cell of a sheet that is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::input) enum Typed {
    /// A number; its text has a point before the decimals.
    Number(DayZero),
    /// A day.
    Date(Date),
    /// A time of day or a length of time.
    Time,
    /// True or false.
    TrueFalse,
}

/// The day from which a workbook counts its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::input) enum DayZero {
    /// The day before the last of 1899.
    Of1899,
    /// The first of 1904.
    Of1904,
}

/// The amount in a typed cell.
pub(in crate::input) fn typed_amount(text: &str, kind: Typed) -> Result<Euro, NumberDoubt> {
    number(kind)?;
    Euro::parse(text).map_err(|error| match (error, decimal(text)) {
        (EuroError::TooPrecise, Some(number)) => malformed(NumberFault::CellTooPrecise(number)),
        (error, _) => malformed(error.into()),
    })
}

/// The whole number in a typed cell.
pub(in crate::input) fn typed_count(text: &str, kind: Typed) -> Result<i64, NumberDoubt> {
    number(kind)?;
    match (text.contains('.'), decimal(text)) {
        (true, Some(number)) => Err(malformed(NumberFault::CellNotWhole(number))),
        (true, None) => Err(malformed(NumberFault::NotWhole)),
        (false, _) if text.trim_start_matches('-').len() > 9 => {
            Err(malformed(NumberFault::TooManyDigits))
        }
        (false, _) => text.parse().map_err(|_| malformed(NumberFault::NotANumber)),
    }
}

/// The day in a typed cell.
pub(in crate::input) fn typed_date(text: &str, kind: Typed) -> Result<Date, DateDoubt> {
    match kind {
        Typed::Date(date) => Ok(date),
        Typed::Number(zero) => {
            let day = day_number(text, zero).or_else(|| joined_date(text));
            Err(DateDoubt::Fault(DateFault::PlainNumber { day }))
        }
        Typed::Time | Typed::TrueFalse => Err(DateDoubt::Fault(DateFault::NotADate)),
    }
}

fn number(kind: Typed) -> Result<(), NumberDoubt> {
    match kind {
        Typed::Number(_) => Ok(()),
        Typed::Date(date) => Err(malformed(NumberFault::CellIsDate(date))),
        Typed::Time => Err(malformed(NumberFault::CellIsTime)),
        Typed::TrueFalse => Err(malformed(NumberFault::CellIsTrueFalse)),
    }
}

fn malformed(why: NumberFault) -> NumberDoubt {
    NumberDoubt::Malformed(why)
}

fn decimal(text: &str) -> Option<Decimal> {
    Decimal::from_str_exact(text).ok()
}

/// The day that a spreadsheet would make of a number, where that is a day of our time.
fn day_number(text: &str, zero: DayZero) -> Option<Date> {
    let days: i32 = text.split('.').next()?.parse().ok()?;
    let zero = match zero {
        DayZero::Of1899 => literal::civil(1899, 12, 30).ok()?,
        DayZero::Of1904 => literal::civil(1904, 1, 1).ok()?,
    };
    // Beyond a hundred thousand days no calendar of ours goes.
    let days = (0..100_000).contains(&days).then(|| days.days())?;
    let day = zero.checked_add(days).ok()?;
    (1980..2100).contains(&day.year()).then_some(day)
}

/// The day behind eight digits such as 20230930.
fn joined_date(text: &str) -> Option<Date> {
    let digits = |from: usize, to: usize| text.get(from..to)?.parse().ok();
    let day: u32 = digits(6, 8)?;
    let month: u32 = digits(4, 6)?;
    let year: u32 = digits(0, 4)?;
    let year = i32::try_from(year).ok()?;
    let is_day = text.len() == 8 && (1980..2100).contains(&year);
    is_day.then(|| literal::civil(year, month, day).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil;

    const NUMBER: Typed = Typed::Number(DayZero::Of1899);

    #[test]
    fn a_number_needs_no_convention() {
        assert_eq!(
            typed_amount("25000", NUMBER).ok(),
            Euro::parse("25000").ok()
        );
        assert_eq!(typed_amount("-0.3", NUMBER).ok(), Euro::parse("-0.30").ok());
        let too_precise = NumberFault::CellTooPrecise(Decimal::new(170_625, 3));
        assert_eq!(typed_amount("170.625", NUMBER), Err(malformed(too_precise)));
        assert_eq!(typed_count("12", NUMBER), Ok(12));
        assert_eq!(typed_count("-12", NUMBER), Ok(-12));
        let not_whole = NumberFault::CellNotWhole(Decimal::new(15, 1));
        assert_eq!(typed_count("1.5", NUMBER), Err(malformed(not_whole)));
        assert_eq!(typed_count("-999999999", NUMBER), Ok(-999_999_999));
        let too_many = malformed(NumberFault::TooManyDigits);
        assert_eq!(typed_count("1234567890", NUMBER), Err(too_many));
    }

    #[test]
    fn one_type_is_never_taken_for_another() {
        let day = civil::date(2023, 5, 1);
        let is_date = malformed(NumberFault::CellIsDate(day));
        assert_eq!(typed_count("2023-05-01", Typed::Date(day)), Err(is_date));
        assert_eq!(typed_date("2023-05-01", Typed::Date(day)), Ok(day));
        assert!(typed_amount("12:30", Typed::Time).is_err());
        assert!(typed_amount("TRUE", Typed::TrueFalse).is_err());
        assert!(typed_date("TRUE", Typed::TrueFalse).is_err());
    }

    #[test]
    fn a_number_that_may_be_a_day_is_refused_with_that_day() {
        let refused = |day| Err(DateDoubt::Fault(DateFault::PlainNumber { day }));
        let day = Some(civil::date(2023, 9, 30));
        assert_eq!(typed_date("45199", NUMBER), refused(day));
        assert_eq!(typed_date("45199.5", NUMBER), refused(day));
        let mac = Typed::Number(DayZero::Of1904);
        assert_eq!(typed_date("43737", mac), refused(day));
        assert_eq!(typed_date("20230930", NUMBER), refused(day));
        assert_eq!(typed_date("12", NUMBER), refused(None));
        for no_day in ["20230931", "18230930", "202309301", "20230930.5"] {
            assert_eq!(typed_date(no_day, NUMBER), refused(None), "{no_day}");
        }
    }
}

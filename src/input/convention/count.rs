//! A whole number in a cell. A mark that may group thousands or part decimals is
//! refused with both readings.

use super::{NumberDoubt, is_digits, is_grouped, not_a_number};
use crate::input::fault::{NumberFault, Reading, Settle};
use crate::model::NumberStyle;
use rust_decimal::Decimal;

/// A whole number of at most nine digits, perhaps negative.
pub(in crate::input) fn count(text: &str, style: NumberStyle) -> Result<i64, NumberDoubt> {
    // Nearly every count is a few digits, the same in every convention.
    if is_digits(text) && text.len() <= 9 {
        return text
            .parse()
            .map_err(|_| NumberDoubt::Malformed(NumberFault::NotANumber));
    }
    let (minus, digits) = match text.trim().strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.trim()),
    };
    if digits.is_empty() {
        return Err(NumberDoubt::Malformed(NumberFault::Empty));
    }
    let whole = match style {
        NumberStyle::Belgian => belgian_whole(&one_group_mark(digits))?,
        NumberStyle::Plain => plain_whole(digits)?,
    };
    let significant = whole.trim_start_matches('0');
    if significant.len() > 9 {
        return Err(NumberDoubt::Malformed(NumberFault::TooManyDigits));
    }
    let number: i64 = if significant.is_empty() {
        0
    } else {
        significant
            .parse()
            .map_err(|_| NumberDoubt::Malformed(NumberFault::NotANumber))?
    };
    Ok(if minus { -number } else { number })
}

/// Spaces of any width and apostrophes group thousands as points do, where no point
/// stands beside them and the groups are of three.
fn one_group_mark(digits: &str) -> String {
    let is_mark = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’');
    let whole = digits.split(',').next().unwrap_or_default();
    let pointed = digits.replace(is_mark, ".");
    let grouped = pointed
        .split(',')
        .next()
        .is_some_and(|whole| is_grouped(whole, &['.']));
    if grouped && !whole.contains('.') {
        pointed
    } else {
        digits.to_owned()
    }
}

/// Whole digits under `1.250,50`.
fn belgian_whole(digits: &str) -> Result<String, NumberDoubt> {
    let (whole, decimals) = digits.split_once(',').unwrap_or((digits, "0"));
    if !is_digits(decimals) {
        return Err(not_a_number(digits));
    }
    if decimals.bytes().any(|digit| digit != b'0')
        && (is_digits(whole) || is_grouped(whole, &['.']))
    {
        return Err(NumberDoubt::Malformed(NumberFault::NotWhole));
    }
    let is_thousand_like = digits.contains(',') && decimals.len() == 3 && whole.len() <= 3;
    if is_thousand_like && is_digits(whole) {
        return Err(
            lone_mark(digits, ',', Settle::BelgianFile).unwrap_or_else(|| not_a_number(digits))
        );
    }
    let is_padded = whole.starts_with('0') && whole.contains('.');
    if !is_padded && (is_digits(whole) || is_grouped(whole, &['.'])) {
        return Ok(whole.replace('.', ""));
    }
    Err(lone_mark(digits, '.', Settle::BelgianFile).unwrap_or_else(|| not_a_number(digits)))
}

/// Whole digits under `1250.50`.
fn plain_whole(digits: &str) -> Result<String, NumberDoubt> {
    if is_digits(digits) {
        return Ok(digits.to_owned());
    }
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    if is_digits(whole) && is_digits(decimals) {
        let looks_grouped = decimals.len() == 3 && whole.len() <= 3;
        return match lone_mark(digits, '.', Settle::PlainFile) {
            Some(doubt) if looks_grouped => Err(doubt),
            _ if decimals.bytes().all(|digit| digit == b'0') => Ok(whole.to_owned()),
            _ => Err(NumberDoubt::Malformed(NumberFault::NotWhole)),
        };
    }
    Err(lone_mark(digits, ',', Settle::PlainFile).unwrap_or_else(|| not_a_number(digits)))
}

/// The two readings of digits with one mark that may group or part decimals.
fn lone_mark(digits: &str, mark: char, settle: Settle) -> Option<NumberDoubt> {
    let (whole, decimals) = digits.split_once(mark)?;
    if !is_digits(whole) || !is_digits(decimals) || whole.len() + decimals.len() > 9 {
        return None;
    }
    let decimal = Decimal::from_str_exact(&format!("{whole}.{decimals}")).ok()?;
    let joined: u64 = format!("{whole}{decimals}").parse().ok()?;
    let first = if decimal.is_integer() {
        Reading::Count(u64::try_from(decimal).ok()?)
    } else {
        Reading::Decimal(decimal)
    };
    Some(NumberDoubt::TwoReadings(
        first,
        Reading::Count(joined),
        settle,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn belgian(text: &str) -> Result<i64, NumberDoubt> {
        count(text, NumberStyle::Belgian)
    }

    fn plain(text: &str) -> Result<i64, NumberDoubt> {
        count(text, NumberStyle::Plain)
    }

    #[test]
    fn counts_with_one_reading_are_read() {
        for (text, number) in [
            ("2.840", 2840),
            ("25.000", 25_000),
            ("1 250", 1250),
            ("1\u{202f}250", 1250),
            ("12,00", 12),
            ("-3", -3),
            ("−3", -3),
            ("0", 0),
            ("007", 7),
            ("999999999", 999_999_999),
        ] {
            assert_eq!(belgian(text), Ok(number), "{text}");
        }
        assert_eq!(plain("1250"), Ok(1250));
        assert_eq!(plain("25.0"), Ok(25));
    }

    #[test]
    fn counts_with_two_readings_are_refused_with_both() {
        let two = |result| matches!(result, Err(NumberDoubt::TwoReadings(..)));
        for text in ["1.5", "12.50", "1.2500", "20,000", "0.500"] {
            assert!(two(belgian(text)), "{text}");
        }
        for text in ["25.000", "1,250"] {
            assert!(two(plain(text)), "{text}");
        }
    }

    #[test]
    fn what_is_no_count_says_why() {
        let malformed = |why| Err(NumberDoubt::Malformed(why));
        assert_eq!(belgian(""), malformed(NumberFault::Empty));
        assert_eq!(belgian("12,5"), malformed(NumberFault::NotWhole));
        assert_eq!(belgian("1e3"), malformed(NumberFault::Exponent));
        assert_eq!(belgian("1.234.56"), malformed(NumberFault::NotANumber));
        assert_eq!(belgian("twaalf"), malformed(NumberFault::NotANumber));
        assert_eq!(belgian("12 50"), malformed(NumberFault::NotANumber));
        assert_eq!(plain("1 250"), malformed(NumberFault::NotANumber));
        assert_eq!(belgian("1234567890"), malformed(NumberFault::TooManyDigits));
        assert_eq!(plain("1.5"), malformed(NumberFault::NotWhole));
    }
}

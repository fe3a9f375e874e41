//! How the text of a cell becomes a number or a date, under the convention of its
//! file. What can be read in two ways is refused with both readings.

use super::fault::{DateFault, NumberFault, Reading, Settle};
use super::literal;
use crate::model::{Date, NumberStyle};
use rust_decimal::Decimal;

/// Why a cell is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberDoubt {
    /// It can be read in two ways.
    TwoReadings(Reading, Reading, Settle),
    /// It cannot be read.
    Malformed(NumberFault),
}

/// Why a cell is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateDoubt {
    /// The day and the month can be exchanged.
    TwoReadings(Date, Date),
    /// It cannot be read.
    Fault(DateFault),
}

/// A whole number of at most nine digits, perhaps negative.
pub(super) fn count(text: &str, style: NumberStyle) -> Result<i64, NumberDoubt> {
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
        .is_some_and(|whole| is_grouped(whole, '.'));
    if grouped && !whole.contains('.') {
        pointed
    } else {
        digits.to_owned()
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether `text` is digits in threes after the first group.
fn is_grouped(text: &str, mark: char) -> bool {
    let mut groups = text.split(mark);
    let first = groups.next().unwrap_or_default();
    is_digits(first) && first.len() <= 3 && groups.all(|group| group.len() == 3 && is_digits(group))
}

/// Whole digits under `1.250,50`.
fn belgian_whole(digits: &str) -> Result<String, NumberDoubt> {
    let (whole, decimals) = digits.split_once(',').unwrap_or((digits, "0"));
    if !is_digits(decimals) {
        return Err(not_a_number(digits));
    }
    if decimals.bytes().any(|digit| digit != b'0') && (is_digits(whole) || is_grouped(whole, '.')) {
        return Err(NumberDoubt::Malformed(NumberFault::NotWhole));
    }
    let is_thousand_like = digits.contains(',') && decimals.len() == 3 && whole.len() <= 3;
    if is_thousand_like && is_digits(whole) {
        return Err(
            lone_mark(digits, ',', Settle::BelgianFile).unwrap_or_else(|| not_a_number(digits))
        );
    }
    let is_padded = whole.starts_with('0') && whole.contains('.');
    if !is_padded && (is_digits(whole) || is_grouped(whole, '.')) {
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

fn not_a_number(digits: &str) -> NumberDoubt {
    let is_exponent =
        digits.contains(['e', 'E']) && digits.starts_with(|c: char| c.is_ascii_digit());
    NumberDoubt::Malformed(if is_exponent {
        NumberFault::Exponent
    } else {
        NumberFault::NotANumber
    })
}

/// A date: ISO in every file, and day, month, year under the Belgian convention.
pub(super) fn date(text: &str, style: NumberStyle) -> Result<Date, DateDoubt> {
    if let Some(date) = iso(text) {
        return date.map_err(DateDoubt::Fault);
    }
    let date = day_first(text);
    match style {
        NumberStyle::Belgian => date.map_err(DateDoubt::Fault),
        NumberStyle::Plain => Err(match (date, date.ok().and_then(exchanged)) {
            (Ok(first), Some(second)) if first != second => DateDoubt::TwoReadings(first, second),
            (Ok(_), _) => DateDoubt::Fault(DateFault::NotIso),
            (Err(why), _) => DateDoubt::Fault(why),
        }),
    }
}

/// The date that has the day for its month and the month for its day.
fn exchanged(date: Date) -> Option<Date> {
    Date::new(date.year(), date.day(), date.month()).ok()
}

/// Day, month and a year of four digits.
fn day_first(text: &str) -> Result<Date, DateFault> {
    let mark = ['/', '-', '.']
        .into_iter()
        .find(|mark| text.matches(*mark).count() == 2)
        .ok_or(DateFault::NotADate)?;
    let mut parts = text.split(mark).map(str::trim);
    let (day, month, year) = (
        part(parts.next(), 2)?,
        part(parts.next(), 2)?,
        parts.next().unwrap_or_default(),
    );
    if is_digits(year) && year.len() < 4 {
        return Err(DateFault::ShortYear);
    }
    let year = part(Some(year), 4)?;
    literal::civil(
        i32::try_from(year).map_err(|_| DateFault::NotADate)?,
        month,
        day,
    )
}

fn iso(text: &str) -> Option<Result<Date, DateFault>> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let has_shape = [(year, 4), (month, 2), (day, 2)]
        .into_iter()
        .all(|(part, length)| part.len() == length && is_digits(part));
    if !has_shape || parts.next().is_some() {
        return None;
    }
    Some(literal::civil(
        year.parse().ok()?,
        month.parse().ok()?,
        day.parse().ok()?,
    ))
}

fn part(text: Option<&str>, longest: usize) -> Result<u32, DateFault> {
    text.filter(|text| is_digits(text) && text.len() <= longest)
        .and_then(|text| text.parse().ok())
        .ok_or(DateFault::NotADate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil;

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

    #[test]
    fn dates_follow_the_convention() {
        let day = civil::date(2023, 9, 30);
        for text in ["30/09/2023", "30-9-2023", "30.09.2023", "2023-09-30"] {
            assert_eq!(date(text, NumberStyle::Belgian), Ok(day), "{text}");
        }
        assert_eq!(date("2023-09-30", NumberStyle::Plain), Ok(day));
        assert_eq!(
            date("30/09/2023", NumberStyle::Plain),
            Err(DateDoubt::Fault(DateFault::NotIso))
        );
        let (first, second) = (civil::date(2023, 10, 12), civil::date(2023, 12, 10));
        assert_eq!(
            date("12/10/2023", NumberStyle::Plain),
            Err(DateDoubt::TwoReadings(first, second))
        );
        assert_eq!(
            date("31/09/2023", NumberStyle::Belgian),
            Err(DateDoubt::Fault(DateFault::NoSuchDay { last: day }))
        );
        assert_eq!(
            date("30/09/23", NumberStyle::Belgian),
            Err(DateDoubt::Fault(DateFault::ShortYear))
        );
        assert_eq!(
            date("12/31/2023", NumberStyle::Belgian),
            Err(DateDoubt::Fault(DateFault::NoSuchMonth))
        );
    }
}

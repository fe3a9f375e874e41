//! Numbers and dates from the literal text of a TOML file, and the nearest of
//! several words.

use super::fault::{DateFault, NumberFault};
use crate::model::{Date, Euro};
use rust_decimal::Decimal;
use std::borrow::Cow;

/// An amount: not negative, at most two decimals and twelve digits before the point.
pub(super) fn amount(literal: &str) -> Result<Euro, NumberFault> {
    let plain = plain(literal)?;
    let amount = Euro::parse(&plain)?;
    if amount.is_negative() {
        return Err(NumberFault::Negative);
    }
    Ok(amount)
}

/// A decimal number.
pub(super) fn decimal(literal: &str) -> Result<Decimal, NumberFault> {
    let plain = plain(literal)?;
    if plain.len() > 28 {
        return Err(NumberFault::TooLong);
    }
    Decimal::from_str_exact(&plain).map_err(|_| NumberFault::NotANumber)
}

/// A whole number of at most nine digits, not negative.
pub(super) fn whole(literal: &str) -> Result<u64, NumberFault> {
    let plain = plain(literal)?;
    let digits = plain.strip_prefix('-').unwrap_or(&plain);
    if digits.contains('.') {
        return Err(NumberFault::NotWhole);
    }
    if digits.trim_start_matches('0').len() > 9 {
        return Err(NumberFault::TooManyDigits);
    }
    if plain.len() > digits.len() {
        return Err(NumberFault::Negative);
    }
    digits.parse().map_err(|_| NumberFault::NotANumber)
}

/// The literal without underscores; what is no plain number says why.
fn plain(literal: &str) -> Result<Cow<'_, str>, NumberFault> {
    let text = if literal.contains('_') {
        Cow::Owned(literal.replace('_', ""))
    } else {
        Cow::Borrowed(literal)
    };
    let digits = text.trim_start_matches(['-', '+']);
    if digits.starts_with("0x") || digits.starts_with("0o") || digits.starts_with("0b") {
        Err(NumberFault::Hexadecimal)
    } else if digits == "nan" || digits == "inf" {
        Err(NumberFault::NotFinite)
    } else if digits.contains(['e', 'E']) {
        Err(NumberFault::Exponent)
    } else if text.starts_with('+') {
        Err(NumberFault::LeadingPlus)
    } else {
        Ok(text)
    }
}

/// The day of a TOML date; none when a time stands with it.
pub(super) fn toml_date(value: &toml::value::Datetime) -> Option<Date> {
    let date = value
        .date
        .filter(|_| value.time.is_none() && value.offset.is_none())?;
    civil(
        i32::from(date.year),
        u32::from(date.month),
        u32::from(date.day),
    )
    .ok()
}

/// A day of the calendar, or what is wrong with it.
pub(super) fn civil(year: i32, month: u32, day: u32) -> Result<Date, DateFault> {
    let narrow = |number: u32| i8::try_from(number).map_err(|_| DateFault::NotADate);
    let year = i16::try_from(year).map_err(|_| DateFault::NotADate)?;
    if !(1..=12).contains(&month) {
        return Err(DateFault::NoSuchMonth);
    }
    let first = Date::new(year, narrow(month)?, 1).map_err(|_| DateFault::NotADate)?;
    let last = first.last_of_month();
    if day == 0 {
        return Err(DateFault::NotADate);
    }
    narrow(day.min(127)).and_then(|day| {
        Date::new(year, first.month(), day).map_err(|_| DateFault::NoSuchDay { last })
    })
}

/// What is wrong with a text that has the shape of an ISO date; none when it has not.
pub(super) fn iso_fault(text: &str) -> Option<DateFault> {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &str, most: usize| {
        (!part.is_empty() && part.len() <= most && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse::<u32>().ok())
            .flatten()
    };
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    let (year, month, day) = (digits(year, 4)?, digits(month, 2)?, digits(day, 2)?);
    Some(
        civil(i32::try_from(year).ok()?, month, day)
            .err()
            .unwrap_or(DateFault::NotADate),
    )
}

/// Pairs of letters that are compared at the most to find the nearest word: a list of
/// some hundred names needs less, and there may be hundreds of findings.
const MOST_PAIRS: usize = 1_000_000;

/// The one of `words` that was probably meant; none where they are too many to compare.
pub(super) fn nearest<'a>(text: &str, words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // Comparing takes room for each pair of their letters, so a text that is too long to
    // be near is not compared.
    let letters = text.chars().count();
    let (mut near, mut pairs) = (Vec::new(), 0_usize);
    for word in words {
        let of_word = word.chars().count();
        let most = 1 + of_word / 4;
        if letters.abs_diff(of_word) <= most {
            pairs = pairs.saturating_add(letters.saturating_mul(of_word));
            near.push((most, word));
        }
        if pairs > MOST_PAIRS {
            return None;
        }
    }
    let text = text.to_lowercase();
    let distance = |word: &str| strsim::damerau_levenshtein(&text, &word.to_lowercase());
    near.into_iter()
        .map(|(most, word)| (distance(word), most, word))
        .filter(|(distance, most, _)| distance <= most)
        .min_by_key(|(distance, ..)| *distance)
        .map(|(_, _, word)| word)
}

/// As [`nearest`], of a list.
pub(super) fn nearest_of(text: &str, words: &[&'static str]) -> Option<&'static str> {
    nearest(text, words.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_come_from_the_literal_text() {
        assert_eq!(
            amount("170_625.00").map(|it| it.to_string()),
            Ok("170625.00".into())
        );
        assert_eq!(
            amount("99999999999.99").map(|it| it.to_string()),
            Ok("99999999999.99".into())
        );
        assert_eq!(amount("99999999999999.99"), Err(NumberFault::TooLong));
        assert_eq!(amount("1e3"), Err(NumberFault::Exponent));
        assert_eq!(amount("nan"), Err(NumberFault::NotFinite));
        assert_eq!(amount("25.000"), Err(NumberFault::TooPrecise));
        assert_eq!(amount("-1"), Err(NumberFault::Negative));
        assert_eq!(amount("0xFF"), Err(NumberFault::Hexadecimal));
    }

    #[test]
    fn a_number_that_is_none_says_why() {
        assert_eq!(whole("999_999_999"), Ok(999_999_999));
        assert_eq!(whole("1_000_000_000"), Err(NumberFault::TooManyDigits));
        assert_eq!(whole("-1"), Err(NumberFault::Negative));
        assert_eq!(whole("1.0"), Err(NumberFault::NotWhole));
        assert_eq!(whole("+1"), Err(NumberFault::LeadingPlus));
        for (literal, fault) in [
            ("nan", NumberFault::NotFinite),
            ("-inf", NumberFault::NotFinite),
            ("0x1f", NumberFault::Hexadecimal),
            ("0o17", NumberFault::Hexadecimal),
            ("0b11", NumberFault::Hexadecimal),
            ("1E3", NumberFault::Exponent),
        ] {
            assert_eq!(whole(literal), Err(fault), "{literal}");
        }
        let longest = "1".repeat(28);
        assert_eq!(decimal(&longest).map(|it| it.to_string()), Ok(longest));
        assert_eq!(decimal(&"1".repeat(29)), Err(NumberFault::TooLong));
    }

    #[test]
    fn a_day_with_a_time_is_no_day() {
        let day = |text: &str| toml_date(&text.parse().expect("a date of TOML"));
        assert_eq!(day("2023-09-30"), Date::new(2023, 9, 30).ok());
        assert_eq!(day("2023-09-30T10:00:00"), None);
        assert_eq!(day("2023-09-30T10:00:00Z"), None);
    }

    #[test]
    fn a_date_that_is_none_says_why() {
        let last = Date::new(2023, 9, 30).expect("this day exists");
        assert_eq!(iso_fault("2023-09-31"), Some(DateFault::NoSuchDay { last }));
        assert_eq!(iso_fault("2023-13-01"), Some(DateFault::NoSuchMonth));
        assert_eq!(iso_fault("2023-9-30"), Some(DateFault::NotADate));
        for text in ["20", "2023-09", "2023-009-30", "2023-+9-30", "2023--30"] {
            assert_eq!(iso_fault(text), None, "{text}");
        }
    }

    #[test]
    fn the_nearest_word_is_near() {
        let words = ["target", "award", "reason"];
        assert_eq!(nearest("tagret", words.into_iter()), Some("target"));
        assert_eq!(nearest("xyz", words.into_iter()), None);
        let many = std::iter::repeat_n("target", 100_000);
        assert_eq!(nearest("tagret", many), None);
    }
}

//! A whole number in a cell. A mark that may group thousands or part decimals is
//! refused with both readings.

use super::bare::Bare;
use super::narrowed::narrowed;
use super::plain::{Tail, plain_count};
use super::{NOT_A_NUMBER, NumberDoubt, below_zero, explained, is_digits, is_grouped};
use crate::input::fault::{NumberFault, Reading, Settle};
use crate::model::NumberStyle;
use rust_decimal::Decimal;

/// A whole number of at most nine digits, perhaps negative.
pub(in crate::input) fn count(text: &str, style: NumberStyle) -> Result<i64, NumberDoubt> {
    // Nearly every count is a few digits, the same in every convention.
    if let Some(count) = plain_count(Tail::of(text.as_bytes())) {
        return Ok(count);
    }
    let text = narrowed(text);
    let bare = Bare::of(&text).map_err(NumberDoubt::Malformed)?;
    if bare.is_money && !bare.has_lost_sign {
        return Err(NumberDoubt::Malformed(NumberFault::MoneyInCount));
    }
    if bare.has_lost_sign {
        return Err(NumberDoubt::Malformed(NumberFault::QuestionMark));
    }
    let read = number(&bare.digits, style)
        .map_err(|doubt| of_no_money(explained(doubt, &bare.digits, style, by_its_marks)));
    if bare.is_negative {
        read.map(|count| -count).map_err(below_zero)
    } else {
        read
    }
}

/// Where a count belongs, an amount is no better in euro.
fn of_no_money(doubt: NumberDoubt) -> NumberDoubt {
    if doubt == NumberDoubt::Malformed(NumberFault::OtherCurrency) {
        return NumberDoubt::Malformed(NumberFault::MoneyInCount);
    }
    doubt
}

fn number(digits: &str, style: NumberStyle) -> Result<i64, NumberDoubt> {
    let whole = match style {
        NumberStyle::Belgian => belgian_whole(&one_group_mark(digits))?,
        NumberStyle::Plain => plain_whole(digits)?,
    };
    of_digits(&whole).map_err(NumberDoubt::Malformed)
}

fn of_digits(whole: &str) -> Result<i64, NumberFault> {
    let significant = whole.trim_start_matches('0');
    if significant.len() > 9 {
        return Err(NumberFault::TooManyDigits);
    }
    if significant.is_empty() {
        return Ok(0);
    }
    significant.parse().map_err(|_| NumberFault::NotANumber)
}

/// The count of digits whose own marks leave one reading.
fn by_its_marks(number: &str) -> Option<Result<Reading, NumberFault>> {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, "0"));
    if decimals.bytes().any(|digit| digit != b'0') {
        return Some(Err(NumberFault::NotWhole));
    }
    of_digits(whole).ok().map(|it| Ok(Reading::Count(it)))
}

/// Spaces and apostrophes group thousands as points do, where no point
/// stands beside them and the groups are of three.
fn one_group_mark(digits: &str) -> String {
    let whole = digits.split(',').next().unwrap_or_default();
    let pointed = digits.replace([' ', '\''], ".");
    let grouped = pointed
        .split(',')
        .next()
        .is_some_and(|whole| is_grouped(whole, &['.']));
    let is_one_kind = [' ', '\'', '.'].map(|mark| whole.contains(mark));
    if grouped && is_one_kind.into_iter().filter(|it| *it).count() == 1 {
        pointed
    } else {
        digits.to_owned()
    }
}

/// Whole digits under `1.250,50`.
fn belgian_whole(digits: &str) -> Result<String, NumberDoubt> {
    let (whole, decimals) = digits.split_once(',').unwrap_or((digits, "0"));
    if !is_digits(decimals) {
        return Err(NOT_A_NUMBER);
    }
    if decimals.bytes().any(|digit| digit != b'0')
        && (is_digits(whole) || is_grouped(whole, &['.']))
    {
        return Err(NumberDoubt::Malformed(NumberFault::NotWhole));
    }
    let is_thousand_like = digits.contains(',') && decimals.len() == 3 && whole.len() <= 3;
    if is_thousand_like && is_digits(whole) {
        return Err(lone_mark(digits, ',', Settle::BelgianFile).unwrap_or(NOT_A_NUMBER));
    }
    let is_padded = whole.starts_with('0') && whole.contains('.');
    if !is_padded && (is_digits(whole) || is_grouped(whole, &['.'])) {
        return Ok(whole.replace('.', ""));
    }
    Err(lone_mark(digits, '.', Settle::BelgianFile).unwrap_or(NOT_A_NUMBER))
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
    Err(lone_mark(digits, ',', Settle::PlainFile).unwrap_or(NOT_A_NUMBER))
}

/// The two readings of digits with one mark that may group or part decimals.
fn lone_mark(digits: &str, mark: char, settle: Settle) -> Option<NumberDoubt> {
    let (whole, decimals) = digits.split_once(mark)?;
    if !is_digits(whole) || !is_digits(decimals) || whole.len() + decimals.len() > 9 {
        return None;
    }
    let decimal = Decimal::from_str_exact(&format!("{whole}.{decimals}")).ok()?;
    let joined: i64 = format!("{whole}{decimals}").parse().ok()?;
    let first = if decimal.is_integer() {
        Reading::Count(i64::try_from(decimal).ok()?)
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
mod tests;

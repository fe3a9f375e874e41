//! An amount in euro in a cell of a bookings file, to the cent. A mark that may
//! group thousands or part decimals is refused with both readings.

use super::{NumberDoubt, SPACES, is_digits, is_grouped, not_a_number};
use crate::input::fault::{NumberFault, Reading, Settle};
use crate::model::{Euro, EuroError, NumberStyle};
use std::borrow::Cow;

/// The marks that may stand between groups of three digits, one kind a number.
const GROUP_MARKS: [&[char]; 3] = [&['.'], SPACES, &['\'', '’']];

/// An amount of at most twelve digits and two decimals, perhaps negative, perhaps
/// with the name or the sign of the euro. Both readings of a doubt are amounts.
pub(in crate::input) fn amount(text: &str, style: NumberStyle) -> Result<Euro, NumberDoubt> {
    let bare = Bare::of(text).map_err(NumberDoubt::Malformed)?;
    let read = match style {
        NumberStyle::Belgian => belgian(bare.digits),
        NumberStyle::Plain => plain(bare.digits),
    };
    if bare.is_negative {
        read.map(negative).map_err(negative_doubt)
    } else {
        read
    }
}

/// What is left of a cell without its minus and its currency.
struct Bare<'a> {
    is_negative: bool,
    digits: &'a str,
}

impl<'a> Bare<'a> {
    fn of(text: &'a str) -> Result<Self, NumberFault> {
        let (before, text) = without_minus(text.trim());
        let (after, digits) = without_minus(without_currency(text));
        let (again, _) = without_minus(digits);
        if digits.starts_with('+') {
            return Err(NumberFault::LeadingPlus);
        }
        if again || (before && after) {
            return Err(NumberFault::NotANumber);
        }
        if digits.is_empty() {
            return Err(NumberFault::Empty);
        }
        let is_negative = before || after;
        Ok(Self {
            is_negative,
            digits,
        })
    }
}

/// Whether a minus stands before the text, and the text without it.
fn without_minus(text: &str) -> (bool, &str) {
    match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    }
}

/// The text without the euro before it or else after it.
fn without_currency(text: &str) -> &str {
    let mut names = ["€", "euro", "eur"].into_iter();
    names
        .find_map(|name| {
            let end = text.len().checked_sub(name.len())?;
            let is_name = |part: &str| part.eq_ignore_ascii_case(name);
            if text.get(..name.len()).is_some_and(is_name) {
                return Some(text[name.len()..].trim_start());
            }
            let is_last = text.get(end..).is_some_and(is_name);
            is_last.then(|| text[..end].trim_end())
        })
        .unwrap_or(text)
}

/// Never a minus before nothing.
fn negative(amount: Euro) -> Euro {
    if amount == Euro::ZERO {
        amount
    } else {
        -amount
    }
}

fn negative_doubt(doubt: NumberDoubt) -> NumberDoubt {
    let reading = |reading| match reading {
        Reading::Amount(amount) => Reading::Amount(negative(amount)),
        other => other,
    };
    match doubt {
        NumberDoubt::TwoReadings(first, second, settle) => {
            NumberDoubt::TwoReadings(reading(first), reading(second), settle)
        }
        NumberDoubt::Malformed(_) => doubt,
    }
}

/// An amount as `1.250,50`.
fn belgian(text: &str) -> Result<Euro, NumberDoubt> {
    let Some((whole, decimals)) = text.split_once(',') else {
        return match joined(text) {
            Some(whole) => Euro::parse(&whole).map_err(malformed),
            None => foreign_mark(text, '.', Settle::BelgianFile),
        };
    };
    let joined = joined(whole).filter(|_| is_digits(decimals));
    let Some(joined) = joined else {
        return Err(not_a_number(text));
    };
    if may_be_group(whole, decimals) {
        return two_readings(whole, decimals, Settle::BelgianFile);
    }
    Euro::parse(&[&joined, ".", decimals].concat()).map_err(malformed)
}

/// An amount as `1250.50`.
fn plain(text: &str) -> Result<Euro, NumberDoubt> {
    match text.split_once('.') {
        Some((whole, decimals)) if may_be_group(whole, decimals) => {
            two_readings(whole, decimals, Settle::PlainFile)
        }
        _ => match Euro::parse(text) {
            Err(EuroError::Malformed) => foreign_mark(text, ',', Settle::PlainFile),
            read => read.map_err(malformed),
        },
    }
}

/// The digits of a whole number without its group marks.
fn joined(whole: &str) -> Option<Cow<'_, str>> {
    if is_digits(whole) {
        return Some(Cow::Borrowed(whole));
    }
    GROUP_MARKS
        .into_iter()
        .find(|marks| !whole.starts_with('0') && is_grouped(whole, marks))
        .map(|marks| Cow::Owned(whole.replace(marks, "")))
}

/// Whether the decimal mark of the file could be a group mark here: `20,000`.
fn may_be_group(whole: &str, decimals: &str) -> bool {
    is_digits(whole) && whole.len() <= 3 && is_digits(decimals) && decimals.len() == 3
}

/// An amount with one mark that is not the decimal mark of its file. It has two
/// readings, unless its decimals are no cents.
fn foreign_mark(text: &str, mark: char, settle: Settle) -> Result<Euro, NumberDoubt> {
    let parts = text.split_once(mark);
    let Some((whole, decimals)) = parts.filter(|(a, b)| is_digits(a) && is_digits(b)) else {
        return Err(not_a_number(text));
    };
    match two_readings(whole, decimals, settle) {
        Err(NumberDoubt::Malformed(NumberFault::TooPrecise)) => Err(not_a_number(text)),
        read => read,
    }
}

/// Both readings of digits around a mark; the amount itself where they are the
/// same, which only nothing is.
fn two_readings(whole: &str, decimals: &str, settle: Settle) -> Result<Euro, NumberDoubt> {
    let cents = match decimals.trim_end_matches('0') {
        "" => "0",
        cents => cents,
    };
    let first = Euro::parse(&format!("{whole}.{cents}")).map_err(malformed)?;
    let second = Euro::parse(&format!("{whole}{decimals}")).map_err(malformed)?;
    if first == second {
        return Ok(first);
    }
    let (first, second) = (Reading::Amount(first), Reading::Amount(second));
    Err(NumberDoubt::TwoReadings(first, second, settle))
}

fn malformed(error: EuroError) -> NumberDoubt {
    NumberDoubt::Malformed(error.into())
}

#[cfg(test)]
mod tests;

//! An amount in euro in a cell of a bookings file, to the cent. A mark that may
//! group thousands or part decimals is refused with both readings.

use super::bare::Bare;
use super::narrowed::narrowed;
use super::plain::{Tail, plain_cents};
use super::{NOT_A_NUMBER, NumberDoubt, below_zero, explained, is_digits, is_grouped};
use crate::input::fault::{NumberFault, Reading, Settle};
use crate::model::{Euro, EuroError, NumberStyle};
use std::borrow::Cow;

/// The marks that may stand between groups of three digits, one kind a number.
const GROUP_MARKS: [char; 3] = ['.', ' ', '\''];

/// An amount of at most twelve digits and two decimals, perhaps negative, perhaps
/// with the name or the sign of the euro. Both readings of a doubt are amounts.
pub(in crate::input) fn amount(text: &str, style: NumberStyle) -> Result<Euro, NumberDoubt> {
    if let Some(cents) = plain_cents(text.as_bytes(), Tail::of(text.as_bytes()), style) {
        return Ok(Euro::from_cents(cents));
    }
    let text = narrowed(text);
    let bare = Bare::of(&text).map_err(NumberDoubt::Malformed)?;
    let read = match style {
        NumberStyle::Belgian => belgian(&bare.digits),
        NumberStyle::Plain => plain(&bare.digits),
    };
    let read = read.map_err(|doubt| explained(doubt, &bare.digits, style, by_its_marks));
    if bare.is_negative {
        read.map(negative).map_err(below_zero)
    } else {
        read
    }
}

/// Whether something else stands where the euro sign of an amount was.
pub(in crate::input) fn lost_its_sign(text: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    // Nothing is taken off what begins and ends in a digit.
    let is_bare = text.starts_with(is_digit) && text.ends_with(is_digit);
    !is_bare && Bare::of(&narrowed(text)).is_ok_and(|bare| bare.has_lost_sign)
}

/// The amount of digits whose own marks leave one reading.
fn by_its_marks(number: &str) -> Option<Result<Reading, NumberFault>> {
    Euro::parse(number).ok().map(|it| Ok(Reading::Amount(it)))
}

/// Never a minus before nothing.
fn negative(amount: Euro) -> Euro {
    if amount == Euro::ZERO {
        amount
    } else {
        -amount
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
        return Err(NOT_A_NUMBER);
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
        .find(|mark| !whole.starts_with('0') && is_grouped(whole, &[*mark]))
        .map(|mark| Cow::Owned(whole.replace(mark, "")))
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
        return Err(NOT_A_NUMBER);
    };
    match two_readings(whole, decimals, settle) {
        Err(NumberDoubt::Malformed(NumberFault::TooPrecise)) => Err(NOT_A_NUMBER),
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

//! How the text of a cell becomes a number or a date, under the convention of its
//! file. What can be read in two ways is refused with both readings.

mod amount;
mod count;
mod date;

pub(super) use amount::amount;
pub(super) use count::count;
pub(super) use date::date;

use super::fault::{DateFault, NumberFault, Reading, Settle};
use crate::model::Date;

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

/// The spaces that may stand between groups of digits.
const SPACES: &[char] = &[' ', '\u{a0}', '\u{202f}', '\u{2009}'];

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether `text` is digits in threes after the first group.
fn is_grouped(text: &str, marks: &[char]) -> bool {
    let mut groups = text.split(marks);
    let first = groups.next().unwrap_or_default();
    is_digits(first) && first.len() <= 3 && groups.all(|group| group.len() == 3 && is_digits(group))
}

fn not_a_number(text: &str) -> NumberDoubt {
    NumberDoubt::Malformed(if is_exponent(text) {
        NumberFault::Exponent
    } else {
        NumberFault::NotANumber
    })
}

/// Whether `text` is a number such as `1e3` or `1,5E+06`, and not words after digits.
fn is_exponent(text: &str) -> bool {
    let Some((number, exponent)) = text.split_once(['e', 'E']) else {
        return false;
    };
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        && number
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    is_number && is_digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_after_digits_are_no_exponent() {
        for text in ["1e3", "1E3", "1,5E+06", "1.5e-6"] {
            assert!(is_exponent(text), "{text}");
        }
        for text in ["12 keer", "5 meter", "e3", "1e", "1e+", "1e3e3", "1e3 euro"] {
            assert!(!is_exponent(text), "{text}");
        }
    }
}

//! How the text of a cell becomes a number or a date, under the convention of its
//! file. What can be read in two ways is refused with both readings.

mod amount;
mod bare;
mod count;
mod date;
mod narrowed;
mod no_number;
mod plain;
mod typed;

pub(super) use amount::{amount, lost_its_sign};
pub(super) use count::count;
pub(super) use date::{date, exchanged, exists_both_ways, is_either_order};
pub(super) use plain::{Tail, plain_cents, plain_count, plain_date};
pub(super) use typed::{DayZero, Typed, typed_amount, typed_count, typed_date};

use super::fault::{DateFault, NumberFault, Reading, Settle};
use crate::model::{Date, NumberStyle};

/// How what stands in a cell is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Writing {
    /// As text, under the convention of its file.
    Text(NumberStyle),
    /// As the spreadsheet typed it.
    Typed(Typed),
}

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

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether `text` is digits in threes after the first group.
fn is_grouped(text: &str, marks: &[char]) -> bool {
    let mut groups = text.split(marks);
    let first = groups.next().unwrap_or_default();
    is_digits(first) && first.len() <= 3 && groups.all(|group| group.len() == 3 && is_digits(group))
}

/// A doubt about digits that the convention of the file does not read. What is
/// wrong with them is said at the end, for all of them.
const NOT_A_NUMBER: NumberDoubt = NumberDoubt::Malformed(NumberFault::NotANumber);

/// The same doubt, told as exactly as can be; `reading` is what the digits are where
/// their own marks leave no doubt.
fn explained(
    doubt: NumberDoubt,
    digits: &str,
    style: NumberStyle,
    reading: impl FnOnce(&str) -> Option<Result<Reading, NumberFault>>,
) -> NumberDoubt {
    if doubt != NOT_A_NUMBER {
        return doubt;
    }
    let settle = Settle::of(style);
    let other = no_number::by_its_marks(digits).and_then(|number| reading(&number));
    NumberDoubt::Malformed(match other {
        Some(Ok(reading)) => NumberFault::OtherMarks { reading, settle },
        Some(Err(why)) => why,
        None => no_number::why(digits),
    })
}

/// The same doubt about a number below zero.
fn below_zero(doubt: NumberDoubt) -> NumberDoubt {
    match doubt {
        NumberDoubt::TwoReadings(first, second, settle) => {
            NumberDoubt::TwoReadings(first.below_zero(), second.below_zero(), settle)
        }
        NumberDoubt::Malformed(NumberFault::OtherMarks { reading, settle }) => {
            let reading = reading.below_zero();
            NumberDoubt::Malformed(NumberFault::OtherMarks { reading, settle })
        }
        NumberDoubt::Malformed(_) => doubt,
    }
}

/// Whether `text` is what a spreadsheet shows where a formula has no outcome, in any
/// language: `#REF!`, `#VERW!`, `#NAAM?`, `#N/B`, `Err:502`.
fn is_formula_error(text: &str) -> bool {
    if let Some(rest) = text.strip_prefix('#') {
        return rest.ends_with(['!', '?']) || rest.starts_with("N/");
    }
    let number = text.strip_prefix("Err:").or(text.strip_prefix("Fout:"));
    number.is_some_and(is_digits)
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
mod printed;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_without_outcome_are_known_in_both_languages() {
        for text in [
            "#REF!", "#DIV/0!", "#NAAM?", "#N/B", "#N/A", "Err:502", "Fout:502",
        ] {
            assert!(is_formula_error(text), "{text}");
        }
        for text in ["#12", "12!", "Err:", "N/A", "#"] {
            assert!(!is_formula_error(text), "{text}");
        }
    }

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

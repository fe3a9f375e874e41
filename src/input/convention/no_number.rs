//! Why a text is no number of its file, as exactly as can be said.

use super::{is_digits, is_exponent, is_formula_error, is_grouped};
use crate::input::fault::NumberFault;

/// Names of other currencies, as they stand before or after an amount.
const CURRENCIES: [&str; 9] = [
    "usd", "gbp", "chf", "jpy", "cad", "try", "mad", "bef", "nlg",
];
/// Marks that may stand between digits.
const MARKS: [char; 5] = ['.', ',', ' ', '\'', '\t'];

/// What is wrong with digits that no convention of the file reads.
pub(super) fn why(text: &str) -> NumberFault {
    let text = text.trim();
    if is_formula_error(text) {
        NumberFault::FormulaError
    } else if is_exponent(text) {
        NumberFault::Exponent
    } else if text.contains(['\n', '\r']) {
        NumberFault::LineBreak
    } else if text.contains(['%', '‰']) {
        NumberFault::Percentage
    } else if let Some(letter) = letter_for_digit(text) {
        NumberFault::LetterForDigit { letter }
    } else if has_other_currency(text) {
        NumberFault::OtherCurrency
    } else if is_marked_digits(text) {
        NumberFault::OddMarks
    } else if text.contains(['?', '\u{fffd}']) && text.contains(|c: char| c.is_ascii_digit()) {
        NumberFault::QuestionMark
    } else {
        NumberFault::NotANumber
    }
}

/// The first letter that stands where a digit that looks like it belongs: `1O0`.
fn letter_for_digit(text: &str) -> Option<char> {
    let looks_like_digit = |c: char| matches!(c, 'O' | 'o' | 'l' | 'I');
    let is_near = |c: char| c.is_ascii_digit() || looks_like_digit(c) || MARKS.contains(&c);
    // A letter by itself after a space is a unit, as in 10 l.
    let is_unit = text
        .split_whitespace()
        .skip(1)
        .any(|part| part.chars().all(looks_like_digit));
    let is_like_number = text == "O" || text == "o" || text.contains(|c: char| c.is_ascii_digit());
    if is_unit || !is_like_number || !text.chars().all(is_near) {
        return None;
    }
    text.chars().find(|c| looks_like_digit(*c))
}

fn has_other_currency(text: &str) -> bool {
    let is_sign = |c: char| {
        matches!(c, '$' | '£' | '¥' | '¢' | 'ƒ')
            || ('\u{20a0}'..='\u{20cf}').contains(&c) && c != '€'
    };
    let has_digits = text.contains(|c: char| c.is_ascii_digit());
    let letters: String = text
        .chars()
        .filter(|c| c.is_alphabetic())
        .collect::<String>()
        .to_lowercase();
    has_digits && (text.contains(is_sign) || CURRENCIES.contains(&letters.as_str()))
}

fn is_marked_digits(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || MARKS.contains(&c))
}

/// The number, with a point before its decimals, of digits whose own marks leave one
/// reading whatever the convention: `1,250.50`, `1 250`, `1.250.000`.
pub(super) fn by_its_marks(text: &str) -> Option<String> {
    let mut marks = text.chars().filter(|c| !c.is_ascii_digit());
    let group = marks.next().filter(|mark| MARKS[..4].contains(mark))?;
    let others: Vec<char> = marks.collect();
    let last = others.last().copied().unwrap_or(group);
    let (whole, decimals) = if last == group {
        (text, None)
    } else {
        let (whole, decimals) = text.rsplit_once(last)?;
        (whole, Some(decimals))
    };
    let is_alone = others.is_empty() && matches!(group, '.' | ',');
    let has_cents = decimals.is_none_or(|it| is_digits(it) && it.len() <= 2);
    let parts_decimals = decimals.is_none() || matches!(last, '.' | ',');
    if is_alone || !has_cents || !parts_decimals || whole.starts_with('0') {
        return None;
    }
    is_grouped(whole, &[group]).then(|| {
        let joined = whole.replace(group, "");
        decimals.map_or(joined.clone(), |decimals| format!("{joined}.{decimals}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_two_kinds_or_several_of_one_leave_one_reading() {
        for (text, number) in [
            ("1,250.50", "1250.50"),
            ("1.250,5", "1250.5"),
            ("1 250.50", "1250.50"),
            ("1'250", "1250"),
            ("1 250", "1250"),
            ("1,250,000", "1250000"),
            ("12.345.678,90", "12345678.90"),
        ] {
            assert_eq!(by_its_marks(text).as_deref(), Some(number), "{text}");
        }
        for text in [
            "25.000",
            "1,5",
            "1.234.56",
            "1 250.500",
            "1,250,00",
            "0.500,00",
            "12 50",
            "1.250 500",
            "1,2.3,4",
            "",
            "12",
        ] {
            assert_eq!(by_its_marks(text), None, "{text}");
        }
    }

    #[test]
    fn the_reason_is_as_exact_as_can_be() {
        use NumberFault::{
            Exponent, LineBreak, NotANumber, OddMarks, OtherCurrency, Percentage, QuestionMark,
        };
        for (text, fault) in [
            ("1e3", Exponent),
            ("40 %", Percentage),
            ("40%", Percentage),
            ("1O0", NumberFault::LetterForDigit { letter: 'O' }),
            ("l2", NumberFault::LetterForDigit { letter: 'l' }),
            ("1I", NumberFault::LetterForDigit { letter: 'I' }),
            ("O", NumberFault::LetterForDigit { letter: 'O' }),
            ("o", NumberFault::LetterForDigit { letter: 'o' }),
            ("lo", NotANumber),
            ("10 l", NotANumber),
            ("$ 5", OtherCurrency),
            ("5 CHF", OtherCurrency),
            ("£5", OtherCurrency),
            ("1.234.56", OddMarks),
            ("1\t250", OddMarks),
            ("1\n250", LineBreak),
            ("12 ?", QuestionMark),
            ("vijf", NotANumber),
            ("12 keer", NotANumber),
            ("?", NotANumber),
        ] {
            assert_eq!(why(text), fault, "{text}");
        }
    }
}

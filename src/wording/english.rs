//! English: the numbers of `wording` in English, and the small words around them.

use super::figures;
use crate::model::{ActionNr, Date, Euro, Fte, FteMonths, Language, Ratio, Share, Units, YearNr};
use rust_decimal::Decimal;

const ENGLISH: Language = Language::English;

/// `€ 326,600.00`
#[must_use]
pub fn euro(amount: Euro) -> String {
    figures::euro(amount, ENGLISH)
}

/// `2,840`
#[must_use]
pub fn count(number: u64) -> String {
    figures::count(number, ENGLISH)
}

/// `-3`
#[must_use]
pub fn signed_count(number: i64) -> String {
    figures::signed_count(number, ENGLISH)
}

/// `262.5`
#[must_use]
pub fn units(units: Units) -> String {
    figures::units(units, ENGLISH)
}

/// `2.5`, at least one decimal.
#[must_use]
pub fn fte(fte: Fte) -> String {
    figures::fte(fte, 1, ENGLISH)
}

/// `7.1`, always one decimal.
#[must_use]
pub fn fte_months(months: FteMonths) -> String {
    figures::fte_months(months, ENGLISH)
}

/// A decimal number with at least `least` decimals.
#[must_use]
pub fn decimal(number: Decimal, least: u32) -> String {
    figures::written_decimal(number, least, ENGLISH)
}

/// `102.3%`
#[must_use]
pub fn percent(ratio: Ratio, thresholds: &[Share]) -> String {
    figures::percent(ratio, thresholds, ENGLISH)
}

/// A share as a percentage without needless decimals, else as a fraction: `25%`.
#[must_use]
pub fn share(share: Share) -> String {
    if !share.is_tenths_of_percent() {
        return format!("{}/{}", share.numerator(), share.denominator());
    }
    Ratio::new(share.numerator(), share.denominator())
        .map(short_percent)
        .unwrap_or_default()
}

/// `150%`, `12.5%`: a percentage without a needless decimal.
#[must_use]
pub fn short_percent(ratio: Ratio) -> String {
    figures::percent(ratio, &[], ENGLISH).replace(".0%", "%")
}

/// `30 Sep 2023`
#[must_use]
pub fn date(date: Date) -> String {
    figures::date(date, ENGLISH)
}

/// `Oct 2022`
#[must_use]
pub fn month(date: Date) -> String {
    figures::month(date, ENGLISH)
}

/// `1 row`, `3 rows`: a number with the right one of two words.
#[must_use]
pub fn plural(number: u64, one: &str, many: &str) -> String {
    format!("{} {}", count(number), if number == 1 { one } else { many })
}

/// `two`, in words up to twelve, else in digits.
#[must_use]
pub fn number_word(number: u64) -> String {
    const WORDS: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    usize::try_from(number)
        .ok()
        .and_then(|index| WORDS.get(index))
        .map_or_else(|| count(number), |word| (*word).to_owned())
}

/// `a, b and c`
#[must_use]
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// `action 5`, `actions 13 and 24`
#[must_use]
pub fn actions(numbers: &[ActionNr]) -> String {
    let word = if numbers.len() == 1 {
        "action"
    } else {
        "actions"
    };
    let numbers: Vec<_> = numbers.iter().map(ToString::to_string).collect();
    format!("{word} {}", list(&numbers))
}

/// `1`, `1 and 3`, `1 to 3`
#[must_use]
pub fn years(numbers: &[YearNr]) -> String {
    match numbers {
        [first, .., last]
            if numbers.len() > 2 && usize::from(last.0 - first.0) + 1 == numbers.len() =>
        {
            format!("{first} to {last}")
        }
        _ => list(&numbers.iter().map(ToString::to_string).collect::<Vec<_>>()),
    }
}

//! Numbers, amounts and dates as people in either language write them.

use crate::model::{Date, Euro, Fte, FteMonths, Language, Ratio, Share, Units};
use rust_decimal::Decimal;

/// The marks of a language.
struct Marks {
    decimal: char,
    group: char,
}

fn marks(language: Language) -> Marks {
    match language {
        Language::Dutch => Marks {
            decimal: ',',
            group: '.',
        },
        Language::English => Marks {
            decimal: '.',
            group: ',',
        },
    }
}

/// An amount: `€ 326.600,00` or `€ 326,600.00`.
#[must_use]
pub fn euro(amount: Euro, language: Language) -> String {
    let sign = if amount.is_negative() {
        "€ -"
    } else {
        "€ "
    };
    written(sign, &format!("{:.2}", amount.decimal().abs()), language)
}

/// A price, which is an amount like any other.
#[must_use]
pub fn price(amount: Euro, language: Language) -> String {
    euro(amount, language)
}

/// A whole number: `2.840` or `2,840`.
#[must_use]
pub fn count(number: u64, language: Language) -> String {
    written("", &number.to_string(), language)
}

/// A whole number that may be negative.
#[must_use]
pub fn signed_count(number: i64, language: Language) -> String {
    let sign = if number < 0 { "-" } else { "" };
    written(sign, &number.unsigned_abs().to_string(), language)
}

/// Units, with a half where there is one: `262,5`.
#[must_use]
pub fn units(units: Units, language: Language) -> String {
    written_decimal(units.decimal().normalize(), 0, language)
}

/// FTE with at least `decimals` decimals: `2,50`, `0,125`.
#[must_use]
pub fn fte(fte: Fte, decimals: u32, language: Language) -> String {
    written_decimal(fte.decimal().normalize(), decimals, language)
}

/// FTE-months with one decimal, rounded half up: `7,1`.
#[must_use]
pub fn fte_months(months: FteMonths, language: Language) -> String {
    written_decimal(months.rounded(1).normalize(), 1, language)
}

/// A percentage with one decimal: `102,3 %`.
#[must_use]
pub fn percent(ratio: Ratio, thresholds: &[Share], language: Language) -> String {
    let tenths = ratio.tenths_of_percent(thresholds);
    let sign = if tenths < 0 { "-" } else { "" };
    let tenths = tenths.unsigned_abs();
    let plain = format!("{}.{}", tenths / 10, tenths % 10);
    let mut percent = written(sign, &plain, language);
    percent.push_str(match language {
        Language::Dutch => " %",
        Language::English => "%",
    });
    percent
}

/// A date that can be read in one way: `30/09/2023` or `30 Sep 2023`.
#[must_use]
pub fn date(date: Date, language: Language) -> String {
    match language {
        Language::Dutch => {
            format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
        }
        Language::English => {
            format!("{} {} {:04}", date.day(), name(date, MONTHS), date.year())
        }
    }
}

/// A month by its short name: `okt 2022` or `Oct 2022`.
#[must_use]
pub fn month(date: Date, language: Language) -> String {
    const DUTCH: [&str; 12] = [
        "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
    ];
    let names = match language {
        Language::Dutch => DUTCH,
        Language::English => MONTHS,
    };
    format!("{} {:04}", name(date, names), date.year())
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

fn name(date: Date, names: [&'static str; 12]) -> &'static str {
    usize::try_from(date.month()).map_or("", |month| names[month - 1])
}

/// A decimal with at least `least` decimals and no more than it needs.
pub(super) fn written_decimal(number: Decimal, least: u32, language: Language) -> String {
    let decimals = number.scale().max(least);
    let text = format!("{:.*}", decimals as usize, number.abs());
    let is_negative = number.is_sign_negative() && !number.is_zero();
    written(if is_negative { "-" } else { "" }, &text, language)
}

/// The sign, and a plain number without one with its group and decimal marks.
fn written(sign: &str, plain: &str, language: Language) -> String {
    let Marks { decimal, group } = marks(language);
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let mut text = String::with_capacity(sign.len() + plain.len() + whole.len() / 3 + 2);
    text.push_str(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(decimal);
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_follow_the_language() {
        let amount = Euro::parse("1193950.5").expect("a test amount is an amount");
        assert_eq!(euro(amount, Language::Dutch), "€ 1.193.950,50");
        assert_eq!(euro(amount, Language::English), "€ 1,193,950.50");
        assert_eq!(euro(-amount, Language::Dutch), "€ -1.193.950,50");
    }

    #[test]
    fn a_date_has_one_reading_in_each_language() {
        let day = jiff::civil::date(2023, 9, 3);
        assert_eq!(date(day, Language::Dutch), "03/09/2023");
        assert_eq!(date(day, Language::English), "3 Sep 2023");
    }

    #[test]
    fn fte_keep_the_decimals_they_need() {
        let quarter = Fte::new(Decimal::new(25, 2)).expect("a quarter can be");
        assert_eq!(fte(quarter, 1, Language::Dutch), "0,25");
        assert_eq!(fte(Fte::NONE, 2, Language::Dutch), "0,00");
    }
}

//! What the program prints, read again: the same figure where the file's convention is that
//! of the language, and never another one.

use super::{amount, count, date};
use crate::input::literal;
use crate::model::{Date, Euro, Fte, Language, NumberStyle, Units};
use crate::wording::{dutch, english};
use jiff::ToSpan as _;
use proptest::prelude::*;
use rust_decimal::Decimal;

const STYLES: [NumberStyle; 2] = [NumberStyle::Belgian, NumberStyle::Plain];

/// As printed in both languages, and as machines have it.
fn printed(nl: String, en: String, machine: String) -> [(NumberStyle, String); 3] {
    [
        (NumberStyle::Belgian, nl),
        (NumberStyle::Plain, en),
        (NumberStyle::Plain, machine),
    ]
}

/// Whether a convention may refuse what is printed in English: it has group marks, which a
/// plain file has not.
fn is_grouped(text: &str) -> bool {
    text.contains(',')
}

/// The text of a number of TOML.
fn without_marks(text: &str, group: char, decimal: char) -> String {
    text.replace(group, "").replace(decimal, ".")
}

proptest! {
    #[test]
    fn an_amount_comes_back(cents in -99_999_999_999_999_i64..=99_999_999_999_999) {
        let euro = Euro::from_cents(cents);
        for (style, text) in printed(dutch::euro(euro), english::euro(euro), euro.to_string()) {
            let read = amount(&text, style);
            prop_assert!(read == Ok(euro) || is_grouped(&text) && style == NumberStyle::Plain, "{text}: {read:?}");
            for style in STYLES {
                let read = amount(&text, style);
                prop_assert!(read.is_err() || read == Ok(euro), "{text}: {read:?}");
            }
        }
        if cents >= 0 {
            prop_assert_eq!(literal::amount(&euro.to_string()), Ok(euro));
        }
    }

    #[test]
    fn a_count_comes_back(number in -999_999_999_i64..=999_999_999) {
        let (nl, en) = (dutch::signed_count(number), english::signed_count(number));
        for (style, text) in printed(nl, en, number.to_string()) {
            let read = count(&text, style);
            prop_assert!(read == Ok(number) || is_grouped(&text) && style == NumberStyle::Plain, "{text}: {read:?}");
            for style in STYLES {
                let read = count(&text, style);
                prop_assert!(read.is_err() || read == Ok(number), "{text}: {read:?}");
            }
        }
        if let Ok(number) = u64::try_from(number) {
            prop_assert_eq!(literal::whole(&number.to_string()), Ok(number));
        }
    }

    #[test]
    fn a_day_comes_back(days in 0..73_000_i32) {
        let day: Date = jiff::civil::date(1901, 1, 1) + days.days();
        for (style, text) in printed(dutch::date(day), english::date(day), day.to_string()) {
            prop_assert_eq!(date(&text, style), Ok(day), "{}", text);
            for style in STYLES {
                let read = date(&text, style);
                prop_assert!(read.is_err() || read == Ok(day), "{text}: {read:?}");
            }
        }
    }

    #[test]
    fn units_come_back(halves in 0..2_000_000_u64) {
        let units = Units::from_halves(Decimal::from(halves)).expect("halves are units");
        let back = |text: &str| literal::decimal(text).ok().and_then(Units::new);
        prop_assert_eq!(back(&units.to_string()), Some(units));
        prop_assert_eq!(back(&without_marks(&dutch::units(units), '.', ',')), Some(units));
        prop_assert_eq!(back(&without_marks(&english::units(units), ',', '.')), Some(units));
    }

    #[test]
    fn fte_come_back(thousandths in 0..=100_000_i64) {
        let fte = Fte::new(Decimal::new(thousandths, 3)).expect("it is at most a hundred");
        let back = |text: &str| literal::decimal(text).ok().and_then(Fte::new);
        prop_assert_eq!(back(&fte.to_string()), Some(fte));
        prop_assert_eq!(back(&without_marks(&dutch::fte(fte), '.', ',')), Some(fte));
        prop_assert_eq!(back(&without_marks(&english::fte(fte), ',', '.')), Some(fte));
    }
}

#[test]
fn a_month_is_not_read_as_a_day() {
    let month = jiff::civil::date(2022, 10, 1);
    for language in [Language::Dutch, Language::English] {
        let text = match language {
            Language::Dutch => dutch::month(month),
            Language::English => english::month(month),
        };
        for style in STYLES {
            assert!(date(&text, style).is_err(), "{text}");
        }
    }
}

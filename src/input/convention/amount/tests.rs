//! What is an amount in either convention, rule by rule.

mod odd;
mod properties;

use super::*;
use NumberStyle::{Belgian, Plain};

fn euro(text: &str) -> Euro {
    Euro::parse(text).expect("a test amount is an amount")
}

fn reads(style: NumberStyle, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(amount(text, style), Ok(euro(expected)), "{text:?}");
    }
}

fn doubts(style: NumberStyle, cases: &[(&str, &str, &str)]) {
    let settle = match style {
        Belgian => Settle::BelgianFile,
        Plain => Settle::PlainFile,
    };
    for (text, first, second) in cases {
        let [first, second] = [first, second].map(|text| Reading::Amount(euro(text)));
        let both = Err(NumberDoubt::TwoReadings(first, second, settle));
        assert_eq!(amount(text, style), both, "{text:?}");
    }
}

fn refuses(style: NumberStyle, why: NumberFault, texts: &[&str]) {
    for text in texts {
        let refused = Err(NumberDoubt::Malformed(why));
        assert_eq!(amount(text, style), refused, "{text:?}");
    }
}

#[test]
fn belgian_amounts_with_one_reading_are_read() {
    reads(
        Belgian,
        &[
            ("1.250,50", "1250.50"),
            ("1250,50", "1250.50"),
            ("1250,5", "1250.50"),
            ("1250", "1250"),
            ("25.000", "25000"),
            ("1.234.567,89", "1234567.89"),
            ("1 250,50", "1250.50"),
            ("1\u{a0}250,50", "1250.50"),
            ("1\u{202f}250\u{202f}000", "1250000"),
            ("1\u{2009}250", "1250"),
            ("1\u{a0}250 000", "1250000"),
            ("1'250,50", "1250.50"),
            ("1’250’000,5", "1250000.50"),
            ("007,50", "7.50"),
            ("999.999.999.999,99", "999999999999.99"),
            ("0000000000001250,50", "1250.50"),
        ],
    );
}

#[test]
fn plain_amounts_with_one_reading_are_read() {
    reads(
        Plain,
        &[
            ("1250.50", "1250.50"),
            ("1250.5", "1250.50"),
            ("1250", "1250"),
            ("0.05", "0.05"),
            ("999999999999.99", "999999999999.99"),
        ],
    );
}

/// What may stand around a number, and whether it is then below zero.
const AROUND_A_NUMBER: &[(&str, bool)] = &[
    ("€ #", false),
    ("€#", false),
    ("#€", false),
    ("\u{a0}#\u{202f}€ ", false),
    ("euro #", false),
    ("# EURO", false),
    ("EUR\u{a0}#", false),
    ("#eur", false),
    ("\t#\u{3000}Euro\n", false),
    ("-#", true),
    ("−#", true),
    ("–#", true),
    ("- #", true),
    ("-€ #", true),
    ("€ -#", true),
    ("€\u{202f}–\u{202f}#", true),
    ("−#€", true),
    ("- EUR #", true),
    ("—#", true),
    ("‐#", true),
    ("#-", true),
    ("# -", true),
    ("# €-", true),
    ("€ #–", true),
    ("(#)", true),
    ("(€ #)", true),
    ("€ (#)", true),
    ("(#) euro", true),
    ("'#", false),
    ("'€ #", false),
    ("? #", false),
    ("?#", false),
    ("-? #", true),
    ("\u{fffd} #", false),
    ("#\u{fffd}\u{fffd}\u{fffd}", false),
    ("¤ #", false),
    ("â‚¬ #", false),
];

fn spellings(number: &str) -> Vec<(String, bool)> {
    let texts = AROUND_A_NUMBER.iter();
    texts
        .map(|(text, is_negative)| (text.replace('#', number), *is_negative))
        .collect()
}

#[test]
fn the_currency_and_one_minus_are_left_out() {
    for (style, number) in [(Belgian, "5,50"), (Plain, "5.50")] {
        for (text, is_negative) in spellings(number) {
            let expected = if is_negative { "-5.50" } else { "5.50" };
            reads(style, &[(&text, expected)]);
        }
        for wrong in [
            "--#",
            "-€ -#",
            "€ --#",
            "€ -−#",
            "--€ #",
            "- -#",
            "€ # €",
            "€€ #",
            "€ EUR #",
            "-#-",
            "-(#)",
            "((#))",
            "(#)-",
            "#--",
        ] {
            let wrong = wrong.replace('#', number);
            refuses(style, NumberFault::NotANumber, &[&wrong]);
        }
    }
}

#[test]
fn nothing_has_one_reading_and_no_minus() {
    for style in [Belgian, Plain] {
        for text in ["0", "-0", "0.00", "0,00", "-0,00", "0,000", "0.000"] {
            let read = amount(text, style).map(|amount| amount.to_string());
            assert_eq!(read.as_deref(), Ok("0.00"), "{text}");
        }
    }
}

#[test]
fn belgian_amounts_with_two_readings_are_refused_with_both() {
    doubts(
        Belgian,
        &[
            ("20,000", "20", "20000"),
            ("1,500", "1.50", "1500"),
            ("-€ 20,000", "-20", "-20000"),
            ("1.5", "1.50", "15"),
            ("12.50", "12.50", "1250"),
            ("1250.50", "1250.50", "125050"),
            ("1250.500", "1250.50", "1250500"),
            ("0.500", "0.50", "500"),
            ("1.2500", "1.25", "12500"),
            ("€ -12.50", "-12.50", "-1250"),
        ],
    );
}

#[test]
fn plain_amounts_with_two_readings_are_refused_with_both() {
    doubts(
        Plain,
        &[
            ("25.000", "25", "25000"),
            ("1.250", "1.25", "1250"),
            ("0.500", "0.50", "500"),
            ("-25.000 EUR", "-25", "-25000"),
            ("1,250", "1.25", "1250"),
            ("12,50", "12.50", "1250"),
            ("12,5", "12.50", "125"),
            ("€ 1250,50", "1250.50", "125050"),
        ],
    );
}

#[test]
fn more_than_cents_is_too_precise() {
    let why = NumberFault::TooPrecise;
    refuses(
        Belgian,
        why,
        &["1.250,500", "1250,500", "20,125", "12,5000", "1 250,505"],
    );
    refuses(
        Plain,
        why,
        &["1250.500", "25.125", "12.5000", "-€ 1250.505"],
    );
}

#[test]
fn more_than_twelve_digits_is_too_long() {
    let why = NumberFault::TooLong;
    let long = "9".repeat(100_000);
    for style in [Belgian, Plain] {
        refuses(style, why, &["1234567890123", "-1000000000000", &long]);
    }
    refuses(
        Belgian,
        why,
        &["1.234.567.890.123,00", "1234567890123,5", "123456789012.50"],
    );
    refuses(Plain, why, &["1234567890123.5", "123456789012,50"]);
}

#[test]
fn a_cell_without_digits_is_empty() {
    for style in [Belgian, Plain] {
        refuses(
            style,
            NumberFault::Empty,
            &["", " ", "\u{a0}", "€", "EUR", "-", "€ -"],
        );
    }
}

#[test]
fn a_plus_and_an_exponent_say_so() {
    for style in [Belgian, Plain] {
        refuses(
            style,
            NumberFault::LeadingPlus,
            &["+5", "€ +5", "+€ 5", "-+5"],
        );
        refuses(
            style,
            NumberFault::Exponent,
            &["1e3", "-1E3", "€ 1,5E+06", "1.5e-6"],
        );
    }
}

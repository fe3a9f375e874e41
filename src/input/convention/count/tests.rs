//! What is a count in either convention.

use super::*;
use NumberStyle::{Belgian, Plain};
use proptest::prelude::*;

fn reads(style: NumberStyle, cases: &[(&str, i64)]) {
    for (text, number) in cases {
        assert_eq!(count(text, style), Ok(*number), "{text:?}");
    }
}

fn refuses(style: NumberStyle, why: NumberFault, texts: &[&str]) {
    for text in texts {
        let refused = Err(NumberDoubt::Malformed(why));
        assert_eq!(count(text, style), refused, "{text:?}");
    }
}

#[test]
fn counts_with_one_reading_are_read() {
    reads(
        Belgian,
        &[
            ("2.840", 2840),
            ("25.000", 25_000),
            ("1 250", 1250),
            ("1\u{202f}250", 1250),
            ("1\u{2007}250", 1250),
            ("1'250", 1250),
            ("12,00", 12),
            ("1.250,0", 1250),
        ],
    );
    reads(Plain, &[("1250", 1250), ("25.0", 25)]);
    for style in [Belgian, Plain] {
        reads(
            style,
            &[
                ("-3", -3),
                ("−3", -3),
                ("– 3", -3),
                ("—3", -3),
                ("3-", -3),
                ("(3)", -3),
                ("'25", 25),
                ("１２３", 123),
                ("\u{a0}40\u{a0}", 40),
                ("40\n", 40),
                ("0", 0),
                ("-0", 0),
                ("007", 7),
                ("999999999", 999_999_999),
            ],
        );
    }
}

#[test]
fn counts_with_two_readings_are_refused_with_both() {
    let two = |result| matches!(result, Err(NumberDoubt::TwoReadings(..)));
    for text in ["1.5", "12.50", "1.2500", "20,000", "0.500", "（1.5）"] {
        assert!(two(count(text, Belgian)), "{text}");
    }
    for text in ["25.000", "1,250", "0,4", "12,345678", "123456,789"] {
        assert!(two(count(text, Plain)), "{text}");
    }
    // A mark at an end parts nothing, and ten digits are no count.
    refuses(
        Plain,
        NumberFault::OddMarks,
        &[",250", "250,", "1234567,890"],
    );
    let (first, second) = (Reading::Count(-20), Reading::Count(-20_000));
    assert_eq!(
        count("-20,000", Belgian),
        Err(NumberDoubt::TwoReadings(first, second, Settle::BelgianFile))
    );
}

#[test]
fn what_is_no_count_says_why() {
    for style in [Belgian, Plain] {
        refuses(style, NumberFault::Empty, &["", " ", "-", "–", "()", "'"]);
        refuses(style, NumberFault::Exponent, &["1e3"]);
        refuses(
            style,
            NumberFault::NotANumber,
            &["twaalf", "12 keer", "12 à 15", "--3"],
        );
        refuses(
            style,
            NumberFault::OddMarks,
            &["1.234.56", "12 50", "1\t250"],
        );
        refuses(style, NumberFault::TooManyDigits, &["1234567890"]);
        refuses(style, NumberFault::Percentage, &["40 %", "40%"]);
        refuses(
            style,
            NumberFault::LetterForDigit { letter: 'O' },
            &["1O0", "O"],
        );
        refuses(style, NumberFault::LetterForDigit { letter: 'l' }, &["l5"]);
        refuses(
            style,
            NumberFault::MoneyInCount,
            &["20,000 euro", "€ 12", "12 EUR", "12,-"],
        );
        refuses(style, NumberFault::MoneyInCount, &["$ 12"]);
        refuses(
            style,
            NumberFault::QuestionMark,
            &["? 12", "12?", "\u{fffd}12"],
        );
        refuses(style, NumberFault::LineBreak, &["12\n15"]);
    }
    refuses(
        Belgian,
        NumberFault::NotWhole,
        &["12,5", "0,4", "1 234,5", "1,250.50"],
    );
    refuses(Plain, NumberFault::NotWhole, &["1.5", "0.4", "1 234,5"]);
    let reading = Reading::Count(1250);
    let settle = Settle::PlainFile;
    refuses(
        Plain,
        NumberFault::OtherMarks { reading, settle },
        &["1 250"],
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic(text in "[-−—()'’.,?€ \u{a0}\u{fffd}%lO0-9０-９e\\n]{0,16}|.*") {
        for style in [Belgian, Plain] {
            let _ = count(&text, style);
        }
    }

    #[test]
    fn a_count_in_every_spelling_is_read_back(number in 0..=999_999_999_i64, mark in 0..7_usize) {
        let mark = ["", ".", " ", "\u{a0}", "\u{2007}", "'", "’"][mark];
        let digits = number.to_string();
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push_str(mark);
            }
            grouped.push(digit);
        }
        for (text, expected) in [
            (grouped.clone(), number),
            (format!("'{grouped}"), number),
            (format!("{grouped},0"), number),
            (format!("–{grouped}"), -number),
            (format!("{grouped}-"), -number),
            (format!("({grouped})"), -number),
        ] {
            prop_assert_eq!(count(&text, Belgian), Ok(expected), "{:?}", text);
        }
    }
}

#[test]
fn signs_without_end_are_no_number() {
    for sign in ["-", "€", "eur", "?"] {
        let text = sign.repeat(300) + "5";
        for style in [Belgian, Plain] {
            let refused = count(&text, style);
            assert!(matches!(refused, Err(NumberDoubt::Malformed(_))), "{sign}");
        }
    }
}

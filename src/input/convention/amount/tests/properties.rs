//! What holds for every amount and every text.

use super::*;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

/// Tries a property on the same inputs in every run.
fn holds<S: Strategy>(cases: u32, inputs: &S, property: impl Fn(S::Value)) {
    let config = ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let tried = TestRunner::new_with_rng(config, rng).run(inputs, |input| {
        property(input);
        Ok(())
    });
    if let Err(failure) = tried {
        panic!("{failure}");
    }
}

/// Digits in threes, with `mark` between them.
fn grouped(whole: &str, mark: &str) -> String {
    let mut text = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push_str(mark);
        }
        text.push(digit);
    }
    text
}

/// Every way to write the amount of so many cents, less its sign and currency.
fn spellings(cents: u64, style: NumberStyle) -> Vec<String> {
    let whole = (cents / 100).to_string();
    let (marks, decimal): (&[&str], _) = match style {
        Belgian => (
            &[
                "", ".", " ", "\u{a0}", "\u{202f}", "\u{2009}", "\u{2007}", "'", "’",
            ],
            ',',
        ),
        Plain => (&[""], '.'),
    };
    let cents = cents % 100;
    let mut texts = Vec::new();
    for whole in marks.iter().map(|mark| grouped(&whole, mark)) {
        texts.push(format!("{whole}{decimal}{cents:02}"));
        if cents.is_multiple_of(10) {
            texts.push(format!("{whole}{decimal}{}", cents / 10));
        }
        if cents == 0 {
            texts.push(format!("{whole}{decimal}-"));
            texts.push(format!("{whole}{decimal}–"));
            texts.push(whole);
        }
    }
    texts
}

/// How the sign and the currency stand around the digits.
const AROUND: &[(&str, &str)] = &[
    ("", ""),
    ("€ ", ""),
    ("", "\u{a0}€"),
    ("Euro", ""),
    ("", "eur"),
    ("'", ""),
    ("\u{fffd}", ""),
];

#[test]
fn an_amount_in_every_spelling_is_read_back() {
    let most = 99_999_999_999_999_u64;
    let amounts = prop_oneof![
        0..=most,
        0..=200_000_u64,
        (0..=999_999_u64).prop_map(|hundreds| hundreds * 100),
        (0..=99_999_u64).prop_map(|thousands| thousands * 100_000),
    ];
    let minuses = select(vec!["", "-", "−", "–", "—", "‐", "- "]);
    holds(256, &(amounts, minuses), |(cents, minus)| {
        let sign = if minus.is_empty() || cents == 0 {
            ""
        } else {
            "-"
        };
        let expected = euro(&format!("{sign}{}.{:02}", cents / 100, cents % 100));
        for style in [Belgian, Plain] {
            for digits in spellings(cents, style) {
                for (before, after) in AROUND {
                    let mut texts = vec![
                        format!("{before}{minus}{digits}{after}"),
                        wide(&format!("{before}{minus}{digits}{after}")),
                    ];
                    // The apostrophe of a text cell stands before all else.
                    if *before != "'" {
                        texts.push(format!("{minus}{before}{digits}{after}"));
                    }
                    if !minus.is_empty() {
                        texts.push(format!("{before}({digits}){after}"));
                    }
                    // Behind dashes for cents a minus would be one dash more.
                    if !minus.is_empty() && digits.ends_with(|c: char| c.is_ascii_digit()) {
                        texts.push(format!("{before}{digits}{}{after}", minus.trim()));
                    }
                    for text in texts {
                        assert_eq!(amount(&text, style), Ok(expected), "{text:?}");
                    }
                }
            }
        }
    });
}

/// The text with its digits at full width.
fn wide(text: &str) -> String {
    let wide = |c: char| {
        let digit = c.to_digit(10).filter(|_| c.is_ascii_digit());
        digit
            .and_then(|digit| char::from_u32(0xff10 + digit))
            .unwrap_or(c)
    };
    text.chars().map(wide).collect()
}

/// What both conventions read is the same, or was refused by one with that reading.
fn agree(text: &str) {
    let (belgian, plain) = (amount(text, Belgian), amount(text, Plain));
    for (one, other) in [(belgian, plain), (plain, belgian)] {
        if let (Ok(read), Err(NumberDoubt::TwoReadings(first, second, _))) = (one, other) {
            assert!(
                [first, second].contains(&Reading::Amount(read)),
                "{text:?}: {read}"
            );
        }
    }
    if let (Ok(belgian), Ok(plain)) = (belgian, plain) {
        assert_eq!(belgian, plain, "{text:?}");
    }
}

#[test]
fn no_text_makes_it_panic_and_no_text_is_two_amounts() {
    holds(1000, &any::<String>(), |text| agree(&text));
    let like_amounts = "[-−–+€ \u{a0}'’.,eEurRoO%0-9١１é]{0,24}";
    holds(2000, &like_amounts, |text| agree(&text));
    holds(2000, &"-?(€ )?[0-9]{0,4}[.,][0-9]{0,4}", |text| {
        agree(&text);
    });
}

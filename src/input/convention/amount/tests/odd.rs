//! Amounts as people and programs write them: what is read, and why the rest is not.

use super::*;

#[test]
fn anything_else_is_not_a_number() {
    for style in [Belgian, Plain] {
        refuses(
            style,
            NumberFault::NotANumber,
            &[
                "vijf",
                "12 keer",
                "5 euros",
                "1_250",
                "١٢",
                "½",
                "\u{200e}5",
                "nan",
                "inf",
                "0x1F",
                "31/12",
                "(5",
                "5)",
                "10 l",
            ],
        );
        refuses(
            style,
            NumberFault::OddMarks,
            &[
                "1.234.56", "12,50,00", "12 50", "1  250", ".5", "5.", ",5", "5,", "12.50.",
                "1\t250", "0 500", "12.5,00", "''5",
            ],
        );
        refuses(
            style,
            NumberFault::Percentage,
            &["50%", "50 %", "40,5 %", "４０％"],
        );
        refuses(
            style,
            NumberFault::OtherCurrency,
            &["$ 5", "£5", "5 USD", "CHF 1.250,50", "₤ 5"],
        );
        refuses(
            style,
            NumberFault::QuestionMark,
            &["5 ?", "1.250,50 ?", "1?5"],
        );
        refuses(style, NumberFault::LineBreak, &["1\n250", "5\r\n6"]);
        for (text, letter) in [
            ("1O0", 'O'),
            ("1o.000", 'o'),
            ("l25", 'l'),
            ("2I,50 €", 'I'),
        ] {
            refuses(style, NumberFault::LetterForDigit { letter }, &[text]);
        }
    }
}

/// Refused, with the one reading that their own marks leave.
fn other_marks(style: NumberStyle, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let why = NumberFault::OtherMarks {
            reading: Reading::Amount(euro(expected)),
            settle: Settle::of(style),
        };
        refuses(style, why, &[text]);
    }
}

#[test]
fn marks_that_are_not_those_of_the_file_are_refused_with_their_reading() {
    other_marks(
        Belgian,
        &[
            ("1'250.50", "1250.50"),
            ("1 250.50", "1250.50"),
            ("1,250.50", "1250.50"),
            ("-€ 1,250.50", "-1250.50"),
            ("1,250,000", "1250000"),
        ],
    );
    other_marks(
        Plain,
        &[
            ("1 250", "1250"),
            ("1\u{2007}250,5", "1250.50"),
            ("1'250.50", "1250.50"),
            ("1.250,50", "1250.50"),
            ("1.250,-", "1250"),
            ("(1.250,50)", "-1250.50"),
            ("1,250,000", "1250000"),
        ],
    );
    refuses(
        Belgian,
        NumberFault::OddMarks,
        &[
            "1 250.500",
            "1.250 500",
            "1'250 500",
            "0.500,00",
            "12.50,00",
            "1.2345",
            "1234.567.890",
        ],
    );
    refuses(Plain, NumberFault::OddMarks, &["1,2345", "1,251"]);
}

#[test]
fn dashes_stand_for_no_cents() {
    reads(
        Belgian,
        &[
            ("1.250,-", "1250"),
            ("1.250,--", "1250"),
            ("€ 1.250,–", "1250"),
            ("1 250,—", "1250"),
            ("-20,-", "-20"),
            ("20,- euro", "20"),
            ("1250.-", "1250"),
        ],
    );
    reads(
        Plain,
        &[("1250,-", "1250"), ("€ 1250,--", "1250"), ("20.-", "20")],
    );
    refuses(Belgian, NumberFault::OddMarks, &["1.250.-"]);
}

#[test]
fn every_kind_of_space_groups_and_every_width_of_digit_counts() {
    for space in [' ', '\u{a0}', '\u{202f}', '\u{2009}', '\u{2007}'] {
        reads(Belgian, &[(&format!("1{space}234,5"), "1234.50")]);
        reads(Belgian, &[(&format!("{space}1234,5{space}"), "1234.50")]);
    }
    reads(
        Belgian,
        &[
            ("１２３", "123"),
            ("１．２５０，５０", "1250.50"),
            ("€１2", "12"),
        ],
    );
    reads(Plain, &[("１２３", "123"), ("１２５０．５", "1250.50")]);
    doubts(
        Belgian,
        &[
            ("20,000 euro", "20", "20000"),
            ("２０，０００", "20", "20000"),
        ],
    );
}

#[test]
fn a_lost_euro_sign_is_noticed() {
    for text in ["? 1.250,50", "\u{fffd}5", "5 \u{fffd}", "¤5"] {
        assert!(lost_its_sign(text), "{text}");
    }
    for text in ["1.250,50", "€ 5", "5 ?", "vijf"] {
        assert!(!lost_its_sign(text), "{text}");
    }
}

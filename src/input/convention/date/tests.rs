//! What is a date in either convention.

use super::*;
use jiff::civil;
use proptest::prelude::*;

const STYLES: [NumberStyle; 2] = [NumberStyle::Belgian, NumberStyle::Plain];

fn day() -> Date {
    civil::date(2023, 9, 30)
}

fn refused(text: &str, style: NumberStyle, why: DateFault) {
    assert_eq!(date(text, style), Err(DateDoubt::Fault(why)), "{text:?}");
}

#[test]
fn dates_follow_the_convention() {
    for text in [
        "30/09/2023",
        "30-9-2023",
        "30.09.2023",
        "30 / 09 / 2023",
        "'30/09/2023",
        "30–09–2023",
        "３０／０９／２０２３",
        "30/09/2023 00:00",
        "30/09/2023 0:00:00",
        "30/09/2023\u{a0}14:05",
        "30/09/2023, 14:05:33",
    ] {
        assert_eq!(date(text, NumberStyle::Belgian), Ok(day()), "{text}");
        refused(text, NumberStyle::Plain, DateFault::NotIso);
    }
    let (first, second) = (civil::date(2023, 2, 1), civil::date(2023, 1, 2));
    assert_eq!(date("1/2/2023", NumberStyle::Belgian), Ok(first));
    assert_eq!(
        date("1/2/2023", NumberStyle::Plain),
        Err(DateDoubt::TwoReadings(first, second))
    );
    // Either order is the same day.
    refused("02/02/2023", NumberStyle::Plain, DateFault::NotIso);
}

#[test]
fn dates_with_one_reading_are_read_in_every_file() {
    for text in [
        "2023-09-30",
        "2023-9-30",
        "2023/09/30",
        "2023.09.30",
        "20230930",
        "30 sept 2023",
        "30 sept. 2023",
        "30 September 2023",
        "30-sep-2023",
        "30 sep 2023 12:30",
        "2023-09-30T00:00:00",
        "2023-09-30 23:59:59.999",
        "2023-09-30T21:59:00Z",
        "2023-09-30T23:30:00+02:00",
        "\u{a0}2023-09-30\u{a0}",
    ] {
        for style in STYLES {
            assert_eq!(date(text, style), Ok(day()), "{text}");
        }
    }
    let months = [
        ("jan", 1),
        ("febr", 2),
        ("mrt", 3),
        ("maart", 3),
        ("apr", 4),
        ("mei", 5),
        ("jun", 6),
        ("juli", 7),
        ("aug", 8),
        ("okt", 10),
        ("nov", 11),
        ("dec", 12),
    ];
    for (name, nr) in months {
        let text = format!("1 {name} 2023");
        assert_eq!(
            date(&text, STYLES[0]),
            Ok(civil::date(2023, nr, 1)),
            "{text}"
        );
    }
}

#[test]
fn what_is_no_date_says_why() {
    for style in STYLES {
        let last = day();
        for text in [
            "2023-09-31",
            "2023/09/31",
            "31 sept 2023",
            "20230931",
            "31/09/2023",
        ] {
            refused(text, style, DateFault::NoSuchDay { last });
        }
        for text in ["30/09/23", "30-09-23", "30 sep 23", "23-09-30", "1/2/23"] {
            refused(text, style, DateFault::ShortYear);
        }
        for text in ["00/00/0000", "0000-00-00", "00-00-0000"] {
            refused(text, style, DateFault::Zeroes);
        }
        for text in ["2023-13-01", "13/13/2023"] {
            refused(text, style, DateFault::NoSuchMonth);
        }
        for text in ["09/30/2023", "9-30-2023"] {
            refused(text, style, DateFault::MonthFirst { date: last });
        }
        for text in ["2023-09-30T22:00:00Z", "2023-09-30T10:00:00-05:00"] {
            refused(text, style, DateFault::OtherZone);
        }
        refused("45199", style, DateFault::Serial { date: last });
        for text in [
            "",
            "gisteren",
            "30092023",
            "sept 2023",
            "30 x 2023",
            "3O sept 2023",
            "30 sept 2O23",
            "30 sept x1",
            "30 sept 2023 x",
            "30/09",
            "2023",
            "123456",
            "30/09/2023 25:00",
            "30/09/2023 12:60",
            "2023-09-30T",
            "12:30",
            ":",
            "T:",
            "30 ma 2023",
            "2023-09-30-01",
            "30/09/20233",
            "123/09/2023",
            "30/123/2023",
            "20230/09/30",
        ] {
            refused(text, style, DateFault::NotADate);
        }
    }
}

#[test]
fn only_days_that_can_be_months_have_either_order() {
    let first = civil::date(2023, 2, 1);
    for text in [
        "1/2/2023",
        "01-02-2023",
        "01.02.2023 12:00",
        "'01/02/2023",
        "０１/02/2023",
    ] {
        assert!(is_either_order(text, first), "{text}");
    }
    for text in ["2023-02-01", "1 feb 2023", "1-feb-2023", "20230201"] {
        assert!(!is_either_order(text, first), "{text}");
    }
    assert!(!is_either_order("30/09/2023", day()));
    assert!(!is_either_order("02/02/2023", civil::date(2023, 2, 2)));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic(text in "[-–/. :TZ'0-9０-９a-z\u{a0}+]{0,24}|.*") {
        for style in STYLES {
            if let Ok(date) = date(&text, style) {
                let _ = is_either_order(&text, date);
            }
        }
    }

    #[test]
    fn a_day_in_every_spelling_is_read_back(year in 2000..2100_i16, month in 1..=12_i8, day in 1..=28_i8) {
        let expected = civil::date(year, month, day);
        let names = [
            "jan", "febr.", "mrt", "april", "mei", "juni", "juli", "aug", "sept", "okt", "nov", "dec",
        ];
        let name = names[usize::try_from(month - 1).unwrap_or(0)];
        let everywhere = [
            format!("{year}-{month:02}-{day:02}"),
            format!("{year}/{month}/{day}"),
            format!("{year}{month:02}{day:02}"),
            format!("{day} {name} {year}"),
            format!("{year}-{month:02}-{day:02}T12:00:00"),
        ];
        for text in &everywhere {
            for style in STYLES {
                prop_assert_eq!(date(text, style), Ok(expected), "{}", text);
            }
            prop_assert!(!is_either_order(text, expected));
        }
        for text in [format!("{day}/{month}/{year}"), format!("{day:02}.{month:02}.{year} 00:00")] {
            prop_assert_eq!(date(&text, STYLES[0]), Ok(expected), "{}", text);
            prop_assert_eq!(is_either_order(&text, expected), day <= 12 && day != month);
        }
    }
}

//! What is found, and what is not. All numbers are invented.

use super::*;

#[test]
fn register_numbers_of_both_centuries_are_found() {
    // Invented: 85.07.30-033 and 00.01.01-001 with their check digits.
    let old = format!("{}{:02}", "850730033", 97 - 850_730_033 % 97);
    let young = format!("{}{:02}", "000101001", 97 - 2_000_101_001_u64 % 97);
    for number in [old.clone(), young] {
        let dotted = format!(
            "{}.{}.{}-{}.{}",
            &number[..2],
            &number[2..4],
            &number[4..6],
            &number[6..9],
            &number[9..]
        );
        assert_eq!(personal(&number), Some(Personal::NationalNumber));
        assert_eq!(
            personal(&format!("kind ({dotted}) kwam")),
            Some(Personal::NationalNumber)
        );
    }
    let check = 97 - 850_730_033_u64 % 97;
    let wrong = format!("{}{:02}", "850730033", check % 97 + 1);
    assert_ne!(personal(&wrong), Some(Personal::NationalNumber));
}

#[test]
fn a_number_beside_another_is_found() {
    let check = 97 - 850_730_033_u64 % 97;
    for number in [
        format!("85.07.30-033.{check:02}"),
        format!("850730033{check:02}"),
    ] {
        for text in [
            format!("{number} 2 keer"),
            format!("2 {number}"),
            format!("3x {number} 12 15"),
        ] {
            assert_eq!(personal(&text), Some(Personal::NationalNumber), "{text}");
        }
    }
    let telephone = Some(Personal::Contact(Contact::Telephone));
    assert_eq!(personal("0470123456 2 keer gebeld"), telephone);
}

#[test]
fn addresses_and_telephones_are_found() {
    assert_eq!(
        personal("mail naar iemand@voorbeeld.be."),
        Some(Personal::Contact(Contact::Email))
    );
    assert_eq!(
        personal("0470 12 34 56 / 0471 12 34 56"),
        Some(Personal::Contact(Contact::Telephone))
    );
    assert_eq!(
        personal("bel 0470 00 00 00"),
        Some(Personal::Contact(Contact::Telephone))
    );
    assert_eq!(
        personal("+32 2 000 00 00"),
        Some(Personal::Contact(Contact::Telephone))
    );
}

#[test]
fn dates_and_amounts_are_not_personal() {
    for text in [
        "sinds 30/09/2023",
        "€ 1.250,50",
        "van 01/10/2022 tot 30/09/2023",
        "vanaf 01/09/2023 2 VTE",
        "0207.437.468",
        "3@home",
        "Navigate You(th)",
    ] {
        assert_eq!(personal(text), None, "{text}");
    }
}

/// Each text, and what it is told as.
const TOLD: &[(&str, &[&str])] = &[
    ("telephone", TELEPHONES),
    ("number", REGISTER_NUMBERS),
    ("email", ADDRESSES),
];

const TELEPHONES: &[&str] = &[
    // Beside other numbers.
    "0470 12 34 56 (2x gebeld)",
    "0470 12 34 56 2 keer",
    "3 0470 12 34 56",
    "14.30 0470 12 34 56",
    "14:30 0470 12 34 56",
    "15/10 0470 12 34 56",
    "12-10 0470 12 34 56",
    "12/10/2022 0470 12 34 56 om 14.30",
    "3 03 123 45 67 (3 keer)",
    "15/10 03/123.45.67",
    "15/10 011 12 34 56",
    // Two of them.
    "0470 12 34 56 0471 12 34 56",
    "0470 12 34 56 + 0471 12 34 56",
    "0470 12 34 56 - 0471 12 34 56",
    "0470 12 34 56 / 0471 12 34 56",
    "0470123456/0471123456",
    "03 123 45 67 - 03 123 45 68",
    // Other marks, and other forms of digits and marks.
    "0470 / 12 34 56",
    "03 / 123 45 67",
    "0470/12.34.56",
    "0470–12–34–56",
    "0470·12·34·56",
    "0470_12_34_56",
    "0470,12,34,56",
    "0470:12:34:56",
    "0470*12*34*56",
    "0470 12\u{a0}34\u{202f}56",
    "04\u{200b}70 12 34 56",
    "０４７０ １２ ３４ ５６",
    "O470 12 34 56",
    "o470123456",
    "04 70 12 34 56",
    "(0)470 12 34 56",
    // The nought lost.
    "470 12 34 56",
    "gsm 470123456",
    "tel. nr. 470/123456",
    "bellen naar 470 123 456",
    // With the code of a country.
    "32470123456",
    "32 470 12 34 56",
    "32 (0)470 12 34 56",
    "+32 470 12 34 56 2 keer",
    "+32[0]470123456",
    "+32(0)3/123.45.67",
    "＋32470123456",
    "0032 470 12 34 56",
    "+31 6 12345678",
    "+33 6 12 34 56 78",
    "0033 6 12 34 56 78",
    "+352 621 123 456",
    "+45 12 34 56 78",
    "(+49) 151 23456789",
    // One that is the number of an enterprise as well.
    "0470123465",
    "0470 12 34 65",
    "gsm 0470 123 465",
    // Cut in any way where it stands alone.
    "bel 0470 00 00 00",
    "0470 1 23 456",
    "02 12 34 567",
    "031234567",
    "10 + 031234567",
    "0800 12 345",
];

const REGISTER_NUMBERS: &[&str] = &[
    "85.07.30-033.28",
    "85073003328",
    "RR85073003328",
    "85.07.30–033.28",
    "85.07.30‑033.28",
    "85.07.30 033 28 (2 keer)",
    "RR 850730 033 28 2 uur",
    "850730-03328 en 12",
    "85073003328/2",
    "85073003328-1",
    "85073003328.0",
    "85073003328/00010100105",
    "85073003328-00010100105",
    "85.07.30-033.28/00.01.01-001.05",
    "1985.07.30-033.28",
    "1985-07-30 033-28",
    "30/07/1985 033-28",
    "19850730-033-28",
    "5073003326",
    "5.07.30-033.26",
    "85_07_30_033_28",
    "85:07:30:033:28",
    "85,07,30,033,28",
    "85·07·30·033·28",
    "８５０７３００３３２８",
    "85\u{200b}0730\u{200b}03328",
    "0470 12 34 56 85.07.30-033.28",
    "8 5 0 7 3 0 0 3 3 2 8",
];

const ADDRESSES: &[&str] = &[
    "mail naar jan@voorbeeld.be.",
    "jan @ voorbeeld.be",
    "jan@ voorbeeld.be",
    "jan @voorbeeld.be",
    "jan(at)voorbeeld.be",
    "jan (at) voorbeeld.be",
    "jan[at]voorbeeld[dot]be",
    "Jan AT voorbeeld.be",
    "jan at mail.voorbeeld.com",
    "jan＠voorbeeld.be",
    "@jan.peeters@voorbeeld.be",
    "jan.peeters@voorbeeld.be/x.y",
    "jan.peeters@voorbeeld.be-p.2",
    "contact:jan@voorbeeld.be,tel.v",
    "<jan@voorbeeld.example>",
    "jan@@voorbeeld.be",
    "a@b.be",
];

const NOT_TOLD: &[&str] = &[
    // Dates and times.
    "sinds 30/09/2023",
    "van 01/10/2022 tot 30/09/2023",
    "01/09/2022 - 30/09/2023",
    "01/09/2022-30/09/2023",
    "2022-01-01/2022-12-31",
    "2022-10-12 09:30:00",
    "2022-10-12T09:30:00.000+02:00",
    "12/10/2022 08:30-09:30",
    "08.30-09.00 2",
    "08:30 - 12:00, 13:00 - 16:30",
    "09.00-12.00 13.00-16.00",
    "vanaf 01/09/2023 2 VTE",
    "12/10/22 14.30 3 personen",
    "2022–2023 en 2023–2024",
    "2022-2023, 2023-2024, 2024-2025",
    "schooljaar 2022-2023 (120 + 45)",
    "+120 (2022-2023)",
    "week 09 2022 en week 10 2022",
    // Amounts and counts.
    "€ 1.250,50",
    "1.250.000,00",
    "€ 1 250 000,00",
    "+1.250.000,50",
    "-470.123,45",
    "470123456",
    "470.123.456",
    "470 123 456",
    "470123456,00",
    "€ 470.123,45 + € 12.345,67",
    "1 050 000 000",
    "12,0451612903",
    "0.0451612903226",
    "betaald 12/10/2022 250,00",
    "613000 250,14",
    "12 15 18 21 24 27",
    "120, 145, 160, 180",
    "0,125 0,250 0,375",
    "+120 -45 +300 -12",
    "123456789",
    "1000000000",
    "3@1.25",
    "12 @ 1.50",
    // Accounts, invoices and projects.
    "613000",
    "61300000",
    "613000 61300000 2022",
    "BE68 5390 0754 7034",
    "BE68539007547034",
    "BE71 0961 2345 6769",
    "539-0075470-34",
    "035-1234567-89",
    "+++090/9337/55493+++",
    "090/9337/55493",
    "+++047/0123/45678+++",
    "***090/9337/55493***",
    "factuur 2022/00123456",
    "factuur 470123456",
    "F2022-000123-01",
    "2022/012345678",
    "project 2022-0123-4567",
    "ISBN 978-90-123-4567-8",
    "0470.123.456.789",
    // Enterprises.
    "0207.437.468",
    "0207437468",
    "0207 437 468",
    "BE 0207.437.468",
    "BE0470123465",
    "BE 0470 123 465",
    "0470.123.465",
    "0207.437.468 en 0470.123.465",
    // Words.
    "3@home",
    "Navigate You(th)",
    "@voorbeeld",
    "volg ons op @voorbeeld",
    "overleg @ gemeentehuis. Daarna 2 huisbezoeken",
    "Jan at soep. Daarna niets",
    "hij at (at) brood.",
    "straat 12. Wat dat (bis) kost",
    "zie www.voorbeeld.be/p/12",
    "geïnteresseerd, o.a. in 2 lessen",
    "",
];

#[test]
fn each_form_is_told_as_what_it_is() {
    for (name, texts) in TOLD {
        let wanted = match *name {
            "number" => Personal::NationalNumber,
            "email" => Personal::Contact(Contact::Email),
            _ => Personal::Contact(Contact::Telephone),
        };
        for text in *texts {
            assert_eq!(personal(text), Some(wanted), "{text}");
            let note = format!("nota: {text}; later");
            assert_eq!(personal(&note), Some(wanted), "{note}");
            assert!(may_be_personal(text.as_bytes()), "{text}");
        }
    }
}

#[test]
fn what_is_ordinary_is_not_told() {
    for text in NOT_TOLD {
        assert_eq!(personal(text), None, "{text}");
        let note = format!("nota: {text}; later");
        assert_eq!(personal(&note), None, "{note}");
    }
}

#[test]
fn a_cell_with_nothing_of_it_is_left_at_once() {
    for text in [
        "",
        "12345678",
        "bib. (lezing) om 14.30",
        "straat. wat dat kost",
    ] {
        assert!(!may_be_personal(text.as_bytes()), "{text}");
    }
}

#[test]
fn an_amount_with_its_cents_is_no_number_of_anybody() {
    // The digits before the comma pass as a register number, or as a telephone number.
    for amount in [
        "19902995775.18",
        "-60312565176,61",
        "97460983095.52",
        "-32474228916.05",
        "5073003326,00",
    ] {
        assert_eq!(personal(amount), None, "{amount}");
    }
    for number in [
        "19902995775",
        "85073003328.0",
        "85073003328/50",
        "0470123456,00",
        "+32470123456,10",
    ] {
        assert!(personal(number).is_some(), "{number}");
    }
}

//! Telephone numbers of here and of abroad, however they are cut.

use super::groups::{Groups, Window};

/// Whether one of the windows is a telephone number.
pub(super) fn has_telephone(groups: &Groups<'_>) -> bool {
    groups.windows().any(|window| is_telephone(&window))
}

fn is_telephone(window: &Window<'_>) -> bool {
    if has_plus(window) && is_international(window) {
        return true;
    }
    match window.length() {
        9 => is_landline(window) || is_without_nought(window) || is_any_national(window),
        10 => is_mobile(window) || is_any_national(window) || is_after_00(window),
        11 => is_without_plus(window) || is_after_00(window),
        _ => is_after_00(window),
    }
}

/// Nine or ten digits that begin with a single 0 and stand alone, cut in any way.
fn is_any_national(window: &Window<'_>) -> bool {
    begins_national(window)
        && window.is_whole()
        && is_not_part(window)
        && !window.gaps().any(|gap| gap.contains('+'))
        && !is_enterprise_number(window)
}

fn begins_national(window: &Window<'_>) -> bool {
    let least = if window.length() == 9 {
        10_000_000
    } else {
        100_000_000
    };
    window.group(0).starts_with('0') && window.value() >= least
}

/// `0470 12 34 56` and such, wherever they stand: ten digits of which the first are those
/// of a mobile number.
fn is_mobile(window: &Window<'_>) -> bool {
    const CUT: &[&[usize]] = &[&[10], &[4, 6], &[4, 2, 2, 2], &[4, 3, 3]];
    const NOUGHT_BETWEEN: &[&[usize]] = &[&[1, 9], &[1, 3, 6], &[1, 3, 2, 2, 2], &[1, 3, 3, 3]];
    let is_within = |mut gap: std::str::Chars<'_>| matches!(gap.next(), Some(')' | ']'));
    let is_cut = window.is_cut_as_one(CUT)
        || window.is_cut(&[2, 2, 2, 2, 2]) && window.has_one_mark()
        || window.is_cut_as_one(NOUGHT_BETWEEN)
            && window
                .gaps()
                .next()
                .is_some_and(|gap| is_within(gap.chars()));
    is_cut
        && window.group(0).starts_with('0')
        && is_mobile_value(window.value())
        && is_not_part(window)
        && !is_enterprise_number(window)
}

/// Whether nine digits after the nought are those of a mobile number.
fn is_mobile_value(value: u64) -> bool {
    (450_000_000..500_000_000).contains(&value)
}

/// Whether the digits are no part of a longer number with dots, and not behind a comma.
fn is_not_part(window: &Window<'_>) -> bool {
    let goes_on = |mark: Option<&str>| {
        mark.is_some_and(|mark| {
            matches!(mark, "." | "," | ":") && window.gaps().any(|gap| gap == mark)
        })
    };
    let is_fraction = window.count() == 1 && matches!(window.mark_before(), Some("." | ","));
    !is_fraction && !goes_on(window.mark_before()) && !goes_on(window.mark_after())
}

/// `03 123 45 67`, `011 12 34 56` or `0800 12 345` beside other numbers.
fn is_landline(window: &Window<'_>) -> bool {
    const SHORT_ZONE: &[&[usize]] = &[&[2, 7], &[2, 3, 2, 2], &[2, 3, 4], &[2, 3, 3, 1]];
    const LONG_ZONE: &[&[usize]] = &[&[9], &[3, 6], &[3, 2, 2, 2]];
    const NO_ZONE: &[&[usize]] = &[&[4, 5], &[4, 2, 3], &[4, 3, 2]];
    let is_cut = match window.group(0).as_bytes() {
        [b'0', b'2' | b'3' | b'4' | b'9'] => window.is_cut_as_one(SHORT_ZONE),
        [b'0', b'7' | b'8' | b'9', _, _] => window.is_cut_as_one(NO_ZONE),
        _ => window.is_cut_as_one(LONG_ZONE),
    };
    let is_apart = window
        .mark_before()
        .is_none_or(|mark| mark.contains(['(', ')']))
        && window
            .mark_after()
            .is_none_or(|mark| !matches!(mark, "." | "," | ":"));
    is_cut && is_apart && begins_national(window) && !window.has_time()
}

/// A mobile number of which a spreadsheet lost the nought. Amounts and numbers of invoices
/// look like it, so it is one only where it is cut as no amount is, or behind a word.
fn is_without_nought(window: &Window<'_>) -> bool {
    if !is_mobile_value(window.value()) || window.group(0).starts_with('0') {
        return false;
    }
    let is_cut_so = window.is_cut(&[3, 2, 2, 2])
        && window
            .gaps()
            .skip(1)
            .all(|gap| matches!(gap, " " | "." | "-" | "/"))
        && window.gaps().next().is_some_and(|gap| gap != ",")
        && !window.has_neighbour();
    is_cut_so
        || window.is_cut_as_one(&[&[9], &[3, 6], &[3, 3, 3], &[3, 2, 2, 2]])
            && is_behind_word(window)
}

/// Whether a word for a telephone stands before it, perhaps with a short word between.
fn is_behind_word(window: &Window<'_>) -> bool {
    const WORDS: &[&str] = &[
        "bel",
        "belt",
        "bellen",
        "gebeld",
        "gsm",
        "gsmnr",
        "gsmnummer",
        "mobiel",
        "mobile",
        "phone",
        "sms",
        "tel",
        "telefoon",
        "telefoonnr",
        "telefoonnummer",
        "telnr",
        "whatsapp",
    ];
    let words = window
        .before()
        .rsplit(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    words
        .take(2)
        .any(|word| WORDS.iter().any(|it| word.eq_ignore_ascii_case(it)))
}

/// Whether a `+` stands before its first digit.
fn has_plus(window: &Window<'_>) -> bool {
    let marks = ['(', '[', ' ', ')', ']', '.', '-', '/'];
    let before = window.before().trim_end_matches(marks);
    before
        .strip_suffix('+')
        .is_some_and(|it| !it.ends_with('+'))
}

/// `+32` and eight or nine digits, or another country and as many as there can be.
fn is_international(window: &Window<'_>) -> bool {
    if window.has_time() {
        return false;
    }
    let is_here = is_of_belgium(window, 0);
    if !window.gaps().all(is_of_telephone) {
        return is_here && is_mobile_value(window.value() % 1_000_000_000);
    }
    let is_year =
        |group: &str| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
    let is_close = window.before().ends_with(['+', '(', '[']);
    is_here
        || is_close
            && !window.group(0).starts_with('0')
            && !(0..window.count()).any(|nr| is_year(window.group(nr)))
            && ((11..=15).contains(&window.length()) || is_of_country(window, 0))
}

/// Whether what stands between two groups is neither of an amount nor a sign of the next.
fn is_of_telephone(gap: &str) -> bool {
    !gap.contains(['+', ',', ':', '*']) && !gap.ends_with(" -")
}

/// Whether so many noughts and 32 are followed by eight or nine digits, beside a nought.
fn is_of_belgium(window: &Window<'_>, noughts: usize) -> bool {
    let mut digits = window.digits().skip(noughts);
    digits.next() == Some(b'3')
        && digits.next() == Some(b'2')
        && matches!(digits.skip_while(|it| *it == b'0').count(), 8 | 9)
}

/// Codes of countries, and how many digits follow at the least and at the most.
#[rustfmt::skip]
const COUNTRIES: &[(&str, usize, usize)] = &[
    ("30", 10, 10), ("31", 9, 9), ("33", 9, 9), ("34", 9, 9), ("352", 8, 9), ("36", 8, 9),
    ("39", 9, 10), ("40", 9, 9), ("41", 9, 9), ("43", 10, 11), ("44", 10, 10), ("45", 8, 8),
    ("46", 8, 9), ("47", 8, 8), ("48", 9, 9), ("49", 10, 11), ("90", 10, 10), ("212", 9, 9),
    ("213", 9, 9), ("216", 8, 8), ("351", 9, 9), ("353", 9, 9), ("355", 9, 9), ("359", 8, 9),
    ("380", 9, 9), ("381", 8, 9), ("383", 8, 8), ("420", 9, 9), ("421", 9, 9),
];

/// Whether so many noughts are followed by the code of a country and as many digits as
/// follow it there.
fn is_of_country(window: &Window<'_>, noughts: usize) -> bool {
    COUNTRIES.iter().any(|(code, least, most)| {
        let digits = window.digits().skip(noughts);
        code.bytes().eq(digits.take(code.len()))
            && (least..=most).contains(&&(window.length() - noughts - code.len()))
    })
}

/// `0032` or `0033` and such, and as many digits as follow it there.
fn is_after_00(window: &Window<'_>) -> bool {
    let first = window.group(0);
    first.starts_with("00")
        && (first.len() >= 4 || first.len() == 2 && window.mark_before().is_none())
        && !window.has_time()
        && window.gaps().all(is_of_telephone)
        && (is_of_belgium(window, 2) || is_of_country(window, 2))
}

/// `32 470 12 34 56`: a mobile number behind the code of the country.
fn is_without_plus(window: &Window<'_>) -> bool {
    let value = window.value();
    window.is_cut_as_one(&[
        &[11],
        &[2, 9],
        &[2, 3, 6],
        &[2, 3, 2, 2, 2],
        &[2, 3, 3, 3],
        &[5, 6],
    ]) && value / 1_000_000_000 == 32
        && is_mobile_value(value % 1_000_000_000)
        && is_not_part(window)
}

/// Ten digits that begin with 0 or 1 and whose last two are 97 less the remainder of
/// the others by 97: the number of an enterprise, which is public. A mobile number may be
/// so by chance; then it is one only as `0xxx.xxx.xxx` or behind BE.
fn is_enterprise_number(window: &Window<'_>) -> bool {
    let value = window.value();
    let is_checked =
        window.length() == 10 && value < 2_000_000_000 && 97 - value / 100 % 97 == value % 100;
    let is_dotted = || window.is_cut(&[4, 3, 3]) && window.gaps().all(|gap| gap == ".");
    is_checked && (!is_mobile_value(value) || is_dotted() || is_behind_be(window))
}

fn is_behind_be(window: &Window<'_>) -> bool {
    let before = window.before().trim_end_matches([' ', '.', '-', ':']);
    let mut last = before.bytes().rev();
    matches!(last.next(), Some(b'E' | b'e'))
        && matches!(last.next(), Some(b'B' | b'b'))
        && last.next().is_none_or(|it| !it.is_ascii_alphanumeric())
}

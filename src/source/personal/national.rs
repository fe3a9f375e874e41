//! National register numbers, however they are cut.

use super::groups::{Groups, Window};

/// Whether one of the windows is a national register number.
pub(super) fn has_national_number(groups: &Groups<'_>) -> bool {
    groups.windows().any(|window| is_national_number(&window))
}

fn is_national_number(window: &Window<'_>) -> bool {
    match window.length() {
        10 => is_without_nought(window),
        11 => is_checked(window.value()) && is_known_cut(window),
        12..=13 => is_with_century(window),
        _ => false,
    }
}

/// Eleven digits: a date of birth, a serial number, and 97 less the remainder of
/// the first nine by 97; those born from 2000 on have a 2 put before the nine.
fn is_checked(value: u64) -> bool {
    let (month, day) = (value / 10_000_000 % 100, value / 100_000 % 100);
    let born = month % 20 <= 12 && day <= 31;
    born && (is_of_century(value, 0) || is_of_century(value, 2_000_000_000))
}

fn is_of_century(value: u64, before: u64) -> bool {
    97 - (value / 100 + before) % 97 == value % 100
}

/// `850730 033 28` and such, wherever they stand; what stands alone may be cut in any way.
/// Two parts with a space between them may be an account and an amount.
fn is_known_cut(window: &Window<'_>) -> bool {
    if window.is_cut(&[11]) {
        return !matches!(window.mark_before(), Some("." | ","));
    }
    window.is_whole()
        || window.is_cut_as_one(&[&[6, 5], &[9, 2]]) && !window.gaps().any(|gap| gap == " ")
        || window.is_cut(&[6, 3, 2]) && ends_as_no_amount(window)
        || window.is_cut_as_one(&[&[2, 2, 2, 3, 2], &[2, 2, 2, 5]])
            && has_date_marks(window)
            && ends_as_no_amount(window)
}

/// Whether the last parts are no amount behind a date or an account, as in
/// `613000 250,00`, and no count behind one.
fn ends_as_no_amount(window: &Window<'_>) -> bool {
    if window.group(window.count() - 1).len() == 5 {
        return window.gaps().last() != Some(" ") || window.has_one_mark();
    }
    let before = window.gaps().nth(window.count() - 3);
    match window.gaps().last() {
        Some(",") => window.has_one_mark(),
        Some(".") => before != Some(" "),
        _ => true,
    }
}

/// Whether the same mark stands between the parts of the date.
fn has_date_marks(window: &Window<'_>) -> bool {
    let mut gaps = window.gaps();
    gaps.next() == gaps.next()
}

/// The nought of 2001 to 2009 was lost: ten digits, or a year of one digit.
fn is_without_nought(window: &Window<'_>) -> bool {
    let value = window.value();
    let (month, day) = (value / 10_000_000 % 100, value / 100_000 % 100);
    let is_cut = match window.count() {
        1 => window.mark_before().is_none(),
        _ => {
            window.is_cut_as_one(&[&[1, 2, 2, 3, 2], &[1, 2, 2, 5]])
                && window.mark_before().is_none()
                && has_date_marks(window)
                && !window.gaps().any(|gap| gap == " ")
        }
    };
    is_cut
        && value >= 1_000_000_000
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && is_of_century(value, 2_000_000_000)
}

/// The year in full, before or after the day: `1985.07.30-033.28`, `30/07/1985 033-28`.
fn is_with_century(window: &Window<'_>) -> bool {
    const YEAR_FIRST: &[&[usize]] = &[&[4, 2, 2, 3, 2], &[4, 2, 2, 5]];
    const YEAR_LAST: &[&[usize]] = &[
        &[2, 2, 4, 3, 2],
        &[2, 2, 4, 5],
        &[1, 2, 4, 3, 2],
        &[1, 2, 4, 5],
        &[2, 1, 4, 3, 2],
        &[2, 1, 4, 5],
    ];
    let number = |nr: usize| window.group(nr).parse::<u64>().unwrap_or(0);
    let (year, month, day) = if window.is_cut_as_one(YEAR_FIRST) && has_date_marks(window) {
        (number(0), number(1), number(2))
    } else if window.is_cut_as_one(YEAR_LAST) && has_date_marks(window) {
        (number(2), number(1), number(0))
    } else if window.is_cut_as_one(&[&[8, 3, 2], &[8, 5]]) {
        (number(0) / 10_000, number(0) / 100 % 100, number(0) % 100)
    } else {
        return false;
    };
    let rest = window.value() % 100_000;
    let value = ((year % 100 * 100 + month) * 100 + day) * 100_000 + rest;
    let before = if year < 2000 { 0 } else { 2_000_000_000 };
    (1880..2100).contains(&year)
        && month % 20 <= 12
        && day <= 31
        && rest >= 100
        && ends_as_no_amount(window)
        && is_of_century(value, before)
}

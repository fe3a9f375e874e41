//! Personal data in a text of a file: national register numbers, e-mail addresses and
//! telephone numbers. Where one is found, the text is shown nowhere.

mod email;
mod fold;
mod groups;
mod national;
mod telephone;

use groups::Groups;

/// What a text gives away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Personal {
    /// A Belgian national register number.
    NationalNumber,
    /// An e-mail address or a telephone number.
    Contact(Contact),
}

impl Personal {
    /// What is shown in the place of the text.
    #[must_use]
    pub fn mask(self) -> &'static str {
        match self {
            Self::NationalNumber => "[P01]",
            Self::Contact(_) => "[P02]",
        }
    }
}

/// How somebody can be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contact {
    /// By e-mail.
    Email,
    /// By telephone.
    Telephone,
}

/// Whether a text could hold personal data: it has nine digits, an @ or what may stand for
/// one at the least. All that [`personal`] finds has.
#[must_use]
pub fn may_be_personal(text: &[u8]) -> bool {
    memchr::memchr2(b'@', WIDE, text).is_some_and(|at| text[at] == b'@' || has_wide(text))
        || has_digits_of_a_number(text)
        || has_at_in_letters(text)
}

/// The personal data in a text, the gravest first.
#[must_use]
pub fn personal(text: &str) -> Option<Personal> {
    if !may_be_personal(text.as_bytes()) {
        return None;
    }
    let text = fold::folded(text);
    let may_be_number = has_digits_of_a_number(text.as_bytes()) && !is_amount(&text);
    let groups = may_be_number.then(|| Groups::of(&text));
    if groups.as_ref().is_some_and(national::has_national_number) {
        return Some(Personal::NationalNumber);
    }
    if email::has_email(&text) {
        return Some(Personal::Contact(Contact::Email));
    }
    let has_telephone = groups.as_ref().is_some_and(telephone::has_telephone);
    has_telephone.then_some(Personal::Contact(Contact::Telephone))
}

/// Whether a text is an amount with its cents and nothing else. However large it is, its
/// digits are no number of anybody's, even where one in 97 would pass for one.
fn is_amount(text: &str) -> bool {
    let text = text.trim();
    let text = text.strip_prefix('-').unwrap_or(text);
    let is_number = |part: &str| part.bytes().all(|it| it.is_ascii_digit());
    let parts = text.rsplit_once([',', '.']);
    parts.is_some_and(|(whole, cents)| {
        let begins = whole.bytes().next().is_some_and(|it| it != b'0');
        begins && is_number(whole) && cents.len() == 2 && is_number(cents)
    })
}

/// Digits of the shortest number that is personal: a telephone's.
const FEWEST_DIGITS: usize = 9;

fn has_digits_of_a_number(text: &[u8]) -> bool {
    // Counted in single bytes, many at once, which holds as long as a part has fewer than 256.
    let digits = |part: &[u8]| {
        part.iter()
            .map(|it| u8::from(it.is_ascii_digit()))
            .sum::<u8>()
    };
    let parts = text.chunks(usize::from(u8::MAX));
    text.len() >= FEWEST_DIGITS
        && parts.map(|part| usize::from(digits(part))).sum::<usize>() >= FEWEST_DIGITS
}

/// The byte with which signs of full width begin.
const WIDE: u8 = 0xef;

/// Whether an @, or a sign of full width that may be one or a digit, stands in a text.
fn has_wide(text: &[u8]) -> bool {
    let is_wide = |pair: &[u8]| matches!(pair, [WIDE, 0xbc | 0xbd | 0xb9]);
    text.contains(&b'@') || text.windows(2).any(is_wide)
}

/// Whether an @ is written in letters, and a dot, without which no host is told, as well.
fn has_at_in_letters(text: &[u8]) -> bool {
    text.len() >= FEWEST_DIGITS
        && memchr::memchr3(b'.', b'(', b'[', text).is_some()
        && email::has_at_in_letters(text)
}

#[cfg(test)]
mod tests;

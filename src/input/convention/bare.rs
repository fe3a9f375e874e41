//! A number without what stands around it: a minus before or after, parentheses as
//! accountants write them, the euro, the apostrophe that makes a cell a text.

use crate::input::fault::NumberFault;
use std::borrow::Cow;

/// What a euro sign becomes when a file is saved in a way that does not have it.
const LOST_SIGNS: [&str; 6] = [
    "?",
    "\u{fffd}\u{fffd}\u{fffd}",
    "\u{fffd}",
    "¤",
    "â‚¬",
    "\u{80}",
];
const EURO: [&str; 3] = ["€", "euro", "eur"];

/// What is left of a cell without its sign and its currency.
pub(super) struct Bare<'a> {
    /// Whether it is below zero.
    pub(super) is_negative: bool,
    /// Whether it says that it is an amount of money.
    pub(super) is_money: bool,
    /// Whether something stands where the euro sign was.
    pub(super) has_lost_sign: bool,
    /// The digits and their marks.
    pub(super) digits: Cow<'a, str>,
}

impl<'a> Bare<'a> {
    /// What is left of a narrowed text.
    pub(super) fn of(text: &'a str) -> Result<Self, NumberFault> {
        let text = text.trim();
        let mut peel = Peel {
            rest: text.strip_prefix('\'').unwrap_or(text),
            minuses: 0,
            currencies: 0,
            has_lost_sign: false,
        };
        while peel.takes_one() {}
        if peel.rest.starts_with('+') {
            return Err(NumberFault::LeadingPlus);
        }
        if peel.minuses > 1 || peel.currencies > 1 {
            return Err(NumberFault::NotANumber);
        }
        if peel.rest.is_empty() {
            return Err(NumberFault::Empty);
        }
        let (digits, is_whole_euro) = without_dashes(peel.rest);
        Ok(Self {
            is_negative: peel.minuses == 1,
            is_money: peel.currencies > 0 || is_whole_euro,
            has_lost_sign: peel.has_lost_sign,
            digits,
        })
    }
}

/// A text that is being peeled from both ends.
struct Peel<'a> {
    rest: &'a str,
    minuses: u8,
    currencies: u8,
    has_lost_sign: bool,
}

impl<'a> Peel<'a> {
    /// Takes one sign off, where one is left.
    fn takes_one(&mut self) -> bool {
        self.rest = self.rest.trim();
        let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
        let bytes = self.rest.as_bytes();
        if is_digit(bytes.first()) && is_digit(bytes.last()) {
            return false;
        }
        if self.minuses > 1 || self.currencies > 1 {
            return false;
        }
        self.takes_minus() || self.takes_currency()
    }

    fn takes_minus(&mut self) -> bool {
        let within = |text: &'a str| text.strip_prefix('(')?.strip_suffix(')');
        let after = |text: &'a str| {
            let rest = text.strip_suffix('-')?;
            (!ends_in_dashes(text)).then_some(rest)
        };
        let text = self.rest;
        let Some(rest) = text
            .strip_prefix('-')
            .or_else(|| within(text))
            .or_else(|| after(text))
        else {
            return false;
        };
        self.rest = rest;
        self.minuses += 1;
        true
    }

    fn takes_currency(&mut self) -> bool {
        let text = self.rest;
        let euro = EURO
            .into_iter()
            .find_map(|name| before(text, name).or_else(|| after(text, name)));
        let lost = || {
            LOST_SIGNS.into_iter().find_map(|sign| {
                // After an amount a question mark is as likely a doubt.
                before(text, sign).or_else(|| text.strip_suffix(sign).filter(|_| sign != "?"))
            })
        };
        let Some(rest) = euro.or_else(|| {
            let rest = lost()?;
            self.has_lost_sign = true;
            Some(rest)
        }) else {
            return false;
        };
        self.rest = rest;
        self.currencies += 1;
        true
    }
}

/// The text without a name before it, in any case.
fn before<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let part = text.get(..name.len())?;
    part.eq_ignore_ascii_case(name).then(|| &text[name.len()..])
}

/// The text without a name after it, in any case.
fn after<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let end = text.len().checked_sub(name.len())?;
    let part = text.get(end..)?;
    part.eq_ignore_ascii_case(name).then(|| &text[..end])
}

/// Whether dashes stand where the cents of a whole amount would: `1.250,-`.
fn ends_in_dashes(text: &str) -> bool {
    let bare = text.strip_suffix("--").or_else(|| text.strip_suffix('-'));
    bare.is_some_and(|bare| bare.trim_end().ends_with([',', '.']))
}

/// The digits of a whole amount as `1.250,-` with its dashes left out, and whether
/// they stood there. Where a mark groups its digits, the cents stand in their place,
/// so that the marks still say which is which.
fn without_dashes(text: &str) -> (Cow<'_, str>, bool) {
    if !ends_in_dashes(text) {
        return (Cow::Borrowed(text), false);
    }
    let bare = text.trim_end_matches('-').trim_end();
    let whole = bare.trim_end_matches([',', '.']);
    if bare.len() - whole.len() != 1 {
        (Cow::Borrowed(text), false)
    } else if super::is_digits(whole) {
        (Cow::Borrowed(whole), true)
    } else {
        (Cow::Owned(format!("{bare}00")), true)
    }
}

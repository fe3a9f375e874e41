//! Texts that no spreadsheet runs as a formula: an apostrophe stands before what would
//! begin one. Not every apostrophe of a file comes from here, so none can be taken away
//! again; who wants the text as it is reads JSON.

use super::Dialect;
use crate::wording::visible;
use std::borrow::Cow;

/// What begins a formula; those that are twice as wide do so in the spreadsheets of Japan.
const BEGINS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The text as a cell of the file holds it.
pub(super) fn guarded(text: &str, dialect: Dialect) -> String {
    let shown = visible(text);
    let inside = apart(&shown, other_separator(dialect));
    let is_led = text.starts_with(['\t', '\r', '\n', '\0']);
    if is_led || bare(&shown).starts_with(BEGINS) {
        return format!("'{inside}");
    }
    inside.into_owned()
}

/// The separator that a spreadsheet with other settings cuts this file at. It takes no
/// heed of quotes inside what it then has for a cell.
fn other_separator(dialect: Dialect) -> char {
    match dialect {
        Dialect::Plain => ';',
        Dialect::Excel => ',',
    }
}

/// The text without what may stand before a formula.
fn bare(text: &str) -> &str {
    text.trim_start_matches(|it: char| it == '"' || it.is_whitespace())
}

/// The text with an apostrophe after every separator behind which a formula would begin.
fn apart(text: &str, separator: char) -> Cow<'_, str> {
    if !text.contains(separator) {
        return Cow::Borrowed(text);
    }
    let mut parts = text.split(separator);
    let mut guarded = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        guarded.push(separator);
        if begins_formula(part) {
            guarded.push('\'');
        }
        guarded.push_str(part);
    }
    Cow::Owned(guarded)
}

/// Whether a cell of this text would be a formula. A price of `20,- per uur` leaves `- per
/// uur`, which calls nothing.
fn begins_formula(part: &str) -> bool {
    let part = bare(part);
    let Some(rest) = part.strip_prefix(BEGINS) else {
        return false;
    };
    let is_sign = part.starts_with(['+', '-', '＋', '－']);
    let is_loose = rest.is_empty() || rest.starts_with(char::is_whitespace);
    !(is_sign && is_loose) || rest.contains(['(', '|', '!', '['])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        guarded(text, Dialect::Plain)
    }

    fn excel(text: &str) -> String {
        guarded(text, Dialect::Excel)
    }

    #[test]
    fn a_formula_at_the_start_is_none() {
        for begins in BEGINS {
            for before in ["", " ", "\u{a0}", "\"", "\n", "\" \"", "\t", "\r"] {
                for text in [plain, excel] {
                    let text = text(&format!("{before}{begins}1+1"));
                    assert!(text.starts_with('\''), "{before:?} {text}");
                }
            }
        }
        assert_eq!(plain("\0=1"), "'[U+0000]=1");
    }

    #[test]
    fn a_formula_behind_the_separator_of_others_is_none() {
        assert_eq!(plain("a;=1+1;b"), "a;'=1+1;b");
        assert_eq!(plain("a;\"@SUM(A1);-2"), "a;'\"@SUM(A1);'-2");
        assert_eq!(excel("a,=1+1,+b"), "a,'=1+1,'+b");
        assert_eq!(excel("a,- HYPERLINK(b)"), "a,'- HYPERLINK(b)");
        assert_eq!(plain("a,=1+1"), "a,=1+1");
        assert_eq!(excel("a;=1+1"), "a;=1+1");
    }

    #[test]
    fn other_texts_are_left_alone() {
        for text in [
            "Navigate You(th)",
            "kost 20,- per uur",
            "20,-",
            "1 = 1",
            "jan@voorbeeld",
            "één; twee, drie",
            "'s ochtends",
            "",
        ] {
            assert_eq!(
                (plain(text), excel(text)),
                (text.to_owned(), text.to_owned())
            );
        }
    }
}

//! Texts as a cell, a header or a note may hold them.

use crate::render::machine::safe;
use crate::wording::visible;

/// UTF-16 units of a text that a cell holds; spreadsheets refuse files with more.
const MOST_OF_A_CELL: usize = 32_000;

/// A text of a cell: what cannot be shown as its code, and no longer than a cell holds.
pub(super) fn text(text: &str) -> String {
    cut(&written_in_xml(&safe(text)), MOST_OF_A_CELL)
}

/// A text on one line of at most so many UTF-16 units.
pub(super) fn line(text: &str, most: usize) -> String {
    cut(&written_in_xml(&visible(text)), most)
}

/// The word with a capital.
pub(super) fn capital(word: &str) -> String {
    let mut rest = word.chars();
    let first = rest.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(rest).collect()
}

/// Two characters may not stand in XML at all, not even escaped.
fn written_in_xml(text: &str) -> String {
    text.replace('\u{FFFE}', "[U+FFFE]")
        .replace('\u{FFFF}', "[U+FFFF]")
}

/// The text, or its beginning and three points.
fn cut(text: &str, most: usize) -> String {
    if text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let mut room = most.saturating_sub(1);
    let fits = |character: &char| {
        let left = room.checked_sub(character.len_utf16());
        room = left.unwrap_or(0);
        left.is_some()
    };
    let kept: String = text.chars().take_while(fits).collect();
    kept + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_shown_as_its_code() {
        assert_eq!(text("a\0b\u{FFFE}\u{b}c"), "a[U+0000]b[U+FFFE][U+000B]c");
        assert_eq!(text("één\r\ntwee"), "één\ntwee");
        assert_eq!(line("één\r\ntwee\u{FFFF}", 99), "één twee[U+FFFF]");
    }

    #[test]
    fn a_text_that_is_too_long_is_cut_between_characters() {
        assert_eq!(line("abcdef", 4), "abc…");
        assert_eq!(line("😀😀😀", 4), "😀…");
        assert_eq!(text(&"é".repeat(40_000)).encode_utf16().count(), 32_000);
    }
}

//! Text of a user as it may be shown: nothing in it can steer a terminal or
//! turn the reading direction around.

use std::borrow::Cow;

/// The text with control characters, bidirectional controls and what is no character
/// shown as their code in brackets. Line ends and tabs become a space.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(needs_care) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\r' => {}
            '\n' | '\t' => safe.push(' '),
            _ if needs_care(character) => {
                safe.push_str(&format!("[U+{:04X}]", u32::from(character)));
            }
            _ => safe.push(character),
        }
    }
    Cow::Owned(safe)
}

fn needs_care(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        || is_noncharacter(character)
}

/// Whether a character is none and never will be: pages and workbooks may not hold some
/// of them.
fn is_noncharacter(character: char) -> bool {
    matches!(character, '\u{FDD0}'..='\u{FDEF}') || u32::from(character) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(visible("a\u{1b}[31mb"), "a[U+001B][31mb");
        assert_eq!(visible("a\u{202E}b\u{9b}"), "a[U+202E]b[U+009B]");
        assert_eq!(visible("één\r\ntwee"), "één twee");
        assert_eq!(visible("a\u{fdd0}\u{1ffff}b"), "a[U+FDD0][U+1FFFF]b");
        assert!(matches!(visible("Navigate You(th)"), Cow::Borrowed(_)));
    }
}

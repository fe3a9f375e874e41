//! Text of a user as it may be shown: nothing in it can steer a terminal, turn the
//! reading direction around, or stand there unseen.

mod unseen;

use std::borrow::Cow;
use unseen::{Beside, is_unseen};

/// The text with control characters, bidirectional controls, what takes no place and what
/// is no character shown as their code in brackets. Line ends and tabs become a space.
///
/// Two names that differ in nothing but a character without width would look the same in
/// a table, and one could hide behind the other; so such a character is seen as well. Only
/// where a script or an emoji is written with it does it stay what it is.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(needs_care) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len());
    let mut before = None;
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        let beside = Beside {
            before,
            after: rest.clone().next(),
        };
        before = Some(character);
        match character {
            // Of a line end it is the half that says nothing.
            '\r' if matches!(beside.after, Some('\n') | None) => {}
            '\r' | '\n' | '\t' | '\u{2028}' | '\u{2029}' => safe.push(' '),
            _ if needs_care(character) && !beside.need(character) => {
                safe.push_str(&format!("[U+{:04X}]", u32::from(character)));
                before = None;
            }
            _ => safe.push(character),
        }
    }
    Cow::Owned(safe)
}

fn needs_care(character: char) -> bool {
    match character {
        ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{34E}' => false,
        '\u{2028}' | '\u{2029}' => true,
        _ => character.is_control() || is_unseen(character) || is_noncharacter(character),
    }
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
        assert_eq!(visible("a\u{fdd0}\u{1ffff}b"), "a[U+FDD0][U+1FFFF]b");
        assert!(matches!(visible("Navigate You(th)"), Cow::Borrowed(_)));
        assert!(matches!(visible("één coördinatie €"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_ends_a_line_is_a_space() {
        assert_eq!(visible("één\r\ntwee"), "één twee");
        assert_eq!(
            visible("één\rtwee\u{2028}drie\u{2029}\tvier\r"),
            "één twee drie  vier"
        );
    }

    #[test]
    fn nothing_stands_there_unseen() {
        for unseen in [
            '\u{AD}',
            '\u{34F}',
            '\u{61C}',
            '\u{115F}',
            '\u{3164}',
            '\u{180E}',
            '\u{200B}',
            '\u{200C}',
            '\u{200D}',
            '\u{200E}',
            '\u{2060}',
            '\u{2064}',
            '\u{2066}',
            '\u{206F}',
            '\u{FE00}',
            '\u{FE0F}',
            '\u{FEFF}',
            '\u{FFA0}',
            '\u{FFFB}',
            '\u{1D173}',
            '\u{E0041}',
            '\u{E01EF}',
        ] {
            let code = format!("[U+{:04X}]", u32::from(unseen));
            for (text, shown) in [
                (
                    format!("Jong{unseen}erenhuis"),
                    format!("Jong{code}erenhuis"),
                ),
                (format!("{unseen}{unseen}a"), format!("{code}{code}a")),
                (format!("één {unseen}"), format!("één {code}")),
            ] {
                assert_eq!(visible(&text), shown);
            }
        }
    }

    #[test]
    fn what_people_write_stays_as_it_is() {
        for text in [
            "coördinatie, één, Çelik, İstanbul, Łódź, naïef",
            "مركز الشباب",
            "می\u{200C}خواهم",
            "क\u{94D}\u{200D}ष",
            "කාර\u{DCA}\u{200D}යය",
            "👩\u{200D}👩\u{200D}👧 🏳\u{FE0F}\u{200D}🌈 👍🏽 ❤\u{FE0F} 1\u{FE0F}\u{20E3} 🇧🇪",
            "€ 1.250,50 · 50 % – “ja”",
            "e\u{301}e\u{301}n",
        ] {
            assert_eq!(visible(text), text);
        }
        assert_eq!(visible("❤\u{FE0F}\u{FE0F}"), "❤\u{FE0F}[U+FE0F]");
        assert_eq!(visible("👩\u{200D}\u{200D}👧"), "👩[U+200D][U+200D]👧");
        assert_eq!(visible("1\u{FE0F}"), "1[U+FE0F]");
    }
}

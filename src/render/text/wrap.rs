//! Text broken into lines of a terminal. A number is never parted from its sign:
//! `€ 96.000,00` and `102,3 %` stay whole.

use std::borrow::Cow;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Columns that a text takes.
pub(super) fn width(text: &str) -> usize {
    // Nearly every text is of characters that take one column each, whatever stands beside.
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return text.len();
    }
    let mut columns = 0;
    let is_plain = text.chars().all(|character| {
        columns += 1;
        takes_one_column(character)
    });
    if is_plain { columns } else { text.width() }
}

/// Whether it takes one column: Latin letters, the marks of a text, amounts, rules and bars.
fn takes_one_column(character: char) -> bool {
    matches!(
        character,
        ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '‐'..='‧' | '⁰'..='⁹' | '€' | '─'..='▟'
    )
}

/// The text in lines of at most `room` columns; at least one line.
pub(super) fn wrap(text: &str, room: usize) -> Vec<String> {
    if is_one_line(text, room) {
        return vec![text.to_owned()];
    }
    let room = room.max(1);
    let line = || String::with_capacity(room.min(text.len()));
    let mut lines = Vec::with_capacity(text.len() / room + 2);
    lines.push(line());
    let mut taken = 0;
    for piece in pieces(text) {
        let last = lines.last_mut().expect("there is always a line");
        let wide = width(&piece);
        if last.is_empty() {
            last.push_str(&piece);
            taken = wide;
        } else if taken + 1 + wide <= room {
            last.push(' ');
            last.push_str(&piece);
            taken += 1 + wide;
        } else {
            lines.push(line() + &piece);
            taken = wide;
        }
        if taken > room {
            break_last(&mut lines, room);
            taken = lines.last().map_or(0, |line| width(line));
        }
    }
    lines
}

/// The text in lines of at most `room` columns.
pub(super) fn wrapped(text: &str, room: usize) -> String {
    if is_one_line(text, room) {
        text.to_owned()
    } else {
        wrap(text, room).join("\n")
    }
}

/// The text after `first`, its further lines under its beginning.
pub(super) fn hanging(first: &str, text: &str, room: usize) -> Vec<String> {
    let indent = width(first);
    let mut lines = wrap(text, room.saturating_sub(indent));
    let (start, others) = lines.split_first_mut().expect("there is always a line");
    start.insert_str(0, first);
    start.truncate(start.trim_end().len());
    let spaces = " ".repeat(indent);
    for line in others {
        line.insert_str(0, &spaces);
    }
    lines
}

/// The text and as many spaces as fill `room`.
pub(super) fn padded(text: &str, room: usize) -> String {
    let gap = room.saturating_sub(width(text));
    let mut padded = String::with_capacity(text.len() + gap);
    padded.push_str(text);
    padded.extend(std::iter::repeat_n(' ', gap));
    padded
}

/// Columns of the widest piece that is not to be broken.
pub(super) fn longest_piece(text: &str) -> usize {
    pieces(text).map(|piece| width(&piece)).max().unwrap_or(0)
}

/// Words, with the sign of a number tied to its number.
fn pieces(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let mut words = words(text).peekable();
    std::iter::from_fn(move || {
        let mut piece = Cow::Borrowed(words.next()?);
        let is_one =
            |piece: &str, word: &str| is_tied(piece) || (word.starts_with('%') && is_number(piece));
        while let Some(word) = words.next_if(|word| is_one(&piece, word)) {
            let piece = piece.to_mut();
            piece.push(' ');
            piece.push_str(word);
        }
        Some(piece)
    })
}

/// Words between plain spaces; a space that does not break stays where it is.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    let words = std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest.bytes().position(is_gap);
        let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after.get(1..).unwrap_or_default();
        Some(word)
    });
    words.filter(|word| !word.is_empty())
}

fn is_gap(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\t')
}

/// Whether a text fits in `room` columns, and is as it would be after it was taken apart
/// and put together.
fn is_one_line(text: &str, room: usize) -> bool {
    let mut before = b' ';
    let gaps_part_words = text.bytes().all(|byte| {
        let is_right = !is_gap(byte) || (byte == b' ' && before != b' ');
        before = byte;
        is_right
    });
    gaps_part_words && (before != b' ' || text.is_empty()) && width(text) <= room
}

/// What is never parted from the next word: the sign of an amount, a glyph.
fn is_tied(word: &str) -> bool {
    word.ends_with('€') || matches!(word, "●" | "✕" | "◐" | "?" | "–")
}

fn is_number(word: &str) -> bool {
    word.ends_with(|last: char| last.is_ascii_digit())
}

/// Cuts the last line where it is a single word wider than the room.
fn break_last(lines: &mut Vec<String>, room: usize) {
    let Some(word) = lines.pop() else { return };
    // A word is broken with a hyphen; a path or a hash is not a word. What is left is not
    // looked at again from its beginning to its end: it may be as long as a file.
    let is_latin = |it: char| it.is_alphabetic() && it < '\u{250}' || it == '-';
    let mut others = word.chars().rev().enumerate();
    let latin_from = others
        .find(|(_, it)| !is_latin(*it))
        .map_or(0, |(after, _)| word.chars().count() - after);
    let mut rest = word.as_str();
    let mut before = 0;
    while !fits(rest, room) {
        let is_word = before >= latin_from && room > 3;
        let at = cut(rest, if is_word { room - 1 } else { room });
        let (line, after) = rest.split_at(at);
        lines.push(line.to_owned() + if is_word { "-" } else { "" });
        before += line.chars().count();
        rest = after;
    }
    lines.push(rest.to_owned());
}

/// Whether a text fits in the room; one that is far too long is not measured.
fn fits(text: &str, room: usize) -> bool {
    cut(text, room) == text.len() || text.len() <= room.saturating_mul(64) && width(text) <= room
}

/// The byte up to which at most `room` columns stand, at least one character.
pub(super) fn cut(text: &str, room: usize) -> usize {
    let mut taken = 0;
    for (at, character) in text.char_indices() {
        taken += character.width().unwrap_or(0);
        if taken > room && at > 0 {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stays_with_its_sign() {
        assert_eq!(
            wrap("nog € 96.000,00 of 102,3 % van het doel", 12),
            ["nog", "€ 96.000,00", "of 102,3 %", "van het doel"]
        );
    }

    #[test]
    fn a_word_of_many_lines_is_broken_to_its_end() {
        let word = "ab".repeat(5000);
        let lines = wrap(&word, 11);
        assert_eq!(lines.len(), 1000);
        assert!(
            lines[..999]
                .iter()
                .all(|line| line.len() == 11 && line.ends_with('-'))
        );
        assert!(
            lines.iter().all(|line| line.capacity() <= 22),
            "nothing is kept of the rest"
        );
        assert_eq!(lines.concat().replace('-', ""), word);
        let path = format!("{word}/x");
        assert_eq!(wrap(&path, 11).concat(), path);
        let begins_as_none = format!("1/{word}");
        let lines = wrap(&begins_as_none, 12);
        assert_eq!(lines[0], "1/ababababab");
        assert_eq!(lines[1], "abababababa-");
    }

    #[test]
    fn what_is_said_to_take_one_column_does() {
        let all = (' '..='\u{2fff}').filter(|it| takes_one_column(*it));
        let mut count = 0;
        for character in all {
            for text in [format!("{character}"), format!("a{character}{character}é")] {
                assert_eq!(text.width(), text.chars().count(), "{text:?}");
            }
            count += 1;
        }
        assert!(count > 800, "{count}");
        assert_eq!(width("e\u{301}"), 1);
        assert_eq!(
            width("“\u{fe00}日本"),
            UnicodeWidthStr::width("“\u{fe00}日本")
        );
    }

    #[test]
    fn a_text_on_one_line_is_taken_apart_all_the_same() {
        let texts = [
            "",
            " ",
            "a",
            " a",
            "a ",
            "a  b",
            "a\nb",
            "a\tb",
            "a b c",
            "nog € 5 %",
        ];
        for text in texts {
            let pieces: Vec<_> = pieces(text).collect();
            assert_eq!(wrap(text, 20), [pieces.join(" ")], "{text:?}");
            assert_eq!(wrapped(text, 3), wrap(text, 3).join("\n"), "{text:?}");
        }
    }

    #[test]
    fn a_word_wider_than_the_room_is_broken() {
        assert_eq!(
            wrap("leeflooncliënteel", 6),
            ["leefl-", "ooncl-", "iënte-", "el"]
        );
        assert_eq!(wrap("日本語", 4), ["日本", "語"]);
        assert_eq!(wrap("", 4), [""]);
    }
}

//! A text as it is looked at: its digits, marks and spaces in the one form of ASCII.

/// The text with digits, dashes, dots and signs of other forms as those of ASCII, without
/// what has no width, and with one space where there are more. A letter O that stands for a
/// nought is one.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().filter_map(plain) {
        if c != ' ' || !folded.ends_with(' ') {
            folded.push(c);
        }
    }
    if folded.contains(['O', 'o']) {
        return with_noughts(&folded);
    }
    folded
}

/// The form of ASCII that a character has; none if it has no width.
fn plain(c: char) -> Option<char> {
    let plain = match c {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => return None,
        '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => return None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' | '\u{fe58}' | '\u{fe63}' => '-',
        '·' | '•' | '\u{2024}' | '\u{2027}' | '\u{2219}' | '\u{22c5}' | '\u{30fb}' => '.',
        '\u{2044}' | '\u{2215}' => '/',
        '\u{fe6b}' => '@',
        '\u{ff01}'..='\u{ff5e}' => u32::from(c)
            .checked_sub(0xfee0)
            .and_then(char::from_u32)
            .unwrap_or(c),
        _ if c.is_whitespace() => ' ',
        _ => c,
    };
    Some(plain)
}

/// `O470` as `0470`, and `047O 12` as `0470 12`.
fn with_noughts(text: &str) -> String {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_nought = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        let begins = before.is_none_or(|it| it.is_ascii() && !it.is_ascii_alphanumeric());
        let is_within = bytes[at] == b'O' && before.is_some_and(u8::is_ascii_digit);
        let ends = bytes.get(at + 1).is_none_or(|it| !it.is_ascii_alphabetic());
        begins && (1..=3).all(|next| is_digit(at + next)) || is_within && ends
    };
    let noughts = text.char_indices().map(|(at, c)| match c {
        'O' | 'o' if is_nought(at) => '0',
        _ => c,
    });
    noughts.collect()
}

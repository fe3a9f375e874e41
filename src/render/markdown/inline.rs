//! Text inside a line of Markdown. What stands in a text of the user never becomes
//! markup: it comes out of any reader of Markdown as it went in.

use crate::wording::visible;
use std::fmt;

/// Markup of one line that shows a text as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Inline(String);

impl Inline {
    /// A text of which nothing is markup. Spaces at its ends are of no use on a line.
    pub(super) fn text(text: &str) -> Self {
        let text = visible(text);
        let mut markup = String::with_capacity(text.len());
        let mut rest = text.trim();
        while let Some(first) = rest.chars().next() {
            let end = rest.find(ends_a_word).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end.max(first.len_utf8()));
            push_word(&mut markup, word, after);
            rest = after;
        }
        Self(markup)
    }

    /// A text as code. Not for a cell of a table: a `|` would end it there.
    pub(super) fn code(text: &str) -> Self {
        let text = visible(text);
        let text = text.trim();
        if text.is_empty() {
            return Self::default();
        }
        let fence = "`".repeat(longest_run(text) + 1);
        let gap = if text.starts_with('`') || text.ends_with('`') {
            " "
        } else {
            ""
        };
        Self(format!("{fence}{gap}{text}{gap}{fence}"))
    }

    /// The same in bold. Around it belong spaces, the ends of a line, or a mark of
    /// punctuation, else the stars would stand as stars.
    pub(super) fn bold(&self) -> Self {
        if self.is_empty() {
            return Self::default();
        }
        Self(format!("**{}**", self.0))
    }

    /// What is not empty of these, with `between` between them.
    pub(super) fn joined(parts: &[Self], between: &str) -> Self {
        let parts = parts.iter().filter(|part| !part.is_empty());
        let parts: Vec<&str> = parts.map(|part| part.0.as_str()).collect();
        Self(parts.join(between))
    }

    /// Whether there is nothing to show.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The same at the start of a line, where a dash or a number with a dot would
    /// begin a list.
    pub(super) fn at_line_start(&self) -> String {
        let digits = self.0.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = self.0.split_at(digits);
        let begins_a_list = match rest.as_bytes() {
            [b'.' | b')', b' ', ..] | [b'.' | b')'] => digits > 0,
            [b'-', b' ' | b'-', ..] | [b'+', b' ', ..] | [b'-' | b'+'] => digits == 0,
            _ => false,
        };
        let guard = if begins_a_list { "\\" } else { "" };
        format!("{number}{guard}{rest}")
    }
}

impl fmt::Display for Inline {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// What stands between words, and what code in a table cannot hold.
fn ends_a_word(character: char) -> bool {
    character.is_whitespace() || matches!(character, '|' | '\\' | '`' | '<' | '>')
}

/// A word as it is. A web or mail address and a name with an at-sign become code:
/// readers make links of such words, and of names messages to people, whatever is
/// escaped in them.
fn push_word(markup: &mut String, word: &str, after: &str) {
    let is_edge = |it: char| it != '@' && !it.is_alphanumeric();
    let address = word.trim_matches(is_edge);
    // A slash at the end belongs to an address.
    let address = match word.find(address).map(|at| &word[at..]) {
        Some(rest) if rest[address.len()..].starts_with('/') => &rest[..=address.len()],
        _ => address,
    };
    match word.split_once(address) {
        Some((before, behind)) if is_address(address) => {
            push_escaped(markup, before, address);
            markup.push_str(&format!("`{address}`"));
            push_escaped(markup, behind, after);
        }
        _ => push_escaped(markup, word, after),
    }
}

fn is_address(word: &str) -> bool {
    let named = word.split_once('@');
    named.is_some_and(|(_, name)| !name.is_empty())
        || word.contains("://")
        || word.to_ascii_lowercase().contains("www.")
}

/// The characters, with a backslash or as an entity where they could be markup.
fn push_escaped(markup: &mut String, text: &str, after: &str) {
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        match character {
            // Entities, because not every reader takes a backslash before these, and
            // what it leaves would be HTML.
            '<' => markup.push_str("&lt;"),
            '>' => markup.push_str("&gt;"),
            '&' => {
                let next = rest.clone().next().or_else(|| after.chars().next());
                let is_entity = next.is_some_and(|it| it.is_ascii_alphanumeric() || it == '#');
                markup.push_str(if is_entity { "&amp;" } else { "&" });
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '~' | '|' | '$' => {
                markup.push('\\');
                markup.push(character);
            }
            _ => markup.push(character),
        }
    }
}

/// The longest run of backticks in a text.
fn longest_run(text: &str) -> usize {
    let runs = text.split(|it| it != '`').map(str::len);
    runs.max().unwrap_or(0)
}

//! Lines of a TOML file with what they mean beside them, from the reader's own table of
//! keys: a key that is added there stands in the next new dossier as well.

use crate::input::{Key, Kind, Shape};
use crate::model::Language;
use crate::wording::visible;

/// Where the explanation beside a line begins.
const BESIDE: usize = 32;

/// Columns of a line of explanation.
const WIDEST: usize = 96;

/// Keys that every table may have, and that are named once at the top.
pub(super) const EVERYWHERE: [&str; 2] = ["note", "source"];

/// What is known of a key.
#[derive(Debug)]
pub(super) enum Known {
    /// Its value, as TOML has it.
    Value(String),
    /// Its value, and what is to be said of it instead of what the key means.
    Said(String, String),
    /// How a value looks, for whoever takes the mark away.
    Hint(String),
    /// It is not to be shown.
    Hidden,
}

/// The keys of a table, each on a line: with its value where that is known, else behind
/// a `#`. Tables within the table are left out.
pub(super) fn key_lines(
    shape: &Shape,
    known: Vec<(&'static str, Known)>,
    language: Language,
) -> Vec<String> {
    debug_assert!(
        known
            .iter()
            .all(|(name, _)| shape.keys.iter().any(|key| key.name == *name)),
        "every key that is written stands in the table of keys"
    );
    let mut known = known;
    let keys = shape.keys.iter().filter(|key| !is_elsewhere(key));
    keys.filter_map(|key| {
        let at = known.iter().position(|(name, _)| *name == key.name);
        key_line(key, at.map(|at| known.swap_remove(at).1), language)
    })
    .collect()
}

/// Whether a key is no line of its table, but a heading or said once for all tables.
fn is_elsewhere(key: &Key) -> bool {
    let is_headed = |shape: &Shape| shape.name.starts_with('[');
    match key.kind {
        Kind::Table(shape) | Kind::Tables(shape) => is_headed(shape),
        _ => EVERYWHERE.contains(&key.name),
    }
}

fn key_line(key: &Key, known: Option<Known>, language: Language) -> Option<String> {
    let name = key.name;
    let about = || about(key, language);
    Some(match known {
        Some(Known::Hidden) => return None,
        Some(Known::Value(value)) => beside(&format!("{name} = {value}"), &about()),
        Some(Known::Said(value, said)) => beside(&format!("{name} = {value}"), &said),
        Some(Known::Hint(hint)) => beside(&format!("# {name} = {hint}"), &about()),
        None => beside(&format!("# {name} = {}", empty(key.kind)), &about()),
    })
}

/// What a key means, and the words that it may hold.
fn about(key: &Key, language: Language) -> String {
    let about = key.about.get(language);
    match key.kind {
        Kind::Choice(words) => format!("{about}: {}", words.join(", ")),
        _ => about.to_owned(),
    }
}

/// A value that is still to be filled in. A number or a date is left out altogether: what
/// is forgotten is then told, and never counts as a figure.
fn empty(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "\"\"",
        Kind::Texts => "[\"\"]",
        _ => "",
    }
}

fn beside(line: &str, about: &str) -> String {
    let room = BESIDE.saturating_sub(line.chars().count()).max(1);
    format!("{line}{}# {}", " ".repeat(room), visible(about))
}

/// The keys of a table that are lines of it, by name.
pub(super) fn names(shape: &Shape) -> String {
    let keys = shape.keys.iter().filter(|key| !is_elsewhere(key));
    let names: Vec<&str> = keys.map(|key| key.name).collect();
    names.join(", ")
}

/// A text as lines of explanation, set in by `indent` from the second on.
pub(super) fn explained(text: &str, indent: usize) -> Vec<String> {
    let mut lines = vec![String::from("#")];
    for word in visible(text).split_whitespace() {
        let has_room = |line: &String| line.chars().count() + 1 + word.chars().count() <= WIDEST;
        if !lines.last().is_some_and(has_room) {
            lines.push(format!("#{}", " ".repeat(indent)));
        }
        if let Some(line) = lines.last_mut() {
            line.push(' ');
            line.push_str(word);
        }
    }
    lines
}

/// A key as TOML reads it back: a name of a scheme may hold more than a bare key can.
pub(super) fn written_key(key: &str) -> String {
    let is_bare = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '-');
    if !key.is_empty() && key.chars().all(is_bare) {
        key.to_owned()
    } else {
        quoted(key)
    }
}

fn text_of(character: char) -> String {
    character.to_string()
}

/// A text between quotation marks, as TOML reads it back.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            // Who opens the file in an editor sees what stands in it.
            _ if visible(&text_of(character)) != text_of(character) => {
                quoted.push_str(&format!("\\U{:08X}", u32::from(character)));
            }
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

/// A list of texts.
pub(super) fn quoted_list(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    format!("[{}]", texts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::dossier_keys;

    #[test]
    fn any_text_comes_back_as_it_was() {
        for text in [
            "Vilvoorde",
            "a\"b\\c",
            "\u{1b}[31m\u{7f}\u{9b}",
            "één\ntwee\t",
            "",
        ] {
            let toml = format!("name = {}", quoted(text));
            let read: toml::Table = toml.parse().expect("it is TOML");
            assert_eq!(read["name"].as_str(), Some(text));
        }
    }

    #[test]
    fn a_key_is_one_key() {
        assert_eq!(written_key("jong-er_2"), "jong-er_2");
        for key in ["", "a b", "a = 1\n[[year]]\nnr", "één", "\u{202e}a", "a.b"] {
            let toml = format!("{} = 1", written_key(key));
            let read: toml::Table = toml.parse().expect("it is TOML");
            assert_eq!(read.keys().collect::<Vec<_>>(), [key]);
            assert!(!toml.contains(['\n', '\u{202e}']), "{toml}");
        }
    }

    #[test]
    fn no_explanation_ends_its_line() {
        let lines = explained("bron:\nawa\u{1b}rd = 1", 2);
        assert_eq!(lines, ["# bron: awa[U+001B]rd = 1"]);
    }

    #[test]
    fn what_is_known_stands_there_and_the_rest_behind_a_mark() {
        let nr = ("nr", Known::Value("2".to_owned()));
        let lines = key_lines(&dossier_keys::YEAR, vec![nr], Language::English);
        assert_eq!(
            lines,
            [
                "nr = 2                          # its number in the scheme",
                "# award_total =                 # the total of the grant letter",
                "# own_planned =                 # the own share that is planned, as one amount",
            ]
        );
    }
}

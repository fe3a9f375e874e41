//! When two spellings are the same name.

use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A name for comparing: trimmed, spaces joined, case folded. Accents stay, and a letter
/// with its accent is the same in one character or in two, as macOS writes it.
#[must_use]
pub fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        if word.is_ascii() {
            let start = folded.len();
            folded.push_str(word);
            folded[start..].make_ascii_lowercase();
        } else {
            folded.extend(word.chars().flat_map(char::to_lowercase).nfc());
        }
    }
    folded
}

/// A text in which each letter that can be is one character with its accent, and which is
/// the same in all else.
#[must_use]
pub fn composed(text: &str) -> Cow<'_, str> {
    match text.is_ascii() || is_nfc(text) {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.nfc().collect()),
    }
}

/// A heading or key for comparing: as [`folded`], and accents do not matter.
#[must_use]
pub fn folded_plain(name: &str) -> String {
    folded(name).chars().map(without_accent).collect()
}

/// The Latin letter under an accent; anything else as it is.
fn without_accent(letter: char) -> char {
    match letter {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_spaces_do_not_matter_and_accents_only_in_names() {
        assert_eq!(folded("  Navigate\u{a0} You(th) "), "navigate you(th)");
        assert_eq!(folded("Één"), "één");
        assert_eq!(folded_plain("Catégorie"), "categorie");
    }

    #[test]
    fn an_accent_may_be_a_character_of_its_own() {
        assert_eq!(folded("Cafe\u{301} ZOE\u{308}"), "café zoë");
        assert_eq!(folded_plain("Cate\u{301}gorie"), "categorie");
        assert_eq!(composed("Zoe\u{308} B"), "Zoë B");
        assert!(matches!(composed("Zoë"), Cow::Borrowed(_)));
    }
}

//! Words in every spelling that the reader takes for the same, as a regular expression.

use crate::model::folded_plain;

/// The letters among which other spellings of a letter are looked for: Latin with its
/// accents, and the two signs beyond them that fold to a Latin letter.
const LETTERS: [std::ops::RangeInclusive<char>; 2] = ['\0'..='\u{17f}', '\u{212a}'..='\u{212b}'];

/// What a regular expression would read as more than itself.
const MARKS: &str = r"^$\.*+?()[]{}|/";

/// Any of the words, as [`folded_plain`] takes them for the same: case, accents and
/// spaces around and between aside.
pub(super) fn in_any_spelling<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let mut spellings: Vec<String> = words.map(folded_plain).collect();
    spellings.sort_unstable();
    spellings.dedup();
    whole(spellings.iter().map(|word| every(word, folds_to)))
}

/// Any of the words in capital or small letters.
pub(super) fn in_any_case<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let is_case = |other: char, letter: char| other.eq_ignore_ascii_case(&letter);
    whole(words.map(|word| every(word, is_case)))
}

/// One of the alternatives and nothing else, spaces around it aside.
fn whole(alternatives: impl Iterator<Item = String>) -> String {
    let alternatives: Vec<String> = alternatives.collect();
    format!("^\\s*(?:{})\\s*$", alternatives.join("|"))
}

/// A word of which every letter may be any that is the same.
fn every(word: &str, same: impl Fn(char, char) -> bool) -> String {
    word.chars().map(|letter| any(letter, &same)).collect()
}

fn any(letter: char, same: impl Fn(char, char) -> bool) -> String {
    if letter == ' ' {
        return "\\s+".to_owned();
    }
    let letters = LETTERS.into_iter().flatten();
    let others: Vec<char> = letters.filter(|it| same(*it, letter)).collect();
    match others.as_slice() {
        [] | [_] if MARKS.contains(letter) => format!("\\{letter}"),
        [] | [_] => letter.to_string(),
        others => format!("[{}]", others.iter().collect::<String>()),
    }
}

/// Whether a letter is folded to this one and no more.
fn folds_to(other: char, letter: char) -> bool {
    folded_plain(&other.to_string()).chars().eq([letter])
}

//! When two spellings are the same name.

/// A name for comparing: trimmed, spaces joined, case folded. Accents stay.
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
            folded.extend(word.chars().flat_map(char::to_lowercase));
        }
    }
    folded
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
}

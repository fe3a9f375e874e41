//! Values that may be written as their key or as their title in either language,
//! case and accents aside.

use super::fault::NotInList;
use super::literal;
use super::row_cells::kept;
use crate::model::{InTwoLanguages, Payer, Scheme, folded_plain};
use crate::wording::{Both, payer_term};

/// The titles of all categories.
pub(super) fn categories(scheme: &Scheme) -> Vec<InTwoLanguages> {
    let categories = scheme.categories.iter();
    categories.map(|category| category.title.clone()).collect()
}

/// The words for all payers.
pub(super) fn payers() -> Vec<InTwoLanguages> {
    let words = Payer::ALL.map(|payer| payer_term(payer).word);
    words.into_iter().map(both).collect()
}

/// Words that are the same in both languages, such as keys.
pub(super) fn keys<'k>(keys: impl IntoIterator<Item = &'k str>) -> Vec<InTwoLanguages> {
    let same = |key: &str| InTwoLanguages {
        nl: key.to_owned(),
        en: key.to_owned(),
    };
    keys.into_iter().map(same).collect()
}

/// A fixed word.
pub(super) fn both(word: Both) -> InTwoLanguages {
    InTwoLanguages {
        nl: word.nl.to_owned(),
        en: word.en.to_owned(),
    }
}

/// What is told of a value that is none of `allowed`.
pub(super) fn not_in_list(
    key: &str,
    value: &str,
    allowed: Vec<InTwoLanguages>,
    in_row: bool,
) -> NotInList {
    let names = |it: &InTwoLanguages| [it.nl.clone(), it.en.clone()];
    let words: Vec<String> = allowed.iter().flat_map(names).collect();
    let nearest = literal::nearest(value, words.iter().map(String::as_str));
    let nearest = nearest.and_then(|word| allowed.iter().find(|it| it.nl == word || it.en == word));
    NotInList {
        key: key.to_owned(),
        value: kept(value),
        nearest: nearest.cloned(),
        allowed,
        in_row,
    }
}

/// The key of the category that `text` names.
pub(super) fn category<'a>(scheme: &'a Scheme, text: &str) -> Option<&'a str> {
    let text = folded_plain(text);
    scheme
        .categories
        .iter()
        .find(|category| {
            [&category.key, &category.title.nl, &category.title.en]
                .into_iter()
                .any(|name| folded_plain(name) == text)
        })
        .map(|category| category.key.as_str())
}

/// The payer that `text` names.
pub(super) fn payer(text: &str) -> Option<Payer> {
    let text = folded_plain(text);
    Payer::ALL.into_iter().find(|payer| {
        let term = payer_term(*payer);
        [payer.key(), term.word.nl, term.word.en]
            .into_iter()
            .any(|name| folded_plain(name) == text)
    })
}

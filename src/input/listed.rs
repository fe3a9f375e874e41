//! Values that may be written as their key or as their title in either language,
//! case and accents aside.

use super::fault::NotInList;
use super::literal;
use super::row_cells::kept;
use crate::model::{InTwoLanguages, Payer, Scheme, folded_plain};
use crate::wording::{Both, payer_term};
use std::sync::Arc;

/// What may stand somewhere: shared by all findings that name it.
pub(super) type Allowed = Arc<[InTwoLanguages]>;

/// The titles of all categories.
pub(super) fn categories(scheme: &Scheme) -> Allowed {
    scheme.category_names.titles()
}

/// The words for all payers.
pub(super) fn payers() -> Allowed {
    let words = Payer::ALL.map(|payer| payer_term(payer).word);
    words.into_iter().map(both).collect()
}

/// Words that are the same in both languages, such as keys.
pub(super) fn keys<'k>(keys: impl IntoIterator<Item = &'k str>) -> Allowed {
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
pub(super) fn not_in_list(key: &str, value: &str, allowed: Allowed, in_row: bool) -> NotInList {
    let words = allowed
        .iter()
        .flat_map(|it| [it.nl.as_str(), it.en.as_str()]);
    let nearest = literal::nearest(value, words);
    let is_nearest =
        |it: &InTwoLanguages| nearest.is_some_and(|word| it.nl == word || it.en == word);
    NotInList {
        key: key.to_owned(),
        value: kept(value),
        nearest: allowed.iter().position(is_nearest),
        allowed,
        in_row,
    }
}

/// As [`not_in_list`], where nobody will be told of it.
pub(super) fn untold(key: &str, value: &str, allowed: Allowed) -> NotInList {
    NotInList {
        key: key.to_owned(),
        value: kept(value),
        nearest: None,
        allowed,
        in_row: false,
    }
}

/// The key of the category that `text` names.
pub(super) fn category<'a>(scheme: &'a Scheme, text: &str) -> Option<&'a str> {
    let place = scheme.category_names.place(text)?;
    Some(scheme.categories.get(place)?.key.as_str())
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

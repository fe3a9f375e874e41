//! Values that may be written as their key or as their title in either language,
//! case and accents aside.

use crate::model::{Payer, Scheme, folded_plain};
use crate::wording::payer_term;

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

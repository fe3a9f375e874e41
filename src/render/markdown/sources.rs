//! The files that a document was made from, with their hashes.

use super::inline::Inline;
use super::table::Table;
use crate::document::{Document, Source};
use crate::model::Language;
use crate::render::{said, sign};
use crate::wording::{capital, count, terms};

/// The table of files; none where there are none.
pub(super) fn sources(document: &Document, language: Language) -> Option<String> {
    let sources = document.sources.as_deref().unwrap_or_default();
    let heads = [terms::PATH, terms::ROWS, terms::SET_ASIDE, terms::SHA256];
    let heads = heads.map(|term| Inline::text(&capital(term.get(language))));
    let table = Table {
        heads: heads.to_vec(),
        right: vec![false, true, true, false],
        rows: sources.iter().map(|it| row(it, language)).collect(),
    };
    (!sources.is_empty()).then(|| table.lines())
}

fn row(source: &Source, language: Language) -> Vec<Inline> {
    let number = |number: Option<u64>| {
        let number = number.map(|it| count(it, language));
        Inline::text(number.as_deref().unwrap_or(sign::DASH))
    };
    let hash = source.sha256.as_deref().map(Inline::code);
    let unknown = || {
        let word = terms::ST_UNKNOWN.get(language);
        Inline::text(&if source.is_withheld {
            said::WITHHELD.get(language).to_owned()
        } else {
            format!("{word}: {}", said::NOT_READ.get(language))
        })
    };
    vec![
        Inline::text(&source.path),
        number(source.rows),
        number(source.set_aside),
        hash.unwrap_or_else(unknown),
    ]
}

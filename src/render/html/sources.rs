//! The files that the page was made from, with their hashes.

use super::Page;
use crate::document::Source;
use crate::render::said;
use crate::wording::{Both, Sentence, count, terms, visible};
use maud::{Markup, html};

const HASH: Both = Both {
    nl: "SHA-256",
    en: "SHA-256",
};

const NOT_READ: Both = Both {
    nl: "onbekend: niet gelezen",
    en: "unknown: not read",
};

/// The sources, and what is said under them.
pub(super) fn sources(page: &Page<'_>, sentences: &[Sentence]) -> Markup {
    let sources = page.document.sources.as_deref().unwrap_or_default();
    let term = |term: terms::Term| term.get(page.settings.language);
    let [path, rows, aside, hash] = [
        term(terms::PATH),
        term(terms::ROWS),
        term(terms::SET_ASIDE),
        page.words(HASH),
    ];
    html! {
        table.cards role="table" aria-labelledby="sources-head" {
            thead role="rowgroup" {
                tr role="row" {
                    @for (head, class) in [(path, None), (rows, Some("number")), (aside, Some("number")), (hash, None)] {
                        th role="columnheader" scope="col" class=[class] { (head) }
                    }
                }
            }
            tbody role="rowgroup" {
                @for source in sources {
                    tr role="row" {
                        th role="rowheader" scope="row" { (visible(&source.path)) }
                        td.number role="cell" data-head=(rows) { (number(page, source.rows)) }
                        td.number role="cell" data-head=(aside) { (number(page, source.set_aside)) }
                        td.hash role="cell" data-head=(hash) { (hash_of(page, source)) }
                    }
                }
            }
        }
        div.notes { @for sentence in sentences { p { (page.say(sentence)) } } }
    }
}

/// Rows of a log; nothing for a file that has none.
fn number(page: &Page<'_>, rows: Option<u64>) -> String {
    rows.map_or_else(String::new, |rows| count(rows, page.settings.language))
}

fn hash_of(page: &Page<'_>, source: &Source) -> String {
    let hash = source.sha256.clone();
    if source.is_withheld {
        return page.words(said::WITHHELD).to_owned();
    }
    hash.unwrap_or_else(|| page.words(NOT_READ).to_owned())
}

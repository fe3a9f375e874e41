//! The files that a document was made from, with their hashes.

use super::wrap::{padded, width, wrap};
use crate::document::Source;
use crate::model::Language;
use crate::render::{Settings, said};
use crate::wording::{Sentence, count, dutch, english, terms, visible};

/// The sources, and what is said under them.
pub(super) fn sources(
    sources: &[Source],
    sentences: &[Sentence],
    settings: &Settings,
) -> Vec<String> {
    let names: Vec<String> = sources
        .iter()
        .map(|it| name(it, settings.language))
        .collect();
    let widest = names.iter().map(|name| width(name)).max().unwrap_or(0);
    let hashes: Vec<String> = sources
        .iter()
        .map(|it| hash(it, settings.language))
        .collect();
    let longest = hashes.iter().map(|hash| width(hash)).max().unwrap_or(0);
    let mut lines = Vec::new();
    for (name, hash) in names.iter().zip(&hashes) {
        if widest + 2 + longest <= settings.width {
            lines.push(padded(name, widest + 2) + hash);
        } else {
            if width(name) <= settings.width {
                lines.push(name.clone());
            } else {
                lines.extend(wrap(name, settings.width));
            }
            let hash = wrap(hash, settings.width.saturating_sub(2));
            lines.extend(hash.iter().map(|line| format!("  {line}")));
        }
    }
    for sentence in sentences {
        lines.extend(wrap(&sentence.say(settings.language), settings.width));
    }
    lines
}

/// `voortgang.csv  13 rijen, 0 opzij gezet`
fn name(source: &Source, language: Language) -> String {
    let path = visible(&source.path);
    let Some(rows) = source.rows else {
        return path.into_owned();
    };
    let aside = count(source.set_aside.unwrap_or(0), language);
    match language {
        Language::Dutch => {
            let rows = dutch::plural(rows, "rij", "rijen");
            format!("{path}  {rows}, {aside} opzij gezet")
        }
        Language::English => {
            let rows = english::plural(rows, "row", "rows");
            format!("{path}  {rows}, {aside} set aside")
        }
    }
}

fn hash(source: &Source, language: Language) -> String {
    let hash = source.sha256.as_ref();
    if source.is_withheld {
        return format!("sha256 {}", said::WITHHELD.get(language));
    }
    hash.map_or_else(
        || {
            let unknown = terms::ST_UNKNOWN.get(language);
            format!("sha256 {unknown}: {}", said::NOT_READ.get(language))
        },
        |hash| format!("sha256 {hash}"),
    )
}

//! The findings: weight, code and message; then where, what it does, what to do.

use super::inline::Inline;
use super::{heading, list, paragraph};
use crate::document::Document;
use crate::finding::{Accepted, Located, Place};
use crate::model::Language;
use crate::render::{said, sign};
use crate::wording::terms;

/// All findings in the order given; those that the dossier accepts come last.
pub(super) fn findings(document: &Document, language: Language) -> Vec<String> {
    let all = document.findings.as_deref().unwrap_or_default();
    let name = terms::FINDINGS.get(language);
    let summary = said::summary(document.counts(), language);
    let mut parts = vec![heading(2, &Inline::text(&format!("{name}: {summary}")))];
    let open = all.iter().filter(|it| it.accepted().is_none());
    parts.extend(open.flat_map(|it| finding(it, language)));
    let accepted = all.iter().filter_map(|it| Some((it, it.accepted()?)));
    parts.extend(accepted.flat_map(|(it, why)| accepted_one(it, why, language)));
    parts
}

/// `**▲ waarschuwing T01:** vacature, …` and a list under it.
fn finding(finding: &Located, language: Language) -> [String; 2] {
    let words = finding.words(language);
    let severity = finding.severity();
    let sign = sign::of_severity(severity);
    let word = said::severity(severity).get(language);
    let start = Inline::text(&format!("{sign} {word} {}:", finding.code())).bold();
    let title = Inline::joined(&[start, Inline::text(&words.message)], " ");
    let places = said::places(finding, &words);
    let mut items: Vec<Inline> = places
        .map(|(at, label)| place(at, label, language))
        .collect();
    let named =
        |term: terms::Term, text: &String| Inline::text(&format!("{}: {text}", term.get(language)));
    let consequence = words.consequence.iter();
    items.extend(consequence.map(|it| named(terms::CONSEQUENCE, it)));
    items.extend(words.help.iter().map(|it| named(terms::HELP, it)));
    [paragraph(&title), list(&items)]
}

/// ``dossier.toml:94:10: `target = 180` – actie 13: 138 van 195``
fn place(place: &Place, label: &str, language: Language) -> Inline {
    let excerpt = Inline::code(place.excerpt.as_deref().unwrap_or_default());
    let label = Inline::text(label);
    let dash = if excerpt.is_empty() || label.is_empty() {
        ""
    } else {
        sign::DASH
    };
    let said = Inline::joined(&[excerpt, Inline::text(dash), label], " ");
    let spot = Inline::text(&said::spot(place, language));
    Inline::joined(&[spot, said], ": ")
}

fn accepted_one(finding: &Located, why: &Accepted, language: Language) -> [String; 2] {
    let name = said::ACCEPTED.get(language);
    let start = Inline::text(&format!("{name}, {}:", finding.code())).bold();
    let message = Inline::text(&finding.words(language).message);
    let spot = Inline::text(&said::spot(&finding.place, language));
    let reason = format!("{}: {}", said::REASON.get(language), why.words(language));
    [
        paragraph(&Inline::joined(&[start, message], " ")),
        list(&[spot, Inline::text(&reason)]),
    ]
}

//! Findings by severity and code: what a code means is said once, each place is kept.

use super::firm::firm;
use super::{Page, icons, table};
use crate::document::Block;
use crate::finding::{About, Located, Place, Severity, Words};
use crate::wording::{Both, capital, terms, visible};
use maud::{Markup, html};

const NONE: Both = Both {
    nl: "Er zijn geen bevindingen.",
    en: "There are no findings.",
};

const TOUCHES: Both = Both {
    nl: "Raakt:",
    en: "Touches:",
};

const WHERE: Both = Both {
    nl: "plaatsen",
    en: "places",
};

/// All findings of the document; those that the dossier accepts come last.
pub(super) fn findings(page: &Page<'_>) -> Markup {
    let groups = groups(page.document.findings.as_deref().unwrap_or_default());
    html! {
        @if groups.is_empty() { p { (page.words(NONE)) } }
        @for group in &groups { (group_of(page, group)) }
    }
}

/// The findings of one code and weight.
type Group<'a> = Vec<&'a Located>;

fn groups(findings: &[Located]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for finding in findings {
        let same = |group: &&mut Group<'_>| key(group[0]) == key(finding);
        match groups.iter_mut().find(same) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    groups.sort_by_key(|group| key(group[0]));
    groups
}

fn key(finding: &Located) -> (bool, u8, crate::finding::Code) {
    let weight = match finding.severity() {
        Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Notice => 2,
    };
    (finding.accepted().is_some(), weight, finding.code())
}

fn group_of(page: &Page<'_>, group: &Group<'_>) -> Markup {
    let first = group[0];
    let (class, term) = match first.severity() {
        Severity::Error => ("error", terms::SEV_ERROR),
        Severity::Warning => ("warning", terms::SEV_WARNING),
        Severity::Notice => ("notice", terms::SEV_NOTICE),
    };
    let name = page.name(first.code().key());
    let language = page.settings.language;
    let words: Vec<Words> = group.iter().map(|it| it.words(language)).collect();
    let help = one_help(&words);
    html! {
        article #(name) class={ "finding " (class) } {
            div class={ "severity " (class) } {
                (icons::sign(class)) (term.get(language)) " " (first.code().key())
                @if group.len() > 1 { small { (group.len()) " " (page.words(WHERE)) } }
            }
            div {
                h3 { (capital(page.words(first.rule().name))) }
                @for (finding, words) in group.iter().zip(&words) {
                    (one(page, finding, words, help.is_none()))
                }
                @if let Some(help) = help { p { b { (capital(terms::HELP.get(language))) ": " } (firm(&visible(help))) } }
            }
        }
    }
}

/// What to do, where it is the same for all.
fn one_help(words: &[Words]) -> Option<&str> {
    let first = words.first()?.help.as_deref()?;
    let same = |it: &Words| it.help.as_deref() == Some(first);
    words.iter().all(same).then_some(first)
}

fn one(page: &Page<'_>, finding: &Located, words: &Words, with_help: bool) -> Markup {
    let language = page.settings.language;
    let mut related = words.related.iter();
    let named = [
        (terms::CONSEQUENCE, words.consequence.clone()),
        (terms::HELP, words.help.clone().filter(|_| with_help)),
        (
            terms::ACCEPTED,
            finding.accepted().map(|it| it.words(language)),
        ),
    ];
    html! {
        p { (firm(&capital(&visible(&words.message)))) (touched(page, finding)) }
        div.place {
            (place(page, &finding.place, &words.label))
            @for other in &finding.related {
                (place(page, other, related.next().map_or("", String::as_str)))
            }
        }
        @for (term, text) in named {
            @if let Some(text) = text { p { b { (capital(term.get(language))) ": " } (firm(&visible(&text))) } }
        }
    }
}

fn place(page: &Page<'_>, place: &Place, label: &str) -> Markup {
    let cell = place
        .cell
        .as_ref()
        .map(|cell| match page.settings.language {
            crate::model::Language::Dutch => format!(" (cel {cell})"),
            crate::model::Language::English => format!(" (cell {cell})"),
        });
    html! {
        div.at { (visible(&place.path)) ":" (place.line) ":" (place.column) (cell.unwrap_or_default()) }
        @if let Some(excerpt) = &place.excerpt { code { (marked(excerpt, place)) } }
        @if !label.is_empty() { div.label { (firm(&visible(label))) } }
    }
}

/// The excerpt with what the finding is about marked; the whole where the mark does
/// not lie in it.
fn marked(excerpt: &str, place: &Place) -> Markup {
    let (from, to) = (place.mark.start, place.mark.end);
    match (
        excerpt.get(..from),
        excerpt.get(from..to),
        excerpt.get(to..),
    ) {
        (Some(before), Some(mark), Some(after)) if !mark.is_empty() => html! {
            (visible(before)) mark { (visible(mark)) } (visible(after))
        },
        _ => html! { (visible(excerpt)) },
    }
}

/// Links to the actions that a finding touches, where the page tells of them.
fn touched(page: &Page<'_>, finding: &Located) -> Markup {
    let mut actions: Vec<_> = finding
        .about()
        .into_iter()
        .filter_map(|about| match about {
            About::Action(_, nr) | About::Provider(_, nr, _) => Some(nr),
            About::Staff(_) => None,
        })
        .collect();
    actions.sort_unstable();
    actions.dedup();
    actions.retain(|nr| has_lists(page, *nr));
    html! {
        @if !actions.is_empty() {
            " " small {
                (page.words(TOUCHES))
                @for nr in &actions { " " a href={ "#action-" (nr) } { (table::action(page, *nr)) } }
            }
        }
    }
}

fn has_lists(page: &Page<'_>, nr: crate::model::ActionNr) -> bool {
    let mut blocks = page.document.page.iter();
    blocks.any(|block| matches!(block, Block::Lists(lists) if lists.key == Some(nr)))
}

//! What opens a page: who and when, and the questions with the facts that answer them.

use super::inline::Inline;
use super::{heading, list, paragraph};
use crate::document::{Fact, Masthead, Question};
use crate::model::Language;
use crate::render::layout::joined_codes;
use crate::render::sign;
use crate::wording::Sentence;

/// The applicant as the heading of the page; under it scheme, years and date on one
/// line, and the members of a partnership by themselves.
pub(super) fn masthead(masthead: &Masthead, language: Language) -> Vec<String> {
    let said = |sentence: &Sentence| Inline::text(&sentence.say(language));
    let about = [&masthead.scheme, &masthead.years, &masthead.as_of].map(said);
    let mut parts = vec![
        heading(1, &said(&masthead.applicant)),
        paragraph(&Inline::joined(&about, " · ")),
    ];
    parts.extend(masthead.members.iter().map(|it| paragraph(&said(it))));
    parts
}

/// Each question in bold over its facts.
pub(super) fn questions(questions: &[Question], language: Language) -> Vec<String> {
    let parts = questions.iter().flat_map(|question| {
        let asked = Inline::text(&question.asked.say(language)).bold();
        let facts: Vec<Inline> = question.facts.iter().map(|it| fact(it, language)).collect();
        [paragraph(&asked), list(&facts)]
    });
    parts.collect()
}

/// `KPI-doelen: **5 van 5 bereikt** – 102,3 % tot 189,3 % (K08)`
fn fact(fact: &Fact, language: Language) -> Inline {
    let name = Inline::text(&format!("{}:", fact.name.say(language)));
    let figure = fact.figure.as_ref().map(|it| it.say(language));
    let figure = Inline::text(&figure.unwrap_or_default()).bold();
    let codes = if fact.codes.is_empty() {
        String::new()
    } else {
        format!("({})", joined_codes(&fact.codes))
    };
    let remark = Inline::text(&fact.remark.say(language));
    let remark = Inline::joined(&[remark, Inline::text(&codes)], " ");
    let dash = if figure.is_empty() || remark.is_empty() {
        Inline::default()
    } else {
        Inline::text(sign::DASH)
    };
    Inline::joined(&[name, figure, dash, remark], " ")
}

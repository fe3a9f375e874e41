//! What opens a page: who and when, and the questions with the facts that answer them.

use super::inline::Inline;
use super::{heading, list, paragraph};
use crate::document::{Fact, Question};
use crate::model::Language;
use crate::render::layout::joined_codes;
use crate::render::sign;
use crate::wording::Sentence;

/// The applicant, who opens the second line, as the heading of the page; under it the
/// rest of those two lines on one, and each further line by itself.
pub(super) fn masthead(ends: &[(Sentence, Sentence)], language: Language) -> Vec<String> {
    let said = |end: &Sentence| Inline::text(&end.say(language));
    let lines: Vec<[Inline; 2]> = ends
        .iter()
        .map(|(left, right)| [said(left), said(right)])
        .collect();
    let between = " · ";
    let (title, about, further) = match lines.as_slice() {
        [[scheme, as_of], [applicant, years], further @ ..] => {
            let about = [scheme.clone(), as_of.clone(), years.clone()];
            (applicant.clone(), about.to_vec(), further)
        }
        further => (Inline::default(), Vec::new(), further),
    };
    let further = further
        .iter()
        .map(|ends| paragraph(&Inline::joined(ends, between)));
    [
        heading(1, &title),
        paragraph(&Inline::joined(&about, between)),
    ]
    .into_iter()
    .chain(further)
    .collect()
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

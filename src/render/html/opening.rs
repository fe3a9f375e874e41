//! What opens the page: who and when, the answer in a few sentences, and the questions
//! with the figures that answer them.

use super::{Page, head};
use crate::document::{Block, Fact, Question};
use crate::finding::Code;
use crate::wording::{Sentence, capital, terms};
use maud::{Markup, html};

/// Who, what, which years, as of when.
pub(super) fn masthead(page: &Page<'_>) -> Markup {
    let Some(masthead) = head::masthead(page) else {
        return html! { header { h1 { (head::without_masthead(page)) } } };
    };
    let dates = [&masthead.years, &masthead.as_of].map(|it| capital(&page.say(it)));
    html! {
        header {
            p.scheme { (page.say(&masthead.scheme)) }
            h1 { (page.say(&masthead.applicant)) }
            @if let Some(members) = &masthead.members { p.scheme { (page.say(members)) } }
            p.when { @for date in dates.iter().filter(|it| !it.is_empty()) { span { (date) } " " } }
        }
    }
}

/// The sentences and questions before the first section.
pub(super) fn opening(page: &Page<'_>) -> Markup {
    let opening: Vec<&Block> = page
        .document
        .page
        .iter()
        .take_while(|block| {
            matches!(
                block,
                Block::Masthead(_) | Block::Paragraph(_) | Block::Facts(_)
            )
        })
        .collect();
    let questions: Vec<&Question> = opening
        .iter()
        .filter_map(|block| match block {
            Block::Facts(questions) => Some(questions),
            _ => None,
        })
        .flatten()
        .collect();
    html! {
        @for block in &opening {
            @if let Block::Paragraph(sentences) = block {
                p.lead { (self::sentences(page, sentences)) }
            }
        }
        @if !questions.is_empty() {
            div.questions { @for question in questions { (answered(page, question)) } }
        }
    }
}

/// Sentences one after the other.
pub(super) fn sentences(page: &Page<'_>, sentences: &[Sentence]) -> String {
    let said: Vec<String> = sentences.iter().map(|it| page.say(it)).collect();
    said.join(" ")
}

/// Links to the findings with these codes.
pub(super) fn codes(page: &Page<'_>, codes: &[Code]) -> Markup {
    html! {
        @for code in codes {
            " "
            @if is_told(page, *code) { a.code href={ "#" (code.key()) } { (code.key()) } }
            @else { span.code { (code.key()) } }
        }
    }
}

/// Whether the page tells a finding with this code.
fn is_told(page: &Page<'_>, code: Code) -> bool {
    let told = page.document.findings.iter().flatten();
    let shows = page
        .document
        .page
        .iter()
        .any(|it| matches!(it, Block::Findings));
    shows && told.into_iter().any(|finding| finding.code() == code)
}

/// A question: figures with their remarks, or what to do line by line.
fn answered(page: &Page<'_>, question: &Question) -> Markup {
    let name = page.name("question");
    let is_list = question.facts.iter().all(|fact| fact.figure.is_none());
    html! {
        section.question aria-labelledby=(name) {
            h2 #(name) { (page.say(&question.asked)) }
            @if is_list {
                ul role="list" { @for fact in &question.facts { (to_do(page, fact)) } }
            } @else {
                dl { @for fact in &question.facts { (figure(page, fact)) } }
            }
        }
    }
}

fn figure(page: &Page<'_>, fact: &Fact) -> Markup {
    let figure = fact.figure.as_ref().map(|it| page.say(it));
    let unknown = terms::ST_UNKNOWN.get(page.settings.language);
    let class = if figure.as_deref() == Some(unknown) {
        "figure unknown"
    } else {
        "figure"
    };
    html! {
        dt { (page.say(&fact.name)) }
        @if let Some(figure) = &figure { dd class=(class) { (figure) } }
        dd.remark { (page.say(&fact.remark)) (codes(page, &fact.codes)) }
    }
}

fn to_do(page: &Page<'_>, fact: &Fact) -> Markup {
    let name = page.say(&fact.name);
    // The line that counts what has no line of its own begins with dots.
    let colon = if name.ends_with('…') { "" } else { ":" };
    html! {
        li {
            b { (name) (colon) } " "
            (page.say(&fact.remark))
            (codes(page, &fact.codes))
        }
    }
}

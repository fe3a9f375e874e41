//! Markdown as GitHub reads it: the whole page, block by block, to be pasted into a
//! wiki, an issue, a message or a text processor.
//!
//! It is read by many programs that agree on little, so it is made of what all of them
//! know: headings, paragraphs, lists, tables, bold and code. No HTML is written.

mod findings;
mod inline;
mod lists;
mod opening;
mod sources;
mod table;
mod view;

use super::said;
use crate::document::{Block, Document};
use crate::model::Language;
use crate::wording::{Sentence, terms};
use inline::Inline;

/// The page of a document.
pub(super) fn render(document: &Document, language: Language) -> String {
    let blocks = document.page.iter();
    let parts: Vec<String> = blocks
        .flat_map(|block| parts(document, block, language))
        .filter(|part| !part.is_empty())
        .collect();
    parts.join("\n\n") + "\n"
}

/// A block as paragraphs, headings, lists and tables, with a blank line to come
/// between them.
fn parts(document: &Document, block: &Block, language: Language) -> Vec<String> {
    match block {
        Block::Masthead(ends) => opening::masthead(ends, language),
        Block::Paragraph(sentences) => vec![sentences_in_one(sentences, language)],
        Block::Facts(questions) => opening::questions(questions, language),
        Block::Section(section) => vec![heading(2, &Inline::text(&section.say(language)))],
        // The tables say the same.
        Block::Chart(_) | Block::Undrawn(_) => Vec::new(),
        Block::Table(view) => view::view(document, view, language),
        Block::Lists(lists) => lists::lists(lists, language),
        Block::Findings => findings::findings(document, language),
        Block::Counts => vec![paragraph(&Inline::text(&said::summary(
            document.counts(),
            language,
        )))],
        Block::Sources(sentences) => {
            let name = Inline::text(terms::SOURCES.get(language));
            let mut parts = vec![heading(2, &name)];
            parts.extend(sources::sources(document, language));
            parts.extend(each_sentence(sentences, language));
            parts
        }
    }
}

/// A heading of a level.
fn heading(level: usize, text: &Inline) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!("{} {text}", "#".repeat(level))
}

/// A paragraph.
fn paragraph(text: &Inline) -> String {
    text.at_line_start()
}

/// A list with bullets.
fn list(items: &[Inline]) -> String {
    let items = items.iter().filter(|item| !item.is_empty());
    let lines: Vec<String> = items
        .map(|item| format!("- {}", item.at_line_start()))
        .collect();
    lines.join("\n")
}

/// Sentences one after the other.
fn sentences_in_one(sentences: &[Sentence], language: Language) -> String {
    let said: Vec<String> = sentences.iter().map(|it| it.say(language)).collect();
    paragraph(&Inline::text(&said.join(" ")))
}

/// Each sentence a paragraph.
fn each_sentence(sentences: &[Sentence], language: Language) -> impl Iterator<Item = String> {
    let said = sentences.iter().map(move |it| it.say(language));
    said.map(|sentence| paragraph(&Inline::text(&sentence)))
}

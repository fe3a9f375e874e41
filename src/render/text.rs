//! Text for a terminal: the page of a document, block by block, never wider than
//! the terminal where that can be helped.

mod bar;
mod excerpt;
mod findings;
mod grid;
mod ink;
mod inked;
mod lists;
mod opening;
mod sources;
mod table;
mod widths;
mod wrap;

use super::{Settings, said};
use crate::document::{Block, Document, Fact};
use crate::finding::{Counts, Located};
use crate::model::Language;
use crate::wording::terms;

/// A page is not set narrower than this.
const NARROWEST: usize = 30;

/// Bytes that hold nearly every page: one that grows is copied each time.
const ROOM_OF_A_PAGE: usize = 32 * 1024;

/// The page of a document.
pub(super) fn render(document: &Document, settings: &Settings) -> String {
    let settings = &at_least_narrowest(settings);
    let mut page = String::with_capacity(ROOM_OF_A_PAGE);
    let mut above = None;
    for block in &document.page {
        let lines = lines(document, block, settings);
        if lines.is_empty() {
            continue;
        }
        if above.is_some_and(is_followed_by_a_gap) {
            page.push('\n');
        }
        for line in lines {
            page.push_str(&line);
            page.push('\n');
        }
        above = Some(block);
    }
    page
}

/// The findings alone, for the error stream.
#[must_use]
pub fn findings_text(findings: &[Located], settings: &Settings) -> String {
    let lines = findings::findings(findings, &at_least_narrowest(settings));
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// `0 fouten, 4 waarschuwingen, 1 melding`
#[must_use]
pub fn summary_line(counts: Counts, language: Language) -> String {
    said::summary(counts, language)
}

fn at_least_narrowest(settings: &Settings) -> Settings {
    Settings {
        width: settings.width.max(NARROWEST),
        ..*settings
    }
}

fn is_followed_by_a_gap(block: &Block) -> bool {
    !matches!(block, Block::Masthead(_) | Block::Section(_))
}

fn lines(document: &Document, block: &Block, settings: &Settings) -> Vec<String> {
    let plain = match block {
        Block::Masthead(masthead) => opening::masthead(masthead, settings),
        Block::Paragraph(sentences) => return opening::paragraph(sentences, settings),
        Block::Facts(questions) => {
            let name = opening::widest_name(&document.page, settings);
            let facts: Vec<&Fact> = questions.iter().flat_map(|it| &it.facts).collect();
            opening::facts(&facts, name, settings)
        }
        // The bars in the tables say the same.
        Block::Chart(_) | Block::Undrawn(_) => return Vec::new(),
        Block::Section(heading) => opening::heading(&heading.say(settings.language), settings),
        Block::Table(view) => table::view(document, view, settings),
        Block::Lists(lists) => return lists::lists(lists, settings),
        Block::Findings => return all_findings(document, settings),
        Block::Counts => {
            let counts = said::summary(document.counts(), settings.language);
            return wrap::hanging("", &counts, settings.width);
        }
        Block::Sources(sentences) => {
            let mut lines = section(terms::SOURCES.get(settings.language), settings);
            let sources = document.sources.as_deref().unwrap_or_default();
            lines.extend(sources::sources(sources, sentences, settings));
            return lines;
        }
    };
    painted(plain, settings)
}

fn all_findings(document: &Document, settings: &Settings) -> Vec<String> {
    let found = document.findings.as_deref().unwrap_or_default();
    let summary = said::summary(document.counts(), settings.language);
    let name = terms::FINDINGS.get(settings.language);
    let mut lines = section(&format!("{name}: {summary}"), settings);
    lines.extend(findings::findings(found, settings));
    lines
}

fn section(heading: &str, settings: &Settings) -> Vec<String> {
    painted(opening::heading(heading, settings), settings)
}

fn painted(lines: Vec<String>, settings: &Settings) -> Vec<String> {
    if !settings.colour {
        return lines;
    }
    lines.iter().map(|line| ink::painted(line)).collect()
}

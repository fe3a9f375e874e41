//! HTML: one complete page, without a script and without a request. It opens with the
//! answer, shows pictures before tables, and prints on A4.

mod chart;
mod findings;
mod firm;
mod head;
mod icons;
mod lists;
mod opening;
mod sources;
mod table;

use super::Settings;
use crate::document::{Block, Document};
use crate::wording::{Both, Sentence, terms};
use firm::firm;
use maud::{DOCTYPE, Markup, html};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// The document as a page.
pub(super) fn render(document: &Document, settings: &Settings) -> Vec<u8> {
    let page = Page::new(document, settings);
    let sections = sections(document);
    let markup = html! {
        (DOCTYPE)
        html lang=(page.lang()) {
            (head::head(&page))
            body {
                a.skip href="#content" { (page.words(TO_CONTENT)) }
                (icons::definitions())
                div.sheet {
                    (opening::masthead(&page))
                    main #content {
                        (opening::opening(&page))
                        (contents(&page, &sections))
                        @for section in &sections { (section_of(&page, section)) }
                    }
                }
            }
        }
    };
    let mut bytes = markup.into_string().into_bytes();
    bytes.push(b'\n');
    bytes
}

const TO_CONTENT: Both = Both {
    nl: "Naar de inhoud",
    en: "To the content",
};

const ON_THIS_PAGE: Both = Both {
    nl: "Op deze bladzijde",
    en: "On this page",
};

const IN_PICTURES: Both = Both {
    nl: "In beeld",
    en: "In pictures",
};

const TABLES: Both = Both {
    nl: "Tabellen",
    en: "Tables",
};

/// What is being rendered, and the names that were given to places on it.
struct Page<'a> {
    document: &'a Document,
    settings: &'a Settings,
    /// How often a name of a place was asked for.
    names: RefCell<BTreeMap<String, usize>>,
}

impl<'a> Page<'a> {
    fn new(document: &'a Document, settings: &'a Settings) -> Self {
        Self {
            document,
            settings,
            names: RefCell::default(),
        }
    }

    /// The language as pages name it.
    fn lang(&self) -> &'static str {
        self.words(Both {
            nl: "nl-BE",
            en: "en",
        })
    }

    fn words(&self, words: Both) -> &'static str {
        words.get(self.settings.language)
    }

    fn say(&self, sentence: &Sentence) -> String {
        firm(&sentence.say(self.settings.language))
    }

    /// A name that no other place on the page has.
    fn name(&self, wanted: &str) -> String {
        let mut names = self.names.borrow_mut();
        let times = names.entry(wanted.to_owned()).or_default();
        *times += 1;
        match *times {
            1 => wanted.to_owned(),
            times => format!("{wanted}-{times}"),
        }
    }
}

/// A section of the page.
struct Section<'a> {
    name: &'static str,
    heading: Heading<'a>,
    blocks: Vec<&'a Block>,
}

/// What stands over a section.
enum Heading<'a> {
    Fixed(Both),
    Said(&'a Sentence),
}

impl Heading<'_> {
    fn text(&self, page: &Page<'_>) -> String {
        match self {
            Self::Fixed(words) => page.words(*words).to_owned(),
            Self::Said(sentence) => page.say(sentence),
        }
    }
}

/// The blocks after the opening, by section.
fn sections(document: &Document) -> Vec<Section<'_>> {
    let mut sections: Vec<Section<'_>> = Vec::new();
    for block in &document.page {
        let (name, heading) = match block {
            Block::Masthead(_) | Block::Facts(_) => continue,
            Block::Paragraph(_) | Block::Lists(_) | Block::Counts => {
                if let Some(section) = sections.last_mut() {
                    section.blocks.push(block);
                }
                continue;
            }
            Block::Chart(_) | Block::Undrawn(_) => ("pictures", Heading::Fixed(IN_PICTURES)),
            Block::Table(_) => ("tables", Heading::Fixed(TABLES)),
            Block::Section(heading) => ("section", Heading::Said(heading)),
            Block::Findings => ("findings", Heading::Fixed(terms::FINDINGS.word)),
            Block::Sources(_) => ("sources", Heading::Fixed(terms::SOURCES.word)),
        };
        match sections.last_mut() {
            Some(last) if last.name == name && name != "section" => last.blocks.push(block),
            _ => sections.push(Section {
                name,
                heading,
                blocks: vec![block],
            }),
        }
    }
    sections
}

/// Links to the sections, where there is more than one.
fn contents(page: &Page<'_>, sections: &[Section<'_>]) -> Markup {
    // The names are given again in the same order when the sections are written.
    let names = Page::new(page.document, page.settings);
    html! {
        @if sections.len() > 1 {
            nav aria-label=(page.words(ON_THIS_PAGE)) {
                ul role="list" {
                    @for section in sections {
                        li {
                            a href={ "#" (names.name(section.name)) } { (section.heading.text(page)) }
                        }
                    }
                }
            }
        }
    }
}

fn section_of(page: &Page<'_>, section: &Section<'_>) -> Markup {
    let name = page.name(section.name);
    html! {
        section #(name) aria-labelledby={ (name) "-head" } {
            h2 #{ (name) "-head" } { (section.heading.text(page)) }
            @for block in &section.blocks { (block_of(page, block)) }
        }
    }
}

fn block_of(page: &Page<'_>, block: &Block) -> Markup {
    match block {
        Block::Chart(chart) => chart::chart(page, chart),
        Block::Undrawn(undrawn) => chart::undrawn(page, undrawn),
        Block::Table(view) => table::view(page, view),
        Block::Paragraph(sentences) => {
            html! { p.said { (opening::sentences(page, sentences)) } }
        }
        Block::Lists(lists) => lists::lists(page, lists),
        Block::Findings => findings::findings(page),
        Block::Sources(sentences) => sources::sources(page, sentences),
        Block::Masthead(_) | Block::Facts(_) | Block::Section(_) | Block::Counts => html! {},
    }
}

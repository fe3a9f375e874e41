//! A page of Markdown as a reader takes it: what stands in it, and as what.

use crate::wording::capital;
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

/// A heading, paragraph, item or cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// What it is.
    pub(super) kind: String,
    /// The text that a person reads.
    pub(super) text: String,
}

impl Part {
    /// The same with another text in place of one; where the one has a capital, so
    /// has the other.
    pub(super) fn with(&self, one: &str, other: &str) -> Self {
        let text = self.text.replace(one, other);
        Self {
            kind: self.kind.clone(),
            text: text.replace(&capital(one), &capital(other)),
        }
    }
}

/// The parts of a page. What our pages never hold is an error: HTML, links, images,
/// quotes, code in blocks, and whatever else a text could have made of itself.
pub(super) fn read(page: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut plain = String::new();
    for event in Parser::new_ext(page, options()) {
        match event {
            Event::Start(tag) => {
                if let Some(kind) = kind(&tag) {
                    parts.push(Part {
                        kind,
                        text: String::new(),
                    });
                }
            }
            Event::End(TagEnd::Strong) => {}
            Event::End(_) => {
                is_no_address(&plain, page);
                plain.clear();
            }
            Event::Text(text) => {
                plain.push_str(&text);
                last(&mut parts, &text);
            }
            Event::Code(code) => {
                // The bounds of code are bounds of a link as well.
                plain.push(' ');
                last(&mut parts, &code);
            }
            other => panic!("{other:?} in\n{page}"),
        }
    }
    parts
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS
}

fn last(parts: &mut [Part], text: &CowStr<'_>) {
    let part = parts.last_mut().expect("text stands in a part");
    part.text.push_str(text);
}

/// What a tag begins; none for what only holds parts or is bold.
fn kind(tag: &Tag<'_>) -> Option<String> {
    match tag {
        Tag::Heading { level, .. } => Some(level.to_string()),
        Tag::Paragraph => Some("p".to_owned()),
        Tag::Item => Some("li".to_owned()),
        Tag::TableCell => Some("td".to_owned()),
        Tag::TableRow | Tag::TableHead => Some("tr".to_owned()),
        Tag::List(None) | Tag::Table(_) | Tag::Strong => None,
        other => panic!("{other:?} is never begun"),
    }
}

/// GitHub makes links of addresses that stand as text, and messages of names.
fn is_no_address(text: &str, page: &str) {
    let text = text.to_ascii_lowercase();
    for start in ["http://", "https://", "ftp://", "www.", "@"] {
        for (at, _) in text.match_indices(start) {
            let next = text[at + start.len()..].chars().next();
            let is_address = next.is_some_and(char::is_alphanumeric);
            assert!(!is_address, "an address stands as text: {text}\n{page}");
        }
    }
}

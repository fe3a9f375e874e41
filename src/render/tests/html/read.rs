//! A page as a browser takes it apart: its tags and its texts.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, Token, Tokenizer};
use std::collections::BTreeMap;

/// The start or the end of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag {
    /// Its name, after a slash where it ends.
    pub(super) name: String,
    /// Its attributes.
    pub(super) attributes: BTreeMap<String, String>,
}

impl Tag {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// All of it but the one attribute that holds words.
    pub(super) fn shape(&self) -> String {
        let is_shape = |(name, _): &(&String, &String)| *name != "data-head";
        let attributes = self.attributes.iter().filter(is_shape);
        let attributes: Vec<String> = attributes
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        format!("{} {}", self.name, attributes.join(" "))
    }
}

/// The tags of a page, and its texts but for the style. A page that is not written as
/// the standard has it is an error.
pub(super) fn read(page: &str) -> (Vec<Tag>, String) {
    let mut emitter: DefaultEmitter<()> = DefaultEmitter::default();
    // What stands in a style or a title is no markup.
    emitter.naively_switch_states(true);
    let mut tags: Vec<Tag> = Vec::new();
    let mut texts = String::new();
    for Ok(token) in Tokenizer::new_with_emitter(page, emitter) {
        match token {
            Token::StartTag(tag) => tags.push(Tag {
                name: string(&tag.name),
                attributes: tag
                    .attributes
                    .iter()
                    .map(|(name, value)| (string(name), string(value)))
                    .collect(),
            }),
            Token::EndTag(tag) => tags.push(Tag {
                name: format!("/{}", string(&tag.name)),
                attributes: BTreeMap::new(),
            }),
            Token::String(text) => {
                if tags.last().is_none_or(|tag| tag.name != "style") {
                    texts.push_str(&string(&text));
                    texts.push('\n');
                }
            }
            Token::Doctype(_) => {}
            other => panic!("{other:?} in\n{page}"),
        }
    }
    (tags, texts)
}

fn string(text: &HtmlString) -> String {
    String::from_utf8(text.0.clone()).expect("a page is UTF-8")
}

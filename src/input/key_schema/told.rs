//! The description of a key or a table: first in the language that was asked for, with
//! the values it may hold, then in the other one.

use crate::input::toml_table::{
    AMOUNT, CELL, DATE, FLAG, Kind, LIST_OF_NUMBERS, NUMBER, TEXT, WHOLE,
};
use crate::model::Language;
use crate::wording::{Both, capital};
use std::fmt::Display;

/// What is told of a key or a table.
#[derive(Debug)]
pub(super) struct Told {
    about: Both,
    wanted: Option<Both>,
    values: Vec<Listed>,
}

/// A value and what it stands for.
#[derive(Debug)]
pub(super) struct Listed {
    value: String,
    title: String,
}

impl Listed {
    pub(super) fn new(value: impl Display, title: impl Into<String>) -> Self {
        Self {
            value: value.to_string(),
            title: title.into(),
        }
    }

    /// As an item of a list in Markdown, which editors show descriptions as.
    fn item(&self) -> String {
        let Self { value, title } = self;
        if title.is_empty() {
            return format!("- {value}");
        }
        format!("- {value}: {title}")
    }
}

impl Told {
    /// What something is about, and nothing more.
    pub(super) fn of(about: Both) -> Self {
        Self {
            about,
            wanted: None,
            values: Vec::new(),
        }
    }

    /// And how what it holds is written.
    pub(super) fn wanting(self, kind: Kind) -> Self {
        let wanted = wanted(kind);
        Self { wanted, ..self }
    }

    /// And which values it may hold.
    pub(super) fn listing(self, values: Vec<Listed>) -> Self {
        Self { values, ..self }
    }

    /// The whole description, with paragraphs in Markdown.
    pub(super) fn in_order(&self, first: Language) -> String {
        let second = match first {
            Language::Dutch => Language::English,
            Language::English => Language::Dutch,
        };
        let values: Vec<String> = self.values.iter().map(Listed::item).collect();
        let paragraphs = [
            self.sentence(first),
            values.join("\n"),
            self.sentence(second),
        ];
        let paragraphs = paragraphs.into_iter().filter(|it| !it.is_empty());
        paragraphs.collect::<Vec<_>>().join("\n\n")
    }

    fn sentence(&self, language: Language) -> String {
        let about = capital(self.about.get(language));
        match self.wanted {
            Some(wanted) => format!("{about} ({})", wanted.get(language)),
            None => about,
        }
    }
}

/// How a value is written, in the words of whoever finds that it is not.
fn wanted(kind: Kind) -> Option<Both> {
    match kind {
        Kind::Text => Some(TEXT),
        Kind::Whole | Kind::AtLeast(_) | Kind::AtMost(_) | Kind::Nr(_) => Some(WHOLE),
        Kind::Wholes | Kind::Nrs(_) => Some(LIST_OF_NUMBERS),
        Kind::Amount => Some(AMOUNT),
        Kind::Units | Kind::Fte => Some(NUMBER),
        Kind::Date => Some(DATE),
        Kind::Flag => Some(FLAG),
        Kind::AsCell => Some(CELL),
        _ => None,
    }
}

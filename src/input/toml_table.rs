//! Reading a TOML table with every place kept, driven by tables of keys.
//!
//! A [`Shape`] lists the keys a table may have; unknown and missing keys are
//! found from it when the table is opened. A value is read from its literal text,
//! so that no number passes through a float.

mod misfit;
mod shape;
mod values;

pub(super) use misfit::{
    AMOUNT, CELL, DATE, FLAG, LIST_OF_NUMBERS, NUMBER, TEXT, WHOLE, not_in_list,
};
pub(super) use shape::shape;
pub use shape::{Key, Kind, List, Named, Numbered, Shape};
pub(super) use values::{text_value, whole_item};

use misfit::{TABLE, TABLES, wrong};

use super::fault::{MissingKey, UnknownKey};
use super::literal;
use crate::finding::Finding;
use crate::model::InTwoLanguages;
use crate::source::{FileId, Span, Spanned};
use std::ops::Range;
use toml::Spanned as TomlSpanned;
use toml::de::{DeArray, DeTable, DeValue};

/// The text being read and what was found in it.
#[derive(Debug)]
pub(super) struct Reading<'t> {
    /// Its number.
    pub(super) file: FileId,
    /// Its whole text.
    pub(super) text: &'t str,
    /// The table that was opened first: that of the whole file.
    pub(super) top: Option<&'static Shape>,
    /// Values that look like a date but are none, already told.
    pub(super) bad_dates: Vec<Range<usize>>,
    /// How many values were found that are none of those to choose from.
    pub(super) not_in_list: u64,
    /// What was found so far.
    pub(super) findings: Vec<Finding>,
}

impl Reading<'_> {
    /// The span of a range of bytes in this file.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range)
    }
}

/// A table that was opened with its shape.
#[derive(Debug, Clone, Copy)]
pub(super) struct Table<'a> {
    table: &'a DeTable<'a>,
    shape: &'static Shape,
    /// Its header, or the inline table.
    pub(super) span: Span,
}

type Value<'a> = &'a TomlSpanned<DeValue<'a>>;

impl<'a> Table<'a> {
    /// Opens a table: tells unknown keys and missing ones.
    pub(super) fn open(
        reading: &mut Reading<'_>,
        shape: &'static Shape,
        table: &'a DeTable<'a>,
        span: Range<usize>,
    ) -> Self {
        let span = reading.span(header_line(reading.text, span));
        let top = *reading.top.get_or_insert(shape);
        for (key, _) in table.iter() {
            if !shape.has(key.get_ref()) {
                let fault = UnknownKey {
                    key: key.get_ref().to_string(),
                    table: shape.name,
                    homes: top.homes_of(key.get_ref()),
                    nearest: nearest(key.get_ref(), shape),
                };
                let at = reading.span(key.span());
                reading.findings.push(Finding::new(fault, at));
            }
        }
        for key in shape.keys.iter().filter(|key| key.needed) {
            if table.get(key.name).is_none() {
                let fault = MissingKey {
                    key: key.name,
                    table: shape.name,
                };
                reading.findings.push(Finding::new(fault, span));
            }
        }
        Self { table, shape, span }
    }

    /// Whether the key stands in the table, readable or not. One that its shape does not
    /// have was told, and is nothing more.
    pub(super) fn has(&self, key: &str) -> bool {
        self.knows(key) && self.table.get(key).is_some()
    }

    fn knows(&self, key: &str) -> bool {
        self.shape.has(key)
    }

    /// The keys that stand in the table and of which nothing could be read.
    pub(super) fn unreadable(&self, read: &[(&'static str, bool)]) -> Vec<&'static str> {
        let lost = read
            .iter()
            .filter(|(key, is_read)| self.has(key) && !is_read);
        lost.map(|(key, _)| *key).collect()
    }

    /// Whether the key stands there and holds something else than `count` tables.
    pub(super) fn lacks_tables(&self, key: &str, count: usize) -> bool {
        self.has(key) && self.length(key) != Some(count)
    }

    /// Number of values in a list; none when the key holds something else.
    pub(super) fn length(&self, key: &str) -> Option<usize> {
        match self.table.get(key)?.get_ref() {
            DeValue::Array(items) => Some(items.len()),
            _ => None,
        }
    }

    /// The span of a key's value, else of the header.
    pub(super) fn span_of(&self, reading: &Reading<'_>, key: &str) -> Span {
        self.table
            .get(key)
            .map_or(self.span, |value| reading.span(value.span()))
    }

    fn value(&self, key: &'static str) -> Option<Value<'a>> {
        debug_assert!(
            self.knows(key),
            "every key that is read stands in the table of keys"
        );
        self.table.get(key)
    }

    /// A text in two languages.
    pub(super) fn two_languages(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<InTwoLanguages> {
        let table = self.table(reading, key, &IN_TWO_LANGUAGES)?;
        Some(InTwoLanguages {
            nl: table.text(reading, "nl")?.value,
            en: table.text(reading, "en")?.value,
        })
    }

    /// A table within the table.
    pub(super) fn table(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
        shape: &'static Shape,
    ) -> Option<Table<'a>> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Table(table) => Some(Table::open(reading, shape, table, value.span())),
            other => wrong(reading, key, reading.span(value.span()), TABLE, other),
        }
    }

    /// Tables within the table.
    pub(super) fn tables(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
        shape: &'static Shape,
    ) -> Vec<Table<'a>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value.get_ref() else {
            wrong::<()>(
                reading,
                key,
                reading.span(value.span()),
                TABLES,
                value.get_ref(),
            );
            return Vec::new();
        };
        table_items(reading, key, items, shape)
    }

    /// A table whose keys are the user's names.
    pub(super) fn named(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Vec<(Spanned<String>, Value<'a>)> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let DeValue::Table(table) = value.get_ref() else {
            wrong::<()>(
                reading,
                key,
                reading.span(value.span()),
                TABLE,
                value.get_ref(),
            );
            return Vec::new();
        };
        table
            .iter()
            .map(|(name, value)| {
                (
                    Spanned::new(name.get_ref().to_string(), reading.span(name.span())),
                    value,
                )
            })
            .collect()
    }

    /// A value as the text of a cell: a number, a date or a text.
    pub(super) fn as_cell(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Spanned<String>> {
        let value = self.value(key)?;
        let span = reading.span(value.span());
        match value.get_ref() {
            DeValue::Integer(_) | DeValue::Float(_) => Some(Spanned::new(
                reading.text[value.span()].replace('_', ""),
                span,
            )),
            DeValue::Datetime(_) => self
                .date(reading, key)
                .map(|date| date.map(|date| date.to_string())),
            DeValue::String(_) => self.text(reading, key),
            other => wrong(reading, key, span, CELL, other),
        }
    }
}

fn table_items<'a>(
    reading: &mut Reading<'_>,
    key: &'static str,
    items: &'a DeArray<'a>,
    shape: &'static Shape,
) -> Vec<Table<'a>> {
    let mut tables = Vec::new();
    for item in items.iter() {
        match item.get_ref() {
            DeValue::Table(table) => tables.push(Table::open(reading, shape, table, item.span())),
            other => {
                wrong::<()>(reading, key, reading.span(item.span()), TABLE, other);
            }
        }
    }
    tables
}

fn nearest(key: &str, shape: &Shape) -> Option<&'static str> {
    literal::nearest(key, shape.keys.iter().map(|key| key.name))
}

/// A header's span is its own line; of an inline table it is the table.
fn header_line(text: &str, span: Range<usize>) -> Range<usize> {
    let end = memchr::memchr2(b'\n', b'\r', &text.as_bytes()[span.clone()])
        .map_or(span.end, |at| span.start + at);
    span.start..end
}

/// A text in both languages, as scheme files hold it.
pub(super) static IN_TWO_LANGUAGES: Shape = shape! {
    "{ nl, en }" "een tekst in twee talen" "a text in two languages";
    needed "nl" Kind::Text => "de tekst in het Nederlands", "the text in Dutch";
    needed "en" Kind::Text => "de tekst in het Engels", "the text in English";
};

//! Reading a TOML table with every place kept, driven by tables of keys.
//!
//! A [`Shape`] lists the keys a table may have; unknown and missing keys are
//! found from it when the table is opened. A value is read from its literal text,
//! so that no number passes through a float.

use super::fault::{
    ImpossibleFte, MalformedNumber, MissingKey, NotInList, NumberFault, UnknownKey, WrongType,
};
use super::literal;
use super::personal_data;
use crate::finding::Finding;
use crate::model::{Date, Euro, Fte, InTwoLanguages, Share, Units};
use crate::source::{FileId, Span, Spanned};
use crate::wording::Both;
use rust_decimal::Decimal;
use std::ops::Range;
use toml::Spanned as TomlSpanned;
use toml::de::{DeArray, DeTable, DeValue};

/// The keys that one kind of table may have.
#[derive(Debug)]
pub struct Shape {
    /// The table as it is headed, such as `[[action.year]]`; empty at the top.
    pub name: &'static str,
    /// What the table is for.
    pub about: Both,
    /// Its keys.
    pub keys: &'static [Key],
}

/// One key of a table.
#[derive(Debug)]
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether the table cannot do without it.
    pub needed: bool,
    /// What it means.
    pub about: Both,
}

/// What a key holds.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// A text.
    Text,
    /// A text or a list of texts.
    Texts,
    /// A whole number, not negative.
    Whole,
    /// A list of whole numbers.
    Wholes,
    /// Euro.
    Amount,
    /// A decimal number of units or FTE.
    Decimal,
    /// A date.
    Date,
    /// `true` or `false`.
    Flag,
    /// A share, written as a text.
    Share,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A text in Dutch and one in English.
    InTwoLanguages,
    /// A table of this shape.
    Table(&'static Shape),
    /// Tables of this shape.
    Tables(&'static Shape),
    /// A table whose keys are names of the user's.
    Named,
    /// A number, date or text, read as a cell of a log is read.
    AsCell,
}

/// A shape, a key a line: `needed` or `free`, the key, what it holds, what it means.
macro_rules! shape {
    (@needed needed) => { true };
    (@needed free) => { false };
    ($name:literal $nl:literal $en:literal;
     $($needed:ident $key:literal $kind:expr => $key_nl:literal, $key_en:literal;)*) => {
        $crate::input::toml_table::Shape {
            name: $name,
            about: $crate::wording::Both { nl: $nl, en: $en },
            keys: &[$($crate::input::toml_table::Key {
                name: $key,
                kind: $kind,
                needed: shape!(@needed $needed),
                about: $crate::wording::Both { nl: $key_nl, en: $key_en },
            }),*],
        }
    };
}
pub(super) use shape;

/// The text being read and what was found in it.
#[derive(Debug)]
pub(super) struct Reading<'t> {
    /// Its number.
    pub(super) file: FileId,
    /// Its whole text.
    pub(super) text: &'t str,
    /// Values that look like a date but are none, already told.
    pub(super) bad_dates: Vec<Range<usize>>,
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
        for (key, _) in table.iter() {
            if shape
                .keys
                .iter()
                .all(|known| known.name != key.get_ref().as_ref())
            {
                let fault = UnknownKey {
                    key: key.get_ref().to_string(),
                    table: shape.name,
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

    /// Whether the key stands in the table, readable or not.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.get(key).is_some()
    }

    /// The span of a key's value, else of the header.
    pub(super) fn span_of(&self, reading: &Reading<'_>, key: &str) -> Span {
        self.table
            .get(key)
            .map_or(self.span, |value| reading.span(value.span()))
    }

    fn value(&self, key: &'static str) -> Option<Value<'a>> {
        debug_assert!(
            self.shape.keys.iter().any(|known| known.name == key),
            "every key that is read stands in the table of keys"
        );
        self.table.get(key)
    }

    /// A text.
    pub(super) fn text(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Spanned<String>> {
        let value = self.value(key)?;
        let span = reading.span(value.span());
        match value.get_ref() {
            DeValue::String(text) => {
                personal_data::in_text(reading, text, span);
                Some(Spanned::new(text.to_string(), span))
            }
            other => wrong(reading, key, span, TEXT, other),
        }
    }

    /// A text or several.
    pub(super) fn texts(&self, reading: &mut Reading<'_>, key: &'static str) -> Vec<String> {
        match self.value(key).map(TomlSpanned::get_ref) {
            None => Vec::new(),
            Some(DeValue::Array(items)) => items
                .iter()
                .filter_map(|item| text_item(reading, key, item))
                .collect(),
            Some(_) => self
                .text(reading, key)
                .map(|text| text.value)
                .into_iter()
                .collect(),
        }
    }

    /// A whole number.
    pub(super) fn whole(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Spanned<u64>> {
        whole_item(reading, key, self.value(key)?)
    }

    /// Whole numbers, each with its place.
    pub(super) fn wholes(&self, reading: &mut Reading<'_>, key: &'static str) -> Vec<Spanned<u64>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        match value.get_ref() {
            DeValue::Array(items) => items
                .iter()
                .filter_map(|item| whole_item(reading, key, item))
                .collect(),
            other => {
                let span = reading.span(value.span());
                wrong::<()>(reading, key, span, LIST_OF_NUMBERS, other);
                Vec::new()
            }
        }
    }

    /// An amount, not negative.
    pub(super) fn amount(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Spanned<Euro>> {
        let value = self.value(key)?;
        let span = reading.span(value.span());
        number(reading, key, value, AMOUNT)?;
        match literal::amount(&reading.text[value.span()]) {
            Ok(amount) => Some(Spanned::new(amount, span)),
            Err(why) => malformed(reading, span, why),
        }
    }

    /// Units, perhaps a half.
    pub(super) fn units(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Spanned<Units>> {
        let number = self.decimal(reading, key)?;
        match Units::new(number.value).filter(|_| !number.value.is_sign_negative()) {
            Some(units) => Some(Spanned::new(units, number.span)),
            None => malformed(reading, number.span, NumberFault::NotWhole),
        }
    }

    /// FTE.
    pub(super) fn fte(&self, reading: &mut Reading<'_>, key: &'static str) -> Option<Spanned<Fte>> {
        let number = self.decimal(reading, key)?;
        let fte = Fte::new(number.value);
        if fte.is_none() {
            let range = number.span.start..number.span.end;
            let text = reading.text[range].to_owned();
            reading
                .findings
                .push(Finding::new(ImpossibleFte { text }, number.span));
        }
        Some(Spanned::new(fte?, number.span))
    }

    fn decimal(&self, reading: &mut Reading<'_>, key: &'static str) -> Option<Spanned<Decimal>> {
        let value = self.value(key)?;
        let span = reading.span(value.span());
        number(reading, key, value, NUMBER)?;
        match literal::decimal(&reading.text[value.span()]) {
            Ok(number) => Some(Spanned::new(number, span)),
            Err(why) => malformed(reading, span, why),
        }
    }

    /// A date.
    pub(super) fn date(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Spanned<Date>> {
        let value = self.value(key)?;
        let span = reading.span(value.span());
        if reading.bad_dates.contains(&value.span()) {
            return None;
        }
        match value.get_ref() {
            DeValue::Datetime(date) => match literal::toml_date(date) {
                Some(date) => Some(Spanned::new(date, span)),
                None => wrong(reading, key, span, DATE, value.get_ref()),
            },
            other => wrong(reading, key, span, DATE, other),
        }
    }

    /// Yes or no.
    pub(super) fn flag(&self, reading: &mut Reading<'_>, key: &'static str) -> Option<bool> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Boolean(flag) => Some(*flag),
            other => wrong(reading, key, reading.span(value.span()), FLAG, other),
        }
    }

    /// A share, written as a text such as `"1/2"` or `"25 %"`.
    pub(super) fn share(&self, reading: &mut Reading<'_>, key: &'static str) -> Option<Share> {
        let text = self.text(reading, key)?;
        let share = Share::parse(&text.value);
        if share.is_none() {
            malformed::<()>(reading, text.span, NumberFault::NotANumber);
        }
        share
    }

    /// One of the words that the shape lists for the key.
    pub(super) fn choice(
        &self,
        reading: &mut Reading<'_>,
        key: &'static str,
    ) -> Option<Spanned<&'static str>> {
        let text = self.text(reading, key)?;
        let words = self.words(key);
        let Some(word) = words.iter().copied().find(|word| *word == text.value) else {
            let allowed = words.iter().map(|word| (*word).to_owned()).collect();
            reading.findings.push(not_in_list(key, &text, allowed));
            return None;
        };
        Some(Spanned::new(word, text.span))
    }

    fn words(&self, key: &str) -> &'static [&'static str] {
        match self
            .shape
            .keys
            .iter()
            .find(|known| known.name == key)
            .map(|known| known.kind)
        {
            Some(Kind::Choice(words)) => words,
            _ => &[],
        }
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
            _ => self.text(reading, key),
        }
    }
}

/// A whole number from any value.
pub(super) fn whole_item(
    reading: &mut Reading<'_>,
    key: &str,
    value: Value<'_>,
) -> Option<Spanned<u64>> {
    let span = reading.span(value.span());
    number(reading, key, value, WHOLE)?;
    match literal::whole(&reading.text[value.span()]) {
        Ok(number) => Some(Spanned::new(number, span)),
        Err(why) => malformed(reading, span, why),
    }
}

/// A text from any value.
pub(super) fn text_value(
    reading: &mut Reading<'_>,
    key: &str,
    value: Value<'_>,
) -> Option<Spanned<String>> {
    let span = reading.span(value.span());
    match value.get_ref() {
        DeValue::String(text) => Some(Spanned::new(text.to_string(), span)),
        other => wrong(reading, key, span, TEXT, other),
    }
}

fn text_item(reading: &mut Reading<'_>, key: &str, item: Value<'_>) -> Option<String> {
    let text = text_value(reading, key, item)?;
    personal_data::in_text(reading, &text.value, text.span);
    Some(text.value)
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

/// A value that is not one of the words that are allowed there.
pub(super) fn not_in_list(key: &str, text: &Spanned<String>, allowed: Vec<String>) -> Finding {
    let fault = NotInList {
        key: key.to_owned(),
        value: text.value.clone(),
        nearest: literal::nearest(&text.value, allowed.iter().map(String::as_str))
            .map(ToOwned::to_owned),
        allowed,
        in_row: false,
    };
    Finding::new(fault, text.span)
}

fn number(reading: &mut Reading<'_>, key: &str, value: Value<'_>, wanted: Both) -> Option<()> {
    match value.get_ref() {
        DeValue::Integer(_) | DeValue::Float(_) => Some(()),
        other => wrong(reading, key, reading.span(value.span()), wanted, other),
    }
}

fn malformed<T>(reading: &mut Reading<'_>, span: Span, why: NumberFault) -> Option<T> {
    let text = reading.text[span.start..span.end].to_owned();
    let fault = MalformedNumber {
        text,
        why,
        in_row: false,
    };
    reading.findings.push(Finding::new(fault, span));
    None
}

fn wrong<T>(
    reading: &mut Reading<'_>,
    key: &str,
    span: Span,
    wanted: Both,
    found: &DeValue<'_>,
) -> Option<T> {
    if reading.bad_dates.contains(&(span.start..span.end)) {
        return None;
    }
    let fault = WrongType {
        key: key.to_owned(),
        wanted,
        found: found_kind(found),
    };
    reading.findings.push(Finding::new(fault, span));
    None
}

fn nearest(key: &str, shape: &Shape) -> Option<&'static str> {
    literal::nearest(key, shape.keys.iter().map(|key| key.name))
}

/// A header's span is its own line; of an inline table it is the table.
fn header_line(text: &str, span: Range<usize>) -> Range<usize> {
    let end = text[span.clone()]
        .find(['\n', '\r'])
        .map_or(span.end, |at| span.start + at);
    span.start..end
}

/// A text in both languages, as scheme files hold it.
pub(super) static IN_TWO_LANGUAGES: Shape = shape! {
    "{ nl, en }" "een tekst in twee talen" "a text in two languages";
    needed "nl" Kind::Text => "de tekst in het Nederlands", "the text in Dutch";
    needed "en" Kind::Text => "de tekst in het Engels", "the text in English";
};

const TEXT: Both = Both {
    nl: "een tekst tussen aanhalingstekens",
    en: "a text in quotes",
};
const WHOLE: Both = Both {
    nl: "een geheel getal zonder aanhalingstekens",
    en: "a whole number without quotes",
};
const LIST_OF_NUMBERS: Both = Both {
    nl: "een lijst van gehele getallen, zoals [13, 24]",
    en: "a list of whole numbers, such as [13, 24]",
};
const AMOUNT: Both = Both {
    nl: "een bedrag zonder aanhalingstekens, zoals 96_000.00",
    en: "an amount without quotes, such as 96_000.00",
};
const NUMBER: Both = Both {
    nl: "een getal zonder aanhalingstekens",
    en: "a number without quotes",
};
const DATE: Both = Both {
    nl: "een datum zonder aanhalingstekens, zoals 2023-09-30",
    en: "a date without quotes, such as 2023-09-30",
};
const FLAG: Both = Both {
    nl: "true of false",
    en: "true or false",
};
const TABLE: Both = Both {
    nl: "een tabel",
    en: "a table",
};
const TABLES: Both = Both {
    nl: "een tabel met dubbele vierkante haken, zoals [[action]]",
    en: "a table in double square brackets, such as [[action]]",
};

fn found_kind(value: &DeValue<'_>) -> Both {
    match value {
        DeValue::String(_) => Both {
            nl: "een tekst",
            en: "a text",
        },
        DeValue::Integer(_) | DeValue::Float(_) => Both {
            nl: "een getal",
            en: "a number",
        },
        DeValue::Boolean(_) => Both {
            nl: "true of false",
            en: "true or false",
        },
        DeValue::Datetime(_) => Both {
            nl: "een datum of een tijdstip",
            en: "a date or a time",
        },
        DeValue::Array(_) => Both {
            nl: "een lijst",
            en: "a list",
        },
        DeValue::Table(_) => Both {
            nl: "een tabel",
            en: "a table",
        },
    }
}

//! What a key holds, as JSON Schema says it.

use super::share::SHARE;
use super::{Made, reference, spelled};
use crate::finding::Code;
use crate::input::toml_table::{Kind, List, Named, Numbered};
use crate::input::{bookings_columns, headings::Column, progress_columns};
use serde_json::{Map, Value, json};

/// An amount has fewer digits before the point than this number.
const TOO_LONG_AN_AMOUNT: u64 = 1_000_000_000_000;
/// The most that a count can be: nine digits.
const LARGEST_COUNT: u64 = 999_999_999;

impl Made<'_> {
    /// The keywords that a value must satisfy.
    pub(super) fn holds(self, kind: Kind) -> Map<String, Value> {
        let schema = match kind {
            Kind::Text => text(),
            Kind::Texts => json!({ "type": ["string", "array"], "items": text() }),
            Kind::Version(number) => json!({ "type": "integer", "const": number }),
            Kind::Whole => whole(0, LARGEST_COUNT),
            Kind::AtLeast(least) => whole(least, LARGEST_COUNT),
            Kind::AtMost(most) => whole(0, most),
            Kind::Wholes => json!({ "type": "array", "items": whole(0, LARGEST_COUNT) }),
            Kind::Nr(what) => self.nr(what),
            Kind::Nrs(what) => json!({ "type": "array", "items": self.nr(what) }),
            Kind::Amount => number(json!({
                "minimum": 0,
                "exclusiveMaximum": TOO_LONG_AN_AMOUNT,
            })),
            // How many decimals stand in a number is not asked: programs that reckon
            // with floats find that 2.32 is no multiple of 0.01. Halves are exact.
            Kind::Units => number(json!({
                "minimum": 0,
                "exclusiveMaximum": LARGEST_COUNT + 1,
                "multipleOf": 0.5,
            })),
            Kind::Fte => number(json!({ "minimum": 0, "maximum": 100 })),
            Kind::Date => {
                json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
            }
            Kind::Flag => json!({ "type": "boolean" }),
            Kind::Share => json!({ "type": "string", "pattern": SHARE }),
            Kind::Choice(words) => words_of(words),
            Kind::Choices(words) => {
                let one = words_of(words);
                json!({ "anyOf": [one, { "type": "array", "items": one }] })
            }
            Kind::Listed(list) => self.listed(list),
            Kind::Table(shape) => json!({ "$ref": reference(shape) }),
            Kind::Tables(shape) => {
                json!({ "type": "array", "items": { "$ref": reference(shape) } })
            }
            Kind::Named(named) => self.named(named),
            // To a program that tells dates from texts, a date is no text.
            Kind::AsCell => json!({
                "anyOf": [
                    { "type": ["integer", "number", "string"] },
                    { "type": "string", "format": "date" },
                ]
            }),
        };
        match schema {
            Value::Object(keywords) => keywords,
            _ => Map::new(),
        }
    }

    fn nr(self, what: Numbered) -> Value {
        json!({ "type": "integer", "enum": self.numbers(what) })
    }

    fn listed(self, list: List) -> Value {
        let terms = list.terms();
        let keys: Vec<&str> = terms.iter().map(|term| term.key).collect();
        let words = terms.iter().flat_map(|term| [term.word.nl, term.word.en]);
        match list {
            List::Payer | List::Receipt => in_any_spelling(&keys, words),
            List::Category => {
                let keys: Vec<&str> = self.categories().map(|it| it.key.as_str()).collect();
                let titles = self
                    .categories()
                    .flat_map(|it| [&it.title.nl, &it.title.en]);
                in_any_spelling(&keys, titles.map(String::as_str))
            }
            List::Stimulus => {
                let kinds: Vec<&str> = self.stimuli().map(|it| it.kind.as_str()).collect();
                words_of(&kinds)
            }
            List::Scheme => {
                let ids: Vec<&str> = self.schemes.iter().map(|it| it.id.as_str()).collect();
                words_of(&ids)
            }
            List::Code => {
                let codes: Vec<&str> = Code::ALL.iter().map(|code| code.key()).collect();
                let pattern = spelled::in_any_case(codes.iter().copied());
                one_of(&codes, &pattern)
            }
        }
    }

    fn named(self, named: Named) -> Value {
        match named {
            // Which groups there are depends on the action and the year around them.
            Named::Groups => {
                let groups = self.groups().into_iter();
                let known: Map<String, Value> = groups
                    .map(|key| (key.to_owned(), whole(0, LARGEST_COUNT)))
                    .collect();
                json!({ "type": "object", "properties": known, "additionalProperties": whole(0, LARGEST_COUNT) })
            }
            Named::ProgressColumns => self.columns(progress_columns::COLUMNS),
            Named::BookingsColumns => self.columns(bookings_columns::COLUMNS),
            Named::Payers => {
                json!({ "type": "object", "additionalProperties": self.listed(List::Payer) })
            }
            Named::Categories => {
                json!({ "type": "object", "additionalProperties": self.listed(List::Category) })
            }
        }
    }

    /// Columns by their keys, which an editor proposes, or by any of their headings.
    fn columns(self, columns: &[Column]) -> Value {
        let title = |column: &Column| {
            let told = column.names.get(self.language);
            json!({ "description": told, "type": "string" })
        };
        let by_key: Map<String, Value> = columns
            .iter()
            .map(|column| (column.key.to_owned(), title(column)))
            .collect();
        let keys: Vec<&str> = columns.iter().map(|column| column.key).collect();
        let headings = columns.iter().flat_map(|column| column.headings);
        json!({
            "type": "object",
            "properties": by_key,
            "propertyNames": in_any_spelling(&keys, headings.copied()),
            "additionalProperties": text(),
        })
    }
}

fn words_of(words: &[&str]) -> Value {
    json!({ "type": "string", "enum": words })
}

fn text() -> Value {
    json!({ "type": "string" })
}

/// A number with or without decimals. Both are named, for to some programs a number
/// without a point is no number with decimals.
fn number(mut limits: Value) -> Value {
    limits["type"] = json!(["integer", "number"]);
    limits
}

fn whole(least: u64, most: u64) -> Value {
    json!({ "type": "integer", "minimum": least, "maximum": most })
}

/// One of the keys, or any of the words in another spelling.
fn in_any_spelling<'w>(keys: &[&'w str], words: impl Iterator<Item = &'w str>) -> Value {
    let pattern = spelled::in_any_spelling(keys.iter().copied().chain(words));
    one_of(keys, &pattern)
}

/// One of the keys, which an editor proposes, or what the pattern takes. The pattern
/// stands behind two `not`: an editor that tells why no alternative fits then shows the
/// keys, and not an expression of a thousand signs.
fn one_of(keys: &[&str], pattern: &str) -> Value {
    let spelled = json!({ "pattern": pattern });
    json!({ "type": "string", "anyOf": [{ "enum": keys }, { "not": { "not": spelled } }] })
}

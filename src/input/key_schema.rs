//! The tables of keys as JSON Schema 2020-12, for editors and for programs that write
//! dossiers.
//!
//! It is made from the tables that drive the reader, so that the two cannot disagree on
//! a key. What stands in a scheme (numbers of actions and years, categories, stimuli)
//! is taken from the schemes it is made for. A schema sees a file as JSON does: a date
//! is a text, `1e3` and `1000.0` are one number; what follows from that is left to
//! `check`. It refuses nothing that the reader takes.

mod kinds;
mod known;
mod share;
mod spelled;
mod told;

use super::toml_table::{Key, Shape};
use super::{dossier_keys, scheme_keys};
use crate::model::{Language, Scheme};
use crate::wording::capital;
use serde_json::{Map, Value, json};
use told::Told;

/// The dialect of all schemas made here.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of a dossier of any of these schemes, explained in both languages, the
/// given one first.
#[must_use]
pub fn dossier_schema(schemes: &[Scheme], language: Language) -> Value {
    let made = Made { schemes, language };
    let id = format!("urn:samenleven:dossier:{}", dossier_keys::FORMAT);
    made.file(&id, &dossier_keys::DOSSIER)
}

/// The schema of a scheme file, explained in both languages, the given one first.
#[must_use]
pub fn scheme_schema(language: Language) -> Value {
    let made = Made {
        schemes: &[],
        language,
    };
    let id = format!("urn:samenleven:scheme:{}", scheme_keys::FORMAT);
    made.file(&id, &scheme_keys::SCHEME)
}

/// What a schema is made for.
#[derive(Debug, Clone, Copy)]
struct Made<'s> {
    schemes: &'s [Scheme],
    language: Language,
}

impl Made<'_> {
    fn file(self, id: &str, top: &'static Shape) -> Value {
        let mut schema = Map::new();
        schema.insert("$schema".to_owned(), json!(DIALECT));
        schema.insert("$id".to_owned(), json!(id));
        schema.extend(self.table(top));
        let tables = top.tables_within().into_iter();
        let tables: Map<String, Value> = tables
            .map(|shape| (name(shape), Value::Object(self.table(shape))))
            .collect();
        schema.insert("$defs".to_owned(), Value::Object(tables));
        Value::Object(schema)
    }

    /// One table with its keys, and no others.
    fn table(self, shape: &Shape) -> Map<String, Value> {
        let keys = shape.keys.iter();
        let properties: Map<String, Value> = keys
            .map(|key| (key.name.to_owned(), self.property(key)))
            .collect();
        let needed: Vec<&str> = shape
            .keys
            .iter()
            .filter(|key| key.needed)
            .map(|key| key.name)
            .collect();
        let mut table = Map::new();
        let title = match shape.name {
            "" => capital(shape.about.get(self.language)),
            name => name.to_owned(),
        };
        table.insert("title".to_owned(), json!(title));
        let told = Told::of(shape.about).in_order(self.language);
        table.insert("description".to_owned(), json!(told));
        table.insert("type".to_owned(), json!("object"));
        table.insert("properties".to_owned(), Value::Object(properties));
        if !needed.is_empty() {
            table.insert("required".to_owned(), json!(needed));
        }
        table.insert("additionalProperties".to_owned(), json!(false));
        table
    }

    fn property(self, key: &Key) -> Value {
        let told = Told::of(key.about)
            .wanting(key.kind)
            .listing(self.known(key.kind));
        let mut property = Map::new();
        property.insert(
            "description".to_owned(),
            json!(told.in_order(self.language)),
        );
        property.extend(self.holds(key.kind));
        Value::Object(property)
    }
}

/// Where another place of the schema refers to the schema of a table.
fn reference(shape: &Shape) -> String {
    format!("#/$defs/{}", name(shape))
}

/// The name of a table within a schema: as it is headed, the brackets left out.
fn name(shape: &Shape) -> String {
    let is_mark = |c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.');
    let words = shape.name.split(is_mark).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

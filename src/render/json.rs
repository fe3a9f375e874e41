//! JSON: everything the document holds, in a fixed order of keys.

use super::machine::{safe, value};
use crate::document::{Cell, Document, Head, Source, Table};
use crate::finding::{Accepted, Counts, Located, Place};
use crate::model::{Language, Unknown};
use crate::wording::Say;
use serde_json::{Map, Value, json};

/// The version of the shape; it grows only when a key goes or changes.
const FORMAT: u64 = 1;

/// The document as pretty-printed JSON with a line end.
pub(super) fn render(document: &Document, language: Language) -> Vec<u8> {
    let whole = Value::Object(whole(document, language));
    let mut bytes =
        serde_json::to_vec_pretty(&whole).expect("a tree of values can always be written");
    bytes.push(b'\n');
    bytes
}

fn whole(document: &Document, language: Language) -> Map<String, Value> {
    let mut keys = Map::new();
    keys.insert("format".to_owned(), json!(FORMAT));
    if let Some(head) = &document.head {
        insert_head(&mut keys, head, language);
    }
    if document.head.is_some() || !document.tables.is_empty() {
        keys.insert("tables".to_owned(), tables(document, language));
    }
    if let Some(findings) = &document.findings {
        let told = findings.iter().map(|it| finding(it, language)).collect();
        keys.insert("findings".to_owned(), told);
        if document.head.is_none() {
            keys.insert("summary".to_owned(), summary(document.counts()));
        }
    }
    if let Some(sources) = &document.sources {
        keys.insert("sources".to_owned(), sources.iter().map(source).collect());
    }
    keys
}

fn insert_head(keys: &mut Map<String, Value>, head: &Head, language: Language) {
    let members: Vec<_> = head.members.iter().map(|member| safe(member)).collect();
    let mut insert = |key: &str, value: Value| keys.insert(key.to_owned(), value);
    insert(
        "tool",
        json!(format!("samenleven {}", env!("CARGO_PKG_VERSION"))),
    );
    insert(
        "dossier",
        json!({ "applicant": safe(&head.applicant), "kind": head.kind.key(), "members": members }),
    );
    insert(
        "scheme",
        json!({ "id": safe(&head.scheme), "version": safe(&head.scheme_version) }),
    );
    match &head.as_of {
        Some(as_of) => insert("as_of", json!(as_of.date.to_string())),
        None => {
            insert("as_of", Value::Null);
            insert("as_of_unknown", json!(Unknown::AsOf.say(language)))
        }
    };
}

fn tables(document: &Document, language: Language) -> Value {
    let tables = document.tables.iter().map(|table| {
        let rows = table.rows.iter().map(|cells| row(table, cells, language));
        (table.name.key.to_owned(), rows.collect::<Value>())
    });
    Value::Object(tables.collect())
}

fn row(table: &Table, cells: &[Cell], language: Language) -> Value {
    let mut row = Map::new();
    for (column, cell) in table.columns.iter().zip(cells) {
        let key = column.term.key;
        row.insert(key.to_owned(), value(cell, column, language));
        if let Cell::Unknown(reason) = cell {
            row.insert(format!("{key}_unknown"), json!(safe(&reason.say(language))));
        }
    }
    Value::Object(row)
}

/// A finding with all its keys.
pub(super) fn finding(finding: &Located, language: Language) -> Value {
    let words = finding.words(language);
    let Place {
        path,
        line,
        column,
        cell,
        excerpt,
        ..
    } = &finding.place;
    let mut labels = words.related.iter().map(String::as_str);
    let related = finding.related.iter();
    let related = related.map(|place| other_place(place, labels.next()));
    json!({
        "code": finding.code().key(),
        "severity": finding.severity().key(),
        "message": safe(&words.message),
        "path": safe(path),
        "line": line,
        "column": column,
        "cell": cell,
        "excerpt": excerpt.as_deref().map(safe),
        "help": words.help.as_deref().map(safe),
        "related": related.collect::<Value>(),
        "accepted": finding.accepted().map(accepted),
    })
}

fn other_place(place: &Place, message: Option<&str>) -> Value {
    json!({
        "path": safe(&place.path),
        "line": place.line,
        "column": place.column,
        "cell": place.cell,
        "message": message.map(safe),
    })
}

fn accepted(accepted: &Accepted) -> Value {
    json!({
        "reason": safe(&accepted.reason),
        "until": accepted.until.map(|day| day.to_string()),
    })
}

fn summary(counts: Counts) -> Value {
    json!({
        "error": counts.error,
        "warning": counts.warning,
        "notice": counts.notice,
        "accepted": counts.accepted,
        "allowed": counts.allowed,
    })
}

fn source(source: &Source) -> Value {
    json!({
        "path": safe(&source.path),
        "sha256": source.sha256,
        "rows": source.rows,
        "set_aside": source.set_aside,
    })
}

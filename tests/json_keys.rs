//! The keys of JSON for the page of scripts, as the program really gives them.
//!
//! A key of a table must be a term. What stands outside the tables has its meaning
//! here, and no key may lack one.

use crate::program::{json, root};
use samenleven::wording::terms;
use serde_json::{Map, Value};

/// The answers that are looked through.
const ASKED: [&[&str]; 8] = [
    &["report", "examples/zonneberg"],
    &["report", "examples/voorbeeldgem"],
    &["report", "data/dossiers/sint-pieters-leeuw"],
    &["report", "examples/eerste-dossier-met-fouten"],
    &["report", "examples/voorbeeldgem", "--public"],
    &["check", "examples/eerste-dossier-met-fouten"],
    &["check", "examples/voorbeeldgem"],
    &["check", "data/dossiers/sint-pieters-leeuw"],
];

/// What the keys outside the tables mean.
const MEANINGS: &[(&str, &str)] = &[
    ("format", "version of this form, now 1"),
    ("tool", "the program and its version"),
    ("dossier", "who applied: see below"),
    ("scheme", "the scheme: see below"),
    ("as_of", "the day of the account"),
    ("tables", "the tables, by name"),
    ("findings", "the findings, in the order of their places"),
    ("sources", "the files that were read"),
    ("summary", "how many findings there are"),
    ("applicant", "name of the applicant"),
    ("kind", "municipality, partnership or other"),
    ("members", "members of a partnership"),
    ("id", "id of the scheme"),
    ("version", "version of the scheme"),
    ("code", "code of the finding"),
    ("severity", "error, warning or notice"),
    ("message", "what is the matter, in the language asked"),
    ("path", "the file"),
    ("line", "line, from 1"),
    ("column", "column in characters, from 1"),
    ("cell", "cell as a spreadsheet names it"),
    ("excerpt", "the text it is about"),
    ("help", "what can be done"),
    ("related", "other places of the same finding"),
    (
        "accepted",
        "that the dossier accepts it; of `summary`: how many it accepts",
    ),
    ("reason", "the reason"),
    ("until", "until when"),
    ("sha256", "hash of the file"),
    ("rows", "rows of a log or of bookings"),
    ("set_aside", "rows that do not count"),
    ("error", "errors"),
    ("warning", "warnings"),
    ("notice", "notices"),
    ("allowed", "findings that --allow leaves out"),
];

/// The keys of one place, in order, each with what it holds.
type Keys = Vec<(String, &'static str)>;

/// The part of the page between its markers.
pub(crate) fn told() -> Vec<String> {
    let mut places: Vec<(String, Keys)> = Vec::new();
    let accepting = accepting();
    let path = accepting.path().display().to_string();
    let asked = ASKED.into_iter().map(<[&str]>::to_vec);
    for arguments in asked.chain([vec!["check", path.as_str()]]) {
        let Value::Object(answer) = json(&arguments) else {
            panic!("{arguments:?} gives an object");
        };
        let name = format!("`{}`", arguments[0]);
        look_through(&name, &answer, &mut places);
    }
    let mut told: Vec<String> = places.iter().flat_map(place_told).collect();
    told.push(String::new());
    told
}

/// A dossier that accepts a finding, for none of the examples does.
fn accepting() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test can be made");
    let from = root().join("data/dossiers/sint-pieters-leeuw");
    for entry in std::fs::read_dir(&from).expect("the dossier can be listed") {
        let path = entry.expect("the dossier can be listed").path();
        let name = path.file_name().expect("an entry has a name");
        let text = std::fs::read_to_string(&path).expect("the dossier can be read");
        let accept = "\n[[accept]]\ncode = \"K08\"\nwhere = \"dossier.toml\"\nreason = \"looked at\"\nuntil = 2030-01-01\n";
        let added = if name == "dossier.toml" { accept } else { "" };
        std::fs::write(folder.path().join(name), text + added).expect("a copy can be written");
    }
    folder
}

/// Notes the keys of an object, and of the objects in it.
fn look_through(name: &str, object: &Map<String, Value>, places: &mut Vec<(String, Keys)>) {
    let index = places.iter().position(|(known, _)| known == name);
    let index = index.unwrap_or_else(|| {
        places.push((name.to_owned(), Vec::new()));
        places.len() - 1
    });
    for (key, value) in object {
        let keys = &mut places[index].1;
        let is_reason = key.ends_with("_unknown");
        match keys.iter_mut().find(|(known, _)| known == key) {
            Some((_, holds)) if *holds == NOTHING => *holds = held(value),
            Some(_) => {}
            None if is_reason => {}
            None => keys.push((key.clone(), held(value))),
        }
    }
    for (key, value) in object {
        let below = match key.as_str() {
            "tables" => "table".to_owned(),
            _ if name == "table" => format!("table `{key}`"),
            _ => format!("`{key}`"),
        };
        match value {
            Value::Object(inner) => look_through(&below, inner, places),
            Value::Array(all) => {
                let objects = all.iter().filter_map(Value::as_object);
                objects.for_each(|inner| look_through(&below, inner, places));
            }
            _ => {}
        }
    }
}

/// What a key holds that is null in all of the answers.
const NOTHING: &str = "`null` in these dossiers";

fn held(value: &Value) -> &'static str {
    match value {
        Value::Null => NOTHING,
        Value::Bool(_) => "true or false",
        Value::Number(_) => "whole number",
        Value::String(_) => "text",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    }
}

fn place_told((name, keys): &(String, Keys)) -> Vec<String> {
    if name == "table" {
        return Vec::new();
    }
    let title = name.strip_prefix("table `").map_or(name.clone(), |table| {
        let table = table.trim_end_matches('`');
        format!("`tables.{table}`: {}", term(table))
    });
    let mut told = vec![
        String::new(),
        format!("**{title}**"),
        String::new(),
        "| key | holds | meaning |".to_owned(),
        "|---|---|---|".to_owned(),
    ];
    told.extend(keys.iter().map(|(key, holds)| {
        let meaning = if name.starts_with("table ") {
            term(key)
        } else {
            meaning(key).to_owned()
        };
        format!("| `{key}` | {holds} | {meaning} |")
    }));
    told
}

/// The English words for a key of a table.
fn term(key: &str) -> String {
    let named = terms::ALL.iter().filter(|term| term.key == key);
    let mut words: Vec<&str> = named.map(|term| term.word.en).collect();
    words.dedup();
    assert!(!words.is_empty(), "the key {key} of a table is no term");
    words.join(" / ")
}

fn meaning(key: &str) -> &'static str {
    let found = MEANINGS.iter().find(|(known, _)| *known == key);
    found
        .unwrap_or_else(|| panic!("the key {key} has no meaning in MEANINGS"))
        .1
}

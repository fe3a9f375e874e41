//! Every key of every table, in every way that it can be wrong: written with another
//! value, misspelt, or left out. What the schema refuses the reader finds too, and the
//! other way round, save what JSON does not tell.

use super::{Verdict, schema, text, validator, verdict_of};
use crate::program::{Folder, root};
use jsonschema::Validator;
use samenleven::finding::{Code, Finding};
use samenleven::input::dossier_keys::DOSSIER;
use samenleven::input::scheme_keys::SCHEME;
use samenleven::input::{Kind, Request, Shape, load, load_scheme};
use std::fs;
use std::path::PathBuf;

/// Values of every sort, written in every way.
const VALUES: &[&str] = &[
    "true",
    "5",
    "-1",
    "0.5",
    "0.25",
    "262.5",
    "101",
    "1_000_000_000",
    "1_000_000_000_000",
    "\"\"",
    "\"tekst\"",
    "\" Eigen \"",
    "\"LOONKOSTEN\"",
    "\"i24\"",
    "\"33,3 %\"",
    "\"101 %\"",
    "\"1/0\"",
    "\"50\"",
    "[]",
    "[1]",
    "[5]",
    "[\"tekst\"]",
    "[true]",
    "{}",
    "{ a = 1 }",
    "{ a = \"tekst\" }",
    "{ Datum = \"tekst\" }",
];

/// Values that JSON does not tell from others, with what is lost.
const BLIND: &[(&str, &str)] = &[
    ("2023-09-30", "a date is a text"),
    ("\"2023-09-30\"", "a date is a text"),
    ("2023-09-30T10:00:00", "a date with a time is a text"),
    ("10:00:00", "a time is a text"),
    ("1e2", "a number is not how it is written"),
    ("1.0", "a number is not how it is written"),
    ("0x1", "a number is not how it is written"),
    ("+1", "a number is not how it is written"),
    ("1.234", "how many decimals a number has"),
    ("0.1234", "how many decimals a number has"),
    ("\"1/0\"", "the two numbers of a fraction are not compared"),
    ("\"5/4\"", "the two numbers of a fraction are not compared"),
    (
        "groups = { a = 1 }",
        "which groups there are depends on the action",
    ),
];

/// Faults of a key by itself, whatever else stands in the file.
const OF_A_KEY: &[Code] = &[
    Code::I02,
    Code::I03,
    Code::I04,
    Code::I06,
    Code::I07,
    Code::I12,
    Code::I18,
    Code::I20,
    Code::I23,
    Code::T04,
];

fn every_key(name: &str) -> PathBuf {
    root().join("tests/files/every-key").join(name)
}

/// The file with one line of a key changed, in each way; the change beside it.
fn changed(text: &str) -> Vec<(String, String)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut all = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some((key, _)) = line.split_once(" = ") else {
            continue;
        };
        let blind = BLIND.iter().map(|(value, _)| *value);
        let blind = blind.filter(|value| !value.contains(" = "));
        let written = VALUES.iter().copied().chain(blind);
        let mut news: Vec<String> = written.map(|value| format!("{key} = {value}")).collect();
        news.push(line.replacen(key, &format!("{key}x"), 1));
        news.push(String::new());
        for new in news {
            let mut lines = lines.clone();
            lines[at] = &new;
            let change = format!("line {}: {line} -> {new}", at + 1);
            all.push((lines.join("\n") + "\n", change));
        }
    }
    all
}

/// Holds the schema against the reader on one changed file.
fn compared(text: &str, change: &str, schema: &Validator, findings: &[Finding]) -> Option<String> {
    let found: Vec<Code> = findings
        .iter()
        .map(Finding::code)
        .filter(|code| OF_A_KEY.contains(code))
        .collect();
    let verdict = verdict_of(schema, text);
    let is_blind = BLIND
        .iter()
        .any(|(value, _)| change.ends_with(&format!(" {value}")));
    let agrees = match (&verdict, found.is_empty()) {
        (Verdict::Valid, is_taken) => is_taken || is_blind,
        (_, is_taken) => !is_taken,
    };
    (!agrees).then(|| format!("{change}: {found:?} {verdict:?}"))
}

#[test]
fn in_a_dossier() {
    let own = every_key("scheme.toml");
    let schema = validator(&schema(&["dossier", "--scheme", text(&own)]));
    let base = fs::read_to_string(every_key("dossier.toml")).expect("the file can be read");
    let folder = Folder::with(&[]);
    let request = Request {
        dossier: folder.path().join("dossier.toml"),
        scheme: Some(own),
        ..Request::default()
    };
    let wrong = changed(&base).into_iter().filter_map(|(text, change)| {
        fs::write(&request.dossier, &text).expect("the file can be written");
        let loaded = load(&request).expect("the files are there");
        compared(&text, &change, &schema, &loaded.findings)
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn in_a_scheme() {
    let schema = validator(&schema(&["scheme"]));
    let base = fs::read_to_string(every_key("scheme.toml")).expect("the file can be read");
    let folder = Folder::with(&[]);
    let path = folder.path().join("scheme.toml");
    let wrong = changed(&base).into_iter().filter_map(|(text, change)| {
        fs::write(&path, &text).expect("the file can be written");
        let (_, mut findings, _) = load_scheme(&path).expect("the file is there");
        // Numbers of the scheme are defined in the same file.
        findings.retain(|it| it.code() != Code::I20);
        compared(&text, &change, &schema, &findings)
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn the_files_have_every_key_and_are_valid() {
    for (name, top, schema) in [
        ("scheme.toml", &SCHEME, schema(&["scheme"])),
        (
            "dossier.toml",
            &DOSSIER,
            schema(&["dossier", "--scheme", text(&every_key("scheme.toml"))]),
        ),
    ] {
        let text = fs::read_to_string(every_key(name)).expect("the file can be read");
        assert_eq!(verdict_of(&validator(&schema), &text), Verdict::Valid);
        let table: toml::Table = toml::from_str(&text).expect("the file is TOML");
        let mut missing = Vec::new();
        keys_missing(top, &[&table], &mut missing);
        assert!(missing.is_empty(), "{name}: {missing:?}");
    }
}

/// The keys of a shape, and of those within it, that none of its tables has.
fn keys_missing(shape: &Shape, tables: &[&toml::Table], missing: &mut Vec<String>) {
    for key in shape.keys {
        let values: Vec<_> = tables.iter().filter_map(|it| it.get(key.name)).collect();
        if values.is_empty() {
            missing.push(format!("{} {}", shape.name, key.name));
        }
        if let Kind::Table(inner) | Kind::Tables(inner) = key.kind {
            let within = values.into_iter().flat_map(|value| match value {
                toml::Value::Array(items) => {
                    items.iter().filter_map(toml::Value::as_table).collect()
                }
                other => other.as_table().into_iter().collect::<Vec<_>>(),
            });
            keys_missing(inner, &within.collect::<Vec<_>>(), missing);
        }
    }
}

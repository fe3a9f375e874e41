//! The JSON Schema of a dossier and of a scheme, held against the reader: what the
//! reader takes is valid, and a key fault that it finds is one that the schema finds,
//! but for those listed here with the reason why no schema can.

mod wronged;

use crate::program::{Folder, json, root, run, stderr, stdout};
use jsonschema::Validator;
use proptest::prelude::*;
use samenleven::model::Share;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// What a schema makes of a file.
#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    /// The TOML parser refuses it, in an editor as here, before any schema is asked.
    NotToml,
    /// Where it is not as the schema has it.
    Errors(Vec<String>),
    Valid,
}

/// The schema of a dossier, or of a scheme, as the program prints it.
fn schema(arguments: &[&str]) -> Value {
    let all = [&["schema"], arguments].concat();
    let output = run(&all);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    serde_json::from_str(&stdout(&output)).expect("a schema is JSON")
}

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::new(schema).expect("the schema is one")
}

fn verdict(validator: &Validator, path: &Path) -> Verdict {
    let bytes = fs::read(path).expect("the file can be read");
    String::from_utf8(bytes).map_or(Verdict::NotToml, |text| verdict_of(validator, &text))
}

fn verdict_of(validator: &Validator, text: &str) -> Verdict {
    let Ok(table) = toml::from_str::<toml::Table>(text) else {
        return Verdict::NotToml;
    };
    let instance = as_json(toml::Value::Table(table));
    let errors = validator.iter_errors(&instance);
    let errors: Vec<String> = errors
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    if errors.is_empty() {
        Verdict::Valid
    } else {
        Verdict::Errors(errors)
    }
}

/// A value as editors hold it against a schema: dates and times as texts, what is no
/// number as nothing.
fn as_json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::from(text),
        toml::Value::Integer(number) => Value::from(number),
        toml::Value::Float(number) => Value::from(number),
        toml::Value::Boolean(flag) => Value::from(flag),
        toml::Value::Datetime(date) => Value::from(date.to_string()),
        toml::Value::Array(items) => items.into_iter().map(as_json).collect(),
        toml::Value::Table(table) => {
            let entries = table.into_iter().map(|(key, value)| (key, as_json(value)));
            entries.collect()
        }
    }
}

fn text(path: &Path) -> &str {
    path.to_str().expect("test paths are UTF-8")
}

/// The files of a name below a folder.
fn files_named(name: &str, below: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![root().join(below)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a folder can be listed") {
            let path = entry.expect("an entry can be read").path();
            if path.is_dir() {
                open.push(path);
            } else if path.ends_with(name) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn what_is_shipped_is_valid() {
    let dossier = validator(&schema(&["dossier"]));
    let dossiers = [
        files_named("dossier.toml", "data"),
        files_named("dossier.toml", "examples"),
    ];
    let dossiers = dossiers.concat();
    assert!(dossiers.len() > 6, "{dossiers:?}");
    for path in dossiers {
        assert_eq!(
            verdict(&dossier, &path),
            Verdict::Valid,
            "{}",
            path.display()
        );
    }
    let scheme = validator(&schema(&["scheme"]));
    for path in [
        "data/schemes/plan-samenleven.toml",
        "tests/files/proef.toml",
    ] {
        assert_eq!(
            verdict(&scheme, &root().join(path)),
            Verdict::Valid,
            "{path}"
        );
    }
}

#[test]
fn what_is_written_by_new_is_valid() {
    let dossier = validator(&schema(&["dossier"]));
    let folder = Folder::with(&[]);
    for language in ["nl", "en"] {
        let made = folder.path().join(language);
        let action = [
            "--action", "5", "--action", "17", "--year", "1", "--year", "2",
        ];
        let command = ["new", text(&made), "--lang", language];
        let output = run(&[&command[..], &action].concat());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let path = made.join("dossier.toml");
        assert_eq!(verdict(&dossier, &path), Verdict::Valid, "{language}");
    }
}

/// Faults of keys that `check` finds and no schema can, each with the reason; the check
/// of editors reads the same list.
fn unseen() -> BTreeMap<String, String> {
    let list = fs::read_to_string(root().join("tests/files/unseen-by-schema.csv"));
    let list = list.expect("the list can be read");
    let lines = list.lines().skip(1);
    lines
        .filter_map(|line| line.split_once(','))
        .map(|(fixture, reason)| (fixture.to_owned(), reason.to_owned()))
        .collect()
}

/// A folder of `tests/faults`, with what `check` finds in it and what the schemas do.
struct Fixture {
    name: String,
    /// Whether its finding is one of reading, about a TOML file.
    is_of_keys: bool,
    /// What its finding shows and says.
    told: String,
    verdict: Verdict,
}

fn fixtures() -> Vec<Fixture> {
    let built_in = validator(&schema(&["dossier"]));
    let of_schemes = validator(&schema(&["scheme"]));
    let folders = files_named("dossier.toml", "tests/faults");
    folders
        .iter()
        .map(|dossier| {
            let folder = dossier.parent().expect("the file stands in a folder");
            let own = folder.join("scheme.toml");
            let mut check = vec!["check", text(folder)];
            let verdict = if own.is_file() {
                check.extend(["--scheme", text(&own)]);
                match verdict(&of_schemes, &own) {
                    Verdict::Valid => of_own_scheme(&own, dossier),
                    other => other,
                }
            } else {
                verdict(&built_in, dossier)
            };
            let finding = &json(&check)["findings"][0];
            let code = finding["code"].as_str().expect("a finding has a code");
            let path = finding["path"].as_str().expect("a finding has a path");
            let name = folder.file_name().and_then(|name| name.to_str());
            let words = ["excerpt", "message"].map(|key| finding[key].as_str().unwrap_or_default());
            Fixture {
                told: words.join(" "),
                name: name.expect("fixtures have plain names").to_owned(),
                is_of_keys: path.ends_with(".toml") && (code.starts_with('I') || code == "T04"),
                verdict,
            }
        })
        .collect()
}

/// A dossier held against the schema that is made for its own scheme, where that can
/// be read.
fn of_own_scheme(scheme: &Path, dossier: &Path) -> Verdict {
    let output = run(&["schema", "dossier", "--scheme", text(scheme)]);
    match serde_json::from_str(&stdout(&output)) {
        Ok(schema) => verdict(&validator(&schema), dossier),
        Err(_) => Verdict::Valid,
    }
}

#[test]
fn each_fault_of_a_key_is_one_that_the_schema_finds() {
    let unseen = unseen();
    let mut wrong = Vec::new();
    for fixture in fixtures() {
        let reason = unseen.get(&fixture.name);
        let is_seen = fixture.verdict != Verdict::Valid;
        let expected = fixture.is_of_keys && reason.is_none();
        if is_seen != expected {
            let Fixture { name, verdict, .. } = fixture;
            wrong.push(format!("{name}: {verdict:?}; unseen because {reason:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn it_finds_it_once_and_at_the_same_key() {
    let mut wrong = Vec::new();
    for fixture in fixtures() {
        let Verdict::Errors(errors) = &fixture.verdict else {
            continue;
        };
        let named = |error: &String| {
            let (path, message) = error.split_once(": ").unwrap_or_default();
            let keys = path.rsplit('/').find(|it| it.parse::<usize>().is_err());
            let quoted = message.split(['\'', '"']).skip(1).step_by(2);
            keys.into_iter()
                .chain(quoted)
                .filter(|it| !it.is_empty())
                .any(|key| fixture.told.contains(key))
        };
        if errors.len() != 1 || !errors.iter().all(named) {
            wrong.push(format!("{}: {errors:?} {}", fixture.name, fixture.told));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn only_what_no_toml_parser_reads_is_no_toml() {
    let refused = fixtures()
        .into_iter()
        .filter(|it| it.verdict == Verdict::NotToml);
    for fixture in refused {
        let is_syntax = fixture.name.starts_with("I01-");
        let is_no_day = fixture.name == "I05-no-such-day-in-dossier";
        assert!(is_syntax || is_no_day, "{}", fixture.name);
    }
}

#[test]
fn every_fault_that_is_unseen_is_there() {
    for (name, reason) in unseen() {
        let folder = root().join("tests/faults").join(&name);
        assert!(folder.is_dir() && !reason.is_empty(), "{name}");
    }
}

// The schemas by themselves.

/// All four schemas, with the language that comes first.
fn schemas() -> Vec<(Value, &'static str)> {
    let mut all = Vec::new();
    for language in ["nl", "en"] {
        for what in ["dossier", "scheme"] {
            all.push((schema(&[what, "--lang", language]), language));
        }
    }
    all
}

#[test]
fn each_is_a_schema_of_its_dialect() {
    for (schema, _) in schemas() {
        assert!(
            jsonschema::draft202012::meta::is_valid(&schema),
            "it is held against its own dialect"
        );
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
    }
}

/// The description of every table and every key, by its place.
fn descriptions(schema: &Value, place: &str, found: &mut Vec<(String, String)>) {
    let table = schema["properties"].as_object();
    let told = |value: &Value| value["description"].as_str().unwrap_or_default().to_owned();
    found.push((place.to_owned(), told(schema)));
    for (key, value) in table.into_iter().flatten() {
        found.push((format!("{place}.{key}"), told(value)));
    }
    for (name, table) in schema["$defs"].as_object().into_iter().flatten() {
        descriptions(table, name, found);
    }
}

#[test]
fn every_key_is_described_in_both_languages() {
    for (schema, language) in schemas() {
        let mut found = Vec::new();
        descriptions(&schema, "", &mut found);
        assert!(found.len() > 60, "{} descriptions", found.len());
        let other = if language == "nl" { "en" } else { "nl" };
        for (place, told) in found {
            let paragraphs: Vec<&str> = told.split("\n\n").collect();
            let [first, .., last] = paragraphs.as_slice() else {
                panic!("{place}: {told:?} has a paragraph in each language");
            };
            assert!(!first.is_empty() && !last.is_empty(), "{place}");
            if place == ".as_of" {
                let day = [("nl", "De dag waarop"), ("en", "The day the")];
                let of = |code| {
                    day.iter()
                        .find(|(it, _)| *it == code)
                        .expect("it is there")
                        .1
                };
                assert!(first.starts_with(of(language)), "{first}");
                assert!(last.starts_with(of(other)), "{last}");
            }
        }
    }
}

#[test]
fn actions_years_and_categories_come_with_their_titles() {
    let schema = schema(&["dossier"]);
    let action = &schema["$defs"]["action"]["properties"]["nr"];
    assert_eq!(action["enum"].as_array().map(Vec::len), Some(24));
    let told = action["description"].as_str().expect("it is described");
    assert!(
        told.contains("\n- 15: Brug leggen naar onderwijs\n"),
        "{told}"
    );
    let year = &schema["$defs"]["year"]["properties"]["nr"];
    let told = year["description"].as_str().expect("it is described");
    assert!(told.contains("- 2: 01/10/2023 – 30/09/2024"), "{told}");
    let category = &schema["$defs"]["budget"]["properties"]["category"];
    let told = category["description"].as_str().expect("it is described");
    assert!(told.contains("- operating: werkingsmiddelen"), "{told}");
}

#[test]
fn words_are_taken_in_the_spellings_of_the_reader_and_in_no_other() {
    let schema = schema(&["dossier"]);
    let payer = validator(&schema["$defs"]["staff"]["properties"]["payer"]);
    for taken in [
        "own",
        "EIGEN",
        " Third  Party ",
        "third-party",
        "ëigen",
        "Andere",
    ] {
        assert!(payer.is_valid(&Value::from(taken)), "{taken}");
    }
    for refused in ["eigenaar", "de eigen", "thirdparty", "", "own own"] {
        assert!(!payer.is_valid(&Value::from(refused)), "{refused}");
    }
    let columns = validator(&schema["$defs"]["progress"]["properties"]["columns"]);
    for (heading, is_taken) in [("Datum", true), ("DOELGROEP", true), ("dat", false)] {
        let instance = Value::Object(
            [(heading.to_owned(), Value::from("x"))]
                .into_iter()
                .collect(),
        );
        assert_eq!(columns.is_valid(&instance), is_taken, "{heading}");
    }
}

proptest! {
    #[test]
    fn a_share_that_is_read_is_valid(text in "[ ]?[0-9]{0,4}[ ]?[/.,%]?[ ]?[0-9]{0,5}[ ]?[%]?[ ]?") {
        static SHARE: LazyLock<Validator> = LazyLock::new(|| {
            validator(&schema(&["scheme"])["$defs"]["interim"]["properties"]["threshold"])
        });
        let is_valid = SHARE.is_valid(&Value::from(text.as_str()));
        match Share::parse(&text) {
            Some(_) => prop_assert!(is_valid, "{text:?}"),
            // Of fractions alone it does not see whether they are more than a whole.
            None => prop_assert!(!is_valid || text.contains('/'), "{text:?}"),
        }
    }
}

// The command.

#[test]
fn it_is_written_to_a_file_in_the_language_that_is_asked_for() {
    let folder = Folder::with(&[]);
    let path = folder.path().join("dossier.schema.json");
    let output = run(&["schema", "dossier", "--lang", "en", "-o", text(&path)]);
    assert_eq!(
        (output.status.code(), stdout(&output).as_str()),
        (Some(0), "")
    );
    let printed = run(&["schema", "dossier", "--lang", "en"]).stdout;
    assert_eq!(fs::read(&path).expect("it was written"), printed);
    let dutch = run(&["schema", "dossier"]).stdout;
    assert_ne!(dutch, printed);
}

#[test]
fn a_scheme_of_ones_own_changes_what_a_dossier_may_say() {
    let own = schema(&["dossier", "--scheme", "tests/files/proef.toml"]);
    assert_eq!(
        own["properties"]["scheme"]["enum"],
        serde_json::json!(["proef"])
    );
    let actions = &own["$defs"]["action"]["properties"]["nr"]["enum"];
    assert_eq!(*actions, serde_json::json!([1, 2, 3, 4]));
}

#[test]
fn a_scheme_that_was_read_is_not_written_over() {
    let scheme = fs::read(root().join("tests/files/proef.toml")).expect("it can be read");
    let folder = Folder::with(&[("regeling.toml", &scheme)]);
    let own = folder.path().join("regeling.toml");
    let output = run(&[
        "schema",
        "dossier",
        "--scheme",
        text(&own),
        "-o",
        text(&own),
    ]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read(&own).expect("it is there"), scheme);
}

#[test]
fn what_cannot_be_is_wrong_usage() {
    let folder = Folder::with(&[("stuk.toml", b"format = 1\n")]);
    let broken = folder.path().join("stuk.toml");
    for arguments in [
        &["schema"][..],
        &["schema", "report"],
        &["schema", "dossier", "--scheme", "/nergens.toml"],
        &["schema", "dossier", "--scheme", text(&broken)],
        &["schema", "dossier", "-o", folder.argument()],
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(stdout(&output), "", "{arguments:?}");
        assert!(!stderr(&output).is_empty(), "{arguments:?}");
    }
}

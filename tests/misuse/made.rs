//! Files that the program makes from what others wrote: a new dossier, a row of a log, a
//! schema. Nothing of a text becomes a line, a key or a cell of its own.

use super::dossiers::{Files, Names};
use super::strings::{KINDS, harmless, is_quiet};
use crate::program::{Folder, run, stderr, stdout};
use std::fs;

/// What is made of a scheme that is full of a text: the lines of a new dossier that are
/// read, and the keys of its schema.
fn made(text: &str) -> (Vec<String>, usize) {
    let folder = Folder::with(&[]);
    Files::new()
        .renamed(text, Names::OfTexts)
        .write(folder.path());
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (scheme, new) = (at("scheme.toml"), at("nieuw"));
    let output = run(&["new", &new, "--scheme", &scheme, "--action", "1"]);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{text:?}: {}",
        stderr(&output)
    );
    let dossier = fs::read_to_string(folder.path().join("nieuw/dossier.toml"));
    let dossier = dossier.expect("it was made");
    assert!(dossier.lines().all(is_quiet), "{dossier}");
    let read = dossier.lines().filter(|line| !line.starts_with('#'));
    let keys = read.map(|line| line.split('=').next().unwrap_or_default().to_owned());
    let _: toml::Table = dossier.parse().expect("it is TOML");
    let found = run(&["check", &new, "--scheme", &scheme, "--format", "json"]);
    assert!(
        !stdout(&found).contains("\"I0"),
        "{text:?}: {}",
        stdout(&found)
    );
    let schema = stdout(&run(&["schema", "dossier", "--scheme", &scheme]));
    assert!(schema.lines().all(is_quiet), "{text:?}");
    let schema: serde_json::Value = serde_json::from_str(&schema).expect("it is JSON");
    let tables = schema["$defs"].as_object().expect("it has tables").len();
    (keys.collect(), tables)
}

#[test]
fn nothing_of_a_scheme_becomes_a_line_of_a_new_dossier() {
    for (_, texts) in KINDS {
        for text in *texts {
            assert_eq!(made(text), made(&harmless(text)), "{text:?}");
        }
    }
}

#[test]
fn a_row_of_a_log_is_one_row_whatever_stands_in_it() {
    let scheme = fs::read(crate::program::root().join("tests/files/every-key/scheme.toml"));
    let scheme = scheme.expect("it is there");
    let dossier = "format = 1\nscheme = \"alles\"\n[applicant]\nname = \"V\"\nkind = \"municipality\"\n\
        [[year]]\nnr = 1\n[[action]]\nnr = 1\n[[progress]]\nfile = \"log.csv\"\n";
    for text in KINDS.iter().flat_map(|(_, texts)| *texts) {
        if text.contains('\0') {
            // No argument holds one.
            continue;
        }
        let log = "datum;actie;aantal;aanbieder;opmerking\n";
        let folder = Folder::with(&[
            ("dossier.toml", dossier.as_bytes()),
            ("scheme.toml", &scheme),
            ("log.csv", log.as_bytes()),
        ]);
        let scheme = folder.path().join("scheme.toml").display().to_string();
        let [provider, note] = ["--provider", "--note"].map(|it| format!("{it}={text}"));
        let row = ["--action", "1", "--count", "1", "--date", "2023-02-01"];
        let log = [
            "log",
            folder.argument(),
            "--scheme",
            &scheme,
            &provider,
            &note,
        ];
        let output = run(&[&log[..], &row].concat());
        let said = stdout(&output) + &stderr(&output);
        assert!(said.lines().all(is_quiet), "{said:?}");
        let bytes = fs::read(folder.path().join("log.csv")).expect("it is there");
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(b';')
            .from_reader(bytes.as_slice());
        let rows = reader.records().map(|it| it.expect("as wide as its head"));
        let rows: Vec<csv::StringRecord> = rows.collect();
        match output.status.code() {
            Some(0) => assert_eq!(rows.len(), 1, "{text:?}"),
            _ => assert_eq!(rows.len(), 0, "{text:?}: {said}"),
        }
    }
}

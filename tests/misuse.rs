//! Hostile texts do no harm: in every place of every file where a text can stand, in
//! every format, on every stream.
//!
//! Each answer is read back by a reader that is not ours. It must be built as it is with
//! a harmless text of the same width, must hold nothing that steers who reads it, and
//! must show the text in its documented form, wherever the harmless one is shown.
//!
//! Every text at every place takes a while; it runs with
//! `cargo test --locked misuse -- --ignored`.

mod answers;
mod arguments;
mod dossiers;
mod endless;
mod made;
mod paths;
mod strings;

use crate::program::{Folder, run, stderr};
use answers::{Answer, read};
use dossiers::{Files, Names, Place};
use samenleven::wording::visible;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use strings::{HONEST, KINDS, Kind, OF_ALL, harmless};

/// What is asked of a dossier: a command, and the names of the files it answers in.
type Asked = (&'static [&'static str], &'static [&'static str]);

const ASKED: &[Asked] = &[
    (
        &["report"],
        &["r.txt", "r.json", "r.md", "r.html", "r.xlsx", "tables/"],
    ),
    (
        &["check"],
        &[
            "c.txt", "c.json", "c.md", "c.html", "c.csv", "c.sarif", "c.xml", "c.jsonl",
        ],
    ),
    (&["report", "--color", "always"], &[]),
    (&["report", "--format", "csv-excel"], &["excel/"]),
    (&["check", "--format", "github"], &[]),
];

/// The answers to all that can be asked of a dossier, by name. They do not name the
/// folder, which is another for each.
fn answers(files: &Files) -> BTreeMap<String, Answer> {
    answers_to(ASKED, files)
}

fn answers_to(asked: &[Asked], files: &Files) -> BTreeMap<String, Answer> {
    let folder = Folder::with(&[]);
    files.write(folder.path());
    let out = Folder::with(&[]);
    fs::create_dir(out.path().join("tables")).expect("a folder can be made");
    fs::create_dir(out.path().join("excel")).expect("a folder can be made");
    let mut found = BTreeMap::new();
    for (command, names) in asked {
        answer(command, names, (folder.path(), out.path()), &mut found);
    }
    found
}

fn answer(
    command: &[&str],
    names: &[&str],
    (folder, out): (&Path, &Path),
    found: &mut BTreeMap<String, Answer>,
) {
    let [dossier, scheme] =
        [folder.to_path_buf(), folder.join("scheme.toml")].map(|it| it.display().to_string());
    let paths: Vec<String> = names
        .iter()
        .map(|name| out.join(name).display().to_string())
        .collect();
    let mut arguments = command.to_vec();
    arguments.extend([&dossier, "--scheme", &scheme]);
    arguments.extend(paths.iter().flat_map(|path| ["-o", path]));
    let output = run(&arguments);
    let code = output.status.code();
    assert!(
        matches!(code, Some(0..=2)),
        "{arguments:?}: {}",
        stderr(&output)
    );
    let called = command.join(" ");
    let streams = [("out", &output.stdout), ("err", &output.stderr)];
    for (stream, bytes) in streams {
        let ending = match (stream, command.last()) {
            (_, Some(&"always")) => "color",
            ("out", Some(&"github")) => "github",
            _ => "txt",
        };
        // The folder stands in what is told beside an answer; each has another.
        let text = String::from_utf8(bytes.clone()).expect("what it says is UTF-8");
        let text = text.replace(&dossier, "MAP");
        let name = format!("{called} {stream}.{ending}");
        found.insert(name.clone(), read(&name, text.as_bytes()));
    }
    for (name, path) in names.iter().zip(paths) {
        if name.ends_with('/') {
            for entry in fs::read_dir(&path).into_iter().flatten() {
                let path = entry.expect("an entry can be read").path();
                let bytes = fs::read(&path).expect("it can be read");
                let file = path.file_name().expect("it has a name").to_string_lossy();
                let ending = if *name == "excel/" { "x" } else { "" };
                let name = format!("{name}{file}{ending}");
                found.insert(name.clone(), read(&name, &bytes));
            }
        } else if let Ok(bytes) = fs::read(&path) {
            found.insert((*name).to_owned(), read(name, &bytes));
        }
    }
}

/// How often a text stands in others, spaces and apostrophes aside.
fn times(texts: &[String], text: &str) -> usize {
    // A guard against formulas is no part of it.
    let joined = |it: &str| {
        let it = it.replace('\'', "");
        it.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let text = joined(text);
    texts
        .iter()
        .map(|it| joined(it).matches(&text).count())
        .sum()
}

/// Answers in which a text may be broken over lines, or hidden behind a width.
fn is_laid_out(name: &str) -> bool {
    [".txt", ".color", ".html", ".md"]
        .iter()
        .any(|it| name.ends_with(it))
}

/// Holds the answers of a dossier full of a text to those of one full of a harmless one.
fn hold(text: &str) {
    let plain = harmless(text);
    let files = Files::new();
    let names = Names::of(text);
    let found = answers(&files.renamed(text, names));
    let expected = answers(&files.renamed(&plain, names));
    let names = |it: &BTreeMap<String, Answer>| it.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&found), names(&expected), "{text:?}");
    assert!(found.len() > 30, "{:?}", names(&found));
    let [shown, plain] = [text, &plain].map(|it| visible(it).into_owned());
    for (name, answer) in &found {
        let other = &expected[name];
        let (ours, theirs) = (&answer.built_of, &other.built_of);
        // Lines of a page for a terminal break where words do.
        if name.ends_with(".txt") || name.ends_with(".color") {
            continue;
        }
        let differs = ours.iter().zip(theirs).find(|(one, two)| one != two);
        assert_eq!(differs, None, "{name} of {text:?}");
        assert_eq!(ours.len(), theirs.len(), "{name} of {text:?}");
        // Where the harmless text is cut off, or nothing like it is known, the other may
        // stand once more.
        let is_there = |answer: &Answer, text: &str| times(&answer.texts, text) > 0;
        if !is_laid_out(name) && is_there(other, &plain) {
            assert!(is_there(answer, &shown), "{name} shows {text:?}");
        }
    }
}

fn hold_all((_, texts): Kind) {
    texts.iter().for_each(|text| hold(text));
}

macro_rules! each_kind {
    ($($name:ident $kind:ident;)*) => {
        $(#[test] fn $name() { hold_all(strings::$kind); })*
    };
}

each_kind! {
    no_terminal_is_steered TERMINAL;
    no_direction_is_turned DIRECTION;
    nothing_stands_unseen UNSEEN;
    no_line_begins_where_none_should LINES;
    no_formula_runs FORMULAS;
    no_formula_runs_that_was_hidden MORE_FORMULAS;
    no_markup_is_obeyed MARKUP;
    no_markdown_is_obeyed MARKDOWN;
    no_markdown_is_obeyed_at_the_start_of_a_line MORE_MARKDOWN;
    no_program_is_misled MACHINES;
    no_workbook_is_misled SPREADSHEETS;
    what_people_write_stays HONEST;
}

#[test]
fn what_people_write_comes_back_letter_by_letter() {
    for text in HONEST.1 {
        assert_eq!(visible(text), *text);
        let found = answers(&Files::new().renamed(text, Names::of(text)));
        for name in ["r.json", "r.xlsx", "c.sarif", "c.csv"] {
            assert!(times(&found[name].texts, text) > 2, "{name}: {text}");
        }
    }
}

#[test]
fn the_longest_texts_are_read_and_shown_everywhere() {
    let found = answers_to(
        &ASKED[..1],
        &Files::new().renamed(&"lang ".repeat(180), Names::OfTexts),
    );
    assert!(found.contains_key("r.xlsx"), "{:?}", found.keys());
}

/// One text at one place, through what tells most of it.
fn at_a_place(files: &Files, place: &Place, text: &str) -> usize {
    let folder = Folder::with(&[]);
    files.with(place, text).write(folder.path());
    let out = Folder::with(&[]);
    let mut found = BTreeMap::new();
    let names = ["c.json", "c.html", "c.md", "c.csv", "c.sarif", "c.xml"];
    answer(&["check"], &names, (folder.path(), out.path()), &mut found);
    found.len()
}

#[test]
fn every_place_takes_a_text_of_all_kinds() {
    let files = Files::new();
    let places = files.places();
    assert!(places.len() > 400, "{}", places.len());
    for place in &places {
        assert!(at_a_place(&files, place, OF_ALL) > 2, "{place:?}");
    }
}

#[test]
#[ignore = "it takes many minutes; by hand"]
fn every_place_takes_every_text() {
    let files = Files::new();
    let mut tried = 0;
    for place in &files.places() {
        for text in KINDS.iter().flat_map(|(_, texts)| *texts) {
            tried += at_a_place(&files, place, text);
        }
    }
    assert!(tried > strings::count() * files.places().len(), "{tried}");
}

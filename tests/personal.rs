//! Personal data in every place where a text can stand: it is told with its place, and
//! no answer shows it, in whatever format.

use crate::program::{Folder, root, run, samenleven, stderr, stdout};
use samenleven::input::dossier_keys::DOSSIER;
use samenleven::input::{Kind, Shape};
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;

/// Invented numbers and an invented address, each as it may be written, and what of it
/// would give it away.
const PERSONAL: [(&str, &str); 6] = [
    ("85.07.30-033.28", "033.28"),
    ("85073003328", "85073003328"),
    ("kind 00.01.01-001.05 kwam", "001.05"),
    ("jan.peeters@voorbeeld.example", "jan.peeters"),
    ("0470 12 34 56", "0470 12"),
    ("+32470123457", "32470123457"),
];

/// So many of them are national register numbers.
const NATIONAL_NUMBERS: usize = 3;

/// Paths are told as they stand, so that somebody can follow them.
const PATHS: [&str; 2] = ["file", "sheet"];

/// Whatever may be wrong with a key.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Where {
    /// Only where any text may stand.
    InTexts,
    /// Also in the place of dates, numbers and words of a list, and as a key.
    Everywhere,
}

/// A dossier with a text in every key that takes one.
fn dossier(text: &str, place: Where) -> String {
    let mut lines = vec![
        "format = 1".to_owned(),
        "scheme = \"plan-samenleven\"".to_owned(),
        "as_of = 2023-09-30".to_owned(),
    ];
    table(&mut lines, &DOSSIER, "", text, place);
    lines.join("\n") + "\n"
}

/// The keys of a table, then the tables below it.
fn table(lines: &mut Vec<String>, shape: &Shape, path: &str, text: &str, place: Where) {
    let quoted = format!("\"{text}\"");
    for key in shape.keys {
        let name = key.name;
        let is_fixed = ["format", "scheme", "as_of", "language"].contains(&name) && path.is_empty();
        let value = match key.kind {
            _ if is_fixed || matches!(key.kind, Kind::Table(_) | Kind::Tables(_)) => continue,
            Kind::Text if PATHS.contains(&name) => match name {
                "file" => format!("\"{path}.csv\""),
                _ => continue,
            },
            Kind::Text => quoted.clone(),
            Kind::Texts => format!("[{quoted}, {quoted}]"),
            // Columns that are fixed here would be taken from nowhere else.
            Kind::AsCell => continue,
            Kind::Named(_) if place == Where::InTexts => continue,
            Kind::Named(_) => format!("{{ {quoted} = {quoted} }}"),
            _ if place == Where::InTexts => match usual(name) {
                Some(value) => value.to_owned(),
                None => continue,
            },
            // Else there would be no year and no action, and nothing below them.
            Kind::Nr(_) => usual(name).unwrap_or("1").to_owned(),
            _ => quoted.clone(),
        };
        lines.push(format!("{name} = {value} # {text}"));
    }
    if place == Where::Everywhere {
        lines.push(format!("{quoted} = 1"));
    }
    for key in shape.keys {
        let below = if path.is_empty() {
            key.name.to_owned()
        } else {
            format!("{path}.{}", key.name)
        };
        let (opening, shape) = match key.kind {
            Kind::Table(shape) => (format!("[{below}]"), shape),
            Kind::Tables(shape) => (format!("[[{below}]]"), shape),
            _ => continue,
        };
        lines.push(opening);
        table(lines, shape, &below, text, place);
    }
}

/// Values that go together, for keys that hold no text.
fn usual(key: &str) -> Option<&'static str> {
    Some(match key {
        "nr" | "year" => "1",
        "actions" => "[1]",
        "years" => "[1]",
        "action" => "1",
        "kind" => "\"municipality\"",
        "target" => "300",
        "award" | "amount" => "1_000",
        "fte" => "1.5",
        "code" => "\"K01\"",
        "from" | "to" => return None,
        _ => return None,
    })
}

/// A log with the text in each column in turn, in a row with a cell too many, and in a
/// heading.
fn log(columns: &[(&str, &str)], text: &str) -> String {
    let headings: Vec<&str> = columns.iter().map(|(heading, _)| *heading).collect();
    let mut log = format!("{};{text}\n", headings.join(";"));
    let row = |changed: Option<usize>| {
        let cells = columns.iter().enumerate().map(
            |(at, (_, usual))| {
                if changed == Some(at) { text } else { usual }
            },
        );
        cells.collect::<Vec<_>>().join(";")
    };
    for changed in 0..columns.len() {
        log += &format!("{};x\n", row(Some(changed)));
        log += &format!("{};\"{text}\n", row(Some(changed)));
    }
    log += &format!("{};x;te;veel;{text}\n", row(None));
    log += &format!("{};{text}\n", row(None));
    log
}

const PROGRESS: [(&str, &str); 8] = [
    ("datum", "01/03/2023"),
    ("actie", "1"),
    ("aantal", "12"),
    ("aanbieder", "Huis"),
    ("doelgroep", "groep"),
    ("persoon", "p1"),
    ("gemeente", "Voorbeeldgem"),
    ("opmerking", "nota"),
];

const BOOKINGS: [(&str, &str); 7] = [
    ("datum", "01/03/2023"),
    ("actie", "1"),
    ("categorie", "personnel"),
    ("betaler", "own"),
    ("bedrag", "12,50"),
    ("omschrijving", "nota"),
    ("rekening", "613000"),
];

fn folder(text: &str, place: Where) -> Folder {
    Folder::with(&[
        ("dossier.toml", dossier(text, place).as_bytes()),
        ("progress.csv", log(&PROGRESS, text).as_bytes()),
        ("bookings.csv", log(&BOOKINGS, text).as_bytes()),
    ])
}

/// All that the program writes of a dossier, each with where it wrote it.
fn answers(folder: &Folder, language: &str) -> Vec<(String, String)> {
    let out = Folder::with(&[]);
    let place = |name: &str| out.path().join(name).to_str().expect("UTF-8").to_owned();
    let mut answers = Vec::new();
    let mut go = |command: &[&str], names: &[&str]| {
        let mut asked = command.to_vec();
        asked.insert(1, folder.argument());
        let places: Vec<String> = names.iter().map(|it| place(it)).collect();
        asked.extend(places.iter().flat_map(|it| ["-o", it.as_str()]));
        asked.extend(["--lang", language]);
        let output = run(&asked);
        answers.push((format!("{command:?} says"), stderr(&output)));
        answers.push((format!("{command:?} gives"), stdout(&output)));
    };
    go(
        &["report"],
        &["r.txt", "r.json", "r.md", "r.html", "r.xlsx", "tables/"],
    );
    go(
        &["check"],
        &[
            "c.txt", "c.json", "c.md", "c.html", "c.xlsx", "c.csv", "c.sarif",
        ],
    );
    for format in ["junit", "github", "json-lines", "csv-excel"] {
        go(&["check", "--format", format], &[]);
    }
    go(&["kpi", "--by", "provider"], &["k.csv", "k.txt", "k.xlsx"]);
    go(&["check", "--explain-file", "progress.csv"], &[]);
    go(&["check", "--explain-file", "bookings.csv"], &[]);
    answers.extend(read_all(out.path()));
    answers
}

fn read_all(folder: &Path) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder can be listed") {
        let path = entry.expect("the folder can be listed").path();
        if path.is_dir() {
            all.extend(read_all(&path));
            continue;
        }
        let bytes = fs::read(&path).expect("what was written can be read");
        let text = if path.extension().is_some_and(|it| it == "xlsx") {
            unpacked(bytes)
        } else {
            String::from_utf8(bytes).expect("every other format is UTF-8")
        };
        all.push((path.display().to_string(), text));
    }
    all
}

fn unpacked(bytes: Vec<u8>) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook is packed");
    let mut text = String::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part is there");
        part.read_to_string(&mut text).expect("parts are text");
    }
    text
}

/// The lines that hold what must be shown nowhere.
fn leaks(folder: &Folder, telling: &str, language: &str) -> Vec<String> {
    let all = answers(folder, language);
    assert!(
        all.iter().any(|(_, text)| text.contains("P0")),
        "it is told"
    );
    let mut leaks = Vec::new();
    for (name, text) in &all {
        let lines = text.lines().filter(|line| line.contains(telling));
        leaks.extend(lines.map(|line| format!("{name}: {}", &line[..line.len().min(300)])));
    }
    leaks
}

#[test]
fn personal_data_is_shown_nowhere() {
    for (at, (text, telling)) in PERSONAL.into_iter().enumerate() {
        let language = if at % 2 == 0 { "nl" } else { "en" };
        for place in [Where::InTexts, Where::Everywhere] {
            let leaks = leaks(&folder(text, place), telling, language);
            assert!(leaks.is_empty(), "{text}\n{}", leaks.join("\n"));
        }
    }
}

#[test]
fn a_dossier_that_is_no_toml_shows_nothing_of_it_either() {
    let (text, telling) = PERSONAL[0];
    let folder = folder(text, Where::InTexts);
    let path = folder.path().join("dossier.toml");
    let toml = fs::read_to_string(&path).expect("the dossier can be read");
    fs::write(&path, toml + &format!("{text} = {text}\nnote = {text}\n"))
        .expect("it can be written");
    for format in ["text", "json", "sarif", "junit", "github", "html"] {
        let output = run(&["check", folder.argument(), "--format", format]);
        let said = stdout(&output) + &stderr(&output);
        assert!(said.contains("I01"), "{said}");
        assert!(!said.contains(telling), "{said}");
    }
}

#[test]
fn a_row_with_a_national_number_is_not_added_to_a_log() {
    let from = root().join("examples/voorbeeldgem");
    for (at, (text, telling)) in PERSONAL.into_iter().enumerate() {
        for option in ["--note", "--provider", "--group"] {
            let read = |name: &str| fs::read(from.join(name)).expect("the example can be read");
            let files = ["dossier.toml", "progress.csv"].map(|it| (it, read(it)));
            let files = files
                .each_ref()
                .map(|(name, bytes)| (*name, bytes.as_slice()));
            let folder = Folder::with(&files);
            let asked = [
                "log",
                folder.argument(),
                "--date",
                "2023-05-02",
                "--action",
                "15",
                "--count",
                "1",
                option,
                text,
            ];
            let output = samenleven(&asked)
                .output()
                .expect("the program can be started");
            let said = stdout(&output) + &stderr(&output);
            // P01 is an error and refused; P02 is a warning, told as the row is written.
            let is_number = at < NATIONAL_NUMBERS;
            let code = if is_number { "P01" } else { "P02" };
            assert!(said.contains(code), "{option} {text}: {said}");
            assert_eq!(output.status.code(), Some(i32::from(is_number)), "{said}");
            assert!(!said.contains(telling), "{option} {text}: {said}");
            let log = fs::read(folder.path().join("progress.csv")).expect("the log can be read");
            let is_same = log == read("progress.csv");
            assert_eq!(is_same, is_number, "{option} {text}");
        }
    }
}

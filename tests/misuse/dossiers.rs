//! A dossier with every key there is, and every place in it where a text can stand. The
//! file with every key is held to the tables of keys by a test of its own, so that a new
//! key has its place here by itself.

use crate::program::root;
use samenleven::input::{BuiltIn, SCHEMES, dossier_schema, progress_columns};
use samenleven::model::Language;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The files of a dossier: its own, its scheme, and logs with every column.
#[derive(Debug, Clone)]
pub(super) struct Files(pub(super) Vec<(String, String)>);

/// A place where a text can stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// The text between quotes, by its number, in a line of a file.
    Quoted(usize, usize, usize),
    /// All that stands behind a key.
    Value(usize, usize),
    /// The key itself, or the name of a table.
    Key(usize, usize),
    /// A cell of a log by its row and column.
    Cell(usize, usize, usize),
}

/// What a text stands for where files are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    /// Files bear it as well.
    OfFiles,
    /// No system has a file of that name.
    OfTexts,
}

impl Names {
    /// What a text can stand for.
    pub(super) fn of(text: &str) -> Self {
        let is_none = text.contains(['/', '\0']) || text.len() > 200;
        if is_none {
            Self::OfTexts
        } else {
            Self::OfFiles
        }
    }
}

/// How many of the files are TOML; the others are logs.
const TOML: usize = 2;

impl Files {
    /// The files as they are.
    pub(super) fn new() -> Self {
        let every_key = |name: &str| {
            let path = root().join("tests/files/every-key").join(name);
            fs::read_to_string(path).expect("the file can be read")
        };
        let more = "\n[[progress]]\nfile = \"vrij.csv\"\n\n[[bookings]]\nfile = \"vrije.csv\"\n";
        let mut files = Self(vec![
            ("dossier.toml".to_owned(), every_key("dossier.toml") + more),
            ("scheme.toml".to_owned(), every_key("scheme.toml")),
            (
                "log.csv".to_owned(),
                "\"nota bene\";\"iets\"\n\"hallo\";\"iets\"\n".to_owned(),
            ),
            (
                "boekingen.csv".to_owned(),
                "\"Bedrag incl.\";\"omschrijving\"\n\"10,50\";\"taart\"\n".to_owned(),
            ),
        ]);
        let progress = progress_columns().map(|(key, _)| key.to_owned()).collect();
        files.0.push(("vrij.csv".to_owned(), log(progress)));
        files
            .0
            .push(("vrije.csv".to_owned(), log(bookings_columns())));
        files
    }

    /// Every place of every file.
    pub(super) fn places(&self) -> Vec<Place> {
        let mut places = Vec::new();
        for (file, (_, text)) in self.0.iter().enumerate() {
            for (at, line) in text.lines().enumerate() {
                if file >= TOML {
                    let cells = line.split(';').count();
                    places.extend((0..cells).map(|cell| Place::Cell(file, at, cell)));
                } else if let Some((_, value)) = line.split_once(" = ") {
                    let quoted = value.matches('"').count() / 2;
                    places.extend((0..quoted).map(|nr| Place::Quoted(file, at, nr)));
                    places.extend([Place::Value(file, at), Place::Key(file, at)]);
                } else if line.starts_with('[') {
                    places.push(Place::Key(file, at));
                }
            }
        }
        places
    }

    /// The files with a text at one place.
    pub(super) fn with(&self, place: &Place, text: &str) -> Self {
        let (Place::Quoted(file, at, _)
        | Place::Value(file, at)
        | Place::Key(file, at)
        | Place::Cell(file, at, _)) = place;
        let mut lines: Vec<String> = self.0[*file].1.lines().map(str::to_owned).collect();
        let line = &lines[*at];
        lines[*at] = match place {
            Place::Cell(_, _, cell) => {
                let mut cells: Vec<String> = line.split(';').map(str::to_owned).collect();
                cells[*cell] = csv_quoted(text);
                cells.join(";")
            }
            Place::Quoted(_, _, nr) => {
                let parts: Vec<&str> = line.split('"').collect();
                let [before, after] = [&parts[..nr * 2 + 1], &parts[nr * 2 + 2..]];
                format!(
                    "{}{}{}",
                    before.join("\""),
                    toml_quoted(text),
                    after.join("\"")
                )
            }
            Place::Value(..) => {
                let (key, _) = line.split_once(" = ").expect("a key has a value");
                format!("{key} = {}", toml_quoted(text))
            }
            Place::Key(..) => match line.split_once(" = ") {
                Some((_, value)) => format!("{} = {value}", toml_quoted(text)),
                None => {
                    let marks = line.matches('[').count();
                    let [open, shut] = ["[", "]"].map(|it| it.repeat(marks));
                    format!("{open}{}{shut}", toml_quoted(text))
                }
            },
        };
        let mut files = self.clone();
        files.0[*file].1 = lines.join("\n") + "\n";
        files
    }

    /// The files with `text` and a number in place of every name and every free text; a
    /// name is changed wherever it stands, so that the dossier still hangs together.
    pub(super) fn renamed(&self, text: &str, of: Names) -> Self {
        let mut files = self.clone();
        let names: BTreeSet<String> = self.0.iter().flat_map(|(_, text)| quoted(text)).collect();
        let names = names.into_iter().filter(|it| !KEPT.contains(&it.as_str()));
        for (nr, name) in names.enumerate() {
            let new = format!("{text} {nr}");
            let is_file = self.0.iter().any(|(it, _)| *it == name);
            if is_file && of == Names::OfTexts {
                continue;
            }
            for (at, (path, written)) in files.0.iter_mut().enumerate() {
                let quote = if at < TOML { toml_quoted } else { csv_quoted };
                *written = written.replace(&format!("\"{name}\""), &quote(&new));
                // Names of groups are keys of a dossier.
                let as_key = format!(" {} = ", quote(&new));
                *written = written.replace(&format!(" {name} = "), &as_key);
                if *path == name {
                    path.clone_from(&new);
                }
            }
        }
        files
    }

    /// Writes them into a folder.
    pub(super) fn write(&self, folder: &Path) {
        for (name, text) in &self.0 {
            fs::write(folder.join(name), text).expect("a file of the test can be written");
        }
    }
}

/// What is no free text but means something to the program.
const KEPT: &[&str] = &[
    "",
    "nl",
    "en",
    "partnership",
    "award",
    "own",
    "advance",
    "nl-BE",
    ";",
    "I24",
    "1/2",
    "yes",
    "all-years",
    "stimulus",
    "25 %",
    "milestone",
    "headcount",
    "80 %",
    "0,2",
    "flow",
    "subsidy",
    "10,50",
    "31/03/2023",
    "1",
    "5",
    "dossier.toml",
    "scheme.toml",
];

/// The texts between quotes, but for headings that name a column by themselves.
fn quoted(text: &str) -> Vec<String> {
    let is_log = !text.contains(" = ");
    let known = |line: usize, it: &str| is_log && line == 0 && it != "nota bene" && it != "iets";
    let lines = text.lines().enumerate();
    lines
        .flat_map(|(at, line)| line.split('"').skip(1).step_by(2).map(move |it| (at, it)))
        .filter(|(at, it)| !known(*at, it) || *it == "Bedrag incl.")
        .map(|(_, it)| it.to_owned())
        .collect()
}

/// A log with these columns and a row.
fn log(columns: Vec<String>) -> String {
    let cell = |key: &String| match key.as_str() {
        "date" => "31/03/2023".to_owned(),
        "action" => "1".to_owned(),
        "count" => "5".to_owned(),
        "amount" => "10,50".to_owned(),
        "payer" => "own".to_owned(),
        "category" => "personnel".to_owned(),
        "group" => "jong".to_owned(),
        key => format!("een {key}"),
    };
    let row = |cells: Vec<String>| {
        let cells: Vec<String> = cells.iter().map(|it| csv_quoted(it)).collect();
        cells.join(";") + "\n"
    };
    let cells = columns.iter().map(cell).collect();
    row(columns) + &row(cells)
}

/// The columns that a bookings file may have, as the schema lists them.
fn bookings_columns() -> Vec<String> {
    let schemes: Vec<_> = SCHEMES
        .iter()
        .filter_map(BuiltIn::scheme)
        .cloned()
        .collect();
    let schema = dossier_schema(&schemes, Language::Dutch);
    let columns = &schema["$defs"]["bookings"]["properties"]["columns"]["properties"];
    let columns = columns.as_object().expect("the schema lists the columns");
    assert!(columns.len() > 5, "{columns:?}");
    columns.keys().cloned().collect()
}

/// A text as TOML has it between quotes; what need not be escaped is not.
pub(super) fn toml_quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\t' => quoted.push(character),
            '\0'..='\u{1f}' | '\u{7f}' => {
                quoted.push_str(&format!("\\u{:04X}", u32::from(character)));
            }
            _ => quoted.push(character),
        }
    }
    quoted + "\""
}

fn csv_quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

//! The help: examples first, for every subcommand and in both languages, and each of
//! them runs.

use crate::program::{Folder, root, run, samenleven, stderr, stdout, subcommands};
use rust_xlsxwriter::Workbook;
use std::fs;
use std::path::Path;

/// What stands for a dossier of the reader's own.
const DOSSIER: &str = "DOSSIER";

/// The command lines whose help is looked at: the program's own and each subcommand's.
fn helps() -> Vec<Vec<String>> {
    let help = "--help".to_owned();
    let mut all = vec![vec![help.clone()]];
    all.extend(
        subcommands()
            .into_iter()
            .map(|name| vec![name, help.clone()]),
    );
    all
}

fn help(command: &[String], language: &str) -> String {
    let mut all: Vec<&str> = command.iter().map(String::as_str).collect();
    all.extend(["--lang", language]);
    stdout(&run(&all))
}

/// The lines of a block of the help, without the space before them.
fn block<'h>(help: &'h str, heading: &str) -> Vec<&'h str> {
    help.lines()
        .skip_while(|line| *line != heading)
        .skip(1)
        .take_while(|line| !line.is_empty())
        .map(str::trim)
        .collect()
}

/// The words of a line as a shell cuts it; a text in quotes is one.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, part) in line.split('"').enumerate() {
        if at % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

#[test]
fn examples_stand_before_usage_and_options() {
    for command in helps() {
        for (language, [examples, usage, options]) in [
            ("nl", ["Voorbeelden:", "Gebruik: ", "Opties:"]),
            ("en", ["Examples:", "Usage: ", "Options:"]),
        ] {
            let help = help(&command, language);
            let place = |heading: &str| {
                help.find(heading)
                    .unwrap_or_else(|| panic!("{command:?} has {heading}"))
            };
            assert!(
                place(examples) < place(usage) && place(usage) < place(options),
                "{command:?}: {help}"
            );
            let found = block(&help, examples);
            assert!(!found.is_empty(), "{command:?}");
            for line in &found {
                assert!(line.starts_with("samenleven "), "{command:?}: {line}");
            }
            let name = command.first().filter(|name| *name != "--help");
            if let Some(name) = name {
                let own = format!("samenleven {name}");
                assert!(found.iter().all(|line| line.starts_with(&own)), "{found:?}");
            }
        }
    }
}

#[test]
fn every_example_runs() {
    for command in helps() {
        for (language, heading) in [("nl", "Voorbeelden:"), ("en", "Examples:")] {
            let help = help(&command, language);
            for example in block(&help, heading) {
                run_in_a_folder(example, language);
            }
        }
    }
}

/// Runs an example where `DOSSIER` is a dossier. What it finds in the data is no fault
/// of the example; what it cannot do is.
fn run_in_a_folder(example: &str, language: &str) {
    let folder = Folder::with(&[]);
    let dossier = folder.path().join(DOSSIER);
    fs::create_dir(&dossier).expect("a folder can be made");
    copy_files(&root().join("examples/voorbeeldgem"), &dossier);
    given(&folder, example);
    let words = words(example);
    let arguments: Vec<&str> = words[1..].iter().map(String::as_str).collect();
    let output = samenleven(&arguments)
        .current_dir(folder.path())
        .env("SAMENLEVEN_LANG", language)
        .output()
        .expect("the program can be started");
    let told = stderr(&output);
    let reads = arguments.contains(&DOSSIER);
    let may = if reads { [0, 1] } else { [0, 0] };
    let code = output.status.code().unwrap_or(-1);
    assert!(may.contains(&code), "{example}: {code} {told}");
    assert!(!told.contains("samenleven: "), "{example}: {told}");
    for pair in arguments.windows(2).filter(|pair| pair[0] == "-o") {
        let written = folder.path().join(pair[1]);
        assert!(written.exists(), "{example} writes {}", pair[1]);
    }
    let says = !output.stdout.is_empty() || !told.is_empty();
    assert!(says || arguments.contains(&"-o"), "{example} answers");
}

/// What an example needs that a reader has: a dossier made before, or a sheet.
fn given(folder: &Folder, example: &str) {
    if example.starts_with("samenleven log mijn-gemeente") {
        let made = samenleven(&["new", "mijn-gemeente", "--action", "5", "--action", "15"])
            .current_dir(folder.path())
            .output()
            .expect("the program can be started");
        assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
    }
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, (heading, cell)) in [("datum", "01/03/2023"), ("actie", "5"), ("aantal", "12")]
        .into_iter()
        .enumerate()
    {
        let column = u16::try_from(column).expect("there are three");
        sheet.write(0, column, heading).expect("a heading fits");
        sheet.write(1, column, cell).expect("a cell fits");
    }
    let path = folder.path().join("voortgang.xlsx");
    workbook.save(path).expect("the workbook can be saved");
}

fn copy_files(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("the example can be listed") {
        let path = entry.expect("its files can be read").path();
        let name = path.file_name().expect("a file has a name");
        fs::copy(&path, to.join(name)).expect("a file can be copied");
    }
}

#[test]
fn usage_names_what_must_and_what_may_be_given() {
    for (command, usage) in [
        ("report", "samenleven report [DOSSIER] [OPTIONS]"),
        ("explain", "samenleven explain CODE [OPTIONS]"),
        ("schemes", "samenleven schemes [SCHEME] [OPTIONS]"),
        ("schema", "samenleven schema WHAT [OPTIONS]"),
    ] {
        let help = stdout(&run(&[command, "--help", "--lang", "en"]));
        assert!(help.contains(&format!("Usage: {usage}\n")), "{help}");
    }
}

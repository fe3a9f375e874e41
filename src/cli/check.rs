//! `samenleven check`: the findings only. The exit code is the contract.

use super::answer::Answer;
use super::arguments::{Invocation, of_findings, option, with_years};
use super::dossier::{self, Read};
use super::exit::Exit;
use super::explain_file;
use super::surroundings::Surroundings;
use super::words::{self, Word};
use crate::document::Checked;
use crate::model::Language;
use crate::report;
use clap::{Command, value_parser};
use std::path::{Component, Path, PathBuf};

/// What it does.
pub(super) const ABOUT: Word = Word {
    nl: "Alleen de bevindingen; de afsluitcode is het antwoord",
    en: "The findings only; the exit code is the answer",
};

/// Examples of it, without the program's name.
pub(super) const EXAMPLES: &[&str] = &[
    "check DOSSIER",
    "check DOSSIER --deny warnings --format json",
    "check DOSSIER --allow C05 --warn G04 -o bevindingen.sarif",
    "check DOSSIER --explain-file progress.csv",
];

/// Its arguments.
pub(super) fn arguments(command: Command, language: Language) -> Command {
    // A year chooses rows and never findings; it is taken, as everywhere.
    let file = option("explain-file", words::FILE, words::EXPLAIN_FILE, language)
        .value_parser(value_parser!(PathBuf));
    with_years(of_findings(command.arg(file), language), language)
}

/// Answers it. Where no figures are possible the findings say so on the output
/// stream all the same; they are then errors.
pub(super) fn run(asked: &Invocation<'_>, surroundings: &Surroundings) -> anyhow::Result<Exit> {
    if let Some(refused) = dossier::refused(asked, surroundings) {
        return Ok(refused);
    }
    let read = dossier::read(asked, surroundings)?;
    if let Some(path) = asked.one::<PathBuf>("explain-file") {
        return explain_file::run(asked, surroundings, read, &path);
    }
    let exit = asked.bar().judge(&read.findings);
    dossier::tell_weighed(asked, &read);
    let checked = checked(asked, &read);
    let document = report::findings(read.findings, checked);
    let answer = Answer {
        document: &document,
        language: read.language,
        read_from: &read.loaded.paths,
    };
    answer.write(asked, surroundings)?;
    Ok(exit)
}

/// What was checked, for documents that hold findings.
pub(super) fn checked(asked: &Invocation<'_>, read: &Read) -> Checked {
    let files = read.loaded.sources.iter();
    Checked {
        files: files.map(|(_, file)| file.path.clone()).collect(),
        folder: folder(&asked.dossier()),
        allowed: u64::try_from(read.allowed.len()).unwrap_or(u64::MAX),
    }
}

/// The folder of a dossier as it was named, with `/` between its parts; empty for the
/// current folder, and where it is named from the root.
fn folder(dossier: &Path) -> String {
    let is_file = dossier.extension().is_some_and(|it| it == "toml") && !dossier.is_dir();
    let folder = if is_file {
        dossier.parent().unwrap_or(Path::new(""))
    } else {
        dossier
    };
    if folder.has_root() {
        return String::new();
    }
    let parts = folder.components().filter(|it| *it != Component::CurDir);
    let parts: Vec<_> = parts.map(|it| it.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

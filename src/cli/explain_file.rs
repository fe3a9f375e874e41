//! `samenleven check --explain-file FILE`: how one file of the dossier was read.

use super::answer::Answer;
use super::arguments::Invocation;
use super::dossier::{self, Read};
use super::exit::Exit;
use super::outputs::Output;
use super::surroundings::{Surroundings, tell};
use crate::input::NamedFile;
use crate::model::Language;
use crate::render::Format;
use crate::report;
use crate::wording::visible;
use std::path::Path;

/// Answers it.
///
/// # Errors
/// When the answer cannot be written.
pub(super) fn run(
    asked: &Invocation<'_>,
    surroundings: &Surroundings,
    read: Read,
    path: &Path,
) -> anyhow::Result<Exit> {
    let is_other = |it: Output| !matches!(it.format, Format::Text | Format::Json);
    if asked.outputs().is_ok_and(|it| it.into_iter().any(is_other)) {
        tell(match read.language {
            Language::Dutch => "samenleven: --explain-file antwoordt als text of als json",
            Language::English => "samenleven: --explain-file answers as text or as json",
        });
        return Ok(Exit::Failure);
    }
    let account = read.loaded.account.as_ref();
    if account.is_some_and(|it| it.hidden_below.is_some()) {
        tell(match read.language {
            Language::Dutch => {
                "samenleven: --explain-file zegt hoeveel rijen een bestand heeft, en dat is niet openbaar; laat --public weg"
            }
            Language::English => {
                "samenleven: --explain-file says how many rows a file has, which is not public; leave --public out"
            }
        });
        return Ok(Exit::Failure);
    }
    if account.is_none() {
        return Ok(dossier::no_figures(read, surroundings));
    }
    match read.loaded.named_file(path) {
        NamedFile::Read(name, how) => {
            let document = report::file_read(name, how);
            let answer = Answer {
                document: &document,
                language: read.language,
                read_from: &read.loaded.paths,
            };
            answer.write(asked, surroundings)?;
            Ok(Exit::Fine)
        }
        NamedFile::NotRead(name) => {
            tell(&not_read(name, &asked.as_typed(), read.language));
            Ok(Exit::Findings)
        }
        NamedFile::NotNamed(names) => {
            tell(&not_named(path, &names, read.language));
            Ok(Exit::Failure)
        }
    }
}

pub(super) fn not_read(name: &str, dossier: &str, language: Language) -> String {
    let name = visible(name);
    match language {
        Language::Dutch => format!(
            "samenleven: {name} is niet gelezen; waarom niet, zegt: samenleven check {dossier}"
        ),
        Language::English => {
            format!("samenleven: {name} was not read; why not, says: samenleven check {dossier}")
        }
    }
}

pub(super) fn not_named(path: &Path, names: &[&str], language: Language) -> String {
    let path = path.display().to_string();
    let path = visible(&path);
    let names: Vec<_> = names.iter().map(|name| visible(name)).collect();
    let names = names.join(", ");
    match (language, names.is_empty()) {
        (Language::Dutch, true) => {
            format!("samenleven: het dossier noemt {path} niet, en ook geen ander bestand")
        }
        (Language::Dutch, false) => {
            format!("samenleven: het dossier noemt {path} niet; wel: {names}")
        }
        (Language::English, true) => {
            format!("samenleven: the dossier does not name {path}, nor any other file")
        }
        (Language::English, false) => {
            format!("samenleven: the dossier does not name {path}; it names: {names}")
        }
    }
}

//! `samenleven log DOSSIER`: one row more for a log of the dossier.
//!
//! The dossier is read as if the row were there already, by the reader and the checks
//! that read it later; what they call an error of the row is why it is not written. All
//! of that happens under a lock, so that of many who log at once nobody loses a row.

mod row;
mod said;

use super::arguments::{self, Invocation, option, without_answer};
use super::destination::Locked;
use super::dossier::{self, Read};
use super::exit::Exit;
use super::explain_file;
use super::failure::Doing;
use super::surroundings::{Stream, Surroundings, tell, today};
use super::words::{self, Word};
use crate::finding::Located;
use crate::input::{HeldLog, NamedFile, ready_row};
use crate::model::{Encoding, FileKind, Language};
use crate::render::findings_text;
use crate::wording::Say as _;
use anyhow::Context as _;
use clap::{Command, value_parser};
use row::Effect;
use said::{Refused, Warning, Written};
use std::path::{Path, PathBuf};

/// What it does.
pub(super) const ABOUT: Word = Word {
    nl: "Een rij erbij in een logboek, nagekeken voor ze geschreven wordt",
    en: "One row more in a log, checked before it is written",
};

/// Examples of it, without the program's name.
pub(super) const EXAMPLES: &[&str] = &[
    "log mijn-gemeente --action 15 --count 12 --date 2023-03-01 --provider bibliotheek",
    "log mijn-gemeente --action 5 --count 8 --date 2023-03-08",
    "log mijn-gemeente --action 5 --count -2 --date 2023-03-01 --note \"dubbel geteld\"",
];

/// The options that hold the text of a column, which is their name.
const COLUMNS: [(&str, Word, Word); 8] = [
    ("date", words::DATE, words::LOG_DATE),
    ("action", words::NUMBER, words::LOG_ACTION),
    ("count", words::AMOUNT, words::LOG_COUNT),
    ("provider", words::NAME, words::LOG_PROVIDER),
    ("group", words::NAME, words::LOG_GROUP),
    ("person", words::TEXT, words::LOG_PERSON),
    ("member", words::NAME, words::LOG_MEMBER),
    ("note", words::TEXT, words::LOG_NOTE),
];

/// Its arguments.
pub(super) fn arguments(command: Command, language: Language) -> Command {
    let mut command = command.arg(arguments::dossier(language));
    for (id, value, help) in COLUMNS {
        // A count may be negative, and a note may begin with a dash.
        command = command.arg(option(id, value, help, language).allow_hyphen_values(true));
    }
    let file =
        |id, help| option(id, words::FILE, help, language).value_parser(value_parser!(PathBuf));
    let command = command
        .arg(file("file", words::LOG_FILE))
        .arg(file("scheme", words::SCHEME))
        .arg(arguments::flag(
            "allow-outside",
            words::ALLOW_OUTSIDE,
            language,
        ));
    without_answer(command, language)
}

/// Answers it.
pub(super) fn run(asked: &Invocation<'_>, surroundings: &Surroundings) -> anyhow::Result<Exit> {
    let texts = texts(asked)?;
    let mut read = dossier::read_before_the_lock(asked, surroundings)?;
    loop {
        if read.loaded.account.is_none() {
            return Ok(dossier::no_figures(read, surroundings));
        }
        let log = match log_of(asked, &read) {
            Ok(log) => log,
            Err(exit) => return Ok(exit),
        };
        let others = others_than(&log.path, &read);
        let others: Vec<&Path> = others.iter().map(PathBuf::as_path).collect();
        let (locked, beside) = Locked::wait_for(&log.path, &others)?;
        match add(
            asked,
            surroundings,
            (&log, &others),
            (&locked, &beside),
            &texts,
        )? {
            Outcome::Ended(exit) => return Ok(exit),
            Outcome::OtherLogs(now) => read = *now,
        }
    }
}

/// What came of a log that was locked.
enum Outcome {
    /// All is done or told.
    Ended(Exit),
    /// The dossier was saved meanwhile, and no longer means that log, or names others
    /// beside it.
    OtherLogs(Box<Read>),
}

/// Adds the row to a log that is locked, or tells why not.
fn add(
    asked: &Invocation<'_>,
    surroundings: &Surroundings,
    (Logging { name, path }, others): (&Logging, &[&Path]),
    (locked, beside): (&Locked, &[Locked]),
    texts: &[(&'static str, String)],
) -> anyhow::Result<Outcome> {
    let logs = std::iter::once(locked).chain(beside);
    let mut all: Vec<_> = logs.map(held).collect();
    // What was read before the lock may have changed since, the dossier too.
    let before = dossier::read_holding(asked, surroundings, &all)?;
    if before.loaded.account.is_none() {
        let exit = dossier::no_figures(before, surroundings);
        return Ok(Outcome::Ended(exit));
    }
    match log_of(asked, &before) {
        Ok(now) if now.path == *path && others_than(path, &before) == others => {}
        Ok(_) => return Ok(Outcome::OtherLogs(Box::new(before))),
        Err(exit) => return Ok(Outcome::Ended(exit)),
    }
    let Some((log, _, how)) = before.loaded.progress_log(name) else {
        let exit = not_read(name, asked, before.language);
        return Ok(Outcome::Ended(exit));
    };
    let ready = ready_row(held(locked), log, how, texts);
    let ready = ready.with_context(|| Doing::Adding.to(path.display().to_string()))?;
    let ready = match ready {
        Ok(ready) => ready,
        Err(no_row) => {
            let log = name.clone();
            let refused = Refused::NoRow { no_row, log };
            let exit = tell_refused(&refused, before.language);
            return Ok(Outcome::Ended(exit));
        }
    };
    all[0].more = ready.bytes.as_slice();
    let after = dossier::read_holding(asked, surroundings, &all)?;
    let language = after.language;
    let effect = Effect::of(&before, after, (name, ready.line));
    if !effect.is_welcome() {
        let exit = refuse(&effect, name, asked, (surroundings, language));
        return Ok(Outcome::Ended(exit));
    }
    locked.add(&ready.bytes)?;
    if !asked.is_quiet() {
        let (path, line) = (path.clone(), ready.line);
        tell(&Written { path, line }.say(language));
        warn(&effect, surroundings, language);
    }
    Ok(Outcome::Ended(Exit::Fine))
}

/// A log as it is read while it is locked.
fn held(locked: &Locked) -> HeldLog<'_> {
    HeldLog {
        path: locked.path(),
        file: locked.file(),
        more: &[],
    }
}

/// The other progress logs of the dossier: a row there may be what makes one here wrong.
/// Nobody adds a row to a workbook with this program.
fn others_than(path: &Path, read: &Read) -> Vec<PathBuf> {
    let account = read.loaded.account.iter();
    let named = account.flat_map(|account| &account.dossier.progress);
    named
        .filter_map(|log| read.loaded.progress_log(&log.file.value))
        .filter(|(_, other, how)| *other != path && how.encoding != Encoding::Workbook)
        .map(|(_, other, _)| other.to_path_buf())
        .collect()
}

/// What is to stand in the row, by the key of its column.
fn texts(asked: &Invocation<'_>) -> anyhow::Result<Vec<(&'static str, String)>> {
    let mut texts = Vec::new();
    for (key, ..) in COLUMNS {
        let Some(text) = asked.one::<String>(key) else {
            continue;
        };
        let is_wish = key == "date" && text == "today";
        texts.push((
            key,
            if is_wish {
                today()?.date.to_string()
            } else {
                text
            },
        ));
    }
    Ok(texts)
}

/// The log that is to be written to.
struct Logging {
    /// As the dossier names it.
    name: String,
    /// Where it stands.
    path: PathBuf,
}

/// Which log is meant, or what was told instead.
fn log_of(asked: &Invocation<'_>, read: &Read) -> Result<Logging, Exit> {
    let refuse = |refused: &Refused| Err(tell_refused(refused, read.language));
    let named = asked.one::<PathBuf>("file");
    let account = read.loaded.account.iter();
    let logs: Vec<&str> = account
        .flat_map(|account| &account.dossier.progress)
        .map(|log| log.file.value.as_str())
        .collect();
    let wanted = match (&named, logs.as_slice()) {
        (Some(path), _) => path.as_path(),
        (None, []) => return refuse(&Refused::NoLog),
        (None, [only]) => Path::new(only),
        (None, _) => {
            let logs = logs.into_iter().map(ToOwned::to_owned).collect();
            return refuse(&Refused::SeveralLogs(logs));
        }
    };
    let name = match read.loaded.named_file(wanted) {
        NamedFile::Read(name, how) if how.kind == FileKind::Bookings => {
            return refuse(&Refused::Bookings(name.to_owned()));
        }
        NamedFile::Read(name, how) if how.encoding == Encoding::Workbook => {
            return refuse(&Refused::Workbook(name.to_owned()));
        }
        NamedFile::Read(name, _) => name,
        NamedFile::NotRead(name) => return Err(not_read(name, asked, read.language)),
        NamedFile::NotNamed(names) => {
            tell(&explain_file::not_named(wanted, &names, read.language));
            return Err(Exit::Failure);
        }
    };
    match read.loaded.progress_log(name) {
        Some((_, path, _)) => Ok(Logging {
            name: name.to_owned(),
            path: path.to_path_buf(),
        }),
        None => Err(not_read(name, asked, read.language)),
    }
}

/// A log that the dossier names and that cannot be read takes no row.
fn not_read(name: &str, asked: &Invocation<'_>, language: Language) -> Exit {
    tell(&explain_file::not_read(name, &asked.as_typed(), language));
    Exit::Findings
}

fn tell_refused(refused: &Refused, language: Language) -> Exit {
    tell(&format!("samenleven: {}", refused.say(language)));
    Exit::Failure
}

/// Tells why a row is not written: as a check would, or where that says too little.
fn refuse(
    effect: &Effect,
    name: &str,
    asked: &Invocation<'_>,
    (surroundings, language): (&Surroundings, Language),
) -> Exit {
    tell_findings(&effect.errors, surroundings, language);
    let dossier = asked.as_typed();
    let log = name.to_owned();
    let refused = match effect.errors.is_empty() {
        true => Refused::NotCounted { log, dossier },
        false => Refused::Errors { log },
    };
    tell_refused(&refused, language);
    Exit::Findings
}

/// Tells what is to be known of a row that was written.
fn warn(effect: &Effect, surroundings: &Surroundings, language: Language) {
    if let Some(as_of) = effect.is_after {
        tell(&Warning::After(as_of).say(language));
    }
    if effect.is_double {
        tell(&Warning::Double.say(language));
    }
    tell_findings(&effect.doubts, surroundings, language);
}

fn tell_findings(findings: &[Located], surroundings: &Surroundings, language: Language) {
    if !findings.is_empty() {
        let settings = surroundings.settings(Stream::Err, language);
        tell(&findings_text(findings, &settings));
    }
}

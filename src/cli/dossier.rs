//! Loading a dossier for a subcommand, and answering with a document of it.

use super::arguments::{Invocation, UnknownExtension};
use super::destination::Destination;
use super::exit::Exit;
use super::surroundings::{Stream, Surroundings, is_closed_pipe, tell};
use crate::analysis::{Analysis, analyse};
use crate::check;
use crate::document::Document;
use crate::finding::{Located, locate};
use crate::input::{self, Door, Loaded};
use crate::model::{Account, Language, YearNr};
use crate::render::{Format, findings_text, render, summary_line};
use crate::wording::{dutch, english, visible};
use std::path::Path;

/// A dossier that was loaded, with everything that was found in it.
#[derive(Debug)]
pub(super) struct Read {
    /// What reading gave, the findings taken out.
    pub(super) loaded: Loaded,
    /// Findings of reading and of the checks, in order.
    pub(super) findings: Vec<Located>,
    /// The language of the answer.
    pub(super) language: Language,
}

/// Loads the dossier that the command line names and checks it.
///
/// # Errors
/// When the dossier or the scheme file cannot be opened.
pub(super) fn read(asked: &Invocation<'_>, surroundings: &Surroundings) -> anyhow::Result<Read> {
    if let Some(door) = input::look(&asked.dossier()) {
        return Err(anyhow::anyhow!(in_the_way(&door, surroundings.language())));
    }
    let mut loaded = input::load(&asked.request()?)?;
    if let Some(path) = asked
        .output()
        .filter(|path| input::is_source(path, &loaded))
    {
        return Err(anyhow::anyhow!(not_over_it(&path, surroundings.language())));
    }
    let mut findings = std::mem::take(&mut loaded.findings);
    if let Some(account) = &loaded.account {
        findings.extend(check::check(&analyse(account)));
    }
    let language = surroundings.language_or(loaded.language);
    let findings = locate(findings, &loaded.sources);
    Ok(Read {
        loaded,
        findings,
        language,
    })
}

fn not_over_it(path: &Path, language: Language) -> String {
    match language {
        Language::Dutch => format!(
            "{} is een bestand van het dossier; kies na -o een andere naam",
            path.display()
        ),
        Language::English => format!(
            "{} is a file of the dossier; choose another name after -o",
            path.display()
        ),
    }
}

/// What is in the way of opening a dossier, and what to do.
fn in_the_way(door: &Door, language: Language) -> String {
    match (door, language) {
        (Door::NoDossierIn(folder), Language::Dutch) => format!(
            "in de map {} staat geen dossier.toml; noem de map van een dossier",
            folder.display()
        ),
        (Door::NoDossierIn(folder), Language::English) => format!(
            "the folder {} holds no dossier.toml; name the folder of a dossier",
            folder.display()
        ),
        (Door::HiddenEnding(path), Language::Dutch) => {
            format!(
                "{} heet .toml.txt; geef het de naam dossier.toml",
                path.display()
            )
        }
        (Door::HiddenEnding(path), Language::English) => {
            format!("{} ends in .toml.txt; name it dossier.toml", path.display())
        }
        (Door::NoDossier(path), Language::Dutch) => format!(
            "{} is geen dossier; noem de map waarin dossier.toml staat",
            path.display()
        ),
        (Door::NoDossier(path), Language::English) => format!(
            "{} is no dossier; name the folder that holds dossier.toml",
            path.display()
        ),
    }
}

/// What a single table is asked for.
pub(super) struct Asked<'a> {
    /// The facts.
    pub(super) analysis: &'a Analysis<'a>,
    /// The project years to show.
    pub(super) years: Vec<YearNr>,
    /// The findings.
    pub(super) findings: &'a [Located],
}

/// Answers with a single table; its findings are one line on the error stream.
///
/// # Errors
/// When something cannot be read or written.
pub(super) fn table(
    asked: &Invocation<'_>,
    surroundings: &Surroundings,
    document: fn(&Asked<'_>) -> Document,
) -> anyhow::Result<Exit> {
    if let Some(refused) = refused(asked, surroundings) {
        return Ok(refused);
    }
    let read = read(asked, surroundings)?;
    let Some(account) = &read.loaded.account else {
        return Ok(no_figures(&read, surroundings));
    };
    if let Some(refused) = years_refused(asked, account, read.language) {
        return Ok(refused);
    }
    let analysis = analyse(account);
    let document = document(&Asked {
        analysis: &analysis,
        years: asked.years(),
        findings: &read.findings,
    });
    let exit = asked.bar().judge(&read.findings);
    write(asked, surroundings, &document, read.language)?;
    if !asked.is_quiet() && !read.findings.is_empty() {
        let see = match read.language {
            Language::Dutch => "zie",
            Language::English => "see",
        };
        tell(&format!(
            "{}; {see}: samenleven check {}",
            summary_line(&read.findings, read.language),
            asked.as_typed()
        ));
    }
    tell_denied(asked, &read.findings, read.language);
    Ok(exit)
}

/// Tells an output whose extension stands for no format.
pub(super) fn refused(asked: &Invocation<'_>, surroundings: &Surroundings) -> Option<Exit> {
    let UnknownExtension(extension) = asked.format().err()?;
    let extension = visible(&extension).into_owned();
    let known = Format::ALL
        .map(|format| format!(".{}", format.extension()))
        .join(", ");
    tell(&match surroundings.language() {
        Language::Dutch => format!(
            "samenleven: .{extension} staat voor geen vorm; wel: {known}, of vraag een vorm met --format"
        ),
        Language::English => format!(
            "samenleven: .{extension} stands for no format; these do: {known}, or ask for one with --format"
        ),
    });
    Some(Exit::Failure)
}

/// Tells a project year that was asked for and that the dossier does not have.
pub(super) fn years_refused(
    asked: &Invocation<'_>,
    account: &Account,
    language: Language,
) -> Option<Exit> {
    let stranger = asked
        .years()
        .into_iter()
        .find(|nr| account.dossier.year(*nr).is_none())?;
    let years: Vec<YearNr> = account.dossier.years.iter().map(|year| year.nr).collect();
    tell(&match language {
        Language::Dutch => format!(
            "samenleven: het dossier heeft geen projectjaar {stranger}; wel: {}",
            dutch::years(&years)
        ),
        Language::English => format!(
            "samenleven: the dossier has no project year {stranger}; it has: {}",
            english::years(&years)
        ),
    });
    Some(Exit::Failure)
}

/// Tells which findings make the exit code 1 though they are no errors.
pub(super) fn tell_denied(asked: &Invocation<'_>, read: &[Located], language: Language) {
    let denied = asked.bar().denied(read);
    if denied.is_empty() || asked.is_quiet() {
        return;
    }
    let codes: Vec<String> = denied.iter().map(ToString::to_string).collect();
    tell(&match language {
        Language::Dutch => format!("telt als fout (--deny): {}", codes.join(", ")),
        Language::English => format!("counts as an error (--deny): {}", codes.join(", ")),
    });
}

/// No figures are possible: the findings go to the error stream, nothing else anywhere.
pub(super) fn no_figures(read: &Read, surroundings: &Surroundings) -> Exit {
    let settings = surroundings.settings(Stream::Err, read.language);
    tell(&findings_text(&read.findings, &settings));
    Exit::Failure
}

/// Writes a document in the format and to the place that were asked for.
///
/// # Errors
/// When it cannot be written. That nobody reads on is no error.
pub(super) fn write(
    asked: &Invocation<'_>,
    surroundings: &Surroundings,
    document: &Document,
    language: Language,
) -> anyhow::Result<()> {
    let output = asked.output();
    let destination = Destination::named(output.as_ref());
    let mut settings = surroundings.settings(Stream::Out, language);
    if destination != Destination::Stdout {
        settings = crate::render::Settings {
            width: 80,
            plain: false,
            colour: false,
            language,
        };
    }
    match destination.write(&render(
        document,
        asked.format().unwrap_or(Format::Text),
        &settings,
    )) {
        Err(failure) if is_closed_pipe(&failure) => Ok(()),
        written => written,
    }
}

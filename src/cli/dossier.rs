//! Loading a dossier for a subcommand, and answering with a document of it.

mod at_rest;

use super::accepting::accepting;
use super::answer::{Answer, not_over};
use super::arguments::Invocation;
use super::exit::{Exit, untold_errors};
use super::headway::{Headway, Work};
use super::outputs::Output;
use super::surroundings::{Stream, Surroundings, tell};
use super::wrong_output::WrongOutput;
use crate::analysis::{Analysis, analyse};
use crate::check;
use crate::document::Document;
use crate::finding::{Code, Counts, Located, in_order, locate, withheld};
use crate::input::{self, Door, HeldLog, Loaded};
use crate::model::{Account, Language, YearNr};
use crate::render::{Holds, findings_text, summary_line};
use crate::report::Hidden;
use crate::wording::{Say as _, dutch, english};
use at_rest::at_rest;
use std::path::Path;

/// A dossier that was loaded, with everything that was found in it.
#[derive(Debug)]
pub(super) struct Read {
    /// What reading gave, the findings taken out.
    pub(super) loaded: Loaded,
    /// Findings of reading and of the checks, in order.
    pub(super) findings: Vec<Located>,
    /// Findings that the command line does not want to be told.
    pub(super) allowed: Vec<Located>,
    /// The language of the answer.
    pub(super) language: Language,
}

impl Read {
    /// How many findings there are.
    fn counts(&self) -> Counts {
        let allowed = u64::try_from(self.allowed.len()).unwrap_or(u64::MAX);
        Counts::of(&self.findings, allowed)
    }
}

/// Loads the dossier that the command line names and checks it.
///
/// # Errors
/// When the dossier or the scheme file cannot be opened.
pub(super) fn read(asked: &Invocation<'_>, surroundings: &Surroundings) -> anyhow::Result<Read> {
    let read = || read_once(asked, surroundings, &[]);
    Ok(at_rest(read, |_| (), changed)?.0)
}

/// As [`read`], to know which log is meant. Others may be adding to the logs all the
/// while, so of those that can be read it does not count that they changed; whoever locks
/// one reads it again.
///
/// # Errors
/// When the dossier or the scheme file cannot be opened.
pub(super) fn read_before_the_lock(
    asked: &Invocation<'_>,
    surroundings: &Surroundings,
) -> anyhow::Result<Read> {
    let read = || read_once(asked, surroundings, &[]);
    let changed = |it: &Read| shown(it.loaded.changed_beside_logs());
    Ok(at_rest(read, |_| (), changed)?.0)
}

/// As [`read`], where logs are held open.
///
/// # Errors
/// When the dossier or the scheme file cannot be opened.
pub(super) fn read_holding(
    asked: &Invocation<'_>,
    surroundings: &Surroundings,
    held: &[HeldLog<'_>],
) -> anyhow::Result<Read> {
    let read = || read_once(asked, surroundings, held);
    Ok(at_rest(read, |_| (), changed)?.0)
}

/// As [`read`], with what is made of the files themselves.
///
/// # Errors
/// When the dossier or the scheme file cannot be opened.
pub(super) fn read_with<T>(
    asked: &Invocation<'_>,
    surroundings: &Surroundings,
    made: impl Fn(&Read) -> T,
) -> anyhow::Result<(Read, T)> {
    at_rest(|| read_once(asked, surroundings, &[]), made, changed)
}

fn changed(read: &Read) -> Option<String> {
    shown(read.loaded.changed())
}

fn shown(path: Option<&Path>) -> Option<String> {
    path.map(|path| path.display().to_string())
}

fn read_once(
    asked: &Invocation<'_>,
    surroundings: &Surroundings,
    held: &[HeldLog<'_>],
) -> anyhow::Result<Read> {
    let request = asked.request()?;
    if let Some(door) = input::look(&request) {
        return Err(anyhow::anyhow!(in_the_way(&door, surroundings.language())));
    }
    let headway = Headway::of(Work::Reading, None, asked, surroundings);
    let mut loaded = input::load_holding(&request, held, headway.listener())?;
    drop(headway);
    not_over(&asked.files(), &loaded.paths, surroundings.language())?;
    let language = surroundings.language_or(loaded.language);
    if let Some(account) = &mut loaded.account {
        account.hidden_below = asked.hidden_below(&account.scheme);
    }
    let (findings, allowed) = asked.bar().weigh(findings_of(&mut loaded));
    Ok(Read {
        loaded,
        findings,
        allowed,
        language,
    })
}

/// All that is found in a dossier, by reading and by the checks, in order.
pub(super) fn findings_of(loaded: &mut Loaded) -> Vec<Located> {
    let mut findings = std::mem::take(&mut loaded.findings);
    let Some(account) = &loaded.account else {
        return locate(findings, &loaded.sources);
    };
    let analysis = analyse(account);
    findings.extend(check::check(&analysis));
    let findings = locate(findings, &loaded.sources);
    let mut findings = accepting(findings, account, &loaded.sources);
    if account.hidden_below.is_none() {
        return findings;
    }
    if analysis.hides {
        // What is hidden may be what the dossier accepts, and then nothing is amiss.
        findings.retain(|it| it.code() != Code::I27);
    }
    let logs = account.tallies.files.iter();
    let logs: Vec<&str> = logs.map(|file| file.path.as_str()).collect();
    withheld(findings, &logs)
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
        (Door::LeadsOut(path), Language::Dutch) => format!(
            "{} is geen gewoon bestand in die map; noem het bestand zelf, of geef --allow-outside als het er buiten mag liggen",
            path.display()
        ),
        (Door::LeadsOut(path), Language::English) => format!(
            "{} is no plain file in that folder; name the file itself, or give --allow-outside if it may lie elsewhere",
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
        return Ok(no_figures(read, surroundings));
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
    let answer = Answer {
        document: &document,
        language: read.language,
        read_from: &read.loaded.paths,
    };
    answer.write(asked, surroundings)?;
    tell_hidden(asked, &document, read.language);
    tell_findings(asked, read.counts(), read.language);
    tell_weighed(asked, &read);
    Ok(exit)
}

/// Tells how many figures are hidden, for an answer that has no room to say so.
fn tell_hidden(asked: &Invocation<'_>, document: &Document, language: Language) {
    let has_no_room = |it: &Output| it.format.holds() == Holds::OneTable;
    let outputs = asked.outputs().unwrap_or_default();
    let Some(hidden) = Hidden::of(document) else {
        return;
    };
    if !asked.is_quiet() && outputs.iter().any(has_no_room) {
        tell(&hidden.say(language));
    }
}

/// Tells in one line how many findings there are, for an answer that does not show them
/// where it was asked for.
pub(super) fn tell_findings(asked: &Invocation<'_>, counts: Counts, language: Language) {
    if asked.is_quiet() || counts.is_none() {
        return;
    }
    let see = match language {
        Language::Dutch => "zie",
        Language::English => "see",
    };
    tell(&format!(
        "{}; {see}: samenleven check {}",
        summary_line(counts, language),
        asked.as_typed()
    ));
}

/// Tells what cannot be asked: outputs that cannot be, or one code in two options.
pub(super) fn refused(asked: &Invocation<'_>, surroundings: &Surroundings) -> Option<Exit> {
    let language = surroundings.language();
    let outputs = asked.outputs().and_then(|outputs| {
        let upset = outputs.iter().find(|it| surroundings.upset(it));
        upset.map_or(Ok(()), |it| Err(WrongOutput::Terminal(it.format)))
    });
    let why = match (outputs, asked.bar().contradiction()) {
        (Err(wrong), _) => wrong.say(language),
        (Ok(()), Some(code)) => contradicted(code, language),
        (Ok(()), None) => return None,
    };
    tell(&format!("samenleven: {why}"));
    Some(Exit::Failure)
}

fn contradicted(code: Code, language: Language) -> String {
    match language {
        Language::Dutch => {
            format!("{code} staat in twee van `--deny`, `--warn` en `--allow`; kies er een")
        }
        Language::English => {
            format!("{code} stands in two of `--deny`, `--warn` and `--allow`; choose one")
        }
    }
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

/// Tells which findings make the exit code 1 though they are no errors, and which
/// errors of reading are not told.
pub(super) fn tell_weighed(asked: &Invocation<'_>, read: &Read) {
    if asked.is_quiet() {
        return;
    }
    let list = |codes: &[Code]| {
        let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
        codes.join(", ")
    };
    let denied = asked.bar().denied(&read.findings);
    if !denied.is_empty() {
        tell(&match read.language {
            Language::Dutch => format!("telt als fout (--deny): {}", list(&denied)),
            Language::English => format!("counts as an error (--deny): {}", list(&denied)),
        });
    }
    let untold = untold_errors(&read.allowed);
    if !untold.is_empty() {
        tell(&match read.language {
            Language::Dutch => format!(
                "niet getoond (--allow): {}; dit zijn fouten bij het lezen, dus de cijfers kunnen onvolledig zijn",
                list(&untold)
            ),
            Language::English => format!(
                "not shown (--allow): {}; these are errors of reading, so the figures may be incomplete",
                list(&untold)
            ),
        });
    }
}

/// No figures are possible: the findings go to the error stream, nothing else
/// anywhere; also those that were not to be told, for they say why.
pub(super) fn no_figures(read: Read, surroundings: &Surroundings) -> Exit {
    let settings = surroundings.settings(Stream::Err, read.language);
    let findings = in_order(read.findings.into_iter().chain(read.allowed).collect());
    tell(&findings_text(&findings, &settings));
    Exit::Failure
}

//! `samenleven schemes [ID]`: the built-in schemes, or one scheme's rate card.

use super::answer::Answer;
use super::arguments::{Invocation, of_answer, option};
use super::dossier;
use super::exit::Exit;
use super::surroundings::{Stream, Surroundings, tell};
use super::words::{self, Word};
use crate::finding::locate;
use crate::input::{BuiltIn, SCHEMES, built_in, load_scheme};
use crate::model::{Language, Scheme};
use crate::render::{Format, findings_text};
use crate::report;
use clap::{Arg, Command, value_parser};
use std::path::{Path, PathBuf};

/// What it does.
pub(super) const ABOUT: Word = Word {
    nl: "De ingebouwde regelingen, of de tarieven van één",
    en: "The built-in schemes, or the rate card of one",
};

/// Examples of it, without the program's name.
pub(super) const EXAMPLES: &[&str] = &["schemes", "schemes plan-samenleven"];

/// Its arguments.
pub(super) fn arguments(command: Command, language: Language) -> Command {
    let id = Arg::new("id")
        .value_name(words::ID.get(language))
        .help(words::SCHEME_ID.get(language))
        .help_heading(words::ARGUMENTS.get(language));
    let file =
        option("scheme", words::FILE, words::SCHEME, language).value_parser(value_parser!(PathBuf));
    of_answer(command.arg(id).arg(file), Format::ALL, language)
}

/// Answers it.
pub(super) fn run(asked: &Invocation<'_>, surroundings: &Surroundings) -> anyhow::Result<Exit> {
    if let Some(refused) = dossier::refused(asked, surroundings) {
        return Ok(refused);
    }
    let language = surroundings.language();
    if let Some(path) = asked.one::<PathBuf>("scheme") {
        return of_file(asked, surroundings, &path);
    }
    let document = match asked.one::<String>("id") {
        None => report::schemes(
            &SCHEMES
                .iter()
                .filter_map(BuiltIn::scheme)
                .cloned()
                .collect::<Vec<_>>(),
        ),
        Some(id) => match built_in(&id).and_then(BuiltIn::scheme) {
            Some(scheme) => report::rate_card(scheme),
            None => {
                tell(&unknown(&id, language));
                return Ok(Exit::Failure);
            }
        },
    };
    let answer = Answer {
        document: &document,
        language,
        read_from: &[],
    };
    answer.write(asked, surroundings)?;
    Ok(Exit::Fine)
}

/// The rate card of one's own scheme file, or what is wrong with it.
fn of_file(
    asked: &Invocation<'_>,
    surroundings: &Surroundings,
    path: &Path,
) -> anyhow::Result<Exit> {
    let Some(scheme) = own(surroundings, path)? else {
        return Ok(Exit::Failure);
    };
    let answer = Answer {
        document: &report::rate_card(&scheme),
        language: surroundings.language(),
        read_from: &[Some(path.to_path_buf())],
    };
    answer.write(asked, surroundings)?;
    Ok(Exit::Fine)
}

/// One's own scheme; what is found in its file is told.
///
/// # Errors
/// When it cannot be opened.
pub(super) fn own(surroundings: &Surroundings, path: &Path) -> anyhow::Result<Option<Scheme>> {
    let (scheme, findings, sources) = load_scheme(path)?;
    let findings = locate(findings, &sources);
    if !findings.is_empty() {
        let settings = surroundings.settings(Stream::Err, surroundings.language());
        tell(&findings_text(&findings, &settings));
    }
    Ok(scheme)
}

/// Tells a scheme that is not built in.
pub(super) fn unknown(id: &str, language: Language) -> String {
    let known: Vec<_> = SCHEMES.iter().map(|scheme| scheme.id).collect();
    let id = crate::wording::visible(id);
    match language {
        Language::Dutch => format!(
            "samenleven: de regeling {id} is niet ingebouwd; wel: {}",
            known.join(", ")
        ),
        Language::English => format!(
            "samenleven: the scheme {id} is not built in; these are: {}",
            known.join(", ")
        ),
    }
}

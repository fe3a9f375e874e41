//! What may stand where somebody presses TAB.
//!
//! The script of a shell runs the program with the words that were typed, and with a
//! variable that names the shell. The program then answers with words and does nothing
//! else. So a script need not be made anew when there are other codes or actions, and
//! they are the same in every shell.

use super::destination::write_stdout;
use super::exit::Exit;
use super::known_values::{self, KnownValue};
use super::surroundings::{COMPLETING, Surroundings};
use super::usage;
use crate::model::Language;
use clap::{Arg, Command};
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use clap_complete::env::{Bash, Elvish, EnvCompleter, Fish, Powershell, Zsh};
use std::ffi::OsString;
use std::path::Path;

/// The shells that are known.
pub(super) const SHELLS: [&dyn EnvCompleter; 5] = [&Bash, &Elvish, &Fish, &Powershell, &Zsh];

/// The script that a shell reads at its start.
///
/// # Errors
/// When it is no text, which it is.
pub(super) fn script(shell: &dyn EnvCompleter) -> anyhow::Result<String> {
    const NAME: &str = "samenleven";
    let mut script = Vec::new();
    shell.write_registration(COMPLETING, NAME, NAME, NAME, &mut script)?;
    let mut script = String::from_utf8(script)?;
    for (from, to) in MENDED {
        script = script.replace(from, to);
    }
    Ok(format!("{}\n", script.trim_matches('\n')))
}

/// What is put right in the scripts as the library has them; a test sees each of them
/// in a shell.
const MENDED: [(&str, &str); 2] = [
    // In bash: names of files are quoted where they hold a space.
    (
        "complete -o nospace -o bashdefault",
        "complete -o filenames -o nospace -o bashdefault",
    ),
    // In zsh: a script that is looked up at the first TAB answers that TAB as well.
    (
        "\ncompdef _clap_dynamic_completer_samenleven samenleven",
        "\nif [[ $funcstack[1] == _samenleven ]]; then\n    \
         _clap_dynamic_completer_samenleven\nelse\n    \
         compdef _clap_dynamic_completer_samenleven samenleven\nfi",
    ),
];

/// Answers the script of a shell. Whatever goes wrong is kept quiet: it would stand in
/// the middle of what somebody types.
pub(super) fn answer(shell: &str, arguments: &[OsString], surroundings: &Surroundings) -> Exit {
    let shell = SHELLS.into_iter().find(|it| it.is(shell));
    let typed = arguments.iter().skip_while(|it| *it != "--").skip(1);
    let typed: Vec<OsString> = typed.cloned().collect();
    let (Some(shell), false) = (shell, typed.is_empty()) else {
        return Exit::Failure;
    };
    let language = surroundings.language();
    let mut command = with_values(usage::command(language, |_| true), language);
    let mut words = Vec::new();
    let here = Some(Path::new("."));
    let completed = shell.write_complete(&mut command, typed, here, &mut words);
    let written = completed.is_ok() && write_stdout(&words).is_ok();
    if written { Exit::Fine } else { Exit::Failure }
}

/// The command line with the values that are known beforehand.
fn with_values(command: Command, language: Language) -> Command {
    command.mut_subcommands(|subcommand| {
        subcommand.mut_args(|argument| with_known(argument, language))
    })
}

fn with_known(argument: Arg, language: Language) -> Arg {
    match known_values::of(argument.get_id().as_str()) {
        Some(known) => argument.add(ArgValueCandidates::new(move || {
            known(language).into_iter().map(candidate).collect()
        })),
        None => argument,
    }
}

fn candidate(known: KnownValue) -> CompletionCandidate {
    CompletionCandidate::new(known.value).help(Some(known.title.into()))
}

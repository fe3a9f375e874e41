//! `samenleven completions SHELL`: the script by which a shell asks, at every TAB, what
//! may stand there. The answers are in `completing`.

use super::arguments::{Invocation, of_one_form};
use super::completing::{SHELLS, script};
use super::exit::Exit;
use super::surroundings::Surroundings;
use super::text_answer::TextAnswer;
use super::words::{self, Word};
use crate::model::Language;
use clap::builder::PossibleValuesParser;
use clap::{Arg, Command};
use clap_complete::env::EnvCompleter;

/// What it does.
pub(super) const ABOUT: Word = Word {
    nl: "Het script waarmee uw shell bij TAB aanvult: opdrachten, opties, codes, acties, jaren",
    en: "The script by which your shell completes at TAB: commands, options, codes, actions, years",
};

/// Examples of it, without the program's name.
pub(super) const EXAMPLES: &[&str] = &[
    "completions bash -o samenleven.bash",
    "completions fish -o samenleven.fish",
];

/// Its arguments.
pub(super) fn arguments(command: Command, language: Language) -> Command {
    let shell = Arg::new("shell")
        .value_name("SHELL")
        .required(true)
        .value_parser(PossibleValuesParser::new(SHELLS.map(EnvCompleter::name)))
        .hide_possible_values(true)
        .help(words::SHELL.get(language))
        .help_heading(words::ARGUMENTS.get(language));
    of_one_form(command.arg(shell), words::OUTPUT_FILE, language)
}

/// Answers it.
pub(super) fn run(asked: &Invocation<'_>, surroundings: &Surroundings) -> anyhow::Result<Exit> {
    let named = asked.one::<String>("shell").unwrap_or_default();
    let shell = SHELLS.into_iter().find(|it| it.name() == named);
    let shell = shell.expect("clap only takes the shells of this list");
    let answer = TextAnswer {
        text: &script(shell)?,
        language: surroundings.language(),
        read_from: None,
    };
    answer.write(asked)?;
    Ok(Exit::Fine)
}

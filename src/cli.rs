//! The command line: what was asked, who answers, where the answer goes, and with
//! which exit code the program ends.
//!
//! Only this floor writes, and only it sees the clock, the environment and the
//! terminal.

mod accepting;
mod answer;
mod arguments;
mod award;
mod budget;
mod check;
mod cofinancing;
mod completing;
mod completions;
mod destination;
mod dossier;
mod exit;
mod explain;
mod explain_file;
mod failure;
mod headway;
mod known_values;
mod kpi;
mod log;
mod man;
mod new;
mod outputs;
mod report;
mod schema;
mod schemes;
mod staffing;
mod surroundings;
mod text_answer;
mod usage;
mod watch;
mod words;
mod wrong_output;

use arguments::Invocation;
use destination::interruption;
use exit::Exit;
use std::ffi::OsString;
use std::process::ExitCode;
use surroundings::Surroundings;
use words::Word;

/// A subcommand: its name, its help, its arguments, and who answers it.
struct Subcommand {
    name: &'static str,
    about: Word,
    examples: &'static [&'static str],
    arguments: fn(clap::Command, crate::model::Language) -> clap::Command,
    run: fn(&Invocation<'_>, &Surroundings) -> anyhow::Result<Exit>,
}

/// Each module with its help, its arguments and its answer.
macro_rules! subcommands {
    ($($module:ident)*) => {
        &[$(Subcommand {
            name: stringify!($module),
            about: $module::ABOUT,
            examples: $module::EXAMPLES,
            arguments: $module::arguments,
            run: $module::run,
        }),*]
    };
}

/// All subcommands, in the order of the help. To add one: a file and a word here.
const SUBCOMMANDS: &[Subcommand] = subcommands! {
    new log
    report check kpi award cofinancing budget staffing explain schemes schema
    completions man
};

/// Runs the program on a command line, its own name first.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    interruption::let_writing_fail();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let surroundings = Surroundings::look(&arguments);
    if let Some(shell) = surroundings::completing() {
        return completing::answer(&shell, &arguments, &surroundings).into();
    }
    if arguments.get(1).is_some_and(|word| word == "help") {
        return usage::short_help(&surroundings)
            .unwrap_or_else(|failure| surroundings.tell_failure(&failure))
            .into();
    }
    let named = |name: &str| arguments.iter().any(|word| word == name);
    let mut command = usage::command(surroundings.language(), named);
    let matches = match command.try_get_matches_from_mut(&arguments) {
        Ok(matches) => matches,
        Err(error) => return usage::answer(&error, &surroundings).into(),
    };
    if matches.get_flag("version") {
        return usage::version(&surroundings).into();
    }
    let exit = match matches.subcommand() {
        Some((name, matches)) => {
            let subcommand = SUBCOMMANDS
                .iter()
                .find(|it| it.name == name)
                .expect("clap only knows the subcommands of this list");
            let formats = usage::formats_of(&command, name);
            (subcommand.run)(&Invocation::new(matches, formats), &surroundings)
        }
        None => usage::short_help(&surroundings),
    };
    exit.unwrap_or_else(|failure| surroundings.tell_failure(&failure))
        .into()
}

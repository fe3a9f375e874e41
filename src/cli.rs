//! The command line: what was asked, who answers, where the answer goes, and with
//! which exit code the program ends.
//!
//! Only this floor writes, and only it sees the clock, the environment and the
//! terminal.

mod arguments;
mod award;
mod budget;
mod check;
mod cofinancing;
mod destination;
mod dossier;
mod exit;
mod explain;
mod kpi;
mod report;
mod schemes;
mod staffing;
mod surroundings;
mod usage;
mod words;

use arguments::Invocation;
use exit::Exit;
use std::ffi::OsString;
use std::process::ExitCode;
use surroundings::Surroundings;

/// A subcommand: its name, its arguments, and who answers it.
struct Subcommand {
    name: &'static str,
    arguments: fn(clap::Command, crate::model::Language) -> clap::Command,
    run: fn(&Invocation<'_>, &Surroundings) -> anyhow::Result<Exit>,
}

/// All subcommands, in the order of the help. To add one: a file and a line here.
const SUBCOMMANDS: &[Subcommand] = &[
    Subcommand {
        name: "report",
        arguments: report::arguments,
        run: report::run,
    },
    Subcommand {
        name: "check",
        arguments: check::arguments,
        run: check::run,
    },
    Subcommand {
        name: "kpi",
        arguments: kpi::arguments,
        run: kpi::run,
    },
    Subcommand {
        name: "award",
        arguments: award::arguments,
        run: award::run,
    },
    Subcommand {
        name: "cofinancing",
        arguments: cofinancing::arguments,
        run: cofinancing::run,
    },
    Subcommand {
        name: "budget",
        arguments: budget::arguments,
        run: budget::run,
    },
    Subcommand {
        name: "staffing",
        arguments: staffing::arguments,
        run: staffing::run,
    },
    Subcommand {
        name: "explain",
        arguments: explain::arguments,
        run: explain::run,
    },
    Subcommand {
        name: "schemes",
        arguments: schemes::arguments,
        run: schemes::run,
    },
];

/// Runs the program on a command line, its own name first.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let surroundings = Surroundings::look(&arguments);
    if arguments.get(1).is_some_and(|word| word == "help") {
        return usage::short_help(&surroundings)
            .unwrap_or_else(|failure| surroundings.tell_failure(&failure))
            .into();
    }
    let matches = match usage::command(surroundings.language()).try_get_matches_from(&arguments) {
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
            (subcommand.run)(&Invocation::new(matches), &surroundings)
        }
        None => usage::short_help(&surroundings),
    };
    exit.unwrap_or_else(|failure| surroundings.tell_failure(&failure))
        .into()
}

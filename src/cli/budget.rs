//! `samenleven budget`.

use super::arguments::{Invocation, of_dossier, with_years};
use super::dossier;
use super::exit::Exit;
use super::surroundings::Surroundings;
use super::words::Word;
use crate::model::Language;
use crate::report;
use clap::Command;

/// What it does.
pub(super) const ABOUT: Word = Word {
    nl: "Het geld jaar op jaar",
    en: "The money year over year",
};

/// Examples of it, without the program's name.
pub(super) const EXAMPLES: &[&str] = &[
    "budget DOSSIER",
    "budget DOSSIER --format csv -o budget.csv",
];

/// Its arguments.
pub(super) fn arguments(command: Command, language: Language) -> Command {
    with_years(of_dossier(command, language), language)
}

/// Answers it.
pub(super) fn run(asked: &Invocation<'_>, surroundings: &Surroundings) -> anyhow::Result<Exit> {
    dossier::table(asked, surroundings, |it| {
        report::budget(
            it.analysis,
            &report::Asked {
                years: &it.years,
                findings: it.findings,
            },
        )
    })
}

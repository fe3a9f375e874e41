//! `samenleven award`.

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
    nl: "De toekenning naast de tarieven van de regeling",
    en: "The award beside the scheme's rates",
};

/// Examples of it, without the program's name.
pub(super) const EXAMPLES: &[&str] = &["award DOSSIER", "award DOSSIER --format csv"];

/// Its arguments.
pub(super) fn arguments(command: Command, language: Language) -> Command {
    with_years(of_dossier(command, language), language)
}

/// Answers it.
pub(super) fn run(asked: &Invocation<'_>, surroundings: &Surroundings) -> anyhow::Result<Exit> {
    dossier::table(asked, surroundings, |it| {
        report::award(
            it.analysis,
            &report::Asked {
                years: &it.years,
                findings: it.findings,
            },
        )
    })
}

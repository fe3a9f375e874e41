//! `samenleven cofinancing`.

use super::arguments::{Invocation, of_dossier, with_years};
use super::dossier;
use super::exit::Exit;
use super::surroundings::Surroundings;
use crate::model::Language;
use crate::report;
use clap::Command;

/// Its arguments.
pub(super) fn arguments(command: Command, language: Language) -> Command {
    with_years(of_dossier(command, language), language)
}

/// Answers it.
pub(super) fn run(asked: &Invocation<'_>, surroundings: &Surroundings) -> anyhow::Result<Exit> {
    dossier::table(asked, surroundings, |it| {
        report::cofinancing(
            it.analysis,
            &report::Asked {
                years: &it.years,
                findings: it.findings,
            },
        )
    })
}

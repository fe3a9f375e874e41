//! `samenleven check`: the findings only. The exit code is the contract.

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
    nl: "Alleen de bevindingen; de afsluitcode is het antwoord",
    en: "The findings only; the exit code is the answer",
};

/// Examples of it, without the program's name.
pub(super) const EXAMPLES: &[&str] = &[
    "check data/dossiers/mechelen",
    "check DOSSIER --deny warnings --format json",
];

/// Its arguments.
pub(super) fn arguments(command: Command, language: Language) -> Command {
    // A year chooses rows and never findings; it is taken, as everywhere.
    with_years(of_dossier(command, language), language)
}

/// Answers it. Where no figures are possible the findings say so on the output
/// stream all the same; they are then errors.
pub(super) fn run(asked: &Invocation<'_>, surroundings: &Surroundings) -> anyhow::Result<Exit> {
    if let Some(refused) = dossier::refused(asked, surroundings) {
        return Ok(refused);
    }
    let read = dossier::read(asked, surroundings)?;
    let exit = asked.bar().judge(&read.findings);
    dossier::tell_denied(asked, &read.findings, read.language);
    dossier::write(
        asked,
        surroundings,
        &report::findings(read.findings),
        read.language,
    )?;
    Ok(exit)
}

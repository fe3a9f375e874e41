//! `samenleven budget`, year over year or against accounting years.

use super::arguments::{Invocation, flag, of_dossier, with_years};
use super::dossier::{self, Asked};
use super::exit::Exit;
use super::surroundings::Surroundings;
use super::words::{self, Word};
use crate::document::Document;
use crate::model::Language;
use crate::report;
use clap::Command;

/// What it does.
pub(super) const ABOUT: Word = Word {
    nl: "Het geld jaar op jaar, of per projectjaar en boekjaar",
    en: "The money year over year, or per project and accounting year",
};

/// Examples of it, without the program's name.
pub(super) const EXAMPLES: &[&str] = &[
    "budget DOSSIER",
    "budget DOSSIER --format csv -o budget.csv",
    "budget DOSSIER --calendar",
];

/// Its arguments.
pub(super) fn arguments(command: Command, language: Language) -> Command {
    let calendar = flag("calendar", words::CALENDAR, language);
    with_years(of_dossier(command.arg(calendar), language), language)
}

/// Answers it.
pub(super) fn run(asked: &Invocation<'_>, surroundings: &Surroundings) -> anyhow::Result<Exit> {
    let document = if asked.flag("calendar") {
        against_accounting_years
    } else {
        year_over_year
    };
    dossier::table(asked, surroundings, document)
}

fn year_over_year(it: &Asked<'_>) -> Document {
    report::budget(
        it.analysis,
        &report::Asked {
            years: &it.years,
            findings: it.findings,
        },
    )
}

fn against_accounting_years(it: &Asked<'_>) -> Document {
    report::calendar(
        it.analysis,
        &report::Asked {
            years: &it.years,
            findings: it.findings,
        },
    )
}

//! `samenleven kpi`, per action or per provider.

use super::arguments::{Invocation, of_dossier, option, with_years};
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
    nl: "Wat bereikt is tegenover het doel, per actie of per aanbieder",
    en: "What was reached against the target, per action or provider",
};

/// Examples of it, without the program's name.
pub(super) const EXAMPLES: &[&str] = &[
    "kpi DOSSIER",
    "kpi DOSSIER --by provider --format csv",
    "kpi DOSSIER --by provider --public",
];

/// Its arguments.
pub(super) fn arguments(command: Command, language: Language) -> Command {
    let by = option("by", words::WHAT, words::BY, language).value_parser(["provider"]);
    with_years(of_dossier(command.arg(by), language), language)
}

/// Answers it.
pub(super) fn run(asked: &Invocation<'_>, surroundings: &Surroundings) -> anyhow::Result<Exit> {
    let document = if asked.one::<String>("by").is_some() {
        per_provider
    } else {
        per_action
    };
    dossier::table(asked, surroundings, document)
}

fn per_action(it: &Asked<'_>) -> Document {
    report::kpi(
        it.analysis,
        &report::Asked {
            years: &it.years,
            findings: it.findings,
        },
    )
}

fn per_provider(it: &Asked<'_>) -> Document {
    report::kpi_by_provider(
        it.analysis,
        &report::Asked {
            years: &it.years,
            findings: it.findings,
        },
    )
}

//! Facts laid out as a document: the tables, one a file, and the page around them.
//! Nothing is formatted here; sentences are facts that a renderer asks to speak.

mod at_stake;
mod award;
mod budget;
mod calendar;
mod chart;
mod cofinancing;
mod costs;
mod due;
mod file_read;
mod kpi;
mod kpi_by_provider;
mod masthead;
mod overlap;
mod per_action;
mod points;
mod progress;
mod public;
mod rate_card;
mod staffing;
mod staffing_over_time;
mod stimuli;
mod summary;
mod to_do;
mod whole_dossier;
mod words;
mod year_over_year;

pub use file_read::file_read;
pub use public::Hidden;
pub use rate_card::{rate_card, schemes};
pub use whole_dossier::{Charts, whole_dossier};

use crate::analysis::Analysis;
use crate::document::{Block, Checked, Document, Table, View};
use crate::finding::{About, Code, Located};
use crate::model::YearNr;

/// What is asked of a report.
#[derive(Debug, Default)]
pub struct Asked<'a> {
    /// Project years to show; all when empty.
    pub years: &'a [YearNr],
    /// The findings, so that rows can name their codes.
    pub findings: &'a [Located],
}

impl Asked<'_> {
    /// Whether a year is to be shown.
    fn shows(&self, year: YearNr) -> bool {
        self.years.is_empty() || self.years.contains(&year)
    }

    /// The codes, of one family, of the findings about something.
    fn codes(&self, families: &[char], is_about: impl Fn(&About) -> bool) -> Vec<Code> {
        let told = self.of_families(families);
        let told = told.filter(|it| it.is_about(&is_about));
        let mut codes: Vec<Code> = told.map(Located::code).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// What the findings of some families are about, each with its code.
    fn told(&self, families: &[char]) -> impl Iterator<Item = (Code, About)> {
        let meant = self.of_families(families);
        meant.flat_map(|it| it.about().into_iter().map(|about| (it.code(), about)))
    }

    fn of_families(&self, families: &[char]) -> impl Iterator<Item = &Located> {
        let is_meant = |it: &&Located| {
            let key = it.code().key();
            families.iter().any(|family| key.starts_with(*family))
        };
        self.findings.iter().filter(is_meant)
    }
}

/// A table by itself.
type Part = fn(&Analysis<'_>, &Asked<'_>) -> (Table, View);

fn alone(analysis: &Analysis<'_>, asked: &Asked<'_>, part: Part) -> Document {
    let (table, view) = part(analysis, asked);
    let masthead = masthead::masthead(analysis, asked);
    Document {
        tables: vec![table],
        page: vec![masthead, Block::Table(view)],
        ..Document::default()
    }
}

/// KPI attainment per action.
#[must_use]
pub fn kpi(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Document {
    public::said(analysis, alone(analysis, asked, kpi::part))
}

/// KPI attainment per provider.
#[must_use]
pub fn kpi_by_provider(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Document {
    public::said(analysis, alone(analysis, asked, kpi_by_provider::part))
}

/// The award held against the scheme.
#[must_use]
pub fn award(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Document {
    alone(analysis, asked, award::part)
}

/// The own share against the award.
#[must_use]
pub fn cofinancing(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Document {
    alone(analysis, asked, cofinancing::part)
}

/// Money year over year.
#[must_use]
pub fn budget(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Document {
    let (table, view) = budget::part(analysis, asked);
    let per_action = budget::per_action(&table);
    let mut page = vec![masthead::masthead(analysis, asked), Block::Table(view)];
    let chains = budget::chains(&table);
    page.extend(per_action.into_iter().chain(chains).map(Block::Table));
    Document {
        tables: vec![table],
        page,
        ..Document::default()
    }
}

/// Project years against accounting years.
#[must_use]
pub fn calendar(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Document {
    let (table, views) = calendar::part(analysis, asked);
    let per_account = calendar::per_account(&table);
    let mut page = vec![masthead::masthead(analysis, asked)];
    page.extend(views.into_iter().chain(per_account).map(Block::Table));
    Document {
        tables: vec![table],
        page,
        ..Document::default()
    }
}

/// Staff planned and filled.
#[must_use]
pub fn staffing(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Document {
    alone(analysis, asked, staffing::part)
}

/// The findings alone.
#[must_use]
pub fn findings(findings: Vec<Located>, checked: Checked) -> Document {
    Document {
        page: vec![Block::Findings, Block::Counts],
        findings: Some(findings),
        checked: Some(checked),
        ..Document::default()
    }
}

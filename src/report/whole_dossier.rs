//! The whole account of a dossier, in the order of the page.

use super::{
    Asked, at_stake, award, budget, calendar, chart, cofinancing, costs, kpi, kpi_by_provider,
    masthead, overlap, per_action, points, progress, public, staffing, staffing_over_time, stimuli,
    summary, to_do, year_over_year,
};
use crate::analysis::Analysis;
use crate::document::{Block, Document, Head, Quoted, Source, Table, View};
use crate::finding::Located;
use crate::model::{AsOf, AsOfOrigin, YearNr};
use crate::wording::{Both, Say, Sentence, dutch, english, visible};

/// Whether an account is made with its charts, which take time and not every format draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charts {
    /// They are made.
    Drawn,
    /// Nothing would draw them.
    LeftOut,
}

/// The whole account.
#[must_use]
pub fn whole_dossier(
    analysis: &Analysis<'_>,
    years: &[YearNr],
    findings: Vec<Located>,
    sources: Vec<Source>,
    tool: &str,
    charts: Charts,
) -> Document {
    let asked = Asked {
        years,
        findings: &findings,
    };
    let (to_do, points) = to_do::to_do(analysis, &asked);
    let mut page = vec![masthead::masthead(analysis, &asked)];
    page.extend(summary::blocks(analysis, &asked, points));
    page.extend(to_do.map(|question| Block::Facts(vec![question])));
    if charts == Charts::Drawn {
        page.extend(chart::blocks(analysis, &asked));
    }
    let tables = tables(analysis, &asked, &mut page);
    page.extend(per_action::blocks(analysis, &asked));
    page.extend(dossier_notes(analysis));
    page.push(Block::Findings);
    page.push(Block::Sources(colophon(analysis, tool)));
    let document = Document {
        head: Some(head(analysis)),
        tables,
        page,
        findings: Some(findings),
        checked: None,
        sources: Some(sources),
    };
    public::said(analysis, document)
}

/// Tables for machines, and what people see of them, each in order.
type Parts = (Vec<Table>, Vec<View>);

/// All tables, in order; those that people see go onto the page.
fn tables(analysis: &Analysis<'_>, asked: &Asked<'_>, page: &mut Vec<Block>) -> Vec<Table> {
    let (overlap, overlap_view) = overlap::part(analysis, asked);
    let overlap_view =
        overlap_view.filter(|_| analysis.overlap.iter().any(|row| row.declared.is_some()));
    let (mut tables, mut views) = reach(analysis, asked);
    views.extend(overlap_view);
    for parts in [money, people] {
        let (more, seen) = parts(analysis, asked);
        tables.extend(more);
        views.extend(seen);
    }
    tables.extend([overlap, points::table(analysis, asked)]);
    page.extend(views.into_iter().map(Block::Table));
    tables
}

/// What was reached.
fn reach(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Parts {
    let (kpi, kpi_view) = kpi::part(analysis, asked);
    let (providers, providers_view) = kpi_by_provider::part(analysis, asked);
    let providers_view = Some(providers_view).filter(|_| !providers.rows.is_empty());
    let views = [Some(kpi_view), providers_view].into_iter().flatten();
    (
        vec![kpi, providers, progress::table(analysis, asked)],
        views.collect(),
    )
}

/// What was awarded, spent and moved.
fn money(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Parts {
    let (award, award_view) = award::part(analysis, asked);
    let (stimuli, stimuli_view) = stimuli::part(analysis, asked);
    let (cofinancing, cofinancing_view) = cofinancing::part(analysis, asked);
    let (budget, budget_view) = budget::part(analysis, asked);
    let (years, years_views) = year_over_year::part(analysis, asked);
    let (calendar, calendar_views) = calendar::part(analysis, asked);
    let (costs, costs_view) = costs::part(analysis, asked);
    let is_bridged = calendar::is_known(analysis);
    let mut views = vec![award_view];
    views.extend(stimuli_view);
    views.extend([cofinancing_view, budget_view]);
    views.extend(budget::per_action(&budget));
    views.extend(years_views);
    views.extend(calendar_views.into_iter().filter(|_| is_bridged));
    views.extend(costs_view);
    (
        vec![award, cofinancing, budget, years, calendar, costs, stimuli],
        views,
    )
}

/// Who does it, and what hangs on it.
fn people(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Parts {
    let (staffing, staffing_view) = staffing::part(analysis, asked);
    let (service, service_view) = staffing_over_time::part(analysis, asked);
    let (at_stake, at_stake_view) = at_stake::part(analysis, asked);
    let staffing_view = Some(staffing_view).filter(|_| !staffing.rows.is_empty());
    let views = [staffing_view, service_view, at_stake_view];
    (
        vec![staffing, service, at_stake],
        views.into_iter().flatten().collect(),
    )
}

fn head(analysis: &Analysis<'_>) -> Head {
    let account = analysis.account;
    Head {
        applicant: account.dossier.applicant.name.clone(),
        kind: account.dossier.applicant.kind,
        members: account.dossier.applicant.members.clone(),
        scheme: account.scheme.id.clone(),
        scheme_version: account.scheme.version.clone(),
        as_of: account.as_of.clone(),
    }
}

/// The dossier's own notes on itself, as a section.
fn dossier_notes(analysis: &Analysis<'_>) -> Vec<Block> {
    let dossier = &analysis.account.dossier;
    let of_actions = dossier.actions.iter().flat_map(|action| {
        action
            .notes
            .iter()
            .map(move |note| format!("{}: {note}", action.nr))
    });
    let notes: Vec<Sentence> = dossier
        .notes
        .iter()
        .chain(&dossier.applicant.notes)
        .cloned()
        .chain(of_actions)
        .map(|note| Box::new(Quoted(note)) as Sentence)
        .collect();
    if notes.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Section(Box::new(NOTES))];
    blocks.extend(notes.into_iter().map(|note| Block::Paragraph(vec![note])));
    blocks
}

const NOTES: Both = Both {
    nl: "Opmerkingen bij het dossier",
    en: "Notes on the dossier",
};

const UNKNOWN_IS_NOT_ZERO: Both = Both {
    nl: "Onbekend betekent dat de bestanden het niet zeggen; het is niet nul.",
    en: "Unknown means that the files do not say so; it is not zero.",
};

fn colophon(analysis: &Analysis<'_>, tool: &str) -> Vec<Sentence> {
    let scheme = &analysis.account.scheme;
    vec![
        Box::new(MadeWith {
            title: scheme.title.clone(),
            id: scheme.id.clone(),
            version: scheme.version.clone(),
            tool: tool.to_owned(),
        }),
        Box::new(StandsOn {
            as_of: analysis.account.as_of.clone(),
            // The last row of a log tells how many there are.
            hides_origin: analysis.hides,
        }),
        Box::new(UNKNOWN_IS_NOT_ZERO),
    ]
}

#[derive(Debug)]
struct MadeWith {
    title: crate::model::InTwoLanguages,
    id: String,
    version: String,
    tool: String,
}

impl Say for MadeWith {
    fn dutch(&self) -> String {
        format!(
            "Regeling: {}, versie {} ({}) · {}.",
            visible(&self.title.nl),
            visible(&self.version),
            visible(&self.id),
            self.tool
        )
    }
    fn english(&self) -> String {
        format!(
            "Scheme: {}, version {} ({}) · {}.",
            visible(&self.title.en),
            visible(&self.version),
            visible(&self.id),
            self.tool
        )
    }
}

/// The as-of date and where it comes from.
#[derive(Debug)]
struct StandsOn {
    as_of: Option<AsOf>,
    hides_origin: bool,
}

impl Say for StandsOn {
    fn dutch(&self) -> String {
        let Some(as_of) = &self.as_of else {
            return "Datum waarop de stand is opgemaakt: onbekend; geef ze met --as-of of met as_of in het dossier.".to_owned();
        };
        if self.hides_origin {
            return format!("Stand op {}.", dutch::date(as_of.date));
        }
        let origin = match &as_of.origin {
            AsOfOrigin::Asked => "gevraagd met --as-of".to_owned(),
            AsOfOrigin::Clock => "vandaag, gevraagd met --as-of today".to_owned(),
            AsOfOrigin::Dossier => "as_of in het dossier".to_owned(),
            AsOfOrigin::LastRow { path, sheet, line } => match sheet {
                None => format!("laatste rij: {}:{line}", visible(path)),
                Some(sheet) => format!(
                    "laatste rij: {}, blad {}, rij {line}",
                    visible(path),
                    visible(sheet)
                ),
            },
        };
        format!("Stand op {} ({origin}).", dutch::date(as_of.date))
    }
    fn english(&self) -> String {
        let Some(as_of) = &self.as_of else {
            return "As-of date: unknown; give one with --as-of or with as_of in the dossier."
                .to_owned();
        };
        if self.hides_origin {
            return format!("As of {}.", english::date(as_of.date));
        }
        let origin = match &as_of.origin {
            AsOfOrigin::Asked => "asked with --as-of".to_owned(),
            AsOfOrigin::Clock => "today, asked with --as-of today".to_owned(),
            AsOfOrigin::Dossier => "as_of in the dossier".to_owned(),
            AsOfOrigin::LastRow { path, sheet, line } => match sheet {
                None => format!("last row: {}:{line}", visible(path)),
                Some(sheet) => format!(
                    "last row: {}, sheet {}, row {line}",
                    visible(path),
                    visible(sheet)
                ),
            },
        };
        format!("As of {} ({origin}).", english::date(as_of.date))
    }
}

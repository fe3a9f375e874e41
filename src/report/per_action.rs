//! Per action: what was planned beside how it stands.

use super::Asked;
use crate::analysis::Analysis;
use crate::document::{Block, Lists, Quoted};
use crate::model::{ActionYear, Date, DossierAction, InTwoLanguages, YearNr};
use crate::wording::{Both, Say, Sentence, dutch, english, terms, visible};

/// A block for each action and year of which the dossier says something.
pub(super) fn blocks(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Vec<Block> {
    let dossier = &analysis.account.dossier;
    let years: Vec<_> = dossier
        .years
        .iter()
        .map(|year| year.nr)
        .filter(|nr| asked.shows(*nr))
        .collect();
    let told = |action: &DossierAction| {
        years
            .iter()
            .filter(|nr| action.year(**nr).is_some_and(speaks))
            .count()
    };
    let name_year = dossier.actions.iter().any(|action| told(action) > 1);
    let mut blocks: Vec<Block> = Vec::new();
    for action in &dossier.actions {
        let in_years = years
            .iter()
            .filter_map(|nr| action.year(*nr))
            .filter(|it| speaks(it));
        blocks.extend(in_years.map(|in_year| lists(analysis, action, in_year, name_year)));
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Section(Box::new(terms::PER_ACTION.word)));
    }
    blocks
}

fn speaks(in_year: &ActionYear) -> bool {
    !(in_year.planned.is_empty()
        && in_year.status.is_empty()
        && in_year.reason.is_none()
        && in_year.notes.is_empty())
}

fn lists(
    analysis: &Analysis<'_>,
    action: &DossierAction,
    in_year: &ActionYear,
    name_year: bool,
) -> Block {
    let title = analysis
        .account
        .scheme
        .action(action.nr)
        .map(|it| it.title.clone());
    let mut lists: Vec<(Sentence, Vec<String>)> = Vec::new();
    if !in_year.planned.is_empty() {
        lists.push((Box::new(PLANNED), in_year.planned.clone()));
    }
    if !in_year.status.is_empty() {
        lists.push((
            Box::new(state_on(analysis, in_year.nr)),
            in_year.status.clone(),
        ));
    }
    let mut notes: Vec<Sentence> = Vec::new();
    if let Some(reason) = &in_year.reason {
        notes.push(Box::new(Reason(reason.clone())));
    }
    notes.extend(
        in_year
            .notes
            .iter()
            .map(|note| Box::new(Quoted(note.clone())) as Sentence),
    );
    Block::Lists(Lists {
        key: Some(action.nr),
        heading: Box::new(Name {
            label: action.label.clone(),
            title,
            year: name_year.then_some(in_year.nr),
        }),
        lists,
        notes,
    })
}

const PLANNED: Both = Both {
    nl: "volgens het subsidiedossier",
    en: "according to the application",
};

#[derive(Debug)]
struct StateOn(Option<Date>);

/// The state of a year is that of its last day once it is over.
fn state_on(analysis: &Analysis<'_>, year: YearNr) -> StateOn {
    let end = analysis
        .account
        .scheme
        .year(year)
        .and_then(|year| year.period)
        .map(|period| period.end);
    StateOn(
        analysis
            .account
            .today()
            .ok()
            .map(|today| end.map_or(today, |end| today.min(end))),
    )
}

impl Say for StateOn {
    fn dutch(&self) -> String {
        self.0.map_or_else(
            || "stand van zaken".to_owned(),
            |on| format!("stand van zaken op {}", dutch::date(on)),
        )
    }
    fn english(&self) -> String {
        self.0.map_or_else(
            || "state of affairs".to_owned(),
            |on| format!("state of affairs on {}", english::date(on)),
        )
    }
}

/// The local label first, else the official title.
#[derive(Debug)]
struct Name {
    label: Option<String>,
    title: Option<InTwoLanguages>,
    year: Option<YearNr>,
}

impl Name {
    fn with(&self, title: &str, year: &str) -> String {
        let name = match &self.label {
            Some(label) if label != title => format!("{} ({})", visible(label), visible(title)),
            Some(label) => visible(label).into_owned(),
            None => visible(title).into_owned(),
        };
        self.year
            .map_or_else(|| name.clone(), |nr| format!("{name}, {year} {nr}"))
    }
}

impl Say for Name {
    fn dutch(&self) -> String {
        self.with(self.title.as_ref().map_or("", |title| &title.nl), "jaar")
    }
    fn english(&self) -> String {
        self.with(self.title.as_ref().map_or("", |title| &title.en), "year")
    }
}

#[derive(Debug)]
struct Reason(String);

impl Say for Reason {
    fn dutch(&self) -> String {
        format!("Reden: {}", visible(&self.0))
    }
    fn english(&self) -> String {
        format!("Reason: {}", visible(&self.0))
    }
}

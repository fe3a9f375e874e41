//! What each provider reached under an action in a project year.

use super::Asked;
use super::words::{SetAside, action_cells, count};
use crate::analysis::{Analysis, ProviderReach};
use crate::document::{Bar, Cell, Column, ColumnKind, Layout, Shown, Table, View};
use crate::finding::{About, Code};
use crate::model::{Share, Unknown, folded};
use crate::wording::{Both, Sentence, terms};
use std::collections::BTreeMap;

/// The table and how people see it.
pub(super) fn part(analysis: &Analysis<'_>, asked: &Asked<'_>) -> (Table, View) {
    let rows: Vec<_> = analysis
        .providers
        .iter()
        .filter(|row| asked.shows(row.year))
        .collect();
    let mut table = Table::new(terms::KPI_BY_PROVIDER, columns());
    table.rows = rows.iter().map(|row| cells(analysis, row)).collect();
    let mut years: Vec<_> = rows.iter().map(|row| row.year).collect();
    years.dedup();
    let aside = years
        .iter()
        .filter_map(|year| SetAside::of_logs(analysis, *year));
    let aside = aside.map(|note| Box::new(note) as Sentence).collect();
    (table, view(asked, &rows, years.len() > 1, aside))
}

fn columns() -> Vec<Column> {
    vec![
        Column::new(terms::YEAR, ColumnKind::Key),
        Column::new(terms::ACTION, ColumnKind::Key),
        Column::new(terms::PROVIDER, ColumnKind::Text),
        Column::new(terms::REACHED, ColumnKind::Count),
        Column::new(terms::SHARE_PCT, ColumnKind::Percent)
            .thresholds(Share::new(1, 1).into_iter().collect()),
    ]
}

fn cells(analysis: &Analysis<'_>, row: &ProviderReach<'_>) -> Vec<Cell> {
    let [action, ..] = action_cells(&analysis.account.scheme, row.action);
    let provider = if row.provider.is_empty() {
        Cell::Unknown(Unknown::Provider)
    } else {
        Cell::Text(row.provider.to_owned())
    };
    vec![
        Cell::Year(row.year),
        action,
        provider,
        count(&row.reached),
        Cell::known(row.share.clone(), Cell::Ratio),
    ]
}

fn view(
    asked: &Asked<'_>,
    rows: &[&ProviderReach<'_>],
    several_years: bool,
    aside: Vec<Sentence>,
) -> View {
    let columns = vec![
        Shown::column("action"),
        Shown::column("provider"),
        Shown::column("reached"),
        Shown::bar(Bar::Share { ratio: "share_pct" }),
        Shown::column("share_pct"),
    ];
    let mut notes: Vec<Sentence> = Vec::new();
    if rows.is_empty() {
        notes.push(Box::new(NOTHING));
    }
    notes.extend(aside);
    View {
        table: "kpi_by_provider",
        heading: Box::new(terms::KPI_BY_PROVIDER.word),
        rows: largest_first(rows),
        columns,
        layout: if several_years {
            Layout::Stacked {
                by: "year",
                group: Some("action"),
            }
        } else {
            Layout::Lines {
                group: Some("action"),
            }
        },
        codes: codes(asked, rows),
        totals: Vec::new(),
        legend: Vec::new(),
        notes,
    }
}

/// Within a year and an action the largest first, and what is hidden by name after
/// them, for an order would tell something of it.
fn largest_first(rows: &[&ProviderReach<'_>]) -> Vec<usize> {
    let mut first_of = BTreeMap::new();
    let firsts: Vec<usize> = rows
        .iter()
        .enumerate()
        .map(|(index, row)| *first_of.entry((row.year, row.action.nr)).or_insert(index))
        .collect();
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|index| {
        (
            firsts[*index],
            std::cmp::Reverse(rows[*index].reached.clone().ok()),
        )
    });
    order
}

const NOTHING: Both = Both {
    nl: "Geen enkel logboek zegt wat aanbieders bereikt hebben.",
    en: "No log says what providers reached.",
};

fn codes(asked: &Asked<'_>, rows: &[&ProviderReach<'_>]) -> BTreeMap<usize, Vec<Code>> {
    // Findings are few and rows many, so that the names of the findings are compared first.
    let mut codes: BTreeMap<_, Vec<Code>> = BTreeMap::new();
    for (code, about) in asked.told(&['K']) {
        if let About::Provider(year, action, name) = about {
            let told = codes.entry((year, action, folded(&name))).or_default();
            told.push(code);
        }
    }
    for told in codes.values_mut() {
        told.sort_unstable();
        told.dedup();
    }
    if codes.is_empty() {
        return BTreeMap::new();
    }
    let codes_of = |row: &ProviderReach<'_>| {
        let key = (row.year, row.action.nr, folded(row.provider));
        codes.get(&key).cloned()
    };
    let rows = rows.iter().enumerate();
    rows.filter_map(|(index, row)| Some((index, codes_of(row)?)))
        .collect()
}

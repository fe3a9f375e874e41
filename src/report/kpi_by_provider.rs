//! What each provider reached under an action in a project year.

use super::Asked;
use super::words::action_cells;
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
    let years = {
        let mut years: Vec<_> = rows.iter().map(|row| row.year).collect();
        years.dedup();
        years.len()
    };
    (table, view(asked, &rows, years > 1))
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
        Cell::Count(row.reached),
        Cell::known(row.share.clone(), Cell::Ratio),
    ]
}

fn view(asked: &Asked<'_>, rows: &[&ProviderReach<'_>], several_years: bool) -> View {
    let columns = vec![
        Shown::column("action"),
        Shown::column("provider"),
        Shown::column("reached"),
        Shown::bar(Bar::Share { ratio: "share_pct" }),
        Shown::column("share_pct"),
    ];
    let notes: Vec<Sentence> = if rows.is_empty() {
        vec![Box::new(NOTHING)]
    } else {
        Vec::new()
    };
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

/// Within a year and an action the largest first.
fn largest_first(rows: &[&ProviderReach<'_>]) -> Vec<usize> {
    let mut first: BTreeMap<_, usize> = BTreeMap::new();
    let group = |row: &ProviderReach<'_>| (row.year, row.action.nr);
    for (index, row) in rows.iter().enumerate() {
        first.entry(group(row)).or_insert(index);
    }
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|index| {
        let row = rows[*index];
        (first[&group(row)], std::cmp::Reverse(row.reached))
    });
    order
}

const NOTHING: Both = Both {
    nl: "Geen enkel logboek zegt wat aanbieders bereikt hebben.",
    en: "No log says what providers reached.",
};

fn codes(asked: &Asked<'_>, rows: &[&ProviderReach<'_>]) -> BTreeMap<usize, Vec<Code>> {
    let is_about = |about: &About, row: &ProviderReach<'_>| {
        matches!(about, About::Provider(year, action, name)
            if *year == row.year && *action == row.action.nr && folded(name) == folded(row.provider))
    };
    rows.iter()
        .enumerate()
        .map(|(index, row)| (index, asked.codes(&['K'], |about| is_about(about, row))))
        .filter(|(_, codes)| !codes.is_empty())
        .collect()
}

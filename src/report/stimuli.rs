//! Stimuli that were granted.

use super::Asked;
use crate::analysis::Analysis;
use crate::document::{Cell, Column, ColumnKind, Layout, Shown, Table, View};
use crate::model::{StimulusAward, Unknown};
use crate::wording::terms;
use std::collections::BTreeMap;

/// The table, and how people see it; none without stimuli.
pub(super) fn part(analysis: &Analysis<'_>, asked: &Asked<'_>) -> (Table, Option<View>) {
    let mut rows: Vec<_> = analysis
        .account
        .dossier
        .stimuli
        .iter()
        .filter(|it| asked.shows(it.year))
        .collect();
    rows.sort_by_key(|it| {
        (
            it.year,
            it.action.map(|nr| analysis.account.scheme.order(nr)),
        )
    });
    let mut table = Table::new(
        terms::STIMULI,
        vec![
            Column::new(terms::YEAR, ColumnKind::Key),
            Column::new(terms::ACTION, ColumnKind::Key),
            Column::new(terms::KIND, ColumnKind::Text),
            Column::new(terms::AMOUNT, ColumnKind::Euro),
        ],
    );
    table.rows = rows.iter().map(|it| cells(analysis, it)).collect();
    let view = (!rows.is_empty()).then(|| View {
        table: "stimuli",
        heading: Box::new(terms::STIMULI.word),
        rows: (0..rows.len()).collect(),
        columns: ["year", "action", "kind", "amount"]
            .into_iter()
            .map(Shown::column)
            .collect(),
        layout: Layout::Lines {
            group: Some("year"),
        },
        codes: BTreeMap::new(),
        totals: Vec::new(),
        legend: Vec::new(),
        notes: Vec::new(),
    });
    (table, view)
}

fn cells(analysis: &Analysis<'_>, it: &StimulusAward) -> Vec<Cell> {
    let kind = analysis
        .account
        .scheme
        .stimuli
        .iter()
        .find(|kind| kind.kind == it.kind);
    vec![
        Cell::Year(it.year),
        Cell::maybe(it.action, Cell::Action),
        Cell::maybe(kind, |kind| {
            Cell::keyed(kind.kind.clone(), kind.title.clone())
        }),
        Cell::known(it.amount.ok_or(Unknown::StimulusAmount), Cell::Euro),
    ]
}

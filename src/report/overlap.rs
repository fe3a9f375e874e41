//! One provider under several actions: with and without doubles.

use super::Asked;
use super::words::count;
use crate::analysis::{Analysis, SharedProvider};
use crate::document::{Cell, Column, ColumnKind, Layout, Shown, Table, View};
use crate::model::Unknown;
use crate::wording::terms;
use std::collections::BTreeMap;

/// The table, and how people see it; none without such providers.
pub(super) fn part(analysis: &Analysis<'_>, asked: &Asked<'_>) -> (Table, Option<View>) {
    let rows: Vec<_> = analysis
        .overlap
        .iter()
        .filter(|row| asked.shows(row.year))
        .collect();
    let mut table = Table::new(
        terms::OVERLAP,
        vec![
            Column::new(terms::YEAR, ColumnKind::Key),
            Column::new(terms::PROVIDER, ColumnKind::Text),
            Column::new(terms::ACTIONS, ColumnKind::Key),
            Column::new(terms::COUNT, ColumnKind::Count),
            Column::new(terms::WITH_DOUBLES, ColumnKind::Count),
            Column::new(terms::WITHOUT_DOUBLES, ColumnKind::Count),
            Column::new(terms::SAME_PEOPLE, ColumnKind::Flag),
            Column::new(terms::DOUBLE_INVESTMENT, ColumnKind::Flag),
        ],
    );
    table.rows = rows.iter().map(|row| cells(row)).collect();
    let keys = [
        "provider",
        "actions",
        "count",
        "with_doubles",
        "without_doubles",
        "same_people",
        "double_investment",
    ];
    let view = (!rows.is_empty()).then(|| View {
        table: "overlap",
        heading: Box::new(terms::OVERLAP.word),
        rows: (0..rows.len()).collect(),
        columns: keys.into_iter().map(Shown::column).collect(),
        layout: Layout::Lines { group: None },
        codes: BTreeMap::new(),
        totals: Vec::new(),
        legend: Vec::new(),
        notes: Vec::new(),
    });
    (table, view)
}

fn cells(row: &SharedProvider<'_>) -> Vec<Cell> {
    let flag = |flag: Option<bool>, why| Cell::known(flag.ok_or(why), Cell::Flag);
    vec![
        Cell::Year(row.year),
        Cell::Text(row.provider.to_owned()),
        Cell::Actions(row.actions.clone()),
        count(&row.count),
        count(&row.with_doubles),
        count(&row.without_doubles),
        flag(row.same_people, Unknown::SamePeople),
        flag(row.double_investment, Unknown::DoubleInvestment),
    ]
}

//! Planned cost lines.

use super::Asked;
use crate::analysis::{Analysis, CostLine};
use crate::document::{Cell, Column, ColumnKind, Layout, Shown, Table, Total, View};
use crate::model::{Euro, Known, Unknown, YearNr};
use crate::wording::{Both, payer_term, terms};
use std::collections::{BTreeMap, BTreeSet};

/// The table, and how people see it; none when nothing is planned.
pub(super) fn part(analysis: &Analysis<'_>, asked: &Asked<'_>) -> (Table, Option<View>) {
    let rows: Vec<_> = analysis
        .costs
        .iter()
        .filter(|row| asked.shows(row.line.year))
        .collect();
    let mut table = Table::new(
        terms::COSTS,
        vec![
            Column::new(terms::YEAR, ColumnKind::Key),
            Column::new(terms::ACTIONS, ColumnKind::Key),
            Column::new(terms::CATEGORY, ColumnKind::Text),
            Column::new(terms::PAYER, ColumnKind::Word),
            Column::new(terms::PLANNED, ColumnKind::Euro),
            Column::new(terms::BOOKED, ColumnKind::Euro),
            Column::new(terms::NOTE, ColumnKind::Text),
        ],
    );
    table.rows = rows.iter().map(|row| cells(analysis, row)).collect();
    let view = (!rows.is_empty()).then(|| view(analysis, &rows));
    (table, view)
}

fn cells(analysis: &Analysis<'_>, row: &CostLine<'_>) -> Vec<Cell> {
    let line = row.line;
    let category = line.category.as_ref().and_then(|key| {
        let category = analysis.account.scheme.category(&key.value)?;
        Some((category.key.clone(), category.title.clone()))
    });
    let payer = line
        .payer
        .as_ref()
        .map(|payer| payer.value)
        .ok_or(Unknown::Payer);
    vec![
        Cell::Year(line.year),
        Cell::Actions(line.actions.clone()),
        Cell::known(category.ok_or(Unknown::Category), |(key, title)| {
            Cell::Keyed(key, title)
        }),
        Cell::known(payer, |payer| Cell::Word(payer_term(payer))),
        Cell::Euro(line.amount.value),
        Cell::known(row.booked.clone(), Cell::Euro),
        Cell::maybe(
            (!line.notes.is_empty()).then(|| line.notes.join(" ")),
            Cell::Text,
        ),
    ]
}

fn view(analysis: &Analysis<'_>, rows: &[&CostLine<'_>]) -> View {
    let years: BTreeSet<YearNr> = rows.iter().map(|row| row.line.year).collect();
    let mut columns: Vec<_> = ["actions", "category", "payer", "planned"]
        .into_iter()
        .map(Shown::column)
        .collect();
    columns.push(Shown::column("note"));
    let one_year = years.len() == 1;
    let is_partly_read = analysis.account.dossier.unreadable.budget;
    let sum = |year: &YearNr| -> Known<Euro> {
        if is_partly_read {
            return Err(Unknown::LineUnreadable);
        }
        let of_year = rows.iter().filter(|row| row.line.year == *year);
        Ok(of_year.map(|row| row.line.amount.value).sum())
    };
    let cells = years
        .iter()
        .map(|year| ("planned", Cell::known(sum(year), Cell::Euro)));
    let total = Total {
        label: Box::new(TOTAL),
        cells: cells.collect(),
    };
    View {
        table: "costs",
        heading: Box::new(terms::COSTS.word),
        rows: (0..rows.len()).collect(),
        columns,
        layout: if one_year {
            Layout::Lines { group: None }
        } else {
            Layout::Stacked {
                by: "year",
                group: None,
            }
        },
        codes: BTreeMap::new(),
        totals: vec![total],
        notes: Vec::new(),
    }
}

const TOTAL: Both = Both {
    nl: "Totaal",
    en: "Total",
};

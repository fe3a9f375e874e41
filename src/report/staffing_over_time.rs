//! Who was there from when to when, per project year.

use super::Asked;
use crate::analysis::{Analysis, ServiceRow};
use crate::document::{Cell, Column, ColumnKind, Layout, Shown, Table, View};
use crate::model::{Unknown, YearNr};
use crate::wording::{Both, Sentence, payer_term, terms};
use std::collections::BTreeMap;

/// The table, and how people see it: only where it says more than the staff does,
/// because somebody left or several shared a line.
pub(super) fn part(analysis: &Analysis<'_>, asked: &Asked<'_>) -> (Table, Option<View>) {
    let rows: Vec<_> = analysis
        .staffing_over_time
        .iter()
        .filter(|row| asked.shows(row.year))
        .collect();
    let mut table = Table::new(terms::STAFFING_OVER_TIME, columns());
    table.rows = rows.iter().map(|row| cells(row)).collect();
    let view = has_changed(&rows).then(|| view(&rows));
    (table, view)
}

fn columns() -> Vec<Column> {
    vec![
        Column::new(terms::YEAR, ColumnKind::Key),
        Column::new(terms::ACTIONS, ColumnKind::Key),
        Column::new(terms::ROLE, ColumnKind::Text),
        Column::new(terms::PAYER, ColumnKind::Word),
        Column::new(terms::FROM, ColumnKind::Date),
        Column::new(terms::TO, ColumnKind::Date),
        Column::new(terms::FTE, ColumnKind::Fte),
        Column::new(terms::MONTHS, ColumnKind::FteMonths),
    ]
}

fn cells(row: &ServiceRow<'_>) -> Vec<Cell> {
    let payer = row.staff.payer.ok_or(Unknown::Payer);
    let from = row.filled.from.ok_or(Unknown::Since);
    let fte = row.filled.fte.ok_or(Unknown::FilledFte);
    vec![
        Cell::Year(row.year),
        Cell::Actions(row.staff.actions.clone()),
        Cell::Text(row.staff.role.clone()),
        Cell::known(payer, |payer| Cell::Word(payer_term(payer))),
        Cell::known(from, |from| Cell::Date(from.value)),
        Cell::maybe(row.filled.to, |to| Cell::Date(to.value)),
        Cell::known(fte, |fte| Cell::Fte(fte.value)),
        Cell::known(row.months.clone(), Cell::FteMonths),
    ]
}

/// Whether anybody left, or a line has several people.
fn has_changed(rows: &[&ServiceRow<'_>]) -> bool {
    let shares = |row: &ServiceRow<'_>| {
        let same = |other: &&&ServiceRow<'_>| {
            other.year == row.year && std::ptr::eq(other.staff, row.staff)
        };
        rows.iter().filter(same).count() > 1
    };
    rows.iter()
        .any(|row| row.filled.to.is_some() || shares(row))
}

fn view(rows: &[&ServiceRow<'_>]) -> View {
    let mut years: Vec<YearNr> = rows.iter().map(|row| row.year).collect();
    years.dedup();
    let layout = if years.len() > 1 {
        Layout::Stacked {
            by: "year",
            group: None,
        }
    } else {
        Layout::Lines { group: None }
    };
    let mut notes: Vec<Sentence> = Vec::new();
    if rows.iter().any(|row| row.filled.to.is_none()) {
        notes.push(Box::new(STILL_THERE));
    }
    let keys = ["role", "actions", "payer", "fte", "from", "to", "months"];
    View {
        table: "staffing_over_time",
        heading: Box::new(terms::STAFFING_OVER_TIME.word),
        rows: (0..rows.len()).collect(),
        columns: keys.into_iter().map(Shown::column).collect(),
        layout,
        codes: BTreeMap::new(),
        totals: Vec::new(),
        legend: Vec::new(),
        notes,
    }
}

const STILL_THERE: Both = Both {
    nl: "Zonder datum onder ‘tot’ is iemand nog in dienst.",
    en: "Without a date under ‘to’ somebody is still in service.",
};

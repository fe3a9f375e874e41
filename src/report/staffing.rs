//! Staff planned and filled, per project year.

mod notes;
mod vacancies;

use super::Asked;
use crate::analysis::{Analysis, StaffRow, counts_in_sums};
use crate::document::{Bar, Cell, Column, ColumnKind, Derived, Layout, Shown, Table, Total, View};
use crate::finding::{About, Code};
use crate::model::{Date, Euro, FteMonths, Known, Unknown, YearNr};
use crate::wording::{Both, Say, dutch, english, payer_term, terms};
use std::collections::BTreeMap;
use std::iter::Sum;

/// The table and how people see it.
pub(super) fn part(analysis: &Analysis<'_>, asked: &Asked<'_>) -> (Table, View) {
    let rows: Vec<_> = analysis
        .staffing
        .iter()
        .filter(|row| asked.shows(row.year))
        .collect();
    let mut table = Table::new(terms::STAFFING, columns());
    table.rows = rows.iter().map(|row| cells(row)).collect();
    (table, view(analysis, asked, &rows))
}

fn columns() -> Vec<Column> {
    vec![
        Column::new(terms::YEAR, ColumnKind::Key),
        Column::new(terms::ACTIONS, ColumnKind::Key),
        Column::new(terms::ROLE, ColumnKind::Text),
        Column::new(terms::PAYER, ColumnKind::Word),
        Column::new(terms::PLANNED_FTE, ColumnKind::Fte),
        Column::new(terms::FILLED_FTE, ColumnKind::Fte),
        Column::new(terms::SINCE, ColumnKind::Date),
        Column::new(terms::VACANT_FTE, ColumnKind::Fte).derived(Derived::Difference {
            from: "planned_fte",
            less: "filled_fte",
        }),
        Column::new(terms::PLANNED_MONTHS, ColumnKind::FteMonths),
        Column::new(terms::FILLED_MONTHS, ColumnKind::FteMonths),
        Column::new(terms::VACANT_MONTHS, ColumnKind::FteMonths),
        Column::new(terms::YEARLY_COST, ColumnKind::Euro),
        Column::new(terms::COST, ColumnKind::Euro),
    ]
}

fn cells(row: &StaffRow<'_>) -> Vec<Cell> {
    let payer = row.staff.payer.ok_or(Unknown::Payer);
    vec![
        Cell::Year(row.year),
        Cell::Actions(row.staff.actions.clone()),
        Cell::Text(row.staff.role.clone()),
        Cell::known(payer, |payer| Cell::Word(payer_term(payer))),
        Cell::known(row.planned.clone(), Cell::Fte),
        Cell::known(row.filled.clone(), Cell::Fte),
        Cell::maybe(row.since.clone(), |since| Cell::known(since, Cell::Date)),
        Cell::known(row.vacant.clone(), Cell::Fte),
        Cell::known(row.planned_months.clone(), Cell::FteMonths),
        Cell::known(row.filled_months.clone(), Cell::FteMonths),
        Cell::known(row.vacant_months.clone(), Cell::FteMonths),
        Cell::known(row.yearly_cost.clone(), Cell::Euro),
        Cell::known(row.cost.clone(), Cell::Euro),
    ]
}

fn view(analysis: &Analysis<'_>, asked: &Asked<'_>, rows: &[&StaffRow<'_>]) -> View {
    let mut years: Vec<YearNr> = rows.iter().map(|row| row.year).collect();
    years.dedup();
    let several = years.len() > 1;
    View {
        table: "staffing",
        heading: Box::new(Heading { on: one_date(rows) }),
        rows: (0..rows.len()).collect(),
        columns: shown(rows),
        layout: if several {
            Layout::Stacked {
                by: "year",
                group: None,
            }
        } else {
            Layout::Lines { group: None }
        },
        codes: codes(asked, rows),
        totals: total(analysis, rows, &years).into_iter().collect(),
        legend: Vec::new(),
        notes: notes::notes(analysis, rows, &years),
    }
}

/// The columns; months and cost where they hold anything, and where there is room.
fn shown(rows: &[&StaffRow<'_>]) -> Vec<Shown> {
    let mut columns: Vec<_> = ["role", "actions", "payer", "planned_fte", "filled_fte"]
        .into_iter()
        .map(Shown::column)
        .collect();
    columns.push(Shown::bar(Bar::Filled {
        planned: "planned_fte",
        filled: "filled_fte",
    }));
    columns.push(Shown::column("since"));
    let is_some = |months: &FteMonths| *months > FteMonths::NONE;
    if rows
        .iter()
        .any(|row| row.vacant_months.as_ref().is_ok_and(is_some))
    {
        columns.push(Shown::with_room("vacant_months"));
    }
    let is_money = |cost: &Euro| *cost != Euro::ZERO;
    if rows.iter().any(|row| row.cost.as_ref().is_ok_and(is_money)) {
        columns.push(Shown::with_room("cost"));
    }
    columns
}

fn codes(asked: &Asked<'_>, rows: &[&StaffRow<'_>]) -> BTreeMap<usize, Vec<Code>> {
    let last_of = |row: &StaffRow<'_>| {
        let same = rows
            .iter()
            .filter(|other| other.staff.span == row.staff.span && other.filled.is_ok());
        same.map(|other| other.year).max() == Some(row.year)
    };
    rows.iter()
        .enumerate()
        .filter(|(_, row)| last_of(row))
        .map(|(index, row)| {
            (
                index,
                asked.codes(&['T'], |about| *about == About::Staff(row.staff.span)),
            )
        })
        .filter(|(_, codes)| !codes.is_empty())
        .collect()
}

/// The date of the state, where all rows share it.
fn one_date(rows: &[&StaffRow<'_>]) -> Option<Date> {
    let first = rows.first()?.on.clone().ok()?;
    rows.iter().all(|row| row.on == Ok(first)).then_some(first)
}

#[derive(Debug)]
struct Heading {
    on: Option<Date>,
}

impl Say for Heading {
    fn dutch(&self) -> String {
        self.on.map_or_else(
            || "Personeel, in VTE".to_owned(),
            |on| format!("Personeel op {}, in VTE", dutch::date(on)),
        )
    }
    fn english(&self) -> String {
        self.on.map_or_else(
            || "Staffing, in FTE".to_owned(),
            |on| format!("Staffing on {}, in FTE", english::date(on)),
        )
    }
}

/// The sums of the lines that count, year by year.
fn total(analysis: &Analysis<'_>, rows: &[&StaffRow<'_>], years: &[YearNr]) -> Option<Total> {
    rows.iter().find(|row| counts_in_sums(row.staff))?;
    let cells = years.iter().flat_map(|year| {
        let counted: Vec<_> = rows
            .iter()
            .copied()
            .filter(|row| row.year == *year && counts_in_sums(row.staff))
            .collect();
        sums(analysis, &counted)
    });
    Some(Total {
        label: Box::new(TOGETHER),
        cells: cells.collect(),
    })
}

/// The sums of a year; unknown where a line is, or could not be read.
fn sums(analysis: &Analysis<'_>, rows: &[&StaffRow<'_>]) -> [(&'static str, Cell); 7] {
    let is_partly_read = analysis.account.dossier.unreadable.staff;
    let fte = |of| Cell::known(sum(is_partly_read, rows, of), Cell::Fte);
    let months = |of| Cell::known(sum(is_partly_read, rows, of), Cell::FteMonths);
    [
        ("planned_fte", fte(|row| row.planned.clone())),
        ("filled_fte", fte(|row| row.filled.clone())),
        ("vacant_fte", fte(|row| row.vacant.clone())),
        ("planned_months", months(|row| row.planned_months.clone())),
        ("filled_months", months(|row| row.filled_months.clone())),
        ("vacant_months", months(|row| row.vacant_months.clone())),
        (
            "cost",
            Cell::known(
                sum(is_partly_read, rows, |row| row.cost.clone()),
                Cell::Euro,
            ),
        ),
    ]
}

fn sum<T: Sum>(
    is_partly_read: bool,
    rows: &[&StaffRow<'_>],
    figure: fn(&StaffRow<'_>) -> Known<T>,
) -> Known<T> {
    if is_partly_read {
        return Err(Unknown::LineUnreadable);
    }
    rows.iter().map(|row| figure(row)).sum()
}

const TOGETHER: Both = Both {
    nl: "Samen",
    en: "Together",
};

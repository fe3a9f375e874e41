//! Planned cost lines.

use super::Asked;
use super::words::{BookingsSetAside, whole};
use crate::analysis::{Analysis, Booked, CostLine};
use crate::document::{Cell, Column, ColumnKind, Layout, Shown, Table, Total, View};
use crate::model::{Euro, Known, Unknown, YearNr};
use crate::wording::{Both, Sentence, payer_term, terms};
use std::collections::{BTreeMap, BTreeSet};

/// The table, and how people see it; none when nothing is planned.
pub(super) fn part(analysis: &Analysis<'_>, asked: &Asked<'_>) -> (Table, Option<View>) {
    let rows: Vec<_> = analysis
        .costs
        .iter()
        .filter(|row| asked.shows(row.year))
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
            Column::new(terms::SET_ASIDE, ColumnKind::Count),
        ],
    );
    table.rows = rows.iter().map(|row| cells(analysis, row)).collect();
    let view = (!rows.is_empty()).then(|| view(analysis, &rows));
    (table, view)
}

fn cells(analysis: &Analysis<'_>, row: &CostLine<'_>) -> Vec<Cell> {
    let category = row.category.and_then(|key| {
        let category = analysis.account.scheme.category(key)?;
        Some((category.key.clone(), category.title.clone()))
    });
    let notes = row.line.map_or(&[][..], |line| &line.notes);
    vec![
        Cell::Year(row.year),
        Cell::Actions(row.actions.clone()),
        Cell::known(category.ok_or(Unknown::Category), |(key, title)| {
            Cell::keyed(key, title)
        }),
        Cell::known(row.payer.ok_or(Unknown::Payer), |payer| {
            Cell::Word(payer_term(payer))
        }),
        Cell::maybe(row.line, |line| Cell::Euro(line.amount.value)),
        Cell::known(row.booked.clone(), Cell::Euro),
        Cell::maybe((!notes.is_empty()).then(|| notes.join(" ")), Cell::Text),
        whole(row.set_aside),
    ]
}

fn view(analysis: &Analysis<'_>, rows: &[&CostLine<'_>]) -> View {
    let years: BTreeSet<YearNr> = rows.iter().map(|row| row.year).collect();
    let mut columns: Vec<_> = ["actions", "category", "payer", "planned"]
        .into_iter()
        .map(Shown::column)
        .collect();
    let shows_booked = rows.iter().any(|row| row.booked.is_ok());
    if shows_booked {
        columns.push(Shown::column("booked"));
    }
    columns.push(Shown::column("note"));
    let one_year = years.len() == 1;
    let is_partly_read = analysis.account.dossier.unreadable.budget;
    let planned = |year: YearNr| -> Known<Euro> {
        if is_partly_read {
            return Err(Unknown::LineUnreadable);
        }
        let lines = rows.iter().filter(|row| row.year == year);
        let lines = lines.filter_map(|row| row.line);
        Ok(lines.map(|line| line.amount.value).sum())
    };
    let cells = years.iter().flat_map(|year| {
        [
            ("planned", Cell::known(planned(*year), Cell::Euro)),
            (
                "booked",
                Cell::known(booked_in(analysis, *year), Cell::Euro),
            ),
        ]
    });
    let total = Total {
        label: Box::new(TOTAL),
        cells: cells.collect(),
    };
    let years: Vec<YearNr> = years.into_iter().collect();
    let set_aside = analysis.account.bookings.set_aside_among(&years);
    let may_change = shows_booked && set_aside > 0;
    let note = may_change.then(|| Box::new(BookingsSetAside(set_aside)) as Sentence);
    View {
        table: "costs",
        heading: match shows_booked {
            true => Box::new(PLANNED_AND_BOOKED),
            false => Box::new(terms::COSTS.word),
        },
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
        legend: Vec::new(),
        notes: note.into_iter().collect(),
    }
}

/// Everything that was booked in a year, planned or not.
fn booked_in(analysis: &Analysis<'_>, year: YearNr) -> Known<Euro> {
    let row = analysis.cofinancing_of(year);
    row.map_or(Err(Unknown::NoBookings), |row| {
        row.booked.clone().map(Booked::total)
    })
}

const PLANNED_AND_BOOKED: Both = Both {
    nl: "Kosten, gepland en geboekt",
    en: "Costs, planned and booked",
};

const TOTAL: Both = Both {
    nl: "Totaal",
    en: "Total",
};

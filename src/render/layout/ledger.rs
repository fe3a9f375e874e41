//! A view with periods side by side: a line for each column of the table.

use super::footnotes::{Footnotes, across as over};
use super::grid::{Entry, Grid, GridColumn, Head};
use super::lines::drawn;
use super::{Paper, Piece};
use crate::document::{Cell, Column, Figure, Shown, Table, View};
use crate::model::Language;
use crate::wording::{capital, terms};
use rust_decimal::Decimal;

/// The parts of a ledger: one grid, or several of fewer periods.
pub(super) fn pieces(
    table: &Table,
    view: &View,
    across: &str,
    notes: &mut Footnotes,
    paper: &dyn Paper,
) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for grid in grids(table, view, across, notes, paper) {
        if !pieces.is_empty() {
            pieces.push(Piece::Gap);
        }
        pieces.push(Piece::Grid(grid));
    }
    pieces
}

fn grids(
    table: &Table,
    view: &View,
    across: &str,
    notes: &mut Footnotes,
    paper: &dyn Paper,
) -> Vec<Grid> {
    let Some(whole) = whole(table, view, across, notes, paper) else {
        return Vec::new();
    };
    let periods = whole.columns.len() - 1;
    let fitting = (1..=periods).rev().find_map(|size| {
        let parts = parts(&whole, size);
        parts.iter().all(|part| paper.fits(part)).then_some(parts)
    });
    fitting.unwrap_or_else(|| parts(&whole, periods.max(1)))
}

/// The ledger with all its periods, the names first.
fn whole(
    table: &Table,
    view: &View,
    across: &str,
    notes: &mut Footnotes,
    paper: &dyn Paper,
) -> Option<Grid> {
    let across = table.position(across)?;
    let mut heads = vec![String::new()];
    for row in &view.rows {
        heads.push(over(
            &table.rows[*row][across],
            &table.columns[across],
            notes,
        ));
    }
    let totals = view.totals.iter();
    heads.extend(totals.map(|total| total.label.say(paper.language())));
    let lines = view.columns.iter();
    let mut rows: Vec<Vec<Entry>> = lines
        .filter(|shown| match &shown.figure {
            Figure::Column(key) => *key != table.columns[across].term.key,
            Figure::Bar(_) => paper.draws_bars(),
        })
        .map(|shown| line(table, view, shown, notes, paper))
        .collect();
    rows.extend(code_line(view, paper.language()));
    let columns = heads.into_iter().enumerate().map(|(nr, head)| GridColumn {
        head: Head::Words(head),
        right: nr > 0,
        optional: false,
    });
    Some(Grid {
        columns: columns.collect(),
        rows,
        stretches: Vec::new(),
    })
}

fn line(
    table: &Table,
    view: &View,
    shown: &Shown,
    notes: &mut Footnotes,
    paper: &dyn Paper,
) -> Vec<Entry> {
    let key = match &shown.figure {
        Figure::Bar(bar) => {
            let bars = view.rows.iter().map(|row| {
                let get = |key: &str| table.seen(*row, key);
                Entry::Bar(drawn(bar, get, Some(*row), Decimal::ONE))
            });
            let empty = view.totals.iter().map(|_| Entry::Empty);
            return std::iter::once(Entry::Empty)
                .chain(bars)
                .chain(empty)
                .collect();
        }
        Figure::Column(key) => key,
    };
    let Some(column) = table.position(key).map(|at| &table.columns[at]) else {
        return Vec::new();
    };
    let name = capital(column.term.get(paper.language()));
    let mut line = vec![Entry::Words(name)];
    for row in &view.rows {
        line.push(
            table
                .seen(*row, key)
                .map_or(Entry::Empty, |it| notes.entry(it, column)),
        );
    }
    for total in &view.totals {
        line.push(total_entry(&total.cells, key, column, notes));
    }
    line
}

fn total_entry(cells: &[(&str, Cell)], key: &str, column: &Column, notes: &mut Footnotes) -> Entry {
    let cell = cells.iter().find(|(of, _)| *of == key);
    cell.map_or(Entry::Empty, |(_, cell)| notes.entry(cell, column))
}

/// The codes of findings under their period.
fn code_line(view: &View, language: Language) -> Option<Vec<Entry>> {
    let codes = view.rows.iter().map(|row| view.codes.get(row));
    let codes: Vec<_> = codes
        .map(|codes| codes.map_or(Entry::Empty, |codes| Entry::Codes(codes.clone())))
        .collect();
    let any = codes.iter().any(|entry| matches!(entry, Entry::Codes(_)));
    let name = Entry::Words(terms::FINDINGS.get(language).to_owned());
    let rest = view.totals.iter().map(|_| Entry::Empty);
    any.then(|| std::iter::once(name).chain(codes).chain(rest).collect())
}

/// The ledger cut into parts of so many periods, each with the names.
fn parts(whole: &Grid, size: usize) -> Vec<Grid> {
    let indexes: Vec<usize> = (1..whole.columns.len()).collect();
    indexes
        .chunks(size)
        .map(|chunk| {
            let pick = |index: &usize| whole.columns[*index].clone();
            let with_name = || std::iter::once(&0).chain(chunk);
            let rows = whole.rows.iter().map(|row| {
                let entries = with_name().map(|index| row.get(*index).cloned());
                entries.map(|entry| entry.unwrap_or(Entry::Empty)).collect()
            });
            Grid {
                columns: with_name().map(pick).collect(),
                rows: rows.filter(|row: &Vec<Entry>| !is_bare(row)).collect(),
                stretches: Vec::new(),
            }
        })
        .collect()
}

/// Whether a line has nothing but its name.
fn is_bare(row: &[Entry]) -> bool {
    row.iter()
        .skip(1)
        .all(|entry| matches!(entry, Entry::Empty))
}

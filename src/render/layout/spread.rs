//! A view whose years stand side by side; below each other where the width does
//! not allow it.

use super::footnotes::{Footnotes, across as over, listed};
use super::grid::{Entry, Grid, GridColumn, Stretch};
use super::lines::{Lines, add_codes, drawn, head, sentences};
use super::{Paper, Piece};
use crate::document::{Cell, Figure, Shown, Table, View};
use crate::finding::Code;
use crate::model::Unknown;
use crate::wording::capital;
use rust_decimal::Decimal;

/// A spread view, taken apart.
struct Spread<'a> {
    table: &'a Table,
    view: &'a View,
    across: &'static str,
    /// Columns that stand once.
    keys: Vec<Shown>,
    /// Columns that stand once for each value.
    figures: Vec<Shown>,
    /// The values that have a figure, by their order in the table.
    values: Vec<(usize, &'a Cell)>,
    paper: &'a dyn Paper,
}

/// The pieces of a spread view: one table, or one for each value.
pub(super) fn pieces<'a>(
    table: &'a Table,
    view: &'a View,
    (across, figures): (&'static str, &[&'static str]),
    notes: &mut Footnotes,
    paper: &'a dyn Paper,
) -> Vec<Piece> {
    let shown = view.columns.iter().filter(|it| match it.figure {
        Figure::Column(key) => key != across,
        Figure::Bar(_) => paper.draws_bars(),
    });
    let (figures, keys) = shown.cloned().partition(|it| match &it.figure {
        Figure::Column(key) => figures.contains(key),
        Figure::Bar(_) => true,
    });
    let mut spread = Spread {
        table,
        view,
        across,
        keys,
        figures,
        values: Vec::new(),
        paper,
    };
    let all = spread.all_values();
    let (with, without): (Vec<_>, Vec<_>) =
        all.iter().partition(|(_, value)| spread.has_figure(value));
    let without = if with.is_empty() { Vec::new() } else { without };
    spread.values = if with.is_empty() { all } else { with };
    let mut pieces = spread.tables(notes);
    pieces.push(Piece::Sentences(spread.unknown_sentences(&without, notes)));
    pieces
}

/// The pieces of a stacked view: a table for each value.
pub(super) fn stacked<'a>(
    table: &'a Table,
    view: &'a View,
    (by, group): (&'static str, Option<&'static str>),
    notes: &mut Footnotes,
    paper: &'a dyn Paper,
) -> Vec<Piece> {
    let mut spread = Spread {
        table,
        view,
        across: by,
        keys: Vec::new(),
        figures: Vec::new(),
        values: Vec::new(),
        paper,
    };
    spread.values = spread.all_values();
    spread.below_each_other(group, notes)
}

impl<'a> Spread<'a> {
    fn tables(&mut self, notes: &mut Footnotes) -> Vec<Piece> {
        if let Some(whole) = self.fitting(notes) {
            return vec![Piece::Grid(whole)];
        }
        let figures = self.figures.clone();
        self.figures
            .retain(|it| matches!(it.figure, Figure::Column(_)));
        if let Some(without_bars) = self.fitting(notes) {
            return vec![Piece::Grid(without_bars)];
        }
        self.figures = figures;
        self.below_each_other(None, notes)
    }

    /// All values side by side, where there is room for them.
    fn fitting(&self, notes: &mut Footnotes) -> Option<Grid> {
        let mut tried = notes.clone();
        let grid = self.grid(&mut tried);
        self.paper.fits(&grid).then(|| {
            *notes = tried;
            grid
        })
    }

    fn all_values(&self) -> Vec<(usize, &'a Cell)> {
        let mut values: Vec<&Cell> = Vec::new();
        for row in &self.view.rows {
            if let Some(cell) = self.table.seen(*row, self.across)
                && !values.contains(&cell)
            {
                values.push(cell);
            }
        }
        values.into_iter().enumerate().collect()
    }

    fn rows_of(&self, value: &Cell) -> impl Iterator<Item = usize> {
        let rows = self.view.rows.iter().copied();
        rows.filter(move |row| self.table.seen(*row, self.across) == Some(value))
    }

    fn has_figure(&self, value: &Cell) -> bool {
        let mut cells = self.rows_of(value).flat_map(|row| self.figure_cells(row));
        cells.any(|(_, cell)| match cell {
            Cell::Unknown(_) | Cell::Nothing => false,
            Cell::Word(term) => term.key != "unknown",
            _ => true,
        })
    }

    fn figure_cells(&self, row: usize) -> impl Iterator<Item = (&'static str, &'a Cell)> {
        self.figures
            .iter()
            .filter_map(move |shown| match shown.figure {
                Figure::Column(key) => Some((key, self.table.seen(row, key)?)),
                Figure::Bar(_) => None,
            })
    }

    /// All values side by side.
    fn grid(&self, notes: &mut Footnotes) -> Grid {
        let make = |shown: &Shown| head(self.table, shown, self.paper.language());
        let mut columns: Vec<GridColumn> = self.keys.iter().map(make).collect();
        let mut stretches = Vec::new();
        for (_, value) in &self.values {
            let first = columns.len();
            columns.extend(self.figures.iter().map(make));
            stretches.push(Stretch {
                first,
                end: columns.len(),
                name: self.name(value, notes),
            });
        }
        let lines = self.lines();
        let mut rows: Vec<_> = lines.iter().map(|line| self.row(line, notes)).collect();
        rows.extend(self.total_rows(notes));
        let codes = lines.iter().map(|line| self.codes(line)).collect();
        add_codes(&mut columns, &mut rows, codes);
        Grid {
            columns,
            rows,
            stretches,
        }
    }

    /// Rows of the table that stand on one line: those with the same keys.
    fn lines(&self) -> Vec<Vec<usize>> {
        let mut lines: Vec<Vec<usize>> = Vec::new();
        for row in &self.view.rows {
            let same =
                |line: &Vec<usize>| self.keys.iter().all(|it| self.is_same(it, line[0], *row));
            match lines.iter_mut().find(|line| same(line)) {
                Some(line) => line.push(*row),
                None => lines.push(vec![*row]),
            }
        }
        lines
    }

    fn is_same(&self, shown: &Shown, one: usize, other: usize) -> bool {
        match shown.figure {
            Figure::Column(key) => self.table.seen(one, key) == self.table.seen(other, key),
            Figure::Bar(_) => true,
        }
    }

    fn row(&self, line: &[usize], notes: &mut Footnotes) -> Vec<Entry> {
        let keys = self
            .keys
            .iter()
            .map(|shown| self.entry(shown, Some(line[0]), notes));
        let mut row: Vec<Entry> = keys.collect();
        for (_, value) in &self.values {
            let of_value = |row: &&usize| self.table.seen(**row, self.across) == Some(value);
            let at = line.iter().find(of_value).copied();
            row.extend(
                self.figures
                    .iter()
                    .map(|shown| self.entry(shown, at, notes)),
            );
        }
        row
    }

    fn entry(&self, shown: &Shown, row: Option<usize>, notes: &mut Footnotes) -> Entry {
        let Some(row) = row else {
            return Entry::NoFigure;
        };
        match &shown.figure {
            Figure::Bar(bar) => {
                let get = |key: &str| self.table.seen(row, key);
                Entry::Bar(drawn(bar, get, Some(row), Decimal::ONE))
            }
            Figure::Column(key) => match (self.table.seen(row, key), self.table.position(key)) {
                (Some(cell), Some(at)) => notes.entry(cell, &self.table.columns[at]),
                _ => Entry::Empty,
            },
        }
    }

    fn codes(&self, line: &[usize]) -> Vec<Code> {
        let codes = line.iter().filter_map(|row| self.view.codes.get(row));
        let mut codes: Vec<Code> = codes.flatten().copied().collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// Sums: the nth cell of a key belongs to the nth value.
    fn total_rows(&self, notes: &mut Footnotes) -> Vec<Vec<Entry>> {
        let mut rows = Vec::new();
        for total in &self.view.totals {
            let mut row = vec![Entry::Empty; self.keys.len()];
            for (nth, _) in &self.values {
                for shown in &self.figures {
                    row.push(self.total_entry(shown, &total.cells, *nth, notes));
                }
            }
            if rows.is_empty() {
                rows.push(
                    row.iter()
                        .map(|entry| match entry {
                            entry if entry.is_figure() => Entry::Rule,
                            _ => Entry::Empty,
                        })
                        .collect(),
                );
            }
            if let Some(last) = row[..self.keys.len()].last_mut() {
                *last = Entry::Words(total.label.say(self.paper.language()));
            }
            rows.push(row);
        }
        rows
    }

    fn total_entry(
        &self,
        shown: &Shown,
        cells: &[(&'static str, Cell)],
        nth: usize,
        notes: &mut Footnotes,
    ) -> Entry {
        let Figure::Column(key) = shown.figure else {
            return Entry::Empty;
        };
        let cell = cells.iter().filter(|(of, _)| *of == key).nth(nth);
        match (cell, self.table.position(key)) {
            (Some((_, cell)), Some(at)) => notes.entry(cell, &self.table.columns[at]),
            _ => Entry::Empty,
        }
    }

    /// A table for each value, under its name.
    fn below_each_other(&self, group: Option<&'static str>, notes: &mut Footnotes) -> Vec<Piece> {
        let shown = self.shown_by_all(group, notes);
        let mut pieces = Vec::new();
        for (nth, value) in &self.values {
            let lines = self.lines_of((*nth, value), &shown, group);
            let (grid, sentences) = lines.grid(notes, self.paper);
            pieces.push(Piece::Heading(capital(&self.name(value, notes))));
            pieces.push(Piece::Grid(grid));
            pieces.push(Piece::Under(sentences));
        }
        pieces
    }

    /// The columns of the tables below each other: an optional one only where every
    /// table has room for it, so that they can be compared.
    fn shown_by_all(&self, group: Option<&'static str>, notes: &Footnotes) -> Vec<Shown> {
        let is_across =
            |shown: &Shown| matches!(shown.figure, Figure::Column(key) if key == self.across);
        let all = self.view.columns.iter().filter(|it| !is_across(it));
        let mut shown: Vec<Shown> = all.cloned().collect();
        while let Some(last) = shown.iter().rposition(|it| it.only_with_room) {
            let has_room = |value: &(usize, &'a Cell)| {
                let lines = self.lines_of(*value, &shown, group);
                let (grid, _) = lines.grid(&mut notes.clone(), self.paper);
                let optional = shown.iter().filter(|it| it.only_with_room).count();
                grid.columns.iter().filter(|it| it.optional).count() == optional
            };
            if self.values.iter().all(has_room) {
                break;
            }
            shown.remove(last);
        }
        shown
    }

    fn lines_of(
        &self,
        (nth, value): (usize, &'a Cell),
        shown: &[Shown],
        group: Option<&'static str>,
    ) -> Lines<'a> {
        let totals = self.view.totals.iter().map(|total| {
            let label = total.label.say(self.paper.language());
            (label, nth_cells(&total.cells, nth))
        });
        Lines {
            table: self.table,
            rows: self.rows_of(value).collect(),
            shown: shown.to_vec(),
            group,
            codes: &self.view.codes,
            totals: totals.collect(),
        }
    }

    fn name(&self, value: &Cell, notes: &mut Footnotes) -> String {
        let column = self.table.position(self.across);
        column.map_or_else(String::new, |at| {
            over(value, &self.table.columns[at], notes)
        })
    }

    /// `Jaar 2 en jaar 3. Doel: onbekend, …`, values of the same reasons together.
    fn unknown_sentences(&self, without: &[(usize, &Cell)], notes: &mut Footnotes) -> Vec<String> {
        let mut told: Vec<(Vec<String>, Vec<String>)> = Vec::new();
        for (_, value) in without {
            let name = self.name(value, notes);
            let mut unknown: Vec<(&str, &Unknown)> = Vec::new();
            for (key, cell) in self.rows_of(value).flat_map(|row| self.figure_cells(row)) {
                if let Cell::Unknown(reason) = cell
                    && !unknown.contains(&(key, reason))
                {
                    unknown.push((key, reason));
                }
            }
            let reasons = sentences(self.table, &unknown, self.paper.language());
            match told.iter_mut().find(|(_, same)| *same == reasons) {
                Some((names, _)) => names.push(name),
                None => told.push((vec![name], reasons)),
            }
        }
        told.iter()
            .map(|(names, reasons)| {
                let names = capital(&listed(names, self.paper.language()));
                format!("{names}. {}", reasons.join(" "))
                    .trim_end()
                    .to_owned()
            })
            .collect()
    }
}

/// Of every key its nth cell.
fn nth_cells<'a>(cells: &'a [(&'static str, Cell)], nth: usize) -> Vec<(&'static str, &'a Cell)> {
    let mut seen: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for (key, cell) in cells {
        if seen.iter().filter(|it| *it == key).count() == nth {
            found.push((*key, cell));
        }
        seen.push(key);
    }
    found
}

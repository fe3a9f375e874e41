//! What one drawing shows: some rows of a chart, all of one year or named by theirs.

use crate::document::{Cell, Chart, Column, Table};
use crate::model::{Language, YearNr};
use crate::render::layout::{Footnotes, across, listed};
use crate::render::xlsx::held::figure;
use crate::render::xlsx::number;
use crate::render::xlsx::table::Part;
use crate::render::xlsx::words::{self, capital};
use crate::wording::terms;
use rust_decimal::Decimal;

/// UTF-16 units that a spreadsheet takes of a title.
const MOST: usize = 240;

/// Rows and columns of a table that are drawn together.
pub(super) struct Picture<'a> {
    /// The sheet with the cells.
    pub(super) part: &'a Part<'a>,
    /// The rows of the table, by position.
    pub(super) rows: Vec<usize>,
    /// The columns that are drawn.
    pub(super) columns: Vec<usize>,
    /// The column that names the rows.
    pub(super) named_by: usize,
    /// The year of all rows, where they are not named by it.
    year: Option<YearNr>,
}

impl<'a> Picture<'a> {
    /// Those of a chart.
    pub(super) fn all(chart: &Chart, part: &'a Part<'a>) -> Vec<Self> {
        let table = part.table;
        let named_by = names(chart, table);
        let columns = chart.columns.iter().filter_map(|key| table.position(key));
        let columns: Vec<usize> = columns.collect();
        let of_year = |(year, rows)| Self {
            part,
            rows,
            columns: columns.clone(),
            named_by,
            year,
        };
        years(chart, table).into_iter().map(of_year).collect()
    }

    /// What is drawn, and of which year: `Doel en bereikt · jaar 1`.
    pub(super) fn title(&self, language: Language) -> String {
        let year = self.year.map(|nr| {
            let year = terms::YEAR.get(language);
            format!(" · {year} {nr}")
        });
        let title = capital(&self.words(&self.columns, language)) + &year.unwrap_or_default();
        words::line(&title, MOST)
    }

    /// The words of some columns: `doel en bereikt`.
    pub(super) fn words(&self, columns: &[usize], language: Language) -> String {
        let words = columns.iter().map(|at| self.column(*at).term.get(language));
        let words: Vec<String> = words.map(ToOwned::to_owned).collect();
        listed(&words, language)
    }

    /// The figures that the spreadsheet can draw.
    pub(super) fn figures(&self) -> impl Iterator<Item = Decimal> {
        let cells = self.rows.iter().flat_map(|row| {
            let of_row = |at: &usize| figure(self.cell(*row, *at), self.column(*at));
            self.columns.iter().filter_map(of_row)
        });
        cells
            .map(|(figure, _)| figure)
            .filter(|it| number::fits(*it))
    }

    /// Whether there is something to draw.
    pub(super) fn has_figure(&self) -> bool {
        self.figures().next().is_some()
    }

    /// A column of the table.
    pub(super) fn column(&self, at: usize) -> &'a Column {
        &self.part.table.columns[at]
    }

    /// A cell of the table.
    pub(super) fn cell(&self, row: usize, at: usize) -> &'a Cell {
        &self.part.table.rows[row][at]
    }

    /// The cells of a row.
    pub(super) fn cells(&self, row: usize) -> impl Iterator<Item = (&'a Cell, &'a Column)> {
        let table = self.part.table;
        table.rows[row].iter().zip(&table.columns)
    }

    /// What people read in a cell; a year and an action with what they are.
    pub(super) fn said(&self, row: usize, at: usize, language: Language) -> String {
        said((self.cell(row, at), self.column(at)), language)
    }
}

/// What people read in a cell of a column.
pub(super) fn said((cell, column): (&Cell, &Column), language: Language) -> String {
    across(cell, column, &mut Footnotes::new(language))
}

/// The rows of a chart by their year: else bars of one name would stand there twice.
/// Where the year is the name, they are all together.
fn years(chart: &Chart, table: &Table) -> Vec<(Option<YearNr>, Vec<usize>)> {
    let is_named_by_year = table.cell(chart.rows[0], chart.names);
    if matches!(is_named_by_year, Some(Cell::Year(_))) {
        return vec![(None, chart.rows.clone())];
    }
    let year = |row: usize| {
        table.rows[row].iter().find_map(|cell| match cell {
            Cell::Year(year) => Some(*year),
            _ => None,
        })
    };
    let mut years: Vec<(Option<YearNr>, Vec<usize>)> = Vec::new();
    for row in &chart.rows {
        let year = year(*row);
        match years.iter_mut().find(|(other, _)| *other == year) {
            Some((_, rows)) => rows.push(*row),
            None => years.push((year, vec![*row])),
        }
    }
    years
}

/// The column that names the bars. A range of one column cannot take a cell of another
/// where it has nothing, so then the column that stands in for it names them all.
fn names(chart: &Chart, table: &Table) -> usize {
    let at = table.position(chart.names).unwrap_or(0);
    let has_gap = chart
        .rows
        .iter()
        .any(|row| table.rows[*row][at] == Cell::Nothing);
    let otherwise = table.columns[at].otherwise.filter(|_| has_gap);
    otherwise.and_then(|key| table.position(key)).unwrap_or(at)
}

//! Tables for machines: typed, tidy and whole.

use super::{Cell, Column};
use crate::model::Euro;
use crate::wording::terms::Term;

/// A tidy table: one fact a row.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its name; the key is that of machine formats.
    pub name: Term,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows; every row has a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// A table without rows yet.
    #[must_use]
    pub fn new(name: Term, columns: Vec<Column>) -> Self {
        Self {
            name,
            columns,
            rows: Vec::new(),
        }
    }

    /// Position of the column with this key.
    #[must_use]
    pub fn position(&self, key: &str) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.term.key == key)
    }

    /// The cell of a row in the column with this key.
    #[must_use]
    pub fn cell(&self, row: usize, key: &str) -> Option<&Cell> {
        self.rows.get(row)?.get(self.position(key)?)
    }

    /// Whether some of these rows hold an amount in a column that is known and not nothing.
    #[must_use]
    pub fn has_amount(&self, key: &str, rows: &[usize]) -> bool {
        let is_amount = |cell: &Cell| matches!(cell, Cell::Euro(amount) if *amount != Euro::ZERO);
        let cells = rows.iter().filter_map(|row| self.cell(*row, key));
        cells.into_iter().any(is_amount)
    }

    /// The cell as people see it: where a column has nothing, that of the column
    /// that stands in for it.
    #[must_use]
    pub fn seen(&self, row: usize, key: &str) -> Option<&Cell> {
        let column = self.position(key)?;
        let cell = self.rows.get(row)?.get(column)?;
        match (cell, self.columns[column].otherwise) {
            (Cell::Nothing, Some(other)) => self.cell(row, other),
            _ => Some(cell),
        }
    }
}

//! What was reached month by month.

use super::Asked;
use super::words::count;
use crate::analysis::Analysis;
use crate::document::{Cell, Column, ColumnKind, Table};
use crate::wording::terms;

/// The table; people see it as a chart.
pub(super) fn table(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Table {
    let mut table = Table::new(
        terms::PROGRESS,
        vec![
            Column::new(terms::YEAR, ColumnKind::Key),
            Column::new(terms::ACTION, ColumnKind::Key),
            Column::new(terms::MONTH, ColumnKind::Month),
            Column::new(terms::REACHED, ColumnKind::Count),
            Column::new(terms::CUMULATIVE, ColumnKind::Count),
        ],
    );
    let rows = analysis.progress.iter().filter(|row| asked.shows(row.year));
    table.rows = rows
        .map(|row| {
            vec![
                Cell::Year(row.year),
                Cell::Action(row.action.nr),
                Cell::Month(row.month),
                count(&row.reached),
                count(&row.cumulative),
            ]
        })
        .collect();
    table
}

//! What was reached against the target, per action and project year.

mod at_interim;
mod doubt;
mod in_doubt;
mod notes;
mod view;

pub(super) use in_doubt::{
    Doubling, DoubtfulReach, DoubtfulTarget, counts_of, doubt_notes, doubtful_targets, doubts,
};

use super::Asked;
use super::words::{action_cells, action_columns, count, interim, kind, status, whole};
use crate::analysis::{ActionAttainment, Analysis};
use crate::document::{Cell, Column, ColumnKind, Derived, Table, View};
use crate::model::Share;
use crate::wording::terms;

/// The table and how people see it.
pub(super) fn part(analysis: &Analysis<'_>, asked: &Asked<'_>) -> (Table, View) {
    let rows: Vec<_> = analysis
        .attainment
        .iter()
        .filter(|row| asked.shows(row.year))
        .collect();
    let table = table(analysis, &rows);
    let view = view::view(analysis, asked, &rows);
    (table, view)
}

fn table(analysis: &Analysis<'_>, rows: &[&ActionAttainment<'_>]) -> Table {
    let mut table = Table::new(terms::KPI, columns(analysis));
    table.rows = rows.iter().map(|row| cells(analysis, row)).collect();
    table
}

fn columns(analysis: &Analysis<'_>) -> Vec<Column> {
    let mut columns = vec![Column::new(terms::YEAR, ColumnKind::Key)];
    columns.extend(action_columns());
    columns.extend([
        Column::new(terms::UNIT, ColumnKind::Text),
        Column::new(terms::KIND, ColumnKind::Word),
        Column::new(terms::TARGET, ColumnKind::Count),
    ]);
    columns.extend(year_columns());
    columns.extend(interim_columns(analysis));
    columns.push(Column::new(terms::SET_ASIDE, ColumnKind::Count));
    columns
}

/// The columns on the whole year.
fn year_columns() -> [Column; 3] {
    [
        Column::new(terms::REACHED, ColumnKind::Count),
        Column::new(terms::ATTAINMENT_PCT, ColumnKind::Percent)
            .derived(Derived::Ratio {
                part: "reached",
                whole: "target",
            })
            .thresholds(full().collect()),
        Column::new(terms::STATUS, ColumnKind::Word),
    ]
}

/// The columns on the year up to the interim date.
fn interim_columns(analysis: &Analysis<'_>) -> [Column; 3] {
    let threshold = analysis.account.scheme.interim_threshold;
    [
        Column::new(terms::INTERIM_REACHED, ColumnKind::Count),
        Column::new(terms::INTERIM_PCT, ColumnKind::Percent)
            .derived(Derived::Ratio {
                part: "interim_reached",
                whole: "target",
            })
            .thresholds(threshold.into_iter().chain(full()).collect()),
        Column::new(terms::INTERIM_STATUS, ColumnKind::Word),
    ]
}

/// All of a target.
fn full() -> impl Iterator<Item = Share> {
    Share::new(1, 1).into_iter()
}

fn cells(analysis: &Analysis<'_>, row: &ActionAttainment<'_>) -> Vec<Cell> {
    let mut cells = vec![Cell::Year(row.year)];
    cells.extend(action_cells(&analysis.account.scheme, row.action));
    cells.extend([
        Cell::maybe(row.rate, |rate| Cell::title(&rate.unit)),
        Cell::Word(kind(row.kind)),
        Cell::known(row.target.clone(), whole),
        count(&row.reached),
        Cell::known(row.ratio.clone(), Cell::Ratio),
        Cell::Word(status(row.status)),
        count(&row.interim.reached),
        Cell::known(row.interim.ratio.clone(), Cell::Ratio),
        Cell::Word(interim(row.interim.status)),
        whole(row.set_aside),
    ]);
    cells
}

fn has_figures(row: &ActionAttainment<'_>) -> bool {
    row.target.is_ok() || row.reached.is_ok()
}

//! Money year over year: award, carried over, spent and left.

mod notes;

use super::Asked;
use super::words::{action_cells, budget_note, whole};
use crate::analysis::{Analysis, BudgetRow};
use crate::document::{Cell, Column, ColumnKind, Derived, Layout, Shown, Table, View};
use crate::model::YearNr;
use crate::wording::{Both, Say, terms};
use std::collections::{BTreeMap, BTreeSet};

/// The table, and how people see the dossier as a whole in it.
pub(super) fn part(analysis: &Analysis<'_>, asked: &Asked<'_>) -> (Table, View) {
    let rows: Vec<_> = analysis
        .budget
        .iter()
        .filter(|row| asked.shows(row.year))
        .collect();
    let mut table = Table::new(terms::BUDGET, columns());
    table.rows = rows.iter().map(|row| cells(analysis, row)).collect();
    let whole: Vec<usize> = (0..rows.len())
        .filter(|index| rows[*index].action.is_none())
        .collect();
    let view = whole_years(analysis, asked, &table, whole);
    (table, view)
}

fn columns() -> Vec<Column> {
    let euro = |term| Column::new(term, ColumnKind::Euro);
    vec![
        Column::new(terms::YEAR, ColumnKind::Key),
        Column::new(terms::ACTION, ColumnKind::Key),
        Column::new(terms::TITLE, ColumnKind::Text),
        euro(terms::AWARD),
        euro(terms::CARRIED_IN),
        euro(terms::AVAILABLE).derived(Derived::Sum(vec!["award", "carried_in", "transferred"])),
        euro(terms::SPENT),
        euro(terms::LEFT).derived(Derived::Difference {
            from: "available",
            less: "spent",
        }),
        euro(terms::CARRIED_OUT),
        euro(terms::CHANGE),
        Column::new(terms::CHANGE_PCT, ColumnKind::Percent),
        Column::new(terms::NOTE, ColumnKind::Word),
        euro(terms::TRANSFERRED),
        euro(terms::REPAID),
        euro(terms::OPEN),
        Column::new(terms::SET_ASIDE, ColumnKind::Count),
    ]
}

fn cells(analysis: &Analysis<'_>, row: &BudgetRow<'_>) -> Vec<Cell> {
    let euro = |known: &crate::model::Known<_>| Cell::known(known.clone(), Cell::Euro);
    let (action, title) = match row.action {
        None => (Cell::Nothing, Cell::Nothing),
        Some(action) => {
            let [nr, title, _] = action_cells(&analysis.account.scheme, action);
            (nr, title)
        }
    };
    vec![
        Cell::Year(row.year),
        action,
        title,
        euro(&row.award),
        euro(&row.carried_in),
        euro(&row.available),
        euro(&row.spent),
        euro(&row.left),
        euro(&row.carried_out),
        Cell::maybe(row.change.clone(), |change| Cell::known(change, Cell::Euro)),
        Cell::maybe(row.change_ratio.clone(), |ratio| {
            Cell::known(ratio, Cell::Ratio)
        }),
        Cell::maybe(row.note, |note| Cell::Word(budget_note(note))),
        euro(&row.transferred),
        euro(&row.repaid),
        euro(&row.open),
        whole(row.set_aside),
    ]
}

/// What people see of the chain, in order. The second are left out where they hold
/// nothing but zeros and unknowns.
const LINES: [(&str, bool); 10] = [
    ("award", true),
    ("change", true),
    ("change_pct", true),
    ("carried_in", true),
    ("available", true),
    ("spent", true),
    ("left", true),
    ("carried_out", true),
    ("repaid", false),
    ("open", false),
];

fn whole_years(
    analysis: &Analysis<'_>,
    asked: &Asked<'_>,
    table: &Table,
    rows: Vec<usize>,
) -> View {
    let keys = LINES
        .iter()
        .filter(|(key, always)| *always || table.has_amount(key, &rows))
        .map(|(key, _)| *key);
    let columns = keys.map(Shown::column).collect();
    View {
        table: "budget",
        heading: Box::new(terms::BUDGET.word),
        rows,
        columns,
        layout: Layout::Ledger { across: "year" },
        codes: BTreeMap::new(),
        totals: Vec::new(),
        legend: Vec::new(),
        notes: notes::notes(analysis, asked),
    }
}

/// How people see the actions in the table; none where no award per action is known.
pub(super) fn per_action(table: &Table) -> Option<View> {
    let of_action =
        |index: &usize| !matches!(table.cell(*index, "action"), Some(Cell::Nothing) | None);
    let rows: Vec<usize> = (0..table.rows.len()).filter(of_action).collect();
    let years: BTreeSet<_> = rows
        .iter()
        .filter_map(|index| year(table, *index))
        .collect();
    let mut columns = vec![
        Shown::column("action"),
        Shown::column("title"),
        Shown::column("award"),
    ];
    let layout = if years.len() > 1 {
        columns.push(Shown::column("left"));
        Layout::Spread {
            across: "year",
            figures: &["award", "left"],
        }
    } else {
        columns.extend(["carried_in", "available", "spent", "left"].map(Shown::column));
        Layout::Lines { group: None }
    };
    (!rows.is_empty()).then(|| View {
        table: "budget",
        heading: Box::new(PER_ACTION),
        rows,
        columns,
        layout,
        codes: BTreeMap::new(),
        totals: Vec::new(),
        legend: Vec::new(),
        notes: Vec::new(),
    })
}

/// The chain of each action, year by year, where what it spent is known.
pub(super) fn chains(table: &Table) -> Vec<View> {
    let is_known = |row: &usize| {
        let is_action = matches!(table.cell(*row, "action"), Some(Cell::Action(_)));
        is_action && matches!(table.cell(*row, "spent"), Some(Cell::Euro(_)))
    };
    let known: Vec<usize> = (0..table.rows.len()).filter(is_known).collect();
    let years: BTreeSet<_> = known.iter().filter_map(|row| year(table, *row)).collect();
    let of_year = |nr: YearNr| {
        let rows = known.iter().copied();
        let rows: Vec<usize> = rows.filter(|row| year(table, *row) == Some(nr)).collect();
        let shown = CHAIN
            .iter()
            .filter(|(key, always)| *always || table.has_amount(key, &rows));
        View {
            table: "budget",
            heading: Box::new(ChainOf(nr)),
            columns: shown.map(|(key, _)| Shown::column(key)).collect(),
            rows,
            layout: Layout::Ledger { across: "action" },
            codes: BTreeMap::new(),
            totals: Vec::new(),
            legend: Vec::new(),
            notes: Vec::new(),
        }
    };
    years.into_iter().map(of_year).collect()
}

/// The links of a chain, in order. The second are left out where they hold nothing but
/// zeros and unknowns.
const CHAIN: [(&str, bool); 9] = [
    ("carried_in", true),
    ("award", true),
    ("transferred", false),
    ("available", true),
    ("spent", true),
    ("left", true),
    ("carried_out", true),
    ("repaid", false),
    ("open", false),
];

/// The money of each action in a year.
#[derive(Debug)]
struct ChainOf(YearNr);

impl Say for ChainOf {
    fn dutch(&self) -> String {
        format!("Keten per actie, jaar {}", self.0)
    }
    fn english(&self) -> String {
        format!("Chain per action, year {}", self.0)
    }
}

fn year(table: &Table, row: usize) -> Option<YearNr> {
    match table.cell(row, "year") {
        Some(Cell::Year(year)) => Some(*year),
        _ => None,
    }
}

const PER_ACTION: Both = Both {
    nl: "Budget per actie",
    en: "Budget per action",
};

//! Money year over year: award, carried over, spent and left.

use super::Asked;
use super::words::{action_cells, budget_note};
use crate::analysis::{Analysis, BudgetRow};
use crate::document::{Cell, Column, ColumnKind, Derived, Layout, Quoted, Shown, Table, View};
use crate::model::{CarryOver, YearNr};
use crate::wording::{Both, Say, Sentence, dutch, english, terms, visible};
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
    let view = whole_years(analysis, asked, whole);
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
        euro(terms::AVAILABLE).derived(Derived::Sum(vec!["award", "carried_in"])),
        euro(terms::SPENT),
        euro(terms::LEFT).derived(Derived::Difference {
            from: "available",
            less: "spent",
        }),
        euro(terms::CARRIED_OUT),
        euro(terms::CHANGE),
        Column::new(terms::CHANGE_PCT, ColumnKind::Percent),
        Column::new(terms::NOTE, ColumnKind::Word),
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
    ]
}

fn whole_years(analysis: &Analysis<'_>, asked: &Asked<'_>, rows: Vec<usize>) -> View {
    let keys = [
        "award",
        "change",
        "change_pct",
        "carried_in",
        "available",
        "spent",
        "left",
        "carried_out",
    ];
    View {
        table: "budget",
        heading: Box::new(terms::BUDGET.word),
        rows,
        columns: keys.into_iter().map(Shown::column).collect(),
        layout: Layout::Ledger { across: "year" },
        codes: BTreeMap::new(),
        totals: Vec::new(),
        notes: notes(analysis, asked),
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
        notes: Vec::new(),
    })
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

const NO_AWARD_PER_ACTION: Both = Both {
    nl: "Per actie: onbekend, de brief geeft alleen een totaal.",
    en: "Per action: unknown, the grant letter gives only a total.",
};

fn notes(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Vec<Sentence> {
    let dossier = &analysis.account.dossier;
    let mut notes: Vec<Sentence> = Vec::new();
    for year in dossier.years.iter().filter(|year| asked.shows(year.nr)) {
        let carried: Vec<_> = dossier
            .carry_overs
            .iter()
            .filter(|carry| carry.from == year.nr)
            .collect();
        if let Some(first) = carried
            .first()
            .filter(|_| carried.iter().any(|it| it.reason.is_some()))
        {
            notes.push(Box::new(Reasons::of(first.to, &carried)));
        }
    }
    let letter_only = |year: &&crate::model::DossierYear| {
        asked.shows(year.nr)
            && year.award_total.is_some()
            && dossier
                .actions_in(year.nr)
                .all(|(_, it)| it.award.is_none())
    };
    if dossier.years.iter().any(|year| letter_only(&year)) {
        notes.push(Box::new(NO_AWARD_PER_ACTION));
    }
    for year in dossier.years.iter().filter(|year| asked.shows(year.nr)) {
        for note in &year.notes {
            notes.push(Box::new(OfYear {
                year: year.nr,
                note: note.clone(),
            }));
        }
    }
    notes
}

/// Why money goes to a next year.
#[derive(Debug)]
struct Reasons {
    to: YearNr,
    reasons: Vec<String>,
}

impl Reasons {
    fn of(to: YearNr, carried: &[&CarryOver]) -> Self {
        let reasons = carried
            .iter()
            .filter_map(|carry| carry.reason.clone())
            .collect();
        Self { to, reasons }
    }

    fn joined(&self) -> String {
        self.reasons
            .iter()
            .map(|reason| visible(reason.trim_end_matches('.')))
            .collect::<Vec<_>>()
            .join("; ")
    }
}

impl Say for Reasons {
    fn dutch(&self) -> String {
        format!(
            "Redenen van de overdracht naar jaar {}: {}.",
            self.to,
            self.joined()
        )
    }
    fn english(&self) -> String {
        format!(
            "Reasons for what is carried to year {}: {}.",
            self.to,
            self.joined()
        )
    }
}

/// A note of the dossier on a year.
#[derive(Debug)]
struct OfYear {
    year: YearNr,
    note: String,
}

impl Say for OfYear {
    fn dutch(&self) -> String {
        format!(
            "Jaar {}: {}",
            dutch::years(&[self.year]),
            Quoted(self.note.clone()).dutch()
        )
    }
    fn english(&self) -> String {
        format!(
            "Year {}: {}",
            english::years(&[self.year]),
            Quoted(self.note.clone()).english()
        )
    }
}

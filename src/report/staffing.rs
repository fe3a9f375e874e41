//! Staff planned and filled, per project year.

use super::Asked;
use crate::analysis::{Analysis, FteMonths, StaffRow, counts_in_sums, fte_months};
use crate::document::{Bar, Cell, Column, ColumnKind, Derived, Layout, Shown, Table, Total, View};
use crate::finding::{About, Code};
use crate::model::{Date, Fte, Known, Unknown, YearNr};
use crate::wording::{Both, Say, Sentence, dutch, english, payer_term, terms};
use std::collections::BTreeMap;

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
    ]
}

fn view(analysis: &Analysis<'_>, asked: &Asked<'_>, rows: &[&StaffRow<'_>]) -> View {
    let mut years: Vec<YearNr> = rows.iter().map(|row| row.year).collect();
    years.dedup();
    let several = years.len() > 1;
    let mut columns: Vec<_> = ["role", "actions", "payer", "planned_fte", "filled_fte"]
        .into_iter()
        .map(Shown::column)
        .collect();
    columns.push(Shown::bar(Bar::Filled {
        planned: "planned_fte",
        filled: "filled_fte",
    }));
    columns.push(Shown::column("since"));
    let mut notes: Vec<Sentence> = Vec::new();
    for year in &years {
        notes.extend(months(analysis, rows, *year).map(|note| Box::new(note) as Sentence));
    }
    if rows.iter().any(|row| !counts_in_sums(row.staff)) {
        notes.push(Box::new(THIRD_PARTY));
    }
    if rows.is_empty() {
        notes.push(Box::new(NO_STAFF));
    }
    View {
        table: "staffing",
        heading: Box::new(Heading { on: one_date(rows) }),
        rows: (0..rows.len()).collect(),
        columns,
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
        notes,
    }
}

const THIRD_PARTY: Both = Both {
    nl: "Personeel van derden staat buiten subsidie en eigen aandeel en is niet meegeteld.",
    en: "Third-party staff stands outside award and own share and is not counted in.",
};

const NO_STAFF: Both = Both {
    nl: "Het dossier noemt geen personeel.",
    en: "The dossier names no staff.",
};

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

/// The sum of the lines that count, year by year.
fn total(analysis: &Analysis<'_>, rows: &[&StaffRow<'_>], years: &[YearNr]) -> Option<Total> {
    let is_partly_read = analysis.account.dossier.unreadable.staff;
    let sum = |year: YearNr, fte: fn(&StaffRow<'_>) -> Known<Fte>| -> Known<Fte> {
        if is_partly_read {
            return Err(Unknown::LineUnreadable);
        }
        let counted = rows
            .iter()
            .filter(|row| row.year == year && counts_in_sums(row.staff));
        counted.map(|row| fte(row)).sum()
    };
    rows.iter().find(|row| counts_in_sums(row.staff))?;
    let cells = years.iter().flat_map(|year| {
        [
            (
                "planned_fte",
                Cell::known(sum(*year, |row| row.planned.clone()), Cell::Fte),
            ),
            (
                "filled_fte",
                Cell::known(sum(*year, |row| row.filled.clone()), Cell::Fte),
            ),
            (
                "vacant_fte",
                Cell::known(sum(*year, |row| row.vacant.clone()), Cell::Fte),
            ),
        ]
    });
    Some(Total {
        label: Box::new(TOGETHER),
        cells: cells.collect(),
    })
}

const TOGETHER: Both = Both {
    nl: "Samen",
    en: "Together",
};

/// `VTE-maanden in jaar 1: 7,1 van 66,0 ingevuld.`
#[derive(Debug)]
struct Months {
    year: YearNr,
    months: FteMonths,
}

fn months(analysis: &Analysis<'_>, rows: &[&StaffRow<'_>], year: YearNr) -> Option<Months> {
    if rows
        .iter()
        .all(|row| row.year != year || !counts_in_sums(row.staff))
    {
        return None;
    }
    let months = fte_months(analysis.account, &analysis.staffing, year).ok()?;
    Some(Months { year, months })
}

impl Say for Months {
    fn dutch(&self) -> String {
        let [planned, filled] =
            [self.months.planned, self.months.filled].map(|it| dutch::decimal(it.round_dp(1), 1));
        format!(
            "VTE-maanden in jaar {}: {filled} van {planned} ingevuld; zonder voorziene begindatum telt het hele projectjaar.",
            self.year
        )
    }
    fn english(&self) -> String {
        let [planned, filled] =
            [self.months.planned, self.months.filled].map(|it| english::decimal(it.round_dp(1), 1));
        format!(
            "FTE-months in year {}: {filled} of {planned} filled; without a planned first day the whole project year counts.",
            self.year
        )
    }
}

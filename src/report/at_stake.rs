//! What depends on the targets: the interim threshold, the balance, and the award that
//! can be reclaimed. Nothing here says that it will be.

use super::Asked;
use super::due::By;
use super::kpi::doubts;
use super::words::{SetAside, action_cells, action_columns, count, interim, whole};
use crate::analysis::{ActionAttainment, Analysis, AtStake, is_balance_received};
use crate::document::{Cell, Column, ColumnKind, Layout, Shown, Table, Total, View};
use crate::model::{Euro, Known, YearNr};
use crate::wording::{Both, Say, Sentence, dutch, english, terms};
use std::collections::BTreeMap;

/// The table, and how people see it; none where nothing is known to be at stake.
pub(super) fn part(analysis: &Analysis<'_>, asked: &Asked<'_>) -> (Table, Option<View>) {
    let rows: Vec<_> = analysis
        .at_stake
        .iter()
        .filter(|row| asked.shows(row.year))
        .collect();
    let mut table = Table::new(terms::AT_STAKE, columns());
    table.rows = rows.iter().map(|row| cells(analysis, row)).collect();
    (table, view(analysis, &rows))
}

fn columns() -> Vec<Column> {
    let mut columns = vec![Column::new(terms::YEAR, ColumnKind::Key)];
    columns.extend(action_columns());
    columns.extend([
        Column::new(terms::INTERIM_END, ColumnKind::Date),
        Column::new(terms::INTERIM_THRESHOLD_UNITS, ColumnKind::Count),
        Column::new(terms::REACHED_THEN, ColumnKind::Count),
        Column::new(terms::INTERIM_STATUS, ColumnKind::Word),
        Column::new(terms::REPORT_DUE, ColumnKind::Date),
        Column::new(terms::BALANCE, ColumnKind::Euro),
        Column::new(terms::EXPOSED, ColumnKind::Euro),
    ]);
    columns
}

fn cells(analysis: &Analysis<'_>, row: &AtStake<'_>) -> Vec<Cell> {
    let action = row.action.map_or([const { Cell::Nothing }; 3], |action| {
        action_cells(&analysis.account.scheme, action)
    });
    let date = |known: Known<_>| Cell::known(known, Cell::Date);
    let threshold = row.interim_threshold.clone();
    let mut cells = vec![Cell::Year(row.year)];
    cells.extend(action);
    cells.extend([
        Cell::maybe(row.interim_end.clone(), date),
        Cell::maybe(threshold, |known| Cell::known(known, whole)),
        Cell::maybe(row.interim_reached.clone(), |known| count(&known)),
        Cell::maybe(row.interim_status, |status| Cell::Word(interim(status))),
        Cell::maybe(row.report_due.clone(), date),
        Cell::maybe(row.balance.clone(), euro),
        euro(row.exposed.clone()),
    ]);
    cells
}

fn euro(known: Known<Euro>) -> Cell {
    Cell::known(known, Cell::Euro)
}

/// People see the years whose balance has not come in, where anything of them is known.
fn view(analysis: &Analysis<'_>, rows: &[&AtStake<'_>]) -> Option<View> {
    let is_open = |row: &&AtStake<'_>| {
        !is_balance_received(analysis.account, row.year)
            && rows.iter().any(|it| it.year == row.year && speaks(it))
    };
    let open: Vec<_> = rows.iter().copied().filter(is_open).collect();
    let mut years: Vec<YearNr> = open.iter().map(|row| row.year).collect();
    years.dedup();
    let shown: Vec<usize> = (0..rows.len())
        .filter(|index| rows[*index].action.is_some() && years.contains(&rows[*index].year))
        .collect();
    (!shown.is_empty()).then(|| View {
        table: "at_stake",
        heading: Box::new(Heading {
            one_year: years.first().copied().filter(|_| years.len() == 1),
        }),
        rows: shown,
        columns: shown_columns(&open),
        layout: if years.len() > 1 {
            Layout::Stacked {
                by: "year",
                group: None,
            }
        } else {
            Layout::Lines { group: None }
        },
        codes: BTreeMap::new(),
        totals: vec![total(&open)],
        legend: Vec::new(),
        notes: notes(analysis, &open, &years),
    })
}

/// The section, with the year where there is only one.
#[derive(Debug)]
struct Heading {
    one_year: Option<YearNr>,
}

impl Say for Heading {
    fn dutch(&self) -> String {
        let section = terms::AT_STAKE.word.nl;
        self.one_year.map_or_else(
            || section.to_owned(),
            |year| format!("{section} in projectjaar {year}"),
        )
    }
    fn english(&self) -> String {
        let section = terms::AT_STAKE.word.en;
        self.one_year.map_or_else(
            || section.to_owned(),
            |year| format!("{section} in project year {year}"),
        )
    }
}

fn speaks(row: &AtStake<'_>) -> bool {
    row.exposed.is_ok()
        || row.balance.as_ref().is_some_and(Result::is_ok)
        || row.interim_threshold.as_ref().is_some_and(Result::is_ok)
}

fn shown_columns(rows: &[&AtStake<'_>]) -> Vec<Shown> {
    let mut keys = vec!["action", "label"];
    if rows.iter().any(|row| row.interim_threshold.is_some()) {
        keys.extend(["interim_threshold_units", "interim_end", "interim_reached"]);
    }
    if rows.iter().any(|row| row.balance.is_some()) {
        keys.push("balance");
    }
    keys.push("exposed");
    keys.into_iter().map(Shown::column).collect()
}

/// The whole dossier under the actions, year by year.
fn total(rows: &[&AtStake<'_>]) -> Total {
    let whole = rows.iter().filter(|row| row.action.is_none());
    let cells = whole.flat_map(|row| {
        [
            ("balance", Cell::maybe(row.balance.clone(), euro)),
            ("exposed", euro(row.exposed.clone())),
        ]
    });
    Total {
        label: Box::new(WHOLE_YEAR),
        cells: cells.collect(),
    }
}

const WHOLE_YEAR: Both = Both {
    nl: "Hele projectjaar",
    en: "Whole project year",
};

const CAN_BE_RECLAIMED: Both = Both {
    nl: "Op het spel staat wat is toegekend voor acties die hun doel nog niet bereikt hebben. Het kan worden teruggevraagd als het doel niet gehaald wordt en de toelichting niet verantwoordt hoe het geld is gebruikt.",
    en: "At stake is what was awarded for actions that have not reached their target so far. It can be reclaimed if the target is missed and the explanation does not justify how the money was used.",
};

const NO_RECEIPTS: Both = Both {
    nl: "Het dossier noemt geen ontvangsten: het zegt niet of er al een saldo ontvangen is.",
    en: "The dossier names no receipts: it does not say whether a balance came in already.",
};

fn notes(analysis: &Analysis<'_>, rows: &[&AtStake<'_>], years: &[YearNr]) -> Vec<Sentence> {
    let mut notes: Vec<Sentence> = Vec::new();
    let dues = analysis.dues_to_come().into_iter();
    let dues = dues.filter(|due| years.contains(&due.year));
    notes.extend(dues.map(|due| Box::new(By(due)) as Sentence));
    notes.push(Box::new(CAN_BE_RECLAIMED));
    notes.extend(in_doubt(analysis, rows).map(|note| Box::new(note) as Sentence));
    let aside = years
        .iter()
        .filter_map(|year| SetAside::of_logs(analysis, *year));
    notes.extend(aside.map(|note| Box::new(note) as Sentence));
    let dossier = &analysis.account.dossier;
    let is_silent = dossier.receipts.is_empty() && !dossier.unreadable.receipts;
    if is_silent && rows.iter().any(|row| row.balance.is_some()) {
        notes.push(Box::new(NO_RECEIPTS));
    }
    notes
}

/// Targets that count as reached, and that perhaps hold the same people twice.
#[derive(Debug)]
struct InDoubt(u64);

fn in_doubt(analysis: &Analysis<'_>, rows: &[&AtStake<'_>]) -> Option<InDoubt> {
    let is_zero = |it: &&ActionAttainment<'_>| {
        let same = rows.iter().find(|row| {
            row.year == it.year && row.action.map(|action| action.nr) == Some(it.action.nr)
        });
        same.is_some_and(|row| row.exposed == Ok(Euro::ZERO))
    };
    let cleared: Vec<_> = analysis.attainment.iter().filter(is_zero).collect();
    let (targets, _) = doubts(analysis, &cleared);
    (targets > 0).then_some(InDoubt(targets))
}

impl Say for InDoubt {
    fn dutch(&self) -> String {
        format!(
            "{} zonder bedrag op het spel {} misschien personen dubbel; zie KPI per actie.",
            dutch::plural(self.0, "doel", "doelen"),
            if self.0 == 1 { "telt" } else { "tellen" }
        )
    }
    fn english(&self) -> String {
        format!(
            "{} with nothing at stake may count people twice; see KPI per action.",
            english::plural(self.0, "target", "targets")
        )
    }
}

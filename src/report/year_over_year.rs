//! Each project year against the one before it: what was reached and what was spent.

use super::Asked;
use super::words::{SetAside, action_cells, action_columns, budget_note, count, whole};
use crate::analysis::{Analysis, BudgetNote, Compared, SameDays, YearOverYear};
use crate::document::{Cell, Column, ColumnKind, Derived, Layout, Shown, Table, Total, View};
use crate::model::{Euro, Known, Ratio, YearNr};
use crate::wording::{Both, Say, Sentence, dutch, english, terms};
use std::collections::BTreeMap;

/// The table, and how people see it; nothing where nothing is known to compare.
pub(super) fn part(analysis: &Analysis<'_>, asked: &Asked<'_>) -> (Table, Vec<View>) {
    let rows: Vec<_> = analysis
        .year_over_year
        .iter()
        .filter(|row| asked.shows(row.year))
        .collect();
    let mut table = Table::new(terms::YEAR_OVER_YEAR, columns());
    table.rows = rows.iter().map(|row| cells(analysis, row)).collect();
    (table, views(&rows))
}

fn columns() -> Vec<Column> {
    let mut columns = vec![Column::new(terms::YEAR, ColumnKind::Key)];
    columns.extend(action_columns());
    columns.push(Column::new(terms::DAYS, ColumnKind::Count));
    columns.extend([
        Column::new(terms::REACHED_THIS_YEAR, ColumnKind::Count),
        Column::new(terms::REACHED_BEFORE, ColumnKind::Count),
        Column::new(terms::REACHED_CHANGE, ColumnKind::Count).derived(Derived::Difference {
            from: "reached",
            less: "reached_before",
        }),
        Column::new(terms::REACHED_CHANGE_PCT, ColumnKind::Percent).derived(Derived::Ratio {
            part: "reached_change",
            whole: "reached_before",
        }),
        Column::new(terms::SPENT_THIS_YEAR, ColumnKind::Euro),
        Column::new(terms::SPENT_BEFORE, ColumnKind::Euro),
        Column::new(terms::SPENT_CHANGE, ColumnKind::Euro).derived(Derived::Difference {
            from: "spent",
            less: "spent_before",
        }),
        Column::new(terms::SPENT_CHANGE_PCT, ColumnKind::Percent).derived(Derived::Ratio {
            part: "spent_change",
            whole: "spent_before",
        }),
        Column::new(terms::NOTE, ColumnKind::Word),
        Column::new(terms::SET_ASIDE, ColumnKind::Count),
    ]);
    columns
}

fn cells(analysis: &Analysis<'_>, row: &YearOverYear<'_>) -> Vec<Cell> {
    let action = row.action.map_or([const { Cell::Nothing }; 3], |action| {
        action_cells(&analysis.account.scheme, action)
    });
    let mut cells = vec![Cell::Year(row.year)];
    cells.extend(action);
    cells.push(Cell::maybe(row.running, |it| Cell::Count(it.days)));
    cells.extend(compared(&row.reached, |known| count(&known)));
    cells.extend(compared(&row.spent, euro));
    cells.push(Cell::maybe(row.note, |note| Cell::Word(budget_note(note))));
    cells.push(whole(row.set_aside));
    cells
}

/// A figure of the year, of the year before, what is between them, and its share.
fn compared<T: Clone>(figures: &Compared<T>, cell: fn(Known<T>) -> Cell) -> [Cell; 4] {
    let ratio = |known: Known<Ratio>| Cell::known(known, Cell::Ratio);
    [
        Cell::maybe(figures.now.clone(), cell),
        Cell::maybe(figures.before.clone(), cell),
        Cell::maybe(figures.change.clone(), cell),
        Cell::maybe(figures.ratio.clone(), ratio),
    ]
}

fn euro(known: Known<Euro>) -> Cell {
    Cell::known(known, Cell::Euro)
}

/// Reached and spent in a table each: side by side they are wider than a page.
fn views(rows: &[&YearOverYear<'_>]) -> Vec<View> {
    let mut years: Vec<YearNr> = rows.iter().map(|row| row.year).collect();
    years.dedup();
    let (told, silent): (Vec<_>, Vec<_>) = years
        .into_iter()
        .partition(|year| rows.iter().any(|row| row.year == *year && speaks(row)));
    let shown = (0..rows.len())
        .filter(|index| told.contains(&rows[*index].year))
        .filter(|index| rows[*index].action.is_some() || is_alone(rows, rows[*index].year));
    let of_told: Vec<_> = rows
        .iter()
        .copied()
        .filter(|row| told.contains(&row.year))
        .collect();
    let layout = if told.len() > 1 {
        Layout::Stacked {
            by: "year",
            group: None,
        }
    } else {
        Layout::Lines { group: None }
    };
    let one_year = told.first().copied().filter(|_| told.len() == 1);
    let mut views = on_page(&shown.collect::<Vec<_>>(), &of_told, (one_year, layout));
    if let Some(last) = views.last_mut() {
        last.notes = notes(&of_told, silent);
    }
    views
}

/// The tables that people see of these rows, without their notes.
fn on_page(
    shown: &[usize],
    rows: &[&YearOverYear<'_>],
    (one_year, layout): (Option<YearNr>, Layout),
) -> Vec<View> {
    let has_reached = rows.iter().any(|row| has_figure(&row.reached));
    let has_spent = rows.iter().any(|row| has_figure(&row.spent));
    let has_note = rows.iter().any(|row| row.note.is_some());
    let view = |what: Both, figures: &[&'static str], totals: Vec<Total>| {
        let note: &[&'static str] = if has_note { &["note"] } else { &[] };
        let keys = [&["action", "label"], figures, note].concat();
        View {
            table: "year_over_year",
            heading: Box::new(Heading { what, one_year }),
            rows: shown.to_vec(),
            columns: keys.into_iter().map(Shown::column).collect(),
            layout,
            codes: BTreeMap::new(),
            totals,
            legend: Vec::new(),
            notes: Vec::new(),
        }
    };
    let mut views = Vec::new();
    if has_reached {
        views.push(view(REACHED, REACHED_COLUMNS, Vec::new()));
    }
    if has_spent {
        views.push(view(SPENT, SPENT_COLUMNS, vec![total(rows)]));
    }
    if views.is_empty() && has_note {
        views.push(view(ACTIONS, &[], Vec::new()));
    }
    views
}

const REACHED_COLUMNS: &[&str] = &["reached_before", "reached", "reached_change_pct"];
const SPENT_COLUMNS: &[&str] = &["spent_before", "spent", "spent_change_pct"];

const REACHED: Both = Both {
    nl: "Bereikt",
    en: "Reached",
};

const SPENT: Both = Both {
    nl: "Besteed",
    en: "Spent",
};

const ACTIONS: Both = Both {
    nl: "Acties",
    en: "Actions",
};

/// `Bereikt: dit jaar tegenover vorig jaar`, with the year where there is only one.
#[derive(Debug)]
struct Heading {
    what: Both,
    one_year: Option<YearNr>,
}

impl Say for Heading {
    fn dutch(&self) -> String {
        let what = self.what.nl;
        self.one_year.map_or_else(
            || format!("{what}: dit jaar tegenover vorig jaar"),
            |year| format!("{what}: dit jaar (projectjaar {year}) tegenover vorig jaar"),
        )
    }
    fn english(&self) -> String {
        let what = self.what.en;
        self.one_year.map_or_else(
            || format!("{what}: this year against last year"),
            |year| format!("{what}: this year (project year {year}) against last year"),
        )
    }
}

/// Whether a row says anything of its own year: a figure of it, or that the action is
/// new or has stopped.
fn speaks(row: &YearOverYear<'_>) -> bool {
    let comes_or_goes = matches!(row.note, Some(BudgetNote::New | BudgetNote::Stopped));
    comes_or_goes || is_known(row.reached.now.as_ref()) || is_known(row.spent.now.as_ref())
}

fn is_known<T>(figure: Option<&Known<T>>) -> bool {
    figure.is_some_and(Result::is_ok)
}

/// Whether the row of the whole dossier is the only one of its year.
fn is_alone(rows: &[&YearOverYear<'_>], year: YearNr) -> bool {
    rows.iter()
        .all(|row| row.year != year || row.action.is_none())
}

fn has_figure<T>(figures: &Compared<T>) -> bool {
    is_known(figures.now.as_ref()) || is_known(figures.before.as_ref())
}

/// The whole dossier under the actions, year by year.
fn total(rows: &[&YearOverYear<'_>]) -> Total {
    let whole = rows.iter().filter(|row| row.action.is_none());
    let cells = whole.flat_map(|row| {
        let [now, before, _, ratio] = compared(&row.spent, euro);
        [
            ("spent_before", before),
            ("spent", now),
            ("spent_change_pct", ratio),
        ]
    });
    Total {
        label: Box::new(WHOLE_DOSSIER),
        cells: cells.collect(),
    }
}

const WHOLE_DOSSIER: Both = Both {
    nl: "Hele dossier",
    en: "Whole dossier",
};

const NOTHING_TO_COMPARE: Both = Both {
    nl: "nog niets om met het jaar ervoor te vergelijken",
    en: "nothing yet to compare with the year before",
};

fn notes(rows: &[&YearOverYear<'_>], silent: Vec<YearNr>) -> Vec<Sentence> {
    let mut notes: Vec<Sentence> = Vec::new();
    for row in rows.iter().filter(|row| row.action.is_none()) {
        let year = row.year;
        notes.extend(
            row.running
                .map(|days| Box::new(Running { year, days }) as Sentence),
        );
        let aside = SetAside {
            year,
            rows: row.set_aside,
        };
        notes.extend((aside.rows > 0).then(|| Box::new(aside) as Sentence));
    }
    if !silent.is_empty() {
        notes.push(Box::new(super::words::YearsWithoutFigures {
            years: silent,
            what: NOTHING_TO_COMPARE,
        }));
    }
    notes
}

/// `Projectjaar 3 loopt: beide jaren zijn vergeleken over hun eerste 182 dagen.`
#[derive(Debug)]
struct Running {
    year: YearNr,
    days: SameDays,
}

impl Running {
    fn days(&self) -> u64 {
        self.days.days.unsigned_abs()
    }
}

impl Say for Running {
    fn dutch(&self) -> String {
        let days = match self.days() {
            1 => "dag".to_owned(),
            days => format!("{} dagen", dutch::count(days)),
        };
        format!(
            "Projectjaar {} loopt: beide jaren zijn vergeleken over hun eerste {days}, tot en met {} en {}.",
            self.year,
            dutch::date(self.days.until),
            dutch::date(self.days.until_before)
        )
    }
    fn english(&self) -> String {
        let days = match self.days() {
            1 => "day".to_owned(),
            days => format!("{} days", english::count(days)),
        };
        format!(
            "Project year {} is running: both years are compared over their first {days}, up to and including {} and {}.",
            self.year,
            english::date(self.days.until),
            english::date(self.days.until_before)
        )
    }
}

//! Project years against accounting years: what was spent and received, both ways.

use super::Asked;
use super::words::BookingsSetAside;
use crate::analysis::{Analysis, CalendarRow, LateReceipts, OneOrAll, SpentBy, late_receipts};
use crate::document::{Cell, Column, ColumnKind, Derived, Layout, Shown, Table, Total, View};
use crate::model::{Euro, Unknown};
use crate::wording::{Both, Say, Sentence, dutch, english, terms};
use std::collections::BTreeMap;

/// Whether anything of it is known: what was spent, or what came in.
pub(super) fn is_known(analysis: &Analysis<'_>) -> bool {
    let known = |row: &CalendarRow<'_>| row.spent.is_ok() || matches!(row.received, Some(Ok(_)));
    analysis.calendar.iter().any(known)
}

/// The table, and how people see the sums of all ledger accounts in it: a matrix of
/// accounting years and project years for what was spent, by whom, and what came in.
pub(super) fn part(analysis: &Analysis<'_>, asked: &Asked<'_>) -> (Table, Vec<View>) {
    let shows = |row: &&CalendarRow<'_>| match row.project_year {
        OneOrAll::One(year) => asked.shows(year),
        OneOrAll::All => true,
    };
    let rows: Vec<_> = analysis.calendar.iter().filter(shows).collect();
    let mut table = Table::new(terms::CALENDAR, columns());
    table.rows = rows.iter().map(|row| cells(row)).collect();
    let sums = chosen(&table, |row| is_nothing(&table, row, "account"));
    let is_shown = |key: &str| match key {
        "spent" => true,
        "received" => received_unknown(analysis).is_none(),
        payer => table.has_amount(payer, &sums),
    };
    let shown = MATRICES.iter().filter(|(figures, _)| is_shown(figures[0]));
    let mut views: Vec<View> = shown
        .map(|(figures, heading)| matrix(&table, figures, *heading, &sums))
        .collect();
    if let Some(last) = views.last_mut() {
        last.notes = notes(analysis, asked);
    }
    (table, views)
}

/// What is set out by accounting year and project year, in order, under its heading.
const MATRICES: [(&[&str], Both); 7] = [
    (&["spent"], terms::CALENDAR.word),
    (
        &["spent_award"],
        Both {
            nl: "Projectjaren en boekjaren: met subsidie",
            en: "Project years and accounting years: from the award",
        },
    ),
    (
        &["spent_own"],
        Both {
            nl: "Projectjaren en boekjaren: met eigen middelen",
            en: "Project years and accounting years: from own means",
        },
    ),
    (
        &["spent_stimulus"],
        Both {
            nl: "Projectjaren en boekjaren: met stimulansen",
            en: "Project years and accounting years: from stimuli",
        },
    ),
    (
        &["spent_other"],
        Both {
            nl: "Projectjaren en boekjaren: met andere middelen",
            en: "Project years and accounting years: from other means",
        },
    ),
    (
        &["spent_third_party"],
        Both {
            nl: "Projectjaren en boekjaren: door derden",
            en: "Project years and accounting years: by third parties",
        },
    ),
    (
        &["received"],
        Both {
            nl: "Projectjaren en boekjaren: ontvangen",
            en: "Project years and accounting years: received",
        },
    ),
];

/// The accounting years as lines and their sum under them, the project years across.
fn matrix(table: &Table, figures: &'static [&'static str], heading: Both, sums: &[usize]) -> View {
    let of_all =
        |row: &&usize| table.cell(**row, "accounting_year") == Some(&Cell::AccountingYear(None));
    let (totals, rows): (Vec<usize>, Vec<usize>) = sums.iter().partition(|row| of_all(row));
    let cells = totals.into_iter().filter_map(|row| {
        let cell = table.cell(row, figures[0])?;
        Some((figures[0], cell.clone()))
    });
    let total = Total {
        label: Box::new(terms::P_ALL.word),
        cells: cells.collect(),
    };
    View {
        table: "calendar",
        heading: Box::new(heading),
        rows,
        columns: vec![Shown::column("accounting_year"), Shown::column(figures[0])],
        layout: Layout::Spread {
            across: "project_year",
            figures,
        },
        codes: BTreeMap::new(),
        totals: vec![total],
        legend: Vec::new(),
        notes: Vec::new(),
    }
}

fn columns() -> Vec<Column> {
    let euro = |term| Column::new(term, ColumnKind::Euro);
    let spent = Derived::Sum(PAYERS.to_vec());
    vec![
        Column::new(terms::PROJECT_YEAR, ColumnKind::Text),
        Column::new(terms::ACCOUNTING_YEAR, ColumnKind::Text),
        Column::new(terms::ACCOUNT, ColumnKind::Text),
        euro(terms::SPENT_AWARD),
        euro(terms::SPENT_OWN),
        euro(terms::SPENT_STIMULUS),
        euro(terms::SPENT_OTHER),
        euro(terms::SPENT_THIRD_PARTY),
        euro(terms::SPENT_BY_ALL).derived(spent),
        euro(terms::RECEIVED),
        Column::new(terms::SET_ASIDE, ColumnKind::Count),
    ]
}

/// The columns that what was spent is the sum of.
const PAYERS: [&str; 5] = [
    "spent_award",
    "spent_own",
    "spent_stimulus",
    "spent_other",
    "spent_third_party",
];

fn cells(row: &CalendarRow<'_>) -> Vec<Cell> {
    let spent =
        |amount: fn(SpentBy) -> Euro| Cell::known(row.spent.clone().map(amount), Cell::Euro);
    vec![
        Cell::Period(row.project_year.one()),
        Cell::AccountingYear(row.accounting_year.one()),
        Cell::maybe(row.account, account),
        spent(|it| it.award),
        spent(|it| it.own),
        spent(|it| it.stimulus),
        spent(|it| it.other),
        spent(|it| it.third_party),
        spent(SpentBy::total),
        Cell::maybe(row.received.clone(), |it| Cell::known(it, Cell::Euro)),
        super::words::whole(row.set_aside),
    ]
}

fn account(name: &str) -> Cell {
    match name {
        "" => Cell::Word(terms::A_NONE),
        name => Cell::Text(name.to_owned()),
    }
}

/// The rows that are meant, by position.
fn chosen(table: &Table, is_meant: impl Fn(usize) -> bool) -> Vec<usize> {
    (0..table.rows.len()).filter(|row| is_meant(*row)).collect()
}

fn is_nothing(table: &Table, row: usize, key: &str) -> bool {
    table.cell(row, key) == Some(&Cell::Nothing)
}

/// How people see the ledger accounts over all project years; none where bookings
/// name no ledger account.
pub(super) fn per_account(table: &Table) -> Option<View> {
    let rows = chosen(table, |row| {
        let of_all = table.cell(row, "project_year") == Some(&Cell::Period(None));
        of_all && !is_nothing(table, row, "account")
    });
    let columns = ["account", "accounting_year", "spent"].map(Shown::column);
    (!rows.is_empty()).then(|| View {
        table: "calendar",
        heading: Box::new(PER_ACCOUNT),
        rows,
        columns: columns.to_vec(),
        layout: Layout::Spread {
            across: "accounting_year",
            figures: &["spent"],
        },
        codes: BTreeMap::new(),
        totals: Vec::new(),
        legend: Vec::new(),
        notes: vec![Box::new(OVER_ALL)],
    })
}

const PER_ACCOUNT: Both = Both {
    nl: "Per rekening en boekjaar",
    en: "Per ledger account and accounting year",
};

const OVER_ALL: Both = Both {
    nl: "Alle projectjaren samen.",
    en: "All project years together.",
};

const BY_DATE: Both = Both {
    nl: "De datum van de boeking bepaalt zowel het projectjaar als het boekjaar (het kalenderjaar). \
         Per projectjaar of per boekjaar opgeteld: het totaal is hetzelfde.",
    en: "The date of a booking decides both the project year and the accounting year (the calendar \
         year). Added up by project year or by accounting year, the total is the same.",
};

const FOR_ITS_YEAR: Both = Both {
    nl: "Een ontvangst staat bij het projectjaar waarvoor ze dient, en in het boekjaar van haar datum.",
    en: "A receipt stands with the project year that it is for, in the accounting year of its date.",
};

const NO_RECEIPTS: Both = Both {
    nl: "Wat binnenkwam, is onbekend: het dossier noemt geen ontvangsten ([[receipt]]).",
    en: "What came in is unknown: the dossier names no receipts ([[receipt]]).",
};

const ALL_YEARS: Both = Both {
    nl: "De sommen over de projectjaren zijn die van alle projectjaren, ook van wie hier niet getoond wordt.",
    en: "The sums over project years are those of all project years, also of those not shown here.",
};

fn received_unknown(analysis: &Analysis<'_>) -> Option<Unknown> {
    let why = |row: &CalendarRow<'_>| row.received.clone()?.err();
    analysis.calendar.iter().find_map(why)
}

fn notes(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Vec<Sentence> {
    let mut notes: Vec<Sentence> = vec![Box::new(BY_DATE)];
    let rows = analysis.calendar.iter();
    if let Some(why) = rows.clone().find_map(|row| row.spent.clone().err()) {
        notes.push(Box::new(SpentUnknown(why)));
    }
    let set_aside = rows.map(|row| row.set_aside).max();
    notes.extend(
        set_aside
            .filter(|rows| *rows > 0)
            .map(|rows| Box::new(BookingsSetAside(rows)) as Sentence),
    );
    notes.push(match received_unknown(analysis) {
        Some(Unknown::NoReceipts) => Box::new(NO_RECEIPTS),
        Some(why) => Box::new(ReceivedUnknown(why)),
        None => Box::new(FOR_ITS_YEAR),
    });
    if let Some(late) = late_receipts(analysis.account) {
        notes.push(Box::new(NotCounted(late)));
    }
    if !asked.years.is_empty() {
        notes.push(Box::new(ALL_YEARS));
    }
    notes
}

/// Why nothing is known of what was spent.
#[derive(Debug)]
struct SpentUnknown(Unknown);

impl Say for SpentUnknown {
    fn dutch(&self) -> String {
        format!("Wat besteed is, is onbekend: {}.", self.0.dutch())
    }
    fn english(&self) -> String {
        format!("What was spent is unknown: {}.", self.0.english())
    }
}

/// Why nothing is known of what came in.
#[derive(Debug)]
struct ReceivedUnknown(Unknown);

impl Say for ReceivedUnknown {
    fn dutch(&self) -> String {
        format!("Wat binnenkwam, is onbekend: {}.", self.0.dutch())
    }
    fn english(&self) -> String {
        format!("What came in is unknown: {}.", self.0.english())
    }
}

/// Receipts after the as-of date.
#[derive(Debug)]
struct NotCounted(LateReceipts);

impl Say for NotCounted {
    fn dutch(&self) -> String {
        let (amount, as_of) = (dutch::euro(self.0.amount), dutch::date(self.0.as_of));
        let first = dutch::date(self.0.first);
        match self.0.receipts {
            1 => format!("Niet geteld: {amount}, ontvangen op {first}, na de stand van {as_of}."),
            many => format!(
                "Niet geteld: {amount} in {} ontvangsten na de stand van {as_of}, de eerste op {first}.",
                dutch::count(many)
            ),
        }
    }
    fn english(&self) -> String {
        let (amount, as_of) = (english::euro(self.0.amount), english::date(self.0.as_of));
        let first = english::date(self.0.first);
        match self.0.receipts {
            1 => {
                format!("Not counted: {amount}, received on {first}, after the as-of date {as_of}.")
            }
            many => format!(
                "Not counted: {amount} in {} receipts after the as-of date {as_of}, the first on {first}.",
                english::count(many)
            ),
        }
    }
}

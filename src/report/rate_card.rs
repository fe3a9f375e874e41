//! The schemes, and the rate card of one.

use super::words::kind;
use crate::document::{Block, Cell, Column, ColumnKind, Document, Layout, Shown, Table, View};
use crate::model::{Basis, OwnShare, Rate, Scheme, SchemeAction, Unknown};
use crate::wording::{Both, Say, Sentence, dutch, english, terms};
use std::collections::BTreeMap;

/// All built-in schemes.
#[must_use]
pub fn schemes(schemes: &[Scheme]) -> Document {
    let mut table = Table::new(
        terms::SCHEMES,
        vec![
            Column::new(terms::ID, ColumnKind::Text),
            Column::new(terms::TITLE, ColumnKind::Text),
            Column::new(terms::VERSION, ColumnKind::Text),
            Column::new(terms::YEARS, ColumnKind::Count),
            Column::new(terms::ACTION_COUNT, ColumnKind::Count),
        ],
    );
    let number = |count: usize| Cell::Count(i64::try_from(count).unwrap_or(i64::MAX));
    table.rows = schemes
        .iter()
        .map(|scheme| {
            vec![
                Cell::Text(scheme.id.clone()),
                Cell::title(&scheme.title),
                Cell::Text(scheme.version.clone()),
                number(scheme.years.len()),
                number(scheme.actions.len()),
            ]
        })
        .collect();
    let keys = ["id", "title", "version", "years", "actions"];
    let view = view(
        &table,
        Box::new(terms::SCHEMES.word),
        keys.map(Shown::column).to_vec(),
        None,
        Vec::new(),
    );
    Document {
        tables: vec![table],
        page: vec![Block::Table(view)],
        ..Document::default()
    }
}

/// What one scheme pays for each action.
#[must_use]
pub fn rate_card(scheme: &Scheme) -> Document {
    let mut table = Table::new(terms::RATES, columns());
    for action in &scheme.actions {
        if action.rates.is_empty() {
            table.rows.push(row(action, None));
        }
        table
            .rows
            .extend(action.rates.iter().map(|rate| row(action, Some(rate))));
    }
    let mut shown: Vec<_> = ["action", "title", "years", "unit"]
        .map(Shown::column)
        .to_vec();
    shown.extend(["unit_amount", "ceiling_units"].map(Shown::column));
    shown.push(Shown::with_room("ceiling"));
    shown.push(Shown::with_room("kind"));
    let notes: Vec<Sentence> = vec![Box::new(Rules::of(scheme)), Box::new(NO_RATE)];
    let view = view(
        &table,
        Box::new(scheme.title.clone()),
        shown,
        Some("action"),
        notes,
    );
    let mut tables = vec![table];
    let mut page = vec![Block::Table(view)];
    for (table, view) in [categories(scheme), stimuli(scheme)] {
        page.extend((!table.rows.is_empty()).then_some(Block::Table(view)));
        tables.push(table);
    }
    Document {
        tables,
        page,
        ..Document::default()
    }
}

/// The categories of cost, and whether they count as own share.
fn categories(scheme: &Scheme) -> (Table, View) {
    let columns = vec![
        Column::new(terms::ID, ColumnKind::Text),
        Column::new(terms::TITLE, ColumnKind::Text),
        Column::new(terms::COUNTS, ColumnKind::Word),
    ];
    let mut table = Table::new(terms::CATEGORIES, columns);
    let counts = |own_share| match own_share {
        OwnShare::Yes => terms::OWN_YES,
        OwnShare::No => terms::OWN_NO,
        OwnShare::Warn => terms::OWN_WARN,
    };
    let rows = scheme.categories.iter().map(|category| {
        vec![
            Cell::Text(category.key.clone()),
            Cell::title(&category.title),
            Cell::Word(counts(category.own_share)),
        ]
    });
    table.rows = rows.collect();
    let shown = ["id", "title", "counts"].map(Shown::column).to_vec();
    let heading = Box::new(terms::CATEGORIES.word);
    let view = view(&table, heading, shown, None, Vec::new());
    (table, view)
}

/// The kinds of stimulus, and their usual amount.
fn stimuli(scheme: &Scheme) -> (Table, View) {
    let columns = vec![
        Column::new(terms::ID, ColumnKind::Text),
        Column::new(terms::TITLE, ColumnKind::Text),
        Column::new(terms::AMOUNT, ColumnKind::Euro),
    ];
    let mut table = Table::new(terms::STIMULUS_KINDS, columns);
    let rows = scheme.stimuli.iter().map(|stimulus| {
        vec![
            Cell::Text(stimulus.kind.clone()),
            Cell::title(&stimulus.title),
            Cell::known(stimulus.amount.ok_or(Unknown::UsualAmount), Cell::Euro),
        ]
    });
    table.rows = rows.collect();
    let shown = ["id", "title", "amount"].map(Shown::column).to_vec();
    let heading = Box::new(terms::STIMULUS_KINDS.word);
    let view = view(&table, heading, shown, None, Vec::new());
    (table, view)
}

const NO_RATE: Both = Both {
    nl: "Een actie zonder tarief wordt door andere instrumenten betaald. Plafonds zonder opgave zijn onbekend.",
    en: "An action without a rate is paid by other instruments. Ceilings that are not given are unknown.",
};

fn columns() -> Vec<Column> {
    vec![
        Column::new(terms::ACTION, ColumnKind::Key),
        Column::new(terms::TITLE, ColumnKind::Text),
        Column::new(terms::OBJECTIVE, ColumnKind::Key),
        Column::new(terms::PAID_ELSEWHERE, ColumnKind::Flag),
        Column::new(terms::YEARS, ColumnKind::Text),
        Column::new(terms::UNIT, ColumnKind::Text),
        Column::new(terms::KIND, ColumnKind::Word),
        Column::new(terms::UNIT_AMOUNT, ColumnKind::Euro),
        Column::new(terms::BASIS, ColumnKind::Word),
        Column::new(terms::CEILING_UNITS, ColumnKind::Units),
        Column::new(terms::CEILING, ColumnKind::Euro),
        Column::new(terms::CRITERION, ColumnKind::Text),
    ]
}

fn row(action: &SchemeAction, rate: Option<&Rate>) -> Vec<Cell> {
    let basis = |basis: Basis| match basis {
        Basis::Subsidy => terms::B_SUBSIDY,
        Basis::TotalCost => terms::B_TOTAL_COST,
    };
    let unknown = || Cell::Unknown(Unknown::NoCeiling);
    vec![
        Cell::Action(action.nr),
        Cell::title(&action.title),
        Cell::maybe(action.objective, |nr| Cell::Count(i64::from(nr))),
        Cell::Flag(action.paid_elsewhere),
        Cell::maybe(rate, |rate| Cell::Years(rate.years.clone())),
        Cell::maybe(rate, |rate| Cell::title(&rate.unit)),
        Cell::maybe(rate, |rate| Cell::Word(kind(rate.kind))),
        Cell::maybe(rate.and_then(|rate| rate.unit_amount), Cell::Euro),
        Cell::maybe(rate, |rate| Cell::Word(basis(rate.basis))),
        Cell::maybe(rate, |rate| {
            rate.ceiling_units.map_or_else(unknown, Cell::Units)
        }),
        Cell::maybe(rate, |rate| rate.ceiling.map_or_else(unknown, Cell::Euro)),
        Cell::maybe(rate.and_then(|rate| rate.criterion.as_ref()), Cell::title),
    ]
}

fn view(
    table: &Table,
    heading: Sentence,
    columns: Vec<Shown>,
    group: Option<&'static str>,
    notes: Vec<Sentence>,
) -> View {
    View {
        table: table.name.key,
        heading,
        rows: (0..table.rows.len()).collect(),
        columns,
        layout: Layout::Lines { group },
        codes: BTreeMap::new(),
        totals: Vec::new(),
        legend: Vec::new(),
        notes,
    }
}

/// The rules that hold for the scheme as a whole.
#[derive(Debug)]
struct Rules {
    own_share: crate::model::Share,
    threshold: Option<crate::model::Share>,
    balance: Option<crate::model::Share>,
}

impl Rules {
    fn of(scheme: &Scheme) -> Self {
        Self {
            own_share: scheme.own_share,
            threshold: scheme.interim_threshold,
            balance: scheme.balance,
        }
    }
}

impl Say for Rules {
    fn dutch(&self) -> String {
        let mut text = format!(
            "Eigen aandeel: {} van het totaal.",
            dutch::share(self.own_share)
        );
        if let Some(threshold) = self.threshold {
            text += &format!(
                " Tussentijdse drempel: {} van het doel.",
                dutch::share(threshold)
            );
        }
        if let Some(balance) = self.balance {
            text += &format!(" Saldo na het jaarverslag: {}.", dutch::share(balance));
        }
        text
    }
    fn english(&self) -> String {
        let mut text = format!(
            "Own share: {} of the total.",
            english::share(self.own_share)
        );
        if let Some(threshold) = self.threshold {
            text += &format!(
                " Interim threshold: {} of the target.",
                english::share(threshold)
            );
        }
        if let Some(balance) = self.balance {
            text += &format!(
                " Balance after the report of the year: {}.",
                english::share(balance)
            );
        }
        text
    }
}

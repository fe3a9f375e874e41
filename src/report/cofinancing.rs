//! The own share against the award, per year and in all.

use super::Asked;
use super::words::{BookingsSetAside, cofinancing, whole};
use crate::analysis::{Analysis, Booked, Cofinancing, CofinancingPeriod};
use crate::document::{Cell, Column, ColumnKind, Derived, Layout, Shown, Table, View};
use crate::model::{Euro, Share, TestedOver};
use crate::wording::{Say, Sentence, dutch, english, terms};
use std::collections::BTreeMap;

/// The table and how people see it.
pub(super) fn part(analysis: &Analysis<'_>, asked: &Asked<'_>) -> (Table, View) {
    let shows = |row: &&Cofinancing| match row.period {
        CofinancingPeriod::Year(year) => asked.shows(year),
        CofinancingPeriod::All => true,
    };
    let rows: Vec<_> = analysis.cofinancing.iter().filter(shows).collect();
    let mut table = Table::new(terms::COFINANCING, columns(analysis));
    table.rows = rows.iter().map(|row| cells(row)).collect();
    let view = view(analysis, &table, &rows);
    (table, view)
}

fn columns(analysis: &Analysis<'_>) -> Vec<Column> {
    let euro = |term| Column::new(term, ColumnKind::Euro);
    vec![
        Column::new(terms::PERIOD, ColumnKind::Text),
        euro(terms::AWARD),
        euro(terms::STIMULUS),
        euro(terms::OWN_REQUIRED),
        euro(terms::OWN_PLANNED),
        euro(terms::OWN_BOOKED),
        euro(terms::OWN_MISSING),
        euro(terms::TO_ACCOUNT).derived(Derived::Sum(vec!["award", "own_required", "stimulus"])),
        euro(terms::ACCOUNTED).derived(Derived::Sum(vec![
            "award_spent",
            "own_booked",
            "stimulus_spent",
        ])),
        Column::new(terms::OWN_SHARE_PCT, ColumnKind::Percent)
            .thresholds(vec![analysis.account.scheme.own_share]),
        Column::new(terms::VERDICT, ColumnKind::Word),
        euro(terms::AWARD_SPENT),
        euro(terms::STIMULUS_SPENT),
        euro(terms::LEFT_OUT_THIRD_PARTY),
        euro(terms::LEFT_OUT_TO_LOOK_AT),
        euro(terms::LEFT_OUT_CATEGORY),
        Column::new(terms::SET_ASIDE, ColumnKind::Count),
    ]
}

fn cells(row: &Cofinancing) -> Vec<Cell> {
    let euro = |known: &crate::model::Known<_>| Cell::known(known.clone(), Cell::Euro);
    let booked = |part: fn(Booked) -> Euro| Cell::known(row.booked.clone().map(part), Cell::Euro);
    let period = match row.period {
        CofinancingPeriod::Year(year) => Some(year),
        CofinancingPeriod::All => None,
    };
    vec![
        Cell::Period(period),
        euro(&row.award),
        euro(&row.stimulus),
        euro(&row.own_required),
        euro(&row.own_planned),
        euro(&row.own_booked),
        euro(&row.own_missing),
        euro(&row.to_account),
        euro(&row.accounted),
        Cell::known(row.own_share.clone(), Cell::Ratio),
        Cell::Word(cofinancing(row.verdict, row.is_tested)),
        booked(|it| it.award),
        booked(|it| it.stimulus),
        booked(|it| it.third_party),
        booked(|it| it.to_look_at),
        booked(|it| it.category),
        whole(row.set_aside),
    ]
}

/// What people see of the ledger, in order. The second are left out where they hold
/// nothing but zeros and unknowns.
const LINES: [(&str, bool); 15] = [
    ("award", true),
    ("stimulus", true),
    ("own_required", true),
    ("own_planned", true),
    ("own_booked", true),
    ("left_out_third_party", false),
    ("left_out_to_look_at", false),
    ("left_out_category", false),
    ("own_missing", true),
    ("to_account", true),
    ("award_spent", false),
    ("stimulus_spent", false),
    ("accounted", true),
    ("own_share_pct", true),
    ("verdict", true),
];

fn view(analysis: &Analysis<'_>, table: &Table, rows: &[&Cofinancing]) -> View {
    let shown: Vec<usize> = (0..rows.len()).collect();
    let keys = LINES
        .iter()
        .filter(|(key, always)| *always || table.has_amount(key, &shown))
        .map(|(key, _)| *key);
    let scheme = &analysis.account.scheme;
    let mut notes: Vec<Sentence> = vec![Box::new(Test {
        share: scheme.own_share,
        over: scheme.tested_over,
        years: scheme.years.len(),
    })];
    let set_aside = rows.iter().map(|row| row.set_aside).max();
    notes.extend(
        set_aside
            .filter(|rows| *rows > 0)
            .map(|rows| Box::new(BookingsSetAside(rows)) as Sentence),
    );
    View {
        table: "cofinancing",
        heading: Box::new(terms::COFINANCING.word),
        columns: keys.map(Shown::column).collect(),
        rows: shown,
        layout: Layout::Ledger { across: "period" },
        codes: BTreeMap::new(),
        totals: Vec::new(),
        legend: Vec::new(),
        notes,
    }
}

/// What the scheme asks and over which period.
#[derive(Debug)]
struct Test {
    share: Share,
    over: TestedOver,
    years: usize,
}

impl Say for Test {
    fn dutch(&self) -> String {
        let years = dutch::number_word(u64::try_from(self.years).unwrap_or(u64::MAX));
        let over = match self.over {
            TestedOver::AllYears if self.years == 1 => {
                "Getoetst over het ene projectjaar, op het einde; wat tussen haakjes staat, is ter informatie.".to_owned()
            }
            TestedOver::AllYears => format!(
                "Getoetst over de {years} projectjaren samen, op het einde; wat tussen haakjes staat, is ter informatie."
            ),
            TestedOver::EachYear => "Getoetst elk projectjaar, op het einde ervan.".to_owned(),
        };
        format!(
            "Gevraagd is een eigen aandeel van {} van subsidie en eigen aandeel samen. Het percentage is \
             geregistreerd ÷ (toegekend + geregistreerd). {over}",
            dutch::share(self.share)
        )
    }
    fn english(&self) -> String {
        let years = english::number_word(u64::try_from(self.years).unwrap_or(u64::MAX));
        let over = match self.over {
            TestedOver::AllYears if self.years == 1 => {
                "Tested over the one project year, at the end; what stands between brackets informs.".to_owned()
            }
            TestedOver::AllYears => format!(
                "Tested over the {years} project years together, at the end; what stands between brackets informs."
            ),
            TestedOver::EachYear => "Tested each project year, at its end.".to_owned(),
        };
        format!(
            "Asked is an own share of {} of award and own share together. The percentage is \
             registered ÷ (awarded + registered). {over}",
            english::share(self.share)
        )
    }
}

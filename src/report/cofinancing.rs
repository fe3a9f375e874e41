//! The own share against the award, per year and in all.

use super::Asked;
use super::words::cofinancing;
use crate::analysis::{Analysis, Cofinancing, CofinancingPeriod};
use crate::document::{Cell, Column, ColumnKind, Derived, Layout, Shown, Table, View};
use crate::model::{Share, TestedOver};
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
    (table, view(analysis, rows.len()))
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
        euro(terms::ACCOUNTED),
        Column::new(terms::OWN_SHARE_PCT, ColumnKind::Percent)
            .thresholds(vec![analysis.account.scheme.own_share]),
        Column::new(terms::VERDICT, ColumnKind::Word),
    ]
}

fn cells(row: &Cofinancing) -> Vec<Cell> {
    let euro = |known: &crate::model::Known<_>| Cell::known(known.clone(), Cell::Euro);
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
        Cell::Word(cofinancing(row.verdict)),
    ]
}

fn view(analysis: &Analysis<'_>, rows: usize) -> View {
    let keys = [
        "award",
        "stimulus",
        "own_required",
        "own_planned",
        "own_booked",
        "own_missing",
        "to_account",
        "accounted",
        "own_share_pct",
        "verdict",
    ];
    let scheme = &analysis.account.scheme;
    let notes: Vec<Sentence> = vec![Box::new(Test {
        share: scheme.own_share,
        over: scheme.tested_over,
        years: scheme.years.len(),
    })];
    View {
        table: "cofinancing",
        heading: Box::new(terms::COFINANCING.word),
        rows: (0..rows).collect(),
        columns: keys.into_iter().map(Shown::column).collect(),
        layout: Layout::Ledger { across: "period" },
        codes: BTreeMap::new(),
        totals: Vec::new(),
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
            TestedOver::AllYears => format!(
                "Getoetst over de {years} projectjaren samen, op het einde; een jaar apart is ter informatie."
            ),
            TestedOver::EachYear => "Getoetst elk projectjaar, op het einde ervan.".to_owned(),
        };
        format!(
            "Het eigen aandeel is {} van subsidie en eigen aandeel samen. {over}",
            dutch::share(self.share)
        )
    }
    fn english(&self) -> String {
        let years = english::number_word(u64::try_from(self.years).unwrap_or(u64::MAX));
        let over = match self.over {
            TestedOver::AllYears => format!(
                "Tested over the {years} project years together, at the end; a single year informs."
            ),
            TestedOver::EachYear => "Tested each project year, at its end.".to_owned(),
        };
        format!(
            "The own share is {} of award and own share together. {over}",
            english::share(self.share)
        )
    }
}

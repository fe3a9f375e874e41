//! What the dossier says of each action in words: planned, status, reason, notes.

use super::Asked;
use crate::analysis::Analysis;
use crate::document::{Cell, Column, ColumnKind, Table};
use crate::model::ActionYear;
use crate::wording::terms::{self, Term};

/// The table; people see it per action.
pub(super) fn table(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Table {
    let mut table = Table::new(
        terms::POINTS,
        vec![
            Column::new(terms::YEAR, ColumnKind::Key),
            Column::new(terms::ACTION, ColumnKind::Key),
            Column::new(terms::WHAT, ColumnKind::Word),
            Column::new(terms::TEXT, ColumnKind::Text),
        ],
    );
    let dossier = &analysis.account.dossier;
    for year in dossier.years.iter().filter(|year| asked.shows(year.nr)) {
        for (action, in_year) in dossier.actions_in(year.nr) {
            let row = |(what, text): (Term, String)| {
                vec![
                    Cell::Year(year.nr),
                    Cell::Action(action.nr),
                    Cell::Word(what),
                    Cell::Text(text),
                ]
            };
            table.rows.extend(points(in_year).map(row));
        }
    }
    table
}

fn points(in_year: &ActionYear) -> impl Iterator<Item = (Term, String)> {
    let all = |what: Term, texts: &[String]| {
        texts
            .iter()
            .map(|text| (what, text.clone()))
            .collect::<Vec<_>>()
    };
    let reason: Vec<String> = in_year.reason.iter().cloned().collect();
    [
        all(terms::W_PLANNED, &in_year.planned),
        all(terms::W_STATUS, &in_year.status),
        all(terms::W_REASON, &reason),
        all(terms::NOTE, &in_year.notes),
    ]
    .into_iter()
    .flatten()
}

//! The money of each project year: award and what was carried in as a container, what
//! was spent as a bar, in euro.

mod says;

use super::Drawn;
use super::words::{amount, from_files, labels, project_year, scale_end, step};
use crate::analysis::{Analysis, BudgetRow};
use crate::document::{BarGroup, BarRow, Bars, Chart, Drawing, Mark, Name, Piece, Told, Undrawn};
use crate::finding::Code;
use crate::model::{Euro, Unknown};
use crate::report::Asked;
use crate::wording::{Sentence, terms};
use rust_decimal::Decimal;

/// The chart.
pub(super) fn chart(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Drawn {
    let shown = analysis.budget.iter().filter(|row| asked.shows(row.year));
    let rows: Vec<(usize, &BudgetRow<'_>)> = shown
        .enumerate()
        .filter(|(_, row)| row.action.is_none())
        .collect();
    if !rows.iter().any(|(_, row)| row.spent.is_ok()) {
        return not_drawn(&rows);
    }
    let most = rows.iter().map(|(_, row)| most(row)).max()?;
    let step = step(most.decimal());
    let end = scale_end(most.decimal(), step);
    let rows_of_table = rows.iter().map(|(at, _)| *at).collect();
    let rows: Vec<&BudgetRow<'_>> = rows.into_iter().map(|(_, row)| row).collect();
    let labels = labels(step, end).filter_map(|at| Some((at, amount(euro(at)?))));
    Some(Ok(Chart {
        table: "budget",
        rows: rows_of_table,
        names: "year",
        columns: vec!["available", "spent"],
        heading: says::heading(analysis, asked, &rows),
        about: Box::new(says::ABOUT),
        legend: legend(&rows),
        drawing: Drawing::Bars(Bars {
            end,
            labels: labels.collect(),
            groups: vec![BarGroup {
                name: None,
                rows: rows.iter().map(|row| bar(analysis, asked, row)).collect(),
            }],
        }),
        notes: from_files(&analysis.account.bookings.files)
            .into_iter()
            .collect(),
    }))
}

fn not_drawn(rows: &[(usize, &BudgetRow<'_>)]) -> Drawn {
    let why = rows.iter().find_map(|(_, row)| row.spent.as_ref().err());
    Some(Err(Undrawn {
        name: Box::new(says::SPENDING),
        why: Box::new(why?.clone()),
        table: "budget",
    }))
}

/// A whole amount of the scale.
fn euro(at: Decimal) -> Option<Euro> {
    Euro::parse(&at.normalize().to_string()).ok()
}

/// What a bar needs of the scale.
fn most(row: &BudgetRow<'_>) -> Euro {
    let amounts = [&row.award, &row.available, &row.spent, &row.carried_in];
    let known = amounts.into_iter().filter_map(|it| it.clone().ok());
    known.max().unwrap_or_default().max(Euro::ZERO)
}

fn bar(analysis: &Analysis<'_>, asked: &Asked<'_>, row: &BudgetRow<'_>) -> BarRow {
    BarRow {
        name: Name {
            action: None,
            name: project_year(row.year),
            remark: Some(says::standing(analysis, row.year)),
            codes: codes(asked, row),
        },
        is_total: false,
        figure: says::figure(row),
        state: None,
        remark: Some(says::left(row)),
        below: Some(says::below(row)),
        pieces: pieces(row),
        signs: Vec::new(),
        told: Told {
            title: says::told(row),
            more: says::available(row),
        },
    }
}

/// The codes of findings on what was spent, at the year that they speak of: the year
/// is in their words, so the last one that is known bears them.
fn codes(asked: &Asked<'_>, row: &BudgetRow<'_>) -> Vec<Code> {
    let overspent = matches!((&row.available, &row.spent), (Ok(has), Ok(spent)) if spent > has);
    let found = asked.findings.iter().any(|it| it.code() == Code::B01);
    (overspent && found)
        .then_some(Code::B01)
        .into_iter()
        .collect()
}

fn pieces(row: &BudgetRow<'_>) -> Vec<Piece> {
    let piece = |mark, from: Euro, to: Euro| Piece {
        mark,
        from: from.decimal().max(Decimal::ZERO),
        to: to.decimal().max(Decimal::ZERO),
    };
    let carried = row.carried_in.clone().unwrap_or_default();
    // Of an unknown award what was carried in is still there.
    let available = row.available.clone().or(row.award.clone());
    let available = available.unwrap_or(carried.max(Euro::ZERO));
    let mut pieces = vec![
        piece(Mark::CarriedIn, Euro::ZERO, carried.min(available)),
        piece(Mark::Asked, carried.max(Euro::ZERO), available),
    ];
    match &row.spent {
        Ok(spent) => {
            pieces.push(piece(Mark::Happened, Euro::ZERO, (*spent).min(available)));
            if row.available.is_ok() {
                pieces.push(piece(Mark::Excess, available, *spent));
            } else {
                pieces.push(piece(Mark::Happened, available, *spent));
            }
        }
        // A year that has not begun has an empty container.
        Err(Unknown::YearNotBegun(_)) => {}
        Err(_) => pieces.push(piece(Mark::Unknown, Euro::ZERO, available)),
    }
    pieces.retain(|piece| piece.from < piece.to);
    pieces
}

fn legend(rows: &[&BudgetRow<'_>]) -> Vec<(Mark, Sentence)> {
    let drawn: Vec<Mark> = rows
        .iter()
        .flat_map(|row| pieces(row))
        .map(|piece| piece.mark)
        .collect();
    let meanings: [(Mark, Sentence); 5] = [
        (Mark::CarriedIn, Box::new(says::CARRIED)),
        (Mark::Asked, Box::new(says::AWARD)),
        (Mark::Happened, Box::new(terms::SPENT.word)),
        (Mark::Excess, Box::new(says::BEYOND)),
        (Mark::Unknown, Box::new(says::SPENT_UNKNOWN)),
    ];
    meanings
        .into_iter()
        .filter(|(mark, _)| drawn.contains(mark))
        .collect()
}

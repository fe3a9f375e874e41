//! The own share in percent of what is required: a bar for each project year and one
//! for all together; what the scheme tests bears a state.

mod heading;
mod says;

use super::Drawn;
use super::words::{BEYOND, from_files, halves, labels, project_year};
use crate::analysis::{Analysis, Booked, Cofinancing, CofinancingPeriod, CofinancingVerdict};
use crate::document::{BarGroup, BarRow, Bars, Chart, Drawing, Mark, Name, Piece, Told, Undrawn};
use crate::finding::Code;
use crate::model::Euro;
use crate::report::Asked;
use crate::report::words::cofinancing;
use crate::wording::{Both, Sentence, terms};
use rust_decimal::Decimal;

/// The chart.
pub(super) fn chart(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Drawn {
    let shows = |row: &Cofinancing| match row.period {
        CofinancingPeriod::Year(year) => asked.shows(year),
        CofinancingPeriod::All => true,
    };
    let rows: Vec<&Cofinancing> = analysis.cofinancing.iter().filter(|it| shows(it)).collect();
    if let Some(unknown) = none_known(&rows) {
        return Some(Err(unknown));
    }
    let end = end(analysis, &rows);
    let mut notes: Vec<Sentence> = says::left_out(&rows).into_iter().collect();
    notes.extend(from_files(&analysis.account.bookings.files));
    Some(Ok(Chart {
        table: "cofinancing",
        rows: (0..rows.len()).collect(),
        names: "period",
        columns: vec!["own_required", "own_booked"],
        heading: heading::heading(analysis, &rows),
        about: says::about(&analysis.account.scheme),
        legend: legend(analysis, &rows, end),
        drawing: Drawing::Bars(Bars {
            end,
            labels: scale(end),
            groups: vec![BarGroup {
                name: None,
                rows: rows
                    .iter()
                    .map(|row| bar(analysis, asked, row, end))
                    .collect(),
            }],
        }),
        notes,
    }))
}

/// Why no bar can be drawn, where none can.
fn none_known(rows: &[&Cofinancing]) -> Option<Undrawn> {
    let known = |row: &&&Cofinancing| row.own_booked.is_ok() && row.own_required.is_ok();
    if rows.iter().any(|row| known(&row)) {
        return None;
    }
    let why = |row: &&Cofinancing| {
        let booked = row.own_booked.as_ref().err();
        booked.or(row.own_required.as_ref().err()).cloned()
    };
    Some(Undrawn {
        name: Box::new(terms::OWN_SHARE_PCT.word),
        why: Box::new(rows.iter().find_map(why)?),
        table: "cofinancing",
    })
}

/// An amount on the scale of what is required.
fn value(amount: Euro, required: Euro) -> Decimal {
    amount.decimal() / required.decimal()
}

/// What is required of a row, where a bar can be drawn of it.
fn required(row: &Cofinancing) -> Option<Euro> {
    row.own_required.clone().ok().filter(|it| *it > Euro::ZERO)
}

fn end(analysis: &Analysis<'_>, rows: &[&Cofinancing]) -> Decimal {
    let ends = rows.iter().filter_map(|row| {
        let booked = row.own_booked.clone().ok()?;
        let planned = planned_rest(analysis, row).unwrap_or(Euro::ZERO);
        Some(value(booked + planned, required(row)?))
    });
    let most = ends.max().unwrap_or_default();
    let ends = [Decimal::new(125, 2), Decimal::new(15, 1)];
    ends.into_iter()
        .find(|end| most <= *end)
        .unwrap_or(Decimal::TWO)
}

fn scale(end: Decimal) -> Vec<(Decimal, Sentence)> {
    labels(Decimal::new(5, 1), end)
        .zip(0..)
        .filter_map(|(at, nr)| {
            let label = match nr {
                2 => Box::new(REQUIRED) as Sentence,
                _ => halves(nr)?,
            };
            Some((at, label))
        })
        .collect()
}

const REQUIRED: Both = Both {
    nl: "vereist 100 %",
    en: "required 100%",
};

/// What is planned and not registered yet, of years that are not over.
fn planned_rest(analysis: &Analysis<'_>, row: &Cofinancing) -> Option<Euro> {
    let year = match row.period {
        CofinancingPeriod::Year(year) => Some(year),
        CofinancingPeriod::All => None,
    };
    analysis.own_planned_rest(year).ok()
}

fn bar(analysis: &Analysis<'_>, asked: &Asked<'_>, row: &Cofinancing, end: Decimal) -> BarRow {
    let (name, is_total) = match row.period {
        CofinancingPeriod::Year(year) => (project_year(year), false),
        CofinancingPeriod::All => (says::together(analysis), true),
    };
    BarRow {
        name: Name {
            action: None,
            name,
            remark: Some(says::standing(analysis, row)),
            codes: codes(asked, row),
        },
        is_total,
        figure: says::figure(analysis, row),
        state: row
            .is_tested
            .then(|| cofinancing(row.verdict, row.is_tested)),
        remark: Some(says::booked_of(row)),
        below: says::below(row, is_plan_unknown(analysis, row)),
        pieces: pieces(analysis, row, end),
        signs: required(row)
            .map(|_| (Mark::Norm, Decimal::ONE))
            .into_iter()
            .chain(beyond(analysis, row, end))
            .collect(),
        told: Told {
            title: says::told(analysis, row),
            more: says::planned(planned_rest(analysis, row)),
        },
    }
}

/// Whether more is planned than can be drawn, because some of it is unknown.
fn is_plan_unknown(analysis: &Analysis<'_>, row: &Cofinancing) -> bool {
    let is_running = row.verdict == CofinancingVerdict::Running;
    let mut years = analysis.cofinancing.iter();
    let some_known = years.any(|it| it.own_planned.is_ok());
    is_running && some_known && planned_rest(analysis, row).is_none()
}

/// The codes of findings that are told, at the rows that they are about: the shortage
/// where it is tested, what stays out where it stays out.
fn codes(asked: &Asked<'_>, row: &Cofinancing) -> Vec<Code> {
    let is_short = row.is_tested && row.verdict == CofinancingVerdict::Short;
    let left_out = |part: fn(&Booked) -> Euro| {
        let booked = row.booked.as_ref();
        booked.is_ok_and(|booked| part(booked) != Euro::ZERO)
    };
    let about = [
        (Code::C01, is_short),
        (Code::C02, left_out(|it| it.category)),
        (Code::C03, left_out(|it| it.third_party)),
        (Code::C04, left_out(|it| it.to_look_at)),
    ];
    let is_told = |code: Code| asked.findings.iter().any(|it| it.code() == code);
    let about = about.into_iter().filter(|(_, is_about)| *is_about);
    about
        .map(|(code, _)| code)
        .filter(|code| is_told(*code))
        .collect()
}

fn beyond(analysis: &Analysis<'_>, row: &Cofinancing, end: Decimal) -> Option<(Mark, Decimal)> {
    let planned = planned_rest(analysis, row).unwrap_or(Euro::ZERO);
    let all = row.own_booked.clone().ok()? + planned;
    (value(all, required(row)?) > end).then_some((Mark::Beyond, end))
}

fn pieces(analysis: &Analysis<'_>, row: &Cofinancing, end: Decimal) -> Vec<Piece> {
    let piece = |mark, from: Decimal, to: Decimal| Piece {
        mark,
        from: from.clamp(Decimal::ZERO, end),
        to: to.clamp(Decimal::ZERO, end),
    };
    let Some(required) = required(row) else {
        let unknown = piece(Mark::Unknown, Decimal::ZERO, Decimal::ONE);
        return if row.own_required.is_err() {
            vec![unknown]
        } else {
            Vec::new()
        };
    };
    let Ok(booked) = row.own_booked.clone() else {
        return vec![piece(Mark::Unknown, Decimal::ZERO, Decimal::ONE)];
    };
    let there = value(booked, required);
    let planned = planned_rest(analysis, row).unwrap_or(Euro::ZERO);
    let mut pieces = vec![
        piece(Mark::Asked, Decimal::ZERO, Decimal::ONE),
        piece(Mark::Happened, Decimal::ZERO, there),
        piece(Mark::Planned, there, there + value(planned, required)),
    ];
    if row.is_tested && row.verdict == CofinancingVerdict::Short {
        pieces.push(piece(Mark::Missing, there, Decimal::ONE));
    }
    pieces.retain(|piece| piece.from < piece.to);
    pieces
}

fn legend(analysis: &Analysis<'_>, rows: &[&Cofinancing], end: Decimal) -> Vec<(Mark, Sentence)> {
    let drawn: Vec<Mark> = rows
        .iter()
        .flat_map(|row| pieces(analysis, row, end))
        .map(|piece| piece.mark)
        .collect();
    let meanings: [(Mark, Sentence); 5] = [
        (Mark::Asked, Box::new(says::UP_TO_REQUIRED)),
        (Mark::Happened, Box::new(terms::OWN_BOOKED.word)),
        (Mark::Planned, Box::new(says::PLANNED)),
        (Mark::Missing, Box::new(says::MISSING)),
        (Mark::Unknown, Box::new(terms::ST_UNKNOWN.word)),
    ];
    let mut legend: Vec<(Mark, Sentence)> = meanings
        .into_iter()
        .filter(|(mark, _)| drawn.contains(mark))
        .collect();
    legend.push((Mark::Norm, Box::new(says::NORM)));
    if rows.iter().any(|row| beyond(analysis, row, end).is_some()) {
        legend.push((Mark::Beyond, Box::new(BEYOND)));
    }
    legend
}

//! Staff planned and filled: a strip for each line of the dossier over the days of its
//! years, its height the FTE.

mod days;
mod says;

use super::Drawn;
use super::words::{as_of, fte_of, joined, month, silence};
use crate::analysis::{Analysis, StaffRow, counts_in_sums};
use crate::document::{Chart, Drawing, Mark, Name, Strip, Strips, Told, Undrawn};
use crate::finding::About;
use crate::model::{Date, Fte, Known, Period, Staff, Unknown, YearNr};
use crate::report::Asked;
use crate::report::masthead::years_of_page;
use crate::wording::{Sentence, terms};
use days::{Stretch, added};
use rust_decimal::Decimal;

/// The chart; nothing where the dossier names no staff that counts.
pub(super) fn chart(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Drawn {
    let years = years_of_page(analysis, asked);
    let rows: Vec<(usize, &StaffRow<'_>)> = analysis
        .staffing
        .iter()
        .filter(|row| asked.shows(row.year))
        .enumerate()
        .filter(|(_, row)| years.contains(&row.year))
        .collect();
    let counted: Vec<&StaffRow<'_>> = rows
        .iter()
        .map(|(_, row)| *row)
        .filter(|row| counts_in_sums(row.staff))
        .collect();
    if counted.is_empty() {
        return None;
    }
    let strips = strips(analysis, asked, &counted);
    // Nobody in service is known, and the empty container says so.
    let is_known = counted.iter().any(|row| row.filled.is_ok());
    let Some(days) = days(analysis, &counted).filter(|_| is_known) else {
        return not_drawn(&counted);
    };
    let today = analysis.account.today().ok();
    let today = today.filter(|it| days.contains(*it) && *it < days.end);
    Some(Ok(Chart {
        table: "staffing",
        rows: rows.iter().map(|(at, _)| *at).collect(),
        names: "role",
        columns: vec!["planned_fte", "filled_fte"],
        heading: says::heading(analysis, &counted),
        about: Box::new(says::ABOUT),
        legend: legend(today, &strips),
        drawing: Drawing::Strips(Strips {
            labels: labels(analysis, &counted, days),
            days,
            as_of: today,
            rows: strips,
        }),
        notes: says::notes(analysis, rows.iter().map(|(_, row)| *row)),
    }))
}

fn not_drawn(rows: &[&StaffRow<'_>]) -> Drawn {
    let why = rows.iter().find_map(|row| row.filled.as_ref().err());
    Some(Err(Undrawn {
        name: Box::new(terms::STAFFING.word),
        why: why.map_or_else(silence, |why| Box::new(why.clone())),
        table: "staffing",
    }))
}

/// The days of all years that are drawn.
fn days(analysis: &Analysis<'_>, rows: &[&StaffRow<'_>]) -> Option<Period> {
    let periods = rows
        .iter()
        .filter_map(|row| analysis.account.period(row.year).ok());
    periods.reduce(|one, other| Period {
        start: one.start.min(other.start),
        end: one.end.max(other.end),
    })
}

/// The months of one year by quarter, else the first month of each year, and the end.
fn labels(analysis: &Analysis<'_>, rows: &[&StaffRow<'_>], days: Period) -> Vec<(Date, Sentence)> {
    let mut years: Vec<YearNr> = rows.iter().map(|row| row.year).collect();
    years.sort_unstable();
    years.dedup();
    let starts: Vec<Date> = if years.len() == 1 {
        let quarter = |nr: i64| {
            let months = jiff::Span::new().try_months(nr * 3).ok()?;
            days.start.checked_add(months).ok()
        };
        (0..4).filter_map(quarter).collect()
    } else {
        let periods = years
            .iter()
            .filter_map(|nr| analysis.account.period(*nr).ok());
        periods.map(|period| period.start).collect()
    };
    let mut labels: Vec<(Date, Sentence)> = starts
        .into_iter()
        .filter(|start| *start < days.end)
        .map(|start| (start, month(start)))
        .collect();
    labels.push((days.end, says::date(days.end)));
    labels
}

/// All lines together, then each line in the order of the dossier.
fn strips(analysis: &Analysis<'_>, asked: &Asked<'_>, rows: &[&StaffRow<'_>]) -> Vec<Strip> {
    let mut lines: Vec<&Staff> = Vec::new();
    for row in rows {
        if !lines.iter().any(|line| std::ptr::eq(*line, row.staff)) {
            lines.push(row.staff);
        }
    }
    let last = rows.iter().map(|row| row.year).max();
    let of_line = |line: &Staff| {
        let own = rows.iter().filter(|row| std::ptr::eq(row.staff, line));
        strip(
            analysis,
            asked,
            line,
            &own.copied().collect::<Vec<_>>(),
            last,
        )
    };

    let each: Vec<Strip> = lines.iter().map(|line| of_line(line)).collect();
    let is_whole = !analysis.account.dossier.unreadable.staff;
    let total = (each.len() > 1 && is_whole).then(|| total(rows, &each));
    let total = total.flatten();
    total.into_iter().chain(each).collect()
}

/// All lines together, with the figures of the last year; none where a line is unknown
/// in any year, for it would be drawn as nothing.
fn total(rows: &[&StaffRow<'_>], each: &[Strip]) -> Option<Strip> {
    let last = rows.iter().map(|row| row.year).max()?;
    if rows.iter().any(|row| row.planned.is_err()) {
        return None;
    }
    let of_last = rows.iter().filter(|row| row.year == last);
    let on = of_last.clone().find_map(|row| row.on.clone().ok());
    let sum =
        |figure: fn(&StaffRow<'_>) -> Known<Fte>| of_last.clone().map(|row| figure(row)).sum();
    let (planned, filled): (Known<Fte>, Known<Fte>) = (
        sum(|row| row.planned.clone()),
        sum(|row| row.filled.clone()),
    );
    let (planned, filled) = (planned.ok()?, filled.ok()?);
    let vacant: Known<Fte> = sum(|row| row.vacant.clone());
    let there: Option<Vec<Vec<Stretch>>> = each.iter().map(|it| it.there.clone()).collect();
    Some(Strip {
        name: Name {
            action: None,
            name: Box::new(says::TOGETHER),
            remark: Some(says::lines(of_last.clone().count())),
            codes: Vec::new(),
        },
        is_total: true,
        asked: added(
            &each
                .iter()
                .flat_map(|it| it.asked.clone())
                .collect::<Vec<_>>(),
        ),
        there: Some(added(&there?.concat())),
        figure: fte_of(filled, planned),
        remark: Some(joined(
            says::on(on)
                .into_iter()
                .chain(vacant.ok().and_then(says::vacant))
                .collect(),
            "; ",
        )),
        told: Told {
            title: says::told(Box::new(says::TOGETHER), fte_of(filled, planned)),
            more: Box::new(says::HEIGHT),
        },
    })
}

fn strip(
    analysis: &Analysis<'_>,
    asked: &Asked<'_>,
    line: &Staff,
    rows: &[&StaffRow<'_>],
    last_of_page: Option<YearNr>,
) -> Strip {
    let last = rows.last();
    let figure = || last.map_or_else(silence, |row| says::figure(row));
    let planned = |row: &&StaffRow<'_>| {
        let period = analysis.account.period(row.year).ok()?;
        Some((period, row.planned.clone().ok()?.decimal()))
    };
    Strip {
        name: Name {
            action: line
                .actions
                .first()
                .copied()
                .filter(|_| line.actions.len() == 1),
            name: says::role(line),
            remark: Some(says::for_whom(line)),
            codes: asked.codes(&['T'], |about| *about == About::Staff(line.span)),
        },
        is_total: false,
        asked: rows.iter().filter_map(planned).collect(),
        there: there(analysis, line, rows),
        figure: figure(),
        remark: last.map(|row| says::since(row, Some(row.year) != last_of_page)),
        told: Told {
            title: says::told(says::role(line), figure()),
            more: says::height(rows),
        },
    }
}

/// Who was there when, up to the as-of date; none where somebody's days or FTE are
/// unknown.
fn there(analysis: &Analysis<'_>, line: &Staff, rows: &[&StaffRow<'_>]) -> Option<Vec<Stretch>> {
    let today = analysis.account.today().ok()?;
    let is_unknown = |row: &&StaffRow<'_>| {
        matches!(
            row.filled,
            Err(Unknown::FilledFte | Unknown::Since | Unknown::Unreadable)
        )
    };
    if rows.iter().any(is_unknown) {
        return None;
    }
    let mut stretches: Vec<Stretch> = Vec::new();
    for filled in line.filled.as_ref()? {
        let fte: Decimal = filled.fte?.value.decimal();
        let from = filled.from?.value;
        let until = filled.to.map_or(today, |to| to.value.min(today));
        for row in rows {
            let service = Period {
                start: from,
                end: until,
            };
            let year = analysis.account.period(row.year).ok()?;
            stretches.extend(service.shared_with(year).map(|days| (days, fte)));
        }
    }
    Some(added(&stretches))
}

fn legend(today: Option<Date>, strips: &[Strip]) -> Vec<(Mark, Sentence)> {
    let mut legend: Vec<(Mark, Sentence)> = vec![
        (Mark::Asked, Box::new(terms::PLANNED_FTE.word)),
        (Mark::Happened, Box::new(terms::FILLED_FTE.word)),
    ];
    if strips.iter().any(|strip| strip.there.is_none()) {
        legend.push((Mark::Unknown, Box::new(terms::ST_UNKNOWN.word)));
    }
    if let Some(date) = today {
        legend.push((Mark::AsOf, as_of(date)));
        legend.push((Mark::Later, Box::new(says::LATER)));
    }
    legend
}

//! The course of what was reached, month by month: a panel for each action, a line for
//! each project year that starts from nothing.

mod says;

use super::Drawn;
use super::words::{action_name, as_of, from_logs, labels, month, number, scale_end, step, year};
use crate::analysis::{ActionAttainment, Analysis, InterimStatus, MonthProgress, has_course};
use crate::document::{
    Chart, Curves, Drawing, InterimPost, Mark, Name, Panel, Stretch, Told, Undrawn,
};
use crate::finding::About;
use crate::model::{ActionNr, Date, KpiKind, Period, Unknown, YearNr};
use crate::report::Asked;
use crate::report::chart::targets::units;
use crate::report::masthead::years_of_page;
use crate::wording::{Sentence, terms};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// The chart; nothing where no action has a course.
pub(super) fn chart(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Drawn {
    let years = years_of_page(analysis, asked);
    let with_course: Vec<_> = analysis
        .progress
        .iter()
        .enumerate()
        .filter(|(_, row)| asked.shows(row.year) && years.contains(&row.year))
        .collect();
    let all_years: BTreeSet<YearNr> = with_course.iter().map(|(_, row)| row.year).collect();
    let years: Vec<YearNr> = all_years
        .iter()
        .copied()
        .filter(|nr| has_course(analysis.account, *nr))
        .collect();
    if with_course.is_empty() {
        return None;
    }
    let without: Vec<YearNr> = all_years
        .difference(&years.iter().copied().collect())
        .copied()
        .collect();
    let panels = panels(analysis, asked, &years);
    let Some(days) = days(analysis, &years).filter(|_| !panels.is_empty()) else {
        return Some(Err(Undrawn {
            name: Box::new(terms::PROGRESS.word),
            why: why_not(analysis, &years),
            table: "progress",
        }));
    };
    let rows = with_course
        .iter()
        .filter(|(_, row)| years.contains(&row.year));
    let today = analysis.account.today().ok();
    let today = today.filter(|it| days.contains(*it));
    Some(Ok(Chart {
        table: "progress",
        rows: rows.map(|(at, _)| *at).collect(),
        names: "month",
        columns: vec!["cumulative"],
        heading: says::heading(analysis, &years),
        about: Box::new(says::ABOUT),
        legend: legend(analysis, &panels, today),
        notes: notes(analysis, &years, &without, &panels),
        drawing: Drawing::Curves(Curves {
            days,
            as_of: today,
            panels,
        }),
    }))
}

/// Why no year has a course.
fn why_not(analysis: &Analysis<'_>, years: &[YearNr]) -> Sentence {
    if years.is_empty() || !analysis.hides {
        Box::new(says::ONE_DATE)
    } else {
        Box::new(Unknown::Hidden)
    }
}

fn days(analysis: &Analysis<'_>, years: &[YearNr]) -> Option<Period> {
    let periods = years
        .iter()
        .filter_map(|nr| analysis.account.period(*nr).ok());
    periods.reduce(|one, other| Period {
        start: one.start.min(other.start),
        end: one.end.max(other.end),
    })
}

fn panels(analysis: &Analysis<'_>, asked: &Asked<'_>, years: &[YearNr]) -> Vec<Panel> {
    let of_years = analysis
        .progress
        .iter()
        .filter(|row| years.contains(&row.year));
    let actions: BTreeSet<ActionNr> = of_years.map(|row| row.action.nr).collect();
    let mut actions: Vec<ActionNr> = actions.into_iter().collect();
    actions.sort_by_key(|nr| analysis.account.scheme.order(*nr));
    actions
        .into_iter()
        .filter_map(|nr| panel(analysis, asked, nr, years))
        .collect()
}

fn panel(
    analysis: &Analysis<'_>,
    asked: &Asked<'_>,
    action: ActionNr,
    years: &[YearNr],
) -> Option<Panel> {
    let rows: Vec<&ActionAttainment<'_>> = analysis
        .attainment
        .iter()
        .filter(|row| row.action.nr == action && years.contains(&row.year))
        .collect();
    let first = *rows.first()?;
    let stretches: Vec<Stretch> = rows
        .iter()
        .filter_map(|row| stretch(analysis, row))
        .collect();
    let values = stretches.iter().flat_map(|it| {
        let target = it.target.as_ref().map(|(target, _)| *target);
        it.points.iter().map(|(_, value)| *value).chain(target)
    });
    let most = values.max().filter(|most| *most > Decimal::ZERO)?;
    let step = step(most);
    let end = scale_end(most * Decimal::new(105, 2), step);
    let is_about = |about: &About| matches!(about, About::Action(year, nr) if *nr == action && years.contains(year));
    Some(Panel {
        name: Name {
            action: Some(action),
            name: action_name(analysis, first.action),
            remark: Some(units(&rows)),
            codes: asked.codes(&['K'], is_about),
        },
        end,
        labels: labels(step, end)
            .filter_map(|at| Some((at, number(u64::try_from(at).ok()?))))
            .collect(),
        told: Told {
            title: says::course_of(analysis, first),
            more: says::course(&rows),
        },
        stretches,
    })
}

fn stretch(analysis: &Analysis<'_>, row: &ActionAttainment<'_>) -> Option<Stretch> {
    let account = analysis.account;
    let (days, today) = (account.period(row.year).ok()?, account.today().ok()?);
    let months: Vec<&MonthProgress<'_>> = analysis
        .progress
        .iter()
        .filter(|it| it.year == row.year && it.action.nr == row.action.nr)
        .collect();
    let is_state = row.kind == KpiKind::Headcount;
    let start = (!is_state).then_some((days.start, Decimal::ZERO));
    let at_end = |it: &&MonthProgress<'_>| {
        let end = it.month.last_of_month().min(days.end).min(today);
        Some((end, Decimal::from(it.cumulative.clone().ok()?)))
    };
    let told = months.iter().filter_map(at_end);
    let points: Vec<(Date, Decimal)> = start.into_iter().chain(told).collect();
    let last = months
        .iter()
        .rev()
        .find_map(|it| it.cumulative.clone().ok())?;
    Some(Stretch {
        name: year(row.year),
        days,
        begin: month(days.start),
        target: row
            .target
            .clone()
            .ok()
            .map(|target| (Decimal::from(target), number(target))),
        points,
        is_state,
        last: Some(says::count(last)),
        interim: interim(analysis, row),
    })
}

fn interim(analysis: &Analysis<'_>, row: &ActionAttainment<'_>) -> Option<InterimPost> {
    let threshold = analysis.account.scheme.interim_threshold?;
    let target = Decimal::from(row.target.clone().ok()?);
    if row.interim.status == InterimStatus::Exempt {
        return None;
    }
    let mark = match row.interim.status {
        InterimStatus::Reached => Some(Mark::InterimReached),
        InterimStatus::Below => Some(Mark::InterimBelow),
        _ => None,
    };
    let reached = row.interim.reached.clone().ok().map(Decimal::from);
    let share = Decimal::from(threshold.numerator()) / Decimal::from(threshold.denominator());
    Some(InterimPost {
        date: row.interim.date?,
        threshold: target * share,
        figure: mark.zip(reached),
    })
}

fn legend(analysis: &Analysis<'_>, panels: &[Panel], today: Option<Date>) -> Vec<(Mark, Sentence)> {
    let posts = || {
        panels
            .iter()
            .flat_map(|it| &it.stretches)
            .filter_map(|it| it.interim)
    };
    let figure = |mark: Mark| posts().any(|it| it.figure.is_some_and(|(of, _)| of == mark));
    let mut legend: Vec<(Mark, Sentence)> = vec![
        (Mark::Course, Box::new(terms::REACHED.word)),
        (Mark::Target, Box::new(terms::TARGET.word)),
    ];
    if posts().next().is_some()
        && let Some(threshold) = analysis.account.scheme.interim_threshold
    {
        legend.push((Mark::Threshold, super::targets::threshold(threshold)));
    }
    for (mark, words) in super::targets::INTERIM {
        if figure(mark) {
            legend.push((mark, Box::new(words)));
        }
    }
    legend.extend(today.map(|today| (Mark::AsOf, as_of(today))));
    legend
}

/// What has no line: milestones, actions of which nothing is known, years of one date.
fn notes(
    analysis: &Analysis<'_>,
    years: &[YearNr],
    without: &[YearNr],
    panels: &[Panel],
) -> Vec<Sentence> {
    let drawn: BTreeSet<ActionNr> = panels.iter().filter_map(|it| it.name.action).collect();
    let of_years = analysis.attainment.iter();
    let of_years = of_years.filter(|row| years.contains(&row.year));
    let (mut milestones, mut hidden) = (BTreeSet::new(), BTreeSet::new());
    let mut unknown = BTreeSet::new();
    for row in of_years.filter(|row| !drawn.contains(&row.action.nr)) {
        let nr = row.action.nr;
        match &row.reached {
            _ if row.kind == KpiKind::Milestone => milestones.insert(nr),
            Err(Unknown::Hidden) => hidden.insert(nr),
            _ => unknown.insert(nr),
        };
    }
    let mut notes: Vec<Sentence> = Vec::new();
    if !without.is_empty() {
        notes.push(says::years_of_one_date(without.to_vec()));
    }
    if !milestones.is_empty() {
        notes.push(says::without_course(milestones.into_iter().collect()));
    }
    if !unknown.is_empty() {
        notes.push(says::nothing_to_draw(unknown.into_iter().collect()));
    }
    if !hidden.is_empty() {
        notes.push(says::hidden(hidden.into_iter().collect()));
    }
    let mut months = analysis.progress.iter();
    if months.any(|it| years.contains(&it.year) && it.cumulative == Err(Unknown::Hidden)) {
        notes.push(Box::new(says::HIDDEN_MONTHS));
    }
    notes.extend(from_logs(analysis));
    notes
}

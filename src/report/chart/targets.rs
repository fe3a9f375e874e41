//! What was reached against the target: a bar for each action and project year, on a
//! scale of the target.

mod bar;
mod heading;
mod says;

pub(super) use says::{threshold, units};

use super::Drawn;
use super::words::{self, action_name, from_logs, silence};
use crate::analysis::{ActionAttainment, Analysis};
use crate::document::{BarGroup, Bars, Chart, Drawing, Mark, Name, Undrawn};
use crate::model::{ActionNr, Ratio, YearNr};
use crate::report::Asked;
use crate::report::kpi::{DoubtfulReach, doubt_notes};
use crate::report::masthead::years_of_page;
use crate::wording::{Both, Sentence, dutch, english, saying, terms};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// The rows that are drawn, with their positions in the table.
type Rows<'a, 'b> = Vec<(usize, &'b ActionAttainment<'a>)>;

/// The chart.
pub(super) fn chart(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Drawn {
    let rows = rows(analysis, asked);
    let all: Vec<&ActionAttainment<'_>> = rows.iter().map(|(_, row)| *row).collect();
    if !all.iter().any(|row| row.ratio.is_ok()) {
        return not_drawn(analysis, asked);
    }
    let end = end(&all);
    let years: BTreeSet<YearNr> = all.iter().map(|row| row.year).collect();
    let setting = bar::Setting {
        analysis,
        doubtful: DoubtfulReach::of(analysis),
        end,
        one_year: years.len() == 1,
    };
    let mut notes = doubt_notes(analysis, &all);
    notes.push(Box::new(NO_TOTAL));
    notes.extend(from_logs(analysis));
    Some(Ok(Chart {
        table: "kpi",
        rows: rows.iter().map(|(at, _)| *at).collect(),
        names: "label",
        columns: vec!["target", "reached"],
        heading: heading::heading(analysis, &all),
        about: about(&years, all.iter().all(|row| bar::is_cut(&setting, row))),
        legend: legend(&setting, &rows),
        drawing: Drawing::Bars(Bars {
            end,
            labels: labels(end),
            groups: groups(&setting, asked, &rows),
        }),
        notes,
    }))
}

/// The rows with figures, of years that have begun.
fn rows<'a, 'b>(analysis: &'b Analysis<'a>, asked: &Asked<'_>) -> Rows<'a, 'b> {
    let years = years_of_page(analysis, asked);
    let shown = analysis
        .attainment
        .iter()
        .filter(|row| asked.shows(row.year));
    shown
        .enumerate()
        .filter(|(_, row)| years.contains(&row.year))
        .filter(|(_, row)| row.target.is_ok() || row.reached.is_ok())
        .collect()
}

fn not_drawn(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Drawn {
    let years = years_of_page(analysis, asked);
    let of_page = analysis.attainment.iter();
    let mut of_page = of_page.filter(|row| years.contains(&row.year));
    let unknown = of_page.find_map(|row| row.ratio.as_ref().err())?;
    Some(Err(Undrawn {
        name: Box::new(terms::KPI.word),
        why: Box::new(unknown.clone()),
        table: "kpi",
    }))
}

const NO_TOTAL: Both = Both {
    nl: "Geen totaal over de acties: de eenheden verschillen.",
    en: "No total over the actions: the units differ.",
};

fn about(years: &BTreeSet<YearNr>, are_cut: bool) -> Sentence {
    let years: Vec<YearNr> = years.iter().copied().collect();
    if let [year] = years[..] {
        return saying(
            (year, are_cut),
            |(year, are_cut)| {
                let pieces = if *are_cut {
                    "; elk stuk van een balk is een aanbieder"
                } else {
                    ""
                };
                format!(
                    "Bereikt in procent van het KPI-doel, per actie{pieces}. Projectjaar {year}."
                )
            },
            |(year, are_cut)| {
                let pieces = if *are_cut {
                    "; each piece of a bar is a provider"
                } else {
                    ""
                };
                format!(
                    "Reached in percent of the KPI target, per action{pieces}. Project year {year}."
                )
            },
        );
    }
    saying(
        years,
        |years| {
            let years = dutch::years(years);
            format!(
                "Bereikt in procent van het KPI-doel, per actie en projectjaar. Projectjaren {years}."
            )
        },
        |years| {
            let years = english::years(years);
            format!(
                "Reached in percent of the KPI target, per action and project year. Project years {years}."
            )
        },
    )
}

/// The smallest end of the scale that holds the largest figure; 200 % at most.
fn end(rows: &[&ActionAttainment<'_>]) -> Decimal {
    let ratios = rows.iter().flat_map(|row| [&row.ratio, &row.interim.ratio]);
    let ratios = ratios.filter_map(|ratio| ratio.clone().ok());
    let most = ratios.map(value).max().unwrap_or_default();
    let ends = [Decimal::new(125, 2), Decimal::new(15, 1)];
    ends.into_iter()
        .find(|end| most <= *end)
        .unwrap_or(Decimal::TWO)
}

/// A ratio on the scale of the target.
fn value(ratio: Ratio) -> Decimal {
    ratio.part() / ratio.whole()
}

fn labels(end: Decimal) -> Vec<(Decimal, Sentence)> {
    words::labels(Decimal::new(5, 1), end)
        .zip(0..)
        .filter_map(|(at, halves)| {
            let label = match halves {
                2 => target_label(),
                _ => words::halves(halves)?,
            };
            Some((at, label))
        })
        .collect()
}

fn target_label() -> Sentence {
    Box::new(Both {
        nl: "doel 100 %",
        en: "target 100%",
    })
}

fn groups(setting: &bar::Setting<'_, '_>, asked: &Asked<'_>, rows: &Rows<'_, '_>) -> Vec<BarGroup> {
    let analysis = setting.analysis;
    let bar = |row: &ActionAttainment<'_>| bar::row(setting, asked, row);
    if setting.one_year {
        return vec![BarGroup {
            name: None,
            rows: rows.iter().map(|(_, row)| bar(row)).collect(),
        }];
    }
    let mut actions: Vec<ActionNr> = rows.iter().map(|(_, row)| row.action.nr).collect();
    actions.sort_by_key(|nr| analysis.account.scheme.order(*nr));
    actions.dedup();
    let of_action = |nr: ActionNr| {
        let own: Vec<&ActionAttainment<'_>> = rows
            .iter()
            .map(|(_, row)| *row)
            .filter(|row| row.action.nr == nr)
            .collect();
        BarGroup {
            name: own.first().map(|row| Name {
                action: Some(nr),
                name: action_name(analysis, row.action),
                remark: Some(units(&own)),
                codes: Vec::new(),
            }),
            rows: own.iter().map(|row| bar(row)).collect(),
        }
    };
    actions.into_iter().map(of_action).collect()
}

/// The marks that occur, each with its meaning.
fn legend(setting: &bar::Setting<'_, '_>, rows: &Rows<'_, '_>) -> Vec<(Mark, Sentence)> {
    let analysis = setting.analysis;
    let drawn: Vec<Mark> = rows
        .iter()
        .flat_map(|(_, row)| bar::marks(setting, row))
        .collect();
    let meanings: [(Mark, Sentence); 12] = [
        (Mark::Asked, Box::new(says::UP_TO_TARGET)),
        (Mark::Happened, Box::new(terms::REACHED.word)),
        (Mark::Doubtful, Box::new(doubtful(analysis))),
        (Mark::Norm, Box::new(says::NORM)),
        (Mark::Missing, Box::new(says::MISSING)),
        (Mark::Threshold, threshold_of(analysis)),
        (Mark::InterimReached, Box::new(says::INTERIM_REACHED)),
        (Mark::InterimBelow, Box::new(says::INTERIM_BELOW)),
        (Mark::Milestone, Box::new(says::MILESTONE)),
        (Mark::Passed, Box::new(says::PASSED)),
        (Mark::Beyond, Box::new(words::BEYOND)),
        (Mark::Unknown, Box::new(terms::ST_UNKNOWN.word)),
    ];
    let occurs = |mark: &Mark| drawn.contains(mark);
    meanings
        .into_iter()
        .filter(|(mark, _)| occurs(mark))
        .collect()
}

/// The marks of the interim figure, each with its meaning.
pub(super) const INTERIM: [(Mark, Both); 2] = [
    (Mark::InterimReached, says::INTERIM_REACHED),
    (Mark::InterimBelow, says::INTERIM_BELOW),
];

/// What the doubtful part of a bar is: where the dossier declares some double, it is
/// not only perhaps so.
fn doubtful(analysis: &Analysis<'_>) -> Both {
    let mut shared = analysis.overlap.iter();
    let is_declared =
        shared.any(|it| it.same_people == Some(true) && it.double_investment == Some(false));
    if is_declared {
        says::DOUBTFUL_OR_DECLARED
    } else {
        says::DOUBTFUL
    }
}

fn threshold_of(analysis: &Analysis<'_>) -> Sentence {
    analysis
        .account
        .scheme
        .interim_threshold
        .map_or_else(silence, threshold)
}

//! The table of targets as people see it: years without figures are left out.

use super::has_figures;
use super::in_doubt::{doubtful, notes_by_action, notes_by_provider};
use super::notes::notes;
use crate::analysis::{ActionAttainment, Analysis};
use crate::document::{Bar, Layout, Mark, Shown, View};
use crate::finding::{About, Code};
use crate::model::{Ratio, YearNr};
use crate::report::Asked;
use crate::report::words::YearsWithoutFigures;
use crate::wording::{Both, terms};
use std::collections::BTreeMap;

/// How people see these rows.
pub(super) fn view(
    analysis: &Analysis<'_>,
    asked: &Asked<'_>,
    rows: &[&ActionAttainment<'_>],
) -> View {
    let mut years: Vec<YearNr> = rows.iter().map(|row| row.year).collect();
    years.dedup();
    let (known, silent): (Vec<_>, Vec<_>) = years
        .iter()
        .copied()
        .partition(|year| rows.iter().any(|row| row.year == *year && has_figures(row)));
    let shown = if known.is_empty() { years } else { known };
    let chosen: Vec<usize> = (0..rows.len())
        .filter(|index| shown.contains(&rows[*index].year))
        .collect();
    let of_shown: Vec<&ActionAttainment<'_>> = chosen.iter().map(|index| rows[*index]).collect();
    let doubts = notes_by_provider(analysis, &of_shown).into_iter();
    let legend = doubts.map(|note| (Mark::Doubtful, note)).collect();
    let mut notes = notes(analysis, rows, &shown);
    notes.splice(0..0, notes_by_action(analysis, &of_shown));
    if !silent.is_empty() && rows.iter().any(|row| has_figures(row)) {
        notes.push(Box::new(YearsWithoutFigures {
            years: silent,
            what: NO_FIGURES,
        }));
    }
    View {
        table: "kpi",
        heading: Box::new(terms::KPI.word),
        columns: columns(doubtful(analysis, rows)),
        codes: codes(asked, rows, &chosen),
        rows: chosen,
        layout: layout(&shown),
        totals: Vec::new(),
        legend,
        notes,
    }
}

const NO_FIGURES: Both = Both {
    nl: "doel en bereikt onbekend",
    en: "target and reached unknown",
};

/// Years side by side, unless there is only one.
fn layout(years: &[YearNr]) -> Layout {
    if years.len() > 1 {
        Layout::Spread {
            across: "year",
            // The unit may be another one each year.
            figures: &["unit", "target", "reached", "attainment_pct", "status"],
        }
    } else {
        Layout::Lines { group: None }
    }
}

fn columns(doubtful: BTreeMap<usize, Ratio>) -> Vec<Shown> {
    vec![
        Shown::column("action"),
        Shown::column("label"),
        Shown::with_room("unit"),
        Shown::column("target"),
        Shown::column("reached"),
        Shown::bar(Bar::Target {
            ratio: "attainment_pct",
            doubtful,
        }),
        Shown::column("attainment_pct"),
        Shown::column("status"),
    ]
}

fn codes(
    asked: &Asked<'_>,
    rows: &[&ActionAttainment<'_>],
    chosen: &[usize],
) -> BTreeMap<usize, Vec<Code>> {
    let of = |row: &ActionAttainment<'_>| {
        asked.codes(&['K'], |about| {
            *about == About::Action(row.year, row.action.nr)
        })
    };
    chosen
        .iter()
        .map(|index| (*index, of(rows[*index])))
        .filter(|(_, codes)| !codes.is_empty())
        .collect()
}

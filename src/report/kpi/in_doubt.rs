//! Counts that may hold the same people twice: which targets they decide, and how
//! far they reach into the bars.

use super::doubt::{Doubt, doubt};
use crate::analysis::{ActionAttainment, Analysis, ProviderReach, SharedProvider};
use crate::model::{Ratio, folded};
use crate::wording::Sentence;
use std::collections::BTreeMap;

/// How many reached targets a doubtful count could change, and those counts.
pub(in crate::report) fn doubts(
    analysis: &Analysis<'_>,
    rows: &[&ActionAttainment<'_>],
) -> (u64, Vec<i64>) {
    let in_rows = |shared: &&SharedProvider<'_>| rows.iter().any(|row| row.year == shared.year);
    let doubts: Vec<Doubt> = in_doubt(analysis)
        .filter(in_rows)
        .filter_map(|shared| doubt(shared, rows))
        .collect();
    let deciding: Vec<&Doubt> = doubts
        .iter()
        .filter(|doubt| !doubt.falls_short.is_empty())
        .collect();
    let targets = deciding
        .iter()
        .map(|doubt| doubt.falls_short.len())
        .sum::<usize>();
    let counts = deciding.iter().map(|doubt| doubt.count).collect();
    (u64::try_from(targets).unwrap_or(u64::MAX), counts)
}

/// The part of each row's bar that may be counted twice.
pub(super) fn doubtful(
    analysis: &Analysis<'_>,
    rows: &[&ActionAttainment<'_>],
) -> BTreeMap<usize, Ratio> {
    let share = |row: &ActionAttainment<'_>| {
        let counts = in_doubt(analysis)
            .filter(|shared| shared.year == row.year && shared.actions.contains(&row.action.nr))
            .filter_map(|shared| shared.count.clone().ok());
        let count: i64 = counts.sum();
        Ratio::new(count, row.target.clone().ok()?).filter(|_| count > 0)
    };
    rows.iter()
        .enumerate()
        .filter_map(|(index, row)| Some((index, share(row)?)))
        .collect()
}

/// Whether what a provider reached under an action may hold the same people as another
/// action's.
pub(in crate::report) fn is_doubtful(analysis: &Analysis<'_>, reach: &ProviderReach<'_>) -> bool {
    in_doubt(analysis).any(|shared| {
        shared.year == reach.year
            && shared.actions.contains(&reach.action.nr)
            && folded(shared.provider) == folded(reach.provider)
    })
}

/// What is said of the counts that may stand twice in these rows.
pub(in crate::report) fn doubt_notes(
    analysis: &Analysis<'_>,
    rows: &[&ActionAttainment<'_>],
) -> Vec<Sentence> {
    let in_rows = |shared: &&SharedProvider<'_>| rows.iter().any(|row| row.year == shared.year);
    in_doubt(analysis)
        .filter(in_rows)
        .filter_map(|shared| Some(Box::new(doubt(shared, rows)?) as Sentence))
        .collect()
}

/// Providers whose count may hold the same people as another action's.
pub(super) fn in_doubt<'a, 'b>(
    analysis: &'b Analysis<'a>,
) -> impl Iterator<Item = &'b SharedProvider<'a>> {
    analysis.overlap.iter().filter(|row| {
        row.count.is_ok() && row.same_people != Some(false) && row.double_investment != Some(true)
    })
}

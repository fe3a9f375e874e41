//! Counts that may hold the same people twice: which targets they decide, and how
//! far they reach into the bars.

use super::doubt::{Doubt, Together, doubt};
use crate::analysis::{ActionAttainment, Analysis, ProviderReach, SharedProvider};
use crate::model::{ActionNr, ProviderKey, Ratio, YearNr, folded};
use crate::wording::Sentence;
use std::collections::{BTreeMap, BTreeSet};

/// How sure it is that a count stands twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::report) enum Doubling {
    /// The dossier says so: the same people, without double investment.
    Declared,
    /// Nobody says that it does not.
    Possible,
}

impl Doubling {
    /// How sure it is of this provider.
    pub(super) fn of(shared: &SharedProvider<'_>) -> Self {
        match (shared.same_people, shared.double_investment) {
            (Some(true), Some(false)) => Self::Declared,
            _ => Self::Possible,
        }
    }
}

/// A reached target that is missed without what stands twice.
#[derive(Debug, Clone)]
pub(in crate::report) struct DoubtfulTarget {
    pub(in crate::report) year: YearNr,
    pub(in crate::report) action: ActionNr,
    pub(in crate::report) doubling: Doubling,
    /// The counts that decide: each by itself, or else all together.
    pub(in crate::report) counts: Vec<i64>,
    /// What is left and the target, where only all together decide.
    together: Option<(i64, u64)>,
}

/// The targets of these rows that are reached, and missed without what stands twice.
pub(in crate::report) fn doubtful_targets(
    analysis: &Analysis<'_>,
    rows: &[&ActionAttainment<'_>],
) -> Vec<DoubtfulTarget> {
    rows.iter()
        .filter_map(|row| doubtful_target(analysis, row))
        .collect()
}

/// How many reached targets a doubtful count could change, and those counts, each once.
pub(in crate::report) fn doubts(
    analysis: &Analysis<'_>,
    rows: &[&ActionAttainment<'_>],
) -> (u64, Vec<i64>) {
    let targets = doubtful_targets(analysis, rows);
    let number = u64::try_from(targets.len()).unwrap_or(u64::MAX);
    (number, counts_of(&targets))
}

/// The counts that decide these targets, each once.
pub(in crate::report) fn counts_of<'a>(
    targets: impl IntoIterator<Item = &'a DoubtfulTarget>,
) -> Vec<i64> {
    let mut told = BTreeSet::new();
    let counts = targets.into_iter().flat_map(|target| &target.counts);
    counts
        .copied()
        .filter(|count| told.insert(*count))
        .collect()
}

/// A row as a doubtful target: by what the dossier declares double, else by all that
/// may be.
fn doubtful_target(analysis: &Analysis<'_>, row: &ActionAttainment<'_>) -> Option<DoubtfulTarget> {
    let all = counts_under(analysis, row);
    let declared = all.iter().filter(|(how, _)| *how == Doubling::Declared);
    let declared: Vec<i64> = declared.map(|(_, count)| *count).collect();
    let all: Vec<i64> = all.into_iter().map(|(_, count)| count).collect();
    decided_by(row, Doubling::Declared, declared)
        .or_else(|| decided_by(row, Doubling::Possible, all))
}

fn decided_by(
    row: &ActionAttainment<'_>,
    doubling: Doubling,
    counts: Vec<i64>,
) -> Option<DoubtfulTarget> {
    let (reached, target) = (row.reached.clone().ok()?, row.target.clone().ok()?);
    let holds = |number: i64| i128::from(number) >= i128::from(target);
    let left = reached - counts.iter().sum::<i64>();
    if !holds(reached) || holds(left) {
        return None;
    }
    let alone: Vec<i64> = counts
        .iter()
        .copied()
        .filter(|count| !holds(reached - count))
        .collect();
    let is_together = alone.is_empty();
    Some(DoubtfulTarget {
        year: row.year,
        action: row.action.nr,
        doubling,
        counts: if is_together { counts } else { alone },
        together: is_together.then_some((left, target)),
    })
}

/// What may stand twice under an action in a year: one count for each provider,
/// though several lines of the dossier may name it.
fn counts_under(analysis: &Analysis<'_>, row: &ActionAttainment<'_>) -> Vec<(Doubling, i64)> {
    let mut counts: Vec<(Doubling, i64)> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let shared = in_doubt(analysis)
        .filter(|shared| shared.year == row.year && shared.actions.contains(&row.action.nr));
    for shared in shared {
        let Some(count) = shared.count.clone().ok().filter(|count| *count > 0) else {
            continue;
        };
        let how = Doubling::of(shared);
        let place = *places
            .entry(folded(shared.provider))
            .or_insert(counts.len());
        match counts.get_mut(place) {
            Some((known, _)) => *known = how.min(*known),
            None => counts.push((how, count)),
        }
    }
    counts
}

/// The part of each row's bar that may be counted twice.
pub(super) fn doubtful(
    analysis: &Analysis<'_>,
    rows: &[&ActionAttainment<'_>],
) -> BTreeMap<usize, Ratio> {
    let share = |row: &ActionAttainment<'_>| {
        let counts = counts_under(analysis, row);
        let count: i64 = counts.into_iter().map(|(_, count)| count).sum();
        Ratio::new(count, row.target.clone().ok()?).filter(|_| count > 0)
    };
    rows.iter()
        .enumerate()
        .filter_map(|(index, row)| Some((index, share(row)?)))
        .collect()
}

/// What providers reached under actions that may hold the same people as another
/// action's: found once, since every bar asks it of each of its providers.
#[derive(Debug)]
pub(in crate::report) struct DoubtfulReach(BTreeSet<(YearNr, ActionNr, ProviderKey)>);

impl DoubtfulReach {
    /// Those of an analysis.
    pub(in crate::report) fn of(analysis: &Analysis<'_>) -> Self {
        let mut shared: BTreeMap<(YearNr, String), BTreeSet<ActionNr>> = BTreeMap::new();
        for row in in_doubt(analysis) {
            let under = shared.entry((row.year, folded(row.provider))).or_default();
            under.extend(&row.actions);
        }
        let is_shared = |reach: &&ProviderReach<'_>| {
            let under = shared.get(&(reach.year, folded(reach.provider)));
            under.is_some_and(|under| under.contains(&reach.action.nr))
        };
        let reached = analysis.providers.iter().filter(is_shared);
        Self(reached.map(key).collect())
    }

    /// Whether this is one of them.
    pub(in crate::report) fn has(&self, reach: &ProviderReach<'_>) -> bool {
        self.0.contains(&key(reach))
    }
}

fn key(reach: &ProviderReach<'_>) -> (YearNr, ActionNr, ProviderKey) {
    (reach.year, reach.action.nr, reach.key)
}

/// What is said of the counts that may stand twice in these rows.
pub(in crate::report) fn doubt_notes(
    analysis: &Analysis<'_>,
    rows: &[&ActionAttainment<'_>],
) -> Vec<Sentence> {
    let mut notes = notes_by_provider(analysis, rows);
    notes.extend(notes_by_action(analysis, rows));
    notes
}

/// What each count does by itself.
pub(super) fn notes_by_provider(
    analysis: &Analysis<'_>,
    rows: &[&ActionAttainment<'_>],
) -> Vec<Sentence> {
    let in_rows = |shared: &&SharedProvider<'_>| rows.iter().any(|row| row.year == shared.year);
    let names_years = are_of_several_years(rows);
    let note = |shared| -> Option<Doubt> { doubt(shared, rows, names_years) };
    in_doubt(analysis)
        .filter(in_rows)
        .filter_map(|shared| Some(Box::new(note(shared)?) as Sentence))
        .collect()
}

/// The targets that no count decides by itself, and all together do.
pub(super) fn notes_by_action(
    analysis: &Analysis<'_>,
    rows: &[&ActionAttainment<'_>],
) -> Vec<Sentence> {
    let names_years = are_of_several_years(rows);
    let note = |it: DoubtfulTarget| {
        let (left, target) = it.together?;
        Some(Together {
            year: names_years.then_some(it.year),
            action: it.action,
            doubling: it.doubling,
            left,
            target,
        })
    };
    doubtful_targets(analysis, rows)
        .into_iter()
        .filter_map(|it| Some(Box::new(note(it)?) as Sentence))
        .collect()
}

fn are_of_several_years(rows: &[&ActionAttainment<'_>]) -> bool {
    rows.windows(2).any(|two| two[0].year != two[1].year)
}

/// Providers whose count may hold the same people as another action's.
fn in_doubt<'a, 'b>(analysis: &'b Analysis<'a>) -> impl Iterator<Item = &'b SharedProvider<'a>> {
    analysis.overlap.iter().filter(|row| {
        row.count.is_ok() && row.same_people != Some(false) && row.double_investment != Some(true)
    })
}

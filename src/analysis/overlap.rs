//! One provider with the same count under several actions: the same people?

use super::by_provider::ByProvider;
use super::{ActionAttainment, ProviderReach};
use crate::model::{Account, ActionNr, Known, KpiKind, Overlap, ProviderKey, Unknown, YearNr};
use std::collections::{BTreeMap, BTreeSet};

/// Counts below this are too common to mean anything when they are the same.
const LEAST_COUNT: i64 = 10;

/// A provider under several actions of one year.
#[derive(Debug)]
pub struct SharedProvider<'a> {
    /// The year.
    pub year: YearNr,
    /// The provider.
    pub provider: &'a str,
    /// The actions, in the scheme's order.
    pub actions: Vec<ActionNr>,
    /// The count that stands under each of them.
    pub count: Known<i64>,
    /// What the actions reached together, as counted.
    pub with_doubles: Known<i64>,
    /// The same when the count is taken once.
    pub without_doubles: Known<i64>,
    /// Whether they are the same people, if the dossier says so.
    pub same_people: Option<bool>,
    /// Whether double the investment was made, if the dossier says so.
    pub double_investment: Option<bool>,
    /// What the dossier declares, if it does.
    pub declared: Option<&'a Overlap>,
}

pub(super) fn overlap<'a>(
    account: &'a Account,
    attainment: &[ActionAttainment<'a>],
    providers: &[ProviderReach<'a>],
) -> Vec<SharedProvider<'a>> {
    let overlaps = &account.dossier.overlaps;
    let by_provider = |it: &'a Overlap| (it.year, it.provider.as_str(), it);
    let by_provider = ByProvider::new(overlaps.iter().map(by_provider));
    let is_covered = |row: &SharedProvider<'_>| {
        let mut overlaps = by_provider.of(row.year, row.provider).iter();
        overlaps.any(|overlap| covers(overlap, row))
    };
    let mut rows = suspected(account, providers);
    rows.retain(|row| !is_covered(row));
    let reached = providers
        .iter()
        .filter(|it| !by_provider.of(it.year, it.provider).is_empty());
    let reached = ByProvider::new(reached.map(|it| (it.year, it.provider, it)));
    rows.extend(
        overlaps
            .iter()
            .map(|overlap| declared(overlap, account, &reached)),
    );
    for row in &mut rows {
        (row.with_doubles, row.without_doubles) = totals(row, attainment);
    }
    rows.sort_by(|a, b| {
        let order =
            |row: &SharedProvider<'_>| row.actions.first().map(|nr| account.scheme.order(*nr));
        (a.year, order(a), a.provider).cmp(&(b.year, order(b), b.provider))
    });
    rows
}

/// Whether an overlap of this provider in this year is about all actions of a row.
fn covers(overlap: &Overlap, row: &SharedProvider<'_>) -> bool {
    let mut actions = row.actions.iter();
    actions.all(|action| overlap.actions.contains(action))
}

/// Same year, provider and count under two or more actions that add.
fn suspected<'a>(account: &'a Account, providers: &[ProviderReach<'a>]) -> Vec<SharedProvider<'a>> {
    let mut same: BTreeMap<(YearNr, ProviderKey, i64), Vec<&ProviderReach<'a>>> = BTreeMap::new();
    for row in providers {
        let adds = matches!(row.kind, KpiKind::Flow | KpiKind::Distinct);
        // What is hidden is the same as nothing that is told.
        let Ok(reached) = row.reached else { continue };
        if adds && reached >= LEAST_COUNT && !row.provider.is_empty() {
            same.entry((row.year, row.key, reached))
                .or_default()
                .push(row);
        }
    }
    same.into_iter()
        .filter(|(_, rows)| rows.len() > 1)
        .map(|((year, _, count), rows)| SharedProvider {
            year,
            provider: rows[0].provider,
            actions: in_order(account, rows.iter().map(|row| row.action.nr)),
            count: Ok(count),
            with_doubles: Err(Unknown::Reached),
            without_doubles: Err(Unknown::Reached),
            same_people: None,
            double_investment: None,
            declared: None,
        })
        .collect()
}

fn declared<'a>(
    overlap: &'a Overlap,
    account: &'a Account,
    reached: &ByProvider<&ProviderReach<'a>>,
) -> SharedProvider<'a> {
    let actions = in_order(account, overlap.actions.iter().copied());
    let rows = reached.of(overlap.year, &overlap.provider).iter();
    let rows = rows.filter(|row| actions.contains(&row.action.nr));
    let counts: Known<Vec<i64>> = rows.map(|row| row.reached.clone()).collect();
    let count = counts.and_then(|counts| same_count(&counts, actions.len()));
    SharedProvider {
        year: overlap.year,
        provider: &overlap.provider,
        actions,
        count,
        with_doubles: Err(Unknown::Reached),
        without_doubles: Err(Unknown::Reached),
        same_people: overlap.same_people,
        double_investment: overlap.double_investment,
        declared: Some(overlap),
    }
}

/// The count that stands under each of so many actions.
fn same_count(counts: &[i64], actions: usize) -> Known<i64> {
    match counts.split_first() {
        Some((first, rest)) if counts.len() == actions => {
            if rest.iter().all(|count| count == first) {
                Ok(*first)
            } else {
                Err(Unknown::CountsDiffer)
            }
        }
        _ => Err(Unknown::Reached),
    }
}

fn in_order(account: &Account, actions: impl Iterator<Item = ActionNr>) -> Vec<ActionNr> {
    let once: BTreeSet<ActionNr> = actions.collect();
    let mut actions: Vec<ActionNr> = once.into_iter().collect();
    actions.sort_by_key(|nr| account.scheme.order(*nr));
    actions
}

fn totals(
    row: &SharedProvider<'_>,
    attainment: &[ActionAttainment<'_>],
) -> (Known<i64>, Known<i64>) {
    let reached = attainment
        .iter()
        .filter(|it| it.year == row.year && row.actions.contains(&it.action.nr))
        .map(|it| it.reached.clone());
    let with: Known<i64> = reached.sum();
    let repeats = i64::try_from(row.actions.len().saturating_sub(1)).unwrap_or(0);
    let without = with
        .clone()
        .and_then(|with| Ok(with - row.count.clone()? * repeats));
    (with, without)
}

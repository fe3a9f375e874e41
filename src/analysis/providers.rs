//! What each provider reached under an action in a project year.

use super::ActionAttainment;
use super::attainment::{reached_once, state_on};
use super::small_cells::{Hiding, is_there};
use crate::model::{
    Account, DossierAction, Known, KpiKind, Person, ProviderKey, Ratio, Unknown, YearNr, folded,
};
use std::collections::{BTreeMap, BTreeSet};

/// One provider under one action in one year.
#[derive(Debug)]
pub struct ProviderReach<'a> {
    /// The year.
    pub year: YearNr,
    /// The action in the dossier.
    pub action: &'a DossierAction,
    /// The provider; empty where the rows name none.
    pub provider: &'a str,
    /// Its number in the tallies.
    pub key: ProviderKey,
    /// What it reached.
    pub reached: Known<i64>,
    /// That out of what the action reached.
    pub share: Known<Ratio>,
    /// How the KPI adds up.
    pub kind: KpiKind,
}

pub(super) fn providers<'a>(
    account: &'a Account,
    attainment: &[ActionAttainment<'a>],
    hiding: &Hiding,
) -> Vec<ProviderReach<'a>> {
    let ranks = ranks(account);
    attainment
        .iter()
        .filter(|row| is_there(&row.reached))
        .flat_map(|row| of_action(account, row, &ranks, hiding))
        .collect()
}

/// The place of each provider among all of them, by name; once for all actions and years.
fn ranks(account: &Account) -> BTreeMap<ProviderKey, usize> {
    let names = (0..).map(ProviderKey).zip(&account.tallies.providers);
    let mut keys: Vec<(String, ProviderKey)> =
        names.map(|(key, name)| (folded(name), key)).collect();
    keys.sort();
    keys.into_iter().map(|(_, key)| key).zip(0..).collect()
}

fn of_action<'a>(
    account: &'a Account,
    row: &ActionAttainment<'a>,
    ranks: &BTreeMap<ProviderKey, usize>,
    hiding: &Hiding,
) -> Vec<ProviderReach<'a>> {
    let mut reached: Vec<(ProviderKey, i64)> = sums(account, row).into_iter().collect();
    let name = |key: ProviderKey| account.tallies.provider(key);
    reached.sort_by_key(|(key, _)| ranks.get(key).copied());
    reached
        .into_iter()
        .map(|(key, reached)| {
            let told = hiding.provider(row.year, row.action.nr, key);
            let reached = told.map(|()| reached);
            ProviderReach {
                year: row.year,
                action: row.action,
                provider: name(key),
                key,
                share: share(&reached, &row.reached),
                reached,
                kind: row.kind,
            }
        })
        .collect()
}

fn share(reached: &Known<i64>, of: &Known<i64>) -> Known<Ratio> {
    Ratio::new(reached.clone()?, of.clone()?).ok_or(Unknown::NothingToShare)
}

fn sums(account: &Account, row: &ActionAttainment<'_>) -> BTreeMap<ProviderKey, i64> {
    match row.kind {
        KpiKind::Headcount => states(account, row),
        KpiKind::Distinct => persons(account, row),
        KpiKind::Milestone => milestones(account, row),
        KpiKind::Flow => counts(account, row),
    }
}

fn counts(account: &Account, row: &ActionAttainment<'_>) -> BTreeMap<ProviderKey, i64> {
    let mut sums = BTreeMap::new();
    for (provider, count) in account.tallies.counts(row.action.nr, row.year) {
        *sums.entry(provider).or_insert(0) += count;
    }
    sums
}

/// 1 for each provider that reached the milestone, else 0.
fn milestones(account: &Account, row: &ActionAttainment<'_>) -> BTreeMap<ProviderKey, i64> {
    let mut marks: BTreeMap<ProviderKey, Vec<i64>> = BTreeMap::new();
    if let Some(period) = account.scheme.period(row.year) {
        for (provider, _, mark) in account
            .tallies
            .marks(row.action.nr, period.start, period.end)
        {
            marks.entry(provider).or_default().push(mark);
        }
    }
    let reached = |marks: Vec<i64>| reached_once(marks.into_iter()).ok();
    marks
        .into_iter()
        .filter_map(|(provider, marks)| Some((provider, reached(marks)?)))
        .collect()
}

fn states(account: &Account, row: &ActionAttainment<'_>) -> BTreeMap<ProviderKey, i64> {
    let Some(period) = account.scheme.period(row.year) else {
        return BTreeMap::new();
    };
    let keys = account.tallies.states.keys();
    let named: BTreeSet<ProviderKey> = keys
        .filter(|(action, ..)| *action == row.action.nr)
        .map(|(_, provider, _)| *provider)
        .collect();
    named
        .into_iter()
        .filter_map(|key| {
            let state = state_on(&account.tallies, row.action.nr, period, |p, _| p == key);
            Some((key, state.ok()?))
        })
        .collect()
}

fn persons(account: &Account, row: &ActionAttainment<'_>) -> BTreeMap<ProviderKey, i64> {
    let mut sums = BTreeMap::new();
    if let Some(persons) = account.tallies.persons.get(&(row.action.nr, row.year)) {
        for (_, provider) in persons.values().filter_map(Person::first) {
            *sums.entry(provider).or_insert(0) += 1;
        }
    }
    sums
}

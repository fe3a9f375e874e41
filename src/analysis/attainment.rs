//! What was reached against the target, per action and project year.
//!
//! How days add up is decided by the kind of the KPI, and nowhere else.

use super::small_cells::Hiding;
use super::{Interim, interim, is_over};
use crate::model::{
    Account, ActionNr, ActionYear, Date, DossierAction, GroupKey, Known, KpiKind, Period, Person,
    ProviderKey, Rate, Ratio, Tallies, Unknown, YearNr,
};

/// One action in one project year.
#[derive(Debug)]
pub struct ActionAttainment<'a> {
    /// The year.
    pub year: YearNr,
    /// The action in the dossier.
    pub action: &'a DossierAction,
    /// What the dossier says of that year.
    pub in_year: &'a ActionYear,
    /// The rate of that year; its unit and kind. The scheme may have none.
    pub rate: Option<&'a Rate>,
    /// How it adds up.
    pub kind: KpiKind,
    /// The KPI target of the grant letter.
    pub target: Known<u64>,
    /// What was reached.
    pub reached: Known<i64>,
    /// Reached out of target.
    pub ratio: Known<Ratio>,
    /// How it stands.
    pub status: AttainmentStatus,
    /// The interim test.
    pub interim: Interim,
    /// Rows set aside that could have changed these figures.
    pub set_aside: u64,
}

/// How an action stands in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AttainmentStatus {
    /// Target, reached or the date unknown.
    Unknown,
    /// At or above the target.
    Reached,
    /// Below it, and the year is over.
    NotReached,
    /// Below it, and the year still runs.
    Running,
}

pub(super) fn attainment<'a>(account: &'a Account, hiding: &Hiding) -> Vec<ActionAttainment<'a>> {
    let years = account.dossier.years.iter();
    years
        .flat_map(|year| account.dossier.actions_in(year.nr))
        .map(|(action, in_year)| in_one_year(account, action, in_year, hiding))
        .collect()
}

fn in_one_year<'a>(
    account: &'a Account,
    action: &'a DossierAction,
    in_year: &'a ActionYear,
    hiding: &Hiding,
) -> ActionAttainment<'a> {
    let rate = account.scheme.rate(action.nr, in_year.nr);
    let kind = account.scheme.kind_of(action.nr, in_year.nr);
    let target = in_year
        .target
        .map(|target| target.value)
        .ok_or(in_year.why_not("target", Unknown::Target));
    let reached = reached(account, action.nr, kind, in_year.nr);
    let hidden = hiding.total(in_year.nr, action.nr);
    let reached = reached.and_then(|reached| hidden.map(|()| reached));
    let ratio = ratio(&reached, &target);
    ActionAttainment {
        year: in_year.nr,
        action,
        in_year,
        rate,
        kind,
        status: status(account, in_year.nr, &reached, &target),
        interim: interim::interim(
            account,
            action.nr,
            kind,
            in_year.nr,
            (&reached, &target),
            hiding,
        ),
        set_aside: account.tallies.set_aside_for(action.nr, in_year.nr),
        target,
        reached,
        ratio,
    }
}

pub(super) fn ratio(reached: &Known<i64>, target: &Known<u64>) -> Known<Ratio> {
    let (reached, target) = (reached.clone()?, target.clone()?);
    Ratio::new(reached, target).ok_or(Unknown::TargetIsZero)
}

fn status(
    account: &Account,
    year: YearNr,
    reached: &Known<i64>,
    target: &Known<u64>,
) -> AttainmentStatus {
    let (Ok(reached), Ok(target)) = (reached, target) else {
        return AttainmentStatus::Unknown;
    };
    if i128::from(*reached) >= i128::from(*target) {
        return AttainmentStatus::Reached;
    }
    match is_over(account, year) {
        Ok(true) => AttainmentStatus::NotReached,
        Ok(false) => AttainmentStatus::Running,
        Err(_) => AttainmentStatus::Unknown,
    }
}

/// What an action reached in a year, or why that is unknown.
fn reached(account: &Account, action: ActionNr, kind: KpiKind, year: YearNr) -> Known<i64> {
    logs_speak_of(account, action, year)?;
    let period = account.period(year)?;
    reached_within(&account.tallies, action, kind, period, year)
}

/// Unknown as long as the logs cannot say anything about the action in that year.
pub(super) fn logs_speak_of(account: &Account, action: ActionNr, year: YearNr) -> Known<()> {
    let tallies = &account.tallies;
    if super::has_begun(account, year) == Ok(false) {
        return Err(Unknown::YearNotBegun(year));
    }
    if tallies.files.is_empty() {
        return Err(Unknown::NoLog);
    }
    let concerns = |of: Option<ActionNr>| of.is_none_or(|of| of == action);
    if let Some(file) = tallies
        .files
        .iter()
        .find(|file| !file.readable && concerns(file.action))
    {
        return Err(Unknown::LogUnreadable(file.path.clone()));
    }
    if !tallies.years.contains(&year) {
        let may_be = |when: &Option<YearNr>| when.is_none_or(|when| when == year);
        let has_lost = tallies.set_aside.keys().any(|(_, when)| may_be(when));
        return Err(if has_lost {
            Unknown::AllSetAside(year)
        } else {
            Unknown::NoRowInYear(year)
        });
    }
    Ok(())
}

/// What an action reached within a stretch of one project year.
pub(super) fn reached_within(
    tallies: &Tallies,
    action: ActionNr,
    kind: KpiKind,
    period: Period,
    year: YearNr,
) -> Known<i64> {
    match kind {
        KpiKind::Flow => Ok(tallies
            .days(action, period.start, period.end)
            .map(|(_, count)| count)
            .sum()),
        KpiKind::Milestone => milestone(tallies, action, period),
        KpiKind::Headcount => state_on(tallies, action, period, |_, _| true),
        KpiKind::Distinct => distinct(tallies, action, period, year),
    }
}

/// Reached as soon as one day of a provider and group is 1.
fn milestone(tallies: &Tallies, action: ActionNr, period: Period) -> Known<i64> {
    reached_once(
        tallies
            .marks(action, period.start, period.end)
            .map(|(_, _, mark)| mark),
    )
}

/// 1 as soon as one of the marks is, 0 when all are; unknown when only others are there.
pub(super) fn reached_once(marks: impl Iterator<Item = i64>) -> Known<i64> {
    let mut is_clear = true;
    for mark in marks {
        match mark {
            1 => return Ok(1),
            0 => {}
            _ => is_clear = false,
        }
    }
    if is_clear {
        Ok(0)
    } else {
        Err(Unknown::MilestoneUnclear)
    }
}

/// The state at the end of a stretch: the last day of each provider and group in
/// it, added up. Unknown when nobody recorded one, and when one is below zero: a correction
/// on another day than the state it corrects says nothing of the state on its own day.
pub(super) fn state_on(
    tallies: &Tallies,
    action: ActionNr,
    period: Period,
    chosen: impl Fn(ProviderKey, GroupKey) -> bool,
) -> Known<i64> {
    let states = tallies
        .states
        .iter()
        .filter(|((of, provider, group), _)| *of == action && chosen(*provider, *group));
    let mut sum = Err(Unknown::NoState);
    for state in states.filter_map(|(_, days)| last_in(days, period)) {
        if state < 0 {
            return Err(Unknown::StateBelowZero);
        }
        sum = Ok(sum.unwrap_or(0) + state);
    }
    sum
}

fn last_in(days: &std::collections::BTreeMap<Date, i64>, period: Period) -> Option<i64> {
    days.range(period.start..=period.end)
        .next_back()
        .map(|(_, state)| *state)
}

/// Unique persons first seen within the stretch.
fn distinct(tallies: &Tallies, action: ActionNr, period: Period, year: YearNr) -> Known<i64> {
    if tallies.untold.contains_key(&(action, year)) {
        return Err(Unknown::PersonsNotTold);
    }
    let persons = tallies.persons.get(&(action, year));
    let seen = persons.map_or(0, |persons| {
        let counted = persons.values().filter_map(Person::first);
        counted.filter(|(first, _)| period.contains(*first)).count()
    });
    Ok(i64::try_from(seen).unwrap_or(i64::MAX))
}

//! Which counts of persons may not be told in what is made public: those below a
//! threshold, and as many others as it takes so that nobody can work them out.
//!
//! It is decided here once, before anything is derived. What is hidden is unknown to
//! every fact, table, chart and finding after it, so none of them can tell it.

mod among;
mod course;

use super::attainment::{ActionAttainment, attainment, reached_within};
use super::by_provider::ByProvider;
use super::providers::{ProviderReach, providers};
use super::{progress, year_over_year};
use crate::model::{Account, ActionNr, Date, Known, Overlap, Period, ProviderKey, Unknown, YearNr};
use std::collections::{BTreeMap, BTreeSet};

/// An action in a project year.
type InYear = (YearNr, ActionNr);

/// What may not be told. Without anything in it, all may.
#[derive(Debug, Default)]
pub(super) struct Hiding {
    /// Of these nothing is told but what single providers reached.
    totals: BTreeSet<InYear>,
    /// What a provider reached.
    providers: BTreeSet<(YearNr, ActionNr, ProviderKey)>,
    /// Of these, what was reached so far is told on the days given, and on no other.
    days: BTreeMap<InYear, BTreeSet<Date>>,
    /// Whether some day that somebody asks for is not among those.
    has_hidden_day: bool,
}

impl Hiding {
    /// Whether what an action reached in a year may be told.
    pub(super) fn total(&self, year: YearNr, action: ActionNr) -> Known<()> {
        told(!self.totals.contains(&(year, action)))
    }

    /// Whether what an action reached from the first day of a year up to `day` may be told.
    pub(super) fn until(&self, year: YearNr, action: ActionNr, day: Date) -> Known<()> {
        self.total(year, action)?;
        let days = self.days.get(&(year, action));
        told(days.is_none_or(|days| days.contains(&day)))
    }

    /// Whether what a provider reached under an action in a year may be told.
    pub(super) fn provider(
        &self,
        year: YearNr,
        action: ActionNr,
        provider: ProviderKey,
    ) -> Known<()> {
        told(!self.providers.contains(&(year, action, provider)))
    }

    /// Whether anything is hidden.
    pub(super) fn is_any(&self) -> bool {
        self.has_hidden_day || !self.totals.is_empty() || !self.providers.is_empty()
    }
}

fn told(may_be: bool) -> Known<()> {
    if may_be { Ok(()) } else { Err(Unknown::Hidden) }
}

/// Whether a figure is known or only hidden: there is one, and a row for it.
pub(super) fn is_there<T>(figure: &Known<T>) -> bool {
    matches!(figure, Ok(_) | Err(Unknown::Hidden))
}

/// Whether a count would point at few persons. Nobody is no one; a correction is as
/// telling as what it corrects.
fn is_small(count: i64, below: i64) -> bool {
    count != 0 && count < below
}

/// What may not be told of an account.
pub(super) fn hiding(account: &Account) -> Hiding {
    let Some(below) = account.hidden_below else {
        return Hiding::default();
    };
    let all = Hiding::default();
    let attainment = attainment(account, &all);
    let reached = providers(account, &attainment, &all);
    let alike = ByProvider::new(overlaps(account).map(|it| (it.year, it.provider.as_str(), it)));
    let mut hiding = Hiding::default();
    let counted = || attainment.iter().filter(|row| counts_persons(account, row));
    for row in counted() {
        let of_row: Vec<&ProviderReach<'_>> = reached
            .iter()
            .filter(|it| it.year == row.year && it.action.nr == row.action.nr)
            .collect();
        hide_providers(&mut hiding, &alike, row, &of_row, below);
    }
    hide_alike(&mut hiding, account, (&alike, &reached));
    for row in counted() {
        hide_days(&mut hiding, account, row, below);
    }
    hiding
}

fn counts_persons(account: &Account, row: &ActionAttainment<'_>) -> bool {
    account.scheme.counts_persons(row.action.nr, row.year)
}

/// Of what providers reached, what may not be told beside the total.
///
/// Where the same people stand under another action as well, that action may tell which
/// of these counts are small, and from that and the rule the counts themselves. So among
/// them one small count hides all, and nothing depends on how large the others are.
fn hide_providers(
    hiding: &mut Hiding,
    alike: &ByProvider<&Overlap>,
    row: &ActionAttainment<'_>,
    of_row: &[&ProviderReach<'_>],
    below: i64,
) {
    let Ok(total) = row.reached else { return };
    let counts: Vec<(ProviderKey, i64)> = of_row
        .iter()
        .filter_map(|it| Some((it.key, it.reached.clone().ok()?)))
        .collect();
    let parts: Vec<i64> = counts.iter().map(|(_, count)| *count).collect();
    let is_alike = |it: &&ProviderReach<'_>| {
        let mut overlaps = alike.of(it.year, it.provider).iter();
        overlaps.any(|overlap| overlap.actions.contains(&it.action.nr))
    };
    let hidden = if of_row.iter().any(is_alike) {
        among::all_or_none(&parts, total, below)
    } else {
        among::hidden(&parts, total, below)
    };
    let keys = hidden.parts.into_iter().map(|at| counts[at].0);
    let cells = keys.map(|key| (row.year, row.action.nr, key));
    hiding.providers.extend(cells);
    if hidden.total {
        hiding.totals.insert((row.year, row.action.nr));
    }
}

/// Where the dossier declares, or leaves open, that the same people stand under several
/// actions.
fn overlaps(account: &Account) -> impl Iterator<Item = &Overlap> {
    let overlaps = account.dossier.overlaps.iter();
    overlaps.filter(|overlap| overlap.same_people != Some(false))
}

/// Where the dossier declares that the same people stand under several actions, one of
/// their counts tells the others. So either all are told or none; and then no total
/// either, for totals of several actions with the same unknown can be solved.
fn hide_alike(
    hiding: &mut Hiding,
    account: &Account,
    (overlapping, reached): (&ByProvider<&Overlap>, &[ProviderReach<'_>]),
) {
    let reached = reached
        .iter()
        .filter(|it| !overlapping.of(it.year, it.provider).is_empty());
    let reached = ByProvider::new(reached.map(|it| (it.year, it.provider, it)));
    let of_overlap = |overlap: &Overlap| -> Vec<&ProviderReach<'_>> {
        let rows = reached.of(overlap.year, &overlap.provider).iter();
        let rows = rows.filter(|it| overlap.actions.contains(&it.action.nr));
        rows.copied().collect()
    };
    let alike: Vec<Vec<&ProviderReach<'_>>> = overlaps(account).map(of_overlap).collect();
    loop {
        let before = hiding.providers.len();
        for rows in &alike {
            let is_hidden =
                |it: &&ProviderReach<'_>| hiding.provider(it.year, it.action.nr, it.key).is_err();
            if rows.iter().any(is_hidden) {
                let cells = rows.iter().map(|it| (it.year, it.action.nr, it.key));
                hiding.providers.extend(cells);
                let totals = rows.iter().map(|it| (it.year, it.action.nr));
                hiding.totals.extend(totals);
            }
        }
        if hiding.providers.len() == before {
            break;
        }
    }
}

/// Of the days on which somebody asks what was reached so far, those that may be told.
fn hide_days(hiding: &mut Hiding, account: &Account, row: &ActionAttainment<'_>, below: i64) {
    let (Ok(total), Ok(period)) = (&row.reached, account.period(row.year)) else {
        return;
    };
    let course: Vec<(Date, i64)> = days_asked(account, row.year, period)
        .into_iter()
        .filter_map(|end| {
            let so_far = Period { end, ..period };
            let reached =
                reached_within(&account.tallies, row.action.nr, row.kind, so_far, row.year);
            Some((end, reached.ok()?))
        })
        .collect();
    let counts: Vec<i64> = course.iter().map(|(_, count)| *count).collect();
    let may_be_told = course::told(&counts, *total, below);
    hiding.has_hidden_day |= may_be_told.contains(&false);
    let days = course.iter().zip(may_be_told);
    let days = days.filter(|(_, may_be)| *may_be).map(|((day, _), _)| *day);
    let days = days.collect();
    hiding.days.insert((row.year, row.action.nr), days);
}

/// The ends of months, the interim date, and the days up to which years are compared.
fn days_asked(account: &Account, year: YearNr, period: Period) -> BTreeSet<Date> {
    let mut days: BTreeSet<Date> = progress::months_of(period).map(|month| month.end).collect();
    let interim = account.scheme.year(year).and_then(|year| year.interim_end);
    days.extend(interim);
    days.extend(year_over_year::days_compared(account, year));
    days
}

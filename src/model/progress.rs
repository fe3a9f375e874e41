//! What progress logs add up to. Rows are folded into these tallies one by one,
//! so memory grows with days and providers, never with rows.

use super::{ActionNr, Date, Person, YearNr};
use std::collections::{BTreeMap, BTreeSet};

/// Number of a provider in [`Tallies::providers`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProviderKey(pub u32);

/// Number of a group in [`Tallies::groups`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct GroupKey(pub u32);

/// The sums of all counted rows of all logs.
///
/// Counts are whole numbers of at most nine digits a row, so an `i64` holds the
/// sum of far more rows than a file can have.
#[derive(Debug, Clone, Default)]
pub struct Tallies {
    /// Providers as first spelled; the first is the empty text of rows without one.
    pub providers: Vec<String>,
    /// Groups as first spelled; the first is the empty text of rows without one.
    pub groups: Vec<String>,
    /// Sum per action and day.
    pub per_day: BTreeMap<(ActionNr, Date), i64>,
    /// Sum per action, year, provider and group.
    pub per_group: BTreeMap<(ActionNr, YearNr, ProviderKey, GroupKey), i64>,
    /// For states and milestones: sum per action, provider, group and day.
    pub states: BTreeMap<(ActionNr, ProviderKey, GroupKey), BTreeMap<Date, i64>>,
    /// For `distinct`: each pseudonym per action and year.
    pub persons: BTreeMap<(ActionNr, YearNr), BTreeMap<String, Person>>,
    /// For `distinct`: rows without a pseudonym per action and year.
    pub untold: BTreeMap<(ActionNr, YearNr), u64>,
    /// Rows set aside, by the action and the year that could still be read.
    pub set_aside: BTreeMap<(Option<ActionNr>, Option<YearNr>), u64>,
    /// Years in which a row was counted.
    pub years: BTreeSet<YearNr>,
    /// One entry a log file that the dossier names, in order.
    pub files: Vec<FileTally>,
}

impl Tallies {
    /// Rows set aside that could have changed a figure of `action` in `year`.
    #[must_use]
    pub fn set_aside_for(&self, action: ActionNr, year: YearNr) -> u64 {
        self.set_aside_where(|of| of == action, |when| when == year)
    }

    /// Rows set aside of such an action and year; what could not be read of one may be any.
    #[must_use]
    pub fn set_aside_where(
        &self,
        is_action: impl Fn(ActionNr) -> bool,
        is_year: impl Fn(YearNr) -> bool,
    ) -> u64 {
        let rows = self.set_aside.iter();
        let rows =
            rows.filter(|((of, when), _)| of.is_none_or(&is_action) && when.is_none_or(&is_year));
        rows.map(|(_, rows)| rows).sum()
    }

    /// The sums of `action` in `year`, provider by provider and group by group.
    pub fn counts(
        &self,
        action: ActionNr,
        year: YearNr,
    ) -> impl Iterator<Item = (ProviderKey, i64)> {
        let first = (action, year, ProviderKey(0), GroupKey(0));
        let of_action = self.per_group.range(first..);
        of_action
            .take_while(move |((of, when, ..), _)| (*of, *when) == (action, year))
            .map(|((_, _, provider, _), count)| (*provider, *count))
    }

    /// The days of `action` within a stretch, with their sums.
    pub fn days(
        &self,
        action: ActionNr,
        from: Date,
        to: Date,
    ) -> impl Iterator<Item = (Date, i64)> {
        self.per_day
            .range((action, from)..=(action, to))
            .map(|((_, date), count)| (*date, *count))
    }

    /// The days of `action` within a stretch, provider by provider and group by group.
    pub fn marks(
        &self,
        action: ActionNr,
        from: Date,
        to: Date,
    ) -> impl Iterator<Item = (ProviderKey, Date, i64)> {
        let of_action = self
            .states
            .iter()
            .filter(move |((of, ..), _)| *of == action);
        of_action.flat_map(move |((_, provider, _), days)| {
            days.range(from..=to)
                .map(|(date, mark)| (*provider, *date, *mark))
        })
    }

    /// The name of a provider; empty for rows without one.
    #[must_use]
    pub fn provider(&self, key: ProviderKey) -> &str {
        usize::try_from(key.0)
            .ok()
            .and_then(|index| self.providers.get(index))
            .map_or("", String::as_str)
    }
}

/// How one log file was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileTally {
    /// Path as the dossier writes it.
    pub path: String,
    /// Whether it could be read at all.
    pub readable: bool,
    /// Rows below the header that hold anything.
    pub rows: u64,
    /// Of these, rows that were not counted because something is wrong with them.
    pub set_aside: u64,
    /// The action fixed for the whole file, if any.
    pub action: Option<ActionNr>,
}

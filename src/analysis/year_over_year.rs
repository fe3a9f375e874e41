//! A project year against the one before it. A year that still runs is compared over
//! as many days as it has had, so that half a year never stands against a whole one.

mod same_days;

pub use same_days::SameDays;

use super::attainment::{logs_speak_of, reached_within};
use super::budget::{BudgetNote, changed};
use super::small_cells::Hiding;
use super::{booked, has_begun};
use crate::model::{
    Account, ActionNr, Date, DossierAction, Euro, Known, KpiKind, Period, Ratio, Unknown, YearNr,
};
use rust_decimal::Decimal;
use same_days::{Stretches, stretches};

/// One project year against the one before it, of an action or of the whole dossier.
#[derive(Debug)]
pub struct YearOverYear<'a> {
    /// The year.
    pub year: YearNr,
    /// The action; none for the whole dossier.
    pub action: Option<&'a DossierAction>,
    /// Over which days both years are compared, where the year still runs.
    pub running: Option<SameDays>,
    /// What was reached; nothing for the whole dossier, because units differ.
    pub reached: Compared<i64>,
    /// What was spent of the award.
    pub spent: Compared<Euro>,
    /// What the comparison must know.
    pub note: Option<BudgetNote>,
    /// Rows of logs and bookings set aside that could have changed a figure of either year,
    /// by their year and action; who paid a booking is not kept of them.
    pub set_aside: u64,
}

/// A figure of two years. What does not apply to a year is none.
#[derive(Debug, PartialEq, Eq)]
pub struct Compared<T> {
    /// In the year.
    pub now: Option<Known<T>>,
    /// In the year before.
    pub before: Option<Known<T>>,
    /// How much more in the year than in the one before.
    pub change: Option<Known<T>>,
    /// That out of the year before.
    pub ratio: Option<Known<Ratio>>,
}

/// Two consecutive years of the dossier.
struct Pair<'a> {
    year: YearNr,
    before: YearNr,
    stretches: Known<Stretches>,
    hiding: &'a Hiding,
}

/// For each year with a year before it in the dossier: a row for every action that runs
/// in either, then one for the whole dossier.
pub(super) fn year_over_year<'a>(account: &'a Account, hiding: &Hiding) -> Vec<YearOverYear<'a>> {
    let dossier = &account.dossier;
    let mut rows = Vec::new();
    for year in &dossier.years {
        let Some(pair) = pair(account, year.nr, hiding) else {
            continue;
        };
        let runs =
            |it: &&DossierAction| it.year(pair.year).is_some() || it.year(pair.before).is_some();
        let actions = dossier.actions.iter().filter(runs);
        rows.extend(actions.map(|action| of_action(account, &pair, action)));
        rows.push(whole(account, &pair));
    }
    rows
}

fn pair<'a>(account: &Account, year: YearNr, hiding: &'a Hiding) -> Option<Pair<'a>> {
    let before = YearNr(year.0.checked_sub(1)?);
    account.dossier.year(before)?;
    Some(Pair {
        year,
        before,
        stretches: stretches(account, year, before),
        hiding,
    })
}

/// The days up to which a year is compared, with the one before it and the one after.
pub(super) fn days_compared(account: &Account, year: YearNr) -> Vec<Date> {
    let with_before = year.0.checked_sub(1).map(YearNr);
    let with_before = with_before.and_then(|before| stretches(account, year, before).ok());
    let with_after = year.0.checked_add(1).map(YearNr);
    let with_after = with_after.and_then(|after| stretches(account, after, year).ok());
    let of_year = with_before.map(|both| both.now.end);
    let of_before = with_after.map(|both| both.before.end);
    of_year.into_iter().chain(of_before).collect()
}

/// Rows of logs and bookings set aside that could have changed a figure of one of two
/// years; of one action, or of the whole dossier.
fn set_aside(account: &Account, pair: &Pair<'_>, action: Option<ActionNr>) -> u64 {
    let is_meant = |of: ActionNr| match action {
        Some(action) => of == action,
        None => account.dossier.action(of).is_some(),
    };
    let both = [pair.before, pair.year];
    let of_logs = account
        .tallies
        .set_aside_where(is_meant, |when| both.contains(&when));
    of_logs
        + account
            .bookings
            .set_aside_within((pair.before, pair.year), action)
}

fn whole<'a>(account: &Account, pair: &Pair<'_>) -> YearOverYear<'a> {
    YearOverYear {
        year: pair.year,
        action: None,
        running: pair.running(),
        reached: Compared::nothing(),
        spent: spent(account, pair, None, [Side::Runs; 2]),
        note: None,
        set_aside: set_aside(account, pair, None),
    }
}

fn of_action<'a>(
    account: &'a Account,
    pair: &Pair<'_>,
    action: &'a DossierAction,
) -> YearOverYear<'a> {
    let side = |year| match action.year(year) {
        Some(_) => Side::Runs,
        None if action.has_unreadable_year => Side::Unreadable,
        None => Side::DoesNotRun,
    };
    let sides = [side(pair.year), side(pair.before)];
    let note = note(account, pair, action, sides[0]);
    let mut reached = reached(account, pair, action.nr, sides);
    if note == Some(BudgetNote::UnitChanged) {
        reached.refuse(&Unknown::UnitChanged);
    }
    YearOverYear {
        year: pair.year,
        action: Some(action),
        running: pair.running(),
        reached,
        spent: spent(account, pair, Some(action.nr), sides),
        note,
        set_aside: set_aside(account, pair, Some(action.nr)),
    }
}

/// Whether there are figures of an action in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Runs,
    DoesNotRun,
    /// The dossier names years of the action that cannot be read, perhaps this one.
    Unreadable,
}

impl Side {
    /// What the year has, if it can have anything.
    fn figure<T>(self, figure: impl FnOnce() -> Known<T>) -> Option<Known<T>> {
        match self {
            Self::Runs => Some(figure()),
            Self::DoesNotRun => None,
            Self::Unreadable => Some(Err(Unknown::LineUnreadable)),
        }
    }
}

fn note(
    account: &Account,
    pair: &Pair<'_>,
    action: &DossierAction,
    now: Side,
) -> Option<BudgetNote> {
    if now == Side::DoesNotRun {
        return Some(BudgetNote::Stopped);
    }
    changed(account, action, pair.before, action.year(pair.year)?)
}

/// What was reached by an action in both years.
fn reached(
    account: &Account,
    pair: &Pair<'_>,
    action: ActionNr,
    sides: [Side; 2],
) -> Compared<i64> {
    let [now, before] = sides;
    let reached_in = |year, stretch: Known<Period>| {
        let reached = reached_in(account, action, year, stretch.clone())?;
        let told = pair.hiding.until(year, action, stretch?.end);
        told.map(|()| reached)
    };
    let now = now.figure(|| reached_in(pair.year, pair.of_year()));
    let before = before.figure(|| reached_in(pair.before, pair.of_before()));
    let mut compared = Compared::of(now, before, i64::saturating_sub, Decimal::from);
    let kind = |year| account.scheme.kind_of(action, year);
    if kind(pair.year) != kind(pair.before) {
        compared.refuse(&Unknown::NotCompared);
    }
    compared
}

fn reached_in(
    account: &Account,
    action: ActionNr,
    year: YearNr,
    stretch: Known<Period>,
) -> Known<i64> {
    let kind = account.scheme.kind_of(action, year);
    if kind == KpiKind::Milestone {
        return Err(Unknown::NotCompared);
    }
    logs_speak_of(account, action, year)?;
    let stretch = stretch?;
    // A log that holds only totals of the year says nothing about a part of it.
    let known_until = account.period(year)?.end.min(account.today()?);
    let days = &account.tallies;
    let has_row = || {
        days.days(action, stretch.start, stretch.end)
            .next()
            .is_some()
    };
    if stretch.end < known_until && !has_row() {
        return Err(Unknown::NoRowByInterim(stretch.end));
    }
    reached_within(&account.tallies, action, kind, stretch, year)
}

/// What was spent of the award in both years; by one action, or by the whole dossier.
fn spent(
    account: &Account,
    pair: &Pair<'_>,
    action: Option<ActionNr>,
    sides: [Side; 2],
) -> Compared<Euro> {
    let in_year = |year: YearNr, stretch: Known<Period>| {
        let bookings = booked::speaking_of(account, year)?;
        if has_begun(account, year) == Ok(false) {
            return Err(Unknown::YearNotBegun(year));
        }
        stretch.map(|stretch| bookings.spent_within(action, &stretch))
    };
    let [now, before] = sides;
    Compared::of(
        now.figure(|| in_year(pair.year, pair.of_year())),
        before.figure(|| in_year(pair.before, pair.of_before())),
        |now, before| now - before,
        Euro::decimal,
    )
}

impl Pair<'_> {
    fn running(&self) -> Option<SameDays> {
        self.stretches.as_ref().ok()?.running
    }

    fn of_year(&self) -> Known<Period> {
        self.stretches.clone().map(|stretches| stretches.now)
    }

    fn of_before(&self) -> Known<Period> {
        self.stretches.clone().map(|stretches| stretches.before)
    }
}

impl<T: Copy> Compared<T> {
    /// Two figures and what is between them; nothing is between a figure and none.
    fn of(
        now: Option<Known<T>>,
        before: Option<Known<T>>,
        less: fn(T, T) -> T,
        decimal: fn(T) -> Decimal,
    ) -> Self {
        let both = now.clone().zip(before.clone());
        let both = both.map(|(now, before)| Ok((now?, before?)));
        let ratio = |(now, before): (T, T)| share(decimal(less(now, before)), decimal(before));
        Self {
            now,
            before,
            change: both
                .clone()
                .map(|both| both.map(|(now, before)| less(now, before))),
            ratio: both.map(|both| both.and_then(ratio)),
        }
    }

    fn nothing() -> Self {
        Self {
            now: None,
            before: None,
            change: None,
            ratio: None,
        }
    }

    /// The same figures, and why nothing may be said of what is between them.
    fn refuse(&mut self, why: &Unknown) {
        if self.change.is_some() {
            self.change = Some(Err(why.clone()));
            self.ratio = Some(Err(why.clone()));
        }
    }
}

/// A change out of the year before.
fn share(change: Decimal, before: Decimal) -> Known<Ratio> {
    if before.is_zero() {
        return Err(Unknown::NothingBefore);
    }
    Ratio::new(change, before).ok_or(Unknown::NothingToShare)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compared(now: Option<Known<i64>>, before: Option<Known<i64>>) -> Compared<i64> {
        Compared::of(now, before, i64::saturating_sub, Decimal::from)
    }

    #[test]
    fn a_change_is_a_share_of_the_year_before() {
        let more = compared(Some(Ok(130)), Some(Ok(120)));
        assert_eq!(more.change, Some(Ok(10)));
        assert_eq!(
            more.ratio,
            Some(Ok(Ratio::new(10, 120).expect("120 is a whole")))
        );
        let less = compared(Some(Ok(0)), Some(Ok(3)));
        assert_eq!(
            less.ratio,
            Some(Ok(Ratio::new(-3, 3).expect("3 is a whole")))
        );
    }

    #[test]
    fn nothing_before_gives_a_change_and_no_share() {
        let from_nothing = compared(Some(Ok(7)), Some(Ok(0)));
        assert_eq!(from_nothing.change, Some(Ok(7)));
        assert_eq!(from_nothing.ratio, Some(Err(Unknown::NothingBefore)));
        let below_nothing = compared(Some(Ok(7)), Some(Ok(-2)));
        assert_eq!(below_nothing.change, Some(Ok(9)));
        assert_eq!(below_nothing.ratio, Some(Err(Unknown::NothingToShare)));
    }

    #[test]
    fn what_does_not_apply_is_not_unknown() {
        let new = compared(Some(Ok(7)), None);
        assert_eq!((new.before, new.change, new.ratio), (None, None, None));
        let mut stopped = compared(None, Some(Err(Unknown::NoLog)));
        stopped.refuse(&Unknown::UnitChanged);
        assert_eq!((stopped.now, stopped.change), (None, None));
    }

    #[test]
    fn unknown_keeps_its_reason() {
        let unknown = compared(Some(Err(Unknown::NoLog)), Some(Ok(0)));
        assert_eq!(unknown.change, Some(Err(Unknown::NoLog)));
        assert_eq!(unknown.ratio, Some(Err(Unknown::NoLog)));
    }
}

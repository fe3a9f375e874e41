//! Money from year to year as a chain: what came in, the award, what was spent, and
//! where the rest went. It closes to the cent, or says what is open.

use super::{BudgetRow, booked, has_begun, is_over};
use crate::model::{Account, ActionNr, CarryOver, Euro, Known, Payer, Unknown, YearNr};

/// What a link of the chain is about.
#[derive(Clone, Copy)]
pub(super) struct Link<'k> {
    /// The year.
    pub(super) year: YearNr,
    /// The action; none for the whole dossier.
    pub(super) action: Option<ActionNr>,
    /// Its award.
    pub(super) award: &'k Known<Euro>,
}

/// One link of the chain.
pub(super) struct Chain {
    pub(super) carried_in: Known<Euro>,
    pub(super) transferred: Known<Euro>,
    pub(super) available: Known<Euro>,
    pub(super) spent: Known<Euro>,
    pub(super) left: Known<Euro>,
    pub(super) carried_out: Known<Euro>,
    pub(super) repaid: Known<Euro>,
    pub(super) open: Known<Euro>,
    /// The first year whose bookings these figures follow from.
    pub(super) since: YearNr,
    pub(super) set_aside: u64,
}

/// The link of a year, after the rows of `earlier` years; `actions` are those of the
/// same year, where the link is about the whole of it.
pub(super) fn chain(
    account: &Account,
    link: Link<'_>,
    earlier: &[BudgetRow<'_>],
    actions: &[BudgetRow<'_>],
) -> Chain {
    let carried_in = carried_in(account, &link, earlier);
    let transferred = transferred(account, &link);
    let available: Known<Euro> = [link.award, &carried_in, &transferred]
        .into_iter()
        .cloned()
        .sum();
    let spent = spent(account, &link);
    let left = less(&available, &spent);
    let repaid = repaid(account, &link);
    let carried_out = carried_out(account, &link, (&left, &repaid), actions);
    let since = since(account, &link, earlier);
    Chain {
        open: less(&less(&left, &carried_out), &repaid),
        carried_in,
        transferred,
        available,
        spent,
        left,
        carried_out,
        repaid,
        since,
        set_aside: account
            .bookings
            .set_aside_within((since, link.year), link.action),
    }
}

/// What was spent of the award. Where no booking of the year names an action, nobody
/// can say what each action spent.
fn spent(account: &Account, link: &Link<'_>) -> Known<Euro> {
    if has_begun(account, link.year) == Ok(false) {
        booked::speaking(account)?;
        return Err(Unknown::YearNotBegun(link.year));
    }
    let Some(action) = link.action else {
        return booked::spent(account, link.year, |_| true);
    };
    let sums = booked::speaking(account)?.sums.keys();
    let of_award = sums.filter(|it| it.year == link.year && it.payer == Payer::Award);
    let names: Vec<bool> = of_award.map(|it| it.action.is_some()).collect();
    if !names.is_empty() && !names.contains(&true) {
        return Err(Unknown::BookedWithoutAction);
    }
    booked::spent(account, link.year, |under| under.action == Some(action))
}

fn less(from: &Known<Euro>, less: &Known<Euro>) -> Known<Euro> {
    Ok(from.clone()? - less.clone()?)
}

/// What came into a year: what went out of the year before. Nothing can come into the
/// first year of a scheme, nor from a year in which the action did not run.
fn carried_in(account: &Account, link: &Link<'_>, earlier: &[BudgetRow<'_>]) -> Known<Euro> {
    let years = &account.scheme.years;
    if years.first().is_some_and(|first| first.nr == link.year) {
        return nothing(link);
    }
    let before = YearNr(link.year.0.saturating_sub(1));
    if account.dossier.year(before).is_none() {
        return Err(Unknown::CarryOverNotSaid(before));
    }
    let of_same = |row: &&BudgetRow<'_>| {
        row.year == before && row.action.map(|action| action.nr) == link.action
    };
    if let Some(row) = earlier.iter().find(of_same) {
        return row.carried_out.clone();
    }
    let action = link.action.and_then(|nr| account.dossier.action(nr));
    let did_run = action.is_none_or(|action| action.year(before).is_some());
    if !did_run && action.is_some_and(|action| action.has_unreadable_year) {
        return Err(Unknown::LineUnreadable);
    }
    match entries(account, before, link.action)? {
        entries if !entries.is_empty() => sum(&entries),
        _ if !did_run => nothing(link),
        _ => not_said(account, before),
    }
}

/// The first year whose bookings a link follows from: an earlier one where what came in
/// was not stated but follows from what was spent then.
fn since(account: &Account, link: &Link<'_>, earlier: &[BudgetRow<'_>]) -> YearNr {
    let has_entries = |row: &BudgetRow<'_>| {
        let action = row.action.map(|action| action.nr);
        // An entry for the whole dossier says it for every action.
        entries(account, row.year, action).map_or(true, |entries| !entries.is_empty())
    };
    let before: Vec<_> = earlier
        .iter()
        .filter(|row| row.year.0 + 1 == link.year.0)
        .collect();
    let of = |action| {
        let mut rows = before.iter();
        rows.find(|row| row.action.map(|action| action.nr) == action)
    };
    let is_stated = of(link.action).is_some_and(|row| has_entries(row));
    let follows = before.iter().filter(|row| match row.action {
        _ if !is_stated => row.action.map(|action| action.nr) == link.action,
        // An action without an entry of its own takes its overspend along.
        Some(_) => link.action.is_none() && !has_entries(row),
        None => false,
    });
    let known = follows.filter(|row| row.carried_out.is_ok());
    known.map(|row| row.since).min().unwrap_or(link.year)
}

/// Nothing at all, once the grant letter is in the dossier.
fn nothing(link: &Link<'_>) -> Known<Euro> {
    link.award.clone().map(|_| Euro::ZERO)
}

/// What goes out of a year: the entries that come from it. An overspend goes out as
/// well, so that it does not vanish; nothing goes out of the last year of the scheme.
fn carried_out(
    account: &Account,
    link: &Link<'_>,
    (left, repaid): (&Known<Euro>, &Known<Euro>),
    actions: &[BudgetRow<'_>],
) -> Known<Euro> {
    let years = &account.scheme.years;
    if account.dossier.unreadable.carry_overs {
        return Err(Unknown::LineUnreadable);
    }
    if years.last().is_some_and(|last| last.nr == link.year) {
        return link
            .award
            .clone()
            .map(|_| Euro::ZERO)
            .map_err(|_| Unknown::CarryOverNotSaid(link.year));
    }
    let ours = entries(account, link.year, link.action)?;
    if !ours.is_empty() {
        return Ok(sum(&ours)? + overspent(&ours, actions));
    }
    if !entries(account, link.year, None)?.is_empty() {
        // The dossier says what goes to the next year, and of this action it says nothing.
        let overspend = left.clone().ok().filter(|left| left.is_negative());
        return Ok(overspend.unwrap_or(Euro::ZERO));
    }
    match (not_said(account, link.year), left, repaid) {
        (Err(Unknown::CarryOverNotSaid(_)), Ok(left), _) if left.is_negative() => Ok(*left),
        (Err(Unknown::CarryOverNotSaid(_)), Ok(left), Ok(repaid)) if left == repaid => {
            Ok(Euro::ZERO)
        }
        (why, ..) => why,
    }
}

/// What actions without an entry have spent too much and take along.
fn overspent(entries: &[&CarryOver], actions: &[BudgetRow<'_>]) -> Euro {
    let without_entry = actions.iter().filter(|row| {
        let nr = row.action.map(|action| action.nr);
        entries.iter().all(|entry| entry.action != nr)
    });
    without_entry
        .filter_map(|row| row.carried_out.clone().ok())
        .filter(|carried| carried.is_negative())
        .sum()
}

/// The entries that come from a year; of one action, or all for the whole dossier.
fn entries(account: &Account, from: YearNr, action: Option<ActionNr>) -> Known<Vec<&CarryOver>> {
    if account.dossier.unreadable.carry_overs {
        return Err(Unknown::LineUnreadable);
    }
    let of_year = account.dossier.carry_overs.iter();
    let of_year: Vec<_> = of_year.filter(|entry| entry.from == from).collect();
    let is_for_all = of_year.iter().any(|entry| entry.action.is_none());
    if is_for_all && of_year.iter().any(|entry| entry.action.is_some()) {
        return Err(Unknown::CarryOverMixed);
    }
    if is_for_all && action.is_some() {
        return Err(Unknown::OnlyForWholeDossier);
    }
    Ok(of_year
        .into_iter()
        .filter(|entry| action.is_none() || entry.action == action)
        .collect())
}

fn sum(entries: &[&CarryOver]) -> Known<Euro> {
    let amounts = entries.iter();
    amounts
        .map(|entry| entry.amount.ok_or(Unknown::CarryOverAmount))
        .sum()
}

/// Why it is unknown what goes out of a year that has no entry.
fn not_said(account: &Account, from: YearNr) -> Known<Euro> {
    Err(match is_over(account, from) {
        Ok(true) => Unknown::CarryOverNotSaid(from),
        Ok(false) => Unknown::YearNotOver(from),
        Err(unknown) => unknown,
    })
}

/// What came from other actions less what went to them; of the whole, nothing.
fn transferred(account: &Account, link: &Link<'_>) -> Known<Euro> {
    let Some(action) = link.action else {
        return nothing(link);
    };
    if account.dossier.unreadable.transfers {
        return Err(Unknown::LineUnreadable);
    }
    let of_year = account.dossier.transfers.iter();
    let mut total = nothing(link)?;
    for transfer in of_year.filter(|it| it.year == link.year) {
        if transfer.to == action {
            total += transfer.amount;
        }
        if transfer.from == action {
            total += -transfer.amount;
        }
    }
    Ok(total)
}

/// What was given back of a year.
fn repaid(account: &Account, link: &Link<'_>) -> Known<Euro> {
    if account.dossier.unreadable.repaid {
        return Err(Unknown::LineUnreadable);
    }
    let of_year = account.dossier.repaid.iter();
    let of_year: Vec<_> = of_year.filter(|it| it.year == link.year).collect();
    if link.action.is_some() && of_year.iter().any(|it| it.action.is_none()) {
        return Err(Unknown::OnlyForWholeDossier);
    }
    let is_meant = |action| link.action.is_none() || action == link.action;
    let meant: Vec<_> = of_year
        .into_iter()
        .filter(|it| is_meant(it.action))
        .collect();
    if meant.is_empty() {
        return nothing(link);
    }
    Ok(meant.iter().map(|it| it.amount).sum())
}

//! Money year over year: award, what was carried in, spent and left.

use super::{YearAward, is_over};
use crate::model::{
    Account, ActionNr, ActionYear, BudgetLine, CarryOver, DossierAction, Euro, Known, Ratio,
    Unknown, YearNr,
};

/// One project year, of the whole dossier or of one action.
#[derive(Debug)]
pub struct BudgetRow<'a> {
    /// The year.
    pub year: YearNr,
    /// The action; none for the whole dossier.
    pub action: Option<&'a DossierAction>,
    /// The award.
    pub award: Known<Euro>,
    /// What came from the year before.
    pub carried_in: Known<Euro>,
    /// Award and what was carried in.
    pub available: Known<Euro>,
    /// What was spent.
    pub spent: Known<Euro>,
    /// What is left.
    pub left: Known<Euro>,
    /// What goes to the year after.
    pub carried_out: Known<Euro>,
    /// Award less the award of the year before; none in the first year.
    pub change: Option<Known<Euro>>,
    /// That out of the award of the year before.
    pub change_ratio: Option<Known<Ratio>>,
    /// What a comparison must know.
    pub note: Option<BudgetNote>,
}

/// What a comparison with the year before must know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BudgetNote {
    /// The action did not run in the year before.
    New,
    /// The action does not run in the year after, though the dossier has that year.
    Stopped,
    /// The unit of the KPI is another one.
    UnitChanged,
    /// The target is another one.
    TargetChanged,
}

/// A planned cost line.
#[derive(Debug)]
pub struct CostLine<'a> {
    /// The line.
    pub line: &'a BudgetLine,
    /// What was really booked on it.
    pub booked: Known<Euro>,
}

pub(super) fn costs(account: &Account) -> Vec<CostLine<'_>> {
    let mut lines: Vec<_> = account.dossier.budget.iter().collect();
    lines.sort_by_key(|line| {
        let first = line.actions.first().map(|nr| account.scheme.order(*nr));
        (line.year, first.is_none(), first)
    });
    lines
        .into_iter()
        .map(|line| CostLine {
            line,
            booked: spent(account),
        })
        .collect()
}

pub(super) fn budget<'a>(account: &'a Account, awards: &[YearAward<'a>]) -> Vec<BudgetRow<'a>> {
    let mut rows = Vec::new();
    for (index, award) in awards.iter().enumerate() {
        let nr = award.year.nr;
        let is_before = |it: &&YearAward<'_>| it.year.nr.0 + 1 == nr.0;
        let before = awards[..index].last().filter(is_before);
        let per_action = account
            .dossier
            .actions_in(nr)
            .filter(|(_, it)| it.award.is_some());
        rows.extend(per_action.map(|(action, it)| of_action(account, action, it, before)));
        rows.push(whole_year(account, award, before));
    }
    rows
}

fn whole_year<'a>(
    account: &'a Account,
    award: &YearAward<'a>,
    before: Option<&YearAward<'a>>,
) -> BudgetRow<'a> {
    let change = before.map(|before| compared(&award.award, &before.award));
    row(account, award.year.nr, None, award.award.clone(), change)
}

fn of_action<'a>(
    account: &'a Account,
    action: &'a DossierAction,
    in_year: &ActionYear,
    before: Option<&YearAward<'a>>,
) -> BudgetRow<'a> {
    let award = in_year
        .award
        .map(|award| award.value)
        .ok_or(Unknown::AwardOfAction);
    let earlier = before.and_then(|before| action.year(before.year.nr));
    let change = earlier.map(|earlier| {
        let was = earlier
            .award
            .map(|award| award.value)
            .ok_or(Unknown::AwardToCompare);
        compared(&award, &was)
    });
    let mut row = row(account, in_year.nr, Some(action), award, change);
    row.note = note(
        account,
        action,
        in_year,
        before.map(|before| before.year.nr),
    );
    row
}

fn compared(now: &Known<Euro>, was: &Known<Euro>) -> (Known<Euro>, Known<Ratio>) {
    let (Ok(now), Ok(was)) = (now, was) else {
        return (Err(Unknown::AwardToCompare), Err(Unknown::AwardToCompare));
    };
    let change = *now - *was;
    let ratio = Ratio::new(change.decimal(), was.decimal()).ok_or(Unknown::AwardToCompare);
    (Ok(change), ratio)
}

fn row<'a>(
    account: &'a Account,
    year: YearNr,
    action: Option<&'a DossierAction>,
    award: Known<Euro>,
    change: Option<(Known<Euro>, Known<Ratio>)>,
) -> BudgetRow<'a> {
    let nr = action.map(|action| action.nr);
    let carried_in = carried_in(account, year, nr, &award);
    let available = award
        .clone()
        .and_then(|award| Ok(award + carried_in.clone()?));
    let spent = spent(account);
    let left = available
        .clone()
        .and_then(|available| Ok(available - spent.clone()?));
    let (change, change_ratio) = change.unzip();
    BudgetRow {
        year,
        action,
        carried_out: carried_out(account, year, nr),
        award,
        carried_in,
        available,
        spent,
        left,
        change,
        change_ratio,
        note: None,
    }
}

fn spent(account: &Account) -> Known<Euro> {
    Err(if account.dossier.bookings.is_empty() {
        Unknown::NoBookings
    } else {
        Unknown::BookingsNotRead
    })
}

/// What came into a year: the entries that go to it. Nothing can come into the first
/// year of a dossier whose award is known.
fn carried_in(
    account: &Account,
    year: YearNr,
    action: Option<ActionNr>,
    award: &Known<Euro>,
) -> Known<Euro> {
    let earlier = account.dossier.years.iter().map(|it| it.nr);
    match earlier.take_while(|nr| *nr < year).last() {
        None if account
            .scheme
            .years
            .first()
            .is_some_and(|first| first.nr == year) =>
        {
            award.clone().map(|_| Euro::ZERO)
        }
        None => Err(Unknown::CarryOverNotSaid(YearNr(year.0.saturating_sub(1)))),
        Some(before) => carried(account, before, action, |carry| carry.to == year),
    }
}

/// What went out of a year: the entries that come from it. Nothing can go out of the
/// last year of the scheme.
fn carried_out(account: &Account, year: YearNr, action: Option<ActionNr>) -> Known<Euro> {
    let is_last = account
        .scheme
        .years
        .last()
        .is_some_and(|last| last.nr == year);
    if is_last && !account.dossier.unreadable.carry_overs {
        let total = account.dossier.year(year).and_then(|year| year.award_total);
        return total.map_or(Err(Unknown::CarryOverNotSaid(year)), |_| Ok(Euro::ZERO));
    }
    carried(account, year, action, |carry| carry.from == year)
}

/// The sum of the entries that are meant; unknown when the dossier says nothing.
fn carried(
    account: &Account,
    from: YearNr,
    action: Option<ActionNr>,
    is_meant: impl Fn(&CarryOver) -> bool,
) -> Known<Euro> {
    if account.dossier.unreadable.carry_overs {
        return Err(Unknown::LineUnreadable);
    }
    let of_year: Vec<_> = account
        .dossier
        .carry_overs
        .iter()
        .filter(|it| is_meant(it))
        .collect();
    if action.is_some() && of_year.iter().any(|carry| carry.action.is_none()) {
        return Err(Unknown::CarryOverAmount);
    }
    let entries: Vec<_> = of_year
        .into_iter()
        .filter(|carry| action.is_none() || carry.action == action)
        .collect();
    if entries.is_empty() {
        return Err(match is_over(account, from) {
            Ok(true) => Unknown::CarryOverNotSaid(from),
            Ok(false) => Unknown::YearNotOver(from),
            Err(unknown) => unknown,
        });
    }
    entries
        .iter()
        .map(|carry| carry.amount.ok_or(Unknown::CarryOverAmount))
        .sum()
}

fn note(
    account: &Account,
    action: &DossierAction,
    in_year: &ActionYear,
    before: Option<YearNr>,
) -> Option<BudgetNote> {
    let after = account
        .dossier
        .years
        .iter()
        .map(|year| year.nr)
        .find(|nr| *nr > in_year.nr);
    if after.is_some_and(|after| action.year(after).is_none()) {
        return Some(BudgetNote::Stopped);
    }
    let before = before?;
    let Some(earlier) = action.year(before) else {
        return Some(BudgetNote::New);
    };
    let unit = |year| account.scheme.rate(action.nr, year).map(|rate| &rate.unit);
    let target = |it: &ActionYear| it.target.map(|target| target.value);
    if unit(before) != unit(in_year.nr) {
        Some(BudgetNote::UnitChanged)
    } else if target(earlier).is_some()
        && target(in_year).is_some()
        && target(earlier) != target(in_year)
    {
        Some(BudgetNote::TargetChanged)
    } else {
        None
    }
}

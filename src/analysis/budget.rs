//! Money year over year: the chain of each year, and its award against the year before.

use super::YearAward;
use super::chain::{Chain, Link, chain};
use crate::model::{Account, ActionYear, DossierAction, Euro, Known, Ratio, Unknown, YearNr};

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
    /// What came from other actions less what went to them.
    pub transferred: Known<Euro>,
    /// Award, what was carried in and what was transferred.
    pub available: Known<Euro>,
    /// What was spent of the award.
    pub spent: Known<Euro>,
    /// What is left; negative where more was spent.
    pub left: Known<Euro>,
    /// What goes to the year after; negative where an overspend does.
    pub carried_out: Known<Euro>,
    /// What was given back.
    pub repaid: Known<Euro>,
    /// What is left and neither carried out nor given back: 0 where the chain closes.
    pub open: Known<Euro>,
    /// Award less the award of the year before; none in the first year.
    pub change: Option<Known<Euro>>,
    /// That out of the award of the year before.
    pub change_ratio: Option<Known<Ratio>>,
    /// What a comparison must know.
    pub note: Option<BudgetNote>,
    /// The first year whose bookings these figures follow from: an earlier one where an
    /// overspend was taken along.
    pub since: YearNr,
    /// Rows of bookings set aside that could have changed these figures.
    pub set_aside: u64,
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

/// A row per year for the whole dossier; before it, where an award per action is known,
/// one for each action of the year.
pub(super) fn budget<'a>(account: &'a Account, awards: &[YearAward<'a>]) -> Vec<BudgetRow<'a>> {
    let mut rows: Vec<BudgetRow<'a>> = Vec::new();
    for (index, award) in awards.iter().enumerate() {
        let nr = award.year.nr;
        let is_before = |it: &&YearAward<'_>| it.year.nr.0 + 1 == nr.0;
        let before = awards[..index].last().filter(is_before);
        let is_per_action = account
            .dossier
            .actions_in(nr)
            .any(|(_, it)| it.award.is_some());
        let first = rows.len();
        if is_per_action {
            for (action, in_year) in account.dossier.actions_in(nr) {
                let row = of_action(account, (action, in_year), before, &rows[..first]);
                rows.push(row);
            }
        }
        let whole = whole_year(account, award, before, rows.split_at(first));
        rows.push(whole);
    }
    rows
}

fn whole_year<'a>(
    account: &'a Account,
    award: &YearAward<'a>,
    before: Option<&YearAward<'a>>,
    (earlier, actions): (&[BudgetRow<'a>], &[BudgetRow<'a>]),
) -> BudgetRow<'a> {
    let links = chain(
        account,
        Link {
            year: award.year.nr,
            action: None,
            award: &award.award,
        },
        earlier,
        actions,
    );
    let change = before.map(|before| compared(&award.award, &before.award));
    row(
        links,
        award.award.clone(),
        change,
        (award.year.nr, None, None),
    )
}

fn of_action<'a>(
    account: &'a Account,
    (action, in_year): (&'a DossierAction, &ActionYear),
    before: Option<&YearAward<'a>>,
    earlier: &[BudgetRow<'a>],
) -> BudgetRow<'a> {
    let award = in_year
        .award
        .map(|award| award.value)
        .ok_or(in_year.why_not("award", Unknown::AwardOfAction));
    let in_year_before = before.and_then(|before| action.year(before.year.nr));
    let change = in_year_before.map(|before| {
        let was = before
            .award
            .map(|award| award.value)
            .ok_or(Unknown::AwardToCompare);
        compared(&award, &was)
    });
    let links = chain(
        account,
        Link {
            year: in_year.nr,
            action: Some(action.nr),
            award: &award,
        },
        earlier,
        &[],
    );
    let note = note(
        account,
        action,
        in_year,
        before.map(|before| before.year.nr),
    );
    let mut row = row(links, award, change, (in_year.nr, Some(action), note));
    // The note stands in place of a percentage that would compare unlike things.
    if matches!(
        note,
        Some(BudgetNote::UnitChanged | BudgetNote::TargetChanged)
    ) {
        row.change_ratio = None;
    }
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
    links: Chain,
    award: Known<Euro>,
    change: Option<(Known<Euro>, Known<Ratio>)>,
    (year, action, note): (YearNr, Option<&'a DossierAction>, Option<BudgetNote>),
) -> BudgetRow<'a> {
    let (change, change_ratio) = change.unzip();
    BudgetRow {
        year,
        action,
        award,
        carried_in: links.carried_in,
        transferred: links.transferred,
        available: links.available,
        spent: links.spent,
        left: links.left,
        carried_out: links.carried_out,
        repaid: links.repaid,
        open: links.open,
        change,
        change_ratio,
        note,
        since: links.since,
        set_aside: links.set_aside,
    }
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
    let may_run = action.has_unreadable_year;
    if after.is_some_and(|after| action.year(after).is_none()) && !may_run {
        return Some(BudgetNote::Stopped);
    }
    changed(account, action, before?, in_year)
}

/// What a comparison of a year of an action with the one before it must know.
pub(super) fn changed(
    account: &Account,
    action: &DossierAction,
    before: YearNr,
    in_year: &ActionYear,
) -> Option<BudgetNote> {
    let Some(earlier) = action.year(before) else {
        return (!action.has_unreadable_year).then_some(BudgetNote::New);
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

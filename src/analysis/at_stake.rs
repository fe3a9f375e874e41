//! What depends on a target: the interim threshold, the balance that is paid after the
//! report, and the award that can be reclaimed where the target is missed.

use super::{ActionAttainment, AttainmentStatus, InterimStatus, YearAward, has_begun};
use crate::model::{
    Account, Date, DossierAction, Euro, Known, KpiKind, ReceiptKind, Share, Unknown, YearNr,
};

/// What is at stake for one action, or for the whole dossier, in one year.
#[derive(Debug)]
pub struct AtStake<'a> {
    /// The year.
    pub year: YearNr,
    /// The action; none for the whole dossier.
    pub action: Option<&'a DossierAction>,
    /// The last day of the interim period; none where the scheme has no interim test.
    pub interim_end: Option<Known<Date>>,
    /// What must be reached on that day, in whole units; none for kinds that the interim
    /// test leaves out, and for the whole dossier.
    pub interim_threshold: Option<Known<u64>>,
    /// What was reached on that day.
    pub interim_reached: Option<Known<i64>>,
    /// The outcome of the interim test.
    pub interim_status: Option<InterimStatus>,
    /// When the report of the year is due.
    pub report_due: Option<Known<Date>>,
    /// What is paid after the report; none once it came in, and where the scheme has none.
    pub balance: Option<Known<Euro>>,
    /// The award that can be reclaimed if the target is missed: nothing once it is reached.
    pub exposed: Known<Euro>,
}

/// A row for each action of every year that has begun, then one for the whole year.
pub(super) fn at_stake<'a>(
    account: &'a Account,
    attainment: &[ActionAttainment<'a>],
    awards: &[YearAward<'a>],
) -> Vec<AtStake<'a>> {
    let mut rows: Vec<AtStake<'a>> = Vec::new();
    for award in awards {
        let year = award.year.nr;
        if has_begun(account, year) != Ok(true) {
            continue;
        }
        let first = rows.len();
        let of_year = attainment.iter().filter(|row| row.year == year);
        rows.extend(of_year.map(|row| of_action(account, row, award)));
        let exposed = sum(account, &rows[first..]);
        rows.push(whole_year(account, award, exposed));
    }
    rows
}

/// Whether the balance of a year came in, up to the as-of date.
#[must_use]
pub fn is_balance_received(account: &Account, year: YearNr) -> bool {
    let Ok(today) = account.today() else {
        return false;
    };
    let mut receipts = account.dossier.receipts.iter();
    receipts.any(|it| it.what == ReceiptKind::Balance && it.year == year && it.date <= today)
}

/// The balance of an award that has not come in yet.
pub(super) fn balance(account: &Account, year: YearNr, award: &Known<Euro>) -> Option<Known<Euro>> {
    let share = account.scheme.balance?;
    if is_balance_received(account, year) {
        return None;
    }
    if account.dossier.unreadable.receipts {
        return Some(Err(Unknown::LineUnreadable));
    }
    let part = |award: Euro| award.part(share).rounded_half_up();
    Some(award.clone().map(part))
}

fn of_action<'a>(
    account: &Account,
    row: &ActionAttainment<'a>,
    year: &YearAward<'_>,
) -> AtStake<'a> {
    let award = award(row, year);
    let threshold = account.scheme.interim_threshold;
    let tested = threshold.filter(|_| !is_exempt(account, row.kind));
    AtStake {
        year: row.year,
        action: Some(row.action),
        interim_end: interim_end(account, row.year),
        interim_threshold: tested.map(|share| Ok(whole_units(row.target.clone()?, share))),
        interim_reached: tested.map(|_| row.interim.reached.clone()),
        interim_status: threshold.map(|_| row.interim.status),
        report_due: report_due(account, row.year),
        balance: balance(account, row.year, &award),
        exposed: exposed(row, award),
    }
}

fn whole_year<'a>(account: &Account, award: &YearAward<'_>, exposed: Known<Euro>) -> AtStake<'a> {
    let year = award.year.nr;
    AtStake {
        year,
        action: None,
        interim_end: interim_end(account, year),
        interim_threshold: None,
        interim_reached: None,
        interim_status: None,
        report_due: report_due(account, year),
        balance: balance(account, year, &award.award),
        exposed,
    }
}

fn is_exempt(account: &Account, kind: KpiKind) -> bool {
    account.scheme.interim_exempt.contains(&kind)
}

fn interim_end(account: &Account, year: YearNr) -> Option<Known<Date>> {
    account.scheme.interim_threshold?;
    let in_scheme = account.scheme.year(year);
    let date = in_scheme.and_then(|year| year.interim_end);
    Some(date.ok_or(Unknown::NoInterimDate))
}

/// None where nothing is paid after a report.
fn report_due(account: &Account, year: YearNr) -> Option<Known<Date>> {
    account.scheme.balance?;
    let in_scheme = account.scheme.year(year);
    let date = in_scheme.and_then(|year| year.report_due);
    Some(date.ok_or(Unknown::NoReportDate))
}

fn award(row: &ActionAttainment<'_>, year: &YearAward<'_>) -> Known<Euro> {
    let left_out = if year.total().is_some() {
        Unknown::AwardOnlyAsTotal
    } else {
        Unknown::AwardOfAction
    };
    let award = row.in_year.award.map(|award| award.value);
    award.ok_or(row.in_year.why_not("award", left_out))
}

/// A share of a target, up to the next whole unit: less would be below it.
fn whole_units(target: u64, share: Share) -> u64 {
    let part = u128::from(target) * u128::from(share.numerator());
    u64::try_from(part.div_ceil(u128::from(share.denominator()))).unwrap_or(u64::MAX)
}

fn exposed(row: &ActionAttainment<'_>, award: Known<Euro>) -> Known<Euro> {
    row.reached.clone()?;
    row.target.clone()?;
    let award = award?;
    Ok(if row.status == AttainmentStatus::Reached {
        Euro::ZERO
    } else {
        award
    })
}

/// The sum of the actions of a year, where each is known.
fn sum(account: &Account, actions: &[AtStake<'_>]) -> Known<Euro> {
    let dossier = &account.dossier;
    if dossier.unreadable.actions || dossier.actions.iter().any(|it| it.has_unreadable_year) {
        return Err(Unknown::LineUnreadable);
    }
    if actions.is_empty() {
        return Err(Unknown::DependsOnUnknown);
    }
    let exposed = actions.iter().map(|row| row.exposed.clone());
    exposed
        .sum::<Known<Euro>>()
        .map_err(|_| Unknown::DependsOnUnknown)
}

#[cfg(test)]
mod tests {
    use super::whole_units;
    use crate::model::Share;

    #[test]
    fn a_threshold_is_the_first_whole_unit_that_reaches_it() {
        let quarter = Share::new(1, 4).expect("a quarter is a share");
        let third = Share::new(1, 3).expect("a third is a share");
        assert_eq!(whole_units(300, quarter), 75);
        assert_eq!(whole_units(262, quarter), 66);
        assert_eq!(whole_units(1, quarter), 1);
        assert_eq!(whole_units(0, quarter), 0);
        assert_eq!(whole_units(100, third), 34);
        let most = Share::new(3, 4).expect("three quarters are a share");
        assert_eq!((whole_units(10, most), whole_units(12, most)), (8, 9));
        assert_eq!(
            whole_units(u64::MAX, Share::new(1, 1).expect("all is a share")),
            u64::MAX
        );
    }
}

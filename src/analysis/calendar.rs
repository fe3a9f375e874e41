//! Project years against accounting years: the same money, added up both ways.
//!
//! A booking belongs to the project year and to the calendar year of its date. A
//! receipt belongs to the project year that it is for, and to the calendar year of
//! its date. What comes from either side adds to the same total.

#[cfg(test)]
mod tests;

use super::booked::speaking;
use crate::model::{
    Account, AccountingYear, Bookings, Date, Euro, Known, Payer, Receipt, Unknown, YearNr,
};
use std::collections::{BTreeMap, BTreeSet};

/// One of several, or all of them together, which come last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OneOrAll<T> {
    /// One of them.
    One(T),
    /// All of them.
    All,
}

impl<T> OneOrAll<T> {
    /// The one; none for all together.
    pub fn one(self) -> Option<T> {
        match self {
            Self::One(one) => Some(one),
            Self::All => None,
        }
    }
}

/// One project year in one accounting year, or the sum over either.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarRow<'a> {
    /// The project year.
    pub project_year: OneOrAll<YearNr>,
    /// The accounting year.
    pub accounting_year: OneOrAll<AccountingYear>,
    /// The ledger account, empty for bookings without one; none for all together.
    pub account: Option<&'a str>,
    /// What was spent, by who paid.
    pub spent: Known<SpentBy>,
    /// What came in; none for one ledger account, which receipts do not name.
    pub received: Option<Known<Euro>>,
    /// Rows of bookings set aside that could have changed these figures.
    pub set_aside: u64,
}

/// What was spent, by who paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SpentBy {
    /// Of the award.
    pub award: Euro,
    /// Of the applicant's own means, whether it counts as own share or not.
    pub own: Euro,
    /// Of stimuli.
    pub stimulus: Euro,
    /// Of another subsidy or instrument.
    pub other: Euro,
    /// By somebody else.
    pub third_party: Euro,
}

impl SpentBy {
    /// Whoever paid.
    #[must_use]
    pub fn total(self) -> Euro {
        self.award + self.own + self.stimulus + self.other + self.third_party
    }

    fn by(&mut self, payer: Payer) -> &mut Euro {
        match payer {
            Payer::Award => &mut self.award,
            Payer::Own => &mut self.own,
            Payer::Stimulus => &mut self.stimulus,
            Payer::Other => &mut self.other,
            Payer::ThirdParty => &mut self.third_party,
        }
    }
}

/// What a row is about: project year, accounting year, and ledger account.
type Key<'a> = (OneOrAll<YearNr>, OneOrAll<AccountingYear>, Option<&'a str>);

/// Project year by project year, then over all of them: each accounting year, its
/// ledger accounts where bookings name any, and the sum over accounting years.
pub(super) fn calendar(account: &Account) -> Vec<CalendarRow<'_>> {
    let spent = speaking(account).map(spent);
    let received = received(account);
    let mut keys = BTreeSet::from([(OneOrAll::All, OneOrAll::All, None)]);
    keys.extend(spent.iter().flat_map(BTreeMap::keys));
    keys.extend(received.iter().flat_map(BTreeMap::keys));
    let rows = keys.into_iter().map(|key| CalendarRow {
        project_year: key.0,
        accounting_year: key.1,
        account: key.2,
        spent: at(&spent, &key),
        received: key.2.is_none().then(|| at(&received, &key)),
        set_aside: account.bookings.set_aside_for(key.0.one()),
    });
    rows.collect()
}

/// Nothing where nothing was added, once it is known what was.
fn at<T: Copy + Default>(sums: &Known<BTreeMap<Key<'_>, T>>, key: &Key<'_>) -> Known<T> {
    let sums = sums.as_ref().map_err(Clone::clone)?;
    Ok(sums.get(key).copied().unwrap_or_default())
}

fn spent(bookings: &Bookings) -> BTreeMap<Key<'_>, SpentBy> {
    let booked = &bookings.per_ledger_account;
    let names_accounts = booked
        .keys()
        .any(|(_, _, account, _)| !bookings.ledger_account(*account).is_empty());
    let mut sums: BTreeMap<Key<'_>, SpentBy> = BTreeMap::new();
    for ((year, calendar, account, payer), amount) in booked {
        let calendar = AccountingYear(*calendar);
        let named = names_accounts.then(|| bookings.ledger_account(*account));
        let keys = both_ways(*year, calendar).into_iter();
        for key in keys.chain(
            named
                .into_iter()
                .flat_map(|it| per_account(*year, calendar, it)),
        ) {
            *sums.entry(key).or_default().by(*payer) += *amount;
        }
    }
    sums
}

fn received(account: &Account) -> Known<BTreeMap<Key<'_>, Euro>> {
    if account.dossier.unreadable.receipts {
        return Err(Unknown::LineUnreadable);
    }
    if account.dossier.receipts.is_empty() {
        return Err(Unknown::NoReceipts);
    }
    let mut sums: BTreeMap<Key<'_>, Euro> = BTreeMap::new();
    for receipt in counted_receipts(account) {
        for key in both_ways(receipt.year, AccountingYear::of(receipt.date)) {
            *sums.entry(key).or_default() += receipt.amount.value;
        }
    }
    Ok(sums)
}

/// The sums that an amount is part of.
fn both_ways<'a>(year: YearNr, calendar: AccountingYear) -> [Key<'a>; 4] {
    use OneOrAll::{All, One};
    [
        (One(year), One(calendar), None),
        (One(year), All, None),
        (All, One(calendar), None),
        (All, All, None),
    ]
}

/// The sums per ledger account that an amount is part of.
fn per_account(year: YearNr, calendar: AccountingYear, account: &str) -> [Key<'_>; 2] {
    use OneOrAll::{All, One};
    [
        (One(year), One(calendar), Some(account)),
        (All, One(calendar), Some(account)),
    ]
}

/// Receipts dated after the as-of date, which are not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LateReceipts {
    /// How many.
    pub receipts: u64,
    /// What they add up to.
    pub amount: Euro,
    /// The first of their dates.
    pub first: Date,
    /// The as-of date.
    pub as_of: Date,
}

/// The receipts up to the as-of date; all where there is none.
pub fn counted_receipts(account: &Account) -> impl Iterator<Item = &Receipt> {
    let receipts = account.dossier.receipts.iter();
    receipts.filter(|receipt| !is_late(account, receipt))
}

/// The receipts that are not counted, if any.
#[must_use]
pub fn late_receipts(account: &Account) -> Option<LateReceipts> {
    let as_of = account.today().ok()?;
    let late = || {
        let receipts = account.dossier.receipts.iter();
        receipts.filter(|receipt| is_late(account, receipt))
    };
    Some(LateReceipts {
        receipts: u64::try_from(late().count()).unwrap_or(u64::MAX),
        amount: late().map(|receipt| receipt.amount.value).sum(),
        first: late().map(|receipt| receipt.date).min()?,
        as_of,
    })
}

fn is_late(account: &Account, receipt: &Receipt) -> bool {
    account.today().is_ok_and(|today| receipt.date > today)
}

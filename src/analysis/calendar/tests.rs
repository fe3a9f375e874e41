//! The bridge adds up both ways, whatever was booked and received.

mod account;

use super::OneOrAll::{All, One};
use super::{CalendarRow, Key, LateReceipts, SpentBy, calendar, late_receipts};
use crate::analysis::analyse;
use crate::model::{Account, AccountingYear, Date, Euro, Known, Payer, Unknown, YearNr};
use account::{Booking, account, booked, cents, received};
use jiff::civil::date;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use std::collections::BTreeSet;

/// Tries a property on the same inputs in every run.
fn holds<S: Strategy>(cases: u32, inputs: &S, property: impl Fn(S::Value)) {
    let config = ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let tried = TestRunner::new_with_rng(config, rng).run(inputs, |input| {
        property(input);
        Ok(())
    });
    if let Err(failure) = tried {
        panic!("{failure}");
    }
}

/// A day of one of the three project years.
fn days() -> impl Strategy<Value = Date> {
    (0..3 * 365_i64).prop_map(|days| {
        let first = date(2022, 10, 1);
        first.saturating_add(jiff::Span::new().days(days))
    })
}

fn bookings() -> impl Strategy<Value = Vec<Booking>> {
    let payer = select(&Payer::ALL[..]);
    let account = select(&["", "613", "620"][..]);
    let booking = (days(), payer, -500_000..2_000_000_i64, 0..4_usize, account);
    vec(booking, 1..60)
}

fn row<'r, 'a>(rows: &'r [CalendarRow<'a>], key: Key<'_>) -> &'r CalendarRow<'a> {
    let same = |row: &&CalendarRow<'_>| {
        (row.project_year, row.accounting_year, row.account) == (key.0, key.1, key.2)
    };
    let mut found = rows.iter().filter(same);
    let row = found.next().unwrap_or_else(|| panic!("no row {key:?}"));
    assert!(found.next().is_none(), "the row {key:?} stands twice");
    row
}

fn spent(row: &CalendarRow<'_>) -> SpentBy {
    row.spent.clone().expect("something was booked")
}

/// What the rows that are meant add up to, payer by payer.
fn summed(rows: &[CalendarRow<'_>], is_meant: impl Fn(&Key<'_>) -> bool) -> [Euro; 5] {
    let key = |row: &CalendarRow<'_>| is_meant(&(row.project_year, row.accounting_year, None));
    let rows = rows.iter().filter(|row| row.account.is_none());
    let mut sums = [Euro::ZERO; 5];
    for row in rows.filter(|row| key(row)) {
        for (sum, amount) in sums.iter_mut().zip(parts(spent(row))) {
            *sum += amount;
        }
    }
    sums
}

fn parts(it: SpentBy) -> [Euro; 5] {
    [it.award, it.own, it.stimulus, it.other, it.third_party]
}

fn project_years(rows: &[CalendarRow<'_>]) -> BTreeSet<YearNr> {
    rows.iter()
        .filter_map(|row| row.project_year.one())
        .collect()
}

fn accounting_years(rows: &[CalendarRow<'_>]) -> BTreeSet<AccountingYear> {
    let years = rows.iter().filter_map(|row| row.accounting_year.one());
    years.collect()
}

#[test]
fn bookings_add_up_both_ways() {
    holds(200, &bookings(), |bookings| {
        let account = account(&bookings, &[], None);
        let rows = calendar(&account);
        let all = parts(spent(row(&rows, (All, All, None))));
        for year in project_years(&rows) {
            let sum = summed(&rows, |key| key.0 == One(year) && key.1 != All);
            assert_eq!(sum, parts(spent(row(&rows, (One(year), All, None)))));
        }
        for year in accounting_years(&rows) {
            let sum = summed(&rows, |key| key.1 == One(year) && key.0 != All);
            assert_eq!(sum, parts(spent(row(&rows, (All, One(year), None)))));
        }
        let by_project_year = summed(&rows, |key| key.0 != All && key.1 == All);
        let by_accounting_year = summed(&rows, |key| key.0 == All && key.1 != All);
        assert_eq!(by_project_year, all);
        assert_eq!(by_accounting_year, all);
    });
}

#[test]
fn a_project_year_has_spent_what_the_cofinancing_table_booked() {
    holds(200, &bookings(), |bookings| {
        let account = account(&bookings, &[], None);
        let analysis = analyse(&account);
        for cofinancing in &analysis.cofinancing {
            let booked = cofinancing.booked.clone().expect("something was booked");
            let year = match cofinancing.period {
                crate::analysis::CofinancingPeriod::Year(year) => One(year),
                crate::analysis::CofinancingPeriod::All => All,
            };
            let has_rows =
                year == All || analysis.calendar.iter().any(|row| row.project_year == year);
            let total = if has_rows {
                spent(row(&analysis.calendar, (year, All, None))).total()
            } else {
                Euro::ZERO
            };
            assert_eq!(total, booked.total());
        }
    });
}

#[test]
fn ledger_accounts_add_up_to_their_accounting_year() {
    holds(200, &bookings(), |bookings| {
        let account = account(&bookings, &[], None);
        let rows = calendar(&account);
        let names_accounts = bookings.iter().any(|(.., name)| !name.is_empty());
        for of_all in rows.iter().filter(|row| row.account.is_none()) {
            let of_accounts = rows.iter().filter(|row| {
                row.account.is_some()
                    && row.project_year == of_all.project_year
                    && row.accounting_year == of_all.accounting_year
            });
            let sums: Vec<Euro> = of_accounts.map(|row| spent(row).total()).collect();
            let is_split = names_accounts && of_all.accounting_year != All;
            assert_eq!(!sums.is_empty(), is_split);
            if is_split {
                assert_eq!(sums.into_iter().sum::<Euro>(), spent(of_all).total());
            }
        }
    });
}

#[test]
fn receipts_add_up_both_ways() {
    let receipt = (days(), 1..=3_u16, 1..9_000_000_i64);
    holds(200, &vec(receipt, 1..12), |receipts| {
        let account = account(&[], &receipts, None);
        let rows = calendar(&account);
        let sum = |is_meant: &dyn Fn(&Key<'_>) -> bool| -> Known<Euro> {
            let meant = rows
                .iter()
                .filter(|row| is_meant(&(row.project_year, row.accounting_year, None)));
            meant.filter_map(|row| row.received.clone()).sum()
        };
        let all = Ok(receipts.iter().map(|(.., amount)| cents(*amount)).sum());
        assert_eq!(sum(&|key| key.0 == All && key.1 == All), all);
        assert_eq!(sum(&|key| key.0 != All && key.1 == All), all);
        assert_eq!(sum(&|key| key.0 == All && key.1 != All), all);
        assert_eq!(sum(&|key| key.0 != All && key.1 != All), all);
    });
}

#[test]
fn without_bookings_and_receipts_one_row_says_that_nothing_is_known() {
    let account = account(&[], &[], None);
    let expected = CalendarRow {
        project_year: All,
        accounting_year: All,
        account: None,
        spent: Err(Unknown::NoBookings),
        received: Some(Err(Unknown::NoReceipts)),
        set_aside: 0,
    };
    assert_eq!(calendar(&account), [expected]);
}

#[test]
fn a_year_without_bookings_has_spent_nothing_once_there_are_bookings() {
    let bookings = [booked(date(2023, 1, 1), Payer::Own, 100)];
    let account = account(&bookings, &[received(date(2024, 1, 2), 2, 500)], None);
    let rows = calendar(&account);
    let second = row(&rows, (One(YearNr(2)), One(AccountingYear(2024)), None));
    assert_eq!(second.spent, Ok(SpentBy::default()));
    assert_eq!(second.received, Some(Ok(cents(500))));
    let first = row(&rows, (One(YearNr(1)), One(AccountingYear(2023)), None));
    assert_eq!(first.received, Some(Ok(Euro::ZERO)));
}

#[test]
fn a_receipt_stands_with_the_year_it_is_for_in_the_calendar_year_of_its_date() {
    let account = account(&[], &[received(date(2025, 3, 1), 1, 720_000)], None);
    let rows = calendar(&account);
    let key = (One(YearNr(1)), One(AccountingYear(2025)), None);
    assert_eq!(row(&rows, key).received, Some(Ok(cents(720_000))));
    assert_eq!(row(&rows, key).spent, Err(Unknown::NoBookings));
}

#[test]
fn a_receipt_after_the_as_of_date_is_not_counted() {
    let receipts = [
        received(date(2022, 12, 1), 1, 800),
        received(date(2024, 2, 1), 1, 150),
        received(date(2023, 12, 1), 1, 50),
    ];
    let as_of = date(2023, 9, 30);
    let account = account(&[], &receipts, Some(as_of));
    let rows = calendar(&account);
    assert_eq!(row(&rows, (All, All, None)).received, Some(Ok(cents(800))));
    assert_eq!(accounting_years(&rows).len(), 1);
    let late = LateReceipts {
        receipts: 2,
        amount: cents(200),
        first: date(2023, 12, 1),
        as_of,
    };
    assert_eq!(late_receipts(&account), Some(late));
}

#[test]
fn a_receipt_that_cannot_be_read_leaves_all_unknown() {
    let mut account: Account = account(&[], &[received(date(2022, 12, 1), 1, 800)], None);
    account.dossier.unreadable.receipts = true;
    let rows = calendar(&account);
    let all = row(&rows, (All, All, None));
    assert_eq!(all.received, Some(Err(Unknown::LineUnreadable)));
}

#[test]
fn rows_set_aside_touch_their_project_year_and_the_sums() {
    let bookings = [
        booked(date(2023, 1, 1), Payer::Award, 100),
        booked(date(2024, 1, 1), Payer::Award, 100),
    ];
    let mut account = account(&bookings, &[], None);
    let key = (Some(YearNr(1)), Some(None));
    account.bookings.set_aside.insert(key, 3);
    let rows = calendar(&account);
    let set_aside = |year| row(&rows, (year, All, None)).set_aside;
    assert_eq!(set_aside(One(YearNr(1))), 3);
    assert_eq!(set_aside(One(YearNr(2))), 0);
    assert_eq!(set_aside(All), 3);
}

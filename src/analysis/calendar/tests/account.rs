//! An account with bookings and receipts, and as little else as there can be.

use crate::model::{
    Account, Applicant, ApplicantKind, AsOf, AsOfOrigin, BookedUnder, Bookings, Category,
    CategoryNames, Date, Dossier, DossierYear, Euro, FileTally, InTwoLanguages, LedgerAccountKey,
    LogFile, OwnShare, Payer, Period, Receipt, ReceiptKind, Scheme, SchemeYear, Share, Tallies,
    TestedOver, Unreadable, YearNr,
};
use crate::source::Spanned;
use jiff::civil::date;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Date, payer, cents, category (the one after the last is none) and ledger account.
pub(super) type Booking = (Date, Payer, i64, usize, &'static str);

/// A booking without category and ledger account.
pub(super) fn booked(on: Date, payer: Payer, amount: i64) -> Booking {
    (on, payer, amount, 3, "")
}

/// A receipt: date, project year and cents.
pub(super) fn received(on: Date, year: u16, amount: i64) -> (Date, u16, i64) {
    (on, year, amount)
}

/// So many cents.
pub(super) fn cents(amount: i64) -> Euro {
    let minus = if amount < 0 { "-" } else { "" };
    let amount = amount.unsigned_abs();
    let literal = format!("{minus}{}.{:02}", amount / 100, amount % 100);
    Euro::parse(&literal).expect("cents are an amount")
}

/// What is read from such bookings and receipts.
pub(super) fn account(
    booked: &[Booking],
    received: &[(Date, u16, i64)],
    as_of: Option<Date>,
) -> Account {
    let scheme = scheme();
    let bookings = bookings(&scheme, booked);
    Account {
        dossier: dossier(!booked.is_empty(), received),
        scheme: Cow::Owned(scheme),
        tallies: Tallies::default(),
        bookings,
        as_of: as_of.map(|date| AsOf {
            date,
            origin: AsOfOrigin::Asked,
        }),
        hidden_below: None,
    }
}

fn scheme() -> Scheme {
    let years = (1..=3).map(|nr: u16| SchemeYear {
        nr: YearNr(nr),
        period: (2021_i16..).nth(usize::from(nr)).map(|year| Period {
            start: date(year, 10, 1),
            end: date(year + 1, 9, 30),
        }),
        interim_end: None,
        interim_due: None,
        report_due: None,
    });
    let category = |own_share| Category {
        key: format!("{own_share:?}"),
        title: InTwoLanguages::default(),
        own_share,
    };
    Scheme {
        id: "proof".to_owned(),
        version: "1".to_owned(),
        title: InTwoLanguages::default(),
        shift_between_actions: true,
        own_share: Share::new(1, 2).expect("a half is a share"),
        tested_over: TestedOver::AllYears,
        stimuli_are_exempt: true,
        interim_threshold: None,
        interim_exempt: Vec::new(),
        advance: None,
        balance: None,
        public_threshold: None,
        objectives: Vec::new(),
        years: years.collect(),
        category_names: CategoryNames::default(),
        categories: vec![
            category(OwnShare::Yes),
            category(OwnShare::Warn),
            category(OwnShare::No),
        ],
        stimuli: Vec::new(),
        actions: Vec::new(),
    }
}

fn dossier(has_bookings: bool, received: &[(Date, u16, i64)]) -> Dossier {
    let years = (1..=3).map(|nr| DossierYear {
        nr: YearNr(nr),
        award_total: None,
        own_planned: None,
        unreadable: Vec::new(),
        notes: Vec::new(),
        span: Spanned::at_start(()).span,
    });
    let receipts = received.iter().map(|(on, year, amount)| Receipt {
        date: *on,
        year: YearNr(*year),
        amount: Spanned::at_start(cents(*amount)),
        what: ReceiptKind::Advance,
        span: Spanned::at_start(()).span,
    });
    Dossier {
        language: None,
        as_of: None,
        applicant: Applicant {
            name: "Voorbeeldgem".to_owned(),
            kind: ApplicantKind::Municipality,
            members: Vec::new(),
            receives: None,
            notes: Vec::new(),
        },
        years: years.collect(),
        actions: Vec::new(),
        staff: Vec::new(),
        budget: Vec::new(),
        stimuli: Vec::new(),
        carry_overs: Vec::new(),
        transfers: Vec::new(),
        repaid: Vec::new(),
        receipts: receipts.collect(),
        overlaps: Vec::new(),
        progress: Vec::new(),
        bookings: has_bookings.then(file).into_iter().collect(),
        accepts: Vec::new(),
        notes: Vec::new(),
        unreadable: Unreadable::default(),
    }
}

fn file() -> LogFile {
    LogFile {
        file: Spanned::at_start("bookings.csv".to_owned()),
        fixed: Vec::new(),
        numbers: None,
        separator: None,
        sheet: None,
        columns: Vec::new(),
        payers: BTreeMap::new(),
        categories: BTreeMap::new(),
        is_unreadable: false,
        span: Spanned::at_start(()).span,
    }
}

/// Folds the bookings as the reader of a file does.
fn bookings(scheme: &Scheme, booked: &[Booking]) -> Bookings {
    let names: Vec<&str> = vec!["", "613", "620"];
    let mut bookings = Bookings {
        ledger_accounts: names.iter().map(|name| (*name).to_owned()).collect(),
        files: vec![FileTally {
            path: "bookings.csv".to_owned(),
            readable: true,
            ..FileTally::default()
        }],
        ..Bookings::default()
    };
    for (on, payer, amount, category, account) in booked {
        let year = scheme
            .year_of(*on)
            .expect("the day is in a project year")
            .nr;
        let under = BookedUnder {
            year,
            payer: *payer,
            action: None,
            category: Some(*category).filter(|index| *index < scheme.categories.len()),
        };
        let position = names.iter().position(|name| name == account);
        let key = position.and_then(|at| u32::try_from(at).ok());
        let account = LedgerAccountKey(key.expect("the ledger account is known"));
        *bookings.sums.entry(under).or_default() += cents(*amount);
        let key = (year, on.year(), account, *payer);
        *bookings.per_ledger_account.entry(key).or_default() += cents(*amount);
    }
    bookings
}

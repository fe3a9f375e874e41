//! The subsidy as it is meant: values without files, words or formats.
//!
//! Everything here is a plain value. Reading it is the work of `input`,
//! calculating with it that of `analysis`.

mod accept;
mod bookings;
mod calendar;
mod category_names;
mod dossier;
mod euro;
mod fte_months;
mod how_read;
mod language;
mod log_file;
mod money;
mod names;
mod person;
mod progress;
mod ratio;
mod scheme;
mod share;
mod units;
mod unknown;

pub use accept::Accept;
pub use bookings::{BookedAlike, BookedUnder, Bookings, CategoryIndex, LedgerAccountKey};
pub use calendar::{AccountingYear, AsOf, AsOfOrigin, Date, Period, YearNr};
pub use category_names::CategoryNames;
pub use dossier::{
    ActionYear, Applicant, ApplicantKind, Dossier, DossierAction, DossierYear, Filled, Overlap,
    Payer, Staff, Unreadable,
};
pub use euro::{Euro, EuroError, Unrounded};
pub use fte_months::FteMonths;
pub use how_read::{ColumnRead, Encoding, FileKind, HowRead, Layout, SeparatorFrom};
pub use language::Language;
pub use log_file::{LogFile, NumberStyle, Separator};
pub use money::{BudgetLine, CarryOver, Receipt, ReceiptKind, Repaid, StimulusAward, Transfer};
pub use names::{composed, folded, folded_plain};
pub use person::Person;
pub use progress::{FileTally, GroupKey, ProviderKey, Tallies};
pub use ratio::Ratio;
pub use scheme::{
    ActionNr, Basis, Category, InTwoLanguages, KpiKind, LARGEST_NR, LEAST_THRESHOLD, Objective,
    OwnShare, Rate, RateGroup, Scheme, SchemeAction, SchemeYear, StimulusKind, TestedOver,
};
pub use share::Share;
pub use units::{Fte, Units};
pub use unknown::{Known, Unknown};

use std::borrow::Cow;

/// All that was read for one run: what every calculation starts from.
#[derive(Debug)]
pub struct Account {
    /// The rules, which everybody shares where they are built in.
    pub scheme: Cow<'static, Scheme>,
    /// What the dossier says.
    pub dossier: Dossier,
    /// What the progress logs add up to.
    pub tallies: Tallies,
    /// What the bookings add up to.
    pub bookings: Bookings,
    /// The date the account is drawn up for; unknown without a dated row.
    pub as_of: Option<AsOf>,
    /// For an account that is made public: smaller counts of persons are hidden.
    pub hidden_below: Option<i64>,
}

impl Account {
    /// First and last day of a project year.
    ///
    /// # Errors
    /// [`Unknown::YearDates`] when the scheme does not give both.
    pub fn period(&self, year: YearNr) -> Known<Period> {
        self.scheme.period(year).ok_or(Unknown::YearDates(year))
    }

    /// The as-of date, or why there is none.
    ///
    /// # Errors
    /// [`Unknown::AsOf`] when neither the command, the dossier nor a log gives a date.
    pub fn today(&self) -> Known<Date> {
        self.as_of
            .as_ref()
            .map(|as_of| as_of.date)
            .ok_or(Unknown::AsOf)
    }
}

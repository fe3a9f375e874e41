//! Unknown is not zero: a figure is known, or there is a reason why it is not.

use super::{Date, YearNr};

/// A figure, or why there is none.
pub type Known<T> = Result<T, Unknown>;

/// Why a figure is unknown. `wording` says it in both languages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unknown {
    /// Neither the command, the dossier nor a log gives a date.
    AsOf,
    /// The dossier has no target for the action in that year.
    Target,
    /// The target is 0, so there is no percentage of it.
    TargetIsZero,
    /// The dossier does not say what existed before.
    CurrentReach,
    /// The grant letter gives only a total for the year.
    AwardOnlyAsTotal,
    /// The dossier has no award for the action in that year.
    AwardOfAction,
    /// The dossier has no award for the year.
    AwardOfYear,
    /// The dossier has no award for every one of the years.
    AwardOfSomeYear,
    /// The award of this year or of the one before is unknown.
    AwardToCompare,
    /// The award pays for no whole number of half units.
    NoWholeUnits,
    /// The scheme has no rate for the action in that year.
    NoRate,
    /// The scheme sets no ceiling.
    NoCeiling,
    /// The dossier names no progress log.
    NoLog,
    /// A progress log could not be read.
    LogUnreadable(String),
    /// No log has a row in that project year.
    NoRowInYear(YearNr),
    /// The project year has not begun.
    YearNotBegun(YearNr),
    /// A state that nobody recorded in that year.
    NoState,
    /// A state that ends below zero.
    StateBelowZero,
    /// Persons cannot be told apart, so doubles cannot be removed.
    PersonsNotTold,
    /// A milestone was recorded as something else than 0 or 1.
    MilestoneUnclear,
    /// The scheme has no interim date for that year.
    NoInterimDate,
    /// The scheme does not say when the report of that year is due.
    NoReportDate,
    /// The interim date has not come yet.
    BeforeInterim(Date),
    /// No row of the action is dated up to the interim date.
    NoRowByInterim(Date),
    /// All rows of a project year bear one date, so what came in which month is not told.
    OneDate(Date),
    /// The action is not judged at the interim date.
    InterimExempt,
    /// No bookings file was read.
    NoBookings,
    /// No booking of the award names an action.
    BookedWithoutAction,
    /// Of the bookings no row was counted.
    NoBookingCounted,
    /// The dossier states it for the whole dossier only.
    OnlyForWholeDossier,
    /// Several planned lines fit the same bookings.
    LinesAlike,
    /// The year before has nothing to take a share of.
    NothingBefore,
    /// The unit is another one than in the year before.
    UnitChanged,
    /// Such a figure is not compared over years.
    NotCompared,
    /// The yearly cost was not given.
    YearlyCost,
    /// The dossier names no receipts.
    NoReceipts,
    /// The dossier names no planned own share.
    OwnPlanned,
    /// An own budget line has no category, so nobody can say whether it counts.
    OwnLineWithoutCategory,
    /// Carried over per action and for the whole dossier, which may hold one another.
    CarryOverMixed,
    /// The amount carried over was not given.
    CarryOverAmount,
    /// The year before is not over, so what it leaves is not known.
    YearNotOver(YearNr),
    /// The scheme publishes no usual amount.
    UsualAmount,
    /// The amount of the stimulus was not given.
    StimulusAmount,
    /// The planned FTE was not given.
    PlannedFte,
    /// Who was taken on was not given.
    FilledFte,
    /// Since when was not given.
    Since,
    /// The payer was not given.
    Payer,
    /// The category was not given.
    Category,
    /// Nobody said whether these are the same people.
    SamePeople,
    /// Nobody said whether double the investment was made.
    DoubleInvestment,
    /// The provider has different counts under the actions.
    CountsDiffer,
    /// The provider of the rows was not given.
    Provider,
    /// A reached figure that this one needs is unknown.
    Reached,
    /// The scheme sets no own share that a finite amount could meet.
    OwnShareIsWhole,
    /// The dossier states it in a way that cannot be read.
    Unreadable,
    /// A line of the dossier that it sums cannot be read.
    LineUnreadable,
    /// The dossier does not say whether anything was carried over.
    CarryOverNotSaid(YearNr),
    /// The current reach is above the target.
    ReachAboveTarget,
    /// The scheme does not give the first and last day of that year.
    YearDates(YearNr),
    /// There is nothing to take a share of.
    NothingToShare,
    /// Every row that could fall in that year was set aside.
    AllSetAside(YearNr),
    /// The file has too many rows to look for those that repeat.
    TooManyRowsForDoubles,
    /// A small count of persons, or a figure that would give one away, in what is made
    /// public.
    Hidden,
    /// The total of something else that is unknown.
    DependsOnUnknown,
}

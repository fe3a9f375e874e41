//! Calculations: values in, facts out. Nothing here reads, prints or fails;
//! what cannot be known is an [`Unknown`](crate::model::Unknown) with its reason.
//!
//! The facts borrow the account they were derived from.

mod at_stake;
mod attainment;
mod award;
mod booked;
mod budget;
mod by_provider;
mod calendar;
mod chain;
mod cofinancing;
mod costs;
mod due;
mod interim;
mod overlap;
mod own_share;
mod progress;
mod providers;
mod service;
mod small_cells;
mod staffing;
mod vacancy;
mod year_over_year;

pub use at_stake::{AtStake, is_balance_received};
pub use attainment::{ActionAttainment, AttainmentStatus};
pub use award::{ActionAward, AwardVerdict, YearAward, groups_above_ceiling};
pub use booked::Booked;
pub use budget::{BudgetNote, BudgetRow};
pub use calendar::{CalendarRow, LateReceipts, OneOrAll, SpentBy, counted_receipts, late_receipts};
pub use cofinancing::{Cofinancing, CofinancingVerdict, Span as CofinancingPeriod};
pub use costs::CostLine;
pub use due::{Due, DueReport};
pub use interim::{Interim, InterimStatus};
pub use overlap::SharedProvider;
pub use own_share::{CountsAsOwn, OwnPlanned, counts, counts_as_own};
pub use progress::{MonthProgress, has_course};
pub use providers::ProviderReach;
pub use service::ServiceRow;
pub use staffing::{StaffMonths, StaffRow, counts as counts_in_sums, staff_months};
pub use vacancy::{Company, MissedTarget, Vacancy, vacancies};
pub use year_over_year::{Compared, SameDays, YearOverYear};

use crate::model::{Account, Euro, Known, Unknown, YearNr};

/// All facts of one account.
#[derive(Debug)]
pub struct Analysis<'a> {
    /// What they were derived from.
    pub account: &'a Account,
    /// The award per action and year.
    pub awards: Vec<ActionAward<'a>>,
    /// The award per year.
    pub year_awards: Vec<YearAward<'a>>,
    /// What was reached per action and year.
    pub attainment: Vec<ActionAttainment<'a>>,
    /// What was reached per provider.
    pub providers: Vec<ProviderReach<'a>>,
    /// What was reached per month.
    pub progress: Vec<MonthProgress<'a>>,
    /// The same count of one provider under several actions.
    pub overlap: Vec<SharedProvider<'a>>,
    /// Own share against award, per year and in all.
    pub cofinancing: Vec<Cofinancing>,
    /// Award, carry-over and spending per year.
    pub budget: Vec<BudgetRow<'a>>,
    /// Each year against the one before it.
    pub year_over_year: Vec<YearOverYear<'a>>,
    /// Project years against accounting years.
    pub calendar: Vec<CalendarRow<'a>>,
    /// Planned cost lines.
    pub costs: Vec<CostLine<'a>>,
    /// Staff per year.
    pub staffing: Vec<StaffRow<'a>>,
    /// What depends on the targets.
    pub at_stake: Vec<AtStake<'a>>,
    /// Who was there when, per year.
    pub staffing_over_time: Vec<ServiceRow<'a>>,
    /// Whether a count of persons is hidden in any of them.
    pub hides: bool,
}

/// Derives all facts.
#[must_use]
pub fn analyse(account: &Account) -> Analysis<'_> {
    let awards = award::awards(account);
    let year_awards = award::year_awards(account);
    let hiding = small_cells::hiding(account);
    let attainment = attainment::attainment(account, &hiding);
    let providers = providers::providers(account, &attainment, &hiding);
    let staffing = staffing::staffing(account);
    Analysis {
        account,
        progress: progress::progress(account, &attainment, &hiding),
        overlap: overlap::overlap(account, &attainment, &providers),
        cofinancing: cofinancing::cofinancing(account, &year_awards),
        budget: budget::budget(account, &year_awards),
        year_over_year: year_over_year::year_over_year(account, &hiding),
        calendar: calendar::calendar(account),
        costs: costs::costs(account),
        at_stake: at_stake::at_stake(account, &attainment, &year_awards),
        staffing_over_time: service::over_time(account, &staffing),
        staffing,
        awards,
        year_awards,
        attainment,
        providers,
        hides: hiding.is_any(),
    }
}

impl Analysis<'_> {
    /// The own share row of one project year.
    #[must_use]
    pub fn cofinancing_of(&self, year: YearNr) -> Option<&Cofinancing> {
        self.cofinancing
            .iter()
            .find(|row| row.period == CofinancingPeriod::Year(year))
    }
}

impl Analysis<'_> {
    /// What is planned as own share and not booked yet, of the years that are not over:
    /// all of them, or one. Years of the scheme that the dossier leaves out may hold a
    /// plan as well.
    ///
    /// # Errors
    /// When a plan, what was booked, or the as-of date is unknown.
    pub fn own_planned_rest(&self, of: Option<YearNr>) -> Known<Euro> {
        let mut rest = Euro::ZERO;
        for year in self.account.scheme.years.iter().map(|year| year.nr) {
            let is_meant = of.is_none_or(|of| of == year);
            if !is_meant || is_over(self.account, year)? {
                continue;
            }
            let row = self.cofinancing_of(year).ok_or(Unknown::OwnPlanned)?;
            rest += (row.own_planned.clone()? - row.own_booked.clone()?).max(Euro::ZERO);
        }
        Ok(rest)
    }
}

/// Whether a project year is over at the as-of date.
///
/// # Errors
/// When there is no as-of date.
pub fn is_over(account: &Account, year: YearNr) -> Known<bool> {
    Ok(account.period(year)?.is_over(account.today()?))
}

/// Whether a project year has begun at the as-of date.
///
/// # Errors
/// When there is no as-of date.
pub fn has_begun(account: &Account, year: YearNr) -> Known<bool> {
    Ok(account.period(year)?.has_begun(account.today()?))
}

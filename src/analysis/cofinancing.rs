//! The own share that stands against the award.
//!
//! Verdicts compare products of exact amounts, never rounded quotients: one cent
//! short is short.

use super::booked::{Booked, booked, speaking};
use super::{OwnPlanned, YearAward};
use crate::model::{Account, Euro, Known, Period, Ratio, TestedOver, Unknown, YearNr};

/// The stretch a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// One project year.
    Year(YearNr),
    /// All years of the dossier.
    All,
}

/// Award and own share of one stretch.
#[derive(Debug)]
pub struct Cofinancing {
    /// The stretch.
    pub period: Span,
    /// The award.
    pub award: Known<Euro>,
    /// Stimuli; they ask no own share where the scheme exempts them.
    pub stimulus: Known<Euro>,
    /// Award × share ÷ (1 − share), rounded up to the cent.
    pub own_required: Known<Euro>,
    /// What is planned; never counted as registered.
    pub own_planned: Known<Euro>,
    /// What was registered.
    pub own_booked: Known<Euro>,
    /// What is still to be shown; nothing when there is enough.
    pub own_missing: Known<Euro>,
    /// Award, own share required and stimuli together.
    pub to_account: Known<Euro>,
    /// What of that has been accounted for: spent of award and stimuli, and own share.
    pub accounted: Known<Euro>,
    /// What was booked, and why some of it is left out of the own share.
    pub booked: Known<Booked>,
    /// Rows of bookings set aside that could have changed these figures.
    pub set_aside: u64,
    /// Own share booked out of own share and award together.
    pub own_share: Known<Ratio>,
    /// The verdict.
    pub verdict: CofinancingVerdict,
    /// Whether the scheme tests the own share over this stretch.
    pub is_tested: bool,
}

/// Outcome of the own share test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CofinancingVerdict {
    /// Own share booked or an award unknown.
    Unknown,
    /// Enough.
    Met,
    /// Too little, and the tested period is over.
    Short,
    /// Too little so far.
    Running,
}

pub(super) fn cofinancing(account: &Account, awards: &[YearAward<'_>]) -> Vec<Cofinancing> {
    let mut rows: Vec<_> = awards.iter().map(|award| of_year(account, award)).collect();
    let all = all_years(account, &rows);
    rows.push(all);
    rows
}

fn of_year(account: &Account, award: &YearAward<'_>) -> Cofinancing {
    let year = award.year.nr;
    let tested = account.scheme.tested_over == TestedOver::EachYear;
    let of_year = account.scheme.period(year);
    let period = if tested {
        of_year
    } else {
        account.scheme.whole_period()
    };
    let amounts = Amounts {
        award: award.award.clone(),
        stimulus: stimulus(account, award),
        own_planned: OwnPlanned::of(account, year).amount(),
        booked: booked(account, year),
    };
    row(account, Span::Year(year), amounts, period, tested)
}

fn all_years(account: &Account, years: &[Cofinancing]) -> Cofinancing {
    let tested = account.scheme.tested_over == TestedOver::AllYears;
    // A year that cannot be read is one of all.
    let all = match account.dossier.unreadable.years {
        true => Err(Unknown::LineUnreadable),
        false => Ok(years),
    };
    let total = |amount: fn(&Cofinancing) -> &Known<Euro>| -> Known<Euro> {
        let years = all.clone()?;
        if years.is_empty() {
            return Err(Unknown::AwardOfYear);
        }
        years.iter().map(|year| amount(year).clone()).sum()
    };
    let some_year = |unknown| {
        if unknown == Unknown::AwardOfYear {
            Unknown::AwardOfSomeYear
        } else {
            unknown
        }
    };
    let booked = || -> Known<Booked> {
        let years = all.clone()?;
        speaking(account)?;
        years.iter().try_fold(
            Booked::default(),
            |sum, year| Ok(sum + year.booked.clone()?),
        )
    };
    let amounts = Amounts {
        award: total(|year| &year.award).map_err(some_year),
        stimulus: total(|year| &year.stimulus),
        own_planned: total(|year| &year.own_planned),
        booked: booked(),
    };
    let period = account.scheme.whole_period();
    row(account, Span::All, amounts, period, tested)
}

/// The four amounts that a row starts from.
struct Amounts {
    award: Known<Euro>,
    stimulus: Known<Euro>,
    own_planned: Known<Euro>,
    booked: Known<Booked>,
}

fn row(
    account: &Account,
    period: Span,
    amounts: Amounts,
    days: Option<Period>,
    is_tested: bool,
) -> Cofinancing {
    let Amounts {
        award,
        stimulus,
        own_planned,
        booked,
    } = amounts;
    let own_booked = booked.clone().map(|booked| booked.own);
    let accounted = booked
        .clone()
        .map(|booked| booked.award + booked.own + booked.stimulus);
    let year = match period {
        Span::Year(year) => Some(year),
        Span::All => None,
    };
    let own_required = own_required(account, &award, &stimulus);
    let own_missing = own_required
        .clone()
        .and_then(|required| Ok((required - own_booked.clone()?).max(Euro::ZERO)));
    let to_account = award
        .clone()
        .and_then(|award| Ok(award + own_required.clone()? + stimulus.clone()?));
    let own_share = own_booked.clone().and_then(|own| {
        if own.is_negative() {
            return Err(Unknown::NothingToShare);
        }
        let total = own + base(account, &award, &stimulus)?;
        Ratio::new(own.decimal(), total.decimal()).ok_or(Unknown::NothingToShare)
    });
    Cofinancing {
        period,
        verdict: verdict(account, &own_missing, days),
        accounted,
        booked,
        set_aside: account.bookings.set_aside_for(year),
        award,
        stimulus,
        own_required,
        own_planned,
        own_booked,
        own_missing,
        to_account,
        own_share,
        is_tested,
    }
}

/// What the own share stands against. Stimuli ask none where the scheme exempts them.
fn base(account: &Account, award: &Known<Euro>, stimulus: &Known<Euro>) -> Known<Euro> {
    let mut base = award.clone()?;
    if !account.scheme.stimuli_are_exempt {
        base += stimulus.clone()?;
    }
    Ok(base)
}

fn own_required(account: &Account, award: &Known<Euro>, stimulus: &Known<Euro>) -> Known<Euro> {
    base(account, award, stimulus)?
        .matched_at(account.scheme.own_share)
        .map(crate::model::Unrounded::rounded_up)
        .ok_or(Unknown::OwnShareIsWhole)
}

/// No stimulus named is no stimulus, once the grant letter is in the dossier.
fn stimulus(account: &Account, award: &YearAward<'_>) -> Known<Euro> {
    let mut granted = account
        .dossier
        .stimuli
        .iter()
        .filter(|it| it.year == award.year.nr)
        .peekable();
    if account.dossier.unreadable.stimuli {
        return Err(Unknown::LineUnreadable);
    }
    if granted.peek().is_none() {
        return award.award.clone().map(|_| Euro::ZERO);
    }
    granted
        .map(|it| it.amount.ok_or(Unknown::StimulusAmount))
        .sum()
}

fn verdict(account: &Account, missing: &Known<Euro>, days: Option<Period>) -> CofinancingVerdict {
    match missing {
        Err(_) => CofinancingVerdict::Unknown,
        Ok(missing) if *missing == Euro::ZERO => CofinancingVerdict::Met,
        Ok(_) => match (account.today(), days) {
            (Ok(today), Some(days)) if days.is_over(today) => CofinancingVerdict::Short,
            (Ok(_), Some(_)) => CofinancingVerdict::Running,
            _ => CofinancingVerdict::Unknown,
        },
    }
}

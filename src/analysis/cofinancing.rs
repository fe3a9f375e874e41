//! The own share that stands against the award.
//!
//! Verdicts compare products of exact amounts, never rounded quotients: one cent
//! short is short.

use super::YearAward;
use crate::model::{
    Account, BudgetLine, Euro, Known, OwnShare, Payer, Period, Ratio, TestedOver, Unknown, YearNr,
};

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
    /// What of that has been accounted for.
    pub accounted: Known<Euro>,
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

/// The own share that the dossier plans for a year.
#[derive(Debug, PartialEq, Eq)]
pub struct OwnPlanned {
    /// As one amount, where stated.
    pub stated: Option<Known<Euro>>,
    /// As the sum of own budget lines that count, where there are any.
    pub lines: Option<Known<Euro>>,
}

/// Why a cost line counts as own share, or does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountsAsOwn {
    /// It counts.
    Yes,
    /// Somebody else pays; it stands outside subsidy and own share.
    ThirdParty,
    /// Another subsidy pays, or its category needs a look first.
    ToLookAt,
    /// Its category never counts.
    CategoryDoesNot,
    /// It has no category.
    CategoryUnknown,
    /// It does not claim to be own share.
    NotOwn,
}

/// Whether a planned cost line counts as own share.
#[must_use]
pub fn counts_as_own(account: &Account, line: &BudgetLine) -> CountsAsOwn {
    match line.payer.as_ref().map(|payer| payer.value) {
        Some(Payer::ThirdParty) => return CountsAsOwn::ThirdParty,
        Some(Payer::Other) => return CountsAsOwn::ToLookAt,
        Some(Payer::Own) => {}
        _ => return CountsAsOwn::NotOwn,
    }
    let category = line
        .category
        .as_ref()
        .and_then(|key| account.scheme.category(&key.value));
    match category.map(|category| category.own_share) {
        None => CountsAsOwn::CategoryUnknown,
        Some(OwnShare::Yes) => CountsAsOwn::Yes,
        Some(OwnShare::Warn) => CountsAsOwn::ToLookAt,
        Some(OwnShare::No) => CountsAsOwn::CategoryDoesNot,
    }
}

impl OwnPlanned {
    /// What the dossier plans for a year, stated and in lines.
    #[must_use]
    pub fn of(account: &Account, year: YearNr) -> Self {
        let in_year = account.dossier.year(year);
        let stated = in_year.and_then(|year| year.own_planned);
        let own: Vec<_> = account
            .dossier
            .budget
            .iter()
            .filter(|line| line.year == year)
            .map(|line| (counts_as_own(account, line), line.amount.value))
            .filter(|(counts, _)| matches!(counts, CountsAsOwn::Yes | CountsAsOwn::CategoryUnknown))
            .collect();
        let unclear = own
            .iter()
            .any(|(counts, _)| *counts == CountsAsOwn::CategoryUnknown);
        let stated_badly = in_year.is_some_and(|it| it.unreadable.contains(&"own_planned"));
        let lines = (!own.is_empty() || account.dossier.unreadable.budget).then(|| {
            if account.dossier.unreadable.budget {
                Err(Unknown::LineUnreadable)
            } else if unclear {
                Err(Unknown::OwnLineWithoutCategory)
            } else {
                Ok(own.iter().map(|(_, amount)| *amount).sum())
            }
        });
        Self {
            stated: stated
                .map(|it| Ok(it.value))
                .or(stated_badly.then_some(Err(Unknown::Unreadable))),
            lines,
        }
    }

    /// The amount that counts: as stated, else the lines.
    fn amount(self) -> Known<Euro> {
        self.stated
            .or(self.lines)
            .unwrap_or(Err(Unknown::OwnPlanned))
    }
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
        own_booked: own_booked(account),
    };
    row(account, Span::Year(year), amounts, period, tested)
}

fn all_years(account: &Account, years: &[Cofinancing]) -> Cofinancing {
    let tested = account.scheme.tested_over == TestedOver::AllYears;
    let total = |amount: fn(&Cofinancing) -> &Known<Euro>| -> Known<Euro> {
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
    let amounts = Amounts {
        award: total(|year| &year.award).map_err(some_year),
        stimulus: total(|year| &year.stimulus),
        own_planned: total(|year| &year.own_planned),
        own_booked: total(|year| &year.own_booked),
    };
    let period = account.scheme.whole_period();
    row(account, Span::All, amounts, period, tested)
}

/// The four amounts that a row starts from.
struct Amounts {
    award: Known<Euro>,
    stimulus: Known<Euro>,
    own_planned: Known<Euro>,
    own_booked: Known<Euro>,
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
        own_booked,
    } = amounts;
    let own_required = own_required(account, &award, &stimulus);
    let own_missing = own_required
        .clone()
        .and_then(|required| Ok((required - own_booked.clone()?).max(Euro::ZERO)));
    let to_account = award
        .clone()
        .and_then(|award| Ok(award + own_required.clone()? + stimulus.clone()?));
    let own_share = own_booked.clone().and_then(|own| {
        let total = own + award.clone()?;
        Ratio::new(own.decimal(), total.decimal()).ok_or(Unknown::DependsOnUnknown)
    });
    Cofinancing {
        period,
        verdict: verdict(account, &own_missing, days),
        accounted: own_booked.clone().and(Err(Unknown::NoBookings)),
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

/// Stimuli ask no own share where the scheme exempts them.
fn own_required(account: &Account, award: &Known<Euro>, stimulus: &Known<Euro>) -> Known<Euro> {
    let mut base = award.clone()?;
    if !account.scheme.stimuli_are_exempt {
        base += stimulus.clone()?;
    }
    base.matched_at(account.scheme.own_share)
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

fn own_booked(account: &Account) -> Known<Euro> {
    Err(if account.dossier.bookings.is_empty() {
        Unknown::NoBookings
    } else {
        Unknown::BookingsNotRead
    })
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

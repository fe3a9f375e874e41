//! The award of the grant letter held against the scheme's rates.
//!
//! The award is always the letter's; the rates only tell whether it is what one
//! would expect. Verdicts and their order: `design` of the award table.

use crate::model::{
    Account, ActionYear, DossierAction, DossierYear, Euro, Known, Rate, RateGroup, SchemeAction,
    Share, Units, Unknown, YearNr,
};
use crate::source::Spanned;

/// The award of one action in one year.
#[derive(Debug)]
pub struct ActionAward<'a> {
    /// The year.
    pub year: YearNr,
    /// The action in the dossier.
    pub action: &'a DossierAction,
    /// What the dossier says of that year.
    pub in_year: &'a ActionYear,
    /// The action in the scheme.
    pub in_scheme: &'a SchemeAction,
    /// The rate of that year, if the scheme has one.
    pub rate: Option<&'a Rate>,
    /// Target less current reach, else award ÷ unit amount.
    pub subsidised_units: Known<Units>,
    /// The subsidy for one unit.
    pub unit_amount: Known<Euro>,
    /// The ceiling in euro.
    pub ceiling: Known<Euro>,
    /// What the rate gives; no ceiling applied.
    pub computed: Known<Euro>,
    /// The letter's euro.
    pub award: Known<Euro>,
    /// Award less computed.
    pub difference: Known<Euro>,
    /// The reach before the subsidy that would explain the award.
    pub implied_reach: Option<u64>,
    /// The verdict.
    pub verdict: AwardVerdict,
}

/// How an award compares with the scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AwardVerdict {
    /// No rate in that year.
    NotSubsidised,
    /// Target or award missing.
    Unknown,
    /// No award per action is known, and all computed amounts add to the year's total exactly.
    FitsTotal,
    /// Award and computed amount are the same.
    Matches,
    /// A reach from before would explain it.
    ExistingReach,
    /// The award is the ceiling.
    AtCeiling,
    /// Anything else.
    Differs,
}

/// The award of a year as a whole.
#[derive(Debug)]
pub struct YearAward<'a> {
    /// The year.
    pub year: &'a DossierYear,
    /// The letter's total where given, else the sum of the actions.
    pub award: Known<Euro>,
    /// The sum of the actions' awards, where all are known.
    pub sum: Option<Euro>,
}

impl YearAward<'_> {
    /// The letter's total, where the dossier has it.
    #[must_use]
    pub fn total(&self) -> Option<Spanned<Euro>> {
        self.year.award_total
    }
}

pub(super) fn year_awards(account: &Account) -> Vec<YearAward<'_>> {
    let dossier = &account.dossier;
    dossier
        .years
        .iter()
        .map(|year| {
            let mut awards = dossier
                .actions_in(year.nr)
                .map(|(_, in_year)| in_year.award.map(|award| award.value))
                .peekable();
            let sum = if awards.peek().is_some() {
                awards.sum()
            } else {
                None
            };
            YearAward {
                year,
                award: if year.unreadable.contains(&"award_total") {
                    Err(Unknown::Unreadable)
                } else {
                    let total = year.award_total.map(|total| total.value);
                    let is_partly_read = dossier
                        .actions_in(year.nr)
                        .any(|(_, it)| it.unreadable.contains(&"award"));
                    total.or(sum).ok_or(if is_partly_read {
                        Unknown::Unreadable
                    } else {
                        Unknown::AwardOfYear
                    })
                },
                sum,
            }
        })
        .collect()
}

pub(super) fn awards(account: &Account) -> Vec<ActionAward<'_>> {
    let mut rows = Vec::new();
    for year in &account.dossier.years {
        let first = rows.len();
        for (action, in_year) in account.dossier.actions_in(year.nr) {
            if let Some(in_scheme) = account.scheme.action(action.nr) {
                let has_total = year.award_total.is_some();
                rows.push(award(account, in_scheme, action, in_year, has_total));
            }
        }
        judge_by_total(&mut rows[first..], year);
    }
    rows
}

fn award<'a>(
    account: &'a Account,
    in_scheme: &'a SchemeAction,
    action: &'a DossierAction,
    in_year: &'a ActionYear,
    has_total: bool,
) -> ActionAward<'a> {
    let own_share = account.scheme.own_share;
    let rate = account.scheme.rate(action.nr, in_year.nr);
    let award = in_year.award.map(|award| award.value).ok_or(if has_total {
        Unknown::AwardOnlyAsTotal
    } else {
        Unknown::AwardOfAction
    });
    let unit_amount = rate
        .and_then(|rate| rate.subsidy_per_unit(own_share))
        .ok_or(Unknown::NoRate);
    let ceiling = ceiling(rate, own_share);
    let computed =
        extra_units(in_year).and_then(|units| Ok((unit_amount.clone()? * units).rounded_half_up()));
    let mut row = ActionAward {
        year: in_year.nr,
        action,
        in_year,
        in_scheme,
        rate,
        subsidised_units: subsidised_units(in_year, &award, &unit_amount),
        implied_reach: implied_reach(in_year, &award, &unit_amount),
        difference: award
            .clone()
            .and_then(|award| Ok(award - computed.clone()?)),
        unit_amount,
        ceiling,
        computed,
        award,
        verdict: AwardVerdict::Unknown,
    };
    row.verdict = verdict(&row);
    row
}

fn ceiling(rate: Option<&Rate>, own_share: Share) -> Known<Euro> {
    rate.ok_or(Unknown::NoRate)?
        .ceiling_in_euro(own_share)
        .ok_or(Unknown::NoCeiling)
}

/// Target less current reach; the target alone where the current reach is unknown.
fn extra_units(in_year: &ActionYear) -> Known<Units> {
    let target = in_year
        .target
        .ok_or(in_year.why_not("target", Unknown::Target))?
        .value;
    if in_year.unreadable.contains(&"current_reach") {
        return Err(Unknown::Unreadable);
    }
    let before = in_year.current_reach.map_or(0, |reach| reach.value);
    if before > target {
        return Err(Unknown::ReachAboveTarget);
    }
    Ok(Units::whole(target) - Units::whole(before))
}

fn subsidised_units(
    in_year: &ActionYear,
    award: &Known<Euro>,
    price: &Known<Euro>,
) -> Known<Units> {
    let said = in_year.current_reach.is_some() || in_year.unreadable.contains(&"current_reach");
    if said && in_year.target.is_some() {
        return extra_units(in_year);
    }
    award
        .clone()?
        .units_at(price.clone()?)
        .ok_or(Unknown::NoWholeUnits)
}

fn implied_reach(in_year: &ActionYear, award: &Known<Euro>, price: &Known<Euro>) -> Option<u64> {
    if in_year.current_reach.is_some() || in_year.unreadable.contains(&"current_reach") {
        return None;
    }
    let target = Units::whole(in_year.target?.value);
    let paid = award.as_ref().ok()?.units_at(*price.as_ref().ok()?)?;
    (target - paid).as_whole().filter(|reach| *reach > 0)
}

fn verdict(row: &ActionAward<'_>) -> AwardVerdict {
    if row.rate.is_none() {
        return AwardVerdict::NotSubsidised;
    }
    let (Ok(award), Ok(computed)) = (&row.award, &row.computed) else {
        return AwardVerdict::Unknown;
    };
    if award == computed {
        AwardVerdict::Matches
    } else if row.implied_reach.is_some() {
        AwardVerdict::ExistingReach
    } else if row.ceiling.as_ref() == Ok(award) {
        AwardVerdict::AtCeiling
    } else {
        AwardVerdict::Differs
    }
}

/// Where the letter gives only a total, the computed amounts may still add to it.
fn judge_by_total(rows: &mut [ActionAward<'_>], year: &DossierYear) {
    let Some(total) = year.award_total else {
        return;
    };
    let silent = rows
        .iter()
        .all(|row| row.in_year.award.is_none() && !row.in_year.unreadable.contains(&"award"));
    let computed: Option<Euro> = rows.iter().map(|row| row.computed.clone().ok()).sum();
    if silent && !rows.is_empty() && computed == Some(total.value) {
        for row in rows.iter_mut() {
            row.verdict = AwardVerdict::FitsTotal;
        }
    }
}

/// Groups whose target is above the group's own ceiling. Judged only where the
/// award matches: above that, a target may hold an existing reach.
pub fn groups_above_ceiling<'a>(
    row: &'a ActionAward<'a>,
) -> impl Iterator<Item = (&'a RateGroup, Spanned<u64>, Units)> {
    let groups = match (row.verdict, row.rate) {
        (AwardVerdict::Matches, Some(rate)) => rate.groups.as_slice(),
        _ => &[],
    };
    groups.iter().filter_map(move |group| {
        let (_, target) = row
            .in_year
            .groups
            .iter()
            .find(|(key, _)| *key == group.key)?;
        let ceiling = group.ceiling_units?;
        (Units::whole(target.value) > ceiling).then_some((group, *target, ceiling))
    })
}

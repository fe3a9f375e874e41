//! Planned cost lines, and what was really booked on them.

use super::booked::{speaking, speaking_of};
use crate::model::{
    Account, ActionNr, BookedUnder, BudgetLine, Euro, Known, Payer, Unknown, YearNr,
};
use std::collections::BTreeMap;

/// A planned cost line, or bookings that no line plans.
#[derive(Debug)]
pub struct CostLine<'a> {
    /// The year.
    pub year: YearNr,
    /// For which actions; empty for the whole dossier.
    pub actions: Vec<ActionNr>,
    /// Key of the category in the scheme.
    pub category: Option<&'a str>,
    /// Who pays.
    pub payer: Option<Payer>,
    /// The line; none for bookings that no line plans.
    pub line: Option<&'a BudgetLine>,
    /// What was really booked on it.
    pub booked: Known<Euro>,
    /// Bookings set aside that could be of it, by their year and action; who paid and for
    /// what is not kept of them.
    pub set_aside: u64,
}

/// Every planned line, then the bookings that fit none, year by year. Together they
/// hold every counted booking once, unless lines fit the same bookings.
pub(super) fn costs(account: &Account) -> Vec<CostLine<'_>> {
    let lines: Vec<&BudgetLine> = account.dossier.budget.iter().collect();
    let fits = Fits::of(account, &lines);
    let mut costs: Vec<_> = lines
        .iter()
        .enumerate()
        .map(|(index, line)| CostLine {
            year: line.year,
            actions: line.actions.clone(),
            category: line.category.as_ref().map(|key| key.value.as_str()),
            payer: line.payer.map(|payer| payer.value),
            line: Some(line),
            booked: booked_on(account, line, index, &fits),
            set_aside: account.bookings.set_aside_of(line.year, |of| {
                let is_named = of.is_some_and(|nr| line.actions.contains(&nr));
                line.actions.is_empty() || is_named
            }),
        })
        .collect();
    costs.extend(unplanned(account, &fits));
    costs.sort_by_key(|cost| {
        let first = cost.actions.first().map(|nr| account.scheme.order(*nr));
        (cost.year, cost.line.is_none(), first.is_none(), first)
    });
    costs
}

/// The line that each booking belongs to.
struct Fits {
    /// Sum by position of the line.
    booked: BTreeMap<usize, Euro>,
    /// Positions of lines that share bookings with another.
    alike: Vec<usize>,
    /// Sum of what fits no line.
    rest: BTreeMap<(YearNr, Option<ActionNr>, Payer, Option<usize>), Euro>,
}

impl Fits {
    fn of(account: &Account, lines: &[&BudgetLine]) -> Self {
        let mut fits = Self {
            booked: BTreeMap::new(),
            alike: Vec::new(),
            rest: BTreeMap::new(),
        };
        for (under, amount) in &account.bookings.sums {
            let positions = fitting(account, under, lines);
            match positions.as_slice() {
                [] => {
                    let key = (under.year, under.action, under.payer, under.category);
                    *fits.rest.entry(key).or_default() += *amount;
                }
                [only] => *fits.booked.entry(*only).or_default() += *amount,
                several => fits.alike.extend(several),
            }
        }
        fits
    }
}

impl Fits {
    /// Whether bookings that fit no line could be those of a line without a category.
    fn has_rest_for(&self, line: &BudgetLine) -> bool {
        let payer = line.payer.map(|payer| payer.value);
        self.rest.keys().any(|(year, action, paid_by, _)| {
            *year == line.year
                && Some(*paid_by) == payer
                && (line.actions.is_empty() || action.is_some_and(|nr| line.actions.contains(&nr)))
        })
    }
}

/// The lines that a booking fits: those that name its action, else those for the whole
/// dossier.
fn fitting(account: &Account, under: &BookedUnder, lines: &[&BudgetLine]) -> Vec<usize> {
    let category = under
        .category
        .and_then(|index| account.scheme.categories.get(index))
        .map(|category| category.key.as_str());
    let same = |line: &BudgetLine| {
        line.year == under.year
            && line.payer.map(|payer| payer.value) == Some(under.payer)
            && line.category.as_ref().map(|key| key.value.as_str()) == category
    };
    let positions = |is_meant: &dyn Fn(&BudgetLine) -> bool| -> Vec<usize> {
        let lines = lines.iter().enumerate();
        lines
            .filter(|(_, line)| same(line) && is_meant(line))
            .map(|(index, _)| index)
            .collect()
    };
    let named = positions(&|line| under.action.is_some_and(|nr| line.actions.contains(&nr)));
    if named.is_empty() {
        positions(&|line| line.actions.is_empty())
    } else {
        named
    }
}

fn booked_on(account: &Account, line: &BudgetLine, index: usize, fits: &Fits) -> Known<Euro> {
    speaking_of(account, line.year)?;
    line.payer.ok_or(Unknown::Payer)?;
    if fits.alike.contains(&index) {
        return Err(Unknown::LinesAlike);
    }
    if line.category.is_none() && fits.has_rest_for(line) {
        return Err(Unknown::Category);
    }
    Ok(fits.booked.get(&index).copied().unwrap_or_default())
}

/// Bookings that no line plans, in years that have a plan.
fn unplanned<'a>(account: &'a Account, fits: &Fits) -> Vec<CostLine<'a>> {
    let is_planned = |year| account.dossier.budget.iter().any(|line| line.year == year);
    if speaking(account).is_err() {
        return Vec::new();
    }
    let rest = fits.rest.iter().filter(|((year, ..), _)| is_planned(*year));
    rest.map(|((year, action, payer, category), amount)| CostLine {
        year: *year,
        actions: action.iter().copied().collect(),
        set_aside: account.bookings.set_aside_of(*year, |of| of == *action),
        category: category
            .and_then(|index| account.scheme.categories.get(index))
            .map(|category| category.key.as_str()),
        payer: Some(*payer),
        line: None,
        booked: Ok(*amount),
    })
    .collect()
}

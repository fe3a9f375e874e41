//! How a finding names costs that stay out of the own share, planned or booked: what
//! C02, C03 and C04 have in common.

use crate::analysis::{Analysis, CountsAsOwn, counts, counts_as_own};
use crate::finding::{Finding, Spot};
use crate::model::{
    ActionNr, BookedAlike, BudgetLine, Category, Euro, InTwoLanguages, Payer, Scheme, YearNr,
};
use crate::wording::{Both, dutch, english};

/// Costs as a sentence names them.
#[derive(Debug, Clone)]
pub enum LeftOut {
    /// A planned cost line.
    Planned {
        /// The project year.
        year: YearNr,
        /// For which actions; empty for the whole dossier.
        actions: Vec<ActionNr>,
        /// How much.
        amount: Euro,
    },
    /// Bookings of one file with the same payer and category.
    Booked {
        /// The project year.
        year: YearNr,
        /// How many.
        rows: u64,
        /// Their sum.
        amount: Euro,
    },
}

/// Costs that stay out of the own share, what is to be said of them, and where.
pub(super) struct Cost {
    /// What they are.
    pub(super) cost: LeftOut,
    /// Who pays.
    pub(super) payer: Option<Payer>,
    /// Title of their category, where they have one.
    pub(super) category: Option<InTwoLanguages>,
    payer_at: Spot,
    category_at: Spot,
}

impl Cost {
    /// Where the payer stands.
    pub(super) fn at_payer(&self) -> Spot {
        self.payer_at.clone()
    }

    /// Where the category stands.
    pub(super) fn at_category(&self) -> Spot {
        self.category_at.clone()
    }
}

/// A finding for each cost that is left out for one of these reasons: planned lines
/// first, then bookings.
pub(super) fn left_out(
    analysis: &Analysis<'_>,
    reasons: &[CountsAsOwn],
    finding: impl Fn(Cost) -> Finding,
) -> Vec<Finding> {
    let account = analysis.account;
    let planned = account.dossier.budget.iter();
    let planned = planned
        .filter(|line| reasons.contains(&counts_as_own(account, line)))
        // A planned own line without a category leaves the plan unknown instead.
        .filter(|line| counts_as_own(account, line) != CountsAsOwn::CategoryUnknown)
        .map(|line| of_line(&account.scheme, line));
    let booked = account.bookings.alike.iter();
    let booked = booked
        .filter(|alike| {
            reasons.contains(&counts(Some(alike.payer), category(&account.scheme, alike)))
        })
        .map(|alike| of_bookings(&account.scheme, alike));
    planned.chain(booked).map(finding).collect()
}

fn category<'s>(scheme: &'s Scheme, alike: &BookedAlike) -> Option<&'s Category> {
    alike
        .category
        .and_then(|index| scheme.categories.get(index))
}

fn of_line(scheme: &Scheme, line: &BudgetLine) -> Cost {
    let key = line.category.as_ref();
    let category = key.and_then(|key| scheme.category(&key.value));
    Cost {
        cost: LeftOut::Planned {
            year: line.year,
            actions: line.actions.clone(),
            amount: line.amount.value,
        },
        payer: line.payer.map(|payer| payer.value),
        category: category.map(|category| category.title.clone()),
        payer_at: line.payer.map_or(line.span, |payer| payer.span).into(),
        category_at: key.map_or(line.span, |key| key.span).into(),
    }
}

fn of_bookings(scheme: &Scheme, alike: &BookedAlike) -> Cost {
    Cost {
        cost: LeftOut::Booked {
            year: alike.year,
            rows: alike.rows,
            amount: alike.amount,
        },
        payer: Some(alike.payer),
        category: category(scheme, alike).map(|category| category.title.clone()),
        payer_at: alike.payer_spot.clone(),
        category_at: alike.category_spot.clone(),
    }
}

impl LeftOut {
    /// `€ 8.000,00 voor actie 15, projectjaar 1`
    pub(super) fn dutch(&self) -> String {
        match self {
            Self::Planned {
                year,
                actions,
                amount,
            } => {
                let amount = dutch::euro(*amount);
                let actions = match actions.as_slice() {
                    [] => "het hele dossier".to_owned(),
                    actions => dutch::actions(actions),
                };
                format!("{amount} voor {actions}, projectjaar {year}")
            }
            Self::Booked { year, rows, amount } => format!(
                "{} in {}, projectjaar {year}",
                dutch::euro(*amount),
                dutch::plural(*rows, "boeking", "boekingen")
            ),
        }
    }

    /// `€ 8,000.00 for action 15, project year 1`
    pub(super) fn english(&self) -> String {
        match self {
            Self::Planned {
                year,
                actions,
                amount,
            } => {
                let amount = english::euro(*amount);
                let actions = match actions.as_slice() {
                    [] => "the whole dossier".to_owned(),
                    actions => english::actions(actions),
                };
                format!("{amount} for {actions}, project year {year}")
            }
            Self::Booked { year, rows, amount } => format!(
                "{} in {}, project year {year}",
                english::euro(*amount),
                english::plural(*rows, "booking", "bookings")
            ),
        }
    }

    /// What it does to the own share.
    pub(super) fn consequence(&self) -> Both {
        match self {
            Self::Planned { .. } => Both {
                nl: "de lijn blijft buiten het geplande eigen aandeel",
                en: "the line stays out of the planned own share",
            },
            Self::Booked { rows: 1, .. } => Both {
                nl: "de boeking blijft buiten het geregistreerde eigen aandeel",
                en: "the booking stays out of the own share that is registered",
            },
            Self::Booked { .. } => Both {
                nl: "deze boekingen blijven buiten het geregistreerde eigen aandeel",
                en: "these bookings stay out of the own share that is registered",
            },
        }
    }
}

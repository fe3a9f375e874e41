//! B02: more was carried over or given back than was left.

use super::ActionName;
use super::spent_above_available::award_at;
use crate::analysis::{Analysis, BudgetRow};
use crate::finding::{Code, Fault, Finding, Rule, Severity, Spot, Words};
use crate::model::{ActionNr, Dossier, Euro, YearNr};
use crate::wording::{Both, dutch, english};

/// More was carried over or given back than was left.
#[derive(Debug)]
pub struct MoreOutThanLeft {
    /// The project year.
    pub year: YearNr,
    /// The action; none for the whole year.
    pub action: Option<ActionName>,
    /// What was left.
    pub left: Euro,
    /// What the dossier carries over.
    pub carried: Euro,
    /// What it gives back.
    pub repaid: Euro,
}

pub(super) static RULE: Rule = Rule {
    code: Code::B02,
    severity: Severity::Error,
    name: Both {
        nl: "meer overgedragen dan er over was",
        en: "more carried over than was left",
    },
    why: Both {
        nl: "Wat naar een volgend jaar gaat of teruggegeven wordt, moet eerst over zijn: toegekend en \
             overgedragen, min wat besteed is. Anders staat hetzelfde geld in twee jaren.",
        en: "What goes to a next year or is given back has to be left first: awarded and carried in, less \
             what was spent. Otherwise the same money stands in two years.",
    },
    example: "[[carry_over]]\naction = 15\nfrom = 1\nto = 2\namount = 61_250.00",
    repair: Both {
        nl: "Vergelijk het bedrag met de kolom over van dat jaar. Kwam het geld van een andere actie, leg dat \
             dan vast met [[transfer]].",
        en: "Compare the amount with the column left of that year. If the money came from another action, \
             record that with [[transfer]].",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let years = analysis.account.dossier.years.iter();
    years.flat_map(|year| in_year(analysis, year.nr)).collect()
}

/// The actions that carry too much; of the whole year only where none of them does.
fn in_year(analysis: &Analysis<'_>, year: YearNr) -> Vec<Finding> {
    let of_year = || analysis.budget.iter().filter(|row| row.year == year);
    let actions = of_year().filter(|row| row.action.is_some());
    let found: Vec<_> = actions.filter_map(|row| in_row(analysis, row)).collect();
    if !found.is_empty() {
        return found;
    }
    let whole = of_year().filter(|row| row.action.is_none());
    whole.filter_map(|row| in_row(analysis, row)).collect()
}

fn in_row(analysis: &Analysis<'_>, row: &BudgetRow<'_>) -> Option<Finding> {
    let dossier = &analysis.account.dossier;
    let action = row.action.map(|action| action.nr);
    let left = row.left.clone().ok()?;
    let repaid = row.repaid.clone().ok()?;
    let carried = match (carried(dossier, row.year, action)?, &row.carried_out) {
        // Actions that spent too much take it along: the whole carries that much less.
        (stated, Ok(out)) if stated > Euro::ZERO => stated.min(*out),
        (stated, _) => stated,
    };
    let out = carried + repaid;
    if out == Euro::ZERO || out <= left || row.set_aside > 0 {
        return None;
    }
    let fault = MoreOutThanLeft {
        year: row.year,
        action: row.action.map(ActionName::of),
        left,
        carried,
        repaid,
    };
    let at = line_at(dossier, row.year, action).or_else(|| award_at(analysis, row))?;
    Some(Finding::new(fault, at))
}

/// What the dossier carries out of a year; none where an amount is unknown, or where it
/// is not said which action it is for.
fn carried(dossier: &Dossier, year: YearNr, action: Option<ActionNr>) -> Option<Euro> {
    let out = dossier
        .carry_overs
        .iter()
        .filter(|carry| carry.from == year);
    out.filter(|carry| action.is_none() || carry.action.is_none() || carry.action == action)
        .map(|carry| {
            let is_ours = action.is_none() || carry.action.is_some();
            carry.amount.filter(|_| is_ours)
        })
        .sum()
}

/// The line that carries or gives back.
fn line_at(dossier: &Dossier, year: YearNr, action: Option<ActionNr>) -> Option<Spot> {
    let is_ours = |of: Option<ActionNr>| action.is_none() || of == action;
    let carry_overs = dossier.carry_overs.iter();
    let carried = carry_overs
        .filter(|carry| carry.from == year && is_ours(carry.action))
        .map(|carry| carry.span);
    let repaid = dossier.repaid.iter();
    let repaid = repaid
        .filter(|line| line.year == year && is_ours(line.action))
        .map(|line| line.span);
    carried.chain(repaid).next().map(Into::into)
}

impl Fault for MoreOutThanLeft {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let left = dutch::euro(self.left);
        let out = dutch::euro(self.carried + self.repaid);
        let action = self.action.as_ref().map(ActionName::dutch);
        let whose = action.map_or(String::new(), |action| format!("{action}, "));
        Words::new(format!(
            "meer overgedragen of teruggegeven dan er over was: {whose}{out} tegenover {left} uit projectjaar {}",
            self.year
        ))
        .label(format!("over: {left}"))
        .consequence(format!(
            "{} te veel; dat geld was er niet",
            dutch::euro(self.carried + self.repaid - self.left)
        ))
        .help("vergelijk met de kolom over; kwam het van een andere actie, leg dat vast met [[transfer]]")
    }

    fn english(&self) -> Words {
        let left = english::euro(self.left);
        let out = english::euro(self.carried + self.repaid);
        let action = self.action.as_ref().map(ActionName::english);
        let whose = action.map_or(String::new(), |action| format!("{action}, "));
        Words::new(format!(
            "more carried over or given back than was left: {whose}{out} against {left} of project year {}",
            self.year
        ))
        .label(format!("left: {left}"))
        .consequence(format!(
            "{} too much; that money was not there",
            english::euro(self.carried + self.repaid - self.left)
        ))
        .help("compare with the column left; if it came from another action, record that with [[transfer]]")
    }
}

//! C04: a cost that another subsidy pays, or of a category that somebody has to look
//! at before it counts as own share.

use super::PlannedCost;
use crate::analysis::{Analysis, CountsAsOwn, counts_as_own};
use crate::finding::{Code, Fault, Finding, Rule, Severity, Words};
use crate::model::{Account, BudgetLine, InTwoLanguages, Payer};
use crate::wording::{Both, visible};

/// A cost that may or may not count as own share.
#[derive(Debug)]
pub struct OtherSubsidyAsOwn {
    /// The line.
    pub cost: PlannedCost,
    /// Title of the category to look at; none where the payer is the question.
    pub category: Option<InTwoLanguages>,
}

pub(super) static RULE: Rule = Rule {
    code: Code::C04,
    severity: Severity::Warning,
    name: Both {
        nl: "een andere subsidie als eigen aandeel",
        en: "another subsidy as own share",
    },
    why: Both {
        nl: "Een kost die al met andere middelen betaald wordt, kan niet zomaar ook als eigen aandeel dienen. \
             Zolang niemand het nagekeken heeft, telt zo'n lijn niet mee.",
        en: "A cost that other means pay for already cannot simply serve as own share as well. Until somebody \
             has looked, such a line does not count.",
    },
    example: "[[budget]]\nyear = 1\ncategory = \"existing-project\"\npayer = \"own\"\namount = 30_000",
    repair: Both {
        nl: "Ga na wie de kost betaalt. Is het eigen geld, kies dan een categorie die telt en payer = \"own\"; \
             anders laat u de lijn zo.",
        en: "Find out who pays the cost. If it is own money, choose a category that counts and payer = \
             \"own\"; otherwise leave the line as it is.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let account = analysis.account;
    let lines = account.dossier.budget.iter();
    lines
        .filter(|line| counts_as_own(account, line) == CountsAsOwn::ToLookAt)
        .map(|line| in_line(account, line))
        .collect()
}

fn in_line(account: &Account, line: &BudgetLine) -> Finding {
    let payer = line.payer.filter(|payer| payer.value != Payer::Own);
    let category = line.category.as_ref().filter(|_| payer.is_none());
    let title = category.and_then(|key| account.scheme.category(&key.value));
    let fault = OtherSubsidyAsOwn {
        cost: PlannedCost::of(line),
        category: title.map(|category| category.title.clone()),
    };
    let at = payer
        .map(|payer| payer.span)
        .or(category.map(|key| key.span));
    Finding::new(fault, at.unwrap_or(line.span))
}

impl Fault for OtherSubsidyAsOwn {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let (message, label) = match &self.category {
            Some(category) => (
                "kost na te kijken voor ze als eigen aandeel telt",
                format!("{}: eerst nakijken", visible(&category.nl)),
            ),
            None => (
                "kost met andere middelen telt niet als eigen aandeel",
                "betaald met andere middelen".to_owned(),
            ),
        };
        Words::new(format!("{message}: {}", self.cost.dutch()))
            .label(label)
            .consequence("de lijn blijft buiten het geplande eigen aandeel")
            .help("ga na wie betaalt; is het eigen geld, kies dan een categorie die telt en payer = \"own\"")
    }

    fn english(&self) -> Words {
        let (message, label) = match &self.category {
            Some(category) => (
                "cost to look at before it counts as own share",
                format!("{}: look at it first", visible(&category.en)),
            ),
            None => (
                "cost paid by other means does not count as own share",
                "paid by other means".to_owned(),
            ),
        };
        Words::new(format!("{message}: {}", self.cost.english()))
            .label(label)
            .consequence("the line stays out of the planned own share")
            .help("find out who pays; if it is own money, choose a category that counts and payer = \"own\"")
    }
}

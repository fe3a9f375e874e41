//! C04: a cost that another subsidy pays, or of a category that somebody has to look
//! at before it counts as own share.

use super::LeftOut;
use super::cost_line::{Cost, left_out};
use crate::analysis::{Analysis, CountsAsOwn};
use crate::finding::{Code, Fault, Finding, Rule, Severity, Words};
use crate::model::{InTwoLanguages, Payer};
use crate::wording::{Both, visible};

/// A cost that may or may not count as own share.
#[derive(Debug)]
pub struct OtherSubsidyAsOwn {
    /// The line, or the bookings.
    pub cost: LeftOut,
    /// What is the question.
    pub why: ToLookAt,
}

/// Why somebody has to look at a cost first.
#[derive(Debug)]
pub enum ToLookAt {
    /// Another subsidy or instrument pays.
    Payer,
    /// Its category has this title.
    Category(InTwoLanguages),
    /// It has no category.
    NoCategory,
}

pub(super) static RULE: Rule = Rule {
    code: Code::C04,
    severity: Severity::Warning,
    name: Both {
        nl: "een kost die nog niet als eigen aandeel telt",
        en: "a cost that does not count as own share yet",
    },
    why: Both {
        nl: "Een kost die al met andere middelen betaald wordt, kan niet zomaar ook als eigen aandeel dienen. \
             Ook een eigen kost zonder categorie, of van een categorie die \
             eerst nagekeken moet worden, telt niet mee zolang niemand dat gedaan heeft.",
        en: "A cost that other means pay for already cannot simply serve as own share as well. Nor does an own cost without a category, or of \
             a category that has to be looked at first, until somebody has.",
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
    let reasons = [CountsAsOwn::ToLookAt, CountsAsOwn::CategoryUnknown];
    left_out(analysis, &reasons, of_cost)
}

fn of_cost(cost: Cost) -> Finding {
    let (at, why) = match (cost.payer, &cost.category) {
        (Some(Payer::Own), Some(title)) => (cost.at_category(), ToLookAt::Category(title.clone())),
        (Some(Payer::Own), None) => (cost.at_category(), ToLookAt::NoCategory),
        _ => (cost.at_payer(), ToLookAt::Payer),
    };
    let cost = cost.cost;
    Finding::new(OtherSubsidyAsOwn { cost, why }, at)
}

impl Fault for OtherSubsidyAsOwn {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let (message, label) = match &self.why {
            ToLookAt::Category(category) => (
                "kost na te kijken voor ze als eigen aandeel telt",
                format!("{}: eerst nakijken", visible(&category.nl)),
            ),
            ToLookAt::NoCategory => (
                "kost zonder categorie telt niet als eigen aandeel",
                "hier ontbreekt de categorie".to_owned(),
            ),
            ToLookAt::Payer => (
                "kost met andere middelen telt niet als eigen aandeel",
                "betaald met andere middelen".to_owned(),
            ),
        };
        Words::new(format!("{message}: {}", self.cost.dutch()))
            .label(label)
            .consequence(self.cost.consequence().nl)
            .help("ga na wie betaalt; is het eigen geld, kies dan een categorie die telt en de betaler own (eigen)")
    }

    fn english(&self) -> Words {
        let (message, label) = match &self.why {
            ToLookAt::Category(category) => (
                "cost to look at before it counts as own share",
                format!("{}: look at it first", visible(&category.en)),
            ),
            ToLookAt::NoCategory => (
                "cost without a category does not count as own share",
                "the category is missing here".to_owned(),
            ),
            ToLookAt::Payer => (
                "cost paid by other means does not count as own share",
                "paid by other means".to_owned(),
            ),
        };
        Words::new(format!("{message}: {}", self.cost.english()))
            .label(label)
            .consequence(self.cost.consequence().en)
            .help("find out who pays; if it is own money, choose a category that counts and the payer own")
    }
}

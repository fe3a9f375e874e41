//! C02: an own cost of a category that does not count as own share.

use super::LeftOut;
use super::cost_line::left_out;
use crate::analysis::{Analysis, CountsAsOwn};
use crate::finding::{Code, Fault, Finding, Rule, Severity, Words};
use crate::model::InTwoLanguages;
use crate::wording::{Both, visible};

/// An own cost of a category that does not count as own share.
#[derive(Debug)]
pub struct CategoryNotCounted {
    /// The line, or the bookings.
    pub cost: LeftOut,
    /// Title of the category.
    pub category: InTwoLanguages,
}

pub(super) static RULE: Rule = Rule {
    code: Code::C02,
    severity: Severity::Warning,
    name: Both {
        nl: "een eigen kost van een soort die niet als eigen aandeel telt",
        en: "an own cost of a category that does not count as own share",
    },
    why: Both {
        nl: "De regeling laat niet elke kost als eigen aandeel tellen. Wie er toch op rekent, komt bij de \
             eindcontrole te kort.",
        en: "The scheme does not let every cost count as own share. Whoever relies on it is short at the \
             final test.",
    },
    example: "[[budget]]\nyear = 1\ncategory = \"third-party-personnel\"\npayer = \"own\"\namount = 10_000",
    repair: Both {
        nl: "Kies de categorie die bij de kost hoort, of geef de lijn de betaler die ze echt betaalt.",
        en: "Choose the category that belongs to the cost, or give the line the payer that really pays.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    left_out(analysis, &[CountsAsOwn::CategoryDoesNot], |cost| {
        let at = cost.at_category();
        let category = cost.category.unwrap_or_default();
        let cost = cost.cost;
        Finding::new(CategoryNotCounted { cost, category }, at)
    })
}

impl Fault for CategoryNotCounted {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        Words::new(format!(
            "kost telt niet als eigen aandeel: {}",
            self.cost.dutch()
        ))
        .label(format!("{} telt niet mee", visible(&self.category.nl)))
        .consequence(self.cost.consequence().nl)
        .help("kies de categorie die bij de kost hoort, of een andere betaler")
    }

    fn english(&self) -> Words {
        Words::new(format!(
            "cost does not count as own share: {}",
            self.cost.english()
        ))
        .label(format!("{} does not count", visible(&self.category.en)))
        .consequence(self.cost.consequence().en)
        .help("choose the category that belongs to the cost, or another payer")
    }
}

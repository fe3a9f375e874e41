//! C03: a cost that a third party pays stays out of award and own share.

use super::PlannedCost;
use crate::analysis::{Analysis, CountsAsOwn, counts_as_own};
use crate::finding::{Code, Fault, Finding, Rule, Severity, Words};
use crate::model::BudgetLine;
use crate::wording::Both;

/// A cost that a third party pays.
#[derive(Debug)]
pub struct ThirdPartyLeftOut {
    /// The line.
    pub cost: PlannedCost,
}

pub(super) static RULE: Rule = Rule {
    code: Code::C03,
    severity: Severity::Notice,
    name: Both {
        nl: "een kost van derden buiten het eigen aandeel",
        en: "a third party's cost outside the own share",
    },
    why: Both {
        nl: "Wat een derde betaalt, zoals personeel dat een andere organisatie ter beschikking stelt, is geen \
             subsidie en geen eigen aandeel. De lijn staat in de tabel en telt in geen enkele som mee.",
        en: "What a third party pays, such as staff that another organisation lends, is neither award nor own \
             share. The line stands in the table and counts in no sum.",
    },
    example: "[[budget]]\nyear = 1\npayer = \"third-party\"\namount = 12_000",
    repair: Both {
        nl: "Er is niets te verbeteren, tenzij de gemeente de kost zelf betaalt: dan is de betaler own.",
        en: "There is nothing to put right, unless the municipality pays the cost itself: then the payer is own.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let lines = analysis.account.dossier.budget.iter();
    lines
        .filter(|line| counts_as_own(analysis.account, line) == CountsAsOwn::ThirdParty)
        .map(in_line)
        .collect()
}

fn in_line(line: &BudgetLine) -> Finding {
    let at = line.payer.map_or(line.span, |payer| payer.span);
    let cost = PlannedCost::of(line);
    Finding::new(ThirdPartyLeftOut { cost }, at)
}

impl Fault for ThirdPartyLeftOut {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        Words::new(format!(
            "kost van derden telt niet mee: {}",
            self.cost.dutch()
        ))
        .label("betaald door derden")
        .consequence("de lijn blijft buiten subsidie en eigen aandeel")
        .help("schrijf payer = \"own\" als de gemeente dit zelf betaalt")
    }

    fn english(&self) -> Words {
        Words::new(format!(
            "cost of a third party does not count: {}",
            self.cost.english()
        ))
        .label("paid by a third party")
        .consequence("the line stays out of award and own share")
        .help("write payer = \"own\" if the municipality pays this itself")
    }
}

//! C03: a cost that a third party pays stays out of award and own share.

use super::LeftOut;
use super::cost_line::left_out;
use crate::analysis::{Analysis, CountsAsOwn};
use crate::finding::{Code, Fault, Finding, Rule, Severity, Words};
use crate::wording::Both;

/// A cost that a third party pays.
#[derive(Debug)]
pub struct ThirdPartyLeftOut {
    /// The line, or the bookings.
    pub cost: LeftOut,
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
    left_out(analysis, &[CountsAsOwn::ThirdParty], |cost| {
        let at = cost.at_payer();
        Finding::new(ThirdPartyLeftOut { cost: cost.cost }, at)
    })
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
        .consequence(self.cost.consequence().nl)
        .help("niets, tenzij de gemeente dit zelf betaalt: dan is de betaler own (eigen)")
    }

    fn english(&self) -> Words {
        Words::new(format!(
            "cost of a third party does not count: {}",
            self.cost.english()
        ))
        .label("paid by a third party")
        .consequence(self.cost.consequence().en)
        .help("nothing, unless the municipality pays this itself: then the payer is own")
    }
}

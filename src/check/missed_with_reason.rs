//! K01: a target that was missed, with the reason why.

use super::MissedTarget;
use super::missed_target::has_reason;
use crate::analysis::Analysis;
use crate::finding::{About, Code, Fault, Finding, Rule, Severity, Words};
use crate::wording::Both;

/// A target that was missed, with the reason why.
#[derive(Debug)]
pub struct MissedWithReason {
    /// What was missed.
    pub missed: MissedTarget,
}

pub(super) static RULE: Rule = Rule {
    code: Code::K01,
    severity: Severity::Notice,
    name: Both {
        nl: "een gemist doel met een reden",
        en: "a missed target with a reason",
    },
    why: Both {
        nl: "Een gemist doel is geen fout in de gegevens. Wie het rapport voorlegt, moet wel weten dat er \
             een is, en welke reden er staat.",
        en: "A missed target is no fault in the data. Whoever presents the report does need to know that \
             there is one, and which reason stands there.",
    },
    example: "[[action.year]]\nnr = 1\ntarget = 900\nreason = \"de bibliotheek was drie maanden gesloten\"",
    repair: Both {
        nl: "Er is niets te verbeteren. Zeg in het jaarrapport ook hoe het doel nog bereikt wordt.",
        en: "There is nothing to put right. Say in the annual report how the target will still be reached.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let rows = analysis.attainment.iter().filter(|row| has_reason(row));
    rows.filter_map(|row| {
        let missed = MissedTarget::of(row)?;
        let at = row.in_year.target_span();
        Some(Finding::new(MissedWithReason { missed }, at))
    })
    .collect()
}

impl Fault for MissedWithReason {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn about(&self) -> Vec<About> {
        vec![About::Action(self.missed.year, self.missed.action.nr)]
    }

    fn dutch(&self) -> Words {
        self.missed
            .dutch()
            .consequence("het rapport toont de reden bij de actie")
            .help("neem de reden op in het verslag")
    }

    fn english(&self) -> Words {
        self.missed
            .english()
            .consequence("the report shows the reason with the action")
            .help("put the reason into the report")
    }
}

//! K07: a target that was missed, and nobody says why.

use super::MissedTarget;
use super::missed_target::has_reason;
use crate::analysis::Analysis;
use crate::finding::{About, Code, Fault, Finding, Rule, Severity, Words};
use crate::wording::Both;

/// A target that was missed, and nobody says why.
#[derive(Debug)]
pub struct MissedWithoutReason {
    /// What was missed.
    pub missed: MissedTarget,
}

pub(super) static RULE: Rule = Rule {
    code: Code::K07,
    severity: Severity::Warning,
    name: Both {
        nl: "een gemist doel zonder reden",
        en: "a missed target without a reason",
    },
    why: Both {
        nl: "Wie een gemist doel ziet, vraagt waarom. Een gemist doel hoeft geen terugbetaling te \
             betekenen, maar een uitleg die ontbreekt, kan niets verantwoorden.",
        en: "Whoever sees a missed target asks why. A missed target need not mean repayment, but an \
             explanation that is missing can justify nothing.",
    },
    example: "[[action.year]]\nnr = 1\ntarget = 900",
    repair: Both {
        nl: "Zet bij dat jaar van de actie waarom het doel niet bereikt is: reason = \"…\".",
        en: "Say with that year of the action why the target was not reached: reason = \"…\".",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let rows = analysis.attainment.iter().filter(|row| !has_reason(row));
    rows.filter_map(|row| {
        let missed = MissedTarget::of(row)?;
        let at = row.in_year.target_span();
        Some(Finding::new(MissedWithoutReason { missed }, at))
    })
    .collect()
}

impl Fault for MissedWithoutReason {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn about(&self) -> Vec<About> {
        vec![About::Action(self.missed.year, self.missed.action.nr)]
    }

    fn dutch(&self) -> Words {
        self.missed
            .dutch()
            .consequence("het rapport kan niet zeggen waarom")
            .help("zet de reden bij dit jaar van de actie: reason = \"…\"")
    }

    fn english(&self) -> Words {
        self.missed
            .english()
            .consequence("the report cannot say why")
            .help("give the reason with this year of the action: reason = \"…\"")
    }
}

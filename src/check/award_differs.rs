//! G01: the award is not what the scheme's rate gives.

use super::{ActionName, award_above_ceiling, units_above_ceiling};
use crate::analysis::{ActionAward, Analysis, AwardVerdict};
use crate::finding::{About, Code, Fault, Finding, Rule, Severity, Words};
use crate::model::{Euro, YearNr};
use crate::wording::{Both, dutch, english};

/// The award is not what the scheme's rate gives.
#[derive(Debug)]
pub struct AwardDiffers {
    /// The action.
    pub action: ActionName,
    /// The project year.
    pub year: YearNr,
    /// The letter's euro.
    pub award: Euro,
    /// What the rate gives.
    pub computed: Euro,
    /// Whether a reach from before, which the dossier does not name, could be the reason.
    pub may_have_reach: bool,
}

pub(super) static RULE: Rule = Rule {
    code: Code::G01,
    severity: Severity::Warning,
    name: Both {
        nl: "een toekenning die van het tarief afwijkt",
        en: "an award that differs from the rate",
    },
    why: Both {
        nl: "De toekenning komt uit de brief en wordt nooit berekend. Wijkt ze af van eenheden maal tarief, \
             dan is het doel, het huidig bereik of het bedrag misschien verkeerd overgenomen.",
        en: "The award comes from the letter and is never computed. Where it differs from units times rate, \
             the target, the current reach or the amount may have been copied wrongly.",
    },
    example: "[[action]]\nnr = 8\n[[action.year]]\nnr = 1\ntarget = 100\naward = 64_000",
    repair: Both {
        nl: "Vergelijk doel, huidig bereik en bedrag met de toekenningsbrief. Klopt alles, dan telt de brief.",
        en: "Compare target, current reach and amount with the grant letter. If all is right, the letter counts.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let differing = analysis.awards.iter().filter(|row| {
        row.verdict == AwardVerdict::Differs
            && !award_above_ceiling::holds(row)
            && !units_above_ceiling::holds(row)
    });
    differing.filter_map(in_row).collect()
}

fn in_row(row: &ActionAward<'_>) -> Option<Finding> {
    let award = row.in_year.award?;
    let computed = row.computed.clone().ok()?;
    let fault = AwardDiffers {
        action: ActionName::of(row.action),
        year: row.year,
        award: award.value,
        computed,
        may_have_reach: row.in_year.current_reach.is_none() && award.value < computed,
    };
    Some(Finding::new(fault, award.span))
}

impl Fault for AwardDiffers {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn about(&self) -> Vec<About> {
        vec![About::Action(self.year, self.action.nr)]
    }

    fn dutch(&self) -> Words {
        Words::new(format!(
            "toekenning wijkt af van het tarief: {}, {} tegenover {} in projectjaar {}",
            self.action.dutch(),
            dutch::euro(self.award),
            dutch::euro(self.computed),
            self.year,
        ))
        .label(format!("berekend: {}", dutch::euro(self.computed)))
        .consequence(format!(
            "het bedrag van de brief telt; het verschil is {}",
            dutch::euro(self.award - self.computed)
        ))
        .help(if self.may_have_reach {
            "vergelijk doel en bedrag met de toekenningsbrief, en vul current_reach in als er al een bereik was"
        } else {
            "vergelijk doel, huidig bereik en bedrag met de toekenningsbrief"
        })
    }

    fn english(&self) -> Words {
        Words::new(format!(
            "award differs from the rate: {}, {} against {} in project year {}",
            self.action.english(),
            english::euro(self.award),
            english::euro(self.computed),
            self.year,
        ))
        .label(format!("computed: {}", english::euro(self.computed)))
        .consequence(format!(
            "the amount of the letter counts; the difference is {}",
            english::euro(self.award - self.computed)
        ))
        .help(if self.may_have_reach {
            "compare target and amount with the grant letter, and give current_reach if there was a reach before"
        } else {
            "compare target, current reach and amount with the grant letter"
        })
    }
}

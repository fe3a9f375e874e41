//! G06: a reach from before the subsidy would explain the award.

use super::ActionName;
use crate::analysis::{ActionAward, Analysis, AwardVerdict};
use crate::finding::{About, Code, Fault, Finding, Rule, Severity, Words};
use crate::model::{Euro, InTwoLanguages, Units, YearNr};
use crate::wording::{Both, dutch, english, visible};

/// A reach from before the subsidy would explain the award.
#[derive(Debug)]
pub struct ExistingReachExplains {
    /// The action.
    pub action: ActionName,
    /// The project year.
    pub year: YearNr,
    /// The letter's euro.
    pub award: Euro,
    /// The units that it pays for.
    pub paid: Units,
    /// What is counted.
    pub unit: InTwoLanguages,
    /// The target.
    pub target: u64,
    /// The reach that would explain the difference.
    pub reach: u64,
}

pub(super) static RULE: Rule = Rule {
    code: Code::G06,
    severity: Severity::Notice,
    name: Both {
        nl: "een toekenning die een bestaand bereik zou verklaren",
        en: "an award that an existing reach would explain",
    },
    why: Both {
        nl: "De subsidie betaalt alleen wat bovenop het huidige bereik komt; het doel telt beide. Betaalt de \
             toekenning minder eenheden dan het doel, dan was er wellicht al een bereik. Dat is een \
             vermoeden, en er wordt niets mee berekend.",
        en: "The subsidy pays only for what comes on top of the current reach; the target counts both. Where \
             the award pays for fewer units than the target, there probably was a reach already. That is an \
             inference, and nothing is computed with it.",
    },
    example: "[[action]]\nnr = 11\n[[action.year]]\nnr = 1\ntarget = 50\naward = 12_800",
    repair: Both {
        nl: "Vul het huidige bereik in zoals de aanvraag het gaf: current_reach = 10.",
        en: "Give the current reach as the application had it: current_reach = 10.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let rows = analysis.awards.iter();
    rows.filter(|row| row.verdict == AwardVerdict::ExistingReach)
        .filter_map(in_row)
        .collect()
}

fn in_row(row: &ActionAward<'_>) -> Option<Finding> {
    let (award, target) = (row.in_year.award?, row.in_year.target?);
    let fault = ExistingReachExplains {
        action: ActionName::of(row.action),
        year: row.year,
        award: award.value,
        paid: row.subsidised_units.clone().ok()?,
        unit: row.rate?.unit.clone(),
        target: target.value,
        reach: row.implied_reach?,
    };
    Some(Finding::new(fault, award.span).and(target.span))
}

impl Fault for ExistingReachExplains {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn about(&self) -> Vec<About> {
        vec![About::Action(self.year, self.action.nr)]
    }

    fn dutch(&self) -> Words {
        Words::new(format!(
            "een bestaand bereik van {} zou de toekenning verklaren: {}, projectjaar {}",
            dutch::count(self.reach),
            self.action.dutch(),
            self.year,
        ))
        .label(format!(
            "{} betaalt {} {}",
            dutch::euro(self.award),
            dutch::units(self.paid),
            visible(&self.unit.nl)
        ))
        .related(format!("het doel is {}", dutch::count(self.target)))
        .consequence("dit is een vermoeden; er wordt niets mee berekend")
        .help("vul current_reach in zoals de aanvraag het gaf")
    }

    fn english(&self) -> Words {
        Words::new(format!(
            "an existing reach of {} would explain the award: {}, project year {}",
            english::count(self.reach),
            self.action.english(),
            self.year,
        ))
        .label(format!(
            "{} pays for {} {}",
            english::euro(self.award),
            english::units(self.paid),
            visible(&self.unit.en)
        ))
        .related(format!("the target is {}", english::count(self.target)))
        .consequence("this is an inference; nothing is computed with it")
        .help("give current_reach as the application had it")
    }
}

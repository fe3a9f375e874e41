//! G02: the award is above the scheme's ceiling in euro.

use super::ActionName;
use crate::analysis::{ActionAward, Analysis};
use crate::finding::{About, Code, Fault, Finding, Rule, Severity, Words};
use crate::model::{Euro, YearNr};
use crate::wording::{Both, dutch, english};

/// The award is above the scheme's ceiling in euro.
#[derive(Debug)]
pub struct AwardAboveCeiling {
    /// The action.
    pub action: ActionName,
    /// The project year.
    pub year: YearNr,
    /// The letter's euro.
    pub award: Euro,
    /// The most that the scheme gives.
    pub ceiling: Euro,
}

pub(super) static RULE: Rule = Rule {
    code: Code::G02,
    severity: Severity::Warning,
    name: Both {
        nl: "een toekenning boven het plafond",
        en: "an award above the ceiling",
    },
    why: Both {
        nl: "De regeling geeft per actie niet meer dan een plafond. Een toekenning daarboven is wellicht een \
             tikfout, of het bedrag hoort bij een andere actie.",
        en: "The scheme gives no more than a ceiling for each action. An award above it is probably a typing \
             error, or the amount belongs to another action.",
    },
    example: "[[action]]\nnr = 24\n[[action.year]]\nnr = 1\ntarget = 200\naward = 42_000",
    repair: Both {
        nl: "Kijk het bedrag na in de toekenningsbrief. Staat het er zo, dan telt de brief.",
        en: "Look the amount up in the grant letter. If it stands there, the letter counts.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let rows = analysis.awards.iter().filter(|row| holds(row));
    rows.filter_map(in_row).collect()
}

/// Whether an award is above its ceiling, as stated or as units times amount.
pub(super) fn holds(row: &ActionAward<'_>) -> bool {
    matches!((&row.award, &row.ceiling), (Ok(award), Ok(ceiling)) if award > ceiling)
}

fn in_row(row: &ActionAward<'_>) -> Option<Finding> {
    let award = row.in_year.award?;
    let fault = AwardAboveCeiling {
        action: ActionName::of(row.action),
        year: row.year,
        award: award.value,
        ceiling: row.ceiling.clone().ok()?,
    };
    Some(Finding::new(fault, award.span))
}

impl Fault for AwardAboveCeiling {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn about(&self) -> Vec<About> {
        vec![About::Action(self.year, self.action.nr)]
    }

    fn dutch(&self) -> Words {
        Words::new(format!(
            "toekenning boven het plafond: {}, {} tegenover {} in projectjaar {}",
            self.action.dutch(),
            dutch::euro(self.award),
            dutch::euro(self.ceiling),
            self.year,
        ))
        .label(format!("het plafond is {}", dutch::euro(self.ceiling)))
        .consequence(format!(
            "het bedrag van de brief telt, {} boven het plafond",
            dutch::euro(self.award - self.ceiling)
        ))
        .help("kijk het bedrag na in de toekenningsbrief")
    }

    fn english(&self) -> Words {
        Words::new(format!(
            "award above the ceiling: {}, {} against {} in project year {}",
            self.action.english(),
            english::euro(self.award),
            english::euro(self.ceiling),
            self.year,
        ))
        .label(format!("the ceiling is {}", english::euro(self.ceiling)))
        .consequence(format!(
            "the amount of the letter counts, {} above the ceiling",
            english::euro(self.award - self.ceiling)
        ))
        .help("look the amount up in the grant letter")
    }
}

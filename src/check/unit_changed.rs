//! K05: the unit of a KPI is another one than in the year before.

use super::ActionName;
use crate::analysis::{ActionAttainment, Analysis};
use crate::finding::{About, Code, Fault, Finding, Rule, Severity, Words};
use crate::model::{DossierAction, InTwoLanguages, YearNr};
use crate::wording::{Both, dutch, english, visible};

/// The unit of a KPI is another one than in the year before.
#[derive(Debug)]
pub struct UnitChanged {
    /// The action.
    pub action: ActionName,
    /// The year before, and what it counts.
    pub before: (YearNr, InTwoLanguages),
    /// The year, and what it counts.
    pub now: (YearNr, InTwoLanguages),
}

pub(super) static RULE: Rule = Rule {
    code: Code::K05,
    severity: Severity::Notice,
    name: Both {
        nl: "een eenheid die tussen twee jaren wijzigt",
        en: "a unit that changes between two years",
    },
    why: Both {
        nl: "Telt een actie het ene jaar gezinnen en het andere jaar kinderen, dan zegt een stijging of \
             een som over die jaren niets.",
        en: "Where an action counts families in one year and children in the other, a rise or a sum over \
             these years says nothing.",
    },
    example: "[[action]]\nnr = 15\n[[action.year]]\nnr = 1\ntarget = 150\n[[action.year]]\nnr = 2\ntarget = 180",
    repair: Both {
        nl: "Er is niets te verbeteren. Zeg het erbij waar de jaren naast elkaar staan.",
        en: "There is nothing to put right. Say so where the years stand side by side.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let actions = analysis.account.dossier.actions.iter();
    actions
        .flat_map(|action| of_action(analysis, action))
        .collect()
}

fn of_action(analysis: &Analysis<'_>, action: &DossierAction) -> Vec<Finding> {
    let rows: Vec<_> = analysis
        .attainment
        .iter()
        .filter(|row| row.action.nr == action.nr && has_figures(row))
        .collect();
    rows.windows(2)
        .filter_map(|pair| between(pair[0], pair[1]))
        .collect()
}

fn has_figures(row: &ActionAttainment<'_>) -> bool {
    row.target.is_ok() || row.reached.is_ok()
}

fn between(before: &ActionAttainment<'_>, now: &ActionAttainment<'_>) -> Option<Finding> {
    let (was, is) = (&before.rate?.unit, &now.rate?.unit);
    if was == is {
        return None;
    }
    let fault = UnitChanged {
        action: ActionName::of(now.action),
        before: (before.year, was.clone()),
        now: (now.year, is.clone()),
    };
    let at = now.in_year.target_span();
    Some(Finding::new(fault, at).and(before.in_year.target_span()))
}

impl Fault for UnitChanged {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn about(&self) -> Vec<About> {
        vec![About::Action(self.now.0, self.action.nr)]
    }

    fn dutch(&self) -> Words {
        let ((before, was), (now, is)) = (&self.before, &self.now);
        Words::new(format!(
            "eenheid gewijzigd tussen projectjaar {}: {}",
            dutch::years(&[*before, *now]),
            self.action.dutch()
        ))
        .label(format!("jaar {now}: {}", visible(&is.nl)))
        .related(format!("jaar {before}: {}", visible(&was.nl)))
        .consequence("de cijfers van die jaren zijn niet te vergelijken en niet op te tellen")
        .help("zeg het erbij waar de jaren naast elkaar staan")
    }

    fn english(&self) -> Words {
        let ((before, was), (now, is)) = (&self.before, &self.now);
        Words::new(format!(
            "unit changed between project years {}: {}",
            english::years(&[*before, *now]),
            self.action.english()
        ))
        .label(format!("year {now}: {}", visible(&is.en)))
        .related(format!("year {before}: {}", visible(&was.en)))
        .consequence("the figures of these years can be neither compared nor added")
        .help("say so where the years stand side by side")
    }
}

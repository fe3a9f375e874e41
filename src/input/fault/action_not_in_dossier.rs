//! I13: an action, or a year of it, that the dossier does not have.

use super::SET_ASIDE;
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::model::{ActionNr, YearNr};
use crate::wording::Both;

/// An action that the scheme has and the dossier does not, or not in that year.
#[derive(Debug)]
pub struct ActionNotInDossier {
    /// The action.
    pub action: ActionNr,
    /// The year that the dossier does not name for it; none where the action is not there at all.
    pub year: Option<YearNr>,
    /// Whether it stands in a log, so that its row was set aside.
    pub in_row: bool,
}

pub(super) static RULE: Rule = Rule {
    code: Code::I13,
    severity: Severity::Error,
    name: Both {
        nl: "een actie die niet in het dossier staat",
        en: "an action that is not in the dossier",
    },
    why: Both {
        nl: "Het dossier zegt welke acties in welk projectjaar zijn toegekend. Wat daarbuiten geregistreerd \
             is, hoort bij geen enkel doel; een verkeerd nummer of een verkeerde datum is de gewone oorzaak.",
        en: "The dossier says which actions were granted in which project year. What is registered outside \
             that belongs to no target; a wrong number or a wrong date is the usual cause.",
    },
    example: "datum;actie;aantal\n12/10/2022;24;18",
    repair: Both {
        nl: "Verbeter het nummer van de actie, of voeg de actie toe aan het dossier: [[action]] met nr = 24.",
        en: "Correct the number of the action, or add the action to the dossier: [[action]] with nr = 24.",
    },
};

impl Fault for ActionNotInDossier {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let action = self.action;
        let words = match self.year {
            Some(year) => Words::new(format!(
                "actie {action} loopt volgens het dossier niet in projectjaar {year}"
            ))
            .label(format!("niet in projectjaar {year}"))
            .help(format!(
                "verbeter de actie of de datum, of voeg bij actie {action} [[action.year]] met nr = {year} toe"
            )),
            None => Words::new(format!("actie {action} staat niet in het dossier"))
                .label("niet in het dossier")
                .help(format!(
                    "verbeter het nummer, of voeg [[action]] met nr = {action} toe aan het dossier"
                )),
        };
        if self.in_row {
            words.consequence(SET_ASIDE.nl)
        } else {
            words
        }
    }

    fn english(&self) -> Words {
        let action = self.action;
        let words = match self.year {
            Some(year) => Words::new(format!(
                "according to the dossier, action {action} does not run in project year {year}"
            ))
            .label(format!("not in project year {year}"))
            .help(format!(
                "correct the action or the date, or add [[action.year]] with nr = {year} to action {action}"
            )),
            None => Words::new(format!("action {action} is not in the dossier"))
                .label("not in the dossier")
                .help(format!(
                    "correct the number, or add [[action]] with nr = {action} to the dossier"
                )),
        };
        if self.in_row {
            words.consequence(SET_ASIDE.en)
        } else {
            words
        }
    }
}

//! I19: the same thing told twice.

use super::{quoted, shown};
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::model::{ActionNr, YearNr};
use crate::wording::Both;

/// The same thing told twice; the first counts. The related place is the first.
#[derive(Debug)]
pub struct StatedTwice {
    /// What is told twice.
    pub what: Twice,
}

/// What is told twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Twice {
    /// An action.
    Action(ActionNr),
    /// A project year.
    Year(YearNr),
    /// A project year of an action.
    ActionYear(ActionNr, YearNr),
    /// A file.
    File(String),
    /// A category, stimulus or objective of a scheme.
    Key(String),
}

pub(super) static RULE: Rule = Rule {
    code: Code::I19,
    severity: Severity::Error,
    name: Both {
        nl: "iets dat er twee keer staat",
        en: "something that stands twice",
    },
    why: Both {
        nl: "Staat een actie, een jaar of een bestand er twee keer, dan zou het dubbel tellen of zou het een \
             het ander tegenspreken. De eerste keer telt; of dat de juiste is, moet iemand bevestigen.",
        en: "If an action, a year or a file stands there twice, it would count double or one would contradict \
             the other. The first counts; somebody has to confirm that it is the right one.",
    },
    example: "[[action]]\nnr = 15\n\n[[action]]\nnr = 15",
    repair: Both {
        nl: "Voeg beide samen onder één [[action]], of geef de tweede haar eigen nummer.",
        en: "Join the two under one [[action]], or give the second its own number.",
    },
};

impl Twice {
    fn dutch(&self) -> String {
        match self {
            Self::Action(action) => format!("actie {action}"),
            Self::Year(year) => format!("projectjaar {year}"),
            Self::ActionYear(action, year) => format!("projectjaar {year} van actie {action}"),
            Self::File(path) => format!("het bestand {}", shown(path)),
            Self::Key(key) => quoted(key),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Action(action) => format!("action {action}"),
            Self::Year(year) => format!("project year {year}"),
            Self::ActionYear(action, year) => format!("project year {year} of action {action}"),
            Self::File(path) => format!("the file {}", shown(path)),
            Self::Key(key) => quoted(key),
        }
    }
}

impl Fault for StatedTwice {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        Words::new(format!("{} staat er twee keer", self.what.dutch()))
            .label("de tweede keer")
            .related("de eerste keer")
            .consequence("de eerste keer telt, de tweede niet")
            .help("voeg ze samen, of verbeter de tweede")
    }

    fn english(&self) -> Words {
        Words::new(format!("{} stands there twice", self.what.english()))
            .label("the second time")
            .related("the first time")
            .consequence("the first counts, the second does not")
            .help("join them, or correct the second")
    }
}

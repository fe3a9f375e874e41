//! I14: a date on which the project does not run.

use super::SET_ASIDE;
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::model::{Date, Period};
use crate::wording::{Both, dutch, english};

/// A date before the first or after the last day of the project.
#[derive(Debug)]
pub struct OutsideProject {
    /// The date.
    pub date: Date,
    /// The first and last day of the project, where the scheme gives them.
    pub period: Option<Period>,
    /// Whether it stands in a log, so that its row was set aside.
    pub in_row: bool,
}

pub(super) static RULE: Rule = Rule {
    code: Code::I14,
    severity: Severity::Error,
    name: Both {
        nl: "een datum buiten het project",
        en: "a date outside the project",
    },
    why: Both {
        nl: "Wat voor of na het project gebeurde, wordt niet gesubsidieerd en hoort bij geen projectjaar. \
             Meestal is het jaartal verkeerd getypt, en dan ontbreekt de rij in het jaar waar ze hoort.",
        en: "What happened before or after the project is not subsidised and belongs to no project year. \
             Mostly the year is mistyped, and then the row is missing in the year where it belongs.",
    },
    example: "datum;actie;aantal\n12/10/2012;15;8",
    repair: Both {
        nl: "Verbeter het jaartal: 12/10/2022;15;8.",
        en: "Correct the year: 12/10/2022;15;8.",
    },
};

impl Fault for OutsideProject {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let words = Words::new(format!(
            "{} valt buiten het project",
            dutch::date(self.date)
        ))
        .label(self.period.map_or_else(
            || "de regeling noemt geen eerste en laatste dag".to_owned(),
            |period| {
                let (start, end) = (dutch::date(period.start), dutch::date(period.end));
                format!("het project loopt van {start} tot en met {end}")
            },
        ))
        .help("kijk het jaartal na en verbeter de datum");
        if self.in_row {
            words.consequence(SET_ASIDE.nl)
        } else {
            words
        }
    }

    fn english(&self) -> Words {
        let words = Words::new(format!(
            "{} is outside the project",
            english::date(self.date)
        ))
        .label(self.period.map_or_else(
            || "the scheme gives no first and last day".to_owned(),
            |period| {
                let (start, end) = (english::date(period.start), english::date(period.end));
                format!("the project runs from {start} to {end}")
            },
        ))
        .help("check the year and correct the date");
        if self.in_row {
            words.consequence(SET_ASIDE.en)
        } else {
            words
        }
    }
}

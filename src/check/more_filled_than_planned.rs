//! T02: more people are in service than planned.

use super::staff_line::{as_they_stand, filled_spot};
use crate::analysis::{Analysis, StaffRow};
use crate::finding::{About, Code, Fault, Finding, Rule, Severity, Words};
use crate::model::Fte;
use crate::wording::{Both, dutch, english, visible};

/// More people are in service than planned.
#[derive(Debug)]
pub struct MoreFilledThanPlanned {
    /// The staff line.
    pub line: About,
    /// What they do.
    pub role: String,
    /// Planned.
    pub planned: Fte,
    /// Taken on.
    pub filled: Fte,
}

pub(super) static RULE: Rule = Rule {
    code: Code::T02,
    severity: Severity::Warning,
    name: Both {
        nl: "meer ingevuld dan voorzien",
        en: "more filled than planned",
    },
    why: Both {
        nl: "Staat er meer in dienst dan voorzien, dan ontbreekt wellicht een einddatum bij iemand die vertrok, \
             of is een getal verkeerd.",
        en: "Where more is in service than planned, the last day of somebody who left is probably missing, or \
             a number is wrong.",
    },
    example: "[[staff]]\nrole = \"jobcoach\"\nfte = 1.0\nfilled = [{ fte = 1.0 }, { fte = 0.5 }]",
    repair: Both {
        nl: "Geef wie vertrok een einddatum (to), of pas fte aan als er meer voorzien is.",
        en: "Give whoever left a last day (to), or change fte if more is planned.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    as_they_stand(analysis).filter_map(in_row).collect()
}

fn in_row(row: &StaffRow<'_>) -> Option<Finding> {
    let planned = row.staff.fte?;
    let fault = MoreFilledThanPlanned {
        line: About::Staff(row.staff.span),
        role: row.staff.role.clone(),
        planned: planned.value,
        filled: row.filled.clone().ok()?,
    };
    (fault.filled > fault.planned)
        .then(|| Finding::new(fault, filled_spot(row.staff)).and(planned.span))
}

impl Fault for MoreFilledThanPlanned {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn about(&self) -> Vec<About> {
        vec![self.line.clone()]
    }

    fn dutch(&self) -> Words {
        let (filled, planned) = (dutch::fte(self.filled), dutch::fte(self.planned));
        Words::new(format!(
            "meer ingevuld dan voorzien: {filled} tegenover {planned} VTE {}",
            visible(&self.role)
        ))
        .label(format!("samen in dienst: {filled}"))
        .related(format!("voorzien is {planned}"))
        .help("geef wie vertrok een einddatum (to), of pas fte aan")
    }

    fn english(&self) -> Words {
        let (filled, planned) = (english::fte(self.filled), english::fte(self.planned));
        Words::new(format!(
            "more filled than planned: {filled} against {planned} FTE {}",
            visible(&self.role)
        ))
        .label(format!("in service together: {filled}"))
        .related(format!("planned is {planned}"))
        .help("give whoever left a last day (to), or change fte")
    }
}

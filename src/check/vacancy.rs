//! T01: fewer people are in service than planned.

use super::end_before_begin;
use super::staff_line::{as_they_stand, filled_spot};
use crate::analysis::{Analysis, StaffRow, counts_in_sums};
use crate::finding::{About, Code, Fault, Finding, Rule, Severity, Words};
use crate::model::Fte;
use crate::wording::{Both, dutch, english, visible};

/// Fewer people are in service than planned.
#[derive(Debug)]
pub struct Vacancy {
    /// The staff line.
    pub line: About,
    /// What they do.
    pub role: String,
    /// Planned.
    pub planned: Fte,
    /// Not filled.
    pub vacant: Fte,
}

pub(super) static RULE: Rule = Rule {
    code: Code::T01,
    severity: Severity::Warning,
    name: Both {
        nl: "een vacature",
        en: "a vacancy",
    },
    why: Both {
        nl: "Personeel dat er niet is, verklaart vaak waarom een doel niet bereikt is en waarom geld overblijft. \
             Een commissie vraagt ernaar. Personeel van derden wordt niet bekeken.",
        en: "Staff that is not there often explains why a target was missed and why money is left. A committee \
             asks about it. Staff of third parties is not looked at.",
    },
    example: "[[staff]]\nrole = \"brugfiguur\"\nfte = 2.5\nfilled = [{ fte = 1.5, from = 2023-08-20 }]",
    repair: Both {
        nl: "Vul de aanwerving aan met haar begindatum, of pas fte aan als er minder voorzien is.",
        en: "Add the appointment with its first day, or change fte if less is planned.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    as_they_stand(analysis)
        .filter(|row| counts_in_sums(row.staff) && !end_before_begin::holds(row.staff))
        .filter_map(in_row)
        .collect()
}

fn in_row(row: &StaffRow<'_>) -> Option<Finding> {
    let fault = Vacancy {
        line: About::Staff(row.staff.span),
        role: row.staff.role.clone(),
        planned: row.planned.clone().ok()?,
        vacant: row.vacant.clone().ok()?,
    };
    (fault.vacant > Fte::NONE).then(|| Finding::new(fault, filled_spot(row.staff)))
}

impl Fault for Vacancy {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn about(&self) -> Vec<About> {
        vec![self.line.clone()]
    }

    fn dutch(&self) -> Words {
        Words::new(format!(
            "vacature, {} van {} VTE {} niet ingevuld",
            dutch::fte(self.vacant),
            dutch::fte(self.planned),
            visible(&self.role),
        ))
        .label(format!("voorzien is {}", dutch::fte(self.planned)))
        .help("vul de aanwerving aan met haar begindatum, of pas fte aan")
    }

    fn english(&self) -> Words {
        Words::new(format!(
            "vacancy, {} of {} FTE {} not filled",
            english::fte(self.vacant),
            english::fte(self.planned),
            visible(&self.role),
        ))
        .label(format!("planned is {}", english::fte(self.planned)))
        .help("add the appointment with its first day, or change fte")
    }
}

//! T03: somebody's last day comes before the first.

use crate::analysis::Analysis;
use crate::finding::{Code, Fault, Finding, Rule, Severity, Words};
use crate::model::{Date, Filled, Staff};
use crate::wording::{Both, dutch, english, visible};

/// Somebody's last day comes before the first.
#[derive(Debug)]
pub struct EndBeforeBegin {
    /// What they do.
    pub role: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

pub(super) static RULE: Rule = Rule {
    code: Code::T03,
    severity: Severity::Error,
    name: Both {
        nl: "een einde voor het begin",
        en: "an end before the begin",
    },
    why: Both {
        nl: "Wie eindigt voor hij begint, is er volgens de gegevens nooit. Een van beide datums is verkeerd, en \
             zolang niemand weet welke, kloppen de ingevulde VTE niet.",
        en: "Whoever ends before the begin is never there according to the data. One of the two dates is wrong, \
             and until somebody knows which, the filled FTE are not right.",
    },
    example: "filled = [{ fte = 1.0, from = 2023-05-01, to = 2023-04-01 }]",
    repair: Both {
        nl: "Verbeter from of to. Wie nog in dienst is, heeft geen to.",
        en: "Correct from or to. Whoever is still in service has no to.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let staff = analysis.account.dossier.staff.iter();
    staff
        .flat_map(|staff| {
            let filled = staff.filled.iter().flatten();
            filled.filter_map(|filled| in_entry(staff, filled))
        })
        .collect()
}

/// Whether a staff line has such an entry, so that its vacancy cannot be told.
pub(super) fn holds(staff: &Staff) -> bool {
    let mut filled = staff.filled.iter().flatten();
    filled.any(|filled| in_entry(staff, filled).is_some())
}

fn in_entry(staff: &Staff, filled: &Filled) -> Option<Finding> {
    let (from, to) = (filled.from?, filled.to?);
    let fault = EndBeforeBegin {
        role: staff.role.clone(),
        from: from.value,
        to: to.value,
    };
    (to.value < from.value).then(|| Finding::new(fault, to.span).and(from.span))
}

impl Fault for EndBeforeBegin {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        Words::new(format!(
            "einde voor begin: {}, van {} tot {}",
            visible(&self.role),
            dutch::date(self.from),
            dutch::date(self.to),
        ))
        .label("dit komt voor het begin")
        .related(format!("begin: {}", dutch::date(self.from)))
        .consequence("telt niet als ingevuld")
        .help("verbeter from of to; wie nog in dienst is, heeft geen to")
    }

    fn english(&self) -> Words {
        Words::new(format!(
            "end before begin: {}, from {} to {}",
            visible(&self.role),
            english::date(self.from),
            english::date(self.to),
        ))
        .label("this comes before the begin")
        .related(format!("begin: {}", english::date(self.from)))
        .consequence("does not count as filled")
        .help("correct from or to; whoever is still in service has no to")
    }
}

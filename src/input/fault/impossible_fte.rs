//! T04: a number of FTE that cannot be.

use super::shown;
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::wording::Both;

/// A number of FTE below zero, above 100 or with more than three decimals.
#[derive(Debug)]
pub struct ImpossibleFte {
    /// The number as it stands.
    pub text: String,
}

pub(super) static RULE: Rule = Rule {
    code: Code::T04,
    severity: Severity::Error,
    name: Both {
        nl: "een aantal VTE dat niet kan",
        en: "a number of FTE that cannot be",
    },
    why: Both {
        nl: "Uit de VTE volgen de vacatures. Een halve betrekking is 0.5; wie 50 schrijft en procent bedoelt, \
             of uren per week, krijgt vacatures die niet bestaan.",
        en: "Vacancies follow from the FTE. Half a post is 0.5; whoever writes 50 and means per cent, or hours \
             a week, gets vacancies that do not exist.",
    },
    example: "[[staff]]\nrole = \"brugfiguur\"\nfte = 150",
    repair: Both {
        nl: "Schrijf voltijdse betrekkingen, hier fte = 1.5.",
        en: "Write full-time posts, here fte = 1.5.",
    },
};

impl Fault for ImpossibleFte {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        Words::new(format!("{} VTE kan niet", shown(&self.text)))
            .label("van 0 tot 100, met ten hoogste drie decimalen")
            .consequence("dit aantal VTE blijft onbekend")
            .help("schrijf voltijdse betrekkingen, zoals 0.5 voor een halve; geen procent en geen uren")
    }

    fn english(&self) -> Words {
        Words::new(format!("{} FTE cannot be", shown(&self.text)))
            .label("from 0 to 100, with at most three decimals")
            .consequence("this number of FTE stays unknown")
            .help("write full-time posts, such as 0.5 for half a post; no per cent and no hours")
    }
}

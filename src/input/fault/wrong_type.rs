//! I04: a value of another sort than the one that belongs there.

use super::shown;
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::wording::Both;

/// A value of another sort than the one that belongs there.
#[derive(Debug)]
pub struct WrongType {
    /// The name of the value.
    pub key: String,
    /// What belongs there, such as "a whole number".
    pub wanted: Both,
    /// What stands there, such as "a text".
    pub found: Both,
}

pub(super) static RULE: Rule = Rule {
    code: Code::I04,
    severity: Severity::Error,
    name: Both {
        nl: "een waarde van een andere soort",
        en: "a value of another sort",
    },
    why: Both {
        nl: "Een bedrag tussen aanhalingstekens is een tekst, en met een tekst wordt niet gerekend. Wat er \
             bedoeld is, wordt niet geraden: 25.000 tussen aanhalingstekens kan twee dingen zijn.",
        en: "An amount between quotation marks is a text, and nobody calculates with a text. What is meant is \
             not guessed: 25.000 between quotation marks can be two things.",
    },
    example: "[[year]]\nnr = 1\naward_total = \"123 000\"",
    repair: Both {
        nl: "Schrijf het bedrag zonder aanhalingstekens en zonder spaties: award_total = 123_000.",
        en: "Write the amount without quotation marks and without spaces: award_total = 123_000.",
    },
};

impl Fault for WrongType {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let (wanted, found) = (self.wanted.nl, self.found.nl);
        Words::new(format!("bij `{}` hoort {wanted}", shown(&self.key)))
            .label(format!("hier staat {found}"))
            .consequence("deze waarde blijft onbekend")
            .help(format!("schrijf {wanted}"))
    }

    fn english(&self) -> Words {
        let (wanted, found) = (self.wanted.en, self.found.en);
        Words::new(format!("`{}` asks for {wanted}", shown(&self.key)))
            .label(format!("here stands {found}"))
            .consequence("this value stays unknown")
            .help(format!("write {wanted}"))
    }
}

//! I11: two columns of a log that mean the same.

use super::quoted;
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::wording::Both;

/// Two headers for one column. The related place is the first of them.
#[derive(Debug)]
pub struct DoubleColumn {
    /// What both stand for.
    pub name: Both,
    /// The first header.
    pub first: String,
    /// The second header.
    pub second: String,
}

pub(super) static RULE: Rule = Rule {
    code: Code::I11,
    severity: Severity::Error,
    name: Both {
        nl: "twee kolommen voor hetzelfde",
        en: "two columns for the same thing",
    },
    why: Both {
        nl: "Staan er twee kolommen voor hetzelfde, dan zeggen ze vroeg of laat iets anders. Welke van de \
             twee telt, wordt niet geraden.",
        en: "If two columns stand for the same thing, sooner or later they differ. Which of the two counts \
             is not guessed.",
    },
    example: "datum;actie;aantal;count\n12/10/2022;5;18;17",
    repair: Both {
        nl: "Laat één van beide kolommen weg, of geef de andere een kop die niets anders betekent.",
        en: "Leave out one of the columns, or give the other a header that means something else.",
    },
};

impl Fault for DoubleColumn {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let (first, second) = (quoted(&self.first), quoted(&self.second));
        Words::new(format!(
            "twee kolommen voor {}: {first} en {second}",
            self.name.nl
        ))
        .label("de tweede kolom")
        .related("de eerste kolom")
        .consequence("het bestand telt niet mee")
        .help("laat één van beide weg, of geef ze een andere kop")
    }

    fn english(&self) -> Words {
        let (first, second) = (quoted(&self.first), quoted(&self.second));
        Words::new(format!(
            "two columns for {}: {first} and {second}",
            self.name.en
        ))
        .label("the second column")
        .related("the first column")
        .consequence("the file does not count")
        .help("leave out one of them, or give it another header")
    }
}

//! I15: a correction of a count that does not say why.

use super::SET_ASIDE;
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::wording::{Both, dutch, english};

/// A count below zero in a row without a note.
#[derive(Debug)]
pub struct NegativeWithoutNote {
    /// The count.
    pub count: i64,
}

pub(super) static RULE: Rule = Rule {
    code: Code::I15,
    severity: Severity::Error,
    name: Both {
        nl: "een negatief aantal zonder opmerking",
        en: "a negative count without a note",
    },
    why: Both {
        nl: "Een negatief aantal is een correctie: het haalt weg wat eerder te veel geteld is. Wie het cijfer \
             later moet verdedigen, moet kunnen lezen waarom; zonder opmerking kan het ook een tikfout zijn.",
        en: "A negative count is a correction: it takes away what was counted too much before. Whoever has to \
             defend the figure later must be able to read why; without a note it may be a slip of the hand.",
    },
    example: "datum;actie;aantal;opmerking\n31/05/2023;5;-4;",
    repair: Both {
        nl: "Schrijf de reden in de kolom opmerking: 31/05/2023;5;-4;dubbel ingevoerd op 24/05.",
        en: "Write the reason in the column note: 31/05/2023;5;-4;entered twice on 24/05.",
    },
};

impl Fault for NegativeWithoutNote {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let count = dutch::signed_count(self.count);
        Words::new(format!("het aantal {count} heeft geen opmerking"))
            .label("een correctie vraagt een reden")
            .consequence(SET_ASIDE.nl)
            .help("schrijf in de kolom opmerking wat er verbeterd wordt, of haal het minteken weg")
    }

    fn english(&self) -> Words {
        let count = english::signed_count(self.count);
        Words::new(format!("the count {count} has no note"))
            .label("a correction asks for a reason")
            .consequence(SET_ASIDE.en)
            .help("write in the column note what is corrected, or remove the minus")
    }
}

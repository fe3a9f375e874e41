//! I16: rows of a log that stand there twice.

use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::wording::{Both, dutch, english};

/// Rows that repeat an earlier row of their file, told at the first of them. The
/// related place is the row that it repeats.
#[derive(Debug)]
pub struct DoubleRows {
    /// Number of rows that repeat an earlier one.
    pub rows: u64,
}

pub(super) static RULE: Rule = Rule {
    code: Code::I16,
    severity: Severity::Notice,
    name: Both {
        nl: "rijen die er twee keer staan",
        en: "rows that stand twice",
    },
    why: Both {
        nl: "Twee gelijke rijen kunnen twee keer hetzelfde zijn, of een rij die dubbel is ingevoerd. Dat is \
             aan de rij niet te zien. Daarom tellen ze mee en wordt gevraagd om even te kijken.",
        en: "Two equal rows can be the same thing happening twice, or a row entered double. The row itself \
             does not tell. So they count, and somebody is asked to have a look.",
    },
    example: "datum;actie;aantal;aanbieder\n12/10/2022;5;18;taalcafé\n12/10/2022;5;18;taalcafé",
    repair: Both {
        nl: "Haal de tweede rij weg als ze dubbel is ingevoerd. Ging het om twee groepen op één dag, \
             schrijf dat dan in de opmerking.",
        en: "Remove the second row if it was entered double. If there were two groups on one day, say so in \
             the note.",
    },
};

impl Fault for DoubleRows {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let rows = dutch::plural(self.rows, "rij herhaalt", "rijen herhalen");
        Words::new(format!("{rows} een eerdere rij"))
            .label("deze rij staat er al")
            .related("hier staat ze eerst")
            .consequence("ze tellen mee, ook de tweede keer")
            .help("haal weg wat dubbel is ingevoerd, of zeg in de opmerking waarom het twee rijen zijn")
    }

    fn english(&self) -> Words {
        let rows = english::plural(self.rows, "row repeats", "rows repeat");
        Words::new(format!("{rows} an earlier row"))
            .label("this row is already there")
            .related("it stands here first")
            .consequence("they count, the second time as well")
            .help("remove what was entered double, or say in the note why these are two rows")
    }
}

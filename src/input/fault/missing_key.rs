//! I03: a value without which a table of the dossier or scheme means nothing.

use super::inside;
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::wording::Both;

/// A value that is needed and not there.
#[derive(Debug)]
pub struct MissingKey {
    /// Its name.
    pub key: &'static str,
    /// The table that lacks it, such as `[[year]]`; empty for the top of the file.
    pub table: &'static str,
}

pub(super) static RULE: Rule = Rule {
    code: Code::I03,
    severity: Severity::Error,
    name: Both {
        nl: "een gegeven dat ontbreekt",
        en: "a value that is missing",
    },
    why: Both {
        nl: "Bijna alles in een dossier mag onbekend zijn en wordt dan als onbekend getoond. Alleen wat zegt \
             waarover het gaat, zoals het nummer van een actie of een jaar, moet er staan: zonder dat nummer \
             hoort de rest nergens bij.",
        en: "Almost everything in a dossier may be unknown and is then shown as unknown. Only what says what \
             it is about, such as the number of an action or a year, has to be there: without that number \
             the rest belongs to nothing.",
    },
    example: "[[year]]\naward_total = 123_000",
    repair: Both {
        nl: "Zet het nummer erbij: nr = 1.",
        en: "Add the number: nr = 1.",
    },
};

impl Fault for MissingKey {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let place = inside(self.table, "bovenaan het bestand");
        Words::new(format!("`{}` ontbreekt {place}", self.key))
            .label(format!("hier hoort `{}` bij", self.key))
            .help(format!("voeg een regel toe die begint met {} =", self.key))
    }

    fn english(&self) -> Words {
        let place = inside(self.table, "at the top of the file");
        Words::new(format!("`{}` is missing {place}", self.key))
            .label(format!("`{}` belongs here", self.key))
            .help(format!("add a line that begins with {} =", self.key))
    }
}

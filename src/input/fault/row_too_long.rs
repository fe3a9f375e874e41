//! I21: a row of a log that is too long to be one.

use super::SET_ASIDE;
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::wording::Both;

/// A row longer than 1 MiB.
#[derive(Debug)]
pub struct RowTooLong {
    /// The line, from 1, where a quotation mark opened that is not closed.
    pub quote_opened: Option<usize>,
}

pub(super) static RULE: Rule = Rule {
    code: Code::I21,
    severity: Severity::Error,
    name: Both {
        nl: "een rij van meer dan een miljoen tekens",
        en: "a row of more than a million characters",
    },
    why: Both {
        nl: "Geen mens schrijft een rij van een miljoen tekens. Meestal is een aanhalingsteken niet gesloten, \
             zodat alle rijen erna tekst van één cel lijken. Die rijen zouden ongemerkt uit de telling vallen.",
        en: "Nobody writes a row of a million characters. Mostly a quotation mark was not closed, so that all \
             rows after it look like the text of one cell. Those rows would drop out of the count unnoticed.",
    },
    example: "datum;actie;aantal;opmerking\n12/10/2022;5;18;\"taalcafé\n26/10/2022;5;21;\n…",
    repair: Both {
        nl: "Sluit het aanhalingsteken: 12/10/2022;5;18;\"taalcafé\".",
        en: "Close the quotation mark: 12/10/2022;5;18;\"taalcafé\".",
    },
};

impl Fault for RowTooLong {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let words =
            Words::new("een rij is langer dan een miljoen tekens").consequence(SET_ASIDE.nl);
        match self.quote_opened {
            Some(line) => words
                .label(format!(
                    "het aanhalingsteken van regel {line} wordt niet gesloten"
                ))
                .help(format!(
                    "sluit het aanhalingsteken op regel {line} en maak het rapport opnieuw"
                )),
            None => words
                .label("hier begint de rij")
                .help("kijk na of er op deze plaats geen regeleinden ontbreken"),
        }
    }

    fn english(&self) -> Words {
        let words =
            Words::new("a row is longer than a million characters").consequence(SET_ASIDE.en);
        match self.quote_opened {
            Some(line) => words
                .label(format!("the quotation mark of line {line} is not closed"))
                .help(format!(
                    "close the quotation mark on line {line} and make the report again"
                )),
            None => words
                .label("the row begins here")
                .help("check whether line ends are missing in this place"),
        }
    }
}

//! I08: a row of a log that is not UTF-8 and is read as Windows-1252.

use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::wording::Both;

/// The first row of a file that is not UTF-8.
#[derive(Debug)]
pub struct NotUtf8 {}

pub(super) static RULE: Rule = Rule {
    code: Code::I08,
    severity: Severity::Notice,
    name: Both {
        nl: "een bestand met oude tekens",
        en: "a file with older characters",
    },
    why: Both {
        nl: "Oudere rekenbladen bewaren letters met accenten en het euroteken op een andere manier \
             (Windows-1252). Zo'n rij wordt gelezen, en haar cijfers tellen mee. De melding staat er zodat \
             iemand een naam met accenten kan nakijken.",
        en: "Older spreadsheets save letters with accents and the euro sign in another way (Windows-1252). \
             Such a row is read, and its figures count. The notice is there so that somebody can check a \
             name with accents.",
    },
    example: "datum;actie;aantal;aanbieder\n12/10/2022;5;18;taalcaf\\xE9",
    repair: Both {
        nl: "Bewaar het rekenblad als “CSV UTF-8”.",
        en: "Save the spreadsheet as “CSV UTF-8”.",
    },
};

impl Fault for NotUtf8 {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        Words::new("het bestand is niet helemaal in UTF-8 bewaard")
            .label("de eerste rij die als Windows-1252 gelezen is")
            .consequence("de cijfers tellen mee; alleen letters met accenten kunnen anders zijn")
            .help("kijk namen met accenten na, of bewaar het rekenblad als “CSV UTF-8”")
    }

    fn english(&self) -> Words {
        Words::new("the file is not wholly saved as UTF-8")
            .label("the first row that was read as Windows-1252")
            .consequence("the figures count; only letters with accents may differ")
            .help("check names with accents, or save the spreadsheet as “CSV UTF-8”")
    }
}

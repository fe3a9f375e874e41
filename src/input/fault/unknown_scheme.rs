//! I23: a scheme or a format of file that this version does not know.

use super::{NOTHING_COMPUTED, quoted, shown};
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::wording::{Both, dutch, english};

/// A scheme or a format of file that this version does not know.
#[derive(Debug)]
pub struct UnknownScheme {
    /// What is not known.
    pub why: SchemeFault,
}

/// What is not known about a scheme or file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SchemeFault {
    /// The scheme is not built in.
    NotBuiltIn {
        /// The id that the dossier names.
        id: String,
        /// The ids that are built in.
        known: Vec<String>,
    },
    /// The scheme file that was asked for holds another scheme.
    OtherId {
        /// The id that the dossier names.
        wanted: String,
        /// The id in the file.
        found: String,
    },
    /// The number of the format is not known.
    Format {
        /// The number as it stands.
        found: String,
    },
}

pub(super) static RULE: Rule = Rule {
    code: Code::I23,
    severity: Severity::Error,
    name: Both {
        nl: "een regeling die niet bekend is",
        en: "a scheme that is not known",
    },
    why: Both {
        nl: "Bedragen per eenheid, plafonds en projectjaren staan in het bestand van de regeling. Zonder dat \
             bestand, of met dat van een andere regeling, zou elk cijfer verkeerd kunnen zijn.",
        en: "Amounts per unit, ceilings and project years are in the file of the scheme. Without that file, \
             or with that of another scheme, every figure could be wrong.",
    },
    example: "format = 1\nscheme = \"plan-samen-leven\"",
    repair: Both {
        nl: "Schrijf de naam van de regeling zoals `samenleven schemes` ze toont.",
        en: "Write the name of the scheme as `samenleven schemes` shows it.",
    },
};

fn all_shown(ids: &[String]) -> Vec<String> {
    ids.iter().map(|id| shown(id)).collect()
}

impl Fault for UnknownScheme {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let words = match &self.why {
            SchemeFault::NotBuiltIn { id, known } => {
                Words::new(format!("de regeling {} is niet bekend", quoted(id)))
                    .label(format!("bekend: {}", dutch::list(&all_shown(known))))
                    .help("verbeter de naam, of geef het bestand van de regeling mee met --scheme")
            }
            SchemeFault::OtherId { wanted, found } => Words::new(format!(
                "het bestand van de regeling is voor {}, het dossier vraagt {}",
                quoted(found),
                quoted(wanted)
            ))
            .label("een andere regeling")
            .help("geef met --scheme het bestand van de regeling die het dossier noemt"),
            SchemeFault::Format { found } => {
                Words::new(format!("het formaat {} is niet bekend", shown(found)))
                    .label("bekend: 1")
                    .help("schrijf format = 1, of gebruik een nieuwere versie van samenleven")
            }
        };
        words.consequence(NOTHING_COMPUTED.nl)
    }

    fn english(&self) -> Words {
        let words = match &self.why {
            SchemeFault::NotBuiltIn { id, known } => {
                Words::new(format!("the scheme {} is not known", quoted(id)))
                    .label(format!("known: {}", english::list(&all_shown(known))))
                    .help("correct the name, or give the file of the scheme with --scheme")
            }
            SchemeFault::OtherId { wanted, found } => Words::new(format!(
                "the scheme file is for {}, the dossier asks for {}",
                quoted(found),
                quoted(wanted)
            ))
            .label("another scheme")
            .help("give with --scheme the file of the scheme that the dossier names"),
            SchemeFault::Format { found } => {
                Words::new(format!("the format {} is not known", shown(found)))
                    .label("known: 1")
                    .help("write format = 1, or use a newer version of samenleven")
            }
        };
        words.consequence(NOTHING_COMPUTED.en)
    }
}

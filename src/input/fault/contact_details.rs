//! P02: an e-mail address or telephone number. It is never shown.

use super::both;
use crate::finding::{Code, Fault, Rule, Severity, Words};
pub use crate::source::Contact;
use crate::wording::Both;

/// An e-mail address or telephone number in a file.
#[derive(Debug)]
pub struct ContactDetails {
    /// Which of the two.
    pub kind: Contact,
}

pub(super) static RULE: Rule = Rule {
    code: Code::P02,
    severity: Severity::Warning,
    name: Both {
        nl: "een e-mailadres of telefoonnummer",
        en: "an e-mail address or telephone number",
    },
    why: Both {
        nl: "Een rapport gaat naar een gemeenteraad en soms naar een website. De AVG vraagt om niet meer \
             persoonsgegevens te gebruiken dan nodig, en om te tellen is niet nodig hoe iemand te bereiken \
             is. Daarom wordt het gemeld en hier niet getoond.",
        en: "A report goes to a municipal council and sometimes to a website. The GDPR asks to use no more \
             personal data than needed, and to count, nobody needs to know how somebody can be reached. So \
             it is reported and not shown here.",
    },
    example: "datum;actie;aantal;opmerking\n12/10/2022;15;1;bellen naar 0470 00 00 00",
    repair: Both {
        nl: "Haal het nummer of adres weg uit de opmerking.",
        en: "Remove the number or address from the note.",
    },
};

impl Contact {
    fn message(self) -> Both {
        match self {
            Self::Email => both(
                "hier staat een e-mailadres",
                "an e-mail address stands here",
            ),
            Self::Telephone => both(
                "hier staat een telefoonnummer",
                "a telephone number stands here",
            ),
        }
    }
}

impl Fault for ContactDetails {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        Words::new(self.kind.message().nl)
            .label("de inhoud wordt niet getoond")
            .help("haal het weg uit dit bestand; om te tellen is het niet nodig")
    }

    fn english(&self) -> Words {
        Words::new(self.kind.message().en)
            .label("the content is not shown")
            .help("remove it from this file; it is not needed to count")
    }

    fn is_private(&self) -> bool {
        true
    }
}

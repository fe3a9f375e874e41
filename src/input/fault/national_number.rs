//! P01: a national register number. The number itself is never shown.

use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::wording::Both;

/// A national register number in a file.
#[derive(Debug)]
pub struct NationalNumber {}

pub(super) static RULE: Rule = Rule {
    code: Code::P01,
    severity: Severity::Error,
    name: Both {
        nl: "een rijksregisternummer",
        en: "a national register number",
    },
    why: Both {
        nl: "Een rijksregisternummer wijst één mens aan en mag alleen gebruikt worden door wie daartoe \
             gemachtigd is. De AVG vraagt om niet meer gegevens bij te houden dan nodig, en om te tellen is \
             zo'n nummer niet nodig. Daarom wordt het gemeld en nergens getoond.",
        en: "A national register number points out one human being and may only be used by those who are \
             authorised to. The GDPR asks to keep no more data than needed, and such a number is not needed \
             to count. So it is reported and shown nowhere.",
    },
    example: "datum;actie;aantal;persoon\n12/10/2022;15;1;85.07.30-033.28",
    repair: Both {
        nl: "Vervang het nummer door een schuilnaam, zoals p0001, en bewaar de lijst die beide verbindt ergens \
             anders.",
        en: "Replace the number by a pseudonym, such as p0001, and keep the list that links the two elsewhere.",
    },
};

impl Fault for NationalNumber {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        Words::new("hier staat een rijksregisternummer")
            .label("het nummer wordt niet getoond")
            .help(
                "haal het weg uit dit bestand en zijn kopieën; gebruik een schuilnaam, zoals p0001",
            )
    }

    fn english(&self) -> Words {
        Words::new("a national register number stands here")
            .label("the number is not shown")
            .help("remove it from this file and its copies; use a pseudonym, such as p0001")
    }

    fn is_private(&self) -> bool {
        true
    }
}

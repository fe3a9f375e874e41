//! I12: an action that the scheme does not have.

use super::{SET_ASIDE, shown};
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::wording::Both;

/// An action that the scheme does not have.
#[derive(Debug)]
pub struct ActionNotInScheme {
    /// The number as it stands.
    pub text: String,
    /// The id of the scheme.
    pub scheme: String,
    /// Whether it stands in a log, so that its row was set aside.
    pub in_row: bool,
}

pub(super) static RULE: Rule = Rule {
    code: Code::I12,
    severity: Severity::Error,
    name: Both {
        nl: "een actie die de regeling niet kent",
        en: "an action that the scheme does not have",
    },
    why: Both {
        nl: "Het nummer van de actie bepaalt de eenheid, het bedrag per eenheid en het plafond. Een nummer \
             dat de regeling niet kent, heeft niets van dat alles.",
        en: "The number of the action decides the unit, the amount per unit and the ceiling. A number that \
             the scheme does not have has none of these.",
    },
    example: "datum;actie;aantal\n12/10/2022;51;18",
    repair: Both {
        nl: "Schrijf het nummer van de actie zoals in de regeling, hier 15.",
        en: "Write the number of the action as the scheme has it, here 15.",
    },
};

impl Fault for ActionNotInScheme {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let scheme = shown(&self.scheme);
        let message = if self.text.is_empty() {
            "er staat geen actie".to_owned()
        } else {
            format!(
                "“{}” is geen actie van de regeling {scheme}",
                shown(&self.text)
            )
        };
        let words = Words::new(message)
            .label("deze actie is niet bekend")
            .help("verbeter het nummer; de acties staan in de tarieven van de regeling (samenleven schemes)");
        if self.in_row {
            words.consequence(SET_ASIDE.nl)
        } else {
            words.consequence("wat het dossier over deze actie zegt, wordt niet gebruikt")
        }
    }

    fn english(&self) -> Words {
        let scheme = shown(&self.scheme);
        let message = if self.text.is_empty() {
            "there is no action".to_owned()
        } else {
            format!(
                "“{}” is no action of the scheme {scheme}",
                shown(&self.text)
            )
        };
        let words = Words::new(message).label("this action is not known").help(
            "correct the number; the actions stand in the scheme's rate card (samenleven schemes)",
        );
        if self.in_row {
            words.consequence(SET_ASIDE.en)
        } else {
            words.consequence("what the dossier says of this action is not used")
        }
    }
}

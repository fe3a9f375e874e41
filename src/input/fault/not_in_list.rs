//! I18: a value that is none of those to choose from.

use super::{SET_ASIDE, quoted, shown};
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::model::{InTwoLanguages, Language};
use crate::wording::{Both, dutch, english};

/// A value that is none of those to choose from.
#[derive(Debug)]
pub struct NotInList {
    /// The name of the value, such as `payer`.
    pub key: String,
    /// The value as it stands.
    pub value: String,
    /// What may stand there, as people write it.
    pub allowed: Vec<InTwoLanguages>,
    /// The one of them that looks like it.
    pub nearest: Option<InTwoLanguages>,
    /// Whether it stands in a log, so that its row was set aside.
    pub in_row: bool,
}

pub(super) static RULE: Rule = Rule {
    code: Code::I18,
    severity: Severity::Error,
    name: Both {
        nl: "een waarde die niet in de lijst staat",
        en: "a value that is not in the list",
    },
    why: Both {
        nl: "Wie betaalt en welke soort kost het is, bepaalt of een bedrag als eigen aandeel telt. Een woord \
             dat niet in de lijst staat, wordt daarom niet bij het dichtste woord ondergebracht.",
        en: "Who pays, and which sort of cost it is, decides whether an amount counts as own share. So a word \
             that is not in the list is not counted with the nearest one.",
    },
    example: "[[budget]]\nyear = 1\npayer = \"gemeente\"\namount = 20_000",
    repair: Both {
        nl: "Kies een waarde uit de lijst: payer = \"own\".",
        en: "Choose a value from the list: payer = \"own\".",
    },
};

impl NotInList {
    fn choices(&self, language: Language) -> Vec<String> {
        let allowed = self.allowed.iter();
        allowed.map(|choice| shown(choice.get(language))).collect()
    }

    /// Where the dossier says what words of a bookings file stand for.
    fn own_words(&self) -> Option<&'static str> {
        match self.key.as_str() {
            "payer" if self.in_row => Some("payers"),
            "category" if self.in_row => Some("categories"),
            _ => None,
        }
    }

    fn nearest(&self, language: Language) -> Option<String> {
        self.nearest.as_ref().map(|it| quoted(it.get(language)))
    }
}

impl Fault for NotInList {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let key = shown(&self.key);
        let (message, label) = match (self.value.as_str(), self.nearest(Language::Dutch)) {
            ("", _) => (
                format!("er staat niets voor `{key}`"),
                "hier hoort een keuze".to_owned(),
            ),
            (value, None) => (
                format!("{} is geen waarde van `{key}`", quoted(value)),
                "niet in de lijst".to_owned(),
            ),
            (value, Some(nearest)) => (
                format!("{} is geen waarde van `{key}`", quoted(value)),
                format!("bedoeld is misschien {nearest}"),
            ),
        };
        Words::new(message)
            .label(label)
            .consequence(if self.in_row {
                SET_ASIDE.nl
            } else {
                "deze waarde blijft onbekend"
            })
            .help(format!(
                "kies uit {}{}",
                dutch::list(&self.choices(Language::Dutch)),
                self.own_words().map_or_else(String::new, |key| format!(
                    "; of zeg in het dossier bij dit bestand onder `{key}` waar het woord voor staat"
                ))
            ))
    }

    fn english(&self) -> Words {
        let key = shown(&self.key);
        let (message, label) = match (self.value.as_str(), self.nearest(Language::English)) {
            ("", _) => (
                format!("there is nothing for `{key}`"),
                "a choice belongs here".to_owned(),
            ),
            (value, None) => (
                format!("{} is not a value of `{key}`", quoted(value)),
                "not in the list".to_owned(),
            ),
            (value, Some(nearest)) => (
                format!("{} is not a value of `{key}`", quoted(value)),
                format!("perhaps {nearest} is meant"),
            ),
        };
        Words::new(message)
            .label(label)
            .consequence(if self.in_row {
                SET_ASIDE.en
            } else {
                "this value stays unknown"
            })
            .help(format!(
                "choose from {}{}",
                english::list(&self.choices(Language::English)),
                self.own_words().map_or_else(String::new, |key| format!(
                    "; or say in the dossier at this file, under `{key}`, what the word stands for"
                ))
            ))
    }
}

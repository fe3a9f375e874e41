//! I18: a value that is none of those to choose from.

use super::{SET_ASIDE, quoted, shown};
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::model::{InTwoLanguages, Language};
use crate::wording::{Both, dutch, english};
use std::sync::Arc;

/// Choices that a finding names at the most: nobody reads on, and a scheme may have
/// thousands of them.
const MOST_NAMED: usize = 50;

/// A value that is none of those to choose from.
#[derive(Debug)]
pub struct NotInList {
    /// The name of the value, such as `payer`.
    pub key: String,
    /// The value as it stands.
    pub value: String,
    /// What may stand there, as people write it.
    pub allowed: Arc<[InTwoLanguages]>,
    /// The place of the one of them that looks like it.
    pub nearest: Option<usize>,
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
    /// What all of them share.
    pub(in crate::input) const RULE: &'static Rule = &RULE;

    fn choices(&self, language: Language) -> Vec<String> {
        let named = self.allowed.iter().take(MOST_NAMED);
        let named = named.map(|choice| shown(choice.get(language)));
        let more = u64::try_from(self.allowed.len().saturating_sub(MOST_NAMED)).unwrap_or(u64::MAX);
        let more = (more > 0).then(|| match language {
            Language::Dutch => format!("nog {} andere", dutch::count(more)),
            Language::English => format!("{} more", english::count(more)),
        });
        named.chain(more).collect()
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
        let nearest = self.allowed.get(self.nearest?)?;
        Some(quoted(nearest.get(language)))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_is_named_in_part_in_both_languages() {
        let named = |choices: usize, language| {
            let name = |nr: usize| InTwoLanguages {
                nl: format!("nl{nr}"),
                en: format!("en{nr}"),
            };
            let fault = NotInList {
                key: "category".to_owned(),
                value: "x".to_owned(),
                allowed: (0..choices).map(name).collect(),
                nearest: None,
                in_row: false,
            };
            fault.choices(language)
        };
        let last = |choices, language| named(choices, language).pop();
        assert_eq!(last(50, Language::Dutch).as_deref(), Some("nl49"));
        assert_eq!(
            last(1050, Language::Dutch).as_deref(),
            Some("nog 1.000 andere")
        );
        assert_eq!(last(1050, Language::English).as_deref(), Some("1,000 more"));
        assert_eq!(named(1050, Language::English).len(), 51);
    }
}

//! Values of arguments that are known beforehand, each with what it stands for: codes,
//! and what the built-in schemes number. An argument gets them by its id, so that every
//! subcommand with an `--action` or a `--year` has them.

use super::explain;
use crate::input::{BuiltIn, SCHEMES};
use crate::model::{Language, Scheme};
use crate::wording::{self, Both};

/// A value and what it stands for.
#[derive(Debug)]
pub(super) struct KnownValue {
    /// The value, as it is typed.
    pub(super) value: String,
    /// What it stands for.
    pub(super) title: String,
}

/// Makes a list of values, told in a language.
pub(super) type Known = fn(Language) -> Vec<KnownValue>;

/// The values of the argument with this id; none where they are not known beforehand.
pub(super) fn of(argument: &str) -> Option<Known> {
    match argument {
        "code" | "warn" | "allow" => Some(codes),
        "deny" => Some(codes_and_warnings),
        "id" => Some(schemes),
        "action" | "actions" => Some(actions),
        "year" | "years" => Some(years),
        "as-of" | "date" => Some(today),
        _ => None,
    }
}

fn known(value: &impl ToString, title: impl Into<String>) -> KnownValue {
    KnownValue {
        value: value.to_string(),
        title: title.into(),
    }
}

fn codes(language: Language) -> Vec<KnownValue> {
    let rules = explain::rules().into_iter();
    rules
        .map(|rule| known(&rule.code, rule.name.get(language)))
        .collect()
}

fn codes_and_warnings(language: Language) -> Vec<KnownValue> {
    const WARNINGS: Both = Both {
        nl: "elke waarschuwing",
        en: "every warning",
    };
    let mut all = vec![known(&"warnings", WARNINGS.get(language))];
    all.extend(codes(language));
    all
}

fn today(language: Language) -> Vec<KnownValue> {
    const TODAY: Both = Both {
        nl: "de dag van de klok",
        en: "the day of the clock",
    };
    vec![known(&"today", TODAY.get(language))]
}

fn built_in() -> impl Iterator<Item = &'static Scheme> {
    SCHEMES.iter().filter_map(BuiltIn::scheme)
}

fn schemes(language: Language) -> Vec<KnownValue> {
    built_in()
        .map(|scheme| known(&scheme.id, scheme.title.get(language)))
        .collect()
}

/// The actions of all built-in schemes; one that several have stands once for each.
fn actions(language: Language) -> Vec<KnownValue> {
    let actions = built_in().flat_map(|scheme| &scheme.actions);
    actions
        .map(|action| known(&action.nr, action.title.get(language)))
        .collect()
}

/// The project years of all built-in schemes, with their first and last days.
fn years(language: Language) -> Vec<KnownValue> {
    let years = built_in().flat_map(|scheme| &scheme.years);
    years
        .map(|year| {
            let days = year.period.map(|period| {
                let day = |date| wording::date(date, language);
                format!("{} – {}", day(period.start), day(period.end))
            });
            known(&year.nr, days.unwrap_or_default())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_argument_for_actions_gets_them_with_their_titles() {
        for argument in ["action", "actions"] {
            let known = of(argument).expect("actions are known beforehand");
            let all = known(Language::Dutch);
            assert_eq!(all.len(), 24);
            let fifteen = &all[14];
            assert_eq!(fifteen.value, "15");
            assert_eq!(fifteen.title, "Brug leggen naar onderwijs");
        }
    }
}

//! Why no dossier is made.

use super::super::arguments::as_argument;
use crate::model::{ActionNr, Scheme, YearNr};
use crate::wording::{Say, visible};
use std::path::{Path, PathBuf};

/// Why no dossier is made.
#[derive(Debug)]
pub(super) enum Refused {
    /// No action was asked for, and no sheet speaks of one.
    NoAction {
        /// The scheme that has the actions.
        scheme: String,
    },
    /// The scheme does not have an action that was asked for.
    UnknownAction {
        /// Its number.
        nr: ActionNr,
        /// The scheme.
        scheme: String,
        /// The actions that it has.
        known: String,
    },
    /// The scheme does not have a project year that was asked for.
    UnknownYear {
        /// Its number.
        nr: YearNr,
        /// The scheme.
        scheme: String,
        /// The years that it has.
        known: String,
    },
    /// No row of the sheet names an action of the scheme.
    NothingIn(PathBuf),
    /// The sheet could not be read; why not was told before.
    NotRead(PathBuf),
    /// The name of the sheet is no text, so that no dossier can hold it.
    NoName(PathBuf),
}

impl Refused {
    pub(super) fn no_action(scheme: &Scheme) -> Self {
        Self::NoAction {
            scheme: scheme.id.clone(),
        }
    }

    pub(super) fn unknown_action(nr: ActionNr, scheme: &Scheme) -> Self {
        let mut known: Vec<u16> = scheme.actions.iter().map(|action| action.nr.0).collect();
        known.sort_unstable();
        Self::UnknownAction {
            nr,
            scheme: scheme.id.clone(),
            known: runs(&known),
        }
    }

    pub(super) fn unknown_year(nr: YearNr, scheme: &Scheme) -> Self {
        let known: Vec<u16> = scheme.years.iter().map(|year| year.nr.0).collect();
        Self::UnknownYear {
            nr,
            scheme: scheme.id.clone(),
            known: runs(&known),
        }
    }
}

/// Numbers in order, those that follow each other as one run: `1–3, 5`.
fn runs(numbers: &[u16]) -> String {
    let mut runs: Vec<(u16, u16)> = Vec::new();
    for nr in numbers {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*nr) => *last = *nr,
            _ => runs.push((*nr, *nr)),
        }
    }
    let runs = runs.into_iter().map(|(first, last)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first}–{last}"),
    });
    runs.collect::<Vec<_>>().join(", ")
}

fn shown(path: &Path) -> String {
    visible(&path.display().to_string()).into_owned()
}

impl Say for Refused {
    fn dutch(&self) -> String {
        match self {
            Self::NoAction { scheme } => format!(
                "noem minstens één actie, zoals --action 5; welke er zijn, toont: samenleven schemes {}",
                as_argument(scheme)
            ),
            Self::UnknownAction { nr, scheme, known } => {
                format!("{} heeft geen actie {nr}; wel: {known}", visible(scheme))
            }
            Self::UnknownYear { nr, scheme, known } => format!(
                "{} heeft geen projectjaar {nr}; wel: {known}",
                visible(scheme)
            ),
            Self::NothingIn(path) => format!(
                "geen enkele rij van {} noemt een actie van de regeling; noem de acties zelf met --action",
                shown(path)
            ),
            Self::NotRead(path) => format!(
                "er is niets geschreven, want {} is niet als logboek te lezen; kies een werkblad met --sheet, of noem de acties met --action en het bestand daarna zelf in het dossier",
                shown(path)
            ),
            Self::NoName(path) => format!(
                "de naam van {} is geen gewone tekst; geef het bestand een andere naam",
                shown(path)
            ),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::NoAction { scheme } => format!(
                "name at least one action, such as --action 5; which there are, shows: samenleven schemes {}",
                as_argument(scheme)
            ),
            Self::UnknownAction { nr, scheme, known } => {
                format!("{} has no action {nr}; it has: {known}", visible(scheme))
            }
            Self::UnknownYear { nr, scheme, known } => format!(
                "{} has no project year {nr}; it has: {known}",
                visible(scheme)
            ),
            Self::NothingIn(path) => format!(
                "no row of {} names an action of the scheme; name the actions yourself with --action",
                shown(path)
            ),
            Self::NotRead(path) => format!(
                "nothing was written, since {} cannot be read as a log; choose a sheet with --sheet, or name the actions with --action and the file afterwards in the dossier yourself",
                shown(path)
            ),
            Self::NoName(path) => format!(
                "the name of {} is no plain text; give the file another name",
                shown(path)
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn numbers_that_follow_each_other_are_one_run() {
        assert_eq!(runs(&[1, 2, 3, 5, 7, 8, 65_535]), "1–3, 5, 7, 8, 65535");
        assert_eq!(runs(&[]), "");
    }
}

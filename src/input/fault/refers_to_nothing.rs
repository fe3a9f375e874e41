//! I20: something in the dossier that refers to what is not there.

use super::{SET_ASIDE, quoted};
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::model::{ActionNr, YearNr};
use crate::wording::Both;

/// Something that refers to what is not there.
#[derive(Debug)]
pub struct RefersToNothing {
    /// What it refers to.
    pub what: Reference,
}

/// What is referred to and not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reference {
    /// A project year of the scheme.
    SchemeYear(YearNr),
    /// A project year of the dossier.
    DossierYear(YearNr),
    /// A project year of the dossier, by the date of a row.
    YearOfRow(YearNr),
    /// An action of the dossier.
    Action(ActionNr),
    /// A group of the scheme, for that action in that year.
    Group(String),
    /// An objective of the scheme.
    Objective(u16),
    /// A stimulus of the scheme.
    Stimulus(String),
    /// A header of the file, named under `columns`.
    Header(String),
    /// A code of a finding, as written, and the code that was probably meant.
    Code {
        /// As written.
        text: String,
        /// What was probably meant.
        nearest: Option<&'static str>,
    },
}

pub(super) static RULE: Rule = Rule {
    code: Code::I20,
    severity: Severity::Error,
    name: Both {
        nl: "een verwijzing naar iets dat er niet is",
        en: "a reference to something that is not there",
    },
    why: Both {
        nl: "Een kost of een personeelslid bij een actie of een jaar dat niet in het dossier staat, zou in \
             geen enkele tabel terechtkomen. Dat wordt gemeld, zodat geen bedrag ongemerkt verdwijnt.",
        en: "A cost or a member of staff under an action or a year that is not in the dossier would end up \
             in no table. This is reported, so that no amount vanishes unnoticed.",
    },
    example: "[[year]]\nnr = 1\n\n[[budget]]\nyear = 2\namount = 20_000",
    repair: Both {
        nl: "Verbeter het nummer, of voeg toe waarnaar verwezen wordt: [[year]] met nr = 2.",
        en: "Correct the number, or add what is referred to: [[year]] with nr = 2.",
    },
};

impl Reference {
    fn dutch(&self) -> String {
        match self {
            Self::SchemeYear(year) => format!("projectjaar {year} staat niet in de regeling"),
            Self::DossierYear(year) | Self::YearOfRow(year) => {
                format!("projectjaar {year} staat niet in het dossier")
            }
            Self::Action(action) => format!("actie {action} staat niet in het dossier"),
            Self::Group(group) => {
                format!(
                    "de regeling kent bij deze actie in dit jaar geen groep {}",
                    quoted(group)
                )
            }
            Self::Objective(nr) => format!("doelstelling {nr} staat niet in de regeling"),
            Self::Stimulus(kind) => {
                format!("de stimulans {} staat niet in de regeling", quoted(kind))
            }
            Self::Header(header) => {
                format!("het bestand heeft geen kolom met de kop {}", quoted(header))
            }
            Self::Code { text, .. } => format!("de code {} bestaat niet", quoted(text)),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::SchemeYear(year) => format!("project year {year} is not in the scheme"),
            Self::DossierYear(year) | Self::YearOfRow(year) => {
                format!("project year {year} is not in the dossier")
            }
            Self::Action(action) => format!("action {action} is not in the dossier"),
            Self::Group(group) => {
                format!(
                    "the scheme has no group {} for this action in this year",
                    quoted(group)
                )
            }
            Self::Objective(nr) => format!("objective {nr} is not in the scheme"),
            Self::Stimulus(kind) => format!("the stimulus {} is not in the scheme", quoted(kind)),
            Self::Header(header) => {
                format!("the file has no column with the header {}", quoted(header))
            }
            Self::Code { text, .. } => format!("there is no code {}", quoted(text)),
        }
    }

    /// What to do, in Dutch and in English.
    fn way_out(&self) -> (String, String) {
        let correct = ("verbeter het nummer", "correct the number");
        let added = |table: String| {
            (
                format!("{}, of voeg {table} toe aan het dossier", correct.0),
                format!("{}, or add {table} to the dossier", correct.1),
            )
        };
        match self {
            Self::DossierYear(year) => added(format!("[[year]] `nr = {year}`")),
            Self::YearOfRow(year) => (
                format!("verbeter de datum, of voeg [[year]] `nr = {year}` toe aan het dossier"),
                format!("correct the date, or add [[year]] `nr = {year}` to the dossier"),
            ),
            Self::Action(action) => added(format!("[[action]] `nr = {action}`")),
            Self::SchemeYear(_) | Self::Objective(_) => {
                (correct.0.to_owned(), correct.1.to_owned())
            }
            Self::Group(_) | Self::Stimulus(_) => (
                "verbeter de naam; `samenleven schemes` met de naam van de regeling toont ze"
                    .to_owned(),
                "correct the name; `samenleven schemes` with the name of the scheme shows them"
                    .to_owned(),
            ),
            Self::Header(_) => (
                "schrijf de kop onder `columns` zoals hij in het bestand staat".to_owned(),
                "write the header under `columns` as it stands in the file".to_owned(),
            ),
            Self::Code {
                nearest: Some(code),
                ..
            } => (
                format!("bedoelt u `{code}`?"),
                format!("did you mean `{code}`?"),
            ),
            Self::Code { nearest: None, .. } => (
                "neem de code over zoals `samenleven check` ze toont".to_owned(),
                "take the code over as `samenleven check` shows it".to_owned(),
            ),
        }
    }
}

impl Fault for RefersToNothing {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let words = Words::new(self.what.dutch()).help(self.what.way_out().0);
        match self.what {
            Reference::YearOfRow(_) => words
                .label("deze dag valt in dat jaar")
                .consequence(SET_ASIDE.nl),
            _ => words.label("dit is er niet"),
        }
    }

    fn english(&self) -> Words {
        let words = Words::new(self.what.english()).help(self.what.way_out().1);
        match self.what {
            Reference::YearOfRow(_) => words
                .label("this day lies in that year")
                .consequence(SET_ASIDE.en),
            _ => words.label("this is not there"),
        }
    }
}

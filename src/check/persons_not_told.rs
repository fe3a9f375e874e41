//! K10: an action that counts unique persons has rows that name none.

use super::ActionName;
use crate::analysis::{ActionAttainment, Analysis};
use crate::finding::{About, Code, Fault, Finding, Rule, Severity, Words};
use crate::model::{KpiKind, YearNr};
use crate::wording::{Both, dutch, english};

/// An action that counts unique persons has rows that name none.
#[derive(Debug)]
pub struct PersonsNotTold {
    /// The action.
    pub action: ActionName,
    /// The project year.
    pub year: YearNr,
    /// Rows without a pseudonym.
    pub rows: u64,
}

pub(super) static RULE: Rule = Rule {
    code: Code::K10,
    severity: Severity::Warning,
    name: Both {
        nl: "personen die niet uit elkaar te houden zijn",
        en: "persons who cannot be told apart",
    },
    why: Both {
        nl: "Deze actie telt unieke personen. Zonder pseudoniem is niet te zien of iemand al geteld is, en \
             dan is geen enkel getal met zekerheid juist.",
        en: "This action counts unique persons. Without a pseudonym nobody can see whether somebody was \
             counted before, and then no figure is certain.",
    },
    example: "datum;actie;aantal;persoon\n10/05/2023;1;1;",
    repair: Both {
        nl: "Vul in de kolom persoon op elke rij een pseudoniem in, nooit een naam of een \
             rijksregisternummer.",
        en: "Fill in a pseudonym on every row of the column person, never a name or a national register \
             number.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let distinct = analysis
        .attainment
        .iter()
        .filter(|row| row.kind == KpiKind::Distinct);
    distinct
        .filter_map(|row| {
            Some(Finding::new(
                facts(analysis, row)?,
                row.in_year.target_span(),
            ))
        })
        .collect()
}

fn facts(analysis: &Analysis<'_>, row: &ActionAttainment<'_>) -> Option<PersonsNotTold> {
    let untold = &analysis.account.tallies.untold;
    Some(PersonsNotTold {
        action: ActionName::of(row.action),
        year: row.year,
        rows: *untold.get(&(row.action.nr, row.year))?,
    })
}

impl Fault for PersonsNotTold {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn about(&self) -> Vec<About> {
        vec![About::Action(self.year, self.action.nr)]
    }

    fn tells_counts(&self) -> bool {
        true
    }

    fn dutch(&self) -> Words {
        Words::new(format!(
            "personen niet uit elkaar te houden: {}, {} zonder pseudoniem in projectjaar {}",
            self.action.dutch(),
            dutch::plural(self.rows, "rij", "rijen"),
            self.year,
        ))
        .label("telt unieke personen")
        .consequence("wat bereikt is, blijft onbekend")
        .help("vul in de kolom persoon op elke rij een pseudoniem in")
    }

    fn english(&self) -> Words {
        Words::new(format!(
            "persons cannot be told apart: {}, {} without a pseudonym in project year {}",
            self.action.english(),
            english::plural(self.rows, "row", "rows"),
            self.year,
        ))
        .label("counts unique persons")
        .consequence("what was reached stays unknown")
        .help("fill in a pseudonym on every row of the column person")
    }
}

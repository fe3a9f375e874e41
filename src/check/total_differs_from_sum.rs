//! G04: the letter's total of a year is not the sum of its actions.

use crate::analysis::{Analysis, YearAward};
use crate::finding::{Code, Fault, Finding, Rule, Severity, Words};
use crate::model::{Euro, YearNr};
use crate::wording::{Both, dutch, english};

/// The letter's total of a year is not the sum of its actions.
#[derive(Debug)]
pub struct TotalDiffersFromSum {
    /// The project year.
    pub year: YearNr,
    /// The letter's total.
    pub total: Euro,
    /// The sum of the actions' awards.
    pub sum: Euro,
}

pub(super) static RULE: Rule = Rule {
    code: Code::G04,
    severity: Severity::Error,
    name: Both {
        nl: "een totaal dat niet de som van de acties is",
        en: "a total that is not the sum of the actions",
    },
    why: Both {
        nl: "Het totaal van de brief en de bedragen per actie zeggen hetzelfde op twee manieren. Verschillen \
             ze, dan is een van beide verkeerd overgenomen of ontbreekt een actie, en daarmee is ook het \
             vereiste eigen aandeel onzeker.",
        en: "The letter's total and the amounts per action say the same in two ways. Where they differ, one \
             of them was copied wrongly or an action is missing, and the own share required is uncertain \
             with it.",
    },
    example: "[[year]]\nnr = 1\naward_total = 26_000\n[[action]]\nnr = 2\n[[action.year]]\nnr = 1\naward = 25_000",
    repair: Both {
        nl: "Neem het totaal en de bedragen per actie over uit de toekenningsbrief, en kijk of geen actie ontbreekt.",
        en: "Copy the total and the amounts per action from the grant letter, and see that no action is missing.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    analysis.year_awards.iter().filter_map(in_year).collect()
}

fn in_year(row: &YearAward<'_>) -> Option<Finding> {
    let (total, sum) = (row.total()?, row.sum?);
    let fault = TotalDiffersFromSum {
        year: row.year.nr,
        total: total.value,
        sum,
    };
    (total.value != sum).then(|| Finding::new(fault, total.span))
}

impl Fault for TotalDiffersFromSum {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        Words::new(format!(
            "totaal van de brief is niet de som van de acties: {} tegenover {} in projectjaar {}",
            dutch::euro(self.total),
            dutch::euro(self.sum),
            self.year,
        ))
        .label(format!("de acties geven samen {}", dutch::euro(self.sum)))
        .consequence(format!(
            "het totaal van de brief telt; het verschil is {}",
            dutch::euro(self.total - self.sum)
        ))
        .help("kijk het totaal en de bedragen per actie na in de toekenningsbrief")
    }

    fn english(&self) -> Words {
        Words::new(format!(
            "total of the letter is not the sum of the actions: {} against {} in project year {}",
            english::euro(self.total),
            english::euro(self.sum),
            self.year,
        ))
        .label(format!("the actions add to {}", english::euro(self.sum)))
        .consequence(format!(
            "the total of the letter counts; the difference is {}",
            english::euro(self.total - self.sum)
        ))
        .help("look up the total and the amounts per action in the grant letter")
    }
}

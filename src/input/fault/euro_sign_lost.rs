//! I28: amounts whose euro sign was lost when their file was saved.

use super::both;
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::wording::Both;

/// The first amount of a file that has something else where its euro sign was.
#[derive(Debug)]
pub struct EuroSignLost {}

pub(super) static RULE: Rule = Rule {
    code: Code::I28,
    severity: Severity::Notice,
    name: Both {
        nl: "een euroteken dat verloren ging",
        en: "a euro sign that was lost",
    },
    why: Both {
        nl: "Bewaart een programma een bestand in een vorm die het euroteken niet kent, dan komt er een \
             vraagteken of een ander teken in de plaats. Het bedrag is dan nog te lezen en telt mee, maar \
             letters met accenten in hetzelfde bestand zijn misschien ook verloren.",
        en: "Where a program saves a file in a form that does not know the euro sign, a question mark or \
             another sign takes its place. The amount can still be read and counts, but letters with accents \
             in the same file may be lost as well.",
    },
    example: "datum;betaler;bedrag\n12/10/2022;eigen;? 1.250,50",
    repair: Both {
        nl: "Bewaar het rekenblad opnieuw, als “CSV UTF-8”.",
        en: "Save the spreadsheet again, as “CSV UTF-8”.",
    },
};

const MESSAGE: Both = both(
    "het euroteken ging verloren toen dit bestand bewaard werd",
    "the euro sign was lost when this file was saved",
);
const LABEL: Both = both(
    "het eerste bedrag met een ander teken waar € hoort",
    "the first amount with another sign where € belongs",
);
const CONSEQUENCE: Both = both("de bedragen tellen mee", "the amounts count");
const HELP: Both = both(
    "bewaar het rekenblad als “CSV UTF-8”; kijk namen met accenten na",
    "save the spreadsheet as “CSV UTF-8”; check names with accents",
);

impl Fault for EuroSignLost {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        Words::new(MESSAGE.nl)
            .label(LABEL.nl)
            .consequence(CONSEQUENCE.nl)
            .help(HELP.nl)
    }

    fn english(&self) -> Words {
        Words::new(MESSAGE.en)
            .label(LABEL.en)
            .consequence(CONSEQUENCE.en)
            .help(HELP.en)
    }
}

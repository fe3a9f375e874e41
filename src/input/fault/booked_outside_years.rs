//! B03: a booking dated outside the project years.

use super::SET_ASIDE;
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::model::{Date, Period};
use crate::wording::{Both, dutch, english};

/// A booking on a day of no project year.
#[derive(Debug)]
pub struct BookedOutsideYears {
    /// Its date.
    pub date: Date,
    /// The first and last day of the project, where the scheme gives them.
    pub period: Option<Period>,
}

pub(super) static RULE: Rule = Rule {
    code: Code::B03,
    severity: Severity::Error,
    name: Both {
        nl: "een boeking buiten de projectjaren",
        en: "a booking outside the project years",
    },
    why: Both {
        nl: "Een boeking telt in het projectjaar waarin haar datum valt. Valt ze in geen enkel projectjaar, dan \
             kan ze de subsidie noch het eigen aandeel staven. Komt een factuur na het einde van het project, \
             dan is de datum waarop de kost gemaakt is bepalend, niet die van de betaling.",
        en: "A booking counts in the project year that holds its date. If no project year does, it can support \
             neither the award nor the own share. Where an invoice comes after the end of the project, the day \
             on which the cost was made decides, not that of the payment.",
    },
    example: "datum;actie;categorie;betaler;bedrag\n12/10/2012;15;personnel;own;1.250,00",
    repair: Both {
        nl: "Verbeter de datum, of haal de boeking uit het bestand als ze bij een ander project hoort.",
        en: "Correct the date, or take the booking out of the file if it belongs to another project.",
    },
};

impl Fault for BookedOutsideYears {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let day = dutch::date(self.date);
        Words::new(format!("boeking van {day} valt in geen enkel projectjaar"))
            .label(self.period.map_or_else(
                || "de regeling noemt geen eerste en laatste dag".to_owned(),
                |period| {
                    let (start, end) = (dutch::date(period.start), dutch::date(period.end));
                    format!("het project loopt van {start} tot en met {end}")
                },
            ))
            .consequence(SET_ASIDE.nl)
            .help("kijk het jaartal na; bij een late factuur hoort hier de dag waarop de kost gemaakt is")
    }

    fn english(&self) -> Words {
        let day = english::date(self.date);
        Words::new(format!("booking of {day} falls in no project year"))
            .label(self.period.map_or_else(
                || "the scheme gives no first and last day".to_owned(),
                |period| {
                    let (start, end) = (english::date(period.start), english::date(period.end));
                    format!("the project runs from {start} to {end}")
                },
            ))
            .consequence(SET_ASIDE.en)
            .help("check the year; of a late invoice, the day on which the cost was made belongs here")
    }
}

//! I05: a date that the calendar does not have.

use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::model::Date;
use crate::wording::{Both, dutch, english, visible};

/// A date that the calendar does not have, or that is no date.
#[derive(Debug)]
pub struct ImpossibleDate {
    /// The text as it stands.
    pub text: String,
    /// What is wrong with it.
    pub why: DateFault,
    /// Whether it stands in a log, so that its row was set aside.
    pub in_row: bool,
}

/// What is wrong with a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    /// The month has fewer days; its last day does exist.
    NoSuchDay {
        /// The last day of that month.
        last: Date,
    },
    /// No month has that number.
    NoSuchMonth,
    /// The year has fewer or more than four digits.
    ShortYear,
    /// Not written as a date of this file.
    NotADate,
}

pub(super) static RULE: Rule = Rule {
    code: Code::I05,
    severity: Severity::Error,
    name: Both {
        nl: "een datum die niet bestaat",
        en: "a date that does not exist",
    },
    why: Both {
        nl: "Een datum bepaalt in welk projectjaar iets telt. Een datum die niet bestaat, wordt nooit \
             stilzwijgend naar een andere dag verschoven: wat eraan hangt, telt niet mee tot ze \
             rechtgezet is.",
        en: "A date decides in which project year something counts. A date that does not exist is never \
             moved to another day in silence: what hangs on it does not count until it is put right.",
    },
    example: "datum;actie;aantal\n31/09/2023;15;12",
    repair: Both {
        nl: "Schrijf de dag die bedoeld is, bijvoorbeeld 30/09/2023.",
        en: "Write the day that is meant, for example 30/09/2023.",
    },
};

impl Fault for ImpossibleDate {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let text = visible(&self.text);
        let label = match self.why {
            DateFault::NoSuchDay { last } => format!(
                "die maand telt {} dagen; {} bestaat wel",
                last.day(),
                dutch::date(last)
            ),
            DateFault::NoSuchMonth => "een jaar telt twaalf maanden".to_owned(),
            DateFault::ShortYear => "schrijf het jaartal met vier cijfers".to_owned(),
            DateFault::NotADate => "dit is geen datum".to_owned(),
        };
        let words = Words::new(format!("de datum {text} bestaat niet")).label(label);
        if self.in_row {
            words
                .consequence("de rij is opzij gezet en telt niet mee")
                .help("verbeter de datum en maak het rapport opnieuw")
        } else {
            words.help("verbeter de datum; schrijf ze als 2023-09-30")
        }
    }

    fn english(&self) -> Words {
        let text = visible(&self.text);
        let label = match self.why {
            DateFault::NoSuchDay { last } => format!(
                "that month has {} days; {} does exist",
                last.day(),
                english::date(last)
            ),
            DateFault::NoSuchMonth => "a year has twelve months".to_owned(),
            DateFault::ShortYear => "write the year with four digits".to_owned(),
            DateFault::NotADate => "this is not a date".to_owned(),
        };
        let words = Words::new(format!("the date {text} does not exist")).label(label);
        if self.in_row {
            words
                .consequence("the row is set aside and does not count")
                .help("correct the date and make the report again")
        } else {
            words.help("correct the date; write it as 2023-09-30")
        }
    }
}

//! I05: a date that the calendar does not have.

use super::{SET_ASIDE, shown};
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::model::{Date, YearNr};
use crate::wording::{Both, dutch, english};

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
    /// A date, but not written as files with commas between their cells write it.
    NotIso,
    /// No month has that number, but the day could be it.
    MonthFirst {
        /// The date with the month first.
        date: Date,
    },
    /// Nothing but zeroes.
    Zeroes,
    /// The number by which a spreadsheet keeps a date.
    Serial {
        /// The date that it keeps.
        date: Date,
    },
    /// A time elsewhere, so that the day may be another.
    OtherZone,
    /// A number in a cell of a sheet that has no date for its type.
    PlainNumber {
        /// The day that it would be as a date, if any.
        day: Option<Date>,
    },
    /// A formula that has no outcome.
    FormulaError,
    /// The last day of a year that begins later.
    BeforeStart {
        /// Its first day.
        start: Date,
    },
    /// The first day of a year, within another year.
    InYear {
        /// The other year.
        year: YearNr,
    },
}

pub(super) static RULE: Rule = Rule {
    code: Code::I05,
    severity: Severity::Error,
    name: Both {
        nl: "een datum die niet bestaat of niet te lezen is",
        en: "a date that does not exist or cannot be read",
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
        let words = Words::new(self.message_nl()).label(self.label_nl());
        if self.in_row {
            words.consequence(SET_ASIDE.nl).help(self.help_nl())
        } else {
            words
                .consequence("deze datum blijft onbekend")
                .help("verbeter de datum; schrijf ze als 2023-09-30")
        }
    }

    fn english(&self) -> Words {
        let words = Words::new(self.message_en()).label(self.label_en());
        if self.in_row {
            words.consequence(SET_ASIDE.en).help(self.help_en())
        } else {
            words
                .consequence("this date stays unknown")
                .help("correct the date; write it as 2023-09-30")
        }
    }
}

/// What to do about a number in a cell of a sheet where a date belongs.
const PLAIN_NUMBER: Both = Both {
    nl: "schrijf de datum voluit, zoals 30/09/2023, of geef de cel de opmaak van een datum",
    en: "write the date in full, such as 30/09/2023, or give the cell the format of a date",
};

/// What to do about a formula that has no outcome.
const FORMULA: Both = Both {
    nl: "verbeter de formule, of schrijf de datum zelf",
    en: "correct the formula, or write the date itself",
};

impl ImpossibleDate {
    /// What stands beside the caret, in Dutch.
    fn label_nl(&self) -> String {
        match self.why {
            DateFault::NoSuchDay { last } => format!(
                "die maand telt {} dagen; {} bestaat wel",
                last.day(),
                self.as_written(last)
            ),
            DateFault::NoSuchMonth => "een jaar telt twaalf maanden".to_owned(),
            DateFault::ShortYear => "schrijf het jaartal met vier cijfers".to_owned(),
            DateFault::MonthFirst { date } => format!(
                "een jaar telt twaalf maanden; met de maand vooraan is dit {}",
                dutch::date(date)
            ),
            DateFault::Zeroes => {
                "zo bewaart een programma een datum die niet ingevuld is".to_owned()
            }
            DateFault::Serial { date } => format!(
                "een getal waarmee een rekenblad een datum bewaart; het zou {} zijn",
                dutch::date(date)
            ),
            DateFault::OtherZone => {
                "een uur in een andere tijdzone: hier kan het een andere dag zijn".to_owned()
            }
            DateFault::PlainNumber { day: Some(day) } => {
                format!("als datum zou dit {} zijn", dutch::date(day))
            }
            DateFault::NotADate | DateFault::PlainNumber { day: None } => {
                "hier hoort een datum".to_owned()
            }
            DateFault::FormulaError => "een formule zonder uitkomst".to_owned(),
            DateFault::NotIso => "in dit bestand staat het jaar vooraan".to_owned(),
            DateFault::BeforeStart { start } => {
                format!("het jaar begint op {}", dutch::date(start))
            }
            DateFault::InYear { year } => format!("deze dag hoort al bij projectjaar {year}"),
        }
    }

    /// What to do about it in a row, in Dutch.
    fn help_nl(&self) -> String {
        match self.why {
                DateFault::NotADate => "schrijf de datum als 30/09/2023 of 2023-09-30".to_owned(),
                DateFault::NotIso => {
                    "schrijf de datum als 2023-09-30; of zet numbers = \"nl-BE\" bij dit bestand in het dossier: dan mag ook 30/09/2023".to_owned()
                }
                DateFault::NoSuchDay { last } => {
                    format!(
                        "schrijf de dag die bedoeld is, misschien {}",
                        self.as_written(last)
                    )
                }
                DateFault::MonthFirst { date } => format!(
                    "schrijf {date} als dat bedoeld is, en kijk de andere datums van deze kolom na"
                ),
                DateFault::Serial { date } => format!(
                    "geef de kolom in het rekenblad een datumvorm en bewaar opnieuw, of schrijf {date}"
                ),
                DateFault::OtherZone => "schrijf alleen de dag, zonder uur".to_owned(),
                DateFault::Zeroes => "vul de dag in".to_owned(),
                DateFault::PlainNumber { .. } => PLAIN_NUMBER.nl.to_owned(),
                DateFault::FormulaError => FORMULA.nl.to_owned(),
                _ => "verbeter de datum en maak het rapport opnieuw".to_owned(),
            }
    }

    /// What stands beside the caret, in English.
    fn label_en(&self) -> String {
        match self.why {
            DateFault::NoSuchDay { last } => {
                format!("that month has {} days; {last} does exist", last.day())
            }
            DateFault::NoSuchMonth => "a year has twelve months".to_owned(),
            DateFault::ShortYear => "write the year with four digits".to_owned(),
            DateFault::MonthFirst { date } => format!(
                "a year has twelve months; with the month first this is {}",
                english::date(date)
            ),
            DateFault::Zeroes => "so a program keeps a date that was not filled in".to_owned(),
            DateFault::Serial { date } => format!(
                "a number by which a spreadsheet keeps a date; it would be {}",
                english::date(date)
            ),
            DateFault::OtherZone => {
                "an hour in another time zone: here it may be another day".to_owned()
            }
            DateFault::PlainNumber { day: Some(day) } => {
                format!("as a date this would be {}", english::date(day))
            }
            DateFault::NotADate | DateFault::PlainNumber { day: None } => {
                "a date belongs here".to_owned()
            }
            DateFault::FormulaError => "a formula without an outcome".to_owned(),
            DateFault::NotIso => "in this file the year stands first".to_owned(),
            DateFault::BeforeStart { start } => {
                format!("the year begins on {}", english::date(start))
            }
            DateFault::InYear { year } => {
                format!("this day belongs to project year {year} already")
            }
        }
    }

    /// What to do about it in a row, in English.
    fn help_en(&self) -> String {
        match self.why {
                DateFault::NotADate => "write the date as 30/09/2023 or 2023-09-30".to_owned(),
                DateFault::NotIso => {
                    "write the date as 2023-09-30; or put numbers = \"nl-BE\" at this file in the dossier: then 30/09/2023 is good too".to_owned()
                }
                DateFault::NoSuchDay { last } => {
                    format!(
                        "write the day that is meant, perhaps {}",
                        self.as_written(last)
                    )
                }
                DateFault::MonthFirst { date } => format!(
                    "write {date} if that is meant, and check the other dates of this column"
                ),
                DateFault::Serial { date } => format!(
                    "give the column a date format in the spreadsheet and save again, or write {date}"
                ),
                DateFault::OtherZone => "write the day alone, without the hour".to_owned(),
                DateFault::Zeroes => "fill in the day".to_owned(),
                DateFault::PlainNumber { .. } => PLAIN_NUMBER.en.to_owned(),
                DateFault::FormulaError => FORMULA.en.to_owned(),
                _ => "correct the date and make the report again".to_owned(),
            }
    }

    /// A day in the form of the text that it may stand for.
    fn as_written(&self, day: Date) -> String {
        let start: Vec<char> = self.text.chars().take(4).collect();
        let year_first = start.len() == 4 && start.iter().all(char::is_ascii_digit);
        if year_first {
            day.to_string()
        } else {
            dutch::date(day)
        }
    }

    fn message_nl(&self) -> String {
        let text = shown(&self.text);
        match self.why {
            DateFault::NoSuchDay { .. }
            | DateFault::NoSuchMonth
            | DateFault::MonthFirst { .. }
            | DateFault::Zeroes => {
                format!("de datum {text} bestaat niet")
            }
            DateFault::ShortYear => format!("de datum {text} heeft geen jaartal van vier cijfers"),
            DateFault::BeforeStart { .. } => format!("{text} ligt voor het begin van het jaar"),
            DateFault::InYear { .. } => format!("{text} valt in twee projectjaren"),
            DateFault::NotADate if text.is_empty() => "er staat geen datum".to_owned(),
            DateFault::OtherZone => format!("van {text} is niet zeker welke dag het hier was"),
            DateFault::NotADate | DateFault::Serial { .. } | DateFault::FormulaError => {
                format!("{text} is geen datum")
            }
            DateFault::PlainNumber { .. } => {
                format!("de cel bevat het getal {text}, geen datum")
            }
            DateFault::NotIso => format!("de datum {text} is anders geschreven dan in dit bestand"),
        }
    }

    fn message_en(&self) -> String {
        let text = shown(&self.text);
        match self.why {
            DateFault::NoSuchDay { .. }
            | DateFault::NoSuchMonth
            | DateFault::MonthFirst { .. }
            | DateFault::Zeroes => {
                format!("the date {text} does not exist")
            }
            DateFault::ShortYear => format!("the date {text} has no year of four digits"),
            DateFault::BeforeStart { .. } => format!("{text} is before the year begins"),
            DateFault::InYear { .. } => format!("{text} falls in two project years"),
            DateFault::NotADate if text.is_empty() => "there is no date".to_owned(),
            DateFault::OtherZone => format!("of {text} it is not certain which day it was here"),
            DateFault::NotADate | DateFault::Serial { .. } | DateFault::FormulaError => {
                format!("{text} is not a date")
            }
            DateFault::PlainNumber { .. } => {
                format!("the cell holds the number {text}, not a date")
            }
            DateFault::NotIso => format!("the date {text} is not written as in this file"),
        }
    }
}

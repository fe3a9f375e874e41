//! I06: a number, a separator or a sheet that can be read in two ways.

use super::{SET_ASIDE, both, quoted, shown};
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::input::convention;
use crate::model::{Date, Euro, NumberStyle, Separator};
use crate::wording::{Both, dutch, english};
use rust_decimal::Decimal;

/// Something that can be read in two ways, so that it is not read at all.
#[derive(Debug)]
pub enum TwoReadings {
    /// A number in a row.
    Number {
        /// The text as it stands.
        text: String,
        /// The reading in which its mark is a decimal mark.
        first: Reading,
        /// The reading in which its mark groups thousands.
        second: Reading,
        /// How the file writes its numbers.
        settle: Settle,
    },
    /// A header that several separators cut equally well.
    Separator {
        /// Those separators.
        candidates: Vec<Separator>,
    },
    /// A workbook with several sheets that have a header.
    Sheet {
        /// Those sheets.
        candidates: Vec<String>,
    },
}

/// One way to read a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// An amount.
    Amount(Euro),
    /// A whole number.
    Count(i64),
    /// A number with decimals.
    Decimal(Decimal),
    /// A date.
    Date(Date),
}

/// How the file writes its numbers, which decides what would settle it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settle {
    /// It writes `1.250,50`.
    BelgianFile,
    /// It writes `1250.50`.
    PlainFile,
}

pub(super) static RULE: Rule = Rule {
    code: Code::I06,
    severity: Severity::Error,
    name: Both {
        nl: "een getal met twee lezingen",
        en: "a number with two readings",
    },
    why: Both {
        nl: "25.000 is in het ene bestand vijfentwintigduizend en in het andere vijfentwintig. Een programma \
             dat zelf kiest, geeft een totaal dat juist lijkt en het niet is. Daarom worden beide lezingen \
             genoemd en telt de rij pas mee als er nog één mogelijk is.",
        en: "25.000 is twenty-five thousand in one file and twenty-five in another. A program that chooses \
             for itself gives a total that looks right and is not. So both readings are named, and the row \
             counts only when one of them is left.",
    },
    example: "date,action,count\n2022-10-12,5,25.000",
    repair: Both {
        nl: "Schrijf het getal dat bedoeld is zonder punt, hier 25000. Schrijft heel het bestand zijn \
             getallen als 1.250,50, zet dan numbers = \"nl-BE\" bij dat bestand in het dossier.",
        en: "Write the number that is meant without a point, here 25000. If the whole file writes its \
             numbers as 1.250,50, put numbers = \"nl-BE\" at that file in the dossier.",
    },
};

impl Reading {
    /// The same below zero; a date stays what it is.
    #[must_use]
    pub fn below_zero(self) -> Self {
        match self {
            Self::Amount(amount) if amount != Euro::ZERO => Self::Amount(-amount),
            Self::Count(count) => Self::Count(-count),
            Self::Decimal(number) => Self::Decimal(-number),
            Self::Amount(_) | Self::Date(_) => self,
        }
    }

    fn dutch(self) -> String {
        match self {
            Self::Amount(amount) => dutch::euro(amount),
            Self::Decimal(number) => dutch::decimal(number.normalize(), 0),
            Self::Count(_) | Self::Date(_) => self.bare(),
        }
    }

    fn english(self) -> String {
        match self {
            Self::Amount(amount) => english::euro(amount),
            Self::Decimal(number) => english::decimal(number.normalize(), 0),
            Self::Date(date) => english::date(date),
            Self::Count(_) => self.bare(),
        }
    }

    /// In a spelling that has one reading in every file and language: here a
    /// group mark would be the very doubt that the finding is about.
    fn bare(self) -> String {
        match self {
            Self::Amount(amount) => amount.to_string(),
            Self::Count(count) => count.to_string(),
            Self::Decimal(number) => number.normalize().to_string(),
            Self::Date(date) => date.to_string(),
        }
    }

    /// As the file should have written it.
    fn spelled(self, settle: Settle) -> String {
        match (self, settle) {
            (Self::Amount(amount), Settle::BelgianFile) => dutch::decimal(amount.decimal(), 2),
            (Self::Decimal(number), Settle::BelgianFile) => dutch::decimal(number.normalize(), 0),
            _ => self.bare(),
        }
    }
}

impl Settle {
    /// As a file of this style writes.
    #[must_use]
    pub fn of(style: NumberStyle) -> Self {
        match style {
            NumberStyle::Belgian => Self::BelgianFile,
            NumberStyle::Plain => Self::PlainFile,
        }
    }

    /// What stands beside the caret.
    pub(super) fn file_writes(self) -> Both {
        match self {
            Self::BelgianFile => both("dit bestand schrijft 1.250,50", "this file writes 1.250,50"),
            Self::PlainFile => both("dit bestand schrijft 1250.50", "this file writes 1250.50"),
        }
    }

    /// How the file should have written what has one reading by its marks alone, and
    /// the line of the dossier that would read it.
    pub(super) fn way_to_write(self, text: &str, reading: Reading) -> (String, String) {
        let spelled = reading.spelled(self);
        let (nl, en) = self.line_in_words(text, reading);
        (
            format!("schrijf {spelled} als dat bedoeld is{nl}"),
            format!("write {spelled} if that is meant{en}"),
        )
    }

    fn line_in_words(self, text: &str, reading: Reading) -> (String, String) {
        self.line_for(text, reading)
            .map_or_else(Default::default, |line| {
                (
                    format!("; schrijft heel het bestand zo, zet dan {line} bij dit bestand in het dossier"),
                    format!("; if the whole file writes so, put {line} at this file in the dossier"),
                )
            })
    }

    /// The line in the dossier that would settle `text`: the other convention,
    /// where that reads it in one way.
    fn line_for(self, text: &str, reading: Reading) -> Option<&'static str> {
        let (other, line) = match self {
            Self::BelgianFile => (NumberStyle::Plain, "numbers = \"plain\""),
            Self::PlainFile => (NumberStyle::Belgian, "numbers = \"nl-BE\""),
        };
        let settles = match reading {
            Reading::Amount(_) => convention::amount(text, other).is_ok(),
            Reading::Date(_) => convention::date(text, other).is_ok(),
            Reading::Count(_) | Reading::Decimal(_) => convention::count(text, other).is_ok(),
        };
        settles.then_some(line)
    }
}

/// What to do about a number: the spellings to choose from, and the line of the
/// dossier that would settle the whole file.
fn way_out(text: &str, readings: [Reading; 2], settle: Settle) -> (String, String) {
    let (line_nl, line_en) = settle.line_in_words(text, readings[0]);
    if let [Reading::Decimal(_), Reading::Count(count)]
    | [Reading::Count(count), Reading::Decimal(_)] = readings
    {
        let count = Reading::Count(count).bare();
        return (
            format!("een aantal is een geheel getal: schrijf {count} als dat bedoeld is{line_nl}"),
            format!("a count is a whole number: write {count} if that is meant{line_en}"),
        );
    }
    let [first, second] = readings.map(|reading| reading.spelled(settle));
    (
        format!("schrijf {first} of {second}{line_nl}"),
        format!("write {first} or {second}{line_en}"),
    )
}

fn mark(separator: Separator) -> Both {
    match separator {
        Separator::Semicolon => both("een puntkomma", "a semicolon"),
        Separator::Tab => both("een tab", "a tab"),
        Separator::Comma => both("een komma", "a comma"),
    }
}

fn marks(candidates: &[Separator], word: impl Fn(Both) -> &'static str) -> Vec<String> {
    candidates
        .iter()
        .map(|candidate| word(mark(*candidate)).to_owned())
        .collect()
}

/// The first sheets, between quotation marks.
fn names(candidates: &[String]) -> Vec<String> {
    const MOST: usize = 10;
    candidates.iter().take(MOST).map(|it| quoted(it)).collect()
}

impl Fault for TwoReadings {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        match self {
            Self::Number {
                text,
                first,
                second,
                settle,
            } => Words::new(format!(
                "{} kan {} of {} zijn",
                shown(text),
                first.dutch(),
                second.dutch()
            ))
            .label(settle.file_writes().nl)
            .consequence(SET_ASIDE.nl)
            .help(way_out(text, [*first, *second], *settle).0),
            Self::Separator { candidates } => Words::new(format!(
                "meer dan één teken kan de kolommen scheiden: {}",
                dutch::list(&marks(candidates, |mark| mark.nl))
            ))
            .label("deze kopregel kan op meer dan één manier gelezen worden")
            .consequence("het bestand is niet gelezen en telt niet mee")
            .help("zet separator = \";\" (of het teken dat het is) bij dit bestand in het dossier"),
            Self::Sheet { candidates } => Words::new(format!(
                "meer dan één blad heeft een kopregel: {}",
                dutch::list(&names(candidates))
            ))
            .label("welk blad is bedoeld, staat er niet bij")
            .consequence("het bestand is niet gelezen en telt niet mee")
            .help(format!(
                "zet sheet = \"{}\" (of het blad dat het is) bij dit bestand in het dossier",
                candidates.first().map_or_else(String::new, |it| shown(it))
            )),
        }
    }

    fn english(&self) -> Words {
        match self {
            Self::Number {
                text,
                first,
                second,
                settle,
            } => Words::new(format!(
                "{} can be {} or {}",
                shown(text),
                first.english(),
                second.english()
            ))
            .label(settle.file_writes().en)
            .consequence(SET_ASIDE.en)
            .help(way_out(text, [*first, *second], *settle).1),
            Self::Separator { candidates } => Words::new(format!(
                "more than one mark can separate the columns: {}",
                english::list(&marks(candidates, |mark| mark.en))
            ))
            .label("this header can be read in more than one way")
            .consequence("the file was not read and does not count")
            .help("put separator = \";\" (or whichever mark it is) at this file in the dossier"),
            Self::Sheet { candidates } => Words::new(format!(
                "more than one sheet has a header: {}",
                english::list(&names(candidates))
            ))
            .label("which sheet is meant is not said")
            .consequence("the file was not read and does not count")
            .help(format!(
                "put sheet = \"{}\" (or whichever sheet it is) at this file in the dossier",
                candidates.first().map_or_else(String::new, |it| shown(it))
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn help(text: &str, first: Reading, second: Reading, settle: Settle) -> String {
        let text = text.to_owned();
        let fault = TwoReadings::Number {
            text,
            first,
            second,
            settle,
        };
        fault.dutch().help.unwrap_or_default()
    }

    fn amount(text: &str) -> Reading {
        Reading::Amount(Euro::parse(text).expect("a test amount is an amount"))
    }

    #[test]
    fn both_readings_are_spelled_as_the_file_spells() {
        let (first, second) = (amount("12.50"), amount("1250"));
        assert_eq!(
            help("12.50", first, second, Settle::BelgianFile),
            "schrijf 12,50 of 1.250,00; schrijft heel het bestand zo, zet dan numbers = \"plain\" bij dit bestand in het dossier"
        );
        assert_eq!(
            help("12,50", first, second, Settle::PlainFile),
            "schrijf 12.50 of 1250.00; schrijft heel het bestand zo, zet dan numbers = \"nl-BE\" bij dit bestand in het dossier"
        );
    }

    #[test]
    fn both_readings_of_an_amount_are_told_as_euros() {
        let fault = TwoReadings::Number {
            text: "€ -25.000".to_owned(),
            first: amount("-25"),
            second: amount("-25000"),
            settle: Settle::PlainFile,
        };
        assert_eq!(
            fault.dutch().message,
            "€ -25.000 kan € -25,00 of € -25.000,00 zijn"
        );
        assert_eq!(
            fault.english().help.unwrap_or_default(),
            "write -25.00 or -25000.00; if the whole file writes so, put numbers = \"nl-BE\" at this file in the dossier"
        );
    }

    #[test]
    fn an_amount_written_as_the_help_says_is_read_as_meant() {
        for text in ["0.05", "-12.50", "20", "1250", "-1250.5", "123456789012"] {
            for (settle, style) in [
                (Settle::BelgianFile, NumberStyle::Belgian),
                (Settle::PlainFile, NumberStyle::Plain),
            ] {
                let reading = amount(text);
                let read = convention::amount(&reading.spelled(settle), style);
                assert_eq!(read.map(Reading::Amount), Ok(reading), "{text}");
            }
        }
    }

    #[test]
    fn no_line_is_named_that_would_not_settle_it() {
        assert_eq!(
            help("20,000", amount("20"), amount("20000"), Settle::BelgianFile),
            "schrijf 20,00 of 20.000,00"
        );
        assert_eq!(
            help("0.500", amount("0.5"), amount("500"), Settle::BelgianFile),
            "schrijf 0,50 of 500,00"
        );
        assert_eq!(
            help(
                "-1,250",
                amount("-1.25"),
                amount("-1250"),
                Settle::PlainFile
            ),
            "schrijf -1.25 of -1250.00"
        );

        let (first, second) = (Reading::Decimal(Decimal::new(15, 1)), Reading::Count(15));
        assert_eq!(
            help("1.5", first, second, Settle::BelgianFile),
            "een aantal is een geheel getal: schrijf 15 als dat bedoeld is"
        );
    }
}

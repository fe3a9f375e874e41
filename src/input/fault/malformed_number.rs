//! I07: something that stands where a number belongs and is none that can be used.

use super::{Reading, SET_ASIDE, Settle, both, shown};
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::model::{Date, EuroError};
use crate::wording::{Both, dutch, english};
use rust_decimal::Decimal;

/// A number that cannot be used as it is written.
#[derive(Debug)]
pub struct MalformedNumber {
    /// The text as it stands.
    pub text: String,
    /// What is wrong with it.
    pub why: NumberFault,
    /// Whether it stands in a log, so that its row was set aside.
    pub in_row: bool,
}

/// What is wrong with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFault {
    /// An amount of more than 12 digits before the point.
    TooLong,
    /// An amount with more than two decimals.
    TooPrecise,
    /// Written with an exponent: `1e3`.
    Exponent,
    /// `nan` or `inf`.
    NotFinite,
    /// Less than nothing, in a dossier.
    Negative,
    /// A count with decimals.
    NotWhole,
    /// A count of more than 9 digits.
    TooManyDigits,
    /// Nothing at all.
    Empty,
    /// Written in another base than ten: `0x1F`.
    Hexadecimal,
    /// A plus before the number.
    LeadingPlus,
    /// A part of a hundred.
    Percentage,
    /// A letter that looks like a digit.
    LetterForDigit {
        /// The letter.
        letter: char,
    },
    /// An amount in dollars, pounds or francs.
    OtherCurrency,
    /// An amount of money where a count belongs.
    MoneyInCount,
    /// A question mark beside the digits.
    QuestionMark,
    /// A line end within the cell.
    LineBreak,
    /// Marks between the digits that leave one reading, but not that of its file.
    OtherMarks {
        /// What it would be.
        reading: Reading,
        /// How the file writes its numbers.
        settle: Settle,
    },
    /// Marks between the digits that leave no reading.
    OddMarks,
    /// A typed cell of a sheet with more than two decimals.
    CellTooPrecise(Decimal),
    /// A typed cell of a sheet with decimals where a count belongs.
    CellNotWhole(Decimal),
    /// A typed cell of a sheet that holds a date.
    CellIsDate(Date),
    /// A typed cell of a sheet that holds a time.
    CellIsTime,
    /// A typed cell of a sheet that holds true or false.
    CellIsTrueFalse,
    /// A formula that has no outcome.
    FormulaError,
    /// A bound below which everybody knows what is hidden.
    TellingBound,
    /// Larger than the number of an action, a year or an objective may be.
    NoNumberOfAnything,
    /// No number.
    NotANumber,
}

impl From<EuroError> for NumberFault {
    fn from(error: EuroError) -> Self {
        match error {
            EuroError::TooLong => Self::TooLong,
            EuroError::TooPrecise => Self::TooPrecise,
            EuroError::Malformed => Self::NotANumber,
        }
    }
}

pub(super) static RULE: Rule = Rule {
    code: Code::I07,
    severity: Severity::Error,
    name: Both {
        nl: "een getal dat zo niet gebruikt kan worden",
        en: "a number that cannot be used as written",
    },
    why: Both {
        nl: "Een bedrag wordt tot op de cent overgenomen zoals het er staat, en een aantal als geheel getal. \
             Wat daar niet in past, wordt niet afgerond of aangevuld: dan zou een cijfer in het rapport staan \
             dat niemand geschreven heeft.",
        en: "An amount is taken over to the cent as it stands, and a count as a whole number. What does not \
             fit that is not rounded or filled in: then a figure would stand in the report that nobody wrote.",
    },
    example: "[[year]]\nnr = 1\naward_total = 123_000.005",
    repair: Both {
        nl: "Schrijf het bedrag van de brief, met ten hoogste twee decimalen: award_total = 123_000.01.",
        en: "Write the amount of the letter, with at most two decimals: award_total = 123_000.01.",
    },
};

impl NumberFault {
    /// What stands beside the caret.
    fn label(self) -> Both {
        match self {
            Self::TooLong => both(
                "meer dan twaalf cijfers voor de decimalen",
                "more than twelve digits before the decimals",
            ),
            Self::TooPrecise | Self::CellTooPrecise(_) => {
                both("meer dan twee decimalen", "more than two decimals")
            }
            Self::CellIsDate(_) | Self::CellIsTime | Self::CellIsTrueFalse => {
                both("hier hoort een getal", "a number belongs here")
            }
            Self::FormulaError => both(
                "een formule zonder uitkomst",
                "a formula without an outcome",
            ),
            Self::Exponent => both("geschreven met een e", "written with an e"),
            Self::NotFinite => both("dit is geen hoeveelheid", "this is no quantity"),
            Self::Negative => both("minder dan nul", "less than zero"),
            Self::TellingBound => both("minder dan drie", "less than three"),
            Self::NoNumberOfAnything => both("een te hoog nummer", "too high a number"),
            Self::NotWhole | Self::CellNotWhole(_) => {
                both("geen geheel getal", "not a whole number")
            }
            Self::TooManyDigits => both("meer dan negen cijfers", "more than nine digits"),
            Self::Empty => both("hier hoort een getal", "a number belongs here"),
            Self::Hexadecimal => both("niet in gewone cijfers", "not in ordinary digits"),
            Self::LeadingPlus => both("met een plusteken", "with a plus sign"),
            Self::OtherMarks { settle, .. } => settle.file_writes(),
            _ => self.odd_label(),
        }
    }

    /// What stands beside the caret of a cell that people wrote for people.
    fn odd_label(self) -> Both {
        match self {
            Self::Percentage => both(
                "een percentage, geen aantal of bedrag",
                "a percentage, not a count or an amount",
            ),
            Self::LetterForDigit { letter: 'O' | 'o' } => {
                both("een letter O, geen cijfer 0", "a letter O, not a digit 0")
            }
            Self::LetterForDigit { letter: 'l' } => {
                both("een letter l, geen cijfer 1", "a letter l, not a digit 1")
            }
            Self::LetterForDigit { .. } => {
                both("een letter I, geen cijfer 1", "a letter I, not a digit 1")
            }
            Self::OtherCurrency => both("geen bedrag in euro", "not an amount in euro"),
            Self::MoneyInCount => both("een bedrag, geen aantal", "an amount, not a count"),
            Self::QuestionMark => both(
                "een vraagteken bij het getal",
                "a question mark beside the number",
            ),
            Self::LineBreak => both("twee regels in één cel", "two lines in one cell"),
            Self::OddMarks => both(
                "de punten, komma's of spaties staan niet waar ze horen",
                "the points, commas or spaces are not where they belong",
            ),
            _ => both("dit is geen getal", "this is not a number"),
        }
    }

    /// What to do.
    fn help(self) -> Both {
        match self {
            Self::TooLong => both(
                "kijk na of er geen cijfers te veel staan",
                "check whether there are digits too many",
            ),
            Self::TooPrecise | Self::CellTooPrecise(_) => both(
                "schrijf het bedrag in euro en hele centen",
                "write the amount in euro and whole cents",
            ),
            Self::Exponent | Self::Hexadecimal => both(
                "schrijf het getal voluit, zoals 1000",
                "write the number in full, such as 1000",
            ),
            Self::NotFinite => both(
                "schrijf een getal, of laat de regel weg als het niet bekend is",
                "write a number, or leave the line out if it is not known",
            ),
            Self::Negative => both(
                "laat het minteken weg; in een dossier is een bedrag of aantal nooit minder dan nul",
                "leave out the minus; in a dossier an amount or count is never less than zero",
            ),
            Self::NoNumberOfAnything => both(
                "geef het een nummer van hoogstens 9999",
                "give it a number of at most 9999",
            ),
            Self::TellingBound => both(
                "schrijf 3 of meer: onder 2 is er alleen 1, en dan weet iedereen wat verborgen is",
                "write 3 or more: below 2 there is only 1, and then everybody knows what is hidden",
            ),
            Self::NotWhole | Self::CellNotWhole(_) => {
                both("schrijf een geheel aantal", "write a whole count")
            }
            Self::CellIsDate(_) | Self::CellIsTime | Self::CellIsTrueFalse => both(
                "geef de cel de opmaak van een getal en schrijf het getal opnieuw",
                "give the cell the format of a number and write the number again",
            ),
            Self::FormulaError => both(
                "verbeter de formule, of schrijf het getal zelf",
                "correct the formula, or write the number itself",
            ),
            Self::TooManyDigits => both(
                "schrijf een aantal van ten hoogste negen cijfers",
                "write a count of at most nine digits",
            ),
            Self::Empty => both(
                "vul het getal in; schrijf 0 als het nul is",
                "fill in the number; write 0 if it is zero",
            ),
            Self::LeadingPlus => both("laat het plusteken weg", "leave out the plus sign"),
            _ => self.odd_help(),
        }
    }

    /// What to do about a cell that people wrote for people.
    fn odd_help(self) -> Both {
        match self {
            Self::Percentage => both(
                "schrijf het aantal of het bedrag zelf, niet het deel ervan",
                "write the count or the amount itself, not the part of it",
            ),
            Self::LetterForDigit { .. } => both(
                "schrijf het cijfer, als dat bedoeld is",
                "write the digit, if that is meant",
            ),
            Self::OtherCurrency => both("schrijf het bedrag in euro", "write the amount in euro"),
            Self::MoneyInCount => both(
                "schrijf alleen hoeveel het er zijn, zonder € of andere munteenheid",
                "write only how many there are, without € or another currency",
            ),
            Self::QuestionMark => both(
                "laat het vraagteken weg als het getal zeker is; stond daar een euroteken, bewaar het rekenblad dan als “CSV UTF-8”",
                "leave the question mark out if the number is certain; if a euro sign stood there, save the spreadsheet as “CSV UTF-8”",
            ),
            Self::LineBreak => both(
                "zet in de cel één getal, zonder regeleinde",
                "put one number in the cell, without a line end",
            ),
            Self::OddMarks | Self::OtherMarks { .. } => both(
                "schrijf de cijfers aan elkaar, met ten hoogste één decimaalteken",
                "write the digits together, with at most one decimal mark",
            ),
            _ => both(
                "schrijf het getal in cijfers, zonder woorden erbij",
                "write the number in digits, without words beside it",
            ),
        }
    }
}

/// Digits around a point that may part thousands: `54.000`.
fn around_point(text: &str) -> Option<(&str, &str)> {
    let (whole, thousands) = text.split_once('.')?;
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let may_be = (1..=3).contains(&whole.len())
        && thousands.len() == 3
        && is_digits(whole)
        && is_digits(thousands);
    may_be.then_some((whole, thousands))
}

impl MalformedNumber {
    /// What to do, in Dutch and in English.
    fn way_out(&self) -> (String, String) {
        if let NumberFault::OtherMarks { reading, settle } = self.why {
            return settle.way_to_write(&self.text, reading);
        }
        let help = self.why.help();
        self.grouped()
            .unwrap_or_else(|| (help.nl.to_owned(), help.en.to_owned()))
    }

    /// Both ways to write a number such as `54.000`, whose point may part thousands.
    fn grouped(&self) -> Option<(String, String)> {
        let (whole, thousands) = around_point(&self.text)?;
        match self.why {
            NumberFault::TooPrecise => {
                let (joined, short) = (
                    format!("{whole}_{thousands}"),
                    format!("{whole}.{}", &thousands[..2]),
                );
                Some((
                    format!(
                        "schrijf {joined} als de punt duizendtallen scheidt, {short} als hij decimalen scheidt"
                    ),
                    format!(
                        "write {joined} if the point parts thousands, {short} if it parts decimals"
                    ),
                ))
            }
            NumberFault::CellTooPrecise(_) => Some((
                format!(
                    "schrijf {whole}{thousands} als de komma duizendtallen moest scheiden; schrijf anders hele centen"
                ),
                format!(
                    "write {whole}{thousands} if the point was to part thousands; else write whole cents"
                ),
            )),
            _ => None,
        }
    }
}

impl Fault for MalformedNumber {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let message = match self.why {
            NumberFault::Empty => "er staat geen getal".to_owned(),
            NumberFault::CellTooPrecise(number) | NumberFault::CellNotWhole(number) => {
                format!("de cel bevat het getal {}", dutch::decimal(number, 0))
            }
            NumberFault::CellIsDate(date) => {
                format!("de cel bevat de datum {}, geen getal", dutch::date(date))
            }
            NumberFault::CellIsTime => "de cel bevat een tijd, geen getal".to_owned(),
            NumberFault::CellIsTrueFalse => "de cel bevat waar of onwaar, geen getal".to_owned(),
            _ => format!("{} kan zo niet gebruikt worden", shown(&self.text)),
        };
        let words = Words::new(message)
            .label(self.why.label().nl)
            .help(self.way_out().0);
        words.consequence(if self.in_row {
            SET_ASIDE.nl
        } else {
            "deze waarde blijft onbekend"
        })
    }

    fn english(&self) -> Words {
        let message = match self.why {
            NumberFault::Empty => "there is no number".to_owned(),
            NumberFault::CellTooPrecise(number) | NumberFault::CellNotWhole(number) => {
                format!("the cell holds the number {}", english::decimal(number, 0))
            }
            NumberFault::CellIsDate(date) => {
                format!(
                    "the cell holds the date {}, not a number",
                    english::date(date)
                )
            }
            NumberFault::CellIsTime => "the cell holds a time, not a number".to_owned(),
            NumberFault::CellIsTrueFalse => "the cell holds true or false, not a number".to_owned(),
            _ => format!("{} cannot be used as written", shown(&self.text)),
        };
        let words = Words::new(message)
            .label(self.why.label().en)
            .help(self.way_out().1);
        words.consequence(if self.in_row {
            SET_ASIDE.en
        } else {
            "this value stays unknown"
        })
    }
}

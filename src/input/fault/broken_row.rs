//! I09: a row of a log that cannot be cut into its cells.

use super::{SET_ASIDE, both};
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::wording::{Both, dutch, english};

/// A row that cannot be cut into its cells.
#[derive(Debug)]
pub struct BrokenRow {
    /// Why not.
    pub why: RowFault,
}

/// Why a row cannot be cut into its cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowFault {
    /// It has more or fewer cells than the header.
    CellCount {
        /// Cells of the header.
        expected: u64,
        /// Cells of the row.
        found: u64,
    },
    /// A quotation mark in a cell that does not begin with one.
    QuoteInside,
    /// Text between a closing quotation mark and the next separator.
    TextAfterQuote,
    /// A quotation mark that is not closed before the file ends.
    QuoteNotClosed,
    /// The sum that a spreadsheet put under the rows.
    Totals,
}

pub(super) static RULE: Rule = Rule {
    code: Code::I09,
    severity: Severity::Error,
    name: Both {
        nl: "een rij die niet als rij gelezen kan worden",
        en: "a row that cannot be cut into its cells",
    },
    why: Both {
        nl: "Heeft een rij een cel te veel of te weinig, dan is niet zeker welk getal onder welke kop hoort. \
             Zo'n rij wordt niet verschoven tot ze past: ze telt pas mee als ze rechtgezet is.",
        en: "If a row has a cell too many or too few, it is not certain which number belongs under which \
             header. Such a row is not shifted until it fits: it counts only when it is put right.",
    },
    example: "datum;actie;aantal\n12/10/2022;5",
    repair: Both {
        nl: "Vul de ontbrekende cel in: 12/10/2022;5;18.",
        en: "Fill in the missing cell: 12/10/2022;5;18.",
    },
};

impl RowFault {
    /// What it does to the figures: an open quotation mark swallows all that follows.
    fn consequence(self) -> Both {
        match self {
            Self::QuoteNotClosed => both(
                "deze rij en al wat erop volgt, is opzij gezet en telt niet mee",
                "this row and all that follows it is set aside and does not count",
            ),
            _ => SET_ASIDE,
        }
    }

    /// Message, label and help about a quotation mark or a total.
    fn told_of_quote(self) -> [Both; 3] {
        match self {
            Self::TextAfterQuote => [
                both(
                    "er staat tekst na een gesloten aanhalingsteken",
                    "there is text after a closing quotation mark",
                ),
                both(
                    "de cel was hier al gesloten",
                    "the cell was already closed here",
                ),
                both(
                    "zet het aanhalingsteken op het einde van de cel, of schrijf het in de cel dubbel: \"\"",
                    "put the quotation mark at the end of the cell, or double it inside the cell: \"\"",
                ),
            ],
            Self::QuoteNotClosed => [
                both(
                    "een aanhalingsteken wordt niet gesloten",
                    "a quotation mark is not closed",
                ),
                both("hier gaat het open", "it opens here"),
                both(
                    "zet een aanhalingsteken op het einde van de cel, of haal dit weg",
                    "put a quotation mark at the end of the cell, or remove this one",
                ),
            ],
            Self::Totals => [
                both("dit is een totaal, geen rij", "this is a total, not a row"),
                both("een som onder de rijen", "a sum under the rows"),
                both(
                    "haal de rij met het totaal weg; het programma telt zelf op",
                    "take the row with the total away; the program adds up itself",
                ),
            ],
            _ => [
                both(
                    "er staat een aanhalingsteken midden in een cel",
                    "there is a quotation mark in the middle of a cell",
                ),
                both("dit aanhalingsteken", "this quotation mark"),
                both(
                    "haal het weg, of zet heel de cel tussen aanhalingstekens en schrijf het binnenin dubbel: \"\"",
                    "remove it, or put the whole cell between quotation marks and double it inside: \"\"",
                ),
            ],
        }
    }
}

impl Fault for BrokenRow {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let words = if let RowFault::CellCount { expected, found } = self.why {
            let cells = dutch::plural(found, "cel", "cellen");
            let apart = dutch::plural(found.abs_diff(expected), "cel", "cellen");
            let side = if found < expected {
                "te weinig"
            } else {
                "te veel"
            };
            Words::new(format!(
                "de rij heeft {cells}, de kopregel {}",
                dutch::count(expected)
            ))
            .label(format!("{apart} {side}"))
            .help(
                "vul de rij aan of haal weg wat te veel is; een tekst met een scheidingsteken \
                       hoort tussen aanhalingstekens",
            )
        } else {
            let [message, label, help] = self.why.told_of_quote();
            Words::new(message.nl).label(label.nl).help(help.nl)
        };
        words.consequence(self.why.consequence().nl)
    }

    fn english(&self) -> Words {
        let words = if let RowFault::CellCount { expected, found } = self.why {
            let cells = english::plural(found, "cell", "cells");
            let apart = english::plural(found.abs_diff(expected), "cell", "cells");
            let side = if found < expected {
                "too few"
            } else {
                "too many"
            };
            Words::new(format!(
                "the row has {cells}, the header {}",
                english::count(expected)
            ))
            .label(format!("{apart} {side}"))
            .help(
                "complete the row or remove what is too much; a text with a separator in it \
                       belongs between quotation marks",
            )
        } else {
            let [message, label, help] = self.why.told_of_quote();
            Words::new(message.en).label(label.en).help(help.en)
        };
        words.consequence(self.why.consequence().en)
    }
}

//! I01: a dossier or scheme file that cannot be read as TOML.

mod heading;

pub use heading::HeadingFault;

use super::{NOTHING_COMPUTED, both, shown};
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::wording::Both;

/// A dossier or scheme file that cannot be read at some place.
#[derive(Debug)]
pub struct NotToml {
    /// What stands in the way there.
    pub why: SyntaxFault,
}

/// What makes a place in a TOML file unreadable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyntaxFault {
    /// A decimal comma: `25000,50`.
    CommaInNumber,
    /// A date such as `30/09/2023`.
    DateWithSlashes,
    /// A text without quotation marks.
    TextWithoutQuotes,
    /// A `€` beside a number.
    EuroSign,
    /// The same name twice under one heading.
    KeyTwice(String),
    /// A heading that is at odds with the others.
    Heading(HeadingFault),
    /// A heading whose brackets are not closed.
    HeaderNotClosed,
    /// Text behind the brackets of a heading.
    AfterHeading,
    /// A text whose quotation mark is not closed.
    TextNotClosed,
    /// Two values of a list without a comma between them.
    MissingComma,
    /// A number such as `05`.
    LeadingZero,
    /// A number such as `1.000.000`.
    PointsInNumber,
    /// A text in curly quotation marks, as word processors write them.
    CurlyQuotes,
    /// A file over 4 MiB, refused unread.
    TooLarge,
    /// A file of more keys, lines and lists than can be held, refused before it is parsed;
    /// or of more than a report could show.
    TooMuch,
    /// A file of more tables, or with a longer list, than any dossier has.
    TooMany,
    /// Texts so long that a report could not show them in each year; the longest.
    TextsTooLong,
    /// A file that is not UTF-8.
    NotText,
    /// Anything else.
    Other,
}

pub(super) static RULE: Rule = Rule {
    code: Code::I01,
    severity: Severity::Error,
    name: Both {
        nl: "een bestand dat niet gelezen kan worden zoals het geschreven is",
        en: "a file that cannot be read as it is written",
    },
    why: Both {
        nl: "Eén teken te veel of te weinig kan maken dat al wat erop volgt anders gelezen wordt. Daarom \
             wordt er niets berekend zolang een plaats in het dossier niet te lezen is: liever geen cijfer \
             dan een verkeerd cijfer.",
        en: "One mark too many or too few can change how all that follows is read. So nothing is computed \
             while a place in the dossier cannot be read: better no figure than a wrong one.",
    },
    example: "[[year]]\nnr = 1\naward_total = 25.000,50",
    repair: Both {
        nl: "Schrijf het bedrag zonder punten tussen de duizendtallen en met een punt voor de decimalen: \
             award_total = 25000.50.",
        en: "Write the amount without marks between the thousands and with a point before the decimals: \
             award_total = 25000.50.",
    },
};

/// Message, label and help.
type Told = [Both; 3];

impl SyntaxFault {
    fn told(&self) -> Told {
        match self {
            Self::CommaInNumber
            | Self::DateWithSlashes
            | Self::EuroSign
            | Self::LeadingZero
            | Self::PointsInNumber => self.told_of_number(),
            Self::TextWithoutQuotes | Self::TextNotClosed | Self::CurlyQuotes => {
                self.told_of_text()
            }
            Self::TooLarge | Self::TooMuch | Self::TooMany | Self::TextsTooLong | Self::NotText => {
                self.told_of_file()
            }
            _ => self.told_of_mark(),
        }
    }

    fn told_of_number(&self) -> Told {
        match self {
            Self::CommaInNumber => [
                both(
                    "er staat een komma in een getal",
                    "there is a comma in a number",
                ),
                both("schrijf een punt", "write a point"),
                both(
                    "schrijf het getal met een punt voor de decimalen, zoals 25000.50",
                    "write the number with a point before the decimals, such as 25000.50",
                ),
            ],
            Self::DateWithSlashes => [
                both(
                    "een datum met schuine strepen kan hier niet gelezen worden",
                    "a date with slashes cannot be read here",
                ),
                both("schrijf jaar-maand-dag", "write year-month-day"),
                both(
                    "schrijf de datum als 2023-09-30",
                    "write the date as 2023-09-30",
                ),
            ],
            Self::EuroSign => [
                both(
                    "er staat een euroteken bij een bedrag",
                    "there is a euro sign at an amount",
                ),
                both("laat € weg", "leave out €"),
                both(
                    "schrijf alleen het getal, zoals 25000.50",
                    "write only the number, such as 25000.50",
                ),
            ],
            Self::PointsInNumber => [
                both(
                    "er staan punten tussen de duizendtallen van een getal",
                    "there are points between the thousands of a number",
                ),
                both("laat de punten weg", "leave out the points"),
                both(
                    "schrijf het getal zonder punten tussen de duizendtallen, zoals 96000.00",
                    "write the number without points between the thousands, such as 96000.00",
                ),
            ],
            _ => [
                both(
                    "een getal begint met een nul",
                    "a number begins with a zero",
                ),
                both("laat de nul weg", "leave out the zero"),
                both(
                    "schrijf 5 en niet 05; is het een tekst, zet hem dan tussen aanhalingstekens",
                    "write 5 and not 05; if it is a text, put it between quotation marks",
                ),
            ],
        }
    }

    fn told_of_text(&self) -> Told {
        if *self == Self::TextNotClosed {
            return [
                both("een tekst is niet gesloten", "a text is not closed"),
                both(
                    "het aanhalingsteken op het einde ontbreekt",
                    "the closing quotation mark is missing",
                ),
                both(
                    "zet voor en na de tekst een recht aanhalingsteken: \"…\"",
                    "put a straight quotation mark before and after the text: \"…\"",
                ),
            ];
        }
        if *self == Self::CurlyQuotes {
            return [
                both(
                    "er staan gekrulde aanhalingstekens rond een tekst",
                    "there are curly quotation marks around a text",
                ),
                both(
                    "schrijf rechte aanhalingstekens",
                    "write straight quotation marks",
                ),
                both(
                    "zet voor en na de tekst een recht aanhalingsteken: \"…\"",
                    "put a straight quotation mark before and after the text: \"…\"",
                ),
            ];
        }
        [
            both(
                "een tekst staat niet tussen aanhalingstekens",
                "a text is not between quotation marks",
            ),
            both(
                "zet dit tussen aanhalingstekens",
                "put this between quotation marks",
            ),
            both(
                "schrijf name = \"Voorbeeldgem\" en niet name = Voorbeeldgem",
                "write name = \"Voorbeeldgem\" and not name = Voorbeeldgem",
            ),
        ]
    }

    fn told_of_mark(&self) -> Told {
        match self {
            Self::KeyTwice(_) => [
                both(
                    "staat twee keer onder dezelfde kop",
                    "stands twice under the same heading",
                ),
                both("dit is de tweede", "this is the second"),
                both("houd er één over", "keep one of them"),
            ],
            Self::HeaderNotClosed => [
                both("een kop is niet gesloten", "a heading is not closed"),
                both("hier ontbreekt een haak", "a bracket is missing here"),
                both(
                    "schrijf even veel haken na de kop als ervoor, zoals [[action]]",
                    "write as many brackets after the heading as before it, such as [[action]]",
                ),
            ],
            Self::AfterHeading => [
                both(
                    "achter een kop staat nog tekst",
                    "there is text behind a heading",
                ),
                both("dit hoort niet bij de kop", "this is not of the heading"),
                both(
                    "zet # voor de tekst, of schrijf hem op een eigen regel, zoals note = \"…\"",
                    "put # before the text, or write it on a line of its own, such as note = \"…\"",
                ),
            ],
            Self::MissingComma => [
                both(
                    "tussen twee waarden ontbreekt een komma",
                    "a comma is missing between two values",
                ),
                both("hier hoort een komma voor", "a comma belongs before this"),
                both(
                    "zet een komma tussen de waarden, zoals [13, 24]",
                    "put a comma between the values, such as [13, 24]",
                ),
            ],
            _ => [
                both(
                    "het bestand kan hier niet gelezen worden",
                    "the file cannot be read here",
                ),
                both("dit wordt niet begrepen", "this is not understood"),
                both(
                    "schrijf op elke regel een naam, het teken = en een waarde, zoals nr = 1",
                    "write a name, the sign = and a value on each line, such as nr = 1",
                ),
            ],
        }
    }

    fn told_of_file(&self) -> Told {
        let refused = match self {
            Self::TooLarge => Some(both(
                "het bestand is groter dan 4 MB en is niet gelezen",
                "the file is larger than 4 MB and was not read",
            )),
            Self::TooMuch => Some(both(
                "het bestand heeft meer sleutels, regels of lijsten dan er gelezen kunnen worden",
                "the file has more keys, lines or lists than can be read",
            )),
            _ => None,
        };
        let in_a_log = both(
            "zet lange lijsten in een logboek en noem dat bestand onder [[progress]]",
            "put long lists in a log and name that file under [[progress]]",
        );
        if let Some(refused) = refused {
            return [refused, both("te groot", "too large"), in_a_log];
        }
        if *self == Self::TextsTooLong {
            return [
                both(
                    "de teksten van het bestand zijn te lang om overal te tonen waar ze horen",
                    "the texts of the file are too long to be shown wherever they belong",
                ),
                both("dit is de langste", "this is the longest"),
                both(
                    "maak deze tekst korter dan duizend letters, en verwijs voor de rest naar een eigen stuk",
                    "make this text shorter than a thousand letters, and refer to a paper of its own for the rest",
                ),
            ];
        }
        if *self == Self::TooMany {
            let refused = both(
                "het bestand heeft meer dan 5.000 tabellen, of een lijst van meer dan 5.000",
                "the file has more than 5,000 tables, or a list of more than 5,000",
            );
            let here = both("hier is het er een te veel", "this is one too many");
            return [refused, here, in_a_log];
        }
        [
            both(
                "het bestand is geen tekst in UTF-8",
                "the file is not text in UTF-8",
            ),
            both("vanaf hier niet te lezen", "cannot be read from here on"),
            both(
                "bewaar het bestand opnieuw als platte tekst, met UTF-8 als tekenset",
                "save the file again as plain text, with UTF-8 as its character set",
            ),
        ]
    }

    fn dutch(&self) -> Words {
        if let Self::Heading(fault) = self {
            return fault.dutch();
        }
        let [message, label, help] = self.told();
        match self {
            Self::KeyTwice(key) => Words::new(format!("`{}` {}", shown(key), message.nl)),
            _ => Words::new(message.nl),
        }
        .label(label.nl)
        .help(help.nl)
    }

    fn english(&self) -> Words {
        if let Self::Heading(fault) = self {
            return fault.english();
        }
        let [message, label, help] = self.told();
        match self {
            Self::KeyTwice(key) => Words::new(format!("`{}` {}", shown(key), message.en)),
            _ => Words::new(message.en),
        }
        .label(label.en)
        .help(help.en)
    }
}

impl Fault for NotToml {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        self.why.dutch().consequence(NOTHING_COMPUTED.nl)
    }

    fn english(&self) -> Words {
        self.why.english().consequence(NOTHING_COMPUTED.en)
    }
}

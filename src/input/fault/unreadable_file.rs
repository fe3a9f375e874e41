//! I17: a file that the dossier names and that was not read.

use super::both;
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::wording::{Both, visible};

/// A file that the dossier names and that was not read.
#[derive(Debug)]
pub struct UnreadableFile {
    /// Its path as the dossier writes it.
    pub path: String,
    /// Why it was not read.
    pub why: FileFault,
}

/// Why a file was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFault {
    /// It is not there.
    Missing,
    /// It is there and may or can not be read.
    NotReadable,
    /// It lies outside the dossier's folder.
    Outside,
    /// It is a folder.
    Folder,
    /// It is a workbook, which this version does not read.
    Spreadsheet,
    /// It is empty, without even a header.
    NoHeader,
}

pub(super) static RULE: Rule = Rule {
    code: Code::I17,
    severity: Severity::Error,
    name: Both {
        nl: "een bestand dat niet gelezen kan worden",
        en: "a file that cannot be read",
    },
    why: Both {
        nl: "Wat in een bestand staat dat niet gelezen is, is onbekend en niet nul. Een rapport dat zo'n \
             bestand zou overslaan, toont te lage cijfers die er gewoon uitzien. Een dossier gebruikt alleen \
             bestanden uit zijn eigen map, zodat het als één geheel bewaard en doorgegeven kan worden.",
        en: "What is in a file that was not read is unknown and not zero. A report that would skip such a \
             file shows figures that are too low and look ordinary. A dossier uses only files in its own \
             folder, so that it can be kept and passed on as a whole.",
    },
    example: "[[progress]]\nfile = \"voortgang 2023.csv\"",
    repair: Both {
        nl: "Schrijf de naam zoals het bestand heet, en zet het in de map van het dossier.",
        en: "Write the name as the file bears it, and put it in the folder of the dossier.",
    },
};

impl FileFault {
    /// What follows the path in the message.
    fn told(self) -> Both {
        match self {
            Self::Missing => both("bestaat niet", "does not exist"),
            Self::NotReadable => both("kan niet geopend worden", "cannot be opened"),
            Self::Outside => both(
                "ligt buiten de map van het dossier",
                "lies outside the folder of the dossier",
            ),
            Self::Folder => both("is een map", "is a folder"),
            Self::Spreadsheet => both(
                "is een rekenblad, en dat leest deze versie niet",
                "is a spreadsheet, which this version does not read",
            ),
            Self::NoHeader => both("heeft geen kopregel", "has no header"),
        }
    }

    fn label(self) -> Both {
        match self {
            Self::Missing => both("niet gevonden", "not found"),
            Self::Outside => both("buiten de map", "outside the folder"),
            Self::NoHeader => both("geen kop die bekend is", "no heading that is known"),
            Self::NotReadable | Self::Folder | Self::Spreadsheet => {
                both("niet gelezen", "not read")
            }
        }
    }

    fn help(self) -> Both {
        match self {
            Self::Missing => both(
                "kijk de naam na, of zet het bestand in de map van het dossier",
                "check the name, or put the file in the folder of the dossier",
            ),
            Self::NotReadable => both(
                "sluit het in andere programma's en kijk na of het gelezen mag worden",
                "close it in other programs and check that it may be read",
            ),
            Self::Outside => both(
                "zet het bestand in de map van het dossier en noem het daar",
                "put the file in the folder of the dossier and name it there",
            ),
            Self::Folder => both("noem een bestand uit die map", "name a file in that folder"),
            Self::Spreadsheet => both(
                "bewaar het rekenblad als “CSV UTF-8” en noem dat bestand",
                "save the spreadsheet as “CSV UTF-8” and name that file",
            ),
            Self::NoHeader => both(
                "begin het bestand met een kopregel, zoals datum;actie;aantal",
                "begin the file with a header, such as date,action,count",
            ),
        }
    }
}

impl Fault for UnreadableFile {
    fn is_private(&self) -> bool {
        // Without a header the first row may be anybody's data.
        matches!(self.why, FileFault::NoHeader)
    }

    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        Words::new(format!("{} {}", visible(&self.path), self.why.told().nl))
            .label(self.why.label().nl)
            .consequence("wat erin zou staan, is onbekend")
            .help(self.why.help().nl)
    }

    fn english(&self) -> Words {
        Words::new(format!("{} {}", visible(&self.path), self.why.told().en))
            .label(self.why.label().en)
            .consequence("what it would hold is unknown")
            .help(self.why.help().en)
    }
}

//! I17: a file that the dossier names and that was not read.

use super::{both, quoted};
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::wording::{Both, dutch, english, visible};

/// Sheets that a sentence names.
const MOST_SHEETS: usize = 10;

/// A file that the dossier names and that was not read.
#[derive(Debug)]
pub struct UnreadableFile {
    /// Its path as the dossier writes it.
    pub path: String,
    /// Why it was not read.
    pub why: FileFault,
}

/// Why a file was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFault {
    /// It is not there.
    Missing,
    /// It is there and may or can not be read.
    NotReadable,
    /// It lies outside the dossier's folder.
    Outside,
    /// It is a folder.
    Folder,
    /// It is a workbook in a form that is not read, such as `.xls`.
    Spreadsheet,
    /// It is a workbook behind a password.
    Password,
    /// It begins as a workbook and is none, or not a whole one.
    Damaged,
    /// It is a workbook that is too large to hold.
    TooLarge,
    /// It is a workbook without the sheet that the dossier names.
    NoSuchSheet {
        /// The sheet that is not there.
        sheet: String,
        /// The sheets that are.
        there: Vec<String>,
    },
    /// It is a workbook, or a sheet of one, without a header near its top.
    NoHeaderInSheet,
    /// It is empty, without even a header.
    NoHeader,
    /// It has more columns than a table has.
    TooWide,
    /// Its rows tell more things apart than are kept.
    TooVaried,
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
    fn told(&self) -> Both {
        match self {
            Self::Missing => both("bestaat niet", "does not exist"),
            Self::NotReadable => both("kan niet geopend worden", "cannot be opened"),
            Self::Outside => both(
                "ligt buiten de map van het dossier",
                "lies outside the folder of the dossier",
            ),
            Self::Folder => both("is een map", "is a folder"),
            Self::Spreadsheet => both(
                "is een rekenblad in een vorm die niet gelezen wordt",
                "is a spreadsheet in a form that is not read",
            ),
            Self::Password => both(
                "is met een wachtwoord beveiligd",
                "is protected with a password",
            ),
            Self::Damaged => both(
                "is geen rekenblad dat gelezen kan worden",
                "is no spreadsheet that can be read",
            ),
            Self::TooLarge => both(
                "is te groot om als rekenblad te lezen",
                "is too large to be read as a spreadsheet",
            ),
            Self::NoSuchSheet { .. } => both("heeft dit blad niet", "does not have this sheet"),
            Self::NoHeaderInSheet => both(
                "heeft geen kopregel die bekend is",
                "has no header that is known",
            ),
            Self::NoHeader => both("heeft geen kopregel", "has no header"),
            Self::TooWide => both(
                "heeft meer dan 16.384 kolommen",
                "has more than 16,384 columns",
            ),
            Self::TooVaried => both(
                "noemt meer verschillende doelgroepen, aanbieders, personen, rekeningen of dagen dan er uit elkaar gehouden kunnen worden",
                "names more different groups, providers, persons, ledger accounts or days than can be kept apart",
            ),
        }
    }

    fn label(&self) -> Both {
        match self {
            Self::Missing | Self::NoSuchSheet { .. } => both("niet gevonden", "not found"),
            Self::Outside => both("buiten de map", "outside the folder"),
            Self::NoHeader => both("geen kop die bekend is", "no heading that is known"),
            _ => both("niet gelezen", "not read"),
        }
    }

    /// What to do about a file that is no workbook.
    fn help(&self) -> Both {
        match self {
            Self::Missing => both(
                "kijk de naam na, of zet het bestand in de map van het dossier",
                "check the name, or put the file in the folder of the dossier",
            ),
            Self::Outside => both(
                "zet het bestand in de map van het dossier en noem het daar",
                "put the file in the folder of the dossier and name it there",
            ),
            Self::Folder => both("noem een bestand uit die map", "name a file in that folder"),
            Self::NoHeader => both(
                "begin het bestand met een kopregel, zoals datum;actie;aantal",
                "begin the file with a header, such as date,action,count",
            ),
            Self::TooWide => both(
                "neem alleen de kolommen van het logboek over in het bestand",
                "keep only the columns of the log in the file",
            ),
            Self::TooVaried => both(
                "kijk na of elke kolom de juiste kop heeft en of er geen nummers of namen per rij in staan",
                "check that each column has the right heading and holds no numbers or names of single rows",
            ),
            Self::NotReadable | Self::NoSuchSheet { .. } => both(
                "sluit het in andere programma's en kijk na of het gelezen mag worden",
                "close it in other programs and check that it may be read",
            ),
            _ => self.help_with_workbook(),
        }
    }

    fn help_with_workbook(&self) -> Both {
        match self {
            Self::Password => both(
                "bewaar het zonder wachtwoord in de map van het dossier",
                "save it without a password in the folder of the dossier",
            ),
            Self::TooLarge => both(
                "bewaar het blad als “CSV UTF-8” en noem dat bestand",
                "save the sheet as “CSV UTF-8” and name that file",
            ),
            Self::NoHeaderInSheet => both(
                "zet boven de rijen een kopregel, elke kop in zijn eigen cel, en niet lager dan rij 30",
                "put a header above the rows, each heading in its own cell, and no lower than row 30",
            ),
            Self::Damaged => both(
                "open het in een rekenprogramma en bewaar het opnieuw als .xlsx of .ods",
                "open it in a spreadsheet program and save it again as .xlsx or .ods",
            ),
            _ => both(
                "bewaar het als .xlsx of .ods en noem dat bestand",
                "save it as .xlsx or .ods and name that file",
            ),
        }
    }
}

impl UnreadableFile {
    /// The sheets that there are, as a sentence can hold them.
    fn sheets(&self) -> Option<(String, Vec<String>)> {
        let FileFault::NoSuchSheet { sheet, there } = &self.why else {
            return None;
        };
        let there = there
            .iter()
            .take(MOST_SHEETS)
            .map(|it| quoted(it))
            .collect();
        Some((quoted(sheet), there))
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
        let path = visible(&self.path);
        let (message, help) = match self.sheets() {
            Some((sheet, there)) => (
                format!("{path} heeft geen blad {sheet}"),
                format!("noem een blad dat er is: {}", dutch::list(&there)),
            ),
            None => (
                format!("{path} {}", self.why.told().nl),
                self.why.help().nl.to_owned(),
            ),
        };
        Words::new(message)
            .label(self.why.label().nl)
            .consequence("wat erin zou staan, is onbekend")
            .help(help)
    }

    fn english(&self) -> Words {
        let path = visible(&self.path);
        let (message, help) = match self.sheets() {
            Some((sheet, there)) => (
                format!("{path} has no sheet {sheet}"),
                format!("name a sheet that is there: {}", english::list(&there)),
            ),
            None => (
                format!("{path} {}", self.why.told().en),
                self.why.help().en.to_owned(),
            ),
        };
        Words::new(message)
            .label(self.why.label().en)
            .consequence("what it would hold is unknown")
            .help(help)
    }
}

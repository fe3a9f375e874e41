//! What is said of a row: that it was written, what is to be known of it, or why it is
//! not written.

use crate::input::NoRow;
use crate::model::Date;
use crate::wording::{Say, dutch, english, visible};
use std::path::PathBuf;

/// A row that was written.
#[derive(Debug)]
pub(super) struct Written {
    /// The log.
    pub(super) path: PathBuf,
    /// Where in it.
    pub(super) line: usize,
}

impl Say for Written {
    fn dutch(&self) -> String {
        let path = self.path.display().to_string();
        format!("{}:{}: de rij is bijgeschreven", visible(&path), self.line)
    }

    fn english(&self) -> String {
        let path = self.path.display().to_string();
        format!("{}:{}: the row was added", visible(&path), self.line)
    }
}

/// What is to be known of a row that was written.
#[derive(Debug)]
pub(super) enum Warning {
    /// It comes after the day that the account is drawn up for.
    After(Date),
    /// The same row was there already.
    Double,
}

impl Say for Warning {
    fn dutch(&self) -> String {
        match self {
            Self::After(as_of) => format!(
                "let op: de rij valt na {}, de dag waarvoor het dossier de stand opmaakt (as_of), en telt dan niet mee",
                dutch::date(*as_of)
            ),
            Self::Double => "let op: net zo'n rij stond er al; ze tellen nu allebei mee".to_owned(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::After(as_of) => format!(
                "note: the row comes after {}, the day that the dossier draws up the account for (as_of), and does not count then",
                english::date(*as_of)
            ),
            Self::Double => {
                "note: just such a row was there already; now both of them count".to_owned()
            }
        }
    }
}

/// Why a row is not written.
#[derive(Debug)]
pub(super) enum Refused {
    /// The dossier names no log.
    NoLog,
    /// The dossier names several logs.
    SeveralLogs(Vec<String>),
    /// The file holds bookings.
    Bookings(String),
    /// The file is a workbook.
    Workbook(String),
    /// The row cannot be written as the log is.
    NoRow {
        /// Why not.
        no_row: NoRow,
        /// The log.
        log: String,
    },
    /// It has errors, which were told before.
    Errors {
        /// The log.
        log: String,
    },
    /// It would not be counted, and no finding of its own says why.
    NotCounted {
        /// The log.
        log: String,
        /// The dossier, as one would type it.
        dossier: String,
    },
}

impl Say for Refused {
    fn dutch(&self) -> String {
        match self {
            Self::NoLog => "het dossier noemt geen logboek; zet er [[progress]] in met file = \"progress.csv\", en maak dat bestand met een regel titels: datum;actie;aantal;aanbieder;opmerking".to_owned(),
            Self::SeveralLogs(logs) => format!(
                "het dossier noemt meer dan één logboek; kies met --file: {}",
                shown(logs)
            ),
            Self::Bookings(log) => {
                format!("{} is een boekingenbestand, geen logboek", visible(log))
            }
            Self::Workbook(log) => format!(
                "{} is een werkmap; typ de rij in uw rekenprogramma, of bewaar het blad als CSV UTF-8 en noem dat bestand onder [[progress]]",
                visible(log)
            ),
            Self::NoRow { no_row, log } => no_row_dutch(no_row, &visible(log)),
            Self::Errors { log } => {
                format!("er is niets bijgeschreven in {}", visible(log))
            }
            Self::NotCounted { log, dossier } => format!(
                "er is niets bijgeschreven in {}: de rij zou niet meetellen door wat er al staat; zie: samenleven check {dossier}",
                visible(log)
            ),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::NoLog => "the dossier names no log; add [[progress]] to it with file = \"progress.csv\", and make that file with a line of headings: date;action;count;provider;note".to_owned(),
            Self::SeveralLogs(logs) => format!(
                "the dossier names several logs; choose with --file: {}",
                shown(logs)
            ),
            Self::Bookings(log) => format!("{} holds bookings; it is no log", visible(log)),
            Self::Workbook(log) => format!(
                "{} is a workbook; type the row in your spreadsheet program, or save the sheet as CSV UTF-8 and name that under [[progress]]",
                visible(log)
            ),
            Self::NoRow { no_row, log } => no_row_english(no_row, &visible(log)),
            Self::Errors { log } => format!("nothing was added to {}", visible(log)),
            Self::NotCounted { log, dossier } => format!(
                "nothing was added to {}: the row would not count because of what is there already; see: samenleven check {dossier}",
                visible(log)
            ),
        }
    }
}

fn shown(logs: &[String]) -> String {
    let logs: Vec<_> = logs.iter().map(|log| visible(log)).collect();
    logs.join(", ")
}

fn no_row_dutch(no_row: &NoRow, log: &str) -> String {
    match no_row {
        NoRow::Lacking { key: "date" } => {
            "`--date` ontbreekt; verwacht: een datum als 2023-09-30, of today".to_owned()
        }
        NoRow::Lacking { key } => format!("`--{key}` ontbreekt"),
        NoRow::NoColumn { key, names } => format!(
            "{log} heeft geen kolom `{}`; voeg ze toe, of laat `--{key}` weg",
            names.nl
        ),
        NoRow::Fixed { key, text } => format!(
            "het dossier zegt voor alle rijen van {log}: {key} = {}; laat `--{key}` weg",
            visible(text)
        ),
        NoRow::NotInLetters { key } => format!(
            "wat bij `--{key}` staat, kan in {log} niet geschreven worden: dat bestand is Windows-1252; bewaar het als CSV UTF-8, of schrijf het anders"
        ),
    }
}

fn no_row_english(no_row: &NoRow, log: &str) -> String {
    match no_row {
        NoRow::Lacking { key: "date" } => {
            "`--date` is missing; expected: a date such as 2023-09-30, or today".to_owned()
        }
        NoRow::Lacking { key } => format!("`--{key}` is missing"),
        NoRow::NoColumn { key, names } => format!(
            "{log} has no column `{}`; add it, or leave out `--{key}`",
            names.en
        ),
        NoRow::Fixed { key, text } => format!(
            "the dossier says of all rows of {log}: {key} = {}; leave out `--{key}`",
            visible(text)
        ),
        NoRow::NotInLetters { key } => format!(
            "what is in `--{key}` cannot be written in {log}, which is Windows-1252; save that as CSV UTF-8, or write it otherwise"
        ),
    }
}

//! What is said of a dossier that was made, and what comes next.

use super::super::arguments::as_argument;
use crate::input::DOSSIER_FILE;
use crate::model::{ActionNr, Date, Language};
use crate::wording::{Say, visible};
use std::path::{Path, PathBuf};

/// A dossier that was made.
#[derive(Debug)]
pub(super) struct Written {
    /// Its folder.
    pub(super) folder: PathBuf,
    /// Its log, as it names it.
    pub(super) log: String,
    /// How the log came there.
    pub(super) origin: Origin,
    /// The scheme file of one's own.
    pub(super) scheme: Option<PathBuf>,
    /// An action and a day of a row that its log takes.
    pub(super) row: (ActionNr, Option<Date>),
}

/// How the log of a new dossier came there.
#[derive(Debug)]
pub(super) enum Origin {
    /// It was made.
    Made,
    /// It was copied from this file.
    CopyOf(PathBuf),
    /// It was there.
    Found,
}

impl Written {
    /// A command on the dossier, as one would type it.
    pub(super) fn command(&self, name: &str) -> String {
        let mut typed = format!("samenleven {name} {}", argument(&self.folder));
        if let Some(path) = &self.scheme {
            typed += &format!(" --scheme {}", argument(path));
        }
        typed
    }

    /// A command that adds a row, as one would type it.
    fn row(&self) -> String {
        let (action, day) = self.row;
        let day = day.map_or_else(|| "today".to_owned(), |day| day.to_string());
        let log = self.command("log");
        format!("{log} --action {action} --count 1 --date {day}")
    }

    fn path(&self, name: &str) -> String {
        shown(&self.folder.join(name))
    }

    /// What was found in it, and where that is told.
    pub(super) fn found(&self, counts: &str, language: Language) -> String {
        let command = self.command("check");
        match language {
            Language::Dutch => format!("{counts}; zie: {command}"),
            Language::English => format!("{counts}; see: {command}"),
        }
    }
}

fn argument(path: &Path) -> String {
    as_argument(&path.display().to_string())
}

fn shown(path: &Path) -> String {
    visible(&path.display().to_string()).into_owned()
}

impl Say for Written {
    fn dutch(&self) -> String {
        let (dossier, log) = (self.path(DOSSIER_FILE), self.path(&self.log));
        let made = match &self.origin {
            Origin::Made => format!(
                "{dossier} en {log} zijn gemaakt; een rij erbij: {}",
                self.row()
            ),
            Origin::CopyOf(path) => format!(
                "{dossier} is gemaakt; {log} is een kopie van {}: vul voortaan de kopie aan",
                shown(path)
            ),
            Origin::Found => format!("{dossier} is gemaakt; het leest {log}"),
        };
        format!(
            "{made}\nneem in {DOSSIER_FILE} over wat in de toekenningsbrief staat; het verslag: {}",
            self.command("report")
        )
    }

    fn english(&self) -> String {
        let (dossier, log) = (self.path(DOSSIER_FILE), self.path(&self.log));
        let made = match &self.origin {
            Origin::Made => format!(
                "{dossier} and {log} were made; to add a row: {}",
                self.row()
            ),
            Origin::CopyOf(path) => format!(
                "{dossier} was made; {log} is a copy of {}: from now on add to the copy",
                shown(path)
            ),
            Origin::Found => format!("{dossier} was made; it reads {log}"),
        };
        format!(
            "{made}\ncopy what the grant letter says into {DOSSIER_FILE}; the report: {}",
            self.command("report")
        )
    }
}

//! `samenleven new FOLDER`: a new dossier from the rate card, with a log beside it.
//!
//! Nothing is replaced, and either everything is written or nothing.

mod dossier_text;
mod key_lines;
mod log_text;
mod plan;
mod rate;
mod refused;
mod scheme;
mod sheet;
mod written;

use super::arguments::{Invocation, option, without_answer};
use super::destination::{self, Holding, NewFile};
use super::dossier;
use super::exit::Exit;
use super::failure::Doing;
use super::surroundings::{Stream, Surroundings, tell};
use super::words::{self, Word};
use crate::finding::Counts;
use crate::input::{self, DOSSIER_FILE, Request};
use crate::model::{ActionNr, Language, YearNr};
use crate::render::{findings_text, summary_line};
use crate::wording::Say as _;
use anyhow::Context as _;
use clap::{Arg, ArgAction, Command, value_parser};
use plan::{Found, Plan, PlannedLog, Runs};
use refused::Refused;
use scheme::Chosen;
use sheet::Sheet;
use std::path::{Path, PathBuf};
use written::{Origin, Written};

/// What it does.
pub(super) const ABOUT: Word = Word {
    nl: "Een nieuw dossier met uitleg en tarieven erin, en een logboek ernaast",
    en: "A new dossier with explanations and rates in it, and a log beside it",
};

/// Examples of it, without the program's name.
pub(super) const EXAMPLES: &[&str] = &[
    "new mijn-gemeente --action 5 --action 15",
    "new mijn-gemeente --from voortgang.xlsx",
    "new samenwerking --action 13 --year 1 --year 2 --member Bovendorp --member Benedendorp",
];

/// The log of a dossier that is made without a sheet.
const LOG_FILE: &str = "progress.csv";

/// Its arguments.
pub(super) fn arguments(command: Command, language: Language) -> Command {
    let folder = Arg::new("folder")
        .value_name(words::FOLDER.get(language))
        .required(true)
        .value_parser(value_parser!(PathBuf))
        .help(words::NEW_FOLDER.get(language))
        .help_heading(words::ARGUMENTS.get(language));
    let number = |id, help| {
        option(id, words::NUMBER, help, language)
            .action(ArgAction::Append)
            .value_parser(value_parser!(u16))
    };
    let path =
        |id, value, help| option(id, value, help, language).value_parser(value_parser!(PathBuf));
    let command = command
        .arg(folder)
        .arg(number("action", words::NEW_ACTION))
        .arg(number("year", words::NEW_YEAR))
        .arg(path("from", words::FILE, words::NEW_FROM))
        .arg(option("sheet", words::NAME, words::NEW_SHEET, language).requires("from"))
        .arg(option("member", words::NAME, words::NEW_MEMBER, language).action(ArgAction::Append))
        .arg(path("scheme", words::ID, words::NEW_SCHEME));
    without_answer(command, language)
}

/// Answers it.
pub(super) fn run(asked: &Invocation<'_>, surroundings: &Surroundings) -> anyhow::Result<Exit> {
    let folder: PathBuf = asked.one("folder").unwrap_or_default();
    destination::nothing_at([folder.join(DOSSIER_FILE).as_path()])?;
    let Some(chosen) = scheme::chosen(asked.one("scheme"), surroundings)? else {
        return Ok(Exit::Failure);
    };
    let new = New {
        asked,
        surroundings,
        language: surroundings.language(),
        log: match LogFrom::of(asked, &folder)? {
            Ok(log) => log,
            Err(refused) => return Ok(tell_refused(&refused, surroundings.language())),
        },
        folder,
        chosen,
    };
    match new.plan()? {
        Ok(plan) => new.write(&plan),
        Err(refused) => Ok(tell_refused(&refused, new.language)),
    }
}

fn tell_refused(refused: &Refused, language: Language) -> Exit {
    tell(&format!("samenleven: {}", refused.say(language)));
    Exit::Failure
}

/// Where the log of a new dossier comes from.
#[derive(Debug)]
struct LogFrom {
    /// How the dossier names it.
    log: PlannedLog,
    /// The sheet, where there is one.
    sheet: Option<PathBuf>,
    /// Whether the sheet is to be copied, since it stands outside the new folder.
    is_copied: bool,
}

impl LogFrom {
    fn of(asked: &Invocation<'_>, folder: &Path) -> anyhow::Result<Result<Self, Refused>> {
        let Some(path) = asked.one::<PathBuf>("from") else {
            let file = LOG_FILE.to_owned();
            return Ok(Ok(Self {
                log: PlannedLog { file, sheet: None },
                sheet: None,
                is_copied: false,
            }));
        };
        path.metadata()
            .with_context(|| Doing::Reading.to(path.display().to_string()))?;
        let inside = destination::name_inside(folder, &path);
        let is_copied = inside.is_none();
        let own_name = || Some(path.file_name()?.to_str()?.to_owned());
        let Some(file) = inside.or_else(own_name) else {
            return Ok(Err(Refused::NoName(path)));
        };
        Ok(Ok(Self {
            log: PlannedLog {
                file,
                sheet: asked.one("sheet"),
            },
            sheet: Some(path),
            is_copied,
        }))
    }
}

/// A dossier that is being made.
struct New<'a> {
    asked: &'a Invocation<'a>,
    surroundings: &'a Surroundings,
    language: Language,
    folder: PathBuf,
    chosen: Chosen,
    log: LogFrom,
}

impl New<'_> {
    /// What it will hold.
    fn plan(&self) -> anyhow::Result<Result<Plan<'_>, Refused>> {
        let found = match self.found()? {
            Ok(found) => found,
            Err(refused) => return Ok(Err(refused)),
        };
        let numbers = |id| self.asked.many::<u16>(id).into_iter();
        let actions: Vec<ActionNr> = numbers("action").map(ActionNr).collect();
        let years: Vec<YearNr> = numbers("year").map(YearNr).collect();
        let runs = Runs::of(&self.chosen.scheme, (&actions, &years), &found);
        let name = destination::own_name(&self.folder);
        Ok(match (runs, &self.log.sheet) {
            (Err(Refused::NoAction { .. }), Some(path)) => Err(Refused::NothingIn(path.clone())),
            (Err(refused), _) => Err(refused),
            (Ok(runs), _) => Ok(Plan {
                scheme: &self.chosen.scheme,
                language: self.language,
                name: name.unwrap_or_else(|| words::UNNAMED.get(self.language).to_owned()),
                members: self.asked.many("member"),
                years: runs.years,
                actions: runs.actions,
                log: self.log.log.clone(),
            }),
        })
    }

    /// What the sheet speaks of, where one was named.
    fn found(&self) -> anyhow::Result<Result<Found, Refused>> {
        let Some(path) = &self.log.sheet else {
            return Ok(Ok(Found::new()));
        };
        let Chosen { scheme, file } = &self.chosen;
        let sheet = sheet::read(path, &self.log.log, scheme, file.clone(), self.language)?;
        Ok(match sheet {
            Sheet::Speaks(found) => Ok(found),
            Sheet::IsUnreadable(findings) => {
                let settings = self.surroundings.settings(Stream::Err, self.language);
                tell(&findings_text(&findings, &settings));
                Err(Refused::NotRead(path.clone()))
            }
        })
    }

    /// Writes it and says so, with what a check of it finds.
    fn write(&self, plan: &Plan<'_>) -> anyhow::Result<Exit> {
        let file = |name: &str, holds| NewFile {
            path: self.folder.join(name),
            holds,
        };
        let log = &self.log.log.file;
        let mut files = Vec::new();
        match (&self.log.sheet, self.log.is_copied) {
            (None, _) => files.push(file(log, Holding::Bytes(log_text::log_text(plan)))),
            (Some(path), true) => files.push(file(log, Holding::CopyOf(path.clone()))),
            (Some(_), false) => {}
        }
        let text = dossier_text::dossier_text(plan).into_bytes();
        // Last, so that where it stands, all stands.
        files.push(file(DOSSIER_FILE, Holding::Bytes(text)));
        destination::write_new(&self.folder, &files)?;
        let request = Request {
            dossier: self.folder.clone(),
            scheme: self.chosen.file.clone(),
            ..Request::default()
        };
        // Made it is, whatever comes of reading it.
        let written = self.written(plan);
        if !self.asked.is_quiet() {
            tell(&written.say(self.language));
        }
        let mut loaded = input::load(&request)?;
        let findings = dossier::findings_of(&mut loaded);
        if !self.asked.is_quiet() {
            let counts = Counts::of(&findings, 0);
            if !counts.is_none() {
                let counts = summary_line(counts, self.language);
                tell(&written.found(&counts, self.language));
            }
        }
        Ok(self.asked.bar().judge(&findings))
    }

    fn written(&self, plan: &Plan<'_>) -> Written {
        let (action, years) = plan
            .actions
            .first()
            .expect("a plan without an action was refused");
        let days = years.first().and_then(|nr| plan.scheme.period(*nr));
        Written {
            folder: self.folder.clone(),
            log: self.log.log.file.clone(),
            origin: match (&self.log.sheet, self.log.is_copied) {
                (None, _) => Origin::Made,
                (Some(path), true) => Origin::CopyOf(path.clone()),
                (Some(_), false) => Origin::Found,
            },
            scheme: self.chosen.file.clone(),
            row: (*action, days.map(|days| days.start)),
        }
    }
}

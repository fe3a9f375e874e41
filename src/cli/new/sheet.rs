//! A workbook or CSV file from which the actions and years of a new dossier are taken.
//!
//! It is read as the log of a dossier that runs every action in every year, by the same
//! reader and with the same findings as later.

use super::key_lines::quoted;
use super::plan::{Found, PlannedLog};
use crate::finding::{Located, locate};
use crate::input::{self, NamedFile, Request};
use crate::model::{Account, Language, Scheme};
use crate::wording::Both;
use std::path::{Path, PathBuf};

/// What a sheet speaks of.
#[derive(Debug)]
pub(super) enum Sheet {
    /// These actions, in these years.
    Speaks(Found),
    /// Nothing, for it cannot be read; this is why.
    IsUnreadable(Vec<Located>),
}

/// Reads the file at `path`, which the dossier is to name as `log` says.
///
/// # Errors
/// When the scheme file cannot be opened.
pub(super) fn read(
    path: &Path,
    log: &PlannedLog,
    scheme: &Scheme,
    own_scheme: Option<PathBuf>,
    language: Language,
) -> anyhow::Result<Sheet> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let log = PlannedLog {
        file: name.clone().into_owned(),
        sheet: log.sheet.clone(),
    };
    let request = Request {
        dossier: path.parent().unwrap_or(Path::new("")).to_path_buf(),
        scheme: own_scheme,
        // It was named on the command line, wherever a link may lead.
        allow_outside: true,
        ..Request::default()
    };
    let draft = draft(&log, scheme);
    let mut loaded = input::load_draft(NEW_DOSSIER.get(language), &draft, &request)?;
    let findings = std::mem::take(&mut loaded.findings);
    let is_read = matches!(
        loaded.named_file(Path::new(name.as_ref())),
        NamedFile::Read(..)
    );
    Ok(match &loaded.account {
        Some(account) if is_read => Sheet::Speaks(found(account)),
        _ => Sheet::IsUnreadable(locate(findings, &loaded.sources)),
    })
}

const NEW_DOSSIER: Both = Both {
    nl: "nieuw dossier",
    en: "new dossier",
};

/// A dossier that runs every action in every year, so that no row lacks its action.
fn draft(log: &PlannedLog, scheme: &Scheme) -> String {
    let mut text = format!(
        "format = 1\nscheme = {}\n[[progress]]\nfile = {}\n",
        quoted(&scheme.id),
        quoted(&log.file)
    );
    if let Some(sheet) = &log.sheet {
        text += &format!("sheet = {}\n", quoted(sheet));
    }
    text += "[applicant]\nname = \"\"\nkind = \"other\"\n";
    let years = scheme.years.iter().map(|year| year.nr);
    text.extend(years.map(|nr| format!("[[year]]\nnr = {nr}\n")));
    // An action without years of its own runs in all of them.
    let actions = scheme.actions.iter().map(|action| action.nr);
    text.extend(actions.map(|nr| format!("[[action]]\nnr = {nr}\n")));
    text
}

/// The actions of the rows, those that were set aside included, with their years.
fn found(account: &Account) -> Found {
    let tallies = &account.tallies;
    let counted = tallies.per_day.keys().filter_map(|(action, date)| {
        let year = account.scheme.year_of(*date)?;
        Some((*action, Some(year.nr)))
    });
    let set_aside = tallies.set_aside.keys();
    let set_aside = set_aside.filter_map(|(action, year)| Some(((*action)?, *year)));
    let mut found = Found::new();
    for (action, year) in counted.chain(set_aside) {
        found.entry(action).or_default().extend(year);
    }
    found
}

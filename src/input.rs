//! Reading: files in, an account and findings out.
//!
//! Reading a file never stops at the first mistake. It gives what could be read
//! and every finding. Only what no finding can be told about, a dossier that
//! cannot be opened, is a failure.

mod apart;
mod bookings_columns;
mod bookings_file;
mod capped;
pub mod cell;
mod container;
mod convention;
mod csv;
mod day_order;
mod door;
mod dossier_file;
pub mod dossier_keys;
mod doubles;
mod explained_file;
mod fast;
pub mod fault;
mod fingerprint;
mod headings;
mod headway;
mod key_schema;
mod ledger_accounts;
mod listed;
mod literal;
mod log_row;
mod logs;
mod looked_for;
mod meanings;
mod names;
mod new_row;
mod origin;
mod personal_data;
mod progress_columns;
mod progress_file;
mod remembered;
mod row_cells;
mod row_reader;
mod row_style;
mod scheme_catalog;
mod scheme_file;
pub mod scheme_keys;
mod sheet;
mod toml_table;
mod toml_text;
mod within;

pub use door::{Door, NotAFile, is_source, look};
pub use explained_file::NamedFile;
pub use fingerprint::fingerprints;
pub use headway::Listener;
pub use key_schema::{dossier_schema, scheme_schema};
pub use looked_for::LookedFor;
pub use new_row::{NoRow, ReadyRow, ready_row};
pub use origin::HeldLog;
pub use progress_columns::progress_columns;
pub use scheme_catalog::{BuiltIn, SCHEMES, built_in};
pub use toml_table::{Key, Kind, List, Named, Numbered, Shape};

use crate::finding::{Finding, Spot};
use crate::model::{
    Account, AsOf, AsOfOrigin, Bookings, Dossier, HowRead, Language, Scheme, Tallies,
};
use crate::source::{FileId, Sources, Span};
use bookings_file::BookingsFold;
use door::{dossier_path, read_text};
use fault::{NotToml, SchemeFault, UnknownScheme};
use headway::Headway;
use ledger_accounts::LedgerAccounts;
use logs::Reach;
use names::Names;
use progress_file::ProgressFold;
use row_reader::RowReader;
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// The name of the file in a dossier's folder.
pub const DOSSIER_FILE: &str = "dossier.toml";

/// What to read and how.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// A folder with a `dossier.toml`, or the file itself.
    pub dossier: PathBuf,
    /// A scheme file of one's own.
    pub scheme: Option<PathBuf>,
    /// The as-of date that was asked for, and how.
    pub as_of: Option<AsOf>,
    /// Whether files outside the dossier's folder may be read.
    pub allow_outside: bool,
}

/// What reading gave.
#[derive(Debug)]
pub struct Loaded {
    /// What to calculate with; none when no figures are possible.
    pub account: Option<Account>,
    /// The language that the dossier asks for.
    pub language: Option<Language>,
    /// Everything that was found while reading.
    pub findings: Vec<Finding>,
    /// The files, the dossier first.
    pub sources: Sources,
    /// Where each of them stands on disk; none when it may not be read.
    pub paths: Vec<Option<PathBuf>>,
    /// The files that were looked for, as each stood just before it was opened; also those
    /// that are not there.
    pub looked_for: Vec<LookedFor>,
    /// How each of the logs was read, by its path as the dossier writes it.
    how_read: Vec<(String, PathBuf, Option<HowRead>)>,
    /// The logs read so far, links followed, and where the dossier names them.
    seen: Vec<(PathBuf, Span)>,
}

/// Reads a dossier and all that it names.
///
/// # Errors
/// When the dossier or the scheme file cannot be opened.
pub fn load(request: &Request) -> anyhow::Result<Loaded> {
    load_holding(request, &[], None)
}

/// As [`load`], and tells somebody how far it has come.
///
/// # Errors
/// When the dossier or the scheme file cannot be opened.
pub fn load_telling(request: &Request, listener: Option<&dyn Listener>) -> anyhow::Result<Loaded> {
    load_holding(request, &[], listener)
}

/// Reads a dossier of which logs may be held open, to see what a row would do to it.
///
/// # Errors
/// When the dossier or the scheme file cannot be opened.
pub fn load_holding(
    request: &Request,
    held: &[HeldLog<'_>],
    listener: Option<&dyn Listener>,
) -> anyhow::Result<Loaded> {
    let mut loaded = load_all(request, held, listener)?;
    loaded.findings = capped::capped(loaded.findings);
    Ok(loaded)
}

/// Reads a dossier that is not on disk, as if its text stood in the folder that the
/// request names; findings call it `name`.
///
/// # Errors
/// When the scheme file cannot be opened.
pub fn load_draft(name: &str, text: &str, request: &Request) -> anyhow::Result<Loaded> {
    let mut loaded = Loaded::nothing();
    let file = loaded.add(name, text.to_owned(), None);
    let reach = Reach {
        request,
        folder: &request.dossier,
        held: &[],
        listener: None,
    };
    loaded.dossier(file, text, reach)?;
    loaded.findings = capped::capped(loaded.findings);
    Ok(loaded)
}

fn load_all(
    request: &Request,
    held: &[HeldLog<'_>],
    listener: Option<&dyn Listener>,
) -> anyhow::Result<Loaded> {
    let path = dossier_path(&request.dossier);
    let folder = path
        .parent()
        .map_or_else(|| PathBuf::from("."), Path::to_path_buf);
    let mut loaded = Loaded::nothing();
    loaded.looked_for.push(LookedFor::at(&path));
    let text = match read_text(&path)? {
        Ok(text) => text,
        Err(why) => {
            let file = loaded.add(&file_name(&path), String::new(), Some(path));
            loaded
                .findings
                .push(Finding::new(NotToml { why }, Spot::File(file)));
            return Ok(loaded);
        }
    };
    let file = loaded.add(&file_name(&path), text.clone(), Some(path));
    let reach = Reach {
        request,
        folder: &folder,
        held,
        listener,
    };
    loaded.dossier(file, &text, reach)?;
    Ok(loaded)
}

/// Reads a scheme file by itself.
///
/// # Errors
/// When it cannot be opened.
pub fn load_scheme(path: &Path) -> anyhow::Result<(Option<Scheme>, Vec<Finding>, Sources)> {
    let mut sources = Sources::default();
    let text = match read_text(path)? {
        Ok(text) => text,
        Err(why) => {
            let file = sources.add(file_name(path), "");
            return Ok((
                None,
                vec![Finding::new(NotToml { why }, Spot::File(file))],
                sources,
            ));
        }
    };
    let file = sources.add(file_name(path), text.as_str());
    let (scheme, findings) = scheme_file::read_scheme(file, &text);
    Ok((scheme, capped::capped(findings), sources))
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(
        || DOSSIER_FILE.to_owned(),
        |name| name.to_string_lossy().into_owned(),
    )
}

impl Loaded {
    fn nothing() -> Self {
        Self {
            account: None,
            language: None,
            findings: Vec::new(),
            sources: Sources::default(),
            paths: Vec::new(),
            looked_for: Vec::new(),
            how_read: Vec::new(),
            seen: Vec::new(),
        }
    }

    /// Reads the text of a dossier, and all that it names.
    fn dossier(&mut self, file: FileId, text: &str, reach: Reach<'_>) -> anyhow::Result<()> {
        let (mut reading, table) = toml_text::parse(file, text, &dossier_keys::DOSSIER);
        let opened = table
            .as_ref()
            .and_then(|table| dossier_file::open(&mut reading, table));
        let Some(opened) = opened else {
            self.findings = reading.findings;
            return Ok(());
        };
        self.language = opened.language(&mut reading);
        let named = opened.scheme(&mut reading);
        let scheme = named
            .and_then(|id| self.scheme(reach.request, &id.value, id.span).transpose())
            .transpose()?;
        let Some(scheme) = scheme else {
            self.findings.append(&mut reading.findings);
            return Ok(());
        };
        let dossier = opened.dossier(&mut reading, &scheme, self.language);
        self.findings.append(&mut reading.findings);
        self.logs(reach, scheme, dossier);
        Ok(())
    }

    fn add(&mut self, name: &str, text: String, path: Option<PathBuf>) -> FileId {
        self.paths.push(path);
        self.sources.add(name, text)
    }

    /// The scheme that a dossier names: one's own file, else built in.
    fn scheme(
        &mut self,
        request: &Request,
        id: &str,
        named: Span,
    ) -> anyhow::Result<Option<Cow<'static, Scheme>>> {
        let Some(path) = &request.scheme else {
            let scheme = built_in(id).and_then(BuiltIn::scheme);
            if scheme.is_none() {
                let known = SCHEMES.iter().map(|scheme| scheme.id.to_owned()).collect();
                let why = SchemeFault::NotBuiltIn {
                    id: id.to_owned(),
                    known,
                };
                self.findings
                    .push(Finding::new(UnknownScheme { why }, named));
            }
            return Ok(scheme.map(Cow::Borrowed));
        };
        self.looked_for.push(LookedFor::at(path));
        let text = match read_text(path)? {
            Ok(text) => text,
            Err(why) => {
                let file = self.add(&file_name(path), String::new(), Some(path.clone()));
                self.findings
                    .push(Finding::new(NotToml { why }, Spot::File(file)));
                return Ok(None);
            }
        };
        let file = self.add(&file_name(path), text.clone(), Some(path.clone()));
        let (scheme, mut findings) = scheme_file::read_scheme(file, &text);
        self.findings.append(&mut findings);
        let other = scheme
            .as_ref()
            .filter(|scheme| scheme.id != id)
            .map(|scheme| scheme.id.clone());
        if let Some(found) = other {
            let why = SchemeFault::OtherId {
                wanted: id.to_owned(),
                found,
            };
            self.findings
                .push(Finding::new(UnknownScheme { why }, named));
            return Ok(None);
        }
        Ok(scheme.map(Cow::Owned))
    }

    /// Reads the logs that the dossier names, one after the other.
    fn logs(&mut self, reach: Reach<'_>, scheme: Cow<'static, Scheme>, dossier: Dossier) {
        let mut headway = Headway::new(reach.listener, reach.folder);
        headway.begin(
            dossier.progress.iter().chain(&dossier.bookings),
            self.language,
        );
        let asked = reach.request.as_of.clone();
        let written = dossier.as_of.map(|date| AsOf {
            date,
            origin: AsOfOrigin::Dossier,
        });
        let as_of = asked.or(written);
        let limit = as_of.as_ref().map(|as_of| as_of.date);
        let mut tallies = Tallies::default();
        let mut names = Names::new(&mut tallies);
        let mut last: Option<AsOf> = None;
        for log in &dossier.progress {
            let reader = RowReader::new(&scheme, &dossier, limit);
            let mut fold = ProgressFold::new(reader, &mut tallies, &mut names);
            let read = self.log(reach, &headway, log, &mut fold);
            headway.end(log, read.tally.rows);
            tallies.files.push(read.tally);
            last = later(last, read.last);
        }
        for person in tallies.persons.values_mut().flat_map(|it| it.values_mut()) {
            person.settle(|provider| names.folded_provider(provider));
        }
        let mut bookings = Bookings::default();
        let mut accounts = LedgerAccounts::new(&mut bookings);
        for log in &dossier.bookings {
            let reader = RowReader::new(&scheme, &dossier, limit);
            let mut fold = BookingsFold::new(reader, &mut bookings, &mut accounts);
            let read = self.log(reach, &headway, log, &mut fold);
            headway.end(log, read.tally.rows);
            fold.keep(read.places);
            bookings.files.push(read.tally);
            last = later(last, read.last);
        }
        // A date that the dossier states and that cannot be read is not replaced.
        let as_of = as_of.or(last.filter(|_| !dossier.unreadable.as_of));
        self.account = Some(Account {
            scheme,
            dossier,
            tallies,
            bookings,
            as_of,
            hidden_below: None,
        });
    }
}

/// The later of two as-of dates; of the same date, the one of the later file.
fn later(one: Option<AsOf>, other: Option<AsOf>) -> Option<AsOf> {
    match (one, other) {
        (Some(one), Some(other)) => Some(if other.date >= one.date { other } else { one }),
        (one, other) => one.or(other),
    }
}

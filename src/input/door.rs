//! What stands at the path that was given for a dossier, before it is opened; and the
//! opening of what is TOML.

use super::fault::{FileFault, SyntaxFault};
use super::{DOSSIER_FILE, Request, toml_text, within};
use anyhow::Context as _;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// What is in the way of opening a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Door {
    /// There is no dossier in the folder.
    NoDossierIn(PathBuf),
    /// There is one, but its name has an ending that is often hidden.
    HiddenEnding(PathBuf),
    /// The file is a log or a workbook, no dossier.
    NoDossier(PathBuf),
    /// The folder's dossier is a link that leads out of it, or no file at all.
    LeadsOut(PathBuf),
}

/// What was to be read is no file, but a pipe or a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAFile;

impl std::fmt::Display for NotAFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("is a pipe or a device, not a file")
    }
}

impl std::error::Error for NotAFile {}

/// Looks at what is to be read; none when a dossier can be opened there, or when what is
/// wrong is best told by opening it.
///
/// A folder may come from anybody, so what it calls its dossier is held to the rule for
/// all its files: not outside the folder, and a file. Who names the file itself may name
/// a link.
#[must_use]
pub fn look(request: &Request) -> Option<Door> {
    let given = request.dossier.as_path();
    let path = dossier_path(given);
    // What cannot be looked at is told by opening it.
    if given.is_dir() && path.try_exists().is_ok_and(|there| !there) {
        let hidden = given.join(format!("{DOSSIER_FILE}.txt"));
        return Some(if hidden.exists() {
            Door::HiddenEnding(hidden)
        } else {
            Door::NoDossierIn(given.to_path_buf())
        });
    }
    if given.is_dir() {
        let about = fs::metadata(&path);
        let leads_out = match within::resolve(given, DOSSIER_FILE, request.allow_outside) {
            Err(FileFault::Outside) => about.is_ok(),
            // A pipe or a device; what only could not be looked at is told by opening it.
            Err(FileFault::NotReadable) => about.is_ok_and(|about| !about.is_file()),
            _ => false,
        };
        if leads_out {
            return Some(Door::LeadsOut(path));
        }
    }
    let ending = path
        .extension()
        .map(|it| it.to_string_lossy().to_lowercase());
    let is_other = matches!(ending.as_deref(), Some("csv" | "xlsx" | "xls" | "ods"));
    (is_other && path.is_file()).then_some(Door::NoDossier(path))
}

/// The dossier itself: what was given, or what stands in that folder.
pub(super) fn dossier_path(given: &Path) -> PathBuf {
    if given.is_dir() {
        given.join(DOSSIER_FILE)
    } else {
        given.to_path_buf()
    }
}

/// The text of a TOML file, or why it is none.
pub(super) fn read_text(path: &Path) -> anyhow::Result<Result<String, SyntaxFault>> {
    let told = || format!("{}", path.display());
    let about = fs::metadata(path).with_context(told)?;
    // A pipe that nobody writes to would be waited for without end, and what comes out of
    // one can be read only once.
    if !about.is_file() && !about.is_dir() {
        return Err(NotAFile).with_context(told);
    }
    let file = fs::File::open(path).with_context(told)?;
    let room = about.len().min(toml_text::MOST_BYTES) + 1;
    let mut bytes = Vec::with_capacity(usize::try_from(room).unwrap_or(0));
    file.take(toml_text::MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .with_context(told)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > toml_text::MOST_BYTES {
        return Ok(Err(SyntaxFault::TooLarge));
    }
    Ok(String::from_utf8(bytes).map_err(|_| SyntaxFault::NotText))
}

/// Whether a path is one of the files that were read.
#[must_use]
pub fn is_source(path: &Path, read: &[Option<PathBuf>]) -> bool {
    let Ok(path) = path.canonicalize() else {
        return false;
    };
    let read = read.iter().flatten();
    read.filter_map(|it| it.canonicalize().ok())
        .any(|it| it == path)
}

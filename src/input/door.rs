//! What stands at the path that was given for a dossier, before it is opened.

use super::DOSSIER_FILE;
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
}

/// Looks at the path; none when a dossier can be opened there, or when what is wrong
/// is best told by opening it.
#[must_use]
pub fn look(given: &Path) -> Option<Door> {
    let path = dossier_path(given);
    if given.is_dir() && !path.exists() {
        let hidden = given.join(format!("{DOSSIER_FILE}.txt"));
        return Some(if hidden.exists() {
            Door::HiddenEnding(hidden)
        } else {
            Door::NoDossierIn(given.to_path_buf())
        });
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

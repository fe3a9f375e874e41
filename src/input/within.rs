//! A dossier may only name files inside its own folder, links followed.

use super::fault::FileFault;
use super::looked_for::{FileNumber, number};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Where a named file stands.
#[derive(Debug)]
pub(super) struct Resolved {
    /// As one opens it.
    pub(super) path: PathBuf,
    /// With its links followed.
    pub(super) place: PathBuf,
    /// Which file was there when it was looked at.
    pub(super) number: FileNumber,
}

/// Finds a named file.
///
/// # Errors
/// Says why the file is not there or may not be read.
pub(super) fn resolve(
    folder: &Path,
    named: &str,
    allow_outside: bool,
) -> Result<Resolved, FileFault> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    if named.trim().is_empty() {
        return Err(FileFault::Missing);
    }
    let joined = folder.join(named);
    let leaves = Path::new(named).is_absolute() || leaves_folder(Path::new(named));
    if leaves && !allow_outside {
        return Err(FileFault::Outside);
    }
    let place = fs::canonicalize(&joined).map_err(|error| fault(&error))?;
    let home = fs::canonicalize(folder).map_err(|error| fault(&error))?;
    if !place.starts_with(&home) && !allow_outside {
        return Err(FileFault::Outside);
    }
    let about = fs::metadata(&place).map_err(|error| fault(&error))?;
    if about.is_dir() {
        return Err(FileFault::Folder);
    }
    if !about.is_file() {
        return Err(FileFault::NotReadable);
    }
    Ok(Resolved {
        path: joined,
        place,
        number: number(&about),
    })
}

/// Whether a relative path climbs out of the folder it starts in.
fn leaves_folder(path: &Path) -> bool {
    let mut depth = 0i32;
    path.components().any(|part| {
        match part {
            std::path::Component::ParentDir => depth -= 1,
            std::path::Component::Normal(_) => depth += 1,
            _ => {}
        }
        depth < 0
    })
}

fn fault(error: &std::io::Error) -> FileFault {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidInput => {
            FileFault::Missing
        }
        _ => FileFault::NotReadable,
    }
}

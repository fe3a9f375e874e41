//! Where an answer goes: the output stream, or a file that appears whole or not at all.

use anyhow::Context as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Where an answer goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Destination {
    /// The output stream.
    Stdout,
    /// A file.
    File(PathBuf),
}

impl Destination {
    /// The destination that `-o` names; `-` is the output stream.
    pub(super) fn named(path: Option<&PathBuf>) -> Self {
        match path {
            None => Self::Stdout,
            Some(path) if path.as_os_str() == "-" => Self::Stdout,
            Some(path) => Self::File(path.clone()),
        }
    }

    /// Writes everything.
    ///
    /// # Errors
    /// When it cannot be written; a file is then as it was before.
    pub(super) fn write(&self, bytes: &[u8]) -> anyhow::Result<()> {
        match self {
            Self::Stdout => {
                let mut out = io::stdout().lock();
                out.write_all(bytes)
                    .and_then(|()| out.flush())
                    .context("stdout")
            }
            Self::File(path) => write_file(path, bytes).with_context(|| told(path)),
        }
    }
}

/// What a failure is about: the folder where that is missing, else the file.
fn told(path: &Path) -> String {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    match folder.filter(|folder| !folder.exists()) {
        Some(folder) => folder.display().to_string(),
        None => path.display().to_string(),
    }
}

/// A regular file is replaced at once by a finished one. Anything else, such as a
/// device, is written straight through: to rename a file onto it would destroy it.
fn write_file(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let is_special = fs::metadata(path).is_ok_and(|about| !about.is_file());
    if is_special {
        let mut file = fs::OpenOptions::new().write(true).open(path)?;
        file.write_all(bytes)?;
        return Ok(file.flush()?);
    }
    // Behind a link the file itself is replaced, not the link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let folder = target
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let mut file = new_file(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    keep_permissions(&target, file.as_file());
    file.persist(&target).map_err(|error| error.error)?;
    Ok(())
}

/// A new file beside the target, with the permissions that new files usually have.
fn new_file(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".samenleven-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // The system takes away what its umask says.
        let _ = builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// A file that is replaced keeps its permissions; a new one gets the usual ones.
fn keep_permissions(target: &Path, file: &fs::File) {
    if let Ok(about) = fs::metadata(target) {
        // What cannot be kept is no reason to refuse the answer.
        let _ = file.set_permissions(about.permissions());
    }
}

//! Where the bytes of a log come from: a file by its path, or one that is held open by
//! whoever is about to add a row to it.

use std::fs::File;
use std::io::{self, Seek as _, SeekFrom};
use std::path::Path;

/// A log that is held open, and bytes that are not in it yet.
///
/// Some systems let nobody read a file that is locked but through the handle that holds
/// the lock, so it is read through that one. It has one position, so that at any time
/// only one reader may be under way.
#[derive(Debug, Clone, Copy)]
pub struct HeldLog<'a> {
    /// Where it stands.
    pub path: &'a Path,
    /// The open file.
    pub file: &'a File,
    /// Bytes that are read as if they stood at its end.
    pub more: &'a [u8],
}

/// Where the bytes of a log come from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Origin<'a> {
    path: &'a Path,
    held: Option<HeldLog<'a>>,
}

impl<'a> From<&'a Path> for Origin<'a> {
    fn from(path: &'a Path) -> Self {
        Self { path, held: None }
    }
}

impl<'a> From<HeldLog<'a>> for Origin<'a> {
    fn from(held: HeldLog<'a>) -> Self {
        Self {
            path: held.path,
            held: Some(held),
        }
    }
}

impl<'a> Origin<'a> {
    /// The log at a path, which may be the one that is held.
    pub(super) fn of(path: &'a Path, held: Option<HeldLog<'a>>) -> Self {
        let held = held.filter(|it| it.path == path);
        Self { path, held }
    }

    /// Where it stands.
    pub(super) fn path(self) -> &'a Path {
        self.path
    }

    /// How many bytes it has.
    ///
    /// # Errors
    /// When that cannot be told.
    pub(super) fn bytes(self) -> io::Result<u64> {
        let Some(held) = self.held else {
            return Ok(self.path.metadata()?.len());
        };
        let more = u64::try_from(held.more.len()).unwrap_or(u64::MAX);
        Ok(held.file.metadata()?.len().saturating_add(more))
    }

    /// The file from its start, and what follows on its end.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub(super) fn open(self) -> io::Result<(File, &'a [u8])> {
        let Some(held) = self.held else {
            return Ok((File::open(self.path)?, &[]));
        };
        let mut file = held.file.try_clone()?;
        file.seek(SeekFrom::Start(0))?;
        Ok((file, held.more))
    }
}

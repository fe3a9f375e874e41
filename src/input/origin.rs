//! Where the bytes of a log come from: a file by its path, or one that is held open by
//! whoever is about to add a row to it.

use super::looked_for::{FileNumber, number};
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
    /// The file that may be read, where one was looked at before.
    number: FileNumber,
    held: Option<HeldLog<'a>>,
}

impl<'a> From<&'a Path> for Origin<'a> {
    fn from(path: &'a Path) -> Self {
        Self {
            path,
            number: None,
            held: None,
        }
    }
}

impl<'a> From<HeldLog<'a>> for Origin<'a> {
    fn from(held: HeldLog<'a>) -> Self {
        Self {
            path: held.path,
            number: None,
            held: Some(held),
        }
    }
}

impl<'a> Origin<'a> {
    /// The log at a path, which may be one that is held; `number` is that of the file that
    /// was found to lie where it may be read.
    pub(super) fn of(path: &'a Path, number: FileNumber, held: &[HeldLog<'a>]) -> Self {
        let held = held.iter().find(|it| it.path == path).copied();
        Self { path, number, held }
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
    /// When it cannot be opened, or when another file has come to stand at its path: that
    /// may be a link to where nothing may be read, and half of one file and half of another
    /// would be no log in any case.
    pub(super) fn open(self) -> io::Result<(File, &'a [u8])> {
        let Some(held) = self.held else {
            let file = File::open(self.path)?;
            if self.number.is_some() && self.number != number(&file.metadata()?) {
                return Err(io::Error::other("another file stands at its path"));
            }
            return Ok((file, &[]));
        };
        let mut file = held.file.try_clone()?;
        file.seek(SeekFrom::Start(0))?;
        Ok((file, held.more))
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_link_that_is_swapped_after_it_was_looked_at_is_not_read() {
        let folder = tempfile::tempdir().expect("a folder for the test can be made");
        let [log, secret, link] =
            ["log.csv", "geheim", "link.csv"].map(|it| folder.path().join(it));
        fs::write(&log, "datum").expect("it can be written");
        fs::write(&secret, "geheim").expect("it can be written");
        symlink(&log, &link).expect("a link can be made");
        let looked = number(&fs::metadata(&link).expect("it is there"));
        let origin = Origin::of(&link, looked, &[]);
        assert!(origin.open().is_ok());
        fs::remove_file(&link).expect("it can be taken away");
        symlink(&secret, &link).expect("a link can be made");
        assert!(origin.open().is_err());
    }
}

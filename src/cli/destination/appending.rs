//! Adding to the end of a file that others may be adding to at the same moment.
//!
//! Whoever adds locks the file itself, so that nothing is left lying beside it, and adds
//! with one write. When that write fails, what it wrote is taken off again, so that the
//! file holds what it held before. A file is never renamed over: its owner, its
//! permissions and its other names stay what they are.

use super::{Refused, told};
use crate::cli::failure::{Doing, Undertaking};
use crate::wording::Both;
use anyhow::Context as _;
use fs4::FileExt;
use same_file::Handle;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A file that is locked against others who add to it.
#[derive(Debug)]
pub(in crate::cli) struct Locked {
    path: PathBuf,
    file: File,
}

const HALF_WRITTEN: Refused = Refused(Both {
    nl: "wat er half geschreven is, kon niet weer weggenomen worden; kijk de laatste regel na",
    en: "what was half written could not be taken off again; look at the last line",
});

impl Locked {
    /// Locks a file to add to it, and the others of its dossier, so that nobody who does
    /// the same adds to one of them meanwhile. All lock in the order of the paths, so that
    /// no two wait for each other for ever. One of the others that cannot be locked stays
    /// as it is.
    ///
    /// # Errors
    /// When the file cannot be opened to add to it, or cannot be locked.
    pub(in crate::cli) fn wait_for(
        path: &Path,
        others: &[&Path],
    ) -> anyhow::Result<(Self, Vec<Self>)> {
        let to_add = |path: &Path| OpenOptions::new().read(true).append(true).open(path);
        // Whoever locks one file under two names waits for himself.
        let mut known: Vec<Handle> = Handle::from_path(path).into_iter().collect();
        let mut others: Vec<(PathBuf, &Path)> = others
            .iter()
            .filter(|other| {
                let handle = Handle::from_path(other).ok();
                let new = handle.filter(|handle| !known.contains(handle));
                new.map(|handle| known.push(handle)).is_some()
            })
            .map(|other| (in_full(other), *other))
            .collect();
        others.sort();
        let (before, after) = others.split_at(others.partition_point(|it| it.0 < in_full(path)));
        let lock = |others: &[(PathBuf, &Path)]| -> Vec<Self> {
            let locked = others
                .iter()
                .map(|(_, path)| Self::once_free(path, |it| File::open(it)));
            locked.flatten().collect()
        };
        let mut beside = lock(before);
        let own = Self::once_free(path, to_add).with_context(|| adding(path))?;
        beside.extend(lock(after));
        Ok((own, beside))
    }

    /// Locks a file, once nobody else has it locked.
    fn once_free(path: &Path, open: impl Fn(&Path) -> io::Result<File>) -> io::Result<Self> {
        loop {
            let file = open(path)?;
            until_not_interrupted(|| FileExt::lock(&file))?;
            // While we waited, the file may have been replaced by another of its name.
            if is_still_at(&file, path)? {
                let path = path.to_path_buf();
                return Ok(Self { path, file });
            }
        }
    }

    /// Where it stands, as it was asked for.
    pub(in crate::cli) fn path(&self) -> &Path {
        &self.path
    }

    /// The open file.
    pub(in crate::cli) fn file(&self) -> &File {
        &self.file
    }

    /// Adds bytes to its end, or nothing.
    ///
    /// # Errors
    /// When they cannot be written.
    pub(in crate::cli) fn add(&self, bytes: &[u8]) -> anyhow::Result<()> {
        let before = self.file.metadata().with_context(|| adding(&self.path))?;
        let mut counted = Counted::of(&self.file);
        let added = counted.write_all(bytes);
        let added = added.and_then(|()| self.file.sync_data());
        let Err(failure) = added else {
            return Ok(());
        };
        take_off(&self.file, before.len(), counted.written)
            .map_err(|_| HALF_WRITTEN)
            .with_context(|| adding(&self.path))?;
        Err(failure).with_context(|| adding(&self.path))
    }
}

/// A path by which everybody names the same file.
fn in_full(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf())
}

/// What failed when a row cannot be added.
fn adding(path: &Path) -> Undertaking {
    Doing::Adding.to(told(path))
}

/// Does something again as long as only a signal came between.
fn until_not_interrupted(work: impl Fn() -> io::Result<()>) -> io::Result<()> {
    loop {
        match work() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

/// Whether a path still leads to this file.
fn is_still_at(file: &File, path: &Path) -> io::Result<bool> {
    let held = Handle::from_file(file.try_clone()?)?;
    match Handle::from_path(path) {
        Ok(there) => Ok(there == held),
        // It is gone; to open it again tells so.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Takes the last bytes off a file, unless somebody else has added to it since.
pub(super) fn take_off(file: &File, before: u64, written: u64) -> io::Result<()> {
    if written == 0 {
        return Ok(());
    }
    if file.metadata()?.len() != before + written {
        return Err(io::ErrorKind::Other.into());
    }
    file.set_len(before)
}

/// A file, and how many bytes were written to it.
pub(super) struct Counted<'a> {
    file: &'a File,
    pub(super) written: u64,
}

impl<'a> Counted<'a> {
    /// A file to which nothing was written yet.
    pub(super) fn of(file: &'a File) -> Self {
        Self { file, written: 0 }
    }
}

impl Write for Counted<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.written += u64::try_from(written).unwrap_or(u64::MAX);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::sync::mpsc;
    use std::thread;
    use std::time::Duration;

    #[test]
    fn a_file_that_was_replaced_meanwhile_is_not_added_to() {
        let folder = tempfile::tempdir().expect("a folder for the test can be made");
        let path = folder.path().join("log.csv");
        fs::write(&path, "old\n").expect("it can be written");
        let first = Locked::wait_for(&path, &[]).expect("nobody else has it");
        let (sender, receiver) = mpsc::channel();
        let waiting = {
            let path = path.clone();
            thread::spawn(move || {
                let (second, _) = Locked::wait_for(&path, &[]).expect("it comes free");
                second.add(b"mine\n").expect("it can be written");
                sender.send(()).expect("the test waits");
            })
        };
        // It waits as long as the first one holds the lock.
        let waited = receiver.recv_timeout(Duration::from_millis(100));
        assert!(waited.is_err(), "it did not wait");
        let new = folder.path().join("new.csv");
        fs::write(&new, "new\n").expect("it can be written");
        fs::rename(&new, &path).expect("it can be replaced");
        drop(first);
        waiting.join().expect("no panic");
        assert_eq!(
            fs::read_to_string(&path).expect("it is there"),
            "new\nmine\n"
        );
    }

    #[test]
    fn the_others_are_locked_too_and_none_of_them_twice() {
        let folder = tempfile::tempdir().expect("a folder for the test can be made");
        let [first, own, last, same, gone] =
            ["a.csv", "b.csv", "c.csv", "d.csv", "weg.csv"].map(|it| folder.path().join(it));
        for path in [&first, &own, &last] {
            fs::write(path, "old\n").expect("it can be written");
        }
        fs::hard_link(&own, &same).expect("a link can be made");
        let others = [&last, &first, &same, &gone, &last];
        let others = others.map(PathBuf::as_path);
        let (locked, beside) = Locked::wait_for(&own, &others).expect("nobody else has them");
        assert_eq!(locked.path(), own);
        let paths: Vec<&Path> = beside.iter().map(Locked::path).collect();
        assert_eq!(paths, [first.as_path(), last.as_path()]);
        for path in [&first, &own, &last] {
            let file = File::open(path).expect("it opens");
            assert!(FileExt::try_lock(&file).is_err(), "{}", path.display());
        }
        drop((locked, beside));
        let file = File::open(&last).expect("it opens");
        FileExt::try_lock(&file).expect("it is free again");
    }

    #[test]
    fn what_was_half_written_is_taken_off_unless_others_came_after() {
        let mut file = tempfile::tempfile().expect("a file for the test can be made");
        file.write_all(b"old\nha").expect("it can be written");
        take_off(&file, 4, 2).expect("nobody came after");
        assert_eq!(file.metadata().expect("it is there").len(), 4);
        take_off(&file, 3, 2).expect_err("somebody came after");
        assert_eq!(file.metadata().expect("it is there").len(), 4);
    }

    #[test]
    fn a_file_that_is_gone_is_told() {
        let folder = tempfile::tempdir().expect("a folder for the test can be made");
        Locked::wait_for(&folder.path().join("weg.csv"), &[]).expect_err("there is none");
    }
}

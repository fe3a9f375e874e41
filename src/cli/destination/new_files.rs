//! Files of a new folder, or of one that is there. They replace nothing, and either all
//! of them appear or none: what was put in place is taken away again when one cannot be,
//! and a signal comes before the first of them or after the last.

use super::replacing::{new_file, sync_folders};
use super::unfinished::step;
use super::{NewFolder, Refused, folder_of, interruption, told};
use crate::cli::failure::{Doing, Undertaking};
use crate::wording::Both;
use anyhow::Context as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A file that is to be made.
#[derive(Debug)]
pub(in crate::cli) struct NewFile {
    /// Where it will stand.
    pub(in crate::cli) path: PathBuf,
    /// What it will hold.
    pub(in crate::cli) holds: Holding,
}

/// What a new file holds.
#[derive(Debug)]
pub(in crate::cli) enum Holding {
    /// These bytes.
    Bytes(Vec<u8>),
    /// The same as this file.
    CopyOf(PathBuf),
}

const IS_THERE: Refused = Refused(Both {
    nl: "bestaat al, en wordt niet overschreven",
    en: "exists already, and is not written over",
});

const NO_FOLDER: Refused = Refused(Both {
    nl: "is een bestand, geen map",
    en: "is a file, not a folder",
});

/// Makes files in a folder, which is made where it is not there yet.
///
/// # Errors
/// When one of them is there already or cannot be made; nothing is left behind then.
pub(in crate::cli) fn write_new(folder: &Path, files: &[NewFile]) -> anyhow::Result<()> {
    nothing_at(files.iter().map(|file| file.path.as_path()))?;
    if folder.metadata().is_ok_and(|it| !it.is_dir()) {
        return Err(NO_FOLDER).with_context(|| making(folder));
    }
    interruption::watch();
    let made = NewFolder::at(folder)?;
    let finished: anyhow::Result<Vec<_>> = files.iter().map(finished).collect();
    let finished = finished?;
    let placed = step(|unfinished| {
        let mut placed = Placed::default();
        for (file, path) in finished.into_iter().zip(files.iter().map(|it| &it.path)) {
            placed.put(file, path)?;
        }
        unfinished.is_finished();
        anyhow::Ok(placed)
    })?;
    sync_folders(placed.keep().iter().map(|path| folder_of(path)));
    made.keep();
    Ok(())
}

/// Refuses where anything stands that would have to be replaced, be it a broken link.
///
/// # Errors
/// When one of the paths is taken.
pub(in crate::cli) fn nothing_at<'a>(
    paths: impl IntoIterator<Item = &'a Path>,
) -> anyhow::Result<()> {
    let taken = paths
        .into_iter()
        .find(|path| path.symlink_metadata().is_ok());
    taken.map_or(Ok(()), |path| Err(IS_THERE).with_context(|| making(path)))
}

/// How a file is named inside a folder, with `/` between the parts; none where it does
/// not stand in it, or where its name is no text.
pub(in crate::cli) fn name_inside(folder: &Path, file: &Path) -> Option<String> {
    let (folder, file) = (folder.canonicalize().ok()?, file.canonicalize().ok()?);
    let inside = file.strip_prefix(folder).ok()?;
    let parts: Option<Vec<&str>> = inside.iter().map(|part| part.to_str()).collect();
    Some(parts?.join("/"))
}

/// The own name of a folder, which may not be there yet.
pub(in crate::cli) fn own_name(folder: &Path) -> Option<String> {
    let real = folder.canonicalize().ok();
    let name = real.as_deref().unwrap_or(folder).file_name()?;
    Some(name.to_string_lossy().into_owned())
}

/// What failed when a new file cannot be made.
fn making(path: &Path) -> Undertaking {
    Doing::Making.to(told(path))
}

/// The file, whole and on the disk under a name of its own.
fn finished(file: &NewFile) -> anyhow::Result<NamedTempFile> {
    let mut made = new_file(folder_of(&file.path)).with_context(|| making(&file.path))?;
    match &file.holds {
        Holding::Bytes(bytes) => made.write_all(bytes).map(|()| 0),
        Holding::CopyOf(path) => {
            let mut from = fs::File::open(path)
                .with_context(|| Doing::Reading.to(path.display().to_string()))?;
            io::copy(&mut from, &mut made)
        }
    }
    .and_then(|_| made.as_file().sync_all())
    .with_context(|| making(&file.path))?;
    Ok(made)
}

/// Files that were put in place, and that go away again unless they are kept.
#[derive(Debug, Default)]
struct Placed(Vec<PathBuf>);

impl Placed {
    fn put(&mut self, file: NamedTempFile, path: &Path) -> anyhow::Result<()> {
        match file.persist_noclobber(path) {
            Ok(_) => self.0.push(path.to_path_buf()),
            // Somebody else was first since we looked.
            Err(failure) if failure.error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(IS_THERE).with_context(|| making(path));
            }
            Err(failure) => return Err(failure.error).with_context(|| making(path)),
        }
        Ok(())
    }

    fn keep(mut self) -> Vec<PathBuf> {
        std::mem::take(&mut self.0)
    }
}

impl Drop for Placed {
    fn drop(&mut self) {
        for path in &self.0 {
            // What led here is what is told.
            let _ = fs::remove_file(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(folder: &Path, name: &str) -> NewFile {
        NewFile {
            path: folder.join(name),
            holds: Holding::Bytes(b"new".to_vec()),
        }
    }

    /// The names of what stands in a folder.
    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("the folder is there");
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("it can be listed").file_name())
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_folder_and_its_files_appear_together() {
        let home = tempfile::tempdir().expect("a folder for the test can be made");
        let folder = home.path().join("nieuw");
        write_new(&folder, &[file(&folder, "a"), file(&folder, "b")]).expect("both can be made");
        assert_eq!(names(&folder), ["a", "b"]);
    }

    #[test]
    fn when_one_cannot_be_made_nothing_is_left_behind() {
        let home = tempfile::tempdir().expect("a folder for the test can be made");
        let folder = home.path().join("nieuw");
        let lost = NewFile {
            path: folder.join("b"),
            holds: Holding::CopyOf(home.path().join("nergens")),
        };
        write_new(&folder, &[file(&folder, "a"), lost]).expect_err("there is nothing to copy");
        assert!(names(home.path()).is_empty());
    }

    #[test]
    fn a_file_that_appears_meanwhile_is_left_alone() {
        let home = tempfile::tempdir().expect("a folder for the test can be made");
        let (first, second) = (home.path().join("a"), home.path().join("b"));
        let mut placed = Placed::default();
        let made = || finished(&file(home.path(), "x")).expect("it can be written");
        placed.put(made(), &first).expect("nothing stands there");
        fs::write(&second, "theirs").expect("it can be written");
        placed.put(made(), &second).expect_err("it is there by now");
        drop(placed);
        assert_eq!(names(home.path()), ["b"]);
        assert_eq!(fs::read_to_string(second).expect("it is there"), "theirs");
    }

    #[test]
    fn a_name_inside_a_folder_is_found_through_links_and_dots() {
        let home = tempfile::tempdir().expect("a folder for the test can be made");
        fs::create_dir(home.path().join("in")).expect("a folder can be made");
        fs::write(home.path().join("in/a.csv"), "").expect("it can be written");
        let other = home.path().join("in/../in/a.csv");
        assert_eq!(
            name_inside(home.path(), &other).as_deref(),
            Some("in/a.csv")
        );
        assert_eq!(name_inside(&home.path().join("in"), home.path()), None);
    }
}

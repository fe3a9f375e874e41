//! Files that are finished beside their targets, and put in place all together.

use super::unfinished::step;
use super::{LINK_TO_ITSELF, folder_of, target, writing};
use anyhow::Context as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use tempfile::{NamedTempFile, TempPath};

/// A file that is whole and on the disk, but not yet in its place.
#[derive(Debug)]
pub(super) struct Finished {
    /// The name that it was asked for by.
    named: PathBuf,
    /// The file that it is to replace: behind a link the file itself, not the link.
    target: PathBuf,
    file: NamedTempFile,
}

impl Finished {
    /// Writes a file beside the one that a path leads to.
    pub(super) fn beside(path: &Path, bytes: &[u8]) -> anyhow::Result<Self> {
        let target = target(path);
        if target.is_symlink() {
            return Err(LINK_TO_ITSELF.into());
        }
        if target.is_dir() {
            return Err(io::Error::from(io::ErrorKind::IsADirectory).into());
        }
        let mut file = new_file(folder_of(&target))?;
        file.write_all(bytes)?;
        keep_owner_and_permissions(&target, file.as_file());
        file.as_file().sync_all()?;
        Ok(Self {
            named: path.to_path_buf(),
            target,
            file,
        })
    }
}

/// Puts the files in place, in one step. When one cannot be, those before it are taken
/// back.
pub(super) fn put_in_place(files: Vec<Finished>) -> anyhow::Result<()> {
    let replaced = step(|unfinished| {
        let replaced = replace(files)?;
        unfinished.is_finished();
        anyhow::Ok(replaced)
    })?;
    sync_folders(replaced.iter().map(|target| folder_of(target)));
    Ok(())
}

/// Replaces one after the other, and gives the files that are new.
fn replace(files: Vec<Finished>) -> anyhow::Result<Vec<PathBuf>> {
    let mut replaced = Vec::new();
    let is_one_of_several = files.len() > 1;
    for Finished {
        named,
        target,
        file,
    } in files
    {
        let before = Before::of(&target, is_one_of_several);
        match file.persist(&target) {
            Ok(_) => replaced.push((target, before)),
            Err(failure) => {
                take_back(replaced);
                return Err(failure.error).with_context(|| writing(&named));
            }
        }
    }
    // What stood there before loses its second name here.
    Ok(replaced.into_iter().map(|(target, _)| target).collect())
}

/// What stood in a place before.
#[derive(Debug)]
enum Before {
    /// Nothing.
    Nothing,
    /// A file, which has a second name for as long as it may be needed again.
    File(TempPath),
    /// A file that got no second name: there is no way back.
    Gone,
}

impl Before {
    fn of(target: &Path, is_needed: bool) -> Self {
        // What cannot be looked at may be there: it is not to be taken away later.
        let look = target.symlink_metadata();
        if look.is_err_and(|it| it.kind() == io::ErrorKind::NotFound) {
            return Self::Nothing;
        }
        if !is_needed {
            return Self::Gone;
        }
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX);
        let linked = builder.make_in(folder_of(target), |name| fs::hard_link(target, name));
        linked.map_or(Self::Gone, |it| Self::File(it.into_temp_path()))
    }
}

/// Puts back what can be put back; the failure that led here is what is told.
fn take_back(replaced: Vec<(PathBuf, Before)>) {
    for (target, before) in replaced.into_iter().rev() {
        match before {
            Before::Nothing => drop(fs::remove_file(&target)),
            Before::File(file) => drop(file.persist(&target)),
            Before::Gone => {}
        }
    }
}

/// How the name of a file begins that is not in its place yet.
pub(super) const PREFIX: &str = ".samenleven-";

/// A new file in a folder, with the permissions that new files usually have.
pub(super) fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // The system takes away what its umask says.
        let _ = builder.permissions(fs::Permissions::from_mode(0o666));
    }
    step(|unfinished| {
        let file = builder.tempfile_in(folder)?;
        unfinished.files.push(file.path().to_path_buf());
        Ok(file)
    })
}

/// A file that is replaced keeps its owner and permissions; a new one gets the usual
/// ones. What cannot be kept is no reason to refuse the answer.
fn keep_owner_and_permissions(target: &Path, file: &fs::File) {
    let Ok(about) = fs::metadata(target) else {
        return;
    };
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt as _, fchown};
        let _ = fchown(file, Some(about.uid()), Some(about.gid()));
    }
    let _ = file.set_permissions(about.permissions());
}

/// Makes the new names last. The files are in place already, so a folder that cannot
/// be synced is no failure.
pub(super) fn sync_folders<'a>(folders: impl Iterator<Item = &'a Path>) {
    let mut synced: Vec<&Path> = Vec::new();
    for folder in folders {
        if cfg!(unix) && !synced.contains(&folder) {
            let _ = fs::File::open(folder).and_then(|it| it.sync_all());
            synced.push(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands in a folder: names and texts, in order.
    fn texts(folder: &Path) -> Vec<(String, String)> {
        let entries = fs::read_dir(folder).expect("the folder is there");
        let mut texts: Vec<_> = entries
            .map(|entry| entry.expect("it can be listed").path())
            .filter(|path| path.is_file())
            .map(|path| {
                let name = path.file_name().expect("it has a name").to_string_lossy();
                let text = fs::read_to_string(&path).expect("it can be read");
                (name.into_owned(), text)
            })
            .collect();
        texts.sort();
        texts
    }

    fn finished(folder: &Path, name: &str) -> Finished {
        Finished::beside(&folder.join(name), b"new").expect("it can be written")
    }

    #[test]
    fn all_are_put_in_place() {
        let folder = tempfile::tempdir().expect("a folder for the test can be made");
        fs::write(folder.path().join("a"), "old").expect("it can be written");
        let files = ["a", "b"].map(|name| finished(folder.path(), name));
        put_in_place(Vec::from(files)).expect("they can be put in place");
        let new = |name: &str| (name.to_owned(), "new".to_owned());
        assert_eq!(texts(folder.path()), [new("a"), new("b")]);
    }

    #[test]
    fn when_one_cannot_be_put_in_place_all_stays_as_it_was() {
        let folder = tempfile::tempdir().expect("a folder for the test can be made");
        fs::write(folder.path().join("a"), "old").expect("it can be written");
        let files = ["a", "b", "c"].map(|name| finished(folder.path(), name));
        // Made by somebody else between the writing and the renaming.
        fs::create_dir(folder.path().join("c")).expect("a folder can be made");
        put_in_place(Vec::from(files)).expect_err("no file replaces a folder");
        assert_eq!(texts(folder.path()), [("a".to_owned(), "old".to_owned())]);
    }
}

//! The files that reading looks for, as each stands just before it is opened, so that
//! it can be seen later whether one has changed since.

use super::Loaded;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

/// A file by its path, and what the system said about it; it need not be there.
///
/// Two looks are equal when nothing shows that the file was written, replaced, made or
/// taken away between them. What it holds is not looked at.
#[derive(Debug, Clone)]
pub struct LookedFor {
    path: PathBuf,
    about: Option<Metadata>,
}

impl LookedFor {
    /// A look at the file, now.
    pub(super) fn at(path: &Path) -> Self {
        Self {
            path: path.to_path_buf(),
            about: fs::metadata(path).ok(),
        }
    }

    /// A file that was not there a moment ago; it may be by now.
    pub(super) fn missing(path: &Path) -> Self {
        Self {
            path: path.to_path_buf(),
            about: None,
        }
    }

    /// The same, unless another file than the one of that number was there a moment ago:
    /// then it has changed already.
    pub(super) fn of(self, was: FileNumber) -> Self {
        if self.about.as_ref().map(number) == Some(was) {
            return self;
        }
        Self::missing(&self.path)
    }

    /// Where the file stands, or would stand.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Another look at the same file, now.
    #[must_use]
    pub fn again(&self) -> Self {
        Self::at(&self.path)
    }
}

impl PartialEq for LookedFor {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path
            && match (&self.about, &other.about) {
                (Some(one), Some(other)) => is_same(one, other),
                (None, None) => true,
                _ => false,
            }
    }
}

fn is_same(one: &Metadata, other: &Metadata) -> bool {
    let is_same_kind = one.file_type() == other.file_type();
    // Of a folder or a device nothing is read.
    if !one.is_file() {
        return is_same_kind;
    }
    is_same_kind
        && one.len() == other.len()
        && one.modified().ok() == other.modified().ok()
        && number(one) == number(other)
}

/// The number of a file on its disk, where the system tells it.
pub(super) type FileNumber = Option<(u64, u64)>;

/// One that was put in the place of another may have its length and its time, and has
/// another number.
#[cfg(unix)]
#[expect(
    clippy::unnecessary_wraps,
    reason = "elsewhere the system does not tell it"
)]
pub(super) fn number(about: &Metadata) -> FileNumber {
    use std::os::unix::fs::MetadataExt as _;
    Some((about.dev(), about.ino()))
}

/// Here the system does not tell it.
#[cfg(not(unix))]
pub(super) fn number(_: &Metadata) -> FileNumber {
    None
}

impl Loaded {
    /// The first of the files that is no longer as it stood just before it was opened: what
    /// was read of it may be partly the one and partly the other.
    #[must_use]
    pub fn changed(&self) -> Option<&Path> {
        self.changed_beside(&[])
    }

    /// The same, where others may be adding rows: of the progress logs that could be read
    /// it does not count that they changed.
    #[must_use]
    pub fn changed_beside_logs(&self) -> Option<&Path> {
        let account = self.account.iter();
        let named = account.flat_map(|account| &account.dossier.progress);
        let logs = named.filter_map(|log| self.progress_log(&log.file.value));
        let logs: Vec<_> = logs.map(|(_, path, _)| path).collect();
        self.changed_beside(&logs)
    }

    fn changed_beside(&self, others: &[&Path]) -> Option<&Path> {
        let mut looked_for = self.looked_for.iter();
        looked_for
            .find(|it| !others.contains(&it.path()) && it.again() != **it)
            .map(LookedFor::path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::{Request, load};
    use std::fs::File;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a folder for the test can be made")
    }

    #[test]
    fn a_file_that_is_left_alone_or_only_read_is_the_same() {
        let folder = folder();
        let path = folder.path().join("log.csv");
        fs::write(&path, "a").expect("it can be written");
        let before = LookedFor::at(&path);
        fs::read(&path).expect("it can be read");
        fs::write(folder.path().join("verslag.html"), "b").expect("it can be written");
        assert_eq!(before, before.again());
    }

    #[test]
    fn a_file_that_is_written_made_or_taken_away_is_another() {
        let folder = folder();
        let path = folder.path().join("log.csv");
        let missing = LookedFor::at(&path);
        assert_eq!(missing, missing.again());
        fs::write(&path, "a").expect("it can be written");
        let there = missing.again();
        assert_ne!(missing, there);
        fs::write(&path, "ab").expect("it can be written");
        assert_ne!(there, there.again());
        fs::remove_file(&path).expect("it can be taken away");
        assert_eq!(missing, there.again());
    }

    #[test]
    #[cfg(unix)]
    fn a_file_in_the_place_of_another_of_its_length_and_time_is_another() {
        let folder = folder();
        let (path, new) = (folder.path().join("log.csv"), folder.path().join("new"));
        fs::write(&path, "a").expect("it can be written");
        let before = LookedFor::at(&path);
        fs::write(&new, "b").expect("it can be written");
        let time = before.about.as_ref().and_then(|it| it.modified().ok());
        File::options()
            .write(true)
            .open(&new)
            .and_then(|it| it.set_modified(time.expect("the system tells it")))
            .expect("its time can be set");
        fs::rename(&new, &path).expect("it can be replaced");
        assert_ne!(before, before.again());
    }

    /// A dossier with a log, one that cannot be read, and bookings.
    const DOSSIER: &str = "format = 1\nscheme = \"plan-samenleven\"\n\
        [applicant]\nname = \"Voorbeeldgem\"\nkind = \"municipality\"\n\
        [[year]]\nnr = 1\n[[action]]\nnr = 5\n\
        [[progress]]\nfile = \"log.csv\"\n[[progress]]\nfile = \"kapot.csv\"\n\
        [[bookings]]\nfile = \"boekingen.csv\"\n";

    #[test]
    fn a_log_that_could_be_read_may_grow_and_nothing_else_may_change() {
        let folder = folder();
        let path = |name: &str| folder.path().join(name);
        let dossier = path("dossier.toml");
        fs::write(&dossier, DOSSIER).expect("it can be written");
        fs::write(path("log.csv"), "datum;actie;aantal\n").expect("it can be written");
        fs::write(path("kapot.csv"), "niets;hiervan\n").expect("it can be written");
        fs::write(path("boekingen.csv"), "datum;betaler;bedrag\n").expect("it can be written");
        let request = Request {
            dossier: folder.path().to_path_buf(),
            ..Request::default()
        };
        let changed = |name: &str| {
            let loaded = load(&request).expect("the dossier can be opened");
            assert!(loaded.account.is_some(), "there are figures");
            assert_eq!(loaded.changed_beside_logs(), None);
            let grown = fs::read_to_string(path(name)).expect("it is there") + "\n";
            fs::write(path(name), grown).expect("it can be written");
            assert_eq!(loaded.changed(), Some(path(name).as_path()));
            loaded.changed_beside_logs().map(Path::to_path_buf)
        };
        assert_eq!(changed("log.csv"), None);
        for name in ["kapot.csv", "boekingen.csv", "dossier.toml"] {
            assert_eq!(changed(name), Some(path(name)));
        }
    }
}

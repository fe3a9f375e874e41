//! One file of a dossier, found by the name that somebody gives it.

use super::Loaded;
use crate::model::{FileKind, HowRead, LogFile};
use std::fs;
use std::path::Path;

/// What is known of a file that somebody asks about.
#[derive(Debug)]
pub enum NamedFile<'a> {
    /// It was read.
    Read(&'a str, &'a HowRead),
    /// The dossier names it, and it could not be read.
    NotRead(&'a str),
    /// The dossier names no such file, but these.
    NotNamed(Vec<&'a str>),
}

impl Loaded {
    /// The file of the dossier with this name: as the dossier writes it, else as it
    /// stands in the dossier's folder, else as it stands on disk.
    #[must_use]
    pub fn named_file(&self, asked: &Path) -> NamedFile<'_> {
        let dossier = self.paths.first().and_then(Option::as_ref);
        let folder = dossier.and_then(|path| path.parent());
        let folder = folder.unwrap_or_else(|| Path::new(""));
        let named = self.logs_named();
        let same = |name: &str| {
            let theirs = fs::canonicalize(folder.join(name)).ok();
            let places = [folder.join(asked), asked.to_path_buf()];
            let mut ours = places.iter().map(|place| fs::canonicalize(place).ok());
            theirs.is_some() && ours.any(|ours| ours == theirs)
        };
        let mut names = named.iter().copied();
        let found = names
            .find(|name| Path::new(name) == asked)
            .or_else(|| named.iter().copied().find(|name| same(name)));
        match found {
            None => NamedFile::NotNamed(named),
            Some(name) => self.how_it_was_read(folder, name),
        }
    }

    /// The progress log that the dossier calls so, where it stands and how it was read.
    #[must_use]
    pub fn progress_log(&self, name: &str) -> Option<(&LogFile, &Path, &HowRead)> {
        let logs = &self.account.as_ref()?.dossier.progress;
        let log = logs.iter().find(|log| log.file.value == name)?;
        let mut read = self.how_read.iter();
        let (_, path, how) = read.find(|(known, _, _)| known == name)?;
        let how = how.as_ref().filter(|how| how.kind == FileKind::Progress)?;
        Some((log, path, how))
    }

    /// A file that the dossier names twice was read under its first name.
    fn how_it_was_read<'a>(&'a self, folder: &Path, name: &'a str) -> NamedFile<'a> {
        let place = fs::canonicalize(folder.join(name)).ok();
        let mut read = self.how_read.iter();
        let found = read.find(|(known, path, _)| {
            known == name || place.is_some() && fs::canonicalize(path).ok() == place
        });
        match found {
            Some((known, _, Some(how))) => NamedFile::Read(known, how),
            _ => NamedFile::NotRead(name),
        }
    }

    /// The logs that the dossier names, in its order.
    fn logs_named(&self) -> Vec<&str> {
        let Some(account) = &self.account else {
            return Vec::new();
        };
        let dossier = &account.dossier;
        let logs = dossier.progress.iter().chain(&dossier.bookings);
        logs.map(|log| log.file.value.as_str()).collect()
    }
}

//! The logs of a dossier, one by one: found, read, and told when they cannot be.

use super::csv::log::read_log;
use super::csv::told::{At, Told};
use super::fault::{FileFault, StatedTwice, Twice, UnreadableFile};
use super::progress_file::ProgressFold;
use super::{Loaded, Request, within};
use crate::finding::{Fault, Finding};
use crate::model::{ActionNr, AsOf, AsOfOrigin, FileTally, LogFile};
use crate::source::FileId;
use std::path::{Path, PathBuf};

/// Why a log that the dossier names is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotRead {
    /// It was read before under another name.
    Twice,
    /// It cannot or may not be read.
    Unreadable,
}

impl Loaded {
    /// Reads one log; gives how it was read and the last date of a counted row.
    pub(super) fn log(
        &mut self,
        request: &Request,
        folder: &Path,
        log: &LogFile,
        mut fold: ProgressFold<'_>,
    ) -> (FileTally, Option<AsOf>) {
        let mut tally = FileTally {
            path: log.file.value.clone(),
            ..FileTally::default()
        };
        tally.action = log
            .fixed
            .iter()
            .find(|(key, _)| *key == "action")
            .and_then(|(_, text)| text.value.parse().ok().map(ActionNr));
        let path = match self.resolve(request, folder, log) {
            Ok(path) => path,
            Err(why) => {
                // What stands twice was counted the first time.
                tally.readable = why == NotRead::Twice;
                return (tally, None);
            }
        };
        let file = self.add(&log.file.value, String::new(), Some(path.clone()));
        if log.is_unreadable {
            return (tally, None);
        }
        let Ok(read) = read_log(&path, file, log, &mut fold) else {
            self.unreadable(log, FileFault::NotReadable);
            return (tally, None);
        };
        self.findings.extend(read.findings);
        let (after, at, date) = fold.finish();
        if let (Some(fault), Some(at)) = (after, at) {
            self.findings.extend(self.placed(fault, at, file, &path));
        }
        tally.readable = read.is_counted;
        tally.rows = read.rows;
        tally.set_aside = read.set_aside;
        let last = date.zip(read.wanted_line).map(|(date, line)| AsOf {
            date,
            origin: AsOfOrigin::LastRow {
                path: log.file.value.clone(),
                line,
            },
        });
        (tally, last)
    }

    /// A finding that was made after the file had been read.
    fn placed(
        &self,
        fault: impl Fault + 'static,
        at: At,
        file: FileId,
        path: &Path,
    ) -> Vec<Finding> {
        let mut told = Told::new(file);
        told.tell(fault, at);
        told.located(path, None)
            .map(|(findings, _)| findings)
            .unwrap_or_default()
    }

    /// Where a named file stands; tells when it may not or cannot be read.
    pub(super) fn resolve(
        &mut self,
        request: &Request,
        folder: &Path,
        log: &LogFile,
    ) -> Result<PathBuf, NotRead> {
        match within::resolve(folder, &log.file.value, request.allow_outside) {
            Ok((path, place)) => {
                if let Some((_, first)) = self.seen.iter().find(|(known, _)| *known == place) {
                    let what = Twice::File(log.file.value.clone());
                    let finding = Finding::new(StatedTwice { what }, log.file.span).and(*first);
                    self.findings.push(finding);
                    return Err(NotRead::Twice);
                }
                self.seen.push((place, log.file.span));
                Ok(path)
            }
            Err(why) => {
                self.add(&log.file.value, String::new(), None);
                self.unreadable(log, why);
                Err(NotRead::Unreadable)
            }
        }
    }

    fn unreadable(&mut self, log: &LogFile, why: FileFault) {
        let fault = UnreadableFile {
            path: log.file.value.clone(),
            why,
        };
        self.findings.push(Finding::new(fault, log.file.span));
    }
}

//! The logs of a dossier, one by one: found, read, and told when they cannot be.

use super::container::{Container, container};
use super::fault::{FileFault, StatedTwice, Twice, UnreadableFile};
use super::headway::{Headway, Listener, LogHeadway};
use super::log_row::{Fold, Read};
use super::looked_for::FileNumber;
use super::origin::{HeldLog, Origin};
use super::within::Resolved;
use super::{Loaded, LookedFor, Request, csv, sheet, within};
use crate::finding::{Finding, Spot};
use crate::model::{ActionNr, AsOf, AsOfOrigin, FileTally, LogFile};
use crate::source::FileId;
use std::io;
use std::path::{Path, PathBuf};

/// Why a log that the dossier names is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotRead {
    /// It was read before under another name.
    Twice,
    /// It cannot or may not be read.
    Unreadable,
}

/// Where the logs of a dossier are looked for.
#[derive(Clone, Copy)]
pub(super) struct Reach<'a> {
    /// What is to be read.
    pub(super) request: &'a Request,
    /// The folder of the dossier.
    pub(super) folder: &'a Path,
    /// The logs that are held open.
    pub(super) held: &'a [HeldLog<'a>],
    /// Who is told how far reading has come.
    pub(super) listener: Option<&'a dyn Listener>,
}

/// How one log was read.
#[derive(Debug, Default)]
pub(super) struct LogRead {
    /// Its rows.
    pub(super) tally: FileTally,
    /// The last date of a counted row.
    pub(super) last: Option<AsOf>,
    /// The places that its fold wanted, in their order.
    pub(super) places: Vec<Spot>,
}

impl Loaded {
    /// Reads one log into `fold`.
    pub(super) fn log<F: Fold + Send>(
        &mut self,
        reach: Reach<'_>,
        headway: &Headway<'_>,
        log: &LogFile,
        fold: &mut F,
    ) -> LogRead {
        let mut found = LogRead::default();
        let tally = &mut found.tally;
        tally.path.clone_from(&log.file.value);
        tally.action = log
            .fixed
            .iter()
            .find(|(key, _)| *key == "action")
            .and_then(|(_, text)| text.value.parse().ok().map(ActionNr));
        let (path, number) = match self.resolve(reach, log) {
            Ok(it) => it,
            Err(why) => {
                // What stands twice was counted the first time.
                tally.readable = why == NotRead::Twice;
                return found;
            }
        };
        let file = self.add(&log.file.value, String::new(), Some(path.clone()));
        self.how_read
            .push((log.file.value.clone(), path.clone(), None));
        if log.is_unreadable {
            return found;
        }
        let origin = Origin::of(&path, number, reach.held);
        let Ok(read) = read_log(origin, file, log, fold, headway.of_log(log)) else {
            self.unreadable(log, FileFault::NotReadable);
            return found;
        };
        self.findings.extend(read.findings);
        if read.is_too_varied {
            self.unreadable(log, FileFault::TooVaried);
            return found;
        }
        tally.readable = read.is_counted;
        tally.rows = read.rows;
        tally.set_aside = read.set_aside;
        if let Some((_, _, how)) = self.how_read.last_mut() {
            *how = read.how;
        }
        found.last = read.last.map(|(date, line)| AsOf {
            date,
            origin: AsOfOrigin::LastRow {
                path: log.file.value.clone(),
                sheet: read.sheet,
                line,
            },
        });
        found.places = read.places;
        found
    }

    /// Where a named file stands, and which file it is; tells when it may not or cannot be
    /// read.
    fn resolve(
        &mut self,
        reach: Reach<'_>,
        log: &LogFile,
    ) -> Result<(PathBuf, FileNumber), NotRead> {
        let allow_outside = reach.request.allow_outside;
        let resolved = within::resolve(reach.folder, &log.file.value, allow_outside);
        let path = reach.folder.join(&log.file.value);
        match &resolved {
            Ok(resolved) => {
                let looked_for = LookedFor::at(&path).of(resolved.number);
                self.looked_for.push(looked_for);
            }
            // What may not be read is not looked at either.
            Err(FileFault::Outside) => {}
            // Without a name it is no file: the folder would be looked at.
            Err(_) if log.file.value.trim().is_empty() => {}
            Err(FileFault::Missing) => self.looked_for.push(LookedFor::missing(&path)),
            Err(_) => self.looked_for.push(LookedFor::at(&path)),
        }
        match resolved {
            Ok(Resolved {
                path,
                place,
                number,
            }) => {
                if let Some((_, first)) = self.seen.iter().find(|(known, _)| *known == place) {
                    let what = Twice::File(log.file.value.clone());
                    let finding = Finding::new(StatedTwice { what }, log.file.span).and(*first);
                    self.findings.push(finding);
                    return Err(NotRead::Twice);
                }
                self.seen.push((place, log.file.span));
                Ok((path, number))
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

/// Reads a whole log into `fold`, whatever it is.
fn read_log<F: Fold + Send>(
    origin: Origin<'_>,
    file: FileId,
    log: &LogFile,
    fold: &mut F,
    headway: LogHeadway<'_>,
) -> io::Result<Read> {
    match container(origin)? {
        Container::Text => csv::log::read_log(origin, file, log, fold, headway),
        kind @ (Container::Packed | Container::Compound) => {
            sheet::log::read_log(origin, kind, file, log, fold)
        }
    }
}

//! How far reading has come, told to whoever listens. It is told once a block, from the
//! thread that has the block; where nobody listens nothing is even measured.

use crate::model::{Encoding, Language, LogFile};
use std::fs;
use std::path::{Path, PathBuf};

/// Somebody who is told how far reading has come. It is told often, and waited for.
pub trait Listener: Sync {
    /// Files of so many bytes are about to be read; the dossier may ask for a language.
    fn begin(&self, bytes: u64, language: Option<Language>);

    /// So many of these bytes have been passed, and so many rows were found in them. It
    /// may be fewer than before where a file has to be read again.
    fn pass(&self, bytes: u64, rows: u64);
}

/// How far the logs of a dossier have been read.
pub(super) struct Headway<'l> {
    listener: Option<&'l dyn Listener>,
    /// The folder of the dossier.
    folder: PathBuf,
    bytes: u64,
    rows: u64,
}

impl<'l> Headway<'l> {
    /// Nothing read yet of any log in the folder.
    pub(super) fn new(listener: Option<&'l dyn Listener>, folder: &Path) -> Self {
        let folder = folder.to_path_buf();
        let (bytes, rows) = (0, 0);
        Self {
            listener,
            folder,
            bytes,
            rows,
        }
    }

    /// Tells how much there is to read.
    pub(super) fn begin<'f>(
        &self,
        logs: impl Iterator<Item = &'f LogFile>,
        language: Option<Language>,
    ) {
        if let Some(listener) = self.listener {
            listener.begin(logs.map(|log| self.length(log)).sum(), language);
        }
    }

    /// The log whose turn it is.
    pub(super) fn of_log(&self, log: &LogFile) -> LogHeadway<'l> {
        LogHeadway {
            listener: self.listener,
            before: (self.bytes, self.rows),
            length: self.listener.map_or(0, |_| self.length(log)),
            bytes_of_letter: 1,
        }
    }

    /// A log has been read, or will not be.
    pub(super) fn end(&mut self, log: &LogFile, rows: u64) {
        let Some(listener) = self.listener else {
            return;
        };
        self.bytes += self.length(log);
        self.rows += rows;
        listener.pass(self.bytes, self.rows);
    }

    /// The bytes of a log; nothing where it is not there, which is told elsewhere.
    fn length(&self, log: &LogFile) -> u64 {
        let path = self.folder.join(&log.file.value);
        fs::metadata(path).map_or(0, |about| about.len())
    }
}

/// How far one log has been read.
#[derive(Clone, Copy)]
pub(super) struct LogHeadway<'l> {
    listener: Option<&'l dyn Listener>,
    /// Bytes and rows of the logs before it.
    before: (u64, u64),
    length: u64,
    /// What most letters of it take on the disk.
    bytes_of_letter: u64,
}

impl LogHeadway<'_> {
    /// One that nobody is told of.
    #[cfg(test)]
    pub(super) const UNTOLD: Self = Self {
        listener: None,
        before: (0, 0),
        length: 0,
        bytes_of_letter: 1,
    };

    /// The same, once it is known how its letters are kept.
    pub(super) fn in_letters(self, encoding: Encoding) -> Self {
        let bytes_of_letter = match encoding {
            Encoding::Utf16Le | Encoding::Utf16Be => 2,
            Encoding::Utf8 | Encoding::Utf8Marked | Encoding::Workbook => 1,
        };
        Self {
            bytes_of_letter,
            ..self
        }
    }

    /// Tells that its text was passed up to an offset, with so many rows.
    pub(super) fn pass(&self, offset: u64, rows: u64) {
        if let Some(listener) = self.listener {
            let bytes = offset.saturating_mul(self.bytes_of_letter);
            let (bytes_before, rows_before) = self.before;
            listener.pass(bytes_before + bytes.min(self.length), rows_before + rows);
        }
    }
}

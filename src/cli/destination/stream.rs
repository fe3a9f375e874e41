//! The output stream. Where it is a file, an answer that cannot be written whole is
//! taken off again: half an answer may look like a whole one, and whoever reads the file
//! later does not see the exit code.

use super::appending::{Counted, take_off};
use crate::cli::failure::Doing;
use anyhow::Context as _;
use std::fs::File;
use std::io::{self, Seek as _, SeekFrom, StdoutLock, Write};

/// Writes to the output stream.
///
/// # Errors
/// When it cannot be written.
pub(in crate::cli) fn write_stdout(bytes: &[u8]) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    let written = match file_behind(&out) {
        Some(file) => whole_or_nothing(&file, bytes),
        None => out.write_all(bytes).and_then(|()| out.flush()),
    };
    written.with_context(|| Doing::Writing.to("stdout"))
}

/// The file that the stream goes to, where it goes to one.
#[cfg(unix)]
fn file_behind(out: &StdoutLock<'_>) -> Option<File> {
    use std::os::fd::AsFd as _;
    let file = File::from(out.as_fd().try_clone_to_owned().ok()?);
    file.metadata().is_ok_and(|it| it.is_file()).then_some(file)
}

#[cfg(not(unix))]
fn file_behind(_: &StdoutLock<'_>) -> Option<File> {
    None
}

/// Writes to a file that others may have written to before, and takes off again what was
/// written when it cannot be all.
fn whole_or_nothing(file: &File, bytes: &[u8]) -> io::Result<()> {
    let before = file.metadata()?.len();
    let mut counted = Counted::of(file);
    let written = counted.write_all(bytes);
    if written.is_err() && take_off(file, before, counted.written).is_ok() {
        // Whoever writes on after us writes where we began.
        let back = i64::try_from(counted.written).unwrap_or(0);
        let mut file = file;
        let _ = file.seek(SeekFrom::Current(-back));
    }
    written
}

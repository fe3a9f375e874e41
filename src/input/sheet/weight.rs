//! What a workbook takes of memory, found out before it is opened: what the file says of its
//! own sizes need not be true. Looked at is what calamine will open, as calamine reads it:
//! what it holds is counted, and what it does not ask is asked, whether the cells of an
//! `.ods` come to their end and whether a cell of an `.xlsx` has a name that can be counted.

mod attributes;
mod excel;
mod names;
mod open_document;
mod pieces;

use crate::input::fault::FileFault;
use excel::{Excel, is_looked_at};
use open_document::refused_cells;
use std::io::{self, Read, Seek, SeekFrom};
use zip::ZipArchive;

/// Bytes that all parts may unpack to.
const MOST_UNPACKED: u64 = 512 * 1024 * 1024;

/// Bytes of a part that is held as a whole; of a sheet only its cells are.
const MOST_OF_A_PART: u64 = 24 * 1024 * 1024;

/// Bytes of one tag, text or comment: a cell holds 32 767 characters at the most.
const MOST_OF_A_PIECE: u64 = 1024 * 1024;

/// Tags that stand within each other; a cell of an `.ods` stands in six.
const DEEPEST: usize = 1000;

const MOST_SHEETS: u64 = 1000;
const MOST_PARTS: u64 = 20_000;

/// Bytes at the end of a packed file in which its list of parts is announced.
const TAIL: u64 = 128 * 1024;

/// Whether a packed file announces more parts than a workbook has. The list itself is
/// held as well, so this is asked before it is read.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn has_too_many_parts(file: &mut (impl Read + Seek)) -> io::Result<bool> {
    let end = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(end.saturating_sub(TAIL)))?;
    let mut tail = Vec::new();
    file.read_to_end(&mut tail)?;
    file.rewind()?;
    let number = |at: usize, bytes: usize| -> u64 {
        let bytes = tail.get(at..at + bytes).unwrap_or_default();
        let digits = bytes.iter().rev();
        digits.fold(0, |number, byte| (number << 8) | u64::from(*byte))
    };
    let announced = memchr::memchr_iter(b'P', &tail).map(|at| match &tail[at..] {
        [b'P', b'K', 5, 6, ..] => number(at + 10, 2),
        [b'P', b'K', 6, 6, ..] => number(at + 32, 8),
        _ => 0,
    });
    // 65 535 says that the longer record has the number.
    let mut announced = announced.filter(|parts| *parts != 0xFFFF);
    Ok(announced.any(|parts| parts > MOST_PARTS))
}

/// Why an `.xlsx` is not opened, if it is not.
pub(super) fn refused_excel<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Option<FileFault> {
    let mut excel = Excel::default();
    (0..archive.len()).find_map(|index| {
        // Otherwise nobody can unpack it.
        let part = archive.by_index(index).ok()?;
        let is_looked_at = part.name().is_ok_and(|name| is_looked_at(&name));
        is_looked_at.then(|| excel.refused_part(part)).flatten()
    })
}

/// Why an `.ods` is not opened, if it is not. Of its parts calamine reads only the cells, and
/// a list of all parts that it holds.
pub(super) fn refused_open_document<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
) -> Option<FileFault> {
    (0..archive.len()).find_map(|index| {
        let part = archive.by_index(index).ok()?;
        match part.name().ok().as_deref() {
            Some("content.xml") => refused_cells(part),
            Some("META-INF/manifest.xml") => Excel::default().refused_part(part),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests;

//! What the columns of a file mean: its separator by evidence, and each heading by
//! its name in either language.

use super::rows::{Row, Rows, decoded};
use super::told::{At, CellPlace, Told};
use crate::input::fault::{BrokenRow, FileFault, TwoReadings, UnreadableFile};
use crate::input::headings::{self, Column, Heading, MOST_COLUMNS, column_of};
use crate::model::{LogFile, NumberStyle, Separator, SeparatorFrom};
use std::collections::BTreeMap;

/// How a file is cut and read.
#[derive(Debug)]
pub(in crate::input) struct Header {
    /// What stands between cells.
    pub(in crate::input) separator: Separator,
    /// How that is known.
    pub(in crate::input) separator_from: SeparatorFrom,
    /// How numbers are written.
    pub(in crate::input) numbers: NumberStyle,
    /// Position of each column by its key.
    pub(in crate::input) columns: BTreeMap<&'static str, usize>,
    /// The headings as written.
    pub(in crate::input) headings: Vec<String>,
    /// Number of columns.
    pub(in crate::input) width: usize,
    /// Bytes up to and with the header row.
    pub(in crate::input) bytes: usize,
    /// Number of the row after the header, as a spreadsheet counts.
    pub(in crate::input) next_nr: u64,
}

/// Finds the header in the first bytes of a file. None when the file cannot be
/// counted; what is wrong is then told.
pub(in crate::input) fn header(
    start: &[u8],
    log: &LogFile,
    known: &'static [Column],
    told: &mut Told,
    path: &str,
) -> Option<Header> {
    let (named, skipped) = separator_line(start);
    let rest = &start[skipped..];
    let Some(first) = first_line(rest) else {
        tell_no_header(path, told);
        return None;
    };
    let declared = log.separator.or(named);
    let separator = declared.or_else(|| by_evidence(&first, log, known, told))?;
    let mut rows = Rows::new(
        rest,
        u64::try_from(skipped).unwrap_or(0),
        separator.byte(),
        1,
    );
    let Some(row) = rows.by_ref().find(|row| !row.is_blank()) else {
        tell_no_header(path, told);
        return None;
    };
    if let Some((why, index)) = row.fault {
        told.tell(
            BrokenRow { why },
            At::Cell(CellPlace::as_written(&row, index)),
        );
        return None;
    }
    let width = width(&row);
    if width > MOST_COLUMNS {
        let path = path.to_owned();
        let why = FileFault::TooWide;
        told.tell(
            UnreadableFile { path, why },
            At::Cell(CellPlace::of(&row, 0)),
        );
        return None;
    }
    let (next_nr, bytes) = (rows.next_nr(), skipped + rows.taken());
    let headings = headings(&row, width);
    let columns = columns(&row, &headings, log, known, told)?;
    Some(Header {
        separator,
        separator_from: match (log.separator, named) {
            (Some(_), _) => SeparatorFrom::Dossier,
            (None, Some(_)) => SeparatorFrom::FirstLine,
            (None, None) => SeparatorFrom::Headings,
        },
        numbers: log.numbers.unwrap_or(separator.usual_numbers()),
        columns,
        headings: headings.into_iter().map(|it| it.text).collect(),
        width,
        bytes,
        next_nr,
    })
}

fn tell_no_header(path: &str, told: &mut Told) {
    let fault = UnreadableFile {
        path: path.to_owned(),
        why: FileFault::NoHeader,
    };
    told.tell(fault, At::File);
}

/// A first line `sep=;`, as some spreadsheets write it, and its length.
fn separator_line(start: &[u8]) -> (Option<Separator>, usize) {
    let line_end = memchr::memchr(b'\n', start).map_or(start.len(), |at| at + 1);
    let line = start[..line_end].trim_ascii_end();
    let line = line
        .strip_prefix(b"\"")
        .and_then(|it| it.strip_suffix(b"\""))
        .unwrap_or(line);
    match line {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', mark] => {
            let found = Separator::ALL.into_iter().find(|it| it.byte() == *mark);
            (found, if found.is_some() { line_end } else { 0 })
        }
        // A tab at the end of the line is white space like any other.
        b"sep=" => (Some(Separator::Tab), line_end),
        _ => (None, 0),
    }
}

fn first_line(bytes: &[u8]) -> Option<String> {
    let mut lines = bytes.split(|byte| *byte == b'\n');
    let line = lines.find(|line| !line.iter().all(u8::is_ascii_whitespace))?;
    Some(decoded(line, std::str::from_utf8(line).is_ok()).into_owned())
}

/// The separator that makes the most known headings of the first line.
fn by_evidence(
    line: &str,
    log: &LogFile,
    known: &'static [Column],
    told: &mut Told,
) -> Option<Separator> {
    let count = |separator: Separator| {
        let cells = line.split(char::from(separator.byte()));
        cells
            .filter(|cell| column_of(cell.trim().trim_matches('"'), log, known).is_some())
            .count()
    };
    let there: Vec<_> = Separator::ALL
        .into_iter()
        .filter(|it| line.contains(char::from(it.byte())))
        .collect();
    // One column alone needs no separator; its numbers are read as the dossier says.
    let Some(most) = there.iter().map(|it| count(*it)).max() else {
        return Some(Separator::Semicolon);
    };
    let best: Vec<_> = there.into_iter().filter(|it| count(*it) == most).collect();
    match best.as_slice() {
        [one] => Some(*one),
        _ if most == 0 => best
            .into_iter()
            .max_by_key(|it| line.matches(char::from(it.byte())).count()),
        _ => {
            told.tell(TwoReadings::Separator { candidates: best }, At::File);
            None
        }
    }
}

/// Number of columns, empty ones at the end left out.
fn width(row: &Row<'_>) -> usize {
    (0..row.cells.len())
        .rev()
        .find(|index| !row.text(*index).trim().is_empty())
        .map_or(0, |last| last + 1)
}

fn headings(row: &Row<'_>, width: usize) -> Vec<Heading> {
    (0..width)
        .map(|index| Heading {
            text: row.text(index).trim().to_owned(),
            place: CellPlace::of(row, index),
        })
        .collect()
}

fn columns(
    row: &Row<'_>,
    headings: &[Heading],
    log: &LogFile,
    known: &'static [Column],
    told: &mut Told,
) -> Option<BTreeMap<&'static str, usize>> {
    let is_known = |it: &Heading| column_of(&it.text, log, known).is_some();
    if !headings.iter().any(is_known) {
        let path = log.file.value.clone();
        told.tell(
            UnreadableFile {
                path,
                why: FileFault::NoHeader,
            },
            At::Cell(CellPlace::of(row, 0)),
        );
        return None;
    }
    headings::columns(headings, log, known, told)
}

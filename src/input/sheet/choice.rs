//! Which sheet of a workbook is meant, and in which of its rows the header stands.

use super::rows::SheetRow;
use super::workbook::Workbook;
use crate::input::csv::told::{At, Told};
use crate::input::fault::{FileFault, TwoReadings, UnreadableFile};
use crate::input::headings::{Column, column_of};
use crate::model::{LogFile, folded};
use crate::source::Span;

/// Rows within which the header of a sheet must stand.
const FIRST_ROWS: u32 = 30;

/// The rows of the sheet that is meant, from its header on.
pub(super) struct Chosen {
    /// Its name.
    pub(super) sheet: String,
    /// The row that holds its headings.
    pub(super) header: SheetRow,
    /// The rows below it that hold anything.
    pub(super) rows: Vec<SheetRow>,
}

/// Finds the sheet and its header. None when there is none or more than one; what is
/// wrong is then told.
pub(super) fn choose(
    book: &mut Workbook,
    log: &LogFile,
    known: &'static [Column],
    told: &mut Told,
) -> Option<Chosen> {
    let (sheet, span) = match named(book, log) {
        Some((sheet, span)) => (sheet, span),
        None => (only(book, log, known), log.file.span),
    };
    let chosen = sheet.and_then(|sheet| from_header(book, sheet, log, known));
    match chosen {
        Ok(chosen) => Some(chosen),
        Err(Wrong::Several(candidates)) => {
            told.tell(TwoReadings::Sheet { candidates }, At::Dossier(span));
            None
        }
        Err(Wrong::Fault(why)) => {
            tell_unreadable(why, log, span, told);
            None
        }
    }
}

/// Tells why a workbook is not read.
pub(super) fn tell_unreadable(why: FileFault, log: &LogFile, span: Span, told: &mut Told) {
    let path = log.file.value.clone();
    told.tell(UnreadableFile { path, why }, At::Dossier(span));
}

/// Why no sheet could be chosen.
enum Wrong {
    Fault(FileFault),
    Several(Vec<String>),
}

/// The sheet that the dossier names, as the workbook spells it, and where it is named.
fn named(book: &Workbook, log: &LogFile) -> Option<(Result<String, Wrong>, Span)> {
    let wanted = log.sheet.as_ref()?;
    let there = book.sheets();
    let exact = there.iter().find(|it| **it == wanted.value);
    let alike = || {
        let same = |it: &&String| folded(it) == folded(&wanted.value);
        there.iter().find(same)
    };
    let found = exact.or_else(alike).cloned();
    let found = found.ok_or_else(|| {
        let sheet = wanted.value.clone();
        Wrong::Fault(FileFault::NoSuchSheet { sheet, there })
    });
    Some((found, wanted.span))
}

/// The only sheet with a header.
fn only(book: &mut Workbook, log: &LogFile, known: &'static [Column]) -> Result<String, Wrong> {
    let mut candidates = Vec::new();
    for sheet in book.sheets() {
        let rows = book.rows(&sheet, FIRST_ROWS).map_err(Wrong::Fault)?;
        if rows.iter().any(|row| is_header(row, log, known)) {
            candidates.push(sheet);
        }
    }
    match candidates.pop() {
        None => Err(Wrong::Fault(FileFault::NoHeaderInSheet)),
        Some(one) if candidates.is_empty() => Ok(one),
        Some(last) => {
            candidates.push(last);
            Err(Wrong::Several(candidates))
        }
    }
}

fn from_header(
    book: &mut Workbook,
    sheet: String,
    log: &LogFile,
    known: &'static [Column],
) -> Result<Chosen, Wrong> {
    let rows = book.rows(&sheet, u32::MAX).map_err(Wrong::Fault)?;
    let is_above = |row: &SheetRow| row.nr <= u64::from(FIRST_ROWS) && !is_header(row, log, known);
    let mut rows = rows.into_iter().skip_while(is_above);
    let header = rows.next().filter(|row| is_header(row, log, known));
    let header = header.ok_or(Wrong::Fault(FileFault::NoHeaderInSheet))?;
    Ok(Chosen {
        sheet,
        header,
        rows: rows.collect(),
    })
}

fn is_header(row: &SheetRow, log: &LogFile, known: &'static [Column]) -> bool {
    let mut cells = row.cells.iter();
    row.nr <= u64::from(FIRST_ROWS)
        && cells.any(|cell| column_of(cell.text.trim(), log, known).is_some())
}

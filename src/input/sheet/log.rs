//! Driving a sheet: open the workbook, find the header, and hand each row to whoever
//! folds it. A row that cannot be used is set aside and counted; reading goes on.

use super::choice::{Chosen, choose, tell_unreadable};
use super::rows::SheetRow;
use super::workbook::Workbook;
use crate::finding::Finding;
use crate::input::container::Container;
use crate::input::csv::how_cut::columns_read;
use crate::input::csv::told::{At, CellPlace, Told};
use crate::input::doubles::Doubles;
use crate::input::fault::{FileFault, UnusedColumn};
use crate::input::headings::{self, Heading};
use crate::input::log_row::{Cells, Fold, LogRow, Read};
use crate::input::origin::Origin;
use crate::input::personal_data::personal;
use crate::model::{Encoding, HowRead, Layout, LogFile, NumberStyle};
use crate::source::FileId;
use std::collections::BTreeMap;
use std::io;

/// Reads a whole sheet into `fold`.
///
/// # Errors
/// When the file cannot be opened or read.
pub(in crate::input) fn read_log<F: Fold>(
    origin: Origin<'_>,
    kind: Container,
    file: FileId,
    log: &LogFile,
    fold: &mut F,
) -> io::Result<Read> {
    let read = read_once(origin, kind, file, log, fold)?;
    if fold.begins_again() {
        return read_once(origin, kind, file, log, fold);
    }
    Ok(read)
}

fn read_once<F: Fold>(
    origin: Origin<'_>,
    kind: Container,
    file: FileId,
    log: &LogFile,
    fold: &mut F,
) -> io::Result<Read> {
    let mut told = Told::new(file);
    let mut book = match Workbook::open(origin, kind)? {
        Ok(book) => book,
        Err(why) => {
            tell_unreadable(why, log, log.file.span, &mut told);
            return uncounted(told, origin);
        }
    };
    let Some(mut chosen) = choose(&mut book, log, F::COLUMNS, &mut told) else {
        return uncounted(told, origin);
    };
    drop(book);
    if chosen
        .header
        .last_filled()
        .is_some_and(|last| last >= headings::MOST_COLUMNS)
    {
        tell_unreadable(FileFault::TooWide, log, log.file.span, &mut told);
        return uncounted(told, origin);
    }
    let headings = headings_of(&chosen.header);
    let Some(columns) = headings::columns(&headings, log, F::COLUMNS, &mut told) else {
        return uncounted(told, origin);
    };
    tell_unnamed(&headings, &chosen.rows, &mut told);
    chosen.rows.retain(|row| says_something(row, &headings));
    let mut read = fold_rows(chosen, &columns, log, fold, &mut told);
    fold.end(&mut told);
    if fold.is_too_varied() {
        return Read::too_varied(told, origin);
    }
    (read.findings, read.places) = told.located(origin, &fold.places())?;
    Ok(read)
}

/// A file that cannot be counted, and what was told of it.
fn uncounted(told: Told, origin: Origin<'_>) -> io::Result<Read> {
    let (findings, _): (Vec<Finding>, _) = told.located(origin, &[])?;
    Ok(Read {
        findings,
        ..Read::default()
    })
}

fn headings_of(header: &SheetRow) -> Vec<Heading> {
    let width = header.last_filled().map_or(0, |last| last + 1);
    (0..width)
        .map(|index| Heading {
            text: header.text(index).trim().to_owned(),
            place: CellPlace::of_sheet(header, index),
        })
        .collect()
}

/// Whether a row holds anything under a heading.
fn says_something(row: &SheetRow, headings: &[Heading]) -> bool {
    let mut filled = row.cells.iter().filter(|cell| cell.is_filled());
    filled.any(|cell| has_heading(headings, cell.index))
}

fn has_heading(headings: &[Heading], index: usize) -> bool {
    headings.get(index).is_some_and(|it| !it.text.is_empty())
}

/// Tells each column that holds something and has no heading, at the first cell of it.
/// Nothing has shifted there, as it may have in CSV, so its rows still count.
fn tell_unnamed(headings: &[Heading], rows: &[SheetRow], told: &mut Told) {
    let mut first: BTreeMap<usize, CellPlace> = BTreeMap::new();
    for row in rows {
        let cells = row.cells.iter().filter(|cell| cell.is_filled());
        for index in cells.map(|cell| cell.index) {
            if !has_heading(headings, index) && !first.contains_key(&index) {
                first.insert(index, CellPlace::of_sheet(row, index));
            }
        }
    }
    for place in first.into_values() {
        let header = String::new();
        told.tell(UnusedColumn { header }, At::Cell(place));
    }
}

fn fold_rows<F: Fold>(
    chosen: Chosen,
    columns: &BTreeMap<&'static str, usize>,
    log: &LogFile,
    fold: &mut F,
    told: &mut Told,
) -> Read {
    let mut read = Read {
        is_counted: true,
        ..Read::default()
    };
    let mut doubles = Doubles::new();
    let headings = headings_of(&chosen.header);
    let texts: Vec<String> = headings.into_iter().map(|it| it.text).collect();
    for mut row in chosen.rows {
        read.rows += 1;
        doubles.count();
        tell_personal(&mut row, told);
        let at = || CellPlace::of_sheet(&row, row.first_filled());
        doubles.look(&row.bytes(), at, |_, place| place.clone());
        let row = LogRow {
            cells: Cells::Sheet(&row),
            columns,
            numbers: log.numbers.unwrap_or(NumberStyle::Belgian),
            log,
        };
        if !fold.row(&row, told) {
            read.set_aside += 1;
        }
    }
    doubles.tell(told);
    let (first_date, after_as_of) = fold.seen();
    read.how = Some(HowRead {
        kind: F::KIND,
        sheet: Some(chosen.sheet.clone()),
        encoding: Encoding::Workbook,
        windows_1252_rows: 0,
        layout: Layout {
            separator: None,
            numbers: log.numbers.unwrap_or(NumberStyle::Belgian),
            numbers_declared: log.numbers.is_some(),
            columns: columns_read(&texts, columns, log, F::COLUMNS),
        },
        rows: read.rows,
        set_aside: read.set_aside,
        after_as_of,
        blank_rows: 0,
        double_rows: doubles.known(),
        first_date,
        last_date: fold.last().map(|(date, _)| date),
    });
    let line = |nr: u64| usize::try_from(nr).unwrap_or(usize::MAX);
    read.last = fold.last().map(|(date, nr)| (date, line(nr)));
    read.sheet = Some(chosen.sheet);
    read
}

/// Tells personal data in any cell of a row, and masks the cell.
fn tell_personal(row: &mut SheetRow, told: &mut Told) {
    for at in 0..row.cells.len() {
        let Some(found) = personal(&row.cells[at].text) else {
            continue;
        };
        row.cells[at].mask = Some(found.mask());
        let place = || At::Cell(CellPlace::of_sheet(row, row.cells[at].index));
        told.tell_personal(found, place);
    }
}

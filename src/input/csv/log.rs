//! Driving a log: open it, find its header, and hand each row to whoever folds it.
//!
//! A row that cannot be used is set aside and counted; reading always goes on.

use super::blocks::{BLOCK, Blocks, FIRST, LONGEST_ROW, Next};
use super::header::{Header, header};
use super::how_cut::layout;
use super::milestones::Milestones;
use super::rows::{Row, Rows};
use super::text::{Text, has_more_rows_than};
use super::told::{At, CellPlace, Told};
use crate::finding::Spot;
use crate::input::doubles::{Doubles, MOST_ROWS};
use crate::input::fast::rows::Columns;
use crate::input::fast::{self, Passed, Shape, Taken};
use crate::input::fault::{BrokenRow, NotUtf8, RowFault};
use crate::input::headway::LogHeadway;
use crate::input::log_row::{Cells, Fold, LogRow, Read};
use crate::input::origin::Origin;
use crate::input::personal_data::personal;
use crate::model::{Encoding, HowRead, LogFile};
use crate::source::FileId;
use std::io;

/// Reads a whole log into `fold`.
///
/// # Errors
/// When the file cannot be opened or read.
pub(in crate::input) fn read_log<F: Fold + Send>(
    origin: Origin<'_>,
    file: FileId,
    log: &LogFile,
    fold: &mut F,
    headway: LogHeadway<'_>,
) -> io::Result<Read> {
    let way = Way {
        is_long: has_more_rows_than(origin, MOST_ROWS)?,
        threads: None,
        block: BLOCK,
    };
    read_twice_at_most(origin, file, log, fold, &way, headway)
}

/// How a file is read. It changes nothing of what is found.
#[derive(Debug, Clone, Copy)]
pub(in crate::input) struct Way {
    /// Whether it surely has too many rows to look for doubles.
    pub(in crate::input) is_long: bool,
    /// Threads that read plain rows fast, where not as many as the machine has, which is
    /// asked of a long file only; with 0, every row is read with care.
    pub(in crate::input) threads: Option<usize>,
    /// Bytes of a block.
    pub(in crate::input) block: usize,
}

/// As [`read_log`], in one way, told to nobody.
///
/// # Errors
/// When the file cannot be opened or read.
#[cfg(test)]
pub(in crate::input) fn read_log_so<F: Fold + Send>(
    origin: Origin<'_>,
    file: FileId,
    log: &LogFile,
    fold: &mut F,
    way: &Way,
) -> io::Result<Read> {
    read_twice_at_most(origin, file, log, fold, way, LogHeadway::UNTOLD)
}

fn read_twice_at_most<F: Fold + Send>(
    origin: Origin<'_>,
    file: FileId,
    log: &LogFile,
    fold: &mut F,
    way: &Way,
    headway: LogHeadway<'_>,
) -> io::Result<Read> {
    let read = read_once(origin, file, log, fold, way, headway)?;
    if fold.begins_again() {
        return read_once(origin, file, log, fold, way, headway);
    }
    Ok(read)
}

fn read_once<F: Fold + Send>(
    origin: Origin<'_>,
    file: FileId,
    log: &LogFile,
    fold: &mut F,
    way: &Way,
    headway: LogHeadway<'_>,
) -> io::Result<Read> {
    let mut told = Told::new(file);
    let mut text = Text::open(origin)?;
    let encoding = text.encoding;
    let mut start = Vec::new();
    let goes_on = text.fill(&mut start, FIRST)?;
    let Some(header) = header(&start, log, F::COLUMNS, &mut told, &log.file.value) else {
        let (findings, _) = told.located(origin, &[])?;
        return Ok(Read {
            findings,
            ..Read::default()
        });
    };
    told.milestones = Milestones::after(line_ends(&start[..header.bytes]));
    start.drain(..header.bytes);
    let offset = u64::try_from(header.bytes).unwrap_or(u64::MAX);
    let separator = header.separator.byte();
    let mut blocks = Blocks::new(text, separator, start, offset, goes_on).of(way.block);
    let mut reading = Reading::new(&header, log, way, headway.in_letters(encoding));
    reading.all(&mut blocks, way, fold, &mut told)?;
    reading.doubles.tell(&mut told);
    let how = reading.how(encoding, fold);
    fold.end(&mut told);
    if fold.is_too_varied() {
        return Read::too_varied(told, origin);
    }
    let last = fold.last();
    let mut wanted = fold.places();
    wanted.extend(last.map(|(_, offset)| At::Cell(CellPlace::of_offset(offset, 0))));
    let (findings, mut places) = told.located(origin, &wanted)?;
    let last_line = match places.pop_if(|_| last.is_some()) {
        Some(Spot::Cell(cell)) => Some(cell.line),
        _ => None,
    };
    Ok(Read {
        findings,
        rows: how.rows,
        set_aside: how.set_aside,
        is_counted: true,
        is_too_varied: false,
        last: last.map(|(date, _)| date).zip(last_line),
        sheet: None,
        places,
        how: Some(how),
    })
}

/// What is kept from row to row.
struct Reading<'a> {
    header: &'a Header,
    log: &'a LogFile,
    headway: LogHeadway<'a>,
    next_nr: u64,
    rows: u64,
    set_aside: u64,
    blank_rows: u64,
    not_utf8_rows: u64,
    doubles: Doubles<(u64, u64)>,
}

fn line_ends(bytes: &[u8]) -> u64 {
    let count = memchr::memchr_iter(b'\n', bytes).count();
    u64::try_from(count).unwrap_or(u64::MAX)
}

impl<'a> Reading<'a> {
    fn new(header: &'a Header, log: &'a LogFile, way: &Way, headway: LogHeadway<'a>) -> Self {
        Self {
            header,
            log,
            headway,
            next_nr: header.next_nr,
            rows: 0,
            set_aside: 0,
            blank_rows: 0,
            not_utf8_rows: 0,
            doubles: match way.is_long {
                true => Doubles::of_too_many(),
                false => Doubles::new(),
            },
        }
    }

    /// Reads all blocks: those of a long file fast, once it is known to be one.
    fn all<F: Fold + Send>(
        &mut self,
        blocks: &mut Blocks,
        way: &Way,
        fold: &mut F,
        told: &mut Told,
    ) -> io::Result<()> {
        let mut block = Vec::new();
        let mut is_tried = way.threads == Some(0);
        loop {
            if !is_tried && self.doubles.are_too_many() {
                is_tried = true;
                self.fast(blocks, way, fold, told)?;
            }
            match blocks.next(&mut block)? {
                Some(Next::Rows { offset }) => self.block(&block, offset, fold, told),
                Some(Next::TooLong { offset, quote }) => self.too_long(offset, quote, fold, told),
                None => return Ok(()),
            }
        }
    }

    /// Reads the rest of the blocks fast, if that can be done.
    fn fast<F: Fold + Send>(
        &mut self,
        blocks: &mut Blocks,
        way: &Way,
        fold: &mut F,
        told: &mut Told,
    ) -> io::Result<()> {
        let shape = Shape {
            separator: self.header.separator.byte(),
            width: self.header.width,
        };
        let columns = Columns {
            columns: &self.header.columns,
            numbers: self.header.numbers,
            log: self.log,
        };
        let Some(plain) = fold.plain(&columns) else {
            return Ok(());
        };
        let careful = |passed| match passed {
            Passed::Block(taken) => self.left(&taken, fold, told),
            Passed::TooLong { offset, quote } => self.too_long(offset, quote, fold, told),
        };
        let threads = way.threads.unwrap_or_else(fast::threads);
        for plain in fast::read(blocks, &shape, &plain, threads, careful)? {
            fold.add(&plain);
        }
        Ok(())
    }

    /// Reads the rows of a block that were not plain.
    fn left<F: Fold>(&mut self, taken: &Taken, fold: &mut F, told: &mut Told) {
        let separator = self.header.separator.byte();
        let mut from = 0;
        for doubt in &taken.doubts {
            let bytes = &taken.bytes[from..from + doubt.length];
            from += doubt.length;
            for mut row in Rows::new(bytes, doubt.offset, separator, self.next_nr + doubt.nr) {
                self.any_row(&mut row, fold, told);
            }
        }
        told.milestones.pass(taken.line_ends, taken.end);
        self.rows += taken.plain;
        self.next_nr += taken.rows;
        self.headway.pass(taken.end, self.rows);
    }

    fn block<F: Fold>(&mut self, bytes: &[u8], offset: u64, fold: &mut F, told: &mut Told) {
        let mut rows = Rows::new(bytes, offset, self.header.separator.byte(), self.next_nr);
        for mut row in rows.by_ref() {
            self.any_row(&mut row, fold, told);
        }
        self.next_nr = rows.next_nr();
        let end = offset + u64::try_from(bytes.len()).unwrap_or(0);
        told.milestones.pass(line_ends(bytes), end);
        self.headway.pass(end, self.rows);
    }

    fn any_row<F: Fold>(&mut self, row: &mut Row<'_>, fold: &mut F, told: &mut Told) {
        if row.bytes.len() > LONGEST_ROW {
            self.set_aside_long(CellPlace::of_offset(row.offset, row.nr), None, fold, told);
        } else if row.is_blank() {
            self.blank_rows += 1;
        } else {
            self.row(row, fold, told);
        }
    }

    fn row<F: Fold>(&mut self, row: &mut Row<'_>, fold: &mut F, told: &mut Told) {
        self.rows += 1;
        self.doubles.count();
        if !row.is_utf8 {
            self.not_utf8(row, told);
        }
        if let Some((why, index)) = self.broken(row) {
            told.tell(
                BrokenRow { why },
                At::Cell(CellPlace::as_written(row, index)),
            );
            fold.broken_row();
            self.set_aside += 1;
            return;
        }
        tell_personal(row, told);
        let separator = self.header.separator.byte();
        let at = || (row.offset, row.nr);
        self.doubles.look(row.bytes, at, |bytes, (offset, nr)| {
            let mut rows = Rows::new(bytes, *offset, separator, *nr);
            rows.next().map_or_else(
                || CellPlace::of_offset(*offset, *nr),
                |row| CellPlace::of(&row, 0),
            )
        });
        let row = LogRow {
            cells: Cells::Csv(row),
            columns: &self.header.columns,
            numbers: self.header.numbers,
            log: self.log,
        };
        if !fold.row(&row, told) {
            self.set_aside += 1;
        }
    }

    /// Tells the first row that is not UTF-8, and counts them.
    fn not_utf8(&mut self, row: &Row<'_>, told: &mut Told) {
        self.not_utf8_rows += 1;
        if self.not_utf8_rows == 1 {
            let index = (0..row.cells.len())
                .find(|index| !row.text(*index).is_ascii())
                .unwrap_or(0);
            told.tell(NotUtf8 {}, At::Cell(CellPlace::of(row, index)));
        }
    }

    /// How the file was read, once all of it was.
    fn how<F: Fold>(&self, encoding: Encoding, fold: &F) -> HowRead {
        let (first_date, after_as_of) = fold.seen();
        HowRead {
            kind: F::KIND,
            sheet: None,
            encoding,
            windows_1252_rows: self.not_utf8_rows,
            layout: layout(self.header, self.log, F::COLUMNS),
            rows: self.rows,
            set_aside: self.set_aside,
            after_as_of,
            blank_rows: self.blank_rows,
            double_rows: self.doubles.known(),
            first_date,
            last_date: fold.last().map(|(date, _)| date),
        }
    }

    /// Why a row has not one cell for each column. Empty cells at its end are dropped.
    fn broken(&self, row: &mut Row<'_>) -> Option<(RowFault, usize)> {
        if let Some(fault) = row.fault.take() {
            return Some(fault);
        }
        let width = self.header.width;
        while row.cells.len() > width && row.text(row.cells.len() - 1).trim().is_empty() {
            row.cells.pop();
        }
        let found = row.cells.len();
        (found != width).then(|| {
            let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
            (
                RowFault::CellCount {
                    expected: number(width),
                    found: number(found),
                },
                found.min(width).saturating_sub(1),
            )
        })
    }

    fn too_long<F: Fold>(
        &mut self,
        offset: u64,
        quote: Option<u64>,
        fold: &mut F,
        told: &mut Told,
    ) {
        self.set_aside_long(
            CellPlace::of_offset(offset, self.next_nr),
            quote,
            fold,
            told,
        );
        self.next_nr += 1;
        told.milestones.lose();
        self.headway.pass(offset, self.rows);
    }

    fn set_aside_long<F: Fold>(
        &mut self,
        place: CellPlace,
        quote: Option<u64>,
        fold: &mut F,
        told: &mut Told,
    ) {
        self.rows += 1;
        self.set_aside += 1;
        told.tell_too_long(place, quote);
        fold.broken_row();
    }
}

/// Tells personal data in any cell of a row, and masks the cell.
fn tell_personal(row: &mut Row<'_>, told: &mut Told) {
    for index in 0..row.cells.len() {
        if !row.may_be_personal(index) {
            continue;
        }
        let Some(found) = personal(&row.text(index)) else {
            continue;
        };
        row.masks.push((index, found.mask()));
        told.tell_personal(found, || At::Cell(CellPlace::of(row, index)));
    }
}

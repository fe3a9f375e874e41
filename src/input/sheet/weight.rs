//! What a workbook takes of memory, found out before it is opened: everything that is
//! unpacked is held, and what the file says of its own sizes need not be true. What calamine
//! does not ask is found out as well: whether the cells of an `.ods` come to their end, and
//! whether a cell of an `.xlsx` has a name that can be counted.

mod names;

use crate::input::fault::FileFault;
use names::names_no_cell;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use zip::ZipArchive;

/// Bytes that all parts may unpack to.
const MOST_UNPACKED: u64 = 512 * 1024 * 1024;

/// Bytes of a part that is held as a whole; of a sheet only its cells are.
const MOST_OF_A_PART: u64 = 24 * 1024 * 1024;

/// Bytes of one tag, text or comment: a cell holds 32 767 characters at the most.
const MOST_OF_A_PIECE: usize = 1024 * 1024;

/// Bytes that the cells of an `.ods` take; they are held several times at once.
const MOST_OF_CELLS: u64 = 160 * 1024 * 1024;

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

/// Why a workbook is not opened, if it is not.
pub(super) fn refused<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Option<FileFault> {
    let mut weight = Weight::default();
    (0..archive.len()).find_map(|index| {
        // Otherwise nobody can unpack it.
        let part = archive.by_index(index).ok()?;
        let name = part.name().map(|it| it.to_lowercase()).unwrap_or_default();
        if name == "content.xml" {
            weight.refused_ods(part)
        } else if name.ends_with(".xml") || name.ends_with(".rels") {
            weight.refused_part(part)
        } else {
            None
        }
    })
}

/// What the parts that were looked at add up to.
#[derive(Debug, Default)]
struct Weight {
    unpacked: u64,
    sheets: u64,
    /// What the cells of all sheets of an `.ods` take.
    cells: u64,
}

impl Weight {
    /// Looks at a part that holds no cells, or those of one sheet of an `.xlsx`.
    fn refused_part(&mut self, part: impl Read) -> Option<FileFault> {
        let mut pieces = Pieces::of(part);
        let mut is_sheet = None;
        while let Some(event) = pieces.next() {
            if let Event::Start(tag) | Event::Empty(tag) = event {
                let name = tag.local_name();
                is_sheet.get_or_insert(name.as_ref() == "worksheet");
                self.sheets += u64::from(name.as_ref() == "sheet");
                if names_no_cell(&tag) {
                    return Some(FileFault::Damaged);
                }
            }
            let held = match is_sheet {
                Some(true) => 0,
                _ => pieces.bytes(),
            };
            let unpacked = self.unpacked + pieces.bytes();
            if held > MOST_OF_A_PART || unpacked > MOST_UNPACKED || self.sheets > MOST_SHEETS {
                return Some(FileFault::TooLarge);
            }
        }
        self.unpacked += pieces.bytes();
        pieces.is_too_long().then_some(FileFault::TooLarge)
    }

    /// Looks at the part of an `.ods` that holds all of its cells.
    fn refused_ods(&mut self, part: impl Read) -> Option<FileFault> {
        let mut pieces = Pieces::of(part);
        pieces.reader.config_mut().check_end_names = true;
        let mut depth = 0_usize;
        let mut table = Table::default();
        while let Some(event) = pieces.next() {
            match event {
                Event::Start(tag) | Event::Empty(tag) => {
                    depth += 1;
                    self.sheets += u64::from(tag.name().as_ref() == "table:table");
                    table.begin(&tag);
                }
                Event::End(tag) => {
                    // Each end has its beginning, or there would be no next piece.
                    depth = depth.saturating_sub(1);
                    match tag.name().as_ref() {
                        "table:table-row" => table.end_row(),
                        "table:table" => {
                            self.cells = self.cells.saturating_add(table.weight());
                            table = Table::default();
                        }
                        _ => {}
                    }
                }
                Event::Text(text) => table.text(text.len()),
                Event::CData(text) => table.text(text.len()),
                _ => {}
            }
            let cells = self.cells.saturating_add(table.weight());
            if cells > MOST_OF_CELLS
                || pieces.bytes() > MOST_UNPACKED
                || self.sheets > MOST_SHEETS
                || depth > DEEPEST
            {
                return Some(FileFault::TooLarge);
            }
        }
        if pieces.is_too_long() {
            return Some(FileFault::TooLarge);
        }
        (pieces.is_broken || depth > 0).then_some(FileFault::Damaged)
    }
}

/// What one table of an `.ods` takes. It is held as a list of its cells, then with every
/// row as wide as the widest and as often as it is repeated, then once more.
#[derive(Debug, Default)]
struct Table {
    listed: u64,
    rows: u64,
    empty_rows: u64,
    width: u64,
    /// Cells that hold something, and the bytes of their texts.
    filled: u64,
    text: u64,
    row: Row,
}

/// The row that is being looked at.
#[derive(Debug, Default)]
struct Row {
    repeated: u64,
    width: u64,
    filled: u64,
    text: u64,
    empty: u64,
    /// How often the last cell stands there.
    cells: u64,
}

/// Columns of the widest sheet; more are not listed.
const MOST_COLUMNS: u64 = 16_384;

impl Table {
    fn begin(&mut self, tag: &BytesStart<'_>) {
        let number = |name: &str| {
            let found = tag.try_get_attribute(name).ok().flatten();
            let number = found.and_then(|it| it.value.parse::<u64>().ok());
            number.unwrap_or(1)
        };
        match tag.name().as_ref() {
            "table:table-row" => {
                self.row = Row {
                    repeated: number("table:number-rows-repeated").min(1 << 20),
                    ..Row::default()
                };
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let cells = number("table:number-columns-repeated").min(MOST_COLUMNS);
                // A cell with nothing but its style takes no room unless another follows.
                let holds = |key: &str| key.starts_with("office:") || key == "table:formula";
                let row = &mut self.row;
                row.width = (row.width + row.empty).min(MOST_COLUMNS);
                let attributes: u64 = tag
                    .attributes()
                    .with_checks(false)
                    .flatten()
                    .filter(|it| holds(it.key.as_ref()))
                    .map(|it| 1 + u64::try_from(it.value.len()).unwrap_or(u64::MAX))
                    .sum();
                if attributes == 0 {
                    (row.empty, row.cells) = (cells, 0);
                    return;
                }
                (row.empty, row.cells) = (0, cells);
                row.width = (row.width + cells).min(MOST_COLUMNS);
                row.filled += cells;
                row.text = row.text.saturating_add(attributes.saturating_mul(cells));
            }
            "text:s" => {
                let spaces = number("text:c").saturating_mul(self.row.cells);
                self.row.text = self.row.text.saturating_add(spaces);
            }
            _ => {}
        }
    }

    fn text(&mut self, bytes: usize) {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        let row = &mut self.row;
        row.text = row.text.saturating_add(bytes.saturating_mul(row.cells));
    }

    fn end_row(&mut self) {
        let row = std::mem::take(&mut self.row);
        self.listed = self.listed.saturating_add(row.width);
        if row.filled == 0 {
            self.empty_rows += row.repeated;
            return;
        }
        // Empty rows take room only where another follows.
        self.rows += std::mem::take(&mut self.empty_rows) + row.repeated;
        self.width = self.width.max(row.width);
        let times = |number: u64| number.saturating_mul(row.repeated);
        self.filled = self.filled.saturating_add(times(row.filled));
        self.text = self.text.saturating_add(times(row.text));
    }

    fn weight(&self) -> u64 {
        let wide = self.rows.saturating_mul(self.width);
        let cells = self.listed.saturating_mul(64);
        let cells = cells.saturating_add(wide.saturating_mul(72));
        let cells = cells.saturating_add(self.filled.saturating_mul(160));
        let text = self.text.saturating_add(self.row.text);
        cells.saturating_add(text.saturating_mul(3))
    }
}

/// The pieces of a part one by one, as whoever opens the workbook will meet them.
struct Pieces<R> {
    reader: Reader<Limited<BufReader<R>>>,
    buffer: Vec<u8>,
    /// Whether nobody can read on.
    is_broken: bool,
}

impl<R: Read> Pieces<R> {
    fn of(part: R) -> Self {
        let mut reader = Reader::from_reader(Limited {
            inner: BufReader::new(part),
            bytes: 0,
            of_piece: 0,
            is_too_long: false,
        });
        let config = reader.config_mut();
        config.check_end_names = false;
        config.check_comments = false;
        config.expand_empty_elements = true;
        Self {
            reader,
            buffer: Vec::new(),
            is_broken: false,
        }
    }

    /// The next piece; none at the end, and where nobody can read on.
    fn next(&mut self) -> Option<Event<'_>> {
        self.buffer.clear();
        self.reader.get_mut().of_piece = 0;
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(Event::Eof) => None,
            Ok(event) => Some(event),
            Err(_) => {
                self.is_broken = true;
                None
            }
        }
    }

    fn bytes(&self) -> u64 {
        self.reader.get_ref().bytes
    }

    fn is_too_long(&self) -> bool {
        self.reader.get_ref().is_too_long
    }
}

/// A reader that ends where a piece is too long.
struct Limited<R> {
    inner: R,
    bytes: u64,
    of_piece: usize,
    is_too_long: bool,
}

impl<R: BufRead> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let bytes = self.inner.read(buffer)?;
        self.count(bytes);
        Ok(bytes)
    }
}

impl<R: BufRead> BufRead for Limited<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.of_piece > MOST_OF_A_PIECE {
            self.is_too_long = true;
            return Ok(&[]);
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, bytes: usize) {
        self.inner.consume(bytes);
        self.count(bytes);
    }
}

impl<R> Limited<R> {
    fn count(&mut self, bytes: usize) {
        self.bytes = self
            .bytes
            .saturating_add(u64::try_from(bytes).unwrap_or(u64::MAX));
        self.of_piece = self.of_piece.saturating_add(bytes);
    }
}

#[cfg(test)]
mod tests;

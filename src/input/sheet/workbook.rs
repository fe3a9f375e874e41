//! A workbook that was opened: its sheets, and the rows of each. What it unpacks to is
//! asked before it is unpacked, since all of it is held in memory.

use super::cells::sheet_cell;
use super::packed::refused_list;
use super::rows::{SheetCell, SheetRow, before_cell};
use super::weight::{refused_excel, refused_open_document};
use crate::input::container::Container;
use crate::input::convention::DayZero;
use crate::input::fault::FileFault;
use crate::input::origin::Origin;
use calamine::{Data, Ods, OdsError, Reader as _, SheetType, Xlsx, XlsxError};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek as _};
use zip::ZipArchive;

/// Bytes of the largest workbook that is read.
const MOST_BYTES: u64 = 50 * 1024 * 1024;

/// Bytes that the cells of a sheet may take.
const MOST_OF_CELLS: usize = 128 * 1024 * 1024;

/// Bytes that the texts of a row may take: headings are kept beside it.
const MOST_OF_A_ROW: usize = 4 * 1024 * 1024;

/// Columns of the widest sheet.
const MOST_COLUMNS: usize = 16_384;

/// Bytes that a cell takes beside its text.
const OF_A_CELL: usize = 112;

/// Bytes that a row takes beside its cells.
const OF_A_ROW: usize = 400;

/// A workbook that was opened.
pub(super) enum Workbook {
    /// A workbook of Excel.
    Xlsx(Box<Xlsx<BufReader<File>>>),
    /// A workbook of LibreOffice.
    Ods(Box<Ods<BufReader<File>>>),
}

/// What a packed file turns out to hold.
enum Packed {
    Xlsx,
    Ods,
    Other,
}

impl Workbook {
    /// Opens a file that is not text; or says why it is not read.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub(super) fn open(origin: Origin<'_>, kind: Container) -> io::Result<Result<Self, FileFault>> {
        let (file, _) = origin.open()?;
        if file.metadata()?.len() > MOST_BYTES {
            return Ok(Err(FileFault::TooLarge));
        }
        let file = BufReader::new(file);
        if kind == Container::Compound {
            return Ok(Err(match has_encrypted_package(file)? {
                true => FileFault::Password,
                false => FileFault::Spreadsheet,
            }));
        }
        Ok(unpacked(file))
    }

    /// The names of its sheets, charts left out.
    pub(super) fn sheets(&self) -> Vec<String> {
        let sheets = match self {
            Self::Xlsx(book) => book.sheets_metadata(),
            Self::Ods(book) => book.sheets_metadata(),
        };
        let sheets = sheets.iter().filter(|it| it.typ == SheetType::WorkSheet);
        sheets.map(|sheet| sheet.name.clone()).collect()
    }

    /// The rows of a sheet that hold anything, up to the row `last`.
    pub(super) fn rows(&mut self, sheet: &str, last: u32) -> Result<Vec<SheetRow>, FileFault> {
        let cells = match self {
            Self::Xlsx(book) => cells_of_xlsx(book, sheet, last),
            Self::Ods(book) => cells_of_ods(book, sheet, last),
        };
        let name = before_cell(sheet);
        let row = |(index, mut cells): (u32, Vec<SheetCell>)| {
            cells.sort_unstable_by_key(|cell| cell.index);
            if is_long(&cells) {
                return Err(FileFault::TooLarge);
            }
            if has_two_of_one_place(&cells) {
                return Err(FileFault::Damaged);
            }
            Ok(SheetRow {
                nr: u64::from(index) + 1,
                sheet: name.clone(),
                cells,
            })
        };
        let is_filled = |row: &Result<SheetRow, FileFault>| {
            row.as_ref().map_or(true, |row| row.last_filled().is_some())
        };
        let rows = cells?.rows.into_iter().map(row);
        rows.filter(is_filled).collect()
    }
}

/// Whether the texts of a row are longer than those of any.
fn is_long(cells: &[SheetCell]) -> bool {
    cells.iter().map(|cell| cell.text.len()).sum::<usize>() > MOST_OF_A_ROW
}

/// Whether a cell stands twice in a row, by its position: nobody knows which of them counts.
fn has_two_of_one_place(cells: &[SheetCell]) -> bool {
    let mut pairs = cells.windows(2);
    pairs.any(|pair| pair[0].index == pair[1].index)
}

/// Whether a compound file holds a workbook behind a password, by the name of the stream
/// that Excel gives it. Only the entries of its list are looked at, wherever they are: the
/// chains that tie them together may be broken, or go round for ever.
fn has_encrypted_package(mut file: impl Read) -> io::Result<bool> {
    const OF_AN_ENTRY: u64 = 128;
    let name = "EncryptedPackage\0".encode_utf16();
    let name: Vec<u8> = name.flat_map(u16::to_le_bytes).collect();
    let mut entry = Vec::new();
    loop {
        entry.clear();
        file.by_ref().take(OF_AN_ENTRY).read_to_end(&mut entry)?;
        if entry.is_empty() {
            return Ok(false);
        }
        if entry.starts_with(&name) {
            return Ok(true);
        }
    }
}

/// Looks at what a packed file takes, and opens it if that is not too much.
fn unpacked(mut file: BufReader<File>) -> Result<Workbook, FileFault> {
    if let Some(why) = refused_list(&mut file).map_err(|_| FileFault::Damaged)? {
        return Err(why);
    }
    let mut archive = ZipArchive::new(&mut file).map_err(|_| FileFault::Damaged)?;
    let packed = packed(&archive);
    let why = match packed {
        Packed::Other => Some(FileFault::Spreadsheet),
        Packed::Ods => refused_open_document(&mut archive),
        Packed::Xlsx => refused_excel(&mut archive),
    };
    if let Some(why) = why {
        return Err(why);
    }
    drop(archive);
    file.rewind().map_err(|_| FileFault::Damaged)?;
    match packed {
        Packed::Other => Err(FileFault::Spreadsheet),
        Packed::Ods => match Ods::new(file) {
            Ok(book) => Ok(Workbook::Ods(Box::new(book))),
            Err(OdsError::Password) => Err(FileFault::Password),
            Err(OdsError::CellLimitExceeded { .. }) => Err(FileFault::TooLarge),
            Err(_) => Err(FileFault::Damaged),
        },
        Packed::Xlsx => match Xlsx::new(file) {
            Ok(book) => Ok(Workbook::Xlsx(Box::new(book))),
            Err(XlsxError::Password) => Err(FileFault::Password),
            Err(_) => Err(FileFault::Damaged),
        },
    }
}

fn packed(archive: &ZipArchive<&mut BufReader<File>>) -> Packed {
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("META-INF/manifest.xml") {
        Packed::Ods
    } else if has("xl/workbook.bin") {
        Packed::Other
    } else {
        Packed::Xlsx
    }
}

/// The cells of a sheet that hold something.
#[derive(Default)]
struct Cells {
    /// By the index of their row.
    rows: BTreeMap<u32, Vec<SheetCell>>,
    /// Bytes that they take.
    bytes: usize,
}

impl Cells {
    /// Keeps a cell, as long as there are not too many.
    fn keep(
        &mut self,
        (row, column): (u32, u32),
        data: Data,
        zero: DayZero,
    ) -> Result<(), FileFault> {
        let index = usize::try_from(column).unwrap_or(usize::MAX);
        if let Some(cell) = sheet_cell(index, data, zero) {
            if index >= MOST_COLUMNS {
                return Err(FileFault::Damaged);
            }
            self.bytes += OF_A_CELL + cell.text.len();
            let bytes = &mut self.bytes;
            let cells = self.rows.entry(row).or_insert_with(|| {
                *bytes += OF_A_ROW;
                Vec::new()
            });
            cells.push(cell);
        }
        match self.bytes > MOST_OF_CELLS {
            true => Err(FileFault::TooLarge),
            false => Ok(()),
        }
    }
}

fn cells_of_xlsx(
    book: &mut Xlsx<BufReader<File>>,
    sheet: &str,
    last: u32,
) -> Result<Cells, FileFault> {
    let zero = if book.has_1904_epoch() {
        DayZero::Of1904
    } else {
        DayZero::Of1899
    };
    let mut cells = Cells::default();
    // One by one: a table from the first cell to the last may be a thousand times larger.
    let mut reader = match book.worksheet_cells_reader(sheet) {
        Ok(reader) => reader,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(cells),
        Err(_) => return Err(FileFault::Damaged),
    };
    while let Some(cell) = reader.next_cell().map_err(|_| FileFault::Damaged)? {
        let (row, column) = cell.get_position();
        if row >= last {
            break;
        }
        let data = Data::from(cell.get_value().clone());
        cells.keep((row, column), data, zero)?;
    }
    Ok(cells)
}

fn cells_of_ods(
    book: &mut Ods<BufReader<File>>,
    sheet: &str,
    last: u32,
) -> Result<Cells, FileFault> {
    let range = book.worksheet_range(sheet);
    let range = range.map_err(|_| FileFault::Damaged)?;
    let mut cells = Cells::default();
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, column, data) in range.used_cells() {
        let index =
            |from: u32, at: usize| from.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
        let (row, column) = (index(first_row, row), index(first_column, column));
        if row >= last {
            break;
        }
        cells.keep((row, column), data.clone(), DayZero::Of1899)?;
    }
    Ok(cells)
}

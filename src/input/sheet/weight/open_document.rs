//! What the cells of an `.ods` take. They stand in one part, and all are held at once.

use super::attributes::attributes;
use super::pieces::Pieces;
use super::{MOST_OF_A_NAME, MOST_OF_A_PART, MOST_OF_A_PIECE, MOST_SHEETS, MOST_UNPACKED};
use crate::input::fault::FileFault;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeSet;
use std::io::Read;

/// Bytes that the cells of an `.ods` take; they are held several times at once.
const MOST_OF_CELLS: u64 = 160 * 1024 * 1024;

/// Columns of the widest sheet; more are not listed.
const MOST_COLUMNS: u64 = 16_384;

/// Rows of the longest sheet; more are not listed.
const MOST_ROWS: u64 = 1 << 20;

/// Bytes that the tag of a row takes, whatever the row holds.
const OF_A_ROW: u64 = 40;

/// Tags within which no other of its kind stands, from the outermost on.
const WITHIN: [&[&str]; 4] = [
    &["table:table"],
    &["table:table-row"],
    &["table:table-cell", "table:covered-table-cell"],
    &["office:annotation"],
];

/// Why a workbook with these cells is not opened, if it is not.
pub(super) fn refused_cells(part: impl Read) -> Option<FileFault> {
    let mut pieces = Pieces::of(part);
    let mut book = Book::default();
    loop {
        let (before, above) = (pieces.bytes(), pieces.depth());
        let Some(event) = pieces.next() else {
            break;
        };
        if let Event::Start(tag) = &event
            && book.begin(tag, before, above)
        {
            return Some(FileFault::Damaged);
        }
        // What a note says is no value.
        let is_note = book.open[3].is_some();
        let is_wrong = match event {
            Event::End(tag) => {
                book.end(tag.name().as_ref(), above);
                false
            }
            Event::Text(text) => book.table.text(&text),
            Event::CData(text) => book.table.text(&text),
            Event::GeneralRef(text) => book.table.text(&text),
            _ => false,
        };
        if is_wrong && !is_note {
            return Some(FileFault::Damaged);
        }
        // The tag of a table holds its name.
        if book.open[0].is_none_or(|(byte, _)| byte == before) {
            book.beside += pieces.bytes() - before;
        }
        if book.is_too_large(pieces.bytes()) || pieces.are_too_much() {
            return Some(FileFault::TooLarge);
        }
    }
    if pieces.are_too_much() {
        return Some(FileFault::TooLarge);
    }
    // Without an end calamine would read for ever.
    (pieces.broken().is_some() || pieces.depth() > 0).then_some(FileFault::Damaged)
}

/// What the tables that were looked at take.
#[derive(Debug, Default)]
struct Book {
    /// The names of all tables.
    sheets: BTreeSet<String>,
    /// What the cells of all tables take that have ended.
    cells: u64,
    /// Bytes beside all tables: names and styles are held as a whole.
    beside: u64,
    /// Where each of [`WITHIN`] began that has not ended: at which byte, and how deep.
    open: [Option<(u64, usize)>; WITHIN.len()],
    table: Table,
}

impl Book {
    /// Takes note of a tag; whether it stands within another of its kind, where calamine
    /// would lose count of them, or no workbook has it. A table whose name another has
    /// would be read as often as they are.
    fn begin(&mut self, tag: &BytesStart<'_>, byte: u64, depth: usize) -> bool {
        let name = tag.name();
        let name = name.as_ref();
        if let Some(at) = WITHIN.iter().position(|names| names.contains(&name)) {
            if self.open[at].is_some() {
                return true;
            }
            self.open[at] = Some((byte, depth));
        }
        if name == "table:table" {
            let mut names =
                attributes(tag.attributes_raw()).filter(|(key, _)| *key == "table:name");
            return names.any(|(_, name)| {
                name.len() > MOST_OF_A_NAME || !self.sheets.insert(name.to_owned())
            });
        }
        self.table.begin(tag)
    }

    /// Takes note of the end of a tag that stood so deep.
    fn end(&mut self, name: &str, depth: usize) {
        let Some(at) = WITHIN.iter().position(|names| names.contains(&name)) else {
            return;
        };
        self.open[at] = self.open[at].filter(|(_, above)| depth > above + 1);
        match name {
            "table:table-row" => self.table.end_row(),
            "table:table" => {
                let table = std::mem::take(&mut self.table);
                self.cells = self.cells.saturating_add(table.weight());
            }
            _ => {}
        }
    }

    fn is_too_large(&self, bytes: u64) -> bool {
        let [.., note] = self.open;
        let of_note = note.map_or(0, |(byte, _)| bytes - byte);
        self.cells.saturating_add(self.table.weight()) > MOST_OF_CELLS
            || of_note > MOST_OF_A_PIECE
            || self.beside > MOST_OF_A_PART
            || bytes > MOST_UNPACKED
            || self.sheets.len() > MOST_SHEETS
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
    /// Tags of rows.
    tags: u64,
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
    /// Whether the last cell has a number as its value.
    is_number: bool,
}

impl Table {
    /// Takes note of a tag; whether calamine would read another value than is shown.
    fn begin(&mut self, tag: &BytesStart<'_>) -> bool {
        let of_tag = || attributes(tag.attributes_raw());
        let number = |name: &str| {
            let (_, value) = of_tag().find(|(key, _)| *key == name)?;
            unescape(value).ok()?.parse::<u64>().ok()
        };
        match tag.name().as_ref() {
            "table:table-row" => {
                self.tags += 1;
                self.row = Row {
                    // What is repeated no time is read all the same.
                    repeated: number("table:number-rows-repeated")
                        .map_or(1, |it| it.clamp(1, MOST_ROWS)),
                    ..Row::default()
                };
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let cells = number("table:number-columns-repeated")
                    .map_or(1, |it| it.clamp(1, MOST_COLUMNS));
                // A cell with nothing but its style takes no room unless another follows.
                let holds = |key: &str| key.starts_with("office:") || key == "table:formula";
                let row = &mut self.row;
                row.width = (row.width + row.empty).min(MOST_COLUMNS);
                let attributes: u64 = of_tag()
                    .filter(|(key, _)| holds(key))
                    .map(|(_, value)| 1 + u64::try_from(value.len()).unwrap_or(u64::MAX))
                    .sum();
                if attributes == 0 {
                    (row.empty, row.cells, row.is_number) = (cells, 0, false);
                    return false;
                }
                (row.empty, row.cells) = (0, cells);
                row.is_number = of_tag().any(|(key, _)| key == "office:value");
                row.width = (row.width + cells).min(MOST_COLUMNS);
                row.filled += cells;
                row.text = row.text.saturating_add(attributes.saturating_mul(cells));
                return row.is_number && of_tag().any(|(key, kind)| is_no_number(key, kind));
            }
            "text:s" => {
                let spaces = number("text:c").unwrap_or(1).saturating_mul(self.row.cells);
                self.row.text = self.row.text.saturating_add(spaces);
            }
            // A line end, a tab.
            _ => self.row.text = self.row.text.saturating_add(self.row.cells),
        }
        false
    }

    /// Takes note of what a cell shows; whether that is an error, and its value a number all
    /// the same: older programs write 0 there.
    fn text(&mut self, text: &str) -> bool {
        let bytes = u64::try_from(text.len()).unwrap_or(u64::MAX);
        let row = &mut self.row;
        row.text = row.text.saturating_add(bytes.saturating_mul(row.cells));
        let is_error = || {
            let named = text.strip_prefix('#').and_then(|name| name.chars().next());
            text.starts_with("Err:") || named.is_some_and(|first| first.is_ascii_uppercase())
        };
        row.is_number && is_error()
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
        let cells = self.tags.saturating_mul(OF_A_ROW);
        let cells = cells.saturating_add(self.listed.saturating_mul(64));
        let cells = cells.saturating_add(wide.saturating_mul(72));
        let cells = cells.saturating_add(self.filled.saturating_mul(160));
        let text = self.text.saturating_add(self.row.text);
        cells.saturating_add(text.saturating_mul(3))
    }
}

/// Whether an attribute says that a cell holds no number.
fn is_no_number(key: &str, kind: &str) -> bool {
    match key {
        "office:value-type" => !matches!(kind, "float" | "percentage" | "currency"),
        "calcext:value-type" => kind == "error",
        _ => false,
    }
}

//! A row of a sheet: only the cells that hold something, by their position.

use crate::input::convention::Typed;
use crate::input::personal_data::personal;
use crate::wording::visible;
use std::rc::Rc;

/// A row of a sheet.
#[derive(Debug)]
pub(in crate::input) struct SheetRow {
    /// Its number, from 1.
    pub(in crate::input) nr: u64,
    /// The name of its sheet as it stands before the name of a cell.
    pub(in crate::input) sheet: Rc<str>,
    /// Its cells that hold something, by their position.
    pub(in crate::input) cells: Vec<SheetCell>,
}

/// A cell that holds something.
#[derive(Debug)]
pub(in crate::input) struct SheetCell {
    /// Its position in the row, from 0.
    pub(in crate::input) index: usize,
    /// What it holds, as text.
    pub(in crate::input) text: String,
    /// Its type; none for text.
    pub(in crate::input) typed: Option<Typed>,
    /// What is shown in its place where it holds personal data.
    pub(in crate::input) mask: Option<&'static str>,
}

impl SheetRow {
    /// The text of a cell.
    pub(in crate::input) fn text(&self, index: usize) -> &str {
        self.mask(index).unwrap_or_else(|| self.own_text(index))
    }

    /// What is shown in the place of a cell that holds personal data.
    pub(in crate::input) fn mask(&self, index: usize) -> Option<&'static str> {
        self.cell(index)?.mask
    }

    /// The text of a cell as it is, to tell it from others; never shown.
    pub(in crate::input) fn own_text(&self, index: usize) -> &str {
        self.cell(index).map_or("", |cell| cell.text.as_str())
    }

    /// The type of a cell; none for text and where it holds nothing.
    pub(in crate::input) fn typed(&self, index: usize) -> Option<Typed> {
        self.cell(index)?.typed
    }

    /// The position of the last cell that holds more than white space.
    pub(in crate::input) fn last_filled(&self) -> Option<usize> {
        let filled = self.cells.iter().filter(|cell| cell.is_filled());
        filled.map(|cell| cell.index).max()
    }

    /// The position of the first cell that holds more than white space.
    pub(in crate::input) fn first_filled(&self) -> usize {
        let filled = self.cells.iter().filter(|cell| cell.is_filled());
        filled.map(|cell| cell.index).min().unwrap_or(0)
    }

    /// All that it holds as bytes, the same for two rows only where they hold the same.
    pub(in crate::input) fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for cell in self.cells.iter().filter(|cell| cell.is_filled()) {
            bytes.extend_from_slice(cell.index.to_string().as_bytes());
            bytes.push(0);
            bytes.extend_from_slice(cell.text.as_bytes());
            bytes.push(0);
        }
        bytes
    }

    fn cell(&self, index: usize) -> Option<&SheetCell> {
        let place = self.cells.binary_search_by_key(&index, |cell| cell.index);
        self.cells.get(place.ok()?)
    }
}

impl SheetCell {
    /// Whether it holds more than white space.
    pub(in crate::input) fn is_filled(&self) -> bool {
        !self.text.trim().is_empty()
    }
}

/// The name of a sheet as it stands before the name of a cell: `2023` or `'jaar 1'`.
/// Every format shows it as part of a place, so it is made safe here.
pub(super) fn before_cell(sheet: &str) -> Rc<str> {
    // A sheet that is called after somebody's number is shown as a cell that holds it.
    let sheet = personal(sheet).map_or_else(|| visible(sheet), |found| found.mask().into());
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
    if !sheet.is_empty() && sheet.chars().all(is_plain) {
        return sheet.as_ref().into();
    }
    format!("'{}'", sheet.replace('\'', "''")).into()
}

#[cfg(test)]
mod tests {
    use super::before_cell;

    #[test]
    fn a_sheet_is_named_as_spreadsheets_name_it() {
        assert_eq!(&*before_cell("2023"), "2023");
        assert_eq!(&*before_cell("jaar 1"), "'jaar 1'");
        assert_eq!(&*before_cell("Jan's"), "'Jan''s'");
        assert_eq!(&*before_cell("boekingen_2023"), "boekingen_2023");
        assert_eq!(&*before_cell("a\u{202E}b"), "'a[U+202E]b'");
        assert_eq!(&*before_cell("0470 12 34 56"), "'[P02]'");
    }
}

//! Charts and lines below each other on a sheet, and where its printed pages end.

use crate::model::Language;
use crate::render::xlsx::sheet::Sheet;
use crate::render::xlsx::widths::lines;
use crate::render::xlsx::words;
use rust_xlsxwriter::{Chart, Format, Worksheet};

/// Pixels of a row of a sheet, and down a page that lies.
pub(super) const ROW: u32 = 20;
pub(super) const PAGE: u32 = 620;
/// The last column under a chart, and characters on a line across all of them.
const COLUMNS: u16 = 11;
const ACROSS: usize = 104;

/// A sheet that is filled from above.
pub(super) struct Flow {
    sheet: Sheet,
    /// The next row.
    row: u32,
    /// Pixels taken of the page so far.
    taken: u32,
    breaks: Vec<u32>,
}

impl Flow {
    /// An empty sheet.
    pub(super) fn new(name: &str, language: Language) -> Self {
        Self {
            sheet: Sheet::new(name, language),
            row: 0,
            taken: 0,
            breaks: Vec::new(),
        }
    }

    /// Begins a new page where a chart of this height and these lines would be torn
    /// apart on this one.
    pub(super) fn keep_together(&mut self, chart: u32, said: &[&String]) {
        let said: u32 = said.iter().map(|text| lines(text, ACROSS) * ROW).sum();
        if self.taken > 0 && self.taken + rows(chart) * ROW + said > PAGE {
            self.breaks.push(self.row);
            self.taken = 0;
            // The edge of a chart would still stand on the page before.
            self.gap();
        }
    }

    /// Words across the sheet.
    pub(super) fn line(&mut self, text: &str, format: &Format) {
        let text = words::text(text);
        self.sheet
            .inner
            .merge_range(self.row, 0, self.row, COLUMNS, &text, format)
            .expect("the rows under a chart are not one yet");
        let lines = lines(&text, ACROSS);
        self.sheet.height(self.row, lines);
        self.row += 1;
        self.take(lines * ROW);
    }

    /// A chart of so many pixels down.
    pub(super) fn chart(&mut self, chart: &Chart, height: u32) {
        self.sheet
            .inner
            .insert_chart(self.row, 0, chart)
            .expect("the ranges of a chart lie on the sheet of its table");
        self.row += rows(height);
        self.take(rows(height) * ROW);
    }

    /// A row without anything.
    pub(super) fn gap(&mut self) {
        self.row += 1;
        self.take(ROW);
    }

    /// The sheet with the ends of its pages.
    pub(super) fn end(mut self) -> Worksheet {
        self.sheet
            .inner
            .set_page_breaks(&self.breaks)
            .expect("a sheet has more rows than its charts have pages");
        self.sheet.inner
    }

    /// What is beyond the end of a page stands on the next one.
    fn take(&mut self, pixels: u32) {
        self.taken += pixels;
        if self.taken > PAGE {
            self.taken -= PAGE;
        }
    }
}

/// Rows under a chart, and at least half a row between it and what comes below.
fn rows(height: u32) -> u32 {
    match height {
        0 => 0,
        height => (height + ROW / 2) / ROW + 1,
    }
}

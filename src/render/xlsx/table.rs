//! The sheet of a table: a heading a column, a line a row, and totals where the page
//! has them.

use super::formula::formula;
use super::held::held;
use super::looks;
use super::paper::Running;
use super::sheet::{Look, Sheet};
use super::totals;
use super::widths::{Width, widths};
use super::words::{self, capital};
use crate::document::{Cell, Document, Table};
use crate::model::Language;
use rust_xlsxwriter::{IgnoreError, Worksheet};

/// Rows that one sheet holds, with room for headings and totals.
pub(super) const MOST_ROWS: usize = 1_048_000;

/// Notes of one sheet at the most: each takes some fifteen kilobytes while it is written.
const MOST_NOTES: usize = 2_000;

/// UTF-16 units of what is said under a table.
const MOST_OF_A_NOTE: usize = 2_000;

/// The sheet of a table, or of those of its rows that fit.
pub(super) struct Part<'a> {
    /// Its name.
    pub(super) name: String,
    /// The table.
    pub(super) table: &'a Table,
    /// Position of the first row in the table.
    pub(super) first: usize,
}

impl Part<'_> {
    /// Rows of the table that it holds.
    pub(super) fn rows(&self) -> usize {
        (self.table.rows.len() - self.first).min(MOST_ROWS)
    }

    /// Writes it.
    pub(super) fn sheet(
        &self,
        document: &Document,
        running: &Running,
        language: Language,
    ) -> Worksheet {
        let mut sheet = Sheet::new(&self.name, language);
        let cells = self.table.rows.iter().skip(self.first).flatten();
        let unknown = cells.filter(|cell| matches!(cell, Cell::Unknown(_)));
        sheet.has_reasons_within = unknown.take(MOST_NOTES + 1).count() > MOST_NOTES;
        let widths = widths(self.table, language, sheet.has_reasons_within);
        self.headings(&mut sheet, &widths);
        self.rows_into(&mut sheet, &widths);
        if self.rows() == self.table.rows.len() {
            self.totals_into(&mut sheet, document, &widths);
        }
        self.set_up(&mut sheet.inner, &widths, running);
        sheet.inner
    }

    fn headings(&self, sheet: &mut Sheet, widths: &[Width]) {
        let headings = headings(self.table, sheet.language);
        for ((at, heading), width) in (0..).zip(&headings).zip(widths) {
            sheet.words((0, at), heading, &looks::header(width.side));
            sheet
                .inner
                .set_column_width(at, width.characters)
                .expect("a table has fewer columns than a sheet");
        }
        let lines = headings.iter().zip(widths);
        let lines = lines.map(|(heading, width)| width.lines_of_heading(heading));
        sheet.height(0, lines.max().unwrap_or(1));
    }

    fn rows_into(&self, sheet: &mut Sheet, widths: &[Width]) {
        let rows = self.table.rows.iter().skip(self.first).take(MOST_ROWS);
        for (row, cells) in (1..).zip(rows) {
            let mut lines = 1;
            for ((at, column), width) in (0..).zip(&self.table.columns).zip(widths) {
                let index = usize::from(at);
                let held = held(&cells[index], column, sheet.language);
                lines = lines.max(width.lines_of(&held));
                let look = Look {
                    side: width.side,
                    wraps: width.wraps,
                    is_total: false,
                };
                // Formulas count lines from 1, and the first is that of the headings.
                match formula(self.table, cells, index, row as usize + 1) {
                    Some(formula) => sheet.formula((row, at), &formula, &held, look),
                    None => sheet.held((row, at), &held, look),
                }
            }
            if lines > 1 {
                sheet.height(row, lines);
            }
        }
    }

    /// The totals right under the rows, and a line further what the page says under
    /// the table: why a row for the whole is more than its actions, for one.
    fn totals_into(&self, sheet: &mut Sheet, document: &Document, widths: &[Width]) {
        let views = totals::views(document, self.table);
        let language = sheet.language;
        let lines = views
            .iter()
            .flat_map(|view| totals::lines(view, self.table, language));
        let mut row = self.last_row() + 1;
        for line in lines {
            line.write(self.table, row, widths, sheet);
            row += 1;
        }
        let mut told: Vec<String> = Vec::new();
        for note in document.views_of(self.table).flat_map(|view| &view.notes) {
            let note = words::line(&note.say(sheet.language), MOST_OF_A_NOTE);
            if !told.contains(&note) {
                row += 1;
                sheet.words((row, 0), &note, &looks::words(false));
                told.push(note);
            }
        }
    }

    /// What stays in sight, what can be sorted out, and how it is printed. Totals are
    /// left out of the filter, which would sort them among the rows.
    fn set_up(&self, sheet: &mut Worksheet, widths: &[Width], running: &Running) {
        let last = u16::try_from(widths.len() - 1).unwrap_or(0);
        let row = self.last_row();
        sheet
            .set_freeze_panes(1, 0)
            .expect("a sheet has a second row");
        sheet
            .autofilter(0, 0, row, last)
            .expect("a table has a first and a last cell");
        sheet
            .set_repeat_rows(0, 0)
            .expect("a sheet has a first row");
        // A list of one action is a text of digits, and means to be one.
        sheet
            .ignore_error_range(1, 0, row, last, IgnoreError::NumberStoredAsText)
            .expect("nothing else is passed over there");
        let characters = widths.iter().map(|it| u32::from(it.characters)).sum();
        running.set_up(sheet, characters);
    }

    /// The last row of the sheet that is a row of the table.
    fn last_row(&self) -> u32 {
        u32::try_from(self.rows()).unwrap_or(u32::MAX)
    }
}

/// The headings of a table, each once: filters and pivot tables go by them.
fn headings(table: &Table, language: Language) -> Vec<String> {
    let mut headings: Vec<String> = Vec::new();
    for column in &table.columns {
        let word = capital(column.term.get(language));
        let numbered = (2..).map(|nr| format!("{word} ({nr})"));
        let mut all = std::iter::once(word.clone()).chain(numbered);
        let heading = all.find(|it| !headings.contains(it));
        headings.push(heading.unwrap_or(word));
    }
    headings
}

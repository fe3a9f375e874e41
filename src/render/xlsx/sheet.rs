//! A sheet that is being written. What comes here was made to fit, so that no write
//! can be refused: rows are fewer than a sheet has, texts and names were cut.

use super::held::Held;
use super::looks::Side;
use super::{looks, number, words};
use crate::model::{Date, Language};
use crate::wording::Both;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Note, Url, Worksheet};

/// Row and column of a cell, from 0.
pub(super) type At = (u32, u16);

/// Points of a line of text, and lines of the highest row there can be.
const POINTS_OF_A_LINE: u32 = 15;
const MOST_LINES: u32 = 27;

/// Pixels across a note, and across a character in it.
const NOTE_WIDTH: u32 = 240;
const CHARACTERS_OF_A_LINE: usize = 36;
const NOTE_LINE: u32 = 15;

/// A sheet, and the language of its words.
pub(super) struct Sheet {
    /// The sheet as the library has it.
    pub(super) inner: Worksheet,
    /// The language of its words.
    pub(super) language: Language,
    /// Whether what is unknown says why within its cell, and not in a note beside it.
    pub(super) has_reasons_within: bool,
}

impl Sheet {
    /// An empty sheet. The name must be one that [`super::names::Names`] gave.
    pub(super) fn new(name: &str, language: Language) -> Self {
        let mut inner = Worksheet::new();
        inner.set_name(name).expect("the name was made to fit");
        inner.set_default_note_author("");
        Self {
            inner,
            language,
            has_reasons_within: false,
        }
    }

    /// Writes words, whatever they begin with.
    pub(super) fn words(&mut self, (row, column): At, text: &str, format: &Format) {
        self.inner
            .write_string_with_format(row, column, text, format)
            .expect("a cell of a table lies on its sheet");
    }

    /// Writes what a cell holds.
    pub(super) fn held(&mut self, at: At, held: &Held, look: Look) {
        let format = look.format();
        match held {
            Held::Number(figure, shape) => {
                let format = looks::number(format, *shape);
                number::write(&mut self.inner, at, *figure, &format);
            }
            Held::Digits(digits) => {
                self.words(at, digits, &format);
                self.note(at, MORE_DIGITS.get(self.language));
            }
            Held::Day(day) => self.day(at, *day, &looks::day(format)),
            Held::Month(first) => self.day(at, *first, &looks::month(format)),
            Held::Words(text) => self.words(at, text, &format),
            Held::Unknown(reason) if self.has_reasons_within => {
                self.words(at, &format!("? {reason}"), &looks::unknown(format));
            }
            Held::Unknown(reason) => {
                self.blank(at, &looks::unknown(format));
                self.note(at, reason);
            }
            Held::Nothing if look.is_total => self.blank(at, &format),
            Held::Nothing => {}
        }
    }

    /// Writes a formula whose outcome is the number that is held; what holds no number
    /// is written as it is.
    pub(super) fn formula(&mut self, at: At, formula: &str, held: &Held, look: Look) {
        let Held::Number(figure, shape) = held else {
            return self.held(at, held, look);
        };
        let formula = Formula::new(formula).set_result(figure.normalize().to_string());
        let format = looks::number(look.format(), *shape);
        self.inner
            .write_formula_with_format(at.0, at.1, formula, &format)
            .expect("a cell of a table lies on its sheet");
    }

    /// Writes the way to the first cell of another sheet.
    pub(super) fn link(&mut self, (row, column): At, name: &str, title: &str) {
        let quoted = name.replace('\'', "''");
        let url = Url::new(format!("internal:'{quoted}'!A1")).set_text(title);
        self.inner
            .write_url_with_format(row, column, url, &looks::link())
            .expect("the name of a sheet is short");
    }

    /// Makes room for so many lines in a row.
    pub(super) fn height(&mut self, row: u32, lines: u32) {
        let height = POINTS_OF_A_LINE * lines.min(MOST_LINES);
        self.inner
            .set_row_height(row, height)
            .expect("a row of a table lies on its sheet");
    }

    fn blank(&mut self, (row, column): At, format: &Format) {
        self.inner
            .write_blank(row, column, format)
            .expect("a cell of a table lies on its sheet");
    }

    fn day(&mut self, (row, column): At, day: Date, format: &Format) {
        let day = excel_day(day).expect("a day of the years that spreadsheets know");
        self.inner
            .write_datetime_with_format(row, column, day, format)
            .expect("a cell of a table lies on its sheet");
    }

    /// A note of nobody, as large as its text needs.
    pub(super) fn note(&mut self, (row, column): At, text: &str) {
        let text = words::line(text, MOST_OF_A_NOTE);
        let lines = text.chars().count() / CHARACTERS_OF_A_LINE + 1;
        let height = NOTE_LINE * u32::try_from(lines).unwrap_or(1) + NOTE_LINE;
        let note = Note::new(text)
            .add_author_prefix(false)
            .set_font_size(9)
            .set_width(NOTE_WIDTH)
            .set_height(height);
        self.inner
            .insert_note(row, column, &note)
            .expect("the note was cut to fit");
    }
}

/// UTF-16 units of a note; more is not read at a glance.
const MOST_OF_A_NOTE: usize = 1_000;

/// What is said beside digits that no number of a spreadsheet keeps.
const MORE_DIGITS: Both = Both {
    nl: "als tekst: een rekenblad onthoudt maar vijftien cijfers van een getal",
    en: "as text: a spreadsheet keeps no more than fifteen digits of a number",
};

/// How a cell is shown, whatever it holds.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    /// To which side it is set.
    pub(super) side: Side,
    /// Whether long words go on below.
    pub(super) wraps: bool,
    /// Whether it stands in a line of totals.
    pub(super) is_total: bool,
}

impl Look {
    fn format(self) -> Format {
        let format = looks::cell(self.side, self.wraps);
        if self.is_total {
            looks::of_total(format)
        } else {
            format
        }
    }
}

/// A day as the library has it.
pub(super) fn excel_day(day: Date) -> Option<ExcelDateTime> {
    let [month, day_nr] = [day.month(), day.day()].map(u8::try_from);
    let year = u16::try_from(day.year()).ok()?;
    ExcelDateTime::from_ymd(year, month.ok()?, day_nr.ok()?).ok()
}

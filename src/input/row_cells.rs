//! What is told of the cells of a row of any log, and the rows that are none.

use super::convention::{DateDoubt, NumberDoubt};
use super::csv::told::{At, Told};
use super::fault::{ImpossibleDate, MalformedNumber, Reading, Settle, TwoReadings};
use super::headings::Column;
use super::log_row::{Cell, LogRow};
use crate::model::folded;

/// Where a row begins with the word total and bears no date: a spreadsheet's sum.
pub(super) fn totals_row(row: &LogRow<'_>, columns: &[Column]) -> Option<At> {
    let date = row.cell("date")?;
    // Nearly every row begins with a day, and is no sum.
    if date.text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let first = columns.iter().filter_map(|column| row.cell(column.key));
    let is_total = |cell: &Cell<'_>| {
        matches!(
            folded(cell.text.trim_end_matches(':')).as_str(),
            "totaal" | "total" | "som" | "sum"
        )
    };
    let total = first.filter(|cell| !cell.text.is_empty()).find(is_total)?;
    (date.text.is_empty() || is_total(&date)).then(|| total.at())
}

/// As much of a text as a sentence about it can need: a cell may hold a megabyte, and
/// there may be hundreds of findings.
pub(super) fn kept(text: &str) -> String {
    const MOST: usize = 200;
    text.chars().take(MOST).collect()
}

/// Whether a cell is there and not empty.
pub(super) fn has_text(cell: Option<Cell<'_>>) -> bool {
    cell.is_some_and(|cell| !cell.text.is_empty())
}

/// Tells what is wrong with a date.
pub(super) fn tell_date(cell: &Cell<'_>, doubt: DateDoubt, told: &mut Told) {
    let text = kept(&cell.text);
    match doubt {
        DateDoubt::TwoReadings(first, second) => {
            let (first, second) = (Reading::Date(first), Reading::Date(second));
            let settle = Settle::PlainFile;
            told.tell(
                TwoReadings::Number {
                    text,
                    first,
                    second,
                    settle,
                },
                cell.at(),
            );
        }
        DateDoubt::Fault(why) => {
            told.tell(
                ImpossibleDate {
                    text,
                    why,
                    in_row: true,
                },
                cell.at(),
            );
        }
    }
}

/// Tells what is wrong with a number.
pub(super) fn tell_number(cell: &Cell<'_>, doubt: NumberDoubt, told: &mut Told) {
    let text = kept(&cell.text);
    match doubt {
        NumberDoubt::TwoReadings(first, second, settle) => {
            told.tell(
                TwoReadings::Number {
                    text,
                    first,
                    second,
                    settle,
                },
                cell.at(),
            );
        }
        NumberDoubt::Malformed(why) => {
            told.tell(
                MalformedNumber {
                    text,
                    why,
                    in_row: true,
                },
                cell.at(),
            );
        }
    }
}

//! How wide the columns of a table are on its sheet, in characters.

use super::held::{Held, held};
use super::looks::Side;
use super::words::capital;
use crate::document::{ColumnKind, Table};
use crate::model::Language;

/// Wider words go on below.
const MOST: usize = 50;
/// Narrower looks like a gap.
const LEAST: usize = 6;
/// Room beside the longest, and beside a heading with its button.
const ROOM: usize = 1;
const BUTTON: usize = 2;
/// Characters of a day.
const DAY: usize = 10;

/// A column of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Width {
    /// To which side its cells are set.
    pub(super) side: Side,
    /// Characters across.
    pub(super) characters: u16,
    /// Whether some of its words go on below.
    pub(super) wraps: bool,
}

/// The widths of all columns.
/// `tells_unknown`: the reasons why something is unknown stand within the cells.
pub(super) fn widths(table: &Table, language: Language, tells_unknown: bool) -> Vec<Width> {
    let columns = table.columns.iter().enumerate();
    let width = columns.map(|(at, column)| {
        let cells = table.rows.iter();
        let held = cells.map(|cells| held(&cells[at], column, language));
        let (longest, breaks) = held.fold((0, false), |(longest, breaks), held| {
            let breaks_too = matches!(&held, Held::Words(text) if text.contains('\n'));
            (
                longest.max(length(&held, tells_unknown)),
                breaks || breaks_too,
            )
        });
        let heading = capital(column.term.get(language));
        let words = heading.split_whitespace().map(|it| it.chars().count());
        let heading = words.max().unwrap_or(0) + BUTTON;
        let characters = (longest.min(MOST) + ROOM).max(heading).max(LEAST);
        Width {
            side: side(column.kind),
            characters: u16::try_from(characters).unwrap_or(u16::MAX),
            wraps: breaks || longest > MOST,
        }
    });
    width.collect()
}

fn side(kind: ColumnKind) -> Side {
    if kind.is_number() || matches!(kind, ColumnKind::Date | ColumnKind::Month) {
        Side::Right
    } else {
        Side::Left
    }
}

impl Width {
    /// Lines that a heading needs beside its button.
    pub(super) fn lines_of_heading(self, heading: &str) -> u32 {
        lines(heading, usize::from(self.characters).saturating_sub(BUTTON))
    }

    /// Lines that a cell needs.
    pub(super) fn lines_of(self, held: &Held) -> u32 {
        match held {
            Held::Words(text) if self.wraps => {
                lines(text, usize::from(self.characters).saturating_sub(ROOM))
            }
            _ => 1,
        }
    }
}

/// Lines that a text needs where so many characters stand on one. Spreadsheets do not
/// all make room by themselves.
pub(super) fn lines(text: &str, room: usize) -> u32 {
    let room = room.max(1);
    let lines = text.split('\n').map(|paragraph| {
        let (mut lines, mut taken) = (1, 0);
        for word in paragraph.split_whitespace() {
            let length = word.chars().count();
            let with_gap = length + usize::from(taken > 0);
            if taken + with_gap <= room {
                taken += with_gap;
            } else {
                lines += usize::from(taken > 0) + (length - 1) / room;
                taken = (length - 1) % room + 1;
            }
        }
        lines
    });
    u32::try_from(lines.sum::<usize>()).unwrap_or(u32::MAX)
}

/// The longest line of what a cell holds.
fn length(held: &Held, tells_unknown: bool) -> usize {
    match held {
        Held::Unknown(reason) if tells_unknown => reason.chars().count() + 2,
        Held::Number(figure, shape) => shape.width(*figure),
        Held::Digits(digits) => digits.chars().count(),
        Held::Day(_) | Held::Month(_) => DAY,
        Held::Words(text) => {
            let lines = text.lines().map(|line| line.chars().count());
            lines.max().unwrap_or(0)
        }
        Held::Unknown(_) | Held::Nothing => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_the_lines_that_its_words_need() {
        assert_eq!(lines("", 10), 1);
        assert_eq!(lines("een twee drie", 13), 1);
        assert_eq!(lines("een twee drie", 12), 2);
        assert_eq!(lines("een\n\ntwee", 12), 3);
        assert_eq!(lines("abcdefghij", 4), 3);
        assert_eq!(lines("a abcdefgh b", 4), 4);
    }
}

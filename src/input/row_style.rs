//! How the rows of a log are written, found in the log itself, so that a row that is
//! added looks like the others.

use super::convention;
use super::csv::blocks::{BLOCK, FIRST};
use super::csv::rows::{Row, Rows};
use super::csv::text::Text;
use super::origin::HeldLog;
use crate::model::{Date, NumberStyle, Separator};
use std::io::{self, Read as _, Seek as _, SeekFrom};

/// How the rows of a log are written.
#[derive(Debug)]
pub(super) struct RowStyle {
    /// What ends a row.
    pub(super) line_end: &'static str,
    /// Whether the last row has its end.
    pub(super) is_ended: bool,
    /// How a date is written.
    pub(super) date: DateStyle,
    /// Whether the first rows are UTF-8.
    pub(super) is_utf8: bool,
    /// The line on which a row that is added will stand, from 1.
    pub(super) next_line: usize,
}

/// How a log is cut.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cut {
    /// What stands between its cells.
    pub(super) separator: Separator,
    /// How its numbers and dates are written.
    pub(super) numbers: NumberStyle,
    /// Which of its columns holds the date.
    pub(super) date: Option<usize>,
}

impl RowStyle {
    /// Looks how the rows of a log are written.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(super) fn of(held: HeldLog<'_>, cut: Cut) -> io::Result<Self> {
        let mut text = Text::open(held.into())?;
        let mut start = Vec::new();
        let mut goes_on = text.fill(&mut start, FIRST)?;
        let mut lines = line_ends(&start);
        let mut last = start.last().copied();
        let mut block = Vec::new();
        while goes_on {
            block.clear();
            goes_on = text.fill(&mut block, BLOCK)?;
            lines += line_ends(&block);
            last = block.last().copied().or(last);
        }
        // Lone carriage returns come out as line ends.
        let is_ended = last.is_none_or(|byte| byte == b'\n');
        Ok(Self {
            line_end: line_end(&start, cut.separator, first_end(held)?),
            is_ended,
            date: DateStyle::of(&start, cut),
            is_utf8: std::str::from_utf8(&start)
                .map_or_else(|it| it.error_len().is_none(), |_| true),
            next_line: lines + if is_ended { 1 } else { 2 },
        })
    }
}

fn line_ends(text: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', text).count()
}

/// The first line end in the bytes of a log, whatever its letters are kept as.
fn first_end(held: HeldLog<'_>) -> io::Result<Option<u8>> {
    let mut file = held.file.try_clone()?;
    file.seek(SeekFrom::Start(0))?;
    let mut start = Vec::new();
    file.take(u64::try_from(FIRST).unwrap_or(u64::MAX))
        .read_to_end(&mut start)?;
    let has_line_feed = memchr::memchr(b'\n', &start).is_some();
    let has_return = memchr::memchr(b'\r', &start).is_some();
    Ok(match (has_line_feed, has_return) {
        (true, _) => Some(b'\n'),
        (false, true) => Some(b'\r'),
        (false, false) => None,
    })
}

/// What ends the first row; a row that has no end yet gets the one that spreadsheets
/// write.
fn line_end(start: &[u8], separator: Separator, first: Option<u8>) -> &'static str {
    let mut rows = Rows::new(start, 0, separator.byte(), 1);
    let length = rows.next().map_or(0, |row| row.bytes.len());
    match (first, &start[length..rows.taken()]) {
        (Some(b'\r'), _) => "\r",
        (_, [b'\n']) => "\n",
        _ => "\r\n",
    }
}

/// How a date is written: which part comes first, what stands between the parts, and
/// whether small numbers have a nought before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateStyle {
    /// `2023-09-30`
    YearFirst(&'static str),
    /// `30/09/2023`
    DayFirst(&'static str),
    /// `30/9/2023`
    DayFirstShort(&'static str),
}

impl DateStyle {
    /// The ways in which a date may be written; the most usual one first.
    const ALL: [Self; 10] = [
        Self::DayFirst("/"),
        Self::DayFirst("-"),
        Self::DayFirst("."),
        Self::YearFirst("-"),
        Self::YearFirst("/"),
        Self::YearFirst("."),
        Self::YearFirst(""),
        Self::DayFirstShort("/"),
        Self::DayFirstShort("-"),
        Self::DayFirstShort("."),
    ];

    /// As the first row that has a date writes it, else as the convention does.
    fn of(start: &[u8], cut: Cut) -> Self {
        let rows = Rows::new(start, 0, cut.separator.byte(), 1).skip(1);
        let mut rows = rows.filter(|row| row.fault.is_none());
        rows.find_map(|row| Self::in_row(&row, cut))
            .unwrap_or(match cut.numbers {
                NumberStyle::Belgian => Self::DayFirst("/"),
                NumberStyle::Plain => Self::YearFirst("-"),
            })
    }

    fn in_row(row: &Row<'_>, cut: Cut) -> Option<Self> {
        let text = row.text(cut.date?);
        let text = text.trim();
        let date = convention::date(text, cut.numbers).ok()?;
        Self::ALL.into_iter().find(|it| it.written(date) == text)
    }

    /// A date, written so.
    pub(super) fn written(self, date: Date) -> String {
        let (year, month, day) = (date.year(), date.month(), date.day());
        match self {
            Self::YearFirst(mark) => format!("{year:04}{mark}{month:02}{mark}{day:02}"),
            Self::DayFirst(mark) => format!("{day:02}{mark}{month:02}{mark}{year:04}"),
            Self::DayFirstShort(mark) => format!("{day}{mark}{month}{mark}{year:04}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn style(bytes: &[u8]) -> RowStyle {
        let mut file = tempfile::tempfile().expect("a file for the test can be made");
        io::Write::write_all(&mut file, bytes).expect("it can be written");
        let held = HeldLog {
            path: Path::new("log.csv"),
            file: &file,
            more: &[],
        };
        let is_plain = bytes.contains(&b',');
        let cut = Cut {
            separator: if is_plain {
                Separator::Comma
            } else {
                Separator::Semicolon
            },
            numbers: if is_plain {
                NumberStyle::Plain
            } else {
                NumberStyle::Belgian
            },
            date: Some(0),
        };
        RowStyle::of(held, cut).expect("it can be read")
    }

    #[test]
    fn line_ends_are_those_of_the_first_row() {
        for (bytes, line_end, is_ended, next_line) in [
            (&b"datum;actie\r\n1/1/2023;5\r\n"[..], "\r\n", true, 3),
            (b"datum;actie\n1/1/2023;5\n", "\n", true, 3),
            (b"datum;actie\n1/1/2023;5", "\n", false, 3),
            (b"datum;actie\r1/1/2023;5\r", "\r", true, 3),
            (b"datum;actie\r1/1/2023;5", "\r", false, 3),
            (b"datum;actie", "\r\n", false, 2),
            (b"\"da\ntum\";actie\r\n", "\r\n", true, 3),
            (b"\xFF\xFEd\0;\0\n\0", "\n", true, 2),
        ] {
            let style = style(bytes);
            let found = (style.line_end, style.is_ended, style.next_line);
            assert_eq!(found, (line_end, is_ended, next_line), "{bytes:?}");
        }
        let utf16: Vec<u8> = [0xFF, 0xFE]
            .into_iter()
            .chain(
                "datum;actie\r\n1/1/2023;5"
                    .encode_utf16()
                    .flat_map(u16::to_le_bytes),
            )
            .collect();
        let style = style(&utf16);
        assert_eq!(
            (style.line_end, style.is_ended, style.next_line),
            ("\r\n", false, 3)
        );
    }

    #[test]
    fn dates_are_written_as_the_first_one_is() {
        let date = Date::constant(2023, 4, 3);
        for (first, as_written) in [
            ("12/10/2022", "03/04/2023"),
            ("2/10/2022", "3/4/2023"),
            ("12-10-2022", "03-04-2023"),
            ("12.10.2022", "03.04.2023"),
            ("2022-10-12", "2023-04-03"),
            ("20221012", "20230403"),
            ("12 oktober 2022", "03/04/2023"),
            ("", "03/04/2023"),
            ("31/31/2022", "03/04/2023"),
        ] {
            let style = style(format!("datum;actie\n{first};5\n").as_bytes());
            assert_eq!(style.date.written(date), as_written, "{first}");
        }
        let plain = style(b"date,action\n");
        assert_eq!(plain.date.written(date), "2023-04-03");
    }

    #[test]
    fn letters_that_are_not_utf8_are_noticed() {
        assert!(style("datum;actie;één\n".as_bytes()).is_utf8);
        assert!(!style(b"datum;actie;\xE9\xE9n\n").is_utf8);
    }
}

//! A row that is to be added to a log, written as the log writes its own: its columns,
//! its separator, its dates, its line ends, its letters.

use super::csv::rows::Rows;
use super::origin::HeldLog;
use super::progress_columns::COLUMNS;
use super::row_style::{Cut, RowStyle};
use crate::model::{ColumnRead, Date, Encoding, HowRead, LogFile, Separator, folded_plain};
use crate::wording::Both;
use encoding_rs::WINDOWS_1252;
use std::io;

/// A row that can be put at the end of its log.
#[derive(Debug)]
pub struct ReadyRow {
    /// Its bytes, with the end of the row before it where that lacks one.
    pub bytes: Vec<u8>,
    /// The line on which it will stand, from 1.
    pub line: usize,
}

/// Why a row cannot be written as its log is.
#[derive(Debug)]
pub enum NoRow {
    /// A column that every row needs has no text.
    Lacking {
        /// Its key.
        key: &'static str,
    },
    /// The log has no such column.
    NoColumn {
        /// Its key.
        key: &'static str,
        /// Its headings.
        names: Both,
    },
    /// The dossier says for all rows of the log what stands in that column.
    Fixed {
        /// Its key.
        key: &'static str,
        /// What the dossier says.
        text: String,
    },
    /// The letters of the log cannot hold a text.
    NotInLetters {
        /// The key of its column.
        key: &'static str,
    },
}

/// Makes a row for a log that was read as `how` says. The texts are by the key of their
/// column; they are checked by whoever reads the log with the row.
///
/// # Errors
/// When the log cannot be read.
pub fn ready_row(
    held: HeldLog<'_>,
    log: &LogFile,
    how: &HowRead,
    texts: &[(&'static str, String)],
) -> io::Result<Result<ReadyRow, NoRow>> {
    if let Err(no_row) = fits(log, how, texts) {
        return Ok(Err(no_row));
    }
    let columns = || in_file(how).map(|column| column.read_as.as_ref().map(|(key, _)| *key));
    let separator = how.layout.separator.map(|(separator, _)| separator);
    let cut = Cut {
        separator: separator.unwrap_or(Separator::Semicolon),
        numbers: how.layout.numbers,
        date: columns().position(|key| key == Some("date")),
    };
    let style = RowStyle::of(held, cut)?;
    let text_of = |key: Option<&str>| {
        let found = texts.iter().find(|(it, _)| Some(*it) == key);
        found.map_or_else(String::new, |(key, text)| match (*key, iso_date(text)) {
            ("date", Some(date)) => style.date.written(date),
            // One line feed, and the carriage returns of the log would end no line more.
            _ if style.line_end == "\r" => text.replace("\r\n", "\r").replace('\n', "\r"),
            _ => text.clone(),
        })
    };
    let cells: Vec<(Option<&'static str>, String)> =
        columns().map(|key| (key, text_of(key))).collect();
    let letters = Letters::of(how, &style);
    let bytes = match written(&cells, cut.separator, letters) {
        Ok(bytes) => bytes,
        Err(no_row) => return Ok(Err(no_row)),
    };
    let end = letters.end(style.line_end);
    let before = if style.is_ended { &[] } else { end.as_slice() };
    Ok(Ok(ReadyRow {
        bytes: [before, &bytes, &end].concat(),
        line: style.next_line,
    }))
}

/// The columns that stand in the file, in their order.
fn in_file(how: &HowRead) -> impl Iterator<Item = &ColumnRead> {
    let columns = how.layout.columns.iter();
    columns.filter(|column| column.letters.is_some())
}

/// Whether the log has a place for every text, and a text for every place that needs one.
fn fits(log: &LogFile, how: &HowRead, texts: &[(&'static str, String)]) -> Result<(), NoRow> {
    let has = |key: &str| in_file(how).any(|it| it.read_as.as_ref().is_some_and(|it| it.0 == key));
    for column in COLUMNS {
        let key = column.key;
        let text = texts
            .iter()
            .find(|(it, _)| *it == key)
            .map(|(_, text)| text);
        let fixed = log.fixed.iter().find(|(it, _)| *it == key);
        match (text, fixed) {
            (Some(text), Some((_, fixed))) if folded_plain(text) != folded_plain(&fixed.value) => {
                let text = fixed.value.clone();
                return Err(NoRow::Fixed { key, text });
            }
            (Some(_), None) if !has(key) => {
                let names = column.names;
                return Err(NoRow::NoColumn { key, names });
            }
            (None, None) if column.needed => return Err(NoRow::Lacking { key }),
            _ => {}
        }
    }
    Ok(())
}

/// A date as `2023-09-30` and nothing else; any other text goes to the reader as it is.
fn iso_date(text: &str) -> Option<Date> {
    let date: Date = text.parse().ok()?;
    (date.to_string() == text).then_some(date)
}

/// How the letters of a log are kept.
#[derive(Debug, Clone, Copy)]
enum Letters {
    Utf8,
    Windows1252,
    Utf16Le,
    Utf16Be,
}

impl Letters {
    fn of(how: &HowRead, style: &RowStyle) -> Self {
        match how.encoding {
            Encoding::Utf16Le => Self::Utf16Le,
            Encoding::Utf16Be => Self::Utf16Be,
            Encoding::Utf8Marked => Self::Utf8,
            Encoding::Utf8 | Encoding::Workbook => {
                if how.windows_1252_rows > 0 || !style.is_utf8 {
                    Self::Windows1252
                } else {
                    Self::Utf8
                }
            }
        }
    }

    /// A text in these letters; none where they cannot hold it.
    fn encoded(self, text: &str) -> Option<Vec<u8>> {
        Some(match self {
            Self::Utf8 => text.as_bytes().to_vec(),
            Self::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Self::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            Self::Windows1252 => {
                let (bytes, _, has_strange) = WINDOWS_1252.encode(text);
                (!has_strange).then(|| bytes.into_owned())?
            }
        })
    }

    fn end(self, line_end: &str) -> Vec<u8> {
        self.encoded(line_end).unwrap_or_default()
    }
}

/// The bytes of a row without its end.
fn written(
    cells: &[(Option<&'static str>, String)],
    separator: Separator,
    letters: Letters,
) -> Result<Vec<u8>, NoRow> {
    let mark = char::from(separator.byte());
    let row: Vec<String> = cells.iter().map(|(_, text)| quoted(text, mark)).collect();
    let bytes = letters.encoded(&row.join(&mark.to_string()));
    let strange = match &bytes {
        // What happens to be UTF-8 would be read as that.
        Some(bytes) if matches!(letters, Letters::Windows1252) => {
            let row = Rows::new(bytes, 0, separator.byte(), 1).next();
            let is_other = |index: usize, text: &str| {
                row.as_ref().is_none_or(|row| row.own_text(index) != text)
            };
            (0..)
                .zip(cells)
                .find(|(index, (_, text))| is_other(*index, text))
        }
        Some(_) => None,
        None => (0..)
            .zip(cells)
            .find(|(_, (_, text))| letters.encoded(text).is_none()),
    };
    match (strange, bytes) {
        (None, Some(bytes)) => Ok(bytes),
        (strange, _) => Err(NoRow::NotInLetters {
            key: strange.and_then(|(_, (key, _))| *key).unwrap_or("note"),
        }),
    }
}

/// A cell as it stands between separators: between quotes where it could otherwise be
/// read as more than one.
fn quoted(text: &str, separator: char) -> String {
    if text.contains([separator, '"', '\r', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(texts: &[&str], letters: Letters) -> Result<Vec<u8>, &'static str> {
        let keys = ["date", "note"].into_iter();
        let cells: Vec<_> = keys
            .zip(texts)
            .map(|(key, text)| (Some(key), (*text).to_owned()))
            .collect();
        written(&cells, Separator::Semicolon, letters).map_err(|why| match why {
            NoRow::NotInLetters { key } => key,
            other => panic!("{other:?}"),
        })
    }

    #[test]
    fn a_cell_is_quoted_only_where_it_must_be() {
        let utf8 = |text| row(&["1", text], Letters::Utf8).expect("UTF-8 holds anything");
        assert_eq!(utf8("a, b"), b"1;a, b");
        assert_eq!(utf8("a;b"), b"1;\"a;b\"");
        assert_eq!(utf8("zei \"ja\""), b"1;\"zei \"\"ja\"\"\"");
        assert_eq!(utf8("a\nb"), b"1;\"a\nb\"");
    }

    #[test]
    fn letters_are_those_of_the_file() {
        assert_eq!(
            row(&["1", "é €"], Letters::Windows1252),
            Ok(b"1;\xE9 \x80".to_vec())
        );
        assert_eq!(row(&["1", "ő"], Letters::Windows1252), Err("note"));
        // In these bytes it would be read as one letter, é.
        assert_eq!(row(&["1", "Ã©"], Letters::Windows1252), Err("note"));
        assert_eq!(
            row(&["1", "é"], Letters::Utf16Be),
            Ok(vec![0, b'1', 0, b';', 0, 0xE9])
        );
    }
}

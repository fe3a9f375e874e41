//! How a file was cut into columns, for whoever asks to see it.

use super::header::Header;
use super::told::column_letters;
use crate::input::headings::Column;
use crate::input::personal_data::personal;
use crate::model::{ColumnRead, InTwoLanguages, Layout, LogFile};
use std::collections::BTreeMap;

/// The separator, the convention and the columns of a CSV file.
pub(in crate::input) fn layout(header: &Header, log: &LogFile, known: &[Column]) -> Layout {
    Layout {
        separator: Some((header.separator, header.separator_from)),
        numbers: header.numbers,
        numbers_declared: log.numbers.is_some(),
        columns: columns_read(&header.headings, &header.columns, log, known),
    }
}

/// What each column of a file is used for, and those that the dossier fixes.
pub(in crate::input) fn columns_read(
    headings: &[String],
    columns: &BTreeMap<&'static str, usize>,
    log: &LogFile,
    known: &[Column],
) -> Vec<ColumnRead> {
    let read_as = |key: &str| {
        let column = known.iter().find(|column| column.key == key)?;
        let names = InTwoLanguages {
            nl: column.names.nl.to_owned(),
            en: column.names.en.to_owned(),
        };
        Some((column.key, names))
    };
    // A column that the dossier fixes is not read from the file, even if it is there.
    let is_fixed = |key: &str| log.fixed.iter().any(|(fixed, _)| *fixed == key);
    let in_file = headings.iter().enumerate().map(|(index, heading)| {
        let mut keys = columns.iter();
        let key = keys.find(|(key, at)| **at == index && !is_fixed(key));
        ColumnRead {
            letters: Some(column_letters(index)),
            heading: Some(
                personal(heading).map_or_else(|| heading.clone(), |it| it.mask().to_owned()),
            ),
            read_as: key.and_then(|(key, _)| read_as(key)),
            fixed: None,
        }
    });
    let fixed = log.fixed.iter().map(|(key, text)| ColumnRead {
        letters: None,
        heading: None,
        read_as: read_as(key),
        fixed: Some(text.value.trim().to_owned()),
    });
    in_file.chain(fixed).collect()
}

//! What the columns of a log mean: each heading by its name in either language, or
//! as the dossier says.

use super::csv::told::{At, CellPlace, Told};
use super::fault::{DoubleColumn, MissingColumn, Reference, RefersToNothing, UnusedColumn};
use super::personal_data::personal;
use super::row_cells::kept;
use crate::model::{LogFile, folded_plain};
use crate::wording::Both;
use std::collections::BTreeMap;

/// Columns of the widest file that is read, as many as a sheet of a workbook can have.
pub(super) const MOST_COLUMNS: usize = 16_384;

/// A column that a kind of file may have.
#[derive(Debug)]
pub(super) struct Column {
    /// Its key.
    pub(super) key: &'static str,
    /// The headings by which it is known.
    pub(super) headings: &'static [&'static str],
    /// Whether the file cannot do without it.
    pub(super) needed: bool,
    /// The headings for people.
    pub(super) names: Both,
}

/// A heading of a file, and where it stands.
#[derive(Debug)]
pub(super) struct Heading {
    /// Its text, trimmed.
    pub(super) text: String,
    /// Its place.
    pub(super) place: CellPlace,
}

/// The column that a heading names: as the dossier says, else by its known names.
pub(super) fn column_of(
    heading: &str,
    log: &LogFile,
    known: &'static [Column],
) -> Option<&'static Column> {
    let heading = folded_plain(heading);
    let own = log
        .columns
        .iter()
        .find(|(_, text)| folded_plain(&text.value) == heading);
    match own {
        Some((key, _)) => known.iter().find(|column| column.key == key),
        // A column that the dossier maps has no other heading.
        None => known
            .iter()
            .filter(|column| log.columns.iter().all(|(key, _)| key != column.key))
            .find(|column| column.headings.contains(&heading.as_str())),
    }
}

/// Position of each column by its key. None when the file cannot be counted; what is
/// wrong is then told.
pub(super) fn columns(
    headings: &[Heading],
    log: &LogFile,
    known: &'static [Column],
    told: &mut Told,
) -> Option<BTreeMap<&'static str, usize>> {
    let (columns, doubles) = positions(headings, log, known, told);
    let strange = tell_strange(headings, log, told);
    let lacking = tell_lacking(headings, (&columns, log, known), told);
    (doubles + strange + lacking == 0).then_some(columns)
}

/// Position of each column by its key; tells headings that are not used and columns
/// that stand twice, and gives how many of those.
fn positions(
    headings: &[Heading],
    log: &LogFile,
    known: &'static [Column],
    told: &mut Told,
) -> (BTreeMap<&'static str, usize>, usize) {
    let mut columns = BTreeMap::new();
    let mut doubles = 0;
    for (index, heading) in headings.iter().enumerate() {
        let Some(column) = column_of(&heading.text, log, known) else {
            tell_unused(heading, told);
            continue;
        };
        let first = *columns.entry(column.key).or_insert(index);
        if first != index {
            doubles += 1;
            let fault = DoubleColumn {
                name: column.names,
                first: kept(&headings[first].text),
                second: kept(&heading.text),
            };
            let first = headings[first].place.clone();
            told.tell_with(fault, At::Cell(heading.place.clone()), Some(first));
        }
    }
    (columns, doubles)
}

/// Tells headings of the dossier that the file does not have, and gives how many.
fn tell_strange(headings: &[Heading], log: &LogFile, told: &mut Told) -> usize {
    let is_there = |text: &str| {
        headings
            .iter()
            .any(|it| folded_plain(&it.text) == folded_plain(text))
    };
    let strange = log
        .columns
        .iter()
        .filter(|(_, heading)| !is_there(&heading.value));
    strange
        .map(|(_, heading)| {
            let what = Reference::Header(heading.value.clone());
            told.tell(RefersToNothing { what }, At::Dossier(heading.span));
        })
        .count()
}

/// Tells needed columns that are neither there nor fixed, and gives how many. One
/// that the dossier maps was told already.
fn tell_lacking(
    headings: &[Heading],
    (columns, log, known): (&BTreeMap<&'static str, usize>, &LogFile, &'static [Column]),
    told: &mut Told,
) -> usize {
    let is_fixed = |key: &str| log.fixed.iter().any(|(fixed, _)| *fixed == key);
    let is_mapped = |key: &str| log.columns.iter().any(|(mapped, _)| mapped == key);
    let lacking = known.iter().filter(|it| {
        it.needed && !columns.contains_key(it.key) && !is_fixed(it.key) && !is_mapped(it.key)
    });
    let filled = || headings.iter().filter(|it| !it.text.is_empty());
    let at = || {
        let first = filled().next();
        first.map_or(At::File, |it| At::Cell(it.place.clone()))
    };
    lacking
        .map(|column| {
            let fault = MissingColumn {
                key: column.key,
                names: column.names,
                header: filled().map(|it| kept(&it.text)).collect(),
            };
            told.tell(fault, at());
        })
        .count()
}

/// Tells a column that is not used; a heading that is personal data is told as that.
fn tell_unused(heading: &Heading, told: &mut Told) {
    let at = At::Cell(heading.place.clone());
    match personal(&heading.text) {
        Some(found) => told.tell_personal(found, || at),
        None if heading.text.is_empty() => {}
        None => {
            let header = kept(&heading.text);
            told.tell(UnusedColumn { header }, at);
        }
    }
}

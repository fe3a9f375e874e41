//! What a workbook takes of memory, found out before it is opened: what the file says of its
//! own sizes need not be true. Looked at is what calamine will open, as calamine reads it:
//! what it holds is counted, and what it does not ask is asked, whether the cells of an
//! `.ods` come to their end and whether a cell of an `.xlsx` has a name that can be counted.

mod attributes;
mod excel;
mod names;
mod open_document;
mod pieces;
mod relations;

use crate::input::fault::FileFault;
use excel::Excel;
use open_document::refused_cells;
use std::collections::BTreeMap;
use std::io::{Read, Seek};
use zip::ZipArchive;

/// Bytes that all parts may unpack to.
const MOST_UNPACKED: u64 = 256 * 1024 * 1024;

/// Bytes of the parts that are held as a whole; of a sheet only its cells are.
const MOST_OF_A_PART: u64 = 24 * 1024 * 1024;

/// Bytes of one tag, text or comment: a cell holds 32 767 characters at the most.
const MOST_OF_A_PIECE: u64 = 1024 * 1024;

/// Bytes of the name of a tag or a sheet; a sheet of Excel has 31 letters at the most.
const MOST_OF_A_NAME: usize = 1024;

const MOST_SHEETS: usize = 1000;

/// Why an `.xlsx` is not opened, if it is not: what calamine will open of it is looked at,
/// in the order in which calamine finds it.
pub(super) fn refused_excel<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Option<FileFault> {
    let mut parts = Parts::of(archive);
    let mut excel = Excel::default();
    let mut look = |names: &[String], excel: &mut Excel| {
        let mut places = names.iter().flat_map(|name| parts.take(name));
        places.find_map(|index| excel.refused_part(archive.by_index(index).ok()?))
    };
    if let Some(why) = look(&["_rels/.rels".to_owned()], &mut excel) {
        return Some(why);
    }
    std::mem::take(&mut excel.relations)
        .books()
        .find_map(|book| {
            let why = look(&[book.relations()], &mut excel);
            why.or_else(|| {
                let related = std::mem::take(&mut excel.relations);
                let parts = match related.opened_by(&book) {
                    Ok(parts) => parts,
                    Err(why) => return Some(why),
                };
                look(&parts, &mut excel)
            })
        })
}

/// Why an `.ods` is not opened, if it is not. Of its parts calamine reads only the cells, and
/// a list of all parts that it holds.
pub(super) fn refused_open_document<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
) -> Option<FileFault> {
    let mut parts = Parts::of(archive);
    let mut look = |name: &str, refused: &mut dyn FnMut(&mut dyn Read) -> Option<FileFault>| {
        let mut places = parts.take(name).into_iter();
        places.find_map(|index| refused(&mut archive.by_index(index).ok()?))
    };
    let list = look("META-INF/manifest.xml", &mut |part| {
        Excel::default().refused_part(part)
    });
    list.or_else(|| look("content.xml", &mut |part| refused_cells(part)))
}

/// The parts of a packed file that nobody has looked at yet, by their names.
struct Parts(BTreeMap<String, Vec<usize>>);

impl Parts {
    fn of<R: Read + Seek>(archive: &ZipArchive<R>) -> Self {
        let mut parts: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (index, name) in archive.file_names().enumerate() {
            // A name that is no text stops calamine as well.
            if let Ok(name) = name {
                parts.entry(part_name(&name)).or_default().push(index);
            }
        }
        Self(parts)
    }

    /// Where the parts of this name stand: there may be several that calamine could mean.
    fn take(&mut self, name: &str) -> Vec<usize> {
        self.0.remove(&part_name(name)).unwrap_or_default()
    }
}

/// The name of a part as all its spellings are told to be the same.
fn part_name(name: &str) -> String {
    name.replace('\\', "/").to_ascii_lowercase()
}

#[cfg(test)]
mod tests;

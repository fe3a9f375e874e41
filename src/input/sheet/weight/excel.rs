//! What the parts of an `.xlsx` take. Of a sheet only its cells are held, one after the
//! other; of texts, formats, names and relations all.

use super::attributes::attributes;
use super::names::names_no_cell;
use super::pieces::{Broken, Pieces};
use super::{DEEPEST, MOST_OF_A_PART, MOST_OF_A_PIECE, MOST_PARTS, MOST_SHEETS, MOST_UNPACKED};
use crate::input::fault::FileFault;
use quick_xml::events::{BytesStart, Event};
use std::io::Read;

/// Tags whose part calamine holds, whatever its first tag says that it is.
const HELD: [&str; 10] = [
    "Relationship",
    "borders",
    "cellXfs",
    "clrScheme",
    "definedName",
    "fills",
    "fonts",
    "numFmts",
    "sheet",
    "sst",
];

/// Bytes that all formats take.
const MOST_OF_FORMATS: u64 = 40 * 1024 * 1024;

/// Bytes that a format, a font, a border or a filling takes beside its texts.
const OF_A_FORMAT: u64 = 512;

/// What the parts that were looked at add up to.
#[derive(Debug, Default)]
pub(super) struct Excel {
    unpacked: u64,
    sheets: u64,
    relations: u64,
    /// Bytes of the parts that are held as a whole.
    held: u64,
    formats: u64,
}

/// What was seen of the part that is being looked at.
#[derive(Debug, Default)]
struct Seen {
    /// Whether its first tag says that it is a sheet.
    is_sheet: Option<bool>,
    is_held: bool,
    /// Where the cell began that has not ended: how many bytes and how deep.
    cell: Option<(u64, usize)>,
    /// Texts that a list says it has, at the most.
    promised: u64,
    /// Bytes of the longest name of a font, and of the longest format of a number: each
    /// format has a copy of those it refers to.
    longest_name: u64,
    longest_format: u64,
}

impl Excel {
    /// Why a workbook with this part is not opened, if it is not.
    pub(super) fn refused_part(&mut self, part: impl Read) -> Option<FileFault> {
        let mut pieces = Pieces::of(part);
        let mut seen = Seen::default();
        loop {
            let (before, above) = (pieces.bytes(), pieces.depth());
            let Some(event) = pieces.next() else {
                break;
            };
            match event {
                Event::Start(tag) => {
                    if tag.local_name().as_ref() == "c" {
                        seen.cell.get_or_insert((before, above));
                    }
                    if self.begins(&tag, &mut seen) {
                        return Some(FileFault::Damaged);
                    }
                }
                Event::End(_) => {
                    seen.cell = seen.cell.filter(|(_, depth)| above > depth + 1);
                }
                _ => {}
            }
            if self.is_too_large(&pieces, &seen) {
                return Some(FileFault::TooLarge);
            }
        }
        self.unpacked += pieces.bytes();
        if seen.is_held {
            self.held += pieces.bytes();
        }
        if pieces.is_too_long() {
            return Some(FileFault::TooLarge);
        }
        // Room is made for as many texts as a list promises before the first is read.
        let boasts = seen.promised > pieces.bytes();
        (boasts || pieces.broken() == Some(Broken::ForUs)).then_some(FileFault::Damaged)
    }

    /// Takes note of a tag; whether no workbook has it.
    fn begins(&mut self, tag: &BytesStart<'_>, seen: &mut Seen) -> bool {
        let name = tag.local_name();
        let name = name.as_ref();
        let length = |tag: &BytesStart<'_>| u64::try_from(tag.len()).unwrap_or(u64::MAX);
        seen.is_sheet.get_or_insert(name == "worksheet");
        seen.is_held |= HELD.contains(&name);
        match name {
            "sheet" => self.sheets += 1,
            "Relationship" => {
                self.relations += 1;
                return leads_to_no_part(tag);
            }
            "sst" => seen.promised = seen.promised.max(promised(tag)),
            "name" => seen.longest_name = seen.longest_name.max(length(tag)),
            "numFmt" => seen.longest_format = seen.longest_format.max(length(tag)),
            "xf" => {
                let texts = seen.longest_name.saturating_add(seen.longest_format);
                self.formats = self.formats.saturating_add(OF_A_FORMAT + texts);
            }
            "border" | "fill" | "font" => self.formats += OF_A_FORMAT,
            _ => {}
        }
        names_no_cell(tag)
    }

    fn is_too_large<R: Read>(&self, pieces: &Pieces<R>, seen: &Seen) -> bool {
        let bytes = pieces.bytes();
        let is_streamed = seen.is_sheet == Some(true) && !seen.is_held;
        let of_cell = seen.cell.map_or(0, |(before, _)| bytes - before);
        let held = match seen.is_held {
            true => self.held + bytes,
            false => self.held,
        };
        !is_streamed && bytes > MOST_OF_A_PART
            || held > MOST_OF_A_PART
            || of_cell > MOST_OF_A_PIECE
            || self.unpacked + bytes > MOST_UNPACKED
            || self.formats > MOST_OF_FORMATS
            || self.sheets > MOST_SHEETS
            || self.relations > MOST_PARTS
            || pieces.depth() > DEEPEST
    }
}

/// Whether a relation names a part that calamine would open, and that nobody has looked at.
fn leads_to_no_part(tag: &BytesStart<'_>) -> bool {
    const OPENED: [&str; 4] = ["worksheet", "chartsheet", "dialogsheet", "officeDocument"];
    let values = |wanted: &'static str| {
        attributes(tag.attributes_raw())
            .filter_map(move |(key, value)| (key == wanted).then_some(value))
    };
    let is_opened = |kind: &str| {
        kind.rsplit('/')
            .next()
            .is_some_and(|it| OPENED.contains(&it))
    };
    values("Type").any(is_opened) && values("Target").any(|part| !is_looked_at(part))
}

/// Whether a part is looked at, by its name.
pub(super) fn is_looked_at(part: &str) -> bool {
    let part = part.to_ascii_lowercase();
    part.ends_with(".xml") || part.ends_with(".rels")
}

/// How many texts a list says that it has.
fn promised(list: &BytesStart<'_>) -> u64 {
    let counts = attributes(list.attributes_raw()).filter(|(key, _)| *key == "uniqueCount");
    let number = |text: &str| {
        let digits = text.trim_matches(|it: char| !it.is_ascii_digit());
        // More digits than a number has promise nothing: it is not a number.
        digits.parse().unwrap_or(0)
    };
    counts.map(|(_, count)| number(count)).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_takes_no_more_than_is_counted() {
        let size = size_of::<calamine::Style>().max(size_of::<calamine::Font>());
        let size = size.max(size_of::<calamine::Borders>());
        assert!(
            u64::try_from(size).expect("it fits") <= OF_A_FORMAT,
            "{size}"
        );
    }
}

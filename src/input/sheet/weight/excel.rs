//! What the parts of an `.xlsx` take. Of a sheet only its cells are held, one after the
//! other; of texts, formats, names and relations all.

use super::attributes::attributes;
use super::names::names_no_cell;
use super::pieces::{Broken, Pieces};
use super::relations::{MOST_RELATIONS, Relations};
use super::{MOST_OF_A_NAME, MOST_OF_A_PART, MOST_OF_A_PIECE, MOST_SHEETS, MOST_UNPACKED};
use crate::input::fault::FileFault;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeSet;
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

/// Bytes that a text of the list takes beside what it says.
const OF_A_TEXT: u64 = 8;

/// What the parts that were looked at add up to.
#[derive(Debug, Default)]
pub(super) struct Excel {
    /// The relations that were seen and not yet followed.
    pub(super) relations: Relations,
    unpacked: u64,
    /// Sheets by what is to be only one's: its name, and the relation to its part.
    sheets: [BTreeSet<String>; 2],
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
    /// The cell that has not ended.
    cell: Option<CellSeen>,
    /// Texts that a list says it has, at the most.
    promised: u64,
    /// Bytes that the texts of a list take beside what they say.
    texts: u64,
    /// Bytes of the longest name of a font, and of the longest format of a number: each
    /// format has a copy of those it refers to.
    longest_name: u64,
    longest_format: u64,
}

/// A cell of a sheet.
#[derive(Debug)]
struct CellSeen {
    /// At which byte it began, and how deep.
    byte: u64,
    depth: usize,
    is_text: bool,
    /// Whether its value is the number of a text.
    is_number_of_text: bool,
    values: usize,
    /// How deep its value stands, and whether something was in it.
    value: Option<(usize, bool)>,
}

impl Excel {
    /// Why a workbook with this part is not opened, if it is not.
    pub(super) fn refused_part(&mut self, part: impl Read) -> Option<FileFault> {
        let mut pieces = Pieces::of(part);
        let mut seen = Seen::default();
        loop {
            let (byte, depth) = (pieces.bytes(), pieces.depth());
            let Some(event) = pieces.next() else {
                break;
            };
            let is_wrong = match event {
                Event::Start(tag) => {
                    let is_in_value = seen.in_value();
                    seen.begin_cell(&tag, byte, depth);
                    is_in_value || seen.has_two_values() || self.begins(&tag, &mut seen)
                }
                Event::End(_) => {
                    seen.end(depth);
                    false
                }
                Event::Text(text) => seen.holds(Some(&text)),
                _ => seen.holds(None),
            };
            if is_wrong {
                return Some(FileFault::Damaged);
            }
            if self.is_too_large(&pieces, &seen) {
                return Some(FileFault::TooLarge);
            }
        }
        self.unpacked += pieces.bytes();
        if seen.is_held {
            self.held += pieces.bytes() + seen.texts;
        }
        if pieces.are_too_much() {
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
            "sheet" => return !self.is_new_sheet(tag),
            "Relationship" => self.relations.add(tag),
            "sst" => seen.promised = seen.promised.max(promised(tag)),
            "si" => seen.texts += OF_A_TEXT,
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

    /// Whether a sheet has a name and a part of its own: whatever is named twice would be
    /// read twice, and the name stands in the place of each finding.
    fn is_new_sheet(&mut self, tag: &BytesStart<'_>) -> bool {
        attributes(tag.attributes_raw()).all(|(key, value)| {
            let which = match key.rsplit(':').next() {
                Some("name") => 0,
                Some("id") => 1,
                _ => return true,
            };
            value.len() <= MOST_OF_A_NAME && self.sheets[which].insert(value.to_owned())
        })
    }

    fn is_too_large<R: Read>(&self, pieces: &Pieces<R>, seen: &Seen) -> bool {
        let bytes = pieces.bytes();
        let is_streamed = seen.is_sheet == Some(true) && !seen.is_held;
        let of_cell = seen.cell.as_ref().map_or(0, |cell| bytes - cell.byte);
        let held = match seen.is_held {
            true => self.held + bytes + seen.texts,
            false => self.held,
        };
        !is_streamed && bytes > MOST_OF_A_PART
            || held > MOST_OF_A_PART
            || of_cell > MOST_OF_A_PIECE
            || self.unpacked + bytes > MOST_UNPACKED
            || self.formats > MOST_OF_FORMATS
            || self.sheets.iter().any(|it| it.len() > MOST_SHEETS)
            || self.relations.len() > MOST_RELATIONS
            || pieces.are_too_much()
    }
}

impl Seen {
    fn begin_cell(&mut self, tag: &BytesStart<'_>, byte: u64, depth: usize) {
        let name = tag.local_name();
        match (name.as_ref(), &mut self.cell) {
            ("c", None) => {
                let types = || attributes(tag.attributes_raw()).filter(|(key, _)| *key == "t");
                let is_text = |kind: &str| matches!(kind, "str" | "inlineStr" | "is" | "d");
                self.cell = Some(CellSeen {
                    byte,
                    depth,
                    is_text: types().next().is_some() && types().all(|(_, kind)| is_text(kind)),
                    is_number_of_text: types().any(|(_, kind)| kind == "s"),
                    values: 0,
                    value: None,
                });
            }
            ("v", Some(cell)) => {
                cell.values += 1;
                cell.value = Some((depth, false));
            }
            _ => {}
        }
    }

    /// Whether a cell has two values: calamine would take the last.
    fn has_two_values(&self) -> bool {
        self.cell.as_ref().is_some_and(|cell| cell.values > 1)
    }

    /// Whether what comes now stands in the value of a cell that is no text.
    fn in_value(&self) -> bool {
        let cell = self.cell.as_ref().filter(|cell| !cell.is_text);
        cell.is_some_and(|cell| cell.value.is_some())
    }

    /// Takes note of what a cell may hold; whether calamine would read another value than
    /// stands there. It takes only the first piece of a number, and for the number of a text
    /// that is none the first text.
    fn holds(&mut self, text: Option<&str>) -> bool {
        let Some(cell) = self.cell.as_mut().filter(|cell| !cell.is_text) else {
            return false;
        };
        let Some((_, is_held)) = &mut cell.value else {
            return false;
        };
        let is_second = std::mem::replace(is_held, true);
        let is_no_number = |text: &str| !text.bytes().all(|byte| byte.is_ascii_digit());
        is_second || text.is_none_or(|text| cell.is_number_of_text && is_no_number(text))
    }

    /// Takes note of the end of a tag that stood so deep.
    fn end(&mut self, depth: usize) {
        if let Some(cell) = &mut self.cell {
            cell.value = cell.value.filter(|(above, _)| depth > above + 1);
        }
        self.cell = self.cell.take().filter(|cell| depth > cell.depth + 1);
    }
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

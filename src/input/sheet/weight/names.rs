//! Names of cells that calamine would take for another, or could not count with.

use super::attributes::attributes;
use quick_xml::events::BytesStart;

/// Tags of which calamine reads a cell's name.
const OF_CELLS: [&str; 7] = [
    "c",
    "row",
    "dimension",
    "f",
    "mergeCell",
    "table",
    "hyperlink",
];

/// Whether a tag of an `.xlsx` names a cell that no number holds: calamine would take it for
/// another. The last cell of a sheet is XFD1048576.
pub(super) fn names_no_cell(tag: &BytesStart<'_>) -> bool {
    // The margins of a chart are called `r` as well.
    if !OF_CELLS.contains(&tag.local_name().as_ref()) {
        return false;
    }
    let is_extent = tag.local_name().as_ref() == "dimension";
    let all = attributes(tag.attributes_raw());
    let mut names = all.filter(|(key, _)| matches!(*key, "r" | "ref"));
    names.any(|(_, name)| {
        let is_too_long = |cell: &str| {
            let letters = cell.bytes().take_while(u8::is_ascii_alphabetic).count();
            let digits = cell.bytes().filter(u8::is_ascii_digit).count();
            letters > 6 || digits > 9
        };
        name.split(':').any(is_too_long) || is_extent && ends_before_it_begins(name)
    })
}

/// Whether a range such as `C4:A1` runs backwards: calamine takes its first row and column
/// from its last.
fn ends_before_it_begins(range: &str) -> bool {
    let mut cells = range.split(':');
    let (Some(first), Some(last)) = (cells.next(), cells.next()) else {
        return false;
    };
    let place = |cell: &str| {
        let letters = cell.bytes().take_while(u8::is_ascii_alphabetic);
        let column = letters.fold(0, |column, letter| {
            column * 26 + u64::from(letter.to_ascii_uppercase() - b'A') + 1
        });
        let digits = cell.bytes().filter(u8::is_ascii_digit);
        let row = digits.fold(0, |row, digit| row * 10 + u64::from(digit - b'0'));
        (column, row)
    };
    let ((first_column, first_row), (last_column, last_row)) = (place(first), place(last));
    last_column < first_column || last_row < first_row
}

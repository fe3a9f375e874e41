mod opened;

use super::*;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn packed(parts: &[(&str, &str)]) -> Cursor<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in parts {
        archive.start_file(*name, options).expect("a part begins");
        archive.write_all(text.as_bytes()).expect("memory holds it");
    }
    archive.finish().expect("memory holds it")
}

const START: &str = "<Relationships><Relationship Type=\"a/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
const RELATED: &str = "<Relationships><Relationship Id=\"a\" Type=\"a/worksheet\" \
    Target=\"worksheets/sheet1.xml\"/></Relationships>";

/// Why a workbook is refused of which this is the only part that is not ordinary.
fn why_refused(name: &str, text: &str) -> Option<FileFault> {
    why_refused_with(&[(name, text)])
}

fn why_refused_with(others: &[(&str, &str)]) -> Option<FileFault> {
    let mut parts = vec![
        ("_rels/.rels", START),
        ("xl/_rels/workbook.xml.rels", RELATED),
    ];
    parts.retain(|(name, _)| others.iter().all(|(other, _)| other != name));
    parts.extend(others);
    let mut archive = ZipArchive::new(packed(&parts)).expect("it is packed");
    match others[0].0 {
        "content.xml" => refused_open_document(&mut archive),
        _ => refused_excel(&mut archive),
    }
}

fn is_refused(name: &str, text: &str) -> bool {
    why_refused(name, text) == Some(FileFault::TooLarge)
}

fn sheet(rows: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

fn table(rows: &str) -> String {
    format!("<table:table>{rows}</table:table>")
}

#[test]
fn no_piece_is_endless_wherever_it_stands() {
    let length = usize::try_from(MOST_OF_A_PIECE).expect("it fits") + 10_000;
    let long = "a".repeat(length);
    let marks = "<".repeat(length);
    for text in [
        sheet(&format!("<c><v>{long}</v></c>")),
        sheet(&format!("<c r=\"{long}\"/>")),
        sheet(&format!("<c r=\"{marks}\"/>")),
        sheet(&format!("<!--{marks}-->")),
        sheet(&format!("<![CDATA[{marks}]]>")),
        format!("<{long}/>"),
        format!("<!DOCTYPE a [{long}]>"),
    ] {
        let begin = &text[..40];
        assert!(is_refused("xl/worksheets/sheet1.xml", &text), "{begin}");
    }
    let cells = sheet(&"<c><v>1</v></c>".repeat(200_000));
    assert!(!is_refused("xl/worksheets/sheet1.xml", &cells));
}

#[test]
fn only_a_sheet_may_be_longer_than_what_is_held_as_a_whole() {
    let times = usize::try_from(MOST_OF_A_PART).expect("it fits") / 20 + 1;
    let long = "<a>1234567890123</a>".repeat(times);
    assert!(is_refused(
        "xl/sharedStrings.xml",
        &format!("<sst>{long}</sst>")
    ));
    assert!(!is_refused("xl/worksheets/sheet1.xml", &sheet(&long)));
    assert!(!is_refused("xl/media/image1.png", &long));
}

#[test]
fn a_workbook_has_no_thousand_sheets() {
    let sheets = |count: usize| {
        let sheets = (0..count).map(|nr| format!("<sheet name=\"a{nr}\" r:id=\"b{nr}\"/>"));
        format!("<sheets>{}</sheets>", sheets.collect::<String>())
    };
    assert!(is_refused("xl/workbook.xml", &sheets(1001)));
    assert!(!is_refused("xl/workbook.xml", &sheets(1000)));
    let tables = |count: usize| {
        let tables = (0..count).map(|nr| format!("<table:table table:name=\"{nr}\"/>"));
        format!("<a>{}</a>", tables.collect::<String>())
    };
    assert!(is_refused("content.xml", &tables(1001)));
    assert!(!is_refused("content.xml", &tables(1000)));
}

#[test]
fn every_sheet_has_a_name_and_a_part_of_its_own() {
    let damaged = Some(FileFault::Damaged);
    let book = |sheets: &str| why_refused("xl/workbook.xml", &format!("<a>{sheets}</a>"));
    assert_eq!(
        book("<sheet name=\"a\" id=\"1\"/><sheet name=\"b\" id=\"2\"/>"),
        None
    );
    assert_eq!(
        book("<sheet name=\"a\" id=\"1\"/><sheet name=\"a\" id=\"2\"/>"),
        damaged
    );
    assert_eq!(
        book("<sheet name=\"a\" id=\"1\"/><x:sheet name=\"b\" r:id='1'/>"),
        damaged
    );
    let named = |length: usize| format!("name=\"{}\"", "a".repeat(length));
    assert_eq!(book(&format!("<sheet {}/>", named(MOST_OF_A_NAME))), None);
    assert_eq!(
        book(&format!("<sheet {}/>", named(MOST_OF_A_NAME + 1))),
        damaged
    );
    let tables = |names: [&str; 2]| {
        let tables = names.map(|name| format!("<table:table table:{name}/>"));
        why_refused("content.xml", &format!("<a>{}</a>", tables.concat()))
    };
    assert_eq!(tables(["name=\"a\"", "name=\"b\""]), None);
    assert_eq!(tables(["name=\"a\"", "name=\"a\""]), damaged);
    assert_eq!(tables(["name=\"a\"", &named(MOST_OF_A_NAME + 1)]), damaged);
}

#[test]
fn cells_that_are_repeated_weigh_as_often() {
    let cell = |more: &str| format!("<table:table-cell office:value=\"1\" {more}/>");
    let row =
        |more: &str, cells: &str| format!("<table:table-row {more}>{cells}</table:table-row>");
    let often = "table:number-columns-repeated=\"16384\"";
    let rows = "table:number-rows-repeated=\"1048576\"";
    let empty = format!("<table:table-cell table:style-name=\"ce1\" {often}/>");
    for text in [
        table(&row(rows, &cell(often))),
        table(&row(rows, &cell(""))),
        table(
            &(row("", &cell("").repeat(3))
                + &row(rows, "<table:table-cell/>")
                + &row("", &cell(""))),
        ),
        table(&row(
            "",
            &format!("{}<text:s text:c=\"4000000000\"/>", cell("")),
        )),
        table(&row("", &(empty.clone() + &cell(""))).repeat(100)),
    ] {
        let begin: String = text.chars().take(80).collect();
        assert!(is_refused("content.xml", &text), "{begin}");
    }
    // As LibreOffice ends every row and every sheet.
    let filled = row("", &(cell("") + &empty));
    let rest = row(rows, &empty);
    assert!(!is_refused(
        "content.xml",
        &table(&(filled.repeat(1000) + &rest))
    ));
}

#[test]
fn cells_without_an_end_are_damaged() {
    let row = "<table:table-row><table:table-cell/></table:table-row>";
    let whole = table(row);
    for end in 1..whole.len() {
        let why = why_refused("content.xml", &whole[..end]);
        assert_eq!(why, Some(FileFault::Damaged), "{}", &whole[..end]);
    }
    assert_eq!(why_refused("content.xml", &whole), None);
    for text in [
        format!("<a>{row}</b>"),
        "<table:table><table:table-row></table:table></table:table-row>".to_owned(),
        "<table:table-valuetable:table-cell office:v>".to_owned(),
        "</a>".to_owned(),
    ] {
        let why = why_refused("content.xml", &text);
        assert_eq!(why, Some(FileFault::Damaged), "{text}");
    }
    let deep = |depth: usize| "<a>".repeat(depth) + &"</a>".repeat(depth);
    assert_eq!(why_refused("content.xml", &deep(1000)), None);
    assert!(is_refused("content.xml", &deep(1001)));
}

#[test]
fn a_cell_whose_name_cannot_be_counted_is_damaged() {
    let part = "xl/worksheets/sheet1.xml";
    for name in ["A1", "XFD1048576", "ZZZZZZ999999999", "A1:ZZZZZZ9"] {
        let text = sheet(&format!("<c r=\"{name}\"/>"));
        assert_eq!(why_refused(part, &text), None, "{name}");
    }
    for name in [
        "ZZZZZZZ1",
        "A4294967298",
        "A1:ZZZZxmlxml9",
        "A1:B0000000001",
    ] {
        for tag in ["c r", "row r", "dimension ref", "mergeCell ref"] {
            let text = sheet(&format!("<{tag}=\"{name}\"/>"));
            let why = why_refused(part, &text);
            assert_eq!(why, Some(FileFault::Damaged), "{tag} {name}");
        }
    }
}

#[test]
fn a_sheet_that_ends_before_it_begins_is_damaged() {
    let part = "xl/worksheets/sheet1.xml";
    let why = |range: &str| why_refused(part, &sheet(&format!("<dimension ref=\"{range}\"/>")));
    for range in ["A1", "A1:A1", "A1:C4", "z9:AA10", "B2:B3", "B2:C2"] {
        assert_eq!(why(range), None, "{range}");
    }
    for range in ["C4:A1", "A11:C1", "B1:A1", "A2:A1", "AA1:Z1", "aa1:Z9"] {
        assert_eq!(why(range), Some(FileFault::Damaged), "{range}");
    }
    // Of three cells nobody asks which is the last.
    let many = "A1:A999999999:A999999999:A99";
    assert_eq!(why(many), None);
    // No other range is read.
    let merged = sheet("<mergeCell ref=\"C4:A1\"/>");
    assert_eq!(why_refused(part, &merged), None);
}

#[test]
fn what_is_held_is_counted_whatever_the_part_is_called() {
    let part = "xl/worksheets/sheet1.xml";
    let note = format!("<!--{}-->", "a".repeat(1_000_000));
    let long = note.repeat(26);
    for held in [
        "sst",
        "sheet",
        "definedName",
        "cellXfs",
        "clrScheme",
        "x:fonts",
        "fills",
        "borders",
        "numFmts",
        "Relationship",
    ] {
        let text = format!("<worksheet><{held}/>{long}</worksheet>");
        assert!(is_refused(part, &text), "{held}");
    }
    assert!(is_refused(
        part,
        &format!("<worksheet>{long}<sst/></worksheet>")
    ));
    assert!(!is_refused(part, &format!("<worksheet>{long}</worksheet>")));
    let half = format!("<worksheet><sst/>{}</worksheet>", note.repeat(13));
    let two = [
        ("xl/sharedStrings.xml", half.as_str()),
        ("xl/styles.xml", &half),
    ];
    assert_eq!(why_refused_with(&two), Some(FileFault::TooLarge));
    assert_eq!(why_refused_with(&two[..1]), None);
    assert!(!is_refused(part, &half));
}

#[test]
fn a_cell_is_no_longer_than_one_piece() {
    let part = "xl/worksheets/sheet1.xml";
    let text = |cell: &str| {
        let pieces = "<t>1234567890</t>".repeat(70_000);
        sheet(&cell.replace('*', &pieces))
    };
    for cell in [
        "<c><is>*</is></c>",
        "<x:c t=\"str\"><v>*</v></x:c>",
        "<c><c/>*</c>",
        "<c><is><c></c>*</is></c>",
    ] {
        assert!(is_refused(part, &text(cell)), "{cell}");
    }
    for cell in ["*<c/>*", "<c></c>*<c></c>", "<c><c/></c>*"] {
        assert!(!is_refused(part, &text(cell)), "{cell}");
    }
    // What ends a cell that has not begun would hide what is read on.
    let why = why_refused(part, &sheet("<c><is><t>a</t></c><c></is></c>"));
    assert_eq!(why, Some(FileFault::Damaged));
    assert_eq!(why_refused(part, &sheet("</c>")), Some(FileFault::Damaged));
}

#[test]
fn every_format_has_a_copy_of_its_texts() {
    let part = "xl/styles.xml";
    let styles = |length: usize, formats: usize| {
        let long = "a".repeat(length);
        [
            format!(
                "<font><name val=\"{long}\"/></font>{}",
                "<xf/>".repeat(formats)
            ),
            format!("<numFmt formatCode=\"{long}\"/>{}", "<xf/>".repeat(formats)),
        ]
    };
    for text in styles(100_000, 500) {
        assert!(is_refused(part, &text), "{}", &text[..30]);
    }
    for text in styles(1000, 500) {
        assert!(!is_refused(part, &text), "{}", &text[..30]);
    }
    for tag in ["xf", "font", "fill", "border"] {
        assert!(
            is_refused(part, &format!("<{tag}/>").repeat(82_000)),
            "{tag}"
        );
        assert!(
            !is_refused(part, &format!("<{tag}/>").repeat(65_490)),
            "{tag}"
        );
    }
}

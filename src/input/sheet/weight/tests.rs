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

fn why_refused(name: &str, text: &str) -> Option<FileFault> {
    let mut archive = ZipArchive::new(packed(&[(name, text)])).expect("it is packed");
    match name {
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
    let sheets = |count: usize| format!("<sheets>{}</sheets>", "<sheet/>".repeat(count));
    assert!(is_refused("xl/workbook.xml", &sheets(1001)));
    assert!(!is_refused("xl/workbook.xml", &sheets(1000)));
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
fn a_list_of_too_many_parts_is_not_read() {
    let parts = |record: &[u8]| {
        let bytes = [b"PK\x03\x04 much", record, &[0; 8]].concat();
        has_too_many_parts(&mut Cursor::new(bytes)).expect("memory can be read")
    };
    assert!(parts(b"PK\x05\x06\0\0\0\0\0\0\x21\x4E"));
    assert!(!parts(b"PK\x05\x06\0\0\0\0\0\0\x20\x4E"));
    assert!(!parts(b"PK\x05\x06\0\0\0\0\0\0\xFF\xFF"));
    let longer = [b"PK\x06\x06".as_slice(), &[0; 28], &[0xFF, 0xFF, 1]].concat();
    assert!(parts(&longer));
    let mut small = packed(&[("a.xml", "<a/>")]);
    assert!(!has_too_many_parts(&mut small).expect("memory can be read"));
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
    assert_eq!(why_refused("content.xml", &deep(DEEPEST)), None);
    assert!(is_refused("content.xml", &deep(DEEPEST + 1)));
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
    let of_three = |last: &str| {
        let parts = [("a.xml", half.as_str()), ("b.xml", &half), ("c.xml", last)];
        let mut archive = ZipArchive::new(packed(&parts)).expect("it is packed");
        refused_excel(&mut archive)
    };
    assert_eq!(of_three("<a/>"), Some(FileFault::TooLarge));
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
        "<x:c><v>*</v></x:c>",
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

#[test]
fn no_part_is_opened_that_nobody_looked_at() {
    let part = "xl/_rels/workbook.xml.rels";
    let related = |kind: &str, target: &str| {
        let why = format!("<Relationship Id=\"a\" Type=\"{kind}\" Target=\"{target}\"/>");
        why_refused(part, &why)
    };
    for kind in [
        "http://a/worksheet",
        "chartsheet",
        "b/dialogsheet",
        "c/relationships/officeDocument",
    ] {
        for target in ["sheet1.dat", "sheet1", "", "a.xml ", "a.xml?", "a.xm&#108;"] {
            assert_eq!(
                related(kind, target),
                Some(FileFault::Damaged),
                "{kind} {target}"
            );
        }
        for target in ["sheet1.xml", "/XL/Sheet1.XML", "a.rels"] {
            assert_eq!(related(kind, target), None, "{kind} {target}");
        }
    }
    assert_eq!(related("http://a/image", "media/image1.png"), None);
    assert!(is_refused(part, &"<Relationship/>".repeat(20_001)));
    assert!(!is_refused(part, &"<Relationship/>".repeat(20_000)));
}

#[test]
fn no_list_promises_more_texts_than_it_has_bytes() {
    let why = |text: &str| why_refused("xl/sharedStrings.xml", text);
    for text in [
        "<sst uniqueCount=\"99\"><si/></sst>",
        "<sst a=\">\" uniqueCount='999'/>",
        "<sst a=\"uniqueCount\" uniqueCount=\"999\"/>",
        "<!-- sst --><x><sst uniqueCount = \" 999\"/></x>",
        "<sst\nuniqueCount\x0C=\"+999\"/>",
        "<sst uniqueCount=\"1\" a=\"\" uniqueCount=\"18446744073709551615\"/>",
        "<x:sst uniqueCount=\"999\"",
    ] {
        let expected = if text.ends_with('>') {
            Some(FileFault::Damaged)
        } else {
            None
        };
        assert_eq!(why(text), expected, "{text}");
    }
    for text in [
        "<sst uniqueCount=\"3\"><si/></sst>",
        "<sst count=\"99999\" uniqueCount=\"1\"/>",
        "<sst uniqueCount=\"99999999999999999999999\"/>",
        "<sst uniqueCount=\"\"/>",
    ] {
        assert_eq!(why(text), None, "{text}");
    }
}

#[test]
fn nothing_in_an_open_document_escapes_the_count() {
    let cell = "<table:table-cell office:value-type=\"string\"";
    let long = "<text:p>a</text:p>".repeat(60);
    let many = "&lt;".repeat(1_000_000);
    let weighs = [
        // Numbers written as references, and spaced by form feeds.
        format!("<table:table-row>{cell}><text:s text:c=\"&#57;999999999\"/></table:table-cell></table:table-row>"),
        format!("<table:table-row table:number-rows-repeated=\"&#49;048576\">{cell}>{long}</table:table-cell></table:table-row>"),
        format!("<table:table-row table:number-rows-repeated\x0C=\"1048576\">{cell}>{long}</table:table-cell></table:table-row>"),
        // Repeated no time, and read all the same.
        format!("<table:table-row>{cell} table:number-columns-repeated=\"0\"><text:s text:c=\"999999999\"/></table:table-cell></table:table-row>"),
        format!("<table:table-row table:number-rows-repeated=\"0\">{cell}><text:s text:c=\"9999999\"/></table:table-cell></table:table-row>").repeat(10),
        // References, and ends of lines.
        format!("<table:table-row>{cell} table:number-columns-repeated=\"60\">{many}</table:table-cell></table:table-row>"),
        format!("<table:table-row>{cell} table:number-columns-repeated=\"16384\">{}</table:table-cell></table:table-row>", "<text:tab/>".repeat(5000)),
        // A note is held until it ends.
        format!("<table:table-row>{cell}><office:annotation>{}</office:annotation></table:table-cell></table:table-row>", "<a/>".repeat(300_000)),
    ];
    for rows in weighs {
        assert!(is_refused("content.xml", &table(&rows)), "{}", &rows[..90]);
    }
    let beside = "<table:named-range table:name=\"abcdefghijklm\"/>".repeat(600_000);
    assert!(is_refused(
        "content.xml",
        &format!("<a>{}{beside}</a>", table(""))
    ));
    assert!(!is_refused("content.xml", &table(&beside)));
    let within = |outer: &str, inner: &str| {
        why_refused(
            "content.xml",
            &format!("<{outer}><a><{inner}/></a></{outer}>"),
        )
    };
    for name in [
        "table:table",
        "table:table-row",
        "table:table-cell",
        "table:covered-table-cell",
        "office:annotation",
    ] {
        assert_eq!(within(name, name), Some(FileFault::Damaged), "{name}");
    }
    assert_eq!(
        within("table:table-cell", "table:covered-table-cell"),
        Some(FileFault::Damaged)
    );
    assert_eq!(within("table:table-cell", "office:annotation"), None);
    // One after the other they do not stand within each other.
    let notes = format!(
        "<table:table-row>{cell}><office:annotation/></table:table-cell>{cell}><office:annotation/></table:table-cell></table:table-row>"
    );
    assert_eq!(
        why_refused("content.xml", &table(&notes.repeat(2)).repeat(2)),
        None
    );
}

//! What is opened is looked at, and shows what is read of it.

use super::*;

#[test]
fn whatever_is_opened_was_looked_at_and_nothing_else() {
    let bad = "<worksheet><dimension ref=\"C4:A1\"/></worksheet>";
    let related = |kind: &str, target: &str| {
        format!("<a><Relationship Type=\"{kind}\" Target=\"{target}\"/></a>")
    };
    let damaged = Some(FileFault::Damaged);
    let places = [
        ("worksheet", "sheet.dat", "xl/sheet.dat"),
        ("a/chartsheet", "/x/Y.XML", "X/y.xml"),
        ("dialogsheet", "a/b.xml", "xl\\A\\b.xml"),
        ("worksheet", "/b.xml", "b.xml"),
    ];
    for (kind, target, part) in places {
        let relations = related(kind, target);
        let parts = [
            ("xl/_rels/workbook.xml.rels", relations.as_str()),
            (part, bad),
        ];
        assert_eq!(why_refused_with(&parts), damaged, "{kind} {target}");
        let other = [
            parts[0],
            ("xl/other.xml", bad),
            ("customXml/item1.xml", bad),
        ];
        assert_eq!(why_refused_with(&other), None, "{kind} {target}");
    }
    for (target, book, relations) in [
        ("book.dat", "book.dat", "_rels/book.dat.rels"),
        ("/a/b/", "a/b/workbook.xml", "A/b/_rels/workbook.xml.rels"),
        ("a/x&#45;y", "a/x-y", "a/_rels/x-y.rels"),
    ] {
        let start = related("a/officeDocument", target);
        let sheet = related("worksheet", "/s");
        for name in [book, relations] {
            let parts = [("_rels/.rels", start.as_str()), (name, bad)];
            assert_eq!(why_refused_with(&parts), damaged, "{target} {name}");
        }
        let parts = [
            ("_rels/.rels", start.as_str()),
            (relations, &sheet),
            ("s", bad),
        ];
        assert_eq!(why_refused_with(&parts), damaged, "{target}");
    }
}

#[test]
fn what_is_always_opened_was_looked_at() {
    let bad = "<worksheet><dimension ref=\"C4:A1\"/></worksheet>";
    let damaged = Some(FileFault::Damaged);
    for part in [
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/theme/theme1.xml",
    ] {
        assert_eq!(why_refused(part, bad), damaged, "{part}");
    }
    let many = "<Relationship Type=\"a\" Target=\"b\"/>";
    let many = |count: usize| {
        why_refused(
            "xl/_rels/workbook.xml.rels",
            &format!("<a>{}</a>", many.repeat(count)),
        )
    };
    assert_eq!(many(20_001), Some(FileFault::TooLarge));
    assert_eq!(many(20_000), None);
}

#[test]
fn texts_and_formats_stand_where_calamine_looks_for_them() {
    let why = |relations: &[(&str, &str)]| {
        let part = "xl/_rels/workbook.xml.rels";
        let relation = |(kind, target): &(&str, &str)| {
            format!("<Relationship Type=\"a/{kind}\" Target=\"{target}\"/>")
        };
        let relations: String = relations.iter().map(relation).collect();
        why_refused(part, &format!("<a>{relations}</a>"))
    };
    let usual = [
        ("sharedStrings", "sharedStrings.xml"),
        ("styles", "/xl/Styles.xml"),
    ];
    assert_eq!(why(&usual), None);
    let damaged = Some(FileFault::Damaged);
    assert_eq!(why(&[("sharedStrings", "strings.xml")]), damaged);
    assert_eq!(why(&[("styles", "/styles.xml")]), damaged);
    assert_eq!(why(&[("worksheet", "a"), ("worksheet", "/xl/A")]), damaged);
    assert_eq!(why(&[("worksheet", "a"), ("worksheet", "b")]), None);
    assert_eq!(why(&[("theme", "c"), ("theme", "c")]), None);
}

#[test]
fn a_cell_shows_what_is_read_of_it() {
    let xlsx = |cell: &str| why_refused("xl/worksheets/sheet1.xml", &sheet(cell));
    let damaged = Some(FileFault::Damaged);
    for cell in [
        "<c><v>1&#48;</v></c>",
        "<c t=\"n\"><v>1<!-- -->2</v></c>",
        "<c><v>&#49;</v></c>",
        "<c><v><![CDATA[1]]></v></c>",
        "<c><v>1<a/></v></c>",
        "<c t=\"s\"><v> 1 </v></c>",
        "<c t=\"s\"><v>1.0</v></c>",
        "<c t=\"s\"><v>-1</v></c>",
        "<c><v>1</v><v>2</v></c>",
        "<c t=\"str\"><v>1</v><v/></c>",
        "<c t=\"str\" t=\"s\"><v>x</v></c>",
    ] {
        assert_eq!(xlsx(cell), damaged, "{cell}");
    }
    for cell in [
        "<c><v>1.5</v></c>",
        "<c><f>1<!-- -->&amp;2</f><v>1</v></c>",
        "<c t=\"s\"><v>12</v></c>",
        "<c t=\"s\"><v></v></c>",
        "<c t=\"str\"><v>a&amp;<!-- -->b</v></c>",
        "<c t=\"inlineStr\"><is><t>a&amp;b</t></is></c>",
        "<c><v>1</v></c><c><v>2</v></c>",
        "<v>1&#48;</v>",
    ] {
        assert_eq!(xlsx(cell), None, "{cell}");
    }
    let ods = |cell: &str| {
        why_refused(
            "content.xml",
            &table(&format!("<table:table-row>{cell}</table:table-row>")),
        )
    };
    let of_kind = |kind: &str, shown: &str| {
        ods(&format!(
            "<table:table-cell office:value=\"0\" {kind}><text:p>{shown}</text:p></table:table-cell>"
        ))
    };
    let float = "office:value-type=\"float\"";
    assert_eq!(of_kind(float, "0"), None);
    assert_eq!(of_kind(float, "###"), None);
    assert_eq!(
        of_kind(float, "<office:annotation>#N/A</office:annotation>0"),
        None
    );
    assert_eq!(of_kind("office:value-type=\"currency\"", "0"), None);
    assert_eq!(of_kind("", "0"), None);
    for shown in ["#DIV/0!", "Err:502", "#N/A"] {
        assert_eq!(of_kind(float, shown), damaged, "{shown}");
    }
    assert_eq!(of_kind("calcext:value-type=\"error\"", "0"), damaged);
    assert_eq!(of_kind("office:value-type=\"string\"", "zeven"), damaged);
    let text = "<table:table-cell office:value-type=\"string\" calcext:value-type=\"error\" \
        office:string-value=\"\"><text:p>#N/A</text:p></table:table-cell>";
    assert_eq!(ods(text), None);
}

#[test]
fn there_are_no_more_pieces_than_there_is_time_for() {
    let part = "xl/sharedStrings.xml";
    let deep = |depth: usize| "<a>".repeat(depth) + &"</a>".repeat(depth);
    assert!(is_refused(part, &deep(1001)));
    assert!(!is_refused(part, &deep(1000)));
    let named = |length: usize| format!("<{}/>", "a".repeat(length));
    assert!(is_refused(part, &named(MOST_OF_A_NAME + 1)));
    assert!(!is_refused(part, &named(MOST_OF_A_NAME)));
    let rows = table(&"<table:table-row/>".repeat(200_000));
    assert!(!is_refused("content.xml", &rows));
    let texts = "<si/>".repeat(2_000_000);
    assert!(is_refused(part, &format!("<sst>{texts}</sst>")));
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

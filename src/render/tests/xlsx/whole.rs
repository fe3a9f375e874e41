//! The workbook as a whole: the same tomorrow, harmed by no text.

use super::{alone, bytes, cell, file, inside, opened, words};
use crate::document::{Block, Cell, Column, ColumnKind, Masthead, Quoted};
use crate::model::{AsOf, AsOfOrigin};
use crate::render::tests::sample;
use crate::wording::{Sentence, terms};
use calamine::Reader;

#[test]
fn the_same_document_gives_the_same_bytes_and_none_from_a_clock() {
    let once = bytes(&sample::report());
    std::thread::spawn(move || {
        assert_eq!(once, bytes(&sample::report()));
    })
    .join()
    .expect("the other thread has another random order");
    let mut document = sample::report();
    let core = file(&bytes(&document), "docProps/core.xml");
    assert!(core.contains("2000-01-01T00:00:00Z"), "{core}");
    if let Some(head) = &mut document.head {
        head.as_of = Some(AsOf {
            date: jiff::civil::date(2023, 9, 30),
            origin: AsOfOrigin::Dossier,
        });
    }
    let made = bytes(&document);
    let core = file(&made, "docProps/core.xml");
    assert_eq!(core.matches("2023-09-30T00:00:00Z").count(), 2, "{core}");
    assert!(core.contains("<dc:title>Voorbeeldgem") || core.contains("Plan Samenleven"));
    assert!(core.contains("<dc:creator></dc:creator>"), "{core}");
    let app = file(&made, "docProps/app.xml");
    assert!(app.contains("<Company></Company>"), "{app}");
}

#[test]
fn no_text_becomes_a_formula_or_breaks_the_file() {
    let texts = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(1)",
        "=HYPERLINK(\"http://example.org\")",
        "\t=1",
        "a\0b\u{1b}\u{FFFE}\u{FFFF}]]><&'\"",
        "_x0041_",
        "eerste\ntweede",
    ];
    let columns = vec![Column::new(terms::NOTE, ColumnKind::Text)];
    let rows = texts.map(|text| vec![Cell::Text(text.to_owned())]).to_vec();
    let said = |text: &str| Box::new(Quoted(text.to_owned())) as Sentence;
    let mut document = alone(columns, rows);
    document.page = vec![
        Block::Masthead(Masthead {
            scheme: said("&P =1 <b>"),
            as_of: said(&"x".repeat(900)),
            applicant: said("=1\u{FFFF}\"&'"),
            years: said("=1"),
            members: Some(said("@1")),
        }),
        Block::Paragraph(vec![Box::new(Quoted("=2".to_owned()))]),
    ];
    let bytes = bytes(&document);
    for sheet in ["Overzicht", "Budget jaar op jaar"] {
        let formulas = opened(bytes.clone()).worksheet_formula(sheet);
        let formulas = formulas.expect("the sheet is there");
        assert!(formulas.cells().all(|(_, _, it)| it.is_empty()));
    }
    for (row, text) in (1..).zip(&texts[..5]) {
        assert_eq!(cell(&bytes, "Budget jaar op jaar", (row, 0)), words(text));
    }
    let shown = words("a[U+0000]b[U+001B][U+FFFE][U+FFFF]]]><&'\"");
    assert_eq!(cell(&bytes, "Budget jaar op jaar", (7, 0)), shown);
    for (name, text) in inside(&bytes) {
        let mut reader = quick_xml::Reader::from_str(&text);
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{name}: {error}"),
            }
        }
        let cannot_be =
            |it: char| it < ' ' && !"\n\r\t".contains(it) || "\u{FFFE}\u{FFFF}".contains(it);
        assert!(!text.contains(cannot_be), "{name}");
    }
}

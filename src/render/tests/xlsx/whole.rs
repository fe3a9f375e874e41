//! The workbook as a whole: the same tomorrow, harmed by no text, with its charts.

use super::{alone, bytes, cell, file, inside, opened, words};
use crate::document::{
    BarGroup, Bars, Block, Cell, Chart, Column, ColumnKind, Drawing, Masthead, Quoted,
};
use crate::model::{AsOf, AsOfOrigin};
use crate::render::tests::sample;
use crate::wording::{Sentence, terms};
use calamine::Reader;
use rust_decimal::Decimal;

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

fn chart(names: &'static str, columns: Vec<&'static str>, rows: &[usize]) -> Block {
    Block::Chart(Chart {
        table: "kpi",
        rows: rows.to_vec(),
        names,
        columns,
        heading: Box::new(Quoted("=Doel & bereikt".to_owned())),
        about: Box::new(Quoted("een balk per actie".repeat(40))),
        legend: Vec::new(),
        drawing: Drawing::Bars(Bars {
            end: Decimal::TWO,
            labels: Vec::new(),
            groups: Vec::<BarGroup>::new(),
        }),
        notes: vec![Box::new(Quoted("van boven naar onder".to_owned()))],
    })
}

#[test]
fn bars_are_charts_of_the_cells_of_their_table() {
    let mut document = sample::report();
    let chart = |rows: &[usize]| chart("title", vec!["target", "reached"], rows);
    document.page.push(chart(&[0, 1, 2]));
    document.page.push(chart(&[0, 2]));
    document.page.push(chart(&[3, 4, 5]));
    document.page.push(chart(&[]));
    let bytes = bytes(&document);
    assert!(
        opened(bytes.clone())
            .sheet_names()
            .contains(&"Grafieken".to_owned())
    );
    let one = file(&bytes, "xl/charts/chart1.xml");
    assert!(
        one.contains("<c:f>'KPI per actie'!$C$2:$C$4</c:f>"),
        "{one}"
    );
    assert!(
        one.contains("<c:f>'KPI per actie'!$F$2:$F$4</c:f>"),
        "{one}"
    );
    assert!(one.contains("=Doel &amp; bereikt"), "{one}");
    let other = file(&bytes, "xl/charts/chart2.xml");
    let both = "<c:f>('KPI per actie'!$F$2:$F$2,'KPI per actie'!$F$4:$F$4)</c:f>";
    assert!(other.contains(both), "{other}");
    // Rows of two years are two charts, or bars would have the same name.
    for (nr, year) in [(3, "jaar 1"), (4, "jaar 2")] {
        let of_year = file(&bytes, &format!("xl/charts/chart{nr}.xml"));
        assert!(of_year.contains(year), "{of_year}");
    }
    assert_eq!(file(&bytes, "xl/charts/chart5.xml"), "");
}

#[test]
fn bars_without_names_of_their_own_all_take_those_that_stand_in() {
    let text = |text: &str| Cell::Text(text.to_owned());
    let columns = vec![
        Column::new(terms::TITLE, ColumnKind::Text),
        Column::new(terms::LABEL, ColumnKind::Text).otherwise("title"),
        Column::new(terms::REACHED, ColumnKind::Count),
    ];
    let rows = vec![
        vec![text("Titel A"), text("Eigen A"), Cell::Count(1)],
        vec![text("Titel B"), Cell::Nothing, Cell::Count(2)],
    ];
    let mut document = alone(columns, rows);
    document.tables[0].name = terms::KPI;
    document.page = vec![
        chart("label", vec!["reached"], &[0]),
        chart("label", vec!["reached"], &[0, 1]),
    ];
    let bytes = bytes(&document);
    let [one, both] = [1, 2].map(|nr| file(&bytes, &format!("xl/charts/chart{nr}.xml")));
    assert!(one.contains("<c:f>'KPI per actie'!$B$2</c:f>"), "{one}");
    assert!(
        both.contains("<c:f>'KPI per actie'!$A$2:$A$3</c:f>"),
        "{both}"
    );
}

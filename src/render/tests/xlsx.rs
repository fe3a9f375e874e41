//! The sample as a workbook, read back cell by cell.

mod charts;
mod formulas;
mod whole;

use super::{sample, settings};
use crate::document::{Cell, Column, ColumnKind, Document, Table};
use crate::model::{ActionNr, Euro, FteMonths, InTwoLanguages, Unknown, YearNr};
use crate::render::{Format, render};
use crate::wording::terms;
use calamine::{Data, Reader, Xlsx};
use std::io::{Cursor, Read};

fn bytes(document: &Document) -> Vec<u8> {
    render(document, Format::Xlsx, &settings(80))
}

fn opened(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).expect("it is a workbook")
}

/// What a cell holds, by the name of its sheet and its row and column from 0.
fn cell(bytes: &[u8], sheet: &str, at: (u32, u32)) -> Data {
    let range = opened(bytes.to_vec()).worksheet_range(sheet);
    let range = range.expect("the sheet is there");
    range.get_value(at).cloned().unwrap_or_default()
}

fn formula(bytes: &[u8], sheet: &str, at: (u32, u32)) -> String {
    let range = opened(bytes.to_vec()).worksheet_formula(sheet);
    let range = range.expect("the sheet is there");
    range.get_value(at).cloned().unwrap_or_default()
}

/// Every file inside, by name.
fn inside(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook is packed");
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.expect("names are UTF-8").into_owned())
        .collect();
    let mut text = |name: String| {
        let mut text = String::new();
        let mut file = archive.by_name(&name).expect("the file is named");
        file.read_to_string(&mut text).expect("it is text");
        (name, text)
    };
    names.into_iter().map(&mut text).collect()
}

fn file(bytes: &[u8], name: &str) -> String {
    let files = inside(bytes);
    let found = files.into_iter().find(|(other, _)| other == name);
    found.map(|(_, text)| text).unwrap_or_default()
}

fn number(text: &str) -> Data {
    Data::Float(text.parse().expect("a test number is a number"))
}

fn words(text: &str) -> Data {
    Data::String(text.to_owned())
}

/// A document of nothing but this table.
fn alone(columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Document {
    let mut table = Table::new(terms::BUDGET, columns);
    table.rows = rows;
    Document {
        tables: vec![table],
        ..Document::default()
    }
}

fn euro(text: &str) -> Cell {
    Cell::Euro(Euro::parse(text).expect("a test amount is an amount"))
}

#[test]
fn every_table_has_a_sheet_and_the_cover_comes_first() {
    let names = opened(bytes(&sample::report())).sheet_names();
    let expected = [
        "Overzicht",
        "KPI per actie",
        "Cofinanciering",
        "Personeel",
        "Bevindingen",
        "Bronnen",
    ];
    assert_eq!(names, expected);
}

#[test]
fn numbers_are_numbers_and_words_are_words() {
    let bytes = bytes(&sample::report());
    let kpi = |row, column| cell(&bytes, "KPI per actie", (row, column));
    assert_eq!(kpi(0, 4), words("Doel"));
    assert_eq!((kpi(1, 0), kpi(1, 1)), (number("1"), number("5")));
    assert_eq!(kpi(1, 2), words("Oefenkansen Nederlands"));
    assert_eq!((kpi(1, 4), kpi(1, 5)), (number("1500"), number("2840")));
    assert_eq!((kpi(1, 6), kpi(3, 6)), (number("1.893"), number("0.999")));
    assert_eq!(kpi(1, 7), words("bereikt"));
    let all = |column| cell(&bytes, "Cofinanciering", (4, column));
    assert_eq!(all(0), words("samen"));
    assert_eq!(all(1), number("999999979800.01"));
    let found = |column| cell(&bytes, "Bevindingen", (2, column));
    assert_eq!((found(0), found(1)), (words("I05"), words("fout")));
    assert_eq!((found(4), found(6)), (number("287"), words("D287")));
    let source = |column| cell(&bytes, "Bronnen", (2, column));
    assert_eq!(
        (source(0), source(2)),
        (words("voortgang.csv"), number("1234"))
    );
}

#[test]
fn what_is_unknown_is_empty_and_has_a_note_of_nobody() {
    let bytes = bytes(&sample::report());
    for column in [4, 5, 6, 8] {
        assert_eq!(cell(&bytes, "KPI per actie", (4, column)), Data::Empty);
        assert_eq!(formula(&bytes, "KPI per actie", (4, column)), "");
    }
    let files = inside(&bytes);
    let notes: Vec<_> = files
        .iter()
        .filter(|(name, _)| name.contains("comments"))
        .collect();
    let told = |cell: &str, reason: &str| {
        notes.iter().any(|(_, text)| {
            let note = text.split("<comment ").find(|it| it.contains(cell));
            note.is_some_and(|note| note.contains(reason))
        })
    };
    assert!(
        told("ref=\"E5\"", "het dossier noemt geen doel"),
        "{notes:?}"
    );
    assert!(told("ref=\"I2\"", "het huidige bereik is niet opgegeven"));
    assert!(
        told("ref=\"C2\"", ">er is geen boekingenbestand ingelezen<"),
        "{notes:?}"
    );
    for (_, text) in &notes {
        assert!(text.contains("<author></author>"), "{text}");
    }
    // What does not apply is empty as well, and nothing is said of it.
    assert_eq!(cell(&bytes, "Personeel", (1, 4)), Data::Empty);
    assert!(!told("ref=\"E2\"", "opmerking"));
}

#[test]
fn where_thousands_are_unknown_the_cells_say_why_themselves() {
    let of = |unknown: usize| {
        let column = Column::new(terms::AMOUNT, ColumnKind::Euro);
        let rows = vec![vec![Cell::Unknown(Unknown::AwardOfYear)]; unknown];
        let bytes = bytes(&alone(vec![column], rows));
        let files = inside(&bytes);
        let notes = files
            .iter()
            .map(|(_, text)| text.matches("<comment ").count());
        (
            cell(&bytes, "Budget jaar op jaar", (1, 0)),
            notes.sum::<usize>(),
        )
    };
    let (said, notes) = of(2_000);
    assert!(said == Data::Empty && notes >= 2_000, "{said} {notes}");
    let (said, notes) = of(2_001);
    assert!(notes < 10, "the cover has a few: {notes}");
    assert!(matches!(said, Data::String(it) if it.starts_with("? ")));
}

#[test]
fn every_kind_of_cell_comes_back() {
    let day = jiff::civil::date(2023, 9, 3);
    let in_both = InTwoLanguages {
        nl: "deelnemers".to_owned(),
        en: "participants".to_owned(),
    };
    let old = jiff::civil::date(1850, 1, 2);
    let cells = [
        (Cell::Date(day), Data::DateTime(excel(45172.0))),
        (
            Cell::Month(day.first_of_month()),
            Data::DateTime(excel(45170.0)),
        ),
        (Cell::Date(old), words("02/01/1850")),
        (Cell::Flag(true), words("ja")),
        (Cell::title(&in_both), words("deelnemers")),
        (Cell::keyed("k".to_owned(), in_both), words("deelnemers")),
        (Cell::FteMonths(FteMonths::NONE), number("0")),
        (Cell::Actions(vec![ActionNr(5)]), words("5")),
        (Cell::Period(Some(YearNr(2))), number("2")),
        (Cell::Nothing, Data::Empty),
    ];
    let columns = vec![Column::new(terms::NOTE, ColumnKind::Text)];
    let rows = cells.iter().map(|(cell, _)| vec![cell.clone()]).collect();
    let bytes = bytes(&alone(columns, rows));
    for (row, (_, expected)) in (1..).zip(&cells) {
        assert_eq!(&cell(&bytes, "Budget jaar op jaar", (row, 0)), expected);
    }
}

#[expect(clippy::disallowed_types, reason = "a workbook stores its days so")]
fn excel(serial: f64) -> calamine::ExcelDateTime {
    calamine::ExcelDateTime::new(serial, calamine::ExcelDateTimeType::DateTime, false)
}

#[test]
fn a_table_without_rows_is_named_and_has_no_sheet() {
    let document = alone(vec![Column::new(terms::NOTE, ColumnKind::Text)], Vec::new());
    let bytes = bytes(&document);
    assert_eq!(opened(bytes.clone()).sheet_names(), ["Overzicht"]);
    let strings = file(&bytes, "xl/sharedStrings.xml");
    assert!(
        strings.contains("geen rijen, dus geen werkblad"),
        "{strings}"
    );
}

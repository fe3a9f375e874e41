//! The charts of a workbook: what is drawn, what stands over and under it, and what
//! people who do not see it are told.

use super::{alone, bytes, cell, file, inside, opened};
use crate::document::{
    BarGroup, Bars, Block, Cell, Chart, Column, ColumnKind, Document, Drawing, Quoted, Undrawn,
};
use crate::model::{ActionNr, Language, Unknown, YearNr};
use crate::render::tests::{sample, settings};
use crate::render::{Format, Settings, render};
use crate::wording::{Sentence, terms};
use calamine::{Data, Reader};
use rust_decimal::Decimal;

fn said(text: &str) -> Sentence {
    Box::new(Quoted(text.to_owned()))
}

fn chart(names: &'static str, columns: Vec<&'static str>, rows: &[usize]) -> Block {
    Block::Chart(Chart {
        table: "kpi",
        rows: rows.to_vec(),
        names,
        columns,
        heading: said("=2 van 4 & meer"),
        about: said("in procent van het doel"),
        legend: Vec::new(),
        drawing: Drawing::Bars(Bars {
            end: Decimal::TWO,
            labels: Vec::new(),
            groups: Vec::<BarGroup>::new(),
        }),
        notes: vec![said("van boven naar onder")],
    })
}

/// The sample with a chart of these rows.
fn drawn(rows: &[usize]) -> Document {
    let mut document = sample::report();
    let columns = vec!["target", "reached"];
    document.page.push(chart("title", columns, rows));
    document
}

/// The lines of the sheet of charts, from above.
fn lines(bytes: &[u8], sheet: &str) -> Vec<String> {
    let range = opened(bytes.to_vec()).worksheet_range(sheet);
    let range = range.expect("the sheet is there");
    let cells = range.used_cells().map(|(_, _, it)| it.to_string());
    cells.collect()
}

/// What is told of each chart.
fn told(bytes: &[u8]) -> Vec<String> {
    let drawing = file(bytes, "xl/drawings/drawing1.xml");
    let told = drawing.split("descr=\"").skip(1);
    let told = told.map(|it| it.split('"').next().unwrap_or_default().to_owned());
    told.collect()
}

/// The title of the nth chart.
fn title(bytes: &[u8], nr: usize) -> String {
    let chart = file(bytes, &format!("xl/charts/chart{nr}.xml"));
    let title = chart.split("<a:t>").nth(1).unwrap_or_default();
    title.split('<').next().unwrap_or_default().to_owned()
}

#[test]
fn bars_are_charts_of_the_cells_of_their_table() {
    let mut document = drawn(&[0, 1, 2]);
    let more = |rows: &[usize]| chart("title", vec!["target", "reached"], rows);
    document.page.push(more(&[0, 2]));
    document.page.push(more(&[]));
    let bytes = bytes(&document);
    let one = file(&bytes, "xl/charts/chart1.xml");
    for range in ["$C$2:$C$4", "$F$2:$F$4"] {
        let range = format!("<c:f>'KPI per actie'!{range}</c:f>");
        assert!(one.contains(&range), "{one}");
    }
    let other = file(&bytes, "xl/charts/chart2.xml");
    let both = "<c:f>('KPI per actie'!$F$2:$F$2,'KPI per actie'!$F$4:$F$4)</c:f>";
    assert!(other.contains(both), "{other}");
    assert_eq!(file(&bytes, "xl/charts/chart3.xml"), "");
}

#[test]
fn what_is_said_of_all_years_stands_once_above_and_not_in_the_chart_of_one() {
    let bytes = bytes(&drawn(&[0, 1, 2, 4, 5]));
    let [first, second] = [1, 2].map(|nr| title(&bytes, nr));
    assert_eq!(first, "Doel en bereikt · jaar 1");
    assert_eq!(second, "Doel en bereikt · jaar 2");
    let lines = lines(&bytes, "Grafieken");
    assert_eq!(lines, ["=2 van 4 & meer", "Van boven naar onder"]);
    let heading = cell(&bytes, "Grafieken", (0, 0));
    assert_eq!(heading, Data::String("=2 van 4 & meer".to_owned()));
    for (name, text) in inside(&bytes) {
        let is_chart = name.starts_with("xl/charts/");
        assert!(!is_chart || !text.contains("van 4"), "{name}");
    }
    let settings = Settings {
        language: Language::English,
        ..settings(80)
    };
    let english = render(&drawn(&[4]), Format::Xlsx, &settings);
    assert_eq!(title(&english, 1), "Target and reached · year 2");
}

#[test]
fn under_a_chart_stands_what_is_unknown_in_it_and_each_reason_once() {
    let mut document = drawn(&[0, 1, 2, 3]);
    let rows = &mut document.tables[0].rows;
    rows[1][5] = Cell::Unknown(Unknown::NoLog);
    rows[2][5] = Cell::Unknown(Unknown::NoLog);
    rows[2][4] = Cell::Unknown(Unknown::Target);
    rows[3][5] = Cell::Unknown(Unknown::Target);
    let lines = lines(&bytes(&document), "Grafieken");
    let expected = [
        "Actie 13 (Toeleiding naar sport) en actie 15 (Brugfiguren in het onderwijs), bereikt: \
         onbekend, het dossier noemt geen logboek.",
        "Actie 15 (Brugfiguren in het onderwijs), doel; actie 20 (Sociale mix in scholen), doel \
         en bereikt: onbekend, het dossier noemt geen doel.",
    ];
    assert_eq!(lines[1..3], expected);
}

#[test]
fn a_figure_that_no_spreadsheet_keeps_is_not_drawn_as_nought() {
    let mut document = drawn(&[0, 1]);
    document.tables[0].rows[0][5] = Cell::Count(i64::MAX);
    document.tables[0].rows[1][4] = Cell::Nothing;
    let lines = lines(&bytes(&document), "Grafieken");
    let too_long = "Actie 5 (Oefenkansen Nederlands), bereikt: niet getekend, ";
    assert!(lines[1].starts_with(too_long), "{lines:?}");
    let nothing = "Actie 13 (Toeleiding naar sport), doel: niet van toepassing.";
    assert_eq!(lines[2], nothing);
}

#[test]
fn a_chart_without_a_figure_is_left_out_with_a_sentence() {
    let mut document = drawn(&[3, 4, 6]);
    document.page.push(Block::Undrawn(vec![Undrawn {
        name: said("besteding"),
        why: Box::new(Unknown::NoBookings),
        table: "budget",
    }]));
    let bytes = bytes(&document);
    assert_eq!(title(&bytes, 1), "Doel en bereikt · jaar 2");
    assert_eq!(file(&bytes, "xl/charts/chart2.xml"), "");
    let lines = lines(&bytes, "Grafieken");
    let without = "niet getekend, want geen enkel cijfer ervan is bekend.";
    for year in [1, 3] {
        let line = format!("Doel en bereikt · jaar {year}: {without}");
        assert!(lines.contains(&line), "{lines:?}");
    }
    let undrawn = "Besteding: niet getekend, er is geen boekingenbestand ingelezen.";
    assert_eq!(lines.last().map(String::as_str), Some(undrawn));
}

#[test]
fn who_does_not_see_a_chart_is_told_what_it_draws() {
    let mut document = drawn(&[0, 1, 4]);
    document.tables[0].rows[1][5] = Cell::Unknown(Unknown::NoLog);
    let told = told(&bytes(&document));
    let expected = [
        "Doel en bereikt · jaar 1. Oefenkansen Nederlands: 1.500 en 2.840; \
         Toeleiding naar sport: 180 en onbekend.",
        "Doel en bereikt · jaar 2. Oefenkansen Nederlands: 1.500 en 12.840.",
    ];
    assert_eq!(told, expected);
}

#[test]
fn what_is_told_ends_after_a_whole_row_and_says_where_the_others_are() {
    let mut document = drawn(&(0..40).collect::<Vec<_>>());
    let row = document.tables[0].rows[0].clone();
    document.tables[0].rows = vec![row; 40];
    let short = told(&bytes(&document));
    let end = "; Oefenkansen Nederlands: 1.500 en 2.840; en nog 36 op het werkblad KPI per actie.";
    assert!(short[0].ends_with(end), "{short:?}");
    for row in &mut document.tables[0].rows {
        row[2] = Cell::Text("naam".repeat(90));
    }
    let none = "Doel en bereikt · jaar 1. De cijfers staan op het werkblad KPI per actie.";
    assert_eq!(told(&bytes(&document)), [none]);
}

#[test]
fn bars_named_by_their_year_stand_together() {
    let columns = vec![
        Column::new(terms::YEAR, ColumnKind::Key),
        Column::new(terms::REACHED, ColumnKind::Count),
    ];
    let row = |year, cell| vec![Cell::Year(YearNr(year)), cell];
    let rows = vec![
        row(1, Cell::Count(3)),
        row(2, Cell::Unknown(Unknown::NoLog)),
    ];
    let mut document = alone(columns, rows);
    document.tables[0].name = terms::KPI;
    document.page = vec![chart("year", vec!["reached"], &[0, 1])];
    let bytes = bytes(&document);
    assert_eq!(title(&bytes, 1), "Bereikt");
    assert_eq!(told(&bytes), ["Bereikt. Jaar 1: 3; jaar 2: onbekend."]);
    let lines = lines(&bytes, "Grafieken");
    let unknown = "Jaar 2, bereikt: onbekend, het dossier noemt geen logboek.";
    assert_eq!(lines[1], unknown);
}

#[test]
fn bars_without_names_of_their_own_all_take_those_that_stand_in() {
    let text = |text: &str| Cell::Text(text.to_owned());
    let columns = vec![
        Column::new(terms::TITLE, ColumnKind::Text),
        Column::new(terms::LABEL, ColumnKind::Text).otherwise("title"),
        Column::new(terms::REACHED, ColumnKind::Count),
        Column::new(terms::ACTION, ColumnKind::Key),
    ];
    let action = |nr| Cell::Action(ActionNr(nr));
    let rows = vec![
        vec![text("Titel A"), text("Eigen A"), Cell::Count(1), action(5)],
        vec![text("Titel B"), Cell::Nothing, Cell::Count(2), action(13)],
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
    let expected = ["Bereikt. Eigen A: 1.", "Bereikt. Titel A: 1; Titel B: 2."];
    assert_eq!(told(&bytes), expected);
}

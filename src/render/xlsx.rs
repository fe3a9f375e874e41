//! A workbook: a cover for people, and a tidy sheet for each table of the document.
//!
//! Numbers are numbers, days are days, and a column that follows from others is a
//! formula. What is unknown is an empty cell with a note. The same document gives the
//! same bytes: nothing in a workbook comes from a clock.

mod charts;
mod cover;
mod formula;
mod held;
mod looks;
mod names;
mod number;
mod paper;
mod ratio;
mod sheet;
mod table;
mod totals;
mod widths;
mod words;

use super::tabled;
use crate::document::{Block, Document, Masthead, Table};
use crate::model::{Date, Language};
use crate::wording::terms;
use charts::Charts;
use cover::Listed;
use names::Names;
use paper::Running;
use rust_xlsxwriter::{DocProperties, Workbook};
use sheet::excel_day;
use table::{MOST_ROWS, Part};

/// The document as a workbook.
pub(super) fn render(document: &Document, language: Language) -> Vec<u8> {
    let running = Running::of(document, language);
    let mut names = Names::default();
    let cover_name = names.name(terms::OVERVIEW.get(language));
    let mut listed = Vec::new();
    let parts = parts(&document.tables, &mut names, &mut listed, language);
    let charts = Charts::of(document, &parts);
    let charts_name = (!charts.is_empty()).then(|| names.name(terms::CHARTS.get(language)));
    listed.extend(charts_name.iter().map(|name| Listed {
        name: name.clone(),
        title: name.clone(),
        rows: None,
    }));
    let records = records(document, language);
    let record_parts = self::parts(&records, &mut names, &mut listed, language);

    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(document, language));
    let cover = cover::cover(document, &cover_name, &listed, &running, language);
    workbook.push_worksheet(cover);
    for part in &parts {
        workbook.push_worksheet(part.sheet(document, &running, language));
    }
    if let Some(name) = &charts_name {
        workbook.push_worksheet(charts.sheet(name, &running, language));
    }
    for part in &record_parts {
        workbook.push_worksheet(part.sheet(document, &running, language));
    }
    workbook
        .save_to_buffer()
        .expect("memory takes every byte that is written")
}

/// The sheets of tables, and how the cover lists them. A table without rows has none.
fn parts<'a>(
    tables: &'a [Table],
    names: &mut Names,
    listed: &mut Vec<Listed>,
    language: Language,
) -> Vec<Part<'a>> {
    let mut parts = Vec::new();
    for table in tables {
        let word = table.name.get(language);
        if table.rows.is_empty() {
            listed.push(Listed {
                name: String::new(),
                title: word.to_owned(),
                rows: Some(0),
            });
        }
        for first in (0..table.rows.len()).step_by(MOST_ROWS) {
            let name = names.name(word);
            let part = Part { name, table, first };
            listed.push(Listed {
                name: part.name.clone(),
                title: if first == 0 { word } else { &part.name }.to_owned(),
                rows: Some(part.rows()),
            });
            parts.push(part);
        }
    }
    parts
}

/// Findings and sources, where the document holds them.
fn records(document: &Document, language: Language) -> Vec<Table> {
    let found = document.findings.as_deref();
    let sources = document.sources.as_deref();
    let tables = [
        found.map(|it| tabled::findings(it, language)),
        sources.map(tabled::sources),
    ];
    tables.into_iter().flatten().collect()
}

/// What the workbook says of itself: whose it is about, nobody who made it, and as its
/// day of making the date of the report, for the clock's would be another tomorrow.
fn properties(document: &Document, language: Language) -> DocProperties {
    let as_of = document.head.as_ref().and_then(|head| head.as_of.as_ref());
    let day = as_of.map_or(WITHOUT_DATE, |it| it.date);
    let made = excel_day(day).or_else(|| excel_day(WITHOUT_DATE));
    let made = made.expect("a spreadsheet knows the day that stands in for others");
    DocProperties::new()
        .set_title(title(document, language))
        .set_author("")
        .set_company("")
        .set_creation_datetime(&made)
}

/// The day of making of a workbook whose report has no date.
const WITHOUT_DATE: Date = Date::constant(2000, 1, 1);

/// The scheme and the applicant; else the first table.
fn title(document: &Document, language: Language) -> String {
    let table = document.tables.first().map(|it| it.name.get(language));
    let table = table.unwrap_or_else(|| terms::FINDINGS.get(language));
    let title = masthead(document).map_or_else(
        || table.to_owned(),
        |it| [it.scheme.say(language), it.applicant.say(language)].join(" · "),
    );
    words::line(&title, 200)
}

/// What the page says of who, what and as of when.
fn masthead(document: &Document) -> Option<&Masthead> {
    document.page.iter().find_map(|block| match block {
        Block::Masthead(masthead) => Some(masthead),
        _ => None,
    })
}

/// Rows that follow each other, as the first and the last of each stretch.
fn stretches(rows: &[usize]) -> Vec<(usize, usize)> {
    let mut stretches: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        match stretches.last_mut() {
            Some((_, last)) if *last + 1 == *row => *last = *row,
            _ => stretches.push((*row, *row)),
        }
    }
    stretches
}

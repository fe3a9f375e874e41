//! Workbooks of whole dossiers: every cell of every table as JSON has it, in both
//! languages.

use crate::pages::loaded;
use crate::program::{Folder, run};
use calamine::{Data, Reader, Xlsx};
use rust_decimal::Decimal;
use samenleven::analysis::analyse;
use samenleven::document::{Cell, ColumnKind, Document, Source, Table};
use samenleven::finding::locate;
use samenleven::model::{Date, Language};
use samenleven::render::{Format, Settings, render};
use samenleven::report::{Charts, whole_dossier};
use samenleven::wording::terms;
use serde_json::Value;
use std::io::Cursor;

const DOSSIERS: [&str; 6] = [
    "data/dossiers/sint-pieters-leeuw",
    "data/dossiers/mechelen",
    "data/dossiers/maasmechelen",
    "data/dossiers/dendermonde",
    "examples/zonneberg",
    "examples/voorbeeldgem",
];

fn report(dossier: &str) -> Document {
    let loaded = loaded(dossier);
    let account = loaded.account.expect("the dossier has figures");
    let findings = locate(loaded.findings, &loaded.sources);
    let sources = loaded.sources.iter().map(|(_, file)| Source {
        path: file.path.clone(),
        sha256: None,
        rows: None,
        set_aside: None,
        is_withheld: false,
    });
    let sources = sources.collect();
    whole_dossier(
        &analyse(&account),
        &[],
        findings,
        sources,
        "samenleven",
        Charts::Drawn,
    )
}

fn rendered(document: &Document, format: Format, language: Language) -> Vec<u8> {
    let settings = Settings {
        language,
        width: 80,
        colour: false,
        plain: false,
        reload_after: None,
    };
    render(document, format, &settings)
}

type Book = Xlsx<Cursor<Vec<u8>>>;

fn opened(bytes: Vec<u8>) -> Book {
    Xlsx::new(Cursor::new(bytes)).expect("it is a workbook")
}

/// The number of a cell as a decimal.
fn decimal(cell: &Data) -> Option<Decimal> {
    match cell {
        Data::Float(number) => Decimal::from_str_exact(&number.to_string()).ok(),
        Data::Int(number) => Some(Decimal::from(*number)),
        _ => None,
    }
}

/// The day of a cell.
fn day(cell: &Data) -> Option<Date> {
    let Data::DateTime(serial) = cell else {
        return None;
    };
    let days: i64 = serial.as_f64().to_string().parse().ok()?;
    let first = jiff::civil::date(1899, 12, 30);
    first.checked_add(jiff::Span::new().days(days)).ok()
}

/// The words of a cell that holds no number and no day.
fn words(cell: &Cell, language: Language) -> String {
    let listed = |items: Vec<String>| items.join(", ");
    match cell {
        Cell::Text(text) => text.replace('\r', ""),
        Cell::Title(title) => title.get(language).to_owned(),
        Cell::Keyed(keyed) => keyed.1.get(language).to_owned(),
        Cell::Word(term) => term.get(language).to_owned(),
        Cell::Years(years) => listed(years.iter().map(ToString::to_string).collect()),
        Cell::Actions(actions) => listed(actions.iter().map(ToString::to_string).collect()),
        Cell::Period(None) | Cell::AccountingYear(None) => terms::P_ALL.get(language).to_owned(),
        Cell::Flag(true) => terms::YES.get(language).to_owned(),
        Cell::Flag(false) => terms::NO.get(language).to_owned(),
        _ => String::new(),
    }
}

/// Whether a cell of the workbook says what JSON says.
fn is_same(found: &Data, json: &Value, cell: &Cell, kind: ColumnKind, language: Language) -> bool {
    let written = json
        .as_str()
        .map_or_else(|| json.to_string(), ToOwned::to_owned);
    match (found, json) {
        (Data::Empty, Value::Null) => matches!(cell, Cell::Unknown(_) | Cell::Nothing),
        (Data::Empty, Value::Array(items)) => items.is_empty(),
        (Data::Float(_) | Data::Int(_), Value::Number(_) | Value::String(_)) => {
            let scale = match kind {
                ColumnKind::Percent => Decimal::ONE_HUNDRED,
                _ => Decimal::ONE,
            };
            decimal(found).map(|it| it * scale) == Decimal::from_str_exact(&written).ok()
        }
        (Data::DateTime(_), Value::String(_)) => day(found).is_some_and(|day| match kind {
            ColumnKind::Month => day.strftime("%Y-%m").to_string() == written,
            _ => day.to_string() == written,
        }),
        (Data::String(text), _) => *text == words(cell, language),
        _ => false,
    }
}

/// Compares a table with its sheet; gives the number of formulas.
fn compare(book: &mut Book, table: &Table, json: &Value, language: Language) -> usize {
    let word = table.name.get(language);
    // A name that is too long for a sheet ends in three points.
    let is_its = |name: &String| word.starts_with(name.trim_end_matches('…'));
    let name = book.sheet_names().into_iter().find(is_its);
    assert_eq!(name.is_some(), !table.rows.is_empty(), "{word}");
    let Some(name) = &name else {
        return 0;
    };
    let sheet = book.worksheet_range(name).expect("the table has a sheet");
    let formulas = book.worksheet_formula(name).expect("the table has a sheet");
    let rows = json["tables"][table.name.key].as_array();
    assert_eq!(rows.map(Vec::len), Some(table.rows.len()), "{name}");
    let mut of_columns = 0;
    for (row, cells) in table.rows.iter().enumerate() {
        for (at, column) in table.columns.iter().enumerate() {
            let place = (row as u32 + 1, at as u32);
            let found = sheet.get_value(place).cloned().unwrap_or_default();
            let value = &json["tables"][table.name.key][row][column.term.key];
            assert!(
                is_same(&found, value, &cells[at], column.kind, language),
                "{name} {place:?} {}: {found:?} is not {value}",
                column.term.key
            );
            let formula = formulas.get_value(place).is_some_and(|it| !it.is_empty());
            assert!(!formula || column.derived.is_some(), "{name} {place:?}");
            of_columns += usize::from(formula);
        }
    }
    of_columns
}

#[test]
fn every_cell_says_what_json_says() {
    for dossier in DOSSIERS {
        let document = report(dossier);
        for language in [Language::Dutch, Language::English] {
            let json = rendered(&document, Format::Json, language);
            let json: Value = serde_json::from_slice(&json).expect("JSON parses");
            let mut book = opened(rendered(&document, Format::Xlsx, language));
            let tables = document.tables.iter();
            let formulas: usize = tables
                .map(|table| compare(&mut book, table, &json, language))
                .sum();
            // Of these two nearly nothing is known.
            let is_silent = dossier.ends_with("maasmechelen") || dossier.ends_with("dendermonde");
            assert!(is_silent || formulas > 10, "{dossier}: {formulas} formulas");
        }
    }
}

#[test]
fn each_formula_of_the_worked_dossier_is_where_its_column_follows_from_known_ones() {
    let document = report("examples/zonneberg");
    let mut book = opened(rendered(&document, Format::Xlsx, Language::Dutch));
    for (sheet, place, formula) in [
        (
            "KPI per actie",
            (1, 8),
            "IF(H2<G2,MIN(ROUND(H2/G2,3),0.999),ROUND(H2/G2,3))",
        ),
        ("Cofinanciering", (1, 7), "ROUND(B2+D2+C2,2)"),
        ("Toekenning", (14, 10), "ROUND(SUM(K2:K5),2)"),
        ("Personeel", (1, 7), "ROUND(E2-F2,3)"),
    ] {
        let formulas = book.worksheet_formula(sheet).expect("the sheet is there");
        let found = formulas.get_value(place).cloned().unwrap_or_default();
        assert_eq!(found, formula, "{sheet}");
    }
}

#[test]
fn the_program_writes_the_same_workbook_each_time() {
    let folder = Folder::with(&[]);
    let written = |name: &str, command: &[&str]| {
        let path = folder.path().join(name);
        let path = path.to_str().expect("test paths are UTF-8");
        let output = run(&[command, &["-o", path]].concat());
        assert_eq!(output.status.code(), Some(0), "{command:?}");
        std::fs::read(path).expect("it was written")
    };
    let report = ["report", "examples/zonneberg"];
    let once = written("een.xlsx", &report);
    assert_eq!(once, written("twee.xlsx", &report));
    let names = opened(once).sheet_names();
    assert_eq!(names.first().map(String::as_str), Some("Overzicht"));
    assert_eq!(names.last().map(String::as_str), Some("Bronnen"));
    for command in ["kpi", "award", "cofinancing", "budget", "staffing", "check"] {
        let name = format!("{command}.xlsx");
        let bytes = written(&name, &[command, "examples/zonneberg", "--lang", "en"]);
        let names = opened(bytes).sheet_names();
        assert_eq!(names.len(), 2, "{command}: {names:?}");
        assert_eq!(names[0], "Overview");
    }
}

#[test]
fn what_is_unknown_in_a_chart_is_said_under_it() {
    let folder = Folder::with(&[
        (
            "dossier.toml",
            b"format = 1\nscheme = \"plan-samenleven\"\nas_of = 2023-09-30\n\
             [applicant]\nname = \"Proefdorp\"\nkind = \"municipality\"\n\
             [[year]]\nnr = 1\n[[action]]\nnr = 5\nlabel = \"Praten\"\n\
             [[action.year]]\nnr = 1\ntarget = 900\n[[action]]\nnr = 13\n\
             label = \"Sporten\"\n[[action.year]]\nnr = 1\n\
             [[progress]]\nfile = \"log.csv\"\n",
        ),
        (
            "log.csv",
            b"datum;actie;aantal\n30/09/2023;5;700\n30/09/2023;13;12\n",
        ),
    ]);
    let document = report(folder.path().to_str().expect("test paths are UTF-8"));
    for (language, sheet, line) in [
        (
            Language::Dutch,
            "Grafieken",
            "Actie 13 (Sporten), doel: onbekend, het dossier noemt geen doel.",
        ),
        (
            Language::English,
            "Charts",
            "Action 13 (Sporten), target: unknown, the dossier has no target.",
        ),
    ] {
        let mut book = opened(rendered(&document, Format::Xlsx, language));
        let sheet = book.worksheet_range(sheet).expect("there is a chart");
        let lines: Vec<String> = sheet.used_cells().map(|it| it.2.to_string()).collect();
        assert!(lines.contains(&line.to_owned()), "{lines:?}");
    }
}

#[test]
fn what_the_page_says_under_a_table_stands_under_it_on_its_sheet() {
    let document = report("examples/zonneberg");
    let language = Language::Dutch;
    let mut book = opened(rendered(&document, Format::Xlsx, language));
    let budget = document.table("budget").expect("there is a budget");
    let name = budget.name.get(language);
    let sheet = book.worksheet_range(name).expect("the budget has a sheet");
    let below = sheet.rows().skip(budget.rows.len() + 1);
    let said: Vec<String> = below.map(|row| row[0].to_string()).collect();
    let notes = document.views_of(budget).flat_map(|view| &view.notes);
    let notes: Vec<String> = notes.map(|note| note.say(language)).collect();
    assert!(notes.len() > 3, "{notes:?}");
    for note in notes {
        assert!(said.contains(&note), "{note}\n{said:?}");
    }
}

//! What is timed inside this process: the cells, the readers and the renderers.

use crate::generate::{Kind, Style, generate};
use crate::in_turn::{Timed, tell};
use rust_decimal::Decimal;
use samenleven::analysis::analyse;
use samenleven::check::check;
use samenleven::document::Document;
use samenleven::finding::locate;
use samenleven::input::{Request, cell, load};
use samenleven::model::{Date, Language, NumberStyle};
use samenleven::render::{Format, Settings, render};
use samenleven::report::{Charts, whole_dossier};
use std::fs;
use std::path::Path;

/// Cells that a call reads.
const CELLS: usize = 1000;

/// Rows of a file that is read fast, and of one of which every row is read with care.
const FAST_ROWS: u64 = 1_000_000;
const CAREFUL_ROWS: u64 = 200_000;

/// Cells in the commonest shape and in one that takes a second look.
pub(crate) fn cells() {
    let amounts = |write: fn(usize) -> String| (0..CELLS).map(write).collect::<Vec<_>>();
    let plain = amounts(|nr| format!("{}.{:02}", nr * 37 % 9000, nr % 100));
    let belgian = amounts(|nr| format!("{}.{:03},{:02}", 1 + nr % 90, nr % 1000, nr % 100));
    let decimals = |texts: &[String]| read(texts, |text| text.parse::<Decimal>().ok());
    tell(
        Timed::new("amount 1234.50", CELLS, || {
            read(&plain, |text| cell::amount(text, NumberStyle::Plain))
        }),
        Some(Timed::new("FromStr of rust_decimal", CELLS, || {
            decimals(&plain)
        })),
    );
    tell(
        Timed::new("amount 1.234,50", CELLS, || {
            read(&belgian, |text| cell::amount(text, NumberStyle::Belgian))
        }),
        Some(Timed::new(
            "FromStr of rust_decimal on 1234.50",
            CELLS,
            || decimals(&plain),
        )),
    );
    let counts = amounts(|nr| (nr * 7 % 5000).to_string());
    tell(
        Timed::new("count 1234", CELLS, || {
            read(&counts, |text| cell::count(text, NumberStyle::Plain))
        }),
        Some(Timed::new("FromStr of i64", CELLS, || {
            read(&counts, |text| text.parse::<i64>().ok())
        })),
    );
    dates();
}

fn dates() {
    let days = |write: fn(usize, usize) -> String| {
        let write = |nr: usize| write(1 + nr % 12, 1 + nr % 28);
        (0..CELLS).map(write).collect::<Vec<_>>()
    };
    let iso = days(|month, day| format!("2023-{month:02}-{day:02}"));
    let belgian = days(|month, day| format!("{day:02}/{month:02}/2023"));
    tell(
        Timed::new("date 2023-03-31", CELLS, || {
            read(&iso, |text| cell::date(text, NumberStyle::Plain))
        }),
        Some(Timed::new("FromStr of jiff", CELLS, || {
            read(&iso, |text| text.parse::<Date>().ok())
        })),
    );
    tell(
        Timed::new("date 31/03/2023", CELLS, || {
            read(&belgian, |text| cell::date(text, NumberStyle::Belgian))
        }),
        Some(Timed::new("strptime of jiff", CELLS, || {
            read(&belgian, |text| Date::strptime("%d/%m/%Y", text).ok())
        })),
    );
}

/// Reads all cells; each of them can be read.
fn read<T>(texts: &[String], read: impl Fn(&str) -> Option<T>) -> usize {
    let is_read = |text: &&String| std::hint::black_box(read(std::hint::black_box(text))).is_some();
    let all = texts.iter().filter(is_read).count();
    assert_eq!(all, texts.len(), "each can be read");
    all
}

/// Whole dossiers of one file, read and added up, against the rows of that file alone.
pub(crate) fn readers() {
    let folder = tempfile::tempdir().expect("a folder for the files can be made");
    let path = |name: &str| folder.path().join(name);
    let made = [
        (
            "row of a log, fast",
            Kind::Progress,
            Style::Plain,
            FAST_ROWS,
        ),
        (
            "row of a log, careful",
            Kind::Progress,
            Style::Plain,
            CAREFUL_ROWS,
        ),
        (
            "row of bookings, fast",
            Kind::Bookings,
            Style::Plain,
            FAST_ROWS,
        ),
        (
            "row of Belgian bookings, fast",
            Kind::Bookings,
            Style::Belgian,
            FAST_ROWS,
        ),
    ];
    for (name, kind, style, rows) in made {
        let dossier = path(name);
        generate(&dossier, kind, style, rows).expect("the folder can be written");
        let log = match kind {
            Kind::Progress => dossier.join("progress.csv"),
            Kind::Bookings => dossier.join("bookings.csv"),
        };
        if rows == CAREFUL_ROWS {
            quote_every_cell(&log);
        }
        let request = Request {
            dossier: dossier.clone(),
            ..Request::default()
        };
        let items = usize::try_from(rows).expect("it fits");
        tell(
            Timed::new(name, items, || load(&request).expect("it can be read")),
            Some(Timed::new("the csv crate, rows alone", items, || {
                rows_alone(&log, style)
            })),
        );
    }
}

/// With a quote in it no row is read fast.
fn quote_every_cell(log: &Path) {
    let text = fs::read_to_string(log).expect("the log can be read");
    let quoted = |line: &str| format!("\"{}\"\n", line.replace(',', "\",\""));
    let text: String = text.lines().map(quoted).collect();
    fs::write(log, text).expect("the log can be written");
}

fn rows_alone(log: &Path, style: Style) -> u64 {
    let mark = match style {
        Style::Plain => b',',
        Style::Belgian => b';',
    };
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.delimiter(mark).from_path(log);
    let mut reader = reader.expect("the log can be opened");
    let (mut row, mut rows) = (csv::ByteRecord::new(), 0);
    while reader.read_byte_record(&mut row).expect("rows are whole") {
        rows += 1;
    }
    rows
}

/// A whole report in each of its formats.
pub(crate) fn renderers() {
    let document = report();
    let settings = Settings {
        width: 80,
        plain: false,
        reload_after: None,
        colour: false,
        language: Language::Dutch,
    };
    for format in [
        Format::Text,
        Format::Html,
        Format::Markdown,
        Format::Json,
        Format::Xlsx,
    ] {
        let bytes = render(&document, format, &settings).len();
        let name = format!(
            "report of {} KiB as {}",
            bytes.div_ceil(1024),
            format.name()
        );
        tell(
            Timed::new(&name, 1, || render(&document, format, &settings)),
            None,
        );
    }
}

/// The report of a dossier of three years, with its findings.
fn report() -> Document {
    let request = Request {
        dossier: Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/zonneberg"),
        ..Request::default()
    };
    let mut loaded = load(&request).expect("the example can be read");
    let account = loaded.account.take().expect("the example has figures");
    let analysis = analyse(&account);
    let mut findings = std::mem::take(&mut loaded.findings);
    findings.extend(check(&analysis));
    let findings = locate(findings, &loaded.sources);
    whole_dossier(&analysis, &[], findings, Vec::new(), "bench", Charts::Drawn)
}

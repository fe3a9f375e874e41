//! The page of whole dossiers: every figure of the tables that it shows, as JSON has it,
//! and one page as it is.

use crate::program::{root, run, stderr, stdout};
use html5gum::{Token, Tokenizer};
use rust_decimal::{Decimal, RoundingStrategy};
use samenleven::analysis::analyse;
use samenleven::document::{Block, ColumnKind, Document, Figure, Table, View};
use samenleven::finding::locate;
use samenleven::input::{Loaded, Request, load};
use samenleven::model::Language;
use samenleven::render::{Format, Settings, render};
use samenleven::report::{Charts, whole_dossier};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

const DOSSIERS: [&str; 5] = [
    "data/dossiers/sint-pieters-leeuw",
    "data/dossiers/mechelen",
    "data/dossiers/maasmechelen",
    "data/dossiers/dendermonde",
    "examples/zonneberg",
];

/// A dossier of the project, as it was read.
pub(crate) fn loaded(dossier: &str) -> Loaded {
    let request = Request {
        dossier: root().join(dossier),
        ..Request::default()
    };
    load(&request).expect("the dossier can be read")
}

fn report(dossier: &str) -> Document {
    let loaded = loaded(dossier);
    let account = loaded.account.expect("the dossier has figures");
    let findings = locate(loaded.findings, &loaded.sources);
    whole_dossier(
        &analyse(&account),
        &[],
        findings,
        Vec::new(),
        "samenleven",
        Charts::Drawn,
    )
}

fn rendered(document: &Document, format: Format, language: Language) -> String {
    let settings = Settings {
        language,
        width: 80,
        colour: false,
        plain: false,
        reload_after: None,
    };
    String::from_utf8(render(document, format, &settings)).expect("the answer is UTF-8")
}

/// The numbers in the cells of each view, by the name of its place.
fn numbers(page: &str, language: Language) -> BTreeMap<String, BTreeSet<Decimal>> {
    let mut numbers: BTreeMap<String, BTreeSet<Decimal>> = BTreeMap::new();
    let (mut view, mut in_cell) = (String::new(), false);
    for Ok(token) in Tokenizer::new(page) {
        match token {
            Token::StartTag(tag) if *tag.name == b"section" => {
                let name = tag.attributes.get(b"id".as_slice());
                view = name.map_or_else(String::new, |it| text(it));
            }
            Token::StartTag(tag) => in_cell |= matches!(tag.name.as_slice(), b"td" | b"th"),
            Token::EndTag(tag) => in_cell &= !matches!(tag.name.as_slice(), b"td" | b"th"),
            Token::String(words) if in_cell => {
                let found = numbers.entry(view.clone()).or_default();
                found.extend(numbers_in(&text(&words), language));
            }
            _ => {}
        }
    }
    numbers
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The numbers of a text, as a reader of the language takes them.
fn numbers_in(text: &str, language: Language) -> Vec<Decimal> {
    let (group, mark) = match language {
        Language::Dutch => ('.', ','),
        Language::English => (',', '.'),
    };
    let is_part = |it: char| it.is_ascii_digit() || it == '-' || it == group || it == mark;
    let words = text.split(|it| !is_part(it));
    let plain = words.map(|it| it.replace(group, "").replace(mark, "."));
    plain
        .filter_map(|it| it.parse::<Decimal>().ok())
        .map(|it| it.normalize())
        .collect()
}

/// The figures that JSON has for what a view shows, each with its row and column; months
/// as people read them, with one decimal.
fn figures(view: &View, table: &Table, json: &Value) -> Vec<(usize, &'static str, Decimal)> {
    let is_kept = |column: &&samenleven::document::Shown| !column.only_with_room;
    let columns = view.columns.iter().filter(is_kept);
    let keys: Vec<&'static str> = columns
        .filter_map(|column| match column.figure {
            Figure::Column(key) => Some(key),
            Figure::Bar(_) => None,
        })
        .collect();
    let figure = |row: usize, key: &'static str| {
        let number: Decimal = match &json[row][key] {
            Value::String(text) => text.parse().ok()?,
            Value::Number(number) => number.to_string().parse().ok()?,
            _ => return None,
        };
        let mut columns = table.columns.iter();
        let column = columns.find(|column| column.term.key == key)?;
        let decimals = match column.kind {
            ColumnKind::FteMonths => 1,
            _ => number.scale(),
        };
        let shown = number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        Some((row, key, shown.normalize()))
    };
    let rows = view.rows.iter();
    rows.flat_map(|row| keys.iter().filter_map(|key| figure(*row, key)))
        .collect()
}

#[test]
fn a_page_has_every_figure_of_the_tables_that_it_shows() {
    let mut found = 0;
    for dossier in DOSSIERS {
        let document = report(dossier);
        let json = rendered(&document, Format::Json, Language::Dutch);
        let json: Value = serde_json::from_str(&json).expect("JSON parses");
        for language in [Language::Dutch, Language::English] {
            let page = rendered(&document, Format::Html, language);
            let shown = numbers(&page, language);
            let mut times: BTreeMap<&str, usize> = BTreeMap::new();
            for block in &document.page {
                let Block::Table(view) = block else { continue };
                let nr = times.entry(view.table).or_default();
                *nr += 1;
                let place = match *nr {
                    1 => format!("table-{}", view.table),
                    nr => format!("table-{}-{nr}", view.table),
                };
                let shown = shown.get(&place).cloned().unwrap_or_default();
                let table = document.table(view.table).expect("a view shows a table");
                for (row, key, figure) in figures(view, table, &json["tables"][view.table]) {
                    assert!(
                        shown.contains(&figure),
                        "{dossier}, {place}: no {figure} of {key} in row {row}: {shown:?}"
                    );
                    found += 1;
                }
            }
        }
    }
    assert!(found > 2_000, "{found} figures were held against JSON");
}

/// A page without its style and without the hashes, which change with every comment in
/// a file; a tag a line.
fn kept(page: &str) -> String {
    let (before, rest) = page.split_once("<style>").expect("a page has a style");
    let (_, after) = rest.split_once("</style>").expect("a style has an end");
    let page = format!("{before}<style></style>{after}").replace("><", ">\n<");
    let is_hash = |it: &&str| it.len() == 64 && it.bytes().all(|it| it.is_ascii_hexdigit());
    let hashes: Vec<&str> = page.split(['<', '>']).filter(is_hash).collect();
    assert!(!hashes.is_empty(), "a page names its sources");
    hashes
        .iter()
        .fold(page.clone(), |page, hash| page.replace(hash, "sha256"))
}

#[test]
fn leeuw_in_dutch() {
    let output = run(&["report", DOSSIERS[0], "--lang", "nl", "--format", "html"]);
    assert_eq!(stderr(&output), "");
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("snapshots/html");
    settings.bind(|| insta::assert_snapshot!("leeuw_nl", kept(&stdout(&output))));
}

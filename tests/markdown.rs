//! The page as Markdown: what a committee reads of the real dossiers, and that the
//! figures are those of the tables for machines.

use crate::program::{Folder, json, root, run, stderr, stdout};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;
use std::path::Path;

const LEEUW: &str = "data/dossiers/sint-pieters-leeuw";
const ZONNEBERG: &str = "examples/zonneberg";

fn page(dossier: &str, language: &str) -> String {
    let output = run(&[
        "report", dossier, "--lang", language, "--format", "markdown",
    ]);
    stdout(&output)
}

/// The page without the hashes, which change with every comment in a file.
fn kept(dossier: &str, language: &str) -> String {
    let page = page(dossier, language);
    let is_hash = |word: &&str| word.len() == 64 && word.bytes().all(|it| it.is_ascii_hexdigit());
    let hashes: Vec<&str> = page.split('`').filter(is_hash).collect();
    let kept = hashes
        .iter()
        .fold(page.clone(), |page, hash| page.replace(hash, "sha256"));
    assert!(!hashes.is_empty(), "a page names its sources");
    kept
}

fn hold(name: &str, said: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("snapshots/markdown");
    settings.bind(|| insta::assert_snapshot!(name, said));
}

#[test]
fn leeuw_in_dutch() {
    hold("leeuw_nl", &kept(LEEUW, "nl"));
}

#[test]
fn leeuw_in_english() {
    hold("leeuw_en", &kept(LEEUW, "en"));
}

#[test]
fn zonneberg_in_dutch() {
    hold("zonneberg_nl", &kept(ZONNEBERG, "nl"));
}

/// All dossiers of the project.
fn dossiers() -> Vec<String> {
    let mut found = Vec::new();
    for folder in ["data/dossiers", "examples"] {
        let entries = std::fs::read_dir(root().join(folder)).expect("the folder can be read");
        for entry in entries {
            let path = entry.expect("an entry can be read").path();
            if path.join("dossier.toml").is_file() {
                let name = path.file_name().expect("a folder has a name");
                found.push(format!("{folder}/{}", name.to_string_lossy()));
            }
        }
    }
    assert!(found.len() >= 8, "{found:?}");
    found
}

/// The rows of all tables, cell by cell; a page that holds more than headings,
/// paragraphs, lists and tables is an error.
fn rows(page: &str) -> Vec<Vec<String>> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_GFM;
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut in_cell = false;
    for event in Parser::new_ext(page, options) {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => {
                in_cell = true;
                rows.last_mut()
                    .expect("a cell stands in a row")
                    .push(String::new());
            }
            Event::End(TagEnd::TableCell) => in_cell = false,
            Event::Text(text) | Event::Code(text) if in_cell => {
                let row = rows.last_mut().expect("text stands in a row");
                row.last_mut()
                    .expect("text stands in a cell")
                    .push_str(&text);
            }
            Event::Start(
                Tag::Heading { .. }
                | Tag::Paragraph
                | Tag::List(None)
                | Tag::Item
                | Tag::Table(_)
                | Tag::Strong,
            )
            | Event::End(_)
            | Event::Text(_)
            | Event::Code(_) => {}
            other => panic!("{other:?} in\n{page}"),
        }
    }
    rows
}

/// `1250` as `1.250` or `1,250`.
fn grouped(number: &Value, mark: &str) -> String {
    let digits = number.to_string();
    let from_end: Vec<&[u8]> = digits.as_bytes().rchunks(3).rev().collect();
    let groups = from_end
        .iter()
        .map(|it| String::from_utf8_lossy(it).into_owned());
    groups.collect::<Vec<_>>().join(mark)
}

#[test]
fn every_dossier_has_a_page_with_the_figures_of_its_tables() {
    for dossier in dossiers() {
        let kpi = json(&["kpi", &dossier])["tables"]["kpi"].clone();
        for (language, mark, decimal) in [("nl", ".", ","), ("en", ",", ".")] {
            let page = page(&dossier, language);
            let rows = rows(&page);
            let known = kpi.as_array().expect("the table is a list").iter();
            for row in known.filter(|row| row["attainment_pct"].is_string()) {
                let percent = row["attainment_pct"].as_str().expect("it is a string");
                let told = [
                    row["action"].to_string(),
                    grouped(&row["target"], mark),
                    grouped(&row["reached"], mark),
                    percent.replace('.', decimal),
                ];
                let says = |cells: &Vec<String>| {
                    told.iter().all(|figure| {
                        cells
                            .iter()
                            .any(|it| it.trim_end_matches([' ', '%']) == figure)
                    })
                };
                assert!(rows.iter().any(says), "{dossier}: {told:?} in\n{page}");
            }
        }
    }
}

#[test]
fn a_single_table_and_the_findings_can_be_markdown() {
    for command in ["kpi", "award", "cofinancing", "budget", "staffing"] {
        let page = stdout(&run(&[command, ZONNEBERG, "--format", "markdown"]));
        assert!(page.starts_with("# Zonneberg\n"), "{command}:\n{page}");
        assert!(rows(&page).len() > 1, "{command}:\n{page}");
    }
    let faulty = "examples/eerste-dossier-met-fouten";
    let output = run(&["check", faulty, "--format", "markdown"]);
    assert_eq!(output.status.code(), Some(1));
    let page = stdout(&output);
    assert!(page.starts_with("## Bevindingen: 2 fouten"), "{page}");
    assert!(
        page.contains("- progress.csv:4:1 (cel A4): `31/11/2022`"),
        "{page}"
    );
    assert_eq!(rows(&page).len(), 0);
}

#[test]
fn the_extension_asks_for_it() {
    let folder = Folder::with(&[]);
    let path = folder.path().join("verslag.md");
    let output = run(&[
        "report",
        LEEUW,
        "-o",
        path.to_str().expect("a path of a test is UTF-8"),
        "--quiet",
    ]);
    assert_eq!(stderr(&output), "");
    assert_eq!(read(&path), page(LEEUW, "nl"));
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).expect("the page was written")
}

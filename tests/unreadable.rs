//! What cannot be read makes figures unknown; it never makes other figures of them.

use crate::program::{Folder, json, root};
use samenleven::analysis::analyse;
use samenleven::input::{Request, load_draft};
use samenleven::model::Language;
use samenleven::render::{Format, Settings, render};
use samenleven::report::{Charts, whole_dossier};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

/// What tells the rows of a table apart.
const KEYS: [&str; 17] = [
    "period",
    "from",
    "to",
    "date",
    "year",
    "project_year",
    "accounting_year",
    "account",
    "action",
    "actions",
    "provider",
    "group",
    "month",
    "category",
    "payer",
    "role",
    "stimulus",
];

type Row = Map<String, Value>;
type Rows = BTreeMap<(String, String, usize), Row>;

/// A dossier that says something in every list that a dossier may have.
fn folder() -> PathBuf {
    root().join("examples/zonneberg")
}

fn text() -> String {
    fs::read_to_string(folder().join("dossier.toml")).expect("the dossier can be read")
}

/// Every row of the report of a dossier; none where there are no figures at all.
fn rows(text: &str) -> Rows {
    let request = Request {
        dossier: folder(),
        ..Request::default()
    };
    let loaded = load_draft("dossier.toml", text, &request).expect("no scheme file is asked for");
    let Some(account) = loaded.account else {
        return Rows::new();
    };
    let analysis = analyse(&account);
    let document = whole_dossier(
        &analysis,
        &[],
        Vec::new(),
        Vec::new(),
        "test",
        Charts::Drawn,
    );
    let settings = Settings {
        language: Language::Dutch,
        width: 80,
        colour: false,
        plain: false,
        reload_after: None,
    };
    let json = render(&document, Format::Json, &settings);
    let report: Value = serde_json::from_slice(&json).expect("a report is JSON");
    let mut found = Rows::new();
    for (table, rows) in report["tables"].as_object().expect("tables by name") {
        for row in rows.as_array().expect("a table is a list") {
            let row = row.as_object().expect("a row has keys");
            let is_key = |key: &&String| KEYS.contains(&key.as_str());
            let keys: Vec<_> = row.iter().filter(|(key, _)| is_key(key)).collect();
            let keys = format!("{keys:?}");
            let mut nr = 0;
            while found.contains_key(&(table.clone(), keys.clone(), nr)) {
                nr += 1;
            }
            found.insert((table.clone(), keys, nr), row.clone());
        }
    }
    found
}

/// Whether a cell is a figure.
fn is_figure(cell: &Value) -> bool {
    cell.is_number()
        || cell
            .as_str()
            .is_some_and(|text| text.parse::<rust_decimal::Decimal>().is_ok())
}

/// Figures that are told where another was, and how many became unknown or went with their
/// row. A row that names the rows set aside beside it says that its figures are not the
/// last word.
fn told_otherwise(known: &Rows, now: &Rows) -> (Vec<String>, usize) {
    let mut others = Vec::new();
    let mut unknown = known.keys().filter(|at| !now.contains_key(*at)).count();
    for (at, row) in now {
        let Some(before) = known.get(at) else {
            continue;
        };
        let aside = |row: &Row| row.get("set_aside").and_then(Value::as_u64).unwrap_or(0);
        let has_set_aside = aside(row) > aside(before);
        for (key, cell) in row {
            let was = before.get(key).unwrap_or(&Value::Null);
            unknown += usize::from(cell.is_null() && is_figure(was));
            // A percentage is kept back where the targets differ, if both are known.
            let is_judged = key == "change_pct" && was.is_null();
            let is_other = is_figure(cell) && cell != was && !is_judged;
            if is_other && !has_set_aside && !KEYS.contains(&key.as_str()) {
                others.push(format!("{at:?} {key}: {was} became {cell}"));
            }
        }
    }
    (others, unknown)
}

/// What stands before the first heading, and each heading with what stands under it.
fn blocks(text: &str) -> (String, Vec<String>) {
    let (mut head, mut blocks) = (String::new(), Vec::<String>::new());
    for line in text.lines() {
        if line.starts_with('[') {
            blocks.push(String::new());
        }
        let block = blocks.last_mut().unwrap_or(&mut head);
        *block += line;
        block.push('\n');
    }
    (head, blocks)
}

/// The name between the brackets of a heading.
fn heading(block: &str) -> &str {
    let line = block.lines().next().unwrap_or_default();
    line.trim_matches(|c| matches!(c, '[' | ']' | ' '))
}

#[test]
fn a_list_that_is_no_list_changes_no_figure() {
    let text = text();
    let known = rows(&text);
    let (head, blocks) = blocks(&text);
    let lists: BTreeSet<&str> = blocks
        .iter()
        .map(|block| heading(block).split('.').next().unwrap_or_default())
        .filter(|list| *list != "applicant")
        .collect();
    assert!(lists.len() >= 11, "{lists:?}");
    for list in lists {
        let of_list = |block: &&String| heading(block).split('.').next() == Some(list);
        let rest: String = blocks
            .iter()
            .filter(|block| !of_list(block))
            .map(String::as_str)
            .collect();
        let (others, unknown) = told_otherwise(&known, &rows(&format!("{head}{list} = 3\n{rest}")));
        assert!(others.is_empty(), "{list}: {others:#?}");
        assert!(unknown > 0, "{list} leaves nothing unknown");
    }
}

#[test]
fn a_value_that_cannot_be_read_changes_no_figure() {
    let text = text();
    let known = rows(&text);
    let (head, blocks) = blocks(&text);
    let mut tried = BTreeSet::new();
    for (at, block) in blocks.iter().enumerate() {
        for (nr, line) in block.lines().enumerate() {
            let Some((key, _)) = line.split_once(" = ").filter(|_| !line.starts_with('#')) else {
                continue;
            };
            if !tried.insert((heading(block), key)) {
                continue;
            }
            let wronged = format!("{key} = {{ x = 1 }}");
            let lines = block.lines().enumerate();
            let lines = lines.map(|(it, line)| if it == nr { wronged.as_str() } else { line });
            let mut all = blocks.clone();
            all[at] = lines.flat_map(|line| [line, "\n"]).collect();
            let now = rows(&(head.clone() + &all.concat()));
            assert!(
                !now.is_empty(),
                "[{}] {key} leaves a report",
                heading(block)
            );
            let (others, _) = told_otherwise(&known, &now);
            assert!(others.is_empty(), "[{}] {key}: {others:#?}", heading(block));
        }
    }
    assert!(tried.len() >= 50, "{}", tried.len());
    // The day decides what is over and what is late.
    let (others, unknown) = told_otherwise(
        &known,
        &rows(&text.replace("as_of = 2025-09-30", "as_of = \"ooit\"")),
    );
    assert!(others.is_empty(), "as_of: {others:#?}");
    assert!(unknown > 0, "without a day little is known");
}

#[test]
fn a_line_for_an_action_in_a_year_without_it_is_told() {
    let dossier = "format = 1\nscheme = \"plan-samenleven\"\n\
        [applicant]\nname = \"Voorbeeldgem\"\nkind = \"municipality\"\n\
        [[year]]\nnr = 1\naward_total = 1_000\n[[year]]\nnr = 2\naward_total = 1_000\n\
        [[action]]\nnr = 15\n[[action.year]]\nnr = 1\n[[action.year]]\nnr = 2\n\
        [[action]]\nnr = 24\n[[action.year]]\nnr = 1\n";
    let lines = [
        ("transfer", "from = 15\nto = 24\namount = 100\n"),
        ("repaid", "action = 24\namount = 100\n"),
        (
            "budget",
            "actions = [24]\ncategory = \"personnel\"\npayer = \"own\"\namount = 100\n",
        ),
        ("stimulus", "kind = \"mentor\"\naction = 24\namount = 100\n"),
        (
            "overlap",
            "provider = \"Huis\"\nactions = [15, 24]\nsame_people = true\ndouble_investment = false\n",
        ),
    ];
    for (list, line) in lines {
        for (year, language, wanted) in [
            (1, "nl", None),
            (
                2,
                "nl",
                Some("actie 24 loopt volgens het dossier niet in projectjaar 2"),
            ),
            (
                2,
                "en",
                Some("according to the dossier, action 24 does not run in project year 2"),
            ),
        ] {
            let text = format!("{dossier}[[{list}]]\nyear = {year}\n{line}");
            let folder = Folder::with(&[("dossier.toml", text.as_bytes())]);
            let found = json(&["check", folder.argument(), "--lang", language]);
            let found = found["findings"].as_array().expect("findings are a list");
            let strangers = found.iter().filter(|it| it["code"] == "I13");
            let told: Vec<_> = strangers.map(|it| it["message"].as_str()).collect();
            let wanted: Vec<_> = wanted.map(Some).into_iter().collect();
            assert_eq!(told, wanted, "{list} of year {year}");
        }
    }
}

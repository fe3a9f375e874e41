//! The worked dossier: every figure that its README computed by hand, held against the
//! program's. The README is read as it stands, so a figure changed in either place fails.

use crate::program::{json, root};
use serde_json::Value;
use std::fs;

const DOSSIER: &str = "examples/zonneberg";

/// The tables of the README: heading, command, and the key of each of its columns.
/// An empty key is a column for readers only.
const TABLES: &[(&str, &[&str], &str)] = &[
    (
        "kpi",
        &["kpi"],
        "year action unit target reached attainment_pct interim_reached interim_pct status",
    ),
    (
        "cofinancing",
        &["cofinancing"],
        "period award stimulus own_required own_planned own_booked own_missing to_account accounted own_share_pct verdict award_spent stimulus_spent left_out_third_party left_out_to_look_at left_out_category set_aside",
    ),
    (
        "budget",
        &["budget"],
        "year action award carried_in transferred available spent left carried_out repaid open",
    ),
    (
        "calendar",
        &["budget", "--calendar"],
        "project_year accounting_year spent_award spent_own spent_stimulus spent_other spent_third_party spent received",
    ),
    (
        "staffing",
        &["staffing"],
        "year actions role payer planned_months filled_months vacant_months cost",
    ),
    (
        "year_over_year",
        &["report"],
        "year action reached reached_before reached_change reached_change_pct spent spent_before spent_change spent_change_pct note",
    ),
];

/// The rows of the table under a heading, cell by cell; without the heads of columns.
fn by_hand(heading: &str) -> Vec<Vec<String>> {
    let readme = fs::read_to_string(root().join(DOSSIER).join("README.md"));
    let readme = readme.expect("the worked dossier has a README");
    let mut lines = readme.lines();
    lines
        .find(|line| *line == format!("### {heading}"))
        .unwrap_or_else(|| panic!("the README has a table {heading}"));
    let table = lines
        .take_while(|line| !line.starts_with('#'))
        .filter(|line| line.starts_with('|'));
    table
        .skip(2)
        .map(|line| {
            let cells = line.trim_matches('|').split('|');
            cells.map(|cell| cell.trim().to_owned()).collect()
        })
        .collect()
}

/// A cell of the program as the README writes it.
fn as_written(key: &str, cell: &Value) -> String {
    match cell {
        Value::Null => "–".to_owned(),
        Value::Array(items) if items.is_empty() => "–".to_owned(),
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(ToString::to_string).collect();
            items.join(", ")
        }
        Value::Number(number) if is_key(key) => number.to_string(),
        Value::Number(number) => grouped(&number.to_string()),
        Value::String(text) if key.ends_with("_pct") => {
            format!("{} %", text.replace('.', ","))
        }
        Value::String(text) if key.ends_with("_months") => text.replace('.', ","),
        Value::String(text) => match text.split_once('.') {
            Some((whole, cents)) if cents.len() == 2 && cents.parse::<u8>().is_ok() => {
                format!("€ {},{cents}", grouped(whole))
            }
            _ => word(text).to_owned(),
        },
        other => panic!("{key} holds {other}"),
    }
}

fn is_key(key: &str) -> bool {
    ["year", "action", "accounting_year", "project_year"].contains(&key)
}

/// A whole number with a point between its thousands.
fn grouped(number: &str) -> String {
    let (minus, digits) = match number.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", number),
    };
    let mut written = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push('.');
        }
        written.push(digit);
    }
    format!("{minus}{written}")
}

/// The Dutch word for a word of the program; anything else is itself.
fn word(key: &str) -> &str {
    match key {
        "all" => "samen",
        "reached" => "bereikt",
        "not_reached" => "niet bereikt",
        "met" => "aangetoond",
        "short" => "te weinig",
        "award" => "subsidie",
        "own" => "eigen",
        "third-party" => "derden",
        "new" => "nieuw",
        "stopped" => "gestopt",
        "unit_changed" => "eenheid gewijzigd",
        "target_changed" => "doel gewijzigd",
        other => other,
    }
}

#[test]
fn every_figure_of_the_worked_dossier_is_the_one_computed_by_hand() {
    for (heading, arguments, keys) in TABLES {
        let keys: Vec<&str> = keys.split(' ').collect();
        let by_hand = by_hand(heading);
        assert!(by_hand.len() > 3, "the table {heading} has rows");
        let all = [*arguments, &[DOSSIER]].concat();
        let rows = &json(&all)["tables"][*heading];
        let rows = rows.as_array().expect("a table is a list of rows");
        // Rows of a single ledger account, and sums for readers, stand in one of them only.
        let rows = rows
            .iter()
            .filter(|row| row.get("account").is_none_or(Value::is_null));
        let computed: Vec<Vec<String>> = rows
            .map(|row| keys.iter().map(|key| as_written(key, &row[*key])).collect())
            .collect();
        let expected: Vec<&Vec<String>> = by_hand
            .iter()
            .filter(|row| !row[..3].contains(&"samen".to_owned()) || *heading != "staffing")
            .collect();
        assert_eq!(computed.len(), expected.len(), "rows of {heading}");
        for (computed, expected) in computed.iter().zip(expected) {
            assert_eq!(computed, expected, "{heading}");
        }
    }
}

#[test]
fn the_worked_dossier_has_only_the_findings_that_its_story_tells() {
    let check = json(&["check", DOSSIER]);
    let findings = check["findings"].as_array().expect("findings are a list");
    let codes: Vec<_> = findings.iter().map(|it| it["code"].as_str()).collect();
    assert_eq!(
        codes,
        ["K01", "K05", "C03", "C03"].map(Some),
        "{findings:#?}"
    );
}

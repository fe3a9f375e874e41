//! Files that are made to take all memory are refused in words, and what they would hold
//! is unknown. `tests/fuzz/bombs` makes larger ones and measures.

use crate::program::{Folder, json, root, run, stderr};
use serde_json::Value;
use std::fs;

const DOSSIER: &str = "format = 1\nscheme = \"plan-samenleven\"\n\
    [applicant]\nname = \"Voorbeeldgem\"\nkind = \"municipality\"\n\
    [[year]]\nnr = 1\n[[action]]\nnr = 15\n[[action]]\nnr = 22\n";

/// Why nothing is known of what a log would hold.
const UNREAD: &str = "log kon niet gelezen worden";

/// A dossier with one log.
fn with_log(list: &str, log: &[u8]) -> Folder {
    let dossier = format!("{DOSSIER}[[{list}]]\nfile = \"log\"\n");
    Folder::with(&[("dossier.toml", dossier.as_bytes()), ("log", log)])
}

/// What is told of a file that was not read.
fn unread(folder: &Folder, language: &str) -> String {
    let answer = json(&["check", folder.argument(), "--lang", language]);
    let findings = answer["findings"].as_array().expect("findings are a list");
    let unread: Vec<&Value> = findings.iter().filter(|it| it["code"] == "I17").collect();
    assert_eq!(unread.len(), 1, "{findings:?}");
    unread[0]["message"].as_str().unwrap_or_default().to_owned()
}

/// What was reached of an action in the first year; where that is unknown, why.
fn reached(folder: &Folder, action: u64) -> Value {
    let answer = json(&["kpi", folder.argument()]);
    let rows = answer["tables"]["kpi"].as_array().cloned();
    let row = rows.into_iter().flatten().find(|it| it["action"] == action);
    let row = row.expect("the action has a row");
    let unknown = row.get("reached_unknown").cloned();
    unknown.unwrap_or_else(|| row["reached"].clone())
}

fn assert_too_varied(folder: &Folder, language: &str) {
    let told = unread(folder, language);
    let words = match language {
        "nl" => "meer verschillende",
        _ => "more different",
    };
    assert!(told.contains(words), "{told}");
}

#[test]
fn more_columns_than_a_sheet_has_are_not_read() {
    let header = |columns: usize| format!("datum;actie;aantal{}\n", ";k".repeat(columns - 3));
    let row = "12/10/2022;15;4";
    let wide = with_log("progress", (header(16_385) + row).as_bytes());
    let (nl, en) = (unread(&wide, "nl"), unread(&wide, "en"));
    assert_eq!(nl, "log heeft meer dan 16.384 kolommen");
    assert_eq!(en, "log has more than 16,384 columns");
    assert_eq!(reached(&wide, 15), UNREAD);
    let row = format!("{row}{}", ";".repeat(16_381));
    let widest = with_log("progress", (header(16_384) + &row).as_bytes());
    assert_eq!(reached(&widest, 15), 4);
}

#[test]
fn groups_with_endless_names_are_not_kept() {
    let rows = (0..20).map(|nr| format!("12/10/2022;15;1;{}{nr}\n", "g".repeat(1_000_000)));
    let log = "datum;actie;aantal;doelgroep\n".to_owned() + &rows.collect::<String>();
    let folder = with_log("progress", log.as_bytes());
    assert_too_varied(&folder, "nl");
    assert_eq!(reached(&folder, 15), UNREAD);
}

#[test]
fn ledger_accounts_with_endless_names_are_not_kept() {
    let rows = (0..20).map(|nr| format!("12/10/2022;eigen;1;{}{nr}\n", "r".repeat(1_000_000)));
    let log = "datum;betaler;bedrag;rekening\n".to_owned() + &rows.collect::<String>();
    assert_too_varied(&with_log("bookings", log.as_bytes()), "en");
}

#[test]
fn more_groups_than_anybody_has_are_not_kept() {
    let rows = (0..61_000).map(|nr| format!("12/10/2022;15;1;g{nr}\n"));
    let log = "datum;actie;aantal;doelgroep\n".to_owned() + &rows.collect::<String>();
    assert_too_varied(&with_log("progress", log.as_bytes()), "en");
}

#[test]
fn a_state_of_more_providers_than_are_kept_apart_is_unknown() {
    // Of those that share a line, the last day of each is not known, so no sum is right.
    let log = |action: u64, providers: u64| {
        let rows = (0..providers).map(|nr| format!("12/10/2022;{action};1;p{nr}\n"));
        let log = "datum;actie;aantal;aanbieder\n".to_owned() + &rows.collect::<String>();
        with_log("progress", log.as_bytes())
    };
    assert_too_varied(&log(22, 10_001), "nl");
    assert_eq!(reached(&log(15, 10_001), 15), 10_001);
}

#[test]
fn long_rows_that_stand_twice_are_still_found() {
    let note = "n".repeat(5_000);
    let row = |end: &str| format!("12/10/2022;15;1;{note}{end}\n");
    let log = [
        "datum;actie;aantal;opmerking\n",
        &row("a"),
        &row("b"),
        &row("a"),
    ]
    .concat();
    let folder = with_log("progress", log.as_bytes());
    let answer = json(&["check", folder.argument()]);
    let doubles = answer["findings"].as_array().expect("findings are a list");
    let lines = doubles.iter().filter(|it| it["code"] == "I16");
    assert_eq!(lines.map(|it| it["line"].clone()).collect::<Vec<_>>(), [4]);
}

/// What is told of a dossier that cannot be read.
fn assert_too_much(dossier: &str) {
    let folder = Folder::with(&[("dossier.toml", dossier.as_bytes())]);
    for (language, told) in [
        ("nl", "meer sleutels, regels of lijsten"),
        ("en", "more keys, lines or lists"),
    ] {
        let output = run(&["report", folder.argument(), "--lang", language]);
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty(), "nothing is computed");
        assert!(stderr(&output).contains(told), "{}", stderr(&output));
    }
}

#[test]
fn a_dossier_of_more_parts_than_can_be_held_is_refused() {
    for text in [
        "a = [".to_owned() + &"1,".repeat(100_001) + "]\n",
        "a".to_owned() + &".a".repeat(100_001) + " = 1\n",
        "a = ".to_owned() + &"[".repeat(100_001),
        "\n#".repeat(250_001),
    ] {
        assert_too_much(&(DOSSIER.to_owned() + &text));
    }
}

#[test]
fn a_dossier_of_more_lines_than_a_report_can_show_is_refused() {
    let years: String = (2..102)
        .map(|nr| format!("[[year]]\nnr = {nr}\n"))
        .collect();
    assert_too_much(&(DOSSIER.to_owned() + &years));
    let years: String = (2..5).map(|nr| format!("[[year]]\nnr = {nr}\n")).collect();
    let staff = "[[staff]]\nrole = \"a\"\n".repeat(2_501);
    assert_too_much(&(DOSSIER.to_owned() + &years + &staff));
}

#[test]
fn the_real_dossiers_are_far_from_every_limit() {
    for place in ["data/dossiers/mechelen", "tests/files/every-key"] {
        let text = fs::read_to_string(root().join(place).join("dossier.toml"));
        let text = text.expect("the dossier can be read");
        let parts = text.matches(['.', ',', '=', '[', '{']).count();
        assert!(parts * 50 < 100_000, "{place}: {parts}");
    }
}

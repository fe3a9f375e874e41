//! How a file was read, as `check --explain-file` says; and dates that are in doubt
//! because another date of their file has the month first.

use crate::program::{Folder, json, run, stderr, stdout};
use serde_json::{Value, json as value};

const DOSSIER: &str = "format = 1\nscheme = \"plan-samenleven\"\nas_of = 2023-06-30\n\n\
    [applicant]\nname = \"Voorbeeldgem\"\nkind = \"municipality\"\n\n\
    [[year]]\nnr = 1\n\n\
    [[action]]\nnr = 15\n[[action.year]]\nnr = 1\ntarget = 300\n\n";

const LOG: &str = "datum;actie;aantal;kleur\n01/02/2023;15;12;rood\n31/04/2023;15;5;\n;;;\n\
    03/03/2023;15;7;\n03/03/2023;15;7;\n01/07/2023;15;9;\n";

fn dossier(log: &[u8], extra: &str) -> Folder {
    let text = format!("{DOSSIER}[[progress]]\nfile = \"log.csv\"\n{extra}\n");
    Folder::with(&[("dossier.toml", text.as_bytes()), ("log.csv", log)])
}

fn how(log: &[u8], extra: &str) -> Value {
    let folder = dossier(log, extra);
    json(&["check", folder.argument(), "--explain-file", "log.csv"])["tables"].clone()
}

fn facts(log: &[u8], extra: &str, keys: &[&str]) -> Vec<Value> {
    let file = how(log, extra)["file_read"][0].clone();
    keys.iter().map(|key| file[*key].clone()).collect()
}

fn utf16(text: &str, units: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let text = format!("\u{feff}{text}");
    text.encode_utf16().flat_map(units).collect()
}

#[test]
fn a_file_says_how_it_was_read() {
    let tables = how(LOG.as_bytes(), "provider = \"BRUL\"");
    assert_eq!(
        tables["file_read"],
        value!([{
            "path": "log.csv", "kind": "progress", "encoding": "utf-8", "windows_1252_rows": 0,
            "separator": "semicolon", "separator_from": "headings", "numbers": "nl-BE",
            "numbers_from": "separator", "rows": 5, "counted": 3, "set_aside": 1,
            "after_as_of": 1, "blank_rows": 1, "double_rows": 1, "first_date": "2023-02-01",
            "last_date": "2023-03-03", "sheet": null
        }])
    );
    assert_eq!(
        tables["file_columns"],
        value!([
            {"column": "A", "heading": "datum", "key": "date", "use": "read", "fixed": null},
            {"column": "B", "heading": "actie", "key": "action", "use": "read", "fixed": null},
            {"column": "C", "heading": "aantal", "key": "count", "use": "read", "fixed": null},
            {"column": "D", "heading": "kleur", "key": null, "use": "not_used", "fixed": null},
            {"column": null, "heading": null, "key": "provider", "use": "fixed", "fixed": "BRUL"},
        ])
    );
}

#[test]
fn it_says_where_each_choice_comes_from() {
    let keys = [
        "encoding",
        "separator",
        "separator_from",
        "numbers",
        "numbers_from",
    ];
    let marked = format!("\u{feff}sep=;\r\n{LOG}");
    let plain = "date,action,count\n2023-03-03,15,7\n";
    for (log, extra, expected) in [
        (
            marked.into_bytes(),
            "",
            ["utf-8-bom", "semicolon", "first-line", "nl-BE", "separator"],
        ),
        (
            utf16(&LOG.replace(';', "\t"), u16::to_le_bytes),
            "",
            ["utf-16le", "tab", "headings", "nl-BE", "separator"],
        ),
        (
            utf16(plain, u16::to_be_bytes),
            "numbers = \"plain\"",
            ["utf-16be", "comma", "headings", "plain", "dossier"],
        ),
        (
            plain.as_bytes().to_vec(),
            "separator = \",\"",
            ["utf-8", "comma", "dossier", "plain", "separator"],
        ),
    ] {
        assert_eq!(facts(&log, extra, &keys), expected);
    }
    let old = b"datum;actie;aantal;via\n03/03/2023;15;7;caf\xE9\n04/04/2023;15;7;caf\xE9\n";
    assert_eq!(facts(old, "", &["windows_1252_rows"]), [2]);
}

#[test]
fn only_files_of_the_dossier_are_explained() {
    let folder = dossier(LOG.as_bytes(), "");
    let ask = |file: &str| run(&["check", folder.argument(), "--explain-file", file]);
    let on_disk = folder.path().join("log.csv").display().to_string();
    for file in ["log.csv", "./log.csv", &on_disk] {
        assert_eq!(ask(file).status.code(), Some(0), "{file}");
    }
    let output = ask("ander.csv");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stdout(&output), "");
    let told = "samenleven: het dossier noemt ander.csv niet; wel: log.csv\n";
    assert_eq!(stderr(&output), told);
    assert_eq!(ask("dossier.toml").status.code(), Some(2));

    let empty = dossier(b"", "");
    let output = run(&["check", empty.argument(), "--explain-file", "log.csv"]);
    assert_eq!(output.status.code(), Some(1), "it was not read");
    assert!(stderr(&output).contains("check"), "{}", stderr(&output));
    let folder = folder.argument();
    let csv = run(&[
        "check",
        folder,
        "--explain-file",
        "log.csv",
        "--format",
        "csv",
    ]);
    assert_eq!(csv.status.code(), Some(2));
}

fn reached_and_set_aside(folder: &Folder) -> (Value, Value) {
    let row = json(&["kpi", folder.argument()])["tables"]["kpi"][0].clone();
    (row["reached"].clone(), row["set_aside"].clone())
}

#[test]
fn dates_are_not_counted_where_the_month_may_stand_first() {
    // The proof stands last, when the rows in doubt have been counted already.
    let log = "datum;actie;aantal;via\n13/12/2022;15;1;A\n01/02/2023;15;10;B\n\
        02/02/2023;15;100;C\n2023-03-01;15;1000;D\n4/3/2023;15;10000;E\n12/25/2022;15;5;F\n";
    let folder = dossier(log.as_bytes(), "");
    let found = json(&["check", folder.argument()])["findings"].clone();
    let found: Vec<_> = found.as_array().into_iter().flatten().collect();
    let places: Vec<_> = found
        .iter()
        .map(|it| (it["code"].as_str().unwrap_or_default(), it["line"].as_u64()))
        .filter(|(code, _)| code.starts_with('I'))
        .collect();
    assert_eq!(places, [("I06", Some(3)), ("I05", Some(7))]);
    let doubt = found.iter().find(|it| it["code"] == "I06");
    assert_eq!(
        doubt.map(|it| it["related"][0]["line"].clone()),
        Some(7.into())
    );
    assert_eq!(reached_and_set_aside(&folder), (1101.into(), 3.into()));
    let providers = json(&["kpi", folder.argument(), "--by", "provider"]);
    let rows = providers["tables"]["kpi_by_provider"]
        .as_array()
        .map(Vec::len);
    assert_eq!(rows, Some(3), "what was undone leaves no provider behind");

    let put_right = log.replace("12/25/2022", "25/12/2022");
    let folder = dossier(put_right.as_bytes(), "");
    assert_eq!(reached_and_set_aside(&folder), (11116.into(), 0.into()));
}

#[test]
fn bookings_in_doubt_are_not_counted_either() {
    let text = format!(
        "{}award_total = 100_000\n\n{}[[bookings]]\nfile = \"b.csv\"\n",
        DOSSIER
            .split("[[action]]")
            .next()
            .unwrap_or_default()
            .trim_end()
            .to_owned()
            + "\n",
        "[[action]]\nnr = 15\n[[action.year]]\nnr = 1\n\n",
    );
    let rows = "datum;betaler;bedrag\n01/02/2023;subsidie;10,00\n13/02/2023;subsidie;? 1,00\n\
        12/25/2022;subsidie;5,00\n";
    let folder = Folder::with(&[
        ("dossier.toml", text.as_bytes()),
        ("b.csv", rows.as_bytes()),
    ]);
    let row = json(&["budget", folder.argument()])["tables"]["budget"][0].clone();
    assert_eq!(
        (&row["spent"], &row["set_aside"]),
        (&"1.00".into(), &2.into())
    );
    let found = crate::program::codes(folder.path());
    let once = |code: &str| found.iter().filter(|it| *it == code).count();
    assert_eq!(
        (once("I05"), once("I06"), once("I28")),
        (1, 1, 1),
        "{found:?}"
    );
}

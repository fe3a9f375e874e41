//! `samenleven new`, seen from outside: what it writes passes the check and reports at
//! once, it replaces nothing, and where it cannot go through nothing is left behind.

use crate::program::{Folder, json, names, root, run, samenleven, stderr, stdout};
use rust_xlsxwriter::Workbook;
use samenleven::input::dossier_keys::DOSSIER;
use samenleven::input::{Kind, Shape};
use serde_json::{Value, json as value};
use std::fs;
use std::path::Path;
use std::process::Output;

const SCHEME_OF_TESTS: &str = "tests/files/proef.toml";

fn text(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Makes a dossier, which must go well, and gives what is said of it.
fn made(arguments: &[&str]) -> String {
    let output = run(&[&["new"], arguments].concat());
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {said}");
    assert_eq!(stdout(&output), "", "{arguments:?}");
    said
}

/// Tries to make a dossier, which must be refused in one sentence in each language.
fn refused(arguments: &[&str]) -> [String; 2] {
    ["nl", "en"].map(|language| {
        let output = run(&[&["new"], arguments, &["--lang", language]].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(stdout(&output), "", "{arguments:?}");
        let said = stderr(&output);
        assert!(said.starts_with("samenleven: "), "{arguments:?}: {said}");
        assert_eq!(said.lines().count(), 1, "one sentence: {said}");
        said
    })
}

/// What a dossier as it was written says of one of its keys.
fn of(dossier: &str, keys: &[&str]) -> toml::Value {
    let table: toml::Table = text(dossier).parse().expect("it is TOML");
    let top = toml::Value::Table(table);
    keys.iter().fold(top, |value, key| value[*key].clone())
}

/// Actions and years of a dossier, as it was written.
fn runs(dossier: &str) -> Value {
    let actions = of(dossier, &["action"]);
    let actions = actions.as_array().expect("actions are tables").iter();
    let runs = actions.map(|action| {
        let years = action["year"].as_array().expect("years are tables").iter();
        let years: Vec<_> = years.map(|year| year["nr"].as_integer()).collect();
        value!([action["nr"].as_integer(), years])
    });
    Value::Array(runs.collect())
}

#[test]
fn every_action_in_every_year_passes_the_check_and_reports_at_once() {
    let home = Folder::with(&[]);
    for (scheme, actions, years) in [("plan-samenleven", 24, 3), (SCHEME_OF_TESTS, 4, 2)] {
        for language in ["nl", "en"] {
            let folder = home.within(&format!("{years}-{language}"));
            let actions: Vec<String> = (1..=actions).map(|nr| format!("--action={nr}")).collect();
            let years: Vec<String> = (1..=years).map(|nr| format!("--year={nr}")).collect();
            let mut arguments = vec![folder.as_str(), "--scheme", scheme, "--lang", language];
            arguments.extend(actions.iter().chain(&years).map(String::as_str));
            made(&arguments);
            let own = ["--scheme", scheme];
            let own = if scheme.contains('/') { &own[..] } else { &[] };
            for command in ["check", "report", "kpi", "award"] {
                let output = run(&[&[command, folder.as_str()], own].concat());
                let said = stdout(&output);
                assert_eq!(output.status.code(), Some(0), "{scheme} {command}: {said}");
                assert!(!said.is_empty(), "{scheme} {command}");
            }
        }
    }
}

#[test]
fn what_was_asked_for_stands_in_it_in_the_order_of_the_scheme() {
    let home = Folder::with(&[]);
    let folder = home.within("vilvoorde");
    let asked = ["--action", "15", "--action", "5", "--action", "15"];
    let said = made(&[&[folder.as_str()], &asked[..]].concat());
    assert!(said.contains("samenleven report"), "{said}");
    let dossier = home.within("vilvoorde/dossier.toml");
    assert_eq!(runs(&dossier), value!([[5, [1]], [15, [1]]]));
    assert_eq!(
        of(&dossier, &["applicant", "name"]).as_str(),
        Some("vilvoorde")
    );
    assert_eq!(
        of(&dossier, &["applicant", "kind"]).as_str(),
        Some("municipality")
    );
    assert_eq!(names(Path::new(&folder)), ["dossier.toml", "progress.csv"]);
    let found = json(&["check", &folder]);
    assert_eq!(found["findings"], value!([]));
    // What it does not know is nowhere filled in.
    let kpi = &json(&["kpi", &folder])["tables"]["kpi"][1];
    assert_eq!(
        (&kpi["target"], &kpi["reached"]),
        (&Value::Null, &Value::Null)
    );
}

#[test]
fn the_text_of_a_new_dossier() {
    for (language, arguments) in [
        ("nl", &["--action", "5", "--action", "9"][..]),
        (
            "en",
            &[
                "--action", "1", "--action", "2", "--action", "17", "--year", "2",
            ],
        ),
    ] {
        let home = Folder::with(&[]);
        let folder = home.within("vilvoorde");
        made(&[&[folder.as_str(), "--lang", language], arguments].concat());
        let whole = text(&home.within("vilvoorde/dossier.toml"))
            + "\n== progress.csv\n"
            + &text(&home.within("vilvoorde/progress.csv"));
        insta::assert_snapshot!(format!("new_{language}"), whole);
    }
}

#[test]
fn the_language_is_the_one_that_was_asked_for() {
    let home = Folder::with(&[]);
    let folder = home.within("a");
    let output = samenleven(&["new", &folder, "--action", "5"])
        .env("SAMENLEVEN_LANG", "en")
        .output()
        .expect("the program can be started");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(
        of(&home.within("a/dossier.toml"), &["language"]).as_str(),
        Some("en")
    );
    let log = text(&home.within("a/progress.csv"));
    assert_eq!(log, "\u{feff}date;action;count;provider;note\r\n");
    // The language decides words and nothing else.
    let other = home.within("b/dossier.toml");
    made(&[&home.within("b"), "--action", "5", "--lang", "nl"]);
    assert_eq!(runs(&other), runs(&home.within("a/dossier.toml")));
}

/// Every key of the table of keys stands somewhere in the text: as a line of its own,
/// behind a `#`, or in the list of what may be added.
#[test]
fn no_key_is_left_out() {
    fn keys(shape: &'static Shape, found: &mut Vec<(&'static str, &'static str)>) {
        for key in shape.keys {
            found.push((shape.name, key.name));
            if let Kind::Table(inner) | Kind::Tables(inner) = key.kind
                && inner.name.starts_with('[')
            {
                keys(inner, found);
            }
        }
    }
    let home = Folder::with(&[]);
    made(&[&home.within("a"), "--action", "9"]);
    let text = text(&home.within("a/dossier.toml"));
    let words: Vec<&str> = text
        .split(|it: char| !(it.is_ascii_alphanumeric() || it == '_'))
        .collect();
    let mut all = Vec::new();
    keys(&DOSSIER, &mut all);
    assert!(all.len() > 80, "the table of keys is the whole dossier");
    for (table, key) in all {
        assert!(words.contains(&key), "{table} {key} is nowhere in:\n{text}");
    }
}

#[test]
fn taking_a_mark_away_without_a_value_is_told() {
    let home = Folder::with(&[]);
    let folder = home.within("a");
    made(&[&folder, "--action", "5"]);
    let dossier = home.within("a/dossier.toml");
    let forgotten = text(&dossier).replace("# target =", "target =");
    fs::write(&dossier, forgotten).expect("it can be written");
    let found = json(&["check", &folder]);
    assert_eq!(found["findings"][0]["code"], "I01");
}

#[test]
fn any_name_of_a_folder_comes_back() {
    for name in [
        "Sint-Pieters-Leeuw",
        "a \"b\" \\ c",
        "tab\tregel\neinde",
        "\u{1b}[31mrood\u{202e}",
        "# geen uitleg",
        "“Zoutleeuw”",
    ] {
        let home = Folder::with(&[]);
        let folder = home.within(name);
        made(&[&folder, "--action", "5", "--member", name]);
        let dossier = home.within(&format!("{name}/dossier.toml"));
        assert_eq!(of(&dossier, &["applicant", "name"]).as_str(), Some(name));
        assert_eq!(
            of(&dossier, &["applicant", "members"])[0].as_str(),
            Some(name)
        );
        let output = run(&["check", &folder]);
        assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
    }
}

#[test]
fn the_current_folder_has_a_name_as_well() {
    let home = Folder::with(&[]);
    let folder = home.path().join("zemst");
    fs::create_dir(&folder).expect("a folder can be made");
    let output = samenleven(&["new", ".", "--action", "5"])
        .current_dir(&folder)
        .output()
        .expect("the program can be started");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let dossier = home.within("zemst/dossier.toml");
    assert_eq!(of(&dossier, &["applicant", "name"]).as_str(), Some("zemst"));
}

#[test]
fn members_make_it_a_partnership_with_a_column_of_its_own() {
    let home = Folder::with(&[]);
    let folder = home.within("samen");
    let members = ["--member", "Bovendorp", "--member", "Benedendorp"];
    made(&[&[folder.as_str(), "--action", "9"], &members[..]].concat());
    let dossier = home.within("samen/dossier.toml");
    assert_eq!(
        of(&dossier, &["applicant", "kind"]).as_str(),
        Some("partnership")
    );
    assert_eq!(
        text(&home.within("samen/progress.csv")),
        "\u{feff}datum;actie;aantal;aanbieder;doelgroep;gemeente;opmerking\r\n"
    );
}

#[test]
fn nothing_is_written_over() {
    for taken in ["dossier.toml", "progress.csv"] {
        let folder = Folder::with(&[(taken, b"van mij")]);
        let [dutch, english] = refused(&[folder.argument(), "--action", "5"]);
        assert!(
            dutch.contains(taken) && dutch.contains("bestaat al"),
            "{dutch}"
        );
        assert!(english.contains("exists already"), "{english}");
        assert_eq!(names(folder.path()), [taken]);
        assert_eq!(text(&folder.within(taken)), "van mij");
    }
    let other = Folder::with(&[("brief.pdf", b"%PDF")]);
    made(&[other.argument(), "--action", "5"]);
    assert_eq!(
        names(other.path()),
        ["brief.pdf", "dossier.toml", "progress.csv"]
    );
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed_and_not_replaced() {
    let folder = Folder::with(&[]);
    std::os::unix::fs::symlink("elders.csv", folder.path().join("progress.csv"))
        .expect("a link can be made");
    let [dutch, _] = refused(&[folder.argument(), "--action", "5"]);
    assert!(dutch.contains("bestaat al"), "{dutch}");
    assert_eq!(names(folder.path()), ["progress.csv"]);
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let home = Folder::with(&[("bestand", b"")]);
    let [dutch, _] = refused(&[&home.within("niet/daar"), "--action", "5"]);
    assert!(dutch.contains("bestaat niet"), "{dutch}");
    let [dutch, english] = refused(&[&home.within("bestand"), "--action", "5"]);
    assert!(dutch.contains("is een bestand, geen map"), "{dutch}");
    assert!(english.contains("is a file, not a folder"), "{english}");
    assert_eq!(names(home.path()), ["bestand"]);
}

#[test]
fn what_the_scheme_does_not_have_is_refused_with_what_it_has() {
    let home = Folder::with(&[]);
    let folder = home.within("a");
    let [dutch, english] = refused(&[&folder, "--action", "5", "--action", "25"]);
    assert!(dutch.contains("geen actie 25; wel: 1–24"), "{dutch}");
    assert!(english.contains("no action 25; it has: 1–24"), "{english}");
    let [dutch, _] = refused(&[&folder, "--action", "5", "--year", "4"]);
    assert!(dutch.contains("geen projectjaar 4; wel: 1–3"), "{dutch}");
    let [dutch, _] = refused(&[&folder, "--action", "5", "--scheme", "elders"]);
    assert!(dutch.contains("plan-samenleven"), "{dutch}");
    refused(&[&folder, "--action", "5", "--scheme", "./elders.toml"]);
    let [dutch, _] = refused(&[&folder]);
    assert!(dutch.contains("--action"), "{dutch}");
    assert!(names(home.path()).is_empty(), "nothing is left behind");
}

#[test]
fn a_scheme_of_ones_own_is_named_in_what_comes_next() {
    let home = Folder::with(&[]);
    let folder = home.within("a");
    let said = made(&[&folder, "--action", "2", "--scheme", SCHEME_OF_TESTS]);
    assert!(
        said.contains(&format!("--scheme {SCHEME_OF_TESTS}")),
        "{said}"
    );
    assert_eq!(
        of(&home.within("a/dossier.toml"), &["scheme"]).as_str(),
        Some("proef")
    );
    let faulty = Folder::with(&[("r.toml", b"format = 1\n")]);
    let output = run(&[
        "new",
        &home.within("b"),
        "--scheme",
        &faulty.within("r.toml"),
    ]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("I03"), "{}", stderr(&output));
}

#[test]
fn words_of_a_scheme_never_become_keys() {
    let scheme = text(root().join(SCHEME_OF_TESTS).to_str().expect("UTF-8"));
    let scheme = scheme.replace(
        "nl = \"Stroom\"",
        "nl = \"Stroom\\nas_of = 1999-01-01\\u001b[31m\"",
    );
    let home = Folder::with(&[("r.toml", scheme.as_bytes())]);
    let folder = home.within("a");
    made(&[&folder, "--action", "1", "--scheme", &home.within("r.toml")]);
    let table: toml::Table = text(&home.within("a/dossier.toml"))
        .parse()
        .expect("it is TOML");
    assert!(!table.contains_key("as_of"), "{table:?}");
}

// From a sheet.

/// A workbook with rows of date, action and count.
fn workbook(rows: &[(&str, &str, u32)]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let cells = ["datum", "actie", "aantal"];
    for (column, text) in (0..).zip(cells) {
        sheet.write_string(0, column, text).expect("a cell");
    }
    for (row, (date, action, count)) in (1..).zip(rows) {
        sheet.write_string(row, 0, *date).expect("a cell");
        sheet.write_string(row, 1, *action).expect("a cell");
        sheet.write_number(row, 2, *count).expect("a cell");
    }
    book.save_to_buffer().expect("a workbook can be written")
}

#[test]
fn actions_and_years_come_from_a_sheet_and_its_figures_show_at_once() {
    let rows = [
        ("12/10/2022", "15", 18),
        ("14/11/2023", "15", 7),
        ("30/11/2023", "5", 96),
    ];
    let home = Folder::with(&[("voortgang.xlsx", &workbook(&rows))]);
    let sheet = home.within("voortgang.xlsx");
    let folder = home.within("vilvoorde");
    let said = made(&[&folder, "--from", &sheet]);
    assert!(said.contains("kopie"), "{said}");
    let dossier = home.within("vilvoorde/dossier.toml");
    assert_eq!(runs(&dossier), value!([[5, [2]], [15, [1, 2]]]));
    assert_eq!(
        names(Path::new(&folder)),
        ["dossier.toml", "voortgang.xlsx"]
    );
    let copy = fs::read(home.within("vilvoorde/voortgang.xlsx")).expect("it is there");
    assert_eq!(copy, fs::read(&sheet).expect("it is there"));
    let kpi = json(&["kpi", &folder]);
    let kpi = kpi["tables"]["kpi"].as_array().expect("rows").iter();
    let kpi: Vec<_> = kpi
        .map(|row| value!([row["year"], row["action"], row["reached"]]))
        .collect();
    assert_eq!(value!(kpi), value!([[1, 15, 18], [2, 5, 96], [2, 15, 7]]));
}

#[test]
fn what_was_asked_for_beside_a_sheet_is_added() {
    let log = "date,action,count\n2022-10-12,15,18\n";
    let home = Folder::with(&[("log.csv", log.as_bytes())]);
    let from = home.within("log.csv");
    made(&[&home.within("a"), "--from", &from, "--action", "5"]);
    let dossier = home.within("a/dossier.toml");
    assert_eq!(runs(&dossier), value!([[5, [1]], [15, [1]]]));
    made(&[&home.within("b"), "--from", &from, "--year", "2"]);
    let dossier = home.within("b/dossier.toml");
    assert_eq!(runs(&dossier), value!([[15, [1, 2]]]));
}

#[test]
fn a_sheet_in_the_folder_itself_is_read_where_it_stands() {
    let folder = Folder::with(&[("voortgang.xlsx", &workbook(&[("12/10/2022", "15", 18)]))]);
    let said = made(&[
        folder.argument(),
        "--from",
        &folder.within("voortgang.xlsx"),
    ]);
    assert!(!said.contains("kopie"), "{said}");
    assert_eq!(names(folder.path()), ["dossier.toml", "voortgang.xlsx"]);
    let dossier = folder.within("dossier.toml");
    let log = of(&dossier, &["progress"])[0]["file"].clone();
    assert_eq!(log.as_str(), Some("voortgang.xlsx"));
    assert_eq!(run(&["check", folder.argument()]).status.code(), Some(0));
}

#[test]
fn errors_in_the_rows_are_told_and_the_dossier_is_made() {
    let log = "datum;actie;aantal\n31/11/2022;5;18\n12/10/2022;15;7\n";
    let home = Folder::with(&[("log.csv", log.as_bytes())]);
    let folder = home.within("a");
    let output: Output = run(&["new", &folder, "--from", &home.within("log.csv")]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(stderr(&output).contains("1 fout,"), "{}", stderr(&output));
    // The action of a row that is set aside is one of the dossier all the same.
    assert_eq!(
        runs(&home.within("a/dossier.toml")),
        value!([[5, [1]], [15, [1]]])
    );
    let codes = &json(&["check", &folder])["findings"];
    assert_eq!(codes[0]["code"], "I05");
    assert_eq!(codes.as_array().map(Vec::len), Some(1));
}

#[test]
fn a_sheet_that_cannot_be_read_leaves_nothing_behind() {
    let mut book = Workbook::new();
    for name in ["2023", "2024"] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).expect("a name");
        for (column, text) in (0..).zip(["datum", "actie", "aantal"]) {
            sheet.write_string(0, column, text).expect("a cell");
        }
        sheet.write_string(1, 0, "12/10/2022").expect("a cell");
        sheet.write_number(1, 1, 15).expect("a cell");
        sheet.write_number(1, 2, 18).expect("a cell");
    }
    let book = book.save_to_buffer().expect("a workbook can be written");
    let home = Folder::with(&[("log.xlsx", &book), ("brief.csv", b"a;b\n1;2\n")]);
    let folder = home.within("a");
    for (file, code) in [("log.xlsx", "I06"), ("brief.csv", "I17")] {
        let output = run(&["new", &folder, "--from", &home.within(file)]);
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(
            said.contains(code) && said.contains("niets geschreven"),
            "{said}"
        );
        assert!(!Path::new(&folder).exists(), "{file}");
    }
    refused(&[&folder, "--from", &home.within("weg.xlsx")]);
    let log = home.within("log.xlsx");
    made(&[&folder, "--from", &log, "--sheet", "2024"]);
    assert_eq!(run(&["check", &folder]).status.code(), Some(0));
}

#[test]
fn a_sheet_without_a_row_asks_for_the_actions() {
    let home = Folder::with(&[("log.csv", b"datum;actie;aantal\n")]);
    let from = home.within("log.csv");
    let [dutch, _] = refused(&[&home.within("a"), "--from", &from]);
    assert!(dutch.contains("--action"), "{dutch}");
    made(&[&home.within("a"), "--from", &from, "--action", "5"]);
}

#[test]
fn quiet_says_nothing() {
    let home = Folder::with(&[]);
    let said = made(&[&home.within("a"), "--action", "5", "-q"]);
    assert_eq!(said, "");
}

#[test]
fn of_two_at_once_one_goes_through() {
    let home = Folder::with(&[]);
    let folder = home.within("a");
    let all: Vec<_> = (1..=8)
        .map(|nr| {
            let nr = format!("--action={nr}");
            samenleven(&["new", &folder, &nr])
        })
        .map(|mut command| std::thread::spawn(move || command.output()))
        .collect();
    let ends = all.into_iter().map(|it| {
        let output = it.join().expect("no panic").expect("it can be started");
        output.status.code()
    });
    let mut ends: Vec<_> = ends.collect();
    ends.sort_unstable();
    // All of them may stumble over each other, but never two go through.
    assert!(
        ends.iter().filter(|end| **end == Some(0)).count() <= 1,
        "{ends:?}"
    );
    assert!(
        ends.iter().all(|end| [Some(0), Some(2)].contains(end)),
        "{ends:?}"
    );
    if ends[0] == Some(0) {
        assert_eq!(names(Path::new(&folder)), ["dossier.toml", "progress.csv"]);
        assert_eq!(run(&["check", &folder]).status.code(), Some(0));
    }
}

//! Findings as a contract: every format of `check` on one dossier, which codes count,
//! and what a dossier accepts.

use crate::program::{Folder, codes, json, root, run, stderr, stdout};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde_json::{Value, json as value};
use std::collections::BTreeSet;
use std::fs;

/// A log whose name needs care in a URI, in XML and in a workflow command.
const LOG: &str = "één, 50%: <a&b>.csv";

/// A dossier with findings of every weight, one of them accepted; with a cell, a
/// related place, and signs that a format must not pass on.
const ALL_KINDS: &str = r#"format = 1
scheme = "plan-samenleven"
as_of = 2022-12-31

[applicant]
name = "Voorbeeldgem"
kind = "municipality"

[[year]]
nr = 1

[[action]]
nr = 5

[[action]]
nr = 5

[[staff]]
role = "taal]]>coach\u0007"
fte = 1
filled = []

[[staff]]
role = "jobcoach"
fte = 1
filled = []

[[accept]]
code = "T01"
where = "dossier.toml:26"
reason = "vacature loopt, \"<50 %>\""
until = 2022-12-31

[[progress]]
file = "één, 50%: <a&b>.csv"
"#;

const ALL_KINDS_LOG: &str = "datum;actie;aantal;lo<k>aal\n31/11/2022;5;18;zaal, 50%\n";

fn all_kinds() -> Folder {
    Folder::with(&[
        ("dossier.toml", ALL_KINDS.as_bytes()),
        (LOG, ALL_KINDS_LOG.as_bytes()),
    ])
}

fn check(folder: &Folder, further: &[&str]) -> String {
    stdout(&run(&[&["check", folder.argument()], further].concat()))
}

fn exit(folder: &Folder, further: &[&str]) -> Option<i32> {
    let all = [&["check", folder.argument()], further].concat();
    run(&all).status.code()
}

fn list(from: &Value) -> &Vec<Value> {
    from.as_array().expect("this is a list in the design")
}

// Formats.

#[test]
fn each_format_says_what_it_said_before() {
    let folder = all_kinds();
    for format in [
        "text",
        "csv",
        "json",
        "markdown",
        "json-lines",
        "sarif",
        "junit",
        "github",
    ] {
        let said = check(&folder, &["--format", format]);
        let version = format!("\"{}\"", env!("CARGO_PKG_VERSION"));
        let said = said.replace(&version, "\"VERSION\"");
        insta::assert_snapshot!(format, said);
    }
}

#[test]
fn each_format_ends_with_the_same_code_in_both_languages() {
    let folder = all_kinds();
    for format in [
        "text",
        "csv",
        "json",
        "markdown",
        "json-lines",
        "sarif",
        "junit",
    ] {
        for language in ["nl", "en"] {
            let asked = ["--format", format, "--lang", language];
            assert_eq!(exit(&folder, &asked), Some(1), "{asked:?}");
            let quiet = [&asked[..], &["--quiet"]].concat();
            assert_eq!(check(&folder, &quiet), check(&folder, &asked), "{asked:?}");
        }
    }
}

#[test]
fn json_lines_are_the_findings_of_json() {
    let folder = all_kinds();
    let lines: Vec<Value> = check(&folder, &["--format", "json-lines"])
        .lines()
        .map(|line| serde_json::from_str(line).expect("each line is JSON"))
        .collect();
    let whole = json(&["check", folder.argument()]);
    assert_eq!(&lines, list(&whole["findings"]));
    let keys = |of: &Value| {
        of.as_object()
            .map(|it| it.keys().cloned().collect::<Vec<_>>())
    };
    assert_eq!(keys(&lines[0]), keys(&whole["findings"][0]));
    assert_eq!(
        whole["summary"],
        value!({"error": 2, "warning": 1, "notice": 1, "accepted": 1, "allowed": 0})
    );
}

/// The log in SARIF of a check.
fn sarif(arguments: &[&str]) -> Value {
    let all = [&["check"], arguments, &["--format", "sarif"]].concat();
    serde_json::from_str(&stdout(&run(&all))).expect("SARIF is JSON")
}

/// The published schema of SARIF 2.1.0, as the crate serde-sarif 0.8.0 ships it. Its
/// pattern for languages has a bracket too many, which no strict reader of patterns
/// takes; here it is the one that was meant.
fn sarif_schema() -> Value {
    let schema = fs::read_to_string(root().join("tests/files/sarif-2.1.0.schema.json"))
        .expect("the schema can be read");
    let as_written = "^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$";
    assert!(schema.contains(as_written), "the published schema");
    let mended = schema.replace(as_written, "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$");
    serde_json::from_str(&mended).expect("the schema is JSON")
}

#[test]
fn sarif_is_valid_against_its_schema() {
    let schema = sarif_schema();
    let schema = jsonschema::validator_for(&schema).expect("the schema can be used");
    let folder = all_kinds();
    let dossiers = [
        folder.argument(),
        "data/dossiers/mechelen",
        "data/dossiers/sint-pieters-leeuw",
        "data/dossiers/maasmechelen",
        "examples/eerste-dossier-met-fouten",
        "tests/faults/I01-not-utf8",
        "tests/faults/P01-in-note",
    ];
    for dossier in dossiers {
        for language in ["nl", "en"] {
            let log = sarif(&[dossier, "--lang", language]);
            let errors: Vec<String> = schema.iter_errors(&log).map(|it| it.to_string()).collect();
            assert!(errors.is_empty(), "{dossier}: {errors:?}\n{log:#}");
        }
    }
    assert!(
        !schema.is_valid(&value!({ "version": "2.1.0" })),
        "it refuses"
    );
}

#[test]
fn sarif_has_its_rules_and_places() {
    let folder = all_kinds();
    let log = sarif(&[folder.argument()]);
    let run = &log["runs"][0];
    let rules = list(&run["tool"]["driver"]["rules"]);
    let mut levels = BTreeSet::new();
    for result in list(&run["results"]) {
        let index = result["ruleIndex"]
            .as_u64()
            .and_then(|it| usize::try_from(it).ok());
        let rule = &rules[index.expect("an index is a number")];
        assert_eq!(result["ruleId"], rule["id"]);
        levels.insert(result["level"].as_str().unwrap_or_default().to_owned());
    }
    assert_eq!(
        levels.into_iter().collect::<Vec<_>>(),
        ["error", "note", "warning"]
    );
    let uris: Vec<&Value> = list(&run["results"])
        .iter()
        .map(|it| &it["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
        .collect();
    assert!(
        uris.contains(&&value!("%C3%A9%C3%A9n%2C%2050%25%3A%20%3Ca%26b%3E.csv")),
        "{uris:?}"
    );
}

#[test]
fn places_are_told_from_where_the_program_stands() {
    let uri = |dossier: &str| {
        let log = sarif(&[dossier]);
        let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
        place["artifactLocation"]["uri"].clone()
    };
    let expected = "examples/eerste-dossier-met-fouten/progress.csv";
    for dossier in [
        "examples/eerste-dossier-met-fouten",
        "./examples/eerste-dossier-met-fouten/",
        "examples/eerste-dossier-met-fouten/dossier.toml",
    ] {
        assert_eq!(uri(dossier), expected);
    }
    let absolute = root().join("examples/eerste-dossier-met-fouten");
    assert_eq!(
        uri(absolute.to_str().expect("test paths are UTF-8")),
        "progress.csv"
    );
}

/// The fingerprints by code, and the lines they stand on.
fn fingerprints(folder: &Folder) -> (Vec<String>, Vec<Value>) {
    let log = sarif(&[folder.argument()]);
    let results = list(&log["runs"][0]["results"]);
    let prints = results.iter().map(|it| {
        let print = it["partialFingerprints"]["samenleven/v1"].as_str();
        format!(
            "{} {}",
            it["ruleId"],
            print.expect("each has a fingerprint")
        )
    });
    let region = |it: &Value| it["locations"][0]["physicalLocation"]["region"]["startLine"].clone();
    let mut prints: Vec<String> = prints.collect();
    prints.sort();
    (prints, results.iter().map(region).collect())
}

#[test]
fn a_fingerprint_does_not_move_with_its_line() {
    let text = ALL_KINDS.replace("where = \"dossier.toml:26\"", "where = \"dossier.toml\"");
    let with = |text: &str| {
        Folder::with(&[
            ("dossier.toml", text.as_bytes()),
            (LOG, ALL_KINDS_LOG.as_bytes()),
        ])
    };
    let (before, lines_before) = fingerprints(&with(&text));
    let (after, lines_after) = fingerprints(&with(&format!("# een\n# twee\n{text}")));
    assert_eq!(before, after);
    assert_ne!(lines_before, lines_after);
    let distinct: BTreeSet<&String> = before.iter().collect();
    assert_eq!(distinct.len(), before.len(), "each has its own: {before:?}");
}

/// An attribute of an element.
fn attribute(element: &BytesStart<'_>, name: &str) -> String {
    let found = element
        .try_get_attribute(name)
        .expect("attributes are well-formed")
        .unwrap_or_else(|| panic!("{name} stands in {element:?}"));
    found.value.into_owned()
}

#[test]
fn junit_is_xml_whose_numbers_add_up() {
    let folder = all_kinds();
    let clean = Folder::with(&[(
        "dossier.toml",
        ALL_KINDS
            .split("[[action]]")
            .next()
            .unwrap_or_default()
            .as_bytes(),
    )]);
    for (folder, expected) in [(&folder, [5, 2, 1]), (&clean, [1, 0, 0])] {
        let xml = check(folder, &["--format", "junit"]);
        let allowed = |it: char| it >= ' ' || it == '\n' || it == '\t';
        assert!(xml.chars().all(allowed), "{xml}");
        let mut reader = Reader::from_str(&xml);
        let mut told = Vec::new();
        let mut found = [0; 3];
        loop {
            match reader.read_event().expect("JUnit is well-formed XML") {
                Event::Eof => break,
                Event::Start(it) | Event::Empty(it) => match it.name().as_ref() {
                    "testsuites" => {
                        told = ["tests", "failures", "skipped"]
                            .map(|name| attribute(&it, name))
                            .to_vec();
                    }
                    "testcase" => found[0] += 1,
                    "failure" => found[1] += 1,
                    "skipped" => found[2] += 1,
                    _ => {}
                },
                _ => {}
            }
        }
        assert_eq!(found, expected, "{xml}");
        assert_eq!(told, expected.map(|it| it.to_string()), "{xml}");
    }
}

#[test]
fn what_is_denied_has_failed_in_junit() {
    let failures = |further: &[&str]| {
        let all = [&["--format", "junit"], further].concat();
        let xml = check(&all_kinds(), &all);
        xml.matches("<failure ").count()
    };
    assert_eq!(failures(&[]), 2);
    assert_eq!(failures(&["--deny", "warnings"]), 3);
    assert_eq!(failures(&["--deny", "I24"]), 3);
    assert_eq!(failures(&["--warn", "I05"]), 1);
}

#[test]
fn workflow_commands_are_lines_with_escapes() {
    let told = check(&all_kinds(), &["--format", "github"]);
    assert_eq!(told.lines().count(), 5, "{told}");
    for line in told.lines() {
        let (head, message) = line[2..].split_once("::").expect("a message follows");
        let (level, properties) = head.split_once(' ').expect("properties follow");
        assert!(["error", "warning", "notice"].contains(&level), "{line}");
        let properties: Vec<(&str, &str)> = properties
            .split(',')
            .map(|it| it.split_once('=').expect("a property has a value"))
            .collect();
        let names: Vec<&str> = properties.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["file", "line", "col", "title"], "{line}");
        assert!(
            properties.iter().all(|(_, text)| !text.contains(':')),
            "{line}"
        );
        assert!(!message.is_empty(), "{line}");
    }
    assert!(told.contains("file=één%2C 50%25%3A <a&b>.csv,"), "{told}");
}

#[test]
fn formats_of_findings_are_of_check_only() {
    for command in [
        "report",
        "kpi",
        "award",
        "cofinancing",
        "budget",
        "staffing",
    ] {
        for format in ["json-lines", "sarif", "junit", "github"] {
            let output = run(&[command, "examples/eerste-dossier", "--format", format]);
            assert_eq!(output.status.code(), Some(2), "{command} {format}");
            assert_eq!(stdout(&output), "");
            let said = stderr(&output);
            assert!(
                said.contains("`check`") && said.contains("text, csv, json"),
                "{said}"
            );
        }
        let output = run(&[command, "examples/eerste-dossier", "-o", "uit.sarif"]);
        assert_eq!(output.status.code(), Some(2), "{command}");
        assert!(
            stderr(&output).contains(".txt, .csv, .json"),
            "{}",
            stderr(&output)
        );
    }
    assert!(!root().join("uit.sarif").exists());
}

#[test]
fn the_extension_chooses_the_format() {
    let folder = all_kinds();
    for (name, format) in [
        ("uit.sarif", "sarif"),
        ("uit.jsonl", "json-lines"),
        ("uit.xml", "junit"),
        ("uit.json", "json"),
        ("uit.csv", "csv"),
    ] {
        let target = folder.path().join(name);
        let path = target.to_str().expect("test paths are UTF-8");
        assert_eq!(exit(&folder, &["-o", path]), Some(1), "{name}");
        let written = fs::read_to_string(&target).expect("it was written");
        assert_eq!(written, check(&folder, &["--format", format]), "{name}");
    }
}

// Which codes count.

#[test]
fn the_exit_code_follows_what_is_asked() {
    // I05 and I19 are errors, T01 is a warning, I24 a notice; one T01 is accepted.
    let folder = all_kinds();
    let warned = ["--warn", "I05", "--warn", "I19"];
    for (asked, code) in [
        (&[][..], 1),
        (&["--exit-zero"], 0),
        (&["--warn", "I05"], 1),
        (&warned, 0),
        (&[&warned[..], &["--deny", "warnings"]].concat(), 1),
        (&[&warned[..], &["--deny", "T01"]].concat(), 1),
        (&[&warned[..], &["--deny", "I24"]].concat(), 1),
        (&[&warned[..], &["--deny", "K08"]].concat(), 0),
        (
            &[&warned[..], &["--deny", "T01", "--exit-zero"]].concat(),
            0,
        ),
        (&["--allow", "I05"], 1),
        (&["--allow", "i05", "--allow", "I19"], 0),
        (&["--allow", "I05", "--warn", "I19"], 0),
        (
            &["--allow", "I05", "--allow", "I19", "--deny", "warnings"],
            1,
        ),
        (
            &[
                "--allow", "I05", "--allow", "I19", "--allow", "T01", "--deny", "warnings",
            ],
            0,
        ),
        (&["--deny", "I05", "--allow", "I05"], 2),
        (&["--deny", "I05", "--warn", "I05"], 2),
        (&["--allow", "I05", "--warn", "I05", "--exit-zero"], 2),
        (&["--allow", "Z99"], 2),
        (&["--warn", "warnings"], 2),
    ] {
        assert_eq!(exit(&folder, asked), Some(code), "{asked:?}");
    }
}

#[test]
fn a_code_in_two_options_is_named() {
    for command in ["check", "report", "kpi"] {
        let all = [
            command,
            "examples/eerste-dossier",
            "--warn",
            "k08",
            "--allow",
            "K08",
        ];
        let output = run(&all);
        assert_eq!(output.status.code(), Some(2), "{command}");
        assert_eq!(stdout(&output), "");
        assert!(stderr(&output).contains("K08"), "{}", stderr(&output));
    }
    let unknown = run(&["check", "examples/eerste-dossier", "--allow", "K98"]);
    assert!(stderr(&unknown).contains("`K08`"), "{}", stderr(&unknown));
}

#[test]
fn what_is_allowed_is_counted_and_not_told() {
    let folder = all_kinds();
    let output = run(&["check", folder.argument(), "--allow", "I05", "--lang", "en"]);
    assert!(!stdout(&output).contains("I05"), "{}", stdout(&output));
    let last = stdout(&output).lines().last().map(ToOwned::to_owned);
    let expected = "1 error, 1 warning, 1 notice; 1 accepted, 1 allowed";
    assert_eq!(last.as_deref(), Some(expected));
    assert!(stderr(&output).contains("I05"), "{}", stderr(&output));
    let quiet = run(&["check", folder.argument(), "--allow", "I05", "--quiet"]);
    assert_eq!(stderr(&quiet), "");
    let notice = run(&["check", folder.argument(), "--allow", "I24"]);
    assert_eq!(stderr(&notice), "", "no figure hangs on it");
}

#[test]
fn what_is_warned_is_a_warning_everywhere() {
    let folder = all_kinds();
    let found = json(&["check", folder.argument(), "--warn", "I05"]);
    let severities: Vec<&Value> = list(&found["findings"])
        .iter()
        .filter(|it| it["code"] == "I05")
        .map(|it| &it["severity"])
        .collect();
    assert_eq!(severities, ["warning"]);
    let warn = ["--warn", "I05", "--format"];
    let told = |format| check(&folder, &[&warn[..], &[format]].concat());
    assert!(told("text").contains("waarschuwing[I05]"));
    assert!(told("csv").contains("I05,warning,"));
    assert!(told("github").contains("::warning file=één"));
    assert!(told("sarif").contains("\"level\": \"warning\""));
}

#[test]
fn without_figures_the_reason_is_told_whatever_is_allowed() {
    let folder = Folder::with(&[("dossier.toml", b"format = 1\nscheme = \"nergens\"\n")]);
    let output = run(&["kpi", folder.argument(), "--allow", "I23"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stdout(&output), "");
    assert!(stderr(&output).contains("I23"), "{}", stderr(&output));
}

// Everything at once.

#[test]
fn a_hundred_faults_are_a_hundred_findings() {
    let mut dossier = "format = 1\nscheme = \"plan-samenleven\"\nas_of = 2023-09-30\n".to_owned();
    for nr in 0..10 {
        dossier += &format!("onbekend_{nr} = 1\n");
    }
    dossier += "\n[applicant]\nname = \"Voorbeeldgem\"\nkind = \"municipality\"\n\n[[year]]\nnr = 1\n\n[[action]]\nnr = 5\n";
    for _ in 0..10 {
        dossier += "\n[[staff]]\nrole = \"coach\"\nfte = 1\npayer = \"niemand\"\n";
        dossier += "\n[[budget]]\nyear = 2\namount = 100\n";
        dossier += "\n[[stimulus]]\nkind = \"mentor\"\nyear = 1\namount = \"100\"\n";
        dossier += "\n[[receipt]]\ndate = 2023-01-01\nyear = 1\nwhat = \"advance\"\n";
    }
    let mut log = "datum;actie;aantal\n".to_owned();
    for nr in 0..10 {
        log += &format!("31/11/2022;5;{nr}\n12/10/2022;5;{nr}.5\n12/10/2022;99;{nr}\n");
        log += &format!("12/10/2022;9;{nr}\n12/10/2022;5;-{}\n", nr + 1);
    }
    dossier += "\n[[progress]]\nfile = \"progress.csv\"\n";
    let folder = Folder::with(&[
        ("dossier.toml", dossier.as_bytes()),
        ("progress.csv", log.as_bytes()),
    ]);
    let found = json(&["check", folder.argument()]);
    let places: BTreeSet<String> = list(&found["findings"])
        .iter()
        .map(|it| {
            format!(
                "{} {} {} {}",
                it["code"], it["path"], it["line"], it["column"]
            )
        })
        .collect();
    let codes = codes(folder.path());
    let kinds: BTreeSet<&String> = codes.iter().collect();
    assert_eq!(codes.len(), 100, "{kinds:?}");
    assert_eq!(places.len(), 100, "each stands once");
    assert!(kinds.len() >= 8, "{kinds:?}");
}

// What a dossier accepts.

/// A dossier with a vacancy (T01, line 14) and what it accepts.
fn accepting(accept: &str) -> Folder {
    let text = format!(
        "format = 1\nscheme = \"plan-samenleven\"\nas_of = 2022-12-31\n\n[applicant]\nname = \"Voorbeeldgem\"\nkind = \"municipality\"\n\n[[year]]\nnr = 1\n[[staff]]\nrole = \"coach\"\nfte = 1\nfilled = []\n\n[[accept]]\n{accept}\n"
    );
    Folder::with(&[("dossier.toml", text.as_bytes())])
}

const T01: &str = "code = \"t01\"\nreason = \"vacature loopt\"\n";

#[test]
fn an_accepted_finding_stands_apart_and_does_not_count() {
    let accepts = [
        format!("{T01}where = \"dossier.toml:14\""),
        format!("{T01}where = \"dossier.toml\""),
        format!("{T01}where = \"dossier.toml:14\"\ntext = \"filled = []\""),
        format!("{T01}where = \"dossier.toml:14\"\nuntil = 2022-12-31"),
    ];
    for accept in accepts {
        let folder = accepting(&accept);
        assert_eq!(codes(folder.path()), ["T01"], "{accept}");
        assert_eq!(exit(&folder, &["--deny", "warnings"]), Some(0), "{accept}");
        let found = json(&["check", folder.argument()]);
        assert_eq!(found["summary"]["accepted"], 1, "{accept}");
        assert_eq!(found["summary"]["warning"], 0, "{accept}");
        let why = &found["findings"][0]["accepted"];
        assert_eq!(why["reason"], "vacature loopt");
        let text = check(&folder, &[]);
        assert!(text.contains("Aanvaard: T01 dossier.toml:14:"), "{text}");
        assert!(text.contains("reden: vacature loopt"), "{text}");
        let last = "0 fouten, 0 waarschuwingen, 0 meldingen; 1 aanvaard";
        assert_eq!(text.lines().last(), Some(last));
    }
}

#[test]
fn an_acceptance_that_no_longer_holds_gives_the_finding_back() {
    for (accept, why) in [
        (
            format!("{T01}where = \"dossier.toml:14\"\nuntil = 2022-12-30"),
            "aanvaard tot en met 30/12/2022, en die dag is voorbij",
        ),
        (
            format!("{T01}where = \"dossier.toml:14\"\ntext = \"filled = [{{}}]\""),
            "aanvaard voor een andere tekst",
        ),
        (
            format!("{T01}where = \"dossier.toml\"\ntext = \"x\"\nuntil = 2023-01-31"),
            "aanvaard tot en met 31/01/2023 voor een andere tekst",
        ),
    ] {
        let folder = accepting(&accept);
        assert_eq!(codes(folder.path()), ["T01"], "{accept}");
        assert_eq!(exit(&folder, &["--deny", "warnings"]), Some(1), "{accept}");
        let found = json(&["check", folder.argument()]);
        assert_eq!(found["summary"]["accepted"], 0, "{accept}");
        assert_eq!(found["findings"][0]["accepted"], Value::Null);
        let message = found["findings"][0]["message"].as_str().unwrap_or_default();
        assert!(message.ends_with(why), "{message}");
    }
}

#[test]
fn an_acceptance_of_nothing_is_a_notice() {
    let folder = accepting(&format!("{T01}where = \"dossier.toml:13\""));
    assert_eq!(codes(folder.path()), ["T01", "I27"]);
    assert_eq!(exit(&folder, &[]), Some(0));
    let found = json(&["check", folder.argument()]);
    let help = found["findings"][1]["help"].as_str().unwrap_or_default();
    assert!(help.contains("T01 staat op dossier.toml:14"), "{help}");
    let broken = accepting("code = \"T01\"\nwhere = \"dossier.toml\"");
    assert_eq!(
        codes(broken.path()),
        ["T01", "I03"],
        "without a reason it holds nothing"
    );
}

#[test]
fn personal_data_that_is_accepted_is_still_told() {
    let text = fs::read_to_string(root().join("tests/faults/P02-email/dossier.toml"))
        .expect("the fixture can be read");
    let accept = "\n[[accept]]\ncode = \"P02\"\nwhere = \"dossier.toml\"\nreason = \"gezien\"\n";
    let log = fs::read(root().join("tests/faults/P02-email/progress.csv")).unwrap_or_default();
    let place = json(&["check", "tests/faults/P02-email"])["findings"][0]["path"].clone();
    let accept = accept.replace("dossier.toml", place.as_str().unwrap_or_default());
    let folder = Folder::with(&[
        ("dossier.toml", (text + &accept).as_bytes()),
        ("progress.csv", &log),
    ]);
    assert_eq!(codes(folder.path()), ["P02"]);
    for format in [
        "text",
        "json",
        "json-lines",
        "sarif",
        "junit",
        "github",
        "csv",
    ] {
        assert!(
            check(&folder, &["--format", format]).contains("P02"),
            "{format}"
        );
    }
    assert_eq!(exit(&folder, &["--deny", "P02"]), Some(0));
}

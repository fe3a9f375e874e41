//! Every finding has a file that provokes it: the folders of `tests/faults`, one
//! fault each, named for its code. Here each is checked, held against what it said
//! before, and the codes are counted.

use crate::program::{Folder, json, root, run, stderr, stdout};
use samenleven::finding::Code;
use serde_json::Value;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const LANGUAGES: [&str; 2] = ["nl", "en"];

/// Codes whose file would be too large to keep; the test that makes it instead.
const MADE_BY_A_TEST: &[(Code, &str)] = &[
    (Code::I21, "a_row_of_two_mebibytes_is_set_aside"),
    (Code::I25, "providers_beyond_ten_thousand_are_one_line"),
];

/// Fixtures whose finding is about a file as a whole, so that nothing can be cut out.
const WHOLE_FILE: &[&str] = &[
    "I01-not-utf8",
    "I06-separator-tie",
    "I17-no-header",
    "I17-separators-only",
];

/// Codes of personal data, which is never shown again.
const PRIVATE: &[Code] = &[Code::P01, Code::P02];

/// A dossier with one fault.
struct Fixture {
    name: String,
    folder: PathBuf,
    /// What `check` finds in it, in each of the languages.
    findings: Vec<Vec<Value>>,
}

/// All fixtures, by name; each is checked once for all tests.
static FIXTURES: LazyLock<Vec<Fixture>> = LazyLock::new(fixtures);

impl Fixture {
    fn code(&self) -> Code {
        let code = self.name.split('-').next().unwrap_or_default();
        Code::parse(code).unwrap_or_else(|| panic!("{} begins with a code", self.name))
    }

    /// `check` with further arguments.
    fn check<'a>(&'a self, further: &[&'a str]) -> Vec<String> {
        let mut arguments = vec!["check".to_owned(), text_of(&self.folder)];
        let scheme = self.folder.join("scheme.toml");
        if scheme.exists() {
            arguments.extend(["--scheme".to_owned(), text_of(&scheme)]);
        }
        arguments.extend(further.iter().map(|it| (*it).to_owned()));
        arguments
    }

    /// Its only finding.
    fn finding(&self, language: &str) -> &Value {
        let at = LANGUAGES.iter().position(|it| *it == language);
        let findings = &self.findings[at.expect("the program speaks two languages")];
        let codes: Vec<&str> = findings.iter().map(|it| text(it, "code")).collect();
        assert_eq!(codes, [self.code().key()], "{}", self.name);
        &findings[0]
    }

    fn with_findings(mut self) -> Self {
        self.findings = LANGUAGES
            .iter()
            .map(|language| {
                let arguments = self.check(&["--lang", language]);
                let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
                list(&json(&arguments)["findings"])
            })
            .collect();
        self
    }
}

fn text_of(path: &Path) -> String {
    path.to_str().expect("test paths are UTF-8").to_owned()
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().expect("findings are a list").clone()
}

fn text<'a>(finding: &'a Value, key: &str) -> &'a str {
    finding[key]
        .as_str()
        .unwrap_or_else(|| panic!("`{key}` is a text in {finding}"))
}

fn number(finding: &Value, key: &str) -> usize {
    finding[key]
        .as_u64()
        .and_then(|number| usize::try_from(number).ok())
        .unwrap_or_else(|| panic!("`{key}` is a number in {finding}"))
}

fn fixtures() -> Vec<Fixture> {
    let folder = root().join("tests/faults");
    let mut fixtures: Vec<Fixture> = fs::read_dir(&folder)
        .expect("the fixtures can be listed")
        .map(|entry| entry.expect("a fixture can be read").path())
        .filter(|path| path.is_dir())
        .map(|folder| Fixture {
            name: name_of(&folder),
            folder,
            findings: Vec::new(),
        })
        .map(Fixture::with_findings)
        .collect();
    fixtures.sort_by(|one, other| one.name.cmp(&other.name));
    assert!(fixtures.len() > 50, "there are fixtures");
    fixtures
}

fn name_of(folder: &Path) -> String {
    let name = folder.file_name().and_then(|name| name.to_str());
    name.expect("fixtures have plain names").to_owned()
}

#[test]
fn each_fixture_has_exactly_its_own_finding() {
    for fixture in FIXTURES.iter() {
        for language in LANGUAGES {
            fixture.finding(language);
        }
    }
}

#[test]
fn each_code_has_a_fixture_or_a_test_that_makes_it() {
    let shown: Vec<Code> = FIXTURES.iter().map(Fixture::code).collect();
    for code in Code::ALL {
        let made = MADE_BY_A_TEST.iter().any(|(made, _)| made == code);
        assert!(
            shown.contains(code) != made,
            "{code} has either a fixture or a test that makes its file"
        );
    }
}

/// The lines of a file as people count them; bytes that are no UTF-8 are one
/// character each.
fn lines_of(path: &Path) -> Vec<String> {
    let bytes = fs::read(path).expect("the file of a finding can be read");
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| error.into_bytes().into_iter().map(char::from).collect());
    text.split('\n')
        .map(|line| line.trim_end_matches('\r').to_owned())
        .collect()
}

/// Whether a place is a cell of a workbook, whose lines are the rows of a sheet.
fn is_in_sheet(place: &Value) -> bool {
    place["cell"]
        .as_str()
        .is_some_and(|cell| cell.contains('!'))
}

fn assert_place(fixture: &Fixture, place: &Value) {
    if is_in_sheet(place) {
        let last = format!("{}", number(place, "line"));
        assert!(text(place, "cell").ends_with(&last), "{place}");
        return;
    }
    let lines = lines_of(&fixture.folder.join(text(place, "path")));
    let line = number(place, "line");
    let column = number(place, "column");
    assert!(line >= 1 && column >= 1, "{}: {place}", fixture.name);
    let found = lines
        .get(line - 1)
        .unwrap_or_else(|| panic!("{}: the file has a line {line}", fixture.name));
    assert!(
        column <= found.chars().count() + 1,
        "{}: line {line} has a column {column}: {found}",
        fixture.name
    );
}

#[test]
fn each_place_is_inside_its_file() {
    for fixture in FIXTURES.iter() {
        let finding = fixture.finding("nl");
        assert_place(fixture, finding);
        for related in list(&finding["related"]) {
            assert_place(fixture, &related);
        }
    }
}

#[test]
fn each_finding_shows_its_text_unless_it_may_not_or_cannot() {
    for fixture in FIXTURES.iter() {
        let finding = fixture.finding("nl");
        let is_whole = WHOLE_FILE.contains(&fixture.name.as_str());
        let is_private = PRIVATE.contains(&fixture.code());
        let name = &fixture.name;
        assert_eq!(
            finding["excerpt"].is_null(),
            is_whole || is_private,
            "{name}: {finding}"
        );
        if is_whole {
            let place = (number(finding, "line"), number(finding, "column"));
            assert_eq!(place, (1, 1), "{name}");
            continue;
        }
        if is_private || is_in_sheet(finding) {
            continue;
        }
        let lines = lines_of(&fixture.folder.join(text(finding, "path")));
        let line = &lines[number(finding, "line") - 1];
        let excerpt = text(finding, "excerpt");
        // Of bytes in another character set the excerpt shows the characters.
        let shown = fixture.code() == Code::I08 || line.contains(excerpt);
        assert!(shown, "{name}: {excerpt} stands in {line}");
    }
}

/// The personal data at the place of a finding.
fn secret(fixture: &Fixture) -> String {
    let finding = fixture.finding("nl");
    let lines = lines_of(&fixture.folder.join(text(finding, "path")));
    let line = &lines[number(finding, "line") - 1];
    let rest: String = line.chars().skip(number(finding, "column") - 1).collect();
    rest.split([' ', ';', '"'])
        .find(|word| word.contains('@') || word.bytes().filter(u8::is_ascii_digit).count() > 2)
        .expect("the line of the finding holds personal data")
        .to_owned()
}

#[test]
fn no_command_shows_personal_data_again() {
    let mut shown = Vec::new();
    for fixture in FIXTURES.iter().filter(|it| PRIVATE.contains(&it.code())) {
        let secret = secret(fixture);
        let folder = text_of(&fixture.folder);
        for command in ["check", "report", "kpi"] {
            for format in ["text", "json"] {
                let output = run(&[command, &folder, "--format", format]);
                if (stdout(&output) + &stderr(&output)).contains(&secret) {
                    shown.push(format!("{}: {command} as {format}", fixture.name));
                }
            }
        }
    }
    assert!(
        shown.is_empty(),
        "personal data is shown:\n{}",
        shown.join("\n")
    );
}

/// All sentences of a finding.
fn sentences(finding: &Value) -> Vec<String> {
    let related = list(&finding["related"]);
    let mut sentences = vec![text(finding, "message").to_owned()];
    sentences.extend(finding["help"].as_str().map(ToOwned::to_owned));
    sentences.extend(related.iter().map(|it| text(it, "message").to_owned()));
    sentences
}

#[test]
fn each_finding_speaks_both_languages() {
    for fixture in FIXTURES.iter() {
        let [dutch, english] = LANGUAGES.map(|language| fixture.finding(language));
        let name = &fixture.name;
        for key in ["message", "help"] {
            assert_ne!(text(dutch, key), text(english, key), "{name}: {key}");
        }
        for finding in [dutch, english] {
            assert_ne!(text(finding, "message"), text(finding, "help"), "{name}");
            for sentence in sentences(finding) {
                assert!(!sentence.trim().is_empty(), "{name}: an empty sentence");
                assert!(!sentence.ends_with('.'), "{name}: {sentence}");
                assert!(!sentence.contains("  "), "{name}: {sentence}");
            }
        }
        for key in [
            "code", "severity", "path", "line", "column", "cell", "excerpt",
        ] {
            assert_eq!(dutch[key], english[key], "{name}: {key}");
        }
    }
}

/// Codes of these families that are about no row: a total, an action that is paid
/// elsewhere, and values that cannot be.
const ABOUT_NO_ROW: &[Code] = &[Code::G04, Code::G05, Code::T03, Code::T04];

#[test]
fn the_row_that_a_finding_is_about_names_its_code() {
    for fixture in FIXTURES.iter() {
        let code = fixture.code();
        let table = match &code.key()[..1] {
            "G" => "award",
            "K" => "kpi",
            "T" => "staffing",
            _ => continue,
        };
        let mut arguments = fixture.check(&["--quiet"]);
        arguments[0] = table.to_owned();
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let said = stdout(&run(&arguments));
        let is_named = said.lines().any(|line| line.ends_with(code.key()));
        let is_awaited = !ABOUT_NO_ROW.contains(&code);
        assert_eq!(is_named, is_awaited, "{}: {said}", fixture.name);
    }
}

#[test]
fn the_exit_code_follows_the_severity() {
    for fixture in FIXTURES.iter() {
        let severity = fixture.finding("nl")["severity"].clone();
        for (deny, code) in [
            (&[][..], i32::from(severity == "error")),
            (&["--deny", fixture.code().key()][..], 1),
            (&["--exit-zero"][..], 0),
        ] {
            let arguments = fixture.check(deny);
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            let output = run(&arguments);
            assert_eq!(
                output.status.code(),
                Some(code),
                "{} {deny:?}",
                fixture.name
            );
        }
    }
}

/// What `check` says of a fixture, Dutch first.
fn said(fixture: &Fixture) -> String {
    LANGUAGES
        .map(|language| {
            let arguments = fixture.check(&["--lang", language]);
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            let output = run(&arguments);
            assert_eq!(stderr(&output), "", "{}", fixture.name);
            stdout(&output)
        })
        .join("\n-------- en --------\n\n")
}

#[test]
fn each_fixture_says_what_it_said_before() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("snapshots/faults");
    let changed: Vec<String> = settings.bind(|| {
        fixtures()
            .into_iter()
            .filter(|fixture| {
                let said = said(fixture);
                let held = || insta::assert_snapshot!(fixture.name.as_str(), said);
                catch_unwind(AssertUnwindSafe(held)).is_err()
            })
            .map(|fixture| fixture.name.clone())
            .collect()
    });
    assert!(changed.is_empty(), "other words than before: {changed:?}");
}

#[test]
fn no_snapshot_outlives_its_fixture() {
    let names: Vec<&str> = FIXTURES.iter().map(|it| it.name.as_str()).collect();
    let folder = root().join("tests/snapshots/faults");
    for entry in fs::read_dir(&folder).expect("the snapshots can be listed") {
        let path = entry.expect("a snapshot can be read").path();
        let name = path.file_stem().and_then(|it| it.to_str());
        assert!(
            name.is_some_and(|name| names.contains(&name)),
            "{} has a fixture",
            path.display()
        );
    }
}

// Codes and their rules.

#[test]
fn each_code_has_exactly_one_rule() {
    let of_reading = samenleven::input::fault::RULES.iter().copied();
    let of_checks = samenleven::check::CHECKS.iter().map(|check| check.rule);
    let mut codes: Vec<Code> = of_reading.chain(of_checks).map(|rule| rule.code).collect();
    codes.sort_unstable();
    assert_eq!(codes, Code::ALL);
}

#[test]
fn each_code_is_explained_in_both_languages_as_json() {
    for code in Code::ALL {
        let lower = code.key().to_lowercase();
        let [dutch, english] =
            LANGUAGES.map(|language| json(&["explain", &lower, "--lang", language]));
        for explained in [&dutch, &english] {
            assert_eq!(explained["code"], code.key());
            assert!(["error", "warning", "notice"].contains(&text(explained, "severity")));
        }
        for key in ["name", "why", "repair"] {
            assert!(!text(&dutch, key).is_empty(), "{code}: {key}");
            assert_ne!(text(&dutch, key), text(&english, key), "{code}: {key}");
        }
        assert_eq!(dutch["severity"], english["severity"], "{code}");
        assert_eq!(dutch["example"], english["example"], "{code}");
    }
}

#[test]
fn each_code_is_explained_in_both_languages_as_text() {
    for code in Code::ALL {
        for language in LANGUAGES {
            let output = run(&["explain", code.key(), "--lang", language]);
            assert_eq!(output.status.code(), Some(0), "{code}");
            let page = stdout(&output);
            let about = json(&["explain", code.key(), "--lang", language]);
            assert!(page.starts_with(&format!("{code} (")), "{page}");
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            for key in ["name", "why", "repair"] {
                assert!(
                    words(&page).contains(&words(text(&about, key))),
                    "{code}: {key}"
                );
            }
            for line in text(&about, "example").lines() {
                assert!(page.contains(line), "{code}: {line}");
            }
        }
    }
}

#[test]
fn a_fixture_has_the_severity_that_is_explained() {
    for fixture in FIXTURES.iter() {
        let explained = json(&["explain", fixture.code().key()]);
        let found = fixture.finding("nl");
        assert_eq!(found["severity"], explained["severity"], "{}", fixture.name);
    }
}

// The files that are too large to keep.

const SMALL: &str = r#"format = 1
scheme = "plan-samenleven"
as_of = 2022-12-31

[applicant]
name = "Voorbeeldgem"
kind = "municipality"

[[year]]
nr = 1

[[action]]
nr = 5

[[progress]]
file = "progress.csv"
"#;

const MEBIBYTE: usize = 1024 * 1024;

fn with_log(log: &str) -> Folder {
    Folder::with(&[
        ("dossier.toml", SMALL.as_bytes()),
        ("progress.csv", log.as_bytes()),
    ])
}

/// The only finding of a dossier that has one.
fn only(folder: &Folder, code: Code, language: &str) -> Value {
    let findings = list(&json(&["check", folder.argument(), "--lang", language])["findings"]);
    let codes: Vec<&str> = findings.iter().map(|it| text(it, "code")).collect();
    assert_eq!(codes, [code.key()]);
    findings.into_iter().next().expect("there is one finding")
}

fn kpi(folder: &Folder) -> Value {
    json(&["kpi", folder.argument()])["tables"]["kpi"][0].clone()
}

/// A log with one row of so many bytes between two others.
fn with_row_of(bytes: usize) -> Folder {
    let start = "13/10/2022;5;7;";
    let note = "x".repeat(bytes - start.len());
    with_log(&format!(
        "datum;actie;aantal;opmerking\n12/10/2022;5;18;\n{start}{note}\n14/10/2022;5;3;\n"
    ))
}

fn assert_set_aside(folder: &Folder) {
    for language in LANGUAGES {
        let finding = only(folder, Code::I21, language);
        assert_eq!(number(&finding, "line"), 3);
        let excerpt = finding["excerpt"].as_str().unwrap_or_default();
        assert!(excerpt.len() < 1000, "a long text is shortened");
    }
    let row = kpi(folder);
    assert_eq!(
        (&row["reached"], &row["set_aside"]),
        (&21.into(), &1.into())
    );
}

#[test]
fn a_row_of_two_mebibytes_is_set_aside() {
    assert_set_aside(&with_row_of(2 * MEBIBYTE));
}

#[test]
fn a_row_of_one_byte_more_than_a_mebibyte_is_set_aside() {
    assert_set_aside(&with_row_of(MEBIBYTE + 1));
}

#[test]
fn a_row_of_a_mebibyte_is_still_read() {
    let folder = with_row_of(MEBIBYTE);
    assert_eq!(crate::program::codes(folder.path()), Vec::<String>::new());
    assert_eq!(kpi(&folder)["reached"], 28);
}

#[test]
fn an_unclosed_quote_of_more_than_a_mebibyte_names_its_line() {
    let rows = "14/10/2022;5;1;taalcafé\n".repeat(60_000);
    let folder = with_log(&format!(
        "datum;actie;aantal;opmerking\n12/10/2022;5;18;\n13/10/2022;5;7;\"open\n{rows}"
    ));
    for language in LANGUAGES {
        let findings = list(&json(&["check", folder.argument(), "--lang", language])["findings"]);
        let long: Vec<&Value> = findings.iter().filter(|it| it["code"] == "I21").collect();
        assert_eq!(long.len(), 1, "{findings:?}");
        assert_eq!(number(long[0], "line"), 3, "the row begins there");
        assert!(text(long[0], "help").contains('3'), "{}", long[0]);
    }
}

#[test]
fn providers_beyond_ten_thousand_are_one_line() {
    let rows: String = (1..=10_005)
        .map(|nr| format!("12/10/2022;5;1;aanbieder {nr}\n"))
        .collect();
    let folder = with_log(&format!("datum;actie;aantal;aanbieder\n{rows}"));
    for language in LANGUAGES {
        let finding = only(&folder, Code::I25, language);
        assert_eq!(text(&finding, "severity"), "warning");
        assert_eq!(number(&finding, "line"), 10_002, "the first one too many");
    }
    assert_eq!(kpi(&folder)["reached"], 10_005, "the total is right");
    let by_provider = json(&["kpi", folder.argument(), "--by", "provider"]);
    let rows = list(&by_provider["tables"]["kpi_by_provider"]);
    assert_eq!(rows.len(), 10_001);
    let others: Vec<&Value> = rows.iter().filter(|row| row["reached"] != 1).collect();
    assert_eq!(others.len(), 1, "{others:?}");
    assert_eq!(
        (text(others[0], "provider"), &others[0]["reached"]),
        ("andere", &5.into())
    );
}

#[test]
fn ten_thousand_providers_are_kept_apart() {
    let rows: String = (1..=10_000)
        .map(|nr| format!("12/10/2022;5;1;aanbieder {nr}\n"))
        .collect();
    let folder = with_log(&format!("datum;actie;aantal;aanbieder\n{rows}"));
    assert_eq!(crate::program::codes(folder.path()), Vec::<String>::new());
}

// Several faults at once.

/// Ten faults of meaning: six here, four in the log.
const TEN_DOSSIER: &str = r#"format = 1
scheme = "plan-samenleven"
as_of = 2022-12-31

[applicant]
name = "Voorbeeldgem"
kind = "municipality"
toelichting = "onbekend"

[[year]]
nr = 1

[[action]]
nr = 5

[[action]]
nr = 17
[[action.year]]
nr = 1
target = 300
groups = { professionals = 100, citizens = 150 }

[[action]]
nr = 24
[[action.year]]
nr = 1
target = 200
award = 42_000

[[staff]]
role = "jobcoach"
fte = 1.0
payer = "gemeente"
filled = [{ fte = 1.0, from = 2022-10-01 }]

[[staff]]
role = "taalcoach"
fte = 1.0
filled = [{ fte = 1.0, from = 2022-12-01, to = 2022-11-01 }, { fte = 1.0, from = 2022-10-01 }]

[[stimulus]]
kind = "voucher"
action = 5
year = 1
amount = 10_000

[[progress]]
file = "progress.csv"
"#;

const TEN_LOG: &str = "datum;actie;aantal;aanbieder
12/10/2022;5;18;taalcafé
13/10/2022;17;7;buurthuis
14/10/2022;24;9;school
31/11/2022;5;4;taalcafé
15/11/2022;5;1.5;taalcafé
16/11/2022;8;3;taalcafé
17/11/2022;5;-4;taalcafé
";

#[test]
fn ten_faults_are_ten_findings_in_one_run() {
    let folder = Folder::with(&[
        ("dossier.toml", TEN_DOSSIER.as_bytes()),
        ("progress.csv", TEN_LOG.as_bytes()),
    ]);
    let codes = crate::program::codes(folder.path());
    assert_eq!(
        codes,
        [
            "I02", "K03", "G02", "I18", "T03", "I20", "I05", "I06", "I13", "I15"
        ]
    );
    let report = json(&["report", folder.argument()]);
    assert_eq!(
        list(&report["findings"]).len(),
        10,
        "the report tells them all"
    );
    assert_eq!(
        report["tables"]["kpi"][0]["reached"], 18,
        "the good row counts"
    );
}

#[test]
fn where_the_toml_is_broken_only_that_is_told() {
    // Two lines that are no TOML, one of them inside the ten faults.
    let broken = TEN_DOSSIER
        .replace("award = 42_000", "award = 42000,50")
        .replace("role = \"jobcoach\"", "role = jobcoach");
    let folder = Folder::with(&[
        ("dossier.toml", broken.as_bytes()),
        ("progress.csv", TEN_LOG.as_bytes()),
    ]);
    let dossier = folder.argument();
    assert_eq!(crate::program::codes(folder.path()), ["I01", "I01"]);
    assert_eq!(run(&["check", dossier]).status.code(), Some(1));
    for command in [
        "report",
        "kpi",
        "award",
        "cofinancing",
        "budget",
        "staffing",
    ] {
        for format in ["text", "json"] {
            let output = run(&[command, dossier, "--format", format]);
            assert_eq!(output.status.code(), Some(2), "{command} {format}");
            assert_eq!(stdout(&output), "", "{command} {format}");
            let told = stderr(&output);
            assert_eq!(told.matches("I01").count(), 2, "{command}: {told}");
            assert!(!told.contains("I02"), "{command}: {told}");
        }
    }
}

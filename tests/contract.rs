//! What users and scripts may count on: exit codes, streams, languages, and the rules
//! of the single tables, each seen from outside.

use crate::program::{Folder, codes, json, root, run, samenleven, stderr, stdout};
use serde_json::{Value, json as value};
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Command, Stdio};

const LEEUW: &str = "data/dossiers/sint-pieters-leeuw";
const MECHELEN: &str = "data/dossiers/mechelen";
const LOADING: [&str; 7] = [
    "report",
    "check",
    "kpi",
    "award",
    "cofinancing",
    "budget",
    "staffing",
];
const SINGLE: [&str; 5] = ["kpi", "award", "cofinancing", "budget", "staffing"];
const SUBCOMMANDS: [&str; 14] = [
    "new",
    "log",
    "report",
    "check",
    "kpi",
    "award",
    "cofinancing",
    "budget",
    "staffing",
    "explain",
    "schemes",
    "schema",
    "completions",
    "man",
];

/// A dossier of an invented municipality.
fn dossier(top: &str, body: &str) -> String {
    format!(
        "format = 1\nscheme = \"plan-samenleven\"\n{top}\n\n[applicant]\nname = \"Voorbeeldgem\"\nkind = \"municipality\"\n\n{body}"
    )
}

/// An action in project year 1 with these lines.
fn action(nr: u8, lines: &str) -> String {
    format!("[[action]]\nnr = {nr}\n[[action.year]]\nnr = 1\n{lines}\n\n")
}

const YEAR_1: &str = "[[year]]\nnr = 1\n\n";

/// A folder with only a dossier.
fn folder(text: &str) -> Folder {
    Folder::with(&[("dossier.toml", text.as_bytes())])
}

/// A folder with a dossier and a log that it names.
fn folder_with_log(text: &str, log: &str) -> Folder {
    let text = format!("{text}\n[[progress]]\nfile = \"progress.csv\"\n");
    Folder::with(&[
        ("dossier.toml", text.as_bytes()),
        ("progress.csv", log.as_bytes()),
    ])
}

fn code(arguments: &[&str]) -> Option<i32> {
    run(arguments).status.code()
}

fn list(from: &Value) -> &Vec<Value> {
    from.as_array().expect("this is a list in the design")
}

fn rows(arguments: &[&str], table: &str) -> Vec<Value> {
    list(&json(arguments)["tables"][table]).clone()
}

fn pick(rows: &[Value], columns: &[&str]) -> Value {
    let cells = |row: &Value| columns.iter().map(|key| row[*key].clone()).collect();
    Value::Array(rows.iter().map(cells).map(Value::Array).collect())
}

/// A dossier with an error that still gives figures.
fn with_an_error() -> Folder {
    folder(&dossier("unknown = 1", YEAR_1))
}

// Exit codes.

#[test]
fn an_error_in_the_data_ends_with_1_and_still_gives_figures() {
    let folder = with_an_error();
    for command in LOADING {
        let output = run(&[command, folder.argument()]);
        assert_eq!(output.status.code(), Some(1), "{command}");
        assert!(!output.stdout.is_empty(), "{command}");
    }
}

#[test]
fn exit_zero_keeps_0() {
    let folder = with_an_error();
    for command in LOADING {
        let all = [command, folder.argument(), "--exit-zero"];
        assert_eq!(code(&all), Some(0), "{command}");
    }
}

#[test]
fn deny_lowers_the_bar() {
    for command in LOADING {
        let with = |deny: &[&str]| code(&[&[command, MECHELEN], deny].concat());
        assert_eq!(with(&[]), Some(0), "{command}");
        assert_eq!(with(&["--deny", "warnings"]), Some(1), "{command}");
        assert_eq!(with(&["--deny", "G03"]), Some(1), "{command}");
        assert_eq!(with(&["--deny", "G06"]), Some(1), "a notice too: {command}");
        assert_eq!(with(&["--deny", "T01"]), Some(0), "{command}");
        assert_eq!(with(&["--deny", "T01", "--deny", "G03"]), Some(1));
        let both = ["--deny", "warnings", "--exit-zero"];
        assert_eq!(with(&both), Some(0), "{command}");
        assert_eq!(with(&["--deny", "Z99"]), Some(2), "{command}");
    }
}

#[test]
fn notices_are_no_warnings() {
    let folder = folder(&dossier(
        "",
        &(YEAR_1.to_owned() + &action(11, "target = 50\naward = 12_800")),
    ));
    assert_eq!(codes(folder.path()), ["G06"]);
    let path = folder.argument();
    assert_eq!(code(&["check", path, "--deny", "warnings"]), Some(0));
    assert_eq!(code(&["check", path, "--deny", "G06"]), Some(1));
}

/// Dossiers of which no figures are possible, with the code that says why.
fn without_figures() -> Vec<(Folder, &'static str)> {
    let whole = dossier("", YEAR_1);
    vec![
        (folder("format = 1\nscheme = \"plan-samenleven\nx"), "I01"),
        (
            folder(&whole.replace("scheme = \"plan-samenleven\"", "scheme = \"bestaat-niet\"")),
            "I23",
        ),
        (folder(&whole.replace("format = 1", "format = 99")), "I23"),
        (
            folder(&whole.replace("scheme = \"plan-samenleven\"\n", "")),
            "I03",
        ),
    ]
}

#[test]
fn without_figures_nothing_is_on_stdout() {
    for (folder, expected) in without_figures() {
        for command in LOADING.into_iter().filter(|it| *it != "check") {
            for format in ["text", "json"] {
                let output = run(&[command, folder.argument(), "--format", format]);
                assert_eq!(output.status.code(), Some(2), "{command} {expected}");
                assert_eq!(stdout(&output), "", "{command} {expected}");
                assert!(stderr(&output).contains(expected), "{}", stderr(&output));
            }
            let zero = run(&[command, folder.argument(), "--exit-zero"]);
            assert_eq!(zero.status.code(), Some(2), "{command} {expected}");
            assert_eq!(stdout(&zero), "", "{command} {expected}");
        }
    }
}

#[test]
fn without_figures_check_prints_the_findings() {
    for (folder, expected) in without_figures() {
        let output = run(&["check", folder.argument()]);
        assert_eq!(output.status.code(), Some(1), "{expected}");
        assert!(stdout(&output).contains(expected), "{}", stdout(&output));
        let found = codes(folder.path());
        assert!(found.iter().any(|it| it == expected), "{found:?}");
    }
}

#[test]
fn a_missing_dossier_ends_with_2() {
    let empty = Folder::with(&[]);
    for command in LOADING {
        for path in ["/nergens/te/vinden", empty.argument()] {
            let output = run(&[command, path]);
            assert_eq!(output.status.code(), Some(2), "{command} {path}");
            assert_eq!(stdout(&output), "", "{command} {path}");
            assert!(!stderr(&output).is_empty(), "{command} {path}");
        }
    }
}

#[test]
fn a_missing_scheme_file_ends_with_2() {
    for command in LOADING {
        let output = run(&[command, LEEUW, "--scheme", "/nergens/regeling.toml"]);
        assert_eq!(output.status.code(), Some(2), "{command}");
        assert_eq!(stdout(&output), "", "{command}");
    }
}

#[test]
fn a_scheme_file_with_another_id_is_i23() {
    let scheme = "tests/files/proef.toml";
    let output = run(&["report", LEEUW, "--scheme", scheme]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stdout(&output), "");
    assert!(stderr(&output).contains("I23"), "{}", stderr(&output));
    let found = json(&["check", LEEUW, "--scheme", scheme]);
    let found: Vec<_> = list(&found["findings"])
        .iter()
        .map(|it| &it["code"])
        .collect();
    assert_eq!(found, ["I23"]);
}

#[test]
fn a_log_that_is_missing_or_outside_is_unknown() {
    let outside = tempfile::NamedTempFile::new().expect("a file elsewhere can be made");
    fs::write(outside.path(), "datum;actie;aantal\n30/09/2023;15;7\n").expect("it can be written");
    let outside = outside.path().to_str().expect("test paths are UTF-8");
    for file in ["weg.csv", outside] {
        let body = format!(
            "{YEAR_1}{}[[progress]]\nfile = \"{file}\"\n",
            action(15, "target = 300")
        );
        let folder = folder(&dossier("as_of = 2023-09-30", &body));
        assert_eq!(codes(folder.path()), ["I17"], "{file}");
        for command in LOADING {
            assert_eq!(
                code(&[command, folder.argument()]),
                Some(1),
                "{command} {file}"
            );
        }
        let kpi = rows(&["kpi", folder.argument()], "kpi");
        assert_eq!(
            pick(&kpi, &["reached", "status"]),
            value!([[null, "unknown"]])
        );
        assert!(kpi[0]["reached_unknown"].is_string(), "{kpi:?}");
    }
}

// Wrong usage.

#[test]
fn a_whole_report_is_no_single_csv() {
    let output = run(&["report", LEEUW, "--format", "csv"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stdout(&output), "");
    for command in SINGLE {
        assert!(stderr(&output).contains(command), "{}", stderr(&output));
    }
}

/// Command lines that cannot be.
const WRONG: &[&[&str]] = &[
    &["kpj"],
    &["check", "--formt", "json"],
    &["check", "--format", "pdf"],
    &["kpi", "--format"],
    &["kpi", "--year", "een"],
    &["kpi", "--as-of", "2023-09-31"],
    &["kpi", "--as-of", "gisteren"],
    &["kpi", "--by", "maand"],
    &["kpi", "--color", "soms"],
    &["kpi", "--deny", "alles"],
    &["kpi", "een", "twee"],
    &["explain"],
    &["explain", "Z99"],
    &["schemes", "elders"],
    &["log", "/nergens"],
    &["log", "examples/eerste-dossier", "--action", "5"],
    &["log", "examples/eerste-dossier", "--weg", "5"],
    &["log", LEEUW, "--date", "2023-03-01", "--group", "x"],
    &["new"],
    &["new", "nieuw"],
    &["new", "nieuw", "--action", "vijf"],
    &["new", "nieuw", "--action", "99"],
    &["new", "nieuw", "--action", "5", "--sheet", "2023"],
    &["new", "data", "--from", "/nergens.xlsx"],
    &["kpi", "/nergens"],
    &["schema"],
    &["schema", "kpi"],
    &["schema", "dossier", "-o", "data"],
    &["completions"],
    &["completions", "tcsh"],
    &["man", "kpj"],
];

/// Words of one language only, as they stand in messages and help.
const DUTCH: &[&str] = &[
    "gebruik",
    "opties",
    "opdrachten",
    "voorbeelden",
    "argumenten",
    "afsluitcodes",
    "toont",
    "meer",
    "uitleg",
    "bestaat",
    "niet",
    "optie",
    "ontbreekt",
    "mogelijk",
    "verwacht",
    "bedoelt",
    "de",
    "het",
    "een",
    "map",
    "bestand",
    "taal",
    "vorm",
    "datum",
    "wanneer",
    "regeling",
    "schrijft",
    "kleuren",
    "zegt",
    "verslag",
    "laat",
    "herhaalbaar",
];
const ENGLISH: &[&str] = &[
    "usage",
    "options",
    "commands",
    "examples",
    "arguments",
    "exit",
    "shows",
    "print",
    "prints",
    "explains",
    "there",
    "missing",
    "possible",
    "values",
    "default",
    "expected",
    "mean",
    "the",
    "an",
    "folder",
    "file",
    "language",
    "date",
    "writes",
    "colours",
    "says",
    "error",
    "tip",
    "similar",
    "required",
    "provided",
    "invalid",
    "unexpected",
    "unrecognized",
    "found",
    "exist",
    "folder",
    "another",
    "does",
];

/// The words of a text, what the program must be given literally taken out.
fn words(text: &str) -> Vec<String> {
    let literal = |token: &&str| {
        let quoted = token.starts_with('`');
        let token = token.trim_matches(|it: char| "`,.;:()[]".contains(it));
        !token.starts_with('-') && !token.starts_with("samenleven") && !quoted
    };
    text.split_whitespace()
        .filter(literal)
        .flat_map(|token| token.split(|it: char| !it.is_alphabetic()))
        .map(str::to_lowercase)
        .collect()
}

fn holds_none_of(text: &str, forbidden: &[&str], of: &[&str]) {
    let words = words(text);
    let found: Vec<_> = forbidden
        .iter()
        .filter(|word| words.iter().any(|it| it == *word))
        .collect();
    assert!(found.is_empty(), "{of:?} has {found:?} in:\n{text}");
}

#[test]
fn wrong_usage_is_told_in_the_asked_language() {
    for arguments in WRONG {
        let dutch = run(arguments);
        assert_eq!(dutch.status.code(), Some(2), "{arguments:?}");
        assert_eq!(stdout(&dutch), "", "{arguments:?}");
        holds_none_of(&stderr(&dutch), ENGLISH, arguments);
        let english = run(&[*arguments, &["--lang", "en"]].concat());
        assert_eq!(english.status.code(), Some(2), "{arguments:?}");
        assert_eq!(stdout(&english), "", "{arguments:?}");
        holds_none_of(&stderr(&english), DUTCH, arguments);
        assert_ne!(stderr(&dutch), stderr(&english), "{arguments:?}");
        let by_environment = samenleven(arguments)
            .env("SAMENLEVEN_LANG", "en")
            .output()
            .expect("the program can be started");
        assert_eq!(stderr(&by_environment), stderr(&english), "{arguments:?}");
        let wins = samenleven(&[*arguments, &["--lang", "nl"]].concat())
            .env("SAMENLEVEN_LANG", "en")
            .output()
            .expect("the program can be started");
        assert_eq!(stderr(&wins), stderr(&dutch), "{arguments:?}");
    }
}

#[test]
fn an_unknown_language_is_wrong_usage() {
    let output = run(&["kpi", LEEUW, "--lang", "fr"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stdout(&output), "");
}

#[test]
fn the_language_of_a_report() {
    let body = dossier("language = \"en\"", YEAR_1);
    let folder = folder(&body);
    let path = folder.argument();
    let english = stdout(&run(&["report", path]));
    assert!(english.contains("Findings:"), "{english}");
    let asked = stdout(&run(&["report", path, "--lang", "nl"]));
    assert!(asked.contains("Bevindingen:"), "{asked}");
    let environment = samenleven(&["report", path])
        .env("SAMENLEVEN_LANG", "nl")
        .output()
        .expect("the program can be started");
    assert_eq!(stdout(&environment), asked, "above the dossier");
    let both = samenleven(&["report", path, "--lang", "en"])
        .env("SAMENLEVEN_LANG", "nl")
        .output()
        .expect("the program can be started");
    assert_eq!(stdout(&both), english, "--lang wins");
}

// Streams and files.

#[test]
fn a_closed_pipe_is_no_error() {
    for command in ["report", "kpi", "check", "--help"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_samenleven"))
            .args([command])
            .args((command != "--help").then_some(LEEUW))
            .current_dir(root())
            .env_clear()
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program can be started");
        let out = child.stdout.take().expect("its output is piped");
        let mut line = String::new();
        BufReader::with_capacity(16, out)
            .read_line(&mut line)
            .expect("a line can be read");
        let status = child.wait().expect("it ends");
        let mut told = String::new();
        let mut err = child.stderr.take().expect("its errors are piped");
        err.read_to_string(&mut told)
            .expect("what it says is UTF-8");
        assert!(
            status.code().is_some_and(|it| it < 2),
            "{command}: {status:?} {told}"
        );
        assert!(!told.contains("panicked"), "{told}");
        assert!(command == "kpi" || told.is_empty(), "{command}: {told}");
    }
}

#[test]
fn the_same_bytes_whatever_the_surroundings() {
    let path = root().join(LEEUW);
    let path = path.to_str().expect("test paths are UTF-8");
    let elsewhere = Folder::with(&[]);
    for command in LOADING {
        for format in ["text", "json"] {
            let all = [command, path, "--format", format];
            let first = run(&all).stdout;
            assert_eq!(first, run(&all).stdout, "{all:?}");
            let relative = run(&[command, LEEUW, "--format", format]).stdout;
            assert_eq!(first, relative, "{all:?}");
            let file = format!("{path}/dossier.toml");
            let by_file = run(&[command, &file, "--format", format]).stdout;
            assert_eq!(first, by_file, "{all:?}");
            let other = samenleven(&all)
                .current_dir(elsewhere.path())
                .env("LANG", "en_US.UTF-8")
                .env("LC_ALL", "tr_TR.UTF-8")
                .env("TZ", "Pacific/Kiritimati")
                .env("COLUMNS", "200")
                .env("TERM", "xterm-256color")
                .output()
                .expect("the program can be started");
            assert_eq!(first, other.stdout, "{all:?}");
        }
    }
}

#[test]
fn the_current_folder_is_the_dossier_when_none_is_named() {
    let here = samenleven(&["report"])
        .current_dir(root().join(LEEUW))
        .output()
        .expect("the program can be started");
    assert_eq!(here.stdout, run(&["report", LEEUW]).stdout);
    assert_eq!(here.status.code(), Some(0));
}

#[test]
fn an_output_file_has_the_same_bytes() {
    let folder = Folder::with(&[]);
    let target = folder.path().join("uit.dat");
    let name = target.to_str().expect("test paths are UTF-8");
    for format in ["text", "json"] {
        let plain = run(&["report", LEEUW, "--format", format]);
        let written = run(&["report", LEEUW, "--format", format, "-o", name]);
        assert_eq!(written.status.code(), Some(0));
        assert_eq!(stdout(&written), "");
        assert_eq!(fs::read(&target).expect("it was written"), plain.stdout);
        let dash = run(&["report", LEEUW, "--format", format, "-o", "-"]);
        assert_eq!(dash.stdout, plain.stdout);
    }
    let left: Vec<_> = fs::read_dir(folder.path()).expect("it is there").collect();
    assert_eq!(left.len(), 1, "no temporary file stays behind: {left:?}");
}

#[cfg(unix)]
#[test]
fn a_device_is_left_as_it_was() {
    use std::os::unix::fs::FileTypeExt as _;
    let output = run(&["report", LEEUW, "-o", "/dev/null"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let about = fs::metadata("/dev/null").expect("the device is there");
    assert!(about.file_type().is_char_device(), "still a device");
}

#[test]
fn what_cannot_be_written_ends_with_2() {
    for target in ["/nergens/te/vinden/uit.txt", "/proc/uit.txt"] {
        let output = run(&["kpi", LEEUW, "--format", "text", "-o", target]);
        assert_eq!(output.status.code(), Some(2), "{target}");
        assert_eq!(stdout(&output), "");
        assert!(!stderr(&output).is_empty(), "{target}");
    }
}

#[test]
fn colour_only_where_it_is_wanted() {
    let coloured = |arguments: &[&str], environment: &[(&str, &str)]| {
        let output = samenleven(&[&["report", LEEUW], arguments].concat())
            .envs(environment.iter().copied())
            .output()
            .expect("the program can be started");
        output.stdout.contains(&0x1b)
    };
    let always: &[&str] = &["--color", "always"];
    let never: &[&str] = &["--color", "never"];
    assert!(!coloured(&[], &[]), "no terminal, no colour");
    assert!(!coloured(&[], &[("NO_COLOR", "")]));
    assert!(coloured(always, &[]));
    assert!(coloured(always, &[("NO_COLOR", "1")]), "--color beats all");
    assert!(coloured(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[], &[("CLICOLOR_FORCE", "0")]));
    assert!(!coloured(
        &[],
        &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]
    ));
    assert!(
        coloured(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "")]),
        "an empty NO_COLOR counts as none"
    );
    assert!(!coloured(never, &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&["--format", "json", "--color", "always"], &[]));
}

#[test]
fn colour_changes_no_words() {
    let coloured = stdout(&run(&["report", LEEUW, "--color", "always"]));
    let mut plain = String::new();
    for (nr, part) in coloured.split('\u{1b}').enumerate() {
        let rest = if nr == 0 {
            part
        } else {
            part.split_once('m').map_or("", |it| it.1)
        };
        plain.push_str(rest);
    }
    assert_eq!(plain, stdout(&run(&["report", LEEUW])));
}

// Years and the as-of date.

#[test]
fn year_chooses_rows_and_nothing_else() {
    for (command, table) in [("kpi", "kpi"), ("award", "award"), ("budget", "budget")] {
        let all = rows(&[command, LEEUW], table);
        let chosen = rows(&[command, LEEUW, "--year", "2"], table);
        let expected: Vec<_> = all.iter().filter(|row| row["year"] == 2).cloned().collect();
        assert_eq!(chosen, expected, "{command}");
        let two = rows(&[command, LEEUW, "--year", "3", "--year", "1"], table);
        let expected: Vec<_> = all.into_iter().filter(|row| row["year"] != 2).collect();
        assert_eq!(two, expected, "{command}");
    }
    let all = rows(&["cofinancing", LEEUW], "cofinancing");
    let chosen = rows(&["cofinancing", LEEUW, "--year", "1"], "cofinancing");
    assert_eq!(
        chosen,
        [all[0].clone(), all[3].clone()],
        "`all` stays as it is"
    );
}

#[test]
fn year_never_chooses_findings() {
    let whole = json(&["report", LEEUW]);
    let second = json(&["report", LEEUW, "--year", "2"]);
    assert_eq!(whole["findings"], second["findings"]);
    assert_eq!(whole["sources"], second["sources"]);
    assert_eq!(list(&second["tables"]["kpi"]).len(), 5);
    assert_eq!(
        code(&["kpi", LEEUW, "--year", "2", "--deny", "K08"]),
        Some(1)
    );
    let line = stderr(&run(&["kpi", LEEUW]));
    assert_eq!(stderr(&run(&["kpi", LEEUW, "--year", "2"])), line);
}

#[test]
fn before_the_log_everything_reached_is_unknown() {
    let day = ["--as-of", "2023-09-29"];
    let kpi = rows(&[&["kpi", LEEUW], &day[..]].concat(), "kpi");
    for row in &kpi {
        assert!(
            row["reached"].is_null() && row["status"] == "unknown",
            "{row}"
        );
    }
    let check = json(&[&["check", LEEUW], &day[..]].concat());
    let later: Vec<_> = list(&check["findings"])
        .iter()
        .filter(|it| it["code"] == "I22")
        .collect();
    assert_eq!(later.len(), 1);
    assert!(
        later[0]["message"].to_string().contains("13"),
        "{}",
        later[0]
    );
    assert_eq!(code(&[&["check", LEEUW], &day[..]].concat()), Some(0));
    let report = json(&[&["report", LEEUW], &day[..]].concat());
    assert_eq!(report["as_of"], "2023-09-29");
}

#[test]
fn after_the_log_its_figures_stand() {
    let kpi = rows(
        &["kpi", LEEUW, "--as-of", "2023-12-31", "--year", "1"],
        "kpi",
    );
    assert_eq!(
        pick(&kpi, &["reached"]),
        value!([[2840], [127], [195], [307], [206]])
    );
    let report = json(&["report", LEEUW, "--as-of", "2023-12-31"]);
    assert_eq!(report["as_of"], "2023-12-31");
    // Year 2 has begun, and still no row falls in it.
    for row in rows(
        &["kpi", LEEUW, "--as-of", "2023-12-31", "--year", "2"],
        "kpi",
    ) {
        assert!(row["reached"].is_null(), "{row}");
    }
}

#[test]
fn as_of_beats_the_dossier() {
    assert_eq!(
        json(&["report", MECHELEN, "--as-of", "2023-01-01"])["as_of"],
        "2023-01-01"
    );
}

#[test]
fn today_is_a_date_by_explicit_wish() {
    let report = json(&["report", MECHELEN, "--as-of", "today"]);
    let date = report["as_of"].as_str().expect("the date is printed");
    assert!(date.len() == 10 && date > "2025-01-01", "{date}");
}

#[test]
fn without_any_date_it_is_unknown() {
    let folder = folder(&dossier("", YEAR_1));
    let report = json(&["report", folder.argument()]);
    assert!(report["as_of"].is_null(), "{}", report["as_of"]);
    assert_eq!(code(&["report", folder.argument()]), Some(0));
}

// Help, version, explain, schemes.

#[test]
fn help_in_both_languages() {
    for subcommand in [&[][..]]
        .into_iter()
        .chain(SUBCOMMANDS.iter().map(std::slice::from_ref))
    {
        for flag in ["--help", "-h"] {
            let arguments = [subcommand, &[flag]].concat();
            let dutch = run(&arguments);
            assert_eq!(dutch.status.code(), Some(0), "{arguments:?}");
            assert_eq!(stderr(&dutch), "", "{arguments:?}");
            assert!(stdout(&dutch).contains("Gebruik") && stdout(&dutch).contains("Opties"));
            assert!(stdout(&dutch).contains("Voorbeelden"), "examples first");
            let arguments = [subcommand, &[flag, "--lang", "en"]].concat();
            let english = run(&arguments);
            assert_eq!(english.status.code(), Some(0), "{arguments:?}");
            assert_eq!(stderr(&english), "", "{arguments:?}");
            assert!(stdout(&english).contains("Usage") && stdout(&english).contains("Options"));
        }
    }
}

#[test]
fn help_in_dutch_has_no_english_word() {
    for subcommand in SUBCOMMANDS {
        let arguments = [subcommand, "--help"];
        holds_none_of(&stdout(&run(&arguments)), ENGLISH, &arguments);
    }
    holds_none_of(&stdout(&run(&["--help"])), ENGLISH, &["--help"]);
}

#[test]
fn no_arguments_give_the_short_help() {
    let output = run(&[]);
    assert_eq!(output.status.code(), Some(0));
    for command in SUBCOMMANDS {
        assert!(stdout(&output).contains(command), "{command}");
    }
}

#[test]
fn the_version() {
    for arguments in [&["--version"][..], &["-V"], &["--version", "check"]] {
        let output = run(arguments);
        assert_eq!(stdout(&output), "samenleven 0.1.0\n", "{arguments:?}");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    }
}

#[test]
fn explain_in_any_case() {
    let upper = run(&["explain", "C05"]);
    assert_eq!(upper.status.code(), Some(0));
    assert!(stdout(&upper).starts_with("C05"), "{}", stdout(&upper));
    assert_eq!(run(&["explain", "c05"]).stdout, upper.stdout);
    let english = stdout(&run(&["explain", "c05", "--lang", "en"]));
    assert!(english.contains("Why") && !english.contains("Waarom"));
    let unknown = run(&["explain", "K99"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert_eq!(stdout(&unknown), "");
    assert!(
        stderr(&unknown).contains("K09"),
        "the nearest: {}",
        stderr(&unknown)
    );
}

#[test]
fn the_schemes() {
    let all = run(&["schemes"]);
    assert_eq!(all.status.code(), Some(0));
    assert!(stdout(&all).contains("plan-samenleven"));
    let one = run(&["schemes", "plan-samenleven"]);
    assert_eq!(one.status.code(), Some(0));
    assert!(stdout(&one).contains("262,5"), "{}", stdout(&one));
    let english = stdout(&run(&["schemes", "plan-samenleven", "--lang", "en"]));
    assert!(english.contains("262.5"), "{english}");
    let unknown = run(&["schemes", "plan-samenwonen"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert_eq!(stdout(&unknown), "");
}

// Amounts and verdicts.

#[test]
fn an_amount_that_is_too_long_is_refused() {
    let body = YEAR_1.to_owned() + &action(15, "target = 300\naward = 99999999999999.99");
    let folder = folder(&dossier("", &body));
    assert_eq!(codes(folder.path()), ["I07"]);
    let award = rows(&["award", folder.argument()], "award");
    assert_eq!(
        pick(&award, &["award", "verdict"]),
        value!([[null, "unknown"]])
    );
}

#[test]
fn twelve_digits_come_back_exactly() {
    for amount in ["99999999999.99", "999999999999.99", "170_625.00"] {
        let body = YEAR_1.to_owned() + &action(15, &format!("target = 300\naward = {amount}"));
        let folder = folder(&dossier("", &body));
        let award = rows(&["award", folder.argument()], "award");
        assert_eq!(award[0]["award"], amount.replace('_', ""));
    }
}

#[test]
fn a_comma_in_an_amount_is_named_and_nothing_is_computed() {
    let body = YEAR_1.to_owned() + &action(15, "target = 300\naward = 25.000,50");
    let folder = folder(&dossier("", &body));
    assert_eq!(codes(folder.path()), ["I01"]);
    let found = json(&["check", folder.argument()]);
    let finding = &found["findings"][0];
    let words = format!("{} {}", finding["message"], finding["help"]);
    assert!(words.contains("komma"), "{words}");
    let output = run(&["award", folder.argument()]);
    assert_eq!(
        (output.status.code(), stdout(&output)),
        (Some(2), String::new())
    );
}

/// Action 5 with a target, and a log that reaches so many of it.
fn attained(target: u32, reached: u32) -> Folder {
    let body = YEAR_1.to_owned() + &action(5, &format!("target = {target}"));
    let log = format!("datum;actie;aantal\n30/09/2023;5;{reached}\n");
    folder_with_log(&dossier("", &body), &log)
}

#[test]
fn rounding_never_reaches_a_target_that_was_not_reached() {
    for (target, reached, percentage, status) in [
        (3000, 2999, "99.9", "not_reached"),
        (3000, 3000, "100.0", "reached"),
        (3000, 3001, "100.0", "reached"),
        (200_000, 199_999, "99.9", "not_reached"),
        (800, 799, "99.9", "not_reached"),
        (800, 1, "0.1", "not_reached"),
        (2000, 1, "0.1", "not_reached"),
        (3, 2, "66.7", "not_reached"),
        (3, 1, "33.3", "not_reached"),
    ] {
        let folder = attained(target, reached);
        let kpi = rows(&["kpi", folder.argument()], "kpi");
        assert_eq!(
            pick(&kpi, &["reached", "attainment_pct", "status"]),
            value!([[reached, percentage, status]])
        );
    }
    let folder = attained(3000, 2999);
    let text = stdout(&run(&["kpi", folder.argument()]));
    assert!(text.contains("99,9") && !text.contains("100,0"), "{text}");
}

#[test]
fn every_verdict_in_its_order() {
    let body = YEAR_1.to_owned()
        + &action(1, "target = 10\naward = 1_000")
        + &action(5, "award = 6_000")
        + &action(6, "target = 10")
        + &action(8, "target = 10\naward = 6_500")
        + &action(9, "target = 262\naward = 170_625")
        + &action(11, "target = 50\naward = 12_800")
        + &action(13, "target = 50\ncurrent_reach = 10\naward = 10_500")
        + &action(15, "target = 300\naward = 96_000")
        + &action(20, "target = 120\ncurrent_reach = 80\naward = 6_800")
        + &action(21, "target = 10\naward = 2_000")
        + &action(22, "target = 14\naward = 23_200")
        + &action(23, "award = 5");
    let folder = folder(&dossier("", &body));
    let award = rows(&["award", folder.argument()], "award");
    let columns = [
        "action",
        "subsidised_units",
        "computed",
        "difference",
        "implied_reach",
        "verdict",
    ];
    let verdicts: Vec<_> = award
        .iter()
        .map(|row| (&row["action"], &row["verdict"]))
        .collect();
    let expected = [
        (1, "not_subsidised"),
        (5, "unknown"),
        (6, "unknown"),
        (8, "matches"),
        (9, "at_ceiling"),
        (11, "existing_reach"),
        (13, "differs"),
        (15, "matches"),
        (20, "matches"),
        (21, "differs"),
        (22, "existing_reach"),
        (23, "not_subsidised"),
    ];
    for ((action, verdict), (nr, word)) in verdicts.into_iter().zip(expected) {
        assert_eq!((action, verdict), (&value!(nr), &value!(word)));
    }
    let of = |nr: u64| {
        let row = award
            .iter()
            .find(|row| row["action"] == nr)
            .expect("it has a row");
        pick(std::slice::from_ref(row), &columns)[0].clone()
    };
    assert_eq!(
        of(20),
        value!([20, "40", "6800.00", "0.00", null, "matches"])
    );
    assert_eq!(
        of(13),
        value!([13, "40", "8400.00", "2100.00", null, "differs"])
    );
    assert_eq!(
        of(9),
        value!([9, "262.5", "170300.00", "325.00", null, "at_ceiling"])
    );
    assert_eq!(
        of(22),
        value!([22, "4", "81200.00", "-58000.00", 10, "existing_reach"])
    );
}

#[test]
fn fits_total_needs_the_exact_total() {
    let actions = action(15, "target = 300") + &action(5, "target = 1_500");
    let with = |total: &str, actions: &str| {
        let year = format!("[[year]]\nnr = 1\naward_total = {total}\n\n");
        let folder = folder(&dossier("", &(year + actions)));
        let award = rows(&["award", folder.argument()], "award");
        award
            .iter()
            .map(|row| row["verdict"].to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        with("186_000", &actions),
        ["\"fits_total\"", "\"fits_total\""]
    );
    assert_eq!(with("186_000.01", &actions), ["\"unknown\"", "\"unknown\""]);
    let one_known = action(15, "target = 300\naward = 96_000") + &action(5, "target = 1_500");
    assert_eq!(with("186_000", &one_known), ["\"unknown\"", "\"matches\""]);
    let one_open = action(15, "target = 300") + &action(5, "");
    assert_eq!(with("96_000", &one_open), ["\"unknown\"", "\"unknown\""]);
}

// Another scheme.

/// A dossier of the scheme of the tests, with the scheme file beside it.
fn of_other_scheme(change: &[(&str, &str)], top: &str, body: &str, log: &str) -> Folder {
    let mut scheme = fs::read_to_string(root().join("tests/files/proef.toml"))
        .expect("the scheme of the tests can be read");
    for (from, to) in change {
        assert!(scheme.contains(from), "the scheme has `{from}`");
        scheme = scheme.replace(from, to);
    }
    let body = format!("{body}\n[[progress]]\nfile = \"log.csv\"\n");
    let text = dossier(top, &body).replace("plan-samenleven", "proef");
    Folder::with(&[
        ("dossier.toml", text.as_bytes()),
        ("regeling.toml", scheme.as_bytes()),
        ("log.csv", log.as_bytes()),
    ])
}

fn of(folder: &Folder, command: &[&str], table: &str) -> Vec<Value> {
    let scheme = folder.path().join("regeling.toml");
    let scheme = scheme.to_str().expect("test paths are UTF-8");
    rows(
        &[command, &[folder.argument(), "--scheme", scheme]].concat(),
        table,
    )
}

const NO_ROWS: &str = "datum;actie;aantal;aanbieder;persoon\n";

#[test]
fn own_share_of_another_scheme() {
    let body = "[[year]]\nnr = 1\naward_total = 100.01\n[[year]]\nnr = 2\naward_total = 100.01\n";
    for (share, year, all) in [
        ("20 %", "25.01", "50.01"),
        ("60 %", "150.02", "300.03"),
        ("2/3", "200.02", "400.04"),
        ("1/3", "50.01", "100.01"),
        ("0.5", "100.01", "200.02"),
        ("50 %", "100.01", "200.02"),
    ] {
        for over in ["all-years", "each-year"] {
            let change = [
                ("own_share = \"1/2\"", format!("own_share = \"{share}\"")),
                ("\"all-years\"", format!("\"{over}\"")),
            ];
            let change: Vec<_> = change
                .iter()
                .map(|(from, to)| (*from, to.as_str()))
                .collect();
            let folder = of_other_scheme(&change, "as_of = 2024-12-31", body, NO_ROWS);
            let rows = of(&folder, &["cofinancing"], "cofinancing");
            assert_eq!(
                pick(&rows, &["period", "own_required", "verdict"]),
                value!([
                    ["1", year, "unknown"],
                    ["2", year, "unknown"],
                    ["all", all, "unknown"]
                ]),
                "{share} {over}"
            );
        }
    }
}

#[test]
fn to_account_is_the_award_the_own_share_and_the_stimulus() {
    let change = [("own_share = \"1/2\"", "own_share = \"1/3\"")];
    let body = "[[year]]\nnr = 1\naward_total = 100.01\n";
    let folder = of_other_scheme(&change, "", body, NO_ROWS);
    let rows = of(&folder, &["cofinancing"], "cofinancing");
    assert_eq!(
        pick(&rows, &["to_account"]),
        value!([["150.02"], ["150.02"]])
    );
}

const FOUR_KINDS: &str = "[[year]]\nnr = 1\n[[year]]\nnr = 2\n\
    [[action]]\nnr = 1\n[[action.year]]\nnr = 1\ntarget = 100\n[[action.year]]\nnr = 2\ntarget = 100\n\
    [[action]]\nnr = 2\n[[action.year]]\nnr = 1\ntarget = 1\n\
    [[action]]\nnr = 3\n[[action.year]]\nnr = 1\ntarget = 10\n\
    [[action]]\nnr = 4\n[[action.year]]\nnr = 1\ntarget = 4\n";

const ROWS_OF_FOUR_KINDS: &str = "datum;actie;aantal;aanbieder;persoon\n\
    01/02/2023;1;20;A;\n\
    01/07/2023;1;7;B;\n\
    01/03/2023;2;1;A;\n\
    01/08/2023;2;1;A;\n\
    01/06/2023;3;5;A;\n\
    01/02/2023;3;3;A;\n\
    01/03/2023;3;2;B;\n\
    01/02/2023;4;1;A;p1\n\
    01/07/2023;4;1;A;p1\n\
    01/02/2023;4;1;B;p1\n\
    01/03/2023;4;1;B;p2\n";

#[test]
fn the_kind_decides_how_it_adds_up() {
    let folder = of_other_scheme(&[], "as_of = 2023-12-31", FOUR_KINDS, ROWS_OF_FOUR_KINDS);
    let kpi = of(&folder, &["kpi", "--year", "1"], "kpi");
    assert_eq!(
        pick(
            &kpi,
            &["action", "kind", "reached", "attainment_pct", "status"]
        ),
        value!([
            [1, "flow", 27, "27.0", "not_reached"],
            [2, "milestone", 1, "100.0", "reached"],
            [3, "headcount", 7, "70.0", "not_reached"],
            [4, "distinct", 2, "50.0", "not_reached"],
        ])
    );
    let by = of(
        &folder,
        &["kpi", "--by", "provider", "--year", "1"],
        "kpi_by_provider",
    );
    let heads: Vec<_> = by.into_iter().filter(|row| row["action"] == 3).collect();
    assert_eq!(
        pick(&heads, &["provider", "reached"]),
        value!([["A", 5], ["B", 2]])
    );
}

#[test]
fn the_order_of_rows_never_matters() {
    let mut lines: Vec<&str> = ROWS_OF_FOUR_KINDS.lines().collect();
    lines[1..].reverse();
    let turned = lines.join("\n") + "\n";
    let one = of_other_scheme(&[], "as_of = 2023-12-31", FOUR_KINDS, ROWS_OF_FOUR_KINDS);
    let other = of_other_scheme(&[], "as_of = 2023-12-31", FOUR_KINDS, &turned);
    assert_eq!(of(&one, &["kpi"], "kpi"), of(&other, &["kpi"], "kpi"));
}

#[test]
fn interim_statuses() {
    let interim = |as_of: &str, log: &str| {
        let folder = of_other_scheme(&[], as_of, FOUR_KINDS, log);
        let kpi = of(&folder, &["kpi", "--year", "1"], "kpi");
        pick(&kpi, &["interim_reached", "interim_pct", "interim_status"])[0].clone()
    };
    let log =
        |day: &str, count: u32| format!("datum;actie;aantal\n{day};1;{count}\n31/12/2023;1;1\n");
    let end = "as_of = 2023-12-31";
    assert_eq!(
        interim(end, &log("30/06/2023", 25)),
        value!([25, "25.0", "reached"])
    );
    assert_eq!(
        interim(end, &log("30/06/2023", 24)),
        value!([24, "24.0", "below"])
    );
    assert_eq!(
        interim(end, &log("01/07/2023", 99)),
        value!([null, null, "unknown"])
    );
    let before = interim("as_of = 2023-06-29", &log("01/02/2023", 99));
    assert_eq!(before[2], "running");
    let on_the_day = interim("as_of = 2023-06-30", &log("01/02/2023", 99));
    assert_eq!(on_the_day, value!([99, "99.0", "reached"]));
    let folder = of_other_scheme(&[], end, FOUR_KINDS, ROWS_OF_FOUR_KINDS);
    let kpi = of(&folder, &["kpi", "--year", "1"], "kpi");
    let statuses: Vec<_> = kpi.iter().map(|row| &row["interim_status"]).collect();
    assert_eq!(statuses, ["below", "exempt", "exempt", "reached"]);
}

#[test]
fn rounding_never_reaches_an_interim_threshold() {
    let body = FOUR_KINDS.replacen("target = 100", "target = 12_000", 1);
    let log = "datum;actie;aantal\n30/06/2023;1;2999\n";
    let folder = of_other_scheme(&[], "as_of = 2023-12-31", &body, log);
    let kpi = of(&folder, &["kpi", "--year", "1"], "kpi");
    assert_eq!(
        pick(&kpi, &["interim_pct", "interim_status"])[0],
        value!(["24.9", "below"])
    );
}

#[test]
fn statuses() {
    let log = "datum;actie;aantal\n01/02/2023;1;50\n";
    let status = |as_of: &str| {
        let folder = of_other_scheme(&[], as_of, FOUR_KINDS, log);
        let kpi = of(&folder, &["kpi"], "kpi");
        let flow: Vec<_> = kpi.into_iter().filter(|row| row["action"] == 1).collect();
        assert!(
            flow[1]["reached"].is_null(),
            "year 2 has no row: {}",
            flow[1]
        );
        assert_eq!(flow[1]["status"], "unknown");
        flow[0]["status"].to_string()
    };
    assert_eq!(status("as_of = 2023-12-30"), "\"running\"");
    assert_eq!(status("as_of = 2023-12-31"), "\"not_reached\"");
    let other = of_other_scheme(
        &[],
        "as_of = 2023-02-01",
        FOUR_KINDS,
        "datum;actie;aantal\n01/02/2023;1;100\n",
    );
    let kpi = of(&other, &["kpi"], "kpi");
    assert_eq!(
        kpi[0]["status"], "reached",
        "before the year is over as well"
    );
    // Once a row falls in the year, an action without rows has reached 0, but a headcount not.
    let second = pick(&kpi, &["year", "action", "reached"]);
    assert_eq!(
        second,
        value!([
            [1, 1, 100],
            [1, 2, 0],
            [1, 3, null],
            [1, 4, 0],
            [2, 1, null]
        ])
    );
    let year_2 = kpi[4]["reached_unknown"].as_str().unwrap_or_default();
    assert!(year_2.contains("begonnen"), "{year_2}");
}

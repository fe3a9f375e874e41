//! Where answers go, seen from outside: one file, several, a folder, a link, a device;
//! and what stands there when something goes wrong.

use crate::program::{Folder, json, names, root, run, samenleven, stderr, stdout};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

const LEEUW: &str = "data/dossiers/sint-pieters-leeuw";
const MECHELEN: &str = "data/dossiers/mechelen";
const ZONNEBERG: &str = "examples/zonneberg";

/// The tables that have a command of their own, with that command.
const ALONE: [(&str, &[&str]); 8] = [
    ("kpi", &["kpi"]),
    ("kpi_by_provider", &["kpi", "--by", "provider"]),
    ("award", &["award"]),
    ("cofinancing", &["cofinancing"]),
    ("budget", &["budget"]),
    ("calendar", &["budget", "--calendar"]),
    ("staffing", &["staffing"]),
    ("findings", &["check"]),
];

/// A run that must end well and say nothing.
fn written(arguments: &[&str]) {
    let output = run(arguments);
    let told = stderr(&output);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {told}");
    assert_eq!(stdout(&output), "", "{arguments:?}");
}

/// A run that must be refused; what it says, in Dutch and in English.
fn refused(arguments: &[&str]) -> [String; 2] {
    ["nl", "en"].map(|language| {
        let output = run(&[arguments, &["--lang", language]].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(stdout(&output), "", "{arguments:?}");
        let told = stderr(&output);
        assert!(told.starts_with("samenleven: "), "{arguments:?}: {told}");
        assert_eq!(told.lines().count(), 1, "one sentence: {told}");
        told
    })
}

fn says(told: &[String; 2], dutch: &str, english: &str) {
    assert!(told[0].contains(dutch), "{}", told[0]);
    assert!(told[1].contains(english), "{}", told[1]);
}

/// The rows of a CSV text, its head first.
fn rows(bytes: &[u8], delimiter: u8) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .from_reader(bytes);
    let rows = reader.records().map(|row| row.expect("CSV parses"));
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

/// The rows of an answer in `csv-excel`.
fn excel(arguments: &[&str]) -> Vec<Vec<String>> {
    let output = run(&[arguments, &["--format", "csv-excel"]].concat());
    assert!(output.status.code() < Some(2), "{}", stderr(&output));
    let bytes = output.stdout.strip_prefix(b"\xEF\xBB\xBF");
    rows(bytes.expect("a byte order mark is first"), b';')
}

// For a Belgian spreadsheet.

#[test]
fn csv_excel_says_what_csv_says() {
    for (dossier, (_, command)) in [LEEUW, MECHELEN, ZONNEBERG]
        .into_iter()
        .flat_map(|dossier| ALONE.map(|it| (dossier, it)))
    {
        let command = [command, &[dossier]].concat();
        let output = run(&[&command[..], &["--format", "csv"]].concat());
        let plain = rows(&output.stdout, b',');
        let belgian = excel(&command);
        assert_eq!(plain.len(), belgian.len(), "{command:?}");
        let is_text = |key: &str| {
            let texts = ["code", "message", "path", "cell", "help"];
            texts.contains(&key)
        };
        for (one, other) in plain[1..].iter().zip(&belgian[1..]) {
            for (key, (one, other)) in plain[0].iter().zip(one.iter().zip(other)) {
                let is_number = one.parse::<i128>().is_ok()
                    || one.split_once('.').is_some_and(|(whole, decimals)| {
                        (whole.to_owned() + decimals).parse::<i128>().is_ok()
                    });
                if is_text(key) {
                    assert_eq!(one, other, "{command:?} {key}");
                } else if is_number {
                    assert_eq!(&one.replace('.', ","), other, "{command:?} {key}");
                } else {
                    assert_eq!(one.is_empty(), other.is_empty(), "{command:?} {key}");
                }
            }
        }
    }
}

#[test]
fn csv_excel_has_belgian_marks_and_line_ends() {
    let output = run(&["staffing", ZONNEBERG, "--format", "csv-excel"]);
    let text = stdout(&output);
    assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert!(
        !text.contains("sep="),
        "it would make a spreadsheet forget the BOM"
    );
    assert!(text.contains(";16/01/2023;"), "{text}");
    assert!(text.contains(";62000,00;32868,49\r\n"), "{text}");
    let folder = Folder::with(&[]);
    let target = folder.within("tabellen/");
    written(&["report", ZONNEBERG, "--format", "csv-excel", "-o", &target]);
    let months = fs::read_to_string(folder.path().join("tabellen/progress.csv"));
    let months = months.expect("the months are there");
    assert!(months.contains(";10/2022;"), "{months}");
}

#[test]
fn csv_excel_has_the_words_of_the_language() {
    let dutch = excel(&["kpi", LEEUW]);
    assert_eq!(
        dutch[0][6..10],
        ["doel", "bereikt", "graad (%)", "toestand"]
    );
    assert_eq!(dutch[4][6..10], ["300", "307", "102,3", "bereikt"]);
    let english = excel(&["kpi", LEEUW, "--lang", "en"]);
    assert_eq!(
        english[0][6..10],
        ["target", "reached", "attained (%)", "status"]
    );
    assert_eq!(english[4][6..10], ["300", "307", "102,3", "reached"]);
    let unknown = excel(&["kpi", LEEUW, "--year", "2"]);
    assert_eq!(unknown[1][6..10], ["", "", "", "onbekend"]);
    let findings = excel(&["check", LEEUW]);
    assert_eq!(findings[0][..3], ["code", "gewicht", "bevinding"]);
    assert_eq!(findings[2][..2], ["K08", "waarschuwing"]);
    let findings = excel(&["check", LEEUW, "--lang", "en"]);
    assert_eq!(findings[2][..2], ["K08", "warning"]);
}

/// Texts that a spreadsheet would run, as they stand in TOML.
const RUN: [&str; 7] = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SOM(A1)",
    "\\t=1+1",
    "\\r=1+1",
    "\\u0000=1+1",
];

#[test]
fn no_text_is_a_formula_and_no_number_is_guarded() {
    let mut dossier = "format = 1\nscheme = \"plan-samenleven\"\n\n[applicant]\nname = \"Voorbeeldgem\"\nkind = \"municipality\"\n\n[[year]]\nnr = 1\n\n".to_owned();
    for (text, nr) in RUN.iter().zip([5, 6, 8, 9, 11, 13, 15]) {
        dossier += &format!(
            "[[action]]\nnr = {nr}\nlabel = \"{text}\"\n[[action.year]]\nnr = 1\ntarget = 14\naward = 1\nstatus = [\"{text};{text}\\u001b[31m\"]\n\n"
        );
    }
    let folder = Folder::with(&[("dossier.toml", dossier.as_bytes())]);
    let target = folder.within("tabellen/");
    for (format, delimiter, less) in [("csv", b',', "-"), ("csv-excel", b';', "-")] {
        let output = run(&[
            "report",
            folder.argument(),
            "--format",
            format,
            "-o",
            &target,
        ]);
        assert!(output.status.code() < Some(2), "{}", stderr(&output));
        for table in ["kpi", "award", "points", "at_stake"] {
            let path = folder.path().join(format!("tabellen/{table}.csv"));
            let bytes = fs::read(&path).expect("the table is there");
            assert!(!bytes.contains(&0x1b) && !bytes.contains(&0), "{table}");
            for field in rows(&bytes, delimiter).into_iter().flatten() {
                let runs = field.starts_with(['=', '+', '-', '@', '\t', '\r']);
                let is_number = field
                    .strip_prefix(less)
                    .is_some_and(|it| it.bytes().all(|it| b"0123456789.,".contains(&it)));
                assert!(!runs || is_number, "{format} {table}: {field}");
            }
        }
        let award = fs::read_to_string(folder.path().join("tabellen/award.csv"));
        let award = award.expect("the award is there");
        let minus = if format == "csv" {
            ",-839.00,"
        } else {
            ";-839,00;"
        };
        assert!(
            award.contains(minus),
            "a negative number stays one: {award}"
        );
    }
}

// A folder.

#[test]
fn a_folder_gets_a_file_for_each_table() {
    for (dossier, format) in [LEEUW, ZONNEBERG]
        .into_iter()
        .flat_map(|it| [(it, "csv"), (it, "csv-excel")])
    {
        let folder = Folder::with(&[("mijn.csv", b"van mij"), ("kpi.csv", b"oud")]);
        let report = ["report", dossier, "--format", format, "-o"];
        written(&[&report[..], &[folder.argument()]].concat());
        for (table, command) in ALONE {
            let alone = run(&[command, &[dossier, "--format", format]].concat());
            let in_folder = fs::read(folder.path().join(format!("{table}.csv")));
            assert_eq!(in_folder.expect("it is there"), alone.stdout, "{table}");
        }
        let mine = fs::read(folder.path().join("mijn.csv")).expect("it is still there");
        assert_eq!(mine, b"van mij", "what is not ours is left alone");
        let mut expected = tables_of(dossier);
        expected.extend(["findings", "sources", "mijn"].map(str::to_owned));
        let mut expected: Vec<_> = expected.iter().map(|it| format!("{it}.csv")).collect();
        expected.sort();
        assert_eq!(names(folder.path()), expected);
    }
}

/// The names of all tables of a report.
fn tables_of(dossier: &str) -> Vec<String> {
    let report = json(&["report", dossier]);
    let tables = report["tables"].as_object().expect("tables by name");
    tables.keys().cloned().collect()
}

#[test]
fn a_table_without_rows_is_its_head() {
    let folder = Folder::with(&[]);
    written(&["report", LEEUW, "-o", &folder.within("tabellen/")]);
    let costs = fs::read_to_string(folder.path().join("tabellen/costs.csv"));
    let head = "year,actions,category,payer,planned,booked,note,set_aside\r\n";
    assert_eq!(costs.expect("it is there"), head);
}

#[test]
fn the_sources_are_those_of_json() {
    let folder = Folder::with(&[]);
    written(&["report", LEEUW, "-o", folder.argument()]);
    let table = rows(
        &fs::read(folder.path().join("sources.csv")).expect("it is there"),
        b',',
    );
    assert_eq!(table[0], ["path", "sha256", "rows", "set_aside"]);
    let report = json(&["report", LEEUW]);
    let sources = report["sources"].as_array().expect("a list of sources");
    assert_eq!(table.len(), sources.len() + 1);
    for (row, source) in table[1..].iter().zip(sources) {
        assert_eq!(source["path"], row[0].as_str());
        assert_eq!(source["sha256"], row[1].as_str());
        let rows = source["rows"].as_u64().map(|it| it.to_string());
        assert_eq!(rows.unwrap_or_default(), row[2]);
    }
}

#[test]
fn a_single_table_goes_into_a_folder_under_its_name() {
    for (command, expected) in [
        (&["kpi", LEEUW][..], &["kpi.csv"][..]),
        (
            &["kpi", LEEUW, "--by", "provider"],
            &["kpi_by_provider.csv"],
        ),
        (&["check", LEEUW], &["findings.csv"]),
        (&["schemes"], &["schemes.csv"]),
        (
            &["schemes", "plan-samenleven"],
            &["categories.csv", "rates.csv", "stimulus_kinds.csv"],
        ),
    ] {
        let folder = Folder::with(&[]);
        let target = folder.within("nieuw/");
        let output = run(&[command, &["-o", &target, "-q"]].concat());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert_eq!(names(&folder.path().join("nieuw")), expected);
    }
}

#[test]
fn a_folder_is_made_one_deep_and_only_for_an_answer() {
    let folder = Folder::with(&[("uit.txt", b"oud")]);
    let told = refused(&["report", LEEUW, "-o", &folder.within("a/b/")]);
    says(&told, "/a: bestaat niet", "/a: does not exist");
    let told = refused(&["report", LEEUW, "-o", &folder.within("uit.txt/")]);
    says(&told, "is een bestand, geen map", "is a file, not a folder");
    let full = ["-o", "/dev/full", "-o", &folder.within("nieuw/")];
    if cfg!(target_os = "linux") {
        let told = refused(&[&["report", LEEUW], &full[..]].concat());
        says(&told, "geen plaats meer", "no room left");
    }
    let empty = Folder::with(&[("dossier.toml", b"format = 1\nx")]);
    let output = run(&["report", empty.argument(), "-o", &folder.within("nieuw/")]);
    assert_eq!(output.status.code(), Some(2), "there are no figures");
    assert_eq!(names(folder.path()), ["uit.txt"], "no folder was left");
}

#[test]
fn a_folder_is_for_tables_only() {
    let folder = Folder::with(&[]);
    for (command, format) in [
        (&["report", LEEUW][..], "json"),
        (&["check", LEEUW], "sarif"),
    ] {
        let told = refused(&[command, &["--format", format, "-o", folder.argument()]].concat());
        let [dutch, english] = [
            format!("is een map en {format} is één bestand"),
            format!("is a folder and {format} is one file"),
        ];
        says(&told, &dutch, &english);
        says(&told, "csv of csv-excel", "csv or csv-excel");
    }
    let told = refused(&["explain", "K08", "-o", folder.argument()]);
    says(
        &told,
        "is een map; noem na -o een bestand",
        "is a folder; name a file",
    );
    assert!(
        !told[0].contains("csv"),
        "explain has no tables: {}",
        told[0]
    );
    assert_eq!(names(folder.path()), Vec::<String>::new());
}

#[test]
fn a_whole_report_names_the_folder_that_would_hold_it() {
    for format in ["csv", "csv-excel"] {
        let told = refused(&["report", LEEUW, "--format", format]);
        let folder = format!("--format {format} -o tabellen/");
        says(&told, &folder, &folder);
    }
    let folder = Folder::with(&[]);
    let told = refused(&["report", LEEUW, "-o", &folder.within("uit.csv")]);
    says(&told, "-o tabellen/", "-o tabellen/");
}

// Several outputs.

#[test]
fn several_outputs_are_what_each_alone_would_be() {
    let folder = Folder::with(&[]);
    let [text, json, tables] = ["uit.txt", "uit.json", "tabellen/"].map(|it| folder.within(it));
    let output = run(&[
        "report", LEEUW, "-o", &text, "-o", &json, "-o", "-", "-o", &tables,
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let alone = |format| run(&["report", LEEUW, "--format", format]).stdout;
    assert_eq!(output.stdout, alone("text"));
    assert_eq!(fs::read(&text).expect("it is there"), alone("text"));
    assert_eq!(fs::read(&json).expect("it is there"), alone("json"));
    let kpi = run(&["kpi", LEEUW, "--format", "csv"]).stdout;
    let in_folder = fs::read(folder.path().join("tabellen/kpi.csv"));
    assert_eq!(in_folder.expect("it is there"), kpi);
    assert_eq!(names(folder.path()), ["tabellen", "uit.json", "uit.txt"]);
    let [text, json] = ["e.txt", "e.json"].map(|it| folder.within(it));
    written(&["explain", "K08", "-o", &text, "-o", &json]);
    assert_eq!(
        fs::read(&text).expect("it is there"),
        run(&["explain", "K08"]).stdout
    );
}

#[test]
fn the_format_that_is_asked_for_wins_over_one_extension() {
    let folder = Folder::with(&[]);
    let target = folder.within("uit.csv");
    written(&["report", LEEUW, "--format", "json", "-o", &target]);
    let text = fs::read_to_string(&target).expect("it is there");
    assert!(serde_json::from_str::<Value>(&text).is_ok(), "{text}");
}

#[test]
fn outputs_that_do_not_go_together_are_told() {
    let folder = Folder::with(&[("uit.txt", b"oud")]);
    let [text, json] = ["uit.txt", "uit.json"].map(|it| folder.within(it));
    let report = |arguments: &[&str]| refused(&[&["report", LEEUW], arguments].concat());
    says(
        &report(&["--format", "json", "-o", &text, "-o", &json]),
        "niet samen met meer dan één -o",
        "does not go with more than one -o",
    );
    says(
        &report(&["-o", "-", "-o", "-"]),
        "maar één keer",
        "only once",
    );
    says(
        &report(&["-o", &text, "-o", &text]),
        "staat twee keer",
        "stands twice",
    );
    let other = folder.within("./uit.txt");
    let same = ("zijn hetzelfde", "are the same");
    says(&report(&["-o", &text, "-o", &other]), same.0, same.1);
    let missing = folder.within("./uit.json");
    says(&report(&["-o", &json, "-o", &missing]), same.0, same.1);
    let unknown = report(&["-o", &folder.within("uit.pdf"), "-o", &text]);
    says(&unknown, ".txt, .csv, .json", ".txt, .csv, .json");
    let kpi = ["-o", &folder.within(""), "-o", &folder.within("kpi.csv")];
    let told = refused(&[&["kpi", LEEUW], &kpi[..]].concat());
    says(&told, "meer dan één antwoord", "more than one answer");
    assert_eq!(names(folder.path()), ["uit.txt"], "nothing was written");
    assert_eq!(fs::read(&text).expect("it is there"), b"oud");
}

#[cfg(unix)]
#[test]
fn a_link_and_its_file_are_the_same() {
    use std::os::unix::fs::symlink;
    let folder = Folder::with(&[("uit.txt", b"oud")]);
    for (end, name) in [("uit.txt", "link.txt"), ("straks.txt", "los.txt")] {
        symlink(end, folder.path().join(name)).expect("a link can be made");
        let [end, link] = [end, name].map(|it| folder.within(it));
        let told = refused(&["report", LEEUW, "-o", &end, "-o", &link]);
        says(&told, "zijn hetzelfde", "are the same");
    }
}

// What was read is never written over.

#[test]
fn no_file_that_was_read_is_written_over() {
    let dossier = fs::read_to_string(root().join(LEEUW).join("dossier.toml"))
        .expect("the dossier can be read")
        .replace("progress.csv", "kpi.csv");
    let log = fs::read(root().join(LEEUW).join("progress.csv")).expect("the log can be read");
    let folder = Folder::with(&[("dossier.toml", dossier.as_bytes()), ("kpi.csv", &log)]);
    let elsewhere = Folder::with(&[]);
    let path = folder.argument();
    let mut commands = vec![
        vec!["report", path, "-o", path],
        vec!["kpi", path, "-o", path],
    ];
    let [target, text] = ["kpi.csv", "uit.txt"].map(|it| folder.within(it));
    commands.push(vec!["kpi", path, "-o", &target]);
    commands.push(vec!["kpi", path, "-o", &text, "-o", &target]);
    commands.push(vec!["check", path, "--format", "text", "-o", &target]);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&target, elsewhere.path().join("kpi.csv"))
            .expect("a link can be made");
        commands.push(vec!["report", path, "-o", elsewhere.argument()]);
    }
    for command in commands {
        let told = refused(&command);
        says(&told, "andere naam", "another name");
        assert_eq!(names(folder.path()), ["dossier.toml", "kpi.csv"]);
        assert!(names(elsewhere.path()).len() < 2, "{command:?}");
        assert_eq!(fs::read(&target).expect("it is there"), log);
    }
    let scheme = fs::read(root().join("tests/files/proef.toml")).expect("it can be read");
    let folder = Folder::with(&[("proef.toml", &scheme)]);
    let scheme = folder.within("proef.toml");
    let told = refused(&[
        "schemes", "--scheme", &scheme, "--format", "text", "-o", &scheme,
    ]);
    says(&told, "andere naam", "another name");
}

// What goes wrong, and what is not a file.

/// The program under a shell that lets no file grow beyond a few kilobytes. It stands
/// for a full disk: room runs out in the middle of writing, for whoever runs the tests.
#[cfg(unix)]
fn without_room(arguments: &[&str]) -> Output {
    let script = "trap '' XFSZ; ulimit -f 8; exec \"$@\"";
    std::process::Command::new("sh")
        .args(["-c", script, "sh", env!("CARGO_BIN_EXE_samenleven")])
        .args(arguments)
        .current_dir(root())
        .env_clear()
        .output()
        .expect("a shell can be started")
}

#[cfg(unix)]
#[test]
fn without_room_everything_stays_as_it_was() {
    let files: &[(&str, &[u8])] = &[("uit.txt", b"oud"), ("kpi.csv", b"oud")];
    let folder = Folder::with(files);
    let [text, json, new] = ["uit.txt", "uit.json", "nieuw/"].map(|it| folder.within(it));
    for outputs in [
        &["-o", &text][..],
        &["-o", &text, "-o", &json],
        &["-o", folder.argument(), "-o", &json],
        &["-o", &new, "-o", &json],
    ] {
        for (language, words) in [("nl", "groter dan hier mag"), ("en", "larger than")] {
            let report = ["report", LEEUW, "--lang", language];
            let output = without_room(&[&report[..], outputs].concat());
            assert_eq!(output.status.code(), Some(2), "{outputs:?}");
            assert_eq!(stdout(&output), "");
            assert!(stderr(&output).contains(words), "{}", stderr(&output));
            assert_eq!(names(folder.path()), ["kpi.csv", "uit.txt"], "{outputs:?}");
            for (name, bytes) in files {
                let now = fs::read(folder.path().join(name)).expect("it is there");
                assert_eq!(&now, bytes, "{outputs:?}");
            }
        }
    }
    let output = without_room(&["kpi", LEEUW, "-o", &text]);
    assert_eq!(output.status.code(), Some(0), "what is small still fits");
}

/// A disk of 64 KiB, which only exists for this test. Where none can be made, the test
/// above holds the same by other means.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_file() {
    let disk = Folder::with(&[]);
    let script = "mount -t tmpfs -o size=64k tmpfs \"$1\" || exit 77\n\
        printf oud > \"$1/uit.json\"\n\
        \"$2\" report \"$3\" -o \"$1/uit.json\" -o \"$1/uit.txt\"\n\
        code=$?; ls -A \"$1\"; cat \"$1/uit.json\"; exit $code";
    let output = std::process::Command::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c", script, "sh"])
        .args([disk.argument(), env!("CARGO_BIN_EXE_samenleven"), LEEUW])
        .current_dir(root())
        .output();
    let could = |it: &Output| it.status.code() != Some(77) && !stderr(it).contains("unshare");
    let Some(output) = output.ok().filter(could) else {
        use std::io::Write as _;
        let note = "not tried on a full disk: none can be mounted here\n";
        let _ = std::io::stderr().write_all(note.as_bytes());
        return;
    };
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(
        stderr(&output).contains("geen plaats meer"),
        "{}",
        stderr(&output)
    );
    assert_eq!(stdout(&output), "uit.json\noud");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_keeps_the_other_files_back() {
    let folder = Folder::with(&[("uit.json", b"oud")]);
    let json = folder.within("uit.json");
    for outputs in [
        ["-o", "/dev/full", "-o", &json],
        ["-o", &json, "-o", "/dev/full"],
    ] {
        let told = refused(&[&["report", LEEUW], &outputs[..]].concat());
        says(&told, "/dev/full: er is geen plaats", "/dev/full: no room");
        assert_eq!(fs::read(&json).expect("it is there"), b"oud");
        assert_eq!(names(folder.path()), ["uit.json"]);
    }
    let full = fs::File::options().write(true).open("/dev/full");
    let status = samenleven(&["report", LEEUW, "-o", &json, "-o", "-"])
        .output()
        .expect("the program can be started");
    assert_eq!(status.status.code(), Some(0));
    fs::write(&json, "oud").expect("it can be written");
    let status = std::process::Command::new(env!("CARGO_BIN_EXE_samenleven"))
        .args(["report", LEEUW, "-o", &json, "-o", "-"])
        .current_dir(root())
        .env_clear()
        .stdout(full.expect("the device is there"))
        .stderr(std::process::Stdio::null())
        .status()
        .expect("the program can be started");
    assert_eq!(status.code(), Some(2), "the output stream is full");
    assert_eq!(fs::read(&json).expect("it is there"), b"oud");
}

#[test]
fn a_place_that_cannot_be_written_changes_no_other() {
    let folder = Folder::with(&[("uit.txt", b"oud")]);
    fs::create_dir(folder.path().join("kpi.csv")).expect("a folder can be made");
    let text = folder.within("uit.txt");
    let under = folder.within("uit.txt/onder.json");
    let report = |other: &str| refused(&["report", LEEUW, "-o", &text, "-o", other]);
    let told = report(&under);
    if cfg!(unix) {
        says(&told, "ligt niet in een map", "is not in a folder");
    }
    let told = report(&folder.within("weg/uit.json"));
    says(&told, "/weg: bestaat niet", "/weg: does not exist");
    let told = report(folder.argument());
    says(
        &told,
        "kpi.csv: is een map, geen bestand",
        "kpi.csv: is a folder, not a file",
    );
    if cfg!(target_os = "linux") {
        report("/proc/uit.json");
    }
    assert_eq!(names(folder.path()), ["kpi.csv", "uit.txt"]);
    assert_eq!(fs::read(&text).expect("it is there"), b"oud");
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_and_stays() {
    use std::os::unix::fs::symlink;
    let folder = Folder::with(&[("echt.json", b"oud")]);
    fs::create_dir(folder.path().join("onder")).expect("a folder can be made");
    let plain = run(&["report", LEEUW, "--format", "json"]).stdout;
    for (end, name) in [
        ("echt.json", "een.json"),
        ("straks.json", "los.json"),
        ("onder/straks.json", "diep.json"),
        ("los.json", "ver.json"),
    ] {
        let link = folder.path().join(name);
        symlink(end, &link).expect("a link can be made");
        written(&["report", LEEUW, "-o", &folder.within(name)]);
        assert!(link.is_symlink(), "{name} is still a link");
        let at_end = fs::read(folder.path().join(end)).expect("its end is there");
        assert_eq!(at_end, plain, "{name}");
    }
    for (end, name) in [("b.json", "a.json"), ("a.json", "b.json")] {
        symlink(end, folder.path().join(name)).expect("a link can be made");
    }
    let told = refused(&["report", LEEUW, "-o", &folder.within("a.json")]);
    says(&told, "nergens uitkomt", "ends nowhere");
    symlink("weg/uit.json", folder.path().join("c.json")).expect("a link can be made");
    let told = refused(&["report", LEEUW, "-o", &folder.within("c.json")]);
    says(&told, "/weg: bestaat niet", "/weg: does not exist");
}

#[cfg(unix)]
#[test]
fn a_replaced_file_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::with(&[("uit.json", b"oud"), ("kpi.csv", b"oud")]);
    let json = folder.within("uit.json");
    for name in ["uit.json", "kpi.csv"] {
        let permissions = fs::Permissions::from_mode(0o640);
        fs::set_permissions(folder.path().join(name), permissions).expect("they can be set");
    }
    written(&["report", LEEUW, "-o", &json, "-o", folder.argument()]);
    for (name, mode) in [("uit.json", 0o640), ("kpi.csv", 0o640)] {
        let about = fs::metadata(folder.path().join(name)).expect("it is there");
        assert_eq!(about.permissions().mode() & 0o777, mode, "{name}");
    }
    let new = fs::metadata(folder.path().join("award.csv")).expect("it is there");
    let usual = fs::write(folder.path().join("gewoon"), "")
        .and_then(|()| fs::metadata(folder.path().join("gewoon")));
    let usual = usual.expect("it can be written").permissions().mode();
    assert_eq!(new.permissions().mode(), usual);
}

#[cfg(unix)]
#[test]
fn a_pipe_and_a_device_are_written_straight_through() {
    use std::os::unix::fs::FileTypeExt as _;
    let folder = Folder::with(&[]);
    let pipe: PathBuf = folder.path().join("pijp.json");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(
        made.is_ok_and(|it| it.success()),
        "a named pipe can be made"
    );
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read(pipe).expect("the pipe can be read")
    });
    let [name, text] = ["pijp.json", "uit.txt"].map(|it| folder.within(it));
    written(&["report", LEEUW, "-o", &name, "-o", &text, "-o", "/dev/null"]);
    let read = reader.join().expect("the reader ends");
    assert_eq!(read, run(&["report", LEEUW, "--format", "json"]).stdout);
    let is_pipe = fs::metadata(&pipe).is_ok_and(|it| it.file_type().is_fifo());
    assert!(is_pipe, "still a pipe");
    let null = fs::metadata("/dev/null").expect("the device is there");
    assert!(null.file_type().is_char_device(), "still a device");
    assert!(Path::new(&text).is_file());
}

#[cfg(unix)]
#[test]
fn a_reader_that_stops_keeps_nothing_back() {
    let folder = Folder::with(&[]);
    let json = folder.within("uit.json");
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_samenleven"))
        .args(["report", LEEUW, "-o", "-", "-o", &json])
        .current_dir(root())
        .env_clear()
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("the program can be started");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
    assert!(Path::new(&json).is_file());
}

#[test]
fn help_says_that_outputs_repeat_and_folders_hold_tables() {
    for (language, repeat, folder) in [
        ("nl", "herhaalbaar", "map (tabellen/)"),
        ("en", "repeatable", "folder (tabellen/)"),
    ] {
        for command in ["report", "kpi", "check", "schemes"] {
            let help = stdout(&run(&[command, "--help", "--lang", language]));
            let output = help.lines().find(|line| line.contains("--output"));
            let output = output.expect("the help tells -o");
            assert!(
                output.contains(repeat) && output.contains(folder),
                "{output}"
            );
            assert!(help.contains("csv-excel"), "{command}");
        }
        let help = stdout(&run(&["explain", "--help", "--lang", language]));
        assert!(!help.contains("tabellen"), "explain has no tables: {help}");
    }
}

#[test]
fn a_report_that_goes_to_a_file_tells_how_many_findings_there_are() {
    let folder = Folder::with(&[]);
    let path = folder.path().join("verslag.html").display().to_string();
    let dossier = "examples/eerste-dossier-met-fouten";
    let output = run(&["report", dossier, "-o", &path]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        stderr(&output),
        "2 fouten, 0 waarschuwingen, 0 meldingen; zie: samenleven check examples/eerste-dossier-met-fouten\n"
    );
    let shown = run(&["report", dossier, "-o", &path, "-o", "-"]);
    assert_eq!(stderr(&shown), "");
    assert_eq!(stderr(&run(&["report", dossier, "-o", &path, "-q"])), "");
}

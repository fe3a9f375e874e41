//! `samenleven log`, seen from outside: a row that is added looks like the others, what
//! a check would call an error is refused in the same words, of many who log at once
//! nobody loses a row, and whoever is killed leaves the old file or the new one.

use crate::program::{Folder, json, run, samenleven, stderr, stdout};
use fs4::FileExt;
use rust_xlsxwriter::Workbook;
use serde_json::Value;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

const LOG: &str = "log.csv";

/// A dossier of an invented municipality: a flow, a milestone, and an action of which
/// nothing is known but that it runs.
const DOSSIER: &str = "format = 1\nscheme = \"plan-samenleven\"\n\
    [applicant]\nname = \"Voorbeeldgem\"\nkind = \"municipality\"\n\
    [[year]]\nnr = 1\n\
    [[action]]\nnr = 5\n[[action]]\nnr = 2\n[[action]]\nnr = 15\n";

/// A dossier with a log, of which the dossier says this as well.
fn with(log: &[u8], says: &str) -> Folder {
    let dossier = format!("{DOSSIER}[[progress]]\nfile = \"{LOG}\"\n{says}");
    Folder::with(&[("dossier.toml", dossier.as_bytes()), (LOG, log)])
}

fn bytes(folder: &Folder) -> Vec<u8> {
    fs::read(folder.path().join(LOG)).expect("the log is there")
}

/// A row of action 5 on a day of the first year.
const ROW: [&str; 6] = ["--action", "5", "--count", "12", "--date", "2023-03-01"];

fn log(folder: &Folder, arguments: &[&str]) -> Output {
    run(&[&["log", folder.argument()], arguments].concat())
}

/// Adds a row, which must go well, and gives what is said of it.
fn added(folder: &Folder, arguments: &[&str]) -> String {
    let output = log(folder, arguments);
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {said}");
    assert_eq!(stdout(&output), "", "{arguments:?}");
    said
}

/// Tries to add a row, which must be refused and change nothing.
fn refused(folder: &Folder, arguments: &[&str], code: i32) -> String {
    let before = bytes(folder);
    let output = log(folder, arguments);
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
    assert_eq!(stdout(&output), "", "{arguments:?}");
    assert_eq!(bytes(folder), before, "{arguments:?}");
    said
}

/// As UTF-16 with a byte order mark, the low byte first.
fn utf16(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    [0xFF, 0xFE].into_iter().chain(units).collect()
}

// A row looks like the others.

#[test]
fn a_row_is_written_as_the_log_writes_its_own() {
    let more = ["--provider", "café", "--note", "a;b"];
    let all = [&ROW[..], &more].concat();
    for (log, row) in [
        (
            "datum;actie;aantal;aanbieder;opmerking\n",
            "01/03/2023;5;12;café;\"a;b\"\n",
        ),
        (
            "\u{feff}datum;actie;aantal;aanbieder;opmerking\r\n12/10/2022;5;3;bib;\r\n",
            "01/03/2023;5;12;café;\"a;b\"\r\n",
        ),
        (
            "note,provider,count,action,date\n,bib,3,5,2022-10-12\n",
            "a;b,café,12,5,2023-03-01\n",
        ),
        (
            "date\taction\tcount\tvia\tnota\r\n2022-10-12\t5\t3\tbib\t\r\n",
            "2023-03-01\t5\t12\tcafé\ta;b\r\n",
        ),
        (
            "sep=;\r\nDatum;Wijk;Actie;Aantal;Partner;Opmerking;;\r\n2-10-2022;Noord;5;3;bib;;;\r\n",
            "1-3-2023;;5;12;café;\"a;b\"\r\n",
        ),
        (
            "datum;actie;aantal;aanbieder;opmerking\n12/10/2022;5;3;bib;",
            "\n01/03/2023;5;12;café;\"a;b\"\n",
        ),
        (
            "datum;actie;aantal;aanbieder;opmerking\r12/10/2022;5;3;bib;\r",
            "01/03/2023;5;12;café;\"a;b\"\r",
        ),
        (
            "datum;actie;aantal;aanbieder;opmerking",
            "\r\n01/03/2023;5;12;café;\"a;b\"\r\n",
        ),
        (
            "datum;actie;aantal;aanbieder;opmerking\n;;;;\n;;;;\n",
            "01/03/2023;5;12;café;\"a;b\"\n",
        ),
    ] {
        let folder = with(log.as_bytes(), "");
        let said = added(&folder, &all);
        // A lone carriage return ends a line as well.
        let ends = log.matches(['\n', '\r']).count() - log.matches("\r\n").count();
        let line = ends + if log.ends_with(['\n', '\r']) { 1 } else { 2 };
        assert!(
            said.contains(&format!("log.csv:{line}:")),
            "{log:?}: {said}"
        );
        let whole = String::from_utf8(bytes(&folder)).expect("it is UTF-8");
        assert_eq!(whole, format!("{log}{row}"));
        counts(
            &folder,
            if log.contains("12/10") || log.contains("10-") {
                15
            } else {
                12
            },
        );
    }
}

/// What was reached of action 5, and nothing set aside.
fn counts(folder: &Folder, reached: i64) {
    let kpi = json(&["kpi", folder.argument()]);
    let rows = kpi["tables"]["kpi"].as_array().expect("rows");
    let row = rows
        .iter()
        .find(|row| row["action"] == 5)
        .expect("action 5");
    assert_eq!(row["reached"], reached, "{row}");
    assert_eq!(row["set_aside"], 0, "{row}");
}

#[test]
fn letters_are_those_of_the_log() {
    let header = "datum;actie;aantal;aanbieder\r\n";
    let more = [&ROW[..], &["--provider", "café €"]].concat();
    let folder = with(&utf16(header), "");
    added(&folder, &more);
    let whole = format!("{header}01/03/2023;5;12;café €\r\n");
    assert_eq!(bytes(&folder), utf16(&whole));
    counts(&folder, 12);
    // One letter says that the others are Windows-1252 as well.
    let before = b"datum;actie;aantal;aanbieder\n12/10/2022;5;3;jeugdhu\xEFs\n";
    let folder = with(before, "");
    added(&folder, &more);
    assert_eq!(
        bytes(&folder),
        [&before[..], b"01/03/2023;5;12;caf\xE9 \x80\n"].concat()
    );
    counts(&folder, 15);
    for strange in ["Győr", "Ã©"] {
        let more = [&ROW[..], &["--provider", strange]].concat();
        let said = refused(&folder, &more, 2);
        assert!(
            said.contains("Windows-1252") && said.contains("--provider"),
            "{said}"
        );
    }
}

#[test]
fn columns_of_the_dossiers_own_are_found() {
    let log = b"Dag van registratie;Nr;Hoeveel\n12/10/2022;5;3\n";
    let says =
        "columns = { date = \"Dag van registratie\", action = \"Nr\", count = \"hoeveel\" }\n";
    let folder = with(log, says);
    added(&folder, &ROW);
    assert_eq!(bytes(&folder), [&log[..], b"01/03/2023;5;12\n"].concat());
}

#[test]
fn what_the_dossier_fixes_need_not_be_said_and_cannot_be_changed() {
    let folder = with(b"datum;aantal\n", "action = 5\nprovider = \"Bib\"\n");
    added(&folder, &["--count", "12", "--date", "2023-03-01"]);
    added(&folder, &[&ROW[..], &["--provider", "bib"]].concat());
    assert_eq!(
        bytes(&folder),
        b"datum;aantal\n01/03/2023;12\n01/03/2023;12\n"
    );
    counts(&folder, 24);
    let other = ["--action", "15", "--count", "1", "--date", "2023-03-01"];
    let said = refused(&folder, &other, 2);
    assert!(said.contains("action = 5"), "{said}");
    let one_column = with(b"aantal\n", "action = 5\ndate = 2023-03-01\n");
    added(&one_column, &["--count", "12"]);
    assert_eq!(bytes(&one_column), b"aantal\n12\n");
}

#[test]
fn a_note_of_several_lines_stays_one_row() {
    let folder = with(b"datum;actie;aantal;opmerking\r\n", "");
    let note = "eerste groep\n\"beginners\"; en\r\nanderen";
    added(&folder, &[&ROW[..], &["--note", note]].concat());
    let said = added(&folder, &ROW);
    assert!(said.contains("log.csv:5:"), "{said}");
    counts(&folder, 24);
    let how = json(&["check", folder.argument(), "--explain-file", LOG]);
    let read = &how["tables"]["file_read"][0];
    assert_eq!(read["rows"], 2, "{how}");
    let returns = with(b"datum;actie;aantal;opmerking\r", "");
    added(&returns, &[&ROW[..], &["--note", "een\ntwee"]].concat());
    assert!(bytes(&returns).ends_with(b"\r01/03/2023;5;12;\"een\rtwee\"\r"));
    counts(&returns, 12);
}

#[test]
fn a_text_that_could_be_an_option_or_a_formula_is_written_as_it_is() {
    let folder = with(b"datum;actie;aantal;opmerking\n", "");
    let row = [
        "--action=5",
        "--count",
        "-2",
        "--date=2023-03-01",
        "--note",
        "=-1",
    ];
    added(&folder, &row);
    assert!(bytes(&folder).ends_with(b"\n01/03/2023;5;-2;=-1\n"));
}

#[test]
fn today_is_a_date_by_explicit_wish() {
    let folder = with(b"datum;actie;aantal\n", "");
    let today = ["--action", "5", "--count", "1", "--date", "today"];
    // The project is over, so the clock's day is refused as a day outside it.
    assert!(refused(&folder, &today, 1).contains("I14"));
}

// What is refused.

/// The messages of a check of the log with one row more, written by hand.
fn messages(log: &str, row: &str) -> Vec<String> {
    let folder = with(format!("{log}{row}\n").as_bytes(), "");
    let found = json(&["check", folder.argument(), "--lang", "en"]);
    let found = found["findings"].as_array().expect("findings").clone();
    let errors = found.iter().filter(|it| it["severity"] == "error");
    let message = |it: &Value| it["message"].as_str().unwrap_or_default().to_owned();
    errors.map(message).collect()
}

#[test]
fn what_a_check_calls_an_error_is_refused_in_the_same_words() {
    let header = "datum;actie;aantal;opmerking\n12/10/2022;2;1;\n";
    for (action, count, date, note, code) in [
        ("5", "12", "31/09/2023", "", "I05"),
        ("5", "12", "2023-02-30", "", "I05"),
        ("5", "12", "gisteren", "", "I05"),
        ("5", "12", "2019-01-01", "", "I14"),
        ("5", "15.0", "2023-03-01", "", "I06"),
        ("5", "twaalf", "2023-03-01", "", "I07"),
        ("5", "1234567890", "2023-03-01", "", "I07"),
        ("5", "-3", "2023-03-01", "", "I15"),
        ("99", "3", "2023-03-01", "", "I12"),
        ("taal", "3", "2023-03-01", "", "I12"),
        ("9", "3", "2023-03-01", "", "I13"),
        ("5", "3", "2024-03-01", "", "I13"),
        ("2", "1", "2022-10-12", "", "K06"),
        ("2", "3", "2023-03-01", "", "K06"),
        ("5", "3", "2023-03-01", "850730-033 28", "P01"),
    ] {
        let folder = with(header.as_bytes(), "");
        let row = [
            "--action", action, "--count", count, "--date", date, "--note", note,
        ];
        let said = refused(&folder, &[&row[..], &["--lang", "en"]].concat(), 1);
        assert!(said.contains(&format!("error[{code}]")), "{row:?}: {said}");
        assert!(said.contains("nothing was added"), "{said}");
        let words: Vec<&str> = said.split_whitespace().collect();
        let said = words.join(" ");
        let all = messages(header, &format!("{date};{action};{count};{note}"));
        assert!(!all.is_empty(), "{row:?}");
        for message in all {
            assert!(said.contains(&message), "{message}\nis not in\n{said}");
        }
        let dutch = refused(&folder, &row, 1);
        assert!(dutch.contains("niets bijgeschreven"), "{dutch}");
    }
}

#[test]
fn personal_data_is_neither_written_nor_shown() {
    let folder = with(b"datum;actie;aantal;opmerking\n", "");
    let said = refused(
        &folder,
        &[&ROW[..], &["--note", "85.07.30-033.28"]].concat(),
        1,
    );
    assert!(said.contains("P01") && !said.contains("033"), "{said}");
    // A telephone number is only a warning.
    let said = added(&folder, &[&ROW[..], &["--note", "0475 12 34 56"]].concat());
    assert!(said.contains("P02") && !said.contains("0475"), "{said}");
}

#[test]
fn errors_that_were_there_already_refuse_no_row() {
    let log = "datum;actie;aantal;opmerking\n31/11/2022;5;3;\n12/10/2022;2;3;\n";
    let folder = with(log.as_bytes(), "");
    added(&folder, &ROW);
    // K06 was there; the row makes it less wrong.
    let better = [
        "--action",
        "2",
        "--count",
        "-1",
        "--date",
        "2022-10-12",
        "--note",
        "dubbel",
    ];
    added(&folder, &better);
    assert_eq!(json(&["check", folder.argument()])["summary"]["error"], 2);
}

#[test]
fn a_row_that_makes_the_year_end_is_not_to_blame_for_what_is_short() {
    let body = "[[bookings]]\nfile = \"b.csv\"\n\
        [[progress]]\nfile = \"log.csv\"\n";
    let dossier = DOSSIER.replace("[[year]]\nnr = 1", "[[year]]\nnr = 3\naward_total = 100") + body;
    let folder = Folder::with(&[
        ("dossier.toml", dossier.as_bytes()),
        (LOG, b"datum;actie;aantal\n"),
        (
            "b.csv",
            b"datum;actie;categorie;betaler;bedrag\n12/10/2024;5;personeel;eigen;1,00\n",
        ),
    ]);
    let row = ["--action", "5", "--count", "1", "--date", "2025-09-30"];
    added(&folder, &row);
    let found = json(&["check", folder.argument()]);
    assert_eq!(found["summary"]["error"], 1, "{found}");
    assert_eq!(found["findings"][0]["code"], "C01", "{found}");
}

#[test]
fn an_error_that_the_dossier_accepts_refuses_no_row() {
    let says = "[[accept]]\ncode = \"K06\"\nwhere = \"dossier.toml\"\nreason = \"afgesproken\"\n";
    let folder = with(b"datum;actie;aantal\n", says);
    added(
        &folder,
        &["--action", "2", "--count", "3", "--date", "2023-03-01"],
    );
}

#[test]
fn a_row_that_would_be_swallowed_is_refused() {
    let folder = with(b"datum;actie;aantal;opmerking\n12/10/2022;5;3;\"open\n", "");
    let said = refused(&folder, &ROW, 1);
    assert!(said.contains("samenleven check"), "{said}");
}

// Wrong usage, and a dossier that takes no row.

#[test]
fn what_every_row_needs_is_asked_for() {
    let folder = with(b"datum;actie;aantal\n", "");
    for (left_out, option) in [(4, "--date"), (0, "--action"), (2, "--count")] {
        let mut row = ROW.to_vec();
        row.drain(left_out..left_out + 2);
        let said = refused(&folder, &row, 2);
        assert!(said.contains(&format!("`{option}` ontbreekt")), "{said}");
        let english = [&row[..], &["--lang", "en"]].concat();
        assert!(refused(&folder, &english, 2).contains("is missing"));
    }
}

#[test]
fn a_text_without_a_column_is_refused() {
    let folder = with(b"datum;actie;aantal\n", "");
    for (option, nl, en) in [
        ("--provider", "aanbieder", "provider"),
        ("--group", "doelgroep", "group"),
        ("--person", "persoon", "person"),
        ("--member", "gemeente", "member"),
        ("--note", "opmerking", "note"),
    ] {
        let row = [&ROW[..], &[option, "x"]].concat();
        let said = refused(&folder, &row, 2);
        assert!(said.contains(&format!("geen kolom `{nl}`")), "{said}");
        let said = refused(&folder, &[&row[..], &["--lang", "en"]].concat(), 2);
        assert!(said.contains(&format!("no column `{en}`")), "{said}");
    }
}

#[test]
fn of_several_logs_one_is_chosen() {
    let dossier = format!(
        "{DOSSIER}[[progress]]\nfile = \"a.csv\"\n[[progress]]\nfile = \"log.csv\"\n\
         [[bookings]]\nfile = \"b.csv\"\n"
    );
    let header = b"datum;actie;aantal\n";
    let bookings = b"datum;actie;categorie;betaler;bedrag\n";
    let folder = Folder::with(&[
        ("dossier.toml", dossier.as_bytes()),
        ("a.csv", header),
        (LOG, header),
        ("b.csv", bookings),
    ]);
    let said = refused(&folder, &ROW, 2);
    assert!(said.contains("--file: a.csv, log.csv"), "{said}");
    added(&folder, &[&ROW[..], &["--file", LOG]].concat());
    assert_eq!(bytes(&folder), b"datum;actie;aantal\n01/03/2023;5;12\n");
    let a = fs::read(folder.path().join("a.csv")).expect("it is there");
    assert_eq!(a, header);
    let said = refused(&folder, &[&ROW[..], &["--file", "b.csv"]].concat(), 2);
    assert!(said.contains("boekingenbestand"), "{said}");
    let said = refused(&folder, &[&ROW[..], &["--file", "c.csv"]].concat(), 2);
    assert!(said.contains("a.csv, log.csv, b.csv"), "{said}");
}

#[test]
fn a_dossier_that_takes_no_row_says_what_to_do() {
    let none = Folder::with(&[("dossier.toml", DOSSIER.as_bytes()), (LOG, b"")]);
    assert!(refused(&none, &ROW, 2).contains("[[progress]]"));
    let broken = Folder::with(&[("dossier.toml", b"format = \"\n"), (LOG, b"")]);
    assert!(refused(&broken, &ROW, 2).contains("I01"));
    let headless = with(b"a;b\n", "");
    assert!(refused(&headless, &ROW, 1).contains("samenleven check"));
    let missing = with(b"", "");
    fs::remove_file(missing.path().join(LOG)).expect("it is there");
    let output = log(&missing, &ROW);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(!missing.path().join(LOG).exists());
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, text) in (0..).zip(["datum", "actie", "aantal"]) {
        sheet.write_string(0, column, text).expect("a cell");
    }
    let book = book.save_to_buffer().expect("a workbook can be written");
    let said = refused(&with(&book, ""), &ROW, 2);
    assert!(
        said.contains("werkmap") && said.contains("CSV UTF-8"),
        "{said}"
    );
    assert_eq!(run(&["log", "/nergens"]).status.code(), Some(2));
}

#[test]
fn a_log_outside_the_folder_is_written_to_by_explicit_wish_only() {
    let home = Folder::with(&[(LOG, b"datum;actie;aantal\n")]);
    let inside = home.path().join("dossier");
    fs::create_dir(&inside).expect("a folder can be made");
    let dossier = format!("{DOSSIER}[[progress]]\nfile = \"../log.csv\"\n");
    fs::write(inside.join("dossier.toml"), dossier).expect("it can be written");
    let path = inside.to_str().expect("test paths are UTF-8");
    let without = run(&[&["log", path], &ROW[..]].concat());
    assert_eq!(without.status.code(), Some(1), "{}", stderr(&without));
    assert_eq!(bytes(&home), b"datum;actie;aantal\n");
    let wished = run(&[&["log", path, "--allow-outside"], &ROW[..]].concat());
    assert_eq!(wished.status.code(), Some(0), "{}", stderr(&wished));
    assert!(bytes(&home).ends_with(b"01/03/2023;5;12\n"));
}

// What is told of a row that was written.

#[test]
fn a_row_after_the_as_of_date_is_told() {
    let folder = with(b"datum;actie;aantal\n", "");
    let path = folder.path().join("dossier.toml");
    let dossier = fs::read_to_string(&path).expect("it is there");
    fs::write(&path, format!("as_of = 2022-12-31\n{dossier}")).expect("it can be written");
    // The second time the finding on such rows stands at the first of them.
    for day in ["2023-03-01", "2023-03-02"] {
        let row = ["--action", "5", "--count", "1", "--date", day];
        let said = added(&folder, &row);
        assert!(
            said.contains("let op") && said.contains("31/12/2022"),
            "{said}"
        );
    }
    let before = ["--action", "5", "--count", "1", "--date", "2022-12-31"];
    assert!(!added(&folder, &before).contains("let op"));
}

#[test]
fn a_row_that_was_there_already_is_told() {
    let folder = with(b"datum;actie;aantal\n", "");
    assert!(!added(&folder, &ROW).contains("let op"));
    for _ in 0..2 {
        assert!(added(&folder, &ROW).contains("stond er al"));
    }
    assert_eq!(added(&folder, &[&ROW[..], &["-q"]].concat()), "");
    let english = added(&folder, &[&ROW[..], &["--lang", "en"]].concat());
    assert!(
        english.contains("the row was added") && english.contains("already"),
        "{english}"
    );
}

// Many at once, and a bad world.

#[test]
fn two_hundred_at_once_leave_two_hundred_rows() {
    let header = "datum;actie;aantal;opmerking\r\n";
    let folder = with(header.as_bytes(), "");
    let started: Vec<_> = (1..=200)
        .map(|nr| {
            let note = format!("rij {nr};\"heel\"");
            let all = [&["log", folder.argument()], &ROW[..], &["--note", &note]].concat();
            binary(&all).spawn().expect("the program can be started")
        })
        .collect();
    for mut it in started {
        let end = it.wait().expect("it ends");
        assert_eq!(end.code(), Some(0));
    }
    let whole = String::from_utf8(bytes(&folder)).expect("it is UTF-8");
    let rows = whole.strip_prefix(header).expect("the header still stands");
    let mut rows: Vec<&str> = rows.split_terminator("\r\n").collect();
    rows.sort_unstable();
    let mut wanted: Vec<String> = (1..=200)
        .map(|nr| format!("01/03/2023;5;12;\"rij {nr};\"\"heel\"\"\""))
        .collect();
    wanted.sort_unstable();
    assert_eq!(rows, wanted);
    counts(&folder, 2400);
}

#[test]
fn a_log_that_others_add_to_all_the_while_takes_a_row() {
    let folder = with(b"datum;actie;aantal\n", "");
    let rows = rows_of_others(&folder, LOG);
    assert_eq!(
        bytes(&folder).split(|it| *it == b'\n').count(),
        rows + 8 + 2
    );
}

#[test]
fn a_log_takes_a_row_where_others_add_to_another_log_all_the_while() {
    let folder = with(b"datum;actie;aantal\n", "");
    let other = folder.path().join("b.csv");
    fs::write(&other, "datum;actie;aantal\n").expect("it can be written");
    let path = folder.path().join("dossier.toml");
    let dossier = fs::read_to_string(&path).expect("it can be read");
    let more = format!("{dossier}\n[[progress]]\nfile = \"b.csv\"\n");
    fs::write(&path, more).expect("it can be written");
    let rows = rows_of_others(&folder, "b.csv");
    assert!(rows > 0, "the other log grew");
    let row = "01/03/2023;5;12\n";
    let whole = String::from_utf8(bytes(&folder)).expect("it is UTF-8");
    assert_eq!(whole, "datum;actie;aantal\n".to_owned() + &row.repeat(8));
}

/// Adds eight rows to the log while others add to one of the logs all the while, and gives
/// how many those were.
fn rows_of_others(folder: &Folder, theirs: &str) -> usize {
    let mut log_file = OpenOptions::new()
        .append(true)
        .open(folder.path().join(theirs))
        .expect("it opens");
    let (ended, end) = mpsc::channel::<()>();
    let (rows, turns) = thread::scope(|scope| {
        let others = scope.spawn(move || {
            let mut rows = 0;
            // So often that few readings are without a row that comes in between.
            while end.recv_timeout(Duration::from_micros(200)) == Err(RecvTimeoutError::Timeout) {
                FileExt::lock(&log_file).expect("it can be locked");
                let written = log_file.write_all(b"12/10/2022;5;1\n");
                written.expect("it is written");
                FileExt::unlock(&log_file).expect("it can be unlocked");
                rows += 1;
            }
            rows
        });
        let ours = [&ROW[..], &["--file", LOG]].concat();
        let codes: Vec<_> = (0..8).map(|_| log(folder, &ours).status.code()).collect();
        drop(ended);
        (others.join().expect("it ends"), codes)
    });
    assert_eq!(turns, [Some(0); 8]);
    rows
}

#[test]
fn a_dossier_that_is_saved_before_the_lock_says_which_log_is_meant() {
    let folder = with(b"datum;actie;aantal\n", "");
    fs::write(folder.path().join("b.csv"), "datum;actie;aantal\n").expect("it can be written");
    let held = fs::File::open(folder.path().join(LOG)).expect("it opens");
    FileExt::lock(&held).expect("it can be locked");
    let all = [&["log", folder.argument()], &ROW[..]].concat();
    let mut started = binary(&all).spawn().expect("the program can be started");
    waits_for_a_lock(&started);
    let path = folder.path().join("dossier.toml");
    let dossier = fs::read_to_string(&path).expect("it can be read");
    let more = format!("{dossier}\n[[progress]]\nfile = \"b.csv\"\n");
    fs::write(&path, more).expect("it can be written");
    FileExt::unlock(&held).expect("it can be unlocked");
    let end = started.wait().expect("it ends");
    assert_eq!(end.code(), Some(2), "now several logs may be meant");
    assert_eq!(bytes(&folder), b"datum;actie;aantal\n");
}

/// Comes back when the program waits for a lock that this one holds: most systems with Linux
/// tell it. Elsewhere it waits a while, and the end is the same where that was too short.
fn waits_for_a_lock(program: &Child) {
    let (_waits, never) = mpsc::channel::<()>();
    let locks = || fs::read_to_string("/proc/locks").unwrap_or_default();
    let names = |line: &str, pid: u32| {
        let mut words = line.split_whitespace();
        words.any(|word| word == pid.to_string())
    };
    if !locks().lines().any(|line| names(line, std::process::id())) {
        let _ = never.recv_timeout(Duration::from_millis(300));
        return;
    }
    for _ in 0..3_000 {
        let _ = never.recv_timeout(Duration::from_millis(10));
        let locks = locks();
        let mut waiting = locks.lines().filter(|line| line.contains("->"));
        if waiting.any(|line| names(line, program.id())) {
            return;
        }
    }
    panic!("the program never waited for the lock");
}

#[test]
fn of_many_that_may_not_stand_together_one_goes_through() {
    let folder = with(b"datum;actie;aantal\n12/10/2022;5;3", "");
    // A milestone is reached once, and all are checked before any of them is written.
    let row = ["--action", "2", "--count", "1", "--date", "2023-03-01"];
    let all = [&["log", folder.argument()], &row[..]].concat();
    let started: Vec<_> = (0..20)
        .map(|_| binary(&all).spawn().expect("the program can be started"))
        .collect();
    let ends = started
        .into_iter()
        .map(|mut it| it.wait().expect("it ends"));
    let mut codes: Vec<_> = ends.map(|end| end.code()).collect();
    codes.sort_unstable();
    assert_eq!(codes[0], Some(0));
    assert!(codes[1..].iter().all(|it| *it == Some(1)), "{codes:?}");
    let whole = b"datum;actie;aantal\n12/10/2022;5;3\n01/03/2023;2;1\n";
    assert_eq!(bytes(&folder), whole);
}

#[test]
fn of_two_in_two_logs_that_may_not_stand_together_one_goes_through() {
    for _ in 0..8 {
        let folder = with(b"datum;actie;aantal\n", "");
        let other = folder.path().join("b.csv");
        fs::write(&other, "datum;actie;aantal\n").expect("it can be written");
        // One log is named twice: whoever locks it twice waits for himself.
        let path = folder.path().join("dossier.toml");
        let dossier = fs::read_to_string(&path).expect("it can be read");
        let more = "[[progress]]\nfile = \"b.csv\"\n[[progress]]\nfile = \"./b.csv\"\n";
        fs::write(&path, format!("{dossier}\n{more}")).expect("it can be written");
        let row = ["--action", "2", "--count", "1", "--date", "2023-03-01"];
        let started = [LOG, "b.csv"].map(|file| {
            let all = [&["log", folder.argument()], &row[..], &["--file", file]].concat();
            binary(&all).spawn().expect("the program can be started")
        });
        let ends = started.map(|mut it| it.wait().expect("it ends").code());
        assert!(
            ends == [Some(0), Some(1)] || ends == [Some(1), Some(0)],
            "{ends:?}"
        );
    }
}

/// The program, to be started and left alone.
fn binary(arguments: &[&str]) -> Command {
    let mut command = Command::new(samenleven(&[]).get_program());
    command.args(arguments).env_clear();
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

#[test]
fn whoever_is_killed_leaves_the_old_file_or_the_new_one() {
    // Without the last line end, which the row brings along.
    let old = b"datum;actie;aantal\r\n12/10/2022;5;3".to_vec();
    let new = [&old[..], b"\r\n01/03/2023;5;12\r\n"].concat();
    let (_waits, never) = mpsc::channel::<()>();
    let mut olds = 0;
    for turn in 0..60_u64 {
        let folder = with(&old, "");
        let all = [&["log", folder.argument()], &ROW[..]].concat();
        let mut started = binary(&all).spawn().expect("the program can be started");
        // From at once to longer than it takes, in an order that no clock follows.
        let delay = Duration::from_micros(turn * 37 % 60 * 1_500);
        let _ = never.recv_timeout(delay);
        started.kill().expect("it can be killed, or has ended");
        started.wait().expect("it ends");
        let found = bytes(&folder);
        olds += u32::from(found == old);
        assert!(found == old || found == new, "{turn}: {found:?}");
        // Nobody is left waiting for a lock, and nothing stands beside the log.
        added(&folder, &ROW);
        assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 2);
    }
    // How many come through depends on how busy the machine is.
    assert!(olds > 0, "nobody was killed before the row was written");
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_old_file() {
    // A limit on the size of files stands for a disk that is full in the middle of a row.
    let header = "datum;actie;aantal;opmerking\n";
    let filled = format!("12/10/2022;5;1;{}\n", "x".repeat(512 - header.len() - 16));
    let folder = with((header.to_owned() + &filled).as_bytes(), "");
    assert_eq!(bytes(&folder).len(), 512);
    let before = bytes(&folder);
    // Of a row that reaches past the limit a part is written first.
    let note = "y".repeat(600);
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$@\"";
    let program = samenleven(&[]).get_program().to_owned();
    let all = [&["log", folder.argument()], &ROW[..], &["--note", &note]].concat();
    let output = Command::new("sh")
        .args(["-c", script, "sh"])
        .arg(program)
        .args(all)
        .output()
        .expect("a shell can be started");
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("log.csv"), "{said}");
    assert_eq!(bytes(&folder), before);
    added(&folder, &ROW);
}

#[cfg(unix)]
#[test]
fn a_log_keeps_its_other_names_and_its_permissions() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
    let folder = with(b"datum;actie;aantal", "");
    let path = folder.path().join(LOG);
    let real = folder.path().join("elders.csv");
    fs::rename(&path, &real).expect("it can be renamed");
    symlink("elders.csv", &path).expect("a link can be made");
    fs::hard_link(&real, folder.path().join("ook.csv")).expect("a link can be made");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("they can be set");
    let before = fs::metadata(&real).expect("it is there");
    added(&folder, &ROW);
    let after = fs::metadata(&real).expect("it is there");
    assert!(path.is_symlink());
    let facts = |it: &fs::Metadata| (it.ino(), it.nlink(), it.mode(), it.uid());
    assert_eq!(facts(&after), facts(&before));
}

//! No format tells what is hidden, in whatever place of it.

use super::{BELOW, COUNTS, day, dossier, paired, report, row, rows};
use crate::program::{Folder, root, run};
use samenleven::wording::{dutch, english};
use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;

/// A bound that is larger than every count of the dossier but one.
const LARGE: i64 = 1_000;

/// Counts that occur nowhere by chance.
fn telling() -> Folder {
    let rows = [
        row("2022-11-15", 15, 0, 937),
        row("2023-02-20", 15, 1, 3_541),
        row("2023-06-05", 15, 2, 28_657),
        row("2023-08-05", 13, 0, 953),
        row("2023-05-02", 24, 0, 953),
        row("2023-05-17", 24, 1, 17_389),
        row("2023-05-18", 24, 2, 21_841),
        row("2023-03-01", 22, 0, 787),
        row("2023-12-01", 15, 0, 911),
        row("2024-01-12", 15, 1, 45_823),
    ];
    dossier(&rows, day("2024-03-31"), true)
}

/// How a number may be written.
fn spellings(count: i64) -> BTreeSet<String> {
    let (nl, en) = (dutch::signed_count(count), english::signed_count(count));
    BTreeSet::from([count.to_string(), nl, en])
}

/// Whether a text holds a number by itself, not as a part of another.
fn holds_number(text: &str, number: &str) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    text.match_indices(number).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        !is_digit(before) && !is_digit(after)
    })
}

/// All text of a file: of a workbook, that of each of its parts.
fn text_of(path: &Path) -> String {
    let bytes = fs::read(path).expect("what was written can be read");
    if path.extension().is_none_or(|it| it != "xlsx") {
        return String::from_utf8(bytes).expect("every other format is UTF-8");
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook is packed");
    let mut text = String::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part is there");
        // Where the boxes of comments stand on the sheet; their texts are elsewhere.
        if part.name().is_ok_and(|it| it.contains("vmlDrawing")) {
            continue;
        }
        part.read_to_string(&mut text).expect("parts are text");
        text.push('\n');
    }
    text
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder can be listed") {
        let path = entry.expect("the folder can be listed").path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else {
            files.push(path);
        }
    }
    files
}

#[test]
fn no_format_tells_a_hidden_number() {
    let folder = telling();
    let (secret, _) = report(folder.path(), None);
    let (public, _) = report(folder.path(), Some(LARGE));
    let mut hidden = BTreeSet::new();
    let mut told = BTreeSet::new();
    for (table, columns) in COUNTS {
        for (row, at) in paired(&secret, &public, table) {
            let shown = &rows(&public, table)[at];
            for count in columns
                .iter()
                .filter_map(|it| Some((it, row[*it].as_i64()?)))
            {
                let (column, count) = count;
                if shown[*column].is_null() {
                    hidden.insert(count);
                } else {
                    told.insert(count);
                }
            }
        }
    }
    let hidden: BTreeSet<i64> = hidden.difference(&told).copied().collect();
    for count in [937, 953, 787, 911] {
        assert!(hidden.contains(&count), "{count} is hidden");
    }
    let out = written(&folder, &["--public-below", "1000"]);
    let all = files(out.path());
    assert!(all.len() > 30, "{} files", all.len());
    for path in &all {
        let text = text_of(path);
        for count in &hidden {
            for number in spellings(*count) {
                assert!(
                    !holds_number(&text, &number),
                    "{number} in {}",
                    path.display()
                );
            }
        }
    }
    // So that it is known to be able to find one.
    let open = written(&folder, &[]);
    for path in [
        "report.html",
        "report.xlsx",
        "report.txt",
        "report.md",
        "report.json",
    ] {
        let text = text_of(&open.path().join(path));
        let found = spellings(3_541).iter().any(|it| holds_number(&text, it));
        assert!(found, "{path} tells 3541 where nothing is hidden");
    }
}

/// The dossier in every format, of the whole and of single tables.
fn written(dossier: &Folder, arguments: &[&str]) -> Folder {
    let out = Folder::with(&[]);
    let place = |name: &str| out.path().join(name).to_str().expect("UTF-8").to_owned();
    let go = |command: &[&str], names: &[String]| {
        let mut asked = command.to_vec();
        asked.insert(1, dossier.argument());
        asked.extend(arguments);
        for name in names {
            asked.extend(["-o", name]);
        }
        let output = run(&asked);
        let told = String::from_utf8(output.stderr).expect("UTF-8");
        let at = place(&format!("{}.stderr", names.len()));
        fs::write(at, told).expect("it can be written");
    };
    let of_pages = ["txt", "json", "md", "html", "xlsx"];
    let named = |stem: &str, extensions: &[&str]| -> Vec<String> {
        extensions
            .iter()
            .map(|it| place(&format!("{stem}.{it}")))
            .collect()
    };
    let mut whole = named("report", &of_pages);
    whole.push(place("tables/"));
    go(&["report"], &whole);
    go(&["report", "--lang", "en"], &named("report-en", &of_pages));
    let single: Vec<&str> = of_pages.iter().copied().chain(["csv"]).collect();
    go(&["kpi"], &named("kpi", &single));
    go(
        &["kpi", "--by", "provider", "--lang", "en"],
        &named("providers", &single),
    );
    go(
        &["check"],
        &named(
            "check",
            &["txt", "json", "md", "html", "xlsx", "csv", "sarif"],
        ),
    );
    for format in ["junit", "github", "json-lines", "csv-excel"] {
        go(
            &["check", "--format", format],
            &[place(&format!("check.{format}.out"))],
        );
    }
    let excel = [place("kpi.excel.csv")];
    go(
        &["kpi", "--by", "provider", "--format", "csv-excel"],
        &excel,
    );
    out
}

#[test]
fn a_row_of_a_log_is_not_quoted_in_public() {
    let log = "date,action,count,provider\n2023-05-01,15,1.5,Huis\n2023-05-01,15,77z,Huis\n2023-05-01,15,20,Huis\n";
    let folder = dossier(&[], day("2023-09-30"), false);
    fs::write(folder.path().join("progress.csv"), log).expect("it can be written");
    for format in [
        "text", "json", "sarif", "junit", "github", "html", "markdown", "csv",
    ] {
        let asked = ["check", folder.argument(), "--format", format, "--public"];
        let output = run(&asked);
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(text.contains("I07"), "{format}: {text}");
        assert!(!text.contains("77z"), "{format}: {text}");
        assert_eq!(output.status.code(), Some(1), "{format}");
        let open = run(&asked[..4]);
        let open = String::from_utf8(open.stdout).expect("UTF-8");
        assert!(open.contains("77z"), "{format}: {open}");
    }
}

/// How far into its row a cell stands tells how many digits the cells before it have.
#[test]
fn a_finding_does_not_tell_how_long_a_count_is() {
    let log = |one: i64, other: i64| {
        let rows =
            format!("2023-02-01,15,{one},Jongerenhuis,bel a@b.be\n2023-02-01,15,{other},Bib,\n");
        format!(
            "date,action,count,provider,note\n{rows}2023-02-01,15,1,Bib,{}\n2023-02-01,15,x,Bib,\n",
            "a@b.be ".repeat(2)
        )
    };
    let folder = dossier(&[], day("2023-09-30"), false);
    for format in [
        "text",
        "json",
        "sarif",
        "junit",
        "github",
        "html",
        "markdown",
        "csv",
        "json-lines",
    ] {
        let said = |one, other, arguments: &[&str]| {
            let path = folder.path().join("progress.csv");
            fs::write(path, log(one, other)).expect("it can be written");
            let asked = [&["check", folder.argument(), "--format", format], arguments].concat();
            String::from_utf8(run(&asked).stdout).expect("UTF-8")
        };
        let public = said(10, 1, &["--public"]);
        assert!(public.contains("P02"), "{format}: {public}");
        assert_eq!(public, said(8, 3, &["--public"]), "{format}");
        assert_ne!(said(10, 1, &[]), said(8, 3, &[]), "{format}");
    }
}

#[test]
fn a_finding_counts_no_rows_of_a_log_in_public() {
    // What it found, and what it says of it where nothing is kept back.
    let fixtures = [
        ("K06-milestone-not-zero-or-one", "10/05/2023"),
        ("K10-persons-not-told", "1 rij "),
    ];
    for (name, telling) in fixtures {
        let folder = root().join("tests/faults").join(name);
        let path = folder.to_str().expect("test paths are UTF-8");
        let scheme = folder.join("scheme.toml");
        for format in ["text", "json", "sarif", "junit", "html", "markdown"] {
            let mut asked = vec!["check", path, "--format", format, "--lang", "nl"];
            if scheme.exists() {
                asked.extend(["--scheme", scheme.to_str().expect("test paths are UTF-8")]);
            }
            let said = |asked: &[&str]| String::from_utf8(run(asked).stdout).expect("UTF-8");
            let open = said(&asked);
            assert!(open.contains(telling), "{name}, {format}: {open}");
            asked.push("--public");
            let public = said(&asked);
            assert!(public.contains(&name[..3]), "{name}, {format}: {public}");
            assert!(!public.contains(telling), "{name}, {format}: {public}");
        }
    }
}

#[test]
fn the_hash_of_a_log_with_a_row_set_aside_is_not_told() {
    let large = vec![row("2023-09-30", 15, 0, 60)];
    let folder = dossier(&large, day("2023-09-30"), false);
    let path = folder.path().join("progress.csv");
    let log = fs::read_to_string(&path).expect("the log is there");
    let last = log
        .lines()
        .last()
        .expect("it has a row")
        .replace("60", "3x");
    fs::write(&path, format!("{log}{last}\n")).expect("it can be written");
    let of = |asked: &[&str]| {
        let report = crate::program::json(&[&["report", folder.argument()], asked].concat());
        report["sources"][1]["sha256"].is_string()
    };
    assert!(of(&[]));
    assert!(
        !of(&["--public"]),
        "who knows the row but its count could try each"
    );
}

#[test]
fn the_hash_and_the_rows_of_a_log_are_told_only_where_nothing_is_hidden() {
    let row = |date, provider, count| row(date, 15, provider, count);
    let (first, last) = ("2022-11-05", "2023-09-30");
    let one = vec![row(last, 0, 3)];
    let provider_only = vec![row(last, 0, 65), row(last, 1, 3), row(last, 2, 20)];
    let month_only = vec![row(first, 0, 20), row(last, 0, 3)];
    let logs = [
        (one, "1 rij", false),
        (provider_only, "3 rijen", false),
        (month_only, "2 rijen", false),
        (vec![row(last, 0, BELOW)], "1 rij", true),
    ];
    for (log, count, is_told) in logs {
        let folder = dossier(&log, day("2023-09-30"), false);
        let report = crate::program::json(&["report", folder.argument(), "--public"]);
        let log = &report["sources"][1];
        assert_eq!(log["path"], "progress.csv");
        assert_eq!(log["sha256"].is_string(), is_told, "{log}");
        assert_eq!(log["rows"].is_u64(), is_told, "{log}");
        assert!(report["sources"][0]["sha256"].is_string());
        let asked = ["report", folder.argument(), "--public", "--format", "html"];
        let page = String::from_utf8(run(&asked).stdout).expect("UTF-8");
        assert!(page.contains("Bron: progress.csv"), "the page names it");
        let told = format!("progress.csv, {count}");
        assert_eq!(page.contains(&told), is_told, "{count}");
    }
}

//! What is made public hides small counts of persons, and nobody can work them out: an
//! adversary reads all that is told, knows how it hangs together, and tries.

mod adversary;
mod formats;
mod solver;
mod tries_all;

use crate::program::{Folder, json, root, run, stderr, stdout};
use crate::properties::holds;
use adversary::{Adversary, Calendar, Count, is_hidden};
use proptest::collection::vec;
use proptest::prelude::*;
use samenleven::analysis::analyse;
use samenleven::document::Document;
use samenleven::input::{Request, load};
use samenleven::model::{Account, Date, Language};
use samenleven::render::{Format, Settings, render, render_tables};
use samenleven::report::{Charts, whole_dossier};
use serde_json::Value;
use std::cell::Cell;
use std::path::Path;

/// Counts of persons below this are hidden where nobody says otherwise.
const BELOW: i64 = 5;

/// The actions of the dossiers that are tried: three that add, a state, and one that
/// counts unique persons under [`scheme`].
const ACTIONS: [u16; 5] = [13, 15, 24, STATE, PERSONS];
const STATE: u16 = 22;
const PERSONS: u16 = 7;

/// The columns that hold counts of persons.
const COUNTS: [(&str, &[&str]); 6] = [
    ("kpi", &["reached", "interim_reached"]),
    ("kpi_by_provider", &["reached"]),
    ("progress", &["reached", "cumulative"]),
    ("year_over_year", &["reached", "reached_before"]),
    ("at_stake", &["interim_reached"]),
    ("overlap", &["count", "with_doubles", "without_doubles"]),
];

fn day(text: &str) -> Date {
    text.parse().expect("the test has a date")
}

fn calendar(as_of: Date) -> Calendar {
    let year = |nr: u64, first: i16| {
        let of = |year, month, day| jiff::civil::date(year, month, day);
        (
            nr,
            of(first, 10, 1),
            of(first + 1, 3, 31),
            of(first + 1, 9, 30),
        )
    };
    Calendar {
        as_of,
        years: vec![year(1, 2022), year(2, 2023), year(3, 2024)],
    }
}

/// One row of a log.
#[derive(Debug, Clone)]
struct Row {
    date: Date,
    action: u16,
    provider: usize,
    count: i64,
}

/// A row of a log on a day.
fn row(date: &str, action: u16, provider: usize, count: i64) -> Row {
    Row {
        date: day(date),
        action,
        provider,
        count,
    }
}

fn dossier(rows: &[Row], as_of: Date, declared: bool) -> Folder {
    let mut text = format!(
        "format = 1\nscheme = \"plan-samenleven\"\nas_of = {as_of}\n\
         [applicant]\nname = \"Voorbeeldgem\"\nkind = \"municipality\"\n\
         [[year]]\nnr = 1\n[[year]]\nnr = 2\n[[progress]]\nfile = \"progress.csv\"\n"
    );
    if declared {
        text += "[[overlap]]\nprovider = \"Huis 0\"\nactions = [13, 24]\nyear = 1\nsame_people = true\ndouble_investment = false\n";
    }
    for action in ACTIONS {
        text += &format!("[[action]]\nnr = {action}\n");
        for year in [1, 2] {
            text += &format!("[[action.year]]\nnr = {year}\ntarget = 12\naward = 1_000\n");
        }
    }
    let mut log = "date,action,count,provider,person,note\n".to_owned();
    for row in rows {
        let provider = match row.provider {
            3 => String::new(),
            nr => format!("Huis {nr}"),
        };
        let note = if row.count < 0 { "correctie" } else { "" };
        let start = format!("{},{}", row.date, row.action);
        if row.action != PERSONS {
            log += &format!("{start},{},{provider},,{note}\n", row.count);
            continue;
        }
        // Who comes on one day also comes on others, and to other providers.
        let first = i64::from(row.date.day()) % 5 * 4;
        for person in first..first + row.count.abs() {
            let one = row.count.signum();
            log += &format!("{start},{one},{provider},p{person},{note}\n");
        }
    }
    Folder::with(&[
        ("dossier.toml", text.as_bytes()),
        ("progress.csv", log.as_bytes()),
    ])
}

/// The built-in scheme, where one action counts unique persons.
fn scheme() -> String {
    let file = root().join("data/schemes/plan-samenleven.toml");
    let scheme = std::fs::read_to_string(file).expect("the scheme can be read");
    let title = scheme.find("Begeleiding naar hogere studies");
    let (before, action) = scheme.split_at(title.expect("the action is there"));
    before.to_owned() + &action.replacen("kind = \"flow\"", "kind = \"distinct\"", 1)
}

fn settings() -> Settings {
    Settings {
        language: Language::Dutch,
        width: 80,
        colour: false,
        plain: false,
        reload_after: None,
    }
}

/// The report of a dossier as JSON, and its tables as CSV.
fn report(dossier: &Path, below: Option<i64>) -> (Value, Vec<(&'static str, String)>) {
    let mut account = account(dossier);
    account.hidden_below = below;
    let document = document(&account);
    let tables = render_tables(&document, Format::Csv, &settings());
    let text = |bytes| String::from_utf8(bytes).expect("CSV is UTF-8");
    let tables = tables.into_iter().map(|(name, bytes)| (name, text(bytes)));
    (json_of(&document), tables.collect())
}

fn account(dossier: &Path) -> Account {
    let scheme = dossier.join("scheme.toml");
    let request = Request {
        dossier: dossier.to_path_buf(),
        scheme: scheme.exists().then_some(scheme),
        ..Request::default()
    };
    let loaded = load(&request).expect("the dossier can be read");
    loaded.account.expect("the dossier has figures")
}

fn document(account: &Account) -> Document {
    whole_dossier(
        &analyse(account),
        &[],
        Vec::new(),
        Vec::new(),
        "test",
        Charts::Drawn,
    )
}

fn json_of(document: &Document) -> Value {
    let json = render(document, Format::Json, &settings());
    serde_json::from_slice(&json).expect("a report is JSON")
}

/// Whether a count, or a correction, points at few persons.
fn is_small(count: i64, below: i64) -> bool {
    count != 0 && count.abs() < below
}

/// Less than nothing, as a total or of a provider, is hidden however much it is: it was
/// told before as more, or stands for persons that somebody else counted.
fn hides_all_that_was_taken_back(secret: &Value, public: &Value) {
    for table in ["kpi", "kpi_by_provider"] {
        for (row, at) in paired(secret, public, table) {
            let is_less = row["reached"].as_i64().is_some_and(|it| it < 0);
            let shown = &rows(public, table)[at]["reached"];
            assert!(!is_less || shown.is_null(), "{table}: {row}");
        }
    }
}

/// Every small count of persons is hidden, and no figure differs from the secret report.
fn hides_all_small(secret: &Value, public: &Value, below: i64) {
    for (table, columns) in COUNTS {
        for (row, at) in paired(secret, public, table) {
            let shown = &rows(public, table)[at];
            // Milestones are no persons.
            let is_milestone = row["kind"] == "milestone";
            for column in columns.iter().filter(|_| !is_milestone) {
                let count = row[*column].as_i64();
                let is_small = count.is_some_and(|count| is_small(count, below));
                // Two providers at least are behind what is left of a sum without doubles.
                let is_left = *column == "without_doubles";
                assert!(
                    !is_small || is_left || shown[*column].is_null(),
                    "{table}.{column}: {row} is told as {shown}"
                );
                assert!(
                    shown[*column] == row[*column] || is_hidden(shown, column),
                    "{table}.{column}: {row} is told as {shown}"
                );
            }
        }
    }
}

fn rows<'a>(report: &'a Value, table: &str) -> &'a [Value] {
    report["tables"][table]
        .as_array()
        .map_or(&[], Vec::as_slice)
}

/// The rows of a table of the secret report, each with where it stands in the public one.
/// Two counts that only look alike are told in neither where one of them is hidden.
fn paired<'a>(secret: &'a Value, public: &Value, table: &str) -> Vec<(&'a Value, usize)> {
    let key =
        |row: &Value| ["year", "action", "provider", "month", "actions"].map(|it| row[it].clone());
    let places = |row: &Value| {
        rows(public, table)
            .iter()
            .position(|it| key(it) == key(row))
    };
    let pairs = rows(secret, table).iter().map(|row| (row, places(row)));
    let pairs: Vec<_> = pairs.filter_map(|(row, at)| Some((row, at?))).collect();
    let is_whole = table == "overlap" || pairs.len() == rows(secret, table).len();
    assert!(is_whole, "{table} keeps its rows");
    pairs
}

/// What a count really is.
fn truth(secret: &Value, count: &Count) -> i64 {
    let find = |table: &str, column: &str, is_it: &dyn Fn(&Value) -> bool| {
        let row = rows(secret, table).iter().find(|row| is_it(row));
        row.and_then(|row| row[column].as_i64())
            .expect("the secret report knows it")
    };
    match count {
        Count::Total(year, action) => find("kpi", "reached", &|row| {
            row["year"] == *year && row["action"] == *action
        }),
        Count::Provider(year, action, name) => find("kpi_by_provider", "reached", &|row| {
            let provider = row["provider"].as_str().unwrap_or_default();
            row["year"] == *year && row["action"] == *action && provider == name
        }),
        Count::Month(year, action, month) => {
            let row = rows(secret, "progress").iter().find(|row| {
                row["year"] == *year && row["action"] == *action && row["month"] == **month
            });
            let row = row.expect("the secret report has the month");
            // Where all rows bear one date, nothing came before it, and all of it on that day.
            let known = row["reached"].as_i64().or(row["cumulative"].as_i64());
            known.unwrap_or(0)
        }
    }
}

/// The small counts that an adversary finds out.
fn found_out(secret: &Value, public: &Value, calendar: &Calendar, below: i64) -> Vec<Count> {
    let adversary = Adversary::reads(public, calendar, secret, false);
    found_out_by(adversary, secret, below)
}

fn found_out_by(adversary: Adversary, secret: &Value, below: i64) -> Vec<Count> {
    let Adversary { system, counts, .. } = adversary;
    let system = system.narrowed();
    let counts = counts.into_iter();
    let small = counts.filter(|(count, _)| is_small(truth(secret, count), below));
    let found = small.filter(|(_, number)| system.determines(*number));
    found.map(|(count, _)| count).collect()
}

/// The public report as it would be if only small counts were hidden.
fn without_complements(secret: &Value, public: &Value, below: i64) -> Value {
    let mut naive = public.clone();
    for (table, columns) in COUNTS {
        for (row, at) in paired(secret, public, table) {
            for column in columns {
                let count = row[*column].as_i64();
                if count.is_some_and(|count| count == 0 || count >= below) {
                    naive["tables"][table][at][*column] = row[*column].clone();
                }
            }
        }
    }
    naive
}

#[test]
fn a_small_provider_takes_the_first_other_with_it() {
    let row = |provider, count| row("2023-09-30", 15, provider, count);
    let folder = dossier(
        &[row(0, 65), row(1, 3), row(2, 20)],
        day("2023-09-30"),
        false,
    );
    let (secret, _) = report(folder.path(), None);
    let (public, _) = report(folder.path(), Some(BELOW));
    let told: Vec<_> = rows(&public, "kpi_by_provider")
        .iter()
        .filter(|row| row["action"] == 15)
        .map(|row| (row["provider"].as_str(), row["reached"].as_i64()))
        .collect();
    let expected = [("Huis 0", None), ("Huis 1", None), ("Huis 2", Some(20))];
    assert_eq!(told, expected.map(|(name, count)| (Some(name), count)));
    let total = rows(&public, "kpi").iter().find(|row| row["action"] == 15);
    assert_eq!(total.expect("it is there")["reached"], 88, "it is told");
    let calendar = calendar(day("2023-09-30"));
    assert_eq!(found_out(&secret, &public, &calendar, BELOW), []);
    // So that the adversary is known to be able to find something.
    let naive = without_complements(&secret, &public, BELOW);
    let found = found_out(&secret, &naive, &calendar, BELOW);
    assert_eq!(found, [Count::Provider(1, 15, "Huis 1".to_owned())]);
}

#[test]
fn the_same_people_are_hidden_under_each_action() {
    // All are hidden under 24 because of the three of Huis 1, and so is Huis 0 under 13.
    let log = [
        row("2022-11-05", 13, 0, 8),
        row("2022-11-05", 13, 1, 30),
        row("2022-11-05", 13, 2, 40),
        row("2022-11-05", 15, 0, 12),
        row("2022-11-05", 24, 0, 8),
        row("2022-11-05", 24, 1, 3),
        row("2022-11-05", 24, 2, 50),
        row("2023-11-05", 13, 0, 9),
    ];
    let folder = dossier(&log, day("2023-12-31"), true);
    let (public, _) = report(folder.path(), Some(BELOW));
    let told = |row: &Value| {
        let of = |key: &str| row[key].as_u64().expect("it is a number");
        let name = row["provider"].as_str().unwrap_or_default().to_owned();
        let reached = row["reached"].as_i64();
        let is_nobody = reached == Some(0);
        (!is_nobody).then(|| (of("year"), of("action"), name, reached))
    };
    let told: Vec<_> = ["kpi", "kpi_by_provider"]
        .into_iter()
        .flat_map(|table| rows(&public, table))
        .filter(|row| is_hidden(row, "reached") || !row["reached"].is_null())
        .filter_map(told)
        .collect();
    let expected = [
        (1, 13, "", None),
        (1, 15, "", Some(12)),
        (1, 24, "", None),
        (2, 13, "", Some(9)),
        (1, 13, "Huis 0", None),
        (1, 13, "Huis 1", Some(30)),
        (1, 13, "Huis 2", Some(40)),
        (1, 15, "Huis 0", Some(12)),
        (1, 24, "Huis 0", None),
        (1, 24, "Huis 1", None),
        (1, 24, "Huis 2", None),
        (2, 13, "Huis 0", Some(9)),
    ];
    assert_eq!(
        told,
        expected.map(|(y, a, name, it)| (y, a, name.to_owned(), it))
    );
}

#[test]
fn what_was_taken_back_and_unique_persons_are_hidden_as_well() {
    // Of 20 and 12 persons some were counted before, so 17 and 8 come with them.
    let rows_of_log = [
        row("2022-11-05", PERSONS, 1, 3),
        row("2022-12-05", PERSONS, 0, 20),
        row("2023-01-09", PERSONS, 2, 12),
        row("2023-02-01", 15, 0, 65),
        row("2023-03-01", 15, 1, 20),
        row("2023-03-01", 15, 1, -17),
        row("2023-04-01", 15, 2, 20),
    ];
    let folder = dossier(&rows_of_log, day("2023-09-30"), false);
    std::fs::write(folder.path().join("scheme.toml"), scheme()).expect("it can be written");
    let (secret, _) = report(folder.path(), None);
    let (public, _) = report(folder.path(), Some(BELOW));
    let reached = |report, action: u16| -> Vec<Option<i64>> {
        let of_action = rows(report, "kpi_by_provider").iter();
        let of_action = of_action.filter(|row| row["action"] == action);
        of_action.map(|row| row["reached"].as_i64()).collect()
    };
    assert_eq!(reached(&secret, PERSONS), [17, 3, 8].map(Some));
    assert_eq!(reached(&public, PERSONS), [None, None, Some(8)]);
    assert_eq!(reached(&secret, 15), [65, 3, 20].map(Some));
    assert_eq!(reached(&public, 15), [None, None, Some(20)]);
    let calendar = calendar(day("2023-09-30"));
    let found = |report| {
        let adversary = Adversary::reads(report, &calendar, &secret, true);
        found_out_by(adversary, &secret, BELOW)
    };
    assert_eq!(found(&public), []);
    let small = |action: u16| Count::Provider(1, action.into(), "Huis 1".to_owned());
    let naive = without_complements(&secret, &public, BELOW);
    let found = found(&naive);
    for action in [PERSONS, 15] {
        assert!(found.contains(&small(action)), "{found:?}");
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "--nocapture shows what was tried")]
fn nobody_finds_out_a_small_count_of_any_small_dossier() {
    let row = (
        0..730_i32,
        0..ACTIONS.len(),
        0..4_usize,
        1..40_i64,
        any::<bool>(),
        0..6_u8,
    );
    let row = row.prop_map(|(after, action, provider, count, is_small, turn)| {
        let count = if is_small { 1 + count % 4 } else { count };
        let takes_back = turn == 0 && ACTIONS[action] != STATE;
        Row {
            date: day("2022-10-01")
                .checked_add(jiff::Span::new().days(after))
                .expect("it exists"),
            action: ACTIONS[action],
            provider,
            count: if takes_back { -count } else { count },
        }
    });
    let same = proptest::option::of(1..14_i64);
    let inputs = (vec(row, 1..16), 100..730_i32, same, any::<bool>());
    let (dossiers, corrected) = (Cell::new(0), Cell::new(0));
    let (small, naive_found) = (Cell::new(0), Cell::new(0));
    let scheme = scheme();
    holds(
        cases(),
        &inputs,
        |(mut log, until, same, may_be_corrected)| {
            if !may_be_corrected {
                log.iter_mut().for_each(|row| row.count = row.count.abs());
            }
            let is_corrected = log.iter().any(|row| row.count < 0);
            log.extend(same.into_iter().flat_map(same_people));
            let as_of = day("2022-10-01").checked_add(jiff::Span::new().days(until));
            let as_of = as_of.expect("it exists");
            let folder = dossier(&log, as_of, same.is_some());
            let own = folder.path().join("scheme.toml");
            std::fs::write(own, &scheme).expect("it can be written");
            let (secret, _) = report(folder.path(), None);
            let (public, tables) = report(folder.path(), Some(BELOW));
            hides_all_small(&secret, &public, BELOW);
            same_in_csv(&public, &tables);
            let calendar = calendar(as_of);
            let reads = |report| Adversary::reads(report, &calendar, &secret, is_corrected);
            let found = found_out_by(reads(&public), &secret, BELOW);
            hides_all_that_was_taken_back(&secret, &public);
            assert!(found.is_empty(), "{found:?} of {log:?} as of {as_of}");
            let naive = without_complements(&secret, &public, BELOW);
            dossiers.set(dossiers.get() + 1);
            corrected.set(corrected.get() + u32::from(is_corrected));
            small.set(
                small.get()
                    + rows(&public, "public")[0]["hidden_figures"]
                        .as_u64()
                        .unwrap_or(0),
            );
            let found = found_out_by(reads(&naive), &secret, BELOW).len();
            naive_found.set(naive_found.get() + found);
        },
    );
    println!(
        "{} dossiers, {} with corrections, {} figures hidden; without complements {} small counts would be found",
        dossiers.get(),
        corrected.get(),
        small.get(),
        naive_found.get()
    );
    assert!(
        naive_found.get() > dossiers.get(),
        "small counts alone would be found out"
    );
}

/// The same count of a provider under two actions.
fn same_people(count: i64) -> [Row; 2] {
    [(13, "2022-10-20"), (24, "2022-12-05")].map(|(action, date)| row(date, action, 0, count))
}

/// How many dossiers are tried; more where somebody asks for it.
#[expect(
    clippy::disallowed_methods,
    reason = "whoever wants more than a test has time for asks for it"
)]
fn cases() -> u32 {
    let asked = std::env::var("PUBLIC_CASES").ok();
    let asked = asked.and_then(|cases| cases.parse().ok());
    asked.unwrap_or(144)
}

/// What JSON does not tell, CSV does not tell.
fn same_in_csv(public: &Value, tables: &[(&'static str, String)]) {
    for (name, csv) in tables {
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let headings = reader.headers().expect("a table has headings").clone();
        for (row, cells) in rows(public, name).iter().zip(reader.records()) {
            let cells = cells.expect("a row can be read");
            for (heading, cell) in headings.iter().zip(&cells) {
                assert_eq!(
                    row[heading].is_null(),
                    cell.is_empty(),
                    "{name}.{heading}: {row}"
                );
            }
        }
    }
}

#[test]
fn nobody_finds_out_a_small_provider_of_a_real_dossier() {
    let from = root().join("data/dossiers/sint-pieters-leeuw");
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for entry in std::fs::read_dir(&from).expect("the dossier can be listed") {
        let path = entry.expect("the dossier can be listed").path();
        let name = path
            .file_name()
            .expect("a file has a name")
            .to_string_lossy()
            .into_owned();
        files.push((name, std::fs::read(&path).expect("the dossier can be read")));
    }
    let log = files.iter_mut().find(|(name, _)| name.ends_with(".csv"));
    let (_, log) = log.expect("the dossier has a log");
    let mut text = String::from_utf8(log.clone()).expect("the log is UTF-8");
    let last = text
        .lines()
        .rfind(|line| line.contains("Groep INTRO"))
        .expect("it is there");
    let row = last.replace("Groep INTRO", "Klein huis").replace("54", "2");
    text += &format!("{row}\n");
    *log = text.into_bytes();
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, it)| (name.as_str(), &**it))
        .collect();
    let folder = Folder::with(&files);
    let (secret, _) = report(folder.path(), None);
    let (public, _) = report(folder.path(), Some(BELOW));
    hides_all_small(&secret, &public, BELOW);
    let calendar = calendar(day("2023-09-30"));
    let hidden: Vec<_> = rows(&public, "kpi_by_provider")
        .iter()
        .filter(|row| is_hidden(row, "reached"))
        .map(|row| row["provider"].as_str().unwrap_or_default())
        .collect();
    assert_eq!(
        hidden,
        ["Groep INTRO", "Klein huis"],
        "the first other by name is hidden with it"
    );
    assert_eq!(found_out(&secret, &public, &calendar, BELOW), []);
}

#[test]
fn years_are_compared_in_public_up_to_a_day_in_the_middle_of_a_month() {
    let months = ["2022-11-05", "2023-01-12", "2023-11-05", "2024-01-12"];
    let log: Vec<Row> = months.map(|date| row(date, 15, 0, 20)).to_vec();
    let folder = dossier(&log, day("2024-01-20"), false);
    let (secret, _) = report(folder.path(), None);
    let (public, _) = report(folder.path(), Some(BELOW));
    let of_action = |row: &Value| row["action"] == 15 && row["year"] == 2;
    let pairs = paired(&secret, &public, "year_over_year");
    let (told, at) = pairs
        .into_iter()
        .find(|(row, _)| of_action(row))
        .expect("the years are compared");
    assert_eq!(told["reached"], 40, "{told}");
    assert_eq!(told["reached_before"], 40, "{told}");
    let row = &rows(&public, "year_over_year")[at];
    assert_eq!(row["reached"], 40, "{row}");
    assert_eq!(row["reached_before"], 40, "{row}");
}

#[test]
fn a_real_dossier_without_small_counts_hides_nothing_and_says_so() {
    let path = "data/dossiers/sint-pieters-leeuw";
    let public = json(&["report", path, "--public"]);
    let told = &public["tables"]["public"];
    assert_eq!(
        *told,
        serde_json::json!([{ "hidden_below": 5, "hidden_figures": 0 }])
    );
    let mut public = public;
    public["tables"]
        .as_object_mut()
        .expect("tables are an object")
        .remove("public");
    assert_eq!(public, json(&["report", path]));
    let text = stdout(&run(&["report", path, "--public", "--lang", "en"]));
    assert!(
        text.contains("Public version: no figure is hidden"),
        "{text}"
    );
}

#[test]
fn the_bound_comes_from_the_flag_then_the_scheme() {
    let path = "data/dossiers/sint-pieters-leeuw";
    let below = |arguments: &[&str]| {
        let report = json(&[&["kpi", path], arguments].concat());
        report["tables"]["public"][0]["hidden_below"].clone()
    };
    assert_eq!(below(&[]), Value::Null);
    assert_eq!(below(&["--public"]), 5);
    assert_eq!(below(&["--public-below", "12"]), 12);
    assert_eq!(below(&["--public-below", "3"]), 3);
    let scheme = std::fs::read_to_string(root().join("data/schemes/plan-samenleven.toml"));
    let scheme = scheme.expect("the scheme can be read");
    let of_ten = scheme.replace("[public]\nthreshold = 5", "[public]\nthreshold = 10");
    let folder = Folder::with(&[("scheme.toml", of_ten.as_bytes())]);
    let file = folder.path().join("scheme.toml");
    let file = file.to_str().expect("test paths are UTF-8");
    assert_eq!(below(&["--public", "--scheme", file]), 10);
    assert_eq!(
        below(&["--public", "--public-below", "7", "--scheme", file]),
        7
    );
    let without = scheme.replace("[public]\nthreshold = 5", "[public]");
    std::fs::write(folder.path().join("scheme.toml"), without).expect("it can be written");
    assert_eq!(below(&["--public", "--scheme", file]), 5);
}

/// Below 2 there is only 1, so that whoever sees that it is hidden knows it.
#[test]
fn no_bound_is_below_three() {
    let path = "data/dossiers/sint-pieters-leeuw";
    for (language, said) in [
        (
            "nl",
            "samenleven: `2` kan niet bij `--public-below <NR>`; verwacht: een geheel getal, 3 of meer",
        ),
        (
            "en",
            "samenleven: `2` does not go with `--public-below <NR>`; expected: a whole number, 3 or more",
        ),
    ] {
        let out = run(&["kpi", path, "--public-below", "2", "--lang", language]);
        assert_eq!(out.status.code(), Some(2));
        assert_eq!(stderr(&out).lines().next(), Some(said));
        assert_eq!(stdout(&out), "");
    }
}

#[test]
fn units_that_are_no_persons_are_not_hidden() {
    let scheme = std::fs::read_to_string(root().join("data/schemes/plan-samenleven.toml"));
    let scheme = scheme.expect("the scheme can be read");
    let kind = "kind = \"flow\"\n";
    let no_persons = scheme.replace(kind, &format!("{kind}counts_persons = false\n"));
    let path = "data/dossiers/sint-pieters-leeuw";
    let folder = Folder::with(&[("scheme.toml", no_persons.as_bytes())]);
    let file = folder.path().join("scheme.toml");
    let file = file.to_str().expect("test paths are UTF-8");
    let hidden = |arguments: &[&str]| {
        let asked = [&["report", path, "--public-below", "30"], arguments].concat();
        json(&asked)["tables"]["public"][0]["hidden_figures"].clone()
    };
    assert_eq!(hidden(&["--scheme", file]), 0);
    assert_ne!(hidden(&[]), 0);
}

#[test]
fn a_single_table_says_on_the_error_stream_what_it_hides() {
    let path = "data/dossiers/sint-pieters-leeuw";
    let asked = [
        "kpi",
        path,
        "--by",
        "provider",
        "--public-below",
        "30",
        "--format",
        "csv",
    ];
    let output = run(&asked);
    assert!(
        stderr(&output).starts_with("Openbare versie: "),
        "{}",
        stderr(&output)
    );
    let quiet = run(&[&asked[..], &["--quiet"]].concat());
    assert_eq!(stderr(&quiet), "");
    assert_eq!(stdout(&quiet), stdout(&output));
}

#[test]
fn what_is_accepted_and_hidden_is_not_amiss() {
    let row = row("2023-05-01", 15, 0, 3);
    let folder = dossier(&[row], day("2023-09-30"), false);
    let path = folder.path().join("dossier.toml");
    let text = std::fs::read_to_string(&path).expect("the dossier can be read");
    let action = text.find("nr = 15").expect("the action is there");
    let target = action + text[action..].find("target").expect("it has a target");
    let line = text[..target].matches('\n').count() + 1;
    let accept = format!(
        "[[accept]]\ncode = \"K07\"\nwhere = \"dossier.toml:{line}\"\nreason = \"gezien\"\n"
    );
    std::fs::write(&path, text + &accept).expect("it can be written");
    let codes = |arguments: &[&str]| -> Vec<String> {
        let answer = json(&[&["check", folder.argument()], arguments].concat());
        let findings = answer["findings"].as_array().expect("findings are a list");
        let of_line = findings
            .iter()
            .filter(|it| it["line"] == line || it["code"] == "I27");
        of_line
            .map(|it| it["code"].as_str().unwrap_or_default().to_owned())
            .collect()
    };
    assert_eq!(codes(&[]), ["K07"], "it is found, and accepted");
    assert_eq!(
        codes(&["--public"]),
        [""; 0],
        "it is hidden, and not missed"
    );
}

#[test]
fn how_a_file_was_read_is_not_made_public() {
    let path = "data/dossiers/sint-pieters-leeuw";
    let output = run(&["check", path, "--explain-file", "progress.csv", "--public"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stdout(&output), "");
}

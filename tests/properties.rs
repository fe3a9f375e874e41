//! What holds for every input: nothing makes the program panic, amounts come back
//! as they were written, and how a log is ordered, cut or rolled up changes no figure.

use crate::fuzzed::targets::rows_of_one_length;
use crate::program::{Folder, root, run, stderr};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use samenleven::analysis::analyse;
use samenleven::check::check;
use samenleven::finding::{Located, locate};
use samenleven::input::{Request, load};
use samenleven::model::{Euro, Language};
use samenleven::render::{Format, Settings, findings_text, render, render_tables};
use samenleven::report::{self, Charts};
use std::collections::BTreeMap;
use std::fs;

/// Tries a property on the same inputs in every run.
pub(crate) fn holds<S: Strategy>(cases: u32, inputs: &S, property: impl Fn(S::Value)) {
    let config = ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let tried = TestRunner::new_with_rng(config, rng).run(inputs, |input| {
        property(input);
        Ok(())
    });
    if let Err(failure) = tried {
        panic!("{failure}");
    }
}

fn settings(language: Language) -> Settings {
    Settings {
        language,
        width: 80,
        colour: false,
        plain: false,
        reload_after: None,
    }
}

/// What the program makes of a folder.
#[derive(Debug, PartialEq, Eq)]
struct Answer {
    kpi: String,
    by_provider: String,
}

/// Does with a folder all that the program does: reads, checks, calculates, and
/// tells it in every format and both languages. None where no figures are possible.
fn answer(folder: &Folder) -> Option<Answer> {
    let scheme = folder.path().join("scheme.toml");
    let request = Request {
        dossier: folder.path().to_path_buf(),
        scheme: scheme.exists().then_some(scheme),
        ..Request::default()
    };
    let mut loaded = load(&request).expect("the dossier can be opened");
    let mut findings = std::mem::take(&mut loaded.findings);
    let Some(account) = &loaded.account else {
        assert!(!findings.is_empty(), "without figures somebody says why");
        tell(&locate(findings, &loaded.sources));
        return None;
    };
    let analysis = analyse(account);
    findings.extend(check(&analysis));
    let findings = locate(findings, &loaded.sources);
    tell(&findings);
    let asked = report::Asked {
        years: &[],
        findings: &findings,
    };
    let csv = |document| {
        let bytes = render(&document, Format::Csv, &settings(Language::Dutch));
        String::from_utf8(bytes).expect("CSV is UTF-8")
    };
    let answer = Answer {
        kpi: csv(report::kpi(&analysis, &asked)),
        by_provider: csv(report::kpi_by_provider(&analysis, &asked)),
    };
    let whole = report::whole_dossier(&analysis, &[], findings, Vec::new(), "test", Charts::Drawn);
    for format in [Format::Text, Format::Json] {
        for language in [Language::Dutch, Language::English] {
            let bytes = render(&whole, format, &settings(language));
            assert!(!bytes.is_empty(), "a report is never empty");
        }
    }
    for format in [Format::Csv, Format::CsvExcel] {
        for (name, bytes) in render_tables(&whole, format, &settings(Language::Dutch)) {
            rows_of_one_length(name, &bytes);
        }
    }
    Some(answer)
}

/// Says all findings in both languages; what was found is never kept silent.
fn tell(findings: &[Located]) {
    for language in [Language::Dutch, Language::English] {
        let told = findings_text(findings, &settings(language));
        assert!(findings.is_empty() || !told.is_empty());
    }
}

fn example(file: &str) -> String {
    fs::read_to_string(root().join("examples/voorbeeldgem").join(file))
        .expect("the example can be read")
}

fn folder(dossier: &[u8], log: &[u8]) -> Folder {
    Folder::with(&[("dossier.toml", dossier), ("progress.csv", log)])
}

// Whatever stands in the files.

/// Values that are odd somewhere.
const ODD_VALUES: &[&str] = &[
    "0",
    "-1",
    "1",
    "2",
    "65_536",
    "999999999",
    "999_999_999_999.99",
    "9_999_999_999_999",
    "18446744073709551616",
    "0.001",
    "1e3",
    "nan",
    "-inf",
    "0x1F",
    "true",
    "[]",
    "[1, 1, 1]",
    "{}",
    "[{}]",
    "{ professionals = 0 }",
    "\"\"",
    "\"nl\"",
    "\"own\"",
    "\"progress.csv\"",
    "\"..\"",
    "\"\\u0000\\u202E\"",
    "'''\n'''",
    "0000-01-01",
    "9999-12-31",
    "2023-02-30",
    "2022-10-01",
    "2023-09-30",
    "2023-09-30T10:00:00Z",
    "07:32:00",
    "25.000,50",
    "€ 5",
    "",
];

/// The example with some of its values, or whole lines, put elsewhere.
fn bent_dossiers() -> impl Strategy<Value = String> {
    let odd = select(ODD_VALUES);
    vec((any::<Index>(), any::<Index>(), 0..4u8, odd), 1..6).prop_map(|changes| {
        let mut lines: Vec<String> = example("dossier.toml")
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(ToOwned::to_owned)
            .collect();
        for (at, other, kind, odd) in changes {
            let (at, other) = (at.index(lines.len()), other.index(lines.len()));
            match kind {
                0 => drop(lines.remove(at)),
                1 => lines.insert(at, lines[other].clone()),
                _ => {
                    let key = lines[at].split('=').next().unwrap_or_default().to_owned();
                    lines[at] = format!("{key}= {odd}");
                }
            }
        }
        lines.join("\n")
    })
}

/// Text that looks like a log.
fn logs() -> impl Strategy<Value = String> {
    let cell = select(vec![
        "datum",
        "actie",
        "aantal",
        "aanbieder",
        "doelgroep",
        "opmerking",
        "persoon",
        "date",
        "12/10/2022",
        "2023-03-31",
        "31/09/2023",
        "01/01/0001",
        "9999-12-31",
        "5",
        "22",
        "2",
        "999999999",
        "-999999999",
        "1.250,50",
        "25.000",
        "-4",
        "0",
        "\u{a0}7\u{202f}",
        "€ 5",
        "\"",
        "\"a;b\"",
        "\"a\nb\"",
        "a\"b",
        "\"a\"\"b\"",
        "totaal",
        "",
        " ",
        "\u{feff}",
        "\0",
        "\u{202e}om",
        "sep=;",
        "85.07.30-033.28",
        "a@b.be",
        "0470 12 34 56",
        "citizens",
        "é",
    ]);
    let line = (vec(cell, 0..7), select(vec![";", ",", "\t"]));
    let end = select(vec!["\n", "\r\n", "\r", ""]);
    let header = any::<bool>();
    (header, vec((line, end), 0..12)).prop_map(|(header, lines)| {
        let mut log = String::new();
        if header {
            log.push_str("datum;actie;aantal;aanbieder;doelgroep;opmerking\n");
        }
        for ((cells, separator), end) in lines {
            let separator = if header { ";" } else { separator };
            log.push_str(&cells.join(separator));
            log.push_str(end);
        }
        log
    })
}

#[test]
fn no_bytes_as_dossier_make_it_panic() {
    holds(64, &vec(any::<u8>(), 0..400), |bytes| {
        answer(&folder(&bytes, b""));
    });
}

#[test]
fn no_text_as_dossier_makes_it_panic() {
    let pieces = select(vec![
        "[[year]]\n",
        "[applicant]\n",
        "nr = 1\n",
        "format = 1\n",
        "[",
        "]",
        "=",
        "\"",
        "\n",
        "scheme = \"plan-samenleven\"\n",
        "'''",
        "#",
        "é",
        ".",
        "{",
        "}",
        ",",
        "1",
        "_",
        "\r",
        "\u{feff}",
        "as_of = 2023-13-01\n",
    ]);
    holds(96, &vec(pieces, 0..40), |pieces| {
        answer(&folder(pieces.concat().as_bytes(), b""));
    });
}

#[test]
fn no_odd_value_in_a_dossier_makes_it_panic() {
    let log = example("progress.csv");
    holds(96, &bent_dossiers(), |dossier| {
        answer(&folder(dossier.as_bytes(), log.as_bytes()));
    });
}

#[test]
fn no_bytes_as_log_make_it_panic() {
    let dossier = example("dossier.toml");
    holds(64, &vec(any::<u8>(), 0..400), |bytes| {
        let figures = answer(&folder(dossier.as_bytes(), &bytes));
        assert!(figures.is_some(), "a log never takes away the figures");
    });
}

#[test]
fn no_text_as_log_makes_it_panic() {
    let dossier = example("dossier.toml");
    holds(96, &logs(), |log| {
        let figures = answer(&folder(dossier.as_bytes(), log.as_bytes()));
        assert!(figures.is_some(), "a log never takes away the figures");
    });
}

#[test]
fn no_log_in_utf_16_makes_it_panic() {
    let dossier = example("dossier.toml");
    holds(
        64,
        &(logs(), any::<bool>(), any::<bool>()),
        |(log, is_little, is_cut)| {
            let units = "\u{feff}".encode_utf16().chain(log.encode_utf16());
            let mut bytes: Vec<u8> = units
                .flat_map(|unit| {
                    if is_little {
                        unit.to_le_bytes()
                    } else {
                        unit.to_be_bytes()
                    }
                })
                .collect();
            if is_cut {
                bytes.pop();
            }
            answer(&folder(dossier.as_bytes(), &bytes));
        },
    );
}

#[test]
fn the_program_ends_with_a_code_and_never_in_panic() {
    holds(16, &(bent_dossiers(), logs()), |(dossier, log)| {
        let folder = folder(dossier.as_bytes(), log.as_bytes());
        for command in ["check", "report", "kpi"] {
            let output = run(&[command, folder.argument()]);
            let code = output.status.code();
            assert!(matches!(code, Some(0..=2)), "{command}: {code:?}");
            let told = stderr(&output);
            assert!(!told.contains("panicked"), "{command}: {told}");
            if code == Some(2) {
                assert!(output.stdout.is_empty(), "{command} answers and fails");
                assert!(!told.is_empty(), "{command} fails and says nothing");
            }
        }
    });
}

// Amounts.

#[test]
fn an_amount_comes_back_as_it_was_written() {
    const MOST: i64 = 99_999_999_999_999;
    holds(512, &(-MOST..=MOST), |cents| {
        let (whole, part) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
        let sign = if cents < 0 { "-" } else { "" };
        let literal = format!("{sign}{whole}.{part:02}");
        let amount = Euro::parse(&literal).expect("it has at most twelve digits");
        assert_eq!(amount.to_string(), literal);
        assert_eq!(Euro::parse(&amount.to_string()), Ok(amount));
    });
}

#[test]
fn an_amount_in_few_digits_is_the_amount_in_full() {
    holds(256, &(0..1_000_000_i64, 0..10_u8), |(whole, tenth)| {
        let short = Euro::parse(&format!("{whole}.{tenth}")).expect("one decimal is an amount");
        let full = Euro::parse(&format!("00{whole}.{tenth}0")).expect("so are two");
        assert_eq!(short, full);
        assert_eq!(short.to_string(), full.to_string());
    });
}

#[test]
fn nothing_is_never_written_with_a_minus() {
    for literal in ["0", "-0", "-0.0", "-0.00", "0.00"] {
        let amount = Euro::parse(literal).expect("nothing is an amount");
        assert_eq!(amount.to_string(), "0.00", "{literal}");
    }
    let one = Euro::parse("1").expect("one is an amount");
    assert_eq!((-(one - one)).to_string(), "0.00");
}

// The same log, told otherwise.

/// A row of a log.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    date: &'static str,
    action: &'static str,
    provider: &'static str,
    group: &'static str,
    count: i64,
}

impl Row {
    fn line(&self) -> String {
        format!(
            "{};{};{};{};{};nota\n",
            self.date, self.action, self.count, self.provider, self.group
        )
    }
}

const FLOW: &[&str] = &["5", "15", "24"];
/// With a milestone (2) and a state (22).
const ALL_KINDS: &[&str] = &["2", "5", "15", "22", "24"];

/// Rows of the example's actions; some days fall outside the project or do not exist.
fn rows(actions: &'static [&'static str]) -> impl Strategy<Value = Vec<Row>> {
    let dates = select(vec![
        "01/10/2022",
        "12/10/2022",
        "31/03/2023",
        "01/04/2023",
        "30/09/2023",
        "01/10/2023",
        "31/09/2023",
        "01/01/1999",
    ]);
    let providers = select(vec!["", "taalcafé", "school", "bibliotheek"]);
    let row = (dates, select(actions), providers, -3..40_i64).prop_map(
        |(date, action, provider, count)| Row {
            date,
            action,
            provider,
            group: "",
            count,
        },
    );
    vec(row, 1..40)
}

fn log_of<'a>(rows: impl IntoIterator<Item = &'a Row>) -> String {
    let lines: String = rows.into_iter().map(Row::line).collect();
    format!("datum;actie;aantal;aanbieder;doelgroep;opmerking\n{lines}")
}

/// What the example's dossier makes of these logs.
fn figures(logs: &[&str]) -> Answer {
    let mut dossier = example("dossier.toml");
    let more: String = (1..logs.len())
        .map(|nr| format!("\n[[progress]]\nfile = \"progress{nr}.csv\"\n"))
        .collect();
    dossier.push_str(&more);
    let names: Vec<String> = (0..logs.len())
        .map(|nr| match nr {
            0 => "progress.csv".to_owned(),
            _ => format!("progress{nr}.csv"),
        })
        .collect();
    let mut files: Vec<(&str, &[u8])> = vec![("dossier.toml", dossier.as_bytes())];
    files.extend(
        names
            .iter()
            .map(String::as_str)
            .zip(logs.iter().map(|log| log.as_bytes())),
    );
    answer(&Folder::with(&files)).expect("the example has figures")
}

#[test]
fn the_order_of_rows_changes_no_figure() {
    let shuffled =
        rows(ALL_KINDS).prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle()));
    holds(64, &shuffled, |(rows, shuffled)| {
        assert_eq!(figures(&[&log_of(&rows)]), figures(&[&log_of(&shuffled)]));
    });
}

#[test]
fn a_log_cut_in_two_files_gives_the_same_figures() {
    holds(64, &(rows(ALL_KINDS), any::<Index>()), |(rows, cut)| {
        let (first, second) = rows.split_at(cut.index(rows.len() + 1));
        assert_eq!(
            figures(&[&log_of(&rows)]),
            figures(&[&log_of(first), &log_of(second)])
        );
    });
}

/// One row for all that agree on everything but the count.
fn rolled_up(rows: &[Row]) -> Vec<Row> {
    let mut sums: BTreeMap<Row, i64> = BTreeMap::new();
    for row in rows {
        let mut key = row.clone();
        key.count = 0;
        *sums.entry(key).or_default() += row.count;
    }
    sums.into_iter()
        .map(|(row, count)| Row { count, ..row })
        .collect()
}

fn is_possible(row: &Row) -> bool {
    !["31/09/2023", "01/01/1999"].contains(&row.date)
}

fn assert_rolled_up(mut rows: Vec<Row>) {
    // A row that is set aside is counted, so rolling those up changes their number.
    rows.retain(is_possible);
    assert_eq!(
        figures(&[&log_of(&rows)]),
        figures(&[&log_of(&rolled_up(&rows))])
    );
}

#[test]
fn a_log_of_flows_rolled_up_per_day_gives_the_same_figures() {
    holds(64, &rows(FLOW), assert_rolled_up);
}

#[test]
fn a_log_of_all_kinds_rolled_up_per_day_gives_the_same_figures() {
    holds(64, &rows(ALL_KINDS), assert_rolled_up);
}

/// What the dossier of a scheme that counts unique persons makes of rows.
fn figures_of_persons(rows: &[(&str, &str, &str)]) -> Answer {
    let fixture = root().join("tests/faults/K10-persons-not-told");
    let read = |name| fs::read(fixture.join(name)).expect("the fixture can be read");
    let lines: String = rows
        .iter()
        .map(|(date, provider, person)| format!("{date};1;1;{provider};{person}\n"))
        .collect();
    let log = format!("datum;actie;aantal;aanbieder;persoon\n{lines}");
    let folder = Folder::with(&[
        ("dossier.toml", &read("dossier.toml")),
        ("scheme.toml", &read("scheme.toml")),
        ("progress.csv", log.as_bytes()),
    ]);
    answer(&folder).expect("the fixture has figures")
}

#[test]
fn the_order_of_rows_changes_no_figure_of_persons() {
    let row = (
        select(vec!["10/05/2023", "11/05/2023"]),
        select(vec!["", "buurthuis", "school"]),
        select(vec!["p01", "p02", "p03"]),
    );
    let shuffled =
        vec(row, 1..8).prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle()));
    holds(64, &shuffled, |(rows, shuffled)| {
        assert_eq!(figures_of_persons(&rows), figures_of_persons(&shuffled));
    });
}

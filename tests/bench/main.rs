//! How fast, and in how much memory, as ratios against a peer in the same run:
//! `cargo bench`, or `cargo bench -- cells` for one part of it. The tests themselves
//! never time anything.
//!
//! `processes` are measured whole, the program and its peer in turn, so that a slow
//! moment of the machine falls on both. The peer of reading is the plain `csv` crate
//! adding up counts per action and provider, which checks nothing: no calendar, no
//! known actions, no places. `cells`, `readers` and `renderers` are timed inside this
//! process, in the same way.
//!
//! `cargo bench -- make progress plain 10000000 FOLDER` makes a dossier with a file of
//! so many rows (`progress` or `bookings`, `plain` or `belgian`) and its totals, which
//! `compare.py` reads with us and with other engines.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark reads the clock and tells what it saw"
)]

mod generate;
mod in_turn;
mod inside;

use generate::{Kind, Style, generate};
use in_turn::Timed;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// Runs of each command that count.
const RUNS: usize = 5;

/// Rows of the log that is read.
const ROWS: u32 = 1_000_000;

fn main() {
    let mut arguments = std::env::args().skip(1);
    match arguments.next().as_deref() {
        Some("peer") => {
            let log = arguments
                .next()
                .expect("the peer is told which log to read");
            peer(Path::new(&log));
        }
        Some("make") => make(&arguments.collect::<Vec<_>>()),
        asked => parts(asked),
    }
}

/// Times the part that is asked for, else all. What cargo itself adds is no part.
fn parts(asked: Option<&str>) {
    let parts: [(&str, fn()); 4] = [
        ("processes", processes),
        ("cells", inside::cells),
        ("readers", inside::readers),
        ("renderers", inside::renderers),
    ];
    let asked = asked.filter(|it| !it.starts_with('-'));
    let is_asked = |name: &str| asked.is_none_or(|it| it == name);
    let names = parts.map(|(name, _)| name);
    assert!(
        names.iter().any(|name| is_asked(name)),
        "the parts are {names:?}"
    );
    for (_, time) in parts.iter().filter(|(name, _)| is_asked(name)) {
        time();
    }
}

/// The program as it is started from a shell.
fn processes() {
    start_up();
    reading();
}

/// Makes a dossier with one long file.
fn make(arguments: &[String]) {
    let [kind, style, rows, folder, ..] = arguments else {
        panic!("make progress|bookings plain|belgian ROWS FOLDER");
    };
    let kind = match kind.as_str() {
        "bookings" => Kind::Bookings,
        _ => Kind::Progress,
    };
    let style = match style.as_str() {
        "belgian" => Style::Belgian,
        _ => Style::Plain,
    };
    let rows = rows.parse().expect("the rows are a number");
    generate(Path::new(folder), kind, style, rows).expect("the folder can be written");
}

/// What a command took: the median time and the most memory of its runs.
struct Taken {
    time: Duration,
    memory_kib: Option<u64>,
}

/// The whole report of a real dossier against a process that does nothing. Of the program as
/// it is installed: what a linker has just written lies scattered in the system's cache, and
/// a start touches a seventh more pages.
fn start_up() {
    let dossier = root().join("data/dossiers/sint-pieters-leeuw");
    let folder = tempfile::tempdir().expect("a folder for the program can be made");
    let installed = folder.path().join("samenleven");
    fs::copy(program(), &installed).expect("the program can be copied");
    let mut report = Command::new(installed);
    report.arg("report").arg(dossier);
    let mut nothing = Command::new("true");
    in_turn::tell(
        Timed::new("report of Sint-Pieters-Leeuw", 1, || {
            to_its_end(&mut report)
        }),
        Some(Timed::new("true", 1, || to_its_end(&mut nothing))),
    );
}

fn to_its_end(command: &mut Command) -> ExitStatus {
    let command = command.stdout(Stdio::null()).stderr(Stdio::null());
    command.status().expect("the command can be started")
}

/// Counting per provider over a large log against the plain `csv` crate.
fn reading() {
    let folder = tempfile::tempdir().expect("a folder for the log can be made");
    let log = folder.path().join("progress.csv");
    fs::write(&log, rows()).expect("the log can be written");
    fs::write(folder.path().join("dossier.toml"), DOSSIER).expect("the dossier can be written");
    let mut kpi = Command::new(program());
    kpi.args(["kpi", "--by", "provider"]).arg(folder.path());
    let mut peer = Command::new(std::env::current_exe().expect("the benchmark has a path"));
    peer.arg("peer").arg(&log);
    tell(
        "kpi --by provider, a million rows",
        "the csv crate alone",
        &mut kpi,
        &mut peer,
    );
}

fn tell(name: &str, peer_name: &str, ours: &mut Command, peer: &mut Command) {
    let (ours, peer) = in_turn(ours, peer);
    let ratio = ours.time.as_micros() * 100 / peer.time.as_micros().max(1);
    println!("{name}: {:?}; {peer_name}: {:?}", ours.time, peer.time);
    println!("  ratio {}.{:02}", ratio / 100, ratio % 100);
    if let (Some(ours), Some(peer)) = (ours.memory_kib, peer.memory_kib) {
        println!("  peak memory {ours} KiB; {peer_name}: {peer} KiB");
    }
}

/// Both commands one after the other, after one run of each that does not count.
fn in_turn(ours: &mut Command, peer: &mut Command) -> (Taken, Taken) {
    let mut runs = (Vec::new(), Vec::new());
    for _ in 0..=RUNS {
        runs.0.push(once(ours));
        runs.1.push(once(peer));
    }
    (median(&mut runs.0), median(&mut runs.1))
}

fn median(runs: &mut Vec<Taken>) -> Taken {
    runs.remove(0);
    runs.sort_by_key(|run| run.time);
    Taken {
        time: runs[runs.len() / 2].time,
        memory_kib: runs.iter().filter_map(|run| run.memory_kib).max(),
    }
}

fn once(command: &mut Command) -> Taken {
    let start = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the command can be started");
    let mut memory_kib = None;
    while child
        .try_wait()
        .expect("a child can be waited for")
        .is_none()
    {
        memory_kib = peak(child.id()).or(memory_kib);
        std::thread::sleep(Duration::from_micros(200));
    }
    Taken {
        time: start.elapsed(),
        memory_kib,
    }
}

/// The most memory that a process has had so far, where the system tells it.
fn peak(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn program() -> &'static str {
    env!("CARGO_BIN_EXE_samenleven")
}

const DOSSIER: &str = "format = 1
scheme = \"plan-samenleven\"
[applicant]
name = \"Voorbeeldgem\"
kind = \"municipality\"
[[year]]
nr = 1
[[action]]
nr = 5
[[action]]
nr = 15
[[action]]
nr = 24
[[progress]]
file = \"progress.csv\"
";

/// A log that looks like one: dates of a project year, three actions, forty providers.
fn rows() -> String {
    let mut text = String::from("datum;actie;aantal;aanbieder;opmerking\n");
    let mut seed = 1u32;
    for row in 0..ROWS {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let (day, month) = (1 + (seed >> 8) % 28, 1 + (seed >> 16) % 12);
        let year = if month >= 10 { 2022 } else { 2023 };
        let action = [5, 15, 24][usize::try_from((seed >> 20) % 3).unwrap_or(0)];
        let (count, provider) = (1 + (seed >> 12) % 9, (seed >> 24) % 40);
        writeln!(
            text,
            "{day:02}/{month:02}/{year};{action};{count};partner {provider};nota {}",
            row % 97
        )
        .expect("a text takes all that is written");
    }
    text
}

/// The peer: counts added up per action and provider, nothing checked.
fn peer(log: &Path) {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_path(log)
        .expect("the log can be opened");
    let mut sums: BTreeMap<(String, String), u64> = BTreeMap::new();
    for row in reader.records() {
        let row = row.expect("the log has whole rows");
        let key = (row[1].to_owned(), row[3].to_owned());
        *sums.entry(key).or_insert(0) += row[2].parse::<u64>().expect("a count is a number");
    }
    for ((action, provider), sum) in sums {
        println!("{action} {provider} {sum}");
    }
}

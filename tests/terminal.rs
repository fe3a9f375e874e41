//! What a person at a terminal sees: how far long work has come, and that it goes away.
//!
//! Each test has a terminal of its own. Work is long when it shows: where it was over
//! too soon for that, it is tried again with twice as many rows.

use crate::program::{Folder, root};
use rustix::process::{Pid, Signal, kill_process};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};
use std::fs::{File, OpenOptions};
use std::io::{Read as _, Write as _};
use std::num::NonZero;
use std::os::unix::process::ExitStatusExt as _;
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

const PROGRAM: &str = env!("CARGO_BIN_EXE_samenleven");

const ROWS: NonZero<u16> = NonZero::new(100).expect("it is not 0");
const COLUMNS: NonZero<u16> = NonZero::new(80).expect("it is not 0");

/// Work of which nothing was seen though it took so long. A line that is promised after
/// one second has then had all the time it could want.
const LONG: Duration = Duration::from_secs(10);

/// So much work unseen fails a test; less may have been a machine that stood still.
const MOST_UNSEEN: usize = 3;

/// How the line begins, and where it stands in no answer.
const READING: &str = "reading  ";

/// A terminal: what the program writes to it is kept.
struct Terminal {
    /// The side of the person.
    person: File,
    /// The name of the side of the program.
    name: PathBuf,
    written: Arc<Written>,
    reader: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Written {
    bytes: Mutex<(Vec<u8>, bool)>,
    more: Condvar,
}

impl Written {
    fn add(&self, bytes: &[u8], is_over: bool) {
        let mut written = self.bytes.lock().expect("no reader panics");
        written.0.extend_from_slice(bytes);
        written.1 |= is_over;
        self.more.notify_all();
    }

    /// Waits until a text was written, or nothing more will be.
    fn waits_for(&self, text: &str) {
        let has = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(text);
        let written = self.bytes.lock().expect("no reader panics");
        let written = self.more.wait_while(written, |it| !it.1 && !has(&it.0));
        drop(written.expect("no reader panics"));
    }
}

impl Terminal {
    fn new() -> Self {
        let flags = OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC;
        let person = openpt(flags).expect("there are terminals");
        grantpt(&person).expect("it is ours");
        unlockpt(&person).expect("it is ours");
        let size = Winsize {
            ws_row: ROWS.get(),
            ws_col: COLUMNS.get(),
            ws_xpixel: 0,
            ws_ypixel: 0,
        };
        let name = ptsname(&person, Vec::new()).expect("it has a name");
        let name = PathBuf::from(name.into_string().expect("its name is plain"));
        tcsetwinsize(&person, size).expect("it can be given a size");
        Self {
            person: File::from(person),
            name,
            written: Arc::default(),
            reader: None,
        }
    }

    /// The side of the program, for one of its streams.
    fn stream(&self) -> File {
        let mut options = OpenOptions::new();
        options.read(true).write(true);
        options.open(&self.name).expect("the terminal is there")
    }

    /// Keeps what is written from now on, until no program has the terminal any more.
    fn read(&mut self) {
        let mut person = self.person.try_clone().expect("it can be read");
        let written = Arc::clone(&self.written);
        self.reader = Some(thread::spawn(move || {
            let mut block = [0; 4096];
            // When the program has gone, reading fails.
            while let Ok(read @ 1..) = person.read(&mut block) {
                written.add(&block[..read], false);
            }
            written.add(&[], true);
        }));
    }

    /// All that was written to it, once the program has ended.
    fn all(mut self) -> Vec<u8> {
        let reader = self.reader.take().expect("it was read");
        reader.join().expect("no reader panics");
        let written = self.written.bytes.lock().expect("no reader panics");
        written.0.clone()
    }
}

/// The screens that a person has seen, one before each return to the start of a line and
/// the last; those that are alike once.
fn screens(bytes: &[u8]) -> Vec<String> {
    let mut parser = vt100::Parser::new(ROWS, COLUMNS, 0);
    let mut screens = vec![String::new()];
    for part in bytes.split_inclusive(|byte| *byte == b'\r') {
        parser.process(part);
        assert!(!parser.screen().hide_cursor(), "the cursor is never hidden");
        let screen = trimmed(&parser.screen().contents());
        if screens.last() != Some(&screen) {
            screens.push(screen);
        }
    }
    screens
}

/// A text without what stands at the ends of its lines unseen.
fn trimmed(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned()
}

/// A dossier whose log has so many rows, each with a quote, which takes longest to read.
pub(crate) fn slow_dossier(rows: u64) -> Folder {
    let row = |nr: u64| format!("{:02}/03/2023;5;1;\"partner {}\"\n", 1 + nr % 28, nr % 40);
    let log: String = (0..rows).map(row).collect();
    let log = format!("datum;actie;aantal;aanbieder\n{log}");
    let dossier = "format = 1
scheme = \"plan-samenleven\"
language = \"en\"
as_of = 2023-09-30
[applicant]
name = \"Voorbeeldgem\"
kind = \"municipality\"
[[year]]
nr = 1
[[action]]
nr = 5
[[progress]]
file = \"progress.csv\"
";
    Folder::with(&[
        ("dossier.toml", dossier.as_bytes()),
        ("progress.csv", log.as_bytes()),
    ])
}

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command
        .args(arguments)
        .current_dir(root())
        .env_clear()
        .env("TERM", "xterm")
        .stdin(Stdio::null());
    command
}

/// What came of a run at a terminal.
struct Seen {
    /// All that was written to the terminal.
    written: Vec<u8>,
    /// What went to the output stream, where that is no terminal.
    stdout: Vec<u8>,
    /// What went to the error stream, where that is no terminal.
    stderr: String,
    status: ExitStatus,
}

/// Which streams of the program are a terminal.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Out,
    Err,
    Both,
}

fn run(arguments: &[&str], at: At) -> Seen {
    let mut terminal = Terminal::new();
    let mut command = program(arguments);
    let stream = |is_terminal: bool| match is_terminal {
        true => Stdio::from(terminal.stream()),
        false => Stdio::piped(),
    };
    command
        .stdout(stream(at != At::Err))
        .stderr(stream(at != At::Out));
    let child = command.spawn().expect("the program can be started");
    // The last that has the terminal is then the program.
    drop(command);
    terminal.read();
    let output = child.wait_with_output().expect("the program ends");
    Seen {
        written: terminal.all(),
        stdout: output.stdout,
        stderr: trimmed(&String::from_utf8_lossy(&output.stderr)),
        status: output.status,
    }
}

/// What the program says where nothing is a terminal.
fn run_without(arguments: &[&str]) -> (Vec<u8>, String) {
    let output = program(arguments).output().expect("it can be started");
    let told = trimmed(&String::from_utf8_lossy(&output.stderr));
    (output.stdout, told)
}

/// Whether it was shown how far reading had come.
fn shows_headway(written: &[u8]) -> bool {
    String::from_utf8_lossy(written).contains(READING)
}

/// Tries with more and more rows until what is done gives something.
#[expect(
    clippy::disallowed_methods,
    reason = "a test knows when it has waited enough"
)]
fn with_long_work<T>(mut done: impl FnMut(&Folder) -> Option<T>) -> T {
    let (mut rows, mut unseen) = (50_000, 0);
    loop {
        let folder = slow_dossier(rows);
        let start = Instant::now();
        if let Some(seen) = done(&folder) {
            return seen;
        }
        if start.elapsed() > LONG {
            unseen += 1;
            assert!(unseen < MOST_UNSEEN, "{rows} rows, and nothing showed");
        } else {
            rows *= 2;
        }
    }
}

#[test]
fn long_work_shows_how_far_it_has_come_and_leaves_no_trace() {
    with_long_work(|folder| {
        let arguments = ["kpi", folder.argument(), "--format", "csv", "--quiet"];
        let seen = run(&arguments[..4], At::Err);
        if !shows_headway(&seen.written) {
            return None;
        }
        let without = run_without(&arguments[..4]);
        assert_eq!(seen.status.code(), Some(0));
        assert_eq!(seen.stdout, without.0, "the answer has nothing of it");
        let screens = screens(&seen.written);
        let (last, before) = screens.split_last().expect("there are screens");
        assert_eq!(*last, without.1, "what is told without a terminal is left");
        let is_whole = |it: &String| [READING, "%", "rows"].iter().all(|part| it.contains(part));
        assert!(before.iter().any(is_whole), "{screens:?}");
        assert!(before.iter().all(|it| !it.contains('\n')), "{screens:?}");

        let quiet = run(&arguments, At::Err);
        assert_eq!(quiet.written, b"", "nothing for whoever wants quiet");
        let unseen = run(&arguments[..4], At::Out);
        assert_eq!(
            unseen.stderr, without.1,
            "nothing where the stream is no terminal"
        );
        Some(())
    });
}

#[test]
fn an_answer_on_the_same_terminal_stands_alone() {
    let (seen, without) = with_long_work(|folder| {
        let arguments = ["kpi", folder.argument()];
        let seen = run(&arguments, At::Both);
        let is_shown = shows_headway(&seen.written);
        is_shown.then(|| (seen, run_without(&arguments)))
    });
    let answer = trimmed(&String::from_utf8_lossy(&without.0));
    let all = trimmed(&format!("{answer}\n{}", without.1));
    assert_eq!(screens(&seen.written).last(), Some(&all));
}

#[test]
fn a_signal_takes_the_line_away() {
    let (screens, status) = with_long_work(|folder| {
        let mut terminal = Terminal::new();
        let mut command = program(&["kpi", folder.argument()]);
        command.stdout(Stdio::null()).stderr(terminal.stream());
        let mut child = command.spawn().expect("the program can be started");
        drop(command);
        terminal.read();
        terminal.written.waits_for(READING);
        // What a terminal writes itself when Ctrl-C is typed.
        let mut stream = terminal.stream();
        stream.write_all(b"^C").expect("it can be written");
        drop(stream);
        let id = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
        let _ = kill_process(id.expect("a process has a number"), Signal::INT);
        let status = child.wait().expect("the program ends");
        let screens = screens(&terminal.all());
        // The work may have been over, and the line gone, a moment before.
        let came_in_time = screens
            .iter()
            .any(|it| it.contains(READING) && it.contains("^C"));
        (came_in_time && status.code().is_none()).then_some((screens, status))
    });
    assert_eq!(status.signal(), Some(Signal::INT.as_raw()));
    assert_eq!(screens.last().map(String::as_str), Some(""), "{screens:?}");
}

#[test]
fn bytes_are_refused_where_a_terminal_would_show_them() {
    let leeuw = "data/dossiers/sint-pieters-leeuw";
    let seen = run(&["report", leeuw, "--format", "xlsx"], At::Out);
    assert_eq!(seen.status.code(), Some(2));
    assert_eq!(seen.written, b"");
    assert_eq!(
        seen.stderr,
        "samenleven: xlsx is geen tekst voor een scherm; schrijf het met -o naar een bestand, of stuur het door"
    );
    let seen = run(&["report", leeuw, "--format", "xlsx", "-o", "-"], At::Out);
    assert_eq!((seen.status.code(), seen.written), (Some(2), Vec::new()));
}

#[test]
fn bytes_are_refused_where_a_terminal_is_named_as_a_file() {
    let mut terminal = Terminal::new();
    let held = terminal.stream();
    let name = terminal.name.display().to_string();
    let leeuw = "data/dossiers/sint-pieters-leeuw";
    let arguments = [
        "report", leeuw, "--format", "xlsx", "--lang", "en", "-o", &name,
    ];
    let output = program(&arguments).output().expect("it can be started");
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        told.contains("is a screen, and the answer is no text"),
        "{told}"
    );
    terminal.read();
    drop(held);
    assert_eq!(terminal.all(), b"");
}

#[test]
fn text_goes_to_a_terminal_in_any_format() {
    let leeuw = "data/dossiers/sint-pieters-leeuw";
    for (format, first) in [
        ("html", "<!DOCTYPE html>"),
        ("json", "{"),
        ("csv-excel", ""),
    ] {
        let command = if format == "csv-excel" {
            "kpi"
        } else {
            "report"
        };
        let seen = run(&[command, leeuw, "--format", format], At::Out);
        assert_eq!(seen.status.code(), Some(0), "{format}: {}", seen.stderr);
        let written = String::from_utf8_lossy(&seen.written).into_owned();
        assert!(
            written.starts_with(first) && written.len() > 100,
            "{format}"
        );
    }
}

#[test]
fn a_report_that_is_watched_is_alone_on_the_screen_after_a_change() {
    let folder = slow_dossier(1);
    let mut terminal = Terminal::new();
    let mut command = program(&["report", folder.argument(), "--watch"]);
    command.stdout(terminal.stream()).stderr(terminal.stream());
    let mut child = command.spawn().expect("the program can be started");
    drop(command);
    terminal.read();
    let waits = "(Ctrl-C stops)";
    terminal.written.waits_for(waits);
    let log = OpenOptions::new()
        .append(true)
        .open(folder.path().join("progress.csv"));
    log.and_then(|mut log| log.write_all(b"02/03/2023;5;347;de brug\n"))
        .expect("a row can be added");
    terminal.written.waits_for("347");
    let id = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    let _ = kill_process(id.expect("a process has a number"), Signal::INT);
    let status = child.wait().expect("the program ends");
    assert_eq!(status.signal(), Some(Signal::INT.as_raw()));

    let written = String::from_utf8_lossy(&terminal.all()).into_owned();
    let parts: Vec<&str> = written.split("\u{1b}[2J\u{1b}[H").collect();
    let [first, second] = parts[..] else {
        panic!("emptied once: {written:?}");
    };
    assert!(first.contains(waits) && !first.contains("347"));
    assert!(second.starts_with("Plan Samenleven") || second.starts_with('\u{1b}'));
}

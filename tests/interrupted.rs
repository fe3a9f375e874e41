//! A signal in the middle of an answer: the old file or the new one, and nothing else.

use crate::program::{Folder, root};
use crate::terminal::slow_dossier;
use rustix::fs::{CWD, FileType, Mode, OFlags, mknodat};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

const PROGRAM: &str = env!("CARGO_BIN_EXE_samenleven");

/// How the name of a file begins that is not in its place yet.
const UNFINISHED: &str = ".samenleven-";

/// Looks, a millisecond apart, before something is said never to hold: far longer than
/// anything here takes. The clock is not asked, for it may jump where a machine is halted
/// for a while.
const LOOKS: usize = 120_000;

/// What stands in a folder and below it: texts by path. A pipe is left out.
fn all_in(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    let entries = fs::read_dir(folder).expect("the folder can be listed");
    for entry in entries.map(|it| it.expect("it can be listed")) {
        let (path, kind) = (entry.path(), entry.file_type());
        let kind = kind.expect("its kind is known");
        if kind.is_dir() {
            all.extend(all_in(&path));
            all.insert(path, Vec::new());
        } else if kind.is_file() {
            // One that goes between the two looks is not there.
            if let Ok(bytes) = fs::read(&path) {
                all.insert(path, bytes);
            }
        }
    }
    all
}

fn has_unfinished(folder: &Path) -> bool {
    let name = |path: &PathBuf| path.file_name().map(|it| it.to_string_lossy().into_owned());
    let mut names = all_in(folder).into_keys().filter_map(|path| name(&path));
    names.any(|name| name.starts_with(UNFINISHED))
}

/// Looks again and again until something holds.
#[expect(clippy::disallowed_methods, reason = "a test waits for the program")]
fn until(what: &str, holds: impl Fn() -> bool) {
    let holds = (0..LOOKS).any(|_| {
        std::thread::sleep(Duration::from_millis(1));
        holds()
    });
    assert!(holds, "never: {what}");
}

fn send(child: &Child, signal: Signal) {
    let id = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    kill_process(id.expect("a process has a number"), signal).expect("a signal can be sent");
}

/// Reads a pipe until the program that writes to it has ended.
fn read_to_the_end(pipe: &Path, mut child: Child) -> (Vec<u8>, ExitStatus) {
    // A reader that does not wait for a writer, for there may be none any more.
    let flags = OFlags::RDONLY | OFlags::NONBLOCK;
    let opened = rustix::fs::open(pipe, flags, Mode::empty()).expect("the pipe is there");
    let (mut reader, mut read) = (fs::File::from(opened), Vec::new());
    let mut status = None;
    while status.is_none() {
        status = child.try_wait().expect("it can be asked for its end");
        // Nothing to read at this moment is no end.
        let _ = reader.read_to_end(&mut read);
    }
    (read, status.expect("it has ended"))
}

fn ended(mut child: Child) -> ExitStatus {
    child.wait().expect("its end can be waited for")
}

/// A report that waits before its files are put in their places: one of its outputs is a
/// pipe that nobody reads.
struct Waiting {
    folder: Folder,
}

impl Waiting {
    fn new() -> Self {
        let folder = Folder::with(&[("verslag.html", b"the old page")]);
        let (pipe, mode) = (folder.path().join("pijp.json"), Mode::RUSR | Mode::WUSR);
        mknodat(CWD, pipe, FileType::Fifo, mode, 0).expect("a pipe can be made");
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Starts it, through a shell that does something first, and waits until its files
    /// are half-way.
    fn started(&self, first: &str) -> Child {
        let mut command = Command::new("sh");
        command
            .args(["-c", &format!("{first} exec \"$0\" \"$@\""), PROGRAM])
            .args(["report", "examples/zonneberg", "--quiet"])
            .arg("-o")
            .arg(self.path("verslag.html"))
            .arg("-o")
            .arg(self.path("nieuw.xlsx"))
            .arg("-o")
            .arg(self.path("tabellen/"))
            .arg("-o")
            .arg(self.path("pijp.json"))
            .current_dir(root())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let child = command.spawn().expect("the program can be started");
        until("files half-way", || {
            has_unfinished(self.folder.path()) && has_unfinished(&self.path("tabellen"))
        });
        child
    }
}

#[test]
fn a_signal_while_files_are_half_way_leaves_nothing_behind() {
    for signal in [Signal::INT, Signal::TERM, Signal::HUP] {
        let waiting = Waiting::new();
        let before = all_in(waiting.folder.path());
        let child = waiting.started("");
        send(&child, signal);
        assert_eq!(ended(child).signal(), Some(signal.as_raw()));
        assert_eq!(all_in(waiting.folder.path()), before, "{signal:?}");
    }
}

#[test]
fn a_signal_that_is_to_be_ignored_is_ignored() {
    let waiting = Waiting::new();
    let child = waiting.started("trap '' INT;");
    send(&child, Signal::INT);
    let (json, status) = read_to_the_end(&waiting.path("pijp.json"), child);
    assert_eq!(status.code(), Some(0));
    let json: Value = serde_json::from_slice(&json).expect("the answer is whole");
    assert!(json["tables"].is_object());
    let page = fs::read_to_string(waiting.path("verslag.html")).expect("it is there");
    assert!(page.trim_end().ends_with("</html>"), "the page is whole");
    assert!(waiting.path("tabellen/kpi.csv").is_file());
    assert!(!has_unfinished(waiting.folder.path()));
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test chooses its moments")]
fn at_whatever_moment_it_comes_there_is_the_old_file_or_the_new_one() {
    const MOMENTS: u32 = 12;
    let dossier = slow_dossier(6_000);
    let out = Folder::with(&[]);
    let (page, tables) = (out.path().join("verslag.html"), out.path().join("tabellen"));
    let start = || {
        let mut command = Command::new(PROGRAM);
        command
            .args(["report", dossier.argument(), "--quiet", "--exit-zero"])
            .arg("-o")
            .arg(&page)
            .arg("-o")
            .arg(tables.join(""))
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command.spawn().expect("the program can be started")
    };
    let begin = Instant::now();
    assert_eq!(ended(start()).code(), Some(0));
    let whole = begin.elapsed();
    let new = all_in(out.path());
    assert!(new.len() > 5, "a page, a folder and its tables");

    let mut cut_off = 0;
    for moment in 0..MOMENTS {
        let _ = fs::remove_dir_all(&tables);
        fs::write(&page, "the old page").expect("the page can be written");
        let old = all_in(out.path());
        let child = start();
        std::thread::sleep(whole * moment / MOMENTS);
        send(&child, Signal::INT);
        let status = ended(child);
        let now = all_in(out.path());
        if status.signal() == Some(Signal::INT.as_raw()) {
            // A signal may also come when all is in its place.
            cut_off += 1;
            assert!(
                now == old || now == new,
                "moment {moment}: neither old nor new"
            );
        } else {
            assert_eq!(status.code(), Some(0), "moment {moment}");
            assert!(now == new, "moment {moment}: it ended, and not all is new");
        }
    }
    assert!(cut_off > 0, "no signal came before the end");
}

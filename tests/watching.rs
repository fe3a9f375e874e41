//! `report --watch`: a change gives one more report, and nothing else does.

use crate::program::{Folder, root, run, stderr, stdout};
use std::fs;
use std::io::{Read, Write as _};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

const PROGRAM: &str = env!("CARGO_BIN_EXE_samenleven");

/// Far longer than anything here takes; only a program that hangs gets there.
const PATIENCE: Duration = Duration::from_secs(120);

/// What is told when a report is there.
const WAITS: &str = "waiting for changes in ";

/// What stands in the head of a page that loads itself again.
const RELOADS: &str = "<meta http-equiv=\"refresh\" content=\"2\">";

const LOG: &str = "datum;actie;aantal\n12/10/2022;5;112\n";

fn dossier(log: &str) -> String {
    format!(
        "format = 1
scheme = \"plan-samenleven\"
as_of = 2023-03-31
[applicant]
name = \"Voorbeeldgem\"
kind = \"municipality\"
[[year]]
nr = 1
[[action]]
nr = 5
[[action.year]]
nr = 1
target = 900
[[progress]]
file = \"{log}\"
"
    )
}

fn folder() -> Folder {
    Folder::with(&[
        ("dossier.toml", dossier("progress.csv").as_bytes()),
        ("progress.csv", LOG.as_bytes()),
    ])
}

/// What a stream has given so far.
#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<u8>>>);

impl Heard {
    fn of(mut stream: impl Read + Send + 'static) -> Self {
        let heard = Self::default();
        let kept = heard.clone();
        thread::spawn(move || {
            let mut block = [0; 4096];
            while let Ok(read @ 1..) = stream.read(&mut block) {
                let mut bytes = kept.0.lock().expect("nobody panics");
                bytes.extend_from_slice(&block[..read]);
            }
        });
        heard
    }

    fn text(&self) -> String {
        let bytes = self.0.lock().expect("nobody panics");
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

/// A program that watches; it goes when the test does.
struct Watching<'f> {
    folder: &'f Folder,
    child: Child,
    stdout: Heard,
    stderr: Heard,
}

impl Drop for Watching<'_> {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl<'f> Watching<'f> {
    /// Starts it and waits for the first report.
    fn new(folder: &'f Folder, more: &[&str]) -> Self {
        let mut command = Command::new(PROGRAM);
        command
            .args(["report", folder.argument(), "--watch", "--lang", "en"])
            .args(more)
            .current_dir(root())
            .env_clear()
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program can be started");
        let stdout = Heard::of(child.stdout.take().expect("it was asked for"));
        let stderr = Heard::of(child.stderr.take().expect("it was asked for"));
        let watching = Self {
            folder,
            child,
            stdout,
            stderr,
        };
        watching.until_reports(1);
        watching
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("it can be written");
    }

    /// Adds a row to the log, in one write.
    fn add(&self, row: &str) {
        let log = fs::File::options()
            .append(true)
            .open(self.path("progress.csv"));
        let added = log.and_then(|mut log| log.write_all(row.as_bytes()));
        added.expect("a row can be added");
    }

    fn rename(&self, from: &str, to: &str) {
        fs::rename(self.path(from), self.path(to)).expect("it can be renamed");
    }

    /// How many times it said that it waits.
    fn reports(&self) -> usize {
        self.stderr.text().matches(WAITS).count()
    }

    fn until_reports(&self, times: usize) {
        let what = format!("report {times}; it said: {}", self.stderr.text());
        until(&what, || self.reports() >= times);
    }

    /// Waits until it ends by itself or by a signal.
    fn ended(&mut self) -> ExitStatus {
        let mut status = None;
        let child = &mut self.child;
        until("its end", || {
            status = child.try_wait().expect("it can be asked for its end");
            status.is_some()
        });
        status.expect("it has ended")
    }

    /// The report of this moment, of a program that does not watch.
    fn report(&self) -> String {
        let arguments = ["report", self.folder.argument(), "--lang", "en"];
        stdout(&run(&arguments))
    }
}

/// Looks again and again until something holds.
#[expect(clippy::disallowed_methods, reason = "a test waits for the program")]
fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < PATIENCE, "never: {what}");
        thread::sleep(Duration::from_millis(5));
    }
}

/// Gives the program time to do what it should not.
#[expect(clippy::disallowed_methods, reason = "a test waits for nothing")]
fn a_while() {
    thread::sleep(Duration::from_millis(900));
}

#[test]
fn a_change_of_a_log_gives_the_report_again_after_an_empty_line() {
    let folder = folder();
    let watching = Watching::new(&folder, &[]);
    let first = watching.report();
    until("the first", || watching.stdout.text() == first);
    watching.add("14/10/2022;5;8\n");
    watching.until_reports(2);
    let second = watching.report();
    assert_ne!(first, second);
    let both = format!("{first}\n{second}");
    until("the second", || watching.stdout.text() == both);
    assert!(!both.contains('\u{1b}'), "nothing is done to a file");
}

#[test]
fn a_page_on_the_disk_reloads_itself_as_long_as_it_is_watched() {
    let folder = folder();
    let page = folder.path().join("pagina.html");
    let note = folder.path().join("verslag.md");
    let named = page.to_str().expect("test paths are UTF-8");
    let note_named = note.to_str().expect("test paths are UTF-8");
    let watching = Watching::new(&folder, &["-o", named, "-o", note_named]);
    let watched = fs::read_to_string(&page).expect("it was written");
    assert_eq!(watched.matches(RELOADS).count(), 1);
    let head = watched.split("</head>").next().unwrap_or_default();
    assert!(head.contains(RELOADS), "it stands in the head");

    let time = || fs::metadata(&page).and_then(|it| it.modified()).ok();
    let before = time();
    a_while();
    watching.write("aantekening.txt", "no file of the dossier");
    a_while();
    assert_eq!(watching.reports(), 1, "what it writes itself is no change");
    assert_eq!(before, time());

    watching.add("14/10/2022;5;8\n");
    watching.until_reports(2);
    let second = fs::read_to_string(&page).expect("it was written");
    assert!(second.contains("120") && !watched.contains("120"));
    let note = fs::read_to_string(&note).expect("it was written");
    assert!(note.contains("120"), "the other file is new too");
    assert_eq!(watching.stdout.text(), "");

    let alone = folder.path().join("los.html");
    let named = alone.to_str().expect("test paths are UTF-8");
    run(&["report", folder.argument(), "--lang", "en", "-o", named]);
    let alone = fs::read_to_string(alone).expect("it was written");
    assert_eq!(alone, second.replace(RELOADS, ""));
}

#[test]
fn each_turn_of_a_public_report_hides_what_is_small_just_then() {
    let folder = folder();
    let log = "datum;actie;aantal;aanbieder\n12/10/2022;5;7;een\n12/10/2022;5;3;twee\n";
    fs::write(folder.path().join("progress.csv"), log).expect("it can be written");
    let public = || {
        let arguments = ["report", folder.argument(), "--lang", "en", "--public"];
        stdout(&run(&arguments))
    };
    let hides = |report: &str| report.contains("hidden in the public version");
    let watching = Watching::new(&folder, &["--public"]);
    let small = public();
    assert!(hides(&small), "{small}");
    until("the first", || watching.stdout.text() == small);
    watching.add("14/10/2022;5;4;twee\n");
    watching.until_reports(2);
    let large = public();
    assert!(!hides(&large), "{large}");
    until("the second", || {
        watching.stdout.text() == format!("{small}\n{large}")
    });
    watching.add("15/10/2022;5;2;drie\n");
    watching.until_reports(3);
    until("the third", || {
        watching.stdout.text() == format!("{small}\n{large}\n{}", public())
    });
    assert!(hides(&public()));
}

#[test]
fn a_file_that_is_replaced_or_appears_is_seen() {
    let folder = folder();
    fs::write(folder.path().join("dossier.toml"), dossier("later.csv")).expect("it can be written");
    let watching = Watching::new(&folder, &["--exit-zero"]);
    watching.rename("progress.csv", "later.csv");
    watching.until_reports(2);
    until("its figure", || watching.stdout.text().contains("112"));
    watching.write("nieuw", &LOG.replace("112", "345"));
    watching.rename("nieuw", "later.csv");
    watching.until_reports(3);
    until("its figure", || watching.stdout.text().contains("345"));
}

#[test]
#[cfg(unix)]
fn a_change_that_the_system_does_not_tell_is_seen_a_little_later() {
    let folder = folder();
    let real = folder.path().join("elders");
    fs::create_dir(&real).expect("a folder can be made");
    fs::rename(
        folder.path().join("progress.csv"),
        real.join("progress.csv"),
    )
    .expect("it can be moved");
    std::os::unix::fs::symlink("elders/progress.csv", folder.path().join("progress.csv"))
        .expect("a link can be made");
    // Only the folder of the link is watched.
    let watching = Watching::new(&folder, &[]);
    watching.write("elders/progress.csv", &LOG.replace("112", "345"));
    watching.until_reports(2);
    until("its figure", || watching.stdout.text().contains("345"));
}

#[test]
fn a_dossier_that_cannot_be_read_for_a_moment_is_told_and_waited_for() {
    let folder = folder();
    let watching = Watching::new(&folder, &[]);
    let first = watching.report();
    watching.write("dossier.toml", "format = ");
    watching.until_reports(2);
    assert!(watching.stderr.text().contains("I01"));
    watching.rename("dossier.toml", "weg.toml");
    watching.until_reports(3);
    assert!(watching.stderr.text().contains("holds no dossier.toml"));
    assert_eq!(watching.stdout.text(), first, "there was nothing to report");
    watching.write("dossier.toml", &dossier("progress.csv"));
    until("the report", || {
        watching.stdout.text() == format!("{first}\n{first}")
    });
}

#[test]
fn several_changes_in_a_row_give_one_report() {
    let folder = folder();
    let watching = Watching::new(&folder, &[]);
    if !changes_in_a_row(&watching) {
        // On a machine that halts in the middle they are no changes in a row.
        return;
    }
    watching.until_reports(2);
    a_while();
    assert_eq!(watching.reports(), 2);
}

/// Makes several changes; gives whether it was soon enough for one report.
#[expect(clippy::disallowed_methods, reason = "a test waits for the program")]
fn changes_in_a_row(watching: &Watching<'_>) -> bool {
    let start = Instant::now();
    for day in 1..6 {
        watching.add(&format!("0{day}/11/2022;5;8\n"));
        thread::sleep(Duration::from_millis(20));
    }
    start.elapsed() < Duration::from_millis(180)
}

#[test]
fn without_a_dossier_at_the_start_there_is_nothing_to_watch() {
    let folder = Folder::with(&[]);
    let output = run(&["report", folder.argument(), "--watch", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("holds no dossier.toml"));
    assert!(!stderr(&output).contains(WAITS));
}

#[test]
fn only_a_report_can_be_watched() {
    for command in ["check", "kpi", "award", "cofinancing", "budget", "staffing"] {
        let output = run(&[command, "--watch", "--lang", "en"]);
        assert_eq!(output.status.code(), Some(2), "{command}");
        assert!(stderr(&output).contains("there is no option or argument `--watch` here"));
    }
}

#[test]
fn whoever_wants_quiet_hears_no_more_than_reports() {
    let folder = folder();
    let mut command = Command::new(PROGRAM);
    command
        .args(["report", folder.argument(), "--watch", "--quiet"])
        .current_dir(root())
        .env_clear()
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program can be started");
    let out = Heard::of(child.stdout.take().expect("it was asked for"));
    let told = Heard::of(child.stderr.take().expect("it was asked for"));
    until("a report", || out.text().contains("112"));
    a_while();
    let _ = child.kill();
    let _ = child.wait();
    assert_eq!(told.text(), "");
}

#[cfg(unix)]
mod ends {
    use super::{RELOADS, Watching, folder, until};
    use rustix::process::{Pid, Signal, kill_process};
    use std::fs;
    use std::os::unix::process::ExitStatusExt as _;
    use std::process::{Command, Stdio};

    #[test]
    fn ctrl_c_ends_it_by_its_signal_and_leaves_whole_files() {
        let folder = folder();
        let page = folder.path().join("pagina.html");
        let named = page.to_str().expect("test paths are UTF-8");
        for more in [&["-o", named][..], &[]] {
            let mut watching = Watching::new(&folder, more);
            let id = i32::try_from(watching.child.id())
                .ok()
                .and_then(Pid::from_raw);
            kill_process(id.expect("a process has a number"), Signal::INT)
                .expect("a signal can be sent");
            assert_eq!(watching.ended().signal(), Some(Signal::INT.as_raw()));
        }
        let names = fs::read_dir(folder.path()).expect("it can be listed");
        let mut names: Vec<String> = names
            .map(|it| it.expect("it can be listed").file_name())
            .map(|it| it.to_string_lossy().into_owned())
            .collect();
        names.sort();
        assert_eq!(names, ["dossier.toml", "pagina.html", "progress.csv"]);
        let page = fs::read_to_string(page).expect("it is there");
        assert!(page.contains(RELOADS) && page.trim_end().ends_with("</html>"));
    }

    #[test]
    fn it_ends_at_the_first_change_after_nobody_reads_on() {
        let folder = folder();
        let mut command = Command::new(super::PROGRAM);
        command
            .args(["report", folder.argument(), "--watch", "--lang", "en"])
            .current_dir(super::root())
            .env_clear()
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program can be started");
        let told = super::Heard::of(child.stderr.take().expect("it was asked for"));
        drop(child.stdout.take());
        let mut nr = 0;
        let mut status = None;
        until("its end", || {
            if told.text().contains(super::WAITS) {
                nr += 1;
                let log = format!("{}14/10/2022;5;{nr}\n", super::LOG);
                // Only once in a while, so that it comes to rest.
                if nr % 200 == 1 {
                    fs::write(folder.path().join("progress.csv"), log).expect("it can be written");
                }
            }
            status = child.try_wait().expect("it can be asked for its end");
            status.is_some()
        });
        assert_eq!(status.and_then(|it| it.code()), Some(0));
    }
}

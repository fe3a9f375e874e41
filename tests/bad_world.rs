//! A bad world, the cheap part of it: no room, no permission, what is no file, a file
//! that changes, a reader that goes, a kill. Each call of the system that fails in turn
//! is in `tests/world`.

use crate::program::{Folder, json, root, stderr, stdout};
use rustix::fs::{CWD, FileType, Mode, mknodat};
use samenleven::input::{Request, load};
use std::fs;
use std::io::Read as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_samenleven");
const ZONNEBERG: &str = "examples/zonneberg";
const WITH_ERRORS: &str = "examples/eerste-dossier-met-fouten";

/// Everything in a folder, names and bytes.
fn all_in(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut all: Vec<_> = entries
        .map(|entry| entry.expect("it can be listed").path())
        .filter(|path| path.is_file())
        .map(|path| {
            let bytes = fs::read(&path).expect("it can be read");
            (path.display().to_string(), bytes)
        })
        .collect();
    all.sort();
    all
}

fn path(folder: &Folder, name: &str) -> String {
    folder.path().join(name).display().to_string()
}

/// Runs the program in a shell that does something first.
fn after(first: &str, arguments: &[&str]) -> Output {
    Command::new("sh")
        .args(["-c", &format!("{first}; exec \"$0\" \"$@\""), PROGRAM])
        .args(arguments)
        .current_dir(root())
        .env_clear()
        .output()
        .expect("a shell can be started")
}

/// A failure: 2, nothing on the output stream, and one sentence that begins so.
fn fails(output: &Output, begins: &str) {
    let said = stderr(output);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert_eq!(stdout(output), "");
    assert!(said.starts_with(&format!("samenleven: {begins}")), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}

// No room.

#[test]
fn a_file_that_may_not_grow_is_a_failure_and_no_death_of_a_signal() {
    let folder = Folder::with(&[("uit.json", b"old"), ("kpi.csv", b"old")]);
    let before = all_in(folder.path());
    let [json, html] = ["uit.json", "uit.html"].map(|it| path(&folder, it));
    // Blocks of 512 bytes, or of 1 024 in some shells: at once, half-way, near the end.
    for blocks in [0, 1, 2, 7, 40, 110] {
        for outputs in [
            &["-o", &json][..],
            &["-o", folder.argument(), "-o", &json],
            &["-o", &html, "-o", &json],
        ] {
            let report = ["report", ZONNEBERG, "--lang", "en"];
            let limit = format!("ulimit -f {blocks}");
            let output = after(&limit, &[&report[..], outputs].concat());
            fails(&output, "not written: ");
            assert!(stderr(&output).contains("grows larger than"), "{output:?}");
            assert_eq!(all_in(folder.path()), before, "{blocks} {outputs:?}");
        }
    }
}

#[test]
fn no_row_and_no_dossier_is_left_half_where_a_file_may_not_grow() {
    let folder = Folder::with(&[]);
    let new = path(&folder, "nieuw");
    let output = after("ulimit -f 0", &["new", &new, "--action", "5"]);
    fails(&output, "niets gemaakt: ");
    assert!(!Path::new(&new).exists(), "no folder is left");
    let made = after(":", &["new", &new, "--action", "5", "-q"]);
    assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
    let before = all_in(Path::new(&new));
    let row = ["--action", "5", "--count", "1", "--date", "2023-03-01"];
    let log = [&["log", &new], &row[..]].concat();
    fails(&after("ulimit -f 0", &log), "niets bijgeschreven: ");
    assert_eq!(all_in(Path::new(&new)), before);
    assert_eq!(after("ulimit -f 8", &log).status.code(), Some(0));
}

#[test]
fn half_an_answer_in_the_file_behind_the_output_stream_is_taken_off_again() {
    let folder = Folder::with(&[("uit.txt", b"what stood there\n")]);
    let out = path(&folder, "uit.txt");
    for format in ["text", "json", "html", "xlsx"] {
        let first = format!("exec >>'{out}'; ulimit -f 4");
        let report = ["report", ZONNEBERG, "--format", format];
        let output = after(&first, &report);
        fails(&output, "niet geschreven: stdout: ");
        let left = fs::read(&out).expect("it is there");
        assert_eq!(left, b"what stood there\n", "{format}");
    }
    // What others write to it afterwards follows on what stood there before.
    let script =
        "{ printf 'a\\n'; \"$0\" report \"$1\" --format json; printf 'b\\n'; } >\"$2\" 2>/dev/null";
    let status = Command::new("sh")
        .args(["-c", &format!("ulimit -f 4; {script}")])
        .args([PROGRAM, ZONNEBERG, &out])
        .current_dir(root())
        .status();
    assert!(status.is_ok_and(|it| it.success()));
    assert_eq!(fs::read(&out).expect("it is there"), b"a\nb\n");
}

#[test]
fn folders_in_folders_go_again_where_a_file_may_not_grow() {
    let folder = Folder::with(&[]);
    let output = after("ulimit -f 0", &["man", "-o", &path(&folder, "man/")]);
    fails(&output, "niet geschreven: ");
    let left = fs::read_dir(folder.path()).expect("it is there").count();
    assert_eq!(left, 0, "no folder is left");
}

#[test]
fn a_full_device_is_told_for_every_kind_of_answer() {
    for command in [
        &["report", ZONNEBERG][..],
        &["report", ZONNEBERG, "--format", "xlsx"],
        &["check", WITH_ERRORS, "--format", "sarif"],
        &["kpi", ZONNEBERG, "--format", "csv"],
        &["explain", "K08"],
        &["schemes", "plan-samenleven"],
        &["schema", "dossier"],
        &["man"],
        &["completions", "bash"],
        &["--help"],
        &["--version"],
        &[],
    ] {
        let output = after("exec >/dev/full", command);
        fails(&output, "niet geschreven: stdout: er is geen plaats meer");
    }
}

// No permission.

/// Runs the program as somebody who owns nothing; none where that cannot be.
fn as_nobody(arguments: &[&str]) -> Option<Output> {
    let run = |command: &mut Command| command.current_dir(root()).env_clear().output().ok();
    if !rustix::process::geteuid().is_root() {
        return run(Command::new(PROGRAM).args(arguments));
    }
    let mut nobody = Command::new("/usr/bin/setpriv");
    nobody.args(["--reuid=65534", "--regid=65534", "--clear-groups", PROGRAM]);
    let works = run(Command::new("/usr/bin/setpriv").args([
        "--reuid=65534",
        "--regid=65534",
        "--clear-groups",
        PROGRAM,
        "--version",
    ]));
    works.filter(|it| it.status.success())?;
    run(nobody.args(arguments))
}

fn allow(path: &Path, mode: u32) {
    let permissions = fs::Permissions::from_mode(mode);
    fs::set_permissions(path, permissions).expect("they can be set");
}

#[test]
fn without_permission_nothing_is_read_or_written_and_that_is_told() {
    let zonneberg = root().join(ZONNEBERG);
    let names = ["dossier.toml", "voortgang.csv", "boekingen.csv"];
    let texts = names.map(|it| fs::read(zonneberg.join(it)).expect("it can be read"));
    let files: Vec<(&str, &[u8])> = names
        .into_iter()
        .zip(texts.iter().map(|it| &it[..]))
        .collect();
    let folder = Folder::with(&files);
    allow(folder.path(), 0o755);
    let dossier = folder.argument();
    let row = ["--action", "5", "--count", "1", "--date", "2023-03-01"];
    let log = [&["log", dossier], &row[..]].concat();
    let Some(output) = as_nobody(&["report", dossier, "-o", &path(&folder, "uit.json")]) else {
        use std::io::Write as _;
        let note = "not tried without permission: nobody else can be here\n";
        let _ = std::io::stderr().write_all(note.as_bytes());
        return;
    };
    if rustix::process::geteuid().is_root() {
        fails(&output, "niet geschreven: ");
        assert!(stderr(&output).contains("uit.json: geen toegang; kies een map"));
        let output = as_nobody(&log).expect("it ran before");
        fails(&output, "niets bijgeschreven: ");
    }
    allow(&folder.path().join("voortgang.csv"), 0o000);
    let output = as_nobody(&["kpi", dossier, "--format", "json"]).expect("it ran before");
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(stdout(&output).contains("voortgang.csv kon niet gelezen worden"));
    allow(&folder.path().join("dossier.toml"), 0o000);
    let output = as_nobody(&["kpi", dossier]).expect("it ran before");
    fails(&output, "niet gelezen: ");
    assert!(stderr(&output).contains("dossier.toml: geen toegang; kijk na"));
}

// What is no file, and what changes.

#[test]
fn a_pipe_or_a_device_for_a_dossier_or_a_scheme_is_refused_at_once() {
    let folder = Folder::with(&[]);
    let pipe = folder.path().join("dossier.toml");
    mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).expect("a pipe can be made");
    let pipe = pipe.display().to_string();
    // Nobody writes to it: to open it would take for ever.
    let output = after(":", &["report", folder.argument()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("dossier.toml is geen gewoon bestand in die map"));
    for command in [
        &["check", &pipe][..],
        &[
            "log",
            &pipe,
            "--action",
            "5",
            "--count",
            "1",
            "--date",
            "2023-03-01",
        ],
        &["kpi", ZONNEBERG, "--scheme", &pipe],
        &["schemes", "--scheme", &pipe],
        &["kpi", ZONNEBERG, "--scheme", "/dev/zero"],
    ] {
        fails(&after(":", command), "niet gelezen: ");
        let english = after(":", &[command, &["--lang", "en"]].concat());
        fails(&english, "not read: ");
        assert!(stderr(&english).contains("is a pipe or a device, not a file"));
    }
}

#[test]
fn a_log_that_is_no_file_or_a_link_without_end_is_unknown() {
    let text = fs::read_to_string(root().join(ZONNEBERG).join("dossier.toml"));
    let text = text.expect("it can be read");
    let folder = Folder::with(&[("dossier.toml", text.as_bytes())]);
    let log = folder.path().join("voortgang.csv");
    let pipe = || mknodat(CWD, &log, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).is_ok();
    let link = |end: &str| std::os::unix::fs::symlink(end, &log).is_ok();
    let makers: [(&str, &dyn Fn() -> bool); 4] = [
        ("kan niet geopend worden", &pipe),
        ("kan niet geopend worden", &|| link("voortgang.csv")),
        ("bestaat niet", &|| link("nergens.csv")),
        ("is een map", &|| fs::create_dir(&log).is_ok()),
    ];
    for (words, made) in makers {
        assert!(made(), "{words}: it can be made");
        let check = json(&["check", folder.argument()]).to_string();
        assert!(
            check.contains(&format!("voortgang.csv {words}")),
            "{words}: {check}"
        );
        let _ = fs::remove_file(&log).or_else(|_| fs::remove_dir(&log));
    }
}

#[test]
fn a_file_that_changes_after_it_was_opened_is_known_to_have_changed() {
    let text = fs::read_to_string(root().join(ZONNEBERG).join("dossier.toml"));
    let folder = Folder::with(&[("dossier.toml", text.expect("it can be read").as_bytes())]);
    let request = Request {
        dossier: folder.path().to_path_buf(),
        ..Request::default()
    };
    let log = folder.path().join("voortgang.csv");
    let changes: [&dyn Fn() -> bool; 3] = [
        &|| fs::write(&log, "datum;actie;aantal\n").is_ok(),
        &|| fs::write(&log, "datum;actie;aantal\n19/10/2022;15;7\n").is_ok(),
        &|| fs::remove_file(&log).is_ok(),
    ];
    for change in changes {
        let loaded = load(&request).expect("the dossier can be read");
        assert_eq!(loaded.changed(), None);
        assert!(change(), "it can be changed");
        assert_eq!(loaded.changed(), Some(log.as_path()));
    }
}

// A reader that goes, and a kill.

#[test]
fn a_reader_that_stops_anywhere_changes_neither_the_exit_code_nor_what_is_said() {
    for command in [
        &["report", ZONNEBERG, "--format", "html"][..],
        &["check", WITH_ERRORS],
        &["kpi", WITH_ERRORS, "--format", "csv"],
        &["explain", "K08"],
    ] {
        let whole = after(":", command);
        for bytes in [0, 1, 100, 4096, 70_000] {
            let mut child = Command::new(PROGRAM)
                .args(command)
                .current_dir(root())
                .env_clear()
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("the program can be started");
            let out = child.stdout.take().expect("it is a pipe");
            let mut read = Vec::new();
            out.take(bytes)
                .read_to_end(&mut read)
                .expect("it can be read");
            let ended = child.wait_with_output().expect("it ends");
            assert_eq!(
                ended.status.code(),
                whole.status.code(),
                "{command:?} {bytes}"
            );
            assert_eq!(stderr(&ended), stderr(&whole), "{command:?} {bytes}");
        }
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test chooses its moments")]
fn whoever_is_killed_leaves_each_file_old_or_new() {
    const KILLS: u64 = 30;
    let folder = Folder::with(&[]);
    let names = ["uit.json", "uit.html", "uit.xlsx"].map(|it| path(&folder, it));
    let start = || {
        let mut command = Command::new(PROGRAM);
        command.args(["report", ZONNEBERG, "--quiet"]);
        for name in &names {
            command.arg("-o").arg(name);
        }
        command.current_dir(root()).env_clear();
        command.spawn().expect("the program can be started")
    };
    assert!(start().wait().is_ok_and(|it| it.success()));
    let new = names.clone().map(|it| fs::read(it).expect("it is there"));
    let mut olds = 0;
    for turn in 0..KILLS {
        for name in &names {
            fs::write(name, "old").expect("it can be written");
        }
        let mut child = start();
        std::thread::sleep(std::time::Duration::from_micros(turn * 7 % KILLS * 4_000));
        child.kill().expect("it can be killed, or has ended");
        child.wait().expect("it ends");
        for (name, new) in names.iter().zip(&new) {
            let now = fs::read(name).expect("it is there");
            olds += u32::from(now == b"old");
            assert!(now == b"old" || &now == new, "{name} after kill {turn}");
        }
    }
    assert!(olds > 0, "nobody was killed before the end");
}

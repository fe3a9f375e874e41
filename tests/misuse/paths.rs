//! Paths that lead where nothing may be read. What a dossier names lies in its folder, as
//! a plain file, or is not opened; no text becomes the name of a file.

use super::dossiers::toml_quoted;
use crate::program::{Folder, run, stderr, stdout};
use std::fs;

/// What stands in files that nobody may read from here.
const SECRET: &str = "datum;actie;aantal\nGEHEIM;5;1\n";

/// Paths that a dossier could name; `OUT` is a folder beside its own.
const NAMED: &[&str] = &[
    "../OUT/geheim.csv",
    "OUT/geheim.csv",
    "./../OUT/geheim.csv",
    "a/../../OUT/geheim.csv",
    "geheim-link.csv",
    "map-link/geheim.csv",
    "map-link/../OUT/geheim.csv",
    "lus-a.csv",
    "los.csv",
    "/etc/passwd",
    "/dev/zero",
    "/dev/null",
    "/dev/stdin",
    "/dev/tty",
    "/dev/fd/0",
    "/dev/random",
    "/proc/self/environ",
    "/proc/self/mem",
    "/proc/self/fd/0",
    "zero-link.csv",
    "environ-link.csv",
    "pijp.csv",
    ".",
    "..",
    "./",
    "/",
    "",
    " ",
    "\t",
    "\0",
    "a\0b.csv",
    "log.csv\0.csv",
    "log.csv/",
    "log.csv/..",
    "C:\\Windows\\win.ini",
    "C:/Windows/win.ini",
    "\\\\server\\share\\a.csv",
    "//server/share/a.csv",
    "\\\\?\\C:\\a",
    "..\\OUT\\geheim.csv",
    "NUL",
    "CON",
    "COM1.csv",
    "LPT1",
    "AUX.csv",
    "~/geheim.csv",
    "~root/a",
    "$HOME/geheim.csv",
    "${HOME}/a",
    "%USERPROFILE%\\a",
    "*",
    "*.cs?",
    "[l]og.csv",
    "{log,a}.csv",
    "file:///etc/passwd",
    "http://voorbeeld.invalid/a.csv",
    "|touch weg",
    "$(touch weg)",
    "`touch weg`",
    "-",
    "--help",
    "@log.csv",
];

/// A dossier that names a file, beside a folder with a secret.
fn dossier(list: &str, file: &str) -> (Folder, Folder) {
    let outside = Folder::with(&[("geheim.csv", SECRET.as_bytes())]);
    let name = outside
        .path()
        .file_name()
        .expect("it has a name")
        .to_string_lossy();
    let file = file.replace("/OUT", &format!("/{name}"));
    let file = file.replace("OUT/", &format!("{}/", outside.argument()));
    let text = format!(
        "format = 1\nscheme = \"plan-samenleven\"\nas_of = 2023-09-30\n[applicant]\nname = \"V\"\n\
         kind = \"municipality\"\n[[year]]\nnr = 1\n[[action]]\nnr = 5\n[[action.year]]\nnr = 1\n\
         [[{list}]]\nfile = {}\n",
        toml_quoted(&file)
    );
    let folder = Folder::with(&[
        ("dossier.toml", text.as_bytes()),
        ("log.csv", b"datum;actie;aantal\n"),
    ]);
    #[cfg(unix)]
    links(&folder, &outside);
    (folder, outside)
}

#[cfg(unix)]
fn links(folder: &Folder, outside: &Folder) {
    use std::os::unix::fs::symlink;
    let link = |to: &str, name: &str| {
        symlink(to, folder.path().join(name)).expect("a link can be made");
    };
    link(
        &format!("{}/geheim.csv", outside.argument()),
        "geheim-link.csv",
    );
    link(outside.argument(), "map-link");
    link("lus-b.csv", "lus-a.csv");
    link("lus-a.csv", "lus-b.csv");
    link("weg.csv", "los.csv");
    link("/dev/zero", "zero-link.csv");
    link("/proc/self/environ", "environ-link.csv");
    pipe(&folder.path().join("pijp.csv"));
}

#[cfg(unix)]
fn pipe(path: &std::path::Path) {
    let made = std::process::Command::new("mkfifo").arg(path).status();
    assert!(made.is_ok_and(|it| it.success()), "a pipe can be made");
}

#[test]
fn no_path_leads_out_of_the_folder_or_to_a_device() {
    let long = [
        "a".repeat(3_900),
        "a/".repeat(1_900) + "b",
        "../".repeat(1_300) + "etc/passwd",
    ];
    let long = long.iter().map(String::as_str);
    for list in ["progress", "bookings"] {
        for file in NAMED.iter().copied().chain(long.clone()) {
            let (folder, outside) = dossier(list, file);
            let output = run(&["check", folder.argument(), "--format", "json"]);
            let told = stdout(&output) + &stderr(&output);
            assert!(
                !told.contains("GEHEIM") && !told.contains("root:"),
                "{file:?}: {told}"
            );
            if !file.starts_with("log.csv/") || cfg!(unix) {
                assert_eq!(output.status.code(), Some(1), "{file:?}: {told}");
                assert!(told.contains("\"I17\""), "{file:?}: {told}");
            }
            for place in [folder, outside] {
                assert!(!place.path().join("weg").exists(), "{file:?}");
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn who_allows_what_lies_outside_still_gets_no_device() {
    for (file, is_read) in [
        ("OUT/geheim.csv", true),
        ("geheim-link.csv", true),
        ("/dev/zero", false),
        ("/dev/null", false),
        ("zero-link.csv", false),
        ("pijp.csv", false),
        (".", false),
    ] {
        let (folder, _outside) = dossier("progress", file);
        let output = run(&[
            "check",
            folder.argument(),
            "--format",
            "json",
            "--allow-outside",
        ]);
        let told = stdout(&output);
        assert_eq!(told.contains("GEHEIM"), is_read, "{file}: {told}");
        assert_eq!(told.contains("\"I17\""), !is_read, "{file}: {told}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_cannot_call_a_file_of_elsewhere_its_dossier() {
    use std::os::unix::fs::symlink;
    let outside = Folder::with(&[("brief.txt", b"GEHEIM is dit\n")]);
    let folder = Folder::with(&[]);
    let link = folder.path().join("dossier.toml");
    let named = link.display().to_string();
    let refused = [
        ("nl", "is geen gewoon bestand in die map"),
        ("en", "is no plain file in that folder"),
    ];
    for to in [
        outside.path().join("brief.txt").as_path(),
        "/proc/self/environ".as_ref(),
        "/dev/zero".as_ref(),
    ] {
        symlink(to, &link).expect("a link can be made");
        for (language, words) in refused {
            let output = run(&["check", folder.argument(), "--lang", language]);
            assert_eq!(output.status.code(), Some(2), "{to:?}");
            assert_eq!(stdout(&output), "");
            assert!(stderr(&output).contains(words), "{}", stderr(&output));
        }
        fs::remove_file(&link).expect("it can be taken away");
    }
    pipe(&link);
    assert!(stderr(&run(&["report", folder.argument()])).contains(refused[0].1));
    fs::remove_file(&link).expect("it can be taken away");
    symlink(outside.path().join("brief.txt"), &link).expect("a link can be made");
    // Who names the file itself, or allows it, has it read.
    for asked in [
        &["check", &named][..],
        &["check", folder.argument(), "--allow-outside"],
    ] {
        assert!(stdout(&run(asked)).contains("GEHEIM"), "{asked:?}");
    }
    fs::remove_file(&link).expect("it can be taken away");
    fs::write(folder.path().join("echt.toml"), "format = 1\n").expect("it can be written");
    symlink("echt.toml", &link).expect("a link can be made");
    assert_eq!(
        run(&["check", folder.argument()]).status.code(),
        Some(1),
        "within the folder"
    );
}

#[test]
fn a_scheme_of_a_dossier_is_a_name_and_no_path() {
    let scheme =
        fs::read(crate::program::root().join("tests/files/proef.toml")).expect("it is there");
    for id in [
        "./proef.toml",
        "proef.toml",
        "proef",
        "../proef",
        "/etc/passwd",
        "plan-samenleven/../proef",
    ] {
        let text = format!("format = 1\nscheme = {}\n", toml_quoted(id));
        let folder = Folder::with(&[("dossier.toml", text.as_bytes()), ("proef.toml", &scheme)]);
        let output = run(&["check", folder.argument(), "--format", "json"]);
        assert!(
            stdout(&output).contains("\"I23\""),
            "{id}: {}",
            stdout(&output)
        );
    }
}

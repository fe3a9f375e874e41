//! Hostile texts on the command line and in the environment. Which commands and options
//! there are is asked of the program, as a shell does, so that a new one is tried as well.

use super::strings::{OF_ALL, is_quiet};
use crate::program::{Folder, samenleven, stderr, stdout};
use std::path::Path;
use std::process::Output;

/// What a shell is offered after these words.
fn offered(words: &[&str]) -> Vec<String> {
    let folder = Folder::with(&[]);
    let output = samenleven(&[&["--", "samenleven"], words].concat())
        .env("SAMENLEVEN_COMPLETE", "fish")
        .current_dir(folder.path())
        .output()
        .expect("the program can be started");
    let offered = stdout(&output);
    let names = offered.lines().filter_map(|line| line.split('\t').next());
    names.map(str::to_owned).collect()
}

/// Runs a command where it can do no harm, and holds what it says.
fn says_nothing_loud(folder: &Path, arguments: &[&str]) -> Output {
    let output = samenleven(arguments)
        .current_dir(folder)
        .output()
        .expect("the program can be started");
    let code = output.status.code();
    assert!(matches!(code, Some(0..=2)), "{arguments:?}: {code:?}");
    for text in [stdout(&output), stderr(&output)] {
        let loud = text.lines().find(|line| !is_quiet(line));
        assert_eq!(loud, None, "{arguments:?}");
    }
    output
}

/// What an argument can hold, and no name of a file that would be made.
fn hostile() -> String {
    OF_ALL.replace('\0', "") + "/weg/"
}

#[test]
fn no_argument_steers_the_terminal() {
    let folder = Folder::with(&[]);
    let hostile = hostile();
    let commands = offered(&[""]);
    assert!(commands.len() > 12, "{commands:?}");
    for command in commands.iter().filter(|it| !it.starts_with('-')) {
        says_nothing_loud(folder.path(), &[command, &hostile]);
        let options = offered(&[command, "--"]);
        assert!(options.len() > 2, "{command}: {options:?}");
        for option in options.iter().filter(|it| *it != "--watch") {
            let joined = format!("{option}={hostile}");
            says_nothing_loud(folder.path(), &[command, option, &hostile]);
            says_nothing_loud(folder.path(), &[command, &joined, "--lang", "en"]);
        }
    }
    for language in ["nl", "en"] {
        let option = format!("--{hostile}");
        for wrong in [&hostile, &option] {
            says_nothing_loud(folder.path(), &[wrong, "--lang", language]);
            says_nothing_loud(folder.path(), &["report", wrong, wrong, "--lang", language]);
        }
    }
}

/// The program with a variable, on a dossier.
fn with_variable(name: &str, value: &str) -> Output {
    samenleven(&["kpi", "data/dossiers/mechelen", "--format", "json"])
        .env(name, value)
        .output()
        .expect("the program can be started")
}

#[test]
fn no_variable_changes_an_answer_but_the_two_that_may() {
    let hostile = hostile();
    let plain = with_variable("ANDERS", "");
    for name in [
        "SAMENLEVEN_LANG",
        "LANG",
        "LC_ALL",
        "LANGUAGE",
        "TERM",
        "NO_COLOR",
        "CLICOLOR",
        "CLICOLOR_FORCE",
        "COLUMNS",
        "LINES",
        "TZ",
        "HOME",
        "PATH",
        "PAGER",
        "EDITOR",
        "TMPDIR",
        "RUST_LOG",
        "RUST_BACKTRACE",
        "IFS",
        "_CLAP_IFS",
        "_CLAP_COMPLETE_INDEX",
        "COMPLETE",
        "BROWSER",
        "SHELL",
        "XDG_CONFIG_HOME",
        "SAMENLEVEN_CONFIG",
    ] {
        for value in [hostile.as_str(), "/etc/passwd", "1", "$(touch weg)"] {
            let output = with_variable(name, value);
            assert_eq!(output.stdout, plain.stdout, "{name}={value}");
            assert_eq!(stderr(&output), stderr(&plain), "{name}={value}");
        }
    }
}

#[test]
fn a_shell_that_asks_strangely_gets_words_or_nothing() {
    let folder = Folder::with(&[]);
    let hostile = hostile();
    for shell in [
        hostile.as_str(),
        "bash",
        "zsh",
        "fish",
        "elvish",
        "powershell",
        "sh",
        "1",
    ] {
        for (index, ifs) in [
            ("1", "\n"),
            ("999999", ""),
            ("-1", &hostile),
            (&hostile, "a"),
        ] {
            for words in [
                &["--", "samenleven", &hostile][..],
                &["--"],
                &[&hostile],
                &[],
            ] {
                let output = samenleven(words)
                    .current_dir(folder.path())
                    .env("SAMENLEVEN_COMPLETE", shell)
                    .env("_CLAP_COMPLETE_INDEX", index)
                    .env("_CLAP_IFS", ifs)
                    .output()
                    .expect("the program can be started");
                let code = output.status.code();
                assert!(
                    matches!(code, Some(0..=2)),
                    "{shell} {index} {words:?}: {code:?}"
                );
                assert!(!stderr(&output).contains('\u{1b}'), "{shell} {words:?}");
            }
        }
    }
    let made = std::fs::read_dir(folder.path())
        .expect("the folder is there")
        .count();
    assert_eq!(made, 0);
}

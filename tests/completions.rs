//! What a shell proposes at TAB: asked of the program as the scripts ask it, and of the
//! script itself in a real bash. Other shells are tried by `.ci/run`.

use crate::program::{Folder, json, root, run, samenleven, stderr, stdout};
use samenleven::finding::Code;
use std::process::{Command, Output};

const SHELLS: [&str; 5] = ["bash", "elvish", "fish", "powershell", "zsh"];

/// What the program answers the script of fish, which shows titles: word TAB title.
fn proposed(words: &[&str], language: &str) -> Vec<(String, String)> {
    let output = asked("fish", words, language);
    assert_eq!(output.status.code(), Some(0), "{words:?}");
    assert_eq!(stderr(&output), "", "{words:?}");
    let lines = stdout(&output);
    let lines = lines.lines().map(|line| {
        let (word, title) = line.split_once('\t').unwrap_or((line, ""));
        (word.to_owned(), title.to_owned())
    });
    lines.collect()
}

fn asked(shell: &str, words: &[&str], language: &str) -> Output {
    let index = words.len();
    samenleven(&[&["--", "samenleven"], words].concat())
        .env("SAMENLEVEN_COMPLETE", shell)
        .env("SAMENLEVEN_LANG", language)
        .env("_CLAP_COMPLETE_INDEX", index.to_string())
        .output()
        .expect("the program can be started")
}

/// The words alone, without options.
fn words(proposed: Vec<(String, String)>) -> Vec<String> {
    let words = proposed.into_iter().map(|(word, _)| word);
    words.filter(|word| !word.starts_with('-')).collect()
}

#[test]
fn every_command_is_proposed_with_what_it_does() {
    let help = stdout(&run(&["--help", "--lang", "en"]));
    let commands: Vec<_> = help
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty())
        .map(|line| {
            line.trim()
                .split_once("  ")
                .expect("a name and what it does")
        })
        .map(|(name, about)| (name.to_owned(), about.trim().to_owned()))
        .collect();
    let mut found = proposed(&[""], "en");
    found.retain(|(word, _)| !word.starts_with('-'));
    assert_eq!(found, commands);
}

#[test]
fn codes_come_with_their_titles_in_both_languages() {
    for language in ["nl", "en"] {
        let found = proposed(&["explain", "K"], language);
        let codes = Code::ALL.iter().filter(|code| code.key().starts_with('K'));
        for code in codes {
            let told = json(&["explain", code.key(), "--lang", language]);
            let title = told["name"].as_str().expect("it has a name").to_owned();
            assert!(found.contains(&(code.key().to_owned(), title)), "{code}");
        }
    }
    let all: Vec<&str> = Code::ALL.iter().map(|code| code.key()).collect();
    assert_eq!(words(proposed(&["explain", ""], "nl")), all);
    for option in ["--warn", "--allow"] {
        assert_eq!(words(proposed(&["kpi", option, ""], "nl")), all);
    }
    let denied = words(proposed(&["kpi", "--deny", ""], "nl"));
    assert_eq!(denied[0], "warnings");
    assert_eq!(denied[1..], all);
}

#[test]
fn years_schemes_formats_and_days_are_proposed() {
    let years = proposed(&["kpi", "--year", ""], "en");
    assert_eq!(words(years.clone()), ["1", "2", "3"]);
    assert_eq!(years[1].1, "1 Oct 2023 – 30 Sep 2024");
    let schemes = words(proposed(&["schemes", ""], "nl"));
    assert_eq!(schemes, ["plan-samenleven"]);
    let formats = words(proposed(&["check", "--format", "j"], "nl"));
    assert_eq!(formats, ["json", "json-lines", "junit"]);
    assert_eq!(words(proposed(&["kpi", "--as-of", ""], "nl")), ["today"]);
    assert_eq!(words(proposed(&["log", "--date", ""], "nl")), ["today"]);
    assert_eq!(
        words(proposed(&["schema", ""], "nl")),
        ["dossier", "scheme"]
    );
    assert_eq!(words(proposed(&["completions", ""], "nl")), SHELLS);
}

#[test]
fn actions_come_with_their_titles_wherever_one_is_asked_for() {
    for command in ["new", "log"] {
        let found = proposed(&[command, "--action", "1"], "nl");
        let fifteen = ("15".to_owned(), "Brug leggen naar onderwijs".to_owned());
        assert!(found.contains(&fifteen), "{command}: {found:?}");
        assert!(found.iter().all(|(word, _)| word.starts_with('1')));
    }
}

#[test]
fn files_and_folders_are_proposed() {
    let found = words(proposed(&["report", "data/dossiers/m"], "nl"));
    assert_eq!(
        found,
        ["data/dossiers/maasmechelen/", "data/dossiers/mechelen/"]
    );
    let found = words(proposed(&["kpi", "--scheme", "data/schemes/"], "nl"));
    assert_eq!(found, ["data/schemes/plan-samenleven.toml"]);
}

#[test]
fn every_shell_is_answered_and_nothing_is_run() {
    let folder = Folder::with(&[]);
    let target = folder.path().join("uit.txt");
    let target = target.to_str().expect("test paths are UTF-8");
    for shell in SHELLS {
        let answer = stdout(&asked(shell, &["explain", "K08"], "nl"));
        assert!(answer.contains("K08"), "{shell}: {answer}");
        let line = ["report", "data/dossiers/mechelen", "-o", target];
        assert_eq!(asked(shell, &line, "nl").status.code(), Some(0), "{shell}");
    }
    let unknown = asked("tcsh", &["report"], "nl");
    assert_eq!(unknown.status.code(), Some(2));
    assert_eq!(
        (stdout(&unknown), stderr(&unknown)),
        <(String, String)>::default()
    );
    let without_words = samenleven(&["report", "data/dossiers/mechelen", "-o", target])
        .env("SAMENLEVEN_COMPLETE", "fish")
        .output()
        .expect("the program can be started");
    assert_eq!(without_words.status.code(), Some(2));
    assert!(!folder.path().join("uit.txt").exists(), "nothing was run");
}

#[test]
fn an_empty_variable_is_none() {
    let output = samenleven(&["schemes"])
        .env("SAMENLEVEN_COMPLETE", "")
        .output()
        .expect("the program can be started");
    assert_eq!(output.stdout, run(&["schemes"]).stdout);
}

#[test]
fn a_script_is_the_same_in_both_languages_and_names_the_program() {
    for shell in SHELLS {
        let script = stdout(&run(&["completions", shell]));
        assert!(script.contains("SAMENLEVEN_COMPLETE"), "{shell}: {script}");
        let english = run(&["completions", shell, "--lang", "en"]);
        assert_eq!(script, stdout(&english), "{shell}");
    }
    let unknown = run(&["completions", "tcsh"]);
    assert_eq!(
        (unknown.status.code(), stdout(&unknown).as_str()),
        (Some(2), "")
    );
}

/// Runs lines of bash after the script, with the program to be found.
#[cfg(target_os = "linux")]
fn in_bash(lines: &str) -> String {
    let folder = Folder::with(&[("af.bash", &run(&["completions", "bash"]).stdout)]);
    let script = folder.path().join("af.bash");
    let program = assert_cmd::cargo::cargo_bin("samenleven");
    let program = program.parent().expect("the program stands in a folder");
    let output = Command::new("bash")
        .args([
            "--norc",
            "-c",
            &format!("source {}\n{lines}", script.display()),
        ])
        .current_dir(root())
        .env("PATH", format!("{}:/usr/bin:/bin", program.display()))
        .output()
        .expect("bash can be started");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout).expect("its answer is UTF-8")
}

#[cfg(target_os = "linux")]
#[test]
fn bash_completes_with_the_script() {
    let line = |words: &str| {
        format!(
            "COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); COMP_TYPE=9\n\
             _clap_complete_samenleven samenleven \"${{COMP_WORDS[COMP_CWORD]}}\" x\n\
             printf '%s|' \"${{COMPREPLY[@]}}\""
        )
    };
    assert_eq!(in_bash(&line("samenleven exp")), "explain|");
    assert_eq!(in_bash(&line("samenleven kpi --year ''")), "1|2|3|");
    assert_eq!(in_bash(&line("samenleven kpi --deny warn")), "warnings|");
    assert_eq!(
        in_bash(&line("samenleven report data/dossiers/d")),
        "data/dossiers/dendermonde/|"
    );
    let registered = in_bash("complete -p samenleven");
    assert!(registered.contains("-o filenames"), "{registered}");
    assert!(registered.contains("-F _clap_complete_samenleven"));
}

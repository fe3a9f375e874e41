//! The documentation, run: README.md and examples/*.md.
//!
//! * A ```` ```console ```` block holds lines `$ samenleven …`, each followed by what
//!   the program says: first the output stream, then the error stream, and last
//!   `[exit 1]` where the exit code is not 0. `$ cargo run --release -- …` stands for
//!   the program with the same arguments. A line `…` stands for any number of lines.
//! * A block whose opening names a file (```` ```toml examples/… ````) is that file.
//! * What stands between the markers of the findings comes from `explain`.
//!
//! `UPDATE_DOCS=1 cargo test docs` tells all of it anew, save what has a `…`.

use crate::program::{json, root, run, stderr, stdout};
use samenleven::finding::Code;
use std::path::PathBuf;

/// Stands for any number of lines.
const GAP: &str = "…";
const FENCE: &str = "```";
/// How the line with an exit code begins.
const EXIT: &str = "[exit ";
const FINDINGS: &str = "<!-- findings -->";
const END_OF_FINDINGS: &str = "<!-- end of findings -->";

/// The one command that is not run in here: it would run this test again, without end.
const NOT_RUN: &str = "$ cargo test";

/// How a console block may call the program.
const CALLS: [&str; 2] = ["$ samenleven ", "$ cargo run --release -- "];

/// What a block may be. No `sh`, `bash` or bare block: a command could hide there.
const KINDS: [&str; 4] = ["console", "toml", "csv", "text"];

#[test]
fn the_pages_say_what_the_program_says() {
    for path in pages() {
        let text = read(&path);
        if is_updating() {
            std::fs::write(&path, retold(&text, Elided::Keep)).expect("the page can be written");
        }
        let text = read(&path);
        let told = retold(&text, Elided::Compare);
        if let Some((line, stands, runs)) = first_difference(&text, &told) {
            panic!(
                "{}:{line}\n  the page says:    {stands}\n  the program says: {runs}\n\
                 UPDATE_DOCS=1 cargo test docs tells it anew",
                path.display()
            );
        }
    }
}

#[test]
fn no_command_hides_where_it_is_not_run() {
    for path in pages() {
        let mut kind = None;
        for (index, line) in read(&path).lines().enumerate() {
            let place = format!("{}:{}", path.display(), index + 1);
            match (line.strip_prefix(FENCE), kind.is_some()) {
                (Some(opening), false) => {
                    let first = opening.split(' ').next().unwrap_or_default().to_owned();
                    assert!(
                        KINDS.contains(&first.as_str()),
                        "{place}: a block of kind {first:?}"
                    );
                    kind = Some(first);
                }
                (Some(_), true) => kind = None,
                (None, _) if kind.as_deref() == Some("console") => {}
                (None, in_block) => {
                    assert!(
                        !is_command(line, in_block),
                        "{place}: a command outside a console block"
                    );
                }
            }
        }
        assert_eq!(kind, None, "{}: a block without an end", path.display());
    }
}

#[test]
fn the_readme_names_every_command_and_every_option() {
    let readme = read(&root().join("README.md"));
    let help = stdout(&run(&["--help", "--lang", "en"]));
    let commands = help
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next());
    for command in commands {
        assert!(
            readme.contains(&format!("| `{command}")),
            "README.md leaves out {command}"
        );
        let help = stdout(&run(&[command, "--help"]));
        let options = help
            .split(|it: char| !(it.is_ascii_alphabetic() || it == '-'))
            .filter(|word| word.starts_with("--") && word.len() > 2);
        for option in options {
            let named = [format!("`{option}`"), format!("`{option} ")];
            assert!(
                named.iter().any(|it| readme.contains(it)),
                "README.md leaves out {option} of {command}"
            );
        }
    }
}

/// What to do with an expectation that has a gap and does not fit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Elided {
    Keep,
    Compare,
}

/// The page as it has to be.
fn retold(text: &str, elided: Elided) -> String {
    let mut told: Vec<String> = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        told.push(line.to_owned());
        if line == FINDINGS {
            lines.by_ref().find(|line| *line == END_OF_FINDINGS);
            told.extend(findings());
            told.push(END_OF_FINDINGS.to_owned());
        } else if let Some(opening) = line.strip_prefix(FENCE) {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != FENCE).collect();
            told.extend(block_retold(opening, &block, elided));
            told.push(FENCE.to_owned());
        }
    }
    told.join("\n") + "\n"
}

fn block_retold(opening: &str, block: &[&str], elided: Elided) -> Vec<String> {
    match opening.split_once(' ') {
        Some((_, file)) => lines_of(&read(&root().join(file))),
        None if opening == "console" => console_retold(block, elided),
        None => block.iter().map(|&line| line.to_owned()).collect(),
    }
}

fn console_retold(block: &[&str], elided: Elided) -> Vec<String> {
    let mut told = Vec::new();
    let mut rest = block;
    while let Some((&command, after)) = rest.split_first() {
        let end = after.iter().position(|line| line.starts_with("$ "));
        let (expected, next) = after.split_at(end.unwrap_or(after.len()));
        rest = next;
        told.push(command.to_owned());
        let said = said(command);
        let has_gap = expected.contains(&GAP);
        if has_gap && (elided == Elided::Keep || fits(expected, &said)) {
            told.extend(expected.iter().map(|&line| line.to_owned()));
        } else {
            told.extend(said);
        }
    }
    told
}

/// What the program says to a command of a page, as lines.
fn said(command: &str) -> Vec<String> {
    if command == NOT_RUN {
        return Vec::new();
    }
    let arguments = CALLS
        .iter()
        .find_map(|call| command.strip_prefix(call))
        .unwrap_or_else(|| panic!("a console block cannot run {command:?}"));
    assert!(
        !arguments.contains(['"', '\'', '|', '>', '\\']),
        "no shell reads {command:?} here: only words and spaces"
    );
    let folder = tempfile::tempdir().expect("a folder for the test can be made");
    let arguments = written_into(&folder, arguments.split_whitespace());
    let output = run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    // CSV ends its lines with CR LF, a page with LF.
    let mut lines = lines_of(&stdout(&output).replace("\r\n", "\n"));
    lines.extend(lines_of(&stderr(&output)));
    match output.status.code() {
        Some(0) => {}
        Some(code) => lines.push(format!("{EXIT}{code}]")),
        None => panic!("{command:?} did not end by itself"),
    }
    lines
}

/// The arguments, with the file after `-o` in a folder of the test: running the
/// pages leaves nothing behind in the project.
fn written_into<'a>(
    folder: &tempfile::TempDir,
    arguments: impl Iterator<Item = &'a str>,
) -> Vec<String> {
    let mut moved: Vec<String> = Vec::new();
    for argument in arguments {
        let is_output = moved
            .last()
            .is_some_and(|it| it == "-o" || it == "--output");
        if is_output && argument != "-" {
            moved.push(folder.path().join(argument).display().to_string());
        } else {
            moved.push(argument.to_owned());
        }
    }
    moved
}

/// Whether the lines are as expected, a gap being any number of lines. A gap never
/// swallows an exit code.
fn fits(expected: &[&str], actual: &[String]) -> bool {
    match expected.split_first() {
        None => actual.is_empty(),
        Some((&GAP, rest)) => (0..=actual.len())
            .take_while(|&from| from == 0 || !actual[from - 1].starts_with(EXIT))
            .any(|from| fits(rest, &actual[from..])),
        Some((line, rest)) => actual
            .split_first()
            .is_some_and(|(first, after)| first == line && fits(rest, after)),
    }
}

/// The table of all codes, as `explain` tells them.
fn findings() -> Vec<String> {
    let mut table = vec![
        "| code | severity | what |".to_owned(),
        "|---|---|---|".to_owned(),
    ];
    table.extend(Code::ALL.iter().map(|code| {
        let told = json(&["explain", code.key(), "--lang", "en"]);
        let word = |key: &str| {
            told[key]
                .as_str()
                .expect("explain tells each of these")
                .to_owned()
        };
        format!(
            "| {} | {} | {} |",
            word("code"),
            word("severity"),
            word("name").replace('|', "\\|")
        )
    }));
    table
}

/// Whether a line outside a console block is, or looks like, a command to type.
fn is_command(line: &str, in_block: bool) -> bool {
    let text = line.trim_start();
    let is_set_apart = in_block || line.starts_with("    ") || line.starts_with('\t');
    text.starts_with("$ ")
        || is_set_apart
            && ["samenleven ", "cargo "]
                .iter()
                .any(|it| text.starts_with(it))
}

fn first_difference<'a>(text: &'a str, told: &'a str) -> Option<(usize, &'a str, &'a str)> {
    let count = text.lines().count().max(told.lines().count());
    (0..count).find_map(|index| {
        let [stands, runs] = [text, told].map(|it| it.lines().nth(index).unwrap_or("(nothing)"));
        (stands != runs).then_some((index + 1, stands, runs))
    })
}

/// README.md and the pages among the examples, in a fixed order.
fn pages() -> Vec<PathBuf> {
    let mut pages: Vec<PathBuf> = std::fs::read_dir(root().join("examples"))
        .expect("there are examples")
        .map(|entry| entry.expect("the examples can be listed").path())
        .filter(|path| path.extension().is_some_and(|it| it == "md"))
        .collect();
    pages.push(root().join("README.md"));
    pages.sort();
    pages
}

#[expect(
    clippy::disallowed_methods,
    reason = "this switch is for whoever writes the pages"
)]
fn is_updating() -> bool {
    std::env::var_os("UPDATE_DOCS").is_some_and(|value| value == "1")
}

fn read(path: &std::path::Path) -> String {
    std::fs::read_to_string(path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        .replace("\r\n", "\n")
}

fn lines_of(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

//! The shape of the house: which floor may import which, who opens files, how
//! long a file and a function may be, and what stands nowhere in `src`.
//!
//! Every rule is a function from the text of one file to its breaches, and each
//! is first tried on a small bad sample, so that it is known to be able to fail.

use crate::program::root;
use std::fs;
use std::path::Path;

/// What each floor may import beside itself, as section 5 of the design has it.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("main", &["cli"]),
    (
        "cli",
        &[
            "render", "report", "document", "check", "analysis", "input", "finding", "wording",
            "model", "source",
        ],
    ),
    ("render", &["document", "finding", "wording", "model"]),
    (
        "report",
        &["document", "analysis", "finding", "wording", "model"],
    ),
    ("document", &["finding", "wording", "model"]),
    ("check", &["analysis", "finding", "wording", "model"]),
    // `source` beyond the table: the fields of the model are `Spanned`, and an
    // award that `analysis` passes on keeps the place it was read from.
    ("analysis", &["model", "source"]),
    ("input", &["finding", "wording", "model", "source"]),
    ("finding", &["wording", "model", "source"]),
    ("wording", &["model"]),
    ("model", &["source"]),
    ("source", &[]),
];

/// Of another floor only these names: what the table allows for spans alone.
const ONLY_THESE: &[(&str, &str, &[&str])] = &[
    ("analysis", "source", &["Spanned"]),
    ("model", "source", &["Span", "Spanned", "Spot"]),
];

const MOST_LINES_OF_A_FILE: usize = 400;
const MOST_LINES_OF_A_FUNCTION: usize = 60;

/// A file of `src`, by its path below it.
struct SourceFile {
    path: String,
    text: String,
}

/// All files of `src`, in the order of their paths.
fn source_files() -> Vec<SourceFile> {
    let src = root().join("src");
    let mut files = Vec::new();
    collect(&src, &src, &mut files);
    files.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(files.len() > 100, "src holds the whole program");
    files
}

fn collect(src: &Path, folder: &Path, files: &mut Vec<SourceFile>) {
    for entry in fs::read_dir(folder).expect("a folder of src can be read") {
        let path = entry.expect("an entry of src can be read").path();
        if path.is_dir() {
            collect(src, &path, files);
            continue;
        }
        let below = path.strip_prefix(src).expect("the file stands in src");
        files.push(SourceFile {
            path: below.to_str().expect("paths of src are UTF-8").to_owned(),
            text: fs::read_to_string(&path).expect("a source file is UTF-8"),
        });
    }
}

/// Holds a rule against all of `src`.
fn hold(rule: fn(&str, &str) -> Vec<String>) {
    let breaches: Vec<String> = source_files()
        .iter()
        .flat_map(|file| rule(&file.path, &file.text))
        .collect();
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

/// Holds a rule against a sample: it must find this many breaches in it.
fn finds(rule: fn(&str, &str) -> Vec<String>, path: &str, text: &str, breaches: usize) {
    let found = rule(path, text);
    assert_eq!(found.len(), breaches, "{path}: {text}\n{found:?}");
}

// Reading Rust as far as the rules need it.

/// The code with comments and the insides of literals made blank, each byte in
/// its place.
fn code_of(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut code = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let end = literal_end(bytes, at);
        match end {
            Some(end) => {
                for byte in &mut code[at..end] {
                    if *byte != b'\n' {
                        *byte = b' ';
                    }
                }
                at = end;
            }
            None => at += 1,
        }
    }
    String::from_utf8(code).expect("only whole comments and literals were made blank")
}

/// Where the comment or literal that begins at `at` ends; none where none begins.
fn literal_end(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = &bytes[at..];
    let inside_word = at > 0 && is_word(bytes[at - 1]);
    match rest {
        [b'/', b'/', ..] => Some(at + until(rest, b"\n")),
        [b'/', b'*', ..] => Some(at + block_comment(rest)),
        [b'"', ..] => Some(at + quoted(rest, b'"')),
        [b'r', b'"' | b'#', ..] if !inside_word => raw(&rest[1..]).map(|length| at + 1 + length),
        [b'b', b'r', b'"' | b'#', ..] if !inside_word => {
            raw(&rest[2..]).map(|length| at + 2 + length)
        }
        [b'\'', ..] => character(rest).map(|length| at + length),
        _ => None,
    }
}

fn until(rest: &[u8], end: &[u8]) -> usize {
    rest.windows(end.len())
        .position(|window| window == end)
        .unwrap_or(rest.len())
}

fn block_comment(rest: &[u8]) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        match &rest[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at.min(rest.len())
}

fn quoted(rest: &[u8], mark: u8) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != mark {
        at += if rest[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

fn raw(rest: &[u8]) -> Option<usize> {
    let hashes = rest.iter().take_while(|byte| **byte == b'#').count();
    if rest.get(hashes) != Some(&b'"') {
        return None;
    }
    let mut end = vec![b'"'];
    end.resize(hashes + 1, b'#');
    let start = hashes + 1;
    Some((start + until(&rest[start..], &end) + end.len()).min(rest.len()))
}

/// The length of a character literal; a lifetime is none.
fn character(rest: &[u8]) -> Option<usize> {
    if rest.get(1) == Some(&b'\\') {
        return Some(quoted(rest, b'\''));
    }
    let text = std::str::from_utf8(&rest[1..rest.len().min(6)])
        .unwrap_or_else(|error| valid_start(&rest[1..], error.valid_up_to()));
    let first = text.chars().next()?;
    (rest.get(1 + first.len_utf8()) == Some(&b'\'')).then_some(2 + first.len_utf8())
}

fn valid_start(bytes: &[u8], length: usize) -> &str {
    std::str::from_utf8(&bytes[..length]).expect("up to there it is UTF-8")
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Whether a file is nothing but tests.
fn is_test_file(path: &str) -> bool {
    path.split('/')
        .any(|part| part == "tests" || part == "tests.rs")
}

/// `shown` without the items under `#[cfg(test)]` that stand in `code`.
fn without_tests(code: &str, shown: &str) -> String {
    const MARK: &str = "#[cfg(test)]";
    let mut kept = shown.as_bytes().to_vec();
    let mut from = 0;
    while let Some(found) = code[from..].find(MARK) {
        let start = from + found;
        let end = item_end(code, start + MARK.len());
        for byte in &mut kept[start..end] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        from = end;
    }
    String::from_utf8(kept).expect("an item begins and ends at a character")
}

fn item_end(code: &str, from: usize) -> usize {
    let mut depth = 0;
    for (at, byte) in code.bytes().enumerate().skip(from) {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            b';' if depth == 0 => return at + 1,
            _ => continue,
        }
        if byte == b'}' && depth == 0 {
            return at + 1;
        }
    }
    code.len()
}

/// The code of a file that is no test; blank for a file that is nothing else.
fn shipped_code(path: &str, text: &str) -> String {
    if is_test_file(path) {
        return String::new();
    }
    let code = code_of(text);
    without_tests(&code, &code)
}

/// A word or a mark of code, with its line.
#[derive(Clone, Copy)]
struct Token<'a> {
    text: &'a str,
    line: usize,
}

fn tokens(code: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    for (index, line) in code.lines().enumerate() {
        let mut rest = line;
        while let Some(first) = rest.chars().next() {
            let word = rest
                .find(|character: char| !character.is_alphanumeric() && character != '_')
                .unwrap_or(rest.len());
            let length = match word {
                0 if rest.starts_with("::") => 2,
                0 => first.len_utf8(),
                _ => word,
            };
            let (text, after) = rest.split_at(length);
            if !text.trim().is_empty() {
                tokens.push(Token {
                    text,
                    line: index + 1,
                });
            }
            rest = after;
        }
    }
    tokens
}

/// The paths that begin at a token: one, or one for each branch of its groups.
fn paths_from(tokens: &[Token<'_>], at: &mut usize) -> Vec<Vec<String>> {
    let Some(token) = tokens.get(*at) else {
        return vec![Vec::new()];
    };
    *at += 1;
    if token.text == "{" {
        return branches(tokens, at);
    }
    let first = token.text.to_owned();
    let goes_on = tokens.get(*at).is_some_and(|next| next.text == "::");
    if !goes_on {
        return vec![vec![first]];
    }
    *at += 1;
    paths_from(tokens, at)
        .into_iter()
        .map(|rest| std::iter::once(first.clone()).chain(rest).collect())
        .collect()
}

fn branches(tokens: &[Token<'_>], at: &mut usize) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    while let Some(token) = tokens.get(*at) {
        match token.text {
            "}" => {
                *at += 1;
                break;
            }
            "," => *at += 1,
            "as" => *at += 2,
            _ => paths.extend(paths_from(tokens, at)),
        }
    }
    paths
}

// Rule (a): the floors.

/// The modules that hold the code of a file, outermost first; none for `lib.rs`.
fn modules_of(path: &str) -> Vec<String> {
    path.trim_end_matches(".rs")
        .split('/')
        .filter(|part| *part != "lib")
        .map(ToOwned::to_owned)
        .collect()
}

/// How many modules of the file itself stand open before each token.
fn inner_modules(tokens: &[Token<'_>]) -> Vec<usize> {
    let mut open: Vec<bool> = Vec::new();
    let mut depths = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        depths.push(open.iter().filter(|is_module| **is_module).count());
        match token.text {
            "{" => open.push(at >= 2 && tokens[at - 2].text == "mod"),
            "}" => {
                open.pop();
            }
            _ => {}
        }
    }
    depths
}

/// Every path of a file that leaves its floor for one that it may not import.
fn floors(path: &str, text: &str) -> Vec<String> {
    let modules = modules_of(path);
    let Some(floor) = modules.first() else {
        return Vec::new();
    };
    let code = code_of(text);
    let tokens = tokens(&code);
    let depths = inner_modules(&tokens);
    let mut breaches = Vec::new();
    for at in 0..tokens.len() {
        let starts = matches!(
            tokens[at].text,
            "crate" | "super" | "self" | "samenleven" | "$crate"
        );
        let begins = at == 0 || tokens[at - 1].text != "::";
        if !starts || !begins {
            continue;
        }
        let mut end = at;
        for parts in paths_from(&tokens, &mut end) {
            let depth = modules.len() + depths[at];
            let is_renamed = tokens.get(at + 1).is_some_and(|next| next.text == "as");
            if let Some(why) = breach(floor, depth, &parts, is_renamed) {
                let line = tokens[at].line;
                breaches.push(format!("{path}:{line}: {} {why}", parts.join("::")));
            }
        }
    }
    breaches
}

/// Why a path may not stand on a floor.
fn breach(floor: &str, depth: usize, parts: &[String], is_renamed: bool) -> Option<&'static str> {
    let is_absolute = matches!(parts.first()?.as_str(), "crate" | "samenleven");
    if !is_absolute {
        let climbs = parts.iter().filter(|part| *part == "super").count();
        return (climbs >= depth).then_some("climbs out of the floor");
    }
    let Some(other) = parts.get(1) else {
        return is_renamed.then_some("gives the whole house another name");
    };
    if other == floor {
        return None;
    }
    let (_, allowed) = MAY_IMPORT.iter().find(|(name, _)| *name == floor)?;
    if !allowed.contains(&other.as_str()) {
        return Some("is not in the table of imports");
    }
    let (_, _, names) = ONLY_THESE
        .iter()
        .find(|(from, to, _)| *from == floor && to == other)?;
    let is_named = parts
        .get(2)
        .is_some_and(|name| names.contains(&name.as_str()));
    (!is_named).then_some("is more of that floor than its spans")
}

#[test]
fn the_rule_on_floors_can_fail() {
    for (path, text, breaches) in [
        ("analysis/award.rs", "use crate::finding::Code;", 1),
        ("analysis/award.rs", "use crate::source::Spanned;", 0),
        ("analysis/award.rs", "use crate::source::Sources;", 1),
        (
            "analysis/award.rs",
            "use crate::source::{Spanned, locate};",
            1,
        ),
        ("wording.rs", "fn f() { let _ = crate::report::kpi(); }", 1),
        (
            "render/csv.rs",
            "use crate::{model, analysis::{self, Known}, report};",
            3,
        ),
        ("render/csv.rs", "use crate::{model as m, wording};", 0),
        ("render/csv.rs", "use super::super::report::kpi;", 1),
        ("render/text/bar.rs", "use super::super::machine;", 0),
        (
            "render/text/bar.rs",
            "use super::{ink, super::{json, super::check}};",
            1,
        ),
        ("check.rs", "use super::input;", 1),
        ("check.rs", "mod tests { use super::CHECKS; }", 0),
        ("check.rs", "mod tests { use super::super::input; }", 1),
        (
            "check.rs",
            "mod tests { fn f() { self::super::super::input::load() } }",
            1,
        ),
        ("model/euro.rs", "use crate as all;", 1),
        ("model/euro.rs", "use crate::*;", 1),
        ("model/euro.rs", "pub(crate) fn f() {}", 0),
        ("model/euro.rs", "pub(in crate::model) fn f() {}", 0),
        (
            "model/euro.rs",
            "// crate::cli\nconst A: &str = \"crate::cli\";",
            0,
        ),
        (
            "model/euro.rs",
            "macro_rules! m { () => { $crate::cli::run() } }",
            1,
        ),
        ("main.rs", "fn main() { samenleven::input::load() }", 1),
        ("main.rs", "fn main() { samenleven::cli::run() }", 0),
    ] {
        finds(floors, path, text, breaches);
    }
}

#[test]
fn each_floor_imports_only_what_the_table_allows() {
    hold(floors);
}

#[test]
fn the_table_names_every_floor_and_no_other() {
    let mut floors: Vec<String> = source_files()
        .iter()
        .filter_map(|file| modules_of(&file.path).into_iter().next())
        .collect();
    floors.dedup();
    floors.sort_unstable();
    floors.dedup();
    let mut named: Vec<&str> = MAY_IMPORT.iter().map(|(floor, _)| *floor).collect();
    named.sort_unstable();
    assert_eq!(floors, named);
}

// Rule (b): who opens files and sees the world.

/// Words, or words with `::` between, that stand in code, with their lines.
fn lines_with<'a>(code: &str, wanted: &[&'a str]) -> Vec<(usize, &'a str)> {
    let tokens = tokens(code);
    let mut found = Vec::new();
    for wanted in wanted {
        let parts: Vec<Token<'_>> = self::tokens(wanted);
        for window in tokens.windows(parts.len()) {
            if window
                .iter()
                .map(|it| it.text)
                .eq(parts.iter().map(|it| it.text))
            {
                found.push((window[0].line, *wanted));
            }
        }
    }
    found
}

fn told(path: &str, found: &[(usize, &str)], why: &str) -> Vec<String> {
    found
        .iter()
        .map(|(line, what)| format!("{path}:{line}: `{what}` {why}"))
        .collect()
}

/// Files are opened by `input`, and written by `cli/destination`.
fn files_opened(path: &str, text: &str) -> Vec<String> {
    let may = modules_of(path)
        .first()
        .is_some_and(|floor| floor == "input")
        || path == "cli/destination.rs"
        || path.starts_with("cli/destination/");
    if may {
        return Vec::new();
    }
    let wanted = [
        "fs",
        "File::open",
        "File::create",
        "OpenOptions",
        "tempfile",
        "canonicalize",
        "read_dir",
    ];
    let code = shipped_code(path, text);
    told(
        path,
        &lines_with(&code, &wanted),
        "opens files outside its room",
    )
}

/// Environment, streams and clock are seen by `cli`; `main` hands on the arguments.
fn world_seen(path: &str, text: &str) -> Vec<String> {
    // A style sheet prints in another sense of the word.
    let is_style = path.ends_with(".css");
    if is_style || modules_of(path).first().is_some_and(|floor| floor == "cli") {
        return Vec::new();
    }
    let wanted = [
        "std::env",
        "env::",
        "stdout",
        "stderr",
        "stdin",
        "print",
        "println",
        "eprint",
        "eprintln",
        "IsTerminal",
        "std::time",
        "time::",
        "SystemTime",
        "Instant",
        "Timestamp",
        "Zoned",
        "terminal_size",
    ];
    let mut code = shipped_code(path, text);
    if path == "main.rs" {
        code = code.replace("std::env::args_os()", "");
    }
    told(
        path,
        &lines_with(&code, &wanted),
        "sees the world outside `cli`",
    )
}

#[test]
fn the_rules_on_the_world_can_fail() {
    for (path, text, breaches) in [
        ("render/csv.rs", "use std::fs;", 1),
        ("render/csv.rs", "fn f() { std::fs::read(path) }", 1),
        ("render/csv.rs", "use std::{\n    fs::File,\n};", 1),
        ("cli/report.rs", "fn f() { File::open(path) }", 1),
        ("cli/destination.rs", "use std::fs;", 0),
        ("cli/destination/replacing.rs", "use std::fs;", 0),
        ("cli/destinations.rs", "use std::fs;", 1),
        ("input.rs", "use std::fs;", 0),
        ("input/csv/text.rs", "use std::fs::File;", 0),
        (
            "model/dossier.rs",
            "fn f(file: LogFile) -> Spot { Spot::File(file) }",
            0,
        ),
        (
            "model/dossier.rs",
            "#[cfg(test)]\nmod tests { use std::fs; }",
            0,
        ),
        (
            "model/dossier.rs",
            "#[cfg(test)]\nmod tests;\nuse std::fs;",
            1,
        ),
    ] {
        finds(files_opened, path, text, breaches);
    }
    for (path, text, breaches) in [
        ("analysis/award.rs", "use std::env;", 1),
        ("analysis/award.rs", "use std::time;", 1),
        ("render/text.rs", "fn f() { io::stdout().lock() }", 1),
        ("render/text.rs", "fn f() { println!(\"a\") }", 1),
        (
            "render/text.rs",
            "use std::{env, fmt};\nfn f() { env::args() }",
            1,
        ),
        (
            "render/json.rs",
            "const A: &str = env!(\"CARGO_PKG_VERSION\");",
            0,
        ),
        ("input/within.rs", "fn f(error: &std::io::Error) {}", 0),
        ("input/within.rs", "fn f() { jiff::Zoned::now() }", 1),
        ("cli/surroundings.rs", "fn f() { std::env::var(\"A\") }", 0),
        ("main.rs", "fn main() { run(std::env::args_os()) }", 0),
        ("main.rs", "use std::env;", 1),
    ] {
        finds(world_seen, path, text, breaches);
    }
}

/// What reaches beyond this machine, or starts another program; no floor may.
fn reaches_out(path: &str, text: &str) -> Vec<String> {
    let wanted = [
        "std::net",
        "net::",
        "os::unix::net",
        "TcpStream",
        "TcpListener",
        "UdpSocket",
        "UnixStream",
        "ToSocketAddrs",
        "process::Command",
        "process::Child",
        "CommandExt",
        "Stdio",
        "libc",
        "rustix",
        "libloading",
        "dlopen",
        "include!",
    ];
    let code = shipped_code(path, text);
    let mut breaches = told(
        path,
        &lines_with(&code, &wanted),
        "reaches out of the program",
    );
    // Of clap's there is a command as well; that of the system comes by this name.
    let imports = code.lines().enumerate().filter(|(_, line)| {
        let line = line.trim_start();
        line.starts_with("use std::process") && line.contains("Command")
    });
    breaches.extend(imports.map(|(at, _)| format!("{path}:{}: starts programs", at + 1)));
    breaches
}

#[test]
fn the_rule_on_reaching_out_can_fail() {
    for (text, breaches) in [
        ("fn f() { std::net::TcpStream::connect(a) }", 3),
        ("use std::process::{Command, Output};", 1),
        ("fn f() { std::process::Command::new(\"sh\") }", 1),
        ("use clap::Command;\nuse std::process::ExitCode;", 0),
        ("#[cfg(test)]\nmod tests { use std::process::Command; }", 0),
    ] {
        finds(reaches_out, "cli/report.rs", text, breaches);
    }
}

#[test]
fn nothing_reaches_out_of_the_program() {
    hold(reaches_out);
}

/// The variables that a file reads by name.
fn variables(text: &str) -> Vec<&str> {
    let calls = text.split("variable(\"").skip(1);
    let named = text.split("set(\"").skip(1);
    calls
        .chain(named)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

/// None of these names a file or a program, so none can have anything run.
#[test]
fn only_these_variables_are_read() {
    let may = [
        "SAMENLEVEN_LANG",
        "TERM",
        "NO_COLOR",
        "CLICOLOR",
        "CLICOLOR_FORCE",
    ];
    let files = source_files();
    let look = |file: &&SourceFile| file.path == "cli/surroundings.rs";
    let text = &files.iter().find(look).expect("the file is there").text;
    let read = variables(text);
    assert!(read.len() >= may.len(), "{read:?}");
    assert!(read.iter().all(|name| may.contains(name)), "{read:?}");
    // The doors of the environment stand nowhere else.
    let doors = ["env::var", "env::var_os", "env::vars", "env::vars_os"];
    for file in files.iter().filter(|it| it.path != "cli/surroundings.rs") {
        let code = shipped_code(&file.path, &file.text);
        assert_eq!(lines_with(&code, &doors), [], "{}", file.path);
    }
}

#[test]
fn only_input_and_the_destination_open_files() {
    hold(files_opened);
}

#[test]
fn only_the_command_line_sees_the_world() {
    hold(world_seen);
}

// Rule (c): names and lengths.

/// A file or folder whose name says nothing, or that is a `mod.rs`.
fn names(path: &str, _: &str) -> Vec<String> {
    path.split('/')
        .map(|part| part.trim_end_matches(".rs"))
        .filter(|part| {
            let nothing = [
                "util", "utils", "helper", "helpers", "common", "misc", "mod",
            ];
            nothing.contains(part)
        })
        .map(|part| format!("{path}: the name `{part}` says nothing"))
        .collect()
}

fn file_length(path: &str, text: &str) -> Vec<String> {
    let lines = text.lines().count();
    if lines <= MOST_LINES_OF_A_FILE {
        return Vec::new();
    }
    vec![format!("{path}: {lines} lines")]
}

/// Functions that are too long. As rustfmt sets them, a function ends at the
/// brace that stands as far in as the line it begins on.
fn function_length(path: &str, text: &str) -> Vec<String> {
    let code = code_of(text);
    let lines: Vec<&str> = code.lines().collect();
    let mut breaches = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let Some(name) = function_name(line) else {
            continue;
        };
        let length = 1 + lines[start..]
            .iter()
            .position(|other| ends_function(line, other))
            .unwrap_or(lines.len() - start - 1);
        if length > MOST_LINES_OF_A_FUNCTION {
            breaches.push(format!("{path}:{}: {name} has {length} lines", start + 1));
        }
    }
    breaches
}

fn function_name(line: &str) -> Option<&str> {
    let tokens = tokens(line);
    let at = tokens.iter().position(|token| token.text == "fn")?;
    let modifiers = [
        "pub", "(", "crate", "super", "in", "::", ")", "const", "async", "unsafe",
    ];
    let is_item = tokens[..at]
        .iter()
        .all(|token| modifiers.contains(&token.text) || token.text.bytes().all(is_word));
    let name = tokens.get(at + 1)?.text;
    (is_item && name.bytes().all(is_word)).then_some(name)
}

fn ends_function(first: &str, line: &str) -> bool {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let last = line.trim_end();
    if indent(line) != indent(first) || last.is_empty() {
        return false;
    }
    last.trim_start() == "}"
        || last.ends_with(';')
        || (std::ptr::eq(first, line) && last.ends_with('}'))
}

#[test]
fn the_rules_on_names_and_lengths_can_fail() {
    finds(names, "input/utils.rs", "", 1);
    finds(names, "helpers/common.rs", "", 2);
    finds(names, "input/mod.rs", "", 1);
    finds(names, "model/units.rs", "", 0);
    finds(file_length, "a.rs", &"\n".repeat(400), 0);
    finds(file_length, "a.rs", &"\n".repeat(401), 1);
    let function = |lines: usize| {
        let body = "        work();\n".repeat(lines - 2);
        format!("impl A {{\n    pub(crate) fn long(\n{body}    }}\n    fn short() {{}}\n}}\n")
    };
    finds(function_length, "a.rs", &function(60), 0);
    finds(function_length, "a.rs", &function(61), 1);
    let declared = format!(
        "trait A {{\n    fn a();\n    fn b(\n        c: C,\n    );\n{}}}",
        "\n".repeat(80)
    );
    finds(function_length, "a.rs", &declared, 0);
}

#[test]
fn every_name_says_something() {
    hold(names);
}

#[test]
fn no_file_is_too_long() {
    hold(file_length);
}

#[test]
fn no_function_is_too_long() {
    hold(function_length);
}

// Rule (d): rules are data.

/// The name of a scheme in Rust, but where it is built in and where help gives examples.
fn schemes_named(path: &str, text: &str) -> Vec<String> {
    let may = ["input/scheme_catalog.rs", "cli/schemes.rs", "cli/usage.rs"];
    if is_test_file(path) || may.contains(&path) {
        return Vec::new();
    }
    without_tests(&code_of(text), text)
        .lines()
        .enumerate()
        .filter(|(_, line)| line.contains("plan-samenleven"))
        .map(|(index, _)| format!("{path}:{}: names a scheme", index + 1))
        .collect()
}

#[test]
fn the_rule_on_schemes_can_fail() {
    let named = "const ID: &str = \"plan-samenleven\";";
    finds(schemes_named, "model/scheme.rs", named, 1);
    finds(schemes_named, "input/scheme_catalog.rs", named, 0);
    finds(schemes_named, "render/tests/sample.rs", named, 0);
    let tested = format!("#[cfg(test)]\nmod tests {{\n    {named}\n}}\n");
    finds(schemes_named, "model/scheme.rs", &tested, 0);
    finds(
        schemes_named,
        "model/scheme.rs",
        &format!("{tested}{named}"),
        1,
    );
}

#[test]
fn no_scheme_is_written_in_rust() {
    hold(schemes_named);
}

// Rule (e): what was left over.

fn left_over(path: &str, text: &str) -> Vec<String> {
    let wanted = [
        ".unwrap()",
        "todo!",
        "unimplemented!",
        "dbg!",
        "#[allow(",
        "#![allow(",
    ];
    let code = shipped_code(path, text);
    told(path, &lines_with(&code, &wanted), "was left over")
}

#[test]
fn the_rule_on_what_is_left_over_can_fail() {
    for (text, breaches) in [
        ("fn f() { a.unwrap() }", 1),
        ("fn f() { a\n        .unwrap()\n}", 1),
        ("fn f() { a.unwrap_or(b) }", 0),
        ("fn f() { todo!() }", 1),
        ("fn f() { dbg!(a) }", 1),
        ("#[allow(dead_code)]\nfn f() {}", 1),
        ("#![allow(dead_code)]", 1),
        ("#[expect(dead_code, reason = \"later\")]\nfn f() {}", 0),
        (
            "// todo! and .unwrap()\n/* dbg! /* # */ todo! */\nfn f() {}",
            0,
        ),
        ("const A: &str = r#\"todo!\" dbg!\"#;", 0),
        (
            "fn f<'a>(mark: char) -> &'a str { if mark == '\"' { todo!() } else { \"\\\"\" } }",
            1,
        ),
        (
            "#[cfg(test)]\nmod tests {\n    fn f() { a.unwrap() }\n}\n",
            0,
        ),
        (
            "#[cfg(test)]\nmod tests {\n    fn f() { '{' }\n}\nfn g() { a.unwrap() }\n",
            1,
        ),
    ] {
        finds(left_over, "model/euro.rs", text, breaches);
    }
}

#[test]
fn nothing_was_left_over() {
    hold(left_over);
}

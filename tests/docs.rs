//! The documentation, run: README.md and examples/*.md.
//!
//! * A ```` ```console ```` block holds lines `$ samenleven …`, each followed by what
//!   the program says: first the output stream, then the error stream, and last
//!   `[exit 1]` where the exit code is not 0. `$ cargo run --release -- …` stands for
//!   the program with the same arguments. A line `…` stands for any number of lines.
//! * A folder that `new` makes on a page stands in a folder of the test, for that command
//!   and all after it.
//! * A block whose opening names a file (```` ```toml examples/… ````) is that file.
//! * A block whose opening says `typed FILE` is what the reader types into a file that
//!   `new` made: each line takes the place of the next one with the same key.
//! * A `samenleven …` within a ```` ```yaml ```` or ```` ```cron ```` block is run, and may
//!   not be wrong usage. `tests/snippets` runs the blocks of SQL and Python.
//! * What stands between the markers of the findings comes from `explain`, between those
//!   of the JSON keys from JSON.
//! * A ```` ```toml ```` block that names no file goes on where the first dossier
//!   ends; with all of them typed in, it still has no errors.
//! * `examples/sleutels.md` is the tables of keys, and nothing else.
//!
//! `UPDATE_DOCS=1 cargo test docs` tells all of it anew, save what has a `…`.

use crate::program::{json, root, run, stderr, stdout};
use samenleven::finding::Code;
use samenleven::input::dossier_keys::DOSSIER;
use samenleven::input::scheme_keys::SCHEME;
use samenleven::input::{Key, Kind, List, Named, Numbered, Shape};
use samenleven::wording::Both;
use std::cell::RefCell;
use std::path::{Path, PathBuf};

/// Stands for any number of lines.
const GAP: &str = "…";
const FENCE: &str = "```";
/// How the line with an exit code begins.
const EXIT: &str = "[exit ";
/// How the opening of a block begins that is typed into a file.
const TYPED: &str = "typed ";
const FINDINGS: &str = "<!-- findings -->";
const END_OF_FINDINGS: &str = "<!-- end of findings -->";
const JSON_KEYS: &str = "<!-- json keys -->";
const END_OF_JSON_KEYS: &str = "<!-- end of json keys -->";

/// The page that is told from the tables of keys.
const KEYS: &str = "sleutels.md";
/// The dossier that the blocks without a file go on with.
const FIRST_DOSSIER: &str = "examples/eerste-dossier";

/// The one command that is not run in here: it would run this test again, without end.
const NOT_RUN: &str = "$ cargo test";

/// How a console block may call the program.
const CALLS: [&str; 2] = ["$ samenleven ", "$ cargo run --release -- "];

/// What a block may be. No `sh`, `bash` or bare block: a command could hide there.
const KINDS: [&str; 8] = [
    "console", "toml", "csv", "text", "yaml", "cron", "sql", "python",
];

/// Blocks for other programs that call ours. What they call is run too, and what it says
/// is not shown.
const CALLERS: [&str; 2] = ["yaml", "cron"];

#[test]
fn the_pages_say_what_the_program_says() {
    let keys = root().join("examples").join(KEYS);
    if is_updating() {
        std::fs::write(&keys, keys_page()).expect("the page can be written");
    }
    assert!(
        keys.is_file(),
        "{KEYS} is gone; UPDATE_DOCS=1 cargo test docs tells it anew"
    );
    for path in pages() {
        let page_told = |text: &str, elided| {
            if path == keys {
                keys_page()
            } else {
                retold(text, elided)
            }
        };
        let text = read(&path);
        if is_updating() {
            std::fs::write(&path, page_told(&text, Elided::Keep)).expect("the page can be written");
        }
        let text = read(&path);
        let told = page_told(&text, Elided::Compare);
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
                (None, _) if kind.as_deref().is_some_and(is_run) => {}
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

#[test]
fn what_the_pages_add_to_the_first_dossier_has_no_errors() {
    let first = root().join(FIRST_DOSSIER);
    for path in pages() {
        let folder = tempfile::tempdir().expect("a folder for the test can be made");
        let log = "progress.csv";
        std::fs::copy(first.join(log), folder.path().join(log)).expect("the log can be copied");
        let dossier = read(&first.join("dossier.toml")) + &toml_without_file(&read(&path));
        std::fs::write(folder.path().join("dossier.toml"), dossier)
            .expect("the dossier can be written");
        let output = run(&["check", &folder.path().display().to_string()]);
        let said = stdout(&output);
        assert_eq!(output.status.code(), Some(0), "{}: {said}", path.display());
    }
}

/// What to do with an expectation that has a gap and does not fit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Elided {
    Keep,
    Compare,
}

/// Where what a page makes stands while it is told.
struct Scratch {
    folder: tempfile::TempDir,
    /// The folders that were made so far, as the page names them.
    made: RefCell<Vec<String>>,
}

impl Scratch {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder for the test can be made"),
            made: RefCell::default(),
        }
    }

    /// The arguments, with what stands in a folder that the page makes in the folder of
    /// the test.
    fn moved<'a>(&self, arguments: impl Iterator<Item = &'a str>) -> Vec<String> {
        let arguments: Vec<&str> = arguments.collect();
        if let ["new", folder, ..] = arguments.as_slice() {
            self.made.borrow_mut().push((*folder).to_owned());
        }
        let moved = arguments.into_iter().map(|argument| {
            let path = self.folder.path().join(argument);
            if self.has_made(argument) {
                path.display().to_string()
            } else {
                argument.to_owned()
            }
        });
        moved.collect()
    }

    /// Whether a path is a folder that the page made, or stands in one.
    fn has_made(&self, path: &str) -> bool {
        let first = path.split('/').next();
        first.is_some_and(|first| self.made.borrow().iter().any(|it| it == first))
    }

    /// What the program said, as it would have been said of the folders of the page.
    fn as_told(&self, said: &str) -> String {
        said.replace(&format!("{}/", self.folder.path().display()), "")
    }

    /// A file that a page names.
    fn file(&self, path: &str) -> PathBuf {
        if self.has_made(path) {
            self.folder.path().join(path)
        } else {
            root().join(path)
        }
    }
}

/// The page as it has to be.
fn retold(text: &str, elided: Elided) -> String {
    let scratch = Scratch::new();
    let mut told: Vec<String> = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        told.push(line.to_owned());
        if line == FINDINGS {
            lines.by_ref().find(|line| *line == END_OF_FINDINGS);
            told.extend(findings());
            told.push(END_OF_FINDINGS.to_owned());
        } else if line == JSON_KEYS {
            lines.by_ref().find(|line| *line == END_OF_JSON_KEYS);
            told.extend(crate::json_keys::told());
            told.push(END_OF_JSON_KEYS.to_owned());
        } else if let Some(opening) = line.strip_prefix(FENCE) {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != FENCE).collect();
            told.extend(block_retold(opening, &block, elided, &scratch));
            told.push(FENCE.to_owned());
        }
    }
    told.join("\n") + "\n"
}

fn block_retold(opening: &str, block: &[&str], elided: Elided, scratch: &Scratch) -> Vec<String> {
    let as_it_stands = || block.iter().map(|&line| line.to_owned()).collect();
    match opening.split_once(' ') {
        Some((_, named)) if named.starts_with(TYPED) => {
            type_into(&scratch.file(&named[TYPED.len()..]), block);
            as_it_stands()
        }
        Some((_, file)) => kept_or(block, lines_of(&read(&scratch.file(file))), elided),
        None if opening == "console" => console_retold(block, elided, scratch),
        None => {
            if CALLERS.contains(&opening) {
                block.iter().for_each(|line| try_calls(line, scratch));
            }
            as_it_stands()
        }
    }
}

/// Runs what a line for another program calls.
fn try_calls(line: &str, scratch: &Scratch) {
    let calls = line.split(['|', '&']).filter_map(|part| {
        let from = part.find("samenleven ")?;
        let is_word = from == 0 || part[..from].ends_with(' ');
        is_word.then(|| part[from..].trim())
    });
    for call in calls.filter(|_| !line.trim_start().starts_with('#')) {
        let told = said(&format!("$ {call}"), scratch);
        let ends_well = told
            .last()
            .is_none_or(|last| !last.starts_with(EXIT) || last == "[exit 1]");
        assert!(ends_well, "{call}: {told:#?}");
    }
}

/// What a reader does in an editor: goes down the file from key to key, and writes the
/// line of the page over the one that is there.
fn type_into(file: &Path, typed: &[&str]) {
    let mut lines = lines_of(&read(file));
    let mut from = 0;
    for &line in typed
        .iter()
        .filter(|line| !line.is_empty() && **line != GAP)
    {
        let found = lines[from..]
            .iter()
            .position(|there| key_of(there) == key_of(line));
        let index = found.unwrap_or_else(|| panic!("{}: no line for {line:?}", file.display()));
        from += index + 1;
        lines[from - 1] = line.to_owned();
    }
    std::fs::write(file, lines.join("\n") + "\n").expect("what is typed can be saved");
}

/// The key or the heading of a line of TOML, also where a `#` stands before it.
fn key_of(line: &str) -> &str {
    let line = line.trim_start_matches("# ");
    line.split_once('=').map_or(line, |(key, _)| key).trim_end()
}

/// What stands there where it has gaps and fits, else what it has to be.
fn kept_or(stands: &[&str], told: Vec<String>, elided: Elided) -> Vec<String> {
    let has_gap = stands.contains(&GAP);
    if has_gap && (elided == Elided::Keep || fits(stands, &told)) {
        stands.iter().map(|&line| line.to_owned()).collect()
    } else {
        told
    }
}

fn console_retold(block: &[&str], elided: Elided, scratch: &Scratch) -> Vec<String> {
    let mut told = Vec::new();
    let mut rest = block;
    while let Some((&command, after)) = rest.split_first() {
        let end = after.iter().position(|line| line.starts_with("$ "));
        let (expected, next) = after.split_at(end.unwrap_or(after.len()));
        rest = next;
        told.push(command.to_owned());
        told.extend(kept_or(expected, said(command, scratch), elided));
    }
    told
}

/// What the program says to a command of a page, as lines.
fn said(command: &str, scratch: &Scratch) -> Vec<String> {
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
    let arguments = scratch.moved(arguments.split_whitespace());
    let arguments = written_into(&folder, arguments.iter().map(String::as_str));
    let output = run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    // CSV ends its lines with CR LF, a page with LF.
    let mut lines = lines_of(&scratch.as_told(&stdout(&output)).replace("\r\n", "\n"));
    lines.extend(lines_of(&scratch.as_told(&stderr(&output))));
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

/// All blocks of TOML that name no file, one after the other.
fn toml_without_file(page: &str) -> String {
    let mut found = String::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let Some(opening) = line.strip_prefix(FENCE) else {
            continue;
        };
        let block = lines.by_ref().take_while(|line| *line != FENCE);
        if opening == "toml" {
            found.extend(block.map(|line| format!("\n{line}")));
        } else {
            block.for_each(drop);
        }
    }
    found + "\n"
}

/// The page of all keys.
fn keys_page() -> String {
    let mut told = vec![
        "# Sleutels van een dossier en van een regeling · Keys of a dossier and of a scheme".to_owned(),
        String::new(),
        "Deze bladzijde komt uit het programma zelf; het kent geen andere sleutels. Staat er geen *ja* bij *nodig*, dan mag de sleutel weg: wat er niet staat, is onbekend en geen nul, tenzij de betekenis iets anders zegt.".to_owned(),
        String::new(),
        "This page comes from the program itself, which knows no other keys. A key without *yes* under *needed* may be left out: what is not there is unknown, not zero, unless its meaning says otherwise.".to_owned(),
        String::new(),
        "| wat het bevat · what it holds | zo geschreven · written like this |".to_owned(),
        "|---|---|".to_owned(),
    ];
    told.extend(
        WRITTEN
            .iter()
            .map(|(kind, written)| format!("| {} | {written} |", holds(kind))),
    );
    for (title, top) in [
        ("Een dossier · A dossier: `dossier.toml`", &DOSSIER),
        ("Een regeling · A scheme: `--scheme FILE`", &SCHEME),
    ] {
        told.extend([String::new(), format!("## {title}")]);
        let mut shapes = Vec::new();
        reached_from(top, &mut shapes);
        told.extend(shapes.into_iter().flat_map(shape_told));
    }
    told.join("\n") + "\n"
}

/// How a value of each kind is written.
const WRITTEN: [(Kind, &str); 20] = [
    (Kind::Text, "`\"bibliotheek\"`"),
    (Kind::Texts, "`\"a\"`, `[\"a\", \"b\"]`"),
    (Kind::Whole, "`900`, `1_500`"),
    (Kind::AtLeast(3), "`10`"),
    (Kind::Wholes, "`[13, 24]`"),
    (Kind::Nr(Numbered::Action), "`15`"),
    (Kind::Nrs(Numbered::Action), "`[13, 24]`"),
    (Kind::Nr(Numbered::Year), "`1`"),
    (Kind::Nrs(Numbered::Year), "`[1, 2]`"),
    (Kind::Amount, "`54_000`, `54_000.50`"),
    (Kind::Units, "`262.5`"),
    (Kind::Fte, "`2.5`"),
    (Kind::Date, "`2023-09-30`"),
    (Kind::Flag, "`true`, `false`"),
    (Kind::Share, "`\"1/2\"`, `\"50 %\"`"),
    (
        Kind::Named(Named::Groups),
        "`{ professionals = 40, citizens = 60 }`",
    ),
    (
        Kind::Named(Named::ProgressColumns),
        "`{ date = \"Datum\" }`",
    ),
    (Kind::Named(Named::Payers), "`{ gemeente = \"own\" }`"),
    (
        Kind::Named(Named::Categories),
        "`{ Lonen = \"personnel\" }`",
    ),
    (Kind::AsCell, "`5`, `2023-09-30`, `\"30/09/2023\"`"),
];

/// The shape and all within it, in the order of the keys, each of them once.
fn reached_from(shape: &'static Shape, found: &mut Vec<&'static Shape>) {
    if found.iter().any(|known| std::ptr::eq(*known, shape)) {
        return;
    }
    found.push(shape);
    for key in shape.keys {
        if let Kind::Table(inner) | Kind::Tables(inner) = key.kind {
            reached_from(inner, found);
        }
    }
}

fn shape_told(shape: &Shape) -> Vec<String> {
    let name = match shape.name {
        "" => "bovenaan · at the top".to_owned(),
        name => format!("`{name}`"),
    };
    let Both { nl, en } = shape.about;
    let mut told = vec![
        String::new(),
        format!("### {name}: {nl} · {en}"),
        String::new(),
        "| sleutel · key | nodig · needed | wat het bevat · what it holds | betekenis | meaning |"
            .to_owned(),
        "|---|---|---|---|---|".to_owned(),
    ];
    told.extend(shape.keys.iter().map(key_told));
    told
}

fn key_told(key: &Key) -> String {
    let needed = if key.needed { "ja · yes" } else { "" };
    let Both { nl, en } = key.about;
    let cells = [
        format!("`{}`", key.name),
        needed.to_owned(),
        holds(&key.kind),
        nl.to_owned(),
        en.to_owned(),
    ];
    format!("| {} |", cells.map(|it| it.replace('|', "\\|")).join(" | "))
}

/// What a key holds, in both languages.
fn holds(kind: &Kind) -> String {
    let told = match kind {
        Kind::Text => "tekst · text",
        Kind::Texts => "tekst of lijst van teksten · text or list of texts",
        Kind::Version(number) => return format!("altijd · always `{number}`"),
        Kind::Whole => "geheel getal · whole number",
        Kind::AtLeast(least) => {
            return format!("geheel getal, minstens {least} · whole number, {least} or more");
        }
        Kind::AtMost(most) => {
            return format!("geheel getal, hoogstens {most} · whole number, {most} or less");
        }
        Kind::Wholes => "lijst van gehele getallen · list of whole numbers",
        Kind::Nr(Numbered::Action) => "nummer van een actie · number of an action",
        Kind::Nrs(Numbered::Action) => "lijst van nummers van acties · list of numbers of actions",
        Kind::Nr(Numbered::Year) => "nummer van een projectjaar · number of a project year",
        Kind::Nrs(Numbered::Year) => {
            "lijst van nummers van projectjaren · list of numbers of project years"
        }
        Kind::Amount => "euro",
        Kind::Units => "aantal, eventueel met een halve · number, perhaps with a half",
        Kind::Fte => "VTE, hoogstens drie decimalen · FTE, at most three decimals",
        Kind::Date => "datum · date",
        Kind::Flag => "ja of nee · yes or no",
        Kind::Share => "deel van een geheel, als tekst · part of a whole, as a text",
        Kind::Choice(words) => return format!("een van · one of: {}", quoted(words)),
        Kind::Choices(words) => {
            return format!("een of meer van · one or more of: {}", quoted(words));
        }
        Kind::Listed(list) => return listed(*list),
        Kind::Table(shape) => return format!("tabel · table `{}`", shape.name),
        Kind::Tables(shape) if shape.name.starts_with('[') => {
            return format!("tabellen · tables `{}`", shape.name);
        }
        Kind::Tables(shape) => {
            return format!(
                "lijst van tabellen · list of tables `[{{ … }}]`, zie · see `{}`",
                shape.name
            );
        }
        Kind::Named(Named::Groups) => "getallen per groep · numbers per group",
        Kind::Named(Named::ProgressColumns | Named::BookingsColumns) => {
            "titels per kolom · titles per column"
        }
        Kind::Named(Named::Payers) => "betaler per woord · payer per word",
        Kind::Named(Named::Categories) => "categorie per woord · category per word",
        Kind::AsCell => "getal, datum of tekst · number, date or text",
    };
    told.to_owned()
}

fn quoted(words: &[&str]) -> String {
    let words: Vec<_> = words.iter().map(|word| format!("`{word:?}`")).collect();
    words.join(", ")
}

/// What a key holds that takes a word of a list which stands elsewhere.
fn listed(list: List) -> String {
    let terms = list.terms();
    let keys: Vec<&str> = terms.iter().map(|term| term.key).collect();
    let told = match list {
        List::Payer | List::Receipt => {
            return format!("een van · one of: {}", quoted(&keys));
        }
        List::Category => "categorie van de regeling · category of the scheme",
        List::Stimulus => "stimulans van de regeling · stimulus of the scheme",
        List::Scheme => "id van een regeling · id of a scheme",
        List::Code => "code van een bevinding · code of a finding",
    };
    told.to_owned()
}

/// Whether what a block of this kind calls is run.
fn is_run(kind: &str) -> bool {
    kind == "console" || CALLERS.contains(&kind)
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

fn read(path: &Path) -> String {
    std::fs::read_to_string(path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        .trim_start_matches('\u{feff}')
        .replace("\r\n", "\n")
}

fn lines_of(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

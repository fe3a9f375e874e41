//! What is done with the bytes of a fuzz target, and what must hold of the outcome.
//!
//! The fuzzer calls these functions with inputs that it makes up, `cargo test` with those
//! that were once at fault. Each takes the way that the program takes: files in a folder,
//! an account, findings, a document, bytes.

use samenleven::analysis::analyse;
use samenleven::check::check;
use samenleven::document::{Document, Source};
use samenleven::finding::{Located, Place, locate};
use samenleven::input::{self, Loaded, Request};
use samenleven::model::{Euro, EuroError, Language};
use samenleven::render::{Format, Holds, Settings, findings_text, render, render_tables};
use samenleven::report::{self, Charts};
use samenleven::source::{self, Sources};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

/// What stands between the files of one input.
const BETWEEN: &str = "\n=====\n";

/// What stands before the name of a part of a workbook.
const PART: &str = "=== ";

/// A target: its name, what is done with an input, and how far the fuzzer follows it.
type Target = (&'static str, fn(&[u8], Depth), Depth);

/// Every target by its name. Those of one reader stop where its work ends: an input that
/// costs less is tried in more ways, and what comes after is for the report.
pub(crate) const TARGETS: &[Target] = &[
    ("dossier", dossier, Depth::Places),
    ("scheme", scheme, Depth::Places),
    ("log", log, Depth::Places),
    ("bookings", bookings, Depth::Places),
    ("literals", literals, Depth::Places),
    ("personal", personal, Depth::Places),
    ("workbook", workbook, Depth::Places),
    ("report", whole_report, Depth::OneFormat(0)),
];

/// Runs a target as the fuzzer does.
pub(crate) fn run(target: &str, bytes: &[u8]) {
    let (_, run, depth) = named(target);
    run(bytes, *depth);
}

/// Runs a target and follows the outcome to its end.
#[cfg(test)]
pub(crate) fn run_whole(target: &str, bytes: &[u8]) {
    let (_, run, _) = named(target);
    run(bytes, Depth::Formats);
}

fn named(target: &str) -> &'static Target {
    let found = TARGETS.iter().find(|(name, ..)| *name == target);
    found.expect("a target stands in the list")
}

/// A dossier that has all actions of the first years, and logs of any kind.
const DOSSIER: &str = "format = 1\nscheme = \"plan-samenleven\"\n\
    [applicant]\nname = \"Voorbeeldgem\"\nkind = \"municipality\"\n\
    [[year]]\nnr = 1\naward_total = 250_000\n[[year]]\nnr = 2\n\
    [[action]]\nnr = 2\n[[action]]\nnr = 15\n[[action.year]]\nnr = 1\ntarget = 300\n\
    [[action]]\nnr = 17\n[[action]]\nnr = 22\n[[action]]\nnr = 24\n";

/// A dossier: the reader of TOML, and what it makes of keys and values.
fn dossier(bytes: &[u8], depth: Depth) {
    let text = String::from_utf8_lossy(bytes);
    let folder = Folder::with(&[]);
    let mut loaded = input::load_draft("dossier.toml", &text, &folder.request())
        .expect("no scheme file is asked for");
    outcome(&mut loaded, &folder, depth);
}

/// A scheme of one's own, by itself and under the dossier.
fn scheme(bytes: &[u8], depth: Depth) {
    let folder = Folder::with(&[("dossier.toml", DOSSIER.as_bytes()), ("scheme.toml", bytes)]);
    let scheme = folder.path().join("scheme.toml");
    let (_, findings, sources) = input::load_scheme(&scheme).expect("the file is there");
    stand(&locate(findings, &sources), &sources, &folder);
    let request = Request {
        scheme: Some(scheme),
        ..folder.request()
    };
    let mut loaded = input::load(&request).expect("the files are there");
    outcome(&mut loaded, &folder, depth);
}

/// A progress log.
fn log(bytes: &[u8], depth: Depth) {
    let dossier = format!("{DOSSIER}[[progress]]\nfile = \"log\"\n");
    let folder = Folder::with(&[("dossier.toml", dossier.as_bytes()), ("log", bytes)]);
    outcome(&mut folder.load(), &folder, depth);
}

/// A file of bookings.
fn bookings(bytes: &[u8], depth: Depth) {
    let dossier = format!("{DOSSIER}[[bookings]]\nfile = \"book\"\n");
    let folder = Folder::with(&[("dossier.toml", dossier.as_bytes()), ("book", bytes)]);
    outcome(&mut folder.load(), &folder, depth);
}

/// One text as a day, a count and an amount in both conventions, and as a value of TOML.
fn literals(bytes: &[u8], depth: Depth) {
    let text = String::from_utf8_lossy(bytes);
    let quoted = format!("\"{}\"", text.replace('"', "\"\""));
    let mut dossier = DOSSIER.to_owned();
    for list in ["progress", "bookings"] {
        for numbers in ["nl-BE", "plain"] {
            dossier += &format!(
                "[[{list}]]\nfile = \"{list}.{numbers}\"\nseparator = \";\"\nnumbers = \"{numbers}\"\n"
            );
        }
    }
    let progress = format!("datum;actie;aantal\n{quoted};15;1\n2023-01-02;15;{quoted}\n");
    let bookings = format!("datum;betaler;bedrag\n{quoted};eigen;1\n2023-01-02;eigen;{quoted}\n");
    let folder = Folder::with(&[
        ("dossier.toml", dossier.as_bytes()),
        ("progress.nl-BE", progress.as_bytes()),
        ("progress.plain", progress.as_bytes()),
        ("bookings.nl-BE", bookings.as_bytes()),
        ("bookings.plain", bookings.as_bytes()),
    ]);
    let mut loaded = folder.load();
    let account = loaded.account.as_ref().expect("a log takes away no figure");
    for amount in account.bookings.sums.values() {
        // The sum of two amounts may have a digit more than an amount may be written with.
        let printed = amount.to_string();
        let digits = printed.split('.').next().unwrap_or_default();
        let is_longer = digits.trim_start_matches('-').len() > 12;
        let read = if is_longer {
            Err(EuroError::TooLong)
        } else {
            Ok(*amount)
        };
        assert_eq!(Euro::parse(&printed), read);
    }
    outcome(&mut loaded, &folder, depth);
    // What follows a line end may be any key: that is for the target of dossiers.
    if text.contains(['\n', '\r']) {
        return;
    }
    for key in ["award", "target", "current_reach"] {
        let value = format!("{DOSSIER}[[action.year]]\nnr = 1\n{key} = {text}\n");
        let staff = format!("{value}[[staff]]\nrole = \"brugfiguur\"\nfte = {text}\n");
        let dossier = format!("as_of = {text}\n{staff}");
        let mut loaded = input::load_draft("dossier.toml", &dossier, &folder.request())
            .expect("no scheme file is asked for");
        outcome(&mut loaded, &folder, depth);
    }
}

/// A text in which personal data is looked for. What is told apart at a glance has none.
fn personal(bytes: &[u8], _: Depth) {
    let text = String::from_utf8_lossy(bytes);
    let found = source::personal(&text);
    assert!(found.is_none() || source::may_be_personal(text.as_bytes()));
}

/// A workbook, written as the texts that are packed into it.
fn workbook(bytes: &[u8], depth: Depth) {
    let packed = packed(bytes);
    let dossier = format!("{DOSSIER}[[progress]]\nfile = \"log\"\n[[bookings]]\nfile = \"book\"\n");
    let folder = Folder::with(&[
        ("dossier.toml", dossier.as_bytes()),
        ("log", &packed),
        ("book", &packed),
    ]);
    outcome(&mut folder.load(), &folder, depth);
}

/// All files at once, to the end. After them a byte may say which end.
fn whole_report(bytes: &[u8], depth: Depth) {
    let mut files = parts(bytes, BETWEEN.as_bytes()).into_iter();
    let mut next = || files.next().unwrap_or_default();
    let (dossier, log, bookings) = (mended(next()), next(), next());
    let depth = match (depth, next()) {
        (Depth::OneFormat(_), [turn, ..]) => Depth::OneFormat(*turn),
        _ => depth,
    };
    let folder = Folder::with(&[
        ("dossier.toml", dossier.as_bytes()),
        ("progress.csv", log),
        ("bookings.csv", bookings),
    ]);
    outcome(&mut folder.load(), &folder, depth);
}

/// A dossier with what every dossier must say, where it does not.
fn mended(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let mut mended = String::new();
    for (key, line) in [
        ("format", "format = 1\n"),
        ("scheme", "scheme = \"plan-samenleven\"\n"),
    ] {
        if !text.lines().any(|it| it.trim_start().starts_with(key)) {
            mended += line;
        }
    }
    mended += &text;
    for (list, entry) in [
        (
            "[applicant]",
            "name = \"Voorbeeldgem\"\nkind = \"municipality\"",
        ),
        ("[[year]]", "nr = 1"),
        ("[[action]]", "nr = 15\n[[action.year]]\nnr = 1"),
        ("[[progress]]", "file = \"progress.csv\""),
        ("[[bookings]]", "file = \"bookings.csv\""),
    ] {
        if !text.contains(list) {
            mended += &format!("\n{list}\n{entry}\n");
        }
    }
    mended
}

/// How far the outcome of an input is followed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Depth {
    /// What was read, and where the findings of it stand.
    Places,
    /// As well what follows from it, in one format and language, and with small counts
    /// hidden or not: by whose turn it is.
    OneFormat(u8),
    /// As well what follows from it, in every format and both languages.
    #[cfg(test)]
    Formats,
}

/// Follows what was read, and holds it against what must always hold.
fn outcome(loaded: &mut Loaded, folder: &Folder, depth: Depth) {
    let mut findings = std::mem::take(&mut loaded.findings);
    let turn = match depth {
        Depth::OneFormat(turn) => Some(usize::from(turn)),
        _ => None,
    };
    if let Some(account) = &mut loaded.account {
        account.hidden_below = turn.filter(|it| *it >= 128).map(|_| 5);
    }
    let account = loaded.account.as_ref();
    let says_why = account.is_some() || !findings.is_empty();
    assert!(says_why, "without figures somebody says why");
    let analysis = account.filter(|_| depth != Depth::Places).map(analyse);
    findings.extend(analysis.iter().flat_map(check));
    let findings = locate(findings, &loaded.sources);
    stand(&findings, &loaded.sources, folder);
    if depth == Depth::Places {
        return;
    }
    let hashes = input::fingerprints(&loaded.paths, None);
    let languages = [Language::Dutch, Language::English];
    let languages = some(&languages, turn);
    for language in languages {
        let told = findings_text(&findings, &settings(*language));
        assert!(findings.is_empty() || !told.is_empty());
    }
    let Some(analysis) = analysis else {
        return;
    };
    let sources = loaded.sources.iter().zip(hashes);
    let sources = sources
        .map(|((_, file), sha256)| Source {
            path: file.path.clone(),
            sha256,
            rows: None,
            set_aside: None,
            is_withheld: false,
        })
        .collect();
    let document = report::whole_dossier(&analysis, &[], findings, sources, "fuzz", Charts::Drawn);
    for language in languages {
        for format in some(Format::ALL, turn.map(|it| it / 2)) {
            written(&document, *format, &settings(*language));
        }
    }
    assert!(folder.path().exists(), "reading takes nothing away");
}

/// The one whose turn it is, or all.
fn some<T>(all: &[T], turn: Option<usize>) -> &[T] {
    match turn {
        Some(turn) => std::slice::from_ref(&all[turn % all.len()]),
        None => all,
    }
}

/// Writes a document in a format and reads back what can be read back.
fn written(document: &Document, format: Format, settings: &Settings) {
    if format.holds() == Holds::OneTable {
        for (name, bytes) in render_tables(document, format, settings) {
            rows_of_one_length(name, &bytes);
        }
        return;
    }
    let bytes = render(document, format, settings);
    match format {
        Format::Json | Format::Sarif => {
            let read = serde_json::from_slice::<serde_json::Value>(&bytes);
            assert!(read.is_ok(), "{} is no JSON", format.name());
        }
        Format::JsonLines => {
            for line in bytes
                .split(|byte| *byte == b'\n')
                .filter(|it| !it.is_empty())
            {
                let read = serde_json::from_slice::<serde_json::Value>(line);
                assert!(read.is_ok(), "a line is no JSON");
            }
        }
        Format::Html => {
            let page = std::str::from_utf8(&bytes).expect("a page is UTF-8");
            assert!(!page.contains("<script"), "a page runs nothing");
        }
        Format::Xlsx => assert!(bytes.starts_with(b"PK"), "a workbook is packed"),
        _ => assert!(std::str::from_utf8(&bytes).is_ok(), "a text is UTF-8"),
    }
}

/// A table comes back with as many cells in every row, and with no formula.
pub(crate) fn rows_of_one_length(name: &str, bytes: &[u8]) {
    let delimiter = if bytes.starts_with(b"\xEF\xBB\xBF") {
        b';'
    } else {
        b','
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .from_reader(bytes);
    for row in reader.records() {
        let row = row.expect("the rows of a table have one length");
        let runs = |field: &str| field.starts_with(['=', '+', '@']);
        assert!(!row.iter().any(runs), "{name}: {row:?}");
    }
}

/// Every place of a finding is where it says.
fn stand(findings: &[Located], sources: &Sources, folder: &Folder) {
    let mut logs = BTreeMap::new();
    for finding in findings {
        for place in std::iter::once(&finding.place).chain(&finding.related) {
            stands(place, sources);
            let read = || fs::read(folder.path().join(&place.path)).unwrap_or_default();
            let log = logs.entry(&place.path).or_insert_with(read);
            stands_in_log(place, std::str::from_utf8(log).unwrap_or_default());
        }
    }
}

/// What is shown in the place of a cell that holds personal data.
const MASKS: &[&str] = &["[P01]", "[P02]"];

/// A place of a text cuts out of it exactly what its excerpt marks.
fn stands(place: &Place, sources: &Sources) {
    assert!(place.line >= 1 && place.column >= 1, "{place:?}");
    let Some(excerpt) = &place.excerpt else {
        return;
    };
    let marked = excerpt.get(place.mark.clone());
    let marked = marked.unwrap_or_else(|| panic!("a mark lies within its excerpt: {place:?}"));
    let source = sources.iter().find(|(_, file)| file.path == place.path);
    let Some((_, source)) = source.filter(|(_, file)| !file.text.is_empty()) else {
        return;
    };
    if place.cell.is_some() {
        return;
    }
    let text = source.text.strip_prefix('\u{feff}').unwrap_or(&source.text);
    let line = text.split('\n').nth(place.line - 1);
    let line = line.unwrap_or_else(|| panic!("a line is there: {place:?}"));
    let rest: String = line.chars().skip(place.column - 1).collect();
    assert!(rest.starts_with(marked), "{rest:?} is not {place:?}");
    assert!(line.contains(excerpt.as_str()), "{line:?} is not {place:?}");
}

/// The place of a cell in a plain log is where its text begins. What is quoted, masked, in
/// other letters or with other line ends is not shown as it is written.
fn stands_in_log(place: &Place, text: &str) {
    let (Some(excerpt), Some(_)) = (&place.excerpt, &place.cell) else {
        return;
    };
    let is_plain = !text.contains(['"', '\r', '\0', '\u{feff}']) && !text.starts_with("PK");
    if !is_plain || text.is_empty() || MASKS.contains(&excerpt.as_str()) {
        return;
    }
    let line = text.split('\n').nth(place.line - 1);
    let line = line.unwrap_or_else(|| panic!("a line is there: {place:?}"));
    let rest: String = line.chars().skip(place.column - 1).collect();
    let excerpt = excerpt.strip_suffix('…').unwrap_or(excerpt);
    let begins = rest.trim_start().starts_with(excerpt);
    assert!(begins, "{rest:?} is not {place:?}");
}

fn settings(language: Language) -> Settings {
    Settings {
        language,
        width: 80,
        colour: false,
        plain: false,
        reload_after: None,
    }
}

// Files.

/// A folder of files, gone at the end.
struct Folder(tempfile::TempDir);

impl Folder {
    fn with(files: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        for (name, bytes) in files {
            fs::write(folder.path().join(name), bytes).expect("a file can be written");
        }
        Self(folder)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn request(&self) -> Request {
        Request {
            dossier: self.path().to_path_buf(),
            ..Request::default()
        }
    }

    fn load(&self) -> Loaded {
        input::load(&self.request()).expect("the dossier can be opened")
    }
}

/// The pieces of `bytes` between each `mark`.
fn parts<'b>(mut bytes: &'b [u8], mark: &[u8]) -> Vec<&'b [u8]> {
    let mut parts = Vec::new();
    while let Some(at) = bytes.windows(mark.len()).position(|it| it == mark) {
        parts.push(&bytes[..at]);
        bytes = &bytes[at + mark.len()..];
    }
    parts.push(bytes);
    parts
}

/// A workbook of which each part begins with a line `=== NAME`; bytes that are packed
/// already, or an old workbook, stay as they are.
fn packed(bytes: &[u8]) -> Vec<u8> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return bytes.to_vec();
    }
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let bytes = [b"\n", bytes].concat();
    for part in parts(&bytes, format!("\n{PART}").as_bytes()) {
        let end = part.iter().position(|it| *it == b'\n');
        let (name, text) = part.split_at(end.unwrap_or(part.len()));
        let name = String::from_utf8_lossy(name);
        if archive.start_file(name.trim(), options).is_ok() {
            let text = text.get(1..).unwrap_or_default();
            archive.write_all(text).expect("memory can be written");
        }
    }
    let packed = archive.finish().expect("memory can be written");
    packed.into_inner()
}

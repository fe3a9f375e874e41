//! How far reading has come, as somebody who listens is told it.

use crate::program::Folder;
use samenleven::input::{Listener, Request, fingerprints, load, load_telling};
use samenleven::model::Language;
use std::sync::Mutex;

/// A dossier with two logs, in English.
const DOSSIER: &str = "format = 1
scheme = \"plan-samenleven\"
language = \"en\"
as_of = 2023-09-30
[applicant]
name = \"Voorbeeldgem\"
kind = \"municipality\"
[[year]]
nr = 1
[[action]]
nr = 5
[[progress]]
file = \"lang.csv\"
[[progress]]
file = \"weg.csv\"
[[progress]]
file = \"utf16.csv\"
";

/// Rows of the long log: so many that most are read fast, in several blocks.
const ROWS: u64 = 100_000;

/// Bytes, and the language of the dossier.
type Begun = (u64, Option<Language>);
/// Bytes and rows.
type Passed = (u64, u64);

/// Keeps all that it is told.
#[derive(Default)]
struct Heard {
    begun: Mutex<Vec<Begun>>,
    passed: Mutex<Vec<Passed>>,
}

impl Listener for Heard {
    fn begin(&self, bytes: u64, language: Option<Language>) {
        let mut begun = self.begun.lock().expect("no listener panics");
        begun.push((bytes, language));
    }

    fn pass(&self, bytes: u64, rows: u64) {
        let mut passed = self.passed.lock().expect("no listener panics");
        passed.push((bytes, rows));
    }
}

impl Heard {
    fn all(self) -> (Vec<Begun>, Vec<Passed>) {
        let all = (self.begun.into_inner(), self.passed.into_inner());
        let (Ok(begun), Ok(passed)) = all else {
            panic!("no listener panics");
        };
        (begun, passed)
    }
}

fn long_log() -> String {
    let row = |nr: u64| format!("{:02}/03/2023;5;1;partner {}\n", 1 + nr % 28, nr % 7);
    let rows: String = (0..ROWS).map(row).collect();
    format!("datum;actie;aantal;aanbieder\n{rows}")
}

fn utf16(text: &str) -> Vec<u8> {
    let units = std::iter::once('\u{FEFF}').chain(text.chars());
    let text: String = units.collect();
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn request(folder: &Folder) -> Request {
    Request {
        dossier: folder.path().to_path_buf(),
        ..Request::default()
    }
}

#[test]
fn a_listener_is_told_bytes_and_rows_up_to_the_last() {
    let long = long_log();
    let small = utf16("datum;actie;aantal\n30/09/2023;5;2\n29/09/2023;5;3\n");
    let folder = Folder::with(&[
        ("dossier.toml", DOSSIER.as_bytes()),
        ("lang.csv", long.as_bytes()),
        ("utf16.csv", &small),
    ]);
    let heard = Heard::default();
    load_telling(&request(&folder), Some(&heard)).expect("it can be read");
    let (begun, passed) = heard.all();

    let number = |bytes: usize| u64::try_from(bytes).expect("it fits");
    let bytes = number(long.len() + small.len());
    assert_eq!(begun, [(bytes, Some(Language::English))]);
    assert!(passed.is_sorted(), "{passed:?}");
    assert_eq!(passed.last(), Some(&(bytes, ROWS + 2)));
    let within_the_first = passed
        .iter()
        .filter(|(bytes, _)| *bytes < number(long.len()));
    assert!(within_the_first.count() > 5, "{passed:?}");
    assert!(passed.contains(&(number(long.len()), ROWS)), "{passed:?}");
    // Each letter of the second log takes two bytes, beside the two of its mark.
    assert!(passed.contains(&(bytes - 2, ROWS + 2)), "{passed:?}");
}

#[test]
fn whether_somebody_listens_changes_nothing() {
    let folder = Folder::with(&[
        ("dossier.toml", DOSSIER.as_bytes()),
        ("lang.csv", long_log().as_bytes()),
    ]);
    let told = load_telling(&request(&folder), Some(&Heard::default()));
    let untold = load(&request(&folder)).expect("it can be read");
    let told = told.expect("it can be read");
    assert_eq!(
        format!("{:?}", told.account),
        format!("{:?}", untold.account)
    );
    assert_eq!(told.findings.len(), untold.findings.len());
}

#[test]
fn hashing_tells_its_bytes() {
    let folder = Folder::with(&[("een", &[b'a'; 100_000]), ("twee", b"bc")]);
    let path = |name| Some(folder.path().join(name));
    let paths = [path("een"), None, path("weg"), path("twee")];
    let heard = Heard::default();
    let hashes = fingerprints(&paths, Some(&heard));
    let known: Vec<bool> = hashes.iter().map(Option::is_some).collect();
    assert_eq!(known, [true, false, false, true]);
    let (begun, passed) = heard.all();
    assert_eq!(begun, [(100_002, None)]);
    assert_eq!(passed.last(), Some(&(100_002, 0)));
    assert!(passed.len() > 2 && passed.is_sorted(), "{passed:?}");
}

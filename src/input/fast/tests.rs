//! The fast reader and the careful one read the same, whatever stands in the file.

use crate::finding::Spot;
use crate::input::Request;
use crate::input::bookings_file::BookingsFold;
use crate::input::csv::log::{Way, read_log_so};
use crate::input::ledger_accounts::LedgerAccounts;
use crate::input::log_row::Read;
use crate::input::names::Names;
use crate::input::progress_file::ProgressFold;
use crate::input::row_reader::RowReader;
use crate::input::{BuiltIn, built_in, load};
use crate::model::{Bookings, Dossier, LogFile, Scheme, Tallies};
use crate::source::FileId;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use std::fs;

/// Every row with care; then fast by one thread and by several, in blocks of several
/// sizes.
const WAYS: [Way; 5] = [
    way(0, 1 << 18),
    way(1, 1 << 18),
    way(1, 7),
    way(3, 64),
    way(2, 300),
];

const fn way(threads: usize, block: usize) -> Way {
    Way {
        is_long: true,
        threads: Some(threads),
        block,
    }
}

/// What is seen of a file that was read.
fn told(read: &Read) -> String {
    let findings = read.findings.iter().map(|it| format!("{it:?}\n"));
    let findings: String = findings.collect();
    let Read {
        rows,
        set_aside,
        is_counted,
        last,
        places,
        how,
        ..
    } = read;
    format!("{findings}{rows} {set_aside} {is_counted} {last:?} {places:?}\n{how:?}")
}

struct Case {
    scheme: Scheme,
    dossier: Dossier,
    folder: tempfile::TempDir,
}

impl Case {
    /// A dossier with these lines beside its years and actions.
    fn new(lines: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let text = format!("{DOSSIER}{lines}\n");
        fs::write(folder.path().join("dossier.toml"), text).expect("it can be written");
        for name in ["progress.csv", "bookings.csv"] {
            fs::write(folder.path().join(name), "").expect("it can be written");
        }
        let request = Request {
            dossier: folder.path().to_path_buf(),
            ..Request::default()
        };
        let loaded = load(&request).expect("the dossier can be read");
        let account = loaded.account.expect("the dossier has no fault");
        let scheme = built_in("plan-samenleven")
            .and_then(BuiltIn::scheme)
            .cloned();
        Self {
            scheme: scheme.expect("it is built in"),
            dossier: account.dossier,
            folder,
        }
    }

    fn reader(&self) -> RowReader<'_> {
        RowReader::new(&self.scheme, &self.dossier, self.dossier.as_of)
    }

    fn progress(&self, bytes: &[u8], way: &Way) -> String {
        let log = &self.dossier.progress[0];
        let mut tallies = Tallies::default();
        let mut names = Names::new(&mut tallies);
        let mut fold = ProgressFold::new(self.reader(), &mut tallies, &mut names);
        let path = self.write(log, bytes);
        let read = read_log_so(path.as_path().into(), FileId::FIRST, log, &mut fold, way);
        let read = read.expect("the file can be read");
        format!("{}\n{tallies:?}", told(&read))
    }

    fn bookings(&self, bytes: &[u8], way: &Way) -> String {
        let log = &self.dossier.bookings[0];
        let mut bookings = Bookings::default();
        let mut accounts = LedgerAccounts::new(&mut bookings);
        let mut fold = BookingsFold::new(self.reader(), &mut bookings, &mut accounts);
        let path = self.write(log, bytes);
        let read = read_log_so(path.as_path().into(), FileId::FIRST, log, &mut fold, way);
        let mut read = read.expect("the file can be read");
        let places: Vec<Spot> = std::mem::take(&mut read.places);
        fold.keep(places);
        format!("{}\n{bookings:?}", told(&read))
    }

    fn write(&self, log: &LogFile, bytes: &[u8]) -> std::path::PathBuf {
        let path = self.folder.path().join(&log.file.value);
        fs::write(&path, bytes).expect("it can be written");
        path
    }

    fn reads_the_same(&self, bytes: &[u8]) {
        let careful = (
            self.progress(bytes, &WAYS[0]),
            self.bookings(bytes, &WAYS[0]),
        );
        for way in &WAYS[1..] {
            assert_eq!(self.progress(bytes, way), careful.0, "{way:?}");
            assert_eq!(self.bookings(bytes, way), careful.1, "{way:?}");
        }
    }
}

const DOSSIER: &str = r#"
format = 1
scheme = "plan-samenleven"
[applicant]
name = "Voorbeeldgem"
kind = "municipality"
[[year]]
nr = 1
[[year]]
nr = 2
[[action]]
nr = 2
[[action]]
nr = 15
[[action.year]]
nr = 1
[[action]]
nr = 22
[[action]]
nr = 24
"#;

const FILES: &str = "[[progress]]\nfile = \"progress.csv\"\n[[bookings]]\nfile = \"bookings.csv\"";

fn cases() -> Vec<Case> {
    let plain = format!("{FILES}\nnumbers = \"plain\"");
    let fixed = "[[progress]]\nfile = \"progress.csv\"\naction = 24\nprovider = \"School\"\n\
                 [[bookings]]\nfile = \"bookings.csv\"\npayer = \"own\"";
    vec![Case::new(FILES), Case::new(&plain), Case::new(fixed)]
}

const HEADERS: [&str; 5] = [
    "datum;actie;aantal;aanbieder;doelgroep;opmerking",
    "date,action,count,provider,group,note",
    "opmerking\tdatum\tactie\taantal",
    "datum;actie;categorie;betaler;bedrag;rekening",
    "date,action,category,payer,amount,description",
];

const CELLS: &[&str] = &[
    "2022-10-01",
    "2023-03-31",
    "2023-10-02",
    "2025-01-01",
    "2023-02-29",
    "1999-01-01",
    "05/03/2023",
    "31/03/2023",
    "03/31/2023",
    "31-03-2023",
    "1/2/2023",
    "15",
    "24",
    "22",
    "2",
    "7",
    "015",
    " 15",
    "3",
    "0",
    "1",
    "-4",
    "12345678",
    "123456789",
    "1.250",
    "12,5",
    "12.50",
    "1234,56",
    "-3,10",
    "-3.10",
    "0,00",
    "personnel",
    "werking",
    "own",
    "award",
    "eigen",
    "School",
    "school",
    " school ",
    "Jongerenhuis",
    "buurthuis 7",
    "nota",
    "",
    "",
    " ",
    "totaal",
    "a\"b",
    "\"a;b\"",
    "\"a\nb\"",
    "\"15\"",
    "\"",
    "a@b.be",
    "0470 12 34 56",
    "610123456",
    "610000",
    "caf\u{e9}",
    "\u{a0}",
    "€ 5",
    "\r",
    "\0",
];

/// Rows that look like those of a log, most of them plain.
fn files() -> impl Strategy<Value = Vec<u8>> {
    let dates = select(vec!["2023-03-31", "05/03/2023", "31/03/2023", "2022-12-12"]);
    let plain = (dates, select(CELLS), select(CELLS))
        .prop_map(|(date, provider, last)| vec![date, "24", "3", provider, last]);
    let booked = (select(CELLS), select(CELLS)).prop_map(|(amount, account)| {
        vec!["2023-03-31", "15", "personnel", "own", amount, account]
    });
    let any = vec(select(CELLS), 0..8);
    let row = (
        prop_oneof![3 => plain, 3 => booked, 2 => any],
        select(vec!["\n", "\n", "\r\n", ""]),
        select(vec![None, None, None, None, Some(0xE9_u8), Some(0x80)]),
    );
    let start = select(vec!["", "\u{feff}", "sep=;\n", "\n"]);
    (start, select(HEADERS.to_vec()), vec(row, 0..30)).prop_map(|(start, header, rows)| {
        let separator = [";", ",", "\t"].into_iter().find(|it| header.contains(it));
        let mut bytes = format!("{start}{header}\n").into_bytes();
        for (cells, end, odd) in rows {
            bytes.extend_from_slice(cells.join(separator.unwrap_or(";")).as_bytes());
            bytes.extend(odd);
            bytes.extend_from_slice(end.as_bytes());
        }
        bytes
    })
}

fn holds<S: Strategy>(cases: u32, inputs: &S, property: impl Fn(S::Value)) {
    let config = ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let tried = TestRunner::new_with_rng(config, rng).run(inputs, |input| {
        property(input);
        Ok(())
    });
    if let Err(failure) = tried {
        panic!("{failure}");
    }
}

#[test]
fn rows_that_look_like_a_log_are_read_the_same() {
    let cases = cases();
    holds(300, &files(), |bytes| {
        for case in &cases {
            case.reads_the_same(&bytes);
        }
    });
}

#[test]
fn rows_over_several_stretches_are_read_the_same() {
    let case = Case::new(FILES);
    // Many plain rows before each part, so that what is odd stands anywhere in a stretch.
    let parts = vec((files(), 1..400_usize), 6..10);
    holds(40, &parts, |parts| {
        let mut file = format!("{}\n", HEADERS[0]).into_bytes();
        for (odd, plain) in parts {
            file.extend("31/03/2023;24;2;School;;\n".repeat(plain).into_bytes());
            file.extend(odd);
            file.push(b'\n');
        }
        case.reads_the_same(&file);
    });
}

#[test]
fn any_bytes_are_read_the_same() {
    let cases = cases();
    let bytes = vec(select(b"0123456789-/;,\n\n\r\"a @.\xE9".to_vec()), 0..200);
    let headers = select(HEADERS.to_vec());
    holds(100, &(headers, bytes), |(header, bytes)| {
        let file = [header.as_bytes(), b"\n", &bytes].concat();
        cases[0].reads_the_same(&file);
        cases[1].reads_the_same(&bytes);
    });
}

#[test]
fn utf_16_is_read_the_same() {
    let case = Case::new(FILES);
    holds(40, &files(), |bytes| {
        let text = String::from_utf8_lossy(&bytes);
        let units = "\u{feff}".encode_utf16().chain(text.encode_utf16());
        case.reads_the_same(&units.flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    });
}

#[test]
fn rows_after_the_as_of_date_are_counted_the_same() {
    let case =
        Case::new("[[progress]]\nfile = \"progress.csv\"\n[[bookings]]\nfile = \"bookings.csv\"");
    let case = Case {
        dossier: Dossier {
            as_of: Some(jiff::civil::date(2023, 3, 5)),
            ..case.dossier.clone()
        },
        ..case
    };
    holds(60, &files(), |bytes| case.reads_the_same(&bytes));
    // On both sides of the date, and so many plain rows that the fast reader counts most of them.
    let rows = "05/03/2023;24;2;School;;\n31/03/2023;24;3;School;;\n".repeat(200);
    case.reads_the_same(format!("{}\n{rows}", HEADERS[0]).as_bytes());
}

#[test]
fn more_findings_than_are_told_and_more_providers_than_are_kept_apart() {
    let case = Case::new(FILES);
    let rows = (0..12_000).map(|nr| match nr % 50 {
        0 => format!("31/09/2023;24;1;partner {nr};;\n"),
        1 => format!("31/03/2023;24;x;partner {nr};;\n"),
        _ => format!(
            "31/03/2023;24;2;Partner {};groep {};\n",
            nr % 11_500,
            nr % 7
        ),
    });
    let file = format!("{}\n{}", HEADERS[0], rows.collect::<String>());
    let read = |way| case.progress(file.as_bytes(), &way);
    let careful = read(WAYS[0]);
    assert!(careful.contains("TooManyProviders") && careful.contains("MoreOfTheSame"));
    assert_eq!(read(way(3, 4096)), careful);
    assert_eq!(read(way(1, 1 << 18)), careful);
}

#[test]
fn a_row_that_is_too_long_is_told_the_same() {
    let case = Case::new(FILES);
    let long = "x".repeat(1 << 21);
    let row = "31/03/2023;24;2;School;;\n";
    for odd in [
        format!("{row}{long}\n{row}"),
        format!("{row}\"{long}\n{row}{row}"),
    ] {
        let file = format!("{}\n{row}{odd}", HEADERS[0]);
        let careful = case.progress(file.as_bytes(), &WAYS[0]);
        for way in &WAYS[1..] {
            let way = Way {
                block: 1 << 16,
                ..*way
            };
            assert_eq!(case.progress(file.as_bytes(), &way), careful);
        }
    }
}

//! The inputs that a fuzz target once found a fault with, run again; and that every target
//! has its file, its place in the package and its seeds.

#[path = "fuzz/targets.rs"]
pub(crate) mod targets;

use crate::program::{names, root};
use crate::properties::holds;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::fs;
use std::path::PathBuf;
use targets::{TARGETS, run, run_whole};

fn folder() -> PathBuf {
    root().join("tests/fuzz")
}

#[test]
fn what_was_found_is_at_fault_no_more() {
    let mut inputs = 0;
    for target in names(&folder().join("found")) {
        let found = folder().join("found").join(&target);
        for name in names(&found) {
            let bytes = fs::read(found.join(&name)).expect("the input can be read");
            run_whole(&target, &bytes);
            inputs += 1;
        }
    }
    assert!(inputs > 0, "what was found is kept");
}

#[test]
fn every_target_has_its_file_its_place_and_its_seeds() {
    let text = |name: &str| fs::read_to_string(folder().join(name)).expect("the file is there");
    let (package, seeds) = (text("Cargo.toml"), text("run"));
    let mut named: Vec<String> = TARGETS
        .iter()
        .map(|(name, ..)| format!("{name}.rs"))
        .collect();
    named.sort();
    assert_eq!(names(&folder().join("fuzz_targets")), named);
    for (name, ..) in TARGETS {
        let file = text(&format!("fuzz_targets/{name}.rs"));
        assert!(file.contains(&format!("run(\"{name}\", bytes)")), "{name}");
        assert!(package.contains(&format!("name = \"{name}\"")), "{name}");
        assert!(seeds.contains(&format!("\"{name}\": ")), "{name} has seeds");
    }
}

#[test]
fn a_target_can_fail() {
    let unknown = std::panic::catch_unwind(|| run("no such target", b""));
    assert!(unknown.is_err());
}

/// Values that are odd somewhere, and pieces that break a line.
const ODD: &[&str] = &[
    "",
    "0",
    "-1",
    "1e3",
    "0.005",
    "\"\"",
    "\"één\u{202e}\"",
    "[{}]",
    "{}",
    "[1, 1]",
    "true",
    "2023-02-30",
    "25.000,50",
    "“a”",
    "'''\n\n'''",
    "99999999999999999999",
];

/// The real dossiers, each with some of its lines put elsewhere, or with another value.
fn bent() -> impl Strategy<Value = String> {
    let dossiers: Vec<String> = [
        "data/dossiers/dendermonde",
        "data/dossiers/maasmechelen",
        "data/dossiers/mechelen",
        "data/dossiers/sint-pieters-leeuw",
        "examples/voorbeeldgem",
        "tests/files/every-key",
    ]
    .iter()
    .map(|it| fs::read_to_string(root().join(it).join("dossier.toml")).expect("it is there"))
    .collect();
    let change = (any::<Index>(), any::<Index>(), 0..5u8, select(ODD));
    (select(dossiers), vec(change, 1..6), any::<bool>()).prop_map(|(text, changes, ends)| {
        let mut lines: Vec<String> = text.lines().map(ToOwned::to_owned).collect();
        for (at, other, kind, odd) in changes {
            let (at, other) = (at.index(lines.len()), other.index(lines.len()));
            let key = lines[at].split('=').next().unwrap_or_default().to_owned();
            match kind {
                0 => drop(lines.remove(at)),
                1 => lines.insert(at, lines[other].clone()),
                2 => lines[at] = lines[at].replace(['e', 'a'], "é"),
                3 => lines[at] = format!("{}x = {odd}", key.trim_end()),
                _ => lines[at] = format!("{key}= {odd}"),
            }
        }
        lines.join(if ends { "\r\n" } else { "\n" })
    })
}

#[test]
fn every_place_cuts_out_what_it_names() {
    holds(96, &bent(), |dossier| {
        run_whole("dossier", dossier.as_bytes());
    });
}

#[test]
fn every_place_in_a_log_cuts_out_what_it_names() {
    let cell = select(vec![
        "12/10/2022",
        "31/09/2023",
        "2023-03-31",
        "15",
        "99",
        "één",
        "x",
        "-4",
        "1.250,50",
        "",
        " ",
        "25.000",
        "taalcafé ",
    ]);
    let rows = vec((vec(cell, 3..6), select(vec!["\n", "\r\n"])), 0..12);
    holds(48, &rows, |rows| {
        let mut log = "datum;actie;aantal;aanbieder;é\n".to_owned();
        for (cells, end) in rows {
            log += &(cells.join(";") + end);
        }
        run_whole("log", log.as_bytes());
    });
}

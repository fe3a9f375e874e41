//! What the program is built from: a reason for every library, and how many there are.
//!
//! `.deny.toml` says which may come along; `tests/supply/check.py` counts them per kind.

use crate::program::root;
use std::fs;

/// The packages of Cargo.lock: ours, all that goes into the program on any system, and
/// what tests add. One more is a decision, made here.
const MOST_PACKAGES: usize = 215;

/// The lines that name a library, each with the line it stands on.
fn libraries(manifest: &str) -> Vec<(usize, &str)> {
    let mut is_open = false;
    let mut lines = Vec::new();
    for (index, line) in manifest.lines().enumerate() {
        if line.starts_with('[') {
            is_open = line.trim_end().ends_with("dependencies]");
        } else if is_open && !line.trim().is_empty() && !line.starts_with('#') {
            lines.push((index + 1, line));
        }
    }
    lines
}

/// The libraries that have no reason of at least two words beside them, and a library that
/// has a table of its own, for there nobody reads a reason in the list.
fn without_reason(manifest: &str) -> Vec<String> {
    let unsaid = libraries(manifest)
        .into_iter()
        .filter(|(_, line)| {
            let reason = line.rsplit_once("# ").map_or("", |(_, reason)| reason);
            reason.split_whitespace().count() < 2
        })
        .map(|(nr, line)| format!("Cargo.toml:{nr}: no reason: {line}"));
    let apart = manifest
        .lines()
        .filter(|line| line.starts_with('[') && line.contains("dependencies."))
        .map(|line| format!("Cargo.toml: {line} stands apart"));
    unsaid.chain(apart).collect()
}

#[test]
fn the_rule_on_reasons_can_fail() {
    for (manifest, breaches) in [
        ("[dependencies]\ncsv = \"1\" # writing CSV\n", 0),
        ("[dependencies]\ncsv = \"1\"\n", 1),
        ("[dependencies]\ncsv = \"1\" # CSV\n", 1),
        ("[dependencies]\n# writing CSV\ncsv = \"1\"\n", 1),
        (
            "[dev-dependencies]\na = { version = \"1\" }\nb = \"1\"\n",
            2,
        ),
        ("[target.'cfg(unix)'.dependencies]\na = \"1\"\n", 1),
        ("[build-dependencies]\na = \"1\"\n", 1),
        ("[dependencies.csv]\nversion = \"1\"\n", 1),
        (
            "[package]\nname = \"csv\"\n[profile.release]\nlto = false\n",
            0,
        ),
    ] {
        assert_eq!(without_reason(manifest).len(), breaches, "{manifest}");
    }
}

#[test]
fn every_library_has_its_reason_beside_it() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("the project has one");
    assert!(libraries(&manifest).len() > 30, "the lists were found");
    let breaches = without_reason(&manifest);
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

#[test]
fn the_locked_packages_are_within_their_number() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).expect("the project has one");
    let packages = lock.lines().filter(|line| *line == "[[package]]").count();
    assert!(packages > 100, "the packages were found");
    assert!(
        packages <= MOST_PACKAGES,
        "Cargo.lock has {packages} packages, {MOST_PACKAGES} were agreed on: \
         look with `cargo tree` at what came along, then raise the number"
    );
}

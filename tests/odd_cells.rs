//! Every way in which a number or a day in a cell can be wrong, and what is said of it.

use crate::program::{Folder, run, stdout};

const DOSSIER: &str = "format = 1\nscheme = \"plan-samenleven\"\nas_of = 2023-09-30\n\
    [applicant]\nname = \"Voorbeeldgem\"\nkind = \"municipality\"\n\
    [[year]]\nnr = 1\n[[action]]\nnr = 15\n[[action.year]]\nnr = 1\ntarget = 300\n";

/// What stands where a count is wanted.
const COUNTS: &[&str] = &[
    "",
    "40%",
    "1O0",
    "lo5",
    "l5",
    "1I",
    "$ 5",
    "€ 5",
    "5 CHF",
    "1.2,3",
    "1e3",
    "#N/B",
    "12 ?",
    "+3",
    "12 keer",
    "1.5",
    "20,000",
    "0.500",
    "9999999999",
    "12,50",
];

/// What stands where an amount is wanted.
const AMOUNTS: &[&str] = &[
    "",
    "40%",
    "1O0,00",
    "$ 5",
    "1.234.56",
    "1,234",
    "12,345",
    "1.250,505",
    "1234567890123",
    "1e3",
    "#VERW!",
    "12 ?",
    "+3",
    "vijf",
    "--5",
];

/// What stands where a day is wanted.
const DAYS: &[&str] = &[
    "",
    "45199",
    "2023-09-30T22:00:00Z",
    "31/09/2023",
    "30/09/23",
    "13/13/2023",
    "09/30/2023",
    "00/00/0000",
    "#N/B",
    "gisteren",
    "30 sept",
];

fn said(log: &str, bookings: &str, language: &str) -> String {
    let files = [
        ("progress", "log.csv", log),
        ("bookings", "boek.csv", bookings),
    ];
    let mut dossier = DOSSIER.to_owned();
    for (list, name, text) in files {
        if !text.is_empty() {
            dossier += &format!("[[{list}]]\nfile = \"{name}\"\nnumbers = \"nl-BE\"\n");
        }
    }
    let folder = Folder::with(&[
        ("dossier.toml", dossier.as_bytes()),
        ("log.csv", log.as_bytes()),
        ("boek.csv", bookings.as_bytes()),
    ]);
    stdout(&run(&["check", folder.argument(), "--lang", language]))
}

fn held(name: &str, log: &str, bookings: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("snapshots/odd_cells");
    let both = ["nl", "en"].map(|language| said(log, bookings, language));
    let both = both.join("\n-------- en --------\n\n");
    settings.bind(|| insta::assert_snapshot!(name, both));
}

#[test]
fn every_wrong_count_says_what_to_write() {
    let rows = COUNTS
        .iter()
        .map(|text| format!("10/05/2023;15;{text};huis\n"));
    let rows: String = rows.collect();
    held(
        "counts",
        &format!("datum;actie;aantal;aanbieder\n{rows}"),
        "",
    );
}

#[test]
fn every_wrong_amount_says_what_to_write() {
    let rows = AMOUNTS
        .iter()
        .map(|text| format!("10/05/2023;15;personeel;eigen;{text}\n"));
    let rows: String = rows.collect();
    held(
        "amounts",
        "",
        &format!("datum;actie;categorie;betaler;bedrag\n{rows}"),
    );
}

#[test]
fn every_wrong_day_says_what_to_write() {
    let rows = DAYS.iter().map(|text| format!("{text};15;5;huis\n"));
    let rows: String = rows.collect();
    held("days", &format!("datum;actie;aantal;aanbieder\n{rows}"), "");
}

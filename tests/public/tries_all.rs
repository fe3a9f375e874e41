//! Somebody who has the program as well as the public report: they make every dossier
//! there can be, keep those with the very same public report, and look whether a figure
//! that is hidden is the same in all of them. Nothing that the report tells escapes them,
//! and no rule by which it hides.

use super::{
    BELOW, PERSONS, Row, STATE, account, day, document, dossier, is_small, json_of, row, rows,
    scheme,
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A count of persons in a report: its table, its row and its column.
type Cell = (&'static str, usize, &'static str);

/// The most that is tried of a count.
const MOST: i64 = 6;

/// The counts of persons that are told of one action by itself.
const COUNTS: [(&str, &[&str]); 3] = [
    ("kpi", &["reached"]),
    ("kpi_by_provider", &["reached"]),
    ("progress", &["reached", "cumulative"]),
];

/// What is told of them.
fn counts(report: &Value) -> impl Iterator<Item = (Cell, i64)> {
    COUNTS.iter().flat_map(move |(table, columns)| {
        let cells = rows(report, table).iter().enumerate();
        cells.flat_map(move |(at, row)| {
            let told =
                move |column: &&'static str| Some(((*table, at, *column), row[*column].as_i64()?));
            columns.iter().filter_map(told)
        })
    })
}

/// Every list of three counts from 0 to `most`.
fn three(most: i64) -> impl Iterator<Item = [i64; 3]> {
    let one = move || 0..=most;
    one().flat_map(move |a| one().flat_map(move |b| one().map(move |c| [a, b, c])))
}

/// Makes a dossier of each three counts up to `most` and returns how many small figures
/// were hidden in reports that no dossier of larger counts may have.
fn tries(most: i64, own_scheme: Option<&str>, made: impl Fn([i64; 3]) -> Vec<Row>) -> usize {
    tries_among(three(most), (most, Edge::LeftOut), own_scheme, "", made)
}

/// What is done with reports that a dossier with more than was tried may have as well.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// What seems to be found out may not be.
    LeftOut,
    /// The most that is tried is one of several even so.
    Judged,
}

/// The same of these counts, in a dossier that says `more`.
fn tries_among(
    tried: impl Iterator<Item = [i64; 3]>,
    (most, edge): (i64, Edge),
    own_scheme: Option<&str>,
    more: &str,
    made: impl Fn([i64; 3]) -> Vec<Row>,
) -> usize {
    let mut alike: BTreeMap<String, Vec<([i64; 3], Value)>> = BTreeMap::new();
    for counts in tried {
        let folder = dossier(&made(counts), day("2023-09-30"), true);
        let path = folder.path().join("dossier.toml");
        let text = std::fs::read_to_string(&path).expect("it can be read");
        std::fs::write(&path, text + more).expect("it can be written");
        if let Some(scheme) = own_scheme {
            std::fs::write(folder.path().join("scheme.toml"), scheme).expect("it can be written");
        }
        let mut account = account(folder.path());
        let secret = json_of(&document(&account));
        account.hidden_below = Some(BELOW);
        let public = json_of(&document(&account)).to_string();
        alike.entry(public).or_default().push((counts, secret));
    }
    if edge == Edge::LeftOut {
        let may_have_more = |(counts, _): &([i64; 3], Value)| counts.contains(&most);
        alike.retain(|_, dossiers| !dossiers.iter().any(may_have_more));
    }
    let mut hidden = 0;
    for (public, dossiers) in alike {
        let public = serde_json::from_str(&public).expect("a report is JSON");
        let told: BTreeSet<Cell> = counts(&public).map(|(cell, _)| cell).collect();
        let mut can_be: BTreeMap<Cell, BTreeSet<i64>> = BTreeMap::new();
        for (cell, count) in dossiers.iter().flat_map(|(_, secret)| counts(secret)) {
            can_be.entry(cell).or_default().insert(count);
        }
        can_be.retain(|cell, values| {
            !told.contains(cell) && values.iter().any(|count| is_small(*count, BELOW))
        });
        for (cell, values) in &can_be {
            assert!(values.len() > 1, "{cell:?} is {values:?}: {public}");
        }
        hidden += can_be.len();
    }
    hidden
}

/// Each on a day, at a provider.
fn each(action: u16, places: [(&str, usize); 3], counts: [i64; 3]) -> Vec<Row> {
    let of = |((day, provider), count): ((&str, usize), i64)| row(day, action, provider, count);
    places.into_iter().zip(counts).map(of).collect()
}

#[test]
fn whoever_tries_all_counts_of_three_providers_finds_out_none() {
    let day = "2023-02-01";
    let places = [(day, 0), (day, 1), (day, 2)];
    let hidden = tries(MOST, None, |counts| each(15, places, counts));
    assert!(hidden > 0, "{hidden}");
}

#[test]
fn whoever_tries_all_counts_of_three_months_finds_out_none() {
    let places = [("2022-11-10", 0), ("2023-01-20", 0), ("2023-06-05", 0)];
    let hidden = tries(MOST, None, |counts| each(15, places, counts));
    assert!(hidden > 0, "{hidden}");
}

#[test]
fn whoever_tries_all_counts_of_the_same_people_finds_out_none() {
    let made = |[one, same, other]: [i64; 3]| {
        let of = |action, provider, count| row("2023-02-01", action, provider, count);
        [(13, 0, same), (24, 0, same), (13, 1, one), (24, 2, other)]
            .map(|(action, provider, count)| of(action, provider, count))
            .to_vec()
    };
    let hidden = tries_among(three(MOST), (MOST, Edge::Judged), None, "", made);
    assert!(hidden > 0, "{hidden}");
}

/// Under 24 it shows by what is told there that Huis 0 is not small, and under 15 that Huis 2
/// is not.
#[test]
fn whoever_tries_all_counts_of_the_same_people_beside_others_finds_out_none() {
    let more = "[[overlap]]\nprovider = \"Huis 2\"\nactions = [13, 15]\nyear = 1\nsame_people = true\n\
        double_investment = false\n";
    let made = |[first, one, last]: [i64; 3]| {
        let rows = [
            (13, 0, first),
            (13, 1, one),
            (13, 2, last),
            (24, 0, first),
            (15, 2, last),
        ];
        let others = [(24, 1, 20), (15, 1, 40)];
        let of = |(action, provider, count)| row("2023-02-01", action, provider, count);
        rows.into_iter().chain(others).map(of).collect()
    };
    let tried = (0..=MOST + 1).flat_map(|first| {
        (0..MOST).flat_map(move |one| [0, 1, 2, 3, 4, 5, 20].map(|last| [first, one, last]))
    });
    let hidden = tries_among(tried, (MOST + 1, Edge::Judged), None, more, made);
    assert!(hidden > 0, "{hidden}");
}

#[test]
fn whoever_tries_all_states_finds_out_none() {
    let places = [("2023-02-01", 0), ("2023-02-01", 1), ("2023-05-01", 1)];
    let hidden = tries(MOST, None, |counts| each(STATE, places, counts));
    assert!(hidden > 0, "{hidden}");
}

/// Who comes on 1 February also comes on the 6th.
#[test]
fn whoever_tries_all_unique_persons_finds_out_none() {
    let places = [("2023-02-01", 0), ("2023-02-06", 1), ("2023-05-02", 2)];
    let scheme = scheme();
    let hidden = tries(MOST, Some(&scheme), |counts| each(PERSONS, places, counts));
    assert!(hidden > 0, "{hidden}");
}

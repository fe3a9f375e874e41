//! Money closes: for whatever is awarded, booked, moved and given back, the chain adds
//! up to the cent, the order of rows changes nothing, and a verdict turns at one cent.
//! Amounts are added here a second time as whole cents, without the program's own type.

use crate::program::{Folder, json};
use crate::properties::holds;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A made-up scheme of three years: its own share, the period it is tested over, and
/// whether money may shift.
fn scheme(share: &str, over: &str) -> String {
    let mut text = format!(
        "format = 1\nid = \"proef\"\nversion = \"1\"\ntitle = {{ nl = \"Proef\", en = \"Trial\" }}\n\
         shift_between_actions = true\n[cofinancing]\nown_share = \"{share}\"\ntested_over = \"{over}\"\n\
         exempt = [\"stimulus\"]\n[[stimulus]]\nkind = \"mentor\"\ntitle = {{ nl = \"mentor\", en = \"mentor\" }}\n"
    );
    for (key, counts) in [("loon", "yes"), ("kijk", "warn"), ("nooit", "no")] {
        let _ = write!(
            text,
            "[[category]]\nkey = \"{key}\"\ntitle = {{ nl = \"{key}\", en = \"{key}\" }}\nown_share = \"{counts}\"\n"
        );
    }
    for nr in 1..=3 {
        let _ = write!(
            text,
            "[[year]]\nnr = {nr}\nstart = {}-10-01\nend = {}-09-30\n[[action]]\nnr = {nr}\n\
             title = {{ nl = \"Actie\", en = \"Action\" }}\n",
            2021 + nr,
            2022 + nr
        );
    }
    text
}

/// Cents as a file with points writes them.
fn written(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let cents = cents.unsigned_abs();
    format!("{sign}{}.{:02}", cents / 100, cents % 100)
}

/// Cents of an amount in a table; none where it is unknown.
fn cents(row: &Value, key: &str) -> Option<i64> {
    let text = row[key].as_str()?;
    let (whole, cents) = text.split_once('.').expect("an amount has two decimals");
    assert_eq!(cents.len(), 2, "{key}: {text}");
    Some(
        format!("{whole}{cents}")
            .parse()
            .expect("an amount is digits"),
    )
}

fn head(as_of: &str) -> String {
    format!(
        "format = 1\nscheme = \"proef\"\nas_of = {as_of}\n[applicant]\nname = \"Proef\"\nkind = \"municipality\"\n"
    )
}

/// A table of a dossier that stands in a folder with its scheme.
fn rows(folder: &Folder, table: &str) -> Vec<Value> {
    let text = |path: std::path::PathBuf| path.to_str().expect("paths are UTF-8").to_owned();
    let (dossier, scheme) = (
        text(folder.path().to_path_buf()),
        text(folder.path().join("scheme.toml")),
    );
    let answer = json(&[table, &dossier, "--scheme", &scheme]);
    answer["tables"][table]
        .as_array()
        .unwrap_or_else(|| panic!("{table} is a list of rows"))
        .clone()
}

fn codes(folder: &Folder) -> Vec<String> {
    let path = folder.path();
    let text = |path: &std::path::Path| path.to_str().expect("paths are UTF-8").to_owned();
    let answer = json(&[
        "check",
        &text(path),
        "--scheme",
        &text(&path.join("scheme.toml")),
    ]);
    let findings = answer["findings"].as_array().expect("a list").clone();
    let code = |it: &Value| it["code"].as_str().expect("a code").to_owned();
    findings.iter().map(code).collect()
}

// A random ledger.

/// One booking: year, action (0 for none), payer, category, day of the year, cents.
type Booking = (i64, i64, &'static str, &'static str, i64, i64);

#[derive(Debug, Clone)]
struct Ledger {
    awards: Vec<i64>,
    bookings: Vec<Booking>,
    /// Year, from, to, cents.
    transfers: Vec<(i64, i64, i64, i64)>,
    /// Year, action, cents.
    repaid: Vec<(i64, i64, i64)>,
    /// From year, action, cents.
    carried: Vec<(i64, i64, i64)>,
}

const PAYERS: &[&str] = &["award", "award", "own", "stimulus", "other", "third-party"];
const CATEGORIES: &[&str] = &["loon", "kijk", "nooit", ""];

fn bookings(most: usize) -> impl Strategy<Value = Vec<Booking>> {
    let booking = (
        1..=3i64,
        0..=3i64,
        select(PAYERS),
        select(CATEGORIES),
        0..365i64,
        -50_000..500_000i64,
    );
    vec(booking, 1..most)
}

fn ledgers() -> impl Strategy<Value = Ledger> {
    (
        vec(1..3_000_000i64, 9),
        bookings(40),
        vec((1..=3i64, 1..=3i64, 1..=3i64, 1..90_000i64), 0..4),
        vec((1..=3i64, 1..=3i64, 1..90_000i64), 0..4),
        vec((1..=2i64, 1..=3i64, 1..900_000i64), 0..5),
    )
        .prop_map(|(awards, bookings, transfers, repaid, carried)| Ledger {
            awards,
            bookings,
            transfers: transfers.into_iter().filter(|it| it.1 != it.2).collect(),
            repaid,
            carried,
        })
}

/// The day of a project year, as a date.
fn date(year: i64, day: i64) -> String {
    let months: [(i64, i64); 12] = [
        (10, 31),
        (11, 30),
        (12, 31),
        (1, 31),
        (2, 28),
        (3, 31),
        (4, 30),
        (5, 31),
        (6, 30),
        (7, 31),
        (8, 31),
        (9, 30),
    ];
    let mut rest = day;
    for (month, days) in months {
        if rest < days {
            let calendar = 2021 + year + i64::from(month < 10);
            return format!("{calendar}-{month:02}-{:02}", rest + 1);
        }
        rest -= days;
    }
    panic!("a year has no day {day}");
}

fn csv(bookings: &[Booking]) -> String {
    let mut text = "date,action,category,payer,amount,description\n".to_owned();
    for (nr, (year, action, payer, category, day, amount)) in bookings.iter().enumerate() {
        let action = if *action == 0 {
            String::new()
        } else {
            action.to_string()
        };
        let (date, amount) = (date(*year, *day), written(*amount));
        let _ = writeln!(text, "{date},{action},{category},{payer},{amount},rij {nr}");
    }
    text
}

impl Ledger {
    fn award(&self, year: i64, action: i64) -> i64 {
        let index = (year - 1) * 3 + action - 1;
        self.awards[usize::try_from(index).expect("years and actions begin at 1")]
    }

    fn folder(&self) -> Folder {
        let mut text = head("2025-09-30");
        for year in 1..=3 {
            let _ = writeln!(text, "[[year]]\nnr = {year}");
        }
        for action in 1..=3 {
            let _ = writeln!(text, "[[action]]\nnr = {action}");
            for year in 1..=3 {
                let award = written(self.award(year, action));
                let _ = writeln!(text, "[[action.year]]\nnr = {year}\naward = {award}");
            }
        }
        for (year, from, to, amount) in &self.transfers {
            let amount = written(*amount);
            let _ = writeln!(
                text,
                "[[transfer]]\nyear = {year}\nfrom = {from}\nto = {to}\namount = {amount}"
            );
        }
        for (year, action, amount) in &self.repaid {
            let amount = written(*amount);
            let _ = writeln!(
                text,
                "[[repaid]]\nyear = {year}\naction = {action}\namount = {amount}"
            );
        }
        for (from, action, amount) in &self.carried {
            let amount = written(*amount);
            let _ = writeln!(
                text,
                "[[carry_over]]\nfrom = {from}\nto = {}\naction = {action}\namount = {amount}",
                from + 1
            );
        }
        text.push_str("[[bookings]]\nfile = \"boekingen.csv\"\n");
        folder(&text, &csv(&self.bookings), &scheme("1/2", "all-years"))
    }

    /// Whether bookings of the award in a year name actions, or there are none.
    fn names_actions(&self, year: i64) -> bool {
        let mut of_award = self
            .bookings
            .iter()
            .filter(|it| it.0 == year && it.2 == "award");
        let has_any = of_award.clone().next().is_some();
        !has_any || of_award.any(|it| it.1 > 0)
    }

    /// Cents of the bookings that are meant.
    fn booked(&self, is_meant: impl Fn(&Booking) -> bool) -> i64 {
        let meant = self.bookings.iter().filter(|it| is_meant(it));
        meant.map(|it| it.5).sum()
    }
}

fn folder(dossier: &str, bookings: &str, scheme: &str) -> Folder {
    Folder::with(&[
        ("dossier.toml", dossier.as_bytes()),
        ("boekingen.csv", bookings.as_bytes()),
        ("scheme.toml", scheme.as_bytes()),
    ])
}

/// Rows by year and action; 0 for the whole.
fn by_year_and_action(rows: &[Value]) -> BTreeMap<(i64, i64), &Value> {
    let number = |row: &Value, key: &str| row[key].as_i64().unwrap_or(0);
    let keyed = rows
        .iter()
        .map(|row| ((number(row, "year"), number(row, "action")), row));
    keyed.collect()
}

fn assert_closes(ledger: &Ledger) {
    let rows = rows(&ledger.folder(), "budget");
    let rows = by_year_and_action(&rows);
    assert_eq!(rows.len(), 12, "three actions and the whole in three years");
    for ((year, action), row) in &rows {
        let at = |key: &str| cents(row, key);
        let spent = ledger
            .booked(|it| it.0 == *year && it.2 == "award" && (*action == 0 || it.1 == *action));
        let spent = (*action == 0 || ledger.names_actions(*year)).then_some(spent);
        assert_eq!(at("spent"), spent, "{row}");
        let known = |key: &str| at(key).unwrap_or_else(|| panic!("{key} is known in {row}"));
        if let Some(carried_in) = at("carried_in") {
            let available = known("award") + carried_in + known("transferred");
            assert_eq!(at("available"), Some(available), "{row}");
            assert_eq!(at("left"), spent.map(|spent| available - spent), "{row}");
        }
        if let (Some(left), Some(out)) = (at("left"), at("carried_out")) {
            assert_eq!(at("open"), Some(left - out - known("repaid")), "{row}");
        }
        if let Some(next) = rows.get(&(year + 1, *action)) {
            assert_eq!(cents(next, "carried_in"), at("carried_out"), "{row}");
        }
        let is_silent = !ledger
            .carried
            .iter()
            .any(|it| it.0 == *year && it.1 == *action);
        if *year < 3 && *action > 0 && is_silent && at("left").is_some_and(|left| left < 0) {
            assert_eq!(at("carried_out"), at("left"), "an overspend stays: {row}");
        }
    }
}

fn assert_adds_up(ledger: &Ledger) {
    let rows = rows(&ledger.folder(), "budget");
    let rows = by_year_and_action(&rows);
    for year in 1..=3 {
        let whole = rows[&(year, 0)];
        let sum = |key: &str| -> Option<i64> {
            (1..=3)
                .map(|action| cents(rows[&(year, action)], key))
                .sum()
        };
        for key in ["award", "transferred", "repaid"] {
            assert_eq!(cents(whole, key), sum(key), "{key} of year {year}");
        }
        let general = ledger.booked(|it| it.0 == year && it.2 == "award" && it.1 == 0);
        if let Some(spent) = sum("spent") {
            assert_eq!(cents(whole, "spent"), Some(spent + general), "year {year}");
        }
        // Where anything is carried over the list is whole, and so is its sum.
        if ledger.carried.iter().any(|it| it.0 == year) {
            assert_eq!(
                cents(whole, "carried_out"),
                sum("carried_out"),
                "year {year}"
            );
        }
    }
}

#[test]
fn the_chain_closes_for_every_ledger() {
    holds(48, &ledgers(), |ledger| assert_closes(&ledger));
}

#[test]
fn the_actions_add_to_the_dossier() {
    holds(48, &ledgers(), |ledger| assert_adds_up(&ledger));
}

#[test]
fn the_order_of_bookings_changes_no_figure() {
    let two = (ledgers(), any::<prop::sample::Index>());
    holds(24, &two, |(ledger, index)| {
        let mut other = ledger.clone();
        let at = index.index(other.bookings.len());
        other.bookings.rotate_left(at);
        other.bookings.reverse();
        for table in ["budget", "cofinancing"] {
            let (one, other) = (ledger.folder(), other.folder());
            assert_eq!(rows(&one, table), rows(&other, table), "{table}");
        }
    });
}

#[test]
fn every_booking_stands_in_the_own_share_ledger_once() {
    holds(48, &ledgers(), |ledger| {
        let rows = rows(&ledger.folder(), "cofinancing");
        for (year, row) in (1..=3)
            .zip(&rows)
            .map(|(nr, row)| (Some(nr), row))
            .chain([(None, &rows[3])])
        {
            let of = |is_meant: fn(&Booking) -> bool| {
                Some(ledger.booked(|it| year.is_none_or(|nr| it.0 == nr) && is_meant(it)))
            };
            assert_eq!(cents(row, "award_spent"), of(|it| it.2 == "award"), "{row}");
            assert_eq!(cents(row, "stimulus_spent"), of(|it| it.2 == "stimulus"));
            assert_eq!(
                cents(row, "own_booked"),
                of(|it| it.2 == "own" && it.3 == "loon")
            );
            assert_eq!(
                cents(row, "left_out_third_party"),
                of(|it| it.2 == "third-party")
            );
            assert_eq!(
                cents(row, "left_out_category"),
                of(|it| it.2 == "own" && it.3 == "nooit")
            );
            assert_eq!(
                cents(row, "left_out_to_look_at"),
                of(|it| it.2 == "other" || (it.2 == "own" && (it.3 == "kijk" || it.3.is_empty())))
            );
        }
    });
}

#[test]
fn ten_thousand_amounts_are_their_sum_in_cents() {
    let amounts = vec(-99_999_999_999_999..=99_999_999_999_999i64, 10_000);
    holds(2, &amounts, |amounts| {
        let bookings: Vec<Booking> = amounts
            .iter()
            .map(|cents| (1, 0, "award", "loon", 5, *cents))
            .collect();
        let text = format!(
            "{}[[year]]\nnr = 1\naward_total = 1\n[[bookings]]\nfile = \"boekingen.csv\"\n",
            head("2025-09-30")
        );
        let folder = folder(&text, &csv(&bookings), &scheme("1/2", "all-years"));
        let rows = rows(&folder, "budget");
        assert_eq!(cents(&rows[0], "spent"), Some(amounts.iter().sum()));
    });
}

// The verdict.

/// A dossier of three years with these awards and own bookings, in cents.
pub(crate) fn matched(share: &str, over: &str, award: &[i64], own: &[i64], as_of: &str) -> Folder {
    let mut text = head(as_of);
    for (nr, award) in (1..).zip(award) {
        let _ = writeln!(
            text,
            "[[year]]\nnr = {nr}\naward_total = {}",
            written(*award)
        );
    }
    text.push_str("[[bookings]]\nfile = \"boekingen.csv\"\n");
    let bookings: Vec<Booking> = (1..)
        .zip(own)
        .map(|(year, own)| (year, 0, "own", "loon", 5, *own))
        .collect();
    folder(&text, &csv(&bookings), &scheme(share, over))
}

#[test]
fn the_verdict_turns_at_one_cent() {
    let shares = select(vec![
        ("1/2", 1, 2),
        ("1/5", 1, 5),
        ("3/5", 3, 5),
        ("2/3", 2, 3),
        ("20 %", 1, 5),
    ]);
    let inputs = (shares, 1..9_999_999_999i64, 0..4i64);
    holds(48, &inputs, |((share, part, whole), award, over)| {
        // The least whole number of cents whose part of the total is the share.
        let required = (award * part + (whole - part) - 1) / (whole - part);
        let own = required + over - 2;
        let folder = matched(share, "all-years", &[award], &[own], "2025-09-30");
        let rows = rows(&folder, "cofinancing");
        let all = rows.last().expect("there is a row for all years");
        assert_eq!(
            cents(all, "own_required"),
            Some(required),
            "{share} of {all}"
        );
        assert_eq!(cents(all, "own_missing"), Some((required - own).max(0)));
        assert_eq!(all["verdict"], if own < required { "short" } else { "met" });
        let is_told = codes(&folder).contains(&"C01".to_owned());
        assert_eq!(is_told, own < required, "{all}");
    });
}

#[test]
fn two_thirds_of_an_odd_award_are_asked_to_the_cent() {
    let folder = matched("2/3", "all-years", &[3_600_001], &[7_200_001], "2025-09-30");
    let rows = rows(&folder, "cofinancing");
    assert_eq!(rows[1]["own_required"], "72000.02");
    assert_eq!(rows[1]["own_missing"], "0.01");
    assert_eq!(rows[1]["verdict"], "short");
}

#[test]
fn a_scheme_that_tests_each_year_tests_each_year() {
    let (award, own) = ([100_000, 100_000], [99_999, 200_000]);
    let folder = matched("1/2", "each-year", &award, &own, "2024-03-01");
    let verdicts: Vec<Value> = rows(&folder, "cofinancing")
        .iter()
        .map(|row| row["verdict"].clone())
        .collect();
    // The first year is over and short; the second has enough before its end.
    assert_eq!(verdicts, ["short", "met", "met"]);
    assert_eq!(codes(&folder), ["C01"]);

    let folder = matched("1/2", "all-years", &award, &own, "2024-03-01");
    assert_eq!(codes(&folder), Vec::<String>::new());
}

#[test]
fn a_row_set_aside_keeps_a_verdict_from_being_told() {
    let folder = matched("1/2", "all-years", &[100_000], &[99_999], "2025-09-30");
    assert_eq!(codes(&folder), ["C01"]);
    let path = folder.path().join("boekingen.csv");
    let text = std::fs::read_to_string(&path).expect("the bookings can be read");
    std::fs::write(&path, text + "2023-01-01,,loon,own,1.000.000,x\n").expect("and written");
    assert_eq!(codes(&folder), ["I07"]);
    assert_eq!(rows(&folder, "cofinancing")[1]["set_aside"], 1);
}

#[test]
fn the_words_of_an_accounting_package_are_told_once_in_the_dossier() {
    let dossier = format!(
        "{}[[year]]\nnr = 1\naward_total = 100\n[[bookings]]\nfile = \"boekingen.csv\"\n\
         payers = {{ Gemeente = \"eigen\", \"Vlaamse overheid\" = \"award\" }}\n\
         categories = {{ Lonen = \"loon\" }}\n\
         columns = {{ datum = \"Boekdatum\", betaler = \"Betaald door\", bedrag = \"Bedrag (EUR)\", soort = \"Rubriek\" }}\n",
        head("2025-09-30")
    );
    let bookings = "Boekdatum;Rubriek;Betaald door;Bedrag (EUR)\n\
                    12/10/2022;lonen;GEMEENTE;60,00\n13/10/2022;;vlaamse overheid;1.025,50\n";
    let folder = folder(&dossier, bookings, &scheme("1/2", "all-years"));
    let rows = rows(&folder, "cofinancing");
    assert_eq!(rows[0]["own_booked"], "60.00");
    assert_eq!(rows[0]["award_spent"], "1025.50");
}

#[test]
fn bookings_without_any_action_leave_each_action_unknown() {
    let ledger = Ledger {
        awards: vec![100_000; 9],
        bookings: vec![(1, 0, "award", "loon", 5, 5_000)],
        transfers: Vec::new(),
        repaid: Vec::new(),
        carried: Vec::new(),
    };
    let rows = rows(&ledger.folder(), "budget");
    let rows = by_year_and_action(&rows);
    assert_eq!(cents(rows[&(1, 0)], "spent"), Some(5_000));
    assert_eq!(cents(rows[&(1, 1)], "spent"), None);
    assert_eq!(cents(rows[&(2, 1)], "spent"), Some(0));
}

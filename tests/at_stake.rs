//! What depends on a target, with figures worked out by hand, and the words that the
//! page may use for it.

use crate::program::{Folder, json, run, stdout};
use serde_json::{Value, json as value};

const REAL: [&str; 4] = [
    "data/dossiers/sint-pieters-leeuw",
    "data/dossiers/mechelen",
    "data/dossiers/maasmechelen",
    "data/dossiers/dendermonde",
];

/// Year 1 is over and its report is due in two weeks; year 2 has not begun.
const DOSSIER: &str = "format = 1\nscheme = \"plan-samenleven\"\nas_of = 2023-09-30\n\
    [applicant]\nname = \"Voorbeeldgem\"\nkind = \"municipality\"\n\
    [[year]]\nnr = 1\n[[year]]\nnr = 2\n\
    [[action]]\nnr = 15\n[[action.year]]\nnr = 1\ntarget = 301\naward = 96_320.03\n[[action.year]]\nnr = 2\ntarget = 1\n\
    [[action]]\nnr = 17\n[[action.year]]\nnr = 1\ntarget = 40\naward = 3_600\n\
    [[action]]\nnr = 18\n[[action.year]]\nnr = 1\ntarget = 1\naward = 25_000\n\
    [[progress]]\nfile = \"log.csv\"\n";

const LOG: &str = "date,action,count\n2023-03-31,15,75\n2023-09-30,15,225\n2023-01-01,17,40\n";

fn folder(dossier: &str) -> Folder {
    Folder::with(&[
        ("dossier.toml", dossier.as_bytes()),
        ("log.csv", LOG.as_bytes()),
    ])
}

fn rows(folder: &Folder, scheme: &[&str]) -> Vec<Value> {
    let report = json(&[&["report", folder.argument()], scheme].concat());
    let rows = &report["tables"]["at_stake"];
    rows.as_array().expect("the table is a list").clone()
}

fn pick(rows: &[Value], columns: &[&str]) -> Value {
    let cells = |row: &Value| columns.iter().map(|key| row[*key].clone()).collect();
    Value::Array(rows.iter().map(cells).map(Value::Array).collect())
}

fn page(dossier: &str, language: &str) -> String {
    let page = stdout(&run(&["report", dossier, "--lang", language]));
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn each_action_of_a_year_that_began_has_its_row() {
    let rows = rows(&folder(DOSSIER), &[]);
    let interim = [
        "year",
        "action",
        "interim_threshold_units",
        "interim_reached",
        "interim_status",
    ];
    // A quarter of 301 is 75,25, so 76 must be reached and 75 is below.
    assert_eq!(
        pick(&rows, &interim),
        value!([
            [1, 15, 76, 75, "below"],
            [1, 17, 10, 40, "reached"],
            [1, 18, null, null, "exempt"],
            [1, null, null, null, null]
        ])
    );
    assert!(rows[2].get("interim_threshold_units_unknown").is_none());
    // A fifth of € 96.320,03 is 19.264,006; of the sum of 124.920,03 it is 24.984,006.
    assert_eq!(
        pick(&rows, &["interim_end", "report_due", "balance", "exposed"]),
        value!([
            ["2023-03-31", "2023-10-15", "19264.01", "96320.03"],
            ["2023-03-31", "2023-10-15", "720.00", "0.00"],
            ["2023-03-31", "2023-10-15", "5000.00", "25000.00"],
            ["2023-03-31", "2023-10-15", "24984.01", "121320.03"]
        ])
    );
}

#[test]
fn a_balance_that_came_in_is_no_longer_at_stake() {
    let receipt =
        "[[receipt]]\ndate = 2023-09-30\nyear = 1\namount = 24_984.01\nwhat = \"balance\"\n";
    let received = folder(&format!("{DOSSIER}{receipt}"));
    let all = rows(&received, &[]);
    assert!(all.iter().all(|row| row["balance"].is_null()));
    assert!(all.iter().all(|row| row.get("balance_unknown").is_none()));
    assert_eq!(all[0]["exposed"], "96320.03");
    let page = page(received.argument(), "nl");
    assert!(!page.contains("op het spel"), "{page}");
    assert!(!page.contains("het saldo van"), "{page}");
    assert!(
        page.contains("15/10/2023 verslag van projectjaar 1"),
        "{page}"
    );
    for other in [
        receipt.replace("2023-09-30", "2023-10-01"),
        receipt.replace("balance", "advance"),
        receipt.replace("year = 1", "year = 2"),
    ] {
        let rows = rows(&folder(&format!("{DOSSIER}{other}")), &[]);
        assert_eq!(rows[1]["balance"], "720.00", "{other}");
    }
}

#[test]
fn what_is_unknown_is_not_zero() {
    let without = DOSSIER.replace("award = 25_000\n", "");
    let all = rows(&folder(&without), &[]);
    let money = |row: &Value| pick(std::slice::from_ref(row), &["balance", "exposed"]);
    assert_eq!(money(&all[2]), value!([[null, null]]));
    assert_eq!(money(&all[3]), value!([[null, null]]));
    assert_eq!(money(&all[1]), value!([["720.00", "0.00"]]));
    for key in ["balance_unknown", "exposed_unknown"] {
        assert!(all[2][key].is_string() && all[3][key].is_string(), "{key}");
    }
    let without_log = DOSSIER.replace("[[progress]]\nfile = \"log.csv\"\n", "");
    let all = rows(&folder(&without_log), &[]);
    assert!(all.iter().all(|row| row["exposed"].is_null()));
    assert_eq!(all[0]["exposed_unknown"], "het dossier noemt geen logboek");
    assert_eq!(all[0]["balance"], "19264.01");
}

#[test]
fn a_scheme_without_payment_or_interim_has_neither() {
    let scheme = std::fs::read_to_string("tests/files/proef.toml").expect("it is there");
    let bare = scheme
        .replace(
            "[interim]\nthreshold = \"25 %\"\nexempt_kinds = [\"milestone\", \"headcount\"]\n",
            "",
        )
        .replace("[payment]\nadvance = \"80 %\"\nbalance = \"20 %\"\n", "");
    let dossier = "format = 1\nscheme = \"proef\"\nas_of = 2024-06-30\n[applicant]\nname = \"V\"\n\
        kind = \"municipality\"\n[[year]]\nnr = 2\n\
        [[action]]\nnr = 1\n[[action.year]]\nnr = 2\ntarget = 10\naward = 100\n";
    let files = [("dossier.toml", dossier), ("bare.toml", bare.as_str())];
    let folder = Folder::with(&files.map(|(name, text)| (name, text.as_bytes())));
    let scheme = folder.path().join("bare.toml");
    let scheme = scheme.to_str().expect("test paths are UTF-8");
    let bare = rows(&folder, &["--scheme", scheme]);
    let keys = [
        "interim_end",
        "interim_threshold_units",
        "interim_reached",
        "interim_status",
        "report_due",
        "balance",
    ];
    for key in keys {
        assert!(bare[0][key].is_null(), "{key}");
        assert!(bare[0].get(format!("{key}_unknown")).is_none(), "{key}");
    }
    // The trial scheme has both, and no dates for its second year.
    let trial = rows(&folder, &["--scheme", "tests/files/proef.toml"]);
    let first = &trial[0];
    assert_eq!(first["interim_threshold_units"], 3);
    assert_eq!(first["balance"], "20.00");
    for key in ["interim_end", "report_due", "interim_reached", "exposed"] {
        assert!(first[format!("{key}_unknown")].is_string(), "{key}");
    }
}

#[test]
fn the_page_names_the_dates_to_come() {
    let folder = folder(DOSSIER);
    let dutch = page(folder.argument(), "nl");
    for sentence in [
        "Wat op het spel staat in projectjaar 1",
        "Tegen 15/10/2023: verslag van projectjaar 1; het saldo van € 24.984,01 hangt ervan af.",
        "Het kan worden teruggevraagd als het doel niet gehaald wordt en de toelichting niet verantwoordt hoe het geld is gebruikt.",
        "Het dossier noemt geen ontvangsten",
    ] {
        assert!(dutch.contains(sentence), "{sentence}\n{dutch}");
    }
    assert!(!dutch.contains("Tegen 05/05/2023"), "that day is past");
    let english = page(folder.argument(), "en");
    for sentence in [
        "At stake in project year 1",
        "By 15 Oct 2023: report of project year 1; the balance of € 24,984.01 depends on it.",
        "It can be reclaimed if the target is missed",
    ] {
        assert!(english.contains(sentence), "{sentence}\n{english}");
    }
}

#[test]
fn a_target_that_perhaps_counts_people_twice_is_told() {
    let dossier = DOSSIER
        .replace("nr = 15\n", "nr = 13\n")
        .replace("nr = 18\n", "nr = 24\n");
    let dossier = dossier
        .replace("target = 301", "target = 180")
        .replace("target = 1\naward", "target = 180\naward");
    let log = "date,action,count,provider\n2023-01-01,13,138,Jeugdhuis\n2023-01-01,13,57,Buurthuis\n\
        2023-01-01,24,138,Jeugdhuis\n2023-01-01,24,68,Atelier\n2023-01-01,17,40,Atelier\n";
    let folder = Folder::with(&[
        ("dossier.toml", dossier.as_bytes()),
        ("log.csv", log.as_bytes()),
    ]);
    assert!(
        rows(&folder, &[])
            .iter()
            .all(|row| row["exposed"] == "0.00")
    );
    let page = page(folder.argument(), "nl");
    let sentence = "2 doelen zonder bedrag op het spel tellen misschien personen dubbel";
    assert!(page.contains(sentence), "{page}");
}

/// Words that would say that money goes back, where the program can only know that it may.
fn says_too_much(page: &str) -> Option<String> {
    const CERTAIN: &[&str] = &[
        "wordt teruggevraagd",
        "wordt teruggevorderd",
        "zal worden terug",
        "zullen worden terug",
        "zal terug",
        "moet worden terug",
        "moet terugbetaald",
        "moeten worden terug",
        "terug te betalen",
        "teruggevorderd",
        "will be reclaimed",
        "will be recovered",
        "will have to be",
        "must be repaid",
        "must be paid back",
        "is reclaimed",
        "are reclaimed",
    ];
    /// Forms that stand only after a word that leaves it open.
    const OPEN: &[(&str, [&str; 2])] = &[
        ("worden teruggevraagd", ["kan ", "kunnen "]),
        ("be reclaimed", ["can ", "may "]),
    ];
    let page = page.to_lowercase();
    let certain = CERTAIN.iter().find(|words| page.contains(**words));
    let stands_open = |(form, before): &&(&str, [&str; 2])| {
        page.match_indices(form)
            .any(|(at, _)| !before.iter().any(|word| page[..at].ends_with(word)))
    };
    let closed = OPEN.iter().find(stands_open).map(|(form, _)| *form);
    certain.copied().or(closed).map(ToOwned::to_owned)
}

#[test]
fn the_rule_on_words_can_fail() {
    for bad in [
        "De subsidie wordt teruggevraagd.",
        "Ze zullen worden teruggevraagd.",
        "Bedragen die worden teruggevraagd",
        "It will be reclaimed.",
        "The award must be repaid.",
    ] {
        assert!(says_too_much(bad).is_some(), "{bad}");
    }
    for good in ["Het kan worden teruggevraagd.", "It can be reclaimed."] {
        assert_eq!(says_too_much(good), None, "{good}");
    }
}

#[test]
fn no_page_says_that_money_goes_back() {
    let made = folder(DOSSIER);
    for dossier in REAL.into_iter().chain([made.argument()]) {
        for language in ["nl", "en"] {
            assert_eq!(says_too_much(&page(dossier, language)), None, "{dossier}");
            let output = json(&["report", dossier, "--lang", language]).to_string();
            assert_eq!(says_too_much(&output), None, "{dossier}");
        }
    }
}

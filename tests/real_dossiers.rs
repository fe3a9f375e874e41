//! The four real dossiers: every figure their sources give, and nothing that they do not.

use crate::program::{json, root, run, stderr, stdout};
use rust_decimal::Decimal;
use serde_json::{Value, json as value};
use sha2::{Digest as _, Sha256};
use std::fs;
use std::path::PathBuf;

const LEEUW: &str = "data/dossiers/sint-pieters-leeuw";
const MECHELEN: &str = "data/dossiers/mechelen";
const MAASMECHELEN: &str = "data/dossiers/maasmechelen";
const DENDERMONDE: &str = "data/dossiers/dendermonde";
const ALL: [&str; 4] = [LEEUW, MECHELEN, MAASMECHELEN, DENDERMONDE];
const LOADING: [&str; 7] = [
    "report",
    "check",
    "kpi",
    "award",
    "cofinancing",
    "budget",
    "staffing",
];

/// The keys of every table, in their order.
const KEYS: &[(&str, &str)] = &[
    (
        "kpi",
        "year action title label unit kind target reached attainment_pct status interim_reached interim_pct interim_status set_aside",
    ),
    ("kpi_by_provider", "year action provider reached share_pct"),
    ("progress", "year action month reached cumulative"),
    (
        "award",
        "year action title label target current_reach subsidised_units unit_amount ceiling computed award difference implied_reach verdict",
    ),
    (
        "cofinancing",
        "period award stimulus own_required own_planned own_booked own_missing to_account accounted own_share_pct verdict award_spent stimulus_spent left_out_third_party left_out_to_look_at left_out_category set_aside",
    ),
    (
        "budget",
        "year action title award carried_in available spent left carried_out change change_pct note transferred repaid open set_aside",
    ),
    (
        "year_over_year",
        "year action title label days reached reached_before reached_change reached_change_pct spent spent_before spent_change spent_change_pct note set_aside",
    ),
    (
        "calendar",
        "project_year accounting_year account spent_award spent_own spent_stimulus spent_other spent_third_party spent received set_aside",
    ),
    (
        "costs",
        "year actions category payer planned booked note set_aside",
    ),
    ("stimuli", "year action kind amount"),
    (
        "staffing",
        "year actions role payer planned_fte filled_fte since vacant_fte planned_months filled_months vacant_months yearly_cost cost",
    ),
    (
        "staffing_over_time",
        "year actions role payer from to fte months",
    ),
    (
        "at_stake",
        "year action title label interim_end interim_threshold_units interim_reached interim_status report_due balance exposed",
    ),
    (
        "overlap",
        "year provider actions count with_doubles without_doubles same_people double_investment",
    ),
    ("points", "year action what text"),
];

const AMOUNTS: &[&str] = &[
    "unit_amount",
    "ceiling",
    "computed",
    "award",
    "difference",
    "stimulus",
    "own_required",
    "own_planned",
    "own_booked",
    "own_missing",
    "to_account",
    "accounted",
    "award_spent",
    "stimulus_spent",
    "left_out_third_party",
    "left_out_to_look_at",
    "left_out_category",
    "spent_award",
    "spent_own",
    "spent_stimulus",
    "spent_other",
    "spent_third_party",
    "received",
    "balance",
    "exposed",
    "carried_in",
    "transferred",
    "repaid",
    "open",
    "available",
    "spent",
    "left",
    "carried_out",
    "change",
    "spent_before",
    "spent_change",
    "balance",
    "exposed",
    "planned",
    "booked",
    "amount",
    "yearly_cost",
    "cost",
];

fn list(from: &Value) -> &Vec<Value> {
    from.as_array().expect("this is a list in the design")
}

/// The rows of a table, by the command that shows it alone.
fn rows(arguments: &[&str], table: &str) -> Vec<Value> {
    list(&json(arguments)["tables"][table]).clone()
}

/// The rows of a table of the whole report.
fn of_report(dossier: &str, table: &str) -> Vec<Value> {
    rows(&["report", dossier], table)
}

/// Some columns of some rows.
fn pick(rows: &[Value], columns: &[&str]) -> Value {
    let cells = |row: &Value| columns.iter().map(|key| row[*key].clone()).collect();
    Value::Array(rows.iter().map(cells).map(Value::Array).collect())
}

/// The rows of a project year.
fn in_year(rows: &[Value], year: u64) -> Vec<Value> {
    let mut rows = rows.to_vec();
    rows.retain(|row| row["year"] == value!(year));
    rows
}

fn by_action(rows: &[Value], action: u64) -> &Value {
    rows.iter()
        .find(|row| row["action"] == value!(action))
        .expect("the action has a row")
}

fn decimal(from: &Value) -> Decimal {
    let text = from.as_str().expect("exact figures are strings");
    text.parse().expect("exact figures are plain decimals")
}

fn sum<'a>(figures: impl Iterator<Item = &'a Value>) -> Decimal {
    figures.map(decimal).sum()
}

/// What is unknown, with its reason.
fn is_unknown(row: &Value, key: &str) -> bool {
    let reason = row[format!("{key}_unknown")].as_str().unwrap_or_default();
    row[key].is_null() && !reason.is_empty()
}

fn findings(dossier: &str) -> Vec<Value> {
    list(&json(&["check", dossier])["findings"]).clone()
}

/// The line of a key in the table of an action.
fn line_of(dossier: &str, action: u64, key: &str) -> usize {
    let text = fs::read_to_string(root().join(dossier).join("dossier.toml"))
        .expect("the dossier can be read");
    let lines: Vec<&str> = text.lines().collect();
    let action = lines
        .windows(2)
        .position(|two| two[0] == "[[action]]" && two[1] == format!("nr = {action}"))
        .expect("the dossier has the action");
    let key = format!("{key} = ");
    let offset = lines[action..].iter().position(|it| it.starts_with(&key));
    action + offset.expect("the action has the key") + 1
}

#[test]
fn all_four_end_with_0() {
    for dossier in ALL {
        for command in LOADING {
            let output = run(&[command, dossier]);
            assert_eq!(output.status.code(), Some(0), "{command} {dossier}");
            assert!(!output.stdout.is_empty(), "{command} {dossier}");
        }
        let output = run(&["kpi", dossier, "--by", "provider"]);
        assert_eq!(output.status.code(), Some(0), "kpi --by provider {dossier}");
    }
}

#[test]
fn leeuw_reached_all_its_targets() {
    let rows = rows(&["kpi", LEEUW], "kpi");
    let columns = ["action", "target", "reached", "attainment_pct", "status"];
    assert_eq!(
        pick(&in_year(&rows, 1), &columns),
        value!([
            [5, 1500, 2840, "189.3", "reached"],
            [9, 100, 127, "127.0", "reached"],
            [13, 180, 195, "108.3", "reached"],
            [15, 300, 307, "102.3", "reached"],
            [24, 180, 206, "114.4", "reached"],
        ])
    );
    assert_eq!(rows.len(), 15, "five actions in three years");
}

#[test]
fn leeuw_says_nothing_about_years_2_and_3() {
    let rows = rows(&["kpi", LEEUW], "kpi");
    for row in rows.iter().filter(|row| row["year"] != value!(1)) {
        for key in [
            "target",
            "reached",
            "attainment_pct",
            "interim_reached",
            "interim_pct",
        ] {
            assert!(is_unknown(row, key), "{key} of {row}");
        }
        assert_eq!(row["status"], "unknown");
        assert_eq!(row["interim_status"], "unknown");
    }
}

#[test]
fn leeuw_log_of_year_totals_says_nothing_about_march() {
    for row in in_year(&rows(&["kpi", LEEUW], "kpi"), 1) {
        assert!(is_unknown(&row, "interim_reached"), "{row}");
        assert!(is_unknown(&row, "interim_pct"), "{row}");
        assert_eq!(row["interim_status"], "unknown");
        assert_eq!(row["set_aside"], 0);
    }
}

#[test]
fn leeuw_by_provider() {
    let rows = rows(&["kpi", LEEUW, "--by", "provider"], "kpi_by_provider");
    let columns = ["year", "action", "provider", "reached", "share_pct"];
    let mut got = list(&pick(&rows, &columns)).clone();
    let expected = value!([
        [1, 5, null, 2840, "100.0"],
        [1, 9, "Groep INTRO", 54, "42.5"],
        [1, 9, "OCMW", 35, "27.6"],
        [1, 9, "STEAM", 27, "21.3"],
        [1, 9, "jobcoach", 11, "8.7"],
        [1, 13, "Navigate You(th)", 138, "70.8"],
        [1, 13, "buurthuis", 36, "18.5"],
        [1, 13, "integratiedienst", 21, "10.8"],
        [1, 15, "brugfiguren", 65, "21.2"],
        [1, 15, "toeleiders", 242, "78.8"],
        [1, 24, "BRUL", 48, "23.3"],
        [1, 24, "Navigate You(th)", 138, "67.0"],
        [1, 24, "integratiedienst", 20, "9.7"],
    ]);
    got.sort_by_key(|row| (row[1].as_u64(), row[2].as_str().map(str::to_owned)));
    assert_eq!(Value::Array(got), expected);
    assert!(is_unknown(&rows[0], "provider"), "action 5 names nobody");
}

#[test]
fn leeuw_award_fits_the_total() {
    let rows = rows(&["award", LEEUW], "award");
    let columns = [
        "action",
        "target",
        "unit_amount",
        "computed",
        "award",
        "verdict",
    ];
    let first = in_year(&rows, 1);
    assert_eq!(
        pick(&first, &columns),
        value!([
            [5, 1500, "60.00", "90000.00", null, "fits_total"],
            [9, 100, "650.00", "65000.00", null, "fits_total"],
            [13, 180, "210.00", "37800.00", null, "fits_total"],
            [15, 300, "320.00", "96000.00", null, "fits_total"],
            [24, 180, "210.00", "37800.00", null, "fits_total"],
        ])
    );
    let computed = sum(first.iter().map(|row| &row["computed"]));
    assert_eq!(computed, Decimal::from(326_600));
    for row in rows.iter().filter(|row| row["year"] != value!(1)) {
        assert_eq!(row["verdict"], "unknown", "{row}");
        assert!(is_unknown(row, "target") && is_unknown(row, "award"));
        assert!(is_unknown(row, "computed"), "{row}");
    }
    for row in &rows {
        assert!(is_unknown(row, "award"), "{row}");
        assert!(is_unknown(row, "current_reach"), "{row}");
        assert!(row["implied_reach"].is_null(), "{row}");
    }
}

#[test]
fn leeuw_accounts_for_twice_its_award() {
    let rows = rows(&["cofinancing", LEEUW], "cofinancing");
    let columns = ["period", "award", "own_required", "to_account", "verdict"];
    assert_eq!(
        pick(&rows, &columns),
        value!([
            ["1", "326600.00", "326600.00", "653200.00", "unknown"],
            ["2", "326600.00", "326600.00", "653200.00", "unknown"],
            ["3", "326600.00", "326600.00", "653200.00", "unknown"],
            ["all", "979800.00", "979800.00", "1959600.00", "unknown"],
        ])
    );
    for row in &rows {
        for key in [
            "own_planned",
            "own_booked",
            "own_missing",
            "accounted",
            "own_share_pct",
        ] {
            assert!(is_unknown(row, key), "{key} of {row}");
        }
    }
}

#[test]
fn leeuw_budget_is_known_as_a_whole_only() {
    let rows = rows(&["budget", LEEUW], "budget");
    assert_eq!(
        pick(&rows, &["year", "action", "award"]),
        value!([
            [1, null, "326600.00"],
            [2, null, "326600.00"],
            [3, null, "326600.00"]
        ])
    );
    for row in &rows {
        assert!(is_unknown(row, "spent") && is_unknown(row, "left"), "{row}");
    }
    // Four reasons for a carry-over, and no amount.
    assert!(is_unknown(&rows[0], "carried_out"));
    assert!(is_unknown(&rows[1], "carried_in"));
    assert!(is_unknown(&rows[1], "available"));
    assert_eq!(rows[1]["change"], "0.00");
    assert_eq!(rows[2]["change"], "0.00");
    let text = stdout(&run(&["report", LEEUW]));
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for reason in [
        "de brugfiguren en de jobcoach zijn pas in augustus 2023 begonnen",
        "er is geen taalcoach aangeworven",
        "de overeenkomst voor Navigate You(th) is niet uitgebreid",
        "het traject 'Boest je sportclub' werd gratis",
    ] {
        assert!(words.contains(reason), "{reason}");
    }
}

#[test]
fn leeuw_staffing() {
    let rows = rows(&["staffing", LEEUW], "staffing");
    let columns = [
        "actions",
        "role",
        "payer",
        "planned_fte",
        "filled_fte",
        "since",
        "vacant_fte",
    ];
    assert_eq!(
        pick(&rows, &columns),
        value!([
            [[15], "Brugfiguur", "award", "2.5", "1.5", "2023-08-20", "1"],
            [[5], "Taalcoach", "award", "1", "0", null, "1"],
            [[9], "Jobcoach", "award", "1", "1", "2023-08-01", "0"],
            [
                [24],
                "Toeleider Navigate You(th)",
                "award",
                "1",
                "0.25",
                "2022-10-01",
                "0.75"
            ],
            [
                [15],
                "AgII-brugfiguur",
                "third-party",
                "0.5",
                "0.5",
                null,
                "0"
            ],
        ])
    );
    assert!(is_unknown(&rows[4], "since"), "the day is not published");
}

#[test]
fn leeuw_overlap_with_and_without_doubles() {
    let rows = of_report(LEEUW, "overlap");
    let columns = [
        "year",
        "provider",
        "actions",
        "count",
        "with_doubles",
        "without_doubles",
    ];
    assert_eq!(
        pick(&rows, &columns),
        value!([[1, "Navigate You(th)", [13, 24], 138, 401, 263]])
    );
    assert!(is_unknown(&rows[0], "same_people"));
    assert!(is_unknown(&rows[0], "double_investment"));
}

#[test]
fn leeuw_findings() {
    let found = findings(LEEUW);
    assert_eq!(
        pick(&found, &["code", "severity"]),
        value!([
            ["C05", "notice"],
            ["K08", "warning"],
            ["T01", "warning"],
            ["T01", "warning"],
            ["T01", "warning"]
        ])
    );
    let double = &found[1];
    assert_eq!(double["line"], line_of(LEEUW, 13, "target"));
    assert_eq!(double["related"][0]["line"], line_of(LEEUW, 24, "target"));
    let texts: Vec<_> = found[2..]
        .iter()
        .map(|it| it["message"].to_string())
        .collect();
    for (message, (role, fte)) in texts.iter().zip([
        ("Brugfiguur", "1,0 van 2,5"),
        ("Taalcoach", "1,0 van 1,0"),
        ("Toeleider Navigate You(th)", "0,75 van 1,0"),
    ]) {
        assert!(message.contains(role) && message.contains(fte), "{message}");
    }
}

#[test]
fn leeuw_is_as_of_the_last_row_of_its_log() {
    let report = json(&["report", LEEUW]);
    assert_eq!(report["as_of"], "2023-09-30");
    assert_eq!(
        pick(list(&report["sources"]), &["path", "rows", "set_aside"]),
        value!([["dossier.toml", null, null], ["progress.csv", 13, 0]])
    );
    let text = stdout(&run(&["report", LEEUW]));
    assert!(text.contains("laatste rij: progress.csv:14"), "{text}");
}

#[test]
fn mechelen_award() {
    let rows = rows(&["award", MECHELEN], "award");
    let columns = [
        "action",
        "target",
        "subsidised_units",
        "award",
        "implied_reach",
        "verdict",
    ];
    assert_eq!(
        pick(&rows, &columns),
        value!([
            [2, 1, "1", "25000.00", null, "matches"],
            [8, 125, "125", "81250.00", null, "matches"],
            [9, 262, "262.5", "170625.00", null, "at_ceiling"],
            [11, 50, "40", "12800.00", 10, "existing_reach"],
            [13, 150, "150", "31500.00", null, "matches"],
            [15, 300, "300", "96000.00", null, "matches"],
            [16, 1, "1", "25000.00", null, "matches"],
            [17, 300, "300", "27000.00", null, "matches"],
            [18, 1, "1", "25000.00", null, "matches"],
            [19, 1, "1", "25000.00", null, "matches"],
            [20, 120, "40", "6800.00", 80, "existing_reach"],
            [22, 14, "4", "23200.00", 10, "existing_reach"],
            [24, 180, "180", "37800.00", null, "matches"],
        ])
    );
    let total = sum(rows.iter().map(|row| &row["award"]));
    assert_eq!(total, Decimal::from(586_975));
    let action9 = by_action(&rows, 9);
    assert_eq!(action9["computed"], "170300.00", "262 × 650");
    assert_eq!(action9["difference"], "325.00");
    assert_eq!(action9["ceiling"], "170625.00");
}

#[test]
fn mechelen_asks_no_own_share_of_stimuli() {
    let rows = rows(&["cofinancing", MECHELEN], "cofinancing");
    let columns = [
        "period",
        "award",
        "stimulus",
        "own_required",
        "own_planned",
        "to_account",
        "verdict",
    ];
    let year = |period| {
        value!([
            period,
            "586975.00",
            "20000.00",
            "586975.00",
            "586975.00",
            "1193950.00",
            "unknown"
        ])
    };
    assert_eq!(pick(&rows, &columns), value!([year("1"), year("all")]));
    assert_eq!(
        pick(
            &of_report(MECHELEN, "stimuli"),
            &["year", "action", "amount"]
        ),
        value!([[1, 9, "10000.00"], [1, 22, "10000.00"]])
    );
}

#[test]
fn mechelen_plans_5_3_fte_beside_the_third_party() {
    let rows = rows(&["staffing", MECHELEN], "staffing");
    let (others, own): (Vec<Value>, Vec<Value>) = rows
        .into_iter()
        .partition(|row| row["payer"] == "third-party");
    let planned = sum(own.iter().map(|row| &row["planned_fte"]));
    assert_eq!(planned, Decimal::new(53, 1));
    assert_eq!(
        pick(&others, &["actions", "planned_fte"]),
        value!([[[2, 13, 17, 24], "0.6"]])
    );
    let shared: Vec<_> = own
        .iter()
        .filter(|row| row["actions"] == value!([16, 17]))
        .collect();
    assert_eq!(shared.len(), 1, "one person for two actions is one row");
    assert_eq!(shared[0]["planned_fte"], "1");
    for row in own.iter().chain(&others) {
        assert!(is_unknown(row, "filled_fte") && is_unknown(row, "vacant_fte"));
    }
    let text = stdout(&run(&["staffing", MECHELEN]));
    assert!(text.contains("5,30") && !text.contains("5,90"), "{text}");
}

#[test]
fn mechelen_operating_budget() {
    let costs = of_report(MECHELEN, "costs");
    let operating = costs.iter().filter(|row| row["category"].is_string());
    assert_eq!(
        sum(operating.map(|row| &row["planned"])),
        Decimal::from(115_000)
    );
    let open: Vec<_> = costs
        .iter()
        .filter(|row| is_unknown(row, "category"))
        .collect();
    assert_eq!(open.len(), 1);
    assert_eq!(open[0]["planned"], "230000.00");
}

#[test]
fn kinds_and_categories_are_keys() {
    for language in ["nl", "en"] {
        let report = json(&["report", MECHELEN, "--lang", language]);
        for row in list(&report["tables"]["stimuli"]) {
            assert_eq!(row["kind"], "mentor");
        }
        for row in list(&report["tables"]["costs"]) {
            assert!(row["category"].is_null() || row["category"] == "operating");
        }
    }
}

#[test]
fn mechelen_has_reached_nothing_that_is_known() {
    let rows = rows(&["kpi", MECHELEN], "kpi");
    assert_eq!(rows.len(), 13);
    for row in &rows {
        assert!(is_unknown(row, "reached") && is_unknown(row, "attainment_pct"));
        assert_eq!(row["status"], "unknown");
        let exempt = [2, 16, 18, 19, 22].contains(&row["action"].as_u64().unwrap_or(0));
        assert_eq!(row["interim_status"] == "exempt", exempt, "{row}");
    }
    assert_eq!(json(&["report", MECHELEN])["as_of"], "2022-12-13");
}

#[test]
fn mechelen_findings() {
    let found = findings(MECHELEN);
    assert_eq!(
        pick(&found, &["code", "severity", "line"]),
        value!([
            ["G06", "notice", line_of(MECHELEN, 11, "award")],
            ["G03", "warning", line_of(MECHELEN, 17, "groups")],
            ["G06", "notice", line_of(MECHELEN, 20, "award")],
            ["G06", "notice", line_of(MECHELEN, 22, "award")],
        ])
    );
    let group = found[1]["message"].to_string();
    assert!(
        group.contains("200") && group.contains("burgers"),
        "{group}"
    );
}

/// Actions, and nothing else.
fn knows_only_its_actions(dossier: &str, actions: &Value) {
    assert!(findings(dossier).is_empty());
    for table in ["kpi", "award"] {
        let rows = rows(&[table, dossier], table);
        let numbers: Vec<Value> = rows.iter().map(|row| row["action"].clone()).collect();
        assert_eq!(&Value::Array(numbers), actions, "{table}");
        for row in &rows {
            assert!(is_unknown(row, "target"), "{row}");
        }
    }
    for row in rows(&["kpi", dossier], "kpi") {
        assert!(is_unknown(&row, "reached") && row["status"] == "unknown");
        assert!(is_unknown(&row, "attainment_pct"));
    }
    for row in rows(&["award", dossier], "award") {
        assert!(is_unknown(&row, "award") && row["verdict"] == "unknown");
        assert!(is_unknown(&row, "computed"));
    }
    for row in rows(&["cofinancing", dossier], "cofinancing") {
        for key in [
            "award",
            "own_required",
            "own_booked",
            "own_missing",
            "to_account",
            "accounted",
        ] {
            assert!(is_unknown(&row, key), "{key} of {row}");
        }
        assert_eq!(row["verdict"], "unknown");
    }
    assert!(rows(&["staffing", dossier], "staffing").is_empty());
    assert!(rows(&["kpi", dossier, "--by", "provider"], "kpi_by_provider").is_empty());
}

/// No amount of nought and nothing reached of nought, in any table or language.
fn has_no_zero(dossier: &str) {
    let report = json(&["report", dossier]);
    let tables = report["tables"].as_object().expect("tables by name");
    for (name, table) in tables {
        for row in list(table) {
            for (key, cell) in row.as_object().expect("a row has keys") {
                assert_ne!(cell, "0.00", "{key} in {name}: {row}");
                assert!(cell != "0.0" && cell != "0", "{key} in {name}: {row}");
                assert!(key == "set_aside" || cell != 0, "{key} in {name}: {row}");
            }
        }
    }
    for language in ["nl", "en"] {
        for command in LOADING {
            let text = stdout(&run(&[command, dossier, "--lang", language]));
            assert!(!text.contains("€ 0,00"), "{command}: {text}");
            assert!(!text.contains("€ 0.00"), "{command}: {text}");
        }
    }
}

#[test]
fn maasmechelen_knows_only_its_actions() {
    knows_only_its_actions(MAASMECHELEN, &value!([2, 5, 6, 8, 10, 14]));
}

#[test]
fn maasmechelen_has_no_zero() {
    has_no_zero(MAASMECHELEN);
}

#[test]
fn dendermonde_knows_only_its_actions() {
    knows_only_its_actions(DENDERMONDE, &value!([2, 9, 13]));
    let text = stdout(&run(&["report", DENDERMONDE]));
    for word in [
        "actieplan polarisatie",
        "jobbeurs",
        "G-sport",
        "geen actienummers",
    ] {
        assert!(text.contains(word), "{word}");
    }
    let dossier = &json(&["report", DENDERMONDE])["dossier"];
    assert_eq!(dossier["kind"], "partnership");
    assert_eq!(
        dossier["members"],
        value!(["Dendermonde", "Lebbeke", "Buggenhout", "Hamme"])
    );
}

/// The keys of a row without the reasons, after looking at where the reasons stand.
fn keys_of(row: &Value) -> String {
    let row = row.as_object().expect("a row has keys");
    let mut keys: Vec<&str> = Vec::new();
    for (key, cell) in row {
        if let Some(of) = key.strip_suffix("_unknown") {
            assert_eq!(keys.last(), Some(&of), "the reason stands beside its cell");
            assert!(row[of].is_null(), "{of} is unknown: {row:?}");
            assert!(cell.as_str().is_some_and(|it| !it.is_empty()), "{row:?}");
        } else {
            keys.push(key);
        }
    }
    keys.join(" ")
}

fn has_two_decimals(cell: &Value) -> bool {
    let Some((whole, cents)) = cell.as_str().and_then(|it| it.split_once('.')) else {
        return false;
    };
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole.strip_prefix('-').unwrap_or(whole)) && digits(cents) && cents.len() == 2
}

fn has_types(row: &Value) {
    for (key, cell) in row.as_object().expect("a row has keys") {
        if cell.is_null() {
            continue;
        }
        if AMOUNTS.contains(&key.as_str()) {
            assert!(has_two_decimals(cell), "{key} of {row}");
        } else if key.ends_with("_pct") {
            let decimals = cell.as_str().and_then(|it| it.split_once('.'));
            assert!(
                decimals.is_some_and(|(_, it)| it.len() == 1),
                "{key}: {row}"
            );
        } else if ["year", "action", "target", "reached", "set_aside", "count"]
            .contains(&key.as_str())
        {
            assert!(cell.is_u64(), "{key} of {row}");
        } else if key.ends_with("_fte") || key == "subsidised_units" || key == "period" {
            assert!(cell.is_string(), "{key} of {row}");
        } else if key == "actions" {
            assert!(cell.is_array(), "{key} of {row}");
        }
    }
}

#[test]
fn every_table_has_its_keys_in_their_order() {
    for dossier in ALL
        .into_iter()
        .chain(["examples/voorbeeldgem", "examples/zonneberg"])
    {
        let report = json(&["report", dossier]);
        let tables = report["tables"].as_object().expect("tables by name");
        for (name, table) in tables {
            let keys = KEYS.iter().find(|(table, _)| table == name);
            let (_, keys) = keys.expect("the design names the table");
            for row in list(table) {
                assert_eq!(&keys_of(row), keys, "{name} of {dossier}");
                has_types(row);
            }
        }
        for (name, _) in KEYS {
            assert!(tables.contains_key(*name), "{name} of {dossier}");
        }
    }
}

#[test]
fn a_single_table_has_the_keys_of_the_report() {
    let singles: [(&[&str], &str); 7] = [
        (&["kpi"], "kpi"),
        (&["kpi", "--by", "provider"], "kpi_by_provider"),
        (&["award"], "award"),
        (&["cofinancing"], "cofinancing"),
        (&["budget"], "budget"),
        (&["budget", "--calendar"], "calendar"),
        (&["staffing"], "staffing"),
    ];
    for dossier in ALL {
        let report = json(&["report", dossier]);
        for (arguments, name) in singles {
            let all = [arguments, &[dossier]].concat();
            let single = json(&all);
            assert_eq!(
                single,
                value!({"format": 1, "tables": {name: report["tables"][name]}}),
                "{all:?}"
            );
            let keys: Vec<_> = single.as_object().expect("an object").keys().collect();
            assert_eq!(keys, ["format", "tables"]);
            let csv = stdout(&run(&[all.as_slice(), &["--format", "csv"]].concat()));
            let (_, keys) = KEYS.iter().find(|it| it.0 == name).expect("a known table");
            assert_eq!(
                csv.lines().next(),
                Some(keys.replace(' ', ",").as_str()),
                "{all:?}"
            );
        }
    }
}

#[test]
fn the_report_has_its_keys_in_their_order() {
    for dossier in ALL {
        let report = json(&["report", dossier]);
        assert_eq!(
            keys_of(&report),
            "format tool dossier scheme as_of tables findings sources"
        );
        assert_eq!(report["format"], 1);
        assert_eq!(
            report["scheme"],
            value!({"id": "plan-samenleven", "version": "1"})
        );
        assert_eq!(report["findings"], json(&["check", dossier])["findings"]);
        for source in list(&report["sources"]) {
            assert_eq!(keys_of(source), "path sha256 rows set_aside");
            let name = source["path"].as_str().expect("a path");
            let bytes = fs::read(root().join(dossier).join(name)).expect("it lies there");
            let hash = Sha256::digest(&bytes);
            let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(source["sha256"], hash, "{name}");
        }
        for finding in list(&report["findings"]) {
            assert_eq!(
                keys_of(finding),
                "code severity message path line column cell excerpt help related accepted"
            );
            assert_eq!(finding["path"], "dossier.toml");
            assert!(finding["cell"].is_null(), "a TOML file has no cells");
            let text = fs::read_to_string(root().join(dossier).join("dossier.toml"))
                .expect("the dossier can be read");
            let line = finding["line"].as_u64().expect("a line number");
            let line = usize::try_from(line).expect("a small number") - 1;
            assert_eq!(text.lines().nth(line), finding["excerpt"].as_str());
            for related in list(&finding["related"]) {
                assert_eq!(keys_of(related), "path line column cell message");
            }
        }
    }
}

#[test]
fn check_counts_its_findings() {
    let summary = |dossier| json(&["check", dossier])["summary"].clone();
    assert_eq!(
        summary(LEEUW),
        value!({"error": 0, "warning": 4, "notice": 1, "accepted": 0, "allowed": 0})
    );
    assert_eq!(
        summary(MECHELEN),
        value!({"error": 0, "warning": 1, "notice": 3, "accepted": 0, "allowed": 0})
    );
    assert_eq!(
        summary(DENDERMONDE),
        value!({"error": 0, "warning": 0, "notice": 0, "accepted": 0, "allowed": 0})
    );
}

#[test]
fn a_single_table_tells_its_findings_in_one_line() {
    for command in ["kpi", "award", "cofinancing", "budget", "staffing"] {
        assert_eq!(stderr(&run(&[command, LEEUW])).lines().count(), 1);
        assert_eq!(stderr(&run(&[command, LEEUW, "--quiet"])), "");
        assert_eq!(stderr(&run(&[command, DENDERMONDE])), "");
    }
}

fn reference(name: &str) -> Vec<Vec<String>> {
    let path: PathBuf = root().join("data/reference").join(name);
    let mut reader = csv::Reader::from_path(path).expect("the reference data can be read");
    let source = reader.headers().expect("it has headers").iter();
    let source = source.clone().position(|it| it == "source");
    let source = source.expect("it names its sources");
    reader
        .records()
        .map(|row| {
            let row = row.expect("a row has all its cells");
            assert!(!row[source].is_empty(), "each row has a source: {row:?}");
            row.iter().map(str::to_owned).collect()
        })
        .collect()
}

#[test]
fn the_awards_of_the_rand() {
    let rows = reference("awards.csv");
    assert_eq!(rows.len(), 8);
    let awards = rows
        .iter()
        .map(|row| row[2].parse::<u64>().expect("whole euro"));
    assert_eq!(awards.sum::<u64>(), 1_864_690);
    let leeuw = rows.iter().find(|row| row[0] == "Sint-Pieters-Leeuw");
    assert_eq!(
        leeuw.map(|row| (row[1].as_str(), row[2].as_str())),
        Some(("1", "326600"))
    );
}

#[test]
fn participation_is_by_known_action() {
    for row in reference("participation.csv") {
        let action: u8 = row[0].parse().expect("the number of an action");
        assert!((1..=24).contains(&action), "{row:?}");
        assert!(!(row[2].is_empty() && row[3].is_empty()), "{row:?}");
    }
}

#[test]
fn the_programme_keeps_contradicting_figures() {
    let rows = reference("programme.csv");
    let values = |year: &str, figure: &str| -> Vec<u64> {
        rows.iter()
            .filter(|row| row[0] == year && row[1] == figure)
            .map(|row| row[2].parse().expect("a whole figure"))
            .collect()
    };
    assert!(values("1", "awarded").contains(&14_136_359));
    assert!(values("2", "awarded").contains(&16_907_780));
    assert!(values("3", "call_budget").contains(&16_970_780));
    let mut participants = values("1", "participants");
    participants.sort_unstable();
    participants.dedup();
    assert_eq!(participants, [28, 103, 104, 105, 106, 107]);
}

/// The report as text at 80 columns, the hashes taken out.
fn page(dossier: &str, language: &str) -> String {
    let text = stdout(&run(&["report", dossier, "--lang", language]));
    let is_hash = |word: &str| word.len() == 64 && word.bytes().all(|it| it.is_ascii_hexdigit());
    let lines = text.lines().map(|line| {
        assert!(line.chars().count() <= 80, "wider than 80: {line}");
        match line.split_whitespace().find(|word| is_hash(word)) {
            Some(hash) => line.replace(hash, "[sha256]"),
            None => line.to_owned(),
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn pages_in_dutch() {
    insta::assert_snapshot!("leeuw_nl", page(LEEUW, "nl"));
    insta::assert_snapshot!("mechelen_nl", page(MECHELEN, "nl"));
    insta::assert_snapshot!("maasmechelen_nl", page(MAASMECHELEN, "nl"));
}

#[test]
fn pages_in_english() {
    insta::assert_snapshot!("leeuw_en", page(LEEUW, "en"));
    insta::assert_snapshot!("mechelen_en", page(MECHELEN, "en"));
    insta::assert_snapshot!("maasmechelen_en", page(MAASMECHELEN, "en"));
}

//! A project year against the one before it, with figures worked out by hand.

use crate::program::{Folder, json, run, stdout};
use serde_json::{Value, json as value};

const TRIAL: &str = "tests/files/proef.toml";

/// Four actions of the trial scheme in 2023 and 2024; 5 would be a fifth kind.
fn dossier(as_of: &str) -> String {
    let mut text = format!(
        "format = 1\nscheme = \"proef\"\nas_of = {as_of}\n[applicant]\nname = \"Voorbeeldgem\"\n\
         kind = \"municipality\"\n[[year]]\nnr = 1\n[[year]]\nnr = 2\n"
    );
    for nr in 1..=4 {
        text += &format!("[[action]]\nnr = {nr}\n");
        for year in 1..=2 {
            text += &format!("[[action.year]]\nnr = {year}\ntarget = 10\n");
        }
    }
    text + "[[progress]]\nfile = \"log.csv\"\n[[bookings]]\nfile = \"spent.csv\"\n"
}

const LOG: &str = "date,action,count,person\n\
    2023-01-01,1,40,\n2023-07-01,1,10,\n2023-07-02,1,50,\n2024-01-01,1,70,\n2024-06-30,1,5,\n\
    2023-03-01,2,1,\n2024-03-01,2,1,\n\
    2023-05-01,3,8,\n2023-09-01,3,20,\n2024-05-01,3,6,\n\
    2023-02-01,4,1,an\n2023-02-02,4,1,bo\n2023-02-03,4,1,an\n2023-08-01,4,1,cy\n2024-02-01,4,1,an\n";

const SPENT: &str = "date,action,category,payer,amount\n\
    2023-01-01,1,personnel,award,1000.00\n2023-07-01,1,personnel,award,0.01\n\
    2023-07-02,1,personnel,award,9000.00\n2023-03-01,1,personnel,own,77.00\n\
    2024-06-30,1,personnel,award,1500.00\n2024-01-02,,personnel,award,250.50\n\
    2024-02-02,3,personnel,award,12.00\n";

fn folder(dossier: &str, log: &str) -> Folder {
    Folder::with(&[
        ("dossier.toml", dossier.as_bytes()),
        ("log.csv", log.as_bytes()),
        ("spent.csv", SPENT.as_bytes()),
    ])
}

fn table(folder: &Folder, scheme: &[&str]) -> Vec<Value> {
    let report = json(&[&["report", folder.argument()], scheme].concat());
    let rows = &report["tables"]["year_over_year"];
    rows.as_array().expect("the table is a list").clone()
}

fn trial(folder: &Folder) -> Vec<Value> {
    table(folder, &["--scheme", TRIAL])
}

/// The row of an action, by these columns.
fn row(rows: &[Value], action: &Value, columns: &[&str]) -> Value {
    let row = rows.iter().find(|row| row["action"] == *action);
    let row = row.unwrap_or_else(|| panic!("a row of action {action}: {rows:?}"));
    columns.iter().map(|key| row[*key].clone()).collect()
}

const REACHED: [&str; 4] = [
    "reached",
    "reached_before",
    "reached_change",
    "reached_change_pct",
];
const BOOKED: [&str; 4] = ["spent", "spent_before", "spent_change", "spent_change_pct"];

#[test]
fn a_running_year_is_compared_over_as_many_days() {
    let folder = folder(&dossier("2024-06-30"), LOG);
    let rows = trial(&folder);
    assert_eq!(rows.len(), 5, "four actions and the whole dossier");
    assert!(
        rows.iter()
            .all(|row| row["year"] == 2 && row["days"] == 182)
    );
    // 182 days: up to 30 June in the leap year 2024, up to 1 July in 2023.
    assert_eq!(
        row(&rows, &value!(1), &REACHED),
        value!([75, 50, 25, "50.0"])
    );
    assert_eq!(
        row(&rows, &value!(1), &BOOKED),
        value!(["1500.00", "1000.01", "499.99", "50.0"])
    );
    // The state of 1 May, not that of September.
    assert_eq!(
        row(&rows, &value!(3), &REACHED),
        value!([6, 8, -2, "-25.0"])
    );
    // Unique persons: an and bo; cy came later.
    assert_eq!(
        row(&rows, &value!(4), &REACHED),
        value!([1, 2, -1, "-50.0"])
    );
    // General bookings stand in the whole dossier only.
    assert_eq!(
        row(&rows, &value!(null), &BOOKED),
        value!(["1762.50", "1000.01", "762.49", "76.2"])
    );
    let whole = row(&rows, &value!(null), &REACHED);
    assert_eq!(whole, value!([null, null, null, null]));
    assert!(rows[4].get("reached_unknown").is_none(), "units differ");
}

#[test]
fn a_year_that_is_over_is_compared_as_a_whole() {
    let rows = trial(&folder(&dossier("2024-12-31"), LOG));
    assert!(rows.iter().all(|row| row["days"].is_null()));
    let reached = row(&rows, &value!(1), &REACHED);
    assert_eq!(reached, value!([75, 100, -25, "-25.0"]));
    let spent = row(&rows, &value!(1), &BOOKED);
    assert_eq!(spent, value!(["1500.00", "10000.01", "-8500.01", "-85.0"]));
    assert_eq!(
        row(&rows, &value!(4), &REACHED),
        value!([1, 3, -2, "-66.7"])
    );
}

#[test]
fn a_milestone_is_not_compared_and_nothing_before_gives_no_share() {
    let rows = trial(&folder(&dossier("2024-06-30"), LOG));
    let milestone = rows.iter().find(|row| row["action"] == 2);
    let milestone = milestone.expect("the milestone has its row");
    for key in REACHED {
        assert!(milestone[key].is_null(), "{key}");
        let reason = &milestone[format!("{key}_unknown")];
        assert_eq!(
            reason, "zo’n cijfer wordt niet over jaren vergeleken",
            "{key}"
        );
    }
    let state = rows.iter().find(|row| row["action"] == 3);
    let state = state.expect("the state has its row");
    assert_eq!(state["spent_change"], "12.00");
    assert!(state["spent_change_pct"].is_null());
    assert_eq!(
        state["spent_change_pct_unknown"],
        "in het jaar ervoor was het nul"
    );
}

#[test]
fn a_log_of_year_totals_says_nothing_of_half_a_year() {
    let totals = "date,action,count\n2023-12-31,1,100\n2024-06-30,1,75\n";
    let rows = trial(&folder(&dossier("2024-06-30"), totals));
    assert_eq!(
        row(&rows, &value!(1), &REACHED),
        value!([75, null, null, null])
    );
    let reason = &rows[0]["reached_before_unknown"];
    let expected = "het logboek heeft geen rij van deze actie tot en met 01/07/2023";
    assert_eq!(reason, expected);
}

#[test]
fn a_year_not_begun_stands_beside_a_whole_year() {
    let rows = trial(&folder(&dossier("2023-12-31"), LOG));
    assert_eq!(
        row(&rows, &value!(1), &REACHED),
        value!([null, 100, null, null])
    );
    let spent = row(&rows, &value!(1), &BOOKED);
    assert_eq!(spent, value!([null, "10000.01", null, null]));
    let reason = "projectjaar 2 is nog niet begonnen";
    assert_eq!(rows[0]["reached_unknown"], reason);
    assert_eq!(rows[0]["spent_unknown"], reason);
}

/// Action 9 has another unit from year 2; 5 stops, 20 is new, 17 gets another target.
const OTHER_ACTIONS: &str = "format = 1\nscheme = \"plan-samenleven\"\nas_of = 2025-03-31\n\
    [applicant]\nname = \"Voorbeeldgem\"\nkind = \"municipality\"\n\
    [[year]]\nnr = 1\n[[year]]\nnr = 2\n[[year]]\nnr = 3\n\
    [[action]]\nnr = 9\n[[action.year]]\nnr = 1\ntarget = 10\n[[action.year]]\nnr = 2\ntarget = 10\n\
    [[action]]\nnr = 5\n[[action.year]]\nnr = 1\ntarget = 10\n\
    [[action]]\nnr = 20\n[[action.year]]\nnr = 2\ntarget = 10\n[[action.year]]\nnr = 3\ntarget = 10\n\
    [[action]]\nnr = 17\n[[action.year]]\nnr = 1\ntarget = 40\n[[action.year]]\nnr = 2\ntarget = 50\n\
    [[progress]]\nfile = \"log.csv\"\n";

const OTHER_LOG: &str = "date,action,count\n2023-01-01,9,4\n2024-01-01,9,6\n2023-01-01,5,7\n\
    2024-01-01,20,3\n2024-03-30,20,2\n2024-03-31,20,9\n2025-03-31,20,15\n";

#[test]
fn what_began_stopped_or_changed_says_so() {
    let rows = table(&folder(OTHER_ACTIONS, OTHER_LOG), &[]);
    let second: Vec<Value> = rows
        .iter()
        .filter(|row| row["year"] == 2)
        .cloned()
        .collect();
    let of = |nr: u16| row(&second, &value!(nr), &[&REACHED[..], &["note"]].concat());
    assert_eq!(of(9), value!([6, 4, null, null, "unit_changed"]));
    assert_eq!(of(5), value!([null, 7, null, null, "stopped"]));
    assert_eq!(of(20), value!([14, null, null, null, "new"]));
    let unknown = |nr: u16, key: &str| {
        let row = second.iter().find(|row| row["action"] == nr);
        row.and_then(|row| row.get(key)).cloned()
    };
    for key in ["reached_change_unknown", "reached_change_pct_unknown"] {
        assert_eq!(unknown(9, key), Some(value!("de eenheid is gewijzigd")));
        assert_eq!(unknown(20, key), None);
        assert_eq!(unknown(5, key), None);
    }
    assert_eq!(
        unknown(20, "reached_before_unknown"),
        None,
        "nothing, not unknown"
    );
    assert_eq!(of(17)[4], "target_changed");
}

#[test]
fn the_page_says_over_which_days() {
    let folder = folder(OTHER_ACTIONS, OTHER_LOG);
    let said = |language| {
        let page = stdout(&run(&["report", folder.argument(), "--lang", language]));
        page.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let dutch = said("nl");
    for sentence in [
        "Projectjaar 3 loopt: beide jaren zijn vergeleken over hun eerste 182 dagen, tot en met 31/03/2025 en 30/03/2024.",
        "Bereikt: dit jaar tegenover vorig jaar",
    ] {
        assert!(dutch.contains(sentence), "{sentence}\n{dutch}");
    }
    // Nothing was booked, so nothing of money is compared on the page.
    assert!(!dutch.contains("Besteed: dit jaar"), "{dutch}");
    let english = "Project year 3 is running: both years are compared over their first 182 days, up to and including 31 Mar 2025 and 30 Mar 2024.";
    assert!(said("en").contains(english));
}

#[test]
fn a_row_set_aside_is_told_where_it_could_change_a_figure() {
    let log = format!("{OTHER_LOG}2025-02-30,20,1\n");
    let page = stdout(&run(&["report", folder(OTHER_ACTIONS, &log).argument()]));
    let sentence = "Jaar 3: zonder 1 opzij gezette rij die deze cijfers kan veranderen.";
    assert!(page.contains(sentence), "{page}");
}

#[test]
fn a_dossier_of_one_year_has_no_rows() {
    let one = OTHER_ACTIONS.replace("[[year]]\nnr = 2\n", "");
    let rows = table(&folder(&one, OTHER_LOG), &[]);
    assert_eq!(
        rows,
        Vec::<Value>::new(),
        "years 1 and 3 do not follow each other"
    );
}

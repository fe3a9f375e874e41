//! Staff as a ledger, seen from outside: months and cost per line, who was there
//! when, and what goes together with a vacancy.

use crate::program::{Folder, json, run, stdout};
use serde_json::{Value, json as value};

const TOP: &str = r#"
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
nr = 15
[[action.year]]
nr = 1
target = 100
award = 32_000
[[action.year]]
nr = 2
target = 100
[[action]]
nr = 17
[[action.year]]
nr = 1
target = 40
award = 4_000
[[action.year]]
nr = 2
target = 40
[[progress]]
file = "progress.csv"
[[bookings]]
file = "bookings.csv"
"#;

const LOG: &str = "date,action,count\n2022-10-12,15,90\n2022-10-12,17,41\n";
const BOOKINGS: &str = "date,action,category,payer,amount\n2022-10-12,15,,award,30000.00\n2022-10-12,17,,award,4000.00\n";

/// One FTE of which half came in the middle of year 1 and half left in year 2.
const STAFF: &str = r#"
[[staff]]
role = "brugfiguur"
actions = [15]
fte = 1.0
payer = "award"
yearly_cost = 60_000
filled = [{ fte = 0.5, from = 2022-10-01, to = 2024-03-31 }, { fte = 0.5, from = 2023-07-01 }]
"#;

fn folder(staff: &str) -> Folder {
    let dossier = format!("{TOP}{staff}");
    Folder::with(&[
        ("dossier.toml", dossier.as_bytes()),
        ("progress.csv", LOG.as_bytes()),
        ("bookings.csv", BOOKINGS.as_bytes()),
    ])
}

fn rows(folder: &Folder, as_of: &str, table: &str) -> Vec<Value> {
    let all = ["report", folder.argument(), "--as-of", as_of];
    let rows = json(&all)["tables"][table].clone();
    rows.as_array().expect("a table is a list").clone()
}

fn pick(rows: &[Value], columns: &[&str]) -> Value {
    let cells = |row: &Value| columns.iter().map(|key| row[*key].clone()).collect();
    Value::Array(rows.iter().map(cells).map(Value::Array).collect())
}

const LEDGER: [&str; 6] = [
    "year",
    "planned_months",
    "filled_months",
    "vacant_months",
    "yearly_cost",
    "cost",
];

/// All that `staffing` says, on one line.
fn said(folder: &Folder, more: &[&str]) -> String {
    let all = [&["staffing", folder.argument()], more].concat();
    let text = stdout(&run(&all));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn months_and_cost_follow_the_days() {
    // Year 1: 0.5 for 365 days and 0.5 for 31 + 31 + 30 = 92 days, of 365: 6 + 1.512…;
    // cost 60 000 × 0.5 × 457 ÷ 365 = 37 561.643….
    // Year 2: 0.5 for 183 days and 0.5 for 366, of 366: 3 + 6; cost 45 000.
    assert_eq!(
        pick(&rows(&folder(STAFF), "2024-09-30", "staffing"), &LEDGER),
        value!([
            [1, "12.00", "7.51", "4.49", "60000.00", "37561.64"],
            [2, "12.00", "9.00", "3.00", "60000.00", "45000.00"]
        ])
    );
}

#[test]
fn a_running_year_counts_up_to_the_date_and_one_to_come_is_unknown() {
    // 1 October to 31 December 2022: 92 days of 365; 12 × 92 ÷ 365 = 3.0246….
    let rows = rows(&folder(STAFF), "2022-12-31", "staffing");
    assert_eq!(
        pick(&rows, &LEDGER),
        value!([
            [1, "3.02", "1.51", "1.51", "60000.00", "7561.64"],
            [2, null, null, null, "60000.00", null]
        ])
    );
    let reason = &rows[1]["cost_unknown"];
    assert_eq!(reason, "projectjaar 2 is nog niet begonnen");
    let text = said(&folder(STAFF), &["--as-of", "2022-12-31"]);
    assert!(text.contains("VTE-maanden in jaar 1 tot en met 31/12/2022: 1,5 van 3,0 ingevuld"));
}

#[test]
fn what_a_line_does_not_say_is_unknown() {
    let unknown = |staff: &str, key: &str| {
        let rows = rows(&folder(staff), "2023-09-30", "staffing");
        assert!(rows[0][key].is_null(), "{key} of {staff}");
        rows[0][format!("{key}_unknown")].clone()
    };
    let without = |line: &str| STAFF.replace(line, "");
    let (fte, cost) = (without("fte = 1.0\n"), without("yearly_cost = 60_000\n"));
    let gone = "de voorziene VTE zijn niet opgegeven";
    assert_eq!(unknown(&fte, "planned_months"), gone);
    assert_eq!(unknown(&fte, "vacant_months"), gone);
    assert_eq!(unknown(&cost, "cost"), "het dossier noemt geen jaarkost");
    let from = STAFF.replace(", from = 2023-07-01", "");
    assert_eq!(unknown(&from, "cost"), "de begindatum is niet opgegeven");
    let filled = without(&STAFF[STAFF.find("filled").expect("somebody is there")..]);
    assert_eq!(
        unknown(&filled, "filled_months"),
        "de ingevulde VTE zijn niet opgegeven"
    );
    let odd = STAFF.replace("60_000", "\"veel\"");
    assert_eq!(
        unknown(&odd, "yearly_cost"),
        "wat het dossier zegt, is niet te lezen"
    );
}

#[test]
fn who_was_there_has_a_row_for_each_year() {
    let columns = ["year", "from", "to", "fte", "months"];
    let over_time = |as_of| {
        let rows = rows(&folder(STAFF), as_of, "staffing_over_time");
        pick(&rows, &columns)
    };
    let [first, second] = [["2022-10-01", "2024-03-31"], ["2023-07-01", ""]];
    assert_eq!(
        over_time("2024-09-30"),
        value!([
            [1, first[0], first[1], "0.5", "6.00"],
            [1, second[0], null, "0.5", "1.51"],
            [2, first[0], first[1], "0.5", "3.00"],
            [2, second[0], null, "0.5", "6.00"]
        ])
    );
    assert_eq!(
        over_time("2022-12-31"),
        value!([[1, first[0], first[1], "0.5", "1.51"]])
    );
}

#[test]
fn a_vacancy_names_what_goes_together_with_it_and_no_cause() {
    let folder = folder(STAFF);
    let year_1 = ["--as-of", "2023-09-30", "--year", "1"];
    let text = said(&folder, &year_1);
    let dutch = "Actie 15, jaar 1: 4,5 VTE-maanden vacant, samen met € 2.000,00 subsidie die over is en een doel dat niet bereikt is (90 van 100).";
    assert!(text.contains(dutch), "{text}");
    let text = said(&folder, &[&year_1[..], &["--lang", "en"]].concat());
    let english = "Action 15, year 1: 4.5 FTE-months vacant, together with € 2,000.00 of the award left and a target not reached (90 of 100).";
    assert!(text.contains(english), "{text}");
    let running = said(&folder, &["--as-of", "2023-09-29"]);
    assert!(!running.contains("samen met"), "{running}");
}

#[test]
fn a_line_for_several_actions_keeps_their_facts_apart() {
    let several = STAFF.replace("[15]", "[17, 15]");
    let text = said(&folder(&several), &["--as-of", "2023-09-30"]);
    let apart = "Acties 15 en 17, jaar 1: 4,5 VTE-maanden vacant, samen met € 2.000,00 subsidie die over is en een doel dat niet bereikt is (90 van 100) voor actie 15.";
    assert!(text.contains(apart), "{text}");
}

#[test]
fn third_parties_have_months_but_stand_in_no_sum() {
    let third = STAFF.replace("\"award\"", "\"third-party\"");
    let both = format!("{STAFF}{third}");
    let text = said(&folder(&both), &["--as-of", "2023-09-30"]);
    assert!(text.contains("7,5 van 12,0 ingevuld"), "{text}");
    assert!(text.contains("jaarkost per VTE: € 37.561,64."), "{text}");
    assert_eq!(text.matches("samen met").count(), 1, "{text}");
}

#[test]
fn without_a_date_only_who_bears_none_is_known_to_be_there() {
    let line = |role: &str, filled: &str| {
        format!("[[staff]]\nrole = \"{role}\"\nfte = 1.0\nfilled = [{filled}]\n")
    };
    let dossier = [
        "format = 1\nscheme = \"plan-samenleven\"\n[applicant]\nname = \"Voorbeeldgem\"\n\
         kind = \"municipality\"\n[[year]]\nnr = 1\n"
            .to_owned(),
        line("one", "{ fte = 0.5 }, { fte = 0.25 }"),
        line("two", "{ fte = 0.5 }, { fte = 0.25, from = 2022-10-01 }"),
        line("three", "{ fte = 0.5, to = 2023-01-31 }"),
    ];
    let folder = Folder::with(&[("dossier.toml", dossier.concat().as_bytes())]);
    let rows = json(&["staffing", folder.argument(), "--lang", "en"])["tables"]["staffing"].clone();
    let no_date = "there is no as-of date";
    assert_eq!(
        pick(
            rows.as_array().expect("a table is a list"),
            &["role", "filled_fte", "vacant_fte", "filled_fte_unknown"]
        ),
        value!([
            ["one", "0.75", "0.25", null],
            ["two", null, null, no_date],
            ["three", null, null, no_date]
        ])
    );
}

//! Where money could vanish, or a guess could look like a figure: years that the dossier
//! or the scheme does not have, rows set aside a year earlier, and overspends.

use crate::program::{Folder, json, run, stdout};
use serde_json::{Value, json as value};

const HEAD: &str = "format = 1\nscheme = \"plan-samenleven\"\n\
    [applicant]\nname = \"Voorbeeldgem\"\nkind = \"municipality\"\n\
    [[bookings]]\nfile = \"b.csv\"\n";

fn folder(as_of: &str, dossier: &str, bookings: &str) -> Folder {
    let dossier = format!("as_of = {as_of}\n{HEAD}{dossier}");
    let bookings = format!("datum;actie;categorie;betaler;bedrag\n{bookings}");
    Folder::with(&[
        ("dossier.toml", dossier.as_bytes()),
        ("b.csv", bookings.as_bytes()),
    ])
}

fn rows(folder: &Folder, command: &str, more: &[&str]) -> Vec<Value> {
    let table = json(&[&[command, folder.argument()], more].concat());
    let rows = &table["tables"][command];
    rows.as_array().expect("the table is a list").clone()
}

fn pick(rows: &[Value], columns: &[&str]) -> Value {
    let cells = |row: &Value| columns.iter().map(|key| row[*key].clone()).collect();
    Value::Array(rows.iter().map(cells).map(Value::Array).collect())
}

fn codes(folder: &Folder) -> Vec<String> {
    let found = json(&["check", folder.argument()]);
    let found = found["findings"].as_array().expect("findings are a list");
    let code = |it: &Value| it["code"].as_str().expect("a code is text").to_owned();
    found.iter().map(code).collect()
}

fn words(args: &[&str]) -> String {
    let page = stdout(&run(args));
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

const YEARS: &str = "[[year]]\nnr = 1\naward_total = 1_000\n[[year]]\nnr = 2\naward_total = 1_000\n\
    [[year]]\nnr = 3\naward_total = 1_000\n";

#[test]
fn a_general_booking_of_a_year_that_the_dossier_lacks_does_not_vanish() {
    let dossier = "[[year]]\nnr = 1\naward_total = 1_000\n";
    let bookings = "01/12/2022;;personeel;eigen;500,00\n01/12/2023;;personeel;eigen;700,00\n";
    let folder = folder("2024-09-30", dossier, bookings);
    assert_eq!(codes(&folder), ["I20"]);
    let calendar = json(&["budget", folder.argument(), "--calendar"]);
    let calendar = calendar["tables"]["calendar"].as_array();
    let all = calendar.and_then(|rows| rows.last()).expect("rows");
    assert_eq!(all["spent"], "500.00");
    assert_eq!(all["set_aside"], 1);
}

#[test]
fn an_overspend_that_a_row_set_aside_could_undo_raises_nothing_a_year_later() {
    let bookings = "01/12/2022;;;subsidie;1.100,00\n02/12/2022;;;subsidie;-100.5\n\
        01/12/2023;;;subsidie;950,00\n";
    let folder = folder("2024-09-30", YEARS, bookings);
    assert_eq!(codes(&folder), ["I06"]);
    let rows = rows(&folder, "budget", &[]);
    assert_eq!(
        pick(&rows[..2], &["carried_in", "left", "set_aside"]),
        value!([["0.00", "-100.00", 1], ["-100.00", "-50.00", 1]])
    );
}

#[test]
fn what_one_action_carries_and_another_overspends_closes_without_a_finding() {
    let actions: String = [5, 14]
        .map(|nr| {
            format!(
                "[[action]]\nnr = {nr}\n[[action.year]]\nnr = 1\naward = 500\n[[action.year]]\nnr = 2\naward = 500\n"
            )
        })
        .concat();
    let carry = "[[carry_over]]\naction = 5\nfrom = 1\nto = 2\namount = 400\n";
    let bookings = "01/12/2022;5;;subsidie;100,00\n01/12/2022;14;;subsidie;700,00\n";
    let folder = folder("2023-09-30", &format!("{YEARS}{actions}{carry}"), bookings);
    assert!(!codes(&folder).contains(&"B02".to_owned()));
    let rows = rows(&folder, "budget", &[]);
    assert_eq!(
        pick(&rows[..3], &["left", "carried_out", "open"]),
        value!([
            ["400.00", "400.00", "0.00"],
            ["-200.00", "-200.00", "0.00"],
            ["200.00", "200.00", "0.00"]
        ])
    );
}

#[test]
fn nothing_goes_along_after_the_last_year() {
    let folder = folder(
        "2025-09-30",
        YEARS,
        "01/12/2024;;;subsidie;1.200,00\n01/12/2023;;;subsidie;1.000,00\n01/12/2022;;;subsidie;1.000,00\n",
    );
    let check = words(&["check", folder.argument()]);
    assert!(check.contains("er komt geen projectjaar meer dat het kan dragen"));
    assert!(!check.contains("dat gaat mee naar het volgende jaar"));
    let budget = words(&["budget", folder.argument()]);
    assert!(budget.contains("dan er was: € 200,00."), "{budget}");
    assert!(!budget.contains("niet teruggegeven: € -"), "{budget}");
}

#[test]
fn a_year_that_cannot_be_read_is_not_a_year_without_the_action() {
    let action =
        "[[action]]\nnr = 5\n[[action.year]]\nnr = \"een\"\n[[action.year]]\nnr = 2\naward = 500\n";
    let folder = folder(
        "2024-09-30",
        &format!("{YEARS}{action}"),
        "01/12/2022;;;eigen;1,00\n",
    );
    let rows = rows(&folder, "budget", &[]);
    let row = rows.iter().find(|row| row["action"] == 5).expect("a row");
    assert_eq!(row["carried_in"], Value::Null);
    assert_eq!(row["note"], Value::Null);
}

#[test]
fn a_year_without_dates_has_no_bookings_that_are_known() {
    let scheme = include_str!("../data/schemes/plan-samenleven.toml");
    let scheme = scheme
        .replace("start = 2022-10-01\n", "")
        .replace("end = 2023-09-30\n", "");
    let scheme_file = Folder::with(&[("scheme.toml", scheme.as_bytes())]);
    let scheme_path = format!("{}/scheme.toml", scheme_file.argument());
    let folder = folder("2024-09-30", YEARS, "01/12/2023;;personeel;eigen;1,00\n");
    let rows = rows(&folder, "cofinancing", &["--scheme", &scheme_path]);
    assert_eq!(
        pick(&rows, &["own_booked"]),
        value!([[null], ["1.00"], ["0.00"], [null]])
    );
}

#[test]
fn a_planned_line_without_a_category_is_not_booked_as_nothing() {
    let lines = "[[budget]]\nyear = 1\npayer = \"award\"\namount = 500\n";
    let folder = folder(
        "2023-09-30",
        &format!("{YEARS}{lines}"),
        "01/12/2022;;werkingsmiddelen;subsidie;400,00\n",
    );
    let report = json(&["report", folder.argument()]);
    let costs = report["tables"]["costs"].as_array().expect("a list");
    assert_eq!(
        pick(costs, &["planned", "booked"]),
        value!([["500.00", null], [null, "400.00"]])
    );
}

#[test]
fn a_share_of_less_than_nothing_is_no_percentage() {
    let folder = folder("2023-09-30", YEARS, "01/12/2022;;personeel;eigen;-950,00\n");
    let rows = rows(&folder, "cofinancing", &[]);
    assert_eq!(rows[0]["own_booked"], "-950.00");
    assert_eq!(rows[0]["own_share_pct"], Value::Null);
}

#[test]
fn stimuli_that_ask_an_own_share_stand_in_its_percentage() {
    let scheme = include_str!("../data/schemes/plan-samenleven.toml");
    let scheme = scheme.replace("exempt = [\"stimulus\"]", "exempt = []");
    let scheme_file = Folder::with(&[("scheme.toml", scheme.as_bytes())]);
    let scheme_path = format!("{}/scheme.toml", scheme_file.argument());
    let stimulus = "[[action]]\nnr = 15\n[[stimulus]]\nkind = \"mentor\"\naction = 15\nyear = 1\namount = 1_000\n";
    let folder = folder(
        "2023-09-30",
        &format!("{YEARS}{stimulus}"),
        "01/12/2022;;personeel;eigen;1.000,00\n",
    );
    let rows = rows(&folder, "cofinancing", &["--scheme", &scheme_path]);
    // € 1.000 stands against € 2.000: a third, and not the half that is asked.
    assert_eq!(
        pick(
            &rows[..1],
            &["own_required", "own_missing", "own_share_pct"]
        ),
        value!([["2000.00", "1000.00", "33.3"]])
    );
}

#[test]
fn the_calendar_tells_of_rows_set_aside_and_of_what_is_unknown() {
    let aside = folder(
        "2023-09-30",
        YEARS,
        "01/12/2022;;;eigen;1,00\n01/12/2022;;;eigen;9.5\n",
    );
    let page = words(&["budget", aside.argument(), "--calendar"]);
    assert!(page.contains("1 boeking is opzij gezet"), "{page}");
    let none = folder("2023-09-30", YEARS, "");
    let page = words(&["budget", none.argument(), "--calendar"]);
    assert!(
        page.contains("Wat besteed is, is onbekend: geen enkele boeking is geteld."),
        "{page}"
    );
}

#[test]
fn a_row_after_the_as_of_date_takes_no_finding_away() {
    let bookings = "01/12/2022;;;subsidie;1.100,00\n02/05/2023;;;subsidie;-100.5\n";
    let folder = folder("2023-03-31", YEARS, bookings);
    assert_eq!(codes(&folder), ["B01", "I06"]);
    assert_eq!(rows(&folder, "budget", &[])[0]["set_aside"], 0);
}

#[test]
fn a_bookings_file_whose_name_cannot_be_read_is_one_fact() {
    let receipt = "[[receipt]]\ndate = 5\nyear = 1\namount = 5\nwhat = \"balance\"\n";
    let dossier = format!("as_of = 2023-09-30\n{HEAD}{YEARS}{receipt}").replace("\"b.csv\"", "5");
    let folder = Folder::with(&[("dossier.toml", dossier.as_bytes())]);
    assert_eq!(codes(&folder), ["I04", "I04"]);
    let page = words(&["budget", folder.argument(), "--calendar"]);
    assert!(
        page.contains("Wat binnenkwam, is onbekend: een lijn"),
        "{page}"
    );
}

#[test]
fn a_cost_line_and_a_comparison_tell_which_rows_set_aside_could_be_of_them() {
    let action =
        |nr| format!("[[action]]\nnr = {nr}\n[[action.year]]\nnr = 1\n[[action.year]]\nnr = 2\n");
    let line = |actions: &str| {
        format!(
            "[[budget]]\nyear = 1\n{actions}category = \"personnel\"\npayer = \"own\"\namount = 1_000\n"
        )
    };
    let dossier = YEARS.to_owned()
        + &action(5)
        + &action(15)
        + &line("actions = [5]\n")
        + &line("actions = [15]\n")
        + &line("");
    let bookings = "01/12/2022;5;personeel;eigen;500,00\n02/12/2022;15;personeel;eigen;12.5\n";
    let folder = folder("2024-09-30", &dossier, bookings);
    let report = json(&["report", folder.argument()]);
    let rows = |table: &str| {
        let rows = report["tables"][table].as_array();
        rows.expect("the table is a list").clone()
    };
    let costs = rows("costs");
    assert_eq!(
        pick(&costs, &["actions", "booked", "set_aside"]),
        value!([[[5], "500.00", 0], [[15], "0.00", 1], [[], "0.00", 1]])
    );
    let compared = rows("year_over_year");
    let second: Vec<Value> = compared
        .into_iter()
        .filter(|row| row["year"] == 2)
        .collect();
    assert_eq!(
        pick(&second, &["action", "set_aside"]),
        value!([[5, 0], [15, 1], [null, 1]])
    );
    let page = words(&["report", folder.argument(), "--format", "markdown"]);
    let (_, costs) = page
        .split_once("Kosten, gepland en geboekt")
        .expect("the page has the costs");
    let costs = costs.split("## ").next().unwrap_or_default();
    assert!(costs.contains("1 boeking is opzij gezet"), "{costs}");
}

#[test]
fn each_reason_is_told_in_both_languages() {
    let action = "[[action]]\nnr = 15\n[[action.year]]\nnr = 1\n[[action]]\nnr = 24\n[[action.year]]\nnr = 1\n";
    let line = "[[budget]]\nyear = 1\nactions = [15]\npayer = \"own\"\namount = 1_000\n";
    let alike = format!("{line}category = \"personnel\"\n");
    let overlap = "[[overlap]]\nprovider = \"Huis\"\nactions = [15, 24]\nyear = 1\n\
        same_people = true\ndouble_investment = false\n[[progress]]\nfile = \"log.csv\"\n";
    let cases = [
        (
            alike.clone() + &alike,
            ("costs", "booked"),
            "verscheidene geplande lijnen passen op dezelfde boekingen",
            "several planned lines fit the same bookings",
        ),
        (
            line.to_owned(),
            ("cofinancing", "own_planned"),
            "een eigen budgetlijn heeft geen categorie",
            "an own budget line has no category",
        ),
        (
            "[[stimulus]]\nkind = \"mentor\"\naction = 15\nyear = 1\n".to_owned(),
            ("cofinancing", "stimulus"),
            "het bedrag van een stimulans is niet opgegeven",
            "the amount of a stimulus is not given",
        ),
        (
            overlap.to_owned(),
            ("overlap", "count"),
            "de aantallen van de aanbieder verschillen per actie",
            "the provider's counts differ between the actions",
        ),
    ];
    for (more, (table, key), dutch, english) in cases {
        let dossier = format!("{YEARS}{action}{more}");
        let folder = folder(
            "2023-09-30",
            &dossier,
            "01/12/2022;15;personeel;eigen;500,00\n",
        );
        let log = "datum;actie;aantal;aanbieder\n01/12/2022;15;7;Huis\n01/12/2022;24;9;Huis\n";
        std::fs::write(folder.path().join("log.csv"), log).expect("it can be written");
        for (language, wanted) in [("nl", dutch), ("en", english)] {
            let report = json(&["report", folder.argument(), "--lang", language]);
            let first = &report["tables"][table][0];
            assert_eq!(first[key], Value::Null, "{first}");
            assert_eq!(first[format!("{key}_unknown")], wanted);
        }
    }
}

#[test]
fn the_calendar_says_in_both_languages_what_it_does_not_count() {
    let receipts = |amount: &str| {
        format!(
            "[[receipt]]\ndate = 2022-12-15\nyear = 1\nwhat = \"advance\"\namount = {amount}\n\
             [[receipt]]\ndate = 2023-12-14\nyear = 1\nwhat = \"balance\"\namount = 200\n"
        )
    };
    let said = |dossier: &str, bookings: &str, language: &str| {
        let folder = folder("2023-09-30", &format!("{YEARS}{dossier}"), bookings);
        let asked = [
            "budget",
            folder.argument(),
            "--calendar",
            "--lang",
            language,
        ];
        words(&asked)
    };
    let booking = "01/12/2022;;personeel;subsidie;500,00\n";
    let late = receipts("800");
    let told = said(&late, booking, "nl");
    let wanted = "Niet geteld: € 200,00, ontvangen op 14/12/2023, na de stand van 30/09/2023.";
    assert!(told.contains(wanted), "{told}");
    let told = said(&late, booking, "en");
    let wanted =
        "Not counted: € 200.00, received on 14 Dec 2023, after the as-of date 30 Sep 2023.";
    assert!(told.contains(wanted), "{told}");
    let later = "[[receipt]]\ndate = 2024-01-10\nyear = 1\nwhat = \"balance\"\namount = 50\n";
    let both = late + later;
    let told = said(&both, booking, "nl");
    let wanted = "Niet geteld: € 250,00 in 2 ontvangsten na de stand van 30/09/2023, de eerste op 14/12/2023.";
    assert!(told.contains(wanted), "{told}");
    let told = said(&both, booking, "en");
    let wanted = "Not counted: € 250.00 in 2 receipts after the as-of date 30 Sep 2023, the first on 14 Dec 2023.";
    assert!(told.contains(wanted), "{told}");
    // Neither what came in nor what was spent can be known.
    let unknown = receipts("\"veel\"");
    let told = said(&unknown, "", "nl");
    for wanted in [
        "Wat binnenkwam, is onbekend: ",
        "Wat besteed is, is onbekend: ",
    ] {
        assert!(told.contains(wanted), "{wanted} {told}");
    }
    let told = said(&unknown, "", "en");
    for wanted in ["What came in is unknown: ", "What was spent is unknown: "] {
        assert!(told.contains(wanted), "{wanted} {told}");
    }
}

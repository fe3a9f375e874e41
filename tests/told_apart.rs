//! What belongs to one is not given to another: persons and states to their provider,
//! bookings to their line, rows set aside to their year, doubles to those who have them.

use crate::program::{run, stdout};
use crate::trial::{Trial, YEAR, YEARS, action, built_in, made_up};
use serde_json::{Value, json as value};

/// The first year of the made-up scheme while it runs.
fn running(dossier: String) -> Trial {
    made_up(dossier).on("2023-06-30")
}

// What was reached.

#[test]
fn a_person_counts_with_the_provider_that_was_first() {
    let log = "date,action,count,provider,person,note\n\
        2022-11-01,3,1,club,p1,\n2022-11-02,3,1,club,p2,\n2022-11-03,3,1,house,p3,\n\
        2022-11-04,3,1,house,p1,\n2022-12-05,3,1,house,p4,\n2022-12-06,3,-1,house,p4,taken back\n";
    let trial = running(format!("{YEAR}{}", action(3, "target = 10"))).log(log);
    assert_eq!(trial.table("kpi", &["reached"]), value!([[3]]));
    assert_eq!(
        trial.table("kpi_by_provider", &["provider", "reached"]),
        value!([["club", 2], ["house", 1]])
    );
}

#[test]
fn a_person_who_was_taken_back_counts_with_the_provider_that_kept_her() {
    let log = "date,action,count,provider,person,note\n\
        2022-11-01,3,1,club,p1,\n2022-11-20,3,-1,club,p1,of another house\n\
        2023-02-01,3,1,house,p1,\n2022-11-02,3,1,club,p2,\n2022-11-04,3,1,house,p2,\n\
        2022-11-05,3,-1,house,p2,twice\n";
    let trial = running(format!("{YEAR}{}", action(3, "target = 10"))).log(log);
    assert_eq!(trial.table("kpi", &["reached"]), value!([[2]]));
    assert_eq!(
        trial.table("kpi_by_provider", &["provider", "reached"]),
        value!([["club", 1], ["house", 1]])
    );
}

#[test]
fn a_state_is_the_last_of_each_provider_and_group() {
    let log = "date,action,count,provider,group\n\
        2022-11-01,5,4,club,a\n2022-12-01,5,3,club,a\n2022-11-15,5,2,club,b\n\
        2022-11-20,5,1,house,a\n2022-09-30,5,50,house,a\n";
    let trial = running(format!("{YEAR}{}", action(5, "target = 10"))).log(log);
    assert_eq!(trial.table("kpi", &["reached"]), value!([[6]]));
    assert_eq!(
        trial.table("kpi_by_provider", &["provider", "reached"]),
        value!([["club", 5], ["house", 1]])
    );
}

#[test]
fn a_name_is_the_same_however_its_accent_is_written() {
    let log = "date,action,count,provider,group\n\
        2022-11-01,5,4,Caf\u{e9},Zo\u{eb}\n2022-12-01,5,3,CAFE\u{301},Zoe\u{308}\n";
    let trial = running(format!("{YEAR}{}", action(5, "target = 10"))).log(log);
    assert_eq!(
        trial.table("kpi_by_provider", &["provider", "reached"]),
        value!([["Caf\u{e9}", 3]])
    );
    let log = "date,action,count,person\n\
        2022-11-01,3,1,Zo\u{eb}\n2022-12-01,3,1,Zoe\u{308}\n";
    let trial = running(format!("{YEAR}{}", action(3, "target = 10"))).log(log);
    assert_eq!(trial.table("kpi", &["reached"]), value!([[1]]));
}

#[test]
fn a_state_below_zero_is_not_known() {
    let of = |rows: &str| {
        let log = format!("date,action,count,provider,note\n{rows}");
        let trial = running(format!("{YEAR}{}", action(5, "target = 10"))).log(&log);
        let reached = trial.table("kpi", &["reached"]);
        (
            reached,
            trial.table("kpi_by_provider", &["provider", "reached"]),
        )
    };
    // A correction of another day is no state; with that of the others it would be a figure.
    let other = "2022-11-01,5,10,house,\n";
    let (reached, providers) = of(&format!(
        "2022-11-01,5,5,club,\n2022-12-01,5,-1,club,twice\n{other}"
    ));
    assert_eq!(reached, value!([[null]]));
    assert_eq!(providers, value!([]), "nor what each has of it");
    let (reached, _) = of(&format!(
        "2022-11-01,5,5,club,\n2022-11-01,5,-1,club,twice\n{other}"
    ));
    assert_eq!(reached, value!([[14]]));
}

#[test]
fn a_milestone_is_reached_by_a_one_and_not_by_a_zero() {
    let of = |log| {
        let trial = running(format!("{YEAR}{}", action(4, "target = 1"))).log(log);
        trial.table("kpi", &["reached"])
    };
    assert_eq!(of("2022-11-01,4,0\n"), value!([[0]]));
    assert_eq!(of("2022-11-01,4,0\n2022-11-02,4,1\n"), value!([[1]]));
    assert_eq!(of("2022-11-01,4,2\n2022-11-02,4,1\n"), value!([[1]]));
    assert_eq!(of("2022-11-01,4,0\n2022-11-02,4,2\n"), value!([[null]]));
}

#[test]
fn a_provider_has_its_own_milestone() {
    let log = "date,action,count,provider\n\
        2022-11-01,4,0,house\n2022-11-01,4,1,club\n2022-12-01,4,0,club\n";
    let trial = running(format!("{YEAR}{}", action(4, "target = 1"))).log(log);
    assert_eq!(
        trial.table("kpi_by_provider", &["provider", "reached"]),
        value!([["club", 1], ["house", 0]])
    );
}

#[test]
fn providers_stand_by_name_and_not_as_they_came() {
    let log = "date,action,count,provider\n2022-11-01,1,1,zoo\n2022-11-01,1,1,Alfa\n";
    let trial = running(format!("{YEAR}{}", action(1, "target = 1"))).log(log);
    let rows = trial.table("kpi_by_provider", &["provider"]);
    assert_eq!(rows, value!([["Alfa"], ["zoo"]]));
}

#[test]
fn counts_add_from_month_to_month_and_states_do_not() {
    let actions = [1, 4, 5].map(|nr| action(nr, "target = 10")).concat();
    let log = "2022-10-15,1,5\n2022-12-15,1,3\n2022-10-15,5,4\n2022-12-20,5,6\n2022-11-01,4,1\n";
    let trial = made_up(format!("{YEAR}{actions}"))
        .on("2022-12-31")
        .log(log);
    assert_eq!(
        trial.table("progress", &["action", "month", "reached", "cumulative"]),
        value!([
            [1, "2022-10", 5, 5],
            [1, "2022-11", 0, 5],
            [1, "2022-12", 3, 8],
            [5, "2022-10", 4, 4],
            [5, "2022-11", 4, 4],
            [5, "2022-12", 6, 6]
        ])
    );
}

#[test]
fn of_rows_that_bear_one_date_no_month_before_it_is_nought() {
    let months = |rows: &str| {
        let log = format!("date,action,count\n{rows}");
        let trial = running(format!("{YEAR}{}", action(1, "target = 10"))).log(&log);
        let told = trial.table("progress", &["month", "reached", "cumulative"]);
        told.as_array().expect("it has rows")[..4].to_vec()
    };
    let one = months("2022-12-31,1,4\n2022-12-31,1,1\n");
    assert_eq!(
        Value::from(one),
        value!([
            ["2022-10", null, null],
            ["2022-11", null, null],
            ["2022-12", null, 5],
            ["2023-01", 0, 5]
        ])
    );
    let two = months("2022-12-30,1,4\n2022-12-31,1,1\n");
    assert_eq!(two[1], value!(["2022-11", 0, 0]));
    let first = months("2022-10-31,1,4\n");
    assert_eq!(first[0], value!(["2022-10", 4, 4]));
}

#[test]
fn a_row_set_aside_explains_only_the_year_it_falls_in() {
    let dossier = format!(
        "{YEARS}{}[[action.year]]\nnr = 2\n",
        action(1, "target = 10")
    );
    let trial = made_up(dossier).log("2023-12-01,1,1.5\n");
    assert_eq!(
        trial.table("kpi", &["year", "reached_unknown"]),
        value!([
            [1, "no row of any log falls in project year 1"],
            [2, "every row that may fall in project year 2 was set aside"]
        ])
    );
}

// Doubles.

#[test]
fn what_is_declared_of_one_provider_hides_nothing_of_another() {
    let years = |nr| {
        format!(
            "{}[[action.year]]\nnr = 2\ntarget = 90\n",
            action(nr, "target = 90")
        )
    };
    let overlap = |provider: &str| {
        format!("[[overlap]]\nyear = 1\nprovider = \"{provider}\"\nactions = [13, 24]\n")
    };
    let dossier = [
        YEARS.to_owned(),
        [13, 15, 24].map(years).concat(),
        overlap("Club"),
        overlap("solo"),
    ];
    let log = "date,action,count,provider\n\
        2022-11-01,13,30,club\n2022-11-01,24,30,club\n\
        2022-11-01,13,20,house\n2022-11-01,24,20,house\n\
        2022-11-01,15,12,house\n2022-11-01,13,12,solo\n\
        2023-11-01,13,30,club\n2023-11-01,24,30,club\n";
    let trial = built_in(dossier.concat()).on("2024-09-30").log(log);
    assert_eq!(
        trial.table("overlap", &["year", "provider", "actions", "count"]),
        value!([
            [1, "Club", [13, 24], 30],
            [1, "house", [13, 24], 20],
            [1, "solo", [13, 24], null],
            [2, "club", [13, 24], 30]
        ])
    );
}

#[test]
fn the_same_under_a_third_action_is_not_what_was_declared() {
    let overlap = "[[overlap]]\nyear = 1\nprovider = \"club\"\nactions = [13, 24]\n";
    let actions = [13, 15, 24].map(|nr| action(nr, "target = 90")).concat();
    let log = "date,action,count,provider\n\
        2022-11-01,13,30,club\n2022-11-01,15,30,club\n2022-11-01,24,30,club\n";
    let trial = built_in(format!("{YEAR}{actions}{overlap}")).log(log);
    assert_eq!(
        trial.table("overlap", &["actions", "count"]),
        value!([[[13, 15, 24], 30], [[13, 24], 30]])
    );
}

// Money.

/// Of action 1 € 500 is left, and action 2 spent € 200 too much.
const OVERSPENT: &str = "2022-12-01,1,award,loon,500\n2022-12-01,2,award,loon,1200\n";

/// What some actions carry from year 1 to year 2.
fn carried(lines: &[(u8, u32)]) -> String {
    let line = |(action, amount): &(u8, u32)| {
        let head = "[[carry_over]]\nfrom = 1\nto = 2\nreason = \"later\"\n";
        format!("{head}action = {action}\namount = {amount}\n")
    };
    lines.iter().map(line).collect()
}

/// Two actions with € 1,000 in each of two years.
fn two_actions(carried: &str, booked: &str) -> Trial {
    let later = "[[action.year]]\nnr = 2\naward = 1_000\n";
    let both = [1, 2]
        .map(|nr| action(nr, "award = 1_000") + later)
        .concat();
    made_up(format!("{YEARS}{both}{carried}")).booked(booked)
}

#[test]
fn a_planned_line_without_a_category_waits_only_for_bookings_that_may_be_its_own() {
    let of = |further: &str, booked| {
        let actions = [1, 2].map(|nr| action(nr, "")).concat();
        let line = format!("[[budget]]\nyear = 1\npayer = \"award\"\namount = 500\n{further}\n");
        let trial = made_up(format!("{YEARS}{actions}{line}")).booked(booked);
        trial.table("costs", &["booked"])[0][0].clone()
    };
    let none = value!("0.00");
    assert_eq!(of("", "2022-12-01,,award,loon,1\n"), Value::Null);
    assert_eq!(of("", "2022-12-01,1,award,loon,1\n"), Value::Null);
    assert_eq!(of("", "2023-12-01,,award,loon,1\n"), none);
    assert_eq!(of("", "2022-12-01,,own,loon,1\n"), none);
    let one = "actions = [1]";
    assert_eq!(of(one, "2022-12-01,1,award,loon,1\n"), Value::Null);
    assert_eq!(of(one, "2022-12-01,2,award,loon,1\n"), none);
    assert_eq!(of(one, "2022-12-01,,award,loon,1\n"), none);
    let other = "category = \"kijk\"";
    assert_eq!(of(other, "2022-12-01,,award,loon,1\n"), none);
}

#[test]
fn what_comes_into_an_action_is_what_was_said_to_go_out() {
    let second = "[[action.year]]\nnr = 2\naward = 1_000\n";
    let ran = format!("{}{second}", action(1, "target = 10"));
    let new = format!("[[action]]\nnr = 2\n{second}");
    let of = |carried: &str| {
        // Year 1 has its award as a total only, so no action has a chain in it.
        let years = "[[year]]\nnr = 1\naward_total = 2_000\n[[year]]\nnr = 2\n";
        let trial = made_up(format!("{years}{ran}{new}{carried}"));
        trial.table("budget", &["year", "action", "carried_in"])
    };
    assert_eq!(
        of(&carried(&[(1, 200), (2, 30)])),
        value!([
            [1, null, "0.00"],
            [2, 1, "200.00"],
            [2, 2, "30.00"],
            [2, null, "230.00"]
        ])
    );
    // Of action 1 nobody said anything; action 2 was not there.
    assert_eq!(
        of(""),
        value!([
            [1, null, "0.00"],
            [2, 1, null],
            [2, 2, "0.00"],
            [2, null, null]
        ])
    );
}

#[test]
fn while_the_year_runs_the_whole_carries_what_its_actions_carry() {
    let trial = two_actions(&carried(&[(1, 500)]), OVERSPENT).on("2023-06-30");
    let columns = ["year", "action", "left", "carried_out", "open"];
    let rows = trial.table("budget", &columns);
    assert_eq!(
        rows.as_array().map(|rows| &rows[..3]),
        value!([
            [1, 1, "500.00", "500.00", "0.00"],
            [1, 2, "-200.00", "-200.00", "0.00"],
            [1, null, "300.00", "300.00", "0.00"]
        ])
        .as_array()
        .map(Vec::as_slice)
    );
    assert_eq!(trial.told("B02"), Vec::<String>::new());
}

#[test]
fn what_is_left_goes_out_only_as_the_dossier_says() {
    let of = |booked, back: &str| {
        let back = match back {
            "" => String::new(),
            amount => format!("[[repaid]]\nyear = 1\naction = 1\namount = {amount}\n"),
        };
        let trial = made_up(format!("{YEARS}{}{back}", action(1, "award = 1_000")));
        trial.booked(booked).table("budget", &["carried_out"])[0][0].clone()
    };
    let spent_700 = "2022-12-01,1,award,loon,700\n";
    assert_eq!(of(spent_700, ""), Value::Null);
    assert_eq!(of(spent_700, "100"), Value::Null);
    assert_eq!(of(spent_700, "300"), "0.00");
    assert_eq!(of("2022-12-01,1,award,loon,1000\n", ""), "0.00");
    assert_eq!(of("2022-12-01,1,award,loon,1300\n", ""), "-300.00");
}

#[test]
fn a_row_set_aside_reaches_the_next_year_only_through_an_overspend() {
    let of = |lines: &[(u8, u32)], bad: &str| {
        let booked = format!("{OVERSPENT}{bad}");
        let rows = two_actions(&carried(lines), &booked).table("budget", &["set_aside"]);
        let rows = rows.as_array().expect("a list").iter();
        rows.map(|row| row[0].as_u64().expect("a count"))
            .collect::<Vec<_>>()
    };
    let of_one = "2022-12-02,1,award,loon,-1.000\n";
    let of_two = "2022-12-02,2,award,loon,-1.000\n";
    // Action 1, action 2 and the whole; then the same of year 2.
    assert_eq!(of(&[(1, 500)], of_one), [1, 0, 1, 0, 0, 1]);
    assert_eq!(of(&[(1, 500)], of_two), [0, 1, 1, 0, 1, 1]);
    assert_eq!(of(&[(1, 500), (2, 10)], of_two), [0, 1, 1, 0, 0, 0]);
    assert_eq!(of(&[], of_two), [0, 1, 1, 0, 1, 0]);
}

#[test]
fn what_can_be_reclaimed_is_unknown_where_an_action_may_be_missing() {
    let actions = [1, 2]
        .map(|nr| action(nr, "target = 10\naward = 100"))
        .concat();
    let of = |further: &str| {
        let trial = running(format!("{YEARS}{actions}{further}"));
        let trial = trial.log("2022-10-15,1,5\n2022-10-15,2,5\n");
        trial.table("at_stake", &["action", "exposed"])
    };
    assert_eq!(
        of(""),
        value!([[1, "100.00"], [2, "100.00"], [null, "200.00"]])
    );
    assert_eq!(
        of("[[action.year]]\nnr = \"x\"\n"),
        value!([[1, "100.00"], [2, "100.00"], [null, null]])
    );
}

#[test]
fn what_is_still_planned_is_of_years_that_are_not_over() {
    let year = |nr: u8, planned: u32| {
        format!("[[year]]\nnr = {nr}\naward_total = 1_000\nown_planned = {planned}\n")
    };
    let dossier = [year(1, 300), year(2, 700), year(3, 900)].concat();
    let trial = made_up(dossier).on("2024-03-01");
    let trial = trial.booked("2022-12-01,,own,loon,100\n2023-12-01,,own,loon,50\n");
    let of = |trial: &Trial, further: &[&str]| {
        let said = trial.with_folder("report", further, |all| stdout(&run(all)));
        said.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    // 3 000 − 150 − (700 − 50) − 900.
    let all = of(&trial, &[]);
    let missing = "with what is still planned, € 1,300.00 is missing";
    assert!(all.contains(missing), "{all}");
    // 1 000 − 50 − (700 − 50).
    let second = of(&trial.each_year(), &["--year", "2"]);
    let missing = "with what is still planned, € 300.00 is missing";
    assert!(second.contains(missing), "{second}");
}

// Staff.

#[test]
fn a_vacancy_of_a_third_party_explains_nothing_and_an_unknown_one_adds_at_least() {
    let line = |payer: &str, fte: &str| {
        let head = "[[staff]]\nrole = \"coach\"\nactions = [1]\nfilled = []\n";
        format!("{head}payer = \"{payer}\"\n{fte}\n")
    };
    let of = |lines: &str| {
        let trial = made_up(format!("{YEAR}{}{lines}", action(1, "award = 1_000")));
        let trial = trial.booked("2022-12-01,1,award,loon,500\n");
        let said = trial.with_folder("staffing", &[], |all| stdout(&run(all)));
        said.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let (one, third) = (line("award", "fte = 1.0"), line("third-party", "fte = 1.0"));
    let vacant = "year 1: 12.0 FTE-months vacant, together with € 500.00 of the award left";
    for lines in [one.clone(), format!("{one}{third}")] {
        let said = of(&lines);
        assert!(said.contains(vacant), "{said}");
    }
    let said = of(&third);
    assert!(!said.contains("together with"), "{said}");
    let said = of(&(one + &line("award", "")));
    assert!(said.contains("at least 12.0 FTE-months vacant"), "{said}");
}

// Year over year.

#[test]
fn a_target_changes_only_between_two_that_are_known() {
    let of = |second: &str| {
        let later = format!("[[action.year]]\nnr = 2\naward = 100\n{second}\n");
        let first = action(1, "target = 10\naward = 100");
        let trial = made_up(format!("{YEARS}{first}{later}"));
        trial.table("budget", &["note"])[2][0].clone()
    };
    assert_eq!(of(""), Value::Null);
    assert_eq!(of("target = 10"), Value::Null);
    assert_eq!(of("target = 11"), "target_changed");
}

#[test]
fn an_action_without_rows_reached_nothing_and_one_that_cannot_be_read_is_unknown() {
    let columns = ["action", "reached", "reached_before", "note"];
    let log = "2022-12-01,1,5\n2023-12-01,1,5\n";
    let both = |nr| format!("{}[[action.year]]\nnr = 2\n", action(nr, "target = 10"));
    let two = made_up(format!("{YEARS}{}{}", both(1), both(2))).log(log);
    assert_eq!(
        two.table("year_over_year", &columns),
        value!([[1, 5, 5, null], [2, 0, 0, null], [null, null, null, null]])
    );
    let unread = format!("{}[[action.year]]\nnr = \"x\"\n", action(1, "target = 10"));
    assert_eq!(
        made_up(format!("{YEARS}{unread}"))
            .log(log)
            .table("year_over_year", &columns),
        value!([[1, null, 5, null], [null, null, null, null]])
    );
}

#[test]
fn a_comparison_waits_for_rows_of_its_own_two_years() {
    let years = "[[year]]\nnr = 1\n[[year]]\nnr = 2\n[[year]]\nnr = 3\n";
    let later = "[[action.year]]\nnr = 2\n[[action.year]]\nnr = 3\n";
    let dossier = format!("{years}{}{later}", action(1, "target = 10"));
    let good = "2022-12-01,1,5\n2023-12-01,1,5\n2024-12-01,1,5\n";
    let of = |bad: &str| {
        let trial = made_up(dossier.clone()).on("2025-09-30");
        let trial = trial.log(format!("{good}{bad}"));
        let said = trial.with_folder("report", &[], |all| stdout(&run(all)));
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        [2, 3].map(|year| {
            let rows = [1, 2].into_iter().find(|rows| {
                let plural = if *rows == 1 { "row" } else { "rows" };
                said.contains(&format!("Year {year}: without {rows} {plural} set aside"))
            });
            rows.unwrap_or(0)
        })
    };
    assert_eq!(of(""), [0, 0]);
    assert_eq!(of("2022-12-02,1,1.5\n"), [1, 0]);
    assert_eq!(of("2023-12-02,1,1.5\n"), [1, 1]);
    assert_eq!(of("2024-12-02,1,1.5\n2024-12-03,1,1.5\n"), [0, 2]);
    assert_eq!(of("2024-13-02,1,1\n"), [1, 1]);
    // The dossier has no action 2.
    assert_eq!(of("2022-12-02,2,1.5\n"), [0, 0]);
}

#[test]
fn a_key_that_a_log_does_not_have_is_told_and_nothing_more() {
    let of = |line: &str| {
        let action = action(15, "target = 300");
        built_in(format!(
            "{YEAR}{action}[[progress]]\nfile = \"log.csv\"\n{line}\n"
        ))
    };
    let without = of("");
    for line in ["payers = 1_000", "categories = { Lonen = \"geen\" }"] {
        let trial = of(line);
        let mut codes = trial.codes();
        let at = codes.iter().position(|code| code == "I02");
        codes.remove(at.expect("an unknown key is told"));
        assert_eq!(codes, without.codes(), "{line}");
        let reached = |trial: &Trial| trial.table("kpi", &["reached"]);
        assert_eq!(reached(&trial), reached(&without), "{line}");
    }
}

#[test]
fn of_thousands_with_one_count_twice_a_thousand_are_told_and_all_are_marked() {
    let of = |providers: usize| {
        let actions = [13, 24].map(|nr| action(nr, "target = 10")).concat();
        let row = |nr: usize| format!("2022-12-01,13,15,p{nr}\n2022-12-01,24,15,p{nr}\n");
        let rows: String = (0..providers).map(row).collect();
        built_in(format!("{YEAR}{actions}")).log(format!("date,action,count,provider\n{rows}"))
    };
    assert_eq!(of(1_000).told("K08").len(), 1_000);
    let trial = of(1_003);
    let told = trial.told("K08");
    assert_eq!(told.len(), 1_001);
    assert_eq!(
        told.iter()
            .filter(|it| it.starts_with("3 more times"))
            .count(),
        1
    );
    let report = trial.with_folder("kpi", &["--by", "provider"], |all| stdout(&run(all)));
    let marked = report.lines().filter(|it| it.ends_with("K08"));
    assert_eq!(marked.count(), 2 * 1_003, "{report}");
}

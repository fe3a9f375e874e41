//! Where a finding or a verdict turns: at the line nothing is told, a cent, a unit or a
//! day beyond it something is.

use crate::program::{run, stdout};
use crate::trial::{YEAR, YEARS, action, built_in, made_up};
use serde_json::json as value;

// Award.

#[test]
fn a_group_may_be_as_large_as_its_ceiling() {
    // Citizens have a ceiling of 150, and a unit of action 17 is € 90.
    let of = |citizens: u32| {
        let all = 100 + citizens;
        let lines = format!(
            "target = {all}\naward = {}\ngroups = {{ professionals = 100, citizens = {citizens} }}",
            90 * all
        );
        built_in(format!("{YEAR}{}", action(17, &lines))).codes()
    };
    assert_eq!(of(150), Vec::<String>::new());
    assert_eq!(of(151), ["G03"]);
}

#[test]
fn a_current_reach_up_to_the_target_leaves_units_to_pay() {
    let of = |reach: u32| {
        let lines = format!("target = 100\ncurrent_reach = {reach}\naward = 100");
        let dossier = format!("{YEAR}{}", action(5, &lines));
        built_in(dossier).table(
            "award",
            &["subsidised_units", "computed", "computed_unknown"],
        )
    };
    assert_eq!(of(99), value!([["1", "60.00", null]]));
    assert_eq!(of(100), value!([["0", "0.00", null]]));
    let above = "the current reach is above the target";
    assert_eq!(of(101), value!([[null, null, above]]));
}

#[test]
fn a_reach_is_asked_for_only_where_it_would_explain_less_money() {
    let asked = "give current_reach";
    let of = |lines: &str| {
        let said = built_in(format!("{YEAR}{}", action(5, lines))).said();
        assert!(said.contains("G01"), "{said}");
        said.contains(asked)
    };
    assert!(of("target = 100\naward = 5_999"));
    assert!(!of("target = 100\naward = 6_001"));
    assert!(!of("target = 100\ncurrent_reach = 10\naward = 5_000"));
}

#[test]
fn an_action_above_its_ceiling_in_units_is_told_once() {
    // The ceiling of action 13 is 180 units.
    let of = |target: u32| {
        let lines = format!("target = {target}\ncurrent_reach = 100\naward = 20_000");
        built_in(format!("{YEAR}{}", action(13, &lines))).codes()
    };
    assert_eq!(of(280), ["G01"]);
    assert_eq!(of(281), ["G03"]);
}

// Reached.

#[test]
fn the_interim_threshold_is_reached_with_its_last_unit() {
    let of = |log| {
        built_in(format!("{YEAR}{}", action(5, "target = 10_000")))
            .log(log)
            .codes()
    };
    assert_eq!(of("2023-03-31,5,2500\n"), Vec::<String>::new());
    assert_eq!(of("2023-03-31,5,2499\n"), ["K02"]);
    // A row that is set aside could make up for what lacks.
    assert_eq!(of("2023-03-31,5,2499\n2023-03-30,5,1.5\n"), ["I07"]);
}

#[test]
fn no_share_is_rounded_up_to_what_was_not_reached() {
    let of = |as_of, log| {
        built_in(format!("{YEAR}{}", action(5, "target = 3_000")))
            .on(as_of)
            .log(log)
            .said()
    };
    let interim = of("2023-06-30", "2023-03-31,5,749\n");
    assert!(interim.contains("24.9%, the threshold is 25%"), "{interim}");
    let missed = of("2023-09-30", "2023-03-31,5,2999\n");
    assert!(missed.contains("99.9% of the target"), "{missed}");
}

#[test]
fn nothing_is_registered_only_where_no_row_is() {
    let of = |log| {
        let dossier = format!(
            "{YEAR}{}{}",
            action(5, "target = 10"),
            action(9, "target = 10")
        );
        built_in(dossier).log(log).told("K09")
    };
    let nothing = "nothing registered: action 5, project year 1";
    assert_eq!(of("2023-03-31,9,5\n"), [nothing]);
    let none = Vec::<String>::new();
    assert_eq!(of("2023-03-31,9,5\n2023-04-30,5,0\n"), none);
    assert_eq!(of("2023-03-31,9,5\n2023-04-30,5,1.5\n"), none);
}

#[test]
fn a_year_without_figures_changes_no_unit() {
    let of = |third: &str| {
        let dossier = format!(
            "{YEARS}[[year]]\nnr = 3\n{}[[action.year]]\nnr = 3\n{third}\n",
            action(2, "target = 10")
        );
        made_up(dossier).told("K05").len()
    };
    assert_eq!((of("target = 10"), of("")), (1, 0));
}

#[test]
fn the_interim_day_is_the_day_of_the_test() {
    let of = |as_of| {
        let trial = built_in(format!("{YEAR}{}", action(5, "target = 100")));
        let trial = trial.on(as_of).log("2022-10-01,5,1\n");
        trial.table("kpi", &["interim_reached", "interim_status"])
    };
    assert_eq!(of("2022-09-30"), value!([[null, "unknown"]]));
    assert_eq!(of("2022-10-01"), value!([[null, "running"]]));
    assert_eq!(of("2023-03-30"), value!([[null, "running"]]));
    assert_eq!(of("2023-03-31"), value!([[1, "below"]]));
}

#[test]
fn people_under_three_actions_are_counted_once_of_three_times() {
    let actions: String = [13, 15, 24].map(|nr| action(nr, "target = 100")).concat();
    let log = "date,action,count,provider\n2022-11-01,13,30,club\n2022-11-01,15,30,club\n\
        2022-11-01,24,30,club\n2022-11-01,24,5,other\n";
    let trial = built_in(format!("{YEAR}{actions}")).log(log);
    assert_eq!(
        trial.table(
            "overlap",
            &["actions", "count", "with_doubles", "without_doubles"]
        ),
        value!([[[13, 15, 24], 30, 95, 35]])
    );
}

#[test]
fn the_same_count_means_something_from_ten_on() {
    let actions = [13, 24].map(|nr| action(nr, "target = 100")).concat();
    let of = |log| {
        let trial = built_in(format!("{YEAR}{actions}")).log(log);
        trial.table("overlap", &["count"])
    };
    let nine = "date,action,count,provider\n2022-11-01,13,9,club\n2022-11-01,24,9,club\n";
    let ten = "date,action,count,provider\n2022-11-01,13,10,club\n2022-11-01,24,10,club\n";
    let nobody = "date,action,count,provider\n2022-11-01,13,10,\n2022-11-01,24,10,\n";
    assert_eq!(of(nine), value!([]));
    assert_eq!(of(ten), value!([[10]]));
    assert_eq!(of(nobody), value!([]));
}

#[test]
fn the_same_people_may_count_twice_where_double_was_invested() {
    let of = |said: &str| {
        let actions = [13, 24].map(|nr| action(nr, "target = 10")).concat();
        let head = "[[overlap]]\nyear = 1\nprovider = \"club\"\nactions = [13, 24]\n";
        let log = "date,action,count,provider\n2022-11-01,13,30,club\n2022-11-01,24,30,club\n";
        built_in(format!("{YEAR}{actions}{head}{said}\n"))
            .log(log)
            .told("K04")
            .len()
    };
    assert_eq!(of("same_people = true"), 1);
    assert_eq!(of("same_people = true\ndouble_investment = false"), 1);
    assert_eq!(of("same_people = true\ndouble_investment = true"), 0);
    assert_eq!(of("same_people = false"), 0);
    assert_eq!(of("same_people = false\ndouble_investment = false"), 0);
}

// Staff.

#[test]
fn a_vacancy_goes_together_with_money_only_where_some_is_left() {
    let of = |booked| {
        let staff = "[[staff]]\nrole = \"coach\"\nactions = [1]\nfte = 1.0\nfilled = []\n";
        let trial = made_up(format!("{YEAR}{}{staff}", action(1, "award = 1_000")));
        let said = trial
            .booked(booked)
            .with_folder("staffing", &[], |all| stdout(&run(all)));
        said.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let some = of("2022-12-01,1,award,loon,999.99\n");
    assert!(
        some.contains("together with € 0.01 of the award left"),
        "{some}"
    );
    let none = of("2022-12-01,1,award,loon,1000\n");
    assert!(!none.contains("together with"), "{none}");
}

#[test]
fn a_line_may_be_filled_to_the_last_thousandth() {
    let of = |fte: &str| {
        let line = "[[staff]]\nrole = \"coach\"\nfte = 1.0\nfilled = [{ fte = 0.6 }, ";
        built_in(format!("{YEAR}{line}{{ fte = {fte} }}]\n")).codes()
    };
    assert_eq!(of("0.399"), ["T01"]);
    assert_eq!(of("0.4"), Vec::<String>::new());
    assert_eq!(of("0.401"), ["T02"]);
}

#[test]
fn somebody_may_leave_on_the_first_day() {
    let of = |last: &str| {
        let line = "[[staff]]\nrole = \"coach\"\nfte = 1.0\nfilled = [{ fte = 1.0, from = 2022-11-02, to = ";
        built_in(format!("{YEAR}{line}{last} }}]\n")).codes()
    };
    assert_eq!(of("2022-11-02"), ["T01"]);
    assert_eq!(of("2022-11-01"), ["T03"]);
}

#[test]
fn each_line_is_looked_at_once_in_the_last_year_that_has_begun() {
    let lines = "[[staff]]\nrole = \"one\"\nfte = 1.0\nfilled = []\n\
        [[staff]]\nrole = \"two\"\nfte = 1.0\nfilled = [{ fte = 0.5, to = 2023-09-30 }]\n";
    let of = |as_of| built_in(format!("{YEARS}{lines}")).on(as_of).told("T01");
    let one = "vacancy, 1.0 of 1.0 FTE one not filled";
    assert_eq!(
        of("2023-06-30"),
        [one, "vacancy, 0.5 of 1.0 FTE two not filled"]
    );
    assert_eq!(
        of("2023-10-01"),
        [one, "vacancy, 1.0 of 1.0 FTE two not filled"]
    );
}

// Money.

/// Two actions with € 1,000 in each of two years.
fn actions() -> String {
    let one = |nr| {
        let later = "[[action.year]]\nnr = 2\naward = 1_000\n";
        format!("{}{later}", action(nr, "award = 1_000"))
    };
    format!("{YEARS}{}{}", one(1), one(2))
}

/// Lines that carry an amount from year 1 to year 2, for an action or for none.
fn carried(lines: &[(&str, &str)]) -> String {
    let line = |(of, amount): &(&str, &str)| {
        let head = "[[carry_over]]\nfrom = 1\nto = 2\nreason = \"later\"\n";
        format!("{head}{of}\namount = {amount}\n")
    };
    lines.iter().map(line).collect()
}

const ONE: &str = "action = 1";
const TWO: &str = "action = 2";

fn planned(action: &str, amount: &str) -> String {
    format!(
        "[[budget]]\nyear = 2\nactions = [{action}]\npayer = \"award\"\ncategory = \"loon\"\namount = {amount}\n"
    )
}

#[test]
fn what_is_planned_may_use_all_that_was_awarded_and_carried_in() {
    let of = |carried: String, one: &str| {
        let dossier = format!("{}{carried}{}", actions(), planned("1", one));
        made_up(dossier + &planned("2", "1_300")).told("B04")
    };
    let apart = || carried(&[(ONE, "200"), (TWO, "300")]);
    assert_eq!(of(apart(), "1_200"), Vec::<String>::new());
    assert_eq!(
        of(apart(), "1_200.01"),
        [
            "budget lines above the award: € 2,500.01 against € 2,500.00 in project year 2",
            "budget lines above the award: action 1, € 1,200.01 against € 1,200.00 in project year 2"
        ]
    );
    // Nobody said for which action it is; it covers the whole, and no action can be told.
    let together = || carried(&[("", "500")]);
    assert_eq!(of(together(), "1_200"), Vec::<String>::new());
    assert_eq!(
        of(together(), "1_200.01"),
        ["budget lines above the award: € 2,500.01 against € 2,500.00 in project year 2"]
    );
}

/// Of action 1 € 500 is left, and of action 2 € 600.
const BOTH_LEFT: &str = "2022-12-01,1,award,loon,500\n2022-12-01,2,award,loon,400\n";

#[test]
fn what_is_left_may_be_carried_over_to_the_last_cent() {
    let of = |lines: &[(&str, &str)]| {
        made_up(actions() + &carried(lines))
            .booked(BOTH_LEFT)
            .told("B02")
    };
    let none = Vec::<String>::new();
    let head = "more carried over or given back than was left:";
    assert_eq!(of(&[(ONE, "500"), (TWO, "600")]), none);
    assert_eq!(
        of(&[(TWO, "600"), (ONE, "500.01")]),
        [format!(
            "{head} action 1, € 500.01 against € 500.00 of project year 1"
        )]
    );
    assert_eq!(of(&[("", "1_100")]), none);
    assert_eq!(
        of(&[("", "1_100.01")]),
        [format!(
            "{head} € 1,100.01 against € 1,100.00 of project year 1"
        )]
    );
}

#[test]
fn what_no_action_spent_is_left_of_the_whole_no_more() {
    let general = "2022-12-01,1,award,loon,500\n2022-12-01,2,award,loon,400\n\
        2022-12-01,,award,loon,50\n";
    let lines = carried(&[(ONE, "500"), (TWO, "600")]);
    assert_eq!(
        made_up(actions() + &lines).booked(general).told("B02"),
        [
            "more carried over or given back than was left: € 1,100.00 against € 1,050.00 of project year 1"
        ]
    );
}

#[test]
fn the_line_that_carries_too_much_is_shown() {
    let dossier = actions() + &carried(&[(TWO, "600"), (ONE, "500.01")]);
    let back = |year, action: &str| format!("[[repaid]]\nyear = {year}\n{action}\namount = 0.01\n");
    let trial = made_up(dossier + &back(2, ONE)).booked(BOTH_LEFT);
    assert_eq!(
        trial.shown("B02", false),
        "[[carry_over]]; from = 1; to = 2; reason = \"later\"; action = 1; amount = 500.01"
    );
    let booked = "2022-12-01,1,award,loon,1000\n2022-12-01,2,award,loon,1\n";
    let others = back(1, TWO) + &back(2, ONE) + &back(1, ONE);
    let trial = made_up(actions() + &others).booked(booked);
    assert_eq!(
        trial.shown("B02", false),
        "[[repaid]]; year = 1; action = 1; amount = 0.01"
    );
}

#[test]
fn an_overspend_of_another_action_makes_no_carry_over_too_large() {
    let booked = "2022-12-01,1,award,loon,500\n2022-12-01,2,award,loon,1200\n";
    let of = |amount| made_up(actions() + &carried(&[(ONE, amount)])).booked(booked);
    assert_eq!(of("500").told("B02"), Vec::<String>::new());
    assert_eq!(of("500.01").told("B02").len(), 1);
    assert_eq!(of("500").told("B01").len(), 1);
}

#[test]
fn what_is_given_back_may_be_all_that_is_left() {
    let back = "[[repaid]]\nyear = 1\naction = 2\namount = 300\n";
    let of = |booked| made_up(actions() + back).booked(booked).told("B02");
    let none = Vec::<String>::new();
    assert_eq!(of("2022-12-01,2,award,loon,700\n"), none);
    assert_eq!(of("2022-12-01,2,award,loon,700.01\n").len(), 1);
    let head = "more carried over or given back than was left: action 2,";
    assert_eq!(
        of("2022-12-01,2,award,loon,1200\n"),
        [format!(
            "{head} € 300.00 against € -200.00 of project year 1"
        )]
    );
    // A row that is set aside could be a correction.
    assert_eq!(
        of("2022-12-01,2,award,loon,700.01\n2022-12-02,2,award,loon,-1.000.000\n"),
        none
    );
}

#[test]
fn what_is_given_back_of_no_action_is_known_of_the_whole_only() {
    let of = |of: &str| {
        let back = format!("[[repaid]]\nyear = 1\n{of}\namount = 300\n");
        let trial = made_up(format!("{YEAR}{}{back}", action(1, "award = 1_000")));
        trial.table("budget", &["action", "repaid"])
    };
    assert_eq!(of(""), value!([[1, null], [null, "300.00"]]));
    assert_eq!(of(ONE), value!([[1, "300.00"], [null, "300.00"]]));
}

#[test]
fn the_receipt_with_which_the_award_was_passed_is_shown() {
    let of = |first: &str| {
        let receipt = |date: &str, amount: &str| {
            format!("[[receipt]]\nyear = 1\nwhat = \"advance\"\ndate = {date}\namount = {amount}\n")
        };
        let later = receipt("2022-12-01", "0.01");
        built_in(format!(
            "{YEAR}award_total = 1_000\n{later}{}",
            receipt("2022-11-01", first)
        ))
    };
    assert_eq!(of("999.99").codes(), Vec::<String>::new());
    assert_eq!(of("1_000").shown("B07", false), "amount = 0.01");
    // It counts from the day on which it came in.
    assert_eq!(of("1_000").on("2022-12-01").codes(), ["B07"]);
    assert_eq!(of("1_000").on("2022-11-30").codes(), Vec::<String>::new());
}

// Own share.

#[test]
fn a_plan_is_unknown_where_there_is_none_and_adds_its_own_lines() {
    let line = |year, payer, amount| {
        format!(
            "[[budget]]\nyear = {year}\npayer = \"{payer}\"\ncategory = \"loon\"\namount = {amount}\n"
        )
    };
    let of =
        |lines: String| made_up(format!("{YEARS}{lines}")).table("cofinancing", &["own_planned"]);
    assert_eq!(of(line(1, "award", 100)), value!([[null], [null], [null]]));
    let own = line(1, "own", 100) + &line(2, "own", 70) + &line(2, "own", 7);
    assert_eq!(of(own), value!([["100.00"], ["77.00"], ["177.00"]]));
}

#[test]
fn a_plan_stated_twice_shows_the_first_line_of_its_year() {
    let line = |year, payer, amount| {
        format!(
            "[[budget]]\nyear = {year}\npayer = \"{payer}\"\ncategory = \"loon\"\namount = {amount}\n"
        )
    };
    let lines = line(2, "own", "500") + &line(1, "award", "100") + &line(1, "own", "999.99");
    let trial = made_up(format!(
        "{YEAR}own_planned = 1_000\n[[year]]\nnr = 2\n{lines}"
    ));
    assert_eq!(trial.shown("B05", true), "amount = 999.99");
}

#[test]
fn the_own_share_of_all_years_says_whose_award_is_missing() {
    let of = |first: &str| {
        let dossier = format!("{YEAR}award_total = {first}\n[[year]]\nnr = 2\n");
        made_up(dossier).table("cofinancing", &["award", "award_unknown"])
    };
    let this = "the dossier has no award for this year";
    let some = "the dossier does not have an award for every year";
    assert_eq!(
        of("1_000"),
        value!([["1000.00", null], [null, this], [null, some]])
    );
    let unread = "what the dossier says cannot be read";
    assert_eq!(
        of("\"x\""),
        value!([[null, unread], [null, this], [null, unread]])
    );
}

#[test]
fn too_little_is_short_only_when_the_years_are_over() {
    let of = |as_of| {
        let dossier = format!("{YEAR}award_total = 1_000\n");
        let trial = made_up(dossier).on(as_of);
        trial
            .booked("2022-12-01,,own,loon,999.99\n")
            .table("cofinancing", &["verdict"])
    };
    assert_eq!(of("2025-09-29"), value!([["running"], ["running"]]));
    assert_eq!(of("2025-09-30"), value!([["short"], ["short"]]));
}

#[test]
fn own_share_is_called_missing_only_where_nothing_else_explains_it() {
    let of = |booked| {
        let dossier = format!("{YEAR}award_total = 1_000\n");
        made_up(dossier)
            .on("2023-09-30")
            .booked(booked)
            .told("C05")
            .len()
    };
    assert_eq!(of("2022-12-01,,award,loon,1\n"), 1);
    assert_eq!(of("2022-12-01,,own,loon,0.01\n"), 0);
    // C02 and C04 tell of these, and a row that is set aside could be one.
    assert_eq!(of("2022-12-01,,own,nooit,1\n"), 0);
    assert_eq!(of("2022-12-01,,own,kijk,1\n"), 0);
    assert_eq!(of("2022-12-01,,own,nooit,1\n2022-12-01,,own,kijk,1\n"), 0);
    assert_eq!(
        of("2022-12-01,,award,loon,1\n2022-12-01,,own,loon,1.000.000\n"),
        0
    );
    // This row falls in no project year, and may have to.
    assert_eq!(of("2021-12-01,,own,loon,1\n"), 0);
    // A file without rows.
    assert_eq!(of("\n"), 1);
}

#[test]
fn bookings_of_which_none_is_in_a_project_year_do_not_say_nothing_was_spent() {
    let of = |booked| {
        let dossier = format!("{YEAR}award_total = 1_000\n");
        made_up(dossier).booked(booked).table("budget", &["spent"])
    };
    assert_eq!(of("2021-12-01,,award,loon,1\n"), value!([[null]]));
    assert_eq!(of("2022-12-01,,own,loon,1\n"), value!([["0.00"]]));
}

// Year over year.

#[test]
fn an_action_stops_only_before_a_year_that_the_dossier_has() {
    let dossier = format!(
        "{YEARS}[[year]]\nnr = 3\n{}[[action.year]]\nnr = 2\naward = 100\n{}[[action.year]]\nnr = 3\naward = 50\n",
        action(1, "award = 100"),
        action(2, "award = 50")
    );
    assert_eq!(
        made_up(dossier).table("budget", &["year", "action", "note"]),
        value!([
            [1, 1, null],
            [1, 2, "stopped"],
            [1, null, null],
            [2, 1, "stopped"],
            [2, null, null],
            [3, 2, "new"],
            [3, null, null]
        ])
    );
}

//! Counts that may stand twice: how many targets they decide, which, and what is said.

use crate::program::{Folder, run, stdout};

/// A dossier of actions 13 and 24 with a target of 100 in two years, with other lines
/// at its top and its end.
fn dossier(as_of: &str, log: &str, end: &str) -> Folder {
    let action = |nr: u8| {
        format!(
            "[[action]]\nnr = {nr}\n[[action.year]]\nnr = 1\ntarget = 100\n\
             [[action.year]]\nnr = 2\ntarget = 100\n"
        )
    };
    let text = format!(
        "format = 1\nscheme = \"plan-samenleven\"\nas_of = {as_of}\n[applicant]\n\
         name = \"Voorbeeldgem\"\nkind = \"municipality\"\n[[year]]\nnr = 1\n[[year]]\nnr = 2\n\
         {}{}[[progress]]\nfile = \"log.csv\"\n{end}\n",
        action(13),
        action(24)
    );
    let log = format!("datum;actie;aantal;aanbieder\n{log}");
    Folder::with(&[
        ("dossier.toml", text.as_bytes()),
        ("log.csv", log.as_bytes()),
    ])
}

/// The report with its line breaks taken out.
fn page(folder: &Folder, language: &str) -> String {
    let output = run(&["report", folder.argument(), "--lang", language]);
    stdout(&output)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[track_caller]
fn says(page: &str, sentence: &str) {
    assert!(page.contains(sentence), "`{sentence}` not in: {page}");
}

#[track_caller]
fn is_silent(page: &str, sentence: &str) {
    assert!(!page.contains(sentence), "`{sentence}` in: {page}");
}

/// Two providers under the same two actions, in two years.
const TWICE_IN_TWO_YEARS: &str = "12/10/2022;13;60;Huis\n12/10/2022;13;50;Club\n\
    12/10/2022;24;60;Huis\n12/10/2022;24;50;Club\n12/10/2023;13;60;Huis\n12/10/2023;13;50;Club\n\
    12/10/2023;24;60;Huis\n12/10/2023;24;50;Club\n";

#[test]
fn a_target_is_doubted_once_however_many_counts_do() {
    let folder = dossier("2025-12-31", TWICE_IN_TWO_YEARS, "");
    let dutch = page(&folder, "nl");
    says(
        &dutch,
        "zijn bereikt; in 4 ervan tellen 50 en 60 misschien dubbel.",
    );
    says(&dutch, "4 misschien dubbel");
    let english = page(&folder, "en");
    says(&english, "in 4 of them 50 and 60 may be counted twice.");
}

#[test]
fn a_note_on_doubles_names_its_year_where_several_show() {
    let folder = dossier("2025-12-31", TWICE_IN_TWO_YEARS, "");
    let dutch = page(&folder, "nl");
    says(&dutch, "Huis staat in jaar 1 met 60 onder 13 en 24.");
    says(&dutch, "Huis staat in jaar 2 met 60 onder 13 en 24.");
    let english = page(&folder, "en");
    says(&english, "Huis stands with 60 under 13 and 24 in year 2.");
    let one = run(&["report", folder.argument(), "--year", "2"]);
    let one = stdout(&one)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    says(&one, "Huis staat met 60 onder 13 en 24.");
}

#[test]
fn the_doubt_stands_beside_the_closed_targets_that_it_is_about() {
    let log = "12/10/2022;13;112;Huis\n12/10/2022;24;112;Huis\n12/10/2023;13;40;Club\n\
               12/10/2023;24;50;Huis\n";
    let folder = dossier("2024-01-15", log, "");
    says(
        &page(&folder, "nl"),
        "van projectjaar 1 zijn bereikt; in 2 ervan telt 112 misschien dubbel; in projectjaar 2 \
         lopen er nog 2.",
    );
    says(
        &page(&folder, "en"),
        "have been reached; in 2 of them 112 may be counted twice; 2 are still running in project \
         year 2.",
    );
}

#[test]
fn a_doubt_of_running_targets_stands_after_those() {
    let log = "12/10/2022;13;40;Club\n12/10/2022;24;50;Huis\n12/10/2023;13;112;Huis\n\
               12/10/2023;24;112;Huis\n";
    let folder = dossier("2024-01-15", log, "");
    let dutch = page(&folder, "nl");
    says(
        &dutch,
        "Geen van de 2 afgesloten KPI-doelen is bereikt; in projectjaar 2 lopen er nog 2; in 2 \
         ervan telt 112 misschien dubbel.",
    );
    says(&dutch, "2 lopend misschien dubbel");
    says(
        &page(&folder, "en"),
        "2 are still running in project year 2; in 2 of them 112 may be counted twice.",
    );
}

#[test]
fn counts_that_decide_together_are_told() {
    let log = "12/10/2022;13;90;eigen\n12/10/2022;13;12;Huis\n12/10/2022;13;10;Club\n\
               12/10/2022;24;50;andere\n12/10/2022;24;12;Huis\n12/10/2022;24;10;Club\n";
    let folder = dossier("2023-12-31", log, "");
    let dutch = page(&folder, "nl");
    says(
        &dutch,
        "Zonder wat misschien dubbel is, haalt actie 13 in jaar 1 het doel niet: 90 van 100.",
    );
    says(&dutch, "in 1 ervan tellen 10 en 12 misschien dubbel");
    is_silent(&dutch, "haalt actie 24");
    let english = page(&folder, "en");
    says(
        &english,
        "Without what may be double, action 13 misses its target in year 1: 90 of 100.",
    );
}

const ONE_COUNT: &str = "12/10/2022;13;112;Huis\n12/10/2022;24;112;Huis\n";

#[test]
fn what_the_dossier_declares_double_is_not_perhaps_double() {
    let declared = "[[overlap]]\nprovider = \"Huis\"\nactions = [13, 24]\nyear = 1\n\
                    same_people = true\ndouble_investment = false";
    let folder = dossier("2023-09-30", ONE_COUNT, declared);
    let dutch = page(&folder, "nl");
    says(
        &dutch,
        "dubbel geteld volgens het dossier: Huis staat in jaar 1 met 112 onder 13 en 24.",
    );
    says(&dutch, "in 2 ervan telt 112 volgens het dossier dubbel");
    is_silent(&dutch, "misschien dubbel geteld:");
    let english = page(&folder, "en");
    says(
        &english,
        "in 2 of them 112 is counted twice according to the dossier",
    );
    is_silent(&english, "possibly counted twice:");
}

#[test]
fn the_key_figure_names_the_code_that_is_told() {
    let figure = |end: &str| {
        let dutch = page(&dossier("2023-12-31", ONE_COUNT, end), "nl");
        let from = dutch.find("KPI-doelen 2 van 2").expect("the key figure");
        let to = dutch[from..].find("Eigen aandeel").expect("the next one");
        dutch[from..from + to].to_owned()
    };
    let overlap = "[[overlap]]\nprovider = \"Huis\"\nactions = [13, 24]\nyear = 1\n\
                   same_people = true\n";
    assert!(figure("").contains("K08"), "{}", figure(""));
    let declared = figure(overlap);
    assert!(
        declared.contains("K04") && !declared.contains("K08"),
        "{declared}"
    );
    let accepted =
        figure("[[accept]]\ncode = \"K08\"\nwhere = \"dossier.toml:15\"\nreason = \"nagevraagd\"");
    assert!(!accepted.contains("K08"), "{accepted}");
}

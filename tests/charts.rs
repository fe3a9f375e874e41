//! What charts say: no more than the files do, and all of what is short. The headings
//! and the figures for those who do not see a chart are read off the page.

use crate::ledger::matched;
use crate::program::{Folder, run, stdout};

/// The page of a dossier, with spaces that do not break as plain ones.
fn page(folder: &Folder, more: &[&str]) -> String {
    let mut arguments = vec!["report", folder.argument(), "--format", "html"];
    arguments.extend(more);
    stdout(&run(&arguments)).replace('\u{a0}', " ")
}

/// The scheme of a dossier that has its own.
fn scheme_file(folder: &Folder) -> String {
    folder.path().join("scheme.toml").display().to_string()
}

/// What stands between two texts, as often as it does.
fn between<'a>(page: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    let parts = page.split(before).skip(1);
    parts
        .filter_map(|part| Some(part.split_once(after)?.0))
        .collect()
}

/// The headings of the charts, in order.
fn headings(page: &str) -> Vec<String> {
    let heads = between(page, "<h3 id=\"chart", "</h3>");
    let heads = heads
        .iter()
        .filter_map(|head| Some(head.split_once('>')?.1));
    heads.map(ToOwned::to_owned).collect()
}

/// The heading of the chart that speaks of something.
fn heading(page: &str, about: &str) -> String {
    let mut headings = headings(page).into_iter();
    headings
        .find(|it| it.contains(about))
        .unwrap_or_else(|| panic!("no chart speaks of {about}: {:?}", self::headings(page)))
}

const LOG: &str = "datum;actie;aantal\n12/10/2022;5;20\n30/11/2022;5;30\n30/09/2023;5;50\n";

/// Action 5 with a target of 100, more of the dossier, a log and bookings.
fn dossier(as_of: &str, more: &str, log: &str, bookings: &str) -> Folder {
    let text = format!(
        "format = 1\nscheme = \"plan-samenleven\"\nas_of = {as_of}\n[applicant]\n\
         name = \"Voorbeeldgem\"\nkind = \"municipality\"\n[[year]]\nnr = 1\n\
         award_total = 6_000\n{more}\n[[action]]\nnr = 5\n[[action.year]]\nnr = 1\n\
         target = 100\n[[progress]]\nfile = \"log.csv\"\n[[bookings]]\nfile = \"boekingen.csv\"\n"
    );
    let head = "datum;betaler;categorie;bedrag\n";
    Folder::with(&[
        ("dossier.toml", text.as_bytes()),
        ("log.csv", log.as_bytes()),
        ("boekingen.csv", format!("{head}{bookings}").as_bytes()),
    ])
}

#[test]
fn the_heading_on_the_own_share_names_every_year_that_falls_short() {
    let folder = matched(
        "1/2",
        "each-year",
        &[100_000, 200_000, 300_000],
        &[99_999, 200_000, 250_000],
        "2025-10-15",
    );
    let scheme = scheme_file(&folder);
    let page = page(&folder, &["--scheme", &scheme]);
    assert_eq!(
        heading(&page, "eigen aandeel"),
        "Er ontbreekt eigen aandeel: € 0,01 van jaar 1 en € 500,00 van jaar 3"
    );
}

#[test]
fn a_closed_year_that_is_not_tested_has_nothing_to_go() {
    let folder = matched(
        "1/2",
        "all-years",
        &[100_000, 200_000, 300_000],
        &[90_000, 0, 0],
        "2024-01-15",
    );
    let scheme = scheme_file(&folder);
    let page = page(&folder, &["--scheme", &scheme]);
    assert!(page.contains("€ 100,00 minder"), "{page}");
    assert!(!page.contains("nog € 100,00"), "{page}");
}

#[test]
fn the_heading_on_targets_counts_what_is_unknown() {
    let more = "[[action]]\nnr = 22\n[[action.year]]\nnr = 1\ntarget = 3\n";
    let page = page(&dossier("2023-10-15", more, LOG, ""), &[]);
    assert_eq!(
        headings(&page)[0],
        "Het ene afgesloten KPI-doel is bereikt; 1 onbekend"
    );
}

#[test]
fn a_target_of_nothing_is_not_drawn_as_unknown() {
    let more = "[[action]]\nnr = 15\n[[action.year]]\nnr = 1\ntarget = 0\n";
    let log = format!("{LOG}30/09/2023;15;4\n");
    let page = page(&dossier("2023-10-15", more, &log, ""), &[]);
    assert_eq!(headings(&page)[0], "Alle 2 KPI-doelen bereikt");
    let bar = between(&page, ">Actie 15, ", "</svg>")[0];
    assert!(bar.contains("4 van 0") && bar.contains("bereikt"), "{bar}");
    assert!(
        !bar.contains("class=\"void\"") && !bar.contains("class=\"norm\""),
        "{bar}"
    );
}

#[test]
fn the_heading_on_money_begins_with_what_was_overspent() {
    let more = "[[year]]\nnr = 2\naward_total = 5_000\n";
    let bookings = "01/12/2022;subsidie;werkingsmiddelen;6.100,00\n";
    let page = page(&dossier("2024-01-15", more, LOG, bookings), &[]);
    let heading = heading(&page, "besteed");
    assert!(
        heading.starts_with("In jaar 1 is € 100,00 meer besteed dan er was"),
        "{heading}"
    );
    assert!(page.contains("class=\"excess\""), "{page}");
}

#[test]
fn staff_that_cannot_be_read_is_in_no_sum() {
    let line = "[[staff]]\nrole = \"a\"\nfte = 1\npayer = \"award\"\nfilled = [{ fte = 1, from = 2022-10-01 }]\n";
    let broken = "[[staff]]\nfte = 1\npayer = \"award\"\n";
    let more = format!("{line}{line}{broken}");
    let page = page(&dossier("2023-10-15", &more, LOG, ""), &[]);
    assert_eq!(heading(&page, "Personeel"), "Personeel");
    assert!(
        page.contains("Een lijn van het dossier is niet te lezen"),
        "{page}"
    );
}

#[test]
fn a_line_of_staff_that_has_ended_says_so_and_is_not_counted_on() {
    let line = |role: &str, years: &str| {
        format!(
            "[[staff]]\nrole = \"{role}\"\nyears = {years}\nfte = 1\npayer = \"award\"\nfilled = [{{ fte = 1, from = 2022-10-01 }}]\n"
        )
    };
    let more = format!(
        "[[year]]\nnr = 2\naward_total = 5_000\n{}{}",
        line("eerste", "[1]"),
        line("tweede", "[1, 2]")
    );
    let page = page(&dossier("2024-01-15", &more, LOG, ""), &[]);
    let heading = heading(&page, "VTE ingevuld");
    assert!(
        heading.starts_with("1,0 van 1,0 VTE ingevuld op 15/01/2024"),
        "{heading}"
    );
    assert!(
        page.contains("tot en met jaar 1") && page.contains("1 functie"),
        "{page}"
    );
}

#[test]
fn nobody_in_service_is_drawn_for_it_is_known() {
    let more = "[[staff]]\nrole = \"taalcoach\"\nfte = 1\npayer = \"award\"\nfilled = []\n";
    let page = page(&dossier("2023-10-15", more, LOG, ""), &[]);
    let heading = heading(&page, "VTE ingevuld");
    assert!(heading.starts_with("0,0 van 1,0 VTE ingevuld"), "{heading}");
}

#[test]
fn a_year_whose_rows_bear_one_date_is_named_under_the_course() {
    let more = "[[year]]\nnr = 2\naward_total = 5_000\n";
    let action = "[[action.year]]\nnr = 2\ntarget = 100\n";
    let folder = dossier("2024-10-15", more, &format!("{LOG}30/09/2024;5;100\n"), "");
    let path = folder.path().join("dossier.toml");
    let text = std::fs::read_to_string(&path).expect("the dossier was written");
    let text = text.replace("target = 100\n", &format!("target = 100\n{action}"));
    std::fs::write(&path, text).expect("the dossier can be written");
    let page = page(&folder, &[]);
    assert!(
        page.contains("Jaar 2 staat niet in deze figuur: alle rijen dragen één datum."),
        "{page}"
    );
}

#[test]
fn what_the_dossier_declares_double_is_not_perhaps_so_in_the_heading() {
    let more = "[[action]]\nnr = 13\n[[action.year]]\nnr = 1\ntarget = 40\n\
                [[action]]\nnr = 24\n[[action.year]]\nnr = 1\ntarget = 60\n\
                [[overlap]]\nprovider = \"Huis\"\nactions = [13, 24]\nyear = 1\n\
                same_people = true\ndouble_investment = false\n";
    let log = "datum;actie;aantal;aanbieder\n30/09/2023;5;100;\n30/09/2023;13;50;Huis\n\
               30/09/2023;24;50;Huis\n30/09/2023;24;20;Club\n";
    let page = page(&dossier("2023-10-15", more, log, ""), &[]);
    assert_eq!(
        headings(&page)[0],
        "Alle 3 KPI-doelen bereikt; 2 ervan alleen door dubbels, volgens het dossier"
    );
    assert!(
        page.contains("dubbel geteld, misschien of volgens het dossier"),
        "{page}"
    );
}

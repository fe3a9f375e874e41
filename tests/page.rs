//! What a page claims: no more than the files say, and each action on one line.

use crate::program::{Folder, root, run, stdout};
use samenleven::analysis::analyse;
use samenleven::input::{Request, load};
use samenleven::model::Language;
use samenleven::render::{Format, Settings, render};
use samenleven::report;

const LOG: &[u8] = b"datum;actie;aantal\n12/10/2022;15;320\n30/09/2023;5;7\n";

/// A dossier of two actions, with more lines at its top and at its end.
fn dossier(top: &str, end: &str) -> Folder {
    let text = format!(
        "format = 1\nscheme = \"plan-samenleven\"\n{top}\n[applicant]\nname = \"Voorbeeldgem\"\n\
         kind = \"municipality\"\n[[year]]\nnr = 1\n[[action]]\nnr = 5\n[[action]]\nnr = 15\n\
         [[action.year]]\nnr = 1\ntarget = 300\n[[progress]]\nfile = \"log.csv\"\n{end}\n"
    );
    Folder::with(&[("dossier.toml", text.as_bytes()), ("log.csv", LOG)])
}

/// The report with its line breaks taken out.
fn page(folder: &Folder, language: &str) -> String {
    let output = run(&["report", folder.argument(), "--lang", language]);
    stdout(&output)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn the_opening_names_targets_of_which_nobody_can_say_how_they_stand() {
    let folder = dossier("", "");
    let dutch = page(&folder, "nl");
    assert!(
        dutch.contains("is bereikt; van 1 ander doel is de stand onbekend."),
        "{dutch}"
    );
    assert!(
        dutch.contains("1 van 1 bereikt 106,7 %; 1 onbekend"),
        "{dutch}"
    );
    let english = page(&folder, "en");
    assert!(
        english.contains("reached; how 1 other target stands is unknown."),
        "{english}"
    );
}

#[test]
fn without_a_date_no_year_is_said_to_be_running() {
    // The date stands there and cannot be read, so it is not replaced by another.
    let dutch = page(&dossier("as_of = \"2023-09-30\"", ""), "nl");
    assert!(!dutch.contains("Projectjaar 1 loopt"), "{dutch}");
    assert!(
        dutch.contains("Of de KPI-doelen bereikt zijn, is onbekend"),
        "{dutch}"
    );
}

#[test]
fn staff_that_cannot_be_read_is_not_said_to_be_left_out() {
    let staff =
        "[[staff]]\nrole = \"brugfiguur\"\nfte = 1.5\nfilled = [{ fte = 1, from = 2023-02-30 }]";
    let dutch = page(&dossier("", staff), "nl");
    assert!(
        dutch.contains("wat het dossier zegt, is niet te lezen"),
        "{dutch}"
    );
    assert!(!dutch.contains("zijn niet opgegeven"), "{dutch}");
}

#[test]
fn an_action_whose_unit_changes_stands_on_one_line() {
    let request = Request {
        dossier: root().join("examples/voorbeeldgem"),
        ..Request::default()
    };
    let loaded = load(&request).expect("the example can be read");
    let account = loaded.account.expect("the example has figures");
    let document = report::kpi(&analyse(&account), &report::Asked::default());
    let settings = Settings {
        language: Language::Dutch,
        width: 140,
        colour: false,
        plain: false,
        reload_after: None,
    };
    let text =
        String::from_utf8(render(&document, Format::Text, &settings)).expect("text is UTF-8");
    for action in ["15  Brugfiguren", "24  Toeleiding"] {
        assert_eq!(text.matches(action).count(), 1, "{text}");
    }
}

/// The report on some project years, with its line breaks taken out.
fn page_of_years(folder: &Folder, years: &[&str], language: &str) -> String {
    let mut arguments = vec!["report", folder.argument(), "--lang", language];
    arguments.extend(years.iter().flat_map(|year| ["--year", year]));
    let output = run(&arguments);
    stdout(&output)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[track_caller]
fn says(page: &str, sentence: &str) {
    assert!(page.contains(sentence), "`{sentence}` not in: {page}");
}

/// A dossier of these lines, with a log.
fn of_lines(lines: &str, log: &str) -> Folder {
    let text = format!(
        "format = 1\nscheme = \"plan-samenleven\"\n{lines}\n[applicant]\nname = \"Voorbeeldgem\"\n\
         kind = \"municipality\"\n[[progress]]\nfile = \"log.csv\"\n"
    );
    let log = format!("datum;actie;aantal\n{log}");
    Folder::with(&[
        ("dossier.toml", text.as_bytes()),
        ("log.csv", log.as_bytes()),
    ])
}

#[test]
fn a_year_without_actions_is_no_dossier_without() {
    let years = "as_of = 2025-12-31\nyear = [{ nr = 1 }, { nr = 2 }, { nr = 3 }]\n";
    let action = "action = [{ nr = 5, year = [{ nr = 1, target = 4 }] }]";
    let folder = of_lines(&format!("{years}{action}"), "12/10/2022;5;4\n");
    says(
        &page_of_years(&folder, &["3"], "nl"),
        "In projectjaar 3 loopt geen actie.",
    );
    says(
        &page_of_years(&folder, &["3"], "en"),
        "No action runs in project year 3.",
    );
    says(
        &page_of_years(&folder, &["2", "3"], "nl"),
        "In projectjaren 2 en 3 loopt geen actie.",
    );
    let none = of_lines(years, "12/10/2022;5;4\n");
    let none = page(&none, "nl");
    says(&none, "Het dossier noemt geen acties.");
    says(&none, "KPI-doelen geen ");
}

/// A dossier of one year and one target of zero, and more actions.
fn of_zero(as_of: &str, more: &str) -> Folder {
    let lines = format!(
        "as_of = {as_of}\nyear = [{{ nr = 1 }}]\n\
         action = [{{ nr = 5, year = [{{ nr = 1, target = 0 }}] }}{more}]"
    );
    of_lines(&lines, "12/10/2022;5;4\n12/10/2022;7;4\n")
}

#[test]
fn a_target_of_zero_that_is_reached_is_not_unknown() {
    let more = ", { nr = 7, year = [{ nr = 1, target = 8 }] }";
    let closed = of_zero("2023-12-31", more);
    let dutch = page(&closed, "nl");
    says(&dutch, "Van de 2 afgesloten KPI-doelen is er 1 bereikt.");
    says(&dutch, "1 van 2 bereikt 50,0 %");
    let english = page(&closed, "en");
    says(
        &english,
        "Of the 2 closed KPI targets, 1 has been reached. ",
    );
    let running = page(&of_zero("2023-06-30", more), "nl");
    says(
        &running,
        "Projectjaar 1 loopt; 1 actie staat op 50,0 % van het doel; 1 actie heeft 0 als doel.",
    );
    let alone = page(&of_zero("2023-12-31", ""), "nl");
    says(&alone, "Het KPI-doel van projectjaar 1 is bereikt.");
    says(&alone, "1 van 1 bereikt doel 0 ");
}

#[test]
fn one_running_target_is_told_in_the_singular() {
    let lines = "as_of = 2024-01-15\nyear = [{ nr = 1 }, { nr = 2 }]\n\
                 action = [{ nr = 5, year = [{ nr = 1, target = 4 }, { nr = 2, target = 4 }] }]";
    let folder = of_lines(lines, "12/10/2022;5;4\n12/10/2023;5;1\n");
    says(&page(&folder, "nl"), "; in projectjaar 2 loopt er nog 1.");
    says(
        &page(&folder, "en"),
        "; 1 is still running in project year 2.",
    );
}

#[test]
fn staff_that_is_filled_is_told_though_the_plan_is_unknown() {
    let staff = "[[staff]]\nrole = \"a\"\npayer = \"award\"\n\
                 filled = [{ fte = 0.5, from = 2022-10-01 }]";
    let folder = dossier("as_of = 2023-09-30", staff);
    let dutch = page(&folder, "nl");
    says(&dutch, "Personeel 0,5 VTE ingevuld voorzien onbekend: ");
    let english = page(&folder, "en");
    says(&english, "Staffing 0.5 FTE filled planned unknown: ");
}

#[test]
fn an_existing_reach_names_its_year_and_explains_no_award_of_zero() {
    let year = |nr: u8, award: &str| format!("{{ nr = {nr}, target = 20, award = {award} }}");
    let lines = format!(
        "as_of = 2024-12-31\nyear = [{{ nr = 1 }}, {{ nr = 2 }}]\naction = [\n\
         {{ nr = 22, year = [{}, {}] }},\n{{ nr = 5, year = [{}, {}] }}]",
        year(1, "0"),
        year(2, "0"),
        year(1, "1_080"),
        year(2, "1_080")
    );
    let folder = of_lines(&lines, "12/10/2022;5;4\n");
    says(
        &page(&folder, "nl"),
        "zou de toekenning verklaren: 2 bij actie 5 in jaar 1 en 2 bij actie 5 in jaar 2.",
    );
    says(
        &page(&folder, "en"),
        "would explain the award: 2 at action 5 in year 1 and 2 at action 5 in year 2.",
    );
    says(
        &page_of_years(&folder, &["2"], "nl"),
        "zou de toekenning verklaren: 2 bij actie 5.",
    );
}

/// A scheme of one action, with this test of the own share and these years.
fn small_scheme(tested_over: &str, years: &str) -> String {
    format!(
        "format = 1\nid = \"klein\"\nversion = \"1\"\ntitle = {{ nl = \"Klein\", en = \"Small\" }}\n\
         shift_between_actions = false\n[cofinancing]\nown_share = \"1/2\"\n\
         tested_over = \"{tested_over}\"\nexempt = []\n[[objective]]\nnr = 1\n\
         title = {{ nl = \"Doel\", en = \"Goal\" }}\n{years}[[category]]\nkey = \"personnel\"\n\
         title = {{ nl = \"personeel\", en = \"personnel\" }}\nown_share = \"yes\"\n[[action]]\nnr = 1\n\
         title = {{ nl = \"A\", en = \"A\" }}\n[[action.rate]]\nyears = [1]\n\
         unit = {{ nl = \"eenheid\", en = \"unit\" }}\nkind = \"flow\"\nunit_amount = 10\n\
         basis = \"subsidy\"\n"
    )
}

/// The report on a dossier under such a scheme.
fn page_of_scheme(scheme: &str, years: &str, more: &[&str]) -> String {
    let dossier = format!(
        "format = 1\nscheme = \"klein\"\nas_of = 2025-01-31\n[applicant]\nname = \"V\"\n\
         kind = \"municipality\"\n{years}[[bookings]]\nfile = \"b.csv\"\n"
    );
    let bookings = "datum;bedrag;betaler;categorie\n01/02/2023;100,00;eigen;personeel\n\
                    01/02/2024;40,00;eigen;personeel\n";
    let folder = Folder::with(&[
        ("dossier.toml", dossier.as_bytes()),
        ("scheme.toml", scheme.as_bytes()),
        ("b.csv", bookings.as_bytes()),
    ]);
    let scheme = folder.path().join("scheme.toml");
    let scheme = scheme.to_str().expect("test paths are UTF-8");
    let arguments = ["report", folder.argument(), "--scheme", scheme];
    stdout(&run(&[&arguments[..], more].concat()))
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_scheme_of_one_year_adds_no_years_together() {
    let scheme = small_scheme(
        "all-years",
        "[[year]]\nnr = 1\nstart = 2023-01-01\nend = 2023-12-31\n",
    );
    let years = "[[year]]\nnr = 1\naward_total = 100\n";
    says(
        &page_of_scheme(&scheme, years, &["--lang", "nl"]),
        "Getoetst over het ene projectjaar, op het einde;",
    );
    says(
        &page_of_scheme(&scheme, years, &["--lang", "en"]),
        "Tested over the one project year, at the end;",
    );
}

#[test]
fn a_report_on_one_year_opens_with_the_own_share_of_that_year() {
    let scheme = small_scheme(
        "each-year",
        "[[year]]\nnr = 1\nstart = 2023-01-01\nend = 2023-12-31\n\
         [[year]]\nnr = 2\nstart = 2024-01-01\nend = 2024-12-31\n",
    );
    let years = "[[year]]\nnr = 1\naward_total = 100\n[[year]]\nnr = 2\naward_total = 100\n";
    let all = page_of_scheme(&scheme, years, &[]);
    says(&all, "Er ontbreekt € 60,00 eigen aandeel van jaar 2.");
    let first = page_of_scheme(&scheme, years, &["--year", "1"]);
    says(
        &first,
        "Het vereiste eigen aandeel van jaar 1 van € 100,00 is aangetoond.",
    );
    says(&first, "vereist € 100,00 voor jaar 1");
}

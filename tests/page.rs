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
    };
    let text =
        String::from_utf8(render(&document, Format::Text, &settings)).expect("text is UTF-8");
    for action in ["15  Brugfiguren", "24  Toeleiding"] {
        assert_eq!(text.matches(action).count(), 1, "{text}");
    }
}

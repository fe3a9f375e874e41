//! A report where rows of every file were set aside: each section says so.

use crate::program::{Folder, run, stdout};

const DOSSIER: &str = "format = 1\nscheme = \"plan-samenleven\"\nas_of = 2024-03-31\n\
    [applicant]\nname = \"Voorbeeldgem\"\nkind = \"municipality\"\n\
    [[year]]\nnr = 1\naward_total = 10_000\nown_planned = 10_000\n\
    [[year]]\nnr = 2\naward_total = 10_000\n\
    [[action]]\nnr = 15\n\
    [[action.year]]\nnr = 1\ntarget = 50\naward = 10_000\n\
    [[action.year]]\nnr = 2\ntarget = 50\naward = 10_000\n\
    [[budget]]\nyear = 1\nactions = [15]\ncategory = \"personnel\"\npayer = \"own\"\namount = 10_000\n\
    [[budget]]\nyear = 2\nactions = [15]\ncategory = \"personnel\"\npayer = \"own\"\namount = 9_000\n\
    [[progress]]\nfile = \"log.csv\"\n[[bookings]]\nfile = \"boek.csv\"\n";

const LOG: &str = "datum;actie;aantal;aanbieder\n\
    10/11/2022;15;20;huis\n10/05/2023;15;1.5;huis\n\
    10/11/2023;15;20;huis\n10/12/2023;15;2.5;huis\n";

const BOOKINGS: &str = "datum;actie;categorie;betaler;bedrag\n\
    01/12/2022;15;personeel;eigen;5.000,00\n01/12/2022;15;personeel;subsidie;5.000,00\n\
    02/12/2022;15;personeel;subsidie;12.5\n\
    01/12/2023;15;personeel;subsidie;1.000,00\n02/12/2023;15;personeel;subsidie;12.5\n";

fn page(language: &str) -> String {
    let folder = Folder::with(&[
        ("dossier.toml", DOSSIER.as_bytes()),
        ("log.csv", LOG.as_bytes()),
        ("boek.csv", BOOKINGS.as_bytes()),
    ]);
    let asked = [
        "report",
        folder.argument(),
        "--format",
        "markdown",
        "--lang",
        language,
    ];
    stdout(&run(&asked))
}

#[test]
fn each_section_with_figures_that_may_change_says_so() {
    let page = page("nl");
    let silent = ["Toekenning", "Budget per actie", "Bevindingen", "Bronnen"];
    let mut told = 0;
    for section in page.split("\n## ").skip(1) {
        let name = section.lines().next().unwrap_or_default();
        if silent.iter().any(|it| name.starts_with(it)) {
            continue;
        }
        // Tables of one section say it under the last of them.
        let is_last = !name.starts_with("Bereikt: dit jaar")
            && (name == "Projectjaren en boekjaren: met eigen middelen"
                || !name.starts_with("Projectjaren en boekjaren"));
        let says_so = section.contains("opzij gezet");
        assert_eq!(says_so, is_last, "{name}: {section}");
        told += usize::from(says_so);
    }
    assert_eq!(told, 8, "{page}");
}

#[test]
fn the_page_is_as_it_was_before() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("snapshots/set_aside");
    for language in ["nl", "en"] {
        settings.bind(|| insta::assert_snapshot!(language, page(language)));
    }
}

//! The manual pages: one for the program and one for each subcommand, in both
//! languages, with all that the help says. `.ci/run` has them checked by the programs
//! that show them.

use crate::program::{Folder, names, run, stderr, stdout, subcommands};
use std::fs;

/// A page as it is read: control lines left out, marks of roff taken away, its lines
/// joined.
fn shown(page: &str) -> String {
    let lines = page.lines().filter(|line| !line.starts_with('.'));
    let text = lines.collect::<Vec<_>>().join(" ");
    let marks = [
        ("\\fB", ""),
        ("\\fI", ""),
        ("\\fR", ""),
        ("\\-", "-"),
        ("\\*(Aq", "'"),
    ];
    marks
        .into_iter()
        .fold(text, |text, (mark, plain)| text.replace(mark, plain))
}

fn page(arguments: &[&str]) -> String {
    let output = run(&[&["man"], arguments].concat());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    stdout(&output)
}

fn headings(page: &str) -> Vec<&str> {
    let headings = page.lines().filter_map(|line| line.strip_prefix(".SH "));
    headings.map(|it| it.trim_matches('"')).collect()
}

#[test]
fn a_folder_gets_every_page_in_both_languages() {
    let folder = Folder::with(&[]);
    let target = folder.path().join("man");
    let named = format!("{}/", target.display());
    let output = run(&["man", "-o", &named]);
    assert_eq!(
        (output.status.code(), stdout(&output).as_str()),
        (Some(0), "")
    );
    let mut expected: Vec<String> = subcommands()
        .iter()
        .map(|name| format!("samenleven-{name}.1"))
        .collect();
    expected.push("samenleven.1".to_owned());
    expected.sort();
    for (below, language) in [("man1", "en"), ("nl/man1", "nl")] {
        assert_eq!(names(&target.join(below)), expected, "{below}");
        for name in &expected {
            let file = fs::read_to_string(target.join(below).join(name));
            let command = name.trim_end_matches(".1").strip_prefix("samenleven-");
            let mut arguments: Vec<&str> = command.into_iter().collect();
            arguments.extend(["--lang", language]);
            assert_eq!(file.expect("it was written"), page(&arguments), "{name}");
        }
    }
    let again = run(&["man", "-o", &named]);
    assert_eq!(again.status.code(), Some(0), "pages are replaced");
}

#[test]
fn a_page_says_all_that_the_help_says() {
    for name in subcommands() {
        for language in ["nl", "en"] {
            let help = stdout(&run(&[&name, "--help", "--lang", language]));
            let page = shown(&page(&[&name, "--lang", language]));
            // What an argument does stands after two spaces at least.
            let told = help.lines().filter(|line| line.starts_with("  "));
            for line in told {
                let line = line.trim();
                let (word, meaning) = line.split_once("  ").unwrap_or((line, ""));
                for part in [word.replace(['<', '>'], ""), meaning.trim().to_owned()] {
                    assert!(page.contains(&part), "{name} {language}: {part}\n{page}");
                }
            }
        }
    }
}

#[test]
fn headings_are_in_the_language_of_the_page() {
    let dutch = page(&["kpi"]);
    let of_dutch = [
        "NAAM",
        "OVERZICHT",
        "BESCHRIJVING",
        "VOORBEELDEN",
        "ARGUMENTEN",
        "OPTIES",
        "AFSLUITCODES",
        "OMGEVING",
        "ZIE OOK",
    ];
    assert_eq!(headings(&dutch), of_dutch);
    let english = page(&["kpi", "--lang", "en"]);
    let of_english = [
        "NAME",
        "SYNOPSIS",
        "DESCRIPTION",
        "EXAMPLES",
        "ARGUMENTS",
        "OPTIONS",
        "EXIT STATUS",
        "ENVIRONMENT",
        "SEE ALSO",
    ];
    assert_eq!(headings(&english), of_english);
    assert!(dutch.contains("\n.TH SAMENLEVEN-KPI 1 \"\" \"samenleven "));
    assert!(
        shown(&dutch).starts_with("samenleven-kpi - "),
        "as man looks it up"
    );
}

#[test]
fn the_page_of_the_program_refers_to_all_others() {
    let page = page(&["--lang", "en"]);
    for name in subcommands() {
        assert!(
            shown(&page).contains(&format!("samenleven-{name}(1)")),
            "{name}"
        );
    }
    assert!(headings(&page).contains(&"COMMANDS"), "{page}");
}

#[test]
fn what_cannot_be_is_wrong_usage() {
    let folder = Folder::with(&[]);
    for arguments in [
        &["man", "bestaat-niet"][..],
        &["man", "kpi", "-o", folder.argument()],
        &["man", "-o", folder.argument(), "-o", "/nergens/"],
        &["man", "-o", "/nergens/te/vinden/"],
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(stdout(&output), "", "{arguments:?}");
        assert!(!stderr(&output).is_empty(), "{arguments:?}");
    }
}

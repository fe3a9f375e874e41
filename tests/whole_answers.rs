//! Whole answers of the worked dossiers in both languages, as a terminal shows them. What
//! a figure must be stands in other tests; here nothing may go or come unseen.

use crate::program::{run, stderr, stdout};

const ANSWERS: &[(&str, &[&str])] = &[
    ("zonneberg", &["report", "examples/zonneberg"]),
    (
        "zonneberg_year_2",
        &["report", "examples/zonneberg", "--year", "2"],
    ),
    (
        "zonneberg_as_of",
        &["report", "examples/zonneberg", "--as-of", "2024-03-31"],
    ),
    (
        "zonneberg_public",
        &["report", "examples/zonneberg", "--public-below", "30"],
    ),
    ("zonneberg_budget", &["budget", "examples/zonneberg"]),
    (
        "zonneberg_calendar",
        &["budget", "examples/zonneberg", "--calendar"],
    ),
    ("zonneberg_kpi", &["kpi", "examples/zonneberg"]),
    (
        "zonneberg_providers",
        &["kpi", "examples/zonneberg", "--by", "provider"],
    ),
    ("zonneberg_award", &["award", "examples/zonneberg"]),
    (
        "zonneberg_cofinancing",
        &["cofinancing", "examples/zonneberg"],
    ),
    ("zonneberg_staffing", &["staffing", "examples/zonneberg"]),
    (
        "zonneberg_file",
        &[
            "check",
            "examples/zonneberg",
            "--explain-file",
            "boekingen.csv",
        ],
    ),
    ("voorbeeldgem", &["report", "examples/voorbeeldgem"]),
    ("voorbeeldgem_budget", &["budget", "examples/voorbeeldgem"]),
    (
        "voorbeeldgem_staffing",
        &["staffing", "examples/voorbeeldgem"],
    ),
    ("dendermonde", &["report", "data/dossiers/dendermonde"]),
    ("schemes", &["schemes"]),
    ("scheme", &["schemes", "plan-samenleven"]),
];

#[test]
fn no_answer_changes_unseen() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("snapshots/whole_answers");
    for (name, asked) in ANSWERS {
        for language in ["nl", "en"] {
            let output = run(&[asked, &["--lang", language][..]].concat());
            assert!(output.status.success(), "{name}: {}", stderr(&output));
            let name = format!("{name}_{language}");
            settings.bind(|| insta::assert_snapshot!(name, stdout(&output)));
        }
    }
}

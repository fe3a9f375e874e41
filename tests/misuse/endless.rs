//! Files that ask for more than can be. What would take a time that grows with the square
//! of what is written is refused before it begins, or these tests do not end.

use crate::program::{Folder, run, stderr, stdout};

const SCHEME: &str = "format = 1\nid = \"groot\"\nversion = \"1\"\ntitle = { nl = \"A\", en = \"A\" }\n\
    shift_between_actions = true\n[cofinancing]\nown_share = \"1/2\"\ntested_over = \"each-year\"\n\
    [[category]]\nkey = \"personnel\"\ntitle = { nl = \"p\", en = \"p\" }\nown_share = \"yes\"\n";

const YEAR: &str = "[[year]]\nnr = 1\nstart = 2023-01-01\nend = 2023-12-31\n";

const ACTION: &str = "[[action]]\nnr = 1\ntitle = { nl = \"a\", en = \"a\" }\n[[action.rate]]\nyears = [1]\n\
    unit = { nl = \"u\", en = \"u\" }\nkind = \"flow\"\n";

const DOSSIER: &str = "format = 1\nscheme = \"groot\"\nas_of = 2023-09-30\n[applicant]\nname = \"V\"\n\
    kind = \"municipality\"\n[[year]]\nnr = 1\n[[action]]\nnr = 1\n";

/// The exit code of a report on these files, and all that was said.
fn report(scheme: &str, dossier: &str) -> (Option<i32>, String) {
    let folder = Folder::with(&[
        ("dossier.toml", dossier.as_bytes()),
        ("scheme.toml", scheme.as_bytes()),
    ]);
    let own = folder.path().join("scheme.toml").display().to_string();
    let output = run(&[
        "report",
        folder.argument(),
        "--scheme",
        &own,
        "--format",
        "json",
    ]);
    (output.status.code(), stdout(&output) + &stderr(&output))
}

/// So many of a thing, each with its number.
fn many(of: impl Fn(usize) -> String, many: usize) -> String {
    (1..=many).map(of).collect()
}

#[track_caller]
fn is_refused(scheme: &str, dossier: &str) {
    let (code, told) = report(scheme, dossier);
    assert_eq!(code, Some(2), "{told}");
    assert!(told.contains("fout[I01]"), "{told}");
}

#[test]
fn a_file_of_tables_and_nothing_else_is_refused() {
    let base = format!("{SCHEME}{YEAR}{ACTION}");
    for table in [
        "[[year]]\nnr = N\n",
        "[[action]]\nnr = N\ntitle = { nl = \"a\", en = \"a\" }\n",
        "[[category]]\nkey = \"kN\"\ntitle = { nl = \"N\", en = \"N\" }\nown_share = \"yes\"\n",
        "[[objective]]\nnr = N\ntitle = { nl = \"a\", en = \"a\" }\n",
    ] {
        let tables = many(|nr| table.replace('N', &nr.to_string()), 12_000);
        is_refused(&format!("{base}{tables}"), DOSSIER);
    }
    for table in [
        "[[year]]\nnr = N\n",
        "[[action]]\nnr = N\n",
        "[[staff]]\nrole = \"rN\"\nfte = 1\nfilled = []\n",
        "[[budget]]\nyear = 1\npayer = \"own\"\namount = N\n",
        "[[progress]]\nfile = \"logN.csv\"\n",
        "[[accept]]\ncode = \"I24\"\nwhere = \"a\"\nreason = \"r\"\n",
    ] {
        let tables = many(|nr| table.replace('N', &nr.to_string()), 12_000);
        is_refused(&base, &format!("{DOSSIER}{tables}"));
    }
    let list = format!("[{}]", "1,".repeat(100_000));
    is_refused(
        &base,
        &format!("{DOSSIER}[[staff]]\nrole = \"r\"\nactions = {list}\n"),
    );
    let rate = ACTION.replace("[1]", &list);
    is_refused(&format!("{SCHEME}{YEAR}{rate}"), DOSSIER);
}

#[test]
fn nothing_is_too_deep() {
    for depth in [100, 100_000] {
        for text in [
            format!("a = {}{}\n", "[".repeat(depth), "]".repeat(depth)),
            format!("a = {}1{}\n", "{a=".repeat(depth), "}".repeat(depth)),
            format!("a{} = 1\n", ".a".repeat(depth)),
            format!("[a{}]\n", ".a".repeat(depth)),
        ] {
            let base = format!("{SCHEME}{YEAR}{ACTION}");
            is_refused(&text, DOSSIER);
            is_refused(&base, &text);
        }
    }
}

#[test]
fn what_is_no_toml_on_every_line_is_told() {
    for line in ["x\n", "=\n", "a = 1,5\n", "[[\n", "\"\n", "a = [\n"] {
        is_refused(&line.repeat(512 * 1024 / line.len()), DOSSIER);
    }
}

#[test]
fn the_longest_years_and_the_largest_numbers_are_figures_like_others() {
    let ages = YEAR
        .replace("2023-01-01", "0001-01-01")
        .replace("2023-12-31", "9999-12-31");
    let large =
        "unit_amount = 999_999_999_999.99\nbasis = \"subsidy\"\nceiling_units = 999_999_999.5\n";
    let scheme = format!("{SCHEME}{ages}{ACTION}{large}");
    let year = "[[action.year]]\nnr = 1\ntarget = 999_999_999\naward = 999_999_999_999.99\n";
    let staff = "[[staff]]\nrole = \"r\"\nfte = 100\nyearly_cost = 999_999_999_999\n\
        filled = [{ fte = 100, from = 0001-01-01, to = 9999-12-31 }]\n";
    let dossier = format!("{DOSSIER}{year}{staff}");
    for as_of in ["0001-01-01", "2023-09-30", "9999-12-31"] {
        let (code, told) = report(&scheme, &dossier.replace("2023-09-30", as_of));
        assert!(matches!(code, Some(0 | 1)), "{as_of}: {code:?} {told}");
    }
    for nr in ["0", "65535", "65536", "999999999", "1000000000"] {
        let (code, told) = report(
            &scheme.replace("nr = 1\n", &format!("nr = {nr}\n")),
            &dossier,
        );
        assert!(matches!(code, Some(0..=2)), "{nr}: {code:?} {told}");
        let (code, told) = report(
            &scheme,
            &dossier.replace("nr = 1\n", &format!("nr = {nr}\n")),
        );
        assert!(matches!(code, Some(0..=2)), "{nr}: {code:?} {told}");
    }
}

#[test]
fn a_text_that_is_too_long_is_told_where_it_stands() {
    let scheme = format!("{SCHEME}{YEAR}{ACTION}");
    for (bytes, wanted) in [(4_000, 0), (4_001, 2)] {
        let staff = format!("[[staff]]\nrole = \"{}\"\n", "r".repeat(bytes));
        let (code, told) = report(&scheme, &format!("{DOSSIER}{staff}"));
        assert_eq!(code, Some(wanted), "{bytes}: {told}");
        assert!(
            code == Some(0) || told.contains("dit is de langste"),
            "{told}"
        );
    }
}

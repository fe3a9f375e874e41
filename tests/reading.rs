//! How logs are read: every way a spreadsheet writes them, and every doubt at its place.

use crate::program::{Folder, codes, json, run, stdout};
use serde_json::{Value, json as value};
use std::fmt::Write as _;

const DOSSIER: &str = "format = 1\nscheme = \"plan-samenleven\"\nas_of = 2023-09-30\n\n\
    [applicant]\nname = \"Voorbeeldgem\"\nkind = \"municipality\"\n\n\
    [[year]]\nnr = 1\n\n\
    [[action]]\nnr = 15\n[[action.year]]\nnr = 1\ntarget = 300\n\n\
    [[action]]\nnr = 24\n[[action.year]]\nnr = 1\ntarget = 180\n\n";

/// The dossier with a log of these bytes, read with these extra lines.
fn reading(log: &[u8], extra: &str) -> Folder {
    reading_in(DOSSIER, log, extra)
}

fn reading_in(dossier: &str, log: &[u8], extra: &str) -> Folder {
    let text = format!("{dossier}[[progress]]\nfile = \"log.csv\"\n{extra}\n");
    Folder::with(&[("dossier.toml", text.as_bytes()), ("log.csv", log)])
}

fn list(from: &Value) -> &Vec<Value> {
    from.as_array().expect("this is a list in the design")
}

fn pick(rows: &[Value], columns: &[&str]) -> Value {
    let cells = |row: &Value| columns.iter().map(|key| row[*key].clone()).collect();
    Value::Array(rows.iter().map(cells).map(Value::Array).collect())
}

fn table(folder: &Folder, name: &str) -> Vec<Value> {
    list(&json(&["report", folder.argument()])["tables"][name]).clone()
}

/// Action, reached and set aside of every row of the KPI table.
fn kpi(folder: &Folder) -> Value {
    pick(&table(folder, "kpi"), &["action", "reached", "set_aside"])
}

fn by_provider(folder: &Folder) -> Value {
    let columns = ["action", "provider", "reached", "share_pct"];
    pick(&table(folder, "kpi_by_provider"), &columns)
}

/// The findings on the log.
fn findings(folder: &Folder) -> Vec<Value> {
    let found = json(&["check", folder.argument()]);
    let mut found = list(&found["findings"]).clone();
    found.retain(|finding| finding["path"] == "log.csv");
    found
}

/// Where findings on the log are: code, line, column, cell.
fn places(folder: &Folder) -> Value {
    pick(&findings(folder), &["code", "line", "column", "cell"])
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

// A date that does not exist.

const IMPOSSIBLE: &str = "\u{feff}datum;actie;aantal;aanbieder;opmerking\r\n\
    30/09/2023;15;65;brugfiguren;\"eerste lijn\r\ntweede lijn\"\r\n\
    31/09/2023;15;242;toeleiders;\r\n\
    30/09/2023;24;48;BRUL;\r\n";

#[test]
fn an_impossible_date_is_reported_at_its_true_place() {
    let folder = reading(IMPOSSIBLE.as_bytes(), "");
    assert_eq!(places(&folder), value!([["I05", 4, 1, "A3"]]));
    let finding = &findings(&folder)[0];
    assert_eq!(finding["excerpt"], "31/09/2023");
    assert_eq!(finding["severity"], "error");
    assert_eq!(kpi(&folder), value!([[15, 65, 1], [24, 48, 0]]));
    let report = json(&["report", folder.argument()]);
    assert_eq!(
        pick(list(&report["sources"]), &["path", "rows", "set_aside"])[1],
        value!(["log.csv", 3, 1])
    );
}

#[test]
fn an_impossible_date_comes_with_the_day_that_was_meant() {
    let folder = reading(IMPOSSIBLE.as_bytes(), "");
    for (language, meant) in [("nl", "30/09/2023"), ("en", "30 Sep 2023")] {
        let text = stdout(&run(&["check", folder.argument(), "--lang", language]));
        assert!(text.contains("31/09/2023"), "{text}");
        assert!(
            text.contains(meant) || text.contains("30/09/2023"),
            "{text}"
        );
        assert!(text.contains("log.csv:4:1"), "{text}");
        assert!(text.contains("A3"), "{text}");
    }
}

#[test]
fn a_total_says_that_a_row_was_set_aside() {
    let folder = reading(IMPOSSIBLE.as_bytes(), "");
    for command in ["kpi", "report"] {
        let text = words(&stdout(&run(&[command, folder.argument()])));
        assert!(text.contains("opzij"), "{command}: {text}");
        let text = words(&stdout(&run(&[command, folder.argument(), "--lang", "en"])));
        assert!(text.contains("set aside"), "{command}: {text}");
    }
}

#[test]
fn a_missed_target_is_no_finding_while_a_row_is_aside() {
    let folder = reading(IMPOSSIBLE.as_bytes(), "");
    let found = json(&["check", folder.argument()]);
    let found: Vec<_> = list(&found["findings"])
        .iter()
        .map(|it| (it["code"].as_str().unwrap_or_default(), it["line"].as_u64()))
        .collect();
    // Action 15 could have been changed by the row; action 24 missed its target.
    let missed: Vec<_> = found.iter().filter(|it| it.0 == "K07").collect();
    assert_eq!(missed.len(), 1, "{found:?}");
}

#[test]
fn days_that_do_not_exist() {
    for (written, meant) in [
        ("31/09/2023", "30/09/2023"),
        ("29/02/2023", "28/02/2023"),
        ("31/04/2023", "30/04/2023"),
        ("2023-09-31", "30/09/2023"),
        ("32/01/2023", ""),
        ("15/13/2022", ""),
        ("0/01/2023", ""),
    ] {
        let log = format!("datum;actie;aantal\n{written};15;7\n30/09/2023;15;8\n");
        let folder = reading(log.as_bytes(), "");
        assert_eq!(places(&folder), value!([["I05", 2, 1, "A2"]]), "{written}");
        assert_eq!(kpi(&folder)[0], value!([15, 8, 1]), "{written}");
        let text = stdout(&run(&["check", folder.argument()]));
        let iso = meant.split('/').rev().collect::<Vec<_>>().join("-");
        assert!(
            text.contains(meant) || text.contains(&iso),
            "{written}: {text}"
        );
    }
}

// The same rows in every dress.

const ROWS: &str = "datum;actie;aantal;aanbieder;opmerking\n\
    01/02/2023;15;65;Café België;één\n\
    15/03/2023;15;1.242;\"toeleiders; vzw\";\"twee\nlijnen\"\n\
    31/12/2022;24;48;BRUL;\n\
    30/09/2023;24;20;Café België;zegt \"ja\"\n";

fn expected() -> (Value, Value) {
    (
        value!([[15, 1307, 0], [24, 68, 0]]),
        value!([
            [15, "toeleiders; vzw", 1242, "95.0"],
            [15, "Café België", 65, "5.0"],
            [24, "BRUL", 48, "70.6"],
            [24, "Café België", 20, "29.4"],
        ]),
    )
}

fn utf_16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xfeff)
        .chain(text.encode_utf16())
        .flat_map(unit)
        .collect()
}

/// Latin letters as Windows-1252 has them.
fn windows_1252(text: &str) -> Vec<u8> {
    let byte = |it: char| u8::try_from(u32::from(it)).expect("only letters of Latin-1");
    text.chars().map(byte).collect()
}

fn sorted(rows: &Value) -> Vec<String> {
    let mut rows: Vec<String> = list(rows).iter().map(ToString::to_string).collect();
    rows.sort();
    rows
}

#[test]
fn the_same_rows_in_every_dress() {
    let rows = ROWS.replace("zegt \"ja\"", "\"zegt \"\"ja\"\"\"");
    let tabs = rows
        .replace("\"toeleiders; vzw\"", "toeleiders* vzw")
        .replace(';', "\t")
        .replace('*', ";");
    let trailing = rows
        .replace("opmerking\n", "opmerking;;;\n")
        .replace("één\n", "één;;;\n")
        .replace("BRUL;\n", "BRUL;;;;\n")
        + ";;;;;;;\n;;;;\n\n\n";
    let dresses: Vec<(&str, Vec<u8>)> = vec![
        ("UTF-8", rows.clone().into_bytes()),
        ("UTF-8 with BOM", format!("\u{feff}{rows}").into_bytes()),
        ("Windows-1252", windows_1252(&rows)),
        ("UTF-16LE", utf_16(&rows, u16::to_le_bytes)),
        ("UTF-16BE", utf_16(&rows, u16::to_be_bytes)),
        ("CR LF", rows.replace('\n', "\r\n").into_bytes()),
        (
            "UTF-16LE, CR LF",
            utf_16(&rows.replace('\n', "\r\n"), u16::to_le_bytes),
        ),
        ("sep=;", format!("sep=;\n{rows}").into_bytes()),
        (
            "BOM, sep=;, CR LF",
            format!("\u{feff}sep=;\r\n{}", rows.replace('\n', "\r\n")).into_bytes(),
        ),
        ("tabs", tabs.clone().into_bytes()),
        ("tabs, UTF-16LE", utf_16(&tabs, u16::to_le_bytes)),
        ("trailing rows and columns", trailing.into_bytes()),
        ("no last line end", rows.trim_end().as_bytes().to_vec()),
        (
            "ISO dates",
            rows.replace("31/12/2022", "2022-12-31").into_bytes(),
        ),
        (
            "no-break space in a number",
            rows.replace("1.242", "1\u{a0}242").into_bytes(),
        ),
        (
            "narrow space in a number",
            rows.replace("1.242", "1\u{202f}242").into_bytes(),
        ),
        (
            "short days",
            rows.replace("01/02/2023", "1/2/2023").into_bytes(),
        ),
    ];
    let (kpi_rows, providers) = expected();
    for (dress, bytes) in dresses {
        let folder = reading(&bytes, "");
        let found = findings(&folder);
        let found: Vec<_> = found
            .iter()
            .map(|it| it["code"].as_str().unwrap_or_default())
            .collect();
        let allowed: &[&str] = if dress == "Windows-1252" {
            &["I08"]
        } else {
            &[]
        };
        assert_eq!(found, allowed, "{dress}: {:?}", findings(&folder));
        assert_eq!(kpi(&folder), kpi_rows, "{dress}");
        assert_eq!(sorted(&by_provider(&folder)), sorted(&providers), "{dress}");
    }
}

#[test]
fn a_comma_file_has_plain_numbers_and_iso_dates() {
    let rows = "date,action,count,provider,note\n\
        2023-02-01,15,65,Café België,one\n\
        2023-03-15,15,1242,\"toeleiders; vzw\",\"two\nlines\"\n\
        2022-12-31,24,48,BRUL,\n\
        2023-09-30,24,20,Café België,\n";
    let folder = reading(rows.as_bytes(), "");
    let (kpi_rows, providers) = expected();
    assert_eq!(kpi(&folder), kpi_rows);
    assert_eq!(sorted(&by_provider(&folder)), sorted(&providers));
    assert_eq!(places(&folder), value!([]));
}

#[test]
fn a_declared_convention_wins_over_the_separator() {
    let belgian = "date,action,count\n30/09/2023,15,\"1.242\"\n";
    let folder = reading(belgian.as_bytes(), "numbers = \"nl-BE\"");
    assert_eq!(kpi(&folder)[0], value!([15, 1242, 0]));
    let plain = "datum;actie;aantal\n2023-09-30;15;1242\n";
    let folder = reading(plain.as_bytes(), "numbers = \"plain\"");
    assert_eq!(kpi(&folder)[0], value!([15, 1242, 0]));
}

#[test]
fn a_number_with_two_readings_is_not_counted() {
    for (count, code) in [
        ("1.5", "I06"),
        ("12.50", "I06"),
        ("1,5", "I07"),
        ("1.2420", "I06"),
    ] {
        let log = format!("datum;actie;aantal\n30/09/2023;15;{count}\n30/09/2023;15;8\n");
        let folder = reading(log.as_bytes(), "");
        let found = findings(&folder);
        assert_eq!(found.len(), 1, "{count}: {found:?}");
        assert_eq!(
            pick(&found, &["line", "cell"]),
            value!([[2, "C2"]]),
            "{count}"
        );
        let expected = [code, "I07"];
        assert!(
            expected.contains(&found[0]["code"].as_str().unwrap_or_default()),
            "{count}: {found:?}"
        );
        assert_eq!(kpi(&folder)[0], value!([15, 8, 1]), "{count}");
    }
}

#[test]
fn headers_in_both_languages_and_any_case() {
    for header in [
        "datum;actie;aantal;aanbieder",
        "date;action;count;provider",
        "DATUM;Actie;AANTAL;Via",
        "Datum;ACTION;Aantal;Partner",
        "dátum;áctie;aantál;aanbiedér",
        " datum ; actie ;aantal ;via",
        "\"datum\";\"actie\";\"aantal\";\"via\"",
    ] {
        let log = format!("{header}\n30/09/2023;15;7;BRUL\n");
        let folder = reading(log.as_bytes(), "");
        assert_eq!(kpi(&folder)[0], value!([15, 7, 0]), "{header}");
        assert_eq!(
            by_provider(&folder),
            value!([[15, "BRUL", 7, "100.0"]]),
            "{header}"
        );
        assert_eq!(places(&folder), value!([]), "{header}");
    }
    let turned = "via;aantal;actie;datum\nBRUL;7;15;30/09/2023\n";
    assert_eq!(kpi(&reading(turned.as_bytes(), ""))[0], value!([15, 7, 0]));
}

#[test]
fn a_header_of_ones_own() {
    let log = "Datum registratie;nr;Hoeveel\n30/09/2023;15;7\n";
    let extra = "columns = { date = \"Datum registratie\", action = \"nr\", count = \"Hoeveel\" }";
    let folder = reading(log.as_bytes(), extra);
    assert_eq!(kpi(&folder)[0], value!([15, 7, 0]));
}

#[test]
fn a_column_fixed_for_the_whole_file() {
    for (log, extra) in [
        ("datum;aantal;via\n30/09/2023;7;BRUL\n", "action = 15"),
        ("actie;aantal;via\n15;7;BRUL\n", "date = 2023-09-30"),
        ("datum;actie;via\n30/09/2023;15;BRUL\n", "count = 7"),
        (
            "datum;actie;aantal\n30/09/2023;15;7\n",
            "provider = \"BRUL\"",
        ),
    ] {
        let folder = reading(log.as_bytes(), extra);
        assert_eq!(places(&folder), value!([]), "{extra}");
        assert_eq!(kpi(&folder)[0], value!([15, 7, 0]), "{extra}");
        assert_eq!(
            by_provider(&folder),
            value!([[15, "BRUL", 7, "100.0"]]),
            "{extra}"
        );
    }
}

#[test]
fn a_separator_that_is_declared() {
    let log = "datum|actie|aantal\n30/09/2023|15|7\n";
    let folder = reading(log.as_bytes(), "separator = \"|\"\nnumbers = \"nl-BE\"");
    // A mark that is none of the three is told, and the file is not counted.
    assert_eq!(codes(folder.path()), ["I18"]);
    assert_eq!(kpi(&folder)[0], value!([15, null, 0]));
    let log = "datum\tactie\taantal\n30/09/2023\t15\t7\n";
    let folder = reading(log.as_bytes(), "separator = \"\\t\"");
    assert_eq!(kpi(&folder)[0], value!([15, 7, 0]));
}

// Logs of many blocks.

/// A log of more than a mebibyte, full of quoted line breaks, with two bad dates.
struct Large {
    text: String,
    count: u64,
    bad: Vec<Value>,
}

fn large(first_note: usize, end: &str) -> Large {
    let mut text = format!("datum;actie;aantal;aanbieder;opmerking{end}");
    let (mut line, mut count, mut row, mut bad) = (2, 0, 2, Vec::new());
    while text.len() < 1_300_000 {
        let filler = "x".repeat(if row == 2 { first_note } else { row % 97 });
        let is_bad = row == 4_000 || text.len() > 1_299_000 && bad.len() == 1;
        let date = if is_bad { "31/09/2023" } else { "30/09/2023" };
        if is_bad {
            bad.push(value!(["I05", line, 1, format!("A{row}")]));
        } else {
            count += u64::try_from(row % 9).expect("small");
        }
        let note = format!("{filler}; \"\"{row}\"\"{end}{end}vervolg, {end}31/09/2023;15;9;");
        write!(
            text,
            "{date};15;{};via {};\"{note}\"{end}",
            row % 9,
            row % 7
        )
        .expect("a text takes all that is written");
        line += 4;
        row += 1;
    }
    Large { text, count, bad }
}

#[test]
fn figures_and_places_of_a_log_of_many_blocks() {
    for (first_note, end) in [
        (0, "\n"),
        (1, "\r\n"),
        (2, "\n"),
        (61, "\r\n"),
        (4_000, "\n"),
    ] {
        let large = large(first_note, end);
        let folder = reading(large.text.as_bytes(), "");
        assert_eq!(large.bad.len(), 2, "the log has two bad rows");
        let mut found = places(&folder);
        let doubles = |it: &Value| it[0] == "I16";
        found
            .as_array_mut()
            .expect("a list")
            .retain(|it| !doubles(it));
        assert_eq!(found, Value::Array(large.bad), "{first_note} {end:?}");
        assert_eq!(
            kpi(&folder)[0],
            value!([15, large.count, 2]),
            "{first_note} {end:?}"
        );
        let report = json(&["report", folder.argument()]);
        assert_eq!(report["sources"][1]["set_aside"], 2);
    }
}

#[test]
fn a_large_log_gives_the_same_as_its_rows_in_utf_16() {
    let large = large(7, "\n");
    let wide = utf_16(&large.text, u16::to_le_bytes);
    let (narrow, wide) = (reading(large.text.as_bytes(), ""), reading(&wide, ""));
    assert_eq!(kpi(&narrow), kpi(&wide));
    assert_eq!(places(&narrow), places(&wide));
    assert_eq!(by_provider(&narrow), by_provider(&wide));
}

#[test]
fn a_large_log_rolled_up_per_day_gives_the_same() {
    let mut long = "datum;actie;aantal;via\n".to_owned();
    for row in 0..60_000_u32 {
        writeln!(
            long,
            "{:02}/0{}/2023;15;1;P{}",
            row % 28 + 1,
            row % 9 + 1,
            row % 3
        )
        .expect("a text takes all that is written");
    }
    let mut short = "datum;actie;aantal;via\n".to_owned();
    for day in 0..252_u32 {
        for provider in 0..3 {
            let count = (0..60_000)
                .filter(|row| row % 252 == day && row % 3 == provider)
                .count();
            if count > 0 {
                writeln!(
                    short,
                    "{:02}/0{}/2023;15;{count};P{provider}",
                    day % 28 + 1,
                    day % 9 + 1
                )
                .expect("a text takes all that is written");
            }
        }
    }
    let (long, short) = (reading(long.as_bytes(), ""), reading(short.as_bytes(), ""));
    assert_eq!(kpi(&long)[0], value!([15, 60_000, 0]));
    for name in ["kpi", "kpi_by_provider", "progress"] {
        assert_eq!(table(&long, name), table(&short, name), "{name}");
    }
}

/// A log with a row of so many characters between two short ones.
fn with_a_long_row(length: usize) -> Folder {
    let note = "x".repeat(length);
    let log = format!(
        "datum;actie;aantal;opmerking\n30/09/2023;15;7;\n30/09/2023;15;99;\"{note}\"\n30/09/2023;15;8;\n"
    );
    reading(log.as_bytes(), "")
}

#[test]
fn a_row_longer_than_a_mebibyte_is_set_aside() {
    let folder = with_a_long_row(2_200_000);
    assert_eq!(
        pick(&findings(&folder), &["code", "line"]),
        value!([["I21", 3]])
    );
    assert_eq!(kpi(&folder)[0], value!([15, 15, 1]));
    assert_eq!(kpi(&with_a_long_row(1_000_000))[0], value!([15, 114, 0]));
}

#[test]
fn a_quote_that_is_never_closed_is_told_with_its_line() {
    let rows = "30/09/2023;15;1;\n".repeat(150_000);
    let log =
        format!("datum;actie;aantal;opmerking\n30/09/2023;15;7;\n30/09/2023;15;8;\"open\n{rows}");
    let folder = reading(log.as_bytes(), "");
    let found = findings(&folder);
    assert_eq!(found[0]["code"], "I21", "{:?}", found[0]);
    assert_eq!(found[0]["line"], 3);
    let text = words(&stdout(&run(&["check", folder.argument()])));
    assert!(
        text.contains("aanhalingsteken") && text.contains("regel 3"),
        "{text}"
    );
    assert_ne!(kpi(&folder)[0][2], 0, "a row was set aside");
}

// Rows that are left out or corrected.

#[test]
fn rows_after_the_as_of_date_are_counted_as_such() {
    let dossier = DOSSIER.replace("2023-09-30", "2023-09-28");
    let log = "datum;actie;aantal\n28/09/2023;15;7\n29/09/2023;15;8\n30/09/2023;15;9\n";
    let folder = reading_in(&dossier, log.as_bytes(), "");
    let found = findings(&folder);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        (&found[0]["code"], &found[0]["severity"]),
        (&value!("I22"), &value!("notice"))
    );
    assert!(
        found[0]["message"].to_string().contains('2'),
        "{}",
        found[0]
    );
    assert_eq!(kpi(&folder)[0], value!([15, 7, 0]));
}

#[test]
fn doubles_are_counted_and_told_once() {
    let row = "30/09/2023;15;7;BRUL\n";
    let log = format!("datum;actie;aantal;via\n29/09/2023;15;1;BRUL\n{row}{row}{row}");
    let folder = reading(log.as_bytes(), "");
    let found = findings(&folder);
    assert_eq!(
        pick(&found, &["code", "severity"]),
        value!([["I16", "notice"]])
    );
    let line = found[0]["line"].as_u64();
    assert!([Some(3), Some(4)].contains(&line), "{}", found[0]);
    assert_eq!(
        kpi(&folder)[0],
        value!([15, 22, 0]),
        "doubles are told, and still count"
    );
}

#[test]
fn a_correction_needs_a_note() {
    let log = "datum;actie;aantal;nota\n29/09/2023;15;100;\n30/09/2023;15;-7;dubbel geteld\n";
    let folder = reading(log.as_bytes(), "");
    assert_eq!(places(&folder), value!([]));
    assert_eq!(kpi(&folder)[0], value!([15, 93, 0]));
    let folder = reading(log.replace("dubbel geteld", "").as_bytes(), "");
    assert_eq!(
        pick(&findings(&folder), &["code", "line"]),
        value!([["I15", 3]])
    );
    assert_eq!(kpi(&folder)[0], value!([15, 100, 1]));
}

#[test]
fn set_aside_is_counted_at_the_rows_it_could_have_changed() {
    let dossier = DOSSIER
        .replace(
            "nr = 1\n\n[[action]]\nnr = 15",
            "nr = 1\n[[year]]\nnr = 2\n\n[[action]]\nnr = 15",
        )
        .replacen(
            "target = 300\n",
            "target = 300\n[[action.year]]\nnr = 2\ntarget = 300\n",
            1,
        )
        .replace("2023-09-30", "2023-12-31");
    let aside = |row: &str| {
        let log = format!(
            "datum;actie;aantal\n30/09/2023;15;7\n30/09/2023;24;7\n01/12/2023;15;7\n{row}\n"
        );
        let folder = reading_in(&dossier, log.as_bytes(), "");
        pick(
            &table(&folder, "kpi"),
            &["year", "action", "reached", "set_aside"],
        )
    };
    // Action and year known.
    assert_eq!(
        aside("30/09/2023;15;veel"),
        value!([[1, 15, 7, 1], [1, 24, 7, 0], [2, 15, 7, 0]])
    );
    // Only the action known.
    assert_eq!(
        aside("31/09/2023;15;1"),
        value!([[1, 15, 7, 1], [1, 24, 7, 0], [2, 15, 7, 1]])
    );
    // Not even the action.
    assert_eq!(
        aside("31/09/2023;x;1"),
        value!([[1, 15, 7, 1], [1, 24, 7, 1], [2, 15, 7, 1]])
    );
    // An action of another dossier could have changed nothing.
    assert_eq!(
        aside("30/09/2023;24;1;te veel"),
        value!([[1, 15, 7, 1], [1, 24, 7, 1], [2, 15, 7, 1]])
    );
}

#[test]
fn provider_names_are_one_after_folding() {
    let log = "datum;actie;aantal;via\n\
        28/09/2023;15;1;Jongeren huis\n\
        29/09/2023;15;2;  JONGEREN HUIS \n\
        30/09/2023;15;3;jongeren  huis\n\
        27/09/2023;15;4;jongerenhuis\n";
    let folder = reading(log.as_bytes(), "");
    let rows = by_provider(&folder);
    assert_eq!(
        sorted(&rows),
        sorted(&value!([
            [15, "Jongeren huis", 6, "60.0"],
            [15, "jongerenhuis", 4, "40.0"]
        ]))
    );
}

#[test]
fn several_logs_add_up_and_each_is_a_source() {
    let text = format!(
        "{DOSSIER}[[progress]]\nfile = \"een.csv\"\n[[progress]]\nfile = \"twee.csv\"\naction = 24\n"
    );
    let folder = Folder::with(&[
        ("dossier.toml", text.as_bytes()),
        (
            "een.csv",
            b"datum;actie;aantal\n30/09/2023;15;7\n30/09/2023;24;1\n",
        ),
        ("twee.csv", b"date,count\n2023-09-30,9\n2023-09-31,9\n"),
    ]);
    assert_eq!(kpi(&folder), value!([[15, 7, 0], [24, 10, 1]]));
    let report = json(&["report", folder.argument()]);
    assert_eq!(
        pick(list(&report["sources"]), &["path", "rows", "set_aside"]),
        value!([
            ["dossier.toml", null, null],
            ["een.csv", 2, 0],
            ["twee.csv", 2, 1]
        ])
    );
}

#[test]
fn a_log_of_one_action_that_is_not_there_leaves_the_others_known() {
    let text = format!(
        "{DOSSIER}[[progress]]\nfile = \"een.csv\"\naction = 15\n[[progress]]\nfile = \"twee.csv\"\naction = 24\n"
    );
    let folder = Folder::with(&[
        ("dossier.toml", text.as_bytes()),
        ("een.csv", b"datum;aantal\n30/09/2023;7\n"),
    ]);
    assert_eq!(kpi(&folder), value!([[15, 7, 0], [24, null, 0]]));
    let unknown = &table(&folder, "kpi")[1]["reached_unknown"];
    assert_eq!(unknown, "twee.csv kon niet gelezen worden");
}

#[test]
fn a_log_without_rows_says_nothing() {
    let folder = reading(b"datum;actie;aantal\n", "");
    for row in table(&folder, "kpi") {
        assert!(
            row["reached"].is_null() && row["reached_unknown"].is_string(),
            "{row}"
        );
    }
}

#[test]
fn all_findings_of_a_log_are_told_each_once() {
    let log = "datum;actie;aantal\n31/09/2023;15;7\n30/09/2023;99;7\n30/09/2023;15;veel\n30/09/2023;15\n30/09/2023;5;1\n30/09/2021;15;1\n";
    let folder = reading(log.as_bytes(), "");
    assert_eq!(
        pick(&findings(&folder), &["code", "line"]),
        value!([
            ["I05", 2],
            ["I12", 3],
            ["I07", 4],
            ["I09", 5],
            ["I13", 6],
            ["I14", 7]
        ])
    );
}

#[test]
fn beyond_a_hundred_of_a_code_their_number() {
    let log = "datum;actie;aantal\n".to_owned() + &"31/09/2023;15;7\n".repeat(250);
    let folder = reading(log.as_bytes(), "");
    let impossible = findings(&folder)
        .iter()
        .filter(|it| it["code"] == "I05")
        .count();
    assert!((100..=101).contains(&impossible), "{impossible}");
    let text = stdout(&run(&["check", folder.argument()]));
    assert!(
        text.contains("150") || text.contains("250"),
        "their number is told"
    );
    assert_eq!(kpi(&folder)[0][2], 250);
}

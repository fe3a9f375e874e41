//! How workbooks are read: the same rows give the same tables as CSV does, a typed cell
//! is taken as typed, and what cannot be read is told with the name of its cell.

use crate::program::{Folder, json, root, run};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use serde_json::{Value, json as value};
use std::fs;

const DOSSIER: &str = "format = 1\nscheme = \"plan-samenleven\"\nas_of = 2022-12-31\n\n\
    [applicant]\nname = \"Voorbeeldgem\"\nkind = \"municipality\"\n\n\
    [[year]]\nnr = 1\naward_total = 250_000\n\n";

const PROGRESS: &str = "[[action]]\nnr = 15\n[[action.year]]\nnr = 1\ntarget = 300\n\n";

/// The rows of the comparison that the program must win.
const BOOKINGS: &str = "datum;betaler;bedrag;categorie\n\
    12/10/2022;eigen;25.000;personeel\n\
    31/09/2023;eigen;1.250,50;personeel\n\
    15/11/2022;eigen;170.625;personeel\n";

fn bookings(name: &str, bytes: &[u8], extra: &str) -> Folder {
    let dossier = format!("{DOSSIER}[[bookings]]\nfile = \"{name}\"\n{extra}");
    Folder::with(&[("dossier.toml", dossier.as_bytes()), (name, bytes)])
}

fn progress(bytes: &[u8], extra: &str) -> Folder {
    let dossier = format!("{DOSSIER}{PROGRESS}[[progress]]\nfile = \"log.xlsx\"\n{extra}");
    Folder::with(&[("dossier.toml", dossier.as_bytes()), ("log.xlsx", bytes)])
}

/// What a cell of a test holds.
#[expect(clippy::disallowed_types, reason = "a workbook stores its numbers so")]
enum Holds {
    Text(&'static str),
    Number(f64),
    Day(u16, u8, u8),
    Formula(&'static str, &'static str),
    Nothing,
}

use Holds::{Day, Formula as Outcome, Nothing, Number, Text};

fn write(sheet: &mut Worksheet, rows: &[&[Holds]]) {
    let day_format = Format::new().set_num_format("dd/mm/yyyy");
    for (row, cells) in (0..).zip(rows) {
        for (column, holds) in (0..).zip(*cells) {
            let written = match holds {
                Nothing => continue,
                Text(text) => sheet.write_string(row, column, *text),
                Number(number) => sheet.write_number(row, column, *number),
                Day(year, month, day) => {
                    let day = ExcelDateTime::from_ymd(*year, *month, *day).expect("it is a day");
                    sheet.write_datetime_with_format(row, column, &day, &day_format)
                }
                Outcome(formula, outcome) => {
                    sheet.write_formula(row, column, Formula::new(*formula).set_result(*outcome))
                }
            };
            written.expect("a test cell can be written");
        }
    }
}

/// A workbook with these sheets.
fn workbook(sheets: &[(&str, &[&[Holds]])]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).expect("the name of a sheet");
        write(sheet, rows);
    }
    book.save_to_buffer()
        .expect("a test workbook can be written")
}

const HEADER: &[Holds] = &[Text("datum"), Text("actie"), Text("aantal")];
const EIGHTEEN: &[Holds] = &[Day(2022, 10, 12), Number(15.0), Number(18.0)];

fn list(from: &Value) -> &Vec<Value> {
    from.as_array().expect("this is a list in the design")
}

fn findings(folder: &Folder) -> Vec<Value> {
    list(&json(&["check", folder.argument()])["findings"]).clone()
}

/// Code, line, column and cell of each finding on the log.
fn places(folder: &Folder) -> Value {
    let cells = |it: &Value| value!([it["code"], it["line"], it["column"], it["cell"]]);
    Value::Array(findings(folder).iter().map(cells).collect())
}

/// What was reached, and the rows set aside.
fn reached(folder: &Folder) -> Value {
    let row = &json(&["report", folder.argument()])["tables"]["kpi"][0];
    value!([row["reached"], row["set_aside"]])
}

/// Every way in which the three bookings are saved.
fn saved() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let utf16 = |text: &str| {
        let units = text.encode_utf16().flat_map(u16::to_le_bytes);
        [0xFF, 0xFE].into_iter().chain(units).collect::<Vec<u8>>()
    };
    let tabbed = BOOKINGS.replace(';', "\t");
    let returned = BOOKINGS.replace('\n', "\r\n");
    let trailing = BOOKINGS.replace('\n', ";;\r\n") + ";;;;;\r\n;;;;;\r\n";
    let file = |name: &str| {
        let path = root().join("tests/files/sheets").join(name);
        fs::read(path).expect("the workbook stands there")
    };
    vec![
        ("b.csv", BOOKINGS.into(), "UTF-8"),
        (
            "b.csv",
            format!("\u{feff}{returned}").into(),
            "UTF-8 with a byte order mark",
        ),
        ("b.csv", utf16(&returned), "UTF-16"),
        ("b.csv", format!("sep=;\r\n{returned}").into(), "with sep=;"),
        ("b.csv", tabbed.into(), "with tabs"),
        ("b.csv", trailing.into(), "with empty rows and columns"),
        ("b.xlsx", file("typed.xlsx"), "xlsx, typed"),
        ("b.xlsx", file("text.xlsx"), "xlsx, text"),
        ("b.ods", file("typed.ods"), "ods, typed"),
        ("b.ods", file("text.ods"), "ods, text"),
        (
            "b.csv",
            file("text.ods"),
            "ods under the name of a CSV file",
        ),
    ]
}

#[test]
fn the_same_bookings_give_the_same_tables_however_they_were_saved() {
    let told = |folder: &Folder| {
        let codes: Vec<Value> = findings(folder)
            .iter()
            .map(|it| it["code"].clone())
            .collect();
        let of = |command: &str| json(&[command, folder.argument()])["tables"].clone();
        (codes, of("budget"), of("cofinancing"))
    };
    let mut saved = saved().into_iter();
    let (name, bytes, _) = saved.next().expect("there is a first way");
    let first = told(&bookings(name, &bytes, ""));
    assert_eq!(first.0, ["I05"]);
    let booked = &first.2["cofinancing"][0]["own_booked"];
    assert_eq!(booked, "195625.00", "{}", first.2);
    for (name, bytes, how) in saved {
        let folder = bookings(name, &bytes, "");
        assert_eq!(told(&folder), first, "{how}");
        assert_eq!(
            run(&["check", folder.argument()]).status.code(),
            Some(1),
            "{how}"
        );
    }
}

#[test]
fn windows_1252_gives_the_same_tables_and_a_notice() {
    let accented = BOOKINGS.replace("categorie", "categorie;omschrijving");
    let accented = accented.replace("personeel\n", "personeel;caf\u{e9}\n");
    let bytes: Vec<u8> = accented
        .chars()
        .map(|c| u8::try_from(c).unwrap_or(b'?'))
        .collect();
    let tables = |bytes: &[u8]| {
        let folder = bookings("b.csv", bytes, "");
        json(&["cofinancing", folder.argument()])["tables"].clone()
    };
    assert_eq!(tables(&bytes), tables(accented.as_bytes()));
    let told = places(&bookings("b.csv", &bytes, ""));
    assert_eq!(told[0][0], "I08", "{told}");
    assert_eq!(told[1][0], "I05", "{told}");
}

#[test]
fn a_day_that_does_not_exist_is_told_with_its_cell() {
    for name in ["typed.xlsx", "text.ods"] {
        let path = root().join("tests/files/sheets").join(name);
        let bytes = fs::read(path).expect("the workbook stands there");
        let told = places(&bookings(name, &bytes, ""));
        assert_eq!(told, value!([["I05", 3, 1, "2023!A3"]]), "{name}");
    }
}

#[test]
fn blank_rows_and_a_title_above_the_header_are_passed_over() {
    let blank: &[Holds] = &[];
    let title: &[Holds] = &[Text("Voortgang van de gemeente")];
    let moved: &[Holds] = &[Nothing, Text("Datum"), Text("Actie"), Text("Aantal")];
    let row: &[Holds] = &[Nothing, Day(2022, 10, 12), Number(15.0), Number(18.0)];
    let bad: &[Holds] = &[Nothing, Text("gisteren"), Number(15.0), Number(18.0)];
    let rows: &[&[Holds]] = &[blank, title, blank, moved, row, blank, bad];
    let folder = progress(&workbook(&[("jaar 1", rows)]), "");
    assert_eq!(places(&folder), value!([["I05", 7, 2, "'jaar 1'!B7"]]));
    assert_eq!(reached(&folder), value!([18, 1]));
}

#[test]
fn the_sheet_is_the_only_one_with_a_header_or_the_one_that_is_named() {
    let with_header: &[&[Holds]] = &[HEADER, EIGHTEEN];
    let other: &[&[Holds]] = &[&[Text("uitleg")]];
    let one = workbook(&[("uitleg", other), ("2023", with_header)]);
    assert_eq!(reached(&progress(&one, "")), value!([18, 0]));

    let two = workbook(&[("2022", with_header), ("Jaar 2", with_header)]);
    assert_eq!(places(&progress(&two, ""))[0][0], "I06");
    for named in ["2022", "Jaar 2", "jaar 2"] {
        let folder = progress(&two, &format!("sheet = \"{named}\"\n"));
        assert_eq!(reached(&folder), value!([18, 0]), "{named}");
    }

    let missing = findings(&progress(&two, "sheet = \"2024\"\n"));
    assert_eq!(missing[0]["code"], "I17");
    let help = missing[0]["help"].as_str().unwrap_or_default();
    assert!(help.contains("2022") && help.contains("Jaar 2"), "{help}");
    let none = findings(&progress(&one, "sheet = \"uitleg\"\n"));
    assert_eq!(none[0]["code"], "I17");
    assert_eq!(none[0]["path"], "dossier.toml");
}

#[test]
fn text_cells_follow_the_belgian_convention_unless_the_dossier_says_otherwise() {
    let row: &[Holds] = &[Text("12/10/2022"), Text("15"), Text("1.250")];
    let book = workbook(&[("2023", &[HEADER, row])]);
    assert_eq!(reached(&progress(&book, "")), value!([1250, 0]));
    let plain = places(&progress(&book, "numbers = \"plain\"\n"));
    let cells: Vec<&Value> = list(&plain).iter().map(|it| &it[0]).collect();
    assert_eq!(cells, ["I06", "I06"], "{plain}");

    // A number that was typed needs no convention.
    let typed = workbook(&[("2023", &[HEADER, EIGHTEEN])]);
    let plain = progress(&typed, "numbers = \"plain\"\n");
    assert_eq!(reached(&plain), value!([18, 0]));
}

const PAYER: &[Holds] = &[Text("datum"), Text("betaler"), Text("bedrag")];

/// What was booked, and what was told, of a booking whose amount is this cell.
fn booked(amount: Holds) -> (Value, Value) {
    let row: &[Holds] = &[Day(2022, 10, 12), Text("subsidie"), amount];
    let folder = bookings("b.xlsx", &workbook(&[("2023", &[PAYER, row])]), "");
    let spent = json(&["budget", folder.argument()])["tables"]["budget"][0]["spent"].clone();
    (spent, places(&folder))
}

#[test]
fn a_typed_amount_is_the_decimal_of_fifteen_digits() {
    for (number, spent) in [
        (0.1 + 0.2, "0.30"),
        (1250.5, "1250.50"),
        (-12.0, "-12.00"),
        (123_456.780_000_000_01, "123456.78"),
    ] {
        assert_eq!(
            booked(Number(number)),
            (spent.into(), value!([])),
            "{number}"
        );
    }
    for amount in [Number(170.625), Text("1.5"), Day(2023, 1, 2), Text("")] {
        let (spent, told) = booked(amount);
        assert!(spent.is_null(), "{spent} {told}");
        assert_eq!(list(&told).len(), 1, "{told}");
        assert_eq!(told[0][3], "2023!C2");
    }
}

#[test]
fn formulas_count_as_their_outcome_and_errors_are_refused() {
    assert_eq!(booked(Outcome("=10+2.5", "12.5")).0, "12.50");
    let (spent, told) = booked(Outcome("=A99", "#REF!"));
    assert_eq!(
        (spent, &told),
        (Value::Null, &value!([["I07", 2, 3, "2023!C2"]]))
    );
}

#[test]
fn a_totals_row_doubles_and_personal_data_are_told_as_in_csv() {
    let header: &[Holds] = &[Text("datum"), Text("actie"), Text("aantal"), Text("nota")];
    let noted: &[Holds] = &[
        Day(2022, 10, 13),
        Number(15.0),
        Number(2.0),
        Text("bel 0470 12 34 56"),
    ];
    let total: &[Holds] = &[Text("Totaal"), Nothing, Outcome("=SUM(C2:C4)", "38")];
    let rows: &[&[Holds]] = &[header, EIGHTEEN, EIGHTEEN, noted, total];
    let folder = progress(&workbook(&[("2023", rows)]), "");
    assert_eq!(
        places(&folder),
        value!([
            ["I16", 3, 1, "2023!A3"],
            ["P02", 4, 4, "2023!D4"],
            ["I09", 5, 1, "2023!A5"]
        ])
    );
    assert_eq!(reached(&folder), value!([38, 1]));
    let report = json(&["report", folder.argument()]).to_string();
    assert!(!report.contains("0470"), "{report}");
}

#[test]
fn a_column_under_a_merged_header_is_told_and_not_counted() {
    let header: &[Holds] = &[Text("datum"), Text("actie"), Text("aantal"), Nothing];
    let row: &[Holds] = &[Day(2022, 10, 12), Number(15.0), Number(18.0), Number(4.0)];
    let folder = progress(&workbook(&[("2023", &[header, row])]), "");
    assert_eq!(places(&folder), value!([["I24", 2, 4, "2023!D2"]]));
    assert_eq!(reached(&folder), value!([18, 0]));

    let without: &[Holds] = &[Text("datum"), Text("actie"), Nothing];
    let row: &[Holds] = &[Day(2022, 10, 12), Number(15.0), Number(18.0)];
    let told = places(&progress(&workbook(&[("2023", &[without, row])]), ""));
    assert_eq!(told[0], value!(["I10", 1, 1, "2023!A1"]), "{told}");
}

#[test]
fn a_sheet_with_one_cell_far_away_takes_no_table_of_its_size() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    write(sheet, &[HEADER, EIGHTEEN]);
    sheet
        .write_string(1_048_575, 16_383, "x")
        .expect("the last cell of a sheet can be written");
    let bytes = book
        .save_to_buffer()
        .expect("a test workbook can be written");
    let told = places(&progress(&bytes, ""));
    assert_eq!(
        told[0],
        value!(["I24", 1_048_576, 16_384, "Sheet1!XFD1048576"])
    );
}

#[test]
fn a_damaged_workbook_is_a_finding_and_never_a_crash() {
    let whole = workbook(&[("2023", &[HEADER, EIGHTEEN])]);
    for length in (4..whole.len()).step_by(whole.len() / 12) {
        let folder = progress(&whole[..length], "");
        assert_eq!(places(&folder)[0][0], "I17", "{length} bytes");
    }
    for at in (4..whole.len()).step_by(whole.len() / 60) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        let folder = progress(&bytes, "");
        let code = run(&["check", folder.argument()]).status.code();
        assert!(matches!(code, Some(0 | 1)), "byte {at}: {code:?}");
    }
}

#[test]
fn a_workbook_of_more_than_fifty_mebibytes_is_refused() {
    let folder = progress(b"PK\x03\x04", "");
    let file = fs::File::options()
        .write(true)
        .open(folder.path().join("log.xlsx"))
        .expect("the file can be opened");
    file.set_len(51 * 1024 * 1024)
        .expect("a file can be made longer");
    let told = findings(&folder);
    assert_eq!(told[0]["code"], "I17");
    let help = told[0]["help"].as_str().unwrap_or_default();
    assert!(help.contains("CSV"), "{help}");
}

#[test]
fn the_as_of_date_names_the_row_of_the_sheet() {
    let dossier = DOSSIER.replace("as_of = 2022-12-31\n", "");
    let dossier = format!("{dossier}{PROGRESS}[[progress]]\nfile = \"log.xlsx\"\n");
    let book = workbook(&[("2023", &[HEADER, EIGHTEEN])]);
    let files: &[(&str, &[u8])] = &[("dossier.toml", dossier.as_bytes()), ("log.xlsx", &book)];
    let folder = Folder::with(files);
    let page = crate::program::stdout(&run(&["report", folder.argument()]));
    assert!(
        page.contains("laatste rij: log.xlsx, blad 2023, rij 2"),
        "{page}"
    );
}

#[test]
fn a_sheet_says_how_it_was_read() {
    let bytes = fs::read(root().join("tests/files/sheets/typed.ods")).expect("the sheet is there");
    let folder = bookings("boekingen.ods", &bytes, "");
    let path = folder.path().to_str().expect("test paths are UTF-8");
    let file = &json(&["check", path, "--explain-file", "boekingen.ods"])["tables"]["file_read"][0];
    assert_eq!(file["encoding"], "workbook");
    assert_eq!(file["separator"], Value::Null);
    assert_eq!(file["sheet"], "2023");
    assert_eq!(
        (&file["rows"], &file["set_aside"]),
        (&value!(3), &value!(1))
    );
}

#[test]
fn texts_of_a_sheet_that_mix_the_order_of_day_and_month_are_not_certain() {
    let rows: &[&[Holds]] = &[
        &[Text("datum"), Text("actie"), Text("aantal")],
        &[Text("01/02/2023"), Number(15.0), Number(4.0)],
        &[Text("09/30/2023"), Number(15.0), Number(2.0)],
        &[Day(2022, 12, 1), Number(15.0), Number(1.0)],
    ];
    let mut book = Workbook::new();
    write(book.add_worksheet(), rows);
    let bytes = book.save_to_buffer().expect("the workbook can be made");
    let folder = progress(&bytes, "");
    let path = folder.path().to_str().expect("test paths are UTF-8");
    assert_eq!(json(&["kpi", path])["tables"]["kpi"][0]["reached"], 1);
    assert_eq!(crate::program::codes(folder.path()), ["I06", "I05"]);
}

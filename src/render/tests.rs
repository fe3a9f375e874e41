//! One document through all formats.

mod every_text;
mod formats;
mod html;
mod layouts;
mod markdown;
mod sample;
mod xlsx;

use super::{Format, Settings, findings_text, render, summary_line};
use crate::document::Document;
use crate::finding::Counts;
use crate::model::Language;
use unicode_width::UnicodeWidthStr;

const WIDTHS: [usize; 5] = [40, 60, 80, 100, 120];

fn settings(width: usize) -> Settings {
    Settings {
        width,
        language: Language::Dutch,
        colour: false,
        plain: false,
        reload_after: None,
    }
}

fn text(settings: &Settings) -> String {
    let bytes = render(&sample::report(), Format::Text, settings);
    String::from_utf8(bytes).expect("text is UTF-8")
}

fn without_colour(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once('m').map_or("", |(_, rest)| rest));
    }
    plain
}

#[test]
fn no_line_is_wider_than_the_page() {
    let both = [Language::Dutch, Language::English];
    for (width, language) in (36..130).flat_map(|it| both.map(|language| (it, language))) {
        let settings = Settings {
            language,
            ..settings(width)
        };
        let page = text(&settings) + &findings_text(&sample::findings(), &settings);
        for line in page.lines() {
            assert!(line.width() <= width, "{} > {width}: {line}", line.width());
            assert_eq!(line, line.trim_end(), "spaces at the end of a line");
        }
    }
}

#[test]
fn no_number_is_cut() {
    for width in WIDTHS {
        let page = text(&settings(width));
        for number in [
            "€ 326.600,00",
            "€ 999.999.979.800,01",
            "€ 1.193.950,00",
            "189,3 %",
            "99,9 %",
            "2.840",
            "12.840",
            "onbekend ¹",
            "3,50",
        ] {
            assert!(page.contains(number), "{number} at {width}:\n{page}");
        }
    }
}

#[test]
fn colour_and_plain_characters_change_nothing_else() {
    for width in WIDTHS {
        let coloured = Settings {
            colour: true,
            ..settings(width)
        };
        assert_eq!(without_colour(&text(&coloured)), text(&settings(width)));
        let plain = Settings {
            plain: true,
            reload_after: None,
            ..settings(width)
        };
        let glyphs = "─━█┃▒┄▶░●✕◐▲▏▎▍▌▋▊▉¹²³";
        assert!(
            !text(&plain).contains(|it| glyphs.contains(it)),
            "{}",
            text(&plain)
        );
    }
}

#[test]
fn user_texts_never_steer_the_terminal() {
    let page = text(&settings(80));
    assert!(
        page.contains("[U+001B]") && page.contains("[U+202E]"),
        "{page}"
    );
    assert!(!page.contains('\u{1b}'));
}

#[test]
fn json_has_types_reasons_and_the_promised_keys() {
    let bytes = render(&sample::report(), Format::Json, &settings(80));
    assert!(bytes.ends_with(b"}\n"));
    let json: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON parses");
    let keys: Vec<_> = json.as_object().expect("an object").keys().collect();
    let promised = [
        "format",
        "tool",
        "dossier",
        "scheme",
        "as_of",
        "as_of_unknown",
        "tables",
        "findings",
        "sources",
    ];
    assert_eq!(keys, promised);
    let row = &json["tables"]["kpi"][2];
    assert_eq!(row["attainment_pct"], "99.9");
    assert_eq!(row["target"], 3000);
    assert_eq!(row["current_reach"], serde_json::Value::Null);
    assert_eq!(
        row["current_reach_unknown"],
        "het huidige bereik is niet opgegeven"
    );
    let all = &json["tables"]["cofinancing"][3];
    assert_eq!(
        (&all["period"], &all["award"]),
        (&"all".into(), &"999999979800.01".into())
    );
    assert_eq!(
        json["tables"]["staffing"][0]["actions"],
        serde_json::json!([15, 24])
    );
    let finding = json["findings"][1]
        .as_object()
        .expect("a finding is an object");
    let keys: Vec<_> = finding.keys().collect();
    let promised = [
        "code", "severity", "message", "path", "line", "column", "cell", "excerpt", "help",
        "related", "accepted",
    ];
    assert_eq!(keys, promised);
    assert_eq!(json["findings"][2]["excerpt"], serde_json::Value::Null);
}

#[test]
fn csv_is_one_table_with_unknown_left_empty() {
    let bytes = render(&sample::report(), Format::Csv, &settings(80));
    assert!(bytes.windows(2).any(|end| end == b"\r\n"));
    let mut reader = ::csv::Reader::from_reader(bytes.as_slice());
    let head = reader.headers().expect("CSV has a head").clone();
    assert_eq!(&head[6], "attainment_pct");
    let rows: Vec<_> = reader
        .records()
        .map(|row| row.expect("CSV parses"))
        .collect();
    assert_eq!(rows.len(), 7);
    assert_eq!(&rows[0][3], "'=kinderen en jongeren");
    assert_eq!((&rows[3][4], &rows[2][6]), ("", "99.9"));
}

#[test]
fn findings_alone_go_through_all_formats() {
    let document = Document {
        findings: Some(sample::findings()),
        ..Document::default()
    };
    let json = render(&document, Format::Json, &settings(80));
    let json: serde_json::Value = serde_json::from_slice(&json).expect("JSON parses");
    assert_eq!(
        json["summary"],
        serde_json::json!({"error": 4, "warning": 0, "notice": 0, "accepted": 0, "allowed": 0})
    );
    assert_eq!(json.get("tables"), None);
    let csv = render(&document, Format::Csv, &settings(80));
    let csv = String::from_utf8(csv).expect("CSV is UTF-8");
    assert!(csv.starts_with(
        "code,severity,message,path,line,column,cell,help,accepted,accepted_until\r\nI05,error,"
    ));
    let counts = Counts::of(&sample::findings(), 2);
    let summary = summary_line(counts, Language::Dutch);
    assert_eq!(
        summary,
        "4 fouten, 0 waarschuwingen, 0 meldingen; 2 toegelaten"
    );
}

#[test]
fn a_place_is_told_in_full_and_marked() {
    let told = findings_text(&sample::findings(), &settings(80));
    assert!(
        told.contains("--> voortgang.csv:287:30 (cel D287)"),
        "{told}"
    );
    assert!(
        told.contains("31/06/2025\n    | ^^^^^^^^^^ juni telt 30 dagen"),
        "{told}"
    );
    assert!(
        told.contains("--> voortgang.csv:1024:7 (cel B1024)\n     |\n     = juni"),
        "{told}"
    );
}

//! Answers of the program, each read back by a reader of its format that is not ours:
//! what it is built of, and the texts in it.

use super::strings::is_quiet;
use calamine::{Data, Reader as _, Xlsx};
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use quick_xml::events::Event as Xml;
use serde_json::Value;
use std::io::{Cursor, Read as _};

/// What an answer is built of, and the texts in it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Answer {
    /// Its elements, keys, rows: all but words and figures.
    pub(super) built_of: Vec<String>,
    /// The texts that a person or a program takes from it.
    pub(super) texts: Vec<String>,
}

/// Reads an answer by the ending of its name.
///
/// # Panics
/// When it is not what it claims to be, or holds what no answer of ours may hold.
pub(super) fn read(name: &str, bytes: &[u8]) -> Answer {
    let ending = name.rsplit_once('.').map_or(name, |(_, ending)| ending);
    let answer = match ending {
        "txt" => terminal(&text(name, bytes), ""),
        "color" => coloured(bytes),
        "csv" => csv(bytes, b','),
        "csvx" => csv(
            bytes.strip_prefix("\u{feff}".as_bytes()).expect("a BOM"),
            b';',
        ),
        "json" | "sarif" => json(&text(name, bytes)),
        "jsonl" => json_lines(&text(name, bytes)),
        "xml" => xml(&text(name, bytes)),
        "github" => github(&text(name, bytes)),
        "md" => markdown(&text(name, bytes)),
        "html" => html(&text(name, bytes)),
        "xlsx" => workbook(bytes),
        other => panic!("no reader for {other}"),
    };
    let ends_lines = |text: &String| text.split(['\n', '\t']).all(is_quiet);
    if let Some(loud) = answer.texts.iter().find(|it| !ends_lines(it)) {
        panic!("{name} holds {loud:?}");
    }
    answer
}

fn text(name: &str, bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Lines for a terminal; `allowed` beside the ends of lines.
fn terminal(text: &str, allowed: &str) -> Answer {
    let is_control = |it: char| it.is_control() && it != '\n' && !allowed.contains(it);
    assert!(!text.contains(is_control), "{text:?}");
    Answer {
        built_of: text.lines().map(|_| String::from("line")).collect(),
        texts: text.lines().map(str::to_owned).collect(),
    }
}

/// Lines with colours: the only sequence is `ESC [ digits m`, and what a terminal then
/// shows are these lines and nothing else.
fn coloured(bytes: &[u8]) -> Answer {
    let text = text("colours", bytes);
    let mut plain = String::new();
    for (nr, part) in text.split('\u{1b}').enumerate() {
        let rest = if nr == 0 {
            part
        } else {
            let part = part.strip_prefix('[').expect("a colour begins so");
            let (colour, rest) = part.split_once('m').expect("a colour ends so");
            let is_colour = colour.bytes().all(|it| it.is_ascii_digit() || it == b';');
            assert!(is_colour, "{colour:?}");
            rest
        };
        plain.push_str(rest);
    }
    #[cfg(target_os = "linux")]
    is_shown(&text, &plain);
    terminal(&plain, "")
}

/// Holds what a terminal shows of a text against the lines that it should show.
#[cfg(target_os = "linux")]
fn is_shown(text: &str, plain: &str) {
    use std::num::NonZero;
    const COLUMNS: NonZero<u16> = NonZero::new(400).expect("it is not 0");
    let rows = u16::try_from(plain.lines().count() + 2).ok();
    let rows = rows.and_then(NonZero::new).expect("a page has an end");
    let mut parser = vt100::Parser::new(rows, COLUMNS, 0);
    parser.process(text.replace('\n', "\r\n").as_bytes());
    // What only joins others has no place of its own there.
    let lines = |text: &str| -> Vec<String> {
        let text = text.replace(['\u{200c}', '\u{200d}', '\u{fe0f}'], "");
        let lines = text
            .trim_end()
            .lines()
            .map(|line| line.trim_end().to_owned());
        lines.collect()
    };
    assert_eq!(lines(&parser.screen().contents()), lines(plain));
}

/// A table: as wide everywhere, no cell a formula, whichever separator it is cut at.
fn csv(bytes: &[u8], separator: u8) -> Answer {
    let records = |separator: u8, flexible: bool| {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .delimiter(separator)
            .flexible(flexible)
            .from_reader(bytes);
        let records: Vec<csv::StringRecord> =
            reader.records().map(|it| it.expect("it is CSV")).collect();
        records
    };
    for other in [separator, b'\t'] {
        for cell in records(other, true).iter().flatten() {
            assert!(!is_formula(cell), "{cell:?} at {:?}", char::from(other));
        }
    }
    // Who cuts elsewhere takes no heed of our quotes.
    let all = text("csv", bytes);
    let other = if separator == b',' { ';' } else { ',' };
    for line in all.lines() {
        for cell in line.split(other) {
            assert!(
                !is_formula(cell.trim_start_matches('"')),
                "{cell:?} in {line}"
            );
        }
    }
    let rows = records(separator, false);
    Answer {
        built_of: rows
            .iter()
            .map(|row| format!("{} cells", row.len()))
            .collect(),
        texts: rows.iter().flatten().map(str::to_owned).collect(),
    }
}

/// Whether a spreadsheet would run a cell. A negative number is none, nor is a dash that
/// nothing is called behind.
fn is_formula(cell: &str) -> bool {
    let cell = cell.trim_start();
    let Some(rest) = cell.strip_prefix(['=', '+', '-', '@', '＝', '＋', '－', '＠']) else {
        return false;
    };
    let is_number = !rest.is_empty()
        && rest
            .chars()
            .all(|it| it.is_ascii_digit() || ".,".contains(it));
    let calls = rest.contains(['(', '|', '!', '[']) || !rest.starts_with(' ');
    let is_dash = cell.starts_with(['-', '+']) && (rest.is_empty() || !calls);
    !(is_dash || is_number && cell.starts_with('-'))
}

fn json(text: &str) -> Answer {
    assert!(
        !text.contains(|it: char| it.is_control() && it != '\n'),
        "{text}"
    );
    let mut answer = Answer::default();
    let value: Value = serde_json::from_str(text).expect("it is JSON");
    walk(&value, "", &mut answer);
    answer
}

fn json_lines(text: &str) -> Answer {
    let mut answer = Answer::default();
    for line in text.lines() {
        let one = json(line);
        answer.built_of.push("line".to_owned());
        answer.built_of.extend(one.built_of);
        answer.texts.extend(one.texts);
    }
    answer
}

fn walk(value: &Value, place: &str, answer: &mut Answer) {
    let kind = match value {
        Value::Object(keys) => {
            for (key, value) in keys {
                walk(value, &format!("{place}.{key}"), answer);
            }
            "{}"
        }
        Value::Array(items) => {
            for item in items {
                walk(item, &format!("{place}[]"), answer);
            }
            "[]"
        }
        Value::String(text) => {
            answer.texts.push(text.clone());
            "text"
        }
        Value::Number(_) => "number",
        Value::Bool(_) => "flag",
        Value::Null => "null",
    };
    answer.built_of.push(format!("{place} {kind}"));
}

fn xml(text: &str) -> Answer {
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut answer = Answer::default();
    let mut said = String::new();
    loop {
        match reader.read_event().expect("it is XML") {
            Xml::Start(tag) | Xml::Empty(tag) => {
                let mut built = tag.name().as_ref().to_owned();
                for attribute in tag.attributes() {
                    let attribute = attribute.expect("it is an attribute");
                    built += &format!(" {}", attribute.key.as_ref());
                    let value = quick_xml::escape::unescape(&attribute.value);
                    let value = value.expect("it is escaped");
                    answer.texts.push(value.into_owned());
                }
                answer.built_of.push(built);
            }
            Xml::End(_) => {
                answer.built_of.push("/".to_owned());
                answer.texts.push(std::mem::take(&mut said));
            }
            Xml::Text(text) => said += &*text,
            Xml::GeneralRef(name) => said += &format!("&{};", &*name),
            Xml::Decl(_) => {}
            Xml::Eof => return answer,
            other => panic!("{other:?}"),
        }
    }
}

/// Every line is one command; nothing else is printed that a runner could obey.
fn github(text: &str) -> Answer {
    let mut answer = Answer::default();
    for line in text.lines() {
        let (level, rest) = line
            .strip_prefix("::")
            .and_then(|it| it.split_once(' '))
            .expect("a line is a command");
        assert!(["error", "warning", "notice"].contains(&level), "{line}");
        let (properties, message) = rest.split_once("::").expect("a message follows");
        for property in properties.split(',') {
            let (name, value) = property.split_once('=').expect("a property has a value");
            answer.built_of.push(format!("{level} {name}"));
            answer.texts.push(percents(value));
        }
        answer.texts.push(percents(message));
    }
    answer
}

fn percents(text: &str) -> String {
    assert!(
        !text.contains(|it: char| it.is_control() && it != '\t'),
        "{text:?}"
    );
    let plain = text
        .replace("%0A", "\n")
        .replace("%3A", ":")
        .replace("%2C", ",");
    plain.replace("%25", "%")
}

/// A page of Markdown: none of it HTML, a link or an image.
fn markdown(page: &str) -> Answer {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS;
    let mut answer = Answer::default();
    let mut said = String::new();
    let mut plain = String::new();
    for event in Parser::new_ext(page, options) {
        match event {
            Event::Text(text) => {
                plain += &text;
                said += &text;
            }
            Event::Code(text) => {
                plain.push(' ');
                said += &text;
            }
            Event::Start(Tag::Strong) | Event::End(TagEnd::Strong) => {}
            Event::Start(
                tag @ (Tag::Heading { .. }
                | Tag::Paragraph
                | Tag::Item
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell
                | Tag::List(_)),
            ) => answer.built_of.push(format!("{tag:?}")),
            Event::End(end) => {
                answer.built_of.push(format!("/{end:?}"));
                is_no_address(&plain);
                plain.clear();
                answer.texts.push(std::mem::take(&mut said));
            }
            Event::SoftBreak => said.push('\n'),
            other => panic!("{other:?} in\n{page}"),
        }
    }
    answer
}

/// GitHub makes links of addresses that stand as text, and messages of names.
fn is_no_address(text: &str) {
    let text = text.to_ascii_lowercase();
    for start in ["http://", "https://", "ftp://", "www.", "@"] {
        for (at, _) in text.match_indices(start) {
            let next = text[at + start.len()..].chars().next();
            assert!(
                !next.is_some_and(char::is_alphanumeric),
                "an address: {text}"
            );
        }
    }
}

/// What a page of ours is built of; nothing else may stand in one.
const ELEMENTS: &str = " html head meta title style link body main header footer nav section article aside div \
    span p h1 h2 h3 h4 ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td a b i em strong \
    mark sup sub small code pre abbr time details summary figure figcaption svg g path rect line circle text \
    tspan desc defs pattern use polyline polygon symbol clipPath clippath br hr wbr ";

fn html(page: &str) -> Answer {
    let mut emitter: DefaultEmitter<()> = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut answer = Answer::default();
    let mut policy = None;
    let (mut is_style, mut style) = (false, String::new());
    for Ok(token) in Tokenizer::new_with_emitter(page, emitter) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                assert!(ELEMENTS.contains(&format!(" {name} ")), "<{name}>");
                is_style = name == "style";
                let mut built = name;
                for (key, value) in &tag.attributes {
                    let key = String::from_utf8_lossy(key).into_owned();
                    let value = String::from_utf8(value.to_vec()).expect("it is UTF-8");
                    assert!(!key.starts_with("on") && key != "src", "{key}={value}");
                    let is_inside = value.starts_with('#') || value == "data:,";
                    assert!(key != "href" || is_inside, "{key}={value}");
                    if value.contains("default-src") {
                        policy = Some(value.clone());
                    }
                    built += &format!(" {key}");
                    if key != "data-head" && key != "content" {
                        built += &format!("={value}");
                    }
                    answer.texts.push(value);
                }
                answer.built_of.push(built);
            }
            Token::EndTag(tag) => {
                if is_style {
                    answer.built_of.push(rules(&std::mem::take(&mut style)));
                    is_style = false;
                }
                let name = String::from_utf8_lossy(&tag.name);
                answer.built_of.push(format!("/{name}"));
            }
            Token::String(text) => {
                let text = String::from_utf8(text.to_vec()).expect("a page is UTF-8");
                if is_style {
                    style += &text;
                } else {
                    answer.texts.push(text);
                }
            }
            Token::Doctype(_) => {}
            other => panic!("{other:?}"),
        }
    }
    let policy = policy.expect("a page has its policy");
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    assert!(
        !policy.contains("script-src") && !policy.contains("http"),
        "{policy}"
    );
    answer
}

/// A style without what stands in its strings: the words above a printed page.
fn rules(style: &str) -> String {
    let mut rules = String::new();
    let (mut is_string, mut is_escaped) = (false, false);
    for character in style.chars() {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => is_string = !is_string,
            _ if !is_string => rules.push(character),
            // A string ends at the end of a line, whether or not it was closed.
            '\n' => panic!("a string of a style is not closed: {style}"),
            _ => {}
        }
    }
    let leads_out = |at: &str| !at.starts_with('#');
    assert!(!rules.contains("@import"), "{rules}");
    assert!(!rules.split("url(").skip(1).any(leads_out), "{rules}");
    rules
}

/// A workbook: its sheets and their sizes, its formulas, its words. Nothing in it leads
/// out of it.
fn workbook(bytes: &[u8]) -> Answer {
    let mut answer = Answer::default();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook is packed");
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("it is there");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("it is text");
        assert!(!text.contains("TargetMode"), "{text}");
        assert!(!text.contains("externalLink"), "{text}");
    }
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("it is a workbook");
    for sheet in book.sheet_names() {
        let range = book.worksheet_range(&sheet).expect("the sheet is there");
        answer
            .built_of
            .push(format!("{sheet} {:?}", range.get_size()));
        for (row, column, data) in range.used_cells() {
            match data {
                Data::String(text) => answer.texts.push(text.clone()),
                other => answer
                    .built_of
                    .push(format!("{row} {column} {}", kind(other))),
            }
        }
        let formulas = book.worksheet_formula(&sheet).expect("it has formulas");
        for (row, column, formula) in formulas.used_cells() {
            answer.built_of.push(format!("{row} {column} ={formula}"));
        }
    }
    answer
}

fn kind(data: &Data) -> &'static str {
    match data {
        Data::Error(_) => panic!("{data:?}"),
        Data::Empty => "empty",
        _ => "figure",
    }
}

//! JUnit XML: a suite a file, a case a finding, as build servers show tests. What
//! makes the exit code 1 has failed, what is accepted was skipped, the rest passed
//! and says what it found. A file without findings is one case that passed.

use super::machine::{place_in_project, safe, told};
use crate::document::Document;
use crate::finding::{Located, Severity};
use crate::model::Language;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;

/// A suite: a file and what was found in it.
type Suite<'a> = (&'a str, Vec<&'a Located>);

/// The findings of the document.
pub(super) fn render(document: &Document, language: Language) -> Vec<u8> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    write(&mut writer, document, language).expect("memory takes every byte that is written");
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    bytes
}

fn write(writer: &mut Writer<Vec<u8>>, document: &Document, language: Language) -> io::Result<()> {
    let suites = suites(document);
    let all: Vec<&Located> = document.findings.iter().flatten().collect();
    let empty = suites.iter().filter(|(_, found)| found.is_empty()).count();
    let [_, failures, skipped] = numbers(&all);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer
        .create_element("testsuites")
        .with_attribute(("name", "samenleven check"))
        .with_attribute(("tests", (all.len() + empty).to_string().as_str()))
        .with_attribute(("failures", failures.as_str()))
        .with_attribute(("skipped", skipped.as_str()))
        .write_inner_content(|writer| {
            let mut told = suites.iter();
            told.try_for_each(|it| suite(writer, document, it, language))
        })?;
    Ok(())
}

/// The files in the order in which they were read, each with its findings.
fn suites(document: &Document) -> Vec<Suite<'_>> {
    let checked = document.checked.iter().flat_map(|it| &it.files);
    let mut suites: Vec<Suite<'_>> = checked.map(|path| (path.as_str(), Vec::new())).collect();
    for finding in document.findings.iter().flatten() {
        let path = finding.place.path.as_str();
        match suites.iter_mut().find(|(file, _)| *file == path) {
            Some((_, found)) => found.push(finding),
            None => suites.push((path, vec![finding])),
        }
    }
    suites
}

/// How many cases there are, and how many of them failed and were skipped.
fn numbers(found: &[&Located]) -> [String; 3] {
    let skipped = found.iter().filter(|it| it.accepted().is_some());
    let failed = found.iter().filter(|it| has_failed(it));
    [
        found.len().max(1).to_string(),
        failed.count().to_string(),
        skipped.count().to_string(),
    ]
}

fn has_failed(finding: &Located) -> bool {
    finding.accepted().is_none() && (finding.severity() == Severity::Error || finding.is_denied)
}

fn suite(
    writer: &mut Writer<Vec<u8>>,
    document: &Document,
    (path, found): &Suite<'_>,
    language: Language,
) -> io::Result<()> {
    let path = xml(path);
    let [tests, failures, skipped] = numbers(found);
    writer
        .create_element("testsuite")
        .with_attribute(("name", path.as_str()))
        .with_attribute(("tests", tests.as_str()))
        .with_attribute(("failures", failures.as_str()))
        .with_attribute(("errors", "0"))
        .with_attribute(("skipped", skipped.as_str()))
        .write_inner_content(|writer| {
            if found.is_empty() {
                writer
                    .create_element("testcase")
                    .with_attribute(("name", path.as_str()))
                    .with_attribute(("classname", "samenleven"))
                    .write_empty()?;
            }
            let mut told = found.iter();
            told.try_for_each(|it| case(writer, document, it, language))
        })?;
    Ok(())
}

fn case(
    writer: &mut Writer<Vec<u8>>,
    document: &Document,
    finding: &Located,
    language: Language,
) -> io::Result<()> {
    let place = &finding.place;
    let spot = format!("{}:{}:{}", place.path, place.line, place.column);
    writer
        .create_element("testcase")
        .with_attribute(("name", xml(&format!("{} {spot}", finding.code())).as_str()))
        .with_attribute(("classname", "samenleven"))
        .with_attribute(("file", xml(&place_in_project(document, place)).as_str()))
        .with_attribute(("line", place.line.to_string().as_str()))
        .write_inner_content(|writer| outcome(writer, finding, language))?;
    Ok(())
}

fn outcome(writer: &mut Writer<Vec<u8>>, finding: &Located, language: Language) -> io::Result<()> {
    let message = xml(&finding.words(language).message);
    let text = xml(&told(finding, language));
    let text = BytesText::new(&text);
    if let Some(accepted) = finding.accepted() {
        writer
            .create_element("skipped")
            .with_attribute(("message", xml(&accepted.words(language)).as_str()))
            .write_empty()?;
        writer
            .create_element("system-out")
            .write_text_content(text)?;
    } else if has_failed(finding) {
        writer
            .create_element("failure")
            .with_attribute(("type", finding.severity().key()))
            .with_attribute(("message", message.as_str()))
            .write_text_content(text)?;
    } else {
        writer
            .create_element("system-out")
            .write_text_content(text)?;
    }
    Ok(())
}

/// A text that XML 1.0 can hold.
fn xml(text: &str) -> String {
    safe(text).replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}")
}

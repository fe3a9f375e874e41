//! SARIF 2.1.0: the findings as programs that review files read them.
//!
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>

use super::machine::{place_in_project, safe, told};
use crate::document::Document;
use crate::finding::{Accepted, Located, Place, Rule, Severity};
use crate::model::Language;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The name under which a finding is known again in a later run.
const FINGERPRINT: &str = "samenleven/v1";

/// The findings of the document as one run.
pub(super) fn render(document: &Document, language: Language) -> Vec<u8> {
    let findings = document.findings.as_deref().unwrap_or_default();
    let rules = rules(findings);
    let mut seen = BTreeMap::new();
    let results: Vec<Value> = findings
        .iter()
        .map(|finding| {
            let mut result = result(document, &rules, finding, language);
            let known = json!({ FINGERPRINT: fingerprint(finding, &mut seen) });
            result.insert("partialFingerprints".to_owned(), known);
            Value::Object(result)
        })
        .collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "samenleven",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|it| rule(it, language)).collect::<Value>(),
            } },
            "language": language_tag(language),
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n").into_bytes()
}

fn language_tag(language: Language) -> &'static str {
    match language {
        Language::Dutch => "nl-BE",
        Language::English => "en",
    }
}

/// The rules of the findings, each once, in the order of their codes.
fn rules(findings: &[Located]) -> Vec<&'static Rule> {
    let rules = findings.iter().map(|it| (it.code(), it.rule()));
    let rules: BTreeMap<_, _> = rules.collect();
    rules.into_values().collect()
}

fn rule(rule: &Rule, language: Language) -> Value {
    json!({
        "id": rule.code.key(),
        "shortDescription": { "text": rule.name.get(language) },
        "fullDescription": { "text": rule.why.get(language) },
        "help": { "text": rule.repair.get(language) },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "note",
    }
}

fn result(
    document: &Document,
    rules: &[&Rule],
    finding: &Located,
    language: Language,
) -> Map<String, Value> {
    let words = finding.words(language);
    let index = rules.iter().position(|it| it.code == finding.code());
    let mut result = Map::new();
    let mut insert = |key: &str, value: Value| result.insert(key.to_owned(), value);
    insert("ruleId", json!(finding.code().key()));
    insert("ruleIndex", json!(index));
    insert("level", json!(level(finding.severity())));
    insert("message", json!({ "text": safe(&told(finding, language)) }));
    insert(
        "locations",
        json!([{ "physicalLocation": physical(document, &finding.place) }]),
    );
    let labels = words.related.iter().map(String::as_str);
    let places = finding
        .related
        .iter()
        .zip(labels.chain(std::iter::repeat("")));
    let related = (1u64..).zip(places).map(|(id, (place, label))| {
        let mut location = json!({ "id": id, "physicalLocation": physical(document, place) });
        if !label.is_empty() {
            location["message"] = json!({ "text": safe(label) });
        }
        location
    });
    let related: Vec<Value> = related.collect();
    if !related.is_empty() {
        insert("relatedLocations", Value::Array(related));
    }
    if let Some(accepted) = finding.accepted() {
        insert("suppressions", json!([suppression(accepted, language)]));
    }
    result
}

fn suppression(accepted: &Accepted, language: Language) -> Value {
    json!({
        "kind": "external",
        "status": "accepted",
        "justification": accepted.words(language),
    })
}

fn physical(document: &Document, place: &Place) -> Value {
    json!({
        "artifactLocation": { "uri": uri(&place_in_project(document, place)) },
        "region": { "startLine": place.line, "startColumn": place.column },
    })
}

/// A path as a relative reference: all but unreserved characters and `/` as percents.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

/// The same for the same code, file and text, wherever that text stands; the second
/// of the same counts as the second.
fn fingerprint(finding: &Located, seen: &mut BTreeMap<String, u64>) -> String {
    let excerpt = finding.place.excerpt.as_deref().unwrap_or_default();
    let parts = [finding.code().key(), &finding.place.path, excerpt];
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update(b"\0");
    }
    let hash: String = hash
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let count = seen.entry(hash.clone()).or_insert(0);
    *count += 1;
    format!("{hash}:{count}")
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn a_path_is_a_relative_reference() {
        assert_eq!(uri("logs/één a:b.csv"), "logs/%C3%A9%C3%A9n%20a%3Ab.csv");
        assert_eq!(uri("50%.csv"), "50%25.csv");
    }
}

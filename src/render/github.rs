//! Workflow commands of GitHub: a line a finding, shown beside the changed file.
//!
//! <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>

use super::machine::{place_in_project, safe, told};
use crate::document::Document;
use crate::finding::{Located, Severity};
use crate::model::Language;

/// The findings of the document, one a line.
pub(super) fn render(document: &Document, language: Language) -> Vec<u8> {
    let findings = document.findings.iter().flatten();
    let lines = findings.map(|it| command(document, it, language));
    lines.collect::<String>().into_bytes()
}

/// `::error file=…,line=…,col=…,title=…::message`. What is accepted is a notice.
fn command(document: &Document, finding: &Located, language: Language) -> String {
    let level = match finding.severity() {
        _ if finding.accepted().is_some() => "notice",
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "notice",
    };
    let title = format!("{} {}", finding.code(), finding.rule().name.get(language));
    format!(
        "::{level} file={},line={},col={},title={}::{}\n",
        property(&safe(&place_in_project(document, &finding.place))),
        finding.place.line,
        finding.place.column,
        property(&title),
        message(&safe(&told(finding, language))),
    )
}

/// A message as the runner takes it.
fn message(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property as the runner takes it.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signs_of_a_command_are_escaped() {
        assert_eq!(message("50 %: a,\r\nb"), "50 %25: a,%0D%0Ab");
        assert_eq!(property("50 %: a,\r\nb"), "50 %25%3A a%2C%0D%0Ab");
        assert_eq!(message("%0A"), "%250A");
    }
}

//! From the bytes of a TOML file to its table, or to what is wrong with them.
//!
//! The parser recovers after a fault, but what it recovers is not to be trusted:
//! where a file is not TOML, the faults are all that is told of it. One exception:
//! a value that only looks like a date is a fault of that key, and reading goes on.

mod headings;
mod held;

use super::fault::{ImpossibleDate, NotToml, SyntaxFault};
use super::literal;
use super::toml_table::Reading;
use crate::finding::{Finding, Spot};
use crate::source::FileId;
use headings::Headings;
use std::ops::Range;
use toml::de::DeTable;
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

/// Files larger than this are refused unread: a million keys take half a gigabyte.
pub(super) const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// Keys, lists and tables that are read at the most: a table within a table may take a
/// kilobyte.
const MOST_PARTS: usize = 100_000;

/// Words, marks and line ends that are read at the most.
const MOST_TOKENS: usize = 500_000;

/// Whether a text has more parts than can be held.
fn is_too_much(text: &str) -> bool {
    // Each takes a byte at least, so nearly every file is short enough without counting.
    if text.len() <= MOST_PARTS {
        return false;
    }
    use TokenKind::{Comma, Dot, Equals, LeftCurlyBracket, LeftSquareBracket};
    let (mut parts, mut tokens) = (0, 0);
    Source::new(text).lex().any(|token| {
        tokens += 1;
        parts += usize::from(matches!(
            token.kind(),
            Comma | Dot | Equals | LeftCurlyBracket | LeftSquareBracket
        ));
        parts > MOST_PARTS || tokens > MOST_TOKENS
    })
}

/// What is told of such a file.
pub(super) fn too_much(file: FileId) -> Finding {
    let why = SyntaxFault::TooMuch;
    Finding::new(NotToml { why }, Spot::File(file))
}

/// Parses `text`. None when it is not TOML; the findings then say why.
pub(super) fn parse(file: FileId, text: &str) -> (Reading<'_>, Option<DeTable<'_>>) {
    let mut reading = Reading {
        file,
        text,
        top: None,
        bad_dates: Vec::new(),
        not_in_list: 0,
        findings: Vec::new(),
    };
    if is_too_much(text) {
        reading.findings.push(too_much(file));
        return (reading, None);
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut faults = Vec::new();
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        let written = text.get(span.clone()).unwrap_or_default();
        match literal::iso_fault(written) {
            Some(why) => {
                let fault = ImpossibleDate {
                    text: written.to_owned(),
                    why,
                    in_row: false,
                };
                let at = reading.span(span.clone());
                reading.findings.push(Finding::new(fault, at));
                reading.bad_dates.push(span);
            }
            None => faults.push((span, error.message())),
        }
    }
    if faults.is_empty() {
        let table = table.into_inner();
        let too_many = held::too_many(&table).map(|at| (at, held::MESSAGE));
        let too_long = || held::too_long(&table).map(|at| (at, held::TOO_LONG));
        let Some(fault) = too_many.or_else(too_long) else {
            return (reading, Some(table));
        };
        faults.push(fault);
    }
    reading.findings.clear();
    for (span, why) in told_once(text, &faults) {
        let at = reading.span(span);
        reading.findings.push(Finding::new(NotToml { why }, at));
    }
    (reading, None)
}

/// What the parser says of a name that stands twice.
const DUPLICATE: &str = "duplicate key";

/// One fault a line, and of a bracket left open only the first: what the parser
/// says of the lines after it is an echo.
fn told_once(text: &str, faults: &[(Range<usize>, &str)]) -> Vec<(Range<usize>, SyntaxFault)> {
    let mut told: Vec<(Range<usize>, SyntaxFault)> = Vec::new();
    let mut headings = None;
    let mut echo_until = None;
    let mut sorted: Vec<_> = faults.iter().collect();
    sorted.sort_by_key(|(span, _)| span.start);
    let (mut line, mut counted) = (0, 0);
    for (span, message) in sorted {
        // From the fault before: a file may have as many faults as lines.
        let start = span.start.min(text.len());
        line += memchr::memchr_iter(b'\n', &text.as_bytes()[counted..start]).count();
        counted = start;
        let in_brackets = message.contains("array") || message.contains("inline table");
        let is_echo = echo_until.is_some_and(|until| line <= until);
        if in_brackets {
            echo_until = Some(line + 1);
        } else if !is_echo {
            echo_until = Some(line);
        }
        if is_echo {
            continue;
        }
        if *message == DUPLICATE {
            let headings = headings.get_or_insert_with(|| Headings::of(text));
            told.extend(headings.told_of(span));
        } else {
            told.push((span.clone(), syntax_fault(text, span, message)));
        }
    }
    told
}

/// What is wrong, judged by the text at the place.
fn syntax_fault(text: &str, span: &Range<usize>, message: &str) -> SyntaxFault {
    if message == held::MESSAGE {
        return SyntaxFault::TooMany;
    }
    if message == held::TOO_LONG {
        return SyntaxFault::TextsTooLong;
    }
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let line = text[start..].lines().next().unwrap_or_default().trim();
    if line.starts_with('[') && !line.contains('=') {
        return SyntaxFault::HeaderNotClosed;
    }
    // Within braces the last value before the place is the one that went wrong.
    let before = text[start..span.start].rsplit_once('=');
    if before.is_some_and(|(_, value)| is_number_with_comma(value.trim())) {
        return SyntaxFault::CommaInNumber;
    }
    let value = line.split_once('=').map_or(line, |(_, value)| value).trim();
    value_fault(value, message)
}

/// Whether a value is written as `0,5`.
fn is_number_with_comma(value: &str) -> bool {
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
    let parts = value.split_once(',');
    parts.is_some_and(|(whole, decimals)| is_digits(whole) && is_digits(decimals))
}

fn value_fault(value: &str, message: &str) -> SyntaxFault {
    let is_digit = |c: char| c.is_ascii_digit();
    let number =
        value.trim_start_matches(|c: char| is_digit(c) || c == '.' || c == '_' || c == ' ');
    if value.contains('€') {
        SyntaxFault::EuroSign
    } else if value.starts_with(['"', '\'']) {
        SyntaxFault::TextNotClosed
    } else if value.starts_with(is_digit) && number.starts_with(',') {
        SyntaxFault::CommaInNumber
    } else if is_day_first(value) {
        SyntaxFault::DateWithSlashes
    } else if value.starts_with(['“', '”', '„', '‘', '’', '«']) {
        SyntaxFault::CurlyQuotes
    } else if value.starts_with(is_digit) && value.matches('.').count() > 1 {
        SyntaxFault::PointsInNumber
    } else if value.starts_with('0') && value[1..].starts_with(is_digit) {
        SyntaxFault::LeadingZero
    } else if message.contains("missing comma") {
        SyntaxFault::MissingComma
    } else if value.starts_with(char::is_alphabetic) {
        SyntaxFault::TextWithoutQuotes
    } else {
        SyntaxFault::Other
    }
}

/// Whether a value is written as `30/09/2023` or `30-09-2023`.
fn is_day_first(value: &str) -> bool {
    let mut parts = value.split(['/', '-']);
    let is_digits = |part: Option<&str>, most: usize| {
        part.is_some_and(|part| {
            !part.is_empty() && part.len() <= most && part.bytes().all(|it| it.is_ascii_digit())
        })
    };
    is_digits(parts.next(), 2) && is_digits(parts.next(), 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::fault::HeadingFault;

    fn faults(text: &str) -> Vec<SyntaxFault> {
        let (_, errors) = DeTable::parse_recoverable(text);
        let all: Vec<_> = errors
            .iter()
            .map(|e| (e.span().unwrap_or(0..0), e.message()))
            .collect();
        told_once(text, &all)
            .into_iter()
            .map(|(_, why)| why)
            .collect()
    }

    #[test]
    fn the_words_follow_the_text_at_the_place() {
        for (text, why) in [
            ("award = 25.000,50\n", SyntaxFault::CommaInNumber),
            ("a = [{ fte = 0,5 }]\n", SyntaxFault::CommaInNumber),
            ("as_of = 30/09/2023\n", SyntaxFault::DateWithSlashes),
            ("as_of = 31-03-2023\n", SyntaxFault::DateWithSlashes),
            ("name = Voorbeeldgem\n", SyntaxFault::TextWithoutQuotes),
            ("award = € 25\n", SyntaxFault::EuroSign),
            ("a = 1\na = 2\n", SyntaxFault::KeyTwice("a".into())),
            ("[year\nnr = 1\n", SyntaxFault::HeaderNotClosed),
            ("name = \"abc\nb = 1\n", SyntaxFault::TextNotClosed),
            ("nr = 007\n", SyntaxFault::LeadingZero),
            ("award = 96.000.00\n", SyntaxFault::PointsInNumber),
            ("name = “Voorbeeldgem”\n", SyntaxFault::CurlyQuotes),
        ] {
            assert_eq!(faults(text), [why], "{text}");
        }
    }

    #[test]
    fn a_heading_at_fault_is_named_once_and_not_the_headings_that_echo_it() {
        let name = || "year".to_owned();
        for (text, why) in [
            (
                "[[yaer]]\n[[year.x]]\n[[year]]\nb = 1\nb = 2\n[[year]]\n",
                HeadingFault::Misspelt {
                    written: "yaer".into(),
                    meant: name(),
                },
            ),
            (
                "[[aim]]\n[[year.x]]\n[[year]]\n[[year]]\n",
                HeadingFault::Missing {
                    below_it: "year.x".into(),
                    missing: name(),
                },
            ),
            (
                "[year]\na = 1\n[ year ]\na = 1\n",
                HeadingFault::Twice(name()),
            ),
            (
                "[year]\n[[year]]\n[[year]]\n",
                HeadingFault::BracketsDiffer(name()),
            ),
        ] {
            assert_eq!(faults(text), [SyntaxFault::Heading(why)], "{text}");
        }
        let taken = "year = 1\n[[year]]\n[[year]]\n";
        assert_eq!(faults(taken), [SyntaxFault::KeyTwice(name())]);
    }

    #[test]
    fn a_heading_ends_with_its_brackets() {
        let text = "x = 1\n [[yaer]\u{e9}\n[[year.x]] # a\n[[year]]\n";
        let mut headings = Headings::of(text);
        let at = text.rfind("year").expect("it is there");
        let (place, _) = headings.told_of(&(at..at + 4)).expect("it is told");
        assert_eq!(&text[place], "[[yaer]");
    }

    #[test]
    fn a_heading_within_each_of_two_tables_is_told_in_each() {
        let under = "[[year]]\nx = []\n[[year.x]]\n";
        assert_eq!(faults(&under.repeat(2)).len(), 2);
        let single = "[[year]]\n[year.x]\n[year.x]\n";
        let twice = SyntaxFault::Heading(HeadingFault::Twice("year.x".into()));
        assert_eq!(faults(&single.repeat(2)), [twice.clone(), twice]);
    }

    #[test]
    fn a_bracket_left_open_is_told_once() {
        assert_eq!(faults("a = [1, 2\nb = 3\n").len(), 1);
    }

    #[test]
    fn two_faults_on_two_lines_are_told_twice() {
        assert_eq!(faults("a = 1,5\nb = 2\nc = 2,5\n").len(), 2);
    }

    #[test]
    fn a_fault_on_every_line_of_the_longest_file_is_told() {
        let lines = 100_000;
        assert_eq!(faults(&"x\n".repeat(lines)).len(), lines);
    }
}

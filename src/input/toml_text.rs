//! From the bytes of a TOML file to its table, or to what is wrong with them.
//!
//! The parser recovers after a fault, but what it recovers is not to be trusted:
//! where a file is not TOML, the faults are all that is told of it. One exception:
//! a value that only looks like a date is a fault of that key, and reading goes on.

mod headings;
mod held;

use super::fault::{ImpossibleDate, NotToml, SyntaxFault};
use super::literal;
use super::toml_table::{Reading, Shape};
use crate::finding::{Finding, Spot};
use crate::source::FileId;
use headings::Headings;
use std::collections::BTreeSet;
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

/// Parses `text`, a file of this shape. None when it is not TOML; the findings then say why.
pub(super) fn parse<'a>(
    file: FileId,
    text: &'a str,
    shape: &'static Shape,
) -> (Reading<'a>, Option<DeTable<'a>>) {
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
    for (span, why) in told_once(text, shape, &faults) {
        let at = reading.span(span);
        reading.findings.push(Finding::new(NotToml { why }, at));
    }
    (reading, None)
}

/// What the parser says of a name that stands twice.
const DUPLICATE: &str = "duplicate key";

/// One fault a line, and of a bracket left open only the first: what the parser
/// says of the lines after it is an echo.
fn told_once(
    text: &str,
    shape: &'static Shape,
    faults: &[(Range<usize>, &str)],
) -> Vec<(Range<usize>, SyntaxFault)> {
    let mut told: Vec<(Range<usize>, SyntaxFault)> = Vec::new();
    let mut headings = None;
    let mut is_heading_lost = false;
    let mut echo_until = None;
    let mut sorted: Vec<_> = faults.iter().collect();
    sorted.sort_by_key(|(span, _)| span.start);
    let lines = lines_of(text, &sorted);
    let unread = sorted.iter().zip(&lines);
    let unread = unread.filter(|((_, message), _)| *message != DUPLICATE);
    let unread: BTreeSet<usize> = unread.map(|(_, line)| *line).collect();
    for ((span, message), line) in sorted.into_iter().zip(lines) {
        // What cannot be read of a line comes first: `[[action]] sport` is no heading yet.
        if *message == DUPLICATE && unread.contains(&line) {
            continue;
        }
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
        if *message != DUPLICATE {
            is_heading_lost |= line_of(text, span).trim().starts_with('[');
            told.push((span.clone(), syntax_fault(text, span, message)));
        } else if !is_heading_lost {
            // Under a heading that cannot be read, all stands in the table before it.
            let headings = headings.get_or_insert_with(|| Headings::of(text, shape));
            told.extend(headings.told_of(span));
        }
    }
    told
}

/// The line that each fault begins in, of faults in their order.
fn lines_of(text: &str, sorted: &[&(Range<usize>, &str)]) -> Vec<usize> {
    let (mut line, mut counted) = (0, 0);
    let lines = sorted.iter().map(|(span, _)| {
        // From the fault before: a file may have as many faults as lines.
        let start = span.start.min(text.len());
        line += memchr::memchr_iter(b'\n', &text.as_bytes()[counted..start]).count();
        counted = start;
        line
    });
    lines.collect()
}

fn line_start(text: &str, span: &Range<usize>) -> usize {
    text[..span.start].rfind('\n').map_or(0, |at| at + 1)
}

/// The whole line in which a fault begins.
fn line_of<'a>(text: &'a str, span: &Range<usize>) -> &'a str {
    let line = text[line_start(text, span)..].lines().next();
    line.unwrap_or_default()
}

/// What is wrong, judged by the text at the place.
fn syntax_fault(text: &str, span: &Range<usize>, message: &str) -> SyntaxFault {
    if message == held::MESSAGE {
        return SyntaxFault::TooMany;
    }
    if message == held::TOO_LONG {
        return SyntaxFault::TextsTooLong;
    }
    let start = line_start(text, span);
    let line = line_of(text, span).trim();
    if line.starts_with('[') && !line.contains('=') {
        return match headings::behind(line) {
            Some(text) if text.starts_with(char::is_alphanumeric) => SyntaxFault::AfterHeading,
            // A value stands there already, as `action = 5` above `[[action.year]]`.
            Some("") if text.get(span.clone()).is_some_and(|it| !it.is_empty()) => {
                SyntaxFault::KeyTwice(text[span.clone()].to_owned())
            }
            _ => SyntaxFault::HeaderNotClosed,
        };
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
    use crate::input::dossier_keys::DOSSIER;
    use crate::input::fault::HeadingFault;

    fn faults(text: &str) -> Vec<SyntaxFault> {
        let (_, errors) = DeTable::parse_recoverable(text);
        let all: Vec<_> = errors
            .iter()
            .map(|e| (e.span().unwrap_or(0..0), e.message()))
            .collect();
        told_once(text, &DOSSIER, &all)
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
            ("[[year]] first\nnr = 1\n", SyntaxFault::AfterHeading),
            (
                "year = 5\n[[year.x]]\n",
                SyntaxFault::KeyTwice("year".into()),
            ),
            ("name = \"abc\nb = 1\n", SyntaxFault::TextNotClosed),
            ("nr = 007\n", SyntaxFault::LeadingZero),
            ("award = 96.000.00\n", SyntaxFault::PointsInNumber),
            ("name = “Voorbeeldgem”\n", SyntaxFault::CurlyQuotes),
        ] {
            assert_eq!(faults(text), [why], "{text}");
        }
    }

    fn heading(why: HeadingFault) -> SyntaxFault {
        SyntaxFault::Heading(why)
    }

    fn brackets(name: &str, is_list: bool) -> SyntaxFault {
        let name = name.to_owned();
        heading(HeadingFault::Brackets { name, is_list })
    }

    #[test]
    fn a_heading_at_fault_is_named_once_and_not_the_headings_that_echo_it() {
        let misspelt = |written: &str| {
            let (written, meant) = (written.to_owned(), "action".to_owned());
            heading(HeadingFault::Misspelt { written, meant })
        };
        let years = "[[action]]\n[[action.year]]\n[[action]]\n[[action.year]]\n";
        for (text, why) in [
            (
                format!("[[actoin]]\n[[action.year]]\n{years}"),
                misspelt("actoin"),
            ),
            (
                "[[action]]\n[[actie.year]]\n[[actie]]\n".to_owned(),
                misspelt("actie"),
            ),
            (
                format!("[[year]]\n[[action.year]]\n{years}"),
                heading(HeadingFault::Missing {
                    below_it: "action.year".into(),
                    missing: "action".into(),
                }),
            ),
            (
                "[applicant]\nname = 1\n[ applicant ] # a\nname = 1\n".to_owned(),
                heading(HeadingFault::Twice("applicant".into())),
            ),
            (
                "[year]\n[[year]]\n[[year]]\n".to_owned(),
                brackets("year", true),
            ),
            (
                format!("{years}[action]\n{years}"),
                brackets("action", true),
            ),
            (
                "[applicant]\n[[applicant]]\n".to_owned(),
                brackets("applicant", false),
            ),
            (
                "year = 1\n[[year]]\n[[year]]\n".to_owned(),
                SyntaxFault::KeyTwice("year".into()),
            ),
            (format!("[[action]\n{years}"), SyntaxFault::HeaderNotClosed),
            (
                "[[action]]\n[action] sport\n".to_owned(),
                SyntaxFault::AfterHeading,
            ),
        ] {
            assert_eq!(faults(&text), [why], "{text}");
        }
    }

    #[test]
    fn every_heading_of_a_name_with_wrong_brackets_is_told() {
        let text = "[[action]]\n[action.year]\n[[actoin]]\n[action.year]\n";
        let told = [brackets("action.year", true), brackets("action.year", true)];
        assert_eq!(faults(text), told);
    }

    #[test]
    fn a_heading_within_each_of_two_tables_is_told_in_each() {
        let under = "[[action]]\nyear = []\n[[action.year]]\n";
        assert_eq!(faults(&under.repeat(2)).len(), 2);
        let again = "[[bookings]]\n[bookings.columns]\n[bookings.columns]\n";
        let twice = heading(HeadingFault::Twice("bookings.columns".into()));
        assert_eq!(faults(&again.repeat(2)), [twice.clone(), twice]);
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

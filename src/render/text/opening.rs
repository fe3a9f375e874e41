//! What opens a page and its sections: masthead, paragraphs, facts, headings.

use super::ink::{bold, ink, rule};
use super::wrap::{padded, width, wrap};
use crate::document::{Block, Fact, Masthead};
use crate::render::Settings;
use crate::render::layout::joined_codes;
use crate::wording::Sentence;

/// Indent of facts.
const INDENT: usize = 2;
/// Room that a remark needs beside its figure.
const REMARK: usize = 24;

/// `── Heading ─────`, to the end of the page; over several lines where needed.
pub(super) fn heading(text: &str, settings: &Settings) -> Vec<String> {
    let ink = ink(settings);
    let mut lines = wrap(text, settings.width.saturating_sub(INDENT * 2 + 2));
    for line in &mut lines {
        let left = settings.width.saturating_sub(width(line) + INDENT + 2);
        *line = format!(
            "{} {} {}",
            rule(ink.rule, INDENT),
            bold(line, settings),
            rule(ink.rule, left)
        );
    }
    lines
}

/// Lines with a left and a right end, and a heavy rule.
pub(super) fn masthead(masthead: &Masthead, settings: &Settings) -> Vec<String> {
    let said = |sentence: &Sentence| sentence.say(settings.language);
    let mut ends = vec![
        (said(&masthead.scheme), said(&masthead.as_of)),
        (said(&masthead.applicant), said(&masthead.years)),
    ];
    ends.extend(masthead.members.iter().map(|it| (said(it), String::new())));
    let mut lines = Vec::new();
    for (left, right) in ends {
        let taken = width(&left) + width(&right);
        if right.is_empty() || taken + 2 > settings.width {
            lines.extend(wrap(&left, settings.width));
            lines.extend(wrap(&right, settings.width));
        } else {
            lines.push(padded(&left, settings.width - width(&right)) + &right);
        }
    }
    lines.retain(|line| !line.is_empty());
    lines.push(rule(ink(settings).heavy_rule, settings.width));
    lines
}

/// Sentences one after the other.
pub(super) fn paragraph(sentences: &[Sentence], settings: &Settings) -> Vec<String> {
    let said = sentences.iter().map(|it| it.say(settings.language));
    wrap(&said.collect::<Vec<_>>().join(" "), settings.width)
}

/// The widest name of all facts on the page, so that they align.
pub(super) fn widest_name(page: &[Block], settings: &Settings) -> usize {
    let facts = page.iter().filter_map(|block| match block {
        Block::Facts(questions) => Some(questions),
        _ => None,
    });
    let facts = facts.flatten().flat_map(|question| &question.facts);
    let names = facts.map(|fact| fact.name.say(settings.language));
    names.map(|name| width(&name)).max().unwrap_or(0)
}

/// Name, figure and remark, line by line.
pub(super) fn facts(facts: &[&Fact], name: usize, settings: &Settings) -> Vec<String> {
    let figures = facts.iter().map(|fact| figure(fact, settings));
    let figure = figures.map(|figure| width(&figure)).max().unwrap_or(0);
    let gap = if figure > 0 { 2 } else { 0 };
    let indent = INDENT + name + 2 + figure + gap;
    if indent + REMARK > settings.width {
        return facts.iter().flat_map(|it| stacked(it, settings)).collect();
    }
    let lines = facts.iter().flat_map(|it| {
        let first = padded(&it.name.say(settings.language), name + 2)
            + &padded(&self::figure(it, settings), figure + gap);
        let first = format!("{}{first}", " ".repeat(INDENT));
        below(
            &first,
            indent,
            &remark(it, settings.width - indent, settings),
        )
    });
    lines.collect()
}

/// A fact where there is no room for columns.
fn stacked(fact: &Fact, settings: &Settings) -> Vec<String> {
    let name = fact.name.say(settings.language);
    let figure = figure(fact, settings);
    let first = if figure.is_empty() {
        name
    } else {
        format!("{name}: {figure}")
    };
    let first = wrap(&first, settings.width - INDENT).into_iter();
    let rest = remark(fact, settings.width.saturating_sub(INDENT * 2), settings);
    let rest = rest.into_iter().filter(|line| !line.is_empty());
    first
        .map(|line| format!("  {line}"))
        .chain(rest.map(|line| format!("    {line}")))
        .collect()
}

fn figure(fact: &Fact, settings: &Settings) -> String {
    let figure = fact.figure.as_ref();
    figure.map_or_else(String::new, |figure| figure.say(settings.language))
}

/// The remark, its codes after it.
fn remark(fact: &Fact, room: usize, settings: &Settings) -> Vec<String> {
    let mut lines = wrap(&fact.remark.say(settings.language), room);
    let codes = joined_codes(&fact.codes);
    let last = lines.last_mut().expect("a wrapped text has a line");
    if codes.is_empty() {
        return lines;
    }
    if last.is_empty() {
        *last = codes;
    } else if width(last) + 2 + width(&codes) <= room {
        *last = format!("{last}  {codes}");
    } else if width(last) + 1 + width(&codes) <= room {
        *last = format!("{last} {codes}");
    } else {
        lines.extend(wrap(&codes, room));
    }
    lines
}

fn below(first: &str, indent: usize, lines: &[String]) -> Vec<String> {
    let lines = lines.iter().enumerate();
    lines
        .map(|(nr, line)| {
            let start = if nr == 0 {
                first.to_owned()
            } else {
                " ".repeat(indent)
            };
            format!("{start}{line}").trim_end().to_owned()
        })
        .collect()
}

//! The places of a finding: path, line and column, and the text there with
//! carets under it. Where the text may not be shown, the place alone.

use super::ink::{in_style, ink};
use super::wrap::{cut, width};
use crate::finding::{Located, Place, Severity, Words};
use crate::render::{Settings, said};
use crate::wording::visible;
use annotate_snippets::renderer::{AnsiColor, DEFAULT_TERM_WIDTH};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::ops::Range;

/// Columns that a snippet needs beside its text and gutter.
const FRAME: usize = 4;

/// The columns of the widest line number.
pub(super) fn gutter(finding: &Located) -> usize {
    let lines = finding.related.iter().map(|place| place.line);
    let most = lines.chain([finding.place.line]).max().unwrap_or(1);
    most.to_string().len()
}

/// The places as lines, and the labels that found no room in them.
pub(super) fn lines(
    finding: &Located,
    words: &Words,
    settings: &Settings,
) -> (Vec<String>, Vec<String>) {
    let gutter = gutter(finding);
    let mut lines = Vec::new();
    let mut labels = Vec::new();
    for (nr, (place, label)) in said::places(finding, words).enumerate() {
        let kind = if nr == 0 {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        let shown = Shown::new(place, label, gutter, settings);
        if !label.is_empty() && !shown.as_ref().is_some_and(|shown| shown.has_label) {
            labels.push(if nr == 0 {
                label.to_owned()
            } else {
                at(place, label, settings)
            });
        }
        if nr > 0 {
            lines.push(edge(&format!("{} |", " ".repeat(gutter)), settings));
        }
        let arrow = if nr == 0 { "-->" } else { ":::" };
        lines.extend(place_lines(place, arrow, gutter, settings));
        if let Some(shown) = shown {
            lines.extend(shown.lines(place, kind, finding.severity(), gutter, settings));
        }
    }
    (lines, labels)
}

/// The frame of a snippet, in its colour.
pub(super) fn edge(text: &str, settings: &Settings) -> String {
    if settings.colour {
        in_style(text, AnsiColor::BrightBlue.on_default().bold())
    } else {
        text.to_owned()
    }
}

/// `--> voortgang.csv:287:1 (cel A287)`, the cell below where there is no room.
fn place_lines(place: &Place, arrow: &str, gutter: usize, settings: &Settings) -> Vec<String> {
    let indent = " ".repeat(gutter);
    let arrow = edge(&format!("{indent}{arrow}"), settings);
    let spot = said::spot(place, settings.language);
    match spot.rsplit_once(" (") {
        Some((at, cell)) if gutter + FRAME + width(&spot) > settings.width => {
            vec![format!("{arrow} {at}"), format!("{indent}    ({cell}")]
        }
        _ => vec![format!("{arrow} {spot}")],
    }
}

fn at(place: &Place, label: &str, settings: &Settings) -> String {
    format!("{}: {label}", said::spot(place, settings.language))
}

/// A text that is safe to show and fits the page, and the part that is marked.
struct Shown {
    text: String,
    mark: Range<usize>,
    label: String,
    has_label: bool,
}

impl Shown {
    fn new(place: &Place, label: &str, gutter: usize, settings: &Settings) -> Option<Self> {
        let excerpt = place.excerpt.as_deref()?;
        let (text, mark) = safe(excerpt, &place.mark);
        if text.trim().is_empty() {
            return None;
        }
        let room = settings.width.saturating_sub(gutter + FRAME);
        let (text, mark) = shortened(text, mark, room, ink(settings).more);
        let label = visible(label).into_owned();
        let caret_end = width(&text[..mark.end]).max(width(&text[..mark.start]) + 1);
        let has_label = !label.is_empty() && caret_end + 1 + width(&label) <= room;
        Some(Self {
            text,
            mark,
            label,
            has_label,
        })
    }

    /// The lines under the place: the text and its carets.
    fn lines(
        &self,
        place: &Place,
        kind: AnnotationKind,
        severity: Severity,
        gutter: usize,
        settings: &Settings,
    ) -> Vec<String> {
        let annotation = kind.span(self.mark.clone());
        let annotation = if self.has_label {
            annotation.label(self.label.as_str())
        } else {
            annotation
        };
        let snippet = Snippet::source(self.text.as_str())
            .line_start(place.line)
            .annotation(annotation);
        let group = Group::with_level(level(severity)).element(snippet);
        let renderer = if settings.colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let renderer = renderer.term_width(settings.width.max(DEFAULT_TERM_WIDTH));
        let missing = gutter - place.line.to_string().len();
        let drawn = renderer.render(&[group]);
        let lines = drawn.lines().map(|line| {
            let line = format!("{}{line}", " ".repeat(missing));
            line.trim_end().to_owned()
        });
        lines.collect()
    }
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Notice => Level::NOTE,
    }
}

/// The text as it may be shown, and where the mark is in it.
fn safe(text: &str, mark: &Range<usize>) -> (String, Range<usize>) {
    let parts = (
        text.get(..mark.start),
        text.get(mark.clone()),
        text.get(mark.end..),
    );
    let (Some(before), Some(marked), Some(after)) = parts else {
        return (visible(text).into_owned(), 0..0);
    };
    // Each by itself: what is shown may depend on what stands beside it.
    let [before, marked, after] = [before, marked, after].map(visible);
    let mark = before.len()..before.len() + marked.len();
    (format!("{before}{marked}{after}"), mark)
}

/// The part of the text around the mark that `room` columns hold.
fn shortened(text: String, mark: Range<usize>, room: usize, more: &str) -> (String, Range<usize>) {
    if width(&text) <= room {
        return (text, mark);
    }
    let room = room.saturating_sub(2 * width(more)).max(1);
    let before = &text[..mark.start];
    let marked = width(&text[mark.clone()]).min(room);
    let start = cut_from_end(before, (room - marked) / 2);
    let start = if width(&text[..mark.end]) <= room {
        0
    } else {
        start
    };
    let end = start + cut(&text[start..], room);
    let head = if start > 0 { more } else { "" };
    let tail = if end < text.len() { more } else { "" };
    let moved = |at: usize| at.clamp(start, end) - start + head.len();
    let mark = moved(mark.start)..moved(mark.end);
    (format!("{head}{}{tail}", &text[start..end]), mark)
}

/// The byte from which at most `room` columns stand up to the end.
fn cut_from_end(text: &str, room: usize) -> usize {
    let mut start = text.len();
    for (at, _) in text.char_indices().rev() {
        if width(&text[at..]) > room {
            break;
        }
        start = at;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_shown_around_its_mark() {
        let text = format!("{}NOTE{}", "é".repeat(300), "x".repeat(300));
        let (short, mark) = shortened(text, 600..604, 20, "…");
        assert_eq!(&short[mark], "NOTE");
        assert_eq!(width(&short), 20);
        let (short, mark) = shortened("y".repeat(90), 0..90, 20, "...");
        assert_eq!(short, format!("{}...", "y".repeat(14)));
        assert_eq!(mark, 0..14);
    }

    #[test]
    fn a_mark_moves_with_what_is_made_visible() {
        assert_eq!(safe("a\u{1b}b", &(2..3)), ("a[U+001B]b".to_owned(), 9..10));
        assert_eq!(safe("é", &(1..9)), ("é".to_owned(), 0..0));
        let (text, mark) = safe("👩\u{200D}👧", &(4..7));
        assert_eq!((text.as_str(), &text[mark]), ("👩[U+200D]👧", "[U+200D]"));
    }
}

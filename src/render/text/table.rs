//! A view of a table: its heading, its layout, and what is said under it.

use super::ink::{bold, ink};
use super::inked::{inked, raised};
use super::opening::heading;
use super::wrap::{hanging, wrap};
use crate::document::{Document, Mark, View};
use crate::render::Settings;
use crate::render::layout::{NO_ROWS, Piece, pieces};

/// The lines of a view.
pub(super) fn view(document: &Document, view: &View, settings: &Settings) -> Vec<String> {
    let mut lines = heading(&view.heading.say(settings.language), settings);
    let mut below = Vec::new();
    if let Some(table) = document.table(view.table).filter(|_| !view.rows.is_empty()) {
        let (pieces, notes) = pieces(table, view, settings);
        for piece in pieces {
            match piece {
                Piece::Heading(name) => {
                    if lines.len() > 1 {
                        lines.push(String::new());
                    }
                    lines.push(bold(&name, settings));
                }
                Piece::Gap => lines.push(String::new()),
                Piece::Under(sentences) => {
                    lines.extend(sentences.iter().flat_map(|it| wrap(it, settings.width)));
                }
                Piece::Grid(grid) => lines.extend(inked(&grid, settings).lines(settings)),
                Piece::Sentences(sentences) => below.extend(sentences),
            }
        }
        lines.extend(footnotes(notes.reasons(), settings));
    }
    if view.rows.is_empty() && view.notes.is_empty() {
        below.push(NO_ROWS.get(settings.language).to_owned());
    }
    let legend = view.legend.iter();
    below.extend(legend.map(|(mark, said)| marked(*mark, &said.say(settings.language), settings)));
    let said = view.notes.iter().map(|note| note.say(settings.language));
    for sentence in below.into_iter().chain(said) {
        lines.extend(wrap(&sentence, settings.width));
    }
    lines
}

/// What a mark stands for, after the mark where the terminal draws it.
fn marked(mark: Mark, said: &str, settings: &Settings) -> String {
    match mark {
        Mark::Doubtful => format!("{} {said}", ink(settings).doubtful),
        _ => said.to_owned(),
    }
}

fn footnotes(reasons: &[String], settings: &Settings) -> Vec<String> {
    let all = reasons.iter().enumerate();
    all.flat_map(|(index, reason)| {
        let mark = format!("{} ", raised(index + 1, settings));
        hanging(&mark, reason, settings.width)
    })
    .collect()
}

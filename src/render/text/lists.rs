//! Lists side by side under a heading, below each other on a narrow page.

use super::ink::{bold, ink};
use super::wrap::{hanging, padded, wrap};
use crate::document;
use crate::render::Settings;
use crate::wording::visible;

/// What stands before a list: as much as the number and a gap.
const INDENT: &str = "    ";
/// A narrower page has its lists below each other.
const SIDE_BY_SIDE: usize = 60;

/// The lines of the lists.
pub(super) fn lists(lists: &document::Lists, settings: &Settings) -> Vec<String> {
    let room = settings.width - INDENT.len();
    let key = lists.key.map_or_else(String::new, |key| key.to_string());
    let heading = wrap(&lists.heading.say(settings.language), room).into_iter();
    let mut lines: Vec<String> = heading
        .enumerate()
        .map(|(nr, line)| {
            let key = if nr == 0 { key.as_str() } else { "" };
            format!("{key:>2}  {}", bold(&line, settings))
        })
        .collect();
    let columns = if settings.width < SIDE_BY_SIDE {
        1
    } else {
        lists.lists.len().max(1)
    };
    for beside in lists.lists.chunks(columns) {
        let cell = room / beside.len();
        let gap = if beside.len() > 1 { 2 } else { 0 };
        let drawn: Vec<_> = beside
            .iter()
            .map(|(name, items)| list(&name.say(settings.language), items, cell - gap, settings))
            .collect();
        lines.extend(side_by_side(&drawn, cell));
    }
    for note in &lists.notes {
        let note = wrap(&note.say(settings.language), room);
        lines.extend(note.iter().map(|line| indented(line)));
    }
    lines
}

fn list(name: &str, items: &[String], room: usize, settings: &Settings) -> Vec<String> {
    let bullet = format!("{} ", ink(settings).dash);
    let items = items
        .iter()
        .flat_map(|item| hanging(&bullet, &visible(item), room));
    let name = wrap(name, room).into_iter().filter(|line| !line.is_empty());
    name.chain(items).collect()
}

fn side_by_side(lists: &[Vec<String>], cell: usize) -> Vec<String> {
    let most = lists.iter().map(Vec::len).max().unwrap_or(0);
    let line = |nr: usize| {
        let cells = lists
            .iter()
            .map(|list| list.get(nr).map_or("", String::as_str));
        let cells: String = cells.map(|text| padded(text, cell)).collect();
        indented(cells.trim_end())
    };
    (0..most).map(line).collect()
}

fn indented(line: &str) -> String {
    let line = line.trim_end();
    if line.is_empty() {
        return String::new();
    }
    [INDENT, line].concat()
}

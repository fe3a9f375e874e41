//! Views as tables of HTML. On a narrow screen each row becomes a card, so every cell
//! carries the head of its column.

mod notes;
mod paper;

use super::firm::firm;
use super::{Page, icons, opening};
use crate::document::View;
use crate::model::{ActionNr, Language};
use crate::render::layout::{Entry, Grid, Head, Piece, pieces, said_under};
use crate::wording::{capital, dutch, english, terms};
use maud::{Markup, html};
use notes::Notes;
use paper::Screen;

/// Tables up to this many rows are not parted when printed.
const SHORT: usize = 14;

/// A view: its heading, its tables, and what is said under them.
pub(super) fn view(page: &Page<'_>, view: &View) -> Markup {
    let name = page.name(&format!("table-{}", view.table));
    let paper = Screen(page.settings.language);
    let table = page.document.table(view.table);
    let table = table.filter(|_| !view.rows.is_empty());
    let (pieces, reasons) = match table {
        Some(table) => pieces(table, view, &paper),
        None => (Vec::new(), Default::default()),
    };
    let mut notes = Notes::new(reasons.reasons());
    let drawn = tables(page, &name, &parts(&pieces), &mut notes);
    let mut below: Vec<String> = pieces.iter().flat_map(below).collect();
    below.extend(said_under(view, page.settings.language));
    let short = view.rows.len() <= SHORT;
    html! {
        section #(name) class={ "view" @if short { " short" } } aria-labelledby={ (name) "-head" } {
            h3 #{ (name) "-head" } { (page.say(&view.heading)) }
            (drawn)
            div.notes {
                (notes.list())
                @for sentence in &below { p { (firm(sentence)) } }
            }
        }
    }
}

/// What is said under all of the view.
fn below(piece: &Piece) -> Vec<String> {
    match piece {
        Piece::Sentences(sentences) => sentences.clone(),
        _ => Vec::new(),
    }
}

/// A grid, the name over it, and what is said right under it.
struct Part<'a> {
    name: Option<&'a str>,
    grid: &'a Grid,
    under: &'a [String],
}

/// The grids of a view with what belongs to them.
fn parts(pieces: &[Piece]) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    let mut name = None;
    for piece in pieces {
        match piece {
            Piece::Heading(heading) => name = Some(heading.as_str()),
            Piece::Grid(grid) => parts.push(Part {
                name: name.take(),
                grid,
                under: &[],
            }),
            Piece::Under(sentences) => {
                if let Some(part) = parts.last_mut() {
                    part.under = sentences;
                }
            }
            Piece::Gap | Piece::Sentences(_) => {}
        }
    }
    parts
}

/// One table where all parts have the same heads, each part under its name; else a
/// table for each.
fn tables(page: &Page<'_>, view: &str, parts: &[Part<'_>], notes: &mut Notes<'_>) -> Markup {
    let heads = |part: &Part<'_>| -> Vec<String> {
        let shown = columns(part.grid);
        shown
            .iter()
            .map(|at| head(&part.grid.columns[*at].head))
            .collect()
    };
    let alike = parts.windows(2).all(|two| heads(&two[0]) == heads(&two[1]));
    if alike && parts.iter().all(|part| part.name.is_some()) {
        return table(page, view, parts, notes);
    }
    let tables: Vec<Markup> = parts
        .chunks(1)
        .map(|part| table(page, view, part, notes))
        .collect();
    html! { @for table in tables { (table) } }
}

fn table(page: &Page<'_>, view: &str, parts: &[Part<'_>], notes: &mut Notes<'_>) -> Markup {
    let Some(first) = parts.first() else {
        return html! {};
    };
    let shown = columns(first.grid);
    let rows: usize = parts.iter().map(|part| part.grid.rows.len()).sum();
    let bodies: Vec<Markup> = parts.iter().map(|it| body(page, it, notes)).collect();
    html! {
        table class={ "cards" @if paper::is_slim(first.grid) { " slim" } @if rows <= SHORT { " short" } }
            role="table" aria-labelledby={ (view) "-head" } {
            thead role="rowgroup" {
                (stretches(first.grid))
                tr role="row" { @for at in &shown { (head_cell(first.grid, *at)) } }
            }
            @for body in bodies { (body) }
        }
    }
}

fn head_cell(grid: &Grid, at: usize) -> Markup {
    let column = &grid.columns[at];
    let class = match (column.right, at < row_head(grid)) {
        (true, true) => Some("key"),
        (true, false) => Some("number"),
        _ => None,
    };
    let head = head(&column.head);
    html! {
        @if head.is_empty() { td role="cell" {} }
        @else { th role="columnheader" scope="col" class=[class] { (head) } }
    }
}

/// The rows of a part under its name.
fn body(page: &Page<'_>, part: &Part<'_>, notes: &mut Notes<'_>) -> Markup {
    let grid = part.grid;
    let shown = columns(grid);
    let has_words = |row: &&Vec<Entry>| {
        !row.iter()
            .all(|it| matches!(it, Entry::Rule | Entry::Empty))
    };
    let row_head = row_head(grid);
    let is_rule = |row: &Vec<Entry>| row.iter().any(|it| matches!(it, Entry::Rule));
    let rule = grid.rows.iter().position(is_rule);
    let rows: Vec<Markup> = grid
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| has_words(row))
        .map(|(at, entries)| {
            let row = Row {
                page,
                grid,
                shown: &shown,
                row_head,
                entries,
                is_total: rule.is_some_and(|rule| at > rule),
            };
            row.markup(notes)
        })
        .collect();
    html! {
        tbody role="rowgroup" {
            @if let Some(name) = part.name {
                tr.part role="row" { th role="rowheader" scope="rowgroup" colspan=(shown.len()) { (name) } }
            }
            @for row in rows { (row) }
            @for sentence in part.under {
                tr.under role="row" { td.throughout role="cell" colspan=(shown.len()) { (firm(sentence)) } }
            }
        }
    }
}

/// The columns that are shown: codes stand at the head of their row.
fn columns(grid: &Grid) -> Vec<usize> {
    let only_codes = |at: &usize| {
        let entries = grid.rows.iter().filter_map(|row| row.get(*at));
        let mut entries = entries.filter(|it| !matches!(it, Entry::Empty | Entry::Rule));
        entries.clone().next().is_some() && entries.all(|it| matches!(it, Entry::Codes(_)))
    };
    (0..grid.columns.len())
        .filter(|at| !only_codes(at))
        .collect()
}

/// The names over stretches of columns.
fn stretches(grid: &Grid) -> Markup {
    let Some(first) = grid.stretches.first() else {
        return html! {};
    };
    html! {
        tr role="row" {
            @if first.first > 0 { td role="cell" colspan=(first.first) {} }
            @for stretch in &grid.stretches {
                @let number = stretch.end - stretch.first == 1 && grid.columns[stretch.first].right;
                th class={ "over" @if number { " number" } } role="columnheader" scope="colgroup" colspan=(stretch.end - stretch.first) {
                    (capital(&stretch.name))
                }
            }
        }
    }
}

fn head(head: &Head) -> String {
    match head {
        Head::Words(words) | Head::Filled(words) => capital(words),
        Head::Scale => String::new(),
    }
}

/// The column whose cells head the rows: the first of words, else the first.
fn row_head(grid: &Grid) -> usize {
    let is_words = |at: &usize| {
        let mut entries = grid.rows.iter().filter_map(|row| row.get(*at));
        entries.any(|it| match it {
            Entry::Words(_) => true,
            Entry::Repeated(entry) => matches!(**entry, Entry::Words(_)),
            _ => false,
        })
    };
    (0..grid.columns.len()).find(is_words).unwrap_or(0)
}

/// A row of a table.
struct Row<'a> {
    page: &'a Page<'a>,
    grid: &'a Grid,
    shown: &'a [usize],
    row_head: usize,
    entries: &'a [Entry],
    is_total: bool,
}

impl Row<'_> {
    fn markup(&self, notes: &mut Notes<'_>) -> Markup {
        let follows = self
            .entries
            .iter()
            .any(|it| matches!(it, Entry::Repeated(_)));
        let class = match (self.is_total, follows) {
            (true, _) => Some("total"),
            (false, true) => Some("follows"),
            _ => None,
        };
        html! {
            tr role="row" class=[class] {
                @if let Some(reason) = self.throughout(notes) {
                    (self.cell(0, notes))
                    td.throughout role="cell" colspan=(self.shown.len() - 1) {
                        (self.unknown()) ": " (firm(&reason))
                    }
                } @else {
                    @for at in self.shown { (self.cell(*at, notes)) }
                }
            }
        }
    }

    /// The one reason why everything in the row is unknown.
    fn throughout(&self, notes: &Notes<'_>) -> Option<String> {
        let [_, rest @ ..] = self.entries else {
            return None;
        };
        let Some(Entry::Unknown(first)) = rest.first() else {
            return None;
        };
        let same = |it: &Entry| matches!(it, Entry::Unknown(note) if note == first);
        (self.row_head == 0 && rest.len() > 1 && rest.iter().all(same))
            .then(|| notes.reason(*first))
    }

    fn cell(&self, at: usize, notes: &mut Notes<'_>) -> Markup {
        let column = &self.grid.columns[at];
        let (head, is_number) = (head(&column.head), column.right);
        let content = self.content(&self.entries[at], notes);
        if at == self.row_head {
            let class = self.is_total.then_some("sum");
            return html! { th role="rowheader" scope="row" class=[class] { (content) (self.codes()) } };
        }
        let class = match (is_number, at < self.row_head) {
            (true, true) => Some("key"),
            (true, false) => Some("number"),
            _ => None,
        };
        html! { td role="cell" class=[class] data-head=(head) { (content) } }
    }

    /// The codes of the row that have no column of their own.
    fn codes(&self) -> Markup {
        let entries = self.entries.iter().enumerate();
        let mut hidden = entries.filter(|(at, _)| !self.shown.contains(at));
        let codes = hidden.find_map(|(_, entry)| match entry {
            Entry::Codes(codes) => Some(codes),
            _ => None,
        });
        codes.map_or_else(|| html! {}, |codes| opening::codes(self.page, codes))
    }

    fn unknown(&self) -> &'static str {
        terms::ST_UNKNOWN.get(self.page.settings.language)
    }

    fn content(&self, entry: &Entry, notes: &mut Notes<'_>) -> Markup {
        match entry {
            Entry::Words(text) | Entry::Figure(text) => html! { (firm(text)) },
            Entry::Repeated(entry) => self.content(entry, notes),
            Entry::State(key, word) => state(key, word),
            Entry::NoFigure => html! { "–" },
            Entry::Unknown(note) => {
                let nr = notes.number(*note);
                html! { span.unknown { (self.unknown()) sup { (nr) } } }
            }
            Entry::Codes(codes) => opening::codes(self.page, codes),
            Entry::Empty | Entry::Bar(_) | Entry::Rule => html! {},
        }
    }
}

/// A word of a state after its sign; other words as they are.
pub(super) fn state(key: &str, word: &str) -> Markup {
    let Some(sign) = icons::of_state(key) else {
        return html! { (word) };
    };
    let class = match sign {
        "missed" => "state short",
        "unknown" => "state unknown",
        _ => "state",
    };
    html! { span class=(class) { (icons::sign(sign)) (word) } }
}

/// `actie 5`
pub(super) fn action(page: &Page<'_>, nr: ActionNr) -> String {
    match page.settings.language {
        Language::Dutch => dutch::actions(&[nr]),
        Language::English => english::actions(&[nr]),
    }
}

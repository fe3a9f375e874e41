//! A table as it is about to be drawn: entries in columns, not yet of a width.
//! Where the width does not hold it, each row becomes a block of lines.

use super::bar::half;
use super::ink::{ink, rule};
use super::widths::fit;
use super::wrap::{hanging, padded, width, wrap, wrapped};
use crate::model::{Language, Share};
use crate::render::Settings;
use crate::render::layout::{Bar, Stretch};
use crate::wording::{count, dutch, english};
use comfy_table::{
    Cell, CellAlignment, ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, Table,
    TableStyle, Width,
};
use std::borrow::Cow;

/// Columns between two columns.
pub(super) const GAP: usize = 2;

/// A table as it is about to be drawn.
#[derive(Debug, Default, Clone)]
pub(super) struct Grid<'a> {
    pub(super) columns: Vec<GridColumn<'a>>,
    pub(super) rows: Vec<Vec<Entry<'a>>>,
    /// Stretches of columns with a name over them.
    pub(super) stretches: Vec<Stretch>,
}

/// A column of a grid.
#[derive(Debug, Clone)]
pub(super) struct GridColumn<'a> {
    pub(super) head: Head<'a>,
    /// Whether it is set to the right.
    pub(super) right: bool,
    /// Whether it may be left out where there is no room.
    pub(super) optional: bool,
}

/// What stands over a column.
#[derive(Debug, Clone)]
pub(super) enum Head<'a> {
    Words(Cow<'a, str>),
    /// The scale of a target bar.
    Scale,
}

impl Head<'_> {
    pub(super) fn words(&self) -> &str {
        match self {
            Self::Words(words) => words,
            Self::Scale => "",
        }
    }
}

/// What stands in a cell.
#[derive(Debug, Clone)]
pub(super) enum Entry<'a> {
    Empty,
    /// Text, which wraps.
    Words(Cow<'a, str>),
    /// A figure, which is never wrapped or cut.
    Figure(Cow<'a, str>),
    /// A value that repeats the one above it.
    Repeated(Cow<'a, str>),
    Bar(Bar),
    /// An accountant's rule.
    Rule,
}

impl<'a> Entry<'a> {
    /// Its text by itself.
    pub(super) fn into_text(self) -> Cow<'a, str> {
        match self {
            Self::Words(text) | Self::Figure(text) | Self::Repeated(text) => text,
            Self::Empty | Self::Bar(_) | Self::Rule => Cow::Borrowed(""),
        }
    }

    /// Its text, also where it is not repeated.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Words(text) | Self::Figure(text) | Self::Repeated(text) => text,
            Self::Empty | Self::Bar(_) | Self::Rule => "",
        }
    }

    fn drawn(&self, room: usize, settings: &Settings) -> String {
        match self {
            Self::Words(text) => wrapped(text, room),
            Self::Figure(text) => text.to_string(),
            Self::Bar(bar) => padded(&bar.drawn(room, settings), room),
            Self::Rule => rule(ink(settings).rule, room),
            Self::Empty | Self::Repeated(_) => String::new(),
        }
    }
}

impl Grid<'_> {
    /// The lines of the grid: a table, else blocks.
    pub(super) fn lines(self, settings: &Settings) -> Vec<String> {
        match fit(self, settings.width) {
            Ok((grid, widths)) => grid.table(&widths, settings),
            Err(grid) => grid.blocks(settings),
        }
    }

    /// The lines of a table whose columns have these widths.
    pub(super) fn table(&self, widths: &[usize], settings: &Settings) -> Vec<String> {
        let mut table = Table::new();
        table.load_style(style(ink(settings).rule));
        table.set_content_arrangement(ContentArrangement::Disabled);
        let heads = self.heads(widths, settings);
        let head_lines = heads.first().map_or(0, |head| head.split('\n').count());
        table.set_header(heads);
        for row in &self.rows {
            let cells = row.iter().zip(widths);
            table.add_row(cells.map(|(entry, room)| Cell::new_owned(entry.drawn(*room, settings))));
        }
        for (index, (column, room)) in self.columns.iter().zip(widths).enumerate() {
            let room = u16::try_from(room + GAP).unwrap_or(u16::MAX);
            let drawn = table.column_mut(index).expect("every column has a head");
            drawn.set_padding((0, 2));
            drawn.set_constraint(ColumnConstraint::Absolute(Width::Fixed(room)));
            if column.right {
                drawn.set_cell_alignment(CellAlignment::Right);
            }
        }
        let stretched = self.stretched(widths, settings);
        let lines = table.lines().enumerate().map(|(nr, mut line)| {
            if nr == head_lines {
                return rule(ink(settings).rule, settings.width);
            }
            line.truncate(line.trim_end().len());
            line
        });
        stretched.into_iter().chain(lines).collect()
    }

    /// The heads, standing on the rule under them.
    fn heads(&self, widths: &[usize], settings: &Settings) -> Vec<String> {
        let heads: Vec<Vec<String>> = self
            .columns
            .iter()
            .zip(widths)
            .map(|(column, room)| match &column.head {
                Head::Words(words) => wrap(words, *room),
                Head::Scale => vec![scale(*room, settings.language)],
            })
            .collect();
        let most = heads.iter().map(Vec::len).max().unwrap_or(0);
        heads
            .iter()
            .map(|lines| "\n".repeat(most - lines.len()) + &lines.join("\n"))
            .collect()
    }

    /// The line that names stretches of columns, where there are any.
    fn stretched(&self, widths: &[usize], settings: &Settings) -> Option<String> {
        let mut line = String::new();
        for Stretch { first, end, name } in &self.stretches {
            let start: usize = widths[..*first].iter().map(|room| room + GAP).sum();
            let room = widths[*first..*end]
                .iter()
                .map(|room| room + GAP)
                .sum::<usize>()
                - GAP;
            let left = room.saturating_sub(width(name) + 1);
            line = padded(&line, start) + name + " " + &rule(ink(settings).rule, left);
        }
        (!self.stretches.is_empty()).then(|| line.trim_end().to_owned())
    }

    /// Every row as lines of name and value, an empty line between two rows.
    fn blocks(&self, settings: &Settings) -> Vec<String> {
        let blocks = self.rows.iter().map(|row| self.block(row, settings));
        let blocks: Vec<_> = blocks.filter(|block| !block.is_empty()).collect();
        blocks.join(&String::new())
    }

    fn block(&self, row: &[Entry<'_>], settings: &Settings) -> Vec<String> {
        let (mut lines, rest) = match (self.columns.first(), row) {
            (Some(column), [key, title @ Entry::Words(_), ..]) if column.right => {
                let key = format!("{:>2}  ", key.text());
                (hanging(&key, title.text(), settings.width), 2)
            }
            _ => (Vec::new(), 0),
        };
        let indent = if rest > 0 { "    " } else { "" };
        let cells = self.columns.iter().zip(row).skip(rest);
        for (column, entry) in cells.filter(|(_, entry)| !entry.text().is_empty()) {
            let room = settings.width - indent.len();
            let named = named(column.head.words(), entry, room);
            lines.extend(named.iter().map(|line| format!("{indent}{line}")));
        }
        lines
    }
}

/// `name: value`, the value on a line of its own where it would be cut.
fn named(name: &str, entry: &Entry<'_>, room: usize) -> Vec<String> {
    let value = entry.text();
    if name.is_empty() {
        return wrap(value, room);
    }
    let whole = format!("{name}: {value}");
    if width(&whole) <= room {
        return vec![whole];
    }
    let mut lines = wrap(&format!("{name}:"), room);
    lines.extend(hanging("  ", value, room));
    lines
}

/// No borders, one rule under the head.
fn style(character: char) -> TableStyle {
    TableStyle::new()
        .header_lines(ContentLineStyle::none())
        .content_lines(ContentLineStyle::none())
        .header_separator(LineStyle::none().fill(character))
}

/// `0    100 %  200`, the 100 over the tick.
fn scale(room: usize, language: Language) -> String {
    let percent = match language {
        Language::Dutch => dutch::share,
        Language::English => english::share,
    };
    let half = half(room);
    let whole = Share::new(1, 1).map(percent).unwrap_or_default();
    let line = padded(&count(0, language), half.saturating_sub(2)) + &whole;
    padded(&line, (half * 2).saturating_sub(2)) + &count(200, language)
}

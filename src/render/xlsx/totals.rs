//! The lines of totals under a table, where the page has them and the sheet holds all
//! the rows that they are of.

use super::formula::{column_name, in_cents};
use super::held::{Held, figure, held};
use super::sheet::{Look, Sheet};
use super::widths::Width;
use super::{number, words};
use crate::document::{Cell, ColumnKind, Document, Layout, Table, Total, View};
use crate::model::Language;
use crate::wording::Both;
use rust_decimal::Decimal;

/// A line of totals.
pub(super) struct Line<'a> {
    label: String,
    /// The rows that it is of.
    rows: Vec<usize>,
    /// By position of its column: the value that all rows share, and the totals.
    cells: Vec<(usize, &'a Cell)>,
}

/// Rows of a table that have totals of their own.
struct Group<'a> {
    rows: Vec<usize>,
    /// The column whose value they share, and the value.
    by: Option<(usize, &'a Cell)>,
}

/// The views of a table that have totals.
pub(super) fn views<'a>(document: &'a Document, table: &'a Table) -> Vec<&'a View> {
    let views = document.views_of(table);
    views.filter(|view| !view.totals.is_empty()).collect()
}

/// The lines of totals of a view that the sheet of its table can have.
pub(super) fn lines<'a>(view: &'a View, table: &'a Table, language: Language) -> Vec<Line<'a>> {
    let groups = groups(table, view);
    let mut lines = Vec::new();
    for total in &view.totals {
        let label = words::text(&total.label.say(language));
        for (nr, group) in groups.iter().enumerate() {
            let line = line(table, total, nr, group, label.clone());
            if is_whole(table, group) && line.has_figure() {
                lines.push(line);
            }
        }
    }
    lines
}

/// The rows of a view, in the groups that its totals are of.
fn groups<'a>(table: &'a Table, view: &View) -> Vec<Group<'a>> {
    let by = match view.layout {
        Layout::Lines { .. } => {
            let rows = view.rows.clone();
            return vec![Group { rows, by: None }];
        }
        Layout::Stacked { by, .. } => by,
        // There totals stand across values that a line of a sheet does not have.
        Layout::Ledger { .. } | Layout::Spread { .. } => return Vec::new(),
    };
    let Some(at) = table.position(by) else {
        return Vec::new();
    };
    let mut groups: Vec<Group<'a>> = Vec::new();
    for row in &view.rows {
        let value = &table.rows[*row][at];
        let known = groups.iter_mut().find(|it| it.by == Some((at, value)));
        match known {
            Some(group) => group.rows.push(*row),
            None => groups.push(Group {
                rows: vec![*row],
                by: Some((at, value)),
            }),
        }
    }
    groups
}

/// Whether the sheet has no other rows that a reader would take to be in the total.
fn is_whole(table: &Table, group: &Group<'_>) -> bool {
    let shares = |cells: &&Vec<Cell>| group.by.is_none_or(|(at, value)| cells[at] == *value);
    let mut rows = group.rows.clone();
    rows.sort_unstable();
    rows.dedup();
    rows.len() == table.rows.iter().filter(shares).count()
}

/// The line of the nth group: of the cells of a key the nth belongs to it.
fn line<'a>(
    table: &'a Table,
    total: &'a Total,
    nr: usize,
    group: &Group<'a>,
    label: String,
) -> Line<'a> {
    let mut cells: Vec<_> = group.by.into_iter().collect();
    for (at, column) in table.columns.iter().enumerate() {
        let key = column.term.key;
        let same = total.cells.iter().filter(|(other, _)| *other == key);
        cells.extend(same.map(|(_, cell)| (at, cell)).nth(nr));
    }
    Line {
        label,
        rows: group.rows.clone(),
        cells,
    }
}

impl Line<'_> {
    /// Whether it says more than that nothing is known or nothing applies.
    fn has_figure(&self) -> bool {
        let totals = self.cells.iter().filter(|(_, cell)| is_amount(cell));
        totals.count() > 0
    }

    /// Writes it into a row of the sheet.
    pub(super) fn write(&self, table: &Table, row: u32, widths: &[Width], sheet: &mut Sheet) {
        let label_at = self.label_at(table);
        for ((at, column), width) in (0..).zip(&table.columns).zip(widths) {
            let index = usize::from(at);
            let here = self.cells.iter().find(|(other, _)| *other == index);
            let look = Look {
                side: width.side,
                wraps: false,
                is_total: true,
            };
            let held = match here {
                Some((_, cell)) => held(cell, column, sheet.language),
                None if label_at == Some(index) => Held::Words(self.label.clone()),
                None => Held::Nothing,
            };
            match here.and_then(|(_, cell)| self.sum(table, index, cell)) {
                Some(sum) => sheet.formula((row, at), &sum, &held, look),
                None => sheet.held((row, at), &held, look),
            }
            let is_other = here.is_some_and(|(_, cell)| self.is_other(table, index, cell));
            if is_other {
                sheet.note((row, at), OTHER.get(sheet.language));
            }
        }
    }

    /// The first column of words that holds nothing else of the line.
    fn label_at(&self, table: &Table) -> Option<usize> {
        let is_of_words = |at: &usize| {
            let kind = table.columns[*at].kind;
            let is_free = self.cells.iter().all(|(other, _)| other != at);
            is_free && matches!(kind, ColumnKind::Text | ColumnKind::Word)
        };
        (0..table.columns.len()).find(is_of_words)
    }

    /// Whether a known total is another figure than the cells above it add up to.
    fn is_other(&self, table: &Table, at: usize, total: &Cell) -> bool {
        is_amount(total) && self.sum(table, at, total).is_none()
    }

    /// The sum of the column as a formula; none where it is not exactly the total, or
    /// where some of the rows are unknown: a sum would pass over them.
    fn sum(&self, table: &Table, at: usize, total: &Cell) -> Option<String> {
        let column = &table.columns[at];
        let (own, _) = figure(total, column).filter(|_| is_amount(total))?;
        let mut sum = Decimal::ZERO;
        for row in &self.rows {
            match &table.rows[*row][at] {
                Cell::Nothing => {}
                cell => {
                    let (figure, _) = figure(cell, column)?;
                    sum += Some(figure).filter(|it| number::fits(*it))?;
                }
            }
        }
        let ranges = ranges(&self.rows, &column_name(at)?);
        (sum == own).then(|| in_cents(&format!("SUM({ranges})"), column.kind))?
    }
}

/// What is said beside a total that is no sum of the cells above it.
const OTHER: Both = Both {
    nl: "zoals het verslag het heeft: dit is niet de som van de cellen erboven",
    en: "as the report has it: this is not the sum of the cells above",
};

/// Whether a cell holds what can be added.
fn is_amount(cell: &Cell) -> bool {
    matches!(
        cell,
        Cell::Count(_) | Cell::Units(_) | Cell::Euro(_) | Cell::Fte(_) | Cell::FteMonths(_)
    )
}

/// The rows as ranges of a column, below the headings.
fn ranges(rows: &[usize], column: &str) -> String {
    let stretches = super::stretches(rows).into_iter();
    let ranges =
        stretches.map(|(first, last)| format!("{column}{}:{column}{}", first + 2, last + 2));
    ranges.collect::<Vec<_>>().join(",")
}

//! A view with a line for each row of the table.

use super::Paper;
use super::footnotes::{Footnotes, listed};
use super::grid::{Bar, Entry, Grid, GridColumn, Head};
use crate::document::{self, Cell, Column, ColumnKind, Figure, Shown, Table};
use crate::finding::Code;
use crate::model::{Language, Ratio, Unknown};
use crate::wording::{Say, capital, terms};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What is shown of a table, and how.
pub(super) struct Lines<'a> {
    pub(super) table: &'a Table,
    pub(super) rows: Vec<usize>,
    pub(super) shown: Vec<Shown>,
    pub(super) group: Option<&'static str>,
    pub(super) codes: &'a BTreeMap<usize, Vec<Code>>,
    /// Sums: the label, and cells by the key of their column.
    pub(super) totals: Vec<(String, Vec<(&'static str, &'a Cell)>)>,
}

impl Lines<'_> {
    /// The grid, and sentences on the columns that are unknown throughout.
    pub(super) fn grid(mut self, notes: &mut Footnotes, paper: &dyn Paper) -> (Grid, Vec<String>) {
        if !paper.draws_bars() {
            self.shown
                .retain(|shown| matches!(shown.figure, Figure::Column(_)));
        }
        self.leave_out_empty();
        let sentences = self.leave_out_unknown(paper.language());
        (self.drawn_with_room(notes, paper), sentences)
    }

    fn drawn(&self, notes: &mut Footnotes, language: Language) -> Grid {
        let columns = self.shown.iter().map(|it| head(self.table, it, language));
        let mut columns: Vec<GridColumn> = columns.collect();
        let mut rows: Vec<Vec<Entry>> = self
            .rows
            .iter()
            .enumerate()
            .map(|(nr, row)| self.row(nr, *row, notes))
            .collect();
        rows.extend(self.total_rows(notes));
        add_codes(&mut columns, &mut rows, self.codes_of_rows());
        Grid {
            columns,
            rows,
            stretches: Vec::new(),
        }
    }

    /// The grid with the optional columns for which there is room. One that is left out
    /// leaves no footnote either.
    fn drawn_with_room(&mut self, notes: &mut Footnotes, paper: &dyn Paper) -> Grid {
        loop {
            let mut tried = notes.clone();
            let grid = self.drawn(&mut tried, paper.language());
            match self.shown.iter().rposition(|shown| shown.only_with_room) {
                Some(at) if !paper.holds_all(&grid) => drop(self.shown.remove(at)),
                _ => {
                    *notes = tried;
                    return grid;
                }
            }
        }
    }

    fn row(&self, nr: usize, row: usize, notes: &mut Footnotes) -> Vec<Entry> {
        let above = nr.checked_sub(1).map(|above| self.rows[above]);
        self.shown
            .iter()
            .map(|shown| match &shown.figure {
                Figure::Bar(bar) => Entry::Bar(self.bar(bar, row)),
                Figure::Column(key) => {
                    let Some((cell, column)) = self.cell(row, key) else {
                        return Entry::Empty;
                    };
                    let same = above.and_then(|above| self.table.seen(above, key)) == Some(cell);
                    match notes.entry(cell, column) {
                        entry if same && self.group == Some(*key) => {
                            Entry::Repeated(Box::new(entry))
                        }
                        entry => entry,
                    }
                }
            })
            .collect()
    }

    fn cell(&self, row: usize, key: &str) -> Option<(&Cell, &Column)> {
        let column = &self.table.columns[self.table.position(key)?];
        Some((self.table.seen(row, key)?, column))
    }

    fn bar(&self, bar: &document::Bar, row: usize) -> Bar {
        let get = |key: &str| self.table.seen(row, key);
        drawn(bar, get, Some(row), self.most(bar))
    }

    /// The most of a bar's amounts over all rows and sums.
    fn most(&self, bar: &document::Bar) -> Decimal {
        let document::Bar::Filled { planned, filled } = bar else {
            return Decimal::ZERO;
        };
        let cells = self.rows.iter().flat_map(|row| {
            [planned, filled].map(|key| self.table.seen(*row, key).and_then(amount))
        });
        let sums = self.totals.iter().flat_map(|(_, cells)| cells);
        let sums = sums
            .filter(|(key, _)| key == planned || key == filled)
            .map(|(_, cell)| amount(cell));
        cells.chain(sums).flatten().max().unwrap_or_default()
    }

    /// The sums, the first under an accountant's rule.
    fn total_rows(&self, notes: &mut Footnotes) -> Vec<Vec<Entry>> {
        let label_at = self.label_position();
        let mut rows = Vec::new();
        for (nr, (label, cells)) in self.totals.iter().enumerate() {
            let mut row = self.total_row(cells, notes);
            if nr == 0 {
                rows.push(row.iter().map(under_rule).collect());
            }
            if let Some(entry) = label_at.and_then(|at| row.get_mut(at)) {
                *entry = Entry::Words(label.clone());
            }
            rows.push(row);
        }
        rows
    }

    fn total_row(&self, cells: &[(&str, &Cell)], notes: &mut Footnotes) -> Vec<Entry> {
        let get = |key: &str| {
            let found = cells.iter().find(|(of, _)| *of == key);
            found.map(|(_, cell)| *cell)
        };
        self.shown
            .iter()
            .map(|shown| match &shown.figure {
                Figure::Column(key) => match (get(key), self.table.position(key)) {
                    (Some(cell), Some(index)) => notes.entry(cell, &self.table.columns[index]),
                    _ => Entry::Empty,
                },
                Figure::Bar(bar @ document::Bar::Filled { planned, .. })
                    if get(planned).is_some() =>
                {
                    Entry::Bar(drawn(bar, get, None, self.most(bar)))
                }
                Figure::Bar(_) => Entry::Empty,
            })
            .collect()
    }

    /// The first column of text that holds no sum, else the first without a sum.
    fn label_position(&self) -> Option<usize> {
        let free = |shown: &Shown| match shown.figure {
            Figure::Column(key) => !self.has_total(key),
            Figure::Bar(_) => false,
        };
        let text = |shown: &Shown| self.kind(shown) == Some(ColumnKind::Text);
        let all = &self.shown;
        let first = all.iter().position(|shown| text(shown) && free(shown));
        first.or_else(|| all.iter().position(free))
    }

    fn has_total(&self, key: &str) -> bool {
        let mut cells = self.totals.iter().flat_map(|(_, cells)| cells);
        cells.any(|(of, cell)| *of == key && !matches!(cell, Cell::Unknown(_) | Cell::Nothing))
    }

    fn kind(&self, shown: &Shown) -> Option<ColumnKind> {
        match shown.figure {
            Figure::Column(key) => Some(self.table.columns[self.table.position(key)?].kind),
            Figure::Bar(_) => None,
        }
    }

    fn codes_of_rows(&self) -> Vec<Vec<Code>> {
        let codes = self.rows.iter().map(|row| self.codes.get(row));
        codes
            .map(|codes| codes.cloned().unwrap_or_default())
            .collect()
    }

    /// Texts that no row has are no column.
    fn leave_out_empty(&mut self) {
        let (table, rows) = (self.table, &self.rows);
        self.shown.retain(|shown| match shown.figure {
            Figure::Column(key) => {
                let text = table
                    .position(key)
                    .is_some_and(|at| table.columns[at].kind == ColumnKind::Text);
                !text
                    || rows
                        .iter()
                        .any(|row| table.seen(*row, key) != Some(&Cell::Nothing))
            }
            Figure::Bar(ref bar) => rows.iter().any(|row| has_figure(table, bar, *row)),
        });
    }

    /// Columns that are unknown throughout for one reason become a sentence,
    /// unless no figure would be left.
    fn leave_out_unknown(&mut self, language: Language) -> Vec<String> {
        let unknown: Vec<(&'static str, &Unknown)> = self
            .shown
            .iter()
            .filter_map(|shown| match shown.figure {
                Figure::Column(key) if !self.has_total(key) => {
                    Some((key, unknown_throughout(self.table, &self.rows, key)?))
                }
                _ => None,
            })
            .collect();
        let is_unknown = |key: &str| unknown.iter().any(|(of, _)| *of == key);
        let stays = self.shown.iter().any(|shown| match shown.figure {
            Figure::Column(key) => !is_unknown(key) && self.kind(shown).is_some_and(is_figure),
            Figure::Bar(_) => false,
        });
        if !stays {
            return Vec::new();
        }
        self.shown.retain(|shown| match &shown.figure {
            Figure::Column(key) => !is_unknown(key),
            Figure::Bar(bar) => !bar_keys(bar).into_iter().all(is_unknown),
        });
        sentences(self.table, &unknown, language)
    }
}

/// The head of a shown column.
pub(super) fn head(table: &Table, shown: &Shown, language: Language) -> GridColumn {
    let column = |key: &str| table.position(key).map(|at| &table.columns[at]);
    let word = |key: &str| column(key).map_or("", |column| column.term.get(language));
    let (head, right) = match &shown.figure {
        Figure::Column(key) => (
            Head::Words(word(key).to_owned()),
            column(key).is_some_and(|column| column.kind.is_number()),
        ),
        Figure::Bar(document::Bar::Target { .. }) => (Head::Scale, false),
        Figure::Bar(document::Bar::Share { .. }) => (Head::Words(String::new()), false),
        Figure::Bar(document::Bar::Filled { filled, .. }) => {
            (Head::Filled(word(filled).to_owned()), false)
        }
    };
    GridColumn {
        head,
        right,
        optional: shown.only_with_room,
    }
}

/// A bar from the cells of a row or of a sum.
pub(super) fn drawn<'a>(
    bar: &document::Bar,
    get: impl Fn(&str) -> Option<&'a Cell>,
    row: Option<usize>,
    most: Decimal,
) -> Bar {
    match bar {
        document::Bar::Target { ratio, doubtful } => Bar::Target {
            ratio: get(ratio).and_then(part),
            doubtful: row.and_then(|row| doubtful.get(&row)).copied(),
        },
        document::Bar::Share { ratio } => Bar::Share(get(ratio).and_then(part)),
        document::Bar::Filled { planned, filled } => Bar::Filled {
            planned: get(planned).and_then(amount),
            filled: get(filled).and_then(amount),
            most,
        },
    }
}

/// A last column for the codes of findings, where there are any.
pub(super) fn add_codes(
    columns: &mut Vec<GridColumn>,
    rows: &mut [Vec<Entry>],
    codes: Vec<Vec<Code>>,
) {
    if codes.iter().all(Vec::is_empty) {
        return;
    }
    columns.push(GridColumn {
        head: Head::Words(String::new()),
        right: false,
        optional: false,
    });
    let mut codes = codes.into_iter();
    for row in rows {
        row.push(match codes.next() {
            Some(codes) if !codes.is_empty() => Entry::Codes(codes),
            _ => Entry::Empty,
        });
    }
}

/// `Doel en bereikt: onbekend, <reason>.`, columns of one reason together.
pub(super) fn sentences(
    table: &Table,
    unknown: &[(&str, &Unknown)],
    language: Language,
) -> Vec<String> {
    let mut reasons: Vec<(&Unknown, Vec<String>)> = Vec::new();
    for (key, reason) in unknown {
        let column = table.position(key).map(|at| &table.columns[at]);
        let word = column
            .map_or(*key, |column| column.term.get(language))
            .to_owned();
        match reasons.iter_mut().find(|(known, _)| known == reason) {
            Some((_, words)) => words.push(word),
            None => reasons.push((reason, vec![word])),
        }
    }
    let unknown = terms::ST_UNKNOWN.get(language);
    reasons
        .iter()
        .map(|(reason, words)| {
            let words = capital(&listed(words, language));
            format!("{words}: {unknown}, {}.", reason.say(language))
        })
        .collect()
}

fn unknown_throughout<'a>(table: &'a Table, rows: &[usize], key: &str) -> Option<&'a Unknown> {
    let mut cells = rows.iter().map(|row| table.seen(*row, key));
    let Some(Some(Cell::Unknown(first))) = cells.next() else {
        return None;
    };
    let same = |cell: Option<&Cell>| matches!(cell, Some(Cell::Unknown(it)) if it == first);
    cells.all(same).then_some(first)
}

fn is_figure(kind: ColumnKind) -> bool {
    !matches!(kind, ColumnKind::Key | ColumnKind::Text | ColumnKind::Word)
}

fn bar_keys(bar: &document::Bar) -> Vec<&'static str> {
    match bar {
        document::Bar::Target { ratio, .. } | document::Bar::Share { ratio } => vec![ratio],
        document::Bar::Filled { planned, filled } => vec![planned, filled],
    }
}

fn under_rule(entry: &Entry) -> Entry {
    if entry.is_figure() {
        Entry::Rule
    } else {
        Entry::Empty
    }
}

fn part(cell: &Cell) -> Option<Ratio> {
    match cell {
        Cell::Ratio(ratio) => Some(*ratio),
        _ => None,
    }
}

fn amount(cell: &Cell) -> Option<Decimal> {
    match cell {
        Cell::Fte(fte) => Some(fte.decimal()),
        Cell::FteMonths(months) => Some(months.rounded(2)),
        Cell::Units(units) => Some(units.decimal()),
        Cell::Euro(amount) => Some(amount.decimal()),
        Cell::Count(count) => Some(Decimal::from(*count)),
        _ => None,
    }
}

/// Whether anything is known that a bar can draw of a row.
fn has_figure(table: &Table, bar: &document::Bar, row: usize) -> bool {
    let key = match bar {
        document::Bar::Target { ratio, .. } | document::Bar::Share { ratio } => ratio,
        document::Bar::Filled { filled, .. } => filled,
    };
    matches!(table.seen(row, key), Some(Cell::Ratio(_) | Cell::Fte(_)))
}

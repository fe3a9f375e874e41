//! Findings of one log while it is read: kept with their offsets, at most a hundred
//! of each code, and given their lines when the file has been read. A cell of a sheet
//! has its line from the start.

use super::milestones::Milestones;
use super::rows::Row;
use super::text::lines_of;
use crate::finding::{CellSpot, Code, Fault, Finding, MoreOfTheSame, Rule, Spot};
use crate::input::capped::MOST_OF_A_CODE;
use crate::input::fault::{ContactDetails, NationalNumber, RowTooLong};
use crate::input::origin::Origin;
use crate::input::personal_data::{Personal, personal};
use crate::input::sheet::rows::SheetRow;
use crate::source::{FileId, Span};
use std::collections::BTreeMap;
use std::io;

/// Characters of a cell that an excerpt shows.
const LONGEST_EXCERPT: usize = 200;

/// A cell whose line may not be counted yet.
#[derive(Debug, Clone)]
pub(in crate::input) struct CellPlace {
    line: Line,
    column: usize,
    cell: String,
    excerpt: String,
}

/// Where the line of a cell comes from.
#[derive(Debug, Clone, Copy)]
enum Line {
    /// It is to be counted up to this offset.
    At(u64),
    /// It is the number of the row in its sheet.
    Row(u64),
}

impl CellPlace {
    /// The place of a cell of a row; of the whole row where it has no such cell.
    pub(in crate::input) fn of(row: &Row<'_>, index: usize) -> Self {
        let text = row.text(index);
        let text = text.trim();
        Self {
            line: Line::At(row.cell_offset(index)),
            column: row.column(index),
            cell: cell_name(index.min(row.cells.len().saturating_sub(1)), row.nr),
            excerpt: shown(text),
        }
    }

    /// The place of a cell of a row of a sheet.
    pub(in crate::input) fn of_sheet(row: &SheetRow, index: usize) -> Self {
        Self {
            line: Line::Row(row.nr),
            column: index + 1,
            cell: format!("{}!{}", row.sheet, cell_name(index, row.nr)),
            excerpt: shown(row.text(index).trim()),
        }
    }

    /// As [`CellPlace::of`], showing the cell as it is written, quotes included.
    pub(in crate::input) fn as_written(row: &Row<'_>, index: usize) -> Self {
        let text = row.raw_text(index);
        Self {
            excerpt: shown(text.trim()),
            ..Self::of(row, index)
        }
    }

    /// The place of a row that was passed over unread.
    pub(in crate::input) fn of_offset(offset: u64, nr: u64) -> Self {
        Self {
            line: Line::At(offset),
            column: 1,
            cell: cell_name(0, nr),
            excerpt: String::new(),
        }
    }

    /// Up to where lines are still to be counted.
    fn offset(&self) -> Option<u64> {
        match self.line {
            Line::At(offset) => Some(offset),
            Line::Row(_) => None,
        }
    }
}

/// What a finding shows of a cell.
fn shown(text: &str) -> String {
    personal(text).map_or_else(|| shortened(text), |it| it.mask().to_owned())
}

/// The first line of a cell, and of that no more than one can take in.
fn shortened(text: &str) -> String {
    let text = text.lines().next().unwrap_or_default();
    match text.char_indices().nth(LONGEST_EXCERPT) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// A cell as a spreadsheet names it: `A3`, `AB12`.
fn cell_name(index: usize, row: u64) -> String {
    column_letters(index) + &row.to_string()
}

/// A column as a spreadsheet names it: `A`, `AB`.
pub(in crate::input) fn column_letters(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Where a finding of a log stands.
#[derive(Debug, Clone)]
pub(in crate::input) enum At {
    /// In a cell.
    Cell(CellPlace),
    /// In the dossier, for a value that it fixes for the whole file.
    Dossier(Span),
    /// The file as a whole.
    File,
}

#[derive(Debug)]
enum Facts {
    Ready(Box<dyn Fault>),
    /// A row too long; the line where its quote opened is counted at the end.
    TooLong {
        quote: Option<u64>,
    },
}

#[derive(Debug)]
struct Pending {
    facts: Facts,
    at: At,
    related: Option<CellPlace>,
}

/// The findings of one file.
#[derive(Debug)]
pub(in crate::input) struct Told {
    file: FileId,
    pending: Vec<Pending>,
    counts: BTreeMap<Code, (u64, &'static Rule, Option<At>)>,
    /// Places of which the line is known when all has been read.
    pub(in crate::input) milestones: Milestones,
}

impl Told {
    /// Nothing told yet.
    pub(in crate::input) fn new(file: FileId) -> Self {
        Self {
            file,
            pending: Vec::new(),
            counts: BTreeMap::new(),
            milestones: Milestones::default(),
        }
    }

    /// Tells a fault, and perhaps another cell that it is about. A value that the
    /// dossier fixes for all rows is told once.
    pub(in crate::input) fn tell(&mut self, fault: impl Fault + 'static, at: At) {
        self.tell_with(fault, at, None);
    }

    /// As [`Told::tell`], with another cell that it is about.
    pub(in crate::input) fn tell_with(
        &mut self,
        fault: impl Fault + 'static,
        at: At,
        related: Option<CellPlace>,
    ) {
        if self.is_new(&at) && self.is_wanted(fault.rule(), &at) {
            self.pending.push(Pending {
                facts: Facts::Ready(Box::new(fault)),
                at,
                related,
            });
        }
    }

    /// As [`Told::tell`], of a fault that takes long to find out about: it is
    /// made only if it is wanted.
    pub(in crate::input) fn tell_made<F: Fault + 'static>(
        &mut self,
        rule: &'static Rule,
        at: At,
        fault: impl FnOnce() -> F,
    ) {
        if self.is_new(&at) && self.is_wanted(rule, &at) {
            self.pending.push(Pending {
                facts: Facts::Ready(Box::new(fault())),
                at,
                related: None,
            });
        }
    }

    /// Tells personal data. Its place is made only if it is wanted: a row may hold it in
    /// thousands of cells, and the column of each is counted from the start of the line.
    pub(in crate::input) fn tell_personal(&mut self, found: Personal, at: impl FnOnce() -> At) {
        let fault: Box<dyn Fault> = match found {
            Personal::NationalNumber => Box::new(NationalNumber {}),
            Personal::Contact(kind) => Box::new(ContactDetails { kind }),
        };
        let rule = fault.rule();
        if let Some((count, ..)) = self.counts.get_mut(&rule.code)
            && *count > MOST_OF_A_CODE
        {
            *count += 1;
            return;
        }
        let at = at();
        if self.is_wanted(rule, &at) {
            self.pending.push(Pending {
                facts: Facts::Ready(fault),
                at,
                related: None,
            });
        }
    }

    /// Tells a row that is too long.
    pub(in crate::input) fn tell_too_long(&mut self, place: CellPlace, quote: Option<u64>) {
        let rule = RowTooLong { quote_opened: None }.rule();
        let at = At::Cell(place);
        if self.is_wanted(rule, &at) {
            self.pending.push(Pending {
                facts: Facts::TooLong { quote },
                at,
                related: None,
            });
        }
    }

    /// Whether it is no value of the dossier that was told already.
    fn is_new(&self, at: &At) -> bool {
        let At::Dossier(span) = at else { return true };
        let mut told = self.pending.iter();
        !told.any(|it| matches!(&it.at, At::Dossier(told) if told == span))
    }

    fn is_wanted(&mut self, rule: &'static Rule, at: &At) -> bool {
        let (count, _, first_untold) = self.counts.entry(rule.code).or_insert((0, rule, None));
        *count += 1;
        if *count == MOST_OF_A_CODE + 1 {
            *first_untold = Some(at.clone());
        }
        *count <= MOST_OF_A_CODE
    }

    /// All findings with their lines, and the places of `wanted` with theirs. Reads the
    /// file again, when there is something to place.
    ///
    /// # Errors
    /// When the file cannot be read again.
    pub(in crate::input) fn located(
        self,
        origin: Origin<'_>,
        wanted: &[At],
    ) -> io::Result<(Vec<Finding>, Vec<Spot>)> {
        let lines = self.count_lines(origin, wanted)?;
        let spot = |at: &At| spot(self.file, at, &lines);
        let mut findings = Vec::new();
        for pending in self.pending {
            let at = spot(&pending.at);
            let fault = match pending.facts {
                Facts::Ready(fault) => fault,
                Facts::TooLong { quote } => {
                    let quote_opened = quote.and_then(|offset| lines.get(&offset).copied());
                    Box::new(RowTooLong { quote_opened })
                }
            };
            let related = pending.related.map(|cell| spot(&At::Cell(cell)));
            findings.push(Finding {
                fault,
                spot: at,
                related: related.into_iter().collect(),
            });
        }
        for (count, rule, first) in self.counts.values() {
            if let Some(first) = first {
                let fault = MoreOfTheSame {
                    rule,
                    more: count - MOST_OF_A_CODE,
                    about: Vec::new(),
                };
                findings.push(Finding::new(fault, spot(first)));
            }
        }
        Ok((findings, wanted.iter().map(spot).collect()))
    }

    fn count_lines(&self, origin: Origin<'_>, wanted: &[At]) -> io::Result<BTreeMap<u64, usize>> {
        let of = |at: &At| {
            if let At::Cell(cell) = at {
                cell.offset()
            } else {
                None
            }
        };
        let mut offsets: Vec<u64> = wanted.iter().filter_map(of).collect();
        for pending in &self.pending {
            offsets.extend(of(&pending.at));
            offsets.extend(pending.related.as_ref().and_then(CellPlace::offset));
            if let Facts::TooLong { quote } = pending.facts {
                offsets.extend(quote);
            }
        }
        offsets.extend(
            self.counts
                .values()
                .filter_map(|(_, _, at)| at.as_ref().and_then(of)),
        );
        offsets.sort_unstable();
        offsets.dedup();
        if offsets.is_empty() {
            return Ok(BTreeMap::new());
        }
        let lines = lines_of(origin, &offsets, &self.milestones)?;
        Ok(offsets.into_iter().zip(lines).collect())
    }
}

fn spot(file: FileId, at: &At, lines: &BTreeMap<u64, usize>) -> Spot {
    match at {
        At::File => Spot::File(file),
        At::Dossier(span) => Spot::Text(*span),
        At::Cell(place) => Spot::Cell(CellSpot {
            file,
            line: match place.line {
                Line::At(offset) => lines.get(&offset).copied().unwrap_or(1),
                Line::Row(nr) => usize::try_from(nr).unwrap_or(usize::MAX),
            },
            column: place.column,
            cell: place.cell.clone(),
            excerpt: place.excerpt.clone(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::cell_name;

    #[test]
    fn cells_are_named_as_spreadsheets_name_them() {
        assert_eq!(cell_name(0, 3), "A3");
        assert_eq!(cell_name(25, 1), "Z1");
        assert_eq!(cell_name(26, 12), "AA12");
        assert_eq!(cell_name(701, 1), "ZZ1");
        assert_eq!(cell_name(702, 1), "AAA1");
    }
}

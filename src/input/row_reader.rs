//! What every row of a log says of day and action, held against scheme and dossier,
//! and what is told of rows after the as-of date.

use super::csv::told::{At, Told};
use super::day_order::DayOrder;
use super::fast::reader::PlainReader;
use super::fault::{ActionNotInDossier, ActionNotInScheme, RowsAfterAsOf};
use super::log_row::LogRow;
use super::row_cells::{kept, tell_date};
use crate::finding::Fault;
use crate::model::{ActionNr, Date, Dossier, Period, Scheme, YearNr};

/// Reads the day and the action of rows, and keeps the last day that was counted.
#[derive(Debug)]
pub(super) struct RowReader<'a> {
    pub(super) scheme: &'a Scheme,
    pub(super) dossier: &'a Dossier,
    /// Rows after this date are not counted.
    limit: Option<Date>,
    /// Rows after the limit, and where the first stands.
    after: Option<(u64, At)>,
    /// The last date of a counted row and where its last row stands.
    last: Option<(Date, u64)>,
    /// The first date of a counted row.
    first: Option<Date>,
    order: DayOrder,
}

/// What a dossier lacks of an action in a year.
enum Lack {
    /// It runs the action in that year.
    Nothing,
    /// It does not have the action.
    Action,
    /// It has the action, and not in that year.
    Year(YearNr),
    /// That cannot be known, and is told elsewhere.
    Unreadable,
}

impl<'a> RowReader<'a> {
    /// A reader that leaves out what is dated after `limit`.
    pub(super) fn new(scheme: &'a Scheme, dossier: &'a Dossier, limit: Option<Date>) -> Self {
        Self {
            scheme,
            dossier,
            limit,
            after: None,
            last: None,
            first: None,
            order: DayOrder::default(),
        }
    }

    /// The date of a row; tells one that cannot be read.
    pub(super) fn date(&mut self, row: &LogRow<'_>, told: &mut Told) -> Option<Date> {
        let cell = row.cell("date")?;
        match cell.date() {
            Ok(date) => self.order.certain(date, &cell),
            Err(doubt) => {
                self.order.refused(doubt, &cell);
                tell_date(&cell, doubt, told);
                None
            }
        }
    }

    /// The project year of a date; a date that lies in none is told as `fault` says.
    pub(super) fn year<F: Fault + 'static>(
        &self,
        date: Date,
        row: &LogRow<'_>,
        told: &mut Told,
        fault: impl FnOnce(Option<Period>) -> F,
    ) -> Option<YearNr> {
        if let Some(year) = self.scheme.year_of(date) {
            return Some(year.nr);
        }
        let cell = row.cell("date")?;
        told.tell(fault(self.scheme.whole_period()), cell.at());
        None
    }

    /// The action of a row; tells one that the scheme does not have.
    pub(super) fn action(&self, row: &LogRow<'_>, told: &mut Told) -> Option<ActionNr> {
        let cell = row.cell("action")?;
        let nr = cell.text.parse::<u16>().ok().map(ActionNr);
        let known = nr.filter(|nr| self.scheme.action(*nr).is_some());
        if known.is_none() {
            let text = kept(&cell.text);
            told.tell(
                ActionNotInScheme {
                    text,
                    scheme: self.scheme.id.clone(),
                    in_row: true,
                },
                cell.at(),
            );
        }
        known
    }

    /// Whether the dossier runs the action in that year; tells it when it does not.
    pub(super) fn runs(
        &self,
        action: ActionNr,
        year: Option<YearNr>,
        row: &LogRow<'_>,
        told: &mut Told,
    ) -> bool {
        let missing_year = match self.lack(action, year) {
            Lack::Nothing => return true,
            Lack::Unreadable => return false,
            Lack::Action => None,
            Lack::Year(year) => Some(year),
        };
        if let Some(cell) = row.cell("action") {
            told.tell(
                ActionNotInDossier {
                    action,
                    year: missing_year,
                    in_row: true,
                },
                cell.at(),
            );
        }
        false
    }

    /// Whether the dossier runs the action in that year; nothing is told.
    pub(super) fn has(&self, action: ActionNr, year: YearNr) -> bool {
        matches!(self.lack(action, Some(year)), Lack::Nothing)
    }

    /// What the dossier lacks so that rows of the action count in that year.
    fn lack(&self, action: ActionNr, year: Option<YearNr>) -> Lack {
        match (self.dossier.action(action), year) {
            (Some(action), Some(year)) if action.year(year).is_none() => {
                if action.has_unreadable_year || self.dossier.unreadable.years {
                    Lack::Unreadable
                } else {
                    Lack::Year(year)
                }
            }
            (Some(_), _) => Lack::Nothing,
            (None, _) if self.dossier.unreadable.actions => Lack::Unreadable,
            (None, _) => Lack::Action,
        }
    }

    /// Whether every row is to be read with care, since its dates are in doubt.
    pub(super) fn needs_care(&self) -> bool {
        self.order.is_doubted()
    }

    /// Adds what was seen of plain rows.
    pub(super) fn add(&mut self, plain: &PlainReader) {
        // Of the same date, the row further on in the file is the last.
        self.last = self.last.max(plain.last());
        self.first = match (self.first, plain.first()) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        if let Some((rows, _)) = &mut self.after {
            *rows += plain.seen.after;
        }
        self.order.add_either(plain.seen.either);
    }

    /// Whether a row is dated after the as-of date; keeps count of those that are.
    pub(super) fn is_after(&mut self, date: Date, row: &LogRow<'_>) -> bool {
        let is_after = self.limit.is_some_and(|limit| date > limit);
        if is_after && let Some(cell) = row.cell("date") {
            self.after.get_or_insert_with(|| (0, cell.at())).0 += 1;
        }
        is_after
    }

    /// Whether rows of that date are left out.
    pub(super) fn leaves_out(&self, date: Date) -> bool {
        self.limit.is_some_and(|limit| date > limit)
    }

    /// Keeps that a row of this date was counted.
    pub(super) fn counted(&mut self, date: Date, row: &LogRow<'_>) {
        if self.last.is_none_or(|(last, _)| date >= last) {
            self.last = Some((date, row.position()));
        }
        if self.first.is_none_or(|first| date < first) {
            self.first = Some(date);
        }
    }

    /// Whether dates were counted that turned out not to be certain. All is then
    /// forgotten, and the file is to be read from its start.
    pub(super) fn begins_again(&mut self) -> bool {
        let again = self.order.begins_again();
        if again {
            (self.after, self.last, self.first) = (None, None, None);
        }
        again
    }

    /// The first date of a counted row, and how many rows are after the as-of date.
    pub(super) fn seen(&self) -> (Option<Date>, u64) {
        (self.first, self.after.as_ref().map_or(0, |(rows, _)| *rows))
    }

    /// The last date of a counted row, and the position of the last row that bears it.
    pub(super) fn last(&self) -> Option<(Date, u64)> {
        self.last
    }

    /// Tells the rows after the as-of date and the dates in doubt, if there are any.
    pub(super) fn end(&mut self, told: &mut Told) {
        if let (Some((rows, at)), Some(as_of)) = (&self.after, self.limit) {
            told.tell(RowsAfterAsOf { rows: *rows, as_of }, at.clone());
        }
        self.order.end(told);
    }
}

//! Whether the dates of one file all have the day first. Where one of them exists
//! only with the month first, those that exist both ways are not certain.

use super::convention::{DateDoubt, exchanged, is_either_order};
use super::csv::told::{At, CellPlace, Told};
use super::fault::{DateFault, MixedOrder};
use super::log_row::Cell;
use crate::model::Date;

/// What the dates of a file say of their order.
#[derive(Debug, Default)]
pub(super) struct DayOrder {
    /// The first date that exists only with the month first.
    month_first: Option<CellPlace>,
    /// How many exist both ways, and the first of them.
    either: u64,
    first_either: Option<(At, Date, Date)>,
    /// Whether those that exist both ways are not to be counted.
    is_doubted: bool,
}

impl DayOrder {
    /// The date that was read in a cell; none where it is not certain.
    pub(super) fn certain(&mut self, date: Date, cell: &Cell<'_>) -> Option<Date> {
        if !is_either_order(&cell.text, date) {
            return Some(date);
        }
        let other = exchanged(date)?;
        self.either += 1;
        self.first_either
            .get_or_insert_with(|| (cell.at(), date, other));
        (!self.is_doubted).then_some(date)
    }

    /// Keeps a date that exists only with the month first.
    pub(super) fn refused(&mut self, doubt: DateDoubt, cell: &Cell<'_>) {
        if let (DateDoubt::Fault(DateFault::MonthFirst { .. }), At::Cell(place)) =
            (doubt, cell.at())
        {
            self.month_first.get_or_insert(place);
        }
    }

    /// Whether dates that exist both ways are not certain.
    pub(super) fn is_doubted(&self) -> bool {
        self.is_doubted
    }

    /// Adds dates that exist both ways and were counted.
    pub(super) fn add_either(&mut self, dates: u64) {
        self.either += dates;
    }

    /// Whether dates were counted that turned out not to be certain. From then on
    /// they are not, and the file is to be read from its start.
    pub(super) fn begins_again(&mut self) -> bool {
        let again = !self.is_doubted && self.either > 0 && self.month_first.is_some();
        if again {
            *self = Self {
                is_doubted: true,
                ..Self::default()
            };
        }
        again
    }

    /// Tells the dates that are not certain, if there are any.
    pub(super) fn end(&mut self, told: &mut Told) {
        if let (true, Some((at, day_first, month_first))) =
            (self.is_doubted, self.first_either.take())
        {
            let fault = MixedOrder {
                rows: self.either,
                day_first,
                month_first,
            };
            told.tell_with(fault, at, self.month_first.take());
        }
    }
}

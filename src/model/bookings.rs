//! What bookings add up to. Rows are folded into these sums one by one, so memory
//! grows with days and ledger accounts, never with rows.

use super::{ActionNr, Date, Euro, FileTally, Payer, Period, YearNr};
use crate::source::Spot;
use std::collections::BTreeMap;

/// Number of a ledger account in [`Bookings::ledger_accounts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LedgerAccountKey(pub u32);

/// Position of a category in the scheme; none where a row names none.
pub type CategoryIndex = Option<usize>;

/// What a booking is told apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct BookedUnder {
    /// The project year of its date.
    pub year: YearNr,
    /// Who paid.
    pub payer: Payer,
    /// The action; none for a general one.
    pub action: Option<ActionNr>,
    /// The category.
    pub category: CategoryIndex,
}

/// The sums of all counted rows of all bookings files. A credit note takes off.
#[derive(Debug, Clone, Default)]
pub struct Bookings {
    /// Euro by year, payer, action and category.
    pub sums: BTreeMap<BookedUnder, Euro>,
    /// Euro of the award by action, none for a general booking, and day.
    pub award_per_day: BTreeMap<(Option<ActionNr>, Date), Euro>,
    /// Ledger accounts as first spelled; the first is the empty text of rows without one.
    pub ledger_accounts: Vec<String>,
    /// Euro by project year, calendar year, ledger account and payer.
    pub per_ledger_account: BTreeMap<(YearNr, i16, LedgerAccountKey, Payer), Euro>,
    /// The rows of a file with one payer and one category.
    pub alike: Vec<BookedAlike>,
    /// Rows set aside, by the year and the action that could still be read; of the
    /// action, none within is a general row.
    pub set_aside: BTreeMap<(Option<YearNr>, Option<Option<ActionNr>>), u64>,
    /// One entry a bookings file that the dossier names, in order.
    pub files: Vec<FileTally>,
}

/// The rows of one file that have the same payer and category in one project year.
#[derive(Debug, Clone)]
pub struct BookedAlike {
    /// The project year.
    pub year: YearNr,
    /// Who paid.
    pub payer: Payer,
    /// The category.
    pub category: CategoryIndex,
    /// How many rows.
    pub rows: u64,
    /// Their sum.
    pub amount: Euro,
    /// Where the payer of the first of them stands, or what fixes it for the file.
    pub payer_spot: Spot,
    /// Where its category stands; the payer's place where the file has none.
    pub category_spot: Spot,
}

impl Bookings {
    /// Whether any row was counted.
    #[must_use]
    pub fn has_counted(&self) -> bool {
        !self.sums.is_empty()
    }

    /// The sum of the bookings of a payer in a project year that are meant.
    pub fn sum(&self, year: YearNr, payer: Payer, is_meant: impl Fn(&BookedUnder) -> bool) -> Euro {
        let first = BookedUnder {
            year,
            payer,
            action: None,
            category: None,
        };
        self.sums
            .range(first..)
            .take_while(|(under, _)| (under.year, under.payer) == (year, payer))
            .filter(|(under, _)| is_meant(under))
            .map(|(_, amount)| *amount)
            .sum()
    }

    /// What was spent of the award in a period, by all actions together or by one.
    #[must_use]
    pub fn spent_within(&self, action: Option<ActionNr>, period: &Period) -> Euro {
        // The days of one action stand together; of all, all are looked at.
        let is_one = action.is_some();
        let first = if is_one { period.start } else { Date::MIN };
        self.award_per_day
            .range((action, first)..)
            .take_while(|(key, _)| !is_one || **key <= (action, period.end))
            .filter(|((_, date), _)| period.contains(*date))
            .map(|(_, amount)| *amount)
            .sum()
    }

    /// Rows set aside that could have changed a figure of `year`; of any year where none
    /// is named.
    #[must_use]
    pub fn set_aside_for(&self, year: Option<YearNr>) -> u64 {
        self.set_aside_where(|when| year.is_none_or(|year| year == when), |_| true)
    }

    /// Rows set aside that could have changed a figure of one of the years from `first` to
    /// `last`; of `action` where one is named.
    #[must_use]
    pub fn set_aside_within(
        &self,
        (first, last): (YearNr, YearNr),
        action: Option<ActionNr>,
    ) -> u64 {
        self.set_aside_where(
            |when| (first..=last).contains(&when),
            |of| action.is_none() || of == action,
        )
    }

    /// Rows set aside that could have changed a figure of `year` that holds the bookings
    /// whose action is meant.
    #[must_use]
    pub fn set_aside_of(&self, year: YearNr, is_meant: impl Fn(Option<ActionNr>) -> bool) -> u64 {
        self.set_aside_where(|when| when == year, is_meant)
    }

    /// Rows set aside that could have changed a figure of one of these years.
    #[must_use]
    pub fn set_aside_among(&self, years: &[YearNr]) -> u64 {
        self.set_aside_where(|when| years.contains(&when), |_| true)
    }

    /// Rows set aside of such a year and action; what could not be read of one may be any.
    fn set_aside_where(
        &self,
        is_year: impl Fn(YearNr) -> bool,
        is_action: impl Fn(Option<ActionNr>) -> bool,
    ) -> u64 {
        let rows = self.set_aside.iter();
        let rows =
            rows.filter(|((when, of), _)| when.is_none_or(&is_year) && of.is_none_or(&is_action));
        rows.map(|(_, rows)| rows).sum()
    }

    /// The name of a ledger account; empty for rows without one.
    #[must_use]
    pub fn ledger_account(&self, key: LedgerAccountKey) -> &str {
        usize::try_from(key.0)
            .ok()
            .and_then(|index| self.ledger_accounts.get(index))
            .map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_was_spent_in_a_stretch_is_that_of_its_days() {
        let days = [date(2023, 1, 1), date(2023, 1, 31), date(2023, 12, 31)];
        let actions = [None, Some(ActionNr(2)), Some(ActionNr(15))];
        let mut bookings = Bookings::default();
        let mut cents = 1;
        for action in actions {
            for day in days {
                bookings
                    .award_per_day
                    .insert((action, day), Euro::from_cents(cents));
                cents *= 2;
            }
        }
        let spent = |action, start, end| bookings.spent_within(action, &Period { start, end });
        for (from, start) in days.into_iter().enumerate() {
            for (to, end) in days.into_iter().enumerate() {
                let of = |nr: usize| -> i64 { (from..=to).map(|day| 1 << (3 * nr + day)).sum() };
                let all: i64 = (0..actions.len()).map(of).sum();
                assert_eq!(spent(None, start, end), Euro::from_cents(all));
                for nr in [1, 2] {
                    assert_eq!(spent(actions[nr], start, end), Euro::from_cents(of(nr)));
                }
            }
        }
        let unknown = Some(ActionNr(9));
        assert_eq!(spent(unknown, days[0], days[2]), Euro::ZERO);
    }
}

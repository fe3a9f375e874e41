//! Plain rows of a bookings file, added up in cents. A row that says anything new, such
//! as the first of a payer and a category, is left to the careful reader.

use super::Plain;
use super::progress::known;
use super::reader::{DayAndAction, PlainReader, Verdict};
use super::row::{CellAt, Columns, PlainRow};
use super::sums::Sums;
use super::words::Words;
use crate::input::convention::plain_cents;
use crate::input::meanings::Meanings;
use crate::input::row_reader::RowReader;
use crate::model::{ActionNr, BookedUnder, CategoryIndex, Date, Euro, NumberStyle, Payer, YearNr};
use std::collections::BTreeMap;

/// What the plain rows of a bookings file add up to.
#[derive(Debug, Clone)]
pub(in crate::input) struct PlainBookings<'a> {
    /// Day and action.
    pub(in crate::input) reader: PlainReader,
    numbers: NumberStyle,
    cells: BookingCells,
    meanings: Meanings<'a>,
    payers: Listed<Payer>,
    categories: Listed<CategoryIndex>,
    accounts: Words,
    /// Whether a booking without an action counts in each year.
    has_year: Vec<bool>,
    /// All amounts together, those below nothing without their sign.
    together: i64,
    sums: Sums,
    award_per_day: Sums,
    per_account: Sums,
    alike: Sums,
    alike_rows: Sums,
}

#[derive(Debug, Clone)]
struct BookingCells {
    payer: CellAt,
    category: CellAt,
    amount: CellAt,
    account: CellAt,
}

/// Words of a list, each with what it stands for.
#[derive(Debug, Clone)]
struct Listed<T> {
    words: Words,
    meanings: Vec<T>,
}

impl<T: Copy> Listed<T> {
    fn new() -> Self {
        Self {
            words: Words::default(),
            meanings: Vec::new(),
        }
    }

    /// The number of a word that was seen before. Another is kept from now on, if it
    /// stands for something.
    #[inline]
    fn number(&mut self, word: &[u8], meaning: impl FnOnce(&str) -> Option<T>) -> Option<usize> {
        let number = self.words.number(word);
        if number.is_some() {
            return number;
        }
        let text = std::str::from_utf8(word).ok()?;
        // So few words have a number that two of them fit in a key beside other things.
        if let Some(meaning) = meaning(text.trim()).filter(|_| self.meanings.len() < MOST_LISTED) {
            known(&mut self.words, word);
            if self.words.count() > self.meanings.len() {
                self.meanings.push(meaning);
            }
        }
        None
    }
}

/// Spellings of payers, and of categories, that are kept.
const MOST_LISTED: usize = 200;

/// Stands in a key for a booking without an action.
const NO_ACTION: usize = 0xFFF;

impl<'a> PlainBookings<'a> {
    /// Nothing added yet.
    pub(in crate::input) fn of(
        reader: &RowReader<'_>,
        columns: &Columns<'_>,
        meanings: Meanings<'a>,
    ) -> Option<Self> {
        let plain = PlainReader::of(reader, columns)?;
        let (_, _, years) = plain.extent();
        let has_year = (0..years).map(|year| reader.dossier.year(plain.year_nr(year)).is_some());
        Some(Self {
            has_year: has_year.collect(),
            reader: plain,
            numbers: columns.numbers,
            cells: BookingCells {
                payer: columns.cell("payer"),
                category: columns.cell("category"),
                amount: columns.cell("amount"),
                account: columns.cell("account"),
            },
            meanings,
            payers: Listed::new(),
            categories: Listed::new(),
            accounts: Words::default(),
            together: 0,
            sums: Sums::default(),
            award_per_day: Sums::default(),
            per_account: Sums::default(),
            alike: Sums::default(),
            alike_rows: Sums::default(),
        })
    }

    /// The ledger accounts, in the order of their numbers.
    pub(in crate::input) fn accounts(&self) -> impl Iterator<Item = &str> {
        self.accounts.texts()
    }

    /// The sums by year, payer, action and category.
    pub(in crate::input) fn sums(&self) -> impl Iterator<Item = (BookedUnder, Euro)> {
        self.sums.all().map(|(key, cents)| {
            let [action, year, payer, category] = key;
            let under = BookedUnder {
                year: self.reader.year_nr(year),
                payer: self.payers.meanings[payer],
                action: self.action_nr(action),
                category: self.categories.meanings[category],
            };
            (under, Euro::from_cents(cents))
        })
    }

    /// The sums of the award by action and day.
    pub(in crate::input) fn award_per_day(
        &self,
    ) -> impl Iterator<Item = (Option<ActionNr>, Date, Euro)> {
        self.award_per_day.all().map(|([action, day, ..], cents)| {
            let amount = Euro::from_cents(cents);
            (self.action_nr(action), self.reader.date(day), amount)
        })
    }

    fn action_nr(&self, action: usize) -> Option<ActionNr> {
        (action != NO_ACTION).then(|| self.reader.action_nr(action))
    }

    /// The sums by project year, calendar year, ledger account and payer.
    pub(in crate::input) fn per_account(
        &self,
    ) -> impl Iterator<Item = (YearNr, i16, usize, Payer, Euro)> {
        self.per_account.all().map(|(key, cents)| {
            let [year, calendar_year, account, payer] = key;
            (
                self.reader.year_nr(year),
                i16::try_from(calendar_year).unwrap_or(i16::MAX),
                account,
                self.payers.meanings[payer],
                Euro::from_cents(cents),
            )
        })
    }

    /// Rows and sums by year, payer and category.
    pub(in crate::input) fn alike(
        &self,
    ) -> impl Iterator<Item = (YearNr, Payer, CategoryIndex, u64, Euro)> {
        let rows: BTreeMap<_, _> = self.alike_rows.all().collect();
        self.alike.all().map(move |(key, cents)| {
            let [_, year, payer, category] = key;
            (
                self.reader.year_nr(year),
                self.payers.meanings[payer],
                self.categories.meanings[category],
                rows.get(&key).map_or(0, |rows| rows.unsigned_abs()),
                Euro::from_cents(cents),
            )
        })
    }

    /// The action of a row, if rows of it count in its year.
    #[inline]
    fn action(&self, at: DayAndAction, row: &PlainRow<'_>) -> Option<usize> {
        if self.reader.is_without_action(row) {
            return self.has_year[at.year].then_some(NO_ACTION);
        }
        let action = self.reader.action(row)?;
        self.reader.runs(action, at.year).then_some(action)
    }

    fn add(&mut self, at: DayAndAction, words: [usize; 3], cents: i64) -> bool {
        let [payer, category, account] = words;
        let alike = [0, at.year, payer, category];
        // The careful reader keeps where the first row of each kind stands.
        if !self.alike_rows.has(alike) {
            self.alike_rows.add(alike, 0);
            self.alike.add(alike, 0);
            return false;
        }
        // No sum is further from nothing than all amounts together.
        let Some(together) = self.together.checked_add(cents.abs()) else {
            return false;
        };
        self.together = together;
        self.sums.add([at.action, at.year, payer, category], cents);
        if self.payers.meanings[payer] == Payer::Award {
            self.award_per_day.add([at.action, at.day, 0, 0], cents);
        }
        let calendar_year = usize::try_from(self.reader.date(at.day).year()).unwrap_or(0);
        self.per_account
            .add([at.year, calendar_year, account, payer], cents);
        self.alike.add(alike, cents);
        self.alike_rows.add(alike, 1);
        true
    }
}

impl Plain for PlainBookings<'_> {
    #[inline]
    fn row(&mut self, row: &PlainRow<'_>) -> bool {
        let Some(mut at) = self.reader.day(row) else {
            return false;
        };
        let (Some(action), Some(cents)) = (
            self.action(at, row),
            plain_cents(row.cell(&self.cells.amount), self.numbers),
        ) else {
            return false;
        };
        at.action = action;
        let meanings = &self.meanings;
        let payer = row.cell(&self.cells.payer);
        let payer = self.payers.number(payer, |text| meanings.payer(text));
        let category = row.cell(&self.cells.category);
        let category = self
            .categories
            .number(category, |text| meanings.category(text));
        let (Some(payer), Some(category)) = (payer, category) else {
            return false;
        };
        match self.reader.verdict(at) {
            Verdict::Counts => {}
            Verdict::After => return true,
            Verdict::Doubt => return false,
        }
        let account = known(&mut self.accounts, row.cell(&self.cells.account));
        let is_taken =
            account.is_some_and(|account| self.add(at, [payer, category, account], cents));
        if is_taken {
            self.reader.counted(at, row);
        }
        is_taken
    }

    fn reads(&self) -> Vec<&CellAt> {
        let [date, action] = self.reader.reads();
        let cells = &self.cells;
        vec![
            date,
            action,
            &cells.payer,
            &cells.category,
            &cells.amount,
            &cells.account,
        ]
    }
}

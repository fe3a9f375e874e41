//! Plain rows of a bookings file, added up in cents. A row that says anything new, such
//! as the first of a payer and a category, is left to the careful reader.

use super::Plain;
use super::reader::{Extent, NO_ACTION, PlainReader, UNDECIDED, Verdict};
use super::rows::{CellAt, Columns, PlainRows};
use super::sums::{PerDay, Sums};
use super::word::Word;
use super::words::Words;
use crate::input::convention::plain_cents;
use crate::input::meanings::Meanings;
use crate::input::row_reader::RowReader;
use crate::model::{ActionNr, BookedUnder, CategoryIndex, Date, Euro, NumberStyle, Payer, YearNr};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

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
    sums: Sums<Booked>,
    award_per_day: PerDay,
    /// Project and calendar year of each day, as one number.
    years: Vec<usize>,
    per_account: Sums,
    /// The year, payer and category of rows that were seen.
    alike: BTreeSet<[usize; 3]>,
    read: Read,
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

    /// A number that was read, if the word was seen before. Another is kept from now on,
    /// if it stands for something.
    #[inline(always)]
    fn known(
        &mut self,
        number: u32,
        at: (&PlainRows<'_>, usize),
        column: &CellAt,
        meaning: impl FnOnce(&str) -> Option<T>,
    ) -> Option<usize> {
        let number = usize::try_from(number).ok()?;
        if number < self.meanings.len() {
            return Some(number);
        }
        self.keep(at, column, meaning)
    }

    /// The number of a word that was kept since it was looked for; else it is kept now.
    #[cold]
    fn keep(
        &mut self,
        (rows, row): (&PlainRows<'_>, usize),
        column: &CellAt,
        meaning: impl FnOnce(&str) -> Option<T>,
    ) -> Option<usize> {
        let cell = rows.cell(row, column);
        let number = self.words.number(Word::new(cell));
        if number.is_some() {
            return number;
        }
        let meaning = meaning(std::str::from_utf8(cell.text()).ok()?.trim())?;
        // So few words have a number that two of them fit in a key beside other things.
        if self.meanings.len() < MOST_LISTED {
            self.words.keep_new(Word::new(cell));
            if self.words.count() > self.meanings.len() {
                self.meanings.push(meaning);
            }
        }
        None
    }
}

/// Days times actions at the most: each thread has a place for each.
const MOST_PLACES: usize = 400_000;

/// Room for the calendar years of a project, beside its own years in one number.
const CALENDAR_YEARS: usize = 64;

/// Spellings of payers, and of categories, that are kept.
const MOST_LISTED: usize = 200;

impl<'a> PlainBookings<'a> {
    /// Nothing added yet.
    pub(in crate::input) fn of(
        reader: &RowReader<'_>,
        columns: &Columns<'_>,
        meanings: Meanings<'a>,
    ) -> Option<Self> {
        let plain = PlainReader::of(reader, columns)?;
        let Extent {
            days,
            actions,
            years,
        } = plain.extent();
        if days * actions > MOST_PLACES {
            return None;
        }
        let has_year = (0..years).map(|year| reader.dossier.year(plain.year_nr(year)).is_some());
        let years_of =
            (0..days).map(|day| plain.year_of(day) * CALENDAR_YEARS + plain.calendar_year(day));
        let years = years_of.collect();
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
            award_per_day: PerDay::new(days, actions + 1),
            years,
            per_account: Sums::default(),
            alike: BTreeSet::new(),
            read: Read::default(),
        })
    }

    /// The ledger accounts, in the order of their numbers.
    pub(in crate::input) fn accounts(&self) -> impl Iterator<Item = &str> {
        self.accounts.texts()
    }

    /// The sums by year, payer, action and category.
    pub(in crate::input) fn sums(&self) -> impl Iterator<Item = (BookedUnder, Euro)> {
        self.sums.all().map(|(key, booked)| {
            let [action, year, payer, category] = key;
            let under = BookedUnder {
                year: self.reader.year_nr(year),
                payer: self.payers.meanings[payer],
                action: self.action_nr(action),
                category: self.categories.meanings[category],
            };
            (under, Euro::from_cents(booked.cents))
        })
    }

    /// The sums of the award by action and day.
    pub(in crate::input) fn award_per_day(
        &self,
    ) -> impl Iterator<Item = (Option<ActionNr>, Date, Euro)> {
        self.award_per_day.all().map(|(day, action, cents)| {
            let amount = Euro::from_cents(cents);
            (self.action_nr(action), self.reader.date(day), amount)
        })
    }

    fn action_nr(&self, action: usize) -> Option<ActionNr> {
        (action < self.reader.extent().actions).then(|| self.reader.action_nr(action))
    }

    /// The sums by project year, calendar year, ledger account and payer.
    pub(in crate::input) fn per_account(
        &self,
    ) -> impl Iterator<Item = (YearNr, i16, usize, Payer, Euro)> {
        self.per_account.all().map(|(key, cents)| {
            let [years, account, payer, _] = key;
            (
                self.reader.year_nr(years / CALENDAR_YEARS),
                self.reader.first_calendar_year()
                    + i16::try_from(years % CALENDAR_YEARS).unwrap_or(0),
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
        let mut alike: BTreeMap<_, Booked> = BTreeMap::new();
        for ([_, year, payer, category], booked) in self.sums.all() {
            *alike.entry([year, payer, category]).or_default() += booked;
        }
        alike.into_iter().map(|([year, payer, category], booked)| {
            (
                self.reader.year_nr(year),
                self.payers.meanings[payer],
                self.categories.meanings[category],
                booked.rows,
                Euro::from_cents(booked.cents),
            )
        })
    }

    /// The number of a row's action, if rows of it count in that year; that of general
    /// bookings comes after the last.
    #[inline(always)]
    fn action(&self, action: u16, year: usize) -> Option<usize> {
        let general = self.reader.extent().actions;
        let (number, counts) = match action {
            UNDECIDED => return None,
            NO_ACTION => (general, self.has_year[year]),
            action => (usize::from(action), self.reader.runs(action.into(), year)),
        };
        counts.then_some(number)
    }

    /// Adds a row up that was read; none if the careful reader is to have it.
    #[inline(always)]
    fn row(&mut self, said: Said, rows: &PlainRows<'_>, row: usize) -> Option<()> {
        let day = self.reader.day(said.day)?;
        let action = self.action(said.action, day.year)?;
        let cents = Some(said.cents).filter(|cents| *cents != NOT_PLAIN)?;
        let (cells, meanings) = (&self.cells, &self.meanings);
        let at = (rows, row);
        let payer = self
            .payers
            .known(said.payer, at, &cells.payer, |text| meanings.payer(text))?;
        let category = self
            .categories
            .known(said.category, at, &cells.category, |text| {
                meanings.category(text)
            })?;
        match self.reader.verdict(day) {
            Verdict::Counts => {}
            Verdict::After => return Some(()),
            Verdict::Doubt => return None,
        }
        let account = self.accounts.known(said.account, at, &self.cells.account)?;
        // No sum is further from nothing than all amounts together.
        self.together = self.together.checked_add(cents.abs())?;
        let of_account = [self.years[day.number], account, payer, 0];
        if !self.per_account.add(of_account, cents) {
            return None;
        }
        let under = [action, day.year, payer, category];
        let booked = Booked { cents, rows: 1 };
        if !self.sums.add_more(under, booked) {
            // The careful reader keeps where the first row stands of those that are alike.
            let is_first = self.alike.insert([day.year, payer, category]);
            if is_first || !self.sums.add(under, booked) {
                // It adds the row to the account as well.
                self.per_account.add_more(of_account, -cents);
                return None;
            }
        }
        if self.payers.meanings[payer] == Payer::Award {
            self.award_per_day.add(day.number, action, cents);
        }
        self.reader.counted(day, || rows.offset(row));
        Some(())
    }
}

/// What the columns of some rows say.
#[derive(Debug, Clone, Default)]
struct Read {
    days: Vec<u16>,
    actions: Vec<u16>,
    cents: Vec<i64>,
    payers: Vec<u32>,
    categories: Vec<u32>,
    accounts: Vec<u32>,
}

/// What rows add up to.
#[derive(Debug, Clone, Copy, Default)]
struct Booked {
    cents: i64,
    rows: u64,
}

impl AddAssign for Booked {
    #[inline]
    fn add_assign(&mut self, other: Self) {
        self.cents += other.cents;
        self.rows += other.rows;
    }
}

/// What one row says.
#[derive(Clone, Copy)]
struct Said {
    day: u16,
    action: u16,
    cents: i64,
    payer: u32,
    category: u32,
    account: u32,
}

/// Stands for an amount that is not plain.
const NOT_PLAIN: i64 = i64::MIN;

impl Plain for PlainBookings<'_> {
    fn rows(&mut self, rows: &PlainRows<'_>, is_taken: &mut [bool]) {
        let mut read = std::mem::take(&mut self.read);
        self.reader.read_days(rows, &mut read.days);
        self.reader.read_actions(rows, &mut read.actions);
        rows.read(&self.cells.amount, &mut read.cents, |cell| {
            plain_cents(cell.text(), cell.tail(), self.numbers).unwrap_or(NOT_PLAIN)
        });
        let cells = &self.cells;
        let (payers, categories) = (&self.payers.words, &self.categories.words);
        payers.read(rows, &cells.payer, &mut read.payers);
        categories.read(rows, &cells.category, &mut read.categories);
        self.accounts.read(rows, &cells.account, &mut read.accounts);
        // Cut to one length, none of them is asked whether it is long enough.
        let all = ..is_taken.len();
        let (days, actions, cents) = (&read.days[all], &read.actions[all], &read.cents[all]);
        let (payers, categories) = (&read.payers[all], &read.categories[all]);
        let accounts = &read.accounts[all];
        for (row, is_taken) in is_taken.iter_mut().enumerate() {
            let said = Said {
                day: days[row],
                action: actions[row],
                cents: cents[row],
                payer: payers[row],
                category: categories[row],
                account: accounts[row],
            };
            *is_taken = *is_taken && self.row(said, rows, row).is_some();
        }
        self.read = read;
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

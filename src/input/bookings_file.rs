//! A bookings file: each row folded into what was spent and by whom, or set aside.

use super::apart::ROW;
use super::bookings_columns::COLUMNS;
use super::csv::told::{At, Told};
use super::fast::bookings::PlainBookings;
use super::fast::rows::Columns;
use super::fault::{
    BookedOutsideYears, BrokenRow, EuroSignLost, KeptApart, NotInList, Reference, RefersToNothing,
    RowFault, TooManyProviders,
};
use super::headings::Column;
use super::ledger_accounts::LedgerAccounts;
use super::listed::{self, Allowed};
use super::log_row::{Cell, Fold, LogRow};
use super::meanings::{Meanings, category, payer_of};
use super::remembered::Remembered;
use super::row_cells::{tell_number, totals_row};
use super::row_reader::RowReader;
use crate::finding::Spot;
use crate::model::{
    ActionNr, BookedAlike, BookedUnder, Bookings, CategoryIndex, Date, Euro, FileKind,
    LedgerAccountKey, Payer, YearNr,
};
use std::collections::BTreeMap;

/// Folds the rows of one bookings file.
pub(super) struct BookingsFold<'a> {
    reader: RowReader<'a>,
    bookings: &'a mut Bookings,
    accounts: &'a mut LedgerAccounts,
    alike: BTreeMap<(YearNr, Payer, CategoryIndex), Alike>,
    /// What was there before this file.
    before: (Bookings, LedgerAccounts),
    lost_sign_told: bool,
    /// Whether the file keeps more apart than can be; nothing of it counts then.
    is_too_varied: bool,
    payers: Remembered<Payer>,
    categories: Remembered<usize>,
}

/// Rows of one payer and one category, and where the first of them stands.
struct Alike {
    rows: u64,
    amount: Euro,
    payer: At,
    category: At,
}

/// What a row says, where it could be read. Of an action and a category, none within
/// is a row that names none.
struct Entry {
    date: Option<Date>,
    year: Option<YearNr>,
    action: Option<Option<ActionNr>>,
    category: Option<CategoryIndex>,
    payer: Option<Payer>,
    amount: Option<Euro>,
}

impl<'a> BookingsFold<'a> {
    /// A fold into `bookings`, which may hold other files already.
    pub(super) fn new(
        reader: RowReader<'a>,
        bookings: &'a mut Bookings,
        accounts: &'a mut LedgerAccounts,
    ) -> Self {
        accounts.begin_file();
        Self {
            before: (bookings.clone(), accounts.clone()),
            reader,
            bookings,
            accounts,
            alike: BTreeMap::new(),
            lost_sign_told: false,
            is_too_varied: false,
            payers: Remembered::new(),
            categories: Remembered::new(),
        }
    }

    /// Keeps the rows that are alike, once their places are known: two for each.
    pub(super) fn keep(self, places: Vec<Spot>) {
        let mut places = places.into_iter();
        for ((year, payer, category), alike) in self.alike {
            let (Some(payer_spot), Some(category_spot)) = (places.next(), places.next()) else {
                return;
            };
            self.bookings.alike.push(BookedAlike {
                year,
                payer,
                category,
                rows: alike.rows,
                amount: alike.amount,
                payer_spot,
                category_spot,
            });
        }
    }

    fn set_aside(&mut self, year: Option<YearNr>, action: Option<Option<ActionNr>>) -> bool {
        *self.bookings.set_aside.entry((year, action)).or_insert(0) += 1;
        false
    }

    fn entry(&mut self, row: &LogRow<'_>, told: &mut Told) -> Entry {
        let date = self.reader.date(row, told);
        let outside = |date| move |period| BookedOutsideYears { date, period };
        let year = date.and_then(|date| self.reader.year(date, row, told, outside(date)));
        Entry {
            date,
            year,
            action: self.action(row, told),
            category: self.category(row, told),
            payer: payer(row, &mut self.payers, told),
            amount: self.amount(row, told),
        }
    }

    /// The action; none within where the row names none, which is a general booking.
    fn action(&self, row: &LogRow<'_>, told: &mut Told) -> Option<Option<ActionNr>> {
        match row.cell("action").filter(|cell| !cell.text.is_empty()) {
            None => Some(None),
            Some(_) => self.reader.action(row, told).map(Some),
        }
    }

    /// The category; none within where the row names none.
    fn category(&mut self, row: &LogRow<'_>, told: &mut Told) -> Option<CategoryIndex> {
        let Some(cell) = row.cell("category").filter(|cell| !cell.text.is_empty()) else {
            return Some(None);
        };
        let scheme = self.reader.scheme;
        let found = self
            .categories
            .or_find(&cell.text, || category(scheme, row.file(), &cell.text));
        if found.is_none() {
            not_in_list("category", &cell, told, || listed::categories(scheme));
        }
        found.map(Some)
    }

    /// Whether the dossier has that year; tells it when it does not. A row without an
    /// action would otherwise stand in no table of the dossier's years.
    fn has_year(&self, year: YearNr, row: &LogRow<'_>, told: &mut Told) -> bool {
        let dossier = self.reader.dossier;
        if dossier.year(year).is_some() {
            return true;
        }
        if let (false, Some(cell)) = (dossier.unreadable.years, row.cell("date")) {
            let what = Reference::YearOfRow(year);
            told.tell(RefersToNothing { what }, cell.at());
        }
        false
    }

    /// The amount; tells the first of the file whose euro sign was lost.
    fn amount(&mut self, row: &LogRow<'_>, told: &mut Told) -> Option<Euro> {
        let cell = row.cell("amount")?;
        match cell.amount() {
            Ok(amount) => {
                if !self.lost_sign_told && cell.lost_its_sign() {
                    self.lost_sign_told = true;
                    told.tell(EuroSignLost {}, cell.at());
                }
                Some(amount)
            }
            Err(doubt) => {
                tell_number(&cell, doubt, told);
                None
            }
        }
    }

    fn fold(
        &mut self,
        (under, date): (BookedUnder, Date),
        amount: Euro,
        row: &LogRow<'_>,
        told: &mut Told,
    ) {
        *self.bookings.sums.entry(under).or_default() += amount;
        let account = self.account(row, told);
        let BookedUnder {
            year,
            payer,
            category,
            action,
        } = under;
        if payer == Payer::Award {
            let per_day = &mut self.bookings.award_per_day;
            *per_day.entry((action, date)).or_default() += amount;
        }
        self.add_account((year, date.year(), account, payer), amount);
        let alike = self
            .alike
            .entry((year, payer, category))
            .or_insert_with(|| Alike::at(row));
        alike.rows += 1;
        alike.amount += amount;
        self.reader.counted(date, row);
        self.end_if_too_varied();
    }

    /// Adds to a row of the calendar table, in which the name of its account stands.
    fn add_account(&mut self, key: (YearNr, i16, LedgerAccountKey, Payer), amount: Euro) {
        let apart = &mut self.accounts.apart;
        let bytes = self.bookings.ledger_account(key.2).len();
        let sum = self.bookings.per_ledger_account.entry(key);
        *sum.or_insert_with(|| {
            apart.keep(ROW);
            apart.keep_text(bytes);
            Euro::ZERO
        }) += amount;
    }

    /// Undoes all that the file added, once it keeps more apart than can be.
    fn end_if_too_varied(&mut self) {
        if self.accounts.apart.is_too_much() {
            self.is_too_varied = true;
            (*self.bookings, *self.accounts) = self.before.clone();
            self.alike.clear();
        }
    }

    fn account(&mut self, row: &LogRow<'_>, told: &mut Told) -> LedgerAccountKey {
        let Some(cell) = row.cell("account") else {
            return LedgerAccountKey(0);
        };
        let (key, is_first_too_many) = self.accounts.key(&cell, self.bookings);
        if is_first_too_many {
            let kept = u64::try_from(LedgerAccounts::MOST).unwrap_or(u64::MAX);
            let what = KeptApart::LedgerAccounts;
            told.tell(TooManyProviders { kept, what }, cell.at());
        }
        key
    }
}

impl Alike {
    fn at(row: &LogRow<'_>) -> Self {
        let payer = row.cell("payer").map_or(At::File, |cell| cell.at());
        Self {
            rows: 0,
            amount: Euro::ZERO,
            category: row
                .cell("category")
                .map_or_else(|| payer.clone(), |cell| cell.at()),
            payer,
        }
    }
}

fn payer(row: &LogRow<'_>, known: &mut Remembered<Payer>, told: &mut Told) -> Option<Payer> {
    let cell = row.cell("payer")?;
    let payer = known.or_find(&cell.text, || payer_of(row.file(), &cell.text));
    if payer.is_none() {
        not_in_list("payer", &cell, told, listed::payers);
    }
    payer
}

fn not_in_list(key: &str, cell: &Cell<'_>, told: &mut Told, allowed: impl Fn() -> Allowed) {
    let fault = || listed::not_in_list(key, &cell.text, allowed(), cell.is_in_row());
    told.tell_made(NotInList::RULE, cell.at(), fault);
}

impl<'a> Fold for BookingsFold<'a> {
    const COLUMNS: &'static [Column] = COLUMNS;
    const KIND: FileKind = FileKind::Bookings;

    type Plain = PlainBookings<'a>;

    fn plain(&self, columns: &Columns<'_>) -> Option<PlainBookings<'a>> {
        if self.reader.needs_care() {
            return None;
        }
        let meanings = Meanings::new(self.reader.scheme, columns.log);
        PlainBookings::of(&self.reader, columns, meanings)
    }

    fn add(&mut self, plain: &PlainBookings<'a>) {
        self.reader.add(&plain.reader);
        if self.is_too_varied {
            return;
        }
        for (under, amount) in plain.sums() {
            *self.bookings.sums.entry(under).or_default() += amount;
        }
        for (action, date, amount) in plain.award_per_day() {
            let per_day = &mut self.bookings.award_per_day;
            *per_day.entry((action, date)).or_default() += amount;
        }
        let accounts: Vec<LedgerAccountKey> = plain
            .accounts()
            .map(|name| self.accounts.known(name, self.bookings))
            .collect();
        for (year, calendar_year, account, payer, amount) in plain.per_account() {
            let key = (year, calendar_year, accounts[account], payer);
            self.add_account(key, amount);
        }
        for (year, payer, category, rows, amount) in plain.alike() {
            // The first row of each was left to the careful reader.
            if let Some(alike) = self.alike.get_mut(&(year, payer, category)) {
                alike.rows += rows;
                alike.amount += amount;
            }
        }
        self.end_if_too_varied();
    }

    fn row(&mut self, row: &LogRow<'_>, told: &mut Told) -> bool {
        if self.is_too_varied {
            return false;
        }
        if let Some(at) = totals_row(row, COLUMNS) {
            let why = RowFault::Totals;
            told.tell(BrokenRow { why }, at);
            return self.set_aside(None, None);
        }
        let entry = self.entry(row, told);
        let Entry {
            date: Some(date),
            year: Some(year),
            action: Some(action),
            category: Some(category),
            payer: Some(payer),
            amount: Some(amount),
        } = entry
        else {
            // What is dated after the as-of date could not change a figure of it.
            if entry.date.is_some_and(|date| self.reader.leaves_out(date)) {
                return false;
            }
            return self.set_aside(entry.year, entry.action);
        };
        if self.reader.is_after(date, row) {
            return true;
        }
        let is_ours = match action {
            Some(action) => self.reader.runs(action, Some(year), row, told),
            None => self.has_year(year, row, told),
        };
        if !is_ours {
            return self.set_aside(Some(year), Some(action));
        }
        let under = BookedUnder {
            year,
            payer,
            action,
            category,
        };
        self.fold((under, date), amount, row, told);
        true
    }

    fn broken_row(&mut self) {
        self.set_aside(None, None);
    }

    fn end(&mut self, told: &mut Told) {
        self.reader.end(told);
    }

    fn begins_again(&mut self) -> bool {
        let again = self.reader.begins_again();
        if again {
            (*self.bookings, *self.accounts) = self.before.clone();
            self.alike.clear();
            self.lost_sign_told = false;
            self.is_too_varied = false;
        }
        again
    }

    fn is_too_varied(&self) -> bool {
        self.is_too_varied
    }

    fn last(&self) -> Option<(Date, u64)> {
        self.reader.last()
    }

    fn seen(&self) -> (Option<Date>, u64) {
        self.reader.seen()
    }

    fn places(&self) -> Vec<At> {
        let both = |alike: &Alike| [alike.payer.clone(), alike.category.clone()];
        self.alike.values().flat_map(both).collect()
    }
}

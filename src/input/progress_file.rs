//! A progress log: each row folded into the tallies, or set aside.

use super::apart::{Apart, ROW};
use super::csv::told::Told;
use super::fast::progress::PlainProgress;
use super::fast::rows::Columns;
use super::fault::{
    BrokenRow, KeptApart, NegativeWithoutNote, OutsideProject, RowFault, TooManyProviders,
};
use super::headings::Column;
use super::log_row::{Cell, Fold, LogRow};
use super::names::Names;
use super::progress_columns::COLUMNS;
use super::row_cells::{has_text, tell_number, totals_row};
use super::row_reader::RowReader;
use crate::model::{
    ActionNr, Date, FileKind, GroupKey, KpiKind, Person, ProviderKey, Tallies, YearNr, composed,
};
use std::collections::BTreeMap;

/// Providers of one file that are kept apart; the rest is one line.
const MOST_PROVIDERS: usize = 10_000;

/// Days of one person that weigh as much as one thing that is kept apart.
const DAYS_OF_A_THING: usize = 4;

/// Folds the rows of one log.
pub(super) struct ProgressFold<'a> {
    reader: RowReader<'a>,
    tallies: &'a mut Tallies,
    names: &'a mut Names,
    first_provider: usize,
    too_many_told: bool,
    /// Whether the file keeps more apart than can be; nothing of it counts then.
    is_too_varied: bool,
    /// What was there before this file.
    before: (Tallies, Names),
    /// The provider of the row before, as it was written: most rows repeat it.
    repeated: Option<(String, ProviderKey)>,
    /// How each action adds up in each year.
    kinds: BTreeMap<(ActionNr, YearNr), KpiKind>,
}

/// A row that is to be counted.
struct Entry {
    date: Date,
    action: ActionNr,
    year: YearNr,
    count: i64,
}

impl<'a> ProgressFold<'a> {
    /// A fold into `tallies`, which may hold other logs already.
    pub(super) fn new(
        reader: RowReader<'a>,
        tallies: &'a mut Tallies,
        names: &'a mut Names,
    ) -> Self {
        let first_provider = tallies.providers.len();
        Self {
            before: (tallies.clone(), names.clone()),
            reader,
            tallies,
            names,
            first_provider,
            too_many_told: false,
            is_too_varied: false,
            repeated: None,
            kinds: BTreeMap::new(),
        }
    }

    fn set_aside(&mut self, action: Option<ActionNr>, year: Option<YearNr>) -> bool {
        *self.tallies.set_aside.entry((action, year)).or_insert(0) += 1;
        false
    }

    fn count(row: &LogRow<'_>, told: &mut Told) -> Option<i64> {
        let cell = row.cell("count")?;
        match cell.count() {
            Ok(count) if count < 0 && !has_text(row.cell("note")) => {
                told.tell(NegativeWithoutNote { count }, cell.at());
                None
            }
            Ok(count) => Some(count),
            Err(doubt) => {
                tell_number(&cell, doubt, told);
                None
            }
        }
    }

    fn provider(&mut self, row: &LogRow<'_>, told: &mut Told) -> ProviderKey {
        let Some(cell) = row.cell("provider") else {
            return ProviderKey(0);
        };
        if let Some((text, key)) = &self.repeated
            && *text == cell.key
        {
            return *key;
        }
        let key = self.named_provider(&cell, told);
        self.repeated = Some((cell.key.to_string(), key));
        key
    }

    fn named_provider(&mut self, cell: &Cell<'_>, told: &mut Told) -> ProviderKey {
        if let Some(key) = self.names.provider(&cell.key) {
            return key;
        }
        if self.tallies.providers.len() - self.first_provider < MOST_PROVIDERS {
            return self.names.new_provider(&cell.key, cell.mask, self.tallies);
        }
        if !self.too_many_told {
            self.too_many_told = true;
            let kept = u64::try_from(MOST_PROVIDERS).unwrap_or(u64::MAX);
            let what = KeptApart::Providers;
            told.tell(TooManyProviders { kept, what }, cell.at());
        }
        self.names.rest(self.tallies)
    }

    fn fold(&mut self, entry: &Entry, row: &LogRow<'_>, told: &mut Told) {
        let provider = self.provider(row, told);
        let group = match row.cell("group") {
            Some(cell) => self.names.group(&cell.text, self.tallies),
            None => GroupKey(0),
        };
        let Entry {
            date,
            action,
            year,
            count,
        } = *entry;
        self.tallies.years.insert(year);
        self.add_day((action, date), count);
        self.add_group((action, year, provider, group), count);
        match self.kind(action, year) {
            KpiKind::Headcount | KpiKind::Milestone => {
                self.add_state((action, provider, group), date, count);
            }
            KpiKind::Distinct => self.fold_person(entry, provider, row.cell("person")),
            KpiKind::Flow => {}
        }
        self.reader.counted(date, row);
        self.end_if_too_varied();
    }

    fn kind(&mut self, action: ActionNr, year: YearNr) -> KpiKind {
        let kind = self.kinds.entry((action, year));
        *kind.or_insert_with(|| self.reader.scheme.kind_of(action, year))
    }

    fn add_day(&mut self, key: (ActionNr, Date), count: i64) {
        let apart = &mut self.names.apart;
        let sum = self.tallies.per_day.entry(key);
        *sum.or_insert_with(|| new_sum(apart)) += count;
    }

    fn add_group(&mut self, key: (ActionNr, YearNr, ProviderKey, GroupKey), count: i64) {
        let sum = self.tallies.per_group.entry(key);
        let (names, scheme) = (&mut self.names, self.reader.scheme);
        *sum.or_insert_with(|| {
            names.keep_row(key.2);
            // The row has the title as well, and nobody says how long a title is.
            let title = scheme.action(key.0).map(|it| &it.title);
            names
                .apart
                .keep_beyond(title.map_or(0, |it| it.nl.len() + it.en.len()));
            0
        }) += count;
    }

    /// Adds to a state. Of providers that share a line, the last day of each is not known.
    fn add_state(&mut self, key: (ActionNr, ProviderKey, GroupKey), date: Date, count: i64) {
        self.is_too_varied |= self.too_many_told && self.names.is_rest(key.1);
        let apart = &mut self.names.apart;
        let days = self.tallies.states.entry(key).or_insert_with(|| {
            apart.keep(ROW);
            BTreeMap::new()
        });
        *days.entry(date).or_insert_with(|| new_sum(apart)) += count;
    }

    /// Undoes all that the file added, once it keeps more apart than can be.
    fn end_if_too_varied(&mut self) {
        self.is_too_varied |= self.names.apart.is_too_much();
        if self.is_too_varied {
            (*self.tallies, *self.names) = self.before.clone();
            self.repeated = None;
        }
    }

    fn fold_person(&mut self, entry: &Entry, provider: ProviderKey, cell: Option<Cell<'_>>) {
        let key = (entry.action, entry.year);
        match cell.filter(|cell| !cell.text.is_empty()) {
            None => *self.tallies.untold.entry(key).or_insert(0) += 1,
            Some(cell) => {
                let persons = self.tallies.persons.entry(key).or_default();
                let apart = &mut self.names.apart;
                let person = persons
                    .entry(composed(&cell.key).into_owned())
                    .or_insert_with(|| {
                        apart.keep_text(cell.key.len());
                        Person::default()
                    });
                let days = person.add(provider, entry.date, entry.count);
                if days.is_some_and(|days| days % DAYS_OF_A_THING == 2) {
                    apart.keep(1);
                }
            }
        }
    }
}

/// A sum that is kept apart from now on.
fn new_sum(apart: &mut Apart) -> i64 {
    apart.keep(1);
    0
}

impl Fold for ProgressFold<'_> {
    const COLUMNS: &'static [Column] = COLUMNS;
    const KIND: FileKind = FileKind::Progress;

    type Plain = PlainProgress;

    fn plain(&self, columns: &Columns<'_>) -> Option<PlainProgress> {
        if self.reader.needs_care() {
            return None;
        }
        PlainProgress::of(&self.reader, columns)
    }

    fn add(&mut self, plain: &PlainProgress) {
        self.reader.add(&plain.reader);
        if self.is_too_varied {
            return;
        }
        for (action, date, count) in plain.per_day() {
            self.add_day((action, date), count);
        }
        // The first row of every name was left to the careful reader, so all are known
        // but those beyond the number that is kept apart.
        let providers: Vec<ProviderKey> = plain
            .providers()
            .map(|name| {
                let known = self.names.provider(name);
                known.unwrap_or_else(|| self.names.rest(self.tallies))
            })
            .collect();
        let groups: Vec<GroupKey> = plain
            .groups()
            .map(|name| self.names.group(name, self.tallies))
            .collect();
        for sum in plain.per_group() {
            let (provider, group) = (providers[sum.provider], groups[sum.group]);
            self.add_group((sum.action, sum.when, provider, group), sum.count);
            self.tallies.years.insert(sum.when);
        }
        for sum in plain.per_state() {
            let key = (sum.action, providers[sum.provider], groups[sum.group]);
            self.add_state(key, sum.when, sum.count);
        }
        self.end_if_too_varied();
    }

    fn row(&mut self, row: &LogRow<'_>, told: &mut Told) -> bool {
        if self.is_too_varied {
            return false;
        }
        if let Some(at) = totals_row(row, COLUMNS) {
            told.tell(
                BrokenRow {
                    why: RowFault::Totals,
                },
                at,
            );
            return self.set_aside(None, None);
        }
        let date = self.reader.date(row, told);
        let year = date.and_then(|date| {
            let outside = |period| OutsideProject {
                date,
                period,
                in_row: true,
            };
            self.reader.year(date, row, told, outside)
        });
        let action = self.reader.action(row, told);
        let count = Self::count(row, told);
        let (Some(date), Some(year), Some(action), Some(count)) = (date, year, action, count)
        else {
            let left_out = date.is_some_and(|date| self.reader.leaves_out(date));
            if let (Some(action), false) = (action, left_out) {
                self.reader.runs(action, year, row, told);
            }
            return self.set_aside(action, year);
        };
        if self.reader.is_after(date, row) {
            return true;
        }
        if !self.reader.runs(action, Some(year), row, told) {
            return self.set_aside(Some(action), Some(year));
        }
        self.fold(
            &Entry {
                date,
                action,
                year,
                count,
            },
            row,
            told,
        );
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
            (*self.tallies, *self.names) = self.before.clone();
            self.too_many_told = false;
            self.is_too_varied = false;
            self.repeated = None;
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
}

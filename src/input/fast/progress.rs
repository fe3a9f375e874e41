//! Plain rows of a progress log, added up. A row that says anything new, such as the
//! first of a provider, is left to the careful reader, so that names get their numbers
//! in the order of the file.

use super::Plain;
use super::reader::{Extent, PlainReader, Verdict};
use super::rows::{CellAt, Columns, PlainRows};
use super::sums::{Key, PerDay, Sums};
use super::words::Words;
use crate::input::convention::plain_count;
use crate::input::row_reader::RowReader;
use crate::model::{ActionNr, Date, KpiKind, YearNr};

/// Days times actions at the most: each thread has a place for each.
const MOST_PLACES: usize = 400_000;

/// What plain rows of a log add up to.
#[derive(Debug, Clone)]
pub(in crate::input) struct PlainProgress {
    /// Day and action.
    pub(in crate::input) reader: PlainReader,
    count: CellAt,
    provider: CellAt,
    group: CellAt,
    providers: Words,
    groups: Words,
    /// How each action adds up in each year; none where its rows need care.
    kinds: Vec<Option<KpiKind>>,
    per_day: PerDay,
    per_group: Sums,
    per_state: Sums,
    read: Read,
}

/// A sum of one provider and group, both by their number among the words.
pub(in crate::input) struct Sum<W> {
    /// The action.
    pub(in crate::input) action: ActionNr,
    /// When.
    pub(in crate::input) when: W,
    /// The provider.
    pub(in crate::input) provider: usize,
    /// The group.
    pub(in crate::input) group: usize,
    /// How many.
    pub(in crate::input) count: i64,
}

impl PlainProgress {
    /// Nothing added yet.
    pub(in crate::input) fn of(reader: &RowReader<'_>, columns: &Columns<'_>) -> Option<Self> {
        let plain = PlainReader::of(reader, columns)?;
        let Extent {
            days,
            actions,
            years,
        } = plain.extent();
        if days * actions > MOST_PLACES {
            return None;
        }
        let kinds = (0..actions * years).map(|run| {
            let (action, year) = (run / years, run % years);
            let kind = reader
                .scheme
                .kind_of(plain.action_nr(action), plain.year_nr(year));
            let is_plain = plain.runs(action, year) && kind != KpiKind::Distinct;
            is_plain.then_some(kind)
        });
        Some(Self {
            kinds: kinds.collect(),
            per_day: PerDay::new(days, actions),
            reader: plain,
            count: columns.cell("count"),
            provider: columns.cell("provider"),
            group: columns.cell("group"),
            providers: Words::default(),
            groups: Words::beginning_with(b""),
            per_group: Sums::default(),
            per_state: Sums::default(),
            read: Read::default(),
        })
    }

    /// The providers, in the order of their numbers.
    pub(in crate::input) fn providers(&self) -> impl Iterator<Item = &str> {
        self.providers.texts()
    }

    /// The groups, in the order of their numbers.
    pub(in crate::input) fn groups(&self) -> impl Iterator<Item = &str> {
        self.groups.texts()
    }

    /// The sums per action and day.
    pub(in crate::input) fn per_day(&self) -> impl Iterator<Item = (ActionNr, Date, i64)> {
        self.per_day
            .all()
            .map(|(day, action, sum)| (self.reader.action_nr(action), self.reader.date(day), sum))
    }

    /// The sums per action, year, provider and group.
    pub(in crate::input) fn per_group(&self) -> impl Iterator<Item = Sum<YearNr>> {
        self.per_group
            .all()
            .map(|(key, count)| self.sum(key, count, |year| self.reader.year_nr(year)))
    }

    /// The sums of states and milestones per action, day, provider and group.
    pub(in crate::input) fn per_state(&self) -> impl Iterator<Item = Sum<Date>> {
        self.per_state
            .all()
            .map(|(key, count)| self.sum(key, count, |day| self.reader.date(day)))
    }

    fn sum<W>(&self, key: Key, count: i64, when: impl Fn(usize) -> W) -> Sum<W> {
        let [action, at, provider, group] = key;
        Sum {
            action: self.reader.action_nr(action),
            when: when(at),
            provider,
            group,
            count,
        }
    }
}

/// What the columns of some rows say.
#[derive(Debug, Clone, Default)]
struct Read {
    days: Vec<u16>,
    actions: Vec<u16>,
    counts: Vec<i64>,
    providers: Vec<u32>,
    groups: Vec<u32>,
}

/// What one row says.
#[derive(Clone, Copy)]
struct Said {
    day: u16,
    action: u16,
    count: i64,
    provider: u32,
    group: u32,
}

/// Stands for a count that is not plain.
const NOT_PLAIN: i64 = -1;

impl Plain for PlainProgress {
    fn rows(&mut self, rows: &PlainRows<'_>, is_taken: &mut [bool]) {
        let mut read = std::mem::take(&mut self.read);
        self.reader.read_days(rows, &mut read.days);
        self.reader.read_actions(rows, &mut read.actions);
        rows.read(&self.count, &mut read.counts, |cell| {
            plain_count(cell.tail()).unwrap_or(NOT_PLAIN)
        });
        self.providers
            .read(rows, &self.provider, &mut read.providers);
        self.groups.read(rows, &self.group, &mut read.groups);
        // Cut to one length, none of them is asked whether it is long enough.
        let all = ..is_taken.len();
        let (days, actions, counts) = (&read.days[all], &read.actions[all], &read.counts[all]);
        let (providers, groups) = (&read.providers[all], &read.groups[all]);
        for (row, is_taken) in is_taken.iter_mut().enumerate() {
            let said = Said {
                day: days[row],
                action: actions[row],
                count: counts[row],
                provider: providers[row],
                group: groups[row],
            };
            *is_taken = *is_taken && self.row(said, rows, row).is_some();
        }
        self.read = read;
    }

    fn reads(&self) -> Vec<&CellAt> {
        let [date, action] = self.reader.reads();
        vec![date, action, &self.count, &self.provider, &self.group]
    }
}

impl PlainProgress {
    /// Adds a row up that was read; none if the careful reader is to have it.
    #[inline(always)]
    fn row(&mut self, said: Said, rows: &PlainRows<'_>, row: usize) -> Option<()> {
        let day = self.reader.day(said.day)?;
        let (action, years) = (usize::from(said.action), self.reader.extent().years);
        let kind = (*self.kinds.get(action * years + day.year)?)?;
        let count = Some(said.count).filter(|count| *count != NOT_PLAIN)?;
        match self.reader.verdict(day) {
            Verdict::Counts => {}
            Verdict::After => return Some(()),
            Verdict::Doubt => return None,
        }
        let at = (rows, row);
        let provider = self.providers.known(said.provider, at, &self.provider)?;
        let group = self.groups.known(said.group, at, &self.group)?;
        // A count is so small that no file is long enough for a sum that does not fit.
        let of_year = [action, day.year, provider, group];
        if !self.per_group.add(of_year, count) {
            return None;
        }
        let of_day = [action, day.number, provider, group];
        if kind != KpiKind::Flow && !self.per_state.add(of_day, count) {
            // The careful reader adds it to both again.
            self.per_group.add_more(of_year, -count);
            return None;
        }
        self.per_day.add(day.number, action, count);
        self.reader.counted(day, || rows.offset(row));
        Some(())
    }
}

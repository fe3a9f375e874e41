//! Plain rows of a progress log, added up. A row that says anything new, such as the
//! first of a provider, is left to the careful reader, so that names get their numbers
//! in the order of the file.

use super::Plain;
use super::reader::{PlainReader, Verdict};
use super::row::{CellAt, Columns, PlainRow};
use super::sums::{Key, Sums};
use super::words::Words;
use crate::input::convention::plain_count;
use crate::input::personal_data::may_be_personal;
use crate::input::row_reader::RowReader;
use crate::model::{ActionNr, Date, KpiKind, YearNr};

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
    per_day: Vec<Option<i64>>,
    per_group: Sums,
    per_state: Sums,
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
        let (days, actions, years) = plain.extent();
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
            per_day: vec![None; days * actions],
            reader: plain,
            count: columns.cell("count"),
            provider: columns.cell("provider"),
            group: columns.cell("group"),
            providers: Words::default(),
            groups: Words::default(),
            per_group: Sums::default(),
            per_state: Sums::default(),
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
        let (_, actions, _) = self.reader.extent();
        let sums = self.per_day.iter().enumerate();
        sums.filter_map(move |(place, sum)| {
            let (day, action) = (place / actions, place % actions);
            sum.map(|sum| (self.reader.action_nr(action), self.reader.date(day), sum))
        })
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

impl Plain for PlainProgress {
    #[inline]
    fn row(&mut self, row: &PlainRow<'_>) -> bool {
        let Some(mut at) = self.reader.day(row) else {
            return false;
        };
        let (Some(action), Some(count)) =
            (self.reader.action(row), plain_count(row.cell(&self.count)))
        else {
            return false;
        };
        at.action = action;
        let run = self.reader.run(action, at.year);
        let Some(kind) = self.kinds[run] else {
            return false;
        };
        match self.reader.verdict(at) {
            Verdict::Counts => {}
            Verdict::After => return true,
            Verdict::Doubt => return false,
        }
        let provider = known(&mut self.providers, row.cell(&self.provider));
        let group = known(&mut self.groups, row.cell(&self.group));
        let (Some(provider), Some(group)) = (provider, group) else {
            return false;
        };
        // A count is so small that no file is long enough for a sum that does not fit.
        self.per_group
            .add([action, at.year, provider, group], count);
        let (_, actions, _) = self.reader.extent();
        *self.per_day[at.day * actions + action].get_or_insert(0) += count;
        if kind != KpiKind::Flow {
            self.per_state.add([action, at.day, provider, group], count);
        }
        self.reader.counted(at, row);
        true
    }

    fn reads(&self) -> Vec<&CellAt> {
        let [date, action] = self.reader.reads();
        vec![date, action, &self.count, &self.provider, &self.group]
    }
}

/// The number of a word that was seen before. Another is kept from now on, unless there
/// may be something to tell of it.
#[inline]
pub(super) fn known(words: &mut Words, word: &[u8]) -> Option<usize> {
    let number = words.number(word);
    if number.is_none() && !may_be_personal(word) {
        words.keep(word);
    }
    number
}

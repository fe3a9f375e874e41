//! A progress log: each row folded into the tallies, or set aside.

use super::convention::{self};
use super::csv::header::Column;
use super::csv::log::{Cell, Fold, LogRow};
use super::csv::told::{At, Told};
use super::fault::{
    ActionNotInDossier, ActionNotInScheme, BrokenRow, NegativeWithoutNote, OutsideProject,
    RowFault, RowsAfterAsOf, TooManyProviders,
};
use super::names::Names;
use super::progress_cells::{has_text, tell_date, tell_number, totals_row};
use super::progress_columns::COLUMNS;
use crate::model::{
    ActionNr, Date, Dossier, GroupKey, KpiKind, Person, ProviderKey, Scheme, Tallies, YearNr,
};

/// Providers of one file that are kept apart; the rest is one line.
const MOST_PROVIDERS: usize = 10_000;
use std::collections::BTreeMap;

/// Folds the rows of one log.
pub(super) struct ProgressFold<'a> {
    scheme: &'a Scheme,
    dossier: &'a Dossier,
    /// Rows after this date are not counted.
    limit: Option<Date>,
    tallies: &'a mut Tallies,
    names: &'a mut Names,
    first_provider: usize,
    too_many_told: bool,
    /// Rows after the limit, and where the first stands.
    after: Option<(u64, At)>,
    /// The last date of a counted row and where its last row stands.
    last: Option<(Date, u64)>,
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
        scheme: &'a Scheme,
        dossier: &'a Dossier,
        limit: Option<Date>,
        tallies: &'a mut Tallies,
        names: &'a mut Names,
    ) -> Self {
        let first_provider = tallies.providers.len();
        Self {
            scheme,
            dossier,
            limit,
            tallies,
            names,
            first_provider,
            too_many_told: false,
            after: None,
            last: None,
            repeated: None,
            kinds: BTreeMap::new(),
        }
    }

    /// Tells what can only be told once the file has been read, and gives the last
    /// date of a counted row.
    pub(super) fn finish(&mut self) -> (Option<RowsAfterAsOf>, Option<At>, Option<Date>) {
        let after = self.after.take();
        let fault = after
            .as_ref()
            .zip(self.limit)
            .map(|((rows, _), as_of)| RowsAfterAsOf { rows: *rows, as_of });
        (
            fault,
            after.map(|(_, at)| at),
            self.last.map(|(date, _)| date),
        )
    }

    fn set_aside(&mut self, action: Option<ActionNr>, year: Option<YearNr>) -> bool {
        *self.tallies.set_aside.entry((action, year)).or_insert(0) += 1;
        false
    }

    fn date(&self, row: &LogRow<'_>, told: &mut Told) -> Option<Date> {
        let cell = row.cell("date")?;
        match convention::date(&cell.text, row.numbers()) {
            Ok(date) => Some(date),
            Err(doubt) => {
                tell_date(&cell, doubt, told);
                None
            }
        }
    }

    /// The project year of a date; tells a date that lies in none.
    fn year(&self, date: Date, row: &LogRow<'_>, told: &mut Told) -> Option<YearNr> {
        if let Some(year) = self.scheme.year_of(date) {
            return Some(year.nr);
        }
        let cell = row.cell("date")?;
        let period = self.scheme.whole_period();
        told.tell(
            OutsideProject {
                date,
                period,
                in_row: true,
            },
            cell.at(),
        );
        None
    }

    fn action(&self, row: &LogRow<'_>, told: &mut Told) -> Option<ActionNr> {
        let cell = row.cell("action")?;
        let nr = cell.text.parse::<u16>().ok().map(ActionNr);
        let known = nr.filter(|nr| self.scheme.action(*nr).is_some());
        if known.is_none() {
            let text = cell.text.to_string();
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

    fn count(row: &LogRow<'_>, told: &mut Told) -> Option<i64> {
        let cell = row.cell("count")?;
        match convention::count(&cell.text, row.numbers()) {
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

    /// Whether the dossier runs the action in that year; tells it when it does not.
    fn runs(
        &self,
        action: ActionNr,
        year: Option<YearNr>,
        row: &LogRow<'_>,
        told: &mut Told,
    ) -> bool {
        let missing_year = match (self.dossier.action(action), year) {
            (Some(action), Some(year)) if action.year(year).is_none() => {
                if action.has_unreadable_year || self.dossier.unreadable.years {
                    return false;
                }
                Some(year)
            }
            (Some(_), _) => return true,
            (None, _) if self.dossier.unreadable.actions => return false,
            (None, _) => None,
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
            told.tell(TooManyProviders { kept }, cell.at());
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
        *self.tallies.per_day.entry((action, date)).or_insert(0) += count;
        *self
            .tallies
            .per_group
            .entry((action, year, provider, group))
            .or_insert(0) += count;
        let kind = self.kinds.entry((action, year));
        match *kind.or_insert_with(|| self.scheme.kind_of(action, year)) {
            KpiKind::Headcount | KpiKind::Milestone => {
                let days = self
                    .tallies
                    .states
                    .entry((action, provider, group))
                    .or_default();
                *days.entry(date).or_insert(0) += count;
            }
            KpiKind::Distinct => self.fold_person(entry, provider, row.cell("person")),
            KpiKind::Flow => {}
        }
        if self.last.is_none_or(|(last, _)| date >= last) {
            self.last = Some((date, row.offset()));
        }
    }

    fn fold_person(&mut self, entry: &Entry, provider: ProviderKey, cell: Option<Cell<'_>>) {
        let key = (entry.action, entry.year);
        match cell.filter(|cell| !cell.text.is_empty()) {
            None => *self.tallies.untold.entry(key).or_insert(0) += 1,
            Some(cell) => {
                let persons = self.tallies.persons.entry(key).or_default();
                let name = |key: ProviderKey| self.names.folded_provider(key);
                let person = persons.entry(cell.key.to_string()).or_insert(Person {
                    first: None,
                    count: 0,
                });
                person.count += entry.count;
                // The earliest day and then the first name, so that order never matters.
                let earlier = |(day, known): (Date, ProviderKey)| {
                    (entry.date, name(provider)) < (day, name(known))
                };
                if entry.count > 0 && person.first.is_none_or(earlier) {
                    person.first = Some((entry.date, provider));
                }
            }
        }
    }
}

impl Fold for ProgressFold<'_> {
    const COLUMNS: &'static [Column] = COLUMNS;

    fn row(&mut self, row: &LogRow<'_>, told: &mut Told) -> bool {
        if let Some(at) = totals_row(row) {
            told.tell(
                BrokenRow {
                    why: RowFault::Totals,
                },
                at,
            );
            return self.set_aside(None, None);
        }
        let date = self.date(row, told);
        let year = date.and_then(|date| self.year(date, row, told));
        let action = self.action(row, told);
        let count = Self::count(row, told);
        let is_after = self
            .limit
            .zip(date)
            .is_some_and(|(limit, date)| date > limit);
        if is_after && year.is_some() && action.is_some() && count.is_some() {
            if let Some(cell) = row.cell("date") {
                self.after.get_or_insert_with(|| (0, cell.at())).0 += 1;
            }
            return true;
        }
        let runs = action.is_some_and(|action| self.runs(action, year, row, told));
        let (Some(date), Some(year), Some(action), Some(count), true) =
            (date, year, action, count, runs)
        else {
            return self.set_aside(action, year);
        };
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

    fn wanted_row(&self) -> Option<u64> {
        self.last.map(|(_, offset)| offset)
    }
}

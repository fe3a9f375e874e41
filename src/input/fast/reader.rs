//! Day and action of plain rows, decided before the first row is read: the rules of the
//! careful reader are asked once for each day of the project and each action.

use super::row::{CellAt, Columns, PlainRow};
use crate::input::convention::{exists_both_ways, plain_count, plain_date};
use crate::input::row_reader::RowReader;
use crate::model::{ActionNr, Date, NumberStyle, YearNr};

/// Days of the longest project whose rows are read fast: some twenty years.
const MOST_DAYS: i64 = 8192;
/// Places in the table of days for a year: as if each of sixteen months had 32 days.
const PLACES_OF_A_YEAR: usize = 512;
/// Actions with a higher number are left to the careful reader.
const MOST_ACTION_NR: usize = 256;
/// Stands in a table for what the careful reader is to decide.
const UNDECIDED: u16 = u16::MAX;

/// Where a day stands in the table of days; beyond its end for a day of another year.
/// A month or a day that does not exist has the place of one that the table does not
/// know, or is above 16 or 31 and has none.
#[inline(always)]
fn place(year: u16, first_year: u16, month: u8, day: u8) -> usize {
    if month >= 16 || day >= 32 {
        return usize::MAX;
    }
    let year = usize::from(year.wrapping_sub(first_year));
    year * PLACES_OF_A_YEAR + usize::from(month) * 32 + usize::from(day)
}

/// A day of the project.
#[derive(Debug, Clone, Copy)]
struct Day {
    date: Date,
    year: usize,
    is_after: bool,
    exists_both_ways: bool,
}

/// What every row of a log says of day and action, where nothing is to be told of it.
#[derive(Debug, Clone)]
pub(in crate::input) struct PlainReader {
    numbers: NumberStyle,
    date: CellAt,
    action: CellAt,
    first_year: u16,
    /// Number of each day by year, month and day of the month.
    day_numbers: Vec<u16>,
    days: Vec<Day>,
    /// Number of each action by the one that it bears in the scheme.
    action_numbers: Vec<u16>,
    actions: Vec<ActionNr>,
    years: Vec<YearNr>,
    /// Whether rows of an action count in a year, year by year.
    runs: Vec<bool>,
    /// What was seen of the rows that were taken.
    pub(in crate::input) seen: Seen,
}

/// What is kept of the days of rows that were taken.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::input) struct Seen {
    /// The last day of a counted row, and where the last row stands that bears it.
    last: Option<(usize, u64)>,
    /// The first day of a counted row.
    first: Option<usize>,
    /// Rows after the as-of date; the first is left to the careful reader.
    pub(in crate::input) after: u64,
    is_after_seen: bool,
    /// Dates that exist both ways.
    pub(in crate::input) either: u64,
}

/// Day and action of a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct DayAndAction {
    /// Number of the day.
    pub(super) day: usize,
    /// Number of the action.
    pub(super) action: usize,
    /// Number of the project year.
    pub(super) year: usize,
    is_either: bool,
}

/// What is to be done with a plain row.
pub(super) enum Verdict {
    /// It counts.
    Counts,
    /// It is after the as-of date, and so is another before it.
    After,
    /// The careful reader is to decide.
    Doubt,
}

impl PlainReader {
    /// Asks `reader` of every day and action; none where they are too many.
    pub(in crate::input) fn of(reader: &RowReader<'_>, columns: &Columns<'_>) -> Option<Self> {
        let period = reader.scheme.whole_period()?;
        if period.days() > MOST_DAYS {
            return None;
        }
        let first_year = u16::try_from(period.start.year()).ok()?;
        let years_long = usize::try_from(period.end.year() - period.start.year() + 1).ok()?;
        let mut plain = Self {
            numbers: columns.numbers,
            date: columns.cell("date"),
            action: columns.cell("action"),
            first_year,
            day_numbers: vec![UNDECIDED; years_long * PLACES_OF_A_YEAR],
            days: Vec::new(),
            action_numbers: vec![UNDECIDED; MOST_ACTION_NR],
            actions: Vec::new(),
            years: reader.scheme.years.iter().map(|year| year.nr).collect(),
            runs: Vec::new(),
            seen: Seen::default(),
        };
        let days = std::iter::successors(Some(period.start), |date| date.tomorrow().ok());
        for date in days.take_while(|date| *date <= period.end) {
            plain.add_day(date, reader);
        }
        for action in &reader.dossier.actions {
            plain.add_action(action.nr, reader);
        }
        Some(plain)
    }

    fn add_day(&mut self, date: Date, reader: &RowReader<'_>) {
        let year = reader.scheme.year_of(date).map(|year| year.nr);
        let Some(year) = self.years.iter().position(|it| Some(*it) == year) else {
            return;
        };
        let part = |part: i8| u8::try_from(part).unwrap_or(0);
        let place = place(
            u16::try_from(date.year()).unwrap_or(0),
            self.first_year,
            part(date.month()),
            part(date.day()),
        );
        let number = u16::try_from(self.days.len()).unwrap_or(UNDECIDED);
        if let Some(known) = self.day_numbers.get_mut(place) {
            *known = number;
            self.days.push(Day {
                date,
                year,
                is_after: reader.leaves_out(date),
                exists_both_ways: exists_both_ways(date),
            });
        }
    }

    fn add_action(&mut self, nr: ActionNr, reader: &RowReader<'_>) {
        let number = u16::try_from(self.actions.len()).unwrap_or(UNDECIDED);
        let is_known = reader.scheme.action(nr).is_some();
        if let Some(known) = self.action_numbers.get_mut(usize::from(nr.0))
            && *known == UNDECIDED
            && is_known
        {
            *known = number;
            self.actions.push(nr);
            let years = self.years.iter();
            self.runs.extend(years.map(|year| reader.has(nr, *year)));
        }
    }

    /// Day and year of a row, its action left open.
    #[inline(always)]
    pub(super) fn day(&self, row: &PlainRow<'_>) -> Option<DayAndAction> {
        let date = plain_date(row.cell(&self.date), self.numbers)?;
        let place = place(date.year, self.first_year, date.month, date.day);
        let number = usize::from(*self.day_numbers.get(place)?);
        let day = self.days.get(number)?;
        Some(DayAndAction {
            day: number,
            action: 0,
            year: day.year,
            is_either: date.is_day_first && day.exists_both_ways,
        })
    }

    /// The number of the action that a row names.
    #[inline(always)]
    pub(super) fn action(&self, row: &PlainRow<'_>) -> Option<usize> {
        let nr = plain_count(row.cell(&self.action))?;
        let number = *self.action_numbers.get(usize::try_from(nr).ok()?)?;
        (number != UNDECIDED).then_some(usize::from(number))
    }

    /// Whether a row names no action.
    #[inline(always)]
    pub(super) fn is_without_action(&self, row: &PlainRow<'_>) -> bool {
        row.cell(&self.action).is_empty()
    }

    /// Whether rows of an action count in a year.
    #[inline(always)]
    pub(super) fn runs(&self, action: usize, year: usize) -> bool {
        self.runs[self.run(action, year)]
    }

    /// The number of an action in a year.
    #[inline(always)]
    pub(super) fn run(&self, action: usize, year: usize) -> usize {
        action * self.years.len() + year
    }

    /// What the as-of date says of a row of which all else is plain.
    #[inline(always)]
    pub(super) fn verdict(&mut self, at: DayAndAction) -> Verdict {
        if !self.days[at.day].is_after {
            return Verdict::Counts;
        }
        if !self.seen.is_after_seen {
            self.seen.is_after_seen = true;
            return Verdict::Doubt;
        }
        self.seen.after += 1;
        self.seen.either += u64::from(at.is_either);
        Verdict::After
    }

    /// Keeps that a row was counted.
    #[inline(always)]
    pub(super) fn counted(&mut self, at: DayAndAction, row: &PlainRow<'_>) {
        let seen = &mut self.seen;
        seen.either += u64::from(at.is_either);
        // Days are numbered in their order, and rows come in that of the file.
        if seen.last.is_none_or(|(last, _)| at.day >= last) {
            seen.last = Some((at.day, row.offset));
        }
        if seen.first.is_none_or(|first| at.day < first) {
            seen.first = Some(at.day);
        }
    }

    /// The last date of a counted row and where it stands.
    pub(in crate::input) fn last(&self) -> Option<(Date, u64)> {
        let (day, offset) = self.seen.last?;
        Some((self.days[day].date, offset))
    }

    /// The first date of a counted row.
    pub(in crate::input) fn first(&self) -> Option<Date> {
        self.seen.first.map(|day| self.days[day].date)
    }

    /// How many days, actions and years there are.
    pub(super) fn extent(&self) -> (usize, usize, usize) {
        (self.days.len(), self.actions.len(), self.years.len())
    }

    /// The date of a day, by its number.
    pub(in crate::input) fn date(&self, day: usize) -> Date {
        self.days[day].date
    }

    /// An action, by its number.
    pub(in crate::input) fn action_nr(&self, action: usize) -> ActionNr {
        self.actions[action]
    }

    /// A year, by its number.
    pub(in crate::input) fn year_nr(&self, year: usize) -> YearNr {
        self.years[year]
    }

    /// The positions of the columns that it reads itself.
    pub(super) fn reads(&self) -> [&CellAt; 2] {
        [&self.date, &self.action]
    }
}

//! Day and action of plain rows, decided before the first row is read: the rules of the
//! careful reader are asked once for each day of the project and each action.

use super::rows::{CellAt, Columns, PlainRows};
use crate::input::convention::{exists_both_ways, plain_count, plain_date};
use crate::input::row_reader::RowReader;
use crate::model::{ActionNr, Date, NumberStyle, YearNr};

/// Days of the longest project whose rows are read fast: some twenty years.
const MOST_DAYS: i64 = 8192;
/// Bits of a place in the table of days within its year: as if each of sixteen months
/// had 32 days.
const PLACE_BITS: u32 = 9;
/// Actions with a higher number are left to the careful reader.
const MOST_ACTION_NR: usize = 256;
/// Stands for a day or an action that the careful reader is to decide.
pub(super) const UNDECIDED: u16 = u16::MAX;
/// Of the number of a day: it could be another, with day and month exchanged.
const EITHER: u16 = 1 << 15;
/// Of the number of an action: the row names none.
pub(super) const NO_ACTION: u16 = UNDECIDED - 1;

/// Where a day stands in the table of days; beyond its end for a day of another year.
/// A month or a day that does not exist has the place of one that the table does not
/// know, or is above 16 or 31 and has none.
#[inline(always)]
fn place(year: u32, first_year: u32, month: u32, day: u32) -> usize {
    if month >= 16 || day >= 32 {
        return usize::MAX;
    }
    // A year before the first, or far after it, has a place beyond the end as well.
    let years = year.wrapping_sub(first_year);
    usize::try_from((years << PLACE_BITS) | (month << 5) | day).unwrap_or(usize::MAX)
}

/// A day of the project.
#[derive(Debug, Clone, Copy)]
struct Day {
    date: Date,
    year: usize,
    is_after: bool,
}

/// What every row of a log says of day and action, where nothing is to be told of it.
#[derive(Debug, Clone)]
pub(in crate::input) struct PlainReader {
    numbers: NumberStyle,
    date: CellAt,
    action: CellAt,
    first_year: u32,
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
    is_counted: bool,
    /// The last day of a counted row.
    last: usize,
    /// Where the last row stands that bears it.
    last_at: u64,
    /// The first day of a counted row.
    first: usize,
    /// Rows after the as-of date; the first is left to the careful reader.
    pub(in crate::input) after: u64,
    is_after_seen: bool,
    /// Dates that exist both ways.
    pub(in crate::input) either: u64,
}

/// A day as a row names it.
#[derive(Debug, Clone, Copy)]
pub(super) struct DayOfRow {
    /// Its number.
    pub(super) number: usize,
    /// The number of its project year.
    pub(super) year: usize,
    is_either: bool,
}

/// How many there are of each.
pub(super) struct Extent {
    pub(super) days: usize,
    pub(super) actions: usize,
    pub(super) years: usize,
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
        let first_year = u32::try_from(period.start.year()).ok()?;
        let years_long = usize::try_from(period.end.year() - period.start.year() + 1).ok()?;
        let mut plain = Self {
            numbers: columns.numbers,
            date: columns.cell("date"),
            action: columns.cell("action"),
            first_year,
            day_numbers: vec![UNDECIDED; years_long << PLACE_BITS],
            days: Vec::new(),
            action_numbers: vec![UNDECIDED; MOST_ACTION_NR],
            actions: Vec::new(),
            years: reader.scheme.years.iter().map(|year| year.nr).collect(),
            runs: Vec::new(),
            seen: Seen {
                first: usize::MAX,
                ..Seen::default()
            },
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
        let part = |part: i8| u32::try_from(part).unwrap_or(0);
        let place = place(
            u32::try_from(date.year()).unwrap_or(0),
            self.first_year,
            part(date.month()),
            part(date.day()),
        );
        let number = u16::try_from(self.days.len()).unwrap_or(UNDECIDED);
        if let Some(known) = self.day_numbers.get_mut(place) {
            *known = number | if exists_both_ways(date) { EITHER } else { 0 };
            self.days.push(Day {
                date,
                year,
                is_after: reader.leaves_out(date),
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

    /// The day of each row, for [`Self::day`].
    pub(super) fn read_days(&self, rows: &PlainRows<'_>, days: &mut Vec<u16>) {
        rows.read(&self.date, days, |cell| {
            let date = cell
                .exactly()
                .and_then(|text| plain_date(text, self.numbers));
            let Some(date) = date else {
                return UNDECIDED;
            };
            let place = place(date.year, self.first_year, date.month, date.day);
            let number = self.day_numbers.get(place).copied().unwrap_or(UNDECIDED);
            let is_certain = !date.is_day_first && number != UNDECIDED;
            if is_certain { number & !EITHER } else { number }
        });
    }

    /// The number of the action of each row, [`NO_ACTION`] or [`UNDECIDED`].
    pub(super) fn read_actions(&self, rows: &PlainRows<'_>, actions: &mut Vec<u16>) {
        rows.read(&self.action, actions, |cell| {
            let nr = plain_count(cell.tail()).and_then(|nr| usize::try_from(nr).ok());
            let number = nr.and_then(|nr| self.action_numbers.get(nr)).copied();
            let is_none = cell.length() == 0;
            number.unwrap_or(if is_none { NO_ACTION } else { UNDECIDED })
        });
    }

    /// The day of a row, as it was read.
    #[inline(always)]
    pub(super) fn day(&self, day: u16) -> Option<DayOfRow> {
        let number = usize::from(day & !EITHER);
        let known = self.days.get(number)?;
        Some(DayOfRow {
            number,
            year: known.year,
            is_either: day & EITHER != 0,
        })
    }

    /// Whether rows of an action count in a year.
    pub(super) fn runs(&self, action: usize, year: usize) -> bool {
        self.runs[action * self.years.len() + year]
    }

    /// What the as-of date says of a row of which all else is plain.
    #[inline(always)]
    pub(super) fn verdict(&mut self, day: DayOfRow) -> Verdict {
        if !self.days[day.number].is_after {
            return Verdict::Counts;
        }
        if !self.seen.is_after_seen {
            self.seen.is_after_seen = true;
            return Verdict::Doubt;
        }
        self.seen.after += 1;
        self.seen.either += u64::from(day.is_either);
        Verdict::After
    }

    /// Keeps that a row was counted, which stands at `offset` in the file's text.
    #[inline(always)]
    pub(super) fn counted(&mut self, day: DayOfRow, offset: impl FnOnce() -> u64) {
        let seen = &mut self.seen;
        seen.either += u64::from(day.is_either);
        seen.is_counted = true;
        // Days are numbered in their order, and rows come in that of the file.
        if day.number >= seen.last {
            seen.last = day.number;
            seen.last_at = offset();
        }
        seen.first = seen.first.min(day.number);
    }

    /// The last date of a counted row and where it stands.
    pub(in crate::input) fn last(&self) -> Option<(Date, u64)> {
        let seen = Some(self.seen).filter(|seen| seen.is_counted)?;
        Some((self.days[seen.last].date, seen.last_at))
    }

    /// The first date of a counted row.
    pub(in crate::input) fn first(&self) -> Option<Date> {
        let seen = Some(self.seen).filter(|seen| seen.is_counted)?;
        Some(self.days[seen.first].date)
    }

    /// How many days, actions and years there are.
    pub(super) fn extent(&self) -> Extent {
        Extent {
            days: self.days.len(),
            actions: self.actions.len(),
            years: self.years.len(),
        }
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

    /// The project year of a day, by its number.
    pub(super) fn year_of(&self, day: usize) -> usize {
        self.days[day].year
    }

    /// The calendar year of a day, counted from the first of the project.
    pub(super) fn calendar_year(&self, day: usize) -> usize {
        let years = self.days[day].date.year() - self.first_calendar_year();
        usize::try_from(years).unwrap_or(0)
    }

    /// The calendar year that the project begins in.
    pub(super) fn first_calendar_year(&self) -> i16 {
        i16::try_from(self.first_year).unwrap_or(i16::MAX)
    }

    /// The positions of the columns that it reads itself.
    pub(super) fn reads(&self) -> [&CellAt; 2] {
        [&self.date, &self.action]
    }
}

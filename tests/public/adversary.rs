//! Somebody who has the public report, knows how its figures hang together, and wants
//! to know the hidden ones.

use super::solver::{System, Unknown};
use samenleven::model::Date;
use serde_json::Value;
use std::collections::BTreeMap;

/// Nobody counts more persons than this.
const MOST: i64 = 100_000;

/// A count of persons in a report.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Count {
    /// What an action reached in a year.
    Total(u64, u64),
    /// What a provider reached under it.
    Provider(u64, u64, String),
    /// What a month added.
    Month(u64, u64, String),
}

/// What somebody knows.
#[derive(Debug, Default)]
pub(crate) struct Adversary {
    pub(crate) system: System,
    pub(crate) counts: BTreeMap<Count, Unknown>,
    /// Nothing that is added is less.
    least: i64,
    /// Per year and action: what is known of its days.
    courses: BTreeMap<(u64, u64), Course>,
}

/// The figure of an action over a year, by the days on which something may be told of it.
#[derive(Debug)]
enum Course {
    /// What each stretch adds, by its last day.
    Adds(Vec<(Date, Unknown)>),
    /// What there is on each day.
    Stands(Vec<(Date, Unknown)>),
}

impl Course {
    /// What adds up to the figure on a day.
    fn until(&self, day: Date) -> Option<Vec<(Unknown, i64)>> {
        let one = |(_, it): &(Date, Unknown)| (*it, 1);
        match self {
            Self::Adds(stretches) => {
                let until = stretches.iter().filter(|(end, _)| *end <= day);
                Some(until.map(one).collect())
            }
            Self::Stands(days) => {
                let on_day = days.iter().find(|(end, _)| *end == day)?;
                Some(vec![one(on_day)])
            }
        }
    }
}

/// The years of the scheme as everybody knows them.
#[derive(Debug)]
pub(crate) struct Calendar {
    pub(crate) as_of: Date,
    /// Number, first day, interim day and last day.
    pub(crate) years: Vec<(u64, Date, Date, Date)>,
}

fn rows<'a>(report: &'a Value, table: &str) -> impl Iterator<Item = &'a Value> {
    let rows = report["tables"][table].as_array();
    rows.map(Vec::as_slice).unwrap_or_default().iter()
}

fn key(row: &Value) -> (u64, u64) {
    let number = |key: &str| row[key].as_u64().expect("years and actions are numbers");
    (number("year"), number("action"))
}

fn tenths(row: &Value, key: &str) -> Option<i64> {
    let text = row[key].as_str()?;
    text.replace('.', "").parse().ok()
}

impl Adversary {
    /// What a report tells. Where the same people stand under several actions, somebody
    /// may know that all were counted under each: that comes from the `secret` report. Where
    /// nothing was ever corrected, somebody may know that too.
    pub(crate) fn reads(
        report: &Value,
        calendar: &Calendar,
        secret: &Value,
        is_corrected: bool,
    ) -> Self {
        let mut known = Self {
            least: if is_corrected { -MOST } else { 0 },
            ..Self::default()
        };
        known.totals(report, calendar);
        known.providers(report);
        known.months(report);
        known.days(report, calendar);
        known.overlaps(report, secret);
        known
    }

    fn told(&mut self, number: Unknown, told: &Value) {
        if let Some(count) = told.as_i64() {
            self.system.adds_up(vec![(number, 1)], count);
        }
    }

    /// A percentage of something that is known, to a tenth on either side.
    fn share_of(&mut self, number: Unknown, tenths: i64, whole: i64) {
        let (low, high) = ((tenths - 1) * whole, (tenths + 1) * whole);
        self.system.between(vec![(number, 1_000)], low, high);
    }

    fn totals(&mut self, report: &Value, calendar: &Calendar) {
        for row in rows(report, "kpi") {
            let (year, action) = key(row);
            let is_hidden = is_hidden(row, "reached");
            if row["kind"] == "milestone" || row["reached"].is_null() && !is_hidden {
                continue;
            }
            let total = self.count(is_hidden);
            self.counts.insert(Count::Total(year, action), total);
            self.told(total, &row["reached"]);
            if let (Some(pct), Some(target)) =
                (tenths(row, "attainment_pct"), row["target"].as_i64())
            {
                self.share_of(total, pct, target);
            }
            match row["status"].as_str() {
                Some("reached") => {
                    let target = row["target"].as_i64().expect("who reached it has a target");
                    self.system.between(vec![(total, 1)], target, MOST);
                }
                Some("not_reached" | "running") => {
                    let target = row["target"].as_i64().expect("who missed it has a target");
                    let least = self.least;
                    self.system.between(vec![(total, 1)], least, target - 1);
                }
                _ => {}
            }
            let course = if row["kind"] == "headcount" {
                self.stands(year, total, calendar)
            } else {
                self.cut(year, total, calendar)
            };
            self.courses.insert((year, action), course);
        }
    }

    /// A count of persons. Nobody is told as 0 and never hidden, save where people were
    /// taken back: then a total may be hidden with its parts, and a count with another
    /// that is declared to be of the same people.
    fn count(&mut self, is_hidden: bool) -> Unknown {
        let is_some = is_hidden && self.least == 0;
        let least = if is_some { 1 } else { self.least };
        self.system.unknown(least, MOST)
    }

    /// Cuts a year into stretches that add up to its total.
    fn cut(&mut self, year: u64, total: Unknown, calendar: &Calendar) -> Course {
        let ends = calendar.ends(year).into_iter();
        let stretches: Vec<(Date, Unknown)> = ends
            .map(|end| (end, self.system.unknown(self.least, MOST)))
            .collect();
        let mut terms: Vec<(Unknown, i64)> = stretches.iter().map(|(_, it)| (*it, 1)).collect();
        terms.push((total, -1));
        self.system.adds_up(terms, 0);
        Course::Adds(stretches)
    }

    /// What there is on each day of a year, the total from the last day on of which
    /// anything is known.
    fn stands(&mut self, year: u64, total: Unknown, calendar: &Calendar) -> Course {
        let last = calendar.as_of.min(calendar.year(year).3);
        let ends = calendar.ends(year).into_iter();
        let of_day = |end| {
            let is_total = end >= last;
            let state = if is_total {
                total
            } else {
                self.system.unknown(0, MOST)
            };
            (end, state)
        };
        Course::Stands(ends.map(of_day).collect())
    }

    /// What adds up to what an action reached in a year up to a day.
    fn until(&self, of: (u64, u64), day: Date) -> Option<Vec<(Unknown, i64)>> {
        self.courses.get(&of)?.until(day)
    }

    fn providers(&mut self, report: &Value) {
        let mut sums: BTreeMap<(u64, u64), Vec<(Unknown, i64)>> = BTreeMap::new();
        for row in rows(report, "kpi_by_provider") {
            let (year, action) = key(row);
            let Some(total) = self.counts.get(&Count::Total(year, action)).copied() else {
                continue;
            };
            let is_hidden = is_hidden(row, "reached");
            let number = self.count(is_hidden);
            self.told(number, &row["reached"]);
            // Of what was corrected, both are told where the share is.
            let share = tenths(row, "share_pct").filter(|_| self.least == 0);
            if let Some(pct) = share {
                let low = vec![(number, 1_000), (total, 1 - pct)];
                self.system.between(low, 0, i64::MAX / 4);
                let high = vec![(number, 1_000), (total, -1 - pct)];
                self.system.between(high, i64::MIN / 4, 0);
            }
            let name = row["provider"].as_str().unwrap_or_default().to_owned();
            self.counts
                .insert(Count::Provider(year, action, name), number);
            sums.entry((year, action))
                .or_insert_with(|| vec![(total, -1)])
                .push((number, 1));
        }
        for terms in sums.into_values() {
            self.system.adds_up(terms, 0);
        }
    }

    fn months(&mut self, report: &Value) {
        let mut before: BTreeMap<(u64, u64), Date> = BTreeMap::new();
        for row in rows(report, "progress") {
            let of = key(row);
            let month = row["month"].as_str().expect("a month is a text");
            let first: Date = format!("{month}-01")
                .parse()
                .expect("a month has a first day");
            let end = first.last_of_month();
            let (Some(so_far), start) = (self.until(of, end), before.insert(of, end)) else {
                continue;
            };
            let is_state = matches!(self.courses.get(&of), Some(Course::Stands(_)));
            let earlier = start.filter(|_| !is_state);
            let earlier = earlier.and_then(|start| self.until(of, start));
            let earlier = earlier.unwrap_or_default();
            let of_month: Vec<_> = so_far
                .iter()
                .filter(|it| !earlier.contains(it))
                .copied()
                .collect();
            // Where all rows bear one date it is said that they do: nothing came before it.
            let why = row["cumulative_unknown"].as_str().unwrap_or_default();
            let before_all = why.contains("dragen één datum").then_some(0);
            if let Some(count) = row["cumulative"].as_i64().or(before_all) {
                self.system.adds_up(so_far, count);
            }
            let number = self.system.unknown(self.least, MOST);
            let mut terms = of_month;
            terms.push((number, -1));
            self.system.adds_up(terms, 0);
            self.told(number, &row["reached"]);
            self.counts
                .insert(Count::Month(of.0, of.1, month.to_owned()), number);
        }
    }

    /// What was reached on the interim day and on the days up to which years are compared.
    fn days(&mut self, report: &Value, calendar: &Calendar) {
        let interim = [("kpi", "interim_reached"), ("at_stake", "interim_reached")];
        for (table, column) in interim {
            for row in rows(report, table) {
                if row["action"].is_null() {
                    continue;
                }
                let of = key(row);
                let day = calendar.year(of.0).2;
                if let (Some(terms), Some(count)) = (self.until(of, day), row[column].as_i64()) {
                    self.system.adds_up(terms, count);
                }
            }
        }
        let whole = |row: &&Value| !row["action"].is_null();
        for row in rows(report, "year_over_year").filter(whole) {
            let (year, action) = key(row);
            let (now, before) = calendar.compared(year);
            let now = self.until((year, action), now);
            let before = self.until((year - 1, action), before);
            for (terms, column) in [(&now, "reached"), (&before, "reached_before")] {
                if let (Some(terms), Some(count)) = (terms, row[column].as_i64()) {
                    self.system.adds_up(terms.clone(), count);
                }
            }
            if let (Some(mut now), Some(before), Some(change)) =
                (now, before, row["reached_change"].as_i64())
            {
                now.extend(before.into_iter().map(|(it, _)| (it, -1)));
                self.system.adds_up(now, change);
            }
        }
    }

    /// The same people under several actions, and whether that is the same count.
    fn overlaps(&mut self, report: &Value, secret: &Value) {
        let is_declared = |row: &Value| row["same_people"] == true;
        let same_counts: Vec<&Value> = rows(secret, "overlap")
            .filter(|row| is_declared(row) && !row["count"].is_null())
            .collect();
        for row in rows(report, "overlap") {
            let year = row["year"].as_u64().expect("a year is a number");
            let provider = row["provider"].as_str().unwrap_or_default();
            let actions: Vec<u64> = row["actions"]
                .as_array()
                .expect("actions are a list")
                .iter()
                .filter_map(Value::as_u64)
                .collect();
            let of = |action: &u64| Count::Provider(year, *action, provider.to_owned());
            let same: Vec<Unknown> = actions
                .iter()
                .filter_map(|action| self.counts.get(&of(action)).copied())
                .collect();
            let is_same = |it: &&Value| {
                let keys = ["year", "provider", "actions"];
                keys.into_iter().all(|key| it[key] == row[key])
            };
            let are_same = !row["count"].is_null() || same_counts.iter().any(is_same);
            for two in same.windows(2).filter(|_| are_same) {
                self.system.adds_up(vec![(two[0], 1), (two[1], -1)], 0);
            }
            for number in &same {
                self.told(*number, &row["count"]);
            }
            let totals: Option<Vec<(Unknown, i64)>> = actions
                .iter()
                .map(|action| Some((*self.counts.get(&Count::Total(year, *action))?, 1)))
                .collect();
            let Some(mut totals) = totals else { continue };
            if let Some(with) = row["with_doubles"].as_i64() {
                self.system.adds_up(totals.clone(), with);
            }
            if let (Some(without), Some(one)) = (row["without_doubles"].as_i64(), same.first()) {
                let repeats = i64::try_from(actions.len()).expect("actions are few") - 1;
                totals.push((*one, -repeats));
                self.system.adds_up(totals, without);
            }
        }
    }
}

/// Whether a figure is unknown only because it is hidden.
pub(crate) fn is_hidden(row: &Value, key: &str) -> bool {
    row[format!("{key}_unknown")] == "verborgen in de openbare versie"
}

impl Calendar {
    fn year(&self, nr: u64) -> (u64, Date, Date, Date) {
        let mut years = self.years.iter();
        *years
            .find(|(known, ..)| *known == nr)
            .expect("the year is one of the scheme")
    }

    /// Up to which days a year and the one before it are compared.
    fn compared(&self, year: u64) -> (Date, Date) {
        let (_, start, _, end) = self.year(year);
        let (_, start_before, _, end_before) = self.year(year - 1);
        if self.as_of >= end || self.as_of < start {
            return (end, end_before);
        }
        let days = start
            .until(self.as_of)
            .expect("dates have days between them")
            .get_days();
        let days = jiff::Span::new().days(days);
        let before = start_before
            .checked_add(days)
            .expect("the day before exists");
        (self.as_of, before.min(end_before))
    }

    /// The days of a year on which anything is told, in order.
    fn ends(&self, year: u64) -> Vec<Date> {
        let (_, start, interim, end) = self.year(year);
        let mut ends = vec![interim, end];
        let mut month = start;
        while month <= end {
            ends.push(month.last_of_month());
            month = month
                .last_of_month()
                .tomorrow()
                .expect("there is a next day");
        }
        let has = |nr: u64| self.years.iter().any(|(known, ..)| *known == nr);
        if has(year.saturating_sub(1)) {
            ends.push(self.compared(year).0);
        }
        if has(year + 1) {
            ends.push(self.compared(year + 1).1);
        }
        ends.sort_unstable();
        ends.dedup();
        ends
    }
}

//! What the rows of one pseudonym add up to, and with whom she was first.

use super::{Date, ProviderKey};
use std::collections::BTreeMap;

/// The rows of one pseudonym in one action and year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    days: Days,
    first: Option<(Date, ProviderKey)>,
}

/// The sum of each provider and day. Most persons have one, and there may be many persons.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
enum Days {
    #[default]
    None,
    One((ProviderKey, Date), i64),
    Many(BTreeMap<(ProviderKey, Date), i64>),
}

impl Person {
    /// Adds a count of a day, below zero for a correction. Says how many days of providers
    /// are kept, when that is one more than before.
    pub fn add(&mut self, provider: ProviderKey, date: Date, count: i64) -> Option<usize> {
        let key = (provider, date);
        match &mut self.days {
            Days::None => {
                self.days = Days::One(key, count);
                Some(1)
            }
            Days::One(known, sum) if *known == key => {
                *sum += count;
                None
            }
            Days::One(known, sum) => {
                self.days = Days::Many(BTreeMap::from([(*known, *sum), (key, count)]));
                Some(2)
            }
            Days::Many(days) => {
                let before = days.len();
                *days.entry(key).or_insert(0) += count;
                (days.len() > before).then_some(days.len())
            }
        }
    }

    /// Works out who was first, once all rows are there. `name` orders providers of one day.
    ///
    /// A correction takes away from its own provider: one whose sum is not above zero did
    /// not have this person, and another had her from the day since which its sum has
    /// stayed above zero. She counts from the day since which the sum of all has, so that
    /// who is moved to another provider is not reached any later for it.
    pub fn settle<'a>(&mut self, name: impl Fn(ProviderKey) -> &'a str) {
        let earliest = self.since().into_iter();
        let earliest = earliest.min_by_key(|(provider, day)| (*day, name(*provider)));
        let counted = self.counted_since();
        self.first = counted.zip(earliest.map(|(provider, _)| provider));
    }

    /// The day since which this person counts, whoever has her; none when nothing is left.
    fn counted_since(&self) -> Option<Date> {
        let mut days: BTreeMap<Date, i64> = BTreeMap::new();
        for ((_, day), sum) in self.sums() {
            *days.entry(day).or_insert(0) += sum;
        }
        let (mut since, mut before) = (None, 0);
        for (day, sum) in days {
            match (before > 0, before + sum > 0) {
                (false, true) => since = Some(day),
                (_, false) => since = None,
                (true, true) => {}
            }
            before += sum;
        }
        since
    }

    /// The day since which each provider has this person, for those that do.
    fn since(&self) -> BTreeMap<ProviderKey, Date> {
        let mut since = BTreeMap::new();
        let mut running: (Option<ProviderKey>, i64) = (None, 0);
        for ((provider, day), sum) in self.sums() {
            let before = if running.0 == Some(provider) {
                running.1
            } else {
                0
            };
            running = (Some(provider), before + sum);
            if before + sum <= 0 {
                since.remove(&provider);
            } else if before <= 0 {
                since.insert(provider, day);
            }
        }
        since
    }

    fn sums(&self) -> impl Iterator<Item = ((ProviderKey, Date), i64)> {
        let (one, many) = match &self.days {
            Days::None => (None, None),
            Days::One(key, sum) => (Some((*key, *sum)), None),
            Days::Many(days) => (None, Some(days)),
        };
        let many = many.into_iter().flatten().map(|(key, sum)| (*key, *sum));
        one.into_iter().chain(many)
    }

    /// The day since which this person counts, and the provider; none when all that was
    /// counted was taken back.
    #[must_use]
    pub fn first(&self) -> Option<(Date, ProviderKey)> {
        self.first
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLUB: ProviderKey = ProviderKey(1);
    const HOUSE: ProviderKey = ProviderKey(2);

    /// Who was first, of rows in any order.
    fn first(rows: &[(ProviderKey, i8, i64)]) -> Option<(ProviderKey, i8)> {
        let mut settled = Vec::new();
        for turn in 0..rows.len().max(1) {
            let mut person = Person::default();
            let (before, after) = rows.split_at(turn);
            for (provider, day, count) in after.iter().chain(before) {
                person.add(*provider, Date::constant(2023, 1, *day), *count);
            }
            person.settle(|key| if key == CLUB { "club" } else { "house" });
            settled.push(person.first().map(|(day, key)| (key, day.day())));
        }
        assert!(settled.windows(2).all(|it| it[0] == it[1]), "{settled:?}");
        settled[0]
    }

    #[test]
    fn who_was_first_does_not_hang_on_the_order_of_rows() {
        assert_eq!(first(&[]), None);
        assert_eq!(first(&[(HOUSE, 2, 1), (CLUB, 3, 1)]), Some((HOUSE, 2)));
        assert_eq!(first(&[(HOUSE, 2, 1), (CLUB, 2, 1)]), Some((CLUB, 2)));
        assert_eq!(first(&[(HOUSE, 2, 1), (HOUSE, 1, 1)]), Some((HOUSE, 1)));
    }

    #[test]
    fn what_is_taken_back_is_taken_from_its_own_provider() {
        let withdrawn = [(CLUB, 2, 1), (CLUB, 5, -1)];
        assert_eq!(first(&withdrawn), None);
        let elsewhere = [(CLUB, 2, 1), (CLUB, 5, -1), (HOUSE, 9, 1)];
        assert_eq!(first(&elsewhere), Some((HOUSE, 9)));
        let again = [(CLUB, 2, 1), (CLUB, 5, -1), (CLUB, 9, 1)];
        assert_eq!(first(&again), Some((CLUB, 9)));
        let one_of_two = [(CLUB, 2, 1), (CLUB, 3, 1), (CLUB, 5, -1), (HOUSE, 9, 1)];
        assert_eq!(first(&one_of_two), Some((CLUB, 2)));
        let moved = [(CLUB, 2, 1), (CLUB, 5, -1), (HOUSE, 5, 1)];
        assert_eq!(first(&moved), Some((HOUSE, 2)));
        let of_another = [(CLUB, 2, 1), (HOUSE, 5, -1)];
        assert_eq!(first(&of_another), None);
    }
}

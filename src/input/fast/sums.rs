//! Sums by what they are told apart by. They are kept in no order; whoever takes them
//! out puts them into one.

use std::ops::AddAssign;

/// Four small numbers that tell a sum from others, each below 65 536.
pub(super) type Key = [usize; 4];

/// Stands for a place that is free; no key is as large.
const FREE: u64 = u64::MAX;

/// Places at the most, so that memory does not grow with rows: each thread has its own.
/// Tests have fewer, so that small files fill them.
const MOST_PLACES: usize = if cfg!(test) { 1 << 12 } else { 1 << 17 };

/// Up to so many places there are eight for each key or more, so that most stand just
/// where they point.
const SPARSE: usize = MOST_PLACES / 8;

/// Sums by their key.
#[derive(Debug, Clone, Default)]
pub(super) struct Sums<S = i64> {
    /// Keys and sums, each near where its key points; at least half of the places are
    /// free.
    places: Vec<(u64, S)>,
    /// Keys that may come until there must be more places.
    room: usize,
    /// So many bits say where a key points.
    bits: u32,
}

impl<S: Copy + Default + AddAssign> Sums<S> {
    /// Adds to the sum of a key; where there are too many keys to take a new one, adds
    /// nothing and says so.
    #[inline(always)]
    #[must_use]
    pub(super) fn add(&mut self, key: Key, number: S) -> bool {
        self.add_more(key, number) || self.add_new(joined(key), number)
    }

    /// Adds to the sum of a key that something was added under before; else adds
    /// nothing and says so.
    #[inline(always)]
    pub(super) fn add_more(&mut self, key: Key, number: S) -> bool {
        let key = joined(key);
        // Most keys stand just where they point.
        let first = self.first(key);
        match self.places.get_mut(first) {
            Some((known, sum)) if *known == key => {
                *sum += number;
                true
            }
            _ => self.add_further(key, number),
        }
    }

    /// The same, of a key that does not stand just where it points.
    #[inline(never)]
    fn add_further(&mut self, key: u64, number: S) -> bool {
        if self.places.is_empty() {
            return false;
        }
        let place = self.place(key);
        let (known, sum) = &mut self.places[place];
        if *known == key {
            *sum += number;
            return true;
        }
        false
    }

    /// Begins the sum of a key, if there may be more of them.
    #[cold]
    fn add_new(&mut self, key: u64, number: S) -> bool {
        if self.room == 0 && !self.grow() {
            return false;
        }
        let place = self.place(key);
        self.places[place] = (key, number);
        self.room -= 1;
        true
    }

    /// All sums with their keys, in no order.
    pub(super) fn all(&self) -> impl Iterator<Item = (Key, S)> {
        let taken = self.places.iter().filter(|(key, _)| *key != FREE);
        taken.map(|(key, sum)| (parted(*key), *sum))
    }

    /// Where a key points. The number of places is a power of two.
    #[inline(always)]
    fn first(&self, key: u64) -> usize {
        // Only the highest bits of the product depend on all bits of the key.
        let hash = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mask = self.places.len().wrapping_sub(1);
        usize::try_from(hash.rotate_left(self.bits)).unwrap_or(0) & mask
    }

    /// Where a key stands, or would.
    fn place(&self, key: u64) -> usize {
        let mask = self.places.len() - 1;
        let mut place = self.first(key);
        loop {
            let known = self.places[place].0;
            if known == key || known == FREE {
                return place;
            }
            place = (place + 1) & mask;
        }
    }

    /// Makes room for more keys, as long as there are not too many.
    #[cold]
    fn grow(&mut self) -> bool {
        let length = (self.places.len() * 2).max(64);
        if length > MOST_PLACES {
            return false;
        }
        self.bits = length.trailing_zeros();
        let for_each = if length > SPARSE { 4 } else { 16 };
        self.room = length / for_each;
        let before = std::mem::replace(&mut self.places, vec![(FREE, S::default()); length]);
        for (key, sum) in before {
            if key != FREE {
                let place = self.place(key);
                self.places[place] = (key, sum);
            }
        }
        true
    }
}

/// Sums per day and action.
#[derive(Debug, Clone)]
pub(super) struct PerDay {
    actions: usize,
    sums: Vec<i64>,
    /// Whether anything was added to each.
    has: Vec<bool>,
}

impl PerDay {
    /// Nothing added yet to so many days and actions.
    pub(super) fn new(days: usize, actions: usize) -> Self {
        Self {
            actions,
            sums: vec![0; days * actions],
            has: vec![false; days * actions],
        }
    }

    /// Adds to the sum of a day and an action.
    #[inline(always)]
    pub(super) fn add(&mut self, day: usize, action: usize, number: i64) {
        let place = day * self.actions + action;
        self.sums[place] += number;
        self.has[place] = true;
    }

    /// All sums with their day and action, in order.
    pub(super) fn all(&self) -> impl Iterator<Item = (usize, usize, i64)> {
        let sums = self.sums.iter().zip(&self.has).enumerate();
        sums.filter(|(_, (_, has))| **has)
            .map(|(place, (sum, _))| (place / self.actions, place % self.actions, *sum))
    }
}

#[inline(always)]
fn joined(key: Key) -> u64 {
    key.iter().fold(0, |joined, part| {
        (joined << 16) | u64::try_from(*part).unwrap_or(0)
    })
}

fn parted(key: u64) -> Key {
    [48, 32, 16, 0].map(|shift| usize::try_from((key >> shift) & 0xFFFF).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn sums_are_kept_apart_by_their_keys() {
        let (mut sums, mut expected) = (Sums::default(), BTreeMap::new());
        for number in 0..10_000 {
            let key = [number % 7, number % 50 * 1300, 0, number % 3];
            let count = i64::try_from(number).unwrap_or(0) - 5000;
            assert!(sums.add(key, count));
            *expected.entry(key).or_insert(0) += count;
        }
        assert_eq!(sums.all().collect::<BTreeMap<_, _>>(), expected);
        assert!(sums.add_more([0, 0, 0, 0], 5) && !sums.add_more([7, 0, 0, 0], 5));
        *expected.entry([0, 0, 0, 0]).or_insert(0) += 5;
        assert_eq!(sums.all().collect::<BTreeMap<_, _>>(), expected);
        assert!(!Sums::<i64>::default().add_more([0; 4], 5));
    }

    #[test]
    fn too_many_keys_are_not_taken_and_those_that_were_still_are() {
        let mut sums = Sums::default();
        let key = |number: usize| [number >> 16, number & 0xFFFF, 0, 0];
        let taken = (0..MOST_PLACES)
            .take_while(|it| sums.add(key(*it), 1))
            .count();
        assert!(
            (MOST_PLACES / 4..=MOST_PLACES / 2).contains(&taken),
            "{taken}"
        );
        assert!(sums.add(key(0), 1) && !sums.add(key(taken), 1));
        let all: i64 = sums.all().map(|(_, sum)| sum).sum();
        assert_eq!(usize::try_from(all), Ok(taken + 1));
    }

    #[test]
    fn a_day_to_which_nothing_was_added_has_no_sum() {
        let mut sums = PerDay::new(3, 2);
        sums.add(2, 1, 5);
        sums.add(0, 1, 0);
        sums.add(2, 1, -5);
        assert_eq!(sums.all().collect::<Vec<_>>(), [(0, 1, 0), (2, 1, 0)]);
    }
}

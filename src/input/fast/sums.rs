//! Sums by what they are told apart by. They are kept in no order; whoever takes them
//! out puts them into one.

/// Four small numbers that tell a sum from others, each below 65 536.
pub(super) type Key = [usize; 4];

/// Stands for a place that is free; no key is as large.
const FREE: u64 = u64::MAX;

/// Sums by their key.
#[derive(Debug, Clone, Default)]
pub(super) struct Sums {
    /// Keys and sums, each near where its key points; at least half of the places are
    /// free.
    places: Vec<(u64, i64)>,
    taken: usize,
    /// So many bits say where a key points.
    bits: u32,
}

impl Sums {
    /// Adds to the sum of a key.
    #[inline(always)]
    pub(super) fn add(&mut self, key: Key, number: i64) {
        if self.taken * 2 >= self.places.len() {
            self.grow();
        }
        let key = joined(key);
        let place = self.place(key);
        let (known, sum) = &mut self.places[place];
        if *known == FREE {
            *known = key;
            self.taken += 1;
        }
        *sum += number;
    }

    /// Whether something was added under a key.
    #[inline(always)]
    pub(super) fn has(&self, key: Key) -> bool {
        let key = joined(key);
        !self.places.is_empty() && self.places[self.place(key)].0 == key
    }

    /// All sums with their keys, in no order.
    pub(super) fn all(&self) -> impl Iterator<Item = (Key, i64)> {
        let taken = self.places.iter().filter(|(key, _)| *key != FREE);
        taken.map(|(key, sum)| (parted(*key), *sum))
    }

    /// Where a key stands, or would.
    #[inline(always)]
    fn place(&self, key: u64) -> usize {
        // The number of places is a power of two. Only the highest bits of the product
        // depend on all bits of the key.
        let mask = self.places.len() - 1;
        let hash = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut place = usize::try_from(hash.rotate_left(self.bits)).unwrap_or(0) & mask;
        loop {
            let known = self.places[place].0;
            if known == key || known == FREE {
                return place;
            }
            place = (place + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let length = (self.places.len() * 2).max(64);
        self.bits = length.trailing_zeros();
        let before = std::mem::replace(&mut self.places, vec![(FREE, 0); length]);
        for (key, sum) in before {
            if key != FREE {
                let place = self.place(key);
                self.places[place] = (key, sum);
            }
        }
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
            let key = [number % 7, number % 1000 * 65, 0, number % 3];
            let count = i64::try_from(number).unwrap_or(0) - 5000;
            sums.add(key, count);
            *expected.entry(key).or_insert(0) += count;
        }
        assert_eq!(sums.all().collect::<BTreeMap<_, _>>(), expected);
        assert!(sums.has([0, 0, 0, 0]) && !sums.has([7, 0, 0, 0]));
    }
}

//! Words that stand in row after row, each kept once and known by a number. Hashing
//! only says where to look: words are compared in full.

/// Words seen so far, in the order of their numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    /// Each word near where its hash points; at least half of the places are free.
    places: Vec<Place>,
    words: Vec<Box<[u8]>>,
    /// The word that was asked for last: rows often repeat that of the row before.
    last: Place,
}

/// What a word is compared by, and its number from 1; a place that is free has 0.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    outline: Outline,
    number: u32,
}

/// The first eight bytes of a word, its last eight, and its length. Up to sixteen bytes
/// this is all of the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Outline {
    start: u64,
    end: u64,
    length: u32,
}

impl Outline {
    #[inline(always)]
    fn of(word: &[u8]) -> Self {
        let (start, end) = match (word.first_chunk(), word.last_chunk()) {
            (Some(start), Some(end)) => (u64::from_le_bytes(*start), u64::from_le_bytes(*end)),
            _ => (packed(word), 0),
        };
        Self {
            start,
            end,
            length: u32::try_from(word.len()).unwrap_or(u32::MAX),
        }
    }

    #[inline(always)]
    fn hash(self) -> u64 {
        const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
        let mixed = self.start.wrapping_mul(ODD) ^ self.end.rotate_left(32);
        mixed.wrapping_mul(ODD).wrapping_add(mixed >> 32)
    }

    #[inline(always)]
    fn is_all(self) -> bool {
        self.length <= 16
    }
}

/// A word of less than eight bytes as a number.
#[inline(always)]
fn packed(word: &[u8]) -> u64 {
    word.iter()
        .fold(0, |all, byte| (all << 8) | u64::from(*byte))
}

impl Words {
    /// Words that are kept: twice the providers that are kept apart, so that memory
    /// does not grow with rows.
    const MOST: usize = 20_000;

    /// The number of a word, if it is kept.
    #[inline(always)]
    pub(super) fn number(&mut self, word: &[u8]) -> Option<usize> {
        let outline = Outline::of(word);
        if self.is_same(&self.last, outline, word) {
            return Some(index(self.last.number));
        }
        let mask = self.places.len().checked_sub(1)?;
        let mut at = usize::try_from(outline.hash() >> 32).unwrap_or(0) & mask;
        loop {
            let place = self.places.get(at)?;
            if place.number == 0 {
                return None;
            }
            if self.is_same(place, outline, word) {
                self.last = *place;
                return Some(index(place.number));
            }
            at = (at + 1) & mask;
        }
    }

    #[inline(always)]
    fn is_same(&self, place: &Place, outline: Outline, word: &[u8]) -> bool {
        place.outline == outline
            && place.number > 0
            && (outline.is_all() || *self.words[index(place.number)] == *word)
    }

    /// Keeps a word that is not kept yet, as long as there are not too many.
    pub(super) fn keep(&mut self, word: &[u8]) {
        if self.words.len() >= Self::MOST {
            return;
        }
        self.words.push(word.into());
        if self.words.len() * 2 > self.places.len() {
            self.places = vec![Place::default(); (self.places.len() * 2).max(64)];
            (0..self.words.len()).for_each(|number| self.put(number));
        } else {
            self.put(self.words.len() - 1);
        }
    }

    /// How many are kept.
    pub(super) fn count(&self) -> usize {
        self.words.len()
    }

    /// All of them, in the order of their numbers.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        // Only rows whose bytes are UTF-8 are taken.
        self.words
            .iter()
            .map(|word| std::str::from_utf8(word).unwrap_or_default())
    }

    fn put(&mut self, number: usize) {
        let outline = Outline::of(&self.words[number]);
        let mask = self.places.len() - 1;
        let mut at = usize::try_from(outline.hash() >> 32).unwrap_or(0) & mask;
        while self.places[at].number > 0 {
            at = (at + 1) & mask;
        }
        let number = u32::try_from(number + 1).unwrap_or(0);
        self.places[at] = Place { outline, number };
    }
}

/// Numbers are kept from 1 and given from 0.
#[inline(always)]
fn index(number: u32) -> usize {
    usize::try_from(number.wrapping_sub(1)).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_has_its_own_number() {
        let mut words = Words::default();
        let texts: Vec<String> = (0..1000)
            .map(|nr| "x".repeat(nr % 40) + &nr.to_string() + &"y".repeat(nr % 11))
            .collect();
        for text in &texts {
            assert_eq!(words.number(text.as_bytes()), None);
            words.keep(text.as_bytes());
        }
        for (number, text) in (0..).zip(&texts) {
            assert_eq!(words.number(text.as_bytes()), Some(number));
        }
        assert_eq!(words.number(b""), None);
        assert!(words.texts().eq(texts.iter().map(String::as_str)));
    }

    #[test]
    fn too_many_words_are_not_kept() {
        let mut words = Words::default();
        for nr in 0..=Words::MOST {
            words.keep(nr.to_string().as_bytes());
        }
        assert_eq!(words.count(), Words::MOST);
        assert_eq!(words.number(Words::MOST.to_string().as_bytes()), None);
    }
}

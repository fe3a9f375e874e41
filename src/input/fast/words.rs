//! Words that stand in row after row, each kept once and known by a number. Hashing
//! only says where to look: words are compared in full.

use super::rows::{Cell, CellAt, PlainRows};
use super::word::{Outline, Way, Word};
use crate::input::personal_data::may_be_personal;

/// Places at the least.
const FEWEST: usize = 512;

/// Until there are so many places there are sixteen for each word, so that nearly all stand
/// where they are looked for first; then two.
const SPARSE: usize = 8192;

/// Up to so many words are put another way where one does not stand where it is looked for
/// first; more only where they get more places.
const FEW: usize = 100;

/// Ways that are tried.
const WAYS: u32 = 16;

/// Stands for the number of a word that is not kept.
const UNKNOWN: u32 = u32::MAX;

/// Words seen so far, in the order of their numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    /// Each word near where its hash points; at least half of the places are free.
    places: Vec<Place>,
    way: Way,
    words: Vec<Box<[u8]>>,
    /// The bytes of all of them.
    bytes: usize,
}

/// The outline of a word, and its number from 1; a place that is free has 0. As one list of
/// numbers it takes 32 bytes, and where it stands is found by moving bits.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    start: u64,
    end: u64,
    second: u64,
    length: u32,
    number: u32,
}

impl Place {
    fn of(outline: Outline, number: u32) -> Self {
        let Outline {
            start,
            end,
            second,
            length,
        } = outline;
        Self {
            start,
            end,
            second,
            length,
            number,
        }
    }

    /// Whether an outline is that of the word that stands here.
    #[inline(always)]
    fn is(&self, outline: Outline) -> bool {
        self.start == outline.start
            && self.end == outline.end
            && self.second == outline.second
            && self.length == outline.length
    }
}

impl Words {
    /// Words that are kept: twice the providers that are kept apart, so that memory
    /// does not grow with rows.
    const MOST: usize = 20_000;

    /// Bytes of all words that are kept, far more than so many names have.
    const MOST_BYTES: usize = 2 * 1024 * 1024;

    /// Words of which the first is kept already.
    pub(super) fn beginning_with(first: &[u8]) -> Self {
        let mut words = Self::default();
        words.keep(Word::of(first));
        words
    }

    /// The number of a word, if it is kept.
    #[inline(always)]
    pub(super) fn number(&self, word: Word<'_>) -> Option<usize> {
        let mask = self.places.len().checked_sub(1)?;
        let mut at = self.way.place(word.outline);
        loop {
            let place = self.places.get(at)?;
            if place.number == 0 {
                return None;
            }
            if self.is_same(place, word) {
                return Some(index(place.number));
            }
            at = (at + 1) & mask;
        }
    }

    #[inline(always)]
    fn is_same(&self, place: &Place, word: Word<'_>) -> bool {
        place.is(word.outline)
            && place.number > 0
            && (word.outline.is_all() || *self.words[index(place.number)] == *word.cell.text())
    }

    /// The number of the word of each row in a column; [`UNKNOWN`] for one that is not
    /// kept.
    pub(super) fn read(&self, rows: &PlainRows<'_>, at: &CellAt, numbers: &mut Vec<u32>) {
        let places = self.places.as_slice();
        let way = self.way;
        rows.read(at, numbers, |cell| {
            // Nearly every word is short and stands just where its hash points.
            let same = cell.outline().and_then(|outline| {
                let place = places.get(way.place(outline))?;
                place.is(outline).then(|| place.number.wrapping_sub(1))
            });
            same.unwrap_or_else(|| self.search(cell))
        });
    }

    /// The number of a word that was not found at once, wherever it stands.
    #[inline(never)]
    fn search(&self, cell: Cell<'_>) -> u32 {
        let found = self.number(Word::new(cell));
        found
            .and_then(|it| u32::try_from(it).ok())
            .unwrap_or(UNKNOWN)
    }

    /// A number that was read, if the word was seen before. Another is kept from now on,
    /// unless there may be something to tell of it.
    #[inline(always)]
    pub(super) fn known(
        &mut self,
        number: u32,
        (rows, row): (&PlainRows<'_>, usize),
        at: &CellAt,
    ) -> Option<usize> {
        if number != UNKNOWN {
            return usize::try_from(number).ok();
        }
        self.keep_new(Word::new(rows.cell(row, at)))
    }

    /// The number of a word that was kept since it was looked for; else it is kept now.
    #[cold]
    pub(super) fn keep_new(&mut self, word: Word<'_>) -> Option<usize> {
        let number = self.number(word);
        if number.is_none() && !may_be_personal(word.cell.text()) {
            self.keep(word);
        }
        number
    }

    /// Keeps a word that is not kept yet, as long as there are not too many.
    pub(super) fn keep(&mut self, word: Word<'_>) {
        let bytes = self.bytes + word.cell.text().len();
        if self.words.len() >= Self::MOST || bytes > Self::MOST_BYTES {
            return;
        }
        self.bytes = bytes;
        self.words.push(word.cell.text().into());
        let length = self.places.len();
        let for_each = if length < SPARSE { 16 } else { 2 };
        if self.words.len() * for_each > length {
            self.put_well((length * 2).max(FEWEST));
        } else if !self.put(self.words.len() - 1) && self.words.len() <= FEW {
            self.put_well(length);
        }
    }

    /// Puts all words into so many places, so that as few as can be do not stand where they
    /// are looked for first.
    fn put_well(&mut self, length: usize) {
        // With fewer places for each word no way is much better than another.
        let ways = if length > SPARSE { 1 } else { WAYS };
        let mut best = (usize::MAX, 0);
        for nr in 0..ways {
            best = best.min((self.put_all(length, nr), nr));
            if best.0 == 0 {
                return;
            }
        }
        if ways > 1 {
            self.put_all(length, best.1);
        }
    }

    /// Puts all words into so many places. How many do not stand where they are looked for
    /// first.
    fn put_all(&mut self, length: usize, way: u32) -> usize {
        self.places = vec![Place::default(); length];
        self.way = Way::to(length, way);
        let all = 0..self.words.len();
        all.filter(|number| !self.put(*number)).count()
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

    /// Puts a word near where it is looked for first. Whether just there.
    fn put(&mut self, number: usize) -> bool {
        let outline = Word::of(&self.words[number]).outline;
        let mask = self.places.len() - 1;
        let first = self.way.place(outline);
        let mut at = first;
        while self.places[at].number > 0 {
            at = (at + 1) & mask;
        }
        let number = u32::try_from(number + 1).unwrap_or(0);
        self.places[at] = Place::of(outline, number);
        at == first
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
            assert_eq!(words.number(Word::of(text.as_bytes())), None);
            words.keep(Word::of(text.as_bytes()));
        }
        for (number, text) in (0..).zip(&texts) {
            assert_eq!(words.number(Word::of(text.as_bytes())), Some(number));
        }
        assert_eq!(words.number(Word::of(b"")), None);
        assert!(words.texts().eq(texts.iter().map(String::as_str)));
    }

    #[test]
    fn the_words_of_a_log_stand_where_they_are_looked_for_first() {
        let places = |texts: &[String]| {
            let mut words = Words::default();
            texts
                .iter()
                .for_each(|it| words.keep(Word::of(it.as_bytes())));
            let first = texts
                .iter()
                .map(|it| words.way.place(Word::of(it.as_bytes()).outline));
            let first: std::collections::BTreeSet<usize> = first.collect();
            first.len()
        };
        let names = [
            ("", ""),
            ("6100", ""),
            ("school ", ""),
            ("partner ", " te Voorbeeldgem"),
            ("Huis van het Kind ", " van de gemeente"),
        ];
        for (before, after) in names {
            let named = |many: usize| -> Vec<String> {
                (0..many).map(|nr| format!("{before}{nr}{after}")).collect()
            };
            assert_eq!(places(&named(40)), 40, "{before}{after}");
            assert!(places(&named(300)) > 280, "{before}{after}");
        }
    }

    #[test]
    fn too_many_words_are_not_kept() {
        let mut words = Words::default();
        for nr in 0..=Words::MOST {
            words.keep(Word::of(nr.to_string().as_bytes()));
        }
        assert_eq!(words.count(), Words::MOST);
        let most = Words::MOST.to_string();
        assert_eq!(words.number(Word::of(most.as_bytes())), None);
    }
}

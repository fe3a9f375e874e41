//! Words that stand in row after row, each kept once and known by a number. Hashing
//! only says where to look: words are compared in full.

use super::rows::{Cell, CellAt, PlainRows};
use crate::input::personal_data::may_be_personal;

/// Places at the least, so that the few words of most columns stand where they are looked
/// for first.
const FEWEST: usize = 256;

/// Stands for the number of a word that is not kept.
const UNKNOWN: u32 = u32::MAX;

/// Words seen so far, in the order of their numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    /// Each word near where its hash points; at least half of the places are free.
    places: Vec<Place>,
    /// So many bits say where to look.
    bits: u32,
    words: Vec<Box<[u8]>>,
    /// The bytes of all of them.
    bytes: usize,
}

/// What a word is compared by, and its number from 1; a place that is free has 0.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    outline: Outline,
    number: u32,
}

/// A word, and what says most of it at a glance.
#[derive(Clone, Copy)]
pub(super) struct Word<'b> {
    cell: Cell<'b>,
    outline: Outline,
}

/// The first sixteen bytes of a word, its last eight, and its length. Up to 24 bytes this
/// is all of the word.
#[derive(Debug, Clone, Copy, Default)]
struct Outline {
    start: u64,
    /// Nothing for a word of less than eight bytes.
    end: u64,
    /// The second eight bytes; nothing for a word that has not more than sixteen.
    second: u64,
    length: usize,
}

impl PartialEq for Outline {
    /// All parts at once: nearly always they are the same, so none is worth a question of
    /// its own.
    #[inline(always)]
    fn eq(&self, other: &Self) -> bool {
        let differs =
            (self.start ^ other.start) | (self.end ^ other.end) | (self.second ^ other.second);
        (differs == 0) & (self.length == other.length)
    }
}

/// For each length up to eight: which bits of its first eight bytes and of its last
/// eight are kept.
const KEPT: [[u64; 2]; 9] = {
    let mut kept = [[0; 2]; 9];
    let mut length = 1;
    while length < 8 {
        kept[length] = [u64::MAX >> (64 - 8 * length), 0];
        length += 1;
    }
    kept[8] = [u64::MAX, u64::MAX];
    kept
};

impl<'b> Word<'b> {
    /// The word of a cell, of which sixteen bytes from its first on and eight up to its
    /// last are given, whatever stands after or before a shorter word.
    #[inline(always)]
    pub(super) fn new(cell: Cell<'b>, [start, second]: [u64; 2], end: u64) -> Self {
        let length = cell.length();
        let kept = KEPT[length.min(8)];
        let outline = Outline {
            start: start & kept[0],
            end: end & kept[1],
            second: if length > 16 { second } else { 0 },
            length,
        };
        Self { cell, outline }
    }

    /// The word of a text.
    #[cold]
    pub(super) fn of(text: &'b [u8]) -> Self {
        let number = |bytes: &[u8]| {
            let last_first = bytes.iter().take(8).rev();
            last_first.fold(0, |all, byte| (all << 8) | u64::from(*byte))
        };
        let second = number(text.get(8..).unwrap_or_default());
        let end = number(&text[text.len().saturating_sub(8)..]);
        Self::new(Cell::of(text), [number(text), second], end)
    }
}

impl Outline {
    /// Where to look first, among two to the power of `bits` places. Only the highest bits
    /// of the product depend on all bits of the word.
    #[inline(always)]
    fn place(self, bits: u32) -> usize {
        const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
        let mixed = self.start.wrapping_mul(ODD) ^ self.end.rotate_left(32);
        let hash = (mixed ^ (mixed >> 32)).wrapping_mul(ODD);
        // Twice, since none can be moved by all of its bits.
        usize::try_from((hash >> 1) >> (63 - bits)).unwrap_or(0)
    }

    #[inline(always)]
    fn is_all(self) -> bool {
        self.length <= 24
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
        let mut at = word.outline.place(self.bits);
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
        place.outline == word.outline
            && place.number > 0
            && (word.outline.is_all() || *self.words[index(place.number)] == *word.cell.text())
    }

    /// The number of the word of each row in a column; [`UNKNOWN`] for one that is not
    /// kept.
    pub(super) fn read(&self, rows: &PlainRows<'_>, at: &CellAt, numbers: &mut Vec<u32>) {
        let places = self.places.as_slice();
        let bits = self.bits;
        rows.read(at, numbers, |cell| {
            let word = cell.word();
            // Nearly every word stands just where its hash points.
            match places.get(word.outline.place(bits)) {
                Some(place) if place.outline == word.outline && word.outline.is_all() => {
                    place.number.wrapping_sub(1)
                }
                _ => self.search(word),
            }
        });
    }

    #[inline(never)]
    fn search(&self, word: Word<'_>) -> u32 {
        let number = self.number(word).and_then(|it| u32::try_from(it).ok());
        number.unwrap_or(UNKNOWN)
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
        self.keep_new(rows.cell(row, at).word())
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
        if self.words.len() * 2 > self.places.len() {
            self.places = vec![Place::default(); (self.places.len() * 2).max(FEWEST)];
            self.bits = self.places.len().trailing_zeros();
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
        let outline = Word::of(&self.words[number]).outline;
        let mask = self.places.len() - 1;
        let mut at = outline.place(self.bits);
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

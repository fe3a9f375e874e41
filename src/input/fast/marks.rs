//! Where separators, line ends and quotes stand: one search for all three, 64 bytes at
//! a time, of which sixteen are compared at once.

use wide::{CmpEq as _, i8x16};

/// Bytes that are looked at together: a bit of a word for each.
const CHUNK: usize = PARTS * TOGETHER;

/// Parts of a chunk.
const PARTS: usize = 4;

/// Bytes that are compared at once.
const TOGETHER: usize = 16;

/// Bytes of a stretch: so few that they and what is found in them stay near at hand.
const STRETCH: usize = (u8::MAX as usize - 1) * CHUNK;

/// Places that are written together; what is written beyond the last is written over.
const WRITTEN: usize = 12;

/// The marks of a stretch of a block.
pub(super) struct Marks {
    /// See [`Self::starts`]; then comes room.
    starts: Vec<u32>,
    /// So many of them are of this stretch.
    count: usize,
    /// Line ends and quotes among the marks.
    ends: usize,
    /// Whether a byte is no ASCII.
    has_more_than_ascii: bool,
    has_at_sign: bool,
}

impl Marks {
    /// None yet.
    pub(super) fn new() -> Self {
        Self {
            starts: vec![0; 1 + STRETCH + CHUNK],
            count: 0,
            ends: 0,
            has_more_than_ascii: false,
            has_at_sign: false,
        }
    }

    /// Looks for the marks of the stretch of `block` that begins at `from`.
    pub(super) fn find(&mut self, block: &[u8], from: usize, separator: u8) {
        let stretch = &block[from..block.len().min(from + STRETCH)];
        let mut place = u32::try_from(from).unwrap_or(u32::MAX);
        self.starts[0] = place;
        self.count = 1;
        let mut search = Search::of(separator);
        let (chunks, rest) = stretch.as_chunks();
        for chunk in chunks {
            self.keep(place, search.found(chunk));
            place = place.saturating_add(64);
        }
        let mut chunk = [0; CHUNK];
        chunk[..rest.len()].copy_from_slice(rest);
        // No mark is a zero.
        self.keep(place, search.found(&chunk));
        let ends = search.ends.iter().flat_map(|part| part.to_array());
        self.ends = ends.map(|ends| usize::from(ends.cast_unsigned())).sum();
        self.has_more_than_ascii = search.any.move_mask() != 0;
        self.has_at_sign = search.at_signs.move_mask() != 0;
    }

    /// Whether all bytes of the stretch are ASCII.
    pub(super) fn is_ascii(&self) -> bool {
        !self.has_more_than_ascii
    }

    /// Whether an at sign stands in the stretch.
    pub(super) fn has_at_sign(&self) -> bool {
        self.has_at_sign
    }

    /// How many of the marks are no separators.
    pub(super) fn ends(&self) -> usize {
        self.ends
    }

    /// Keeps the places after the marks that were found in the bytes from `place` on.
    #[inline(always)]
    fn keep(&mut self, place: u32, mut found: u64) {
        let (mut at, after) = (self.count, place.wrapping_add(1));
        self.count += usize::try_from(found.count_ones()).unwrap_or(0);
        // Once or twice; without a branch for each mark, which nobody can foresee.
        loop {
            let Some(room) = self.starts[at..].first_chunk_mut::<WRITTEN>() else {
                return;
            };
            for start in room {
                *start = after.wrapping_add(found.trailing_zeros());
                found &= found.wrapping_sub(1);
            }
            at += WRITTEN;
            if found == 0 {
                return;
            }
        }
    }

    /// Where the stretch begins, then the place after each of its marks.
    pub(super) fn starts(&self) -> &[u32] {
        &self.starts[..self.count]
    }

    /// The number of the first place that is not before one.
    pub(super) fn number_of(&self, place: usize, from: usize) -> usize {
        let is_before = |start: &u32| usize::try_from(*start).unwrap_or(usize::MAX) < place;
        let known = self.starts().iter().skip(from);
        from + known.take_while(|start| is_before(start)).count()
    }
}

/// What is looked for, and what is seen on the way.
struct Search {
    separator: i8x16,
    /// Line ends and quotes, counted apart for each place in a chunk: in a stretch there
    /// are fewer than a byte holds.
    ends: [i8x16; PARTS],
    /// All bytes laid over each other: the highest bit is set where one is no ASCII.
    any: i8x16,
    /// Whether an at sign stood at each place of a part.
    at_signs: i8x16,
}

impl Search {
    fn of(separator: u8) -> Self {
        Self {
            separator: all(separator),
            ends: [i8x16::ZERO; PARTS],
            any: i8x16::ZERO,
            at_signs: i8x16::ZERO,
        }
    }

    /// A bit for each mark, the first byte's lowest.
    #[inline(always)]
    fn found(&mut self, bytes: &[u8; CHUNK]) -> u64 {
        let (parts, _) = bytes.as_chunks::<TOGETHER>();
        let mut found = 0;
        for (part, ends) in parts.iter().zip(&mut self.ends).rev() {
            let part = i8x16::new(part.map(u8::cast_signed));
            let is_end = part.cmp_eq(all(b'\n')) | part.cmp_eq(all(b'"'));
            let is_mark = is_end | part.cmp_eq(self.separator);
            // Where it is so all bits are set, which is one less than nothing.
            *ends -= is_end;
            self.any |= part;
            self.at_signs |= part.cmp_eq(all(b'@'));
            found = (found << TOGETHER) | u64::from(is_mark.move_mask().cast_unsigned());
        }
        found
    }
}

/// As often as bytes are compared at once.
#[inline(always)]
fn all(byte: u8) -> i8x16 {
    i8x16::splat(byte.cast_signed())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn starts(block: &[u8], from: usize) -> Vec<usize> {
        let mut marks = Marks::new();
        marks.find(block, from, b';');
        let found = marks.starts().iter();
        found
            .map(|start| usize::try_from(*start).expect("it fits"))
            .collect()
    }

    fn expected(block: &[u8], from: usize) -> Vec<usize> {
        let end = block.len().min(from + STRETCH);
        let is_mark = |at: &usize| [b';', b'\n', b'"'].contains(&block[*at]);
        let marks = (from..end).filter(is_mark).map(|at| at + 1);
        std::iter::once(from).chain(marks).collect()
    }

    #[test]
    fn every_mark_is_found_once_wherever_it_stands() {
        let text = "a;b\n\"\u{ff}é;;\0\u{1};\n34567890;\";\n".repeat(8);
        for length in 0..=text.len() {
            let bytes = &text.as_bytes()[..length];
            for from in [0, length / 3, length] {
                assert_eq!(starts(bytes, from), expected(bytes, from));
            }
        }
    }

    #[test]
    fn a_stretch_may_be_full_of_marks_and_longer_than_is_looked_at() {
        for text in [";", ";\n\"", "ab;\n"] {
            let text = text.repeat(STRETCH);
            assert_eq!(starts(text.as_bytes(), 0), expected(text.as_bytes(), 0));
            assert_eq!(starts(text.as_bytes(), 7), expected(text.as_bytes(), 7));
        }
    }

    #[test]
    fn what_is_no_ascii_and_an_at_sign_are_seen_wherever_they_stand() {
        let plain = "a;b\n".repeat(40);
        for at in 0..plain.len() {
            for (byte, is_ascii, has_at_sign) in [(b'@', true, true), (0x80, false, false)] {
                let mut block = plain.clone().into_bytes();
                block[at] = byte;
                let mut marks = Marks::new();
                marks.find(&block, 0, b';');
                assert_eq!(
                    (marks.is_ascii(), marks.has_at_sign()),
                    (is_ascii, has_at_sign)
                );
                marks.find(&block, at + 1, b';');
                assert_eq!((marks.is_ascii(), marks.has_at_sign()), (true, false));
            }
        }
    }

    #[test]
    fn a_place_has_the_number_of_the_first_that_is_not_before_it() {
        let mut marks = Marks::new();
        marks.find(b"a;b\nc;d", 0, b';');
        assert_eq!((marks.number_of(4, 0), marks.number_of(5, 2)), (2, 3));
        assert_eq!(marks.number_of(7, 1), 4);
    }
}

//! Where separators, line ends and quotes stand: one search for all three, 64 bytes at
//! a time.

/// Bytes that are looked at together: a bit of a word for each.
const CHUNK: usize = 64;

/// Bytes of a stretch: so few that they and what is found in them stay near at hand.
const STRETCH: usize = (u8::MAX as usize - 1) * CHUNK;

/// Places that are written together; what is written beyond the last is written over.
const TOGETHER: usize = 8;

/// The marks of a stretch of a block.
pub(super) struct Marks {
    /// See [`Self::starts`]; then comes room.
    starts: Vec<u32>,
    /// So many of them are of this stretch.
    count: usize,
    /// Line ends and quotes among the marks.
    ends: usize,
}

impl Marks {
    /// None yet.
    pub(super) fn new() -> Self {
        Self {
            starts: vec![0; 1 + STRETCH + CHUNK],
            count: 0,
            ends: 0,
        }
    }

    /// Looks for the marks of the stretch of `block` that begins at `from`.
    pub(super) fn find(&mut self, block: &[u8], from: usize, separator: u8) {
        let stretch = &block[from..block.len().min(from + STRETCH)];
        let mut place = u32::try_from(from).unwrap_or(u32::MAX);
        self.starts[0] = place;
        self.count = 1;
        // Ends are counted apart for each place in a chunk: fewer than a byte holds.
        let mut ends = [0; CHUNK];
        let (chunks, rest) = stretch.as_chunks();
        for chunk in chunks {
            self.keep(place, found(chunk, separator, &mut ends));
            place = place.saturating_add(64);
        }
        let mut chunk = [0; CHUNK];
        chunk[..rest.len()].copy_from_slice(rest);
        // No mark is a zero.
        self.keep(place, found(&chunk, separator, &mut ends));
        self.ends = ends.into_iter().map(usize::from).sum();
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
            let Some(room) = self.starts[at..].first_chunk_mut::<TOGETHER>() else {
                return;
            };
            for start in room {
                *start = after.wrapping_add(found.trailing_zeros());
                found &= found.wrapping_sub(1);
            }
            at += TOGETHER;
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

/// A bit for each mark, the first byte's lowest. Adds to `ends` where line ends and quotes
/// stand.
#[inline(always)]
fn found(bytes: &[u8; CHUNK], separator: u8, ends: &mut [u8; CHUNK]) -> u64 {
    // Both loops are made into operations on many bytes at once.
    let mut is_mark = [0; CHUNK];
    for (at, byte) in bytes.iter().enumerate() {
        let is_end = u8::from((*byte == b'\n') | (*byte == b'"'));
        ends[at] = ends[at].wrapping_add(is_end);
        is_mark[at] = is_end | u8::from(*byte == separator);
    }
    let (eights, _) = is_mark.as_chunks();
    let bits = eights.iter().map(|eight| gathered(*eight)).rev();
    bits.fold(0, |all, bits| (all << 8) | bits)
}

/// Eight bytes that are 0 or 1 as the bits of one. The product has at its top the sum of
/// eight copies, each moved so that another byte stands at its own bit.
#[inline(always)]
fn gathered(eight: [u8; 8]) -> u64 {
    u64::from_le_bytes(eight).wrapping_mul(0x0102_0408_1020_4080) >> 56
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
    fn a_place_has_the_number_of_the_first_that_is_not_before_it() {
        let mut marks = Marks::new();
        marks.find(b"a;b\nc;d", 0, b';');
        assert_eq!((marks.number_of(4, 0), marks.number_of(5, 2)), (2, 3));
        assert_eq!(marks.number_of(7, 1), 4);
    }
}

//! Where separators, line ends and quotes stand in a block: one search for all three,
//! eight bytes at a time.

/// The lowest bit of each byte of a word.
const ONES: u64 = 0x0101_0101_0101_0101;
/// All bits but the highest of each byte of a word.
const LOW: u64 = 0x7F7F_7F7F_7F7F_7F7F;
/// A line end in each byte of a word.
const LINE_ENDS: u64 = 0x0A * ONES;
/// A quote in each byte of a word.
const QUOTES: u64 = 0x22 * ONES;

/// The marks of a block, in order.
#[derive(Clone, Copy)]
pub(super) struct Marks<'b> {
    bytes: &'b [u8],
    /// The separator in each byte of a word.
    separators: u64,
    /// Where the word that is being looked at begins.
    word: usize,
    /// The highest bit of each byte of that word which is a mark still to be given.
    found: u64,
}

impl<'b> Marks<'b> {
    /// The marks of `bytes`.
    pub(super) fn new(bytes: &'b [u8], separator: u8) -> Self {
        let mut marks = Self {
            bytes,
            separators: u64::from(separator) * ONES,
            word: 0,
            found: 0,
        };
        marks.go_to(0);
        marks
    }

    /// Goes on at another place, which is not beyond the last byte.
    #[inline(always)]
    pub(super) fn go_to(&mut self, at: usize) {
        self.word = at;
        let rest = &self.bytes[at..];
        let word = match rest.first_chunk() {
            Some(word) => u64::from_le_bytes(*word),
            None => last_word(rest),
        };
        let others = full(word ^ self.separators) & full(word ^ LINE_ENDS) & full(word ^ QUOTES);
        self.found = !(others | LOW);
    }
}

impl Iterator for Marks<'_> {
    type Item = usize;

    #[inline(always)]
    fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            if self.bytes.len() - self.word <= 8 {
                return None;
            }
            self.go_to(self.word + 8);
        }
        // The position of a bit by eight is that of its byte.
        let byte = usize::try_from(self.found.trailing_zeros() / 8).unwrap_or(0);
        self.found &= self.found - 1;
        Some(self.word + byte)
    }
}

/// A word of the last few bytes, which has no mark beyond them.
#[cold]
fn last_word(rest: &[u8]) -> u64 {
    let mut word = [0; 8];
    word[..rest.len()].copy_from_slice(rest);
    u64::from_le_bytes(word)
}

/// The highest bit of each byte that is not zero, beside other bits. The sum carries
/// nothing from byte to byte.
#[inline(always)]
fn full(word: u64) -> u64 {
    ((word & LOW) + LOW) | word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_found_once_wherever_it_stands() {
        let text = "a;b\n\"\u{ff}é;;\0\u{1};\n34567890;\";\n".repeat(4);
        for length in 0..=text.len() {
            let bytes = &text.as_bytes()[..length];
            let is_mark = |at: &usize| [b';', b'\n', b'"'].contains(&bytes[*at]);
            let expected: Vec<usize> = (0..length).filter(is_mark).collect();
            assert_eq!(Marks::new(bytes, b';').collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn the_search_goes_on_anywhere() {
        let mut marks = Marks::new(b"a;b;c;d;e;f;g", b';');
        assert_eq!(marks.next(), Some(1));
        marks.go_to(6);
        assert_eq!(marks.next(), Some(7));
        marks.go_to(2);
        assert_eq!(marks.next(), Some(3));
    }
}

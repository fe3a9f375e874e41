//! A word of a cell, and what says most of it at a glance: words are told apart by looking
//! at four numbers, and only long ones byte by byte.

use super::rows::Cell;

/// A word, and what says most of it at a glance.
#[derive(Clone, Copy)]
pub(super) struct Word<'b> {
    pub(super) cell: Cell<'b>,
    pub(super) outline: Outline,
}

/// The first sixteen bytes of a word, its last eight, and its length. Up to
/// [`Outline::ALL`] bytes this is all of the word; of a longer one the first eight give way
/// to a number that nearly all bytes have a part in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outline {
    pub(super) start: u64,
    /// Nothing for a word of less than eight bytes.
    pub(super) end: u64,
    /// The second eight bytes; nothing for a word that has not more than sixteen.
    pub(super) second: u64,
    pub(super) length: u32,
}

/// For each length up to [`Outline::ALL`]: which bits of its first eight bytes, of its last
/// eight and of its second eight are kept.
const KEPT: [[u64; 3]; Outline::ALL + 1] = {
    let mut kept = [[0; 3]; Outline::ALL + 1];
    let mut length = 1;
    while length <= Outline::ALL {
        kept[length] = match length {
            ..8 => [u64::MAX >> (64 - 8 * length), 0, 0],
            8..=16 => [u64::MAX, u64::MAX, 0],
            _ => [u64::MAX; 3],
        };
        length += 1;
    }
    kept
};

impl<'b> Word<'b> {
    /// The word of a cell.
    pub(super) fn new(cell: Cell<'b>) -> Self {
        let text = cell.text();
        let (start, end) = cell.ends().unwrap_or_else(|| {
            let number = |bytes: &[u8]| {
                let last_first = bytes.iter().take(8).rev();
                last_first.fold(0, |all, byte| (all << 8) | u64::from(*byte))
            };
            let second = number(text.get(8..).unwrap_or_default());
            let end = number(&text[text.len().saturating_sub(8)..]);
            ([number(text), second], end)
        });
        let mut outline = Outline::new(start, end, text.len());
        if !outline.is_all() {
            // So that long words with the same ends do not all stand in one place.
            let (eights, _) = text.as_chunks();
            outline.start = eights.iter().fold(0, |all: u64, eight| {
                let mixed = all.rotate_left(5) ^ u64::from_le_bytes(*eight);
                mixed.wrapping_mul(0x2545_F491_4F6C_DD1D)
            });
        }
        Self { cell, outline }
    }

    /// The word of a text.
    pub(super) fn of(text: &'b [u8]) -> Self {
        Self::new(Cell::of(text))
    }
}

impl Outline {
    /// Bytes of the longest word of which this is all.
    pub(super) const ALL: usize = 24;

    /// That of a word of which sixteen bytes from its first on and eight up to its last are
    /// given, whatever stands after or before a shorter word.
    #[inline(always)]
    pub(super) fn new([start, second]: [u64; 2], end: u64, length: usize) -> Self {
        let kept = KEPT[length.min(Self::ALL)];
        Self {
            start: start & kept[0],
            end: end & kept[1],
            second: second & kept[2],
            // A block is shorter than 4 GB.
            length: u32::try_from(length).unwrap_or(u32::MAX),
        }
    }

    /// Whether this is all of the word.
    #[inline(always)]
    pub(super) fn is_all(self) -> bool {
        usize::try_from(self.length).is_ok_and(|length| length <= Self::ALL)
    }
}

/// From the outline of a word to the place where to look first.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Way {
    /// An odd number.
    odd: u64,
    /// By so many bits the product is moved.
    beyond: u32,
}

impl Way {
    /// One of many ways to so many places, a power of two.
    pub(super) fn to(places: usize, nr: u32) -> Self {
        Self {
            odd: 0x9E37_79B9_7F4A_7C15_u64.rotate_left(nr) | 1,
            beyond: 64 - places.trailing_zeros(),
        }
    }

    /// Only the highest bits of the product depend on all bits of the word.
    #[inline(always)]
    pub(super) fn place(self, outline: Outline) -> usize {
        // Of a word of eight bytes start and end are the same, so one of them is turned.
        let ends = outline.start ^ outline.end.rotate_left(21);
        let mixed = ends ^ outline.second.rotate_left(42);
        let hash = mixed.wrapping_mul(self.odd);
        usize::try_from(hash >> (self.beyond & 63)).unwrap_or(0)
    }
}

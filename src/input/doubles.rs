//! Rows that stand twice in one file, looked for as long as the file is not too long.

use super::csv::told::{At, CellPlace, Told};
use super::fault::DoubleRows;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// Rows up to which doubles are looked for.
pub(super) const MOST_ROWS: u64 = 50_000;

/// Bytes of a row that are kept as they are; of a longer one its digest is kept, so that
/// memory does not grow with the length of rows.
const MOST_BYTES: usize = 256;

/// What a row is known by.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum KnownBy {
    Bytes(Box<[u8]>),
    Digest([u8; 32]),
}

fn known_by(bytes: &[u8]) -> KnownBy {
    match bytes.len() > MOST_BYTES {
        true => KnownBy::Digest(Sha256::digest(bytes).into()),
        false => KnownBy::Bytes(bytes.into()),
    }
}

/// The rows seen so far, each with what its place is made of, and what stands twice
/// among them.
pub(super) struct Doubles<P> {
    /// The rows seen so far, while doubles are looked for.
    seen: Option<BTreeMap<KnownBy, P>>,
    rows: u64,
    doubles: u64,
    first: Option<(CellPlace, CellPlace)>,
}

impl<P> Doubles<P> {
    /// No row seen yet.
    pub(super) fn new() -> Self {
        Self {
            seen: Some(BTreeMap::new()),
            rows: 0,
            doubles: 0,
            first: None,
        }
    }

    /// No row seen yet, of a file that is known to have too many.
    pub(super) fn of_too_many() -> Self {
        Self {
            seen: None,
            ..Self::new()
        }
    }

    /// Whether there were too many rows to look for doubles.
    pub(super) fn are_too_many(&self) -> bool {
        self.seen.is_none()
    }

    /// Counts a row, whether or not it can be looked at.
    pub(super) fn count(&mut self) {
        self.rows += 1;
    }

    /// Looks whether a counted row, known by its bytes, was seen before. A place is made
    /// for the first two alike only.
    pub(super) fn look(
        &mut self,
        bytes: &[u8],
        at: impl FnOnce() -> P,
        place: impl Fn(&[u8], &P) -> CellPlace,
    ) {
        if self.rows > MOST_ROWS {
            self.seen = None;
            self.doubles = 0;
            return;
        }
        let Some(seen) = self.seen.as_mut() else {
            return;
        };
        let known_by = known_by(bytes);
        match seen.get(&known_by) {
            None => {
                seen.insert(known_by, at());
            }
            Some(first) => {
                self.doubles += 1;
                self.first
                    .get_or_insert_with(|| (place(bytes, &at()), place(bytes, first)));
            }
        }
    }

    /// How many rows stand twice; none where they were not looked for to the end.
    pub(super) fn known(&self) -> Option<u64> {
        self.seen.is_some().then_some(self.doubles)
    }

    /// Tells what stood twice.
    pub(super) fn tell(&mut self, told: &mut Told) {
        if let (true, Some((place, first))) = (self.doubles > 0, self.first.take()) {
            let rows = self.doubles;
            told.tell_with(DoubleRows { rows }, At::Cell(place), Some(first));
        }
    }
}

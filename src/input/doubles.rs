//! Rows that stand twice in one file, looked for as long as the file is not too long.

use super::csv::told::{At, CellPlace, Told};
use super::fault::DoubleRows;
use std::collections::BTreeMap;

/// Rows up to which doubles are looked for.
const MOST_ROWS: u64 = 50_000;

/// The rows seen so far, and what stands twice among them.
pub(super) struct Doubles {
    /// Places of the rows seen so far, while doubles are looked for.
    seen: Option<BTreeMap<Box<[u8]>, CellPlace>>,
    rows: u64,
    doubles: u64,
    first: Option<(CellPlace, CellPlace)>,
}

impl Doubles {
    /// No row seen yet.
    pub(super) fn new() -> Self {
        Self {
            seen: Some(BTreeMap::new()),
            rows: 0,
            doubles: 0,
            first: None,
        }
    }

    /// Counts a row, whether or not it can be looked at.
    pub(super) fn count(&mut self) {
        self.rows += 1;
    }

    /// Looks whether a counted row, known by its bytes, was seen before.
    pub(super) fn look(&mut self, bytes: &[u8], place: impl Fn() -> CellPlace) {
        if self.rows > MOST_ROWS {
            self.seen = None;
            self.doubles = 0;
            return;
        }
        let Some(seen) = self.seen.as_mut() else {
            return;
        };
        match seen.get(bytes) {
            None => {
                seen.insert(bytes.into(), place());
            }
            Some(first) => {
                self.doubles += 1;
                let first = first.clone();
                self.first.get_or_insert_with(|| (place(), first));
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

//! Words of a file and what they stand for, so that a word that stands in every row is
//! compared with the list once.

use std::collections::BTreeMap;

/// What the words seen so far stand for; only so many that memory does not grow with
/// rows.
#[derive(Debug)]
pub(super) struct Remembered<T>(BTreeMap<String, T>);

impl<T: Copy> Remembered<T> {
    /// Words that are kept; a file has a handful.
    const MOST: usize = 100;

    /// Bytes of the longest word that is kept.
    const LONGEST: usize = 200;

    /// No word seen yet.
    pub(super) fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// What a word stands for, as `found` says the first time.
    pub(super) fn or_find(&mut self, word: &str, found: impl FnOnce() -> Option<T>) -> Option<T> {
        if let Some(known) = self.0.get(word) {
            return Some(*known);
        }
        let found = found()?;
        if self.0.len() < Self::MOST && word.len() <= Self::LONGEST {
            self.0.insert(word.to_owned(), found);
        }
        Some(found)
    }
}

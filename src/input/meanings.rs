//! What the words of a bookings file stand for: payers and categories, as the file's own
//! words in the dossier have it, else by key or title.

use super::listed;
use crate::model::{CategoryIndex, LogFile, Payer, Scheme, folded_plain};
use std::collections::BTreeMap;

/// The payer that a word of the file stands for.
pub(super) fn payer_of(log: &LogFile, text: &str) -> Option<Payer> {
    let own = own_word(&log.payers, text).copied();
    own.or_else(|| listed::payer(text))
}

/// The position of the category that a word of the file stands for.
pub(super) fn category(scheme: &Scheme, log: &LogFile, text: &str) -> Option<usize> {
    let own = own_word(&log.categories, text).map(String::as_str);
    let key = own.or_else(|| listed::category(scheme, text))?;
    scheme.category_names.place_of_key(key)
}

/// What the words of a file stand for.
#[derive(Debug, Clone)]
pub(super) struct Meanings<'a> {
    scheme: &'a Scheme,
    log: LogFile,
}

impl<'a> Meanings<'a> {
    /// Those of one file.
    pub(super) fn new(scheme: &'a Scheme, log: &LogFile) -> Self {
        let log = log.clone();
        Self { scheme, log }
    }

    /// The payer that a word stands for.
    pub(super) fn payer(&self, text: &str) -> Option<Payer> {
        payer_of(&self.log, text)
    }

    /// The category that a word stands for; none within where nothing is named.
    pub(super) fn category(&self, text: &str) -> Option<CategoryIndex> {
        if text.is_empty() {
            return Some(None);
        }
        category(self.scheme, &self.log, text).map(Some)
    }
}

/// What a word of the file stands for, as the dossier says.
fn own_word<'w, T>(words: &'w BTreeMap<String, T>, text: &str) -> Option<&'w T> {
    if words.is_empty() {
        return None;
    }
    words.get(&folded_plain(text))
}

//! The ledger accounts of bookings, each kept once: folded for comparing, as first
//! spelled for showing.

use super::apart::Apart;
use super::log_row::Cell;
use crate::model::{Bookings, LedgerAccountKey, folded};
use std::collections::BTreeMap;

/// What stands for all ledger accounts beyond those that are kept apart.
const REST: &str = "andere";

/// The ledger accounts seen so far over all files.
#[derive(Debug, Clone)]
pub(super) struct LedgerAccounts {
    keys: BTreeMap<String, LedgerAccountKey>,
    /// The account of the row before, as it was written: many rows repeat it.
    repeated: Option<(String, LedgerAccountKey)>,
    /// How many were known when the file began.
    first: usize,
    is_full: bool,
    /// What all files keep apart.
    pub(super) apart: Apart,
}

impl LedgerAccounts {
    /// Ledger accounts of one file that are kept apart; the rest is one line.
    pub(super) const MOST: usize = 10_000;

    /// None but the empty one, which has the number 0.
    pub(super) fn new(bookings: &mut Bookings) -> Self {
        bookings.ledger_accounts = vec![String::new()];
        Self {
            keys: BTreeMap::from([(String::new(), LedgerAccountKey(0))]),
            repeated: None,
            first: 1,
            is_full: false,
            apart: Apart::default(),
        }
    }

    /// Begins a new file, which may add as many again.
    pub(super) fn begin_file(&mut self) {
        self.first = self.keys.len();
        self.is_full = false;
    }

    /// The number of the ledger account in a cell, and whether it is the first of the
    /// file that is not kept apart.
    pub(super) fn key(
        &mut self,
        cell: &Cell<'_>,
        bookings: &mut Bookings,
    ) -> (LedgerAccountKey, bool) {
        if let Some((text, key)) = &self.repeated
            && *text == cell.key
        {
            return (*key, false);
        }
        let name = folded(&cell.key);
        let known = self.keys.get(&name).copied();
        let is_too_many = known.is_none() && self.keys.len() - self.first >= Self::MOST;
        let is_first_too_many = is_too_many && !self.is_full;
        self.is_full |= is_too_many;
        let key = known.unwrap_or_else(|| match is_too_many {
            true => self.kept(folded(REST), REST.to_owned(), bookings),
            false => self.kept(name, shown(cell, bookings), bookings),
        });
        self.repeated = Some((cell.key.to_string(), key));
        (key, is_first_too_many)
    }

    /// The number of a ledger account that was given one; of any other, that of the rest.
    pub(super) fn known(&mut self, name: &str, bookings: &mut Bookings) -> LedgerAccountKey {
        let known = self.keys.get(&folded(name)).copied();
        known.unwrap_or_else(|| self.kept(folded(REST), REST.to_owned(), bookings))
    }

    fn kept(&mut self, name: String, shown: String, bookings: &mut Bookings) -> LedgerAccountKey {
        let apart = &mut self.apart;
        *self.keys.entry(name).or_insert_with(|| {
            apart.keep_text(shown.len());
            let accounts = &mut bookings.ledger_accounts;
            let key = LedgerAccountKey(u32::try_from(accounts.len()).unwrap_or(u32::MAX));
            accounts.push(shown);
            key
        })
    }
}

/// The first spelling, spaces joined; where it is masked, the mask and a number.
fn shown(cell: &Cell<'_>, bookings: &Bookings) -> String {
    match cell.mask {
        Some(mask) => format!("{mask} {}", bookings.ledger_accounts.len()),
        None => cell.key.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

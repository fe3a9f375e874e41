//! The faults that are found while reading, one file each: facts, words, code,
//! severity and why. [`RULES`] lists them for `explain`.

mod impossible_date;

pub use impossible_date::{DateFault, ImpossibleDate};

use crate::finding::Rule;

/// The rules of all faults that reading can find, in the order of their codes.
pub const RULES: &[&Rule] = &[&impossible_date::RULE];

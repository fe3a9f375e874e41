//! The faults that are found while reading, one file each: facts, words, code,
//! severity and why. [`RULES`] lists them for `explain`.

mod accept_of_nothing;
mod action_not_in_dossier;
mod action_not_in_scheme;
mod booked_outside_years;
mod broken_row;
mod contact_details;
mod double_column;
mod double_rows;
mod euro_sign_lost;
mod impossible_date;
mod impossible_fte;
mod malformed_number;
mod missing_column;
mod missing_key;
mod mixed_order;
mod national_number;
mod negative_without_note;
mod not_in_list;
mod not_toml;
mod not_utf8;
mod outside_project;
mod refers_to_nothing;
mod row_too_long;
mod rows_after_as_of;
mod stated_twice;
mod too_many_providers;
mod two_readings;
mod unknown_key;
mod unknown_scheme;
mod unreadable_file;
mod unused_column;
mod wrong_type;

pub use accept_of_nothing::AcceptOfNothing;
pub use action_not_in_dossier::ActionNotInDossier;
pub use action_not_in_scheme::ActionNotInScheme;
pub use booked_outside_years::BookedOutsideYears;
pub use broken_row::{BrokenRow, RowFault};
pub use contact_details::{Contact, ContactDetails};
pub use double_column::DoubleColumn;
pub use double_rows::DoubleRows;
pub use euro_sign_lost::EuroSignLost;
pub use impossible_date::{DateFault, ImpossibleDate};
pub use impossible_fte::ImpossibleFte;
pub use malformed_number::{MalformedNumber, NumberFault};
pub use missing_column::MissingColumn;
pub use missing_key::MissingKey;
pub use mixed_order::MixedOrder;

pub use national_number::NationalNumber;
pub use negative_without_note::NegativeWithoutNote;
pub use not_in_list::NotInList;
pub use not_toml::{HeadingFault, NotToml, SyntaxFault};
pub use not_utf8::NotUtf8;
pub use outside_project::OutsideProject;
pub use refers_to_nothing::{Reference, RefersToNothing};
pub use row_too_long::RowTooLong;
pub use rows_after_as_of::RowsAfterAsOf;
pub use stated_twice::{StatedTwice, Twice};
pub use too_many_providers::{KeptApart, TooManyProviders};
pub use two_readings::{Reading, Settle, TwoReadings};
pub use unknown_key::UnknownKey;
pub use unknown_scheme::{SchemeFault, UnknownScheme};
pub use unreadable_file::{FileFault, UnreadableFile};
pub use unused_column::UnusedColumn;
pub use wrong_type::WrongType;

use crate::finding::Rule;
use crate::source::personal;
use crate::wording::{Both, visible};

/// The rules of all faults that reading can find, in the order of their codes.
pub const RULES: &[&Rule] = &[
    &booked_outside_years::RULE,
    &not_toml::RULE,
    &unknown_key::RULE,
    &missing_key::RULE,
    &wrong_type::RULE,
    &impossible_date::RULE,
    &two_readings::RULE,
    &malformed_number::RULE,
    &not_utf8::RULE,
    &broken_row::RULE,
    &missing_column::RULE,
    &double_column::RULE,
    &action_not_in_scheme::RULE,
    &action_not_in_dossier::RULE,
    &outside_project::RULE,
    &negative_without_note::RULE,
    &double_rows::RULE,
    &unreadable_file::RULE,
    &not_in_list::RULE,
    &stated_twice::RULE,
    &refers_to_nothing::RULE,
    &row_too_long::RULE,
    &rows_after_as_of::RULE,
    &unknown_scheme::RULE,
    &unused_column::RULE,
    &too_many_providers::RULE,
    &accept_of_nothing::RULE,
    &euro_sign_lost::RULE,
    &national_number::RULE,
    &contact_details::RULE,
    &impossible_fte::RULE,
];

/// What a fault in a row does to that row.
const SET_ASIDE: Both = both(
    "de rij is opzij gezet en telt niet mee",
    "the row is set aside and does not count",
);

/// What a fault does that makes a whole file unreadable.
const NOTHING_COMPUTED: Both = both(
    "er wordt niets berekend tot dit rechtgezet is",
    "nothing is computed until this is put right",
);

/// A fixed text in both languages, for a table of them.
const fn both(nl: &'static str, en: &'static str) -> Both {
    Both { nl, en }
}

/// A text of the user as a sentence can hold it: safe, not endless, and without personal
/// data.
fn shown(text: &str) -> String {
    const MOST: usize = 60;
    if let Some(found) = personal(text) {
        return found.mask().to_owned();
    }
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", visible(&text[..end])),
        None => visible(text).into_owned(),
    }
}

/// A text of the user between quotation marks.
fn quoted(text: &str) -> String {
    format!("“{}”", shown(text))
}

/// Where in a TOML file something stands: `in [[year]]`, or the words for the top.
fn inside(table: &str, top: &str) -> String {
    if table.is_empty() {
        top.to_owned()
    } else {
        format!("in {table}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_stand_in_the_order_of_their_codes() {
        assert!(RULES.is_sorted_by(|one, next| one.code < next.code));
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        assert_eq!(quoted(&"é".repeat(61)), format!("“{}…”", "é".repeat(60)));
        assert_eq!(quoted("a\u{1b}b"), "“a[U+001B]b”");
    }
}

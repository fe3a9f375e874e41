//! The columns of a bookings file, by their headings in both languages.

use super::headings::Column;
use crate::wording::Both;

/// The columns of a bookings file.
pub(super) const COLUMNS: &[Column] = &[
    Column {
        key: "date",
        headings: &["date", "datum"],
        needed: true,
        names: Both {
            nl: "datum",
            en: "date",
        },
    },
    Column {
        key: "action",
        headings: &["action", "actie"],
        needed: false,
        names: Both {
            nl: "actie",
            en: "action",
        },
    },
    Column {
        key: "category",
        headings: &["category", "categorie", "soort"],
        needed: false,
        names: Both {
            nl: "categorie",
            en: "category",
        },
    },
    Column {
        key: "payer",
        headings: &["payer", "betaler", "financiering"],
        needed: true,
        names: Both {
            nl: "betaler",
            en: "payer",
        },
    },
    Column {
        key: "amount",
        headings: &["amount", "bedrag"],
        needed: true,
        names: Both {
            nl: "bedrag",
            en: "amount",
        },
    },
    Column {
        key: "description",
        headings: &["description", "omschrijving"],
        needed: false,
        names: Both {
            nl: "omschrijving",
            en: "description",
        },
    },
    Column {
        key: "account",
        headings: &["account", "rekening"],
        needed: false,
        names: Both {
            nl: "rekening",
            en: "account",
        },
    },
];

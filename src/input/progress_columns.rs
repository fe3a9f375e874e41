//! The columns of a progress log, by their headings in both languages.

use super::headings::Column;
use crate::wording::Both;

/// The columns that a progress log may have, by key, each with the heading that is
/// written for it.
pub fn progress_columns() -> impl Iterator<Item = (&'static str, Both)> {
    COLUMNS.iter().map(|column| (column.key, column.names))
}

/// The columns of a progress log.
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
        needed: true,
        names: Both {
            nl: "actie",
            en: "action",
        },
    },
    Column {
        key: "count",
        headings: &["count", "aantal"],
        needed: true,
        names: Both {
            nl: "aantal",
            en: "count",
        },
    },
    Column {
        key: "provider",
        headings: &["provider", "aanbieder", "via", "partner"],
        needed: false,
        names: Both {
            nl: "aanbieder",
            en: "provider",
        },
    },
    Column {
        key: "group",
        headings: &["group", "doelgroep", "groep"],
        needed: false,
        names: Both {
            nl: "doelgroep",
            en: "group",
        },
    },
    Column {
        key: "person",
        headings: &["person", "persoon"],
        needed: false,
        names: Both {
            nl: "persoon",
            en: "person",
        },
    },
    Column {
        key: "member",
        headings: &["member", "gemeente"],
        needed: false,
        names: Both {
            nl: "gemeente",
            en: "member",
        },
    },
    Column {
        key: "note",
        headings: &["note", "opmerking", "nota"],
        needed: false,
        names: Both {
            nl: "opmerking",
            en: "note",
        },
    },
];

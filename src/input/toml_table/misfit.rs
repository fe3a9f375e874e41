//! What is told of a value that is not what its key holds.

use super::Reading;
use crate::finding::Finding;
use crate::input::capped::MOST_OF_A_CODE;
use crate::input::fault::{MalformedNumber, NumberFault, WrongType};
use crate::input::listed::{self, Allowed};
use crate::source::{Span, Spanned};
use crate::wording::Both;
use toml::de::DeValue;

/// Tells a value that is not one of the words that are allowed there. Of one that will
/// only be counted the nearest word is not sought.
pub(in crate::input) fn not_in_list(
    reading: &mut Reading<'_>,
    key: &str,
    text: &Spanned<String>,
    allowed: Allowed,
) {
    reading.not_in_list += 1;
    let fault = if reading.not_in_list <= MOST_OF_A_CODE {
        listed::not_in_list(key, &text.value, allowed, false)
    } else {
        listed::untold(key, &text.value, allowed)
    };
    reading.findings.push(Finding::new(fault, text.span));
}

pub(super) fn malformed<T>(reading: &mut Reading<'_>, span: Span, why: NumberFault) -> Option<T> {
    let text = reading.text[span.start..span.end].to_owned();
    let fault = MalformedNumber {
        text,
        why,
        in_row: false,
    };
    reading.findings.push(Finding::new(fault, span));
    None
}

pub(super) fn wrong<T>(
    reading: &mut Reading<'_>,
    key: &str,
    span: Span,
    wanted: Both,
    found: &DeValue<'_>,
) -> Option<T> {
    if reading.bad_dates.contains(&(span.start..span.end)) {
        return None;
    }
    let fault = WrongType {
        key: key.to_owned(),
        wanted,
        found: found_kind(found),
    };
    reading.findings.push(Finding::new(fault, span));
    None
}

pub(in crate::input) const TEXT: Both = Both {
    nl: "een tekst tussen aanhalingstekens",
    en: "a text in quotes",
};
pub(in crate::input) const WHOLE: Both = Both {
    nl: "een geheel getal zonder aanhalingstekens",
    en: "a whole number without quotes",
};
pub(in crate::input) const LIST_OF_NUMBERS: Both = Both {
    nl: "een lijst van gehele getallen, zoals [1, 2]",
    en: "a list of whole numbers, such as [1, 2]",
};
pub(in crate::input) const AMOUNT: Both = Both {
    nl: "een bedrag zonder aanhalingstekens, zoals 96_000.00",
    en: "an amount without quotes, such as 96_000.00",
};
pub(in crate::input) const NUMBER: Both = Both {
    nl: "een getal zonder aanhalingstekens",
    en: "a number without quotes",
};
pub(in crate::input) const DATE: Both = Both {
    nl: "een datum zonder aanhalingstekens, zoals 2023-09-30",
    en: "a date without quotes, such as 2023-09-30",
};
pub(in crate::input) const FLAG: Both = Both {
    nl: "true of false",
    en: "true or false",
};
pub(super) const TABLE: Both = Both {
    nl: "een tabel",
    en: "a table",
};
pub(super) const TABLES: Both = Both {
    nl: "een lijst van tabellen",
    en: "a list of tables",
};
pub(in crate::input) const CELL: Both = Both {
    nl: "een tekst tussen aanhalingstekens, of een getal of datum zonder",
    en: "a text in quotes, or a number or date without",
};

fn found_kind(value: &DeValue<'_>) -> Both {
    match value {
        DeValue::String(_) => Both {
            nl: "een tekst",
            en: "a text",
        },
        DeValue::Integer(_) | DeValue::Float(_) => Both {
            nl: "een getal",
            en: "a number",
        },
        DeValue::Boolean(_) => Both {
            nl: "true of false",
            en: "true or false",
        },
        DeValue::Datetime(_) => Both {
            nl: "een datum of een tijdstip",
            en: "a date or a time",
        },
        DeValue::Array(_) => Both {
            nl: "een lijst",
            en: "a list",
        },
        DeValue::Table(_) => Both {
            nl: "een tabel",
            en: "a table",
        },
    }
}

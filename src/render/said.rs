//! What every page says of findings and of files in the same words.

use crate::finding::{Counts, Located, Place, Severity, Words};
use crate::model::Language;
use crate::wording::{Both, Term, dutch, english, terms, visible};

/// Before a finding that the dossier accepts.
pub(super) const ACCEPTED: Both = Both {
    nl: "Aanvaard",
    en: "Accepted",
};

/// Before the reason for which it is accepted.
pub(super) const REASON: Both = Both {
    nl: "reden",
    en: "reason",
};

/// In the place of the hash of a file that is not told.
pub(super) const WITHHELD: Both = Both {
    nl: "verborgen in de openbare versie",
    en: "hidden in the public version",
};

/// Why the hash of a file is unknown.
pub(super) const NOT_READ: Both = Both {
    nl: "niet gelezen",
    en: "not read",
};

/// The word for the weight of a finding.
pub(super) fn severity(severity: Severity) -> Term {
    match severity {
        Severity::Error => terms::SEV_ERROR,
        Severity::Warning => terms::SEV_WARNING,
        Severity::Notice => terms::SEV_NOTICE,
    }
}

/// `0 fouten, 4 waarschuwingen, 1 melding; 1 aanvaard, 2 toegelaten`
pub(super) fn summary(counts: Counts, language: Language) -> String {
    let Counts {
        error,
        warning,
        notice,
        accepted,
        allowed,
    } = counts;
    let parts = match language {
        Language::Dutch => [
            dutch::plural(error, "fout", "fouten"),
            dutch::plural(warning, "waarschuwing", "waarschuwingen"),
            dutch::plural(notice, "melding", "meldingen"),
        ],
        Language::English => [
            english::plural(error, "error", "errors"),
            english::plural(warning, "warning", "warnings"),
            english::plural(notice, "notice", "notices"),
        ],
    };
    let beside = match language {
        Language::Dutch => [
            (accepted, dutch::count(accepted), "aanvaard"),
            (allowed, dutch::count(allowed), "toegelaten"),
        ],
        Language::English => [
            (accepted, english::count(accepted), "accepted"),
            (allowed, english::count(allowed), "allowed"),
        ],
    };
    let beside: Vec<String> = beside
        .iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(_, number, word)| format!("{number} {word}"))
        .collect();
    let told = parts.join(", ");
    if beside.is_empty() {
        return told;
    }
    format!("{told}; {}", beside.join(", "))
}

/// `voortgang.csv:287:1 (cel A287)`
pub(super) fn spot(place: &Place, language: Language) -> String {
    let Place {
        path,
        line,
        column,
        cell,
        ..
    } = place;
    let spot = format!("{}:{line}:{column}", visible(path));
    match (cell, language) {
        (None, _) => spot,
        (Some(cell), Language::Dutch) => format!("{spot} (cel {cell})"),
        (Some(cell), Language::English) => format!("{spot} (cell {cell})"),
    }
}

/// The places of a finding, the main one first, each with what is said at it.
pub(super) fn places<'a>(
    finding: &'a Located,
    words: &'a Words,
) -> impl Iterator<Item = (&'a Place, &'a str)> {
    let labels = words.related.iter().map(String::as_str);
    let related = finding
        .related
        .iter()
        .zip(labels.chain(std::iter::repeat("")));
    std::iter::once((&finding.place, words.label.as_str())).chain(related)
}

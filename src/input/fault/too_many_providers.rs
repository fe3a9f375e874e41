//! I25: more providers in a log than are kept apart.

use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::wording::{Both, dutch, english};

/// A file with more providers than are kept apart.
#[derive(Debug)]
pub struct TooManyProviders {
    /// How many are kept apart.
    pub kept: u64,
    /// What they are.
    pub what: KeptApart,
}

/// What is kept apart row by row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptApart {
    /// Providers of a progress log.
    Providers,
    /// Ledger accounts of a bookings file.
    LedgerAccounts,
}

pub(super) static RULE: Rule = Rule {
    code: Code::I25,
    severity: Severity::Warning,
    name: Both {
        nl: "meer aanbieders dan er apart gehouden worden",
        en: "more providers than are kept apart",
    },
    why: Both {
        nl: "Aanbieders zijn organisaties, en daarvan zijn er in een gemeente geen tienduizend. Meestal staat \
             er iets anders in de kolom, zoals een datum of namen van deelnemers, en die horen niet in een \
             rapport.",
        en: "Providers are organisations, and a municipality does not have ten thousand of them. Mostly \
             something else stands in the column, such as a date or names of participants, and those do not \
             belong in a report.",
    },
    example: "datum;actie;aantal;aanbieder\n12/10/2022;5;1;deelnemer 10001\n12/10/2022;5;1;deelnemer 10002\n…",
    repair: Both {
        nl: "Zet in die kolom de organisatie die het aanbod doet, of geef de kolom een andere kop.",
        en: "Put in that column the organisation that makes the offer, or give the column another header.",
    },
};

impl Fault for TooManyProviders {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let (many, hold) = match self.what {
            KeptApart::Providers => ("aanbieders", "organisaties"),
            KeptApart::LedgerAccounts => ("rekeningen", "rekeningen van de boekhouding"),
        };
        let kept = dutch::count(self.kept);
        Words::new(format!("het bestand heeft meer dan {kept} {many}"))
            .label("de eerste die niet meer apart gehouden wordt")
            .consequence(format!(
                "de totalen zijn juist; de overige {many} staan samen op één lijn, “andere”"
            ))
            .help(format!("kijk na of in deze kolom wel {hold} staan"))
    }

    fn english(&self) -> Words {
        let (many, hold) = match self.what {
            KeptApart::Providers => ("providers", "organisations"),
            KeptApart::LedgerAccounts => ("ledger accounts", "ledger accounts"),
        };
        let kept = english::count(self.kept);
        Words::new(format!("the file has more than {kept} {many}"))
            .label("the first that is no longer kept apart")
            .consequence(format!(
                "the totals are right; the other {many} stand together on one line, “other”"
            ))
            .help(format!("check whether this column really holds {hold}"))
    }
}

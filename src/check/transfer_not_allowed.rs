//! B06: money moved between actions though the scheme does not let it.

use crate::analysis::Analysis;
use crate::finding::{Code, Fault, Finding, Rule, Severity, Words};
use crate::model::{ActionNr, Euro, Transfer, YearNr};
use crate::wording::{Both, dutch, english};

/// Money moved between actions though the scheme does not let it.
#[derive(Debug)]
pub struct TransferNotAllowed {
    /// The project year.
    pub year: YearNr,
    /// The action it comes from.
    pub from: ActionNr,
    /// The action it goes to.
    pub to: ActionNr,
    /// How much.
    pub amount: Euro,
}

pub(super) static RULE: Rule = Rule {
    code: Code::B06,
    severity: Severity::Error,
    name: Both {
        nl: "geld dat niet tussen acties mag verschuiven",
        en: "money that may not shift between actions",
    },
    why: Both {
        nl: "In sommige regelingen is het bedrag per actie vast. Wat daar verschoven wordt, is op de ene actie \
             te veel besteed en op de andere niet verantwoord.",
        en: "In some schemes the amount per action is fixed. What is shifted there is spent too much on one \
             action and not accounted for on the other.",
    },
    example: "[[transfer]]\nyear = 1\nfrom = 15\nto = 17\namount = 5_000",
    repair: Both {
        nl: "Haal de verschuiving weg, of vraag de subsidiegever eerst om een andere verdeling.",
        en: "Take the transfer out, or ask whoever grants the subsidy for another division first.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    if analysis.account.scheme.shift_between_actions {
        return Vec::new();
    }
    let transfers = analysis.account.dossier.transfers.iter();
    transfers.map(in_line).collect()
}

fn in_line(transfer: &Transfer) -> Finding {
    let fault = TransferNotAllowed {
        year: transfer.year,
        from: transfer.from,
        to: transfer.to,
        amount: transfer.amount,
    };
    Finding::new(fault, transfer.span)
}

impl Fault for TransferNotAllowed {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        Words::new(format!(
            "{} verschoven van actie {} naar actie {} in projectjaar {}",
            dutch::euro(self.amount),
            self.from,
            self.to,
            self.year
        ))
        .label("de regeling laat dit niet toe")
        .consequence("de tabel rekent met de verschuiving; de regeling erkent ze niet")
        .help("haal de verschuiving weg, of vraag eerst een andere verdeling")
    }

    fn english(&self) -> Words {
        Words::new(format!(
            "{} shifted from action {} to action {} in project year {}",
            english::euro(self.amount),
            self.from,
            self.to,
            self.year
        ))
        .label("the scheme does not allow this")
        .consequence("the table counts the transfer; the scheme does not recognise it")
        .help("take the transfer out, or ask for another division first")
    }
}

//! Words and numbers for people, in Dutch and in English.
//!
//! Every number that a person reads is written by a function of this room, and
//! by nothing else. Sentences with figures are facts that implement [`Say`].

pub mod dutch;
pub mod english;
mod figures;
mod reasons;
mod safe;
pub mod terms;

pub use figures::{count, date, euro, fte, fte_months, month, percent, price, signed_count, units};
pub use safe::visible;
pub use terms::Term;

use crate::model::{Language, Payer, ReceiptKind};

/// The word for a payer.
#[must_use]
pub fn payer_term(payer: Payer) -> Term {
    match payer {
        Payer::Award => terms::PAY_AWARD,
        Payer::Own => terms::PAY_OWN,
        Payer::Stimulus => terms::PAY_STIMULUS,
        Payer::Other => terms::PAY_OTHER,
        Payer::ThirdParty => terms::PAY_THIRD_PARTY,
    }
}

/// The word for what came in.
#[must_use]
pub fn receipt_term(what: ReceiptKind) -> Term {
    match what {
        ReceiptKind::Advance => terms::REC_ADVANCE,
        ReceiptKind::Balance => terms::BALANCE,
    }
}

/// The text with a capital.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(rest).collect()
}

/// A fixed text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Both {
    /// Dutch.
    pub nl: &'static str,
    /// English.
    pub en: &'static str,
}

impl Both {
    /// The text in `language`.
    #[must_use]
    pub fn get(self, language: Language) -> &'static str {
        match language {
            Language::Dutch => self.nl,
            Language::English => self.en,
        }
    }
}

/// Facts that can be said in both languages. To forget one does not compile.
pub trait Say: std::fmt::Debug {
    /// In Dutch.
    fn dutch(&self) -> String;
    /// In English.
    fn english(&self) -> String;

    /// In `language`.
    fn say(&self, language: Language) -> String {
        match language {
            Language::Dutch => self.dutch(),
            Language::English => self.english(),
        }
    }
}

/// A sentence that has not been said yet.
pub type Sentence = Box<dyn Say>;

/// A sentence of its own, from facts and the words of both languages beside them.
pub fn saying<F: std::fmt::Debug + 'static>(
    facts: F,
    dutch: fn(&F) -> String,
    english: fn(&F) -> String,
) -> Sentence {
    Box::new(Saying {
        facts,
        dutch,
        english,
    })
}

/// Facts and how to say them.
#[derive(Debug)]
struct Saying<F> {
    facts: F,
    dutch: fn(&F) -> String,
    english: fn(&F) -> String,
}

impl<F: std::fmt::Debug> Say for Saying<F> {
    fn dutch(&self) -> String {
        (self.dutch)(&self.facts)
    }
    fn english(&self) -> String {
        (self.english)(&self.facts)
    }
}

impl Say for Both {
    fn dutch(&self) -> String {
        self.nl.to_owned()
    }
    fn english(&self) -> String {
        self.en.to_owned()
    }
}

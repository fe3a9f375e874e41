//! What a dossier says of its money beside the awards: planned costs, stimuli, and
//! every way in which money moves.

use super::{ActionNr, Date, Euro, Payer, YearNr};
use crate::source::{Span, Spanned};

/// A planned cost line.
#[derive(Debug, Clone)]
pub struct BudgetLine {
    /// The year.
    pub year: YearNr,
    /// For which actions; empty for the whole dossier.
    pub actions: Vec<ActionNr>,
    /// Key of its category in the scheme; unknown when left out.
    pub category: Option<Spanned<String>>,
    /// Who pays.
    pub payer: Option<Spanned<Payer>>,
    /// How much.
    pub amount: Spanned<Euro>,
    /// Notes.
    pub notes: Vec<String>,
    /// Its header.
    pub span: Span,
}

/// A stimulus that was granted.
#[derive(Debug, Clone)]
pub struct StimulusAward {
    /// Its kind in the scheme.
    pub kind: String,
    /// The action it is for, if any.
    pub action: Option<ActionNr>,
    /// The year.
    pub year: YearNr,
    /// How much; unknown when left out.
    pub amount: Option<Euro>,
    /// Its header.
    pub span: Span,
}

/// Money carried from one project year to the next.
#[derive(Debug, Clone)]
pub struct CarryOver {
    /// The action; none for the whole dossier.
    pub action: Option<ActionNr>,
    /// The year it comes from.
    pub from: YearNr,
    /// The year it goes to.
    pub to: YearNr,
    /// How much; unknown when left out.
    pub amount: Option<Euro>,
    /// Why.
    pub reason: Option<String>,
    /// Its header.
    pub span: Span,
}

/// Money moved from one action to another within a project year.
#[derive(Debug, Clone)]
pub struct Transfer {
    /// The year.
    pub year: YearNr,
    /// The action it comes from.
    pub from: ActionNr,
    /// The action it goes to.
    pub to: ActionNr,
    /// How much.
    pub amount: Euro,
    /// Why.
    pub reason: Option<String>,
    /// Its header.
    pub span: Span,
}

/// Money given back to whoever granted it.
#[derive(Debug, Clone)]
pub struct Repaid {
    /// The project year whose award it is.
    pub year: YearNr,
    /// The action; none for the whole dossier.
    pub action: Option<ActionNr>,
    /// How much.
    pub amount: Euro,
    /// Why.
    pub reason: Option<String>,
    /// Its header.
    pub span: Span,
}

/// Money that came in for an award.
#[derive(Debug, Clone)]
pub struct Receipt {
    /// The day it came.
    pub date: Date,
    /// The project year whose award it is.
    pub year: YearNr,
    /// How much.
    pub amount: Spanned<Euro>,
    /// Advance or balance.
    pub what: ReceiptKind,
    /// Its header.
    pub span: Span,
}

/// Which part of an award came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReceiptKind {
    /// The advance.
    Advance,
    /// The balance.
    Balance,
}

impl ReceiptKind {
    /// Both parts.
    pub const ALL: [Self; 2] = [Self::Advance, Self::Balance];
}

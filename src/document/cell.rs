//! What can stand in one cell of a table.

use crate::model::{
    AccountingYear, ActionNr, Date, Euro, Fte, FteMonths, InTwoLanguages, Ratio, Units, Unknown,
    YearNr,
};
use crate::wording::terms::Term;

/// One figure or word of a table, not formatted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// The user's own words, never translated.
    Text(String),
    /// A text of the scheme, in both languages. It is the largest, and a table may have a
    /// million cells of other kinds, so it lies elsewhere.
    Title(Box<InTwoLanguages>),
    /// Something of the scheme: its key for machines, its title for people.
    Keyed(Box<(String, InTwoLanguages)>),
    /// A word with a fixed machine key.
    Word(Term),
    /// A whole number.
    Count(i64),
    /// A project year.
    Year(YearNr),
    /// Several project years.
    Years(Vec<YearNr>),
    /// A stretch: one project year, or all together.
    Period(Option<YearNr>),
    /// An accounting year, or all together.
    AccountingYear(Option<AccountingYear>),
    /// An action.
    Action(ActionNr),
    /// Several actions.
    Actions(Vec<ActionNr>),
    /// Units.
    Units(Units),
    /// An amount.
    Euro(Euro),
    /// A part of a whole.
    Ratio(Ratio),
    /// Full-time equivalents.
    Fte(Fte),
    /// FTE-months, exact.
    FteMonths(FteMonths),
    /// A day.
    Date(Date),
    /// A month, by its first day.
    Month(Date),
    /// Yes or no.
    Flag(bool),
    /// Not known, and why.
    Unknown(Unknown),
    /// Does not apply here.
    Nothing,
}

impl Cell {
    /// A text of the scheme.
    #[must_use]
    pub fn title(title: &InTwoLanguages) -> Self {
        Self::Title(Box::new(title.clone()))
    }

    /// Something of the scheme.
    #[must_use]
    pub fn keyed(key: String, title: InTwoLanguages) -> Self {
        Self::Keyed(Box::new((key, title)))
    }

    /// A cell from a figure that may be unknown.
    pub fn known<T>(known: Result<T, Unknown>, cell: impl FnOnce(T) -> Self) -> Self {
        match known {
            Ok(value) => cell(value),
            Err(unknown) => Self::Unknown(unknown),
        }
    }

    /// A cell from a figure that may not apply.
    pub fn maybe<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Nothing, cell)
    }
}

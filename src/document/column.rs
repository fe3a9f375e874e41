//! What stands in a column of a table, and how it follows from others.

use crate::model::Share;
use crate::wording::terms::Term;

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// Key and heading.
    pub term: Term,
    /// What stands in it.
    pub kind: ColumnKind,
    /// For percentages: what a rounded figure may not reach from below.
    pub thresholds: Vec<Share>,
    /// Whether it follows from other columns.
    pub derived: Option<Derived>,
    /// Key of the column that people see where this one has nothing.
    pub otherwise: Option<&'static str>,
}

impl Column {
    /// A column of this kind.
    #[must_use]
    pub fn new(term: Term, kind: ColumnKind) -> Self {
        Self {
            term,
            kind,
            thresholds: Vec::new(),
            derived: None,
            otherwise: None,
        }
    }

    /// The same, with the column that people see where this one has nothing.
    #[must_use]
    pub fn otherwise(mut self, key: &'static str) -> Self {
        self.otherwise = Some(key);
        self
    }

    /// The same, as following from other columns.
    #[must_use]
    pub fn derived(mut self, derived: Derived) -> Self {
        self.derived = Some(derived);
        self
    }

    /// The same, with figures that rounding may not reach from below.
    #[must_use]
    pub fn thresholds(mut self, thresholds: Vec<Share>) -> Self {
        self.thresholds = thresholds;
        self
    }
}

/// What stands in a column; alignment and cell formats follow from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Numbers of years and actions: keys, not amounts.
    Key,
    /// Text.
    Text,
    /// A word with a fixed key.
    Word,
    /// Whole numbers.
    Count,
    /// Units, perhaps halves.
    Units,
    /// Euro.
    Euro,
    /// A part of a whole, shown as a percentage.
    Percent,
    /// Full-time equivalents.
    Fte,
    /// FTE-months.
    FteMonths,
    /// A day.
    Date,
    /// A month.
    Month,
    /// Yes or no.
    Flag,
}

impl ColumnKind {
    /// Whether it is set to the right and never wrapped.
    #[must_use]
    pub fn is_number(self) -> bool {
        matches!(
            self,
            Self::Key
                | Self::Count
                | Self::Units
                | Self::Euro
                | Self::Percent
                | Self::Fte
                | Self::FteMonths
        )
    }
}

/// How a column follows from others, by their keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Derived {
    /// `part` out of `whole`.
    Ratio {
        /// Key of the part.
        part: &'static str,
        /// Key of the whole.
        whole: &'static str,
    },
    /// `from` less `less`.
    Difference {
        /// Key of the first amount.
        from: &'static str,
        /// Key of what is taken off.
        less: &'static str,
    },
    /// The sum of these columns.
    Sum(Vec<&'static str>),
}

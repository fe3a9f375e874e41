//! A table as it is about to be shown: entries in columns, without a width, a colour
//! or a mark of any format.

use crate::finding::Code;
use crate::model::{Language, Ratio};
use crate::render::layout::footnotes::joined_codes;
use crate::wording::terms;
use rust_decimal::Decimal;

/// A table as it is about to be shown.
#[derive(Debug, Default, Clone)]
pub(in crate::render) struct Grid {
    pub(in crate::render) columns: Vec<GridColumn>,
    pub(in crate::render) rows: Vec<Vec<Entry>>,
    /// Stretches of columns with a name over them.
    pub(in crate::render) stretches: Vec<Stretch>,
}

/// A stretch of columns, from the first up to and without the end.
#[derive(Debug, Clone)]
pub(in crate::render) struct Stretch {
    pub(in crate::render) first: usize,
    pub(in crate::render) end: usize,
    pub(in crate::render) name: String,
}

/// A column of a grid.
#[derive(Debug, Clone)]
pub(in crate::render) struct GridColumn {
    pub(in crate::render) head: Head,
    /// Whether it is set to the right.
    pub(in crate::render) right: bool,
    /// Whether it may be left out where there is no room.
    pub(in crate::render) optional: bool,
}

/// What stands over a column.
#[derive(Debug, Clone)]
pub(in crate::render) enum Head {
    Words(String),
    /// The scale of a target bar.
    Scale,
    /// What is there and what is vacant, each with its mark.
    Filled(String),
}

/// What stands in a cell.
#[derive(Debug, Clone)]
pub(in crate::render) enum Entry {
    Empty,
    /// Text, which wraps.
    Words(String),
    /// A word of a state, by its key.
    State(&'static str, String),
    /// A figure, which is never wrapped or cut.
    Figure(String),
    /// A figure that does not apply.
    NoFigure,
    /// Not known, for the reason with this number.
    Unknown(usize),
    /// A value that repeats the one above it.
    Repeated(Box<Entry>),
    Bar(Bar),
    /// Codes of findings about the row.
    Codes(Vec<Code>),
    /// An accountant's rule.
    Rule,
}

impl Entry {
    /// Its words without any mark; nothing for what is drawn.
    pub(in crate::render) fn plain(&self, language: Language) -> String {
        match self {
            Self::Words(text) | Self::Figure(text) | Self::State(_, text) => text.clone(),
            Self::Unknown(_) => terms::ST_UNKNOWN.get(language).to_owned(),
            Self::Repeated(entry) => entry.plain(language),
            Self::Codes(codes) => joined_codes(codes),
            Self::Empty | Self::NoFigure | Self::Bar(_) | Self::Rule => String::new(),
        }
    }

    /// Whether a rule belongs over it, where it is a sum.
    pub(super) fn is_figure(&self) -> bool {
        matches!(self, Self::Figure(_) | Self::Unknown(_) | Self::NoFigure)
    }
}

/// What a bar shows; none is unknown.
#[derive(Debug, Clone)]
pub(in crate::render) enum Bar {
    /// A ratio on 0 to 200 %, and the part of it that is doubtful.
    Target {
        ratio: Option<Ratio>,
        doubtful: Option<Ratio>,
    },
    /// A ratio on 0 to 100 %.
    Share(Option<Ratio>),
    /// What is there out of what is planned, against the most of all rows.
    Filled {
        planned: Option<Decimal>,
        filled: Option<Decimal>,
        most: Decimal,
    },
}

//! A report as a value, before it is a page.
//!
//! `Tables` are typed and tidy, each once, nothing formatted: all that machine
//! formats need. The `page` says in which order people see them and what is said
//! around them. A renderer knows these shapes and no report.

use crate::finding::{Code, Located};
use crate::model::{
    ActionNr, ApplicantKind, AsOf, Date, Euro, Fte, InTwoLanguages, Ratio, Share, Units, Unknown,
    YearNr,
};
use crate::wording::terms::Term;
use crate::wording::{Say, Sentence, visible};
use std::collections::BTreeMap;

/// One answer of the program: tables for machines, a page for people.
#[derive(Debug, Default)]
pub struct Document {
    /// What it is about; only a whole report says so.
    pub head: Option<Head>,
    /// The tables, in order.
    pub tables: Vec<Table>,
    /// What people see, in order.
    pub page: Vec<Block>,
    /// The findings, where the document holds them.
    pub findings: Option<Vec<Located>>,
    /// The files it was made from, where the document holds them.
    pub sources: Option<Vec<Source>>,
}

impl Document {
    /// The table with this name.
    #[must_use]
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.name.key == name)
    }
}

/// What a whole report is about.
#[derive(Debug)]
pub struct Head {
    /// Name of the applicant.
    pub applicant: String,
    /// What the applicant is.
    pub kind: ApplicantKind,
    /// Members of a partnership.
    pub members: Vec<String>,
    /// Id of the scheme.
    pub scheme: String,
    /// Version of the scheme file.
    pub scheme_version: String,
    /// The as-of date and its origin.
    pub as_of: Option<AsOf>,
}

/// A file the document was made from.
#[derive(Debug)]
pub struct Source {
    /// Path relative to the dossier's folder.
    pub path: String,
    /// SHA-256 in hexadecimal; none when it could not be read.
    pub sha256: Option<String>,
    /// Rows of a log; none for TOML.
    pub rows: Option<u64>,
    /// Rows of a log that were set aside; none for TOML.
    pub set_aside: Option<u64>,
}

/// A tidy table: one fact a row.
#[derive(Debug)]
pub struct Table {
    /// Its name; the key is that of machine formats.
    pub name: Term,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows; every row has a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// A table without rows yet.
    #[must_use]
    pub fn new(name: Term, columns: Vec<Column>) -> Self {
        Self {
            name,
            columns,
            rows: Vec::new(),
        }
    }

    /// Position of the column with this key.
    #[must_use]
    pub fn position(&self, key: &str) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.term.key == key)
    }

    /// The cell of a row in the column with this key.
    #[must_use]
    pub fn cell(&self, row: usize, key: &str) -> Option<&Cell> {
        self.rows.get(row)?.get(self.position(key)?)
    }

    /// The cell as people see it: where a column has nothing, that of the column
    /// that stands in for it.
    #[must_use]
    pub fn seen(&self, row: usize, key: &str) -> Option<&Cell> {
        let cell = self.cell(row, key)?;
        let otherwise = self.columns[self.position(key)?].otherwise;
        match (cell, otherwise) {
            (Cell::Nothing, Some(other)) => self.cell(row, other),
            _ => Some(cell),
        }
    }
}

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
            Self::Key | Self::Count | Self::Units | Self::Euro | Self::Percent | Self::Fte
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

/// One figure or word of a table, not formatted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// The user's own words, never translated.
    Text(String),
    /// A text of the scheme, in both languages.
    Title(InTwoLanguages),
    /// Something of the scheme: its key for machines, its title for people.
    Keyed(String, InTwoLanguages),
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

/// One piece of the page.
#[derive(Debug)]
pub enum Block {
    /// What it is about: lines with a left and a right end.
    Masthead(Vec<(Sentence, Sentence)>),
    /// A paragraph.
    Paragraph(Vec<Sentence>),
    /// Name, figure and remark, line by line.
    Facts(Vec<Fact>),
    /// The heading of a section that is not a table.
    Section(Sentence),
    /// A table, seen through a view.
    Table(View),
    /// Lists side by side under a heading.
    Lists(Lists),
    /// The findings of the document.
    Findings,
    /// The sources of the document, and what is said under them.
    Sources(Vec<Sentence>),
}

/// A line of key figures or of things to do.
#[derive(Debug)]
pub struct Fact {
    /// What it is, or the verb.
    pub name: Sentence,
    /// The figure, if it has one.
    pub figure: Option<Sentence>,
    /// The remark.
    pub remark: Sentence,
    /// The codes of findings behind it.
    pub codes: Vec<Code>,
}

/// Lists side by side, such as planned and status of an action.
#[derive(Debug)]
pub struct Lists {
    /// The number before the heading.
    pub key: Option<ActionNr>,
    /// The heading.
    pub heading: Sentence,
    /// Each list with its heading.
    pub lists: Vec<(Sentence, Vec<String>)>,
    /// What is said under them.
    pub notes: Vec<Sentence>,
}

/// How people see a table: which rows and columns, in which order and layout.
#[derive(Debug)]
pub struct View {
    /// Key of the table.
    pub table: &'static str,
    /// The heading.
    pub heading: Sentence,
    /// Rows that are shown, by position in the table.
    pub rows: Vec<usize>,
    /// Columns that are shown, in order.
    pub columns: Vec<Shown>,
    /// How they are laid out.
    pub layout: Layout,
    /// Codes of findings about a row, by position in the table.
    pub codes: BTreeMap<usize, Vec<Code>>,
    /// A sum under some columns, or several lines of them.
    pub totals: Vec<Total>,
    /// What is said under the table.
    pub notes: Vec<Sentence>,
}

/// How a view is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// A line a row; a value of `group` that repeats is left out.
    Lines {
        /// Key of the column that groups the rows.
        group: Option<&'static str>,
    },
    /// A table of lines for each value of `by`, below each other, each under its
    /// name. Of the cells of a total the nth of a key belongs to the nth value.
    Stacked {
        /// Key of the column whose values part the tables.
        by: &'static str,
        /// Key of the column that groups the rows.
        group: Option<&'static str>,
    },
    /// A line a column of the table, a column a row: periods side by side.
    Ledger {
        /// Key of the column whose cells head the columns.
        across: &'static str,
    },
    /// Rows with the same keys are set on one line, a stretch of columns for each
    /// value of `across`; below each other where the width does not allow it.
    Spread {
        /// Key of the column whose values stand side by side.
        across: &'static str,
        /// Keys of the columns that repeat.
        figures: &'static [&'static str],
    },
}

/// A column of a view.
#[derive(Debug, Clone)]
pub struct Shown {
    /// What is shown.
    pub figure: Figure,
    /// Whether it may be left out where there is no room.
    pub only_with_room: bool,
}

impl Shown {
    /// A column of the table, always shown.
    #[must_use]
    pub fn column(key: &'static str) -> Self {
        Self {
            figure: Figure::Column(key),
            only_with_room: false,
        }
    }

    /// A column of the table that may be left out where there is no room.
    #[must_use]
    pub fn with_room(key: &'static str) -> Self {
        Self {
            figure: Figure::Column(key),
            only_with_room: true,
        }
    }

    /// A bar.
    #[must_use]
    pub fn bar(bar: Bar) -> Self {
        Self {
            figure: Figure::Bar(bar),
            only_with_room: false,
        }
    }
}

/// What a column of a view shows.
#[derive(Debug, Clone)]
pub enum Figure {
    /// The cells of a column, by its key.
    Column(&'static str),
    /// A bar drawn from cells.
    Bar(Bar),
}

/// A bar drawn from the cells of a row.
#[derive(Debug, Clone)]
pub enum Bar {
    /// A ratio on a scale of 0 to 200 %, with a tick at 100 %.
    Target {
        /// Key of the ratio.
        ratio: &'static str,
        /// By position of the row: the part that may be counted twice, in percent
        /// of the target as a ratio.
        doubtful: BTreeMap<usize, Ratio>,
    },
    /// A ratio on a scale of 0 to 100 %.
    Share {
        /// Key of the ratio.
        ratio: &'static str,
    },
    /// What is there out of what is planned, all rows on one scale.
    Filled {
        /// Key of what is planned.
        planned: &'static str,
        /// Key of what is there.
        filled: &'static str,
    },
}

/// A line of sums under a table.
#[derive(Debug)]
pub struct Total {
    /// What it is.
    pub label: Sentence,
    /// Cells by the key of their column.
    pub cells: Vec<(&'static str, Cell)>,
}

/// The user's own words as a sentence.
#[derive(Debug, Clone)]
pub struct Quoted(pub String);

impl Say for Quoted {
    fn dutch(&self) -> String {
        visible(&self.0).into_owned()
    }
    fn english(&self) -> String {
        visible(&self.0).into_owned()
    }
}

/// A text of the scheme as a sentence.
impl Say for InTwoLanguages {
    fn dutch(&self) -> String {
        visible(&self.nl).into_owned()
    }
    fn english(&self) -> String {
        visible(&self.en).into_owned()
    }
}

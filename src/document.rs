//! A report as a value, before it is a page.
//!
//! `Tables` are typed and tidy, each once, nothing formatted: all that machine
//! formats need. The `page` says in which order people see them and what is said
//! around them. A renderer knows these shapes and no report.

mod bar;
mod cell;
mod chart;
mod column;
mod page;
mod quoted;
mod table;
mod view;

pub use bar::Bar;
pub use cell::Cell;
pub use chart::{
    BarGroup, BarRow, Bars, Chart, Curves, Drawing, InterimPost, Mark, Name, Panel, Piece, Stretch,
    Strip, Strips, Told, Undrawn,
};
pub use column::{Column, ColumnKind, Derived};
pub use page::{Block, Fact, Lists, Masthead, Question};
pub use quoted::Quoted;
pub use table::Table;
pub use view::{Figure, Layout, Shown, Total, View};

use crate::finding::{Counts, Located};
use crate::model::{ApplicantKind, AsOf};

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
    /// What was checked, where the document holds findings.
    pub checked: Option<Checked>,
}

impl Document {
    /// How many findings it tells, and how many it does not.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let allowed = self.checked.as_ref().map_or(0, |it| it.allowed);
        Counts::of(self.findings.as_deref().unwrap_or_default(), allowed)
    }

    /// How people see a table: all its views, in the order of the page.
    pub fn views_of<'a>(&'a self, table: &'a Table) -> impl Iterator<Item = &'a View> {
        self.page.iter().filter_map(|block| match block {
            Block::Table(view) if view.table == table.name.key => Some(view),
            _ => None,
        })
    }

    /// The table with this name.
    #[must_use]
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.name.key == name)
    }
}

/// What was checked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// Paths of all files that were read, relative to the dossier's folder.
    pub files: Vec<String>,
    /// The dossier's folder as it was named, where that is a relative path; else empty.
    pub folder: String,
    /// Findings of codes that are not to be told.
    pub allowed: u64,
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
    /// SHA-256 in hexadecimal; none when it could not be read or is not told.
    pub sha256: Option<String>,
    /// Rows of a log; none for TOML.
    pub rows: Option<u64>,
    /// Rows of a log that were set aside; none for TOML.
    pub set_aside: Option<u64>,
    /// Whether its hash and rows are not told, because somebody could find out hidden
    /// counts with them: by trying rows until the hash is the same, or by counting.
    pub is_withheld: bool,
}

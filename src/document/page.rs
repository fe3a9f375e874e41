//! The pieces that a page is laid out from.

use super::{Chart, Undrawn, View};
use crate::finding::Code;
use crate::model::ActionNr;
use crate::wording::Sentence;

/// One piece of the page.
#[derive(Debug)]
pub enum Block {
    /// What it is about.
    Masthead(Masthead),
    /// A paragraph.
    Paragraph(Vec<Sentence>),
    /// Questions, each answered by name, figure and remark, line by line.
    Facts(Vec<Question>),
    /// The heading of a section that is not a table.
    Section(Sentence),
    /// A chart, for formats that draw.
    Chart(Chart),
    /// Charts that are not drawn, for formats that draw.
    Undrawn(Vec<Undrawn>),
    /// A table, seen through a view.
    Table(View),
    /// Lists side by side under a heading.
    Lists(Lists),
    /// The findings of the document.
    Findings,
    /// How many findings there are, as the last line.
    Counts,
    /// The sources of the document, and what is said under them.
    Sources(Vec<Sentence>),
}

/// Who, what, which years, as of when.
#[derive(Debug)]
pub struct Masthead {
    /// The scheme.
    pub scheme: Sentence,
    /// The as-of date.
    pub as_of: Sentence,
    /// The applicant.
    pub applicant: Sentence,
    /// The project years with their days.
    pub years: Sentence,
    /// The members of a partnership.
    pub members: Option<Sentence>,
}

/// What a reader asks, and the facts that answer it.
#[derive(Debug)]
pub struct Question {
    /// The question.
    pub asked: Sentence,
    /// The answer, fact by fact.
    pub facts: Vec<Fact>,
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

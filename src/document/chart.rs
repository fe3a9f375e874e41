//! Charts: what is drawn of a table, as exact values. A format decides with which
//! ink; a format that draws charts of cells by itself takes the named columns.
//!
//! Every chart speaks one language of marks: a light container is what was asked or
//! is available, a dark bar is what happened, a tick is the norm.

use crate::finding::Code;
use crate::model::{ActionNr, Date, Period};
use crate::wording::{Sentence, Term};
use rust_decimal::Decimal;

/// A chart of figures of a table.
#[derive(Debug)]
pub struct Chart {
    /// Key of the table that holds its figures.
    pub table: &'static str,
    /// The rows of that table that it draws, by position.
    pub rows: Vec<usize>,
    /// Key of the column that names those rows.
    pub names: &'static str,
    /// Keys of the columns that it draws, in order.
    pub columns: Vec<&'static str>,
    /// What the figures say.
    pub heading: Sentence,
    /// What is drawn.
    pub about: Sentence,
    /// What each mark stands for.
    pub legend: Vec<(Mark, Sentence)>,
    /// The drawing.
    pub drawing: Drawing,
    /// What is said under it.
    pub notes: Vec<Sentence>,
}

/// How a chart is drawn.
#[derive(Debug)]
pub enum Drawing {
    /// Bars below each other on one scale.
    Bars(Bars),
    /// Panels of lines over time.
    Curves(Curves),
    /// Strips over time, their height the amount.
    Strips(Strips),
}

/// What a mark of a chart stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Container: what is asked or available.
    Asked,
    /// Container: what was carried in.
    CarriedIn,
    /// Container: nobody knows how much of it there is.
    Unknown,
    /// Bar: what happened.
    Happened,
    /// Bar: counted, and perhaps counted twice.
    Doubtful,
    /// Bar: planned and not there yet.
    Planned,
    /// Line: missing, and the time is over.
    Missing,
    /// Bar: spent beyond what there is.
    Excess,
    /// Tick: the norm.
    Norm,
    /// Small tick: the interim threshold.
    Threshold,
    /// Diamond: the interim figure, at or above the threshold.
    InterimReached,
    /// Diamond: the interim figure, below the threshold.
    InterimBelow,
    /// Diamond on the norm: a milestone that is reached.
    Milestone,
    /// Triangle on the axis: the part of the time that has passed.
    Passed,
    /// Arrow: the bar goes on beyond the scale.
    Beyond,
    /// Dotted line: the as-of date.
    AsOf,
    /// Dotted outline: asked for, and still to come.
    Later,
    /// Line: the course of a figure.
    Course,
    /// Line across: the target.
    Target,
}

/// The name of a row or a panel.
#[derive(Debug)]
pub struct Name {
    /// The action that it is about, where it is about one.
    pub action: Option<ActionNr>,
    /// The name.
    pub name: Sentence,
    /// What is said beside it in small.
    pub remark: Option<Sentence>,
    /// The codes of findings about it.
    pub codes: Vec<Code>,
}

/// What people who do not see a drawing are told of it: a sentence with the figures,
/// and the rest.
#[derive(Debug)]
pub struct Told {
    /// The figures.
    pub title: Sentence,
    /// The rest.
    pub more: Sentence,
}

/// Bars below each other on one scale.
#[derive(Debug)]
pub struct Bars {
    /// Where the scale ends; it begins at nothing.
    pub end: Decimal,
    /// What stands along the scale.
    pub labels: Vec<(Decimal, Sentence)>,
    /// The bars, in groups with or without a name.
    pub groups: Vec<BarGroup>,
}

/// Bars of one thing.
#[derive(Debug)]
pub struct BarGroup {
    /// The name over the bars; none where each bar has its own.
    pub name: Option<Name>,
    /// The bars.
    pub rows: Vec<BarRow>,
}

/// One bar, and what is said of it.
#[derive(Debug)]
pub struct BarRow {
    /// Its name.
    pub name: Name,
    /// Whether it is all of the rows above it together.
    pub is_total: bool,
    /// The figure beside it.
    pub figure: Sentence,
    /// The state beside it, in a word.
    pub state: Option<Term>,
    /// What is said under the figure.
    pub remark: Option<Sentence>,
    /// What is said under the bar.
    pub below: Option<Sentence>,
    /// Areas and lines from one value to another, drawn in this order.
    pub pieces: Vec<Piece>,
    /// Signs at one value.
    pub signs: Vec<(Mark, Decimal)>,
    /// What is told of it.
    pub told: Told,
}

/// A piece of a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// What it stands for.
    pub mark: Mark,
    /// Where it begins on the scale.
    pub from: Decimal,
    /// Where it ends on the scale.
    pub to: Decimal,
}

/// Panels of lines over time, all with the same days.
#[derive(Debug)]
pub struct Curves {
    /// The days from left to right.
    pub days: Period,
    /// The as-of date, where it lies inside.
    pub as_of: Option<Date>,
    /// The panels.
    pub panels: Vec<Panel>,
}

/// One panel: a line for each project year.
#[derive(Debug)]
pub struct Panel {
    /// Its name.
    pub name: Name,
    /// Where its scale ends; it begins at nothing.
    pub end: Decimal,
    /// What stands along the scale.
    pub labels: Vec<(Decimal, Sentence)>,
    /// The project years.
    pub stretches: Vec<Stretch>,
    /// What is told of it.
    pub told: Told,
}

/// The course of one project year.
#[derive(Debug)]
pub struct Stretch {
    /// Its name.
    pub name: Sentence,
    /// Its days.
    pub days: Period,
    /// What stands under its first day.
    pub begin: Sentence,
    /// The target and what stands at it.
    pub target: Option<(Decimal, Sentence)>,
    /// The figure at the end of each day given.
    pub points: Vec<(Date, Decimal)>,
    /// Whether the figure holds until the next point, as a state does.
    pub is_state: bool,
    /// What stands at the last point.
    pub last: Option<Sentence>,
    /// The interim date, the threshold and the figure then.
    pub interim: Option<InterimPost>,
}

/// The interim test in a panel.
#[derive(Debug, Clone, Copy)]
pub struct InterimPost {
    /// The day.
    pub date: Date,
    /// The threshold, in units.
    pub threshold: Decimal,
    /// The figure then and the mark for it, where it is known.
    pub figure: Option<(Mark, Decimal)>,
}

/// Strips over time, their height the amount, all on one scale.
#[derive(Debug)]
pub struct Strips {
    /// The days from left to right.
    pub days: Period,
    /// What stands along them.
    pub labels: Vec<(Date, Sentence)>,
    /// The as-of date, where it lies inside: what comes after is no vacancy.
    pub as_of: Option<Date>,
    /// The strips.
    pub rows: Vec<Strip>,
}

/// One strip, and what is said of it.
#[derive(Debug)]
pub struct Strip {
    /// Its name.
    pub name: Name,
    /// Whether it is all of the others together.
    pub is_total: bool,
    /// What was asked, each amount with its days.
    pub asked: Vec<(Period, Decimal)>,
    /// What was there, each amount with its days; none where nobody knows.
    pub there: Option<Vec<(Period, Decimal)>>,
    /// The figure beside it.
    pub figure: Sentence,
    /// What is said under the figure.
    pub remark: Option<Sentence>,
    /// What is told of it.
    pub told: Told,
}

/// A chart that is not drawn, because what it would show is unknown.
#[derive(Debug)]
pub struct Undrawn {
    /// Its name.
    pub name: Sentence,
    /// Why.
    pub why: Sentence,
    /// Key of the table that says more.
    pub table: &'static str,
}

//! A finding that somebody looked at and lets stand, as a dossier states it.

use super::Date;
use crate::source::Span;

/// An `[[accept]]`: which finding, why it may stand, and how long.
#[derive(Debug, Clone)]
pub struct Accept {
    /// The code of the finding.
    pub code: String,
    /// Its place as a finding tells it: a path, or a path with a line or a cell after a colon.
    pub place: String,
    /// The text at that place when it was accepted; any text when left out.
    pub text: Option<String>,
    /// Why it may stand.
    pub reason: String,
    /// The last day on which it holds; without end when left out.
    pub until: Option<Date>,
    /// Where the place is named.
    pub span: Span,
}

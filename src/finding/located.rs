//! A finding with its lines counted and its excerpts cut out: all that a
//! renderer needs, without the files.

use super::{About, Accepted, Code, Fault, Finding, Rule, Severity, Spot, Standing, Words, words};
use crate::model::Language;
use crate::source::{self, FileId, Sources};
use std::ops::Range;

/// A place as people look it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Path relative to the dossier's folder.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The cell, for CSV.
    pub cell: Option<String>,
    /// The line in TOML, the cell in CSV; none where it may not be shown.
    pub excerpt: Option<String>,
    /// The bytes of the excerpt that the finding is about.
    pub mark: Range<usize>,
}

/// A finding that is ready to be told.
#[derive(Debug)]
pub struct Located {
    pub(super) fault: Box<dyn Fault>,
    file: FileId,
    severity: Severity,
    /// Where it stands.
    pub place: Place,
    /// Other places that it is about.
    pub related: Vec<Place>,
    /// Whether the dossier accepts it.
    pub standing: Standing,
    /// Whether it makes the exit code 1 though it is no error.
    pub is_denied: bool,
}

impl Located {
    /// What all findings of its kind share.
    #[must_use]
    pub fn rule(&self) -> &'static Rule {
        self.fault.rule()
    }

    /// What of the account it is about.
    #[must_use]
    pub fn about(&self) -> Vec<About> {
        self.fault.about()
    }

    /// Whether it is about something of the account.
    #[must_use]
    pub fn is_about(&self, is_meant: &dyn Fn(&About) -> bool) -> bool {
        self.fault.is_about(is_meant)
    }

    /// Its code.
    #[must_use]
    pub fn code(&self) -> Code {
        self.fault.rule().code
    }

    /// Its weight: that of its rule, unless it was told to count otherwise.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// The same finding with another weight.
    #[must_use]
    pub fn weighing(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }

    /// Why it may stand, where the dossier accepts it.
    #[must_use]
    pub fn accepted(&self) -> Option<&Accepted> {
        match &self.standing {
            Standing::Accepted(accepted) => Some(accepted),
            Standing::Open | Standing::Lapsed(_) => None,
        }
    }

    /// Its words, with what no longer holds of its acceptance.
    #[must_use]
    pub fn words(&self, language: Language) -> Words {
        let mut words = words(self.fault.as_ref(), language);
        if let Standing::Lapsed(lapsed) = &self.standing {
            words.message += &format!("; {}", lapsed.words(language));
        }
        words
    }
}

/// Places all findings and puts them in order: by file as the dossier names
/// them, then line, column and code.
#[must_use]
pub fn locate(findings: Vec<Finding>, sources: &Sources) -> Vec<Located> {
    let placed = findings.into_iter().map(|it| located(it, sources));
    in_order(placed.collect())
}

/// The findings by file as the dossier names them, then line, column and code.
#[must_use]
pub fn in_order(mut findings: Vec<Located>) -> Vec<Located> {
    findings.sort_by_key(|it| (it.file, it.place.line, it.place.column, it.code()));
    findings
}

fn located(finding: Finding, sources: &Sources) -> Located {
    let hidden = finding.fault.is_private();
    let place = |spot: &Spot| {
        let mut place = place(spot, sources);
        if hidden {
            place.excerpt = None;
        }
        place
    };
    Located {
        place: place(&finding.spot),
        related: finding.related.iter().map(place).collect(),
        file: finding.spot.file(),
        severity: finding.severity(),
        standing: Standing::Open,
        is_denied: false,
        fault: finding.fault,
    }
}

fn place(spot: &Spot, sources: &Sources) -> Place {
    let path = sources.file(spot.file()).path.clone();
    match spot {
        Spot::File(_) => Place {
            path,
            line: 1,
            column: 1,
            cell: None,
            excerpt: None,
            mark: 0..0,
        },
        Spot::Cell(cell) => Place {
            path,
            line: cell.line,
            column: cell.column,
            cell: Some(cell.cell.clone()),
            excerpt: Some(cell.excerpt.clone()),
            mark: 0..cell.excerpt.len(),
        },
        Spot::Text(span) => {
            let text = &sources.file(span.file).text;
            let at = source::line_column(text.as_bytes(), span.start);
            let line = source::line_around(text.as_bytes(), span.start);
            let is_private = source::personal(text.get(line.clone()).unwrap_or_default()).is_some();
            let start = span.start.clamp(line.start, line.end);
            let end = span.end.clamp(start, line.end);
            let line = around(text, line, start..end);
            let end = end.clamp(start, line.end);
            Place {
                path,
                line: at.line,
                column: at.column,
                cell: None,
                excerpt: text
                    .get(line.clone())
                    .filter(|_| !is_private)
                    .map(ToOwned::to_owned),
                mark: start - line.start..end - line.start,
            }
        }
    }
}

/// Bytes of a line that an excerpt shows before and after what it is about.
const MOST_AROUND: usize = 200;

/// A line, or of a very long one what stands around `mark`.
fn around(text: &str, line: Range<usize>, mark: Range<usize>) -> Range<usize> {
    let start = line.start.max(mark.start.saturating_sub(MOST_AROUND));
    let end = line.end.min(mark.start.saturating_add(2 * MOST_AROUND));
    let start = (line.start..=start)
        .rev()
        .find(|at| text.is_char_boundary(*at));
    let end = (end..=line.end).find(|at| text.is_char_boundary(*at));
    start.unwrap_or(line.start)..end.unwrap_or(line.end)
}

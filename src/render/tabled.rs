//! Findings and sources as tables, for formats that know nothing else.

use crate::document::{Cell, Column, ColumnKind, Source, Table};
use crate::finding::{Located, Severity};
use crate::model::Language;
use crate::wording::terms::{self, Term};

/// The findings, a row each.
pub(super) fn findings(findings: &[Located], language: Language) -> Table {
    let columns = [
        (terms::CODE, ColumnKind::Text),
        (terms::SEVERITY, ColumnKind::Word),
        (terms::MESSAGE, ColumnKind::Text),
        (terms::PATH, ColumnKind::Text),
        (terms::LINE, ColumnKind::Count),
        (terms::COLUMN, ColumnKind::Count),
        (terms::CELL, ColumnKind::Text),
        (terms::HELP, ColumnKind::Text),
        (terms::ACCEPTED, ColumnKind::Text),
        (terms::ACCEPTED_UNTIL, ColumnKind::Date),
    ];
    let mut table = Table::new(terms::FINDINGS, columns.map(column).to_vec());
    table.rows = findings.iter().map(|it| finding(it, language)).collect();
    table
}

fn column((term, kind): (Term, ColumnKind)) -> Column {
    Column::new(term, kind)
}

fn finding(finding: &Located, language: Language) -> Vec<Cell> {
    let words = finding.words(language);
    let place = &finding.place;
    let accepted = finding.accepted();
    vec![
        Cell::Text(finding.code().key().to_owned()),
        Cell::Word(severity(finding.severity())),
        Cell::Text(words.message),
        Cell::Text(place.path.clone()),
        number(place.line),
        number(place.column),
        Cell::maybe(place.cell.clone(), Cell::Text),
        Cell::maybe(words.help, Cell::Text),
        Cell::maybe(accepted.map(|it| it.reason.clone()), Cell::Text),
        Cell::maybe(accepted.and_then(|it| it.until), Cell::Date),
    ]
}

fn severity(severity: Severity) -> Term {
    match severity {
        Severity::Error => terms::SEV_ERROR,
        Severity::Warning => terms::SEV_WARNING,
        Severity::Notice => terms::SEV_NOTICE,
    }
}

/// The files that a document was made from, a row each.
pub(super) fn sources(sources: &[Source]) -> Table {
    let columns = [
        (terms::PATH, ColumnKind::Text),
        (terms::SHA256, ColumnKind::Text),
        (terms::ROWS, ColumnKind::Count),
        (terms::SET_ASIDE, ColumnKind::Count),
    ];
    let mut table = Table::new(terms::SOURCES, columns.map(column).to_vec());
    table.rows = sources.iter().map(source).collect();
    table
}

fn source(source: &Source) -> Vec<Cell> {
    vec![
        Cell::Text(source.path.clone()),
        Cell::maybe(source.sha256.clone(), Cell::Text),
        Cell::maybe(source.rows, number),
        Cell::maybe(source.set_aside, number),
    ]
}

/// A count of lines or rows; no file has more of them than fit.
fn number(count: impl TryInto<i64>) -> Cell {
    Cell::Count(count.try_into().unwrap_or(i64::MAX))
}

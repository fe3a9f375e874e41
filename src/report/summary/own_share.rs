//! How the own share stands: which of the tested stretches is told of, in a sentence
//! and in a key figure.

mod figure;
mod sentence;

pub(super) use figure::fact;
pub(super) use sentence::sentence;

use crate::analysis::{Analysis, Cofinancing, CofinancingPeriod, CofinancingVerdict};
use crate::model::YearNr;
use crate::report::Asked;

/// The tested stretch that a council must know of: the one that falls short, else
/// one that is unknown, else one that still runs, else the last.
fn tested<'a>(analysis: &'a Analysis<'_>) -> Option<&'a Cofinancing> {
    weightiest(analysis.cofinancing.iter())
}

/// The same, of the years that are asked for where each is tested by itself.
fn tested_of<'a>(analysis: &'a Analysis<'_>, asked: &Asked<'_>) -> Option<&'a Cofinancing> {
    let shown = analysis.cofinancing.iter().filter(|row| shows(asked, row));
    weightiest(shown).or_else(|| tested(analysis))
}

fn weightiest<'a>(
    rows: impl DoubleEndedIterator<Item = &'a Cofinancing>,
) -> Option<&'a Cofinancing> {
    let weight = |row: &Cofinancing| match row.verdict {
        CofinancingVerdict::Short => 0,
        CofinancingVerdict::Unknown => 1,
        CofinancingVerdict::Running => 2,
        CofinancingVerdict::Met => 3,
    };
    let tested = rows.rev().filter(|row| row.is_tested);
    tested.min_by_key(|row| weight(row))
}

/// Whether a stretch is told of on this page; all years together always are.
fn shows(asked: &Asked<'_>, row: &Cofinancing) -> bool {
    year_of(row).is_none_or(|year| asked.shows(year))
}

/// Which year a stretch is; none for all together.
fn year_of(row: &Cofinancing) -> Option<YearNr> {
    match row.period {
        CofinancingPeriod::Year(year) => Some(year),
        CofinancingPeriod::All => None,
    }
}

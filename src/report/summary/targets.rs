//! How the targets stand: one sentence and one key figure on all that the page shows.

mod closed;
mod doubtful;
mod figure;
mod running;
mod sentence;
mod unclear;

pub(super) use figure::fact;

use crate::analysis::{ActionAttainment, Analysis, AttainmentStatus, is_over};
use crate::model::{Ratio, Share, Unknown, YearNr};
use crate::report::masthead::years_of_page;
use crate::report::{Asked, kpi};

/// How the targets stand.
#[derive(Debug, Clone, Default)]
pub(super) struct Targets {
    /// Years whose targets are closed.
    closed_years: Vec<YearNr>,
    closed: u64,
    reached: u64,
    /// Running targets and the years they run in.
    running: u64,
    running_years: Vec<YearNr>,
    lowest: Option<Ratio>,
    highest: Option<Ratio>,
    /// Reached targets that a doubtful count could change, and the counts.
    doubtful: u64,
    counts: Vec<i64>,
    /// Targets of which nobody can say how they stand.
    unknown: u64,
    why_unknown: Option<Unknown>,
}

impl Targets {
    /// How the targets of the years of the page stand.
    pub(super) fn of(analysis: &Analysis<'_>, asked: &Asked<'_>) -> Self {
        let years = years_of_page(analysis, asked);
        let rows: Vec<_> = analysis
            .attainment
            .iter()
            .filter(|row| years.contains(&row.year))
            .collect();
        let mut targets = Self::default();
        for row in &rows {
            targets.take(analysis, row);
        }
        targets.closed_years.dedup();
        targets.running_years.dedup();
        targets.why_unknown = rows.iter().find_map(|row| why_unknown(analysis, row));
        (targets.doubtful, targets.counts) = kpi::doubts(analysis, &rows);
        targets
    }

    fn take(&mut self, analysis: &Analysis<'_>, row: &ActionAttainment<'_>) {
        let Ok(ratio) = row.ratio else {
            self.unknown += 1;
            return;
        };
        match is_over(analysis.account, row.year) {
            Ok(true) => {
                self.closed += 1;
                self.reached += u64::from(row.status == AttainmentStatus::Reached);
                self.closed_years.push(row.year);
            }
            Ok(false) => {
                self.running += 1;
                self.running_years.push(row.year);
            }
            Err(_) => {
                self.unknown += 1;
                return;
            }
        }
        self.stretch(ratio);
    }

    /// Widens what lies between the lowest and the highest.
    fn stretch(&mut self, ratio: Ratio) {
        let below =
            |one: Ratio, other: Ratio| one.part() * other.whole() < other.part() * one.whole();
        if self.lowest.is_none_or(|lowest| below(ratio, lowest)) {
            self.lowest = Some(ratio);
        }
        if self.highest.is_none_or(|highest| below(highest, ratio)) {
            self.highest = Some(ratio);
        }
    }
}

/// Why nobody can say how a target stands.
fn why_unknown(analysis: &Analysis<'_>, row: &ActionAttainment<'_>) -> Option<Unknown> {
    let figures = row
        .reached
        .clone()
        .err()
        .or_else(|| row.target.clone().err());
    figures.or_else(|| is_over(analysis.account, row.year).err())
}

/// All of a target, as what a rounded percentage may not reach from below.
fn full() -> Vec<Share> {
    Share::new(1, 1).into_iter().collect()
}

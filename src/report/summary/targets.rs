//! How the targets stand: one sentence and one key figure on all that the page shows.

mod closed;
mod doubtful;
mod figure;
mod none;
mod running;
mod sentence;
mod unclear;

pub(super) use figure::fact;

use crate::analysis::{ActionAttainment, Analysis, AttainmentStatus, is_over};
use crate::finding::{About, Code, Located};
use crate::model::{Ratio, Share, Unknown, YearNr};
use crate::report::Asked;
use crate::report::kpi::{DoubtfulTarget, doubtful_targets};
use crate::report::masthead::years_of_page;

/// How the targets stand.
#[derive(Debug, Clone, Default)]
pub(super) struct Targets {
    /// The years of the page.
    years: Vec<YearNr>,
    /// Whether the dossier names actions, in whatever year.
    has_actions: bool,
    /// Years whose targets are closed.
    closed_years: Vec<YearNr>,
    closed: u64,
    reached: u64,
    /// Running targets and the years they run in.
    running: u64,
    running_years: Vec<YearNr>,
    /// How many of the running ones are targets of zero, that have no percentage.
    running_zero: u64,
    lowest: Option<Ratio>,
    highest: Option<Ratio>,
    /// Reached targets that a doubtful count could change.
    doubtful_closed: Vec<DoubtfulTarget>,
    doubtful_running: Vec<DoubtfulTarget>,
    /// The findings on the same people that are told of those.
    codes: Vec<Code>,
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
        let mut targets = Self {
            has_actions: !analysis.account.dossier.actions.is_empty(),
            years,
            ..Self::default()
        };
        for row in &rows {
            targets.take(analysis, row);
        }
        targets.closed_years.dedup();
        targets.running_years.dedup();
        targets.why_unknown = rows.iter().find_map(|row| why_unknown(analysis, row));
        let doubtful = doubtful_targets(analysis, &rows);
        targets.codes = codes(asked, &doubtful);
        for target in doubtful {
            match is_over(analysis.account, target.year) {
                Ok(true) => targets.doubtful_closed.push(target),
                Ok(false) => targets.doubtful_running.push(target),
                Err(_) => {}
            }
        }
        targets
    }

    fn take(&mut self, analysis: &Analysis<'_>, row: &ActionAttainment<'_>) {
        match is_over(analysis.account, row.year) {
            Ok(is_over) if row.status != AttainmentStatus::Unknown => {
                self.take_known(row, is_over);
            }
            _ => self.unknown += 1,
        }
    }

    fn take_known(&mut self, row: &ActionAttainment<'_>, is_over: bool) {
        if is_over {
            self.closed += 1;
            self.reached += u64::from(row.status == AttainmentStatus::Reached);
            self.closed_years.push(row.year);
        } else {
            self.running += 1;
            self.running_years.push(row.year);
            self.running_zero += u64::from(row.ratio.is_err());
        }
        if let Ok(ratio) = row.ratio {
            self.stretch(ratio);
        }
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

/// The codes that are told of these targets: whether people stand under several
/// actions.
fn codes(asked: &Asked<'_>, targets: &[DoubtfulTarget]) -> Vec<Code> {
    let is_meant = |about: &About| {
        targets
            .iter()
            .any(|it| *about == About::Action(it.year, it.action))
    };
    let mut codes: Vec<Code> = asked
        .findings
        .iter()
        .filter(|it| matches!(it.code(), Code::K04 | Code::K08) && it.accepted().is_none())
        .filter(|it| it.about().iter().any(is_meant))
        .map(Located::code)
        .collect();
    codes.sort_unstable();
    codes.dedup();
    codes
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

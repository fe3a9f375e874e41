//! What the figures of the chart on targets say, in one line.

use super::says::full;
use crate::analysis::{ActionAttainment, Analysis, AttainmentStatus, is_over};
use crate::model::Ratio;
use crate::report::kpi::{Doubling, doubtful_targets};
use crate::wording::{Sentence, capital, dutch, english, saying};

/// How the targets stand.
#[derive(Debug, Default)]
struct Stand {
    closed: u64,
    reached: u64,
    /// Closed targets that a count that may stand twice decides.
    doubtful: u64,
    /// Whether the dossier declares all of those counts double.
    is_declared: bool,
    /// Running targets, the lowest first.
    running: Vec<Ratio>,
    unknown: u64,
}

/// The heading.
pub(super) fn heading(analysis: &Analysis<'_>, rows: &[&ActionAttainment<'_>]) -> Sentence {
    let mut stand = Stand::default();
    let mut closed: Vec<&ActionAttainment<'_>> = Vec::new();
    for row in rows {
        match (row.status, is_over(analysis.account, row.year), &row.ratio) {
            (AttainmentStatus::Unknown, ..) | (_, Err(_), _) => stand.unknown += 1,
            (_, Ok(true), _) => closed.push(row),
            (_, Ok(false), Ok(ratio)) => stand.running.push(*ratio),
            (_, Ok(false), Err(_)) => stand.unknown += 1,
        }
    }
    let is_reached = |row: &&&ActionAttainment<'_>| row.status == AttainmentStatus::Reached;
    let number = |rows: usize| u64::try_from(rows).unwrap_or(u64::MAX);
    stand.closed = number(closed.len());
    stand.reached = number(closed.iter().filter(is_reached).count());
    let doubtful = doubtful_targets(analysis, &closed);
    stand.doubtful = number(doubtful.len());
    stand.is_declared = doubtful.iter().all(|it| it.doubling == Doubling::Declared);
    stand
        .running
        .sort_by(|one, other| (one.part() * other.whole()).cmp(&(other.part() * one.whole())));
    saying(stand, Stand::dutch, Stand::english)
}

impl Stand {
    /// Whether there is nothing beside the targets that are closed.
    fn is_all(&self) -> bool {
        self.running.is_empty() && self.unknown == 0
    }

    fn dutch(&self) -> String {
        let closed = match (self.closed, self.reached) {
            (0, _) => String::new(),
            (1, 1) if self.is_all() => "Het KPI-doel is bereikt".to_owned(),
            (1, _) if self.is_all() => "Het KPI-doel is niet bereikt".to_owned(),
            (1, 1) => "Het ene afgesloten KPI-doel is bereikt".to_owned(),
            (1, _) => "Het ene afgesloten KPI-doel is niet bereikt".to_owned(),
            (closed, reached) if closed == reached && self.is_all() => {
                format!("Alle {closed} KPI-doelen bereikt")
            }
            (closed, reached) => format!("{reached} van {closed} afgesloten KPI-doelen bereikt"),
        };
        let doubtful = match self.doubtful {
            0 => String::new(),
            doubtful if self.is_declared => {
                format!("{doubtful} ervan alleen door dubbels, volgens het dossier")
            }
            doubtful => format!("{doubtful} ervan misschien alleen door dubbels"),
        };
        let running = match &self.running[..] {
            [] => String::new(),
            [one] => format!("1 lopend doel op {}", dutch::percent(*one, &full())),
            [low, .., high] => format!(
                "{} lopende doelen tussen {} en {}",
                self.running.len(),
                dutch::percent(*low, &full()),
                dutch::percent(*high, &full())
            ),
        };
        let unknown = match self.unknown {
            0 => String::new(),
            unknown => format!("{unknown} onbekend"),
        };
        together(
            &[closed, doubtful, running, unknown],
            "Bereikt tegenover het doel",
        )
    }

    fn english(&self) -> String {
        let closed = match (self.closed, self.reached) {
            (0, _) => String::new(),
            (1, 1) if self.is_all() => "The KPI target has been reached".to_owned(),
            (1, _) if self.is_all() => "The KPI target has not been reached".to_owned(),
            (1, 1) => "The one closed KPI target has been reached".to_owned(),
            (1, _) => "The one closed KPI target has not been reached".to_owned(),
            (closed, reached) if closed == reached && self.is_all() => {
                format!("All {closed} KPI targets reached")
            }
            (closed, reached) => format!("{reached} of {closed} closed KPI targets reached"),
        };
        let doubtful = match self.doubtful {
            0 => String::new(),
            doubtful if self.is_declared => {
                format!("{doubtful} of them only by doubles, according to the dossier")
            }
            doubtful => format!("{doubtful} of them perhaps only by doubles"),
        };
        let running = match &self.running[..] {
            [] => String::new(),
            [one] => format!("1 running target at {}", english::percent(*one, &full())),
            [low, .., high] => format!(
                "{} running targets between {} and {}",
                self.running.len(),
                english::percent(*low, &full()),
                english::percent(*high, &full())
            ),
        };
        let unknown = match self.unknown {
            0 => String::new(),
            unknown => format!("{unknown} unknown"),
        };
        together(
            &[closed, doubtful, running, unknown],
            "Reached against target",
        )
    }
}

fn together(parts: &[String], without: &str) -> String {
    let parts = parts.iter().map(String::as_str);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    if parts.is_empty() {
        return without.to_owned();
    }
    capital(&parts.join("; "))
}

//! What the figures of the chart on targets say, in one line.

use super::says::full;
use crate::analysis::{ActionAttainment, Analysis, AttainmentStatus, is_over};
use crate::model::Ratio;
use crate::report::kpi::doubts;
use crate::wording::{Sentence, dutch, english, saying};

/// How the targets stand.
#[derive(Debug, Default)]
struct Stand {
    closed: u64,
    reached: u64,
    /// Running targets, the lowest first.
    running: Vec<Ratio>,
    doubtful: u64,
}

/// The heading.
pub(super) fn heading(analysis: &Analysis<'_>, rows: &[&ActionAttainment<'_>]) -> Sentence {
    let mut stand = Stand {
        doubtful: doubts(analysis, rows).0,
        ..Stand::default()
    };
    for row in rows {
        let Ok(ratio) = row.ratio.clone() else {
            continue;
        };
        match is_over(analysis.account, row.year) {
            Ok(true) => {
                stand.closed += 1;
                stand.reached += u64::from(row.status == AttainmentStatus::Reached);
            }
            Ok(false) => stand.running.push(ratio),
            Err(_) => {}
        }
    }
    stand
        .running
        .sort_by(|one, other| (one.part() * other.whole()).cmp(&(other.part() * one.whole())));
    saying(stand, Stand::dutch, Stand::english)
}

impl Stand {
    fn dutch(&self) -> String {
        let closed = match (self.closed, self.reached) {
            (0, _) => String::new(),
            (1, 1) => "Het KPI-doel is bereikt".to_owned(),
            (1, _) => "Het KPI-doel is niet bereikt".to_owned(),
            (closed, reached) if closed == reached => format!("Alle {closed} KPI-doelen bereikt"),
            (closed, reached) => format!("{reached} van {closed} afgesloten KPI-doelen bereikt"),
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
        let doubtful = match self.doubtful {
            0 => String::new(),
            doubtful => format!("{doubtful} ervan misschien alleen door dubbels"),
        };
        together(&[closed, running, doubtful], "Bereikt tegenover het doel")
    }

    fn english(&self) -> String {
        let closed = match (self.closed, self.reached) {
            (0, _) => String::new(),
            (1, 1) => "The KPI target has been reached".to_owned(),
            (1, _) => "The KPI target has not been reached".to_owned(),
            (closed, reached) if closed == reached => format!("All {closed} KPI targets reached"),
            (closed, reached) => format!("{reached} of {closed} closed KPI targets reached"),
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
        let doubtful = match self.doubtful {
            0 => String::new(),
            doubtful => format!("{doubtful} of them perhaps only by doubles"),
        };
        together(&[closed, running, doubtful], "Reached against target")
    }
}

fn together(parts: &[String], without: &str) -> String {
    let parts = parts.iter().map(String::as_str);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    if parts.is_empty() {
        return without.to_owned();
    }
    let line = parts.join("; ");
    let mut rest = line.chars();
    let first = rest.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(rest).collect()
}

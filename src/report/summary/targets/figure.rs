//! The key figure on the targets: how many were reached, and how far they lie apart.

use super::doubtful::number_of;
use super::{Targets, full};
use crate::document::Fact;
use crate::report::kpi::Doubling;
use crate::wording::{Both, Say, dutch, english};

/// The key figure on the targets.
pub(in crate::report::summary) fn fact(targets: Targets) -> Fact {
    Fact {
        name: Box::new(TARGETS),
        figure: Some(Box::new(TargetsFigure(targets.clone()))),
        codes: targets.codes.clone(),
        remark: Box::new(TargetsRemark(targets)),
    }
}

const TARGETS: Both = Both {
    nl: "KPI-doelen",
    en: "KPI targets",
};

#[derive(Debug)]
struct TargetsFigure(Targets);

impl Say for TargetsFigure {
    fn dutch(&self) -> String {
        match (self.0.closed, self.0.running) {
            (0, 0) if self.0.unknown == 0 => "geen".to_owned(),
            (0, 0) => "onbekend".to_owned(),
            (0, running) => dutch::plural(running, "lopend", "lopend"),
            (closed, _) => format!("{} van {closed} bereikt", self.0.reached),
        }
    }
    fn english(&self) -> String {
        match (self.0.closed, self.0.running) {
            (0, 0) if self.0.unknown == 0 => "none".to_owned(),
            (0, 0) => "unknown".to_owned(),
            (0, running) => format!("{running} running"),
            (closed, _) => format!("{} of {closed} reached", self.0.reached),
        }
    }
}

#[derive(Debug)]
struct TargetsRemark(Targets);

impl Say for TargetsRemark {
    fn dutch(&self) -> String {
        let between = match (self.0.lowest, self.0.highest) {
            (Some(low), Some(high)) if low != high => format!(
                "{} tot {}",
                dutch::percent(low, &full()),
                dutch::percent(high, &full())
            ),
            (Some(one), _) => dutch::percent(one, &full()),
            _ if self.0.is_known() => "doel 0".to_owned(),
            _ => match &self.0.why_unknown {
                Some(why) => return why.dutch(),
                None => return String::new(),
            },
        };
        let mut parts = vec![between];
        for (number, is_beside, doubling) in self.0.doubtful() {
            let running = if is_beside { " lopend" } else { "" };
            parts.push(match doubling {
                Doubling::Declared => format!("{number}{running} dubbel volgens het dossier"),
                Doubling::Possible => format!("{number}{running} misschien dubbel"),
            });
        }
        if self.0.unknown > 0 {
            parts.push(format!("{} onbekend", self.0.unknown));
        }
        parts.join("; ")
    }

    fn english(&self) -> String {
        let between = match (self.0.lowest, self.0.highest) {
            (Some(low), Some(high)) if low != high => format!(
                "{} to {}",
                english::percent(low, &full()),
                english::percent(high, &full())
            ),
            (Some(one), _) => english::percent(one, &full()),
            _ if self.0.is_known() => "target 0".to_owned(),
            _ => match &self.0.why_unknown {
                Some(why) => return why.english(),
                None => return String::new(),
            },
        };
        let mut parts = vec![between];
        for (number, is_beside, doubling) in self.0.doubtful() {
            let running = if is_beside { " running" } else { "" };
            parts.push(match doubling {
                Doubling::Declared => format!("{number}{running} double according to the dossier"),
                Doubling::Possible => format!("{number}{running} possibly double"),
            });
        }
        if self.0.unknown > 0 {
            parts.push(format!("{} unknown", self.0.unknown));
        }
        parts.join("; ")
    }
}

impl Targets {
    /// Whether the stand of some target is known.
    fn is_known(&self) -> bool {
        self.closed + self.running > 0
    }

    /// How many are doubtful in each way, and whether they run beside closed ones.
    fn doubtful(&self) -> impl Iterator<Item = (usize, bool, Doubling)> {
        let stretches = [
            (&self.doubtful_closed, false),
            (&self.doubtful_running, self.closed > 0),
        ];
        stretches
            .into_iter()
            .flat_map(|(targets, is_beside)| {
                [Doubling::Declared, Doubling::Possible]
                    .map(|doubling| (number_of(targets, doubling), is_beside, doubling))
            })
            .filter(|(number, ..)| *number > 0)
    }
}

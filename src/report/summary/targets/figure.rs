//! The key figure on the targets: how many were reached, and how far they lie apart.

use super::{Targets, full};
use crate::document::Fact;
use crate::finding::Code;
use crate::wording::{Both, Say, dutch, english};

/// The key figure on the targets.
pub(in crate::report::summary) fn fact(targets: Targets) -> Fact {
    let doubt = if targets.doubtful > 0 {
        vec![Code::K08]
    } else {
        Vec::new()
    };
    Fact {
        name: Box::new(TARGETS),
        figure: Some(Box::new(TargetsFigure(targets.clone()))),
        remark: Box::new(TargetsRemark(targets)),
        codes: doubt,
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
            (0, 0) => "onbekend".to_owned(),
            (0, running) => dutch::plural(running, "lopend", "lopend"),
            (closed, _) => format!("{} van {closed} bereikt", self.0.reached),
        }
    }
    fn english(&self) -> String {
        match (self.0.closed, self.0.running) {
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
        let mut text = match (self.0.lowest, self.0.highest) {
            (Some(low), Some(high)) if low != high => format!(
                "{} tot {}",
                dutch::percent(low, &full()),
                dutch::percent(high, &full())
            ),
            (Some(one), _) => dutch::percent(one, &full()),
            _ => self
                .0
                .why_unknown
                .as_ref()
                .map(Say::dutch)
                .unwrap_or_default(),
        };
        if self.0.doubtful > 0 {
            text += &format!("; {} misschien dubbel", self.0.doubtful);
        }
        if self.0.unknown > 0 && self.0.lowest.is_some() {
            text += &format!("; {} onbekend", self.0.unknown);
        }
        text
    }
    fn english(&self) -> String {
        let mut text = match (self.0.lowest, self.0.highest) {
            (Some(low), Some(high)) if low != high => format!(
                "{} to {}",
                english::percent(low, &full()),
                english::percent(high, &full())
            ),
            (Some(one), _) => english::percent(one, &full()),
            _ => self
                .0
                .why_unknown
                .as_ref()
                .map(Say::english)
                .unwrap_or_default(),
        };
        if self.0.doubtful > 0 {
            text += &format!("; {} possibly double", self.0.doubtful);
        }
        if self.0.unknown > 0 && self.0.lowest.is_some() {
            text += &format!("; {} unknown", self.0.unknown);
        }
        text
    }
}

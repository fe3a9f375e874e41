//! How the actions of a year stood at the interim date.

use super::has_figures;
use crate::analysis::{ActionAttainment, Analysis, InterimStatus};
use crate::model::{ActionNr, Date, Ratio, Share, Unknown};
use crate::wording::{Say, dutch, english};

/// How the actions of a year stood at the interim date.
#[derive(Debug)]
pub(super) struct AtInterim {
    date: Date,
    threshold: Share,
    judged: Vec<(ActionNr, Ratio, bool)>,
    unknown: Vec<ActionNr>,
    /// The one reason, where all are unknown for it.
    why: Option<Unknown>,
}

/// The note on the rows of one year; none before the interim date has come.
pub(super) fn at_interim(
    analysis: &Analysis<'_>,
    rows: &[&ActionAttainment<'_>],
) -> Option<AtInterim> {
    let threshold = analysis.account.scheme.interim_threshold?;
    let date = rows.first()?.interim.date?;
    let today = analysis.account.today().ok()?;
    let judged_rows: Vec<_> = rows
        .iter()
        .filter(|row| row.interim.status != InterimStatus::Exempt && has_figures(row))
        .copied()
        .collect();
    if today < date || judged_rows.is_empty() {
        return None;
    }
    let mut note = AtInterim {
        date,
        threshold,
        judged: Vec::new(),
        unknown: Vec::new(),
        why: None,
    };
    for row in &judged_rows {
        note.take(row);
    }
    if note.judged.is_empty() {
        note.why = one_reason(&judged_rows);
    }
    Some(note)
}

impl AtInterim {
    fn take(&mut self, row: &ActionAttainment<'_>) {
        let action = row.action.nr;
        match (&row.interim.reached, &row.interim.ratio) {
            (Ok(_), Ok(ratio)) => {
                let reaches = ratio.reaches(self.threshold);
                self.judged.push((action, *ratio, reaches));
            }
            _ => self.unknown.push(action),
        }
    }
}

/// Why all of these are unknown, where it is the same for each.
fn one_reason(rows: &[&ActionAttainment<'_>]) -> Option<Unknown> {
    let why = |row: &ActionAttainment<'_>| row.interim.reached.clone().err();
    let first = why(rows.first()?);
    rows.iter()
        .all(|row| why(row) == first)
        .then_some(first)
        .flatten()
}

impl Say for AtInterim {
    fn dutch(&self) -> String {
        let mut parts = self.judged_in_dutch();
        parts.extend(self.unknown_in_dutch());
        let (date, threshold) = (dutch::date(self.date), dutch::share(self.threshold));
        format!(
            "Op {date}: {}; de drempel is {threshold} van het doel.",
            parts.join("; ")
        )
    }

    fn english(&self) -> String {
        let mut parts = self.judged_in_english();
        parts.extend(self.unknown_in_english());
        let (date, threshold) = (english::date(self.date), english::share(self.threshold));
        format!(
            "On {date}: {}; the threshold is {threshold} of the target.",
            parts.join("; ")
        )
    }
}

/// The actions that are known.
impl AtInterim {
    fn judged_in_dutch(&self) -> Vec<String> {
        let one = |(action, ratio, reached): &(ActionNr, Ratio, bool)| {
            let below = if *reached { "" } else { ", onder de drempel" };
            let percent = dutch::percent(*ratio, &[self.threshold]);
            format!("actie {action} {percent}{below}")
        };
        self.judged.iter().map(one).collect()
    }

    fn judged_in_english(&self) -> Vec<String> {
        let one = |(action, ratio, reached): &(ActionNr, Ratio, bool)| {
            let below = if *reached {
                ""
            } else {
                ", below the threshold"
            };
            let percent = english::percent(*ratio, &[self.threshold]);
            format!("action {action} {percent}{below}")
        };
        self.judged.iter().map(one).collect()
    }
}

/// The actions that are not.
impl AtInterim {
    fn unknown_in_dutch(&self) -> Option<String> {
        match &self.why {
            Some(Unknown::NoRowByInterim(_)) => Some(
                "onbekend, geen enkele rij van deze acties is tot en met die dag gedateerd"
                    .to_owned(),
            ),
            Some(why) => Some(format!("onbekend, {}", why.dutch())),
            None => (!self.unknown.is_empty())
                .then(|| format!("{} onbekend", dutch::actions(&self.unknown))),
        }
    }

    fn unknown_in_english(&self) -> Option<String> {
        match &self.why {
            Some(Unknown::NoRowByInterim(_)) => {
                Some("unknown, no row of these actions is dated up to that day".to_owned())
            }
            Some(why) => Some(format!("unknown, {}", why.english())),
            None => (!self.unknown.is_empty())
                .then(|| format!("{} unknown", english::actions(&self.unknown))),
        }
    }
}

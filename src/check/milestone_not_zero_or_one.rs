//! K06: a milestone with another count than 0 or 1 on a day.

use super::ActionName;
use crate::analysis::{ActionAttainment, Analysis};
use crate::finding::{About, Code, Fault, Finding, Rule, Severity, Words};
use crate::model::{Date, KpiKind, YearNr};
use crate::wording::{Both, dutch, english};

/// A milestone with another count than 0 or 1 on a day.
#[derive(Debug)]
pub struct MilestoneNotZeroOrOne {
    /// The action.
    pub action: ActionName,
    /// The project year.
    pub year: YearNr,
    /// The first such day, and its count.
    pub first: (Date, i64),
    /// How many more such days there are.
    pub more: u64,
    /// Whether another day shows that it was reached.
    pub is_reached: bool,
}

pub(super) static RULE: Rule = Rule {
    code: Code::K06,
    severity: Severity::Error,
    name: Both {
        nl: "een mijlpaal met een ander aantal dan 0 of 1",
        en: "a milestone with another count than 0 or 1",
    },
    why: Both {
        nl: "Een mijlpaal, zoals een actieplan, is bereikt of niet. Een 3 kan betekenen dat er iets anders \
             geteld is, of dat de rij bij een andere actie hoort.",
        en: "A milestone, such as an action plan, is reached or not. A 3 may mean that something else was \
             counted, or that the row belongs to another action.",
    },
    example: "datum;actie;aantal\n19/06/2023;2;3",
    repair: Both {
        nl: "Schrijf één rij met 1 op de dag dat de mijlpaal bereikt is. Rijen van dezelfde dag worden opgeteld.",
        en: "Write one row with 1 on the day the milestone was reached. Rows of the same day are added.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let milestones = analysis
        .attainment
        .iter()
        .filter(|row| row.kind == KpiKind::Milestone);
    milestones
        .filter_map(|row| {
            Some(Finding::new(
                facts(analysis, row)?,
                row.in_year.target_span(),
            ))
        })
        .collect()
}

fn facts(analysis: &Analysis<'_>, row: &ActionAttainment<'_>) -> Option<MilestoneNotZeroOrOne> {
    let period = analysis.account.scheme.period(row.year)?;
    let tallies = &analysis.account.tallies;
    let marks = tallies.marks(row.action.nr, period.start, period.end);
    let mut odd: Vec<(Date, i64)> = marks
        .filter(|(_, _, count)| !(0..=1).contains(count))
        .map(|(_, date, count)| (date, count))
        .collect();
    odd.sort_unstable();
    let mut odd = odd.into_iter();
    Some(MilestoneNotZeroOrOne {
        action: ActionName::of(row.action),
        year: row.year,
        first: odd.next()?,
        more: odd.map(|_| 1).sum(),
        is_reached: row.reached.is_ok(),
    })
}

impl Fault for MilestoneNotZeroOrOne {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn about(&self) -> Vec<About> {
        vec![About::Action(self.year, self.action.nr)]
    }

    fn tells_counts(&self) -> bool {
        true
    }

    fn dutch(&self) -> Words {
        let (date, count) = self.first;
        let more = match self.more {
            0 => String::new(),
            more => format!(", en zo nog {}", dutch::plural(more, "dag", "dagen")),
        };
        Words::new(format!(
            "mijlpaal met een ander aantal dan 0 of 1: {}, {} op {}{more}",
            self.action.dutch(),
            dutch::signed_count(count),
            dutch::date(date),
        ))
        .label(format!("in projectjaar {} bereikt of niet", self.year))
        .consequence(if self.is_reached {
            "de mijlpaal telt als bereikt, door een andere dag"
        } else {
            "of de mijlpaal bereikt is, blijft onbekend"
        })
        .help("schrijf één rij met 1 op de dag dat ze bereikt is")
    }

    fn english(&self) -> Words {
        let (date, count) = self.first;
        let more = match self.more {
            0 => String::new(),
            more => format!(", and {} more", english::plural(more, "day", "days")),
        };
        Words::new(format!(
            "milestone with another count than 0 or 1: {}, {} on {}{more}",
            self.action.english(),
            english::signed_count(count),
            english::date(date),
        ))
        .label(format!("reached or not in project year {}", self.year))
        .consequence(if self.is_reached {
            "the milestone counts as reached, by another day"
        } else {
            "whether the milestone was reached stays unknown"
        })
        .help("write one row with 1 on the day it was reached")
    }
}

//! K02: too little of the target was reached at the interim date.

use super::ActionName;
use super::missed_target::whole;
use crate::analysis::{ActionAttainment, Analysis, InterimStatus, is_over};
use crate::finding::{About, Code, Fault, Finding, Rule, Severity, Words};
use crate::model::{Date, Ratio, Share, YearNr};
use crate::wording::{Both, dutch, english};

/// Too little of the target was reached at the interim date.
#[derive(Debug)]
pub struct InterimBelowThreshold {
    /// The action.
    pub action: ActionName,
    /// The project year.
    pub year: YearNr,
    /// The last day of the interim period.
    pub date: Date,
    /// What was reached by then.
    pub reached: i64,
    /// The target of the whole year.
    pub target: u64,
    /// The one out of the other.
    pub ratio: Ratio,
    /// The part that was to be reached.
    pub threshold: Share,
}

pub(super) static RULE: Rule = Rule {
    code: Code::K02,
    severity: Severity::Warning,
    name: Both {
        nl: "een tussentijds cijfer onder de drempel",
        en: "an interim figure below the threshold",
    },
    why: Both {
        nl: "De regeling verwacht dat op de tussentijdse datum een eerste deel van het doel bereikt is. \
             Wie daaronder blijft, moet uitleggen hoe het doel nog gehaald wordt. Is het projectjaar \
             voorbij, dan telt alleen nog het doel zelf.",
        en: "The scheme expects a first part of the target to be reached at the interim date. Whoever \
             stays below it has to explain how the target will still be met. Once the project year is \
             over, only the target itself counts.",
    },
    example: "datum;actie;aantal\n15/03/2023;5;10",
    repair: Both {
        nl: "Vul de rijen aan die in het logboek ontbreken, of bereid de motivering voor: wat gebeurt er \
             nog, en op welke datum.",
        en: "Add the rows that are missing from the log, or prepare the explanation: what will still \
             happen, and on which date.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let running = |row: &&ActionAttainment<'_>| is_over(analysis.account, row.year) == Ok(false);
    analysis
        .attainment
        .iter()
        .filter(|row| row.interim.status == InterimStatus::Below && row.set_aside == 0)
        .filter(running)
        .filter_map(|row| {
            let threshold = analysis.account.scheme.interim_threshold?;
            Some(Finding::new(
                facts(row, threshold)?,
                row.in_year.target_span(),
            ))
        })
        .collect()
}

fn facts(row: &ActionAttainment<'_>, threshold: Share) -> Option<InterimBelowThreshold> {
    Some(InterimBelowThreshold {
        action: ActionName::of(row.action),
        year: row.year,
        date: row.interim.date?,
        reached: row.interim.reached.clone().ok()?,
        target: row.target.clone().ok()?,
        ratio: row.interim.ratio.clone().ok()?,
        threshold,
    })
}

impl InterimBelowThreshold {
    fn thresholds(&self) -> Vec<Share> {
        whole().into_iter().chain([self.threshold]).collect()
    }
}

impl Fault for InterimBelowThreshold {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn about(&self) -> Vec<About> {
        vec![About::Action(self.year, self.action.nr)]
    }

    fn dutch(&self) -> Words {
        Words::new(format!(
            "tussentijds onder de drempel: {}, {} van {} op {}",
            self.action.dutch(),
            dutch::signed_count(self.reached),
            dutch::count(self.target),
            dutch::date(self.date),
        ))
        .label(format!(
            "{}, de drempel is {}",
            dutch::percent(self.ratio, &self.thresholds()),
            dutch::share(self.threshold),
        ))
        .help("leg uit wat er nog gebeurt en op welke datum, of vul ontbrekende rijen aan")
    }

    fn english(&self) -> Words {
        Words::new(format!(
            "below the interim threshold: {}, {} of {} on {}",
            self.action.english(),
            english::signed_count(self.reached),
            english::count(self.target),
            english::date(self.date),
        ))
        .label(format!(
            "{}, the threshold is {}",
            english::percent(self.ratio, &self.thresholds()),
            english::share(self.threshold),
        ))
        .help("explain what will still happen and on which date, or add missing rows")
    }
}

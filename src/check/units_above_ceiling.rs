//! G03: more units are subsidised than the scheme's ceiling, of an action or of a group.

use super::{ActionName, award_above_ceiling};
use crate::analysis::{ActionAward, Analysis, groups_above_ceiling};
use crate::finding::{About, Code, Fault, Finding, Rule, Severity, Words};
use crate::model::{InTwoLanguages, Units, YearNr};
use crate::wording::{Both, dutch, english, visible};

/// More units are subsidised than the scheme's ceiling.
#[derive(Debug)]
pub struct UnitsAboveCeiling {
    /// The action.
    pub action: ActionName,
    /// The project year.
    pub year: YearNr,
    /// The group; none for the action as a whole.
    pub group: Option<InTwoLanguages>,
    /// The units.
    pub units: Units,
    /// The most that are subsidised.
    pub ceiling: Units,
}

pub(super) static RULE: Rule = Rule {
    code: Code::G03,
    severity: Severity::Warning,
    name: Both {
        nl: "meer gesubsidieerde eenheden dan het plafond",
        en: "more subsidised units than the ceiling",
    },
    why: Both {
        nl: "De regeling betaalt per actie, en soms per doelgroep, niet meer dan een aantal eenheden. Het doel \
             zelf mag hoger zijn: het telt ook wat er al was.",
        en: "The scheme pays no more than a number of units for an action, and sometimes for a group. The \
             target itself may be higher: it also counts what was there before.",
    },
    example: "target = 300\ngroups = { professionals = 100, citizens = 200 }\naward = 27_000",
    repair: Both {
        nl: "Vergelijk doel, huidig bereik en doelgroepen met de toekenningsbrief. Klopt alles, dan telt de brief.",
        en: "Compare target, current reach and groups with the grant letter. If all is right, the letter counts.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let rows = analysis.awards.iter();
    rows.filter(|row| !award_above_ceiling::holds(row))
        .flat_map(|row| of_action(row).into_iter().chain(of_groups(row)))
        .collect()
}

/// Whether the action as a whole is above its ceiling in units.
pub(super) fn holds(row: &ActionAward<'_>) -> bool {
    above(row).is_some()
}

/// Units and ceiling. Where the scheme states a ceiling in euro as well, that one decides.
fn above(row: &ActionAward<'_>) -> Option<(Units, Units)> {
    let rate = row.rate.filter(|rate| rate.ceiling.is_none())?;
    row.in_year.award?;
    let units = row.subsidised_units.clone().ok()?;
    let ceiling = rate.ceiling_units?;
    (units > ceiling).then_some((units, ceiling))
}

fn of_action(row: &ActionAward<'_>) -> Option<Finding> {
    let (units, ceiling) = above(row)?;
    let fault = facts(row, None, units, ceiling);
    Some(Finding::new(fault, row.in_year.target_span()))
}

fn of_groups(row: &ActionAward<'_>) -> Vec<Finding> {
    groups_above_ceiling(row)
        .map(|(group, target, ceiling)| {
            let units = Units::whole(target.value);
            let fault = facts(row, Some(group.title.clone()), units, ceiling);
            Finding::new(fault, target.span)
        })
        .collect()
}

fn facts(
    row: &ActionAward<'_>,
    group: Option<InTwoLanguages>,
    units: Units,
    ceiling: Units,
) -> UnitsAboveCeiling {
    UnitsAboveCeiling {
        action: ActionName::of(row.action),
        year: row.year,
        group,
        units,
        ceiling,
    }
}

impl Fault for UnitsAboveCeiling {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn about(&self) -> Vec<About> {
        vec![About::Action(self.year, self.action.nr)]
    }

    fn dutch(&self) -> Words {
        let (action, year) = (self.action.dutch(), self.year);
        let (units, ceiling) = (dutch::units(self.units), dutch::units(self.ceiling));
        Words::new(match &self.group {
            Some(group) => format!(
                "doelgroep boven het plafond: {action}, {units} {} in projectjaar {year}",
                visible(&group.nl)
            ),
            None => format!(
                "meer gesubsidieerde eenheden dan het plafond: {action}, {units} in projectjaar {year}"
            ),
        })
        .label(format!("het plafond is {ceiling}"))
        .consequence("de toekenning telt zoals de brief ze geeft")
        .help("vergelijk doel, huidig bereik en doelgroepen met de toekenningsbrief")
    }

    fn english(&self) -> Words {
        let (action, year) = (self.action.english(), self.year);
        let (units, ceiling) = (english::units(self.units), english::units(self.ceiling));
        Words::new(match &self.group {
            Some(group) => format!(
                "group above the ceiling: {action}, {units} {} in project year {year}",
                visible(&group.en)
            ),
            None => format!(
                "more subsidised units than the ceiling: {action}, {units} in project year {year}"
            ),
        })
        .label(format!("the ceiling is {ceiling}"))
        .consequence("the award counts as the letter gives it")
        .help("compare target, current reach and groups with the grant letter")
    }
}

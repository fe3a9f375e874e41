//! K03: the targets of the groups do not add to the target of the action.

use super::ActionName;
use crate::analysis::{ActionAttainment, Analysis};
use crate::finding::{About, Code, Fault, Finding, Rule, Severity, Words};
use crate::model::{InTwoLanguages, YearNr};
use crate::wording::{Both, dutch, english, visible};

/// The targets of the groups do not add to the target of the action.
#[derive(Debug)]
pub struct GroupsDoNotAdd {
    /// The action.
    pub action: ActionName,
    /// The project year.
    pub year: YearNr,
    /// The target of the action.
    pub target: u64,
    /// The groups, with their targets.
    pub groups: Vec<(InTwoLanguages, u64)>,
    /// These together.
    pub sum: u64,
}

pub(super) static RULE: Rule = Rule {
    code: Code::K03,
    severity: Severity::Error,
    name: Both {
        nl: "doelgroepen die samen niet het doel geven",
        en: "groups that do not add to the target",
    },
    why: Both {
        nl: "Het doel van een actie is de som van haar doelgroepen. Verschillen ze, dan is een van beide \
             getallen verkeerd overgenomen, en niemand kan zeggen welk.",
        en: "The target of an action is the sum of its groups. Where they differ, one of the two was \
             copied wrongly, and nobody can say which.",
    },
    example: "target = 300\ngroups = { professionals = 100, citizens = 150 }",
    repair: Both {
        nl: "Neem doel en doelgroepen over uit de toekenningsbrief, of laat groups weg.",
        en: "Copy the target and the groups from the grant letter, or leave out groups.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    analysis.attainment.iter().filter_map(in_row).collect()
}

fn in_row(row: &ActionAttainment<'_>) -> Option<Finding> {
    let target = row.in_year.target?;
    let given = &row.in_year.groups;
    let sum = given
        .iter()
        .fold(0u64, |sum, (_, group)| sum.saturating_add(group.value));
    let is_partly_read = row.in_year.unreadable.contains(&"groups");
    if given.is_empty() || is_partly_read || sum == target.value {
        return None;
    }
    let groups = given
        .iter()
        .map(|(key, group)| (title(row, key), group.value))
        .collect();
    let fault = GroupsDoNotAdd {
        action: ActionName::of(row.action),
        year: row.year,
        target: target.value,
        groups,
        sum,
    };
    let finding = Finding::new(fault, target.span);
    Some(
        given
            .iter()
            .fold(finding, |finding, (_, group)| finding.and(group.span)),
    )
}

/// The scheme's title of a group, else the key that the dossier uses.
fn title(row: &ActionAttainment<'_>, key: &str) -> InTwoLanguages {
    let groups = row.rate.map_or(&[][..], |rate| &rate.groups);
    let group = groups.iter().find(|group| group.key == key);
    group.map_or_else(
        || InTwoLanguages {
            nl: key.to_owned(),
            en: key.to_owned(),
        },
        |group| group.title.clone(),
    )
}

impl Fault for GroupsDoNotAdd {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn about(&self) -> Vec<About> {
        vec![About::Action(self.year, self.action.nr)]
    }

    fn dutch(&self) -> Words {
        let words = Words::new(format!(
            "doelgroepen geven samen niet het doel: {}, {} tegenover {} in projectjaar {}",
            self.action.dutch(),
            dutch::count(self.sum),
            dutch::count(self.target),
            self.year,
        ))
        .label(format!("samen is het {}", dutch::count(self.sum)))
        .help("neem doel en doelgroepen over uit de toekenningsbrief");
        self.groups.iter().fold(words, |words, (title, target)| {
            words.related(format!("{}: {}", visible(&title.nl), dutch::count(*target)))
        })
    }

    fn english(&self) -> Words {
        let words = Words::new(format!(
            "groups do not add to the target: {}, {} against {} in project year {}",
            self.action.english(),
            english::count(self.sum),
            english::count(self.target),
            self.year,
        ))
        .label(format!("together it is {}", english::count(self.sum)))
        .help("copy the target and the groups from the grant letter");
        self.groups.iter().fold(words, |words, (title, target)| {
            words.related(format!(
                "{}: {}",
                visible(&title.en),
                english::count(*target)
            ))
        })
    }
}

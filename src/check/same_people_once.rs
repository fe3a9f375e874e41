//! K04: the same people count under several actions, and double the investment
//! does not stand against it, or nobody says so.

use crate::analysis::{Analysis, SharedProvider};
use crate::finding::{About, Code, Fault, Finding, Rule, Severity, Words};
use crate::model::{ActionNr, YearNr};
use crate::wording::{Both, dutch, english, visible};

/// The same people count under several actions.
#[derive(Debug)]
pub struct SamePeopleOnce {
    /// Who counted them.
    pub provider: String,
    /// Under which actions.
    pub actions: Vec<ActionNr>,
    /// In which project year.
    pub year: YearNr,
    /// How many they are, where each action has the same count.
    pub count: Option<i64>,
    /// What the actions reached with and without doubles, where known.
    pub together: Option<(i64, i64)>,
    /// Whether the dossier says that there is no double investment, or says nothing.
    pub is_said: bool,
}

pub(super) static RULE: Rule = Rule {
    code: Code::K04,
    severity: Severity::Warning,
    name: Both {
        nl: "dezelfde personen onder meer dan een actie zonder dubbele investering",
        en: "the same people under several actions without double investment",
    },
    why: Both {
        nl: "Een persoon mag onder twee acties tellen als er ook dubbel in geïnvesteerd is. Is dat niet \
             zo, dan is een van beide cijfers te hoog.",
        en: "A person may count under two actions if double the investment was made as well. If not, one \
             of the two figures is too high.",
    },
    example: "[[overlap]]\nprovider = \"Jongerenhuis\"\nactions = [13, 24]\nyear = 1\nsame_people = true\ndouble_investment = false",
    repair: Both {
        nl: "Tel deze personen onder één actie. Is er wel dubbel geïnvesteerd, schrijf dan \
             double_investment = true en zeg in note waarmee.",
        en: "Count these people under one action. If double the investment was made, write \
             double_investment = true and say in note with what.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let rows = analysis.overlap.iter();
    rows.filter(|row| row.same_people == Some(true) && row.double_investment != Some(true))
        .filter_map(|row| Some(Finding::new(facts(row), row.declared?.span)))
        .collect()
}

fn facts(row: &SharedProvider<'_>) -> SamePeopleOnce {
    let with = row.with_doubles.clone().ok();
    SamePeopleOnce {
        provider: row.provider.to_owned(),
        actions: row.actions.clone(),
        year: row.year,
        count: row.count.clone().ok(),
        together: with.zip(row.without_doubles.clone().ok()),
        is_said: row.double_investment.is_some(),
    }
}

impl Fault for SamePeopleOnce {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn about(&self) -> Vec<About> {
        let under = |nr: &ActionNr| {
            let provider = About::Provider(self.year, *nr, self.provider.clone());
            [About::Action(self.year, *nr), provider]
        };
        self.actions.iter().flat_map(under).collect()
    }

    fn dutch(&self) -> Words {
        let (actions, provider) = (dutch::actions(&self.actions), visible(&self.provider));
        let year = self.year;
        let (message, help) = if self.is_said {
            (
                format!(
                    "dezelfde personen onder {actions} zonder dubbele investering: {provider}, projectjaar {year}"
                ),
                "tel deze personen onder één actie",
            )
        } else {
            (
                format!(
                    "is er dubbel geïnvesteerd in dezelfde personen onder {actions}? {provider}, projectjaar {year}"
                ),
                "vul aan: double_investment = true of false",
            )
        };
        let mut words = Words::new(message).help(help).label(self.count.map_or_else(
            || "dezelfde personen".to_owned(),
            |count| format!("{} onder elke actie", dutch::signed_count(count)),
        ));
        words.consequence = self.together.map(|(with, without)| {
            let (with, without) = (dutch::signed_count(with), dutch::signed_count(without));
            format!("samen {with} met dubbels, {without} zonder")
        });
        words
    }

    fn english(&self) -> Words {
        let (actions, provider) = (english::actions(&self.actions), visible(&self.provider));
        let year = self.year;
        let (message, help) = if self.is_said {
            (
                format!(
                    "the same people under {actions} without double investment: {provider}, project year {year}"
                ),
                "count these people under one action",
            )
        } else {
            (
                format!(
                    "was double the investment made in the same people under {actions}? {provider}, project year {year}"
                ),
                "add: double_investment = true or false",
            )
        };
        let mut words = Words::new(message).help(help).label(self.count.map_or_else(
            || "the same people".to_owned(),
            |count| format!("{} under each action", english::signed_count(count)),
        ));
        words.consequence = self.together.map(|(with, without)| {
            let (with, without) = (english::signed_count(with), english::signed_count(without));
            format!("together {with} with doubles, {without} without")
        });
        words
    }
}

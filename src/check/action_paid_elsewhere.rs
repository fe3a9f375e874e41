//! G05: the dossier has an action that other instruments pay for.

use crate::analysis::Analysis;
use crate::finding::{Code, Fault, Finding, Rule, Severity, Words};
use crate::model::{ActionNr, InTwoLanguages};
use crate::wording::{Both, dutch, english, visible};

/// The dossier has an action that other instruments pay for.
#[derive(Debug)]
pub struct ActionPaidElsewhere {
    /// Its number.
    pub nr: ActionNr,
    /// Its title in the scheme.
    pub title: InTwoLanguages,
}

pub(super) static RULE: Rule = Rule {
    code: Code::G05,
    severity: Severity::Warning,
    name: Both {
        nl: "een actie die met andere middelen betaald wordt",
        en: "an action that is paid for elsewhere",
    },
    why: Both {
        nl: "Sommige acties van de regeling worden met andere instrumenten betaald. Staat zo'n actie in het \
             dossier, dan is het nummer misschien verkeerd.",
        en: "Some actions of the scheme are paid for by other instruments. Where such an action is in the \
             dossier, its number may be wrong.",
    },
    example: "[[action]]\nnr = 12",
    repair: Both {
        nl: "Kijk het nummer na. Hoort de actie niet bij deze subsidie, haal ze dan uit het dossier.",
        en: "Look at the number. If the action is no part of this subsidy, take it out of the dossier.",
    },
};

pub(super) fn find(analysis: &Analysis<'_>) -> Vec<Finding> {
    let account = analysis.account;
    let actions = account.dossier.actions.iter();
    actions
        .filter_map(|action| {
            let in_scheme = account.scheme.action(action.nr)?;
            let fault = ActionPaidElsewhere {
                nr: action.nr,
                title: in_scheme.title.clone(),
            };
            in_scheme
                .paid_elsewhere
                .then(|| Finding::new(fault, action.span))
        })
        .collect()
}

impl Fault for ActionPaidElsewhere {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        Words::new(format!(
            "actie wordt met andere middelen betaald: {} ({})",
            dutch::actions(&[self.nr]),
            visible(&self.title.nl),
        ))
        .label("niet uit deze subsidie")
        .consequence(
            "voor deze actie is er geen tarief, dus niets om de toekenning mee te vergelijken",
        )
        .help("kijk het nummer na, of haal de actie uit het dossier")
    }

    fn english(&self) -> Words {
        Words::new(format!(
            "action is paid for elsewhere: {} ({})",
            english::actions(&[self.nr]),
            visible(&self.title.en),
        ))
        .label("not from this subsidy")
        .consequence("this action has no rate, so there is nothing to compare the award with")
        .help("look at the number, or take the action out of the dossier")
    }
}

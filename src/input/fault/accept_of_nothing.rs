//! I27: an accepted finding that does not occur.

use super::shown;
use crate::finding::{Code, Fault, Rule, Severity, Words};
use crate::wording::Both;

/// An `[[accept]]` that means no finding at all.
#[derive(Debug)]
pub struct AcceptOfNothing {
    /// The code that it names.
    pub code: String,
    /// The place that it names.
    pub place: String,
    /// Where a finding of that code stands now, path and line.
    pub elsewhere: Option<(String, usize)>,
}

pub(super) static RULE: Rule = Rule {
    code: Code::I27,
    severity: Severity::Notice,
    name: Both {
        nl: "een aanvaarde bevinding die niet voorkomt",
        en: "an accepted finding that does not occur",
    },
    why: Both {
        nl: "Een bevinding die iemand aanvaard heeft, kan verdwijnen of naar een andere regel verschuiven. Blijft \
             de aanvaarding dan staan, dan zou ze later iets kunnen verbergen waar niemand naar gekeken heeft.",
        en: "A finding that somebody accepted may vanish or move to another line. If the acceptance stays, it \
             could later hide something that nobody has looked at.",
    },
    example: "[[accept]]\ncode = \"K08\"\nwhere = \"dossier.toml:94\"\nreason = \"nagevraagd: andere personen\"",
    repair: Both {
        nl: "Schrap de [[accept]], of noem na `where` de plaats waar de bevinding nu staat.",
        en: "Remove the [[accept]], or name after `where` the place where the finding stands now.",
    },
};

impl Fault for AcceptOfNothing {
    fn rule(&self) -> &'static Rule {
        &RULE
    }

    fn dutch(&self) -> Words {
        let Self { code, place, .. } = self;
        let help = match &self.elsewhere {
            None => "schrap deze [[accept]], of verbeter de plaats na `where`".to_owned(),
            Some((path, line)) => format!(
                "schrap deze [[accept]], of noem de andere plaats: {code} staat op {}:{line}",
                shown(path)
            ),
        };
        Words::new(format!(
            "aanvaard is {code} op {}, maar die bevinding is er niet",
            shown(place)
        ))
        .label("hier staat die bevinding niet")
        .help(help)
    }

    fn english(&self) -> Words {
        let Self { code, place, .. } = self;
        let help = match &self.elsewhere {
            None => "remove this [[accept]], or correct the place after `where`".to_owned(),
            Some((path, line)) => format!(
                "remove this [[accept]], or name the other place: {code} stands at {}:{line}",
                shown(path)
            ),
        };
        Words::new(format!(
            "{code} at {} is accepted, but there is no such finding",
            shown(place)
        ))
        .label("that finding does not stand here")
        .help(help)
    }
}

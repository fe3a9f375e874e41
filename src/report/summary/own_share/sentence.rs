//! The sentence on the own share.

use super::{tested, year_of};
use crate::analysis::{Analysis, CofinancingVerdict};
use crate::model::{Euro, Known, YearNr};
use crate::wording::{Say, dutch, english};

/// How the own share stands over the tested period.
#[derive(Debug)]
pub(in crate::report::summary) struct OwnShare {
    /// The year, where each is tested by itself.
    year: Option<YearNr>,
    verdict: CofinancingVerdict,
    required: Option<Euro>,
    missing: Known<Euro>,
    /// What is still missing when all that is planned comes.
    beyond_plan: Option<Euro>,
}

/// The sentence on the own share; none where nothing is tested.
pub(in crate::report::summary) fn sentence(analysis: &Analysis<'_>) -> Option<OwnShare> {
    let row = tested(analysis)?;
    let plan = row
        .own_planned
        .clone()
        .and_then(|planned| Ok((row.own_required.clone()? - planned).max(Euro::ZERO)));
    Some(OwnShare {
        year: year_of(row),
        verdict: row.verdict,
        required: row.own_required.clone().ok(),
        missing: row.own_missing.clone(),
        beyond_plan: plan.ok(),
    })
}

impl Say for OwnShare {
    fn dutch(&self) -> String {
        let which = self.year_in_dutch();
        match (&self.missing, self.verdict) {
            (Err(why), _) => format!(
                "Of het vereiste eigen aandeel{which} er tegenover staat, is onbekend: {}.",
                why.dutch()
            ),
            (Ok(_), CofinancingVerdict::Met) => format!(
                "Het vereiste eigen aandeel{which} van {} is aangetoond.",
                self.required.map(dutch::euro).unwrap_or_default()
            ),
            (Ok(missing), CofinancingVerdict::Short) => {
                format!(
                    "Er ontbreekt {} eigen aandeel{which}.",
                    dutch::euro(*missing)
                )
            }
            (Ok(missing), _) => format!(
                "Van het vereiste eigen aandeel{which} is nog {} aan te tonen{}.",
                dutch::euro(*missing),
                self.plan_in_dutch()
            ),
        }
    }

    fn english(&self) -> String {
        let which = self.year_in_english();
        match (&self.missing, self.verdict) {
            (Err(why), _) => format!(
                "Whether the required own share{which} is there is unknown: {}.",
                why.english()
            ),
            (Ok(_), CofinancingVerdict::Met) => format!(
                "The required own share{which} of {} has been shown.",
                self.required.map(english::euro).unwrap_or_default()
            ),
            (Ok(missing), CofinancingVerdict::Short) => {
                format!(
                    "{} of own share{which} is missing.",
                    english::euro(*missing)
                )
            }
            (Ok(missing), _) => format!(
                "{} of the required own share{which} is still to be shown{}.",
                english::euro(*missing),
                self.plan_in_english()
            ),
        }
    }
}

/// Which year is told of.
impl OwnShare {
    fn year_in_dutch(&self) -> String {
        self.year
            .map_or_else(String::new, |year| format!(" van jaar {year}"))
    }

    fn year_in_english(&self) -> String {
        self.year
            .map_or_else(String::new, |year| format!(" of year {year}"))
    }
}

/// What comes of it when all that is planned comes.
impl OwnShare {
    fn plan_in_dutch(&self) -> String {
        match self.beyond_plan {
            None => String::new(),
            Some(rest) if rest == Euro::ZERO => "; dat is volledig gepland".to_owned(),
            Some(rest) => format!(
                "; met wat gepland is, blijft {} ontbreken",
                dutch::euro(rest)
            ),
        }
    }

    fn plan_in_english(&self) -> String {
        match self.beyond_plan {
            None => String::new(),
            Some(rest) if rest == Euro::ZERO => "; all of it is planned".to_owned(),
            Some(rest) => format!(
                "; with what is planned, {} is still missing",
                english::euro(rest)
            ),
        }
    }
}

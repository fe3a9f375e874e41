//! The sentence on the own share.

use super::{shows, tested_of, year_of};
use crate::analysis::{Analysis, Cofinancing, CofinancingVerdict};
use crate::model::{Euro, Known, YearNr};
use crate::report::Asked;
use crate::wording::{Say, dutch, english};

/// How the own share stands over the tested period.
#[derive(Debug)]
pub(in crate::report::summary) struct OwnShare {
    /// The year, where each is tested by itself.
    year: Option<YearNr>,
    verdict: CofinancingVerdict,
    required: Option<Euro>,
    missing: Known<Euro>,
    /// Other years that are short, where each is tested, and what each misses.
    others: Vec<(YearNr, Euro)>,
    /// What is still planned, and what is missing when all of that comes.
    plan: Option<(Euro, Euro)>,
}

/// The sentence on the own share; none where nothing is tested.
pub(in crate::report::summary) fn sentence(
    analysis: &Analysis<'_>,
    asked: &Asked<'_>,
) -> Option<OwnShare> {
    let row = tested_of(analysis, asked)?;
    let plan = analysis
        .own_planned_rest(year_of(row))
        .and_then(|rest| Ok((rest, (row.own_missing.clone()? - rest).max(Euro::ZERO))));
    Some(OwnShare {
        year: year_of(row),
        verdict: row.verdict,
        required: row.own_required.clone().ok(),
        missing: row.own_missing.clone(),
        others: others(analysis, asked, row),
        plan: plan.ok(),
    })
}

/// The other tested years of the page that are short.
fn others(analysis: &Analysis<'_>, asked: &Asked<'_>, told: &Cofinancing) -> Vec<(YearNr, Euro)> {
    let rows = analysis.cofinancing.iter();
    rows.filter(|row| row.is_tested && row.verdict == CofinancingVerdict::Short)
        .filter(|row| row.period != told.period && shows(asked, row))
        .filter_map(|row| Some((year_of(row)?, row.own_missing.clone().ok()?)))
        .collect()
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
                let others = self.others.iter();
                let others =
                    others.map(|(year, it)| format!(", {} van jaar {year}", dutch::euro(*it)));
                format!(
                    "Er ontbreekt {} eigen aandeel{which}{}.",
                    dutch::euro(*missing),
                    others.collect::<String>()
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
                let others = self.others.iter();
                let others =
                    others.map(|(year, it)| format!(", {} of year {year}", english::euro(*it)));
                format!(
                    "{} of own share{which} is missing{}.",
                    english::euro(*missing),
                    others.collect::<String>()
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
        match self.plan {
            None => String::new(),
            Some((_, rest)) if rest == Euro::ZERO => "; dat is volledig gepland".to_owned(),
            Some((planned, _)) if planned == Euro::ZERO => {
                "; daarvoor is niets meer gepland".to_owned()
            }
            Some((_, rest)) => format!(
                "; met wat nog gepland is, blijft {} ontbreken",
                dutch::euro(rest)
            ),
        }
    }

    fn plan_in_english(&self) -> String {
        match self.plan {
            None => String::new(),
            Some((_, rest)) if rest == Euro::ZERO => "; all of it is planned".to_owned(),
            Some((planned, _)) if planned == Euro::ZERO => {
                "; nothing more is planned for it".to_owned()
            }
            Some((_, rest)) => format!(
                "; with what is still planned, {} is missing",
                english::euro(rest)
            ),
        }
    }
}

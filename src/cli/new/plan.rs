//! What a new dossier is to hold: the years and actions that were asked for, and those
//! that a sheet speaks of.

use super::refused::Refused;
use crate::model::{ActionNr, KpiKind, Language, Scheme, YearNr};
use std::collections::{BTreeMap, BTreeSet};

/// What a new dossier is to hold.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    /// Its rules.
    pub(super) scheme: &'a Scheme,
    /// The language of its report and of what is explained in it.
    pub(super) language: Language,
    /// Who applied.
    pub(super) name: String,
    /// The members of a partnership; without any it is one municipality.
    pub(super) members: Vec<String>,
    /// Its project years, in order.
    pub(super) years: Vec<YearNr>,
    /// Its actions in the scheme's order, each with the years it runs in.
    pub(super) actions: Vec<(ActionNr, Vec<YearNr>)>,
    /// Its log.
    pub(super) log: PlannedLog,
}

/// The log of a new dossier.
#[derive(Debug, Clone)]
pub(super) struct PlannedLog {
    /// The file, as the dossier names it.
    pub(super) file: String,
    /// The sheet, where one was asked for.
    pub(super) sheet: Option<String>,
}

/// Actions, each with the years that are known of it.
pub(super) type Found = BTreeMap<ActionNr, BTreeSet<YearNr>>;

/// Which actions run in which years.
#[derive(Debug)]
pub(super) struct Runs {
    /// The project years, in order.
    pub(super) years: Vec<YearNr>,
    /// The actions in the scheme's order.
    pub(super) actions: Vec<(ActionNr, Vec<YearNr>)>,
}

impl Runs {
    /// What was asked for, and what a sheet speaks of. An action of the sheet runs in
    /// the years of its rows and in those that were asked for; one that was asked for,
    /// in all years of the dossier.
    ///
    /// # Errors
    /// When something was asked for that the scheme does not have, or nothing at all.
    pub(super) fn of(
        scheme: &Scheme,
        (actions, years): (&[ActionNr], &[YearNr]),
        found: &Found,
    ) -> Result<Self, Refused> {
        let stranger = actions.iter().find(|nr| scheme.action(**nr).is_none());
        if let Some(nr) = stranger {
            return Err(Refused::unknown_action(*nr, scheme));
        }
        let stranger = years.iter().find(|nr| scheme.year(**nr).is_none());
        if let Some(nr) = stranger {
            return Err(Refused::unknown_year(*nr, scheme));
        }
        let asked: BTreeSet<YearNr> = years.iter().copied().collect();
        let mut all: BTreeSet<YearNr> = found.values().flatten().copied().collect();
        all.extend(&asked);
        if all.is_empty() {
            all.extend(scheme.years.first().map(|year| year.nr));
        }
        let in_order = scheme.actions.iter().map(|action| action.nr);
        let runs = in_order.filter_map(|nr| {
            let seen = found.get(&nr);
            let is_asked = actions.contains(&nr);
            let mut its: BTreeSet<YearNr> = seen.into_iter().flatten().copied().collect();
            its.extend(&asked);
            if its.is_empty() || is_asked {
                its.extend(&all);
            }
            (is_asked || seen.is_some()).then(|| (nr, its.into_iter().collect()))
        });
        let actions: Vec<(ActionNr, Vec<YearNr>)> = runs.collect();
        if actions.is_empty() {
            return Err(Refused::no_action(scheme));
        }
        Ok(Self {
            years: all.into_iter().collect(),
            actions,
        })
    }
}

impl Plan<'_> {
    /// The columns of an empty log: those that every log has, and those that these
    /// actions or this applicant ask for.
    pub(super) fn columns(&self) -> Vec<&'static str> {
        let rates = self.actions.iter().flat_map(|(nr, years)| {
            let rates = years.iter().filter_map(|year| self.scheme.rate(*nr, *year));
            rates.collect::<Vec<_>>()
        });
        let rates: Vec<_> = rates.collect();
        let is_wanted = |key: &str| match key {
            "group" => rates.iter().any(|rate| !rate.groups.is_empty()),
            "person" => rates.iter().any(|rate| rate.kind == KpiKind::Distinct),
            "member" => !self.members.is_empty(),
            _ => true,
        };
        let keys = crate::input::progress_columns().map(|(key, _)| key);
        keys.filter(|key| is_wanted(key)).collect()
    }
}

//! What schemes number and list, for the values that a schema allows.

use super::Made;
use super::told::Listed;
use crate::input::toml_table::{Kind, List, Numbered};
use crate::model::{Category, Language, SchemeYear, StimulusKind};
use crate::wording;
use std::collections::BTreeSet;

impl Made<'_> {
    /// The numbers of all actions, or of all project years.
    pub(super) fn numbers(self, what: Numbered) -> BTreeSet<u16> {
        let schemes = self.schemes.iter();
        match what {
            Numbered::Action => schemes
                .flat_map(|scheme| &scheme.actions)
                .map(|action| action.nr.0)
                .collect(),
            Numbered::Year => schemes
                .flat_map(|scheme| &scheme.years)
                .map(|year| year.nr.0)
                .collect(),
        }
    }

    pub(super) fn categories(&self) -> impl Iterator<Item = &Category> {
        self.schemes.iter().flat_map(|scheme| &scheme.categories)
    }

    pub(super) fn stimuli(&self) -> impl Iterator<Item = &StimulusKind> {
        self.schemes.iter().flat_map(|scheme| &scheme.stimuli)
    }

    /// The keys of all groups of all rates.
    pub(super) fn groups(&self) -> BTreeSet<&str> {
        let actions = self.schemes.iter().flat_map(|scheme| &scheme.actions);
        let rates = actions.flat_map(|action| &action.rates);
        let groups = rates.flat_map(|rate| &rate.groups);
        groups.map(|group| group.key.as_str()).collect()
    }

    /// The values that a key may hold with what each stands for; none where no list of
    /// them would help.
    pub(super) fn known(self, kind: Kind) -> Vec<Listed> {
        let schemes = self.schemes.iter();
        match kind {
            Kind::Nr(Numbered::Action) | Kind::Nrs(Numbered::Action) => schemes
                .flat_map(|scheme| &scheme.actions)
                .map(|it| Listed::new(it.nr, it.title.get(self.language)))
                .collect(),
            Kind::Nr(Numbered::Year) | Kind::Nrs(Numbered::Year) => schemes
                .flat_map(|scheme| &scheme.years)
                .map(|it| Listed::new(it.nr, days(it, self.language)))
                .collect(),
            Kind::Listed(List::Category) => self
                .categories()
                .map(|it| Listed::new(&it.key, it.title.get(self.language)))
                .collect(),
            Kind::Listed(List::Stimulus) => self
                .stimuli()
                .map(|it| Listed::new(&it.kind, it.title.get(self.language)))
                .collect(),
            Kind::Listed(List::Scheme) => schemes
                .map(|it| Listed::new(&it.id, it.title.get(self.language)))
                .collect(),
            Kind::Listed(list) => list
                .terms()
                .into_iter()
                .map(|it| Listed::new(it.key, it.get(self.language)))
                .collect(),
            _ => Vec::new(),
        }
    }
}

/// The first and the last day of a year; nothing where they are not known.
fn days(year: &SchemeYear, language: Language) -> String {
    let days = year.period.map(|period| {
        let day = |date| wording::date(date, language);
        format!("{} – {}", day(period.start), day(period.end))
    });
    days.unwrap_or_default()
}

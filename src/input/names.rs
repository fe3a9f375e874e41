//! The names of providers and groups, each kept once: folded for comparing, as
//! first spelled for showing.

use super::apart::{Apart, ROW};
use crate::model::{GroupKey, ProviderKey, Tallies, folded};
use std::collections::BTreeMap;

/// What stands for all providers beyond those that are kept apart.
const REST: &str = "andere";

/// The names seen so far over all logs.
#[derive(Debug, Clone)]
pub(super) struct Names {
    providers: BTreeMap<String, ProviderKey>,
    groups: BTreeMap<String, GroupKey>,
    /// Folded names of providers by their number.
    folded: Vec<String>,
    /// What all logs keep apart.
    pub(super) apart: Apart,
}

impl Names {
    /// No names but the empty one, which has the number 0.
    pub(super) fn new(tallies: &mut Tallies) -> Self {
        tallies.providers = vec![String::new()];
        tallies.groups = vec![String::new()];
        Self {
            providers: BTreeMap::from([(String::new(), ProviderKey(0))]),
            groups: BTreeMap::from([(String::new(), GroupKey(0))]),
            folded: vec![String::new()],
            apart: Apart::default(),
        }
    }

    /// The number of a provider that was seen before.
    pub(super) fn provider(&self, name: &str) -> Option<ProviderKey> {
        self.providers.get(&folded(name)).copied()
    }

    /// The folded name of a provider, for an order that does not hang on the file's.
    pub(super) fn folded_provider(&self, key: ProviderKey) -> &str {
        let index = usize::try_from(key.0).unwrap_or(usize::MAX);
        self.folded.get(index).map_or("", String::as_str)
    }

    /// A number for a provider that was not seen before.
    /// Where it is masked, the mask and a number are shown.
    pub(super) fn new_provider(
        &mut self,
        name: &str,
        mask: Option<&str>,
        tallies: &mut Tallies,
    ) -> ProviderKey {
        let key = ProviderKey(next(&tallies.providers));
        let shown = mask.map_or_else(|| joined(name), |mask| format!("{mask} {}", key.0));
        self.apart.keep_text(name.len());
        tallies.providers.push(shown);
        self.folded.push(folded(name));
        self.providers.insert(folded(name), key);
        key
    }

    /// The number that all further providers share.
    pub(super) fn rest(&mut self, tallies: &mut Tallies) -> ProviderKey {
        self.provider(REST)
            .unwrap_or_else(|| self.new_provider(REST, None, tallies))
    }

    /// Whether it is the number that all further providers share.
    pub(super) fn is_rest(&self, key: ProviderKey) -> bool {
        self.providers.get(REST) == Some(&key)
    }

    /// The number of a group.
    pub(super) fn group(&mut self, name: &str, tallies: &mut Tallies) -> GroupKey {
        let groups = &mut tallies.groups;
        let apart = &mut self.apart;
        *self.groups.entry(folded(name)).or_insert_with(|| {
            let key = GroupKey(next(groups));
            apart.keep_text(name.len());
            groups.push(joined(name));
            key
        })
    }

    /// What a sum of a provider weighs: its name stands in each row of it.
    pub(super) fn keep_row(&mut self, provider: ProviderKey) {
        let bytes = self.folded_provider(provider).len();
        self.apart.keep(ROW);
        self.apart.keep_text(bytes);
    }
}

fn next(names: &[String]) -> u32 {
    u32::try_from(names.len()).unwrap_or(u32::MAX)
}

/// The first spelling, spaces joined.
fn joined(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

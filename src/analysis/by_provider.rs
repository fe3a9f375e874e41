//! What is known of providers, by year and name: a dossier may declare thousands of
//! overlaps beside thousands of providers, and comparing each with each takes too long.

use crate::model::{YearNr, folded};
use std::collections::BTreeMap;

/// Things that are about a provider in a year. Two spellings of a name are one provider.
#[derive(Debug)]
pub(super) struct ByProvider<T>(BTreeMap<(YearNr, String), Vec<T>>);

impl<T> ByProvider<T> {
    /// All of them; those of one provider stay in their order.
    pub(super) fn new<'n>(all: impl Iterator<Item = (YearNr, &'n str, T)>) -> Self {
        let mut by_provider: BTreeMap<_, Vec<T>> = BTreeMap::new();
        for (year, provider, it) in all {
            let key = (year, folded(provider));
            by_provider.entry(key).or_default().push(it);
        }
        Self(by_provider)
    }

    /// Those about a provider in a year.
    pub(super) fn of(&self, year: YearNr, provider: &str) -> &[T] {
        // Most dossiers declare nothing, and have no name to fold.
        if self.0.is_empty() {
            return &[];
        }
        let found = self.0.get(&(year, folded(provider)));
        found.map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_finds_what_a_scan_that_compares_folded_names_finds() {
        let names = ["Huis", "  hUIS ", "Huis  Één", "huis één", "", "Ander"];
        let years = [YearNr(1), YearNr(2)];
        let all: Vec<(YearNr, &str, usize)> = years
            .into_iter()
            .flat_map(|year| names.map(|name| (year, name)))
            .zip(0..)
            .map(|((year, name), nr)| (year, name, nr))
            .filter(|(year, name, _)| *year == YearNr(1) || *name != "Ander")
            .collect();
        let by_provider = ByProvider::new(all.iter().copied());
        for year in years {
            for name in names {
                let same =
                    |it: &&(YearNr, &str, usize)| it.0 == year && folded(it.1) == folded(name);
                let scanned: Vec<usize> = all.iter().filter(same).map(|it| it.2).collect();
                assert_eq!(by_provider.of(year, name), scanned, "{name}");
            }
        }
    }
}

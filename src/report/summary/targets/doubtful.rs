//! What the sentence on the targets says of counts that may stand twice.

use crate::report::kpi::{Doubling, DoubtfulTarget, counts_of};
use crate::wording::{Say, dutch, english};

/// The reached targets of a stretch that a doubtful count could change; nothing where
/// there are none.
#[derive(Debug)]
pub(super) struct Doubtful<'a> {
    pub(super) targets: &'a [DoubtfulTarget],
    /// How many targets there are of which these are some.
    pub(super) of: u64,
}

/// How many of these targets are doubtful in this way.
pub(super) fn number_of(targets: &[DoubtfulTarget], doubling: Doubling) -> usize {
    let such = targets.iter().filter(|it| it.doubling == doubling);
    such.count()
}

impl Doubtful<'_> {
    /// The counts that decide in this way; none where no target is.
    fn counts(&self, doubling: Doubling) -> Option<Vec<i64>> {
        let such = self.targets.iter().filter(|it| it.doubling == doubling);
        Some(counts_of(such)).filter(|counts| !counts.is_empty())
    }
}

impl Say for Doubtful<'_> {
    fn dutch(&self) -> String {
        let part = |doubling: Doubling| {
            let counts = self.counts(doubling)?;
            let counts: Vec<_> = counts.into_iter().map(dutch::signed_count).collect();
            let place = match (self.of, number_of(self.targets, doubling)) {
                (1, _) => "daarin".to_owned(),
                (_, targets) => format!("in {targets} ervan"),
            };
            let count = if counts.len() == 1 { "telt" } else { "tellen" };
            let how = match doubling {
                Doubling::Declared => "volgens het dossier dubbel",
                Doubling::Possible => "misschien dubbel",
            };
            Some(format!("; {place} {count} {} {how}", dutch::list(&counts)))
        };
        both(part)
    }

    fn english(&self) -> String {
        let part = |doubling: Doubling| {
            let counts = self.counts(doubling)?;
            let are = match (doubling, counts.len()) {
                (Doubling::Possible, _) => "may be counted twice",
                (Doubling::Declared, 1) => "is counted twice according to the dossier",
                (Doubling::Declared, _) => "are counted twice according to the dossier",
            };
            let counts: Vec<_> = counts.into_iter().map(english::signed_count).collect();
            let counts = english::list(&counts);
            Some(match (self.of, number_of(self.targets, doubling)) {
                (1, _) => format!("; {counts} of it {are}"),
                (_, targets) => format!("; in {targets} of them {counts} {are}"),
            })
        };
        both(part)
    }
}

fn both(part: impl Fn(Doubling) -> Option<String>) -> String {
    [Doubling::Declared, Doubling::Possible]
        .into_iter()
        .filter_map(part)
        .collect()
}

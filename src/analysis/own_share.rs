//! Which costs count as own share, and what of it is planned.

use crate::model::{Account, BudgetLine, Category, Euro, Known, OwnShare, Payer, Unknown, YearNr};

/// The own share that the dossier plans for a year.
#[derive(Debug, PartialEq, Eq)]
pub struct OwnPlanned {
    /// As one amount, where stated.
    pub stated: Option<Known<Euro>>,
    /// As the sum of own budget lines that count, where there are any.
    pub lines: Option<Known<Euro>>,
}

/// Why a cost line counts as own share, or does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountsAsOwn {
    /// It counts.
    Yes,
    /// Somebody else pays; it stands outside subsidy and own share.
    ThirdParty,
    /// Another subsidy pays, or its category needs a look first.
    ToLookAt,
    /// Its category never counts.
    CategoryDoesNot,
    /// It has no category.
    CategoryUnknown,
    /// It does not claim to be own share.
    NotOwn,
}

/// Whether a planned cost line counts as own share.
#[must_use]
pub fn counts_as_own(account: &Account, line: &BudgetLine) -> CountsAsOwn {
    let category = line
        .category
        .as_ref()
        .and_then(|key| account.scheme.category(&key.value));
    counts(line.payer.as_ref().map(|payer| payer.value), category)
}

/// Whether a cost of this payer and category counts as own share: the first that holds.
#[must_use]
pub fn counts(payer: Option<Payer>, category: Option<&Category>) -> CountsAsOwn {
    match payer {
        Some(Payer::ThirdParty) => return CountsAsOwn::ThirdParty,
        Some(Payer::Other) => return CountsAsOwn::ToLookAt,
        Some(Payer::Own) => {}
        _ => return CountsAsOwn::NotOwn,
    }
    match category.map(|category| category.own_share) {
        None => CountsAsOwn::CategoryUnknown,
        Some(OwnShare::Yes) => CountsAsOwn::Yes,
        Some(OwnShare::Warn) => CountsAsOwn::ToLookAt,
        Some(OwnShare::No) => CountsAsOwn::CategoryDoesNot,
    }
}

impl OwnPlanned {
    /// What the dossier plans for a year, stated and in lines.
    #[must_use]
    pub fn of(account: &Account, year: YearNr) -> Self {
        let in_year = account.dossier.year(year);
        let stated = in_year.and_then(|year| year.own_planned);
        let own: Vec<_> = account
            .dossier
            .budget
            .iter()
            .filter(|line| line.year == year)
            .map(|line| (counts_as_own(account, line), line.amount.value))
            .filter(|(counts, _)| matches!(counts, CountsAsOwn::Yes | CountsAsOwn::CategoryUnknown))
            .collect();
        let unclear = own
            .iter()
            .any(|(counts, _)| *counts == CountsAsOwn::CategoryUnknown);
        let stated_badly = in_year.is_some_and(|it| it.unreadable.contains(&"own_planned"));
        let lines = (!own.is_empty() || account.dossier.unreadable.budget).then(|| {
            if account.dossier.unreadable.budget {
                Err(Unknown::LineUnreadable)
            } else if unclear {
                Err(Unknown::OwnLineWithoutCategory)
            } else {
                Ok(own.iter().map(|(_, amount)| *amount).sum())
            }
        });
        Self {
            stated: stated
                .map(|it| Ok(it.value))
                .or(stated_badly.then_some(Err(Unknown::Unreadable))),
            lines,
        }
    }

    /// The amount that counts: as stated, else the lines.
    pub(super) fn amount(self) -> Known<Euro> {
        self.stated
            .or(self.lines)
            .unwrap_or(Err(Unknown::OwnPlanned))
    }
}

//! The words of the chart on the money.

use crate::analysis::{Analysis, BudgetRow, has_begun, is_over};
use crate::model::{Date, Euro, Known, Unknown, YearNr};
use crate::wording::{Both, Say, Sentence, dutch, english, saying, terms};

pub(super) const ABOUT: Both = Both {
    nl: "Beschikbaar (subsidie en overgedragen) en besteed, per projectjaar, in euro. Wat van de lichte balk overblijft, is over.",
    en: "Available (award and carried in) and spent, per project year, in euro. What remains of the light bar is left.",
};

pub(super) const SPENDING: Both = Both {
    nl: "Besteding",
    en: "Spending",
};

pub(super) const CARRIED: Both = Both {
    nl: "overgedragen uit het vorige jaar",
    en: "carried in from the year before",
};

pub(super) const AWARD: Both = Both {
    nl: "subsidie",
    en: "award",
};

pub(super) const BEYOND: Both = Both {
    nl: "meer besteed dan beschikbaar",
    en: "spent beyond what is available",
};

pub(super) const SPENT_UNKNOWN: Both = Both {
    nl: "besteed: onbekend",
    en: "spent: unknown",
};

/// What is left in the last year that has begun.
pub(super) fn heading(analysis: &Analysis<'_>, rows: &[&BudgetRow<'_>]) -> Sentence {
    let known = rows.iter().rev().find(|row| row.left.is_ok());
    let Some((row, left)) = known.and_then(|row| Some((row, row.left.clone().ok()?))) else {
        return Box::new(terms::BUDGET.word);
    };
    let closed = is_over(analysis.account, row.year) == Ok(true);
    saying(
        (row.year, left, closed),
        |(year, left, closed)| {
            if left.is_negative() {
                let more = dutch::euro(-*left);
                format!("In jaar {year} is {more} meer besteed dan er was")
            } else if *closed {
                format!("Van jaar {year} is {} over", dutch::euro(*left))
            } else {
                format!("In jaar {year} is {} nog niet besteed", dutch::euro(*left))
            }
        },
        |(year, left, closed)| {
            if left.is_negative() {
                let more = english::euro(-*left);
                format!("In year {year} {more} more was spent than there was")
            } else if *closed {
                format!("Of year {year} {} is left", english::euro(*left))
            } else {
                format!(
                    "In year {year} {} has not been spent yet",
                    english::euro(*left)
                )
            }
        },
    )
}

/// `afgelopen`, `loopt, tot 30/06/2025`, `nog niet begonnen`
pub(super) fn standing(analysis: &Analysis<'_>, year: YearNr) -> Sentence {
    let account = analysis.account;
    match (
        has_begun(account, year),
        is_over(account, year),
        account.today(),
    ) {
        (_, Ok(true), _) => Box::new(Both {
            nl: "afgelopen",
            en: "over",
        }),
        (Ok(false), ..) => Box::new(Both {
            nl: "nog niet begonnen",
            en: "not begun yet",
        }),
        (Ok(true), _, Ok(today)) => running(today),
        _ => Box::new(Both { nl: "", en: "" }),
    }
}

fn running(today: Date) -> Sentence {
    saying(
        today,
        |today| format!("loopt, tot {}", dutch::date(*today)),
        |today| format!("running, up to {}", english::date(*today)),
    )
}

/// `besteed € 96.204,35`
pub(super) fn figure(row: &BudgetRow<'_>) -> Sentence {
    match &row.spent {
        Ok(spent) => saying(
            *spent,
            |spent| format!("besteed {}", dutch::euro(*spent)),
            |spent| format!("spent {}", english::euro(*spent)),
        ),
        Err(Unknown::YearNotBegun(_)) => Box::new(Both {
            nl: "nog niet begonnen",
            en: "not begun yet",
        }),
        Err(_) => Box::new(SPENT_UNKNOWN),
    }
}

/// `over € 48.395,65`
pub(super) fn left(row: &BudgetRow<'_>) -> Sentence {
    match &row.left {
        Ok(left) if left.is_negative() => saying(
            -*left,
            |more| format!("{} te veel", dutch::euro(*more)),
            |more| format!("{} too much", english::euro(*more)),
        ),
        Ok(left) => saying(
            *left,
            |left| format!("over {}", dutch::euro(*left)),
            |left| format!("left {}", english::euro(*left)),
        ),
        Err(Unknown::YearNotBegun(_)) => Box::new(Both { nl: "", en: "" }),
        Err(why) => saying(
            why.clone(),
            |why| format!("over onbekend: {}", why.dutch()),
            |why| format!("left unknown: {}", why.english()),
        ),
    }
}

/// `overgedragen € 48.395,65 + subsidie € 185.200,00 = beschikbaar € 233.595,65`
pub(super) fn available(row: &BudgetRow<'_>) -> Sentence {
    let facts = Available {
        carried: row.carried_in.clone(),
        award: row.award.clone(),
        available: row.available.clone(),
    };
    saying(facts, Available::dutch, Available::english)
}

#[derive(Debug)]
struct Available {
    carried: Known<Euro>,
    award: Known<Euro>,
    available: Known<Euro>,
}

impl Available {
    fn dutch(&self) -> String {
        let award = match &self.award {
            Ok(award) => format!("subsidie {}", dutch::euro(*award)),
            Err(why) => format!("subsidie onbekend: {}", why.dutch()),
        };
        match (&self.carried, &self.available) {
            (Ok(carried), _) if *carried == Euro::ZERO => award,
            (Ok(carried), Ok(available)) => format!(
                "overgedragen {} + {award} = beschikbaar {}",
                dutch::euro(*carried),
                dutch::euro(*available)
            ),
            (Err(_), _) => format!("{award}; overgedragen onbekend"),
            _ => award,
        }
    }

    fn english(&self) -> String {
        let award = match &self.award {
            Ok(award) => format!("award {}", english::euro(*award)),
            Err(why) => format!("award unknown: {}", why.english()),
        };
        match (&self.carried, &self.available) {
            (Ok(carried), _) if *carried == Euro::ZERO => award,
            (Ok(carried), Ok(available)) => format!(
                "carried in {} + {award} = available {}",
                english::euro(*carried),
                english::euro(*available)
            ),
            (Err(_), _) => format!("{award}; carried in unknown"),
            _ => award,
        }
    }
}

/// The figures of a bar for those who do not see it.
pub(super) fn told(row: &BudgetRow<'_>) -> Sentence {
    saying(
        (row.year, figure(row), left(row)),
        |(year, figure, left)| format!("Projectjaar {year}: {}, {}", figure.dutch(), left.dutch()),
        |(year, figure, left)| {
            format!(
                "Project year {year}: {}, {}",
                figure.english(),
                left.english()
            )
        },
    )
}

//! The words of the chart on the money.

use crate::analysis::{Analysis, BudgetRow, has_begun, is_over};
use crate::model::{Date, Euro, Known, Unknown, YearNr};
use crate::report::Asked;
use crate::report::chart::words::{joined, without_set_aside};
use crate::report::masthead::years_of_page;
use crate::wording::{Both, Say, Sentence, capital, dutch, english, saying};

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
    nl: "beschikbaar uit de subsidie",
    en: "available from the award",
};

pub(super) const BEYOND: Both = Both {
    nl: "meer besteed dan beschikbaar",
    en: "spent beyond what is available",
};

pub(super) const SPENT_UNKNOWN: Both = Both {
    nl: "besteed: onbekend",
    en: "spent: unknown",
};

/// Years that spent too much, then how the last year that has begun stands.
pub(super) fn heading(
    analysis: &Analysis<'_>,
    asked: &Asked<'_>,
    rows: &[&BudgetRow<'_>],
) -> Sentence {
    let overspent = |row: &&&BudgetRow<'_>| row.left.as_ref().is_ok_and(|left| left.is_negative());
    let too_much = rows.iter().filter(overspent);
    let too_much = too_much.filter_map(|row| Some((row.year, -row.left.clone().ok()?)));
    let begun = years_of_page(analysis, asked);
    let last = rows.iter().rev().find(|row| begun.contains(&row.year));
    let last = last.filter(|row| !overspent(row)).map(|row| Last {
        year: row.year,
        left: row.left.clone().ok(),
        is_closed: is_over(analysis.account, row.year) == Ok(true),
        carried_out: row.carried_out.clone().ok().filter(|it| *it > Euro::ZERO),
    });
    let stand = Stand {
        too_much: too_much.collect(),
        last,
    };
    saying(stand, Stand::dutch, Stand::english)
}

/// How the money stands.
#[derive(Debug)]
struct Stand {
    /// Years that spent more than there was, and how much more.
    too_much: Vec<(YearNr, Euro)>,
    last: Option<Last>,
}

/// The last year that has begun, where it did not spend too much.
#[derive(Debug)]
struct Last {
    year: YearNr,
    left: Option<Euro>,
    is_closed: bool,
    carried_out: Option<Euro>,
}

impl Stand {
    fn dutch(&self) -> String {
        let too_much = self.too_much.iter().map(|(year, more)| {
            format!(
                "in jaar {year} is {} meer besteed dan er was",
                dutch::euro(*more)
            )
        });
        let last = self.last.iter().map(|it| {
            let year = it.year;
            match (it.left, it.is_closed, it.carried_out) {
                (None, ..) => format!("wat van jaar {year} over is, is onbekend"),
                (Some(left), true, Some(out)) if out == left => {
                    format!("van jaar {year} is {} overgedragen", dutch::euro(left))
                }
                (Some(left), true, _) => format!("van jaar {year} is {} over", dutch::euro(left)),
                (Some(left), false, _) => {
                    format!("in jaar {year} is {} nog niet besteed", dutch::euro(left))
                }
            }
        });
        capital(&too_much.chain(last).collect::<Vec<_>>().join("; "))
    }

    fn english(&self) -> String {
        let too_much = self.too_much.iter().map(|(year, more)| {
            format!(
                "in year {year} {} more was spent than there was",
                english::euro(*more)
            )
        });
        let last = self.last.iter().map(|it| {
            let year = it.year;
            match (it.left, it.is_closed, it.carried_out) {
                (None, ..) => format!("what is left of year {year} is unknown"),
                (Some(left), true, Some(out)) if out == left => {
                    format!("of year {year} {} was carried over", english::euro(left))
                }
                (Some(left), true, _) => format!("of year {year} {} is left", english::euro(left)),
                (Some(left), false, _) => {
                    format!(
                        "in year {year} {} has not been spent yet",
                        english::euro(left)
                    )
                }
            }
        });
        capital(&too_much.chain(last).collect::<Vec<_>>().join("; "))
    }
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

/// What stands under a bar: what there was, and rows set aside.
pub(super) fn below(row: &BudgetRow<'_>) -> Sentence {
    let mut said = vec![available(row)];
    if row.set_aside > 0 {
        said.push(without_set_aside(row.set_aside));
    }
    joined(said, "; ")
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
            (Ok(carried), Err(_)) => format!("overgedragen {}; {award}", dutch::euro(*carried)),
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
            (Ok(carried), Err(_)) => format!("carried in {}; {award}", english::euro(*carried)),
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

//! A count that may stand under several actions: what the figures are without it.

use super::in_doubt::Doubling;
use crate::analysis::{ActionAttainment, SharedProvider};
use crate::model::{ActionNr, YearNr};
use crate::wording::{Say, dutch, english, visible};

/// What the figures are when a count that may stand twice counts once.
#[derive(Debug)]
pub(super) struct Doubt {
    doubling: Doubling,
    provider: String,
    /// The year, where several are shown.
    year: Option<YearNr>,
    actions: Vec<ActionNr>,
    count: i64,
    together: Option<(i64, i64)>,
    /// Actions that miss their target without it: what is left, and the target.
    falls_short: Vec<(ActionNr, i64, u64)>,
}

/// What a count of a provider does to these rows; none where it is unknown.
pub(super) fn doubt(
    shared: &SharedProvider<'_>,
    rows: &[&ActionAttainment<'_>],
    names_years: bool,
) -> Option<Doubt> {
    let count = shared.count.clone().ok()?;
    let together = shared
        .with_doubles
        .clone()
        .ok()
        .zip(shared.without_doubles.clone().ok());
    let of_shared = rows
        .iter()
        .filter(|row| row.year == shared.year && shared.actions.contains(&row.action.nr));
    Some(Doubt {
        doubling: Doubling::of(shared),
        year: names_years.then_some(shared.year),
        provider: shared.provider.to_owned(),
        actions: shared.actions.clone(),
        count,
        together,
        falls_short: of_shared
            .filter_map(|row| falls_short(row, count))
            .collect(),
    })
}

/// What is left of a row and its target, where it only reaches that with the count.
fn falls_short(row: &ActionAttainment<'_>, count: i64) -> Option<(ActionNr, i64, u64)> {
    let (reached, target) = (row.reached.clone().ok()?, row.target.clone().ok()?);
    let holds = |number: i64| i128::from(number) >= i128::from(target);
    let left = reached - count;
    (holds(reached) && !holds(left)).then_some((row.action.nr, left, target))
}

impl Say for Doubt {
    fn dutch(&self) -> String {
        self.stands_in_dutch() + &self.together_in_dutch() + &self.falls_short_in_dutch()
    }

    fn english(&self) -> String {
        self.stands_in_english() + &self.together_in_english() + &self.falls_short_in_english()
    }
}

/// Under which actions the count stands.
impl Doubt {
    fn stands_in_dutch(&self) -> String {
        let how = match self.doubling {
            Doubling::Declared => "dubbel geteld volgens het dossier",
            Doubling::Possible => "misschien dubbel geteld",
        };
        format!(
            "{how}: {} staat{} met {} onder {}.",
            visible(&self.provider),
            in_year_in_dutch(self.year),
            dutch::signed_count(self.count),
            dutch::list(&self.action_numbers())
        )
    }

    fn stands_in_english(&self) -> String {
        let how = match self.doubling {
            Doubling::Declared => "counted twice according to the dossier",
            Doubling::Possible => "possibly counted twice",
        };
        format!(
            "{how}: {} stands with {} under {}{}.",
            visible(&self.provider),
            english::signed_count(self.count),
            english::list(&self.action_numbers()),
            in_year_in_english(self.year)
        )
    }

    fn action_numbers(&self) -> Vec<String> {
        self.actions.iter().map(ToString::to_string).collect()
    }
}

/// The sums of those actions.
impl Doubt {
    fn together_in_dutch(&self) -> String {
        self.together.map_or_else(String::new, |(with, without)| {
            format!(
                " Samen {} met dubbels, {} zonder.",
                dutch::signed_count(with),
                dutch::signed_count(without)
            )
        })
    }

    fn together_in_english(&self) -> String {
        self.together.map_or_else(String::new, |(with, without)| {
            format!(
                " Together {} with doubles, {} without.",
                english::signed_count(with),
                english::signed_count(without)
            )
        })
    }
}

/// The targets that it decides.
impl Doubt {
    fn falls_short_in_dutch(&self) -> String {
        let one = |(action, left, target): &(ActionNr, i64, u64)| {
            let (left, target) = (dutch::signed_count(*left), dutch::count(*target));
            format!("actie {action} ({left} van {target})")
        };
        let short: Vec<_> = self.falls_short.iter().map(one).collect();
        if short.is_empty() {
            return String::new();
        }
        format!(
            " Telt {} maar één keer, dan haalt {} het doel niet.",
            dutch::signed_count(self.count),
            short.join(" of ")
        )
    }

    fn falls_short_in_english(&self) -> String {
        let one = |(action, left, target): &(ActionNr, i64, u64)| {
            let (left, target) = (english::signed_count(*left), english::count(*target));
            format!("action {action} ({left} of {target})")
        };
        let short: Vec<_> = self.falls_short.iter().map(one).collect();
        if short.is_empty() {
            return String::new();
        }
        format!(
            " If {} counts only once, {} misses its target.",
            english::signed_count(self.count),
            short.join(" or ")
        )
    }
}

/// A target that no count decides by itself, and all that stand twice together do.
#[derive(Debug)]
pub(super) struct Together {
    /// The year, where several are shown.
    pub(super) year: Option<YearNr>,
    pub(super) action: ActionNr,
    pub(super) doubling: Doubling,
    pub(super) left: i64,
    pub(super) target: u64,
}

impl Say for Together {
    fn dutch(&self) -> String {
        let what = match self.doubling {
            Doubling::Declared => "volgens het dossier dubbel",
            Doubling::Possible => "misschien dubbel",
        };
        format!(
            "Zonder wat {what} is, haalt actie {}{} het doel niet: {} van {}.",
            self.action,
            in_year_in_dutch(self.year),
            dutch::signed_count(self.left),
            dutch::count(self.target)
        )
    }

    fn english(&self) -> String {
        let what = match self.doubling {
            Doubling::Declared => "is double according to the dossier",
            Doubling::Possible => "may be double",
        };
        format!(
            "Without what {what}, action {} misses its target{}: {} of {}.",
            self.action,
            in_year_in_english(self.year),
            english::signed_count(self.left),
            english::count(self.target)
        )
    }
}

fn in_year_in_dutch(year: Option<YearNr>) -> String {
    year.map_or_else(String::new, |year| format!(" in jaar {year}"))
}

fn in_year_in_english(year: Option<YearNr>) -> String {
    year.map_or_else(String::new, |year| format!(" in year {year}"))
}

//! The words of the chart on the course of what was reached.

use crate::analysis::{ActionAttainment, Analysis, InterimStatus};
use crate::model::{ActionNr, YearNr};
use crate::report::chart::words::action_name;
use crate::wording::{Both, Sentence, capital, dutch, english, saying};

pub(super) const ONE_DATE: Both = Both {
    nl: "alle rijen van een projectjaar dragen één datum",
    en: "all rows of a project year bear one date",
};

pub(super) const ABOUT: Both = Both {
    nl: "Bereikt, opgeteld vanaf het begin van elk projectjaar (punten op het einde van elke maand), tegenover het doel van dat jaar.",
    en: "Reached, added up from the start of each project year (points at the end of each month), against the target of that year.",
};

/// What the courses say of the interim test.
pub(super) fn heading(analysis: &Analysis<'_>, years: &[YearNr]) -> Sentence {
    let below = |year: &YearNr| {
        let rows = analysis.attainment.iter();
        let below =
            rows.filter(|row| row.year == *year && row.interim.status == InterimStatus::Below);
        (*year, u64::try_from(below.count()).unwrap_or(u64::MAX))
    };
    let below: Vec<(YearNr, u64)> = years.iter().map(below).filter(|(_, it)| *it > 0).collect();
    saying(
        below,
        |below| {
            let each = below.iter().map(|(year, actions)| {
                let stayed = if *actions == 1 { "bleef" } else { "bleven" };
                let actions = dutch::plural(*actions, "actie", "acties");
                format!("in jaar {year} {stayed} {actions} tussentijds onder de drempel")
            });
            let each: Vec<String> = each.collect();
            if each.is_empty() {
                "Verloop per maand".to_owned()
            } else {
                format!("Verloop per maand: {}", dutch::list(&each))
            }
        },
        |below| {
            let each = below.iter().map(|(year, actions)| {
                let actions = english::plural(*actions, "action", "actions");
                format!("in year {year} {actions} stayed below the interim threshold")
            });
            let each: Vec<String> = each.collect();
            if each.is_empty() {
                "Course per month".to_owned()
            } else {
                format!("Course per month: {}", english::list(&each))
            }
        },
    )
}

/// `1.126`
pub(super) fn count(count: i64) -> Sentence {
    saying(
        count,
        |it| dutch::signed_count(*it),
        |it| english::signed_count(*it),
    )
}

/// `Verloop van actie 5, Oefenkansen Nederlands`
pub(super) fn course_of(analysis: &Analysis<'_>, row: &ActionAttainment<'_>) -> Sentence {
    saying(
        (row.action.nr, action_name(analysis, row.action)),
        |(nr, name)| format!("Verloop van actie {nr}, {}", name.dutch()),
        |(nr, name)| format!("Course of action {nr}, {}", name.english()),
    )
}

/// `Jaar 1: 742 van 900. Jaar 2: 1.126 van 1.000.`
pub(super) fn course(rows: &[&ActionAttainment<'_>]) -> Sentence {
    let years: Vec<(YearNr, Option<i64>, Option<u64>)> = rows
        .iter()
        .map(|row| {
            let reached = row.reached.clone().ok();
            (row.year, reached, row.target.clone().ok())
        })
        .collect();
    saying(
        years,
        |years| {
            let each = years.iter().map(|(year, reached, target)| {
                let reached = reached.map_or("onbekend".to_owned(), dutch::signed_count);
                let target = target.map_or("onbekend".to_owned(), dutch::count);
                format!("Jaar {year}: {reached}, doel {target}.")
            });
            each.collect::<Vec<_>>().join(" ")
        },
        |years| {
            let each = years.iter().map(|(year, reached, target)| {
                let reached = reached.map_or("unknown".to_owned(), english::signed_count);
                let target = target.map_or("unknown".to_owned(), english::count);
                format!("Year {year}: {reached}, target {target}.")
            });
            each.collect::<Vec<_>>().join(" ")
        },
    )
}

/// Milestones have no course.
pub(super) fn without_course(actions: Vec<ActionNr>) -> Sentence {
    saying(
        actions,
        |actions| {
            let is = if actions.len() == 1 {
                "is een mijlpaal en staat"
            } else {
                "zijn mijlpalen en staan"
            };
            let actions = capital(&dutch::actions(actions));
            format!("{actions} {is} niet in deze figuur.")
        },
        |actions| {
            let is = if actions.len() == 1 {
                "is a milestone and is"
            } else {
                "are milestones and are"
            };
            let actions = capital(&english::actions(actions));
            format!("{actions} {is} not in this figure.")
        },
    )
}

/// Actions without anything to draw a line of.
pub(super) fn nothing_to_draw(actions: Vec<ActionNr>) -> Sentence {
    saying(
        actions,
        |actions| {
            let is = if actions.len() == 1 { "staat" } else { "staan" };
            let actions = capital(&dutch::actions(actions));
            format!("{actions} {is} niet in deze figuur: er is niets bekend of niets bereikt.")
        },
        |actions| {
            let is = if actions.len() == 1 { "is" } else { "are" };
            let actions = capital(&english::actions(actions));
            format!("{actions} {is} not in this figure: nothing is known or nothing was reached.")
        },
    )
}

pub(super) const HIDDEN_MONTHS: Both = Both {
    nl: "Maanden die in de openbare versie verborgen zijn, hebben geen punt: de lijn loopt er rechtdoor.",
    en: "Months that are hidden in the public version have no point: the line goes straight on.",
};

/// Actions of which nothing is told.
pub(super) fn hidden(actions: Vec<ActionNr>) -> Sentence {
    saying(
        actions,
        |actions| {
            let is = if actions.len() == 1 { "staat" } else { "staan" };
            let actions = capital(&dutch::actions(actions));
            format!("{actions} {is} niet in deze figuur: verborgen in de openbare versie.")
        },
        |actions| {
            let is = if actions.len() == 1 { "is" } else { "are" };
            let actions = capital(&english::actions(actions));
            format!("{actions} {is} not in this figure: hidden in the public version.")
        },
    )
}

/// Years whose rows bear one date.
pub(super) fn years_of_one_date(years: Vec<YearNr>) -> Sentence {
    saying(
        years,
        |years| {
            let years = dutch::years(years);
            format!("Jaar {years} staat niet in deze figuur: alle rijen dragen één datum.")
        },
        |years| {
            let years = english::years(years);
            format!("Year {years} is not in this figure: all rows bear one date.")
        },
    )
}

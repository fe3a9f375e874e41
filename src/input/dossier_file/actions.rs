//! The actions of a dossier and what it says of them year by year.

use super::{in_scheme, notes};
use crate::finding::Finding;
use crate::input::dossier_keys;
use crate::input::fault::{Reference, RefersToNothing, Twice};
use crate::input::personal_data;
use crate::input::scheme_file::{Once, small};
use crate::input::toml_table::{Reading, Table, whole_item};
use crate::model::{ActionNr, ActionYear, DossierAction, DossierYear, Scheme, Unreadable, YearNr};
use crate::source::{Span, Spanned};

/// All actions, in the scheme's order. One that stands twice counts once.
pub(super) fn actions(
    reading: &mut Reading<'_>,
    top: Table<'_>,
    scheme: &Scheme,
    years: &[DossierYear],
    unreadable: &mut Unreadable,
) -> Vec<DossierAction> {
    let mut once = Once::new();
    let mut actions = Vec::new();
    let tables = top.tables(reading, "action", &dossier_keys::ACTION);
    unreadable.actions |= top.lacks_tables("action", tables.len());
    for table in tables {
        let nr = table.whole(reading, "nr");
        let label = table.text(reading, "label").map(|text| text.value);
        let notes = notes(reading, table);
        let number = nr.and_then(|nr| in_scheme(reading, scheme, nr));
        let (in_years, has_unreadable_year) =
            action_years(reading, table, scheme, (years, *unreadable), number);
        unreadable.actions |= nr.is_none();
        let (Some(nr), Some(number)) = (nr, number) else {
            continue;
        };
        if once.is_new(reading, number, nr.span, Twice::Action(number)) {
            let years = named_or_all(in_years, table.has("year"), years, table.span);
            actions.push(DossierAction {
                nr: number,
                label,
                years,
                has_unreadable_year,
                notes,
                span: nr.span,
            });
        }
    }
    actions.sort_by_key(|action| scheme.order(action.nr));
    actions
}

/// An action that names no years runs in all of them, with nothing known.
fn named_or_all(
    named: Vec<ActionYear>,
    names_years: bool,
    all: &[DossierYear],
    span: Span,
) -> Vec<ActionYear> {
    if names_years {
        return named;
    }
    all.iter().map(|year| blank(year.nr, span)).collect()
}

fn blank(nr: YearNr, span: Span) -> ActionYear {
    ActionYear {
        nr,
        target: None,
        current_reach: None,
        award: None,
        groups: Vec::new(),
        planned: Vec::new(),
        status: Vec::new(),
        reason: None,
        unreadable: Vec::new(),
        notes: Vec::new(),
        span,
    }
}

fn action_years(
    reading: &mut Reading<'_>,
    action: Table<'_>,
    scheme: &Scheme,
    (known, unreadable): (&[DossierYear], Unreadable),
    number: Option<ActionNr>,
) -> (Vec<ActionYear>, bool) {
    let mut once = Once::new();
    let mut years = Vec::new();
    let tables = action.tables(reading, "year", &dossier_keys::ACTION_YEAR);
    let mut has_unreadable = action.lacks_tables("year", tables.len());
    for table in tables {
        let nr = table.whole(reading, "nr");
        let entry = entry(
            reading,
            table,
            scheme,
            nr.map(|nr| YearNr(small(nr))),
            number,
        );
        let Some(nr) = nr else {
            has_unreadable = true;
            continue;
        };
        let year = entry.nr;
        if known.iter().all(|it| it.nr != year) {
            has_unreadable |= unreadable.years;
            if unreadable.years {
                continue;
            }
            let what = match scheme.year(year) {
                None => Reference::SchemeYear(year),
                Some(_) => Reference::DossierYear(year),
            };
            reading
                .findings
                .push(Finding::new(RefersToNothing { what }, nr.span));
        } else if once.is_new(reading, year, nr.span, twice(number, year)) {
            years.push(entry);
        }
    }
    years.sort_by_key(|year| year.nr);
    (years, has_unreadable)
}

fn twice(number: Option<ActionNr>, year: YearNr) -> Twice {
    number.map_or(Twice::Year(year), |number| Twice::ActionYear(number, year))
}

fn entry(
    reading: &mut Reading<'_>,
    table: Table<'_>,
    scheme: &Scheme,
    year: Option<YearNr>,
    number: Option<ActionNr>,
) -> ActionYear {
    let target = table.whole(reading, "target");
    let current_reach = table.whole(reading, "current_reach");
    let award = table.amount(reading, "award");
    let (groups, all_groups) = groups(reading, table, scheme, number.zip(year));
    let read = [
        ("target", target.is_some()),
        ("current_reach", current_reach.is_some()),
        ("award", award.is_some()),
        ("groups", all_groups),
    ];
    ActionYear {
        unreadable: table.unreadable(&read),
        target,
        current_reach,
        award,
        groups,
        planned: table.texts(reading, "planned"),
        status: table.texts(reading, "status"),
        reason: table.text(reading, "reason").map(|text| text.value),
        notes: notes(reading, table),
        ..blank(year.unwrap_or(YearNr(0)), table.span)
    }
}

/// Targets of groups, in the order of the file, and whether all could be read; the
/// scheme knows their keys.
fn groups(
    reading: &mut Reading<'_>,
    table: Table<'_>,
    scheme: &Scheme,
    of: Option<(ActionNr, YearNr)>,
) -> (Vec<(String, Spanned<u64>)>, bool) {
    let rate = of.and_then(|(action, year)| scheme.rate(action, year));
    let mut groups = Vec::new();
    let named = table.named(reading, "groups");
    let count = named.len();
    for (key, value) in named {
        if rate.is_some_and(|rate| rate.groups.iter().all(|group| group.key != key.value)) {
            let what = Reference::Group(key.value.clone());
            reading
                .findings
                .push(Finding::new(RefersToNothing { what }, key.span));
        }
        if let Some(target) = whole_item(reading, &key.value, value) {
            // K03 shows it.
            let key = personal_data::shown(reading, &key.value, key.span);
            groups.push((key, target));
        }
    }
    groups.sort_by_key(|(_, target)| target.span.start);
    let all = count > 0 && groups.len() == count;
    (groups, all)
}

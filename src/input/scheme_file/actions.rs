//! The actions of a scheme and what is paid for them.

use super::{Once, kpi_kind, remarks, small};
use crate::finding::Finding;
use crate::input::fault::{Reference, RefersToNothing, Twice};
use crate::input::scheme_keys;
use crate::input::toml_table::{Reading, Table};
use crate::model::{
    ActionNr, Basis, InTwoLanguages, KpiKind, Objective, Rate, RateGroup, SchemeAction, SchemeYear,
    YearNr,
};
use crate::source::Spanned;

/// All actions with their rates, as the file has them.
pub(super) fn actions(
    reading: &mut Reading<'_>,
    top: Table<'_>,
    objectives: &[Objective],
    years: &[SchemeYear],
) -> Vec<SchemeAction> {
    let mut once = Once::new();
    let mut actions = Vec::new();
    for table in top.tables(reading, "action", &scheme_keys::ACTION) {
        remarks(reading, table);
        let nr = table.nr(reading, "nr");
        let title = table.two_languages(reading, "title");
        let objective = objective(reading, table, objectives);
        let paid_elsewhere = table.flag(reading, "paid_elsewhere").unwrap_or(false);
        let rates = rates(reading, table, years);
        let (Some(nr), Some(title)) = (nr, title) else {
            continue;
        };
        let action = ActionNr(small(nr));
        if once.is_new(reading, action, nr.span, Twice::Action(action)) {
            let span = nr.span;
            actions.push(SchemeAction {
                nr: action,
                title,
                objective,
                paid_elsewhere,
                rates,
                span,
            });
        }
    }
    actions
}

fn objective(reading: &mut Reading<'_>, table: Table<'_>, known: &[Objective]) -> Option<u16> {
    let objective = table.whole(reading, "objective")?;
    let nr = small(objective);
    if known.iter().all(|it| it.nr != nr) {
        let what = Reference::Objective(nr);
        reading
            .findings
            .push(Finding::new(RefersToNothing { what }, objective.span));
        return None;
    }
    Some(nr)
}

fn rates(reading: &mut Reading<'_>, action: Table<'_>, known: &[SchemeYear]) -> Vec<Rate> {
    let mut once = Once::new();
    let mut rates = Vec::new();
    for table in action.tables(reading, "rate", &scheme_keys::RATE) {
        remarks(reading, table);
        let years = table.wholes(reading, "years");
        let unit = table.two_languages(reading, "unit");
        let kind = table
            .choice(reading, "kind")
            .and_then(|word| kpi_kind(word.value));
        let counts_persons = table.flag(reading, "counts_persons");
        let rest = rate_amounts(reading, table);
        let mut known_years = Vec::new();
        for year in years {
            let nr = YearNr(small(year));
            if is_known_year(reading, year, known)
                && once.is_new(reading, nr, year.span, Twice::Year(nr))
            {
                known_years.push(nr);
            }
        }
        if let (Some(unit), Some(kind)) = (unit, kind) {
            rates.push(Rate {
                years: known_years,
                unit,
                kind,
                counts_persons: counts_persons.unwrap_or(kind != KpiKind::Milestone),
                ..rest
            });
        }
    }
    rates
}

fn is_known_year(reading: &mut Reading<'_>, year: Spanned<u64>, known: &[SchemeYear]) -> bool {
    let nr = YearNr(small(year));
    let is_known = known.iter().any(|it| it.nr == nr);
    if !is_known {
        let what = Reference::SchemeYear(nr);
        reading
            .findings
            .push(Finding::new(RefersToNothing { what }, year.span));
    }
    is_known
}

/// A rate without its years, unit and kind.
fn rate_amounts(reading: &mut Reading<'_>, table: Table<'_>) -> Rate {
    Rate {
        years: Vec::new(),
        unit: InTwoLanguages::default(),
        kind: KpiKind::Flow,
        counts_persons: true,
        unit_amount: table
            .amount(reading, "unit_amount")
            .map(|amount| amount.value),
        basis: match table.choice(reading, "basis").map(|word| word.value) {
            Some("total-cost") => Basis::TotalCost,
            _ => Basis::Subsidy,
        },
        ceiling_units: table
            .units(reading, "ceiling_units")
            .map(|units| units.value),
        ceiling: table.amount(reading, "ceiling").map(|amount| amount.value),
        criterion: table.two_languages(reading, "criterion"),
        groups: groups(reading, table),
        sources: table.texts(reading, "source"),
    }
}

fn groups(reading: &mut Reading<'_>, rate: Table<'_>) -> Vec<RateGroup> {
    let mut once = Once::new();
    let mut groups = Vec::new();
    for table in rate.tables(reading, "groups", &scheme_keys::GROUP) {
        let key = table.text(reading, "key");
        let title = table.two_languages(reading, "title");
        let ceiling_units = table
            .units(reading, "ceiling_units")
            .map(|units| units.value);
        let (Some(key), Some(title)) = (key, title) else {
            continue;
        };
        if once.is_new(
            reading,
            key.value.clone(),
            key.span,
            Twice::Key(key.value.clone()),
        ) {
            groups.push(RateGroup {
                key: key.value,
                title,
                ceiling_units,
            });
        }
    }
    groups
}

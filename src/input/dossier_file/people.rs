//! Staff, and what is known of people counted twice.

use super::money::payer;
use super::{Known, notes};
use crate::input::dossier_keys;
use crate::input::toml_table::{Reading, Table};
use crate::model::{Filled, Overlap, Staff, YearNr};

pub(super) fn staff(reading: &mut Reading<'_>, top: Table<'_>, known: Known<'_>) -> Vec<Staff> {
    let mut staff = Vec::new();
    for table in top.tables(reading, "staff", &dossier_keys::STAFF) {
        let role = table.text(reading, "role");
        let actions = known.actions(reading, table);
        let years = years(reading, table, known);
        let fte = table.fte(reading, "fte");
        let payer = payer(reading, table).map(|payer| payer.value);
        let filled = filled(reading, table);
        let notes = notes(reading, table);
        let (Some(role), Some(actions)) = (role, actions) else {
            continue;
        };
        staff.push(Staff {
            role: role.value,
            actions,
            years,
            fte,
            payer,
            filled,
            filled_span: table.span_of(reading, "filled"),
            notes,
            span: table.span,
        });
    }
    staff
}

/// The years that are named, else every year of the dossier.
fn years(reading: &mut Reading<'_>, table: Table<'_>, known: Known<'_>) -> Vec<YearNr> {
    if !table.has("years") {
        return known.years.iter().map(|year| year.nr).collect();
    }
    let named = table.wholes(reading, "years");
    named
        .into_iter()
        .filter_map(|nr| known.year(reading, nr))
        .collect()
}

fn filled(reading: &mut Reading<'_>, staff: Table<'_>) -> Option<Vec<Filled>> {
    if !staff.has("filled") {
        return None;
    }
    let tables = staff.tables(reading, "filled", &dossier_keys::FILLED);
    let filled = tables
        .into_iter()
        .map(|table| Filled {
            fte: table.fte(reading, "fte"),
            from: table.date(reading, "from"),
            to: table.date(reading, "to"),
        })
        .collect();
    Some(filled)
}

pub(super) fn overlaps(
    reading: &mut Reading<'_>,
    top: Table<'_>,
    known: Known<'_>,
) -> Vec<Overlap> {
    let mut overlaps = Vec::new();
    for table in top.tables(reading, "overlap", &dossier_keys::OVERLAP) {
        let provider = table.text(reading, "provider");
        let actions = known.actions(reading, table);
        let year = table
            .whole(reading, "year")
            .and_then(|nr| known.year(reading, nr));
        let same_people = table.flag(reading, "same_people");
        let double_investment = table.flag(reading, "double_investment");
        notes(reading, table);
        let (Some(provider), Some(actions), Some(year)) = (provider, actions, year) else {
            continue;
        };
        let at = table.span_of(reading, "actions");
        if !known.run_in(reading, &actions, year, at) {
            continue;
        }
        overlaps.push(Overlap {
            provider: provider.value,
            actions,
            year,
            same_people,
            double_investment,
            span: table.span,
        });
    }
    overlaps
}

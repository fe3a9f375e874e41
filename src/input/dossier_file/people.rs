//! Staff, and what is known of people counted twice.

use super::money::payer;
use super::{Known, notes};
use crate::input::dossier_keys;
use crate::input::toml_table::{Reading, Table};
use crate::model::{Filled, Overlap, Staff, Unreadable, YearNr};

/// Staff lines. One that cannot be read is missing from every sum of them.
pub(super) fn staff(
    reading: &mut Reading<'_>,
    top: Table<'_>,
    known: Known<'_>,
    unreadable: &mut Unreadable,
) -> Vec<Staff> {
    let mut staff = Vec::new();
    let tables = top.tables(reading, "staff", &dossier_keys::STAFF);
    unreadable.staff |= top.lacks_tables("staff", tables.len());
    for table in tables {
        let line = line(reading, table, known);
        let is_whole = line.as_ref().is_some_and(|line| {
            let read = [("fte", line.fte.is_some()), ("payer", line.payer.is_some())];
            table.unreadable(&read).is_empty()
        });
        unreadable.staff |= !is_whole;
        staff.extend(line);
    }
    staff
}

fn line(reading: &mut Reading<'_>, table: Table<'_>, known: Known<'_>) -> Option<Staff> {
    let role = table.text(reading, "role");
    let actions = known.actions(reading, table);
    let years = years(reading, table, known);
    let fte = table.fte(reading, "fte");
    let payer = payer(reading, table).map(|payer| payer.value);
    let yearly_cost = table.amount(reading, "yearly_cost");
    let filled = filled(reading, table);
    let notes = notes(reading, table);
    let read = [
        ("fte", fte.is_some()),
        ("filled", filled.is_some()),
        ("payer", payer.is_some()),
        ("yearly_cost", yearly_cost.is_some()),
    ];
    Some(Staff {
        unreadable: table.unreadable(&read),
        role: role?.value,
        actions: actions?,
        years: years?,
        fte,
        payer,
        yearly_cost,
        filled,
        filled_span: table.span_of(reading, "filled"),
        notes,
        span: table.span,
    })
}

/// The years that are named, else every year of the dossier; none when one of them
/// cannot be used.
fn years(reading: &mut Reading<'_>, table: Table<'_>, known: Known<'_>) -> Option<Vec<YearNr>> {
    if !table.has("years") {
        return Some(known.years.iter().map(|year| year.nr).collect());
    }
    let named = table.wholes(reading, "years");
    let count = table.length("years");
    let years: Vec<YearNr> = named
        .into_iter()
        .filter_map(|nr| known.year(reading, nr))
        .collect();
    (count == Some(years.len())).then_some(years)
}

/// Who was taken on. What cannot be read is unknown, which is not nobody.
fn filled(reading: &mut Reading<'_>, staff: Table<'_>) -> Option<Vec<Filled>> {
    if !staff.has("filled") {
        return None;
    }
    let tables = staff.tables(reading, "filled", &dossier_keys::FILLED);
    let count = tables.len();
    let filled: Vec<Filled> = tables
        .into_iter()
        .filter_map(|table| one(reading, table))
        .collect();
    (staff.length("filled") == Some(count) && filled.len() == count).then_some(filled)
}

fn one(reading: &mut Reading<'_>, table: Table<'_>) -> Option<Filled> {
    let filled = Filled {
        fte: table.fte(reading, "fte"),
        from: table.date(reading, "from"),
        to: table.date(reading, "to"),
    };
    let read = [
        ("fte", filled.fte.is_some()),
        ("from", filled.from.is_some()),
        ("to", filled.to.is_some()),
    ];
    table.unreadable(&read).is_empty().then_some(filled)
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
            provider: provider
                .value
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
            actions,
            year,
            same_people,
            double_investment,
            span: table.span,
        });
    }
    overlaps
}

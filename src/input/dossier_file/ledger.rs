//! Money that moves: between actions, back to whoever granted it, and in.

use super::money::one_action;
use super::{Known, notes};
use crate::input::toml_table::{Reading, Shape, Table, not_in_list};
use crate::input::{dossier_keys, listed};
use crate::model::{Receipt, ReceiptKind, Repaid, Transfer, Unreadable, YearNr, folded_plain};
use crate::wording::{Both, receipt_term};

/// Money moved between actions. A line that cannot be read leaves every sum of them
/// unknown.
pub(super) fn transfers(
    reading: &mut Reading<'_>,
    top: Table<'_>,
    known: Known<'_>,
    unreadable: &mut Unreadable,
) -> Vec<Transfer> {
    let lines = ("transfer", &dossier_keys::TRANSFER);
    all(
        reading,
        top,
        lines,
        &mut unreadable.transfers,
        |reading, table| transfer(reading, table, known),
    )
}

fn transfer(reading: &mut Reading<'_>, table: Table<'_>, known: Known<'_>) -> Option<Transfer> {
    let year = year(reading, table, known);
    let from = table
        .whole(reading, "from")
        .and_then(|nr| known.action(reading, nr));
    let written = table.whole(reading, "to");
    let to = written.and_then(|nr| known.action(reading, nr));
    let amount = table.amount(reading, "amount").map(|amount| amount.value);
    let reason = table.text(reading, "reason").map(|text| text.value);
    notes(reading, table);
    let (year, from, to, amount) = (year?, from?, to?, amount?);
    if from == to {
        let text = written.map(|nr| nr.map(|nr| nr.to_string()))?;
        let others = known.actions.iter().filter(|action| action.nr != from);
        let others: Vec<_> = others.map(|action| action.nr.to_string()).collect();
        let allowed = listed::keys(others.iter().map(String::as_str));
        not_in_list(reading, "to", &text, allowed);
        return None;
    }
    known
        .run_in(reading, &[from, to], year, table.span)
        .then_some(Transfer {
            year,
            from,
            to,
            amount,
            reason,
            span: table.span,
        })
}

/// Money given back. A line that cannot be read leaves their sum unknown.
pub(super) fn repaid(
    reading: &mut Reading<'_>,
    top: Table<'_>,
    known: Known<'_>,
    unreadable: &mut Unreadable,
) -> Vec<Repaid> {
    let lines = ("repaid", &dossier_keys::REPAID);
    all(
        reading,
        top,
        lines,
        &mut unreadable.repaid,
        |reading, table| given_back(reading, table, known),
    )
}

fn given_back(reading: &mut Reading<'_>, table: Table<'_>, known: Known<'_>) -> Option<Repaid> {
    let year = year(reading, table, known);
    let action = one_action(reading, table, known);
    let amount = table.amount(reading, "amount").map(|amount| amount.value);
    let reason = table.text(reading, "reason").map(|text| text.value);
    notes(reading, table);
    let (year, action, amount) = (year?, action?, amount?);
    let at = table.span_of(reading, "action");
    action
        .is_none_or(|action| known.run_in(reading, &[action], year, at))
        .then_some(Repaid {
            year,
            action,
            amount,
            reason,
            span: table.span,
        })
}

/// Money that came in. A line that cannot be read leaves their sum unknown.
pub(super) fn receipts(
    reading: &mut Reading<'_>,
    top: Table<'_>,
    known: Known<'_>,
    unreadable: &mut Unreadable,
) -> Vec<Receipt> {
    let lines = ("receipt", &dossier_keys::RECEIPT);
    all(
        reading,
        top,
        lines,
        &mut unreadable.receipts,
        |reading, table| receipt(reading, table, known),
    )
}

fn receipt(reading: &mut Reading<'_>, table: Table<'_>, known: Known<'_>) -> Option<Receipt> {
    let date = table.date(reading, "date").map(|date| date.value);
    let year = year(reading, table, known);
    let amount = table.amount(reading, "amount");
    let what = what(reading, table);
    notes(reading, table);
    Some(Receipt {
        date: date?,
        year: year?,
        amount: amount?,
        what: what?,
        span: table.span,
    })
}

/// Advance or balance, by its word in either language.
fn what(reading: &mut Reading<'_>, table: Table<'_>) -> Option<ReceiptKind> {
    let text = table.text(reading, "what")?;
    let words = ReceiptKind::ALL.map(|it| (it, receipt_term(it)));
    let name = folded_plain(&text.value);
    let found = words.iter().find(|(_, term)| {
        let Both { nl, en } = term.word;
        [term.key, nl, en].contains(&name.as_str())
    });
    if found.is_none() {
        let allowed = words.map(|(_, term)| listed::both(term.word));
        not_in_list(reading, "what", &text, allowed.into_iter().collect());
    }
    found.map(|(kind, _)| *kind)
}

fn year(reading: &mut Reading<'_>, table: Table<'_>, known: Known<'_>) -> Option<YearNr> {
    let nr = table.whole(reading, "year")?;
    known.year(reading, nr)
}

/// The lines under a key; whether one of them cannot be read is kept in `is_lost`.
fn all<'t, T>(
    reading: &mut Reading<'_>,
    top: Table<'t>,
    (key, shape): (&'static str, &'static Shape),
    is_lost: &mut bool,
    line: impl Fn(&mut Reading<'_>, Table<'t>) -> Option<T>,
) -> Vec<T> {
    let tables = top.tables(reading, key, shape);
    *is_lost |= top.lacks_tables(key, tables.len());
    let mut lines = Vec::new();
    for table in tables {
        let line = line(reading, table);
        *is_lost |= line.is_none();
        lines.extend(line);
    }
    lines
}

//! Planned costs, stimuli and money carried over.

use super::{Known, notes};
use crate::finding::Finding;
use crate::input::dossier_keys;
use crate::input::fault::{Reference, RefersToNothing};
use crate::input::listed;
use crate::input::toml_table::{Reading, Table, not_in_list};
use crate::model::{BudgetLine, CarryOver, Payer, Scheme, StimulusAward};
use crate::source::Spanned;

pub(super) fn budget(
    reading: &mut Reading<'_>,
    top: Table<'_>,
    known: Known<'_>,
) -> Vec<BudgetLine> {
    let mut lines = Vec::new();
    for table in top.tables(reading, "budget", &dossier_keys::BUDGET) {
        let year = table
            .whole(reading, "year")
            .and_then(|nr| known.year(reading, nr));
        let actions = known.actions(reading, table);
        let category = category(reading, table, known.scheme);
        let payer = payer(reading, table);
        let amount = table.amount(reading, "amount");
        let notes = notes(reading, table);
        let (Some(year), Some(actions), Some(amount)) = (year, actions, amount) else {
            continue;
        };
        let at = table.span_of(reading, "actions");
        if !known.run_in(reading, &actions, year, at) {
            continue;
        }
        lines.push(BudgetLine {
            year,
            actions,
            category,
            payer,
            amount,
            notes,
            span: table.span,
        });
    }
    lines
}

/// The key of the category that a text names, by key or title in either language.
fn category(
    reading: &mut Reading<'_>,
    table: Table<'_>,
    scheme: &Scheme,
) -> Option<Spanned<String>> {
    let text = table.text(reading, "category")?;
    if let Some(key) = listed::category(scheme, &text.value) {
        return Some(Spanned::new(key.to_owned(), text.span));
    }
    let allowed = scheme.categories.iter().map(|it| it.key.clone()).collect();
    reading
        .findings
        .push(not_in_list("category", &text, allowed));
    None
}

/// The payer that a text names, by key or word in either language.
pub(super) fn payer(reading: &mut Reading<'_>, table: Table<'_>) -> Option<Spanned<Payer>> {
    let text = table.text(reading, "payer")?;
    if let Some(payer) = listed::payer(&text.value) {
        return Some(Spanned::new(payer, text.span));
    }
    let allowed = Payer::ALL
        .iter()
        .map(|payer| payer.key().to_owned())
        .collect();
    reading.findings.push(not_in_list("payer", &text, allowed));
    None
}

pub(super) fn stimuli(
    reading: &mut Reading<'_>,
    top: Table<'_>,
    known: Known<'_>,
) -> Vec<StimulusAward> {
    let mut stimuli = Vec::new();
    for table in top.tables(reading, "stimulus", &dossier_keys::STIMULUS) {
        let kind = table
            .text(reading, "kind")
            .filter(|kind| is_known(reading, known.scheme, kind));
        let named = table.whole(reading, "action");
        let action = named.and_then(|nr| known.action(reading, nr));
        let year = table
            .whole(reading, "year")
            .and_then(|nr| known.year(reading, nr));
        let amount = table.amount(reading, "amount").map(|amount| amount.value);
        notes(reading, table);
        let (Some(kind), Some(year)) = (kind, year) else {
            continue;
        };
        let at = table.span_of(reading, "action");
        let runs = action.is_none_or(|action| known.run_in(reading, &[action], year, at));
        if runs && named.is_some() == action.is_some() {
            let span = table.span;
            stimuli.push(StimulusAward {
                kind: kind.value,
                action,
                year,
                amount,
                span,
            });
        }
    }
    stimuli
}

fn is_known(reading: &mut Reading<'_>, scheme: &Scheme, kind: &Spanned<String>) -> bool {
    let is_known = scheme.stimuli.iter().any(|it| it.kind == kind.value);
    if !is_known {
        let what = Reference::Stimulus(kind.value.clone());
        reading
            .findings
            .push(Finding::new(RefersToNothing { what }, kind.span));
    }
    is_known
}

pub(super) fn carry_overs(
    reading: &mut Reading<'_>,
    top: Table<'_>,
    known: Known<'_>,
) -> Vec<CarryOver> {
    let mut carry_overs = Vec::new();
    for table in top.tables(reading, "carry_over", &dossier_keys::CARRY_OVER) {
        let named = table.whole(reading, "action");
        let action = named.and_then(|nr| known.action(reading, nr));
        let from = table
            .whole(reading, "from")
            .and_then(|nr| known.year(reading, nr));
        let to = table
            .whole(reading, "to")
            .and_then(|nr| known.year(reading, nr));
        let amount = table.amount(reading, "amount").map(|amount| amount.value);
        let reason = table.text(reading, "reason").map(|text| text.value);
        notes(reading, table);
        let (Some(from), Some(to)) = (from, to) else {
            continue;
        };
        if named.is_some() == action.is_some() {
            let span = table.span;
            carry_overs.push(CarryOver {
                action,
                from,
                to,
                amount,
                reason,
                span,
            });
        }
    }
    carry_overs
}

//! Planned costs, stimuli and money carried over.

use super::{Known, notes};
use crate::finding::Finding;
use crate::input::dossier_keys;
use crate::input::fault::{Reference, RefersToNothing};
use crate::input::listed;
use crate::input::toml_table::{Reading, Table, not_in_list};
use crate::model::{
    ActionNr, BudgetLine, CarryOver, Payer, Scheme, StimulusAward, Unreadable, YearNr,
};
use crate::source::Spanned;

/// Planned cost lines. One that cannot be read is missing from every sum of them.
pub(super) fn budget(
    reading: &mut Reading<'_>,
    top: Table<'_>,
    known: Known<'_>,
    unreadable: &mut Unreadable,
) -> Vec<BudgetLine> {
    let mut lines = Vec::new();
    let tables = top.tables(reading, "budget", &dossier_keys::BUDGET);
    unreadable.budget |= top.lacks_tables("budget", tables.len());
    for table in tables {
        let line = budget_line(reading, table, known);
        let is_whole = line.as_ref().is_some_and(|line| {
            let read = [
                ("category", line.category.is_some()),
                ("payer", line.payer.is_some()),
            ];
            table.unreadable(&read).is_empty()
        });
        unreadable.budget |= !is_whole;
        lines.extend(line);
    }
    lines
}

fn budget_line(
    reading: &mut Reading<'_>,
    table: Table<'_>,
    known: Known<'_>,
) -> Option<BudgetLine> {
    let year = table
        .whole(reading, "year")
        .and_then(|nr| known.year(reading, nr));
    let actions = known.actions(reading, table);
    let category = category(reading, table, known.scheme);
    let payer = payer(reading, table);
    let amount = table.amount(reading, "amount");
    let notes = notes(reading, table);
    let (year, actions, amount) = (year?, actions?, amount?);
    let at = table.span_of(reading, "actions");
    known
        .run_in(reading, &actions, year, at)
        .then_some(BudgetLine {
            year,
            actions,
            category,
            payer,
            amount,
            notes,
            span: table.span,
        })
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
    let allowed = listed::categories(scheme);
    not_in_list(reading, "category", &text, allowed);
    None
}

/// The payer that a text names, by key or word in either language.
pub(super) fn payer(reading: &mut Reading<'_>, table: Table<'_>) -> Option<Spanned<Payer>> {
    let text = table.text(reading, "payer")?;
    if let Some(payer) = listed::payer(&text.value) {
        return Some(Spanned::new(payer, text.span));
    }
    not_in_list(reading, "payer", &text, listed::payers());
    None
}

/// Stimuli. One that cannot be read leaves their sum unknown.
pub(super) fn stimuli(
    reading: &mut Reading<'_>,
    top: Table<'_>,
    known: Known<'_>,
    unreadable: &mut Unreadable,
) -> Vec<StimulusAward> {
    let mut stimuli = Vec::new();
    let tables = top.tables(reading, "stimulus", &dossier_keys::STIMULUS);
    unreadable.stimuli |= top.lacks_tables("stimulus", tables.len());
    for table in tables {
        let stimulus = stimulus(reading, table, known);
        let is_whole = stimulus.as_ref().is_some_and(|it| {
            table
                .unreadable(&[("amount", it.amount.is_some())])
                .is_empty()
        });
        unreadable.stimuli |= !is_whole;
        stimuli.extend(stimulus);
    }
    stimuli
}

fn stimulus(
    reading: &mut Reading<'_>,
    table: Table<'_>,
    known: Known<'_>,
) -> Option<StimulusAward> {
    let kind = table
        .text(reading, "kind")
        .filter(|kind| is_known(reading, known.scheme, kind));
    let action = one_action(reading, table, known);
    let year = table
        .whole(reading, "year")
        .and_then(|nr| known.year(reading, nr));
    let amount = table.amount(reading, "amount").map(|amount| amount.value);
    notes(reading, table);
    let (kind, action, year) = (kind?, action?, year?);
    let at = table.span_of(reading, "action");
    action
        .is_none_or(|action| known.run_in(reading, &[action], year, at))
        .then_some(StimulusAward {
            kind: kind.value,
            action,
            year,
            amount,
            span: table.span,
        })
}

/// The action of a line; none within when the line names none, none at all when what
/// it names cannot be used.
pub(super) fn one_action(
    reading: &mut Reading<'_>,
    table: Table<'_>,
    known: Known<'_>,
) -> Option<Option<ActionNr>> {
    if !table.has("action") {
        return Some(None);
    }
    let nr = table.whole(reading, "action")?;
    known.action(reading, nr).map(Some)
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

/// Carry-overs. One that cannot be read leaves what was carried unknown.
pub(super) fn carry_overs(
    reading: &mut Reading<'_>,
    top: Table<'_>,
    known: Known<'_>,
    unreadable: &mut Unreadable,
) -> Vec<CarryOver> {
    let mut carry_overs = Vec::new();
    let tables = top.tables(reading, "carry_over", &dossier_keys::CARRY_OVER);
    unreadable.carry_overs |= top.lacks_tables("carry_over", tables.len());
    for table in tables {
        let carry_over = carry_over(reading, table, known);
        let is_whole = carry_over.as_ref().is_some_and(|it| {
            table
                .unreadable(&[("amount", it.amount.is_some())])
                .is_empty()
        });
        unreadable.carry_overs |= !is_whole;
        carry_overs.extend(carry_over);
    }
    carry_overs
}

fn carry_over(reading: &mut Reading<'_>, table: Table<'_>, known: Known<'_>) -> Option<CarryOver> {
    let action = one_action(reading, table, known);
    let from = table
        .whole(reading, "from")
        .and_then(|nr| known.year(reading, nr));
    let written = table.whole(reading, "to");
    let to = written.and_then(|nr| known.year(reading, nr));
    let amount = table.amount(reading, "amount").map(|amount| amount.value);
    let reason = table.text(reading, "reason").map(|text| text.value);
    notes(reading, table);
    let (action, from, to) = (action?, from?, to?);
    let next = YearNr(from.0.saturating_add(1));
    if to != next {
        // Money goes from one project year to the next, never further or back.
        let text = written.map(|nr| nr.map(|nr| nr.to_string()))?;
        let allowed = listed::keys([next.to_string().as_str()]);
        not_in_list(reading, "to", &text, allowed);
        return None;
    }
    Some(CarryOver {
        action,
        from,
        to,
        amount,
        reason,
        span: table.span,
    })
}

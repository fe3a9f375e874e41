//! Cells as people read them, and the footnotes that give the reasons for what
//! is unknown.

use super::grid::Entry;
use crate::document::{Cell, Column};
use crate::finding::Code;
use crate::model::{Language, Unknown};
use crate::wording::{Say, dutch, english, terms, visible};
use crate::{model, wording};

/// The reasons under one view, each once.
#[derive(Debug, Clone, Default)]
pub(in crate::render) struct Footnotes {
    language: Language,
    reasons: Vec<String>,
}

impl Footnotes {
    /// No footnotes yet.
    pub(in crate::render) fn new(language: Language) -> Self {
        Self {
            language,
            reasons: Vec::new(),
        }
    }

    /// The reasons in the order of their numbers, from 1.
    pub(in crate::render) fn reasons(&self) -> &[String] {
        &self.reasons
    }

    /// The number of a reason, which is kept for below.
    fn unknown(&mut self, reason: &Unknown) -> usize {
        let reason = reason.say(self.language);
        let known = self.reasons.iter().position(|it| *it == reason);
        known.unwrap_or_else(|| {
            self.reasons.push(reason);
            self.reasons.len() - 1
        }) + 1
    }

    /// A cell of a column.
    pub(super) fn entry(&mut self, cell: &Cell, column: &Column) -> Entry {
        match cell {
            Cell::Text(text) => Entry::Words(visible(text).into_owned()),
            Cell::Title(title) => Entry::Words(title.say(self.language)),
            Cell::Keyed(keyed) => Entry::Words(keyed.1.say(self.language)),
            Cell::Word(term) => Entry::State(term.key, term.get(self.language).to_owned()),
            Cell::Unknown(reason) => Entry::Unknown(self.unknown(reason)),
            Cell::Nothing if column.kind.is_number() => Entry::NoFigure,
            Cell::Nothing => Entry::Empty,
            figure => Entry::Figure(written(figure, column, self.language)),
        }
    }
}

/// `K08 T01`
pub(in crate::render) fn joined_codes(codes: &[Code]) -> String {
    let codes: Vec<_> = codes.iter().map(|code| code.key()).collect();
    codes.join(" ")
}

/// A figure as people in a language write it; nothing for what is no figure.
fn written(cell: &Cell, column: &Column, language: Language) -> String {
    match cell {
        Cell::Count(count) => wording::signed_count(*count, language),
        Cell::Year(year) => year.to_string(),
        Cell::Years(years) => match language {
            Language::Dutch => dutch::years(years),
            Language::English => english::years(years),
        },
        Cell::Period(period) => stretch(*period, language),
        Cell::AccountingYear(Some(year)) => year.to_string(),
        Cell::AccountingYear(None) => terms::P_ALL.get(language).to_owned(),
        Cell::Action(action) => action.to_string(),
        Cell::Actions(actions) => joined(actions),
        Cell::Units(units) => wording::units(*units, language),
        Cell::Euro(amount) => wording::euro(*amount, language),
        Cell::Ratio(ratio) => wording::percent(*ratio, &column.thresholds, language),
        Cell::Fte(fte) => wording::fte(*fte, 2, language),
        Cell::FteMonths(months) => wording::fte_months(*months, language),
        Cell::Date(date) => wording::date(*date, language),
        Cell::Month(first) => month(*first, language),
        Cell::Flag(true) => terms::YES.get(language).to_owned(),
        Cell::Flag(false) => terms::NO.get(language).to_owned(),
        Cell::Text(_)
        | Cell::Title(_)
        | Cell::Keyed(_)
        | Cell::Word(_)
        | Cell::Unknown(_)
        | Cell::Nothing => String::new(),
    }
}

/// What stands over the figures of a year or period: `jaar 1`, `samen`.
pub(in crate::render) fn across(cell: &Cell, column: &Column, notes: &mut Footnotes) -> String {
    match cell {
        Cell::Year(year) => stretch(Some(*year), notes.language),
        Cell::Action(action) => match notes.language {
            Language::Dutch => dutch::actions(&[*action]),
            Language::English => english::actions(&[*action]),
        },
        _ => notes.entry(cell, column).plain(notes.language),
    }
}

/// `doel, bereikt en graad`
pub(in crate::render) fn listed(items: &[String], language: Language) -> String {
    match language {
        Language::Dutch => dutch::list(items),
        Language::English => english::list(items),
    }
}

fn stretch(period: Option<model::YearNr>, language: Language) -> String {
    match period {
        Some(year) => format!("{} {year}", terms::YEAR.get(language)),
        None => terms::P_ALL.get(language).to_owned(),
    }
}

fn joined(actions: &[model::ActionNr]) -> String {
    let numbers: Vec<_> = actions.iter().map(ToString::to_string).collect();
    numbers.join(", ")
}

/// The date of its first day without the day.
fn month(first: model::Date, language: Language) -> String {
    let day = wording::date(first, language);
    let month = day.split_once(['/', ' ']).map_or("", |(_, month)| month);
    month.to_owned()
}

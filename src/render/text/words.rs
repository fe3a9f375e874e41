//! Cells as people read them, and the footnotes that give the reasons for what
//! is unknown.

use super::grid::Entry;
use super::ink::{ink, state};
use super::wrap::hanging;
use crate::document::{Cell, Column};
use crate::model::{Language, Unknown};
use crate::render::Settings;
use crate::wording::{Say, dutch, english, terms, visible};
use crate::{model, wording};

/// The reasons under one table, each once.
#[derive(Clone)]
pub(super) struct Footnotes<'a> {
    settings: &'a Settings,
    reasons: Vec<String>,
}

impl<'a> Footnotes<'a> {
    /// No footnotes yet.
    pub(super) fn new(settings: &'a Settings) -> Self {
        Self {
            settings,
            reasons: Vec::new(),
        }
    }

    /// `onbekend ¹`, with its reason kept for below.
    fn unknown(&mut self, reason: &Unknown) -> String {
        let reason = reason.say(self.settings.language);
        let known = self.reasons.iter().position(|it| *it == reason);
        let index = known.unwrap_or_else(|| {
            self.reasons.push(reason);
            self.reasons.len() - 1
        });
        let word = terms::ST_UNKNOWN.get(self.settings.language);
        format!("{word} {}", raised(index + 1, self.settings))
    }

    /// The footnotes as lines.
    pub(super) fn lines(&self) -> Vec<String> {
        let all = self.reasons.iter().enumerate();
        all.flat_map(|(index, reason)| {
            let mark = format!("{} ", raised(index + 1, self.settings));
            hanging(&mark, reason, self.settings.width)
        })
        .collect()
    }

    /// A cell of a column.
    pub(super) fn entry(&mut self, cell: &Cell, column: &Column) -> Entry {
        let settings = self.settings;
        let language = settings.language;
        match cell {
            Cell::Text(text) => Entry::Words(visible(text).into_owned()),
            Cell::Title(title) | Cell::Keyed(_, title) => Entry::Words(title.say(language)),
            Cell::Word(term) => {
                let glyph = state(term.key, settings);
                Entry::Words(format!("{glyph}{}", term.get(language)))
            }
            Cell::Unknown(reason) => Entry::Figure(self.unknown(reason)),
            Cell::Nothing if column.kind.is_number() => Entry::Figure(ink(settings).dash.into()),
            Cell::Nothing => Entry::Empty,
            figure => Entry::Figure(written(figure, column, language)),
        }
    }
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
        | Cell::Keyed(..)
        | Cell::Word(_)
        | Cell::Unknown(_)
        | Cell::Nothing => String::new(),
    }
}

/// What stands over the figures of a year or period: `jaar 1`, `samen`.
pub(super) fn across(cell: &Cell, column: &Column, notes: &mut Footnotes<'_>) -> String {
    match cell {
        Cell::Year(year) => stretch(Some(*year), notes.settings.language),
        Cell::Action(action) => match notes.settings.language {
            Language::Dutch => dutch::actions(&[*action]),
            Language::English => english::actions(&[*action]),
        },
        _ => notes.entry(cell, column).text().to_owned(),
    }
}

/// The word of a language with a capital.
pub(super) fn capital(word: &str) -> String {
    let mut rest = word.chars();
    let first = rest.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(rest).collect()
}

/// `doel, bereikt en graad`
pub(super) fn listed(items: &[String], language: Language) -> String {
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

fn raised(number: usize, settings: &Settings) -> String {
    if settings.plain {
        return format!("[{number}]");
    }
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digits = number.to_string();
    let raise = |digit: char| RAISED[digit.to_digit(10).unwrap_or(0) as usize];
    digits.chars().map(raise).collect()
}

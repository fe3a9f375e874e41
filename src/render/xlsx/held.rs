//! What a sheet holds of a cell of a table: a number with its shape, a day, words, or
//! nothing and perhaps the reason why.

use super::number;
use super::words;
use crate::document::{Cell, Column};
use crate::model::{Date, Language};
use crate::wording::{self, Say, terms};
use rust_decimal::Decimal;

/// The first year of which spreadsheets agree on the days.
const FIRST_YEAR: i16 = 1901;

/// What stands in a cell of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Held {
    /// A number.
    Number(Decimal, Shape),
    /// A number with more digits than a cell keeps, as text.
    Digits(String),
    /// A day.
    Day(Date),
    /// A month, by its first day.
    Month(Date),
    /// Words.
    Words(String),
    /// Not known, and why: the cell stays empty.
    Unknown(String),
    /// Does not apply: the cell stays empty.
    Nothing,
}

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A key, such as a year: no group marks.
    Key,
    /// A number with so many decimals.
    Decimals(u32),
    /// An amount.
    Euro,
    /// A percentage with one decimal.
    Percent,
}

impl Shape {
    /// The number format. In the file marks are those of no language; a spreadsheet
    /// shows them as its user writes them.
    pub(super) fn pattern(self) -> String {
        match self {
            Self::Key => "0".to_owned(),
            Self::Decimals(0) => "#,##0".to_owned(),
            Self::Decimals(decimals) => format!("#,##0.{}", "0".repeat(decimals as usize)),
            Self::Euro => "\"€\" #,##0.00;\"€\" -#,##0.00".to_owned(),
            Self::Percent => "0.0%".to_owned(),
        }
    }

    /// Characters of a number in this shape.
    pub(super) fn width(self, figure: Decimal) -> usize {
        let digits = |decimals: usize, figure: Decimal| {
            let whole = format!("{:.0}", figure.abs().trunc()).len();
            let sign = usize::from(figure.is_sign_negative());
            let point = usize::from(decimals > 0);
            sign + whole + whole.saturating_sub(1) / 3 + point + decimals
        };
        match self {
            Self::Key => digits(0, figure),
            Self::Decimals(decimals) => digits(decimals as usize, figure),
            Self::Euro => digits(2, figure) + 2,
            Self::Percent => digits(1, figure * Decimal::ONE_HUNDRED) + 1,
        }
    }
}

/// What a sheet holds of a cell.
pub(super) fn held(cell: &Cell, column: &Column, language: Language) -> Held {
    if let Some((figure, shape)) = figure(cell, column) {
        return match number::fits(figure) {
            true => Held::Number(figure, shape),
            false => Held::Digits(figure.normalize().to_string()),
        };
    }
    match cell {
        Cell::Date(day) if day.year() >= FIRST_YEAR => Held::Day(*day),
        Cell::Month(first) if first.year() >= FIRST_YEAR => Held::Month(*first),
        Cell::Unknown(reason) => Held::Unknown(words::text(&reason.say(language))),
        Cell::Nothing => Held::Nothing,
        _ => Held::Words(words::text(&said(cell, language))),
    }
}

/// The number that stands for a cell, exact but where machines read a rounded one: a
/// percentage has one decimal, FTE-months have two.
pub(super) fn figure(cell: &Cell, column: &Column) -> Option<(Decimal, Shape)> {
    let needed = |figure: Decimal, least: u32| {
        let figure = figure.normalize();
        (figure, Shape::Decimals(figure.scale().max(least)))
    };
    Some(match cell {
        Cell::Count(count) => (Decimal::from(*count), Shape::Decimals(0)),
        Cell::Year(year) | Cell::Period(Some(year)) => (Decimal::from(year.0), Shape::Key),
        Cell::AccountingYear(Some(year)) => (Decimal::from(year.0), Shape::Key),
        Cell::Action(action) => (Decimal::from(action.0), Shape::Key),
        Cell::Units(units) => needed(units.decimal(), 0),
        Cell::Euro(amount) => (amount.decimal(), Shape::Euro),
        Cell::Ratio(ratio) => {
            let tenths = ratio.tenths_of_percent(&column.thresholds);
            (Decimal::new(tenths, 3), Shape::Percent)
        }
        Cell::Fte(fte) => needed(fte.decimal(), 2),
        Cell::FteMonths(months) => (months.rounded(2), Shape::Decimals(2)),
        _ => return None,
    })
}

/// The words of a cell that holds no number.
fn said(cell: &Cell, language: Language) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Title(title) => title.get(language).to_owned(),
        Cell::Keyed(keyed) => keyed.1.get(language).to_owned(),
        Cell::Word(term) => term.get(language).to_owned(),
        Cell::Years(years) => listed(years),
        Cell::Actions(actions) => listed(actions),
        Cell::Period(None) | Cell::AccountingYear(None) => terms::P_ALL.get(language).to_owned(),
        Cell::Date(day) | Cell::Month(day) => wording::date(*day, language),
        Cell::Flag(true) => terms::YES.get(language).to_owned(),
        Cell::Flag(false) => terms::NO.get(language).to_owned(),
        _ => String::new(),
    }
}

fn listed(items: &[impl ToString]) -> String {
    let items: Vec<String> = items.iter().map(ToString::to_string).collect();
    items.join(", ")
}

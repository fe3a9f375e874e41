//! A day in a cell, as its file writes days.

mod clock;
mod month_name;

use super::narrowed::narrowed;
use super::plain::plain_date;
use super::{DateDoubt, is_digits, is_formula_error};
use crate::input::fault::DateFault;
use crate::input::literal;
use crate::model::{Date, NumberStyle};
use jiff::ToSpan as _;

/// A date: with the year first or the name of the month in every file, and day,
/// month, year under the Belgian convention. A time of the day is left out.
pub(in crate::input) fn date(text: &str, style: NumberStyle) -> Result<Date, DateDoubt> {
    if let Ok(text) = text.as_bytes().try_into()
        && let Some(plain) = plain_date(text, style)
        && let Ok(year) = i32::try_from(plain.year)
        && let Ok(date) = literal::civil(year, plain.month, plain.day)
    {
        return Ok(date);
    }
    let text = narrowed(text);
    let text = text.trim();
    let text = text.strip_prefix('\'').unwrap_or(text);
    if is_formula_error(text) {
        return Err(DateDoubt::Fault(DateFault::FormulaError));
    }
    let day = clock::without_time(text).map_err(DateDoubt::Fault)?;
    if is_all_zeroes(day) {
        return Err(DateDoubt::Fault(DateFault::Zeroes));
    }
    match in_every_file(day) {
        Some(read) => read.map_err(DateDoubt::Fault),
        None => by_convention(day, style),
    }
}

/// Whether a date that was read with the day first could have the month first.
pub(in crate::input) fn is_either_order(text: &str, date: Date) -> bool {
    if !exists_both_ways(date) {
        return false;
    }
    let text = narrowed(text);
    let text = text.trim_start_matches('\'');
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let next = rest.trim_start().strip_prefix(['/', '-', '.']);
    (1..=2).contains(&(text.len() - rest.len()))
        && next.is_some_and(|next| next.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether another date comes of exchanging the day and the month.
pub(in crate::input) fn exists_both_ways(date: Date) -> bool {
    date.day() <= 12 && date.day() != date.month()
}

/// The date that has the day for its month and the month for its day.
pub(in crate::input) fn exchanged(date: Date) -> Option<Date> {
    Date::new(date.year(), date.day(), date.month()).ok()
}

/// What has one reading whatever the convention.
fn in_every_file(text: &str) -> Option<Result<Date, DateFault>> {
    // Nearly every other date is day, month and year, so the questions are cheap.
    if text.get(..4).is_some_and(is_digits) {
        return year_first(text)
            .or_else(|| together(text))
            .or_else(|| serial(text).map(Err));
    }
    let has_name = text.bytes().any(|byte| byte.is_ascii_alphabetic());
    has_name.then(|| month_name::date(text))?
}

fn by_convention(text: &str, style: NumberStyle) -> Result<Date, DateDoubt> {
    let date = day_first(text);
    match style {
        NumberStyle::Belgian => date.map_err(DateDoubt::Fault),
        NumberStyle::Plain => Err(match (date, date.ok().and_then(exchanged)) {
            (Ok(first), Some(second)) if first != second => DateDoubt::TwoReadings(first, second),
            (Ok(_), _) => DateDoubt::Fault(DateFault::NotIso),
            (Err(why), _) => DateDoubt::Fault(why),
        }),
    }
}

/// Day, month and a year of four digits.
fn day_first(text: &str) -> Result<Date, DateFault> {
    let mut parts = parts(text).ok_or(DateFault::NotADate)?;
    let (first, second, year) = (
        part(parts.next(), 2)?,
        part(parts.next(), 2)?,
        parts.next().unwrap_or_default(),
    );
    if is_digits(year) && year.len() < 4 {
        return Err(DateFault::ShortYear);
    }
    let year = part(Some(year), 4)?;
    let year = i32::try_from(year).map_err(|_| DateFault::NotADate)?;
    match literal::civil(year, second, first) {
        Err(DateFault::NoSuchMonth) => Err(literal::civil(year, first, second)
            .map_or(DateFault::NoSuchMonth, |date| DateFault::MonthFirst {
                date,
            })),
        read => read,
    }
}

/// Year, month and day, whatever stands between them, in a text that begins with four
/// digits.
fn year_first(text: &str) -> Option<Result<Date, DateFault>> {
    let mut parts = parts(text)?;
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    (year.len() == 4).then(|| {
        let (month, day) = (part(Some(month), 2)?, part(Some(day), 2)?);
        let year = year.parse().map_err(|_| DateFault::NotADate)?;
        literal::civil(year, month, day)
    })
}

/// The three parts of a date with one mark between them.
fn parts(text: &str) -> Option<impl Iterator<Item = &str>> {
    let mark = ['/', '-', '.']
        .into_iter()
        .find(|mark| text.matches(*mark).count() == 2)?;
    Some(text.split(mark).map(str::trim))
}

/// `20230930`. With the day first it would be a year before the twentieth century.
fn together(text: &str) -> Option<Result<Date, DateFault>> {
    let is_date = text.len() == 8 && is_digits(text) && ["19", "20"].contains(&&text[..2]);
    is_date.then(|| {
        let number = |part: &str| part.parse::<u32>().map_err(|_| DateFault::NotADate);
        let year = i32::try_from(number(&text[..4])?).map_err(|_| DateFault::NotADate)?;
        literal::civil(year, number(&text[4..6])?, number(&text[6..])?)
    })
}

/// The days since the end of 1899 by which a spreadsheet keeps a date of this century.
fn serial(text: &str) -> Option<DateFault> {
    let days: i32 = text
        .parse()
        .ok()
        .filter(|_| is_digits(text) && text.len() == 5)?;
    let date = Date::constant(1899, 12, 30).checked_add(days.days()).ok()?;
    (2000..2100)
        .contains(&date.year())
        .then_some(DateFault::Serial { date })
}

fn is_all_zeroes(text: &str) -> bool {
    text.starts_with('0')
        && text
            .chars()
            .all(|c| matches!(c, '0' | '/' | '-' | '.' | ' '))
}

fn part(text: Option<&str>, longest: usize) -> Result<u32, DateFault> {
    text.filter(|text| is_digits(text) && text.len() <= longest)
        .and_then(|text| text.parse().ok())
        .ok_or(DateFault::NotADate)
}

#[cfg(test)]
mod tests;

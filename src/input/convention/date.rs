//! A day in a cell, as its file writes days.

use super::{DateDoubt, is_digits};
use crate::input::fault::DateFault;
use crate::input::literal;
use crate::model::{Date, NumberStyle};

/// A date: ISO in every file, and day, month, year under the Belgian convention.
pub(in crate::input) fn date(text: &str, style: NumberStyle) -> Result<Date, DateDoubt> {
    if let Some(date) = iso(text) {
        return date.map_err(DateDoubt::Fault);
    }
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

/// The date that has the day for its month and the month for its day.
fn exchanged(date: Date) -> Option<Date> {
    Date::new(date.year(), date.day(), date.month()).ok()
}

/// Day, month and a year of four digits.
fn day_first(text: &str) -> Result<Date, DateFault> {
    let mark = ['/', '-', '.']
        .into_iter()
        .find(|mark| text.matches(*mark).count() == 2)
        .ok_or(DateFault::NotADate)?;
    let mut parts = text.split(mark).map(str::trim);
    let (day, month, year) = (
        part(parts.next(), 2)?,
        part(parts.next(), 2)?,
        parts.next().unwrap_or_default(),
    );
    if is_digits(year) && year.len() < 4 {
        return Err(DateFault::ShortYear);
    }
    let year = part(Some(year), 4)?;
    literal::civil(
        i32::try_from(year).map_err(|_| DateFault::NotADate)?,
        month,
        day,
    )
}

fn iso(text: &str) -> Option<Result<Date, DateFault>> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let has_shape = [(year, 4), (month, 2), (day, 2)]
        .into_iter()
        .all(|(part, length)| part.len() == length && is_digits(part));
    if !has_shape || parts.next().is_some() {
        return None;
    }
    Some(literal::civil(
        year.parse().ok()?,
        month.parse().ok()?,
        day.parse().ok()?,
    ))
}

fn part(text: Option<&str>, longest: usize) -> Result<u32, DateFault> {
    text.filter(|text| is_digits(text) && text.len() <= longest)
        .and_then(|text| text.parse().ok())
        .ok_or(DateFault::NotADate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil;

    #[test]
    fn dates_follow_the_convention() {
        let day = civil::date(2023, 9, 30);
        for text in ["30/09/2023", "30-9-2023", "30.09.2023", "2023-09-30"] {
            assert_eq!(date(text, NumberStyle::Belgian), Ok(day), "{text}");
        }
        assert_eq!(date("2023-09-30", NumberStyle::Plain), Ok(day));
        assert_eq!(
            date("30/09/2023", NumberStyle::Plain),
            Err(DateDoubt::Fault(DateFault::NotIso))
        );
        let (first, second) = (civil::date(2023, 10, 12), civil::date(2023, 12, 10));
        assert_eq!(
            date("12/10/2023", NumberStyle::Plain),
            Err(DateDoubt::TwoReadings(first, second))
        );
        assert_eq!(
            date("31/09/2023", NumberStyle::Belgian),
            Err(DateDoubt::Fault(DateFault::NoSuchDay { last: day }))
        );
        assert_eq!(
            date("30/09/23", NumberStyle::Belgian),
            Err(DateDoubt::Fault(DateFault::ShortYear))
        );
        assert_eq!(
            date("12/31/2023", NumberStyle::Belgian),
            Err(DateDoubt::Fault(DateFault::NoSuchMonth))
        );
    }
}

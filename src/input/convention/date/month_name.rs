//! A date with the name of its month: `30 sept 2023`.

use super::{is_digits, part};
use crate::input::fault::DateFault;
use crate::input::literal;
use crate::model::Date;

/// The months by the first letters of their names in Dutch and English; a longer
/// beginning of a name stands for it as well.
const MONTHS: [&[&str]; 12] = [
    &["januari", "january"],
    &["februari", "february"],
    &["maart", "mrt", "march"],
    &["april"],
    &["mei", "may"],
    &["juni", "june"],
    &["juli", "july"],
    &["augustus", "august"],
    &["september"],
    &["oktober", "october", "okt", "oct"],
    &["november"],
    &["december"],
];

/// Day, name of the month and a year of four digits; none where no month is named.
pub(super) fn date(text: &str) -> Option<Result<Date, DateFault>> {
    let marks = [' ', '-', '/', '.'];
    let mut parts = text.split(marks).filter(|part| !part.is_empty());
    let (day, name, year) = (parts.next()?, parts.next()?, parts.next()?);
    let month = month(name)?;
    if parts.next().is_some() || !is_digits(day) || !is_digits(year) {
        return None;
    }
    Some(match year.len() {
        4 => part(Some(day), 2).and_then(|day| {
            let year = year.parse().map_err(|_| DateFault::NotADate)?;
            literal::civil(year, month, day)
        }),
        ..4 => Err(DateFault::ShortYear),
        _ => Err(DateFault::NotADate),
    })
}

/// The number of the month of which this is the name or its beginning.
fn month(name: &str) -> Option<u32> {
    if name.len() < 3 {
        return None;
    }
    let name = name.to_lowercase();
    let mut months = MONTHS.iter().zip(1..);
    months
        .find(|(names, _)| names.iter().any(|it| it.starts_with(&name)))
        .map(|(_, nr)| nr)
}

//! A time of the day behind a date. The day is what counts, whatever the hour.

use crate::input::fault::DateFault;

/// The hour, universal time, from which it may be the next day in Belgium.
const LAST_HOURS: u32 = 22;

/// The date without a time that stands behind it.
pub(super) fn without_time(text: &str) -> Result<&str, DateFault> {
    let Some(colon) = text.find(':') else {
        return Ok(text);
    };
    let before = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
    let date = before
        .strip_suffix(['T', 't'])
        .or_else(|| before.strip_suffix(' '))
        .ok_or(DateFault::NotADate)?;
    let hour = within(&text[before.len()..colon], 23)?;
    let rest = after_minutes(&text[colon + 1..])?;
    match zone(rest) {
        Some(Zone::Here) => {}
        Some(Zone::Universal) if hour < LAST_HOURS => {}
        Some(_) => return Err(DateFault::OtherZone),
        None => return Err(DateFault::NotADate),
    }
    Ok(date.trim_end().trim_end_matches(','))
}

/// What stands behind the minutes, the seconds and parts of them.
fn after_minutes(text: &str) -> Result<&str, DateFault> {
    let (minutes, rest) = digits(text);
    within(minutes, 59)?;
    let Some(rest) = rest.strip_prefix(':') else {
        return Ok(rest.trim());
    };
    let (seconds, rest) = digits(rest);
    within(seconds, 59)?;
    let rest = rest
        .strip_prefix(['.', ','])
        .map_or(rest, |it| digits(it).1);
    Ok(rest.trim())
}

fn digits(text: &str) -> (&str, &str) {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    text.split_at(text.len() - rest.len())
}

fn within(digits: &str, most: u32) -> Result<u32, DateFault> {
    let number = digits.parse().ok().filter(|number| *number <= most);
    number
        .filter(|_| digits.len() <= 2)
        .ok_or(DateFault::NotADate)
}

/// For which place a time is told.
enum Zone {
    /// Here, where the day is as written.
    Here,
    /// Universal time.
    Universal,
    /// Elsewhere.
    Elsewhere,
}

fn zone(text: &str) -> Option<Zone> {
    match text {
        "" | "+01:00" | "+02:00" | "+0100" | "+0200" | "AM" | "PM" | "am" | "pm" => {
            Some(Zone::Here)
        }
        "Z" | "z" | "UTC" | "+00:00" | "+0000" => Some(Zone::Universal),
        _ => {
            let offset = text.strip_prefix(['+', '-'])?;
            let is_offset = offset.chars().all(|c| c.is_ascii_digit() || c == ':');
            is_offset.then_some(Zone::Elsewhere)
        }
    }
}

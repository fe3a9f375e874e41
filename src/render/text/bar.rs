//! Bars, drawn in eighths of a cell and always rounded down, so that no bar
//! shows more than there is.

use super::ink::{Ink, ink};
use crate::model::Ratio;
use crate::render::Settings;
use crate::render::layout::Bar;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

impl Bar {
    /// The fewest and the most cells that it is drawn in.
    pub(super) fn range(&self) -> (usize, usize) {
        match self {
            Self::Target { .. } => (13, 25),
            Self::Share(_) => (10, 40),
            Self::Filled { .. } => (10, 33),
        }
    }

    /// The bar in at most `room` cells.
    pub(super) fn drawn(&self, room: usize, settings: &Settings) -> String {
        let ink = ink(settings);
        let bar = match self {
            Self::Target { ratio, doubtful } => target(*ratio, *doubtful, room, ink),
            Self::Share(Some(ratio)) => solid(eighths(*ratio, room).min(room * 8), ink),
            Self::Share(None) => repeat(ink.unknown, room),
            Self::Filled {
                planned,
                filled,
                most,
            } => staffed(*planned, *filled, *most, room, ink),
        };
        bar.trim_end().to_owned()
    }
}

/// Cells left of the tick of a target bar in `room` cells.
pub(super) fn half(room: usize) -> usize {
    room.saturating_sub(1) / 2
}

fn target(ratio: Option<Ratio>, doubtful: Option<Ratio>, room: usize, ink: &Ink) -> String {
    let half = half(room);
    let Some(ratio) = ratio else {
        return format!("{}{}", repeat(ink.unknown, half), ink.tick);
    };
    let cells = match doubtful {
        Some(doubtful) => doubted(ratio, doubtful, half, ink),
        None => solid(eighths(ratio, half).min(half * 16), ink),
    };
    let mut cells: Vec<char> = cells.chars().collect();
    cells.resize(half * 2, ' ');
    if ratio.part() > ratio.whole() * Decimal::TWO
        && let Some(last) = cells.last_mut()
    {
        *last = ink.beyond;
    }
    cells.insert(half, ink.tick);
    cells.into_iter().collect()
}

/// Whole cells, the doubtful ones last. What is over the target, or under it
/// without the doubtful part, is seen to be so.
fn doubted(ratio: Ratio, doubtful: Ratio, half: usize, ink: &Ink) -> String {
    let filled = eighths(ratio, half) / 8;
    let filled = if ratio.part() > ratio.whole() {
        filled.clamp(half + 1, half * 2)
    } else {
        filled
    };
    let part = ratio.part() * doubtful.whole() - doubtful.part() * ratio.whole();
    let certain = Ratio::new(part, ratio.whole() * doubtful.whole());
    let cells = certain.map_or(0, |certain| {
        let rounded = (eighths(certain, half) + 4) / 8;
        let short = certain.part() < certain.whole();
        rounded.min(if short {
            half.saturating_sub(1)
        } else {
            filled
        })
    });
    let cells = cells.min(filled);
    repeat(ink.full, cells) + &repeat(ink.doubtful, filled - cells)
}

fn staffed(
    planned: Option<Decimal>,
    filled: Option<Decimal>,
    most: Decimal,
    room: usize,
    ink: &Ink,
) -> String {
    let part = |amount| Ratio::new(amount, most).map_or(0, |ratio| eighths(ratio, room));
    let cells = planned.map_or(0, |planned| (part(planned) + 4) / 8);
    let Some(filled) = filled else {
        return repeat(ink.unknown, cells);
    };
    let there = solid(part(filled).min(room * 8), ink);
    let is_short = planned.is_some_and(|planned| filled < planned);
    // What is vacant is seen, however little it is.
    let vacant = cells
        .saturating_sub(there.chars().count())
        .max(usize::from(is_short));
    there + &repeat(ink.vacant, vacant)
}

fn solid(eighths: usize, ink: &Ink) -> String {
    let mut bar = repeat(ink.full, eighths / 8);
    let part = (eighths % 8).checked_sub(1);
    bar.extend(part.and_then(|part| ink.eighths.get(part)));
    bar
}

/// Eighths of `cells` cells, rounded down; nothing where it is negative.
fn eighths(ratio: Ratio, cells: usize) -> usize {
    let all = Decimal::from(cells * 8);
    let most = ratio.whole() * Decimal::ONE_THOUSAND;
    let part = ratio.part().max(Decimal::ZERO).min(most);
    (part * all / ratio.whole()).floor().to_usize().unwrap_or(0)
}

fn repeat(character: char, times: usize) -> String {
    std::iter::repeat_n(character, times).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    fn drawn(bar: &Bar, room: usize, plain: bool) -> String {
        let settings = Settings {
            language: Language::Dutch,
            width: 80,
            colour: false,
            plain,
            reload_after: None,
        };
        bar.drawn(room, &settings)
    }

    fn target(part: i64, whole: i64, doubtful: Option<i64>) -> Bar {
        Bar::Target {
            ratio: Ratio::new(part, whole),
            doubtful: doubtful.and_then(|doubtful| Ratio::new(doubtful, whole)),
        }
    }

    #[test]
    fn a_target_bar_shows_no_more_than_there_is() {
        for (bar, expected) in [
            (target(2840, 1500, None), "███████┃██████▎"),
            (target(127, 100, None), "███████┃█▉"),
            (target(307, 300, None), "███████┃▏"),
            (target(2999, 3000, None), "██████▉┃"),
            (target(195, 180, Some(138)), "██▒▒▒▒▒┃▒"),
            (target(206, 180, Some(138)), "███▒▒▒▒┃▒"),
            (target(181, 180, Some(2)), "██████▒┃▒"),
            (target(1, 0, None), "┄┄┄┄┄┄┄┃"),
            (target(401, 200, None), "███████┃██████▶"),
            (target(2, 1, None), "███████┃███████"),
            (target(-5, 1, None), "       ┃"),
            (target(i64::MAX, 1, None), "███████┃██████▶"),
        ] {
            assert_eq!(drawn(&bar, 15, false), expected, "{bar:?}");
        }
        assert_eq!(drawn(&target(195, 180, Some(138)), 15, true), "##%%%%%|%");
    }

    #[test]
    fn what_is_vacant_is_outlined() {
        let filled = |planned, filled: Option<i64>| Bar::Filled {
            planned: Some(Decimal::new(planned, 2)),
            filled: filled.map(|filled| Decimal::new(filled, 2)),
            most: Decimal::new(550, 2),
        };
        assert_eq!(drawn(&filled(550, Some(275)), 11, false), "█████▌░░░░░");
        assert_eq!(drawn(&filled(100, Some(25)), 11, false), "▌░");
        assert_eq!(drawn(&filled(100, Some(0)), 11, false), "░░");
        assert_eq!(drawn(&filled(100, None), 11, false), "┄┄");
    }

    #[test]
    fn a_share_ends_at_the_whole() {
        let share = |part: i64| Bar::Share(Ratio::new(part, 127));
        assert_eq!(drawn(&share(54), 13, false), "█████▌");
        assert_eq!(drawn(&share(300), 13, false), "█████████████");
    }
}

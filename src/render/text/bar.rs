//! Bars, drawn in eighths of a cell and always rounded down, so that no bar
//! shows more than there is.

use super::ink::{Ink, ink};
use crate::model::Ratio;
use crate::render::Settings;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// What a bar shows; none is unknown.
#[derive(Debug, Clone)]
pub(super) enum Bar {
    /// A ratio on 0 to 200 %, and the part of it that is doubtful.
    Target {
        ratio: Option<Ratio>,
        doubtful: Option<Ratio>,
    },
    /// A ratio on 0 to 100 %.
    Share(Option<Ratio>),
    /// What is there out of what is planned, against the most of all rows.
    Filled {
        planned: Option<Decimal>,
        filled: Option<Decimal>,
        most: Decimal,
    },
}

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
    let planned = planned.map_or(0, |planned| part(planned) / 8);
    let Some(filled) = filled else {
        return repeat(ink.unknown, planned);
    };
    let there = solid(part(filled).min(room * 8), ink);
    let vacant = planned.saturating_sub(there.chars().count());
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

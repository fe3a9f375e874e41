//! Bars below each other on one scale: a light container, a dark bar in it, ticks.

use super::measure::{crowds, percent, share};
use super::{drawing, heading_of, mark, name_of};
use crate::document::{BarGroup, BarRow, Bars, Mark, Piece};
use crate::render::html::opening::codes;
use crate::render::html::{Page, table};
use maud::{Markup, html};
use rust_decimal::Decimal;

/// Points from top to bottom of a row; with signs under the bar.
const HEIGHT: usize = 36;
/// The same without anything under the bar.
const LOW: usize = 32;
/// Points of the axis.
const AXIS: usize = 22;

/// All groups and the scale under them.
pub(super) fn bars(page: &Page<'_>, bars: &Bars) -> Markup {
    let labels = bars.labels.iter();
    let places: Vec<Decimal> = labels.map(|(at, _)| share(*at, bars.end)).collect();
    html! {
        div class=[class(bars)] {
            @for group in &bars.groups { (group_of(page, bars, group)) }
            div.row.scale aria-hidden="true" {
                div {}
                div.drawn {
                    svg.bar height=(AXIS) focusable="false" {
                        @for ((at, label), crowd) in bars.labels.iter().zip(crowds(&places)) {
                            text class=[crowd] x=(percent(*at, bars.end)) y="14" text-anchor=(anchor(*at, bars.end)) { (page.say(label)) }
                        }
                    }
                }
                div {}
            }
        }
    }
}

/// How figures stand beside the bars: years below each other under their action, or
/// every bar with a state after its percentage.
fn class(bars: &Bars) -> Option<&'static str> {
    let mut rows = bars.groups.iter().flat_map(|group| &group.rows);
    if bars.groups.iter().any(|group| group.name.is_some()) {
        return Some("grouped");
    }
    rows.all(|row| row.state.is_some()).then_some("judged")
}

/// A label at an end of the scale stays inside.
fn anchor(at: Decimal, end: Decimal) -> &'static str {
    if at.is_zero() {
        "start"
    } else if at == end {
        "end"
    } else {
        "middle"
    }
}

fn group_of(page: &Page<'_>, bars: &Bars, group: &BarGroup) -> Markup {
    let rows: Vec<Markup> = group
        .rows
        .iter()
        .map(|row| row_of(page, bars, row))
        .collect();
    match &group.name {
        None => html! { @for row in rows { (row) } },
        Some(name) => html! {
            div.group {
                h4 { (heading_of(page, name)) }
                @for row in rows { (row) }
            }
        },
    }
}

fn row_of(page: &Page<'_>, bars: &Bars, row: &BarRow) -> Markup {
    let said = |it: &Option<crate::wording::Sentence>| {
        let said = it.as_ref().map(|it| page.say(it));
        said.filter(|it| !it.is_empty())
    };
    html! {
        div class={ "row" @if row.is_total { " total" } } {
            div.name {
                @match row.name.action {
                    Some(nr) => div.named { span.nr { (nr) " " } span { (name_of(page, &row.name)) } },
                    None => (name_of(page, &row.name)),
                }
            }
            div.drawn {
                (drawing(page, "bar", height(row), &row.told, &inside(bars, row)))
                @if let Some(below) = said(&row.below) { p.below { (below) } }
            }
            div.figure {
                b { (page.say(&row.figure)) }
                @if let Some(state) = row.state { (table::state(state.key, state.get(page.settings.language))) }
                small { (said(&row.remark).unwrap_or_default()) (codes(page, &row.name.codes)) }
            }
        }
    }
}

fn height(row: &BarRow) -> usize {
    let under = |(mark, _): &(Mark, Decimal)| is_under(*mark);
    if row.signs.iter().any(under) {
        HEIGHT
    } else {
        LOW
    }
}

/// Whether a mark stands under the bar.
fn is_under(mark: Mark) -> bool {
    matches!(
        mark,
        Mark::Threshold | Mark::InterimReached | Mark::InterimBelow | Mark::Passed
    )
}

fn inside(bars: &Bars, row: &BarRow) -> Markup {
    html! {
        @for (at, _) in &bars.labels {
            @let x = percent(*at, bars.end);
            line.grid x1=(x) x2=(x) y1="0" y2=(height(row)) {}
        }
        @for piece in &row.pieces { (piece_of(bars, piece)) }
        (seams(bars, row))
        @for (mark, at) in &row.signs { (sign(bars, *mark, *at)) }
    }
}

fn piece_of(bars: &Bars, piece: &Piece) -> Markup {
    let x = percent(piece.from, bars.end);
    let width = percent(piece.to - piece.from, bars.end);
    match piece.mark {
        Mark::Asked => html! { rect.asked x=(x) y="7" width=(width) height="22" {} },
        Mark::CarriedIn => html! { rect.carried x=(x) y="7" width=(width) height="22" {} },
        Mark::Unknown => html! { rect.void x=(x) y="7" width=(width) height="22" {} },
        Mark::Doubtful => html! { rect.doubtful x=(x) y="12" width=(width) height="12" {} },
        Mark::Planned => html! { rect.planned x=(x) y="12" width=(width) height="12" {} },
        Mark::Excess => html! { rect.excess x=(x) y="12" width=(width) height="12" {} },
        Mark::Missing => html! {
            line.gap x1=(x) x2=(percent(piece.to, bars.end)) y1="18" y2="18" {}
        },
        _ => html! { rect.happened x=(x) y="12" width=(width) height="12" {} },
    }
}

/// Light lines between pieces of a bar that touch.
fn seams(bars: &Bars, row: &BarRow) -> Markup {
    let is_bar = |piece: &&Piece| matches!(piece.mark, Mark::Happened | Mark::Doubtful);
    let pieces: Vec<&Piece> = row.pieces.iter().filter(is_bar).collect();
    let touching = pieces.windows(2).filter(|two| two[0].to == two[1].from);
    html! {
        @for two in touching {
            @let x = percent(two[0].to, bars.end);
            line.seam x1=(x) x2=(x) y1="12" y2="24" {}
        }
    }
}

fn sign(bars: &Bars, sign: Mark, at: Decimal) -> Markup {
    let x = percent(at.clamp(Decimal::ZERO, bars.end), bars.end);
    match sign {
        Mark::Norm => html! { line.norm x1=(x) x2=(x) y1="2" y2="32" {} },
        Mark::Threshold => html! { line.threshold x1=(x) x2=(x) y1="29" y2="36" {} },
        Mark::Milestone | Mark::Beyond => mark::at(sign, &x, "18"),
        other => mark::at(other, &x, "33"),
    }
}

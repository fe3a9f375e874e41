//! Strips over time: the whole height is what was asked, the dark part what was there.

use super::measure::{begin_of, crowds, days_before, end_of, share, width_of};
use super::{drawing, name_of};
use crate::document::{Strip, Strips};
use crate::model::{Date, Period};
use crate::render::html::Page;
use crate::render::html::opening::codes;
use crate::wording::Sentence;
use maud::{Markup, html};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// Points of one, where the highest strip leaves room for that.
const ONE: i64 = 14;
/// Points of the highest strip.
const MOST: i64 = 98;
/// Points of the lowest strip.
const LEAST: i64 = 7;
/// Points above and under a strip.
const AROUND: i64 = 6;
/// Points of the axis.
const AXIS: i64 = 22;

/// All strips and the days under them.
pub(super) fn strips(page: &Page<'_>, strips: &Strips) -> Markup {
    let one = points_of_one(strips);
    let days = Decimal::from(strips.days.days());
    let place = |(date, _): &(Date, Sentence)| share(days_before(strips.days, *date), days);
    let places: Vec<Decimal> = strips.labels.iter().map(place).collect();
    html! {
        div {
            @for row in &strips.rows { (row_of(page, strips, row, one)) }
            div.row.scale aria-hidden="true" {
                div {}
                div.drawn {
                    svg.bar height=(AXIS) focusable="false" {
                        @for ((date, label), crowd) in strips.labels.iter().zip(crowds(&places)) {
                            @let (x, anchor) = label_place(strips.days, *date);
                            text class=[crowd] x=(x) y="14" text-anchor=(anchor) { (page.say(label)) }
                        }
                    }
                }
                div {}
            }
        }
    }
}

fn label_place(days: Period, date: Date) -> (String, &'static str) {
    if date == days.end {
        (end_of(days, date), "end")
    } else if date == days.start {
        (begin_of(days, date), "start")
    } else {
        (begin_of(days, date), "middle")
    }
}

/// The most that a strip shows at any time.
fn most(row: &Strip) -> Decimal {
    let there = row.there.iter().flatten();
    let all = row.asked.iter().chain(there);
    all.map(|(_, amount)| *amount).max().unwrap_or_default()
}

fn points_of_one(strips: &Strips) -> Decimal {
    let most = strips.rows.iter().map(most).max().unwrap_or_default();
    let one = Decimal::from(ONE);
    if most * one <= Decimal::from(MOST) {
        one
    } else {
        Decimal::from(MOST) / most
    }
}

fn row_of(page: &Page<'_>, strips: &Strips, row: &Strip, one: Decimal) -> Markup {
    let tall = (most(row) * one).max(Decimal::from(LEAST)).ceil();
    let height = tall + Decimal::from(2 * AROUND);
    let remark = row.remark.as_ref().map(|it| page.say(it));
    html! {
        div class={ "row" @if row.is_total { " total" } } {
            div.name { (name_of(page, &row.name)) }
            div.drawn {
                (drawing(page, "bar", height.to_usize().unwrap_or(0), &row.told, &inside(strips, row, one, tall)))
            }
            div.figure {
                @if row.is_total { b { (page.say(&row.figure)) } } @else { (page.say(&row.figure)) }
                (codes(page, &row.name.codes))
                @if let Some(remark) = remark { small { (remark) } }
            }
        }
    }
}

fn inside(strips: &Strips, row: &Strip, one: Decimal, tall: Decimal) -> Markup {
    let ground = tall + Decimal::from(AROUND);
    let height = |amount: &Decimal| (*amount * one).round_dp(1).normalize();
    html! {
        @for (date, _) in &strips.labels {
            @let x = if *date == strips.days.end { end_of(strips.days, *date) } else { begin_of(strips.days, *date) };
            line.grid x1=(x) x2=(x) y1="0" y2=(ground + Decimal::from(AROUND)) {}
        }
        @for (days, amount) in &row.asked {
            @for (part, class) in parts(strips, *days, row.there.is_some()) {
                rect class=(class) x=(begin_of(strips.days, part.start)) width=(width_of(strips.days, part))
                    y=(ground - height(amount)) height=(height(amount)) {}
            }
        }
        @if is_unknown(row) {
            rect.void x="0%" width="100%" y=(AROUND) height=(tall) {}
        }
        @for (days, amount) in row.there.iter().flatten() {
            rect.happened x=(begin_of(strips.days, days.start)) width=(width_of(strips.days, *days))
                y=(ground - height(amount)) height=(height(amount)) {}
        }
        @if let Some(date) = strips.as_of {
            @let x = end_of(strips.days, date);
            line.asof x1=(x) x2=(x) y1="0" y2=(ground + Decimal::from(AROUND)) {}
        }
    }
}

/// Whether nobody knows how much was asked nor how much was there.
fn is_unknown(row: &Strip) -> bool {
    row.there.is_none() && row.asked.iter().all(|(_, amount)| amount.is_zero())
}

/// What was asked up to the as-of date, and after it: the future is no vacancy.
fn parts(strips: &Strips, days: Period, is_known: bool) -> Vec<(Period, &'static str)> {
    let class = if is_known { "asked" } else { "void" };
    let Some(date) = strips.as_of.filter(|date| *date < days.end) else {
        return vec![(days, class)];
    };
    if date < days.start {
        return vec![(days, "later")];
    }
    let so_far = Period { end: date, ..days };
    let mut parts = vec![(so_far, class)];
    if let Ok(start) = date.tomorrow() {
        parts.push((Period { start, ..days }, "later"));
    }
    parts
}

//! Panels of lines over time: a line for each project year, its target across, the
//! interim threshold as a post.

use super::measure::{begin_of, days_before, end_of, height, share};
use super::{drawing, heading_of, mark};
use crate::document::{Curves, InterimPost, Panel, Stretch};
use crate::model::{Date, Period};
use crate::render::html::Page;
use maud::{Markup, html};
use rust_decimal::Decimal;

/// Points of the plot from top to ground.
const PLOT: i64 = 150;
/// Points above the plot, for the names of years.
const TOP: i64 = 18;
/// Points under the ground, for the axis.
const AXIS: i64 = 22;

/// All panels.
pub(super) fn curves(page: &Page<'_>, curves: &Curves) -> Markup {
    html! {
        div.panels { @for panel in &curves.panels { (panel_of(page, curves, panel)) } }
    }
}

fn panel_of(page: &Page<'_>, curves: &Curves, panel: &Panel) -> Markup {
    let points = usize::try_from(TOP + PLOT + AXIS).unwrap_or(0);
    let plot = Plot { curves, panel };
    html! {
        div.panel {
            h4 { (heading_of(page, &panel.name)) }
            div.drawn { (drawing(page, "plot", points, &panel.told, &plot.inside(page))) }
        }
    }
}

/// A panel and the days it is drawn over.
struct Plot<'a> {
    curves: &'a Curves,
    panel: &'a Panel,
}

impl Plot<'_> {
    /// Points from the top to a value.
    fn y(&self, value: Decimal) -> Decimal {
        Decimal::from(TOP + PLOT) - height(value, self.panel.end, Decimal::from(PLOT))
    }

    fn x(&self, date: Date) -> String {
        end_of(self.curves.days, date)
    }

    fn inside(&self, page: &Page<'_>) -> Markup {
        let ground = TOP + PLOT;
        let days = self.curves.days;
        let several = self.panel.stretches.len() > 1;
        html! {
            @for (value, label) in &self.panel.labels {
                @let y = self.y(*value);
                line.grid x1="0%" x2="100%" y1=(y) y2=(y) {}
                text x="0" dx="-8" y=(y) dy="4" text-anchor="end" aria-hidden="true" { (page.say(label)) }
            }
            @for stretch in &self.panel.stretches {
                @let x = begin_of(days, stretch.days.start);
                @if several { line.edge x1=(x) x2=(x) y1="2" y2=(ground) {} }
                text x=(x) dx="3" y="11" aria-hidden="true" { (page.say(&stretch.name)) }
                text x=(x) y=(ground + 16) aria-hidden="true" { (page.say(&stretch.begin)) }
                (self.target(page, stretch))
            }
            line.edge x1="0%" x2="100%" y1=(ground) y2=(ground) {}
            @if let Some(date) = self.curves.as_of {
                @let x = self.x(date);
                line.asof x1=(x) x2=(x) y1="2" y2=(ground) {}
            }
            (self.courses())
            @for stretch in &self.panel.stretches { (self.ends(page, stretch)) }
        }
    }

    /// The target of a year, and its figure where it does not hide the line.
    fn target(&self, page: &Page<'_>, stretch: &Stretch) -> Markup {
        let days = self.curves.days;
        html! {
            @if let Some((target, label)) = &stretch.target {
                @let y = self.y(*target);
                line.target x1=(begin_of(days, stretch.days.start)) x2=(end_of(days, stretch.days.end)) y1=(y) y2=(y) {}
                text x=(begin_of(days, stretch.days.start)) dx="4" y=(y) dy="-5" aria-hidden="true" { (page.say(label)) }
            }
        }
    }

    /// The lines, in a drawing of their own that is stretched to the width.
    fn courses(&self) -> Markup {
        let points = TOP + PLOT + AXIS;
        html! {
            svg x="0" y="0" width="100%" height=(points) viewBox={ "0 0 100 " (points) } preserveAspectRatio="none" {
                @for stretch in &self.panel.stretches {
                    polyline.course points=(self.points(stretch)) {}
                }
            }
        }
    }

    fn points(&self, stretch: &Stretch) -> String {
        let mut points: Vec<String> = Vec::new();
        let mut before: Option<Decimal> = None;
        for (nr, (date, value)) in stretch.points.iter().enumerate() {
            // The first point of a line that starts from nothing is the year's first
            // morning; every other is an evening.
            let is_start = nr == 0 && !stretch.is_state;
            let x = across(self.curves.days, *date, is_start);
            let y = self.y(*value);
            if let Some(before) = before.filter(|_| stretch.is_state) {
                points.push(format!("{x},{before}"));
            }
            points.push(format!("{x},{y}"));
            before = Some(y);
        }
        points.join(" ")
    }

    /// The last point of a year with its figure, and the interim test.
    fn ends(&self, page: &Page<'_>, stretch: &Stretch) -> Markup {
        html! {
            @if let Some(post) = &stretch.interim { (self.post(post)) }
            @if let (Some((date, value)), Some(label)) = (stretch.points.last(), &stretch.last) {
                @let (x, y) = (self.x(*date), self.y(*value));
                circle.dot cx=(x) cy=(y) r="3.5" {}
                text.value x=(x) dx="-4" y=(y) dy="-8" text-anchor="end" aria-hidden="true" { (page.say(label)) }
            }
        }
    }

    fn post(&self, post: &InterimPost) -> Markup {
        let x = self.x(post.date);
        html! {
            line.threshold x1=(x) x2=(x) y1=(self.y(post.threshold)) y2=(TOP + PLOT) {}
            @if let Some((mark, value)) = post.figure {
                (mark::at(mark, &x, &self.y(value).to_string()))
            }
        }
    }
}

/// How far a day lies across, of a hundred.
fn across(days: Period, date: Date, is_start: bool) -> Decimal {
    let before = days_before(days, date);
    let at = if is_start {
        before
    } else {
        before + Decimal::ONE
    };
    share(at, Decimal::from(days.days()))
}

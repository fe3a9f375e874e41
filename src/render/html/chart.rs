//! Charts as drawings inside the page. Labels are text of the page and never shrink;
//! a drawing tells its figures to those who do not see it, and axes are for eyes only.

mod bars;
mod curves;
mod mark;
mod measure;
mod strips;

use super::{Page, opening};
use crate::document::{Block, Chart, Drawing, Name, Told, Undrawn};
use crate::wording::{Both, capital, terms};
use maud::{Markup, html};

/// A chart up to this many rows is not parted when printed.
const SHORT: usize = 9;

const NOT_DRAWN: Both = Both {
    nl: "Niet getekend, want onbekend",
    en: "Not drawn, because unknown",
};

const FIGURES: Both = Both {
    nl: "Cijfers:",
    en: "Figures:",
};

/// A chart with its heading, its legend and what is said under it.
pub(super) fn chart(page: &Page<'_>, chart: &Chart) -> Markup {
    let name = page.name("chart");
    html! {
        figure #(name) class={ "chart" @if is_short(chart) { " short" } } aria-labelledby={ (name) "-head" } {
            h3 #{ (name) "-head" } { (page.say(&chart.heading)) }
            p.about { (page.say(&chart.about)) }
            ul.legend role="list" {
                @for (mark, words) in &chart.legend { li { (mark::sample(*mark)) (page.say(words)) } }
            }
            @match &chart.drawing {
                Drawing::Bars(bars) => (bars::bars(page, bars)),
                Drawing::Curves(curves) => (curves::curves(page, curves)),
                Drawing::Strips(strips) => (strips::strips(page, strips)),
            }
            figcaption {
                @for note in &chart.notes { p { (capital(&page.say(note))) } }
                @if let Some(figures) = figures(page, chart.table) { p { (figures) } }
            }
        }
    }
}

fn is_short(chart: &Chart) -> bool {
    let rows = match &chart.drawing {
        Drawing::Bars(bars) => bars.groups.iter().map(|group| group.rows.len()).sum(),
        Drawing::Curves(curves) => curves.panels.len() * 3,
        Drawing::Strips(strips) => strips.rows.len(),
    };
    rows <= SHORT
}

/// A link to the table with the figures, where the page shows it.
fn figures(page: &Page<'_>, table: &str) -> Option<Markup> {
    let shown = page.document.page.iter().any(|block| match block {
        Block::Table(view) => view.table == table,
        _ => false,
    });
    let name = page.document.table(table).map(|it| it.name);
    let name = name.filter(|_| shown)?;
    Some(html! {
        (page.words(FIGURES)) " "
        a href={ "#table-" (table) } { (name.get(page.settings.language)) }
    })
}

/// Charts that are not drawn, each with its reason.
pub(super) fn undrawn(page: &Page<'_>, undrawn: &[Undrawn]) -> Markup {
    let name = page.name("undrawn");
    let unknown = terms::ST_UNKNOWN.get(page.settings.language);
    html! {
        section.undrawn aria-labelledby=(name) {
            h3 #(name) { (page.words(NOT_DRAWN)) }
            dl {
                @for it in undrawn {
                    div {
                        dt { (super::table::state("unknown", &capital(&page.say(&it.name)))) span.unseen { ": " (unknown) } }
                        dd { (capital(&page.say(&it.why))) ". " (figures(page, it.table).unwrap_or_default()) }
                    }
                }
            }
        }
    }
}

/// The name of a row and what is said beside it.
fn name_of(page: &Page<'_>, name: &Name) -> Markup {
    html! {
        (linked(page, name))
        @if let Some(remark) = remark_of(page, name) { small { (remark) } }
    }
}

/// The same as a heading of several rows or of a panel, where the number and the codes
/// have no other place.
fn heading_of(page: &Page<'_>, name: &Name) -> Markup {
    let remark = remark_of(page, name);
    html! {
        @if let Some(nr) = name.action { span.nr { (nr) " " } }
        (linked(page, name))
        @if remark.is_some() || !name.codes.is_empty() {
            small { (remark.unwrap_or_default()) (opening::codes(page, &name.codes)) }
        }
    }
}

/// The name, which leads to its action where the page tells of it.
fn linked(page: &Page<'_>, name: &Name) -> Markup {
    let text = page.say(&name.name);
    html! {
        @match name.action.filter(|nr| has_action(page, *nr)) {
            Some(nr) => a href={ "#action-" (nr) } { (text) },
            None => (text),
        }
    }
}

fn remark_of(page: &Page<'_>, name: &Name) -> Option<String> {
    let remark = name.remark.as_ref().map(|it| page.say(it));
    remark.filter(|it| !it.is_empty())
}

fn has_action(page: &Page<'_>, nr: crate::model::ActionNr) -> bool {
    let mut blocks = page.document.page.iter();
    blocks.any(|block| matches!(block, Block::Lists(lists) if lists.key == Some(nr)))
}

/// A drawing with its title and the rest, as programs that read aloud take them.
fn drawing(page: &Page<'_>, class: &str, height: usize, told: &Told, inside: &Markup) -> Markup {
    let name = page.name("drawing");
    let more = page.say(&told.more);
    html! {
        svg class=(class) height=(height) role="img" aria-labelledby={ (name) "-title" @if !more.is_empty() { " " (name) "-more" } } {
            title #{ (name) "-title" } { (page.say(&told.title)) }
            @if !more.is_empty() { desc #{ (name) "-more" } { (more) } }
            (inside)
        }
    }
}

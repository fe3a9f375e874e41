//! Lists side by side under a heading, such as planned and status of an action.

use super::Page;
use super::firm::firm;
use crate::document::Lists;
use crate::wording::visible;
use maud::{Markup, html};

/// The lists, at a place that charts and findings can point to.
pub(super) fn lists(page: &Page<'_>, lists: &Lists) -> Markup {
    let name = lists.key.map(|key| page.name(&format!("action-{key}")));
    html! {
        article.action id=[name] {
            h3 {
                @if let Some(key) = lists.key { span.nr { (key) " " } }
                (page.say(&lists.heading))
            }
            @if !lists.lists.is_empty() {
                div.lists {
                    @for (heading, items) in &lists.lists {
                        div {
                            h4 { (page.say(heading)) }
                            ul role="list" { @for item in items { li { (firm(&visible(item))) } } }
                        }
                    }
                }
            }
            @for note in &lists.notes { p { (page.say(note)) } }
        }
    }
}

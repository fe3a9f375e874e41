//! Marks that stand at one place of a drawing, and a sample of every mark for a legend.

use crate::document::Mark;
use maud::{Markup, PreEscaped, html};

/// A mark at a place: `x` as a percentage, `y` in points.
pub(super) fn at(mark: Mark, x: &str, y: &str) -> Markup {
    let Some(shape) = shape(mark) else {
        return html! {};
    };
    html! {
        svg x=(x) y=(y) overflow="visible" { (PreEscaped(shape)) }
    }
}

/// The shape of a mark around the place where it stands.
fn shape(mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::InterimReached => Some(r#"<path class="open" d="M0-5 5 0 0 5-5 0z"/>"#),
        Mark::InterimBelow => Some(r#"<path class="full" d="M0-5 5 0 0 5-5 0z"/>"#),
        Mark::Milestone => Some(r#"<path class="reached" d="M0-8 8 0 0 8-8 0z"/>"#),
        Mark::Passed => Some(r#"<path class="open" d="M0-4 5 5H-5z"/>"#),
        Mark::Beyond => Some(r#"<path class="happened" d="M0-10 10 0 0 10z"/>"#),
        _ => None,
    }
}

/// A small drawing of a mark, for eyes only.
pub(super) fn sample(mark: Mark) -> Markup {
    let inside = match mark {
        Mark::Asked => r#"<rect class="asked" x=".5" y="1.5" width="21" height="13"/>"#,
        Mark::CarriedIn => r#"<rect class="carried" x=".5" y="1.5" width="21" height="13"/>"#,
        Mark::Unknown => r#"<rect class="void" x="1" y="2" width="20" height="12"/>"#,
        Mark::Happened => r#"<rect class="happened" y="4" width="22" height="8"/>"#,
        Mark::Doubtful => r#"<rect class="doubtful" x="1" y="4" width="20" height="8"/>"#,
        Mark::Planned => r#"<rect class="planned" x="1" y="4" width="20" height="8"/>"#,
        Mark::Excess => r#"<rect class="excess" y="4" width="22" height="8"/>"#,
        Mark::Missing => r#"<path class="gap" d="M0 8h22"/>"#,
        Mark::Norm => r#"<path class="norm" d="M11 0v16"/>"#,
        Mark::Threshold => r#"<path class="threshold" d="M11 6v10"/>"#,
        Mark::AsOf => r#"<path class="asof" d="M11 0v16"/>"#,
        Mark::Later => r#"<rect class="later" x=".5" y="1.5" width="21" height="13"/>"#,
        Mark::Course => r#"<path class="course" d="M0 12 22 4"/>"#,
        Mark::Target => r#"<path class="target" d="M0 8h22"/>"#,
        Mark::InterimReached
        | Mark::InterimBelow
        | Mark::Milestone
        | Mark::Passed
        | Mark::Beyond => {
            return html! {
                svg width="22" height="16" aria-hidden="true" focusable="false" { (at(mark, "11", "8")) }
            };
        }
    };
    html! {
        svg width="22" height="16" aria-hidden="true" focusable="false" { (PreEscaped(inside)) }
    }
}

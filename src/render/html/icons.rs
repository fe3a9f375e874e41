//! Shapes that are drawn more than once: the signs of states and severities, and the
//! patterns of charts. Each sign has a shape of its own and stands beside its word.

use maud::{Markup, PreEscaped, html};

/// All of them, in a drawing without a size.
pub(super) fn definitions() -> Markup {
    PreEscaped(DEFINITIONS.to_owned())
}

/// The sign of a state by its key; none for words that are no state.
pub(super) fn of_state(key: &str) -> Option<&'static str> {
    match key {
        "reached" | "met" => Some("reached"),
        "not_reached" | "below" | "short" => Some("missed"),
        "running" => Some("running"),
        "unknown" => Some("unknown"),
        _ => None,
    }
}

/// A sign, for eyes only: its word stands beside it.
pub(super) fn sign(name: &str) -> Markup {
    html! {
        svg viewBox="0 0 16 16" aria-hidden="true" focusable="false" {
            use href={ "#sign-" (name) } {}
        }
    }
}

const DEFINITIONS: &str = r##"<svg class="patterns" aria-hidden="true" focusable="false"><defs>
<pattern id="doubtful" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="var(--paper)"/><rect width="2.6" height="6" fill="var(--fact)"/></pattern>
<pattern id="planned" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="var(--paper)"/><circle cx="1.5" cy="1.5" r="1.1" fill="var(--fact)"/></pattern>
<pattern id="carried" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="var(--band)"/><rect width="1.6" height="5" fill="var(--edge)"/></pattern>
<symbol id="sign-reached" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8" fill="var(--fact)"/><path d="M4 8.4 7 11.2 12 5.2" fill="none" stroke="var(--paper)" stroke-width="2.2"/></symbol>
<symbol id="sign-missed" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="none" stroke="var(--missing)" stroke-width="2"/><path d="m5 5 6 6m0-6-6 6" stroke="var(--missing)" stroke-width="2"/></symbol>
<symbol id="sign-running" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="none" stroke="var(--fact)" stroke-width="2"/><path d="M8 1a7 7 0 0 1 0 14z" fill="var(--fact)"/></symbol>
<symbol id="sign-unknown" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="none" stroke="var(--quiet)" stroke-width="1.5" stroke-dasharray="2.6 2"/><path d="M6 6.3a2 2 0 1 1 2.8 1.9c-.6.3-.8.6-.8 1.3m0 1.7v1.4" fill="none" stroke="var(--quiet)" stroke-width="1.5"/></symbol>
<symbol id="sign-error" viewBox="0 0 16 16"><path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="var(--missing)"/><path d="m5 5 6 6m0-6-6 6" stroke="var(--paper)" stroke-width="2"/></symbol>
<symbol id="sign-warning" viewBox="0 0 16 16"><path d="M8 1.2 15.4 15H.6z" fill="none" stroke="var(--warning)" stroke-width="1.8" stroke-linejoin="round"/><path d="M8 6v4.2m0 1.4v1.6" stroke="var(--warning)" stroke-width="1.8"/></symbol>
<symbol id="sign-notice" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="none" stroke="var(--quiet)" stroke-width="1.6"/><path d="M8 4v1.8m0 1.4v5" stroke="var(--quiet)" stroke-width="1.8"/></symbol>
</defs></svg>"##;

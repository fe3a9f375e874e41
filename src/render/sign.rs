//! The signs that every page puts before or behind a word. None of them carries a
//! meaning alone: the word always stands beside it.

use crate::finding::Severity;

/// Where a figure does not apply.
pub(super) const DASH: &str = "–";

/// The sign before a word of state, by the key of the word; not every word has one.
pub(super) fn of_state(key: &str) -> Option<&'static str> {
    match key {
        "reached" | "met" => Some("●"),
        "not_reached" | "below" | "short" => Some("✕"),
        "running" => Some("◐"),
        "unknown" => Some("?"),
        _ => None,
    }
}

/// The sign before the weight of a finding.
pub(super) fn of_severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "✕",
        Severity::Warning => "▲",
        Severity::Notice => "·",
    }
}

/// The number of a footnote, small and raised: `¹²`.
pub(super) fn raised(number: usize) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    if let Some(digit) = RAISED.get(number) {
        return digit.to_string();
    }
    let digits = number.to_string();
    let raise = |digit: char| RAISED[digit.to_digit(10).unwrap_or(0) as usize];
    digits.chars().map(raise).collect()
}

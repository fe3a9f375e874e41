//! Checks: what is wrong or doubtful in loaded data. One fault a file, with its
//! facts, its rule, how it is found, and its words in both languages.
//!
//! What goes wrong while reading is told by `input/fault/`. A check prints nothing.

mod action_name;
mod cost_line;
mod missed_target;
mod staff_line;

pub mod action_paid_elsewhere;
pub mod award_above_ceiling;
pub mod award_differs;
pub mod budget_above_award;
pub mod category_not_counted;
pub mod end_before_begin;
pub mod existing_reach_explains;
pub mod groups_do_not_add;
pub mod interim_below_threshold;
pub mod milestone_not_zero_or_one;
pub mod missed_with_reason;
pub mod missed_without_reason;
pub mod more_filled_than_planned;
pub mod more_out_than_left;
pub mod no_own_share_registered;
pub mod nothing_registered;
pub mod other_subsidy_as_own;
pub mod own_planned_twice;
pub mod own_share_short;
pub mod persons_not_told;
pub mod received_above_award;
pub mod same_count_twice;
pub mod same_people_once;
pub mod spent_above_available;
pub mod third_party_left_out;
pub mod total_differs_from_sum;
pub mod transfer_not_allowed;
pub mod unit_changed;
pub mod units_above_ceiling;
pub mod vacancy;

pub use action_name::ActionName;
pub use cost_line::LeftOut;
pub use missed_target::MissedTarget;

use crate::analysis::Analysis;
use crate::finding::{Finding, Rule};

/// One check: its rule, and how it is found.
#[derive(Debug, Clone, Copy)]
pub struct Check {
    /// What all its findings share.
    pub rule: &'static Rule,
    /// All of its findings.
    pub find: fn(&Analysis<'_>) -> Vec<Finding>,
}

macro_rules! checks {
    ($($fault:ident)*) => {
        &[$(Check { rule: &$fault::RULE, find: $fault::find }),*]
    };
}

/// All checks of loaded data, in order of their codes.
pub const CHECKS: &[Check] = checks! {
    spent_above_available
    more_out_than_left
    budget_above_award
    own_planned_twice
    transfer_not_allowed
    received_above_award
    own_share_short
    category_not_counted
    third_party_left_out
    other_subsidy_as_own
    no_own_share_registered
    award_differs
    award_above_ceiling
    units_above_ceiling
    total_differs_from_sum
    action_paid_elsewhere
    existing_reach_explains
    missed_with_reason
    interim_below_threshold
    groups_do_not_add
    same_people_once
    unit_changed
    milestone_not_zero_or_one
    missed_without_reason
    same_count_twice
    nothing_registered
    persons_not_told
    vacancy
    more_filled_than_planned
    end_before_begin
};

/// The findings of all checks, by code, then in the order of the dossier.
#[must_use]
pub fn check(analysis: &Analysis<'_>) -> Vec<Finding> {
    CHECKS
        .iter()
        .flat_map(|check| (check.find)(analysis))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::CHECKS;
    use crate::finding::Code;
    use crate::wording::Both;

    /// Told while reading, by `input/fault/`.
    const FOUND_BY_READING: [Code; 2] = [Code::B03, Code::T04];

    #[test]
    fn every_code_of_loaded_data_has_its_check_in_order() {
        let codes: Vec<Code> = CHECKS.iter().map(|check| check.rule.code).collect();
        let expected: Vec<Code> = Code::ALL
            .iter()
            .copied()
            .filter(|code| !code.key().starts_with(['I', 'P']) && !FOUND_BY_READING.contains(code))
            .collect();
        assert_eq!(codes, expected);
    }

    #[test]
    fn every_rule_is_told_in_full() {
        let told = |both: Both, end: bool| {
            [both.nl, both.en]
                .iter()
                .all(|text| !text.is_empty() && text.ends_with('.') == end && !text.contains("  "))
        };
        for rule in CHECKS.iter().map(|check| check.rule) {
            assert!(told(rule.name, false), "the name of {}", rule.code);
            assert!(told(rule.why, true), "the why of {}", rule.code);
            assert!(told(rule.repair, true), "the repair of {}", rule.code);
            assert!(!rule.example.is_empty(), "the example of {}", rule.code);
        }
    }
}

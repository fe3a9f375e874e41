//! Small counts among others that add up to a total.

use super::is_small;

/// What may not be told of counts and of their total.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Hidden {
    /// The counts, by position, in order.
    pub(super) parts: Vec<usize>,
    /// Whether the total may not be told either.
    pub(super) total: bool,
}

/// The small counts, and with them as many others as it takes so that the total gives none
/// of them away. The total itself is hidden only where all counts together would not do.
///
/// Everybody may know this rule. So what is hidden beside a small count does not depend
/// on how large it is, only on where it stands: were it the smallest of the others, or the
/// first of those, then of 5, 4 and 4 the last two were hidden, which are 8 together, and
/// could be nothing but 4 and 4.
/// And where what the rule does would give a count away, it does what it does for other
/// counts as well.
pub(super) fn hidden(parts: &[i64], total: i64, below: i64) -> Hidden {
    let (small, others): (Vec<usize>, Vec<usize>) = (0..parts.len())
        .filter(|at| parts[*at] != 0)
        .partition(|at| is_small(parts[*at], below));
    let is_sum = parts.iter().sum::<i64>() == total;
    let hides_total = is_small(total, below) || !small.is_empty() && !is_sum;
    if hides_total || small.is_empty() || hide_each_other(parts, &small, below) {
        return Hidden {
            parts: small,
            total: hides_total,
        };
    }
    let number = count_of(&small);
    let is_open =
        |first: &usize| sum_of(parts, &small) + parts[*first] > number.saturating_add(below);
    let needed = match others.first() {
        Some(first) if is_open(first) => 1,
        // As little as can be: each small count is 1 and the other is the bound.
        _ => 2,
    };
    let total = others.len() < needed;
    let mut hidden = small;
    hidden.extend(others.into_iter().take(needed));
    hidden.sort_unstable();
    Hidden {
        parts: hidden,
        total,
    }
}

/// All counts and their total where one of them is small, else none.
pub(super) fn all_or_none(parts: &[i64], total: i64, below: i64) -> Hidden {
    let is_told = |count: i64| !is_small(count, below);
    if is_told(total) && parts.iter().copied().all(is_told) {
        return Hidden {
            parts: Vec::new(),
            total: false,
        };
    }
    Hidden {
        parts: (0..parts.len()).filter(|at| parts[*at] != 0).collect(),
        total: true,
    }
}

/// Whether the sum of small counts, which the total gives away, leaves each of them open:
/// it is no small count itself, and neither the least nor the most that they can be
/// together. One more than the least does not do either: below 3, a 1 and a 2 would else
/// hide each other, and who sees two take another with them would know that both are 1.
fn hide_each_other(parts: &[i64], small: &[usize], below: i64) -> bool {
    let (sum, number) = (sum_of(parts, small), count_of(small));
    sum >= below && sum > number + 1 && sum < number.saturating_mul(below - 1)
}

fn sum_of(parts: &[i64], hidden: &[usize]) -> i64 {
    hidden.iter().map(|at| parts[*at]).sum()
}

fn count_of(hidden: &[usize]) -> i64 {
    i64::try_from(hidden.len()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    fn hidden_of(parts: &[i64]) -> (Vec<usize>, bool) {
        let hidden = hidden(parts, parts.iter().sum(), 5);
        (hidden.parts, hidden.total)
    }

    #[test]
    fn nothing_is_hidden_where_nothing_is_small() {
        assert_eq!(hidden_of(&[5, 0, 242]), (vec![], false));
        assert_eq!(hidden_of(&[]), (vec![], false));
    }

    #[test]
    fn the_first_other_is_hidden_with_a_single_small_count() {
        assert_eq!(hidden_of(&[65, 3, 20, 0]), (vec![0, 1], false));
        assert_eq!(hidden_of(&[0, 3, 20, 65]), (vec![1, 2], false));
        assert_eq!(hidden_of(&[303, 4]), (vec![0, 1], false));
    }

    #[test]
    fn several_small_counts_hide_each_other_where_their_sum_is_not_small() {
        assert_eq!(hidden_of(&[4, 3, 20]), (vec![0, 1], false));
        // A sum of 3 is itself a small count.
        assert_eq!(hidden_of(&[1, 2, 20]), (vec![0, 1, 2], false));
        // A sum of 5 over five providers is 1 for each, and 8 over two is 4 for each.
        let all_of_them = vec![0, 1, 2, 3, 4, 5];
        assert_eq!(hidden_of(&[1, 1, 1, 1, 1, 9]), (all_of_them, false));
        assert_eq!(hidden_of(&[5, 4, 4]), (vec![0, 1, 2], false));
    }

    #[test]
    fn the_least_that_can_be_takes_another_with_it() {
        assert_eq!(hidden_of(&[5, 1, 20, 30]), (vec![0, 1, 2], false));
        assert_eq!(hidden_of(&[6, 1, 20, 30]), (vec![0, 1], false));
        assert_eq!(hidden_of(&[5, 2, 20, 30]), (vec![0, 1], false));
        assert_eq!(hidden_of(&[5, 1]), (vec![0, 1], true));
    }

    #[test]
    fn the_total_is_hidden_where_nothing_else_is_left() {
        assert_eq!(hidden_of(&[3]), (vec![0], true));
        assert_eq!(hidden_of(&[2, 2]), (vec![0, 1], true));
        assert_eq!(hidden_of(&[4, 4]), (vec![0, 1], true));
        assert_eq!(hidden_of(&[1, 1, 1, 1, 1]), (vec![0, 1, 2, 3, 4], true));
        assert_eq!(hidden_of(&[1, 1, 2, 1, 1]), (vec![0, 1, 2, 3, 4], true));
        assert_eq!(
            hidden(&[], 3, 5),
            Hidden {
                parts: vec![],
                total: true
            }
        );
    }

    #[test]
    fn a_correction_is_as_telling_as_a_count() {
        assert_eq!(hidden_of(&[-3, 20, 40]), (vec![0, 1], false));
    }

    #[test]
    fn a_total_that_is_no_sum_is_hidden_with_them() {
        assert_eq!(
            hidden(&[3, 20], 9, 5),
            Hidden {
                parts: vec![0],
                total: true
            }
        );
    }

    #[test]
    fn one_small_count_hides_all_of_those_that_stand_elsewhere_too() {
        let of = |parts: &[i64], total| {
            let hidden = all_or_none(parts, total, 5);
            (hidden.parts, hidden.total)
        };
        assert_eq!(of(&[65, 3, 20, 0], 88), (vec![0, 1, 2], true));
        assert_eq!(of(&[65, 5, 20, 0], 90), (vec![], false));
        assert_eq!(of(&[5, 7], 4), (vec![0, 1], true));
        assert_eq!(of(&[], 0), (vec![], false));
    }

    /// What is told of counts: those that are not hidden, and the total.
    type Told = (Vec<Option<i64>>, Option<i64>);

    fn told(parts: &[i64], below: i64) -> Told {
        let total = parts.iter().sum();
        let hidden = hidden(parts, total, below);
        let shown = |(at, count): (usize, &i64)| (!hidden.parts.contains(&at)).then_some(*count);
        let parts = parts.iter().enumerate().map(shown).collect();
        (parts, (!hidden.total).then_some(total))
    }

    /// Every way to give each of `number` providers from 0 to `most`.
    fn all(number: u32, most: i64) -> impl Iterator<Item = Vec<i64>> {
        let base = most + 1;
        (0..base.pow(number)).map(move |nr| {
            let digit = |at| nr / base.pow(at) % base;
            (0..number).map(digit).collect()
        })
    }

    /// Somebody knows the rule, tries it on all counts there can be, and keeps those that
    /// are told as what is told: of each hidden count at least two values must remain.
    #[test]
    fn nobody_who_knows_the_rule_finds_out_a_count() {
        let bounds = [(3, 1, 9), (3, 2, 30), (3, 3, 20), (3, 4, 10), (3, 5, 6)];
        let more = [
            (4, 4, 11),
            (5, 1, 9),
            (5, 2, 40),
            (5, 3, 30),
            (5, 4, 14),
            (5, 5, 6),
            (9, 3, 40),
        ];
        for (below, number, most) in bounds.into_iter().chain(more) {
            let mut can_be: BTreeMap<Told, Vec<BTreeSet<i64>>> = BTreeMap::new();
            for parts in all(number, most) {
                let values = can_be.entry(told(&parts, below)).or_default();
                values.resize_with(parts.len(), BTreeSet::new);
                for (values, part) in values.iter_mut().zip(parts) {
                    values.insert(part);
                }
            }
            for ((shown, total), values) in can_be {
                // What may be more than was tried is not held against the rule.
                let least: i64 = shown.iter().map(|it| it.unwrap_or(1)).sum();
                if total.is_some_and(|total| 1 + total - least > most) {
                    continue;
                }
                for (shown, values) in shown.iter().zip(&values) {
                    let is_open = shown.is_some() || values.len() > 1;
                    assert!(is_open, "below {below}, {shown:?} of {total:?}: {values:?}");
                    // Nothing small is told.
                    assert!(shown.is_none_or(|it| it == 0 || it >= below));
                }
                assert!(total.is_none_or(|it| it == 0 || it >= below));
            }
        }
    }
}

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

/// The small counts, and with them the smallest others until the total gives none of
/// them away. The total itself is hidden only where all counts together would not do.
pub(super) fn hidden(parts: &[i64], total: i64, below: i64) -> Hidden {
    let is_small_part = |at: &usize| is_small(parts[*at], below);
    let mut hidden: Vec<usize> = (0..parts.len()).filter(is_small_part).collect();
    let mut others: Vec<usize> = (0..parts.len())
        .filter(|at| parts[*at] != 0 && !is_small_part(at))
        .collect();
    others.sort_by_key(|at| (parts[*at], *at));
    let mut others = others.into_iter();
    let is_total = parts.iter().sum::<i64>() == total;
    let mut hides_total = is_small(total, below) || !hidden.is_empty() && !is_total;
    while !hides_total && !hidden.is_empty() && !are_safe(parts, &hidden, below) {
        match others.next() {
            Some(other) => hidden.push(other),
            None => hides_total = true,
        }
    }
    hidden.sort_unstable();
    Hidden {
        parts: hidden,
        total: hides_total,
    }
}

/// Whether the sum of these counts, which the total gives away, leaves each of them
/// open. A small sum is as telling as a small count, so one small count is never safe;
/// and as many counts as the sum are 1 each, for a count of 0 is told.
fn are_safe(parts: &[i64], hidden: &[usize], below: i64) -> bool {
    let sum: i64 = hidden.iter().map(|at| parts[*at]).sum();
    let number = i64::try_from(hidden.len()).unwrap_or(i64::MAX);
    sum > number && sum >= below
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn the_smallest_other_is_hidden_with_a_single_small_count() {
        assert_eq!(hidden_of(&[65, 3, 20, 0]), (vec![1, 2], false));
        assert_eq!(hidden_of(&[303, 4]), (vec![0, 1], false));
    }

    #[test]
    fn several_small_counts_hide_each_other_where_their_sum_is_not_small() {
        assert_eq!(hidden_of(&[4, 3, 20]), (vec![0, 1], false));
        // A sum of 3 is itself a small count.
        assert_eq!(hidden_of(&[1, 2, 20]), (vec![0, 1, 2], false));
        // A sum of 5 over five providers is 1 for each.
        assert_eq!(
            hidden_of(&[1, 1, 1, 1, 1, 9]),
            (vec![0, 1, 2, 3, 4, 5], false)
        );
    }

    #[test]
    fn the_total_is_hidden_where_nothing_else_is_left() {
        assert_eq!(hidden_of(&[3]), (vec![0], true));
        assert_eq!(hidden_of(&[2, 2]), (vec![0, 1], true));
        assert_eq!(hidden_of(&[1, 1, 1, 1, 1]), (vec![0, 1, 2, 3, 4], true));
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
}

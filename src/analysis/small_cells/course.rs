//! Small steps in the course of a figure over a year.

/// Which values of a course may be told: those that differ from nothing, from the total
/// and from each other told before by no small number. So a small month is told
/// together with its neighbours only.
pub(super) fn told(course: &[i64], total: i64, below: i64) -> Vec<bool> {
    let mut told = vec![0, total];
    let may_be_told = |count: &i64| {
        let is_apart = |other: &i64| count == other || (count - other).abs() >= below;
        let may_be = told.iter().all(is_apart);
        if may_be {
            told.push(*count);
        }
        may_be
    };
    course.iter().map(may_be_told).collect()
}

#[cfg(test)]
mod tests {
    use super::told;
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn a_small_month_is_told_with_the_next() {
        assert_eq!(told(&[20, 23, 40], 40, 5), [true, false, true]);
        assert_eq!(told(&[3, 3, 40], 40, 5), [false, false, true]);
        assert_eq!(told(&[20, 38, 40], 40, 5), [true, false, true]);
    }

    #[test]
    fn months_without_anybody_are_told() {
        assert_eq!(told(&[0, 0, 12, 12], 12, 5), [true; 4]);
    }

    /// Somebody knows the rule, tries it on every course that never falls, and keeps those
    /// of which the same is told: of each hidden value, and of each small step to what is
    /// hidden, at least two must remain.
    #[test]
    fn nobody_who_knows_the_rule_finds_out_a_step() {
        for (below, most) in [(3, 14), (5, 20), (9, 24)] {
            let mut can_be: BTreeMap<_, [BTreeSet<i64>; 6]> = BTreeMap::new();
            let from = |first: i64| first..=most;
            for total in (0..=most).filter(|total| *total == 0 || *total >= below) {
                let courses = from(0)
                    .flat_map(|a| from(a).flat_map(move |b| from(b).map(move |c| [a, b, c])));
                for course in courses.filter(|course| course[2] <= total) {
                    let shown = told(&course, total, below).into_iter().zip(course);
                    let shown: Vec<_> = shown.map(|(is_told, it)| is_told.then_some(it)).collect();
                    let [a, b, c] = course;
                    let steps = [a, b - a, c - b];
                    let values = can_be.entry((total, shown)).or_default();
                    for (values, it) in values.iter_mut().zip(course.into_iter().chain(steps)) {
                        values.insert(it);
                    }
                }
            }
            for ((total, told), values) in can_be {
                let is_hidden = |at: usize| told[at].is_none();
                let is_small =
                    |values: &BTreeSet<i64>| values.iter().all(|it| *it != 0 && *it < below);
                for at in 0..3 {
                    let is_open = |values: &BTreeSet<i64>| values.len() > 1;
                    assert!(
                        !is_hidden(at) || is_open(&values[at]),
                        "{told:?} of {total}"
                    );
                    let step = &values[3 + at];
                    assert!(
                        !is_small(step) || is_open(step),
                        "{told:?} of {total}: {step:?}"
                    );
                }
            }
        }
    }
}

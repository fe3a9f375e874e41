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
}

//! Places in a drawing: percent from left to right, whole and half points up and down.

use crate::model::{Date, Period};
use rust_decimal::Decimal;

/// A share of the width as a percentage with at most two decimals.
pub(super) fn percent(part: Decimal, whole: Decimal) -> String {
    format!("{}%", share(part, whole))
}

/// A share in percent with at most two decimals.
pub(super) fn share(part: Decimal, whole: Decimal) -> Decimal {
    if whole <= Decimal::ZERO {
        return Decimal::ZERO;
    }
    (part * Decimal::ONE_HUNDRED / whole)
        .round_dp(2)
        .normalize()
}

/// Days of a stretch before a date; the day after the last is its end.
pub(super) fn days_before(days: Period, date: Date) -> Decimal {
    let until = Period {
        start: days.start,
        end: date,
    };
    Decimal::from((until.days() - 1).clamp(0, days.days()))
}

/// Where a day begins, as a percentage of the width.
pub(super) fn begin_of(days: Period, date: Date) -> String {
    percent(days_before(days, date), Decimal::from(days.days()))
}

/// Where a day ends.
pub(super) fn end_of(days: Period, date: Date) -> String {
    let before = days_before(days, date) + Decimal::ONE;
    let all = Decimal::from(days.days());
    percent(before.min(all), all)
}

/// How wide so many days are.
pub(super) fn width_of(days: Period, part: Period) -> String {
    let end = days_before(days, part.end) + Decimal::ONE;
    percent(
        end - days_before(days, part.start),
        Decimal::from(days.days()),
    )
}

/// The height of an amount above the ground of a drawing, in points.
pub(super) fn height(amount: Decimal, most: Decimal, points: Decimal) -> Decimal {
    if most <= Decimal::ZERO {
        return Decimal::ZERO;
    }
    let part = amount.clamp(Decimal::ZERO, most);
    (part * points / most).round_dp(1).normalize()
}

/// Labels of an axis that give way where there is little room, by class; their places
/// are in percent, and the first and the last always stay.
pub(super) fn crowds(places: &[Decimal]) -> Vec<Option<&'static str>> {
    let far = keeps(places, Decimal::from(30));
    let farther = keeps(places, Decimal::from(45));
    let class = |(far, farther): (bool, bool)| match (far, farther) {
        (false, _) => Some("crowded"),
        (true, false) => Some("close"),
        _ => None,
    };
    far.into_iter().zip(farther).map(class).collect()
}

/// Which labels stay when two of them have to be so far apart.
fn keeps(places: &[Decimal], least: Decimal) -> Vec<bool> {
    let last = places.last().copied().unwrap_or_default();
    let mut before: Option<Decimal> = None;
    let keep = |at: &Decimal| {
        let is_last = *at == last;
        let has_room = before.is_none_or(|before| *at - before >= least && last - *at >= least);
        if is_last || has_room {
            before = Some(*at);
        }
        is_last || has_room
    };
    places.iter().map(keep).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_year_fills_the_width() {
        let year = Period {
            start: date(2022, 10, 1),
            end: date(2023, 9, 30),
        };
        assert_eq!(begin_of(year, year.start), "0%");
        assert_eq!(end_of(year, year.end), "100%");
        assert_eq!(begin_of(year, date(2023, 4, 1)), "49.86%");
        let quarter = Period {
            start: date(2023, 7, 1),
            end: date(2023, 9, 30),
        };
        assert_eq!(width_of(year, quarter), "25.21%");
    }

    #[test]
    fn labels_give_way_where_they_would_touch() {
        let places = |percent: &[i64]| -> Vec<Decimal> {
            percent.iter().copied().map(Decimal::from).collect()
        };
        let (crowded, close) = (Some("crowded"), Some("close"));
        let quarters = crowds(&places(&[0, 25, 50, 75, 100]));
        assert_eq!(quarters, [None, crowded, None, crowded, None]);
        let thirds = crowds(&places(&[0, 33, 67, 100]));
        assert_eq!(thirds, [None, close, close, None]);
        assert_eq!(crowds(&places(&[0, 40, 80])), [None, close, None]);
        assert_eq!(crowds(&[]), []);
    }

    #[test]
    fn nothing_is_higher_than_its_scale() {
        let points = Decimal::from(150);
        assert_eq!(
            height(Decimal::from(900), Decimal::from(1800), points),
            Decimal::from(75)
        );
        assert_eq!(height(Decimal::from(9), Decimal::from(3), points), points);
        assert_eq!(height(Decimal::ONE, Decimal::ZERO, points), Decimal::ZERO);
    }
}

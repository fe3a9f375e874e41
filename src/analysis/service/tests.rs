use super::*;
use jiff::civil::date;
use proptest::prelude::*;
use rust_decimal::Decimal;

/// Project year 2, which holds 29 February 2024 and so has 366 days.
const LEAP: Period = Period {
    start: date(2023, 10, 1),
    end: date(2024, 9, 30),
};

fn over(year: Period) -> Passed {
    Passed { year, so_far: year }
}

fn until(end: Date) -> Passed {
    let so_far = Period { end, ..LEAP };
    Passed { year: LEAP, so_far }
}

fn fte(thousandths: i64) -> Fte {
    Fte::new(Decimal::new(thousandths, 3)).expect("a test FTE can be")
}

fn months(passed: Passed, of: i64, from: Date, to: Option<Date>) -> String {
    let months = passed.months(Some(fte(of)), Some(from), to);
    months.expect("all of it is known").to_string()
}

#[test]
fn a_leap_year_has_366_days() {
    let whole = over(LEAP);
    assert_eq!(whole.planned(fte(2500)).to_string(), "30.00");
    assert_eq!(months(whole, 1000, date(2020, 1, 1), None), "12.00");
    // From 1 April: 30 + 31 + 30 + 31 + 31 + 30 = 183 days, half of 366.
    assert_eq!(months(whole, 500, date(2024, 4, 1), None), "3.00");
    // Only 29 February: 12 ÷ 366 = 0.0327…
    let leap_day = date(2024, 2, 29);
    assert_eq!(months(whole, 1000, leap_day, Some(leap_day)), "0.03");
}

#[test]
fn someone_who_left_counts_up_to_the_last_day() {
    let whole = over(LEAP);
    // October to December: 31 + 30 + 31 = 92 days; 12 × 92 ÷ 366 = 3.0163…
    let last = Some(date(2023, 12, 31));
    assert_eq!(months(whole, 1000, date(2023, 10, 1), last), "3.02");
    assert_eq!(months(whole, 1000, date(2022, 10, 1), last), "3.02");
    assert_eq!(
        months(whole, 1000, date(2022, 1, 1), Some(date(2023, 9, 30))),
        "0.00"
    );
    // The first day is a day: 12 ÷ 366 = 0.0327….
    let first = Some(date(2023, 10, 1));
    assert_eq!(months(whole, 1000, date(2022, 1, 1), first), "0.03");
    assert_eq!(months(whole, 1000, date(2024, 10, 1), None), "0.00");
    assert_eq!(
        months(whole, 1000, date(2024, 5, 2), Some(date(2024, 5, 1))),
        "0.00"
    );
}

#[test]
fn a_running_year_counts_up_to_the_date() {
    // 1 October to 31 March of a leap year is 183 days.
    let half = until(date(2024, 3, 31));
    assert_eq!(half.planned(fte(1000)).to_string(), "6.00");
    assert_eq!(months(half, 1000, date(2022, 10, 1), None), "6.00");
    // From 1 March: 31 days; 12 × 31 ÷ 366 = 1.0163…, and nothing after the date.
    let last = Some(date(2024, 9, 1));
    assert_eq!(months(half, 1000, date(2024, 3, 1), last), "1.02");
    assert_eq!(months(half, 1000, date(2024, 4, 1), None), "0.00");
}

#[test]
fn what_is_not_given_is_unknown_unless_it_lies_outside() {
    let whole = over(LEAP);
    let before = Some(date(2023, 9, 30));
    assert_eq!(
        whole.months(Some(fte(1000)), None, None),
        Err(Unknown::Since)
    );
    assert_eq!(
        whole.months(Some(fte(1000)), None, before),
        Ok(FteMonths::NONE)
    );
    assert_eq!(
        whole.months(None, Some(LEAP.start), None),
        Err(Unknown::FilledFte)
    );
    assert_eq!(
        whole.months(None, Some(date(2024, 10, 1)), None),
        Ok(FteMonths::NONE)
    );
}

/// The last day before the year that begins on 1 October, some years on.
fn year(nr: i16) -> Period {
    Period {
        start: date(2021 + nr, 10, 1),
        end: date(2022 + nr, 9, 30),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn open_ended_service_adds_up_to_twelve_months_a_full_year(
        thousandths in 0..=100_000_i64,
        late in 0..365_i32,
        years in 1..12_i16,
    ) {
        let fte = fte(thousandths);
        let first = year(1);
        let from = first.start.saturating_add(jiff::Span::new().days(late));
        let served = |nr| over(year(nr)).months(Some(fte), Some(from), None);
        let all: Known<FteMonths> = (1..=years).map(served).sum();
        let begun = over(first).months(Some(fte), Some(from), None);
        let full = (1..years).map(|_| FteMonths::new(fte, first.days(), first)).sum();
        prop_assert_eq!(all, begun.map(|begun| begun + full));
        for nr in 2..=years {
            prop_assert_eq!(served(nr), Ok(over(year(nr)).planned(fte)));
        }
    }

    #[test]
    fn a_vacancy_and_what_is_filled_are_at_least_what_is_planned(
        planned in 0..=100_000_i64,
        filled in 0..=100_000_i64,
        late in -400..400_i32,
    ) {
        let from = LEAP.start.saturating_add(jiff::Span::new().days(late));
        let planned = over(LEAP).planned(fte(planned));
        let filled = over(LEAP).months(Some(fte(filled)), Some(from), None).expect("all of it is known");
        let vacant = filled.missing_to(planned);
        prop_assert!(vacant >= FteMonths::NONE && vacant <= planned);
        prop_assert_eq!(filled + vacant, filled.max(planned));
    }
}

//! What sums give away: whole numbers within bounds, and sums of them. A number is
//! determined if no two solutions differ in it.

/// How many numbers may be tried for one solution. Where that is not enough, the number
/// counts as determined, so that a test fails rather than passes.
const MOST_TRIES: u32 = 50_000;

/// How many values are tried of one number.
const MOST_VALUES: u16 = 60;

/// How often bounds are narrowed; wider ones are no less true.
const MOST_ROUNDS: u32 = 200;

/// A number that is not known, by its position.
pub(crate) type Unknown = usize;

/// Numbers times factors, which add up to something within bounds.
#[derive(Debug, Clone)]
struct Sum {
    terms: Vec<(Unknown, i64)>,
    low: i64,
    high: i64,
}

/// All that is known.
#[derive(Debug, Clone, Default)]
pub(crate) struct System {
    bounds: Vec<(i64, i64)>,
    sums: Vec<Sum>,
}

impl System {
    /// A number within bounds.
    pub(crate) fn unknown(&mut self, low: i64, high: i64) -> Unknown {
        self.bounds.push((low, high));
        self.bounds.len() - 1
    }

    /// These add up to `sum`.
    pub(crate) fn adds_up(&mut self, terms: Vec<(Unknown, i64)>, sum: i64) {
        self.between(terms, sum, sum);
    }

    /// These add up to something between `low` and `high`.
    pub(crate) fn between(&mut self, terms: Vec<(Unknown, i64)>, low: i64, high: i64) {
        self.sums.push(Sum { terms, low, high });
    }

    /// The same, with bounds as narrow as the sums make them at once.
    pub(crate) fn narrowed(mut self) -> Self {
        let mut bounds = std::mem::take(&mut self.bounds);
        assert!(
            self.narrow(&mut bounds),
            "what is told does not contradict itself"
        );
        Self { bounds, ..self }
    }

    /// Whether only one value is left for a number: by elimination, or because no other
    /// whole number within the bounds solves all sums.
    pub(crate) fn determines(&self, number: Unknown) -> bool {
        let (mut part, number) = self.part_of(number);
        let reduced = part.reduced();
        let is_eliminated = part.is_alone_in(&reduced, number);
        // What follows from several sums together narrows bounds that each leaves wide.
        part.sums
            .extend(reduced.iter().filter_map(|row| sum_of(row)));
        is_eliminated || !part.leaves_open(number)
    }

    /// What hangs together with a number, by whatever is not known yet.
    fn part_of(&self, number: Unknown) -> (Self, Unknown) {
        let is_open = |at: &Unknown| self.bounds[*at].0 < self.bounds[*at].1;
        let mut members = vec![number];
        let mut sums: Vec<&Sum> = Vec::new();
        let mut rest: Vec<&Sum> = self.sums.iter().collect();
        loop {
            let touches = |sum: &&Sum| sum.terms.iter().any(|(at, _)| members.contains(at));
            let (near, far): (Vec<&Sum>, Vec<&Sum>) = rest.into_iter().partition(touches);
            if near.is_empty() {
                break;
            }
            let terms = near.iter().flat_map(|sum| &sum.terms).map(|(at, _)| *at);
            members.extend(terms.filter(is_open));
            members.sort_unstable();
            members.dedup();
            sums.extend(near);
            rest = far;
        }
        let place = |at: &Unknown| members.iter().position(|member| member == at);
        let within = |sum: &&Sum| {
            let (low, high) = (sum.low, sum.high);
            let terms = Vec::new();
            let mut own = Sum { terms, low, high };
            for (at, factor) in &sum.terms {
                if let Some(place) = place(at) {
                    own.terms.push((place, *factor));
                } else {
                    own.low -= factor * self.bounds[*at].0;
                    own.high -= factor * self.bounds[*at].0;
                }
            }
            own
        };
        let part = Self {
            bounds: members.iter().map(|at| self.bounds[*at]).collect(),
            sums: sums.iter().map(within).collect(),
        };
        (part, place(&number).expect("the number is one of them"))
    }

    fn leaves_open(&self, number: Unknown) -> bool {
        let mut bounds = self.bounds.clone();
        if !self.narrow(&mut bounds) {
            return false;
        }
        let (low, high) = bounds[number];
        let near = (0..i64::from(MOST_VALUES)).flat_map(|step| [low + step, high - step]);
        let mut values: Vec<i64> = near.filter(|it| (low..=high).contains(it)).collect();
        values.extend(outwards(low, high).take(usize::from(MOST_VALUES)));
        values.sort_unstable_by_key(|it| (it.abs(), *it));
        values.dedup();
        let mut solved = values.into_iter().filter(|value| {
            let mut bounds = bounds.clone();
            bounds[number] = (*value, *value);
            let mut tries = MOST_TRIES;
            self.is_solved(bounds, &mut tries)
        });
        solved.next().is_some() && solved.next().is_some()
    }

    fn is_solved(&self, mut bounds: Vec<(i64, i64)>, tries: &mut u32) -> bool {
        if *tries == 0 {
            return false;
        }
        *tries -= 1;
        if !self.narrow(&mut bounds) {
            return false;
        }
        let open = bounds
            .iter()
            .enumerate()
            .filter(|(_, (low, high))| low < high);
        let Some((at, (low, high))) = open.min_by_key(|(_, (low, high))| high - low) else {
            return true;
        };
        let (low, high) = (*low, *high);
        // What is nearest to nothing leaves the others most room.
        outwards(low, high).any(|value| {
            let mut bounds = bounds.clone();
            bounds[at] = (value, value);
            self.is_solved(bounds, tries)
        })
    }

    /// Narrows bounds by the sums until nothing changes; not if they contradict.
    fn narrow(&self, bounds: &mut [(i64, i64)]) -> bool {
        for _ in 0..MOST_ROUNDS {
            let before = bounds.to_vec();
            for sum in &self.sums {
                for (at, factor) in &sum.terms {
                    let others = sum.terms.iter().filter(|(other, _)| other != at);
                    let (mut least, mut most) = (0, 0);
                    for (other, factor) in others {
                        let (low, high) = bounds[*other];
                        let (one, two) = (factor * low, factor * high);
                        least += one.min(two);
                        most += one.max(two);
                    }
                    let (low, high) = divided(sum.low - most, sum.high - least, *factor);
                    let (was_low, was_high) = bounds[*at];
                    bounds[*at] = (was_low.max(low), was_high.min(high));
                    if bounds[*at].0 > bounds[*at].1 {
                        return false;
                    }
                }
            }
            if bounds == before {
                break;
            }
        }
        true
    }

    /// Whether the equations alone, over all fractions, give the number.
    fn eliminates(&self, number: Unknown) -> bool {
        self.is_alone_in(&self.reduced(), number)
    }

    fn is_alone_in(&self, reduced: &[Vec<Fraction>], number: Unknown) -> bool {
        reduced.iter().any(|row| {
            let is_alone = |(at, it): (usize, &Fraction)| it.is_zero() != (at == number);
            row.iter().take(self.bounds.len()).enumerate().all(is_alone)
        })
    }

    /// Gauss: the equations with each first number of a row in no other.
    fn reduced(&self) -> Vec<Vec<Fraction>> {
        let equations = self.sums.iter().filter(|sum| sum.low == sum.high);
        let mut rows: Vec<Vec<Fraction>> = equations.map(|sum| self.row(sum)).collect();
        let mut done = 0;
        for column in 0..self.bounds.len() {
            let Some(pivot) = (done..rows.len()).find(|at| !rows[*at][column].is_zero()) else {
                continue;
            };
            rows.swap(done, pivot);
            let by = rows[done][column];
            let row: Vec<Fraction> = rows[done].iter().map(|it| it.over(by)).collect();
            for other in (0..rows.len()).filter(|at| *at != done) {
                let times = rows[other][column];
                for (cell, of_row) in rows[other].iter_mut().zip(&row) {
                    *cell = cell.less(of_row.times(times));
                }
            }
            rows[done] = row;
            done += 1;
        }
        rows
    }

    fn row(&self, sum: &Sum) -> Vec<Fraction> {
        let mut row = vec![Fraction::whole(0); self.bounds.len() + 1];
        for (at, factor) in &sum.terms {
            row[*at] = row[*at].less(Fraction::whole(-factor));
        }
        row[self.bounds.len()] = Fraction::whole(sum.low);
        row
    }
}

/// A row of whole numbers as a sum; others are left to the sums that they come from.
fn sum_of(row: &[Fraction]) -> Option<Sum> {
    let whole = |it: &Fraction| (it.1 == 1).then(|| i64::try_from(it.0).ok()).flatten();
    let factors: Vec<i64> = row.iter().map(whole).collect::<Option<_>>()?;
    let (sum, factors) = factors.split_last()?;
    let terms = factors.iter().copied().enumerate();
    Some(Sum {
        terms: terms.filter(|(_, factor)| *factor != 0).collect(),
        low: *sum,
        high: *sum,
    })
}

/// The numbers from `low` to `high`, those nearest to 0 first.
fn outwards(low: i64, high: i64) -> impl Iterator<Item = i64> {
    let start = 0.clamp(low, high);
    let around = (1..=high - low).flat_map(move |step| [start + step, start - step]);
    let all = std::iter::once(start).chain(around);
    all.filter(move |it| (low..=high).contains(it))
}

/// The whole numbers that times `factor` lie between `low` and `high`.
fn divided(low: i64, high: i64, factor: i64) -> (i64, i64) {
    let (low, high, factor) = if factor < 0 {
        (-high, -low, -factor)
    } else {
        (low, high, factor)
    };
    (-(-low).div_euclid(factor), high.div_euclid(factor))
}

/// A fraction in its lowest terms, the second above nothing.
#[derive(Debug, Clone, Copy)]
struct Fraction(i128, i128);

impl Fraction {
    fn whole(number: i64) -> Self {
        Self(number.into(), 1)
    }

    fn of(part: i128, whole: i128) -> Self {
        let (mut one, mut two) = (part.abs(), whole.abs());
        while two != 0 {
            (one, two) = (two, one % two);
        }
        let by = one * whole.signum();
        Self(part / by, whole / by)
    }

    fn is_zero(self) -> bool {
        self.0 == 0
    }

    fn times(self, other: Self) -> Self {
        Self::of(self.0 * other.0, self.1 * other.1)
    }

    fn over(self, other: Self) -> Self {
        Self::of(self.0 * other.1, self.1 * other.0)
    }

    fn less(self, other: Self) -> Self {
        Self::of(self.0 * other.1 - other.0 * self.1, self.1 * other.1)
    }
}

#[test]
fn a_number_that_sums_give_away_is_determined() {
    let mut system = System::default();
    let [one, two, three] = [(); 3].map(|()| system.unknown(1, 1_000));
    system.adds_up(vec![(one, 1), (two, 1)], 10);
    assert!(!system.determines(one));
    system.adds_up(vec![(two, 1), (three, 1)], 12);
    assert!(!system.determines(one));
    let mut solved = system.clone();
    solved.adds_up(vec![(one, 1), (three, 1)], 8);
    assert!(solved.eliminates(one) && solved.determines(one));
    // By bounds alone: two that are at least 1 and are 2 together.
    system.adds_up(vec![(one, 1), (three, 1)], 2);
    let mut small = System::default();
    let [one, two] = [(); 2].map(|()| small.unknown(1, 1_000));
    small.adds_up(vec![(one, 1), (two, 1)], 2);
    assert!(!small.eliminates(one) && small.determines(one));
    // By a rounded share: 33.3 % of 9 is 3.
    let mut share = System::default();
    let part = share.unknown(0, 1_000);
    share.between(vec![(part, 1_000)], 332 * 9, 334 * 9);
    assert!(share.determines(part));
}

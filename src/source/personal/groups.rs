//! The digits of a folded text in groups, and windows of groups that stand together.

use std::ops::Range;

/// The most digits that a number of somebody has: a telephone's, abroad, with 00.
const MOST_DIGITS: usize = 17;

/// Marks that stand between the digits of a number, with or without spaces.
const MARKS: &[u8] = b" .-/+()[]";
/// Marks that stand between two digits, alone.
const TIGHT_MARKS: &[u8] = b",:_*'\\~|";

/// The groups of digits in a text.
pub(super) struct Groups<'t> {
    text: &'t str,
    at: Vec<Range<usize>>,
}

impl<'t> Groups<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let mut at: Vec<Range<usize>> = Vec::new();
        for (place, byte) in text.bytes().enumerate() {
            if byte.is_ascii_digit() {
                match at.last_mut() {
                    Some(last) if last.end == place => last.end += 1,
                    _ => at.push(place..place + 1),
                }
            }
        }
        Self { text, at }
    }

    /// All windows that some number could fill.
    pub(super) fn windows(&self) -> impl Iterator<Item = Window<'_>> {
        (0..self.at.len()).flat_map(move |first| {
            let mut length = 0;
            let ends = (first..self.at.len()).map_while(move |last| {
                length += self.at[last].len();
                let is_one =
                    length <= MOST_DIGITS && (last == first || are_together(self.gap(last)));
                is_one.then_some((last, length))
            });
            let ends = ends.filter(|(_, length)| *length >= super::FEWEST_DIGITS);
            ends.map(move |(last, length)| Window {
                groups: self,
                first,
                last,
                length,
            })
        })
    }

    /// What stands before a group, from the one before it.
    fn gap(&self, group: usize) -> &'t str {
        let start = match group {
            0 => 0,
            _ => self.at[group - 1].end,
        };
        let end = self.at.get(group).map_or(self.text.len(), |it| it.start);
        &self.text[start..end]
    }

    fn digits(&self, group: usize) -> &'t str {
        &self.text[self.at[group].clone()]
    }

    /// Whether a date begins at a group: `30/09/2023` or `2023-09-30`. With other digits
    /// beside it without a space, it is one only if there can be such a day.
    fn is_date_at(&self, first: usize) -> bool {
        let Some([one, two, three]) = self.at.get(first..first + 3) else {
            return false;
        };
        let (year, month, day) = match [one.len(), two.len(), three.len()] {
            [1..=2, 1..=2, 4] => (first + 2, first + 1, first),
            [4, 1..=2, 1..=2] => (first, first + 1, first + 2),
            _ => return false,
        };
        let is_mark = |group: usize| matches!(self.gap(group), "/" | "-" | ".");
        let is_apart =
            |edge: usize| edge == 0 || edge == self.at.len() || !is_tight(self.gap(edge));
        let number = |group: usize| self.digits(group).parse::<u16>().unwrap_or(0);
        let can_be =
            || (1900..2100).contains(&number(year)) && number(month) <= 12 && number(day) <= 31;
        is_mark(first + 1)
            && is_mark(first + 2)
            && (is_apart(first) && is_apart(first + 3) || can_be())
    }

    /// Whether two times stand at a group, as in `08.30-09.30`.
    fn are_times_at(&self, first: usize) -> bool {
        let is_time = |group: usize| {
            let number = |at: usize| self.digits(at).parse::<u8>().unwrap_or(u8::MAX);
            self.at[group].len() <= 2
                && self.at[group + 1].len() == 2
                && number(group) <= 24
                && number(group + 1) < 60
                && matches!(self.gap(group + 1), "." | ":")
        };
        first + 3 < self.at.len()
            && is_time(first)
            && is_time(first + 2)
            && matches!(self.gap(first + 2), "-" | " - " | " ")
    }

    /// Whether a group is part of a date or of times.
    fn is_of_time(&self, group: usize) -> bool {
        let from = |most: usize| group.saturating_sub(most)..=group;
        from(2).any(|first| self.is_date_at(first)) || from(3).any(|first| self.are_times_at(first))
    }
}

/// Whether what stands between two groups may stand within a number.
fn are_together(gap: &str) -> bool {
    let is_tight = gap.len() == 1 && gap.bytes().all(|it| TIGHT_MARKS.contains(&it));
    is_tight || gap.bytes().all(|it| MARKS.contains(&it))
}

/// Whether a mark alone stands between two groups.
fn is_tight(gap: &str) -> bool {
    are_together(gap) && !gap.contains(' ')
}

/// Groups of digits that follow each other.
#[derive(Clone, Copy)]
pub(super) struct Window<'g> {
    groups: &'g Groups<'g>,
    first: usize,
    last: usize,
    length: usize,
}

impl<'g> Window<'g> {
    /// The lengths of its groups.
    pub(super) fn is_cut(&self, lengths: &[usize]) -> bool {
        self.groups.at[self.first..=self.last]
            .iter()
            .map(Range::len)
            .eq(lengths.iter().copied())
    }

    /// Whether it is cut in one of these ways.
    pub(super) fn is_cut_as_one(&self, ways: &[&[usize]]) -> bool {
        ways.iter().any(|way| self.is_cut(way))
    }

    pub(super) fn count(&self) -> usize {
        self.last - self.first + 1
    }

    /// The digits of one of its groups.
    pub(super) fn group(&self, nr: usize) -> &'g str {
        self.groups.digits(self.first + nr)
    }

    /// Its number of digits.
    pub(super) fn length(&self) -> usize {
        self.length
    }

    /// Its digits.
    pub(super) fn digits(&self) -> impl Iterator<Item = u8> {
        (0..self.count()).flat_map(|nr| self.group(nr).bytes())
    }

    /// Its digits as one number.
    pub(super) fn value(&self) -> u64 {
        self.digits()
            .fold(0, |value, digit| value * 10 + u64::from(digit - b'0'))
    }

    /// What stands between its groups.
    pub(super) fn gaps(&self) -> impl Iterator<Item = &'g str> {
        let groups = self.groups;
        (self.first + 1..=self.last).map(move |group| groups.gap(group))
    }

    /// What stands before it, from the digits before.
    pub(super) fn before(&self) -> &'g str {
        self.groups.gap(self.first)
    }

    /// The mark between it and the digits before it, if that is all that stands there.
    pub(super) fn mark_before(&self) -> Option<&'g str> {
        (self.first > 0)
            .then(|| self.before())
            .filter(|it| is_tight(it))
    }

    /// The mark between it and the digits after it, if that is all that stands there.
    pub(super) fn mark_after(&self) -> Option<&'g str> {
        let has_next = self.last + 1 < self.groups.at.len();
        has_next
            .then(|| self.groups.gap(self.last + 1))
            .filter(|it| is_tight(it))
    }

    /// Whether other digits stand beside it with nothing but marks between.
    pub(super) fn has_neighbour(&self) -> bool {
        let is_beside = |group: usize| are_together(self.groups.gap(group));
        self.first > 0 && is_beside(self.first)
            || self.last + 1 < self.groups.at.len() && is_beside(self.last + 1)
    }

    /// Whether the mark is the same between all groups.
    pub(super) fn has_one_mark(&self) -> bool {
        let mut gaps = self.gaps();
        let first = gaps.next();
        gaps.all(|gap| Some(gap) == first)
    }

    /// Whether a date or times stand in it.
    pub(super) fn has_time(&self) -> bool {
        (self.first..=self.last).any(|group| self.groups.is_of_time(group))
    }

    /// Whether it is all that stands together, or a whole word of that: then it may be cut
    /// in any way. Dates and times are not together with it, nor what a slash with spaces
    /// parts from it.
    pub(super) fn is_whole(&self) -> bool {
        let is_of_run =
            |gap: &str| !gap.contains(" / ") && gap.bytes().all(|it| b" .-/+()".contains(&it));
        if self.has_time() || !self.gaps().all(is_of_run) {
            return false;
        }
        let groups = self.groups;
        let parts = |edge: usize, beside: Option<usize>| match beside {
            Some(beside) if beside < groups.at.len() => {
                let gap = groups.gap(edge);
                (
                    !is_of_run(gap) || groups.is_of_time(beside),
                    gap.contains(' '),
                )
            }
            _ => (true, true),
        };
        let before = parts(self.first, self.first.checked_sub(1));
        let after = parts(self.last + 1, Some(self.last + 1));
        let is_word = (before.0 || before.1)
            && (after.0 || after.1)
            && self.gaps().all(|gap| !gap.contains(' '));
        before.0 && after.0 || is_word
    }
}

//! Places in a long file of which the line is known once it has been read, so that the
//! lines before a finding are not all counted a second time.

/// Bytes between two of them at the least.
const APART: u64 = 4 * 1024 * 1024;

/// The places that were passed, in order.
#[derive(Debug, Default)]
pub(in crate::input) struct Milestones {
    /// Offset in the file's text, and line ends before it.
    known: Vec<(u64, u64)>,
    /// Line ends so far; none once some were passed uncounted.
    line_ends: Option<u64>,
}

impl Milestones {
    /// At the start of what follows, with so many line ends before it.
    pub(in crate::input) fn after(line_ends: u64) -> Self {
        Self {
            known: Vec::new(),
            line_ends: Some(line_ends),
        }
    }

    /// So many line ends more were passed, up to `offset`.
    pub(in crate::input) fn pass(&mut self, line_ends: u64, offset: u64) {
        let Some(all) = &mut self.line_ends else {
            return;
        };
        *all += line_ends;
        let last = self.known.last().map_or(0, |(offset, _)| *offset);
        if offset.saturating_sub(last) >= APART {
            self.known.push((offset, *all));
        }
    }

    /// Line ends were passed uncounted.
    pub(in crate::input) fn lose(&mut self) {
        self.line_ends = None;
    }

    /// The last one up to an offset, with the line ends before it.
    pub(in crate::input) fn last_up_to(&self, offset: u64) -> Option<(u64, u64)> {
        let after = self.known.partition_point(|(known, _)| *known <= offset);
        self.known.get(after.checked_sub(1)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_stand_apart_and_end_where_line_ends_are_lost() {
        let mut milestones = Milestones::after(2);
        assert_eq!(milestones.last_up_to(u64::MAX), None);
        milestones.pass(10, APART - 1);
        milestones.pass(1, APART);
        milestones.pass(1, APART + 1);
        milestones.lose();
        milestones.pass(50, 5 * APART);
        assert_eq!(milestones.last_up_to(APART - 1), None);
        assert_eq!(milestones.last_up_to(APART), Some((APART, 13)));
        assert_eq!(milestones.last_up_to(u64::MAX), Some((APART, 13)));
    }
}

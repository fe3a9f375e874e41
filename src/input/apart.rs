//! How much the logs of a dossier keep apart: sums by day, provider, group or ledger
//! account, and persons. All of it is held in memory, so there is an end to it, far
//! beyond what a municipality has.

/// What is kept apart at the most, in all logs of one kind together.
const MOST: usize = 220_000;

/// Bytes of text that weigh as much as one small thing.
const BYTES: usize = 64;

/// Bytes of a title in both languages that weigh nothing beside the row it stands in.
const USUAL: usize = 512;

/// What a sum weighs that becomes a row of a table.
pub(super) const ROW: usize = 3;

/// What is kept apart so far.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Apart {
    kept: usize,
}

impl Apart {
    /// Keeps one thing more.
    pub(super) fn keep(&mut self, weight: usize) {
        self.kept = self.kept.saturating_add(weight);
    }

    /// Keeps a text more, of so many bytes.
    pub(super) fn keep_text(&mut self, bytes: usize) {
        self.keep(1 + bytes / BYTES);
    }

    /// Keeps what a text has beyond the length that texts of its kind have.
    pub(super) fn keep_beyond(&mut self, bytes: usize) {
        self.keep(bytes.saturating_sub(USUAL) / BYTES);
    }

    /// Whether more is kept apart than can be.
    pub(super) fn is_too_much(self) -> bool {
        self.kept > MOST
    }
}

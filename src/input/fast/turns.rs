//! Parts of a file handed in by several threads, and given on in the order of the file.

use super::Passed;
use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Parts that may wait for one before them, so that memory does not grow when a thread
/// falls behind.
const MOST_WAITING: usize = 16;

/// Puts the parts of a file in order.
pub(super) struct Turns<C> {
    state: Mutex<State<C>>,
    moved: Condvar,
}

struct State<C> {
    next_nr: u64,
    waiting: BTreeMap<u64, Passed>,
    careful: C,
    /// Threads that wait; where there is none, nobody is to be woken.
    waiters: usize,
    /// Whether a thread has panicked, so that its part will never come.
    is_broken: bool,
}

/// Wakes all that wait when a thread panics; without it they would wait without end.
pub(super) struct Watch<'t, C>(&'t Turns<C>);

impl<C> Drop for Watch<'_, C> {
    fn drop(&mut self) {
        if thread::panicking() {
            let state = self.0.state.lock();
            state.unwrap_or_else(PoisonError::into_inner).is_broken = true;
            self.0.moved.notify_all();
        }
    }
}

impl<C: FnMut(Passed)> Turns<C> {
    /// Nothing handed in yet; `careful` will be given the parts in their order.
    pub(super) fn new(careful: C) -> Self {
        Self {
            state: Mutex::new(State {
                next_nr: 0,
                waiting: BTreeMap::new(),
                careful,
                waiters: 0,
                is_broken: false,
            }),
            moved: Condvar::new(),
        }
    }

    /// To be held by each thread that hands in parts.
    pub(super) fn watch(&self) -> Watch<'_, C> {
        Watch(self)
    }

    /// Hands in a part. Whoever hands in the one whose turn it is gives it on, and all
    /// that waited for it.
    pub(super) fn hand_in(&self, nr: u64, passed: Passed) {
        let mut state = self.lock();
        state.waiting.insert(nr, passed);
        let before = state.next_nr;
        while let Some(passed) = state.next() {
            (state.careful)(passed);
        }
        if state.next_nr > before && state.waiters > 0 {
            self.moved.notify_all();
        }
        let has_to_wait =
            |state: &mut State<C>| state.waiting.len() > MOST_WAITING && !state.is_broken;
        state.waiters += 1;
        let mut state = self
            .moved
            .wait_while(state, has_to_wait)
            .expect("no thread panics while it reads with care");
        state.waiters -= 1;
    }

    fn lock(&self) -> MutexGuard<'_, State<C>> {
        self.state
            .lock()
            .expect("no thread panics while it reads with care")
    }
}

impl<C> State<C> {
    fn next(&mut self) -> Option<Passed> {
        let passed = self.waiting.remove(&self.next_nr)?;
        self.next_nr += 1;
        Some(passed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_given_on_in_their_order() {
        let mut order = Vec::new();
        let turns = Turns::new(|passed| {
            if let Passed::TooLong { offset, .. } = passed {
                order.push(offset);
            }
        });
        for nr in [2, 0, 1, 4, 5, 3] {
            let (offset, quote) = (nr, None);
            turns.hand_in(nr, Passed::TooLong { offset, quote });
        }
        drop(turns);
        assert_eq!(order, [0, 1, 2, 3, 4, 5]);
    }
}

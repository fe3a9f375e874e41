//! What stands half made beside its target, by name, so that it can be taken away when
//! a signal ends the program before it is in its place.

use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The one list of this process: a signal is for all of it.
static UNFINISHED: Mutex<Unfinished> = Mutex::new(Unfinished {
    files: Vec::new(),
    folders: Vec::new(),
});

/// Files and folders that are to go when nothing comes of them.
#[derive(Debug)]
pub(super) struct Unfinished {
    /// Files beside their targets.
    pub(super) files: Vec<PathBuf>,
    /// Folders that were made for them.
    pub(super) folders: Vec<PathBuf>,
}

impl Unfinished {
    /// All is in its place.
    pub(super) fn is_finished(&mut self) {
        self.files.clear();
        self.folders.clear();
    }
}

/// Does a step whole: a signal that comes during it waits for its end. A step that
/// begins after a signal is never done; the program ends first. Nothing that may have
/// to wait for somebody belongs in a step.
pub(super) fn step<T>(work: impl FnOnce(&mut Unfinished) -> T) -> T {
    work(&mut lock())
}

/// Takes all away that is not finished. No step is done as long as what this gives is
/// kept.
#[must_use]
pub(super) fn take_away() -> impl Drop {
    let unfinished = lock();
    for file in &unfinished.files {
        // One that is in its place, or gone already, has this name no longer.
        let _ = fs::remove_file(file);
    }
    for folder in unfinished.folders.iter().rev() {
        let _ = fs::remove_dir(folder);
    }
    unfinished
}

fn lock() -> MutexGuard<'static, Unfinished> {
    // Names stay names, also when whoever kept them has panicked.
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

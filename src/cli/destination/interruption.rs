//! Signals that end the program: Ctrl-C, a request to stop, a terminal that closes.
//!
//! As long as nothing stands on the disk or the screen that has to go, a signal ends the program as it
//! ends any other, and nothing here is started. From then on a thread waits for signals.
//! It takes away what is unfinished and lets the signal do what it would have done: a
//! shell sees a program that died of it.
//!
//! Where there are no such signals, the system ends the program as it does; what may be
//! left is a file whose name begins with [`super::replacing::PREFIX`].

use super::unfinished;
use std::sync::{Mutex, PoisonError};

/// Clears what stands on the screen. It may not wait for the screen without end.
pub(in crate::cli) type Clear = Box<dyn Fn() + Send>;

static SCREEN: Mutex<Option<Clear>> = Mutex::new(None);

/// What is cleared from the screen before a signal ends the program; none when nothing
/// stands there any more.
pub(in crate::cli) fn clears(screen: Option<Clear>) {
    *SCREEN.lock().unwrap_or_else(PoisonError::into_inner) = screen;
}

/// Leaves nothing behind, neither on the disk nor on the screen. No step is done as long
/// as what this gives is kept.
fn leave_nothing() -> impl Drop {
    let no_more_steps = unfinished::take_away();
    let screen = SCREEN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(clear) = &*screen {
        clear();
    }
    no_more_steps
}

/// Watches for signals from now on.
#[cfg(unix)]
pub(in crate::cli) fn watch() {
    static WATCHED: std::sync::Once = std::sync::Once::new();
    WATCHED.call_once(|| {
        let (watches, is_watched) = std::sync::mpsc::channel::<()>();
        let watch = move || {
            // A system that has no pipe to give still ends the program at a signal; that
            // is no reason to refuse the answer.
            let Ok(mut signals) = signal_hook::iterator::Signals::new(not_ignored()) else {
                return;
            };
            drop(watches);
            for signal in signals.forever() {
                let _no_more_steps = leave_nothing();
                let _ = signal_hook::low_level::emulate_default_handler(signal);
            }
        };
        drop(std::thread::Builder::new().spawn(watch));
        // Nothing is ever sent: the other end goes once signals are caught, or cannot be.
        let _ = is_watched.recv();
    });
}

/// Watches for nothing, where there are no signals.
#[cfg(not(unix))]
pub(in crate::cli) fn watch() {
    let _ = leave_nothing;
}

/// A file that may not grow any more is a write that fails, as on a full disk, and no
/// end of the program that nothing is said of.
#[cfg(unix)]
pub(in crate::cli) fn let_writing_fail() {
    let noted = std::sync::Arc::default();
    // Where it cannot be caught, the system ends the program as it does.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, noted);
}

/// Here a write fails by itself.
#[cfg(not(unix))]
pub(in crate::cli) fn let_writing_fail() {}

/// The signals that end the program. Whoever started it may have said that it is to
/// ignore some of them, as `nohup` does.
#[cfg(unix)]
fn not_ignored() -> Vec<i32> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let ignored = ignored();
    let ends = [SIGHUP, SIGINT, SIGTERM].into_iter();
    ends.filter(|signal| ignored & (1 << (signal - 1)) == 0)
        .collect()
}

/// The signals that are ignored, a bit each, where the system tells it.
#[cfg(unix)]
fn ignored() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let bits = line.and_then(|bits| u64::from_str_radix(bits.trim(), 16).ok());
    bits.unwrap_or(0)
}

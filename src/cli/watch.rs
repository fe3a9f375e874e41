//! `--watch`: the same answer again, each time a file that was looked for changes.
//!
//! Whether one has changed is seen by looking at it, not by what the system tells. That
//! only says when to look; where it tells nothing, as on many network drives, a look
//! every two seconds does. So a file that is replaced or appears is seen as well, and
//! what the program writes itself is not looked at.

use super::arguments::Invocation;
use super::destination::write_stdout;
use super::exit::Exit;
use super::failure::is_closed_pipe;
use super::surroundings::{Surroundings, tell};
use crate::input::LookedFor;
use crate::model::Language;
use crate::wording::visible;
use notify::{RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::Duration;

/// So long nothing may change before the files are read: whoever writes several, or one
/// in several steps, gets one answer.
const QUIET: Duration = Duration::from_millis(200);

/// A file that never comes to rest is read after so many looks, which is five seconds.
const MOST_LOOKS: usize = 25;

/// From one look to the next where the system tells of no change.
const SELDOM: Duration = Duration::from_secs(2);

/// Makes a terminal empty; what scrolled out of it is kept.
const EMPTY: &[u8] = b"\x1b[2J\x1b[H";

/// One answer, as far as it matters for the next.
pub(super) struct Turn {
    /// With what the program would end.
    pub(super) exit: Exit,
    /// The files it hangs on.
    pub(super) looked_for: Vec<LookedFor>,
    /// The language it was given in.
    pub(super) language: Language,
}

/// Answers, and answers again after each change, until a signal ends the program or
/// nobody reads on. `turn` gives one answer, an empty line before it if that is asked.
///
/// # Errors
/// When there is no first answer, or nobody reads on. After the first, what cannot be
/// read or written is told and waited for.
pub(super) fn watch(
    asked: &Invocation<'_>,
    surroundings: &Surroundings,
    turn: impl Fn(bool) -> anyhow::Result<Turn>,
) -> anyhow::Result<Exit> {
    let empties = asked.writes_to_stdout() && surroundings.empties_terminal();
    let first = turn(false)?;
    let mut has_written = first.exit != Exit::Failure;
    let mut files = first.looked_for;
    let mut language = first.language;
    loop {
        tell_waiting(asked, language);
        let before = changed(&files);
        if empties {
            write_stdout(EMPTY)?;
        }
        let follows = has_written && !empties && asked.writes_to_stdout();
        match turn(follows) {
            Ok(next) => {
                has_written |= next.exit != Exit::Failure;
                files = next.looked_for;
                language = next.language;
            }
            Err(failure) if is_closed_pipe(&failure) => return Err(failure),
            Err(failure) => {
                surroundings.tell_failure(&failure);
                files = before;
            }
        }
    }
}

/// Says that the program waits, and for what.
fn tell_waiting(asked: &Invocation<'_>, language: Language) {
    if asked.is_quiet() {
        return;
    }
    let dossier = asked.dossier();
    let folder = if dossier.is_dir() {
        &dossier
    } else {
        folder_of(&dossier)
    };
    let folder = folder.to_string_lossy();
    let folder = visible(&folder);
    tell(&match (&*folder, language) {
        (".", Language::Dutch) => "wacht op wijzigingen in deze map (Ctrl-C stopt)".to_owned(),
        (".", Language::English) => "waiting for changes in this folder (Ctrl-C stops)".to_owned(),
        (folder, Language::Dutch) => format!("wacht op wijzigingen in {folder} (Ctrl-C stopt)"),
        (folder, Language::English) => format!("waiting for changes in {folder} (Ctrl-C stops)"),
    });
}

/// Waits until one of the files is no longer as it was, and then until all have come to
/// rest. Gives the last look at them.
fn changed(files: &[LookedFor]) -> Vec<LookedFor> {
    let (wakes, woken) = sync_channel(1);
    let _watched = watched(files, &wakes);
    let mut now = again(files);
    while now == files {
        wait(&woken);
        now = again(files);
    }
    for _ in 0..MOST_LOOKS {
        be_quiet();
        let next = again(files);
        if next == now {
            break;
        }
        now = next;
    }
    now
}

fn again(files: &[LookedFor]) -> Vec<LookedFor> {
    files.iter().map(LookedFor::again).collect()
}

/// The folders of the files, watched; a file in it may be replaced, or not be there yet.
/// None where the system does not do that.
fn watched(files: &[LookedFor], wakes: &SyncSender<()>) -> Option<notify::RecommendedWatcher> {
    let wakes = wakes.clone();
    let mut watcher = notify::recommended_watcher(move |_| {
        // Somebody who is to look already need not be told twice.
        let _ = wakes.try_send(());
    })
    .ok()?;
    let folders: BTreeSet<&Path> = files.iter().map(|it| folder_of(it.path())).collect();
    for folder in folders {
        // One that is not there, or may not be watched, is looked at now and then.
        let _ = watcher.watch(folder, RecursiveMode::NonRecursive);
    }
    Some(watcher)
}

/// Waits until the system tells of a change, or long enough.
fn wait(woken: &Receiver<()>) {
    let _ = woken.recv_timeout(SELDOM);
}

#[expect(
    clippy::disallowed_methods,
    reason = "whoever writes the files is given the time to end it"
)]
fn be_quiet() {
    std::thread::sleep(QUIET);
}

fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

//! Where answers go: the output stream, or files that appear whole or not at all.
//!
//! Several answers are written together. All that can fail by itself is done before
//! any file is replaced: every finished file stands beside its target and is on the
//! disk, and what goes straight through has gone. What is guaranteed then:
//!
//! * Each file is at every moment either the old one or the new one, whole.
//! * When something fails before the first file is replaced, nothing has changed, but
//!   for what went straight through: the output stream, a device, a pipe.
//! * When replacing fails half-way, which takes a fault of the disk or a change by
//!   somebody else at that moment, the files that were replaced are put back. When that
//!   fails too, some are new and the others old.
//! * A signal that ends the program, such as Ctrl-C, finds all of the files old or all of
//!   them new, and leaves no other name behind; a folder that was made goes again.
//! * When the program is killed without a word, or the machine stops, some files may be
//!   new and the others old, and a name that begins with `.samenleven-` may be left.

mod appending;
pub(super) mod interruption;
mod new_files;
mod replacing;
mod stream;
mod unfinished;

pub(super) use appending::Locked;
pub(super) use new_files::{Holding, NewFile, name_inside, nothing_at, own_name, write_new};
pub(super) use stream::write_stdout;

use super::failure::{Doing, Undertaking};
use crate::render::Content;
use crate::wording::Both;
use anyhow::Context as _;
use replacing::Finished;
use std::fs;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

/// Where an answer goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Destination {
    /// The output stream.
    Stdout,
    /// A file.
    File(PathBuf),
}

/// A finished answer and where it goes.
#[derive(Debug)]
pub(super) struct Piece {
    /// Where it goes.
    pub(super) destination: Destination,
    /// What it is made of.
    pub(super) content: Content,
    /// The answer.
    pub(super) bytes: Vec<u8>,
}

/// What cannot be written for a reason of our own rather than of the system.
#[derive(Debug)]
pub(super) struct Refused(pub(super) Both);

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.en)
    }
}

impl std::error::Error for Refused {}

const LINK_TO_ITSELF: Refused = Refused(Both {
    nl: "is een link die nergens uitkomt",
    en: "is a link that ends nowhere",
});

const BYTES_TO_A_TERMINAL: Refused = Refused(Both {
    nl: "is een scherm, en het antwoord is geen tekst",
    en: "is a screen, and the answer is no text",
});

/// Writes all pieces, into folders that are made where they are not there yet.
///
/// # Errors
/// When one of them cannot be written; the head of this file says what holds then.
/// That nobody reads on is no error.
pub(super) fn write(folders: &[PathBuf], pieces: &[Piece]) -> anyhow::Result<()> {
    let files = |it: &Piece| matches!(it.destination, Destination::File(_));
    if !folders.is_empty() || pieces.iter().any(files) {
        interruption::watch();
    }
    let mut made = NewFolders::default();
    for folder in folders {
        made.0.push(NewFolder::at(folder)?);
    }
    let mut finished = Vec::new();
    let mut straight = Vec::new();
    for piece in pieces {
        match &piece.destination {
            Destination::File(path) if !is_special(path) => {
                finished.push(Finished::beside(path, &piece.bytes).with_context(|| writing(path))?);
            }
            _ => straight.push(piece),
        }
    }
    for piece in straight {
        unless_nobody_reads(match &piece.destination {
            Destination::Stdout => write_stdout(&piece.bytes),
            Destination::File(path) => write_through(path, piece).with_context(|| writing(path)),
        })?;
    }
    replacing::put_in_place(finished)?;
    made.keep();
    Ok(())
}

/// Two of the paths that are one file or folder, whatever they are called.
pub(super) fn same_twice(paths: &[PathBuf]) -> Option<(PathBuf, PathBuf)> {
    let targets: Vec<PathBuf> = paths.iter().map(|path| target(path)).collect();
    let second = (0..paths.len()).find_map(|at| {
        let first = targets[..at].iter().position(|it| *it == targets[at]);
        first.map(|first| (first, at))
    });
    second.map(|(first, at)| (paths[first].clone(), paths[at].clone()))
}

/// What failed when an answer cannot be written.
fn writing(path: &Path) -> Undertaking {
    Doing::Writing.to(told(path))
}

/// What a failure is about: the folder where that is missing, else the file.
fn told(path: &Path) -> String {
    if path.is_symlink() && !target(path).is_symlink() {
        return told(&target(path));
    }
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    match folder.filter(|folder| !folder.exists()) {
        Some(folder) => folder.display().to_string(),
        None => path.display().to_string(),
    }
}

/// Whether something is there that is neither file nor folder, such as a device. It is
/// written straight through: to rename a file onto it would destroy it.
fn is_special(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|about| !about.is_file() && !about.is_dir())
}

fn write_through(path: &Path, piece: &Piece) -> anyhow::Result<()> {
    let mut file = fs::OpenOptions::new().write(true).open(path)?;
    if super::outputs::upsets(piece.content, file.is_terminal()) {
        return Err(BYTES_TO_A_TERMINAL.into());
    }
    file.write_all(&piece.bytes)?;
    Ok(file.flush()?)
}

fn unless_nobody_reads(written: anyhow::Result<()>) -> anyhow::Result<()> {
    match written {
        Err(failure) if super::failure::is_closed_pipe(&failure) => Ok(()),
        written => written,
    }
}

/// The file itself that a path leads to. Links are followed, also one whose end is not
/// there yet; of what is not there the folder is looked up.
fn target(path: &Path) -> PathBuf {
    if let Ok(real) = fs::canonicalize(path) {
        return real;
    }
    let mut path = path.to_path_buf();
    // As many as systems follow.
    for _ in 0..40 {
        let Ok(next) = fs::read_link(&path) else {
            break;
        };
        path = folder_of(&path).join(next);
    }
    match (fs::canonicalize(folder_of(&path)), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path,
    }
}

fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// Folders that go away again unless they are kept, what lies deepest first.
#[derive(Debug, Default)]
struct NewFolders(Vec<NewFolder>);

impl NewFolders {
    fn keep(mut self) {
        std::mem::take(&mut self.0)
            .into_iter()
            .for_each(NewFolder::keep);
    }
}

impl Drop for NewFolders {
    fn drop(&mut self) {
        while let Some(folder) = self.0.pop() {
            drop(folder);
        }
    }
}

/// A folder that goes away again unless it is kept, where it was made for an answer.
#[derive(Debug)]
struct NewFolder(Option<PathBuf>);

impl NewFolder {
    fn at(path: &Path) -> anyhow::Result<Self> {
        if path.is_dir() {
            return Ok(Self(None));
        }
        let made = unfinished::step(|unfinished| {
            fs::create_dir(path)?;
            unfinished.folders.push(path.to_path_buf());
            io::Result::Ok(())
        });
        made.with_context(|| writing(path))?;
        Ok(Self(Some(path.to_path_buf())))
    }

    fn keep(mut self) {
        self.0 = None;
    }
}

impl Drop for NewFolder {
    fn drop(&mut self) {
        if let Some(path) = &self.0 {
            // What cannot be taken away again is an empty folder.
            let _ = fs::remove_dir(path);
        }
    }
}

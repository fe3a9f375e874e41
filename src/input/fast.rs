//! The fast reader: the plain rows of a long file, on all cores.
//!
//! Blocks are read in turn and each is parsed by whoever took it. [`cut`] takes the rows
//! of a block that are plain in every way: cut at separators by [`marks`], with no quote,
//! a date and a count in the commonest shape, and words that were seen before. Such rows
//! are only added up ([`progress`], [`bookings`]), and sums do not hang on order. Every
//! other row is handed with its place to the careful reader, block after block in the
//! order of the file. So nothing here words or decides a fault, gives a name its number
//! or counts lines, and what is found is the same whatever the number of threads.
//!
//! The rules are those of the careful reader. Of a cell, [`convention`] decides what is
//! plain for both; of days and actions, [`reader`] asks the careful rules beforehand.
//!
//! [`convention`]: crate::input::convention

pub(super) mod bookings;
mod cut;
mod marks;
pub(super) mod progress;
pub(super) mod reader;
pub(super) mod rows;
mod sums;
mod turns;
mod word;
mod words;

pub(super) use cut::{Shape, Taken};

use super::csv::blocks::{Blocks, Next};
use cut::Cutter;
use rows::{CellAt, PlainRows};
use std::io;
use std::sync::Mutex;
use std::thread;
use turns::Turns;

/// What plain rows are added up in. Each thread has its own.
pub(super) trait Plain: Clone + Send + Sync {
    /// Adds up the rows that are plain, of those that may still be taken; of the others
    /// it says that they were not, and leaves all as it was.
    fn rows(&mut self, rows: &PlainRows<'_>, is_taken: &mut [bool]);

    /// Where the cells are that it reads itself.
    fn reads(&self) -> Vec<&CellAt>;

    /// The positions of the other cells.
    fn unread(&self, width: usize) -> Vec<usize> {
        let reads = self.reads();
        let is_read = |position: &usize| reads.contains(&&CellAt::Column(*position));
        (0..width).filter(|position| !is_read(position)).collect()
    }
}

/// Threads at the most; more would wait for each other's blocks.
const MOST_THREADS: usize = 8;

/// How many threads a long file is read with.
pub(super) fn threads() -> usize {
    thread::available_parallelism().map_or(1, |cores| cores.get().min(MOST_THREADS))
}

/// A part of a file that was passed, for the careful reader.
pub(super) enum Passed {
    /// A block, with the rows that are left.
    Block(Taken),
    /// A row that is too long, as [`Next::TooLong`] has it.
    TooLong {
        /// Where it stands.
        offset: u64,
        /// Where a quote opened that was not closed.
        quote: Option<u64>,
    },
}

/// Reads the rest of a file. `careful` is given all its parts in their order; what was
/// added up in each thread is given back.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn read<P: Plain>(
    blocks: &mut Blocks,
    shape: &Shape,
    plain: &P,
    threads: usize,
    careful: impl FnMut(Passed) + Send,
) -> io::Result<Vec<P>> {
    let source = Mutex::new(Source { blocks, next_nr: 0 });
    let turns = Turns::new(careful);
    thread::scope(|scope| {
        let work = || work(&source, &turns, shape, plain.clone());
        // A system that gives no more threads is read with those that it gave.
        let other = |_| thread::Builder::new().spawn_scoped(scope, work).ok();
        let others: Vec<_> = (1..threads).filter_map(other).collect();
        let own = work();
        let joined = others
            .into_iter()
            .map(|other| other.join().expect("a thread that reads does not panic"));
        std::iter::once(own)
            .chain(joined.collect::<Vec<_>>())
            .collect()
    })
}

/// The blocks that are still to be read, and the number of the next.
struct Source<'b> {
    blocks: &'b mut Blocks,
    next_nr: u64,
}

impl Source<'_> {
    fn next(&mut self, block: &mut Vec<u8>) -> io::Result<Option<(u64, Next)>> {
        let Some(next) = self.blocks.next(block)? else {
            return Ok(None);
        };
        let nr = self.next_nr;
        self.next_nr += 1;
        Ok(Some((nr, next)))
    }
}

/// Takes block after block until there is none.
fn work<P: Plain, C: FnMut(Passed)>(
    source: &Mutex<Source<'_>>,
    turns: &Turns<C>,
    shape: &Shape,
    plain: P,
) -> io::Result<P> {
    let _watch = turns.watch();
    let mut block = Vec::new();
    let mut cutter = Cutter::new(shape, plain);
    loop {
        let next = source
            .lock()
            .expect("no thread panics while it reads a block")
            .next(&mut block)?;
        let Some((nr, next)) = next else {
            return Ok(cutter.plain);
        };
        let passed = match next {
            Next::Rows { offset } => Passed::Block(cutter.take(&block, offset)),
            Next::TooLong { offset, quote } => Passed::TooLong { offset, quote },
        };
        turns.hand_in(nr, passed);
    }
}

#[cfg(test)]
mod tests;

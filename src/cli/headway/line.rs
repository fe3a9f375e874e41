//! The last line of the terminal at the error stream, as a bar is drawn on it.
//!
//! Only a carriage return and spaces are used, which every terminal understands. The
//! cursor stays where it can be seen, and the line leaves some columns free: what the
//! terminal itself writes behind the cursor at Ctrl-C then goes with the line.

use indicatif::TermLike;
use std::io::{self, Write as _};
use std::sync::{Mutex, PoisonError};

/// Columns that stay free at the end of the line.
const FREE: u16 = 4;

/// Columns of a terminal that does not say how many it has.
const USUAL_WIDTH: u16 = 80;

/// The line, with what is not written to it yet.
#[derive(Debug, Default)]
pub(super) struct Line {
    unwritten: Mutex<String>,
}

impl Line {
    /// Columns that can be filled.
    pub(super) fn room(&self) -> usize {
        usize::from(self.width())
    }

    fn add(&self, text: &str) -> io::Result<()> {
        let unwritten = self.unwritten.lock();
        unwritten
            .unwrap_or_else(PoisonError::into_inner)
            .push_str(text);
        Ok(())
    }
}

impl TermLike for Line {
    fn width(&self) -> u16 {
        let size = terminal_size::terminal_size_of(io::stderr());
        let width = size.map_or(USUAL_WIDTH, |(width, _)| width.0);
        width.saturating_sub(FREE).max(1)
    }

    // A bar of one line never leaves it.

    fn move_cursor_up(&self, _: usize) -> io::Result<()> {
        Ok(())
    }

    fn move_cursor_down(&self, _: usize) -> io::Result<()> {
        Ok(())
    }

    fn move_cursor_right(&self, _: usize) -> io::Result<()> {
        Ok(())
    }

    fn move_cursor_left(&self, _: usize) -> io::Result<()> {
        Ok(())
    }

    fn write_line(&self, text: &str) -> io::Result<()> {
        self.add(text)
    }

    fn write_str(&self, text: &str) -> io::Result<()> {
        self.add(text)
    }

    fn clear_line(&self) -> io::Result<()> {
        let whole = usize::from(self.width() + FREE - 1);
        self.add(&format!("\r{}\r", " ".repeat(whole)))
    }

    fn flush(&self) -> io::Result<()> {
        let unwritten = self.unwritten.lock();
        let text = std::mem::take(&mut *unwritten.unwrap_or_else(PoisonError::into_inner));
        let mut err = io::stderr().lock();
        err.write_all(text.as_bytes())?;
        err.flush()
    }
}

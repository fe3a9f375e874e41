//! The pieces of a part one by one, none of them longer than memory should hold.

use super::{MOST_OF_A_NAME, MOST_OF_A_PIECE};
use quick_xml::Reader;
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::events::Event;
use std::io::{self, BufRead, BufReader, Read};

/// Tags that stand within each other; a cell of an `.ods` stands in six.
const DEEPEST: usize = 1000;

/// Pieces of one part. The cells that a sheet may have take a fifth of them.
const MOST_PIECES: u64 = 32 * 1024 * 1024;

/// How the pieces of a part ended before its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Broken {
    /// Nobody can read on, calamine neither.
    ForEverybody,
    /// A tag ends that did not begin. Calamine does not mind, and goes on to where nobody
    /// has looked.
    ForUs,
}

/// The pieces of a part one by one, as whoever opens the workbook will meet them.
pub(super) struct Pieces<R> {
    reader: Reader<Limited<BufReader<R>>>,
    buffer: Vec<u8>,
    broken: Option<Broken>,
    /// Tags that have begun and not ended.
    depth: usize,
    count: u64,
    has_long_name: bool,
}

impl<R: Read> Pieces<R> {
    pub(super) fn of(part: R) -> Self {
        let mut reader = Reader::from_reader(Limited {
            inner: BufReader::new(part),
            bytes: 0,
            of_piece: 0,
            is_too_long: false,
        });
        let config = reader.config_mut();
        config.check_end_names = true;
        config.check_comments = false;
        config.expand_empty_elements = true;
        Self {
            reader,
            buffer: Vec::new(),
            broken: None,
            depth: 0,
            count: 0,
            has_long_name: false,
        }
    }

    /// The next piece; none at the end, and where nobody can read on.
    pub(super) fn next(&mut self) -> Option<Event<'_>> {
        self.buffer.clear();
        self.reader.get_mut().of_piece = 0;
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(Event::Eof) => None,
            Ok(event) => {
                self.count += 1;
                match &event {
                    Event::Start(tag) => {
                        self.depth += 1;
                        self.has_long_name |= tag.name().as_ref().len() > MOST_OF_A_NAME;
                    }
                    // Each end has its beginning, or there would be no piece.
                    Event::End(_) => self.depth = self.depth.saturating_sub(1),
                    _ => {}
                }
                Some(event)
            }
            Err(why) => {
                let is_ours = matches!(
                    why,
                    Error::IllFormed(
                        IllFormedError::MismatchedEndTag { .. }
                            | IllFormedError::UnmatchedEndTag(_)
                    )
                );
                self.broken = Some(match is_ours {
                    true => Broken::ForUs,
                    false => Broken::ForEverybody,
                });
                None
            }
        }
    }

    /// Bytes of all pieces so far.
    pub(super) fn bytes(&self) -> u64 {
        self.reader.get_ref().bytes
    }

    /// Tags that stand within each other here.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// How they ended, if before their end.
    pub(super) fn broken(&self) -> Option<Broken> {
        self.broken
    }

    /// Whether there is more to them than memory or time is for: a piece or a name that is
    /// too long (names of tags are held until they end), tags within tags, pieces.
    pub(super) fn are_too_much(&self) -> bool {
        self.reader.get_ref().is_too_long
            || self.has_long_name
            || self.depth > DEEPEST
            || self.count > MOST_PIECES
    }
}

/// A reader that ends where a piece is too long.
struct Limited<R> {
    inner: R,
    bytes: u64,
    of_piece: u64,
    is_too_long: bool,
}

impl<R: BufRead> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let bytes = self.inner.read(buffer)?;
        self.count(bytes);
        Ok(bytes)
    }
}

impl<R: BufRead> BufRead for Limited<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.of_piece > MOST_OF_A_PIECE {
            self.is_too_long = true;
            return Ok(&[]);
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, bytes: usize) {
        self.inner.consume(bytes);
        self.count(bytes);
    }
}

impl<R> Limited<R> {
    fn count(&mut self, bytes: usize) {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        self.bytes = self.bytes.saturating_add(bytes);
        self.of_piece = self.of_piece.saturating_add(bytes);
    }
}

//! The bytes of a CSV file as the rest of the reader wants them: without a byte
//! order mark, and as UTF-8 where they were UTF-16. Anything else passes as it is;
//! rows that are not UTF-8 are read as Windows-1252 later, one by one.

use super::milestones::Milestones;
use crate::input::origin::Origin;
use crate::model::Encoding;
use encoding_rs::{CoderResult, Decoder, UTF_16BE, UTF_16LE};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

/// Bytes of a log of some hundreds of rows.
const SHORT: usize = 16 * 1024;

/// A file's bytes, ready to be cut into blocks.
pub(in crate::input) struct Text {
    file: File,
    /// Bytes that follow on the end of the file.
    more: Vec<u8>,
    /// Bytes read to look for a byte order mark, still to be given out.
    start: Vec<u8>,
    decoder: Option<Decoder>,
    /// How its letters are kept.
    pub(in crate::input) encoding: Encoding,
    /// Raw bytes that the decoder has not taken yet.
    raw: Vec<u8>,
    at_end: bool,
    /// Whether lone carriage returns end the lines; known after the first bytes.
    lone_returns: Option<bool>,
}

impl Text {
    /// Opens a file.
    ///
    /// # Errors
    /// When it cannot be opened or its first bytes cannot be read.
    pub(in crate::input) fn open(origin: Origin<'_>) -> io::Result<Self> {
        let (mut file, more) = origin.open()?;
        let mut start = Vec::with_capacity(3);
        file.by_ref().take(3).read_to_end(&mut start)?;
        let decoder = match start.as_slice() {
            [0xFF, 0xFE, ..] => Some(UTF_16LE.new_decoder_with_bom_removal()),
            [0xFE, 0xFF, ..] => Some(UTF_16BE.new_decoder_with_bom_removal()),
            _ => None,
        };
        let encoding = match start.as_slice() {
            [0xFF, 0xFE, ..] => Encoding::Utf16Le,
            [0xFE, 0xFF, ..] => Encoding::Utf16Be,
            [0xEF, 0xBB, 0xBF] => Encoding::Utf8Marked,
            _ => Encoding::Utf8,
        };
        if encoding == Encoding::Utf8Marked {
            start.clear();
        }
        let raw = if decoder.is_some() {
            std::mem::take(&mut start)
        } else {
            Vec::new()
        };
        Ok(Self {
            file,
            more: more.to_vec(),
            start,
            decoder,
            encoding,
            raw,
            at_end: false,
            lone_returns: None,
        })
    }

    /// Adds up to about `wanted` bytes to `buffer` and tells whether the file goes on.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(in crate::input) fn fill(
        &mut self,
        buffer: &mut Vec<u8>,
        wanted: usize,
    ) -> io::Result<bool> {
        let first = buffer.len();
        buffer.append(&mut self.start);
        let before = buffer.len();
        while !self.at_end && buffer.len() - before < wanted {
            let room = wanted - (buffer.len() - before);
            match self.decoder {
                None => self.copy(buffer, room)?,
                Some(_) => self.decode(buffer, room)?,
            }
        }
        self.end_lines(&mut buffer[first..]);
        Ok(!self.at_end)
    }

    /// Goes on at an offset of the text that lies ahead, if its place in the file is known
    /// without reading; something must have been read before.
    ///
    /// # Errors
    /// When the file cannot be read there.
    fn skip_to(&mut self, offset: u64) -> io::Result<bool> {
        let is_as_in_file = self.decoder.is_none() && self.lone_returns == Some(false);
        if !is_as_in_file || !self.more.is_empty() {
            return Ok(false);
        }
        let mark = match self.encoding {
            Encoding::Utf8Marked => 3,
            _ => 0,
        };
        self.file.seek(SeekFrom::Start(mark + offset))?;
        Ok(true)
    }

    /// Where no line end stands but lone carriage returns, these end the lines.
    fn end_lines(&mut self, bytes: &mut [u8]) {
        let lone = *self.lone_returns.get_or_insert_with(|| {
            memchr::memchr(b'\r', bytes).is_some() && memchr::memchr(b'\n', bytes).is_none()
        });
        if lone {
            for byte in bytes.iter_mut().filter(|byte| **byte == b'\r') {
                *byte = b'\n';
            }
        }
    }

    fn copy(&mut self, buffer: &mut Vec<u8>, room: usize) -> io::Result<()> {
        let limit = u64::try_from(room).unwrap_or(u64::MAX);
        // A short file then needs no steps that double.
        buffer.reserve(room.min(SHORT));
        let read = self.file.by_ref().take(limit).read_to_end(buffer)?;
        if read < room {
            buffer.append(&mut self.more);
            self.at_end = true;
        }
        Ok(())
    }

    fn decode(&mut self, buffer: &mut Vec<u8>, room: usize) -> io::Result<()> {
        let limit = u64::try_from(room.max(2)).unwrap_or(u64::MAX);
        let read = self.file.by_ref().take(limit).read_to_end(&mut self.raw)?;
        if read == 0 {
            self.raw.append(&mut self.more);
        }
        let last = read == 0;
        let Some(decoder) = self.decoder.as_mut() else {
            return Ok(());
        };
        let mut text = String::with_capacity(self.raw.len() * 2 + 16);
        let (result, taken, _) = decoder.decode_to_string(&self.raw, &mut text, last);
        debug_assert!(
            result == CoderResult::InputEmpty,
            "three bytes a UTF-16 unit are room enough"
        );
        self.raw.drain(..taken);
        buffer.extend_from_slice(text.as_bytes());
        self.at_end = last;
        Ok(())
    }
}

/// Whether a file surely has more rows than `most`. Lines are counted that begin with a
/// letter or a digit and so hold something; where a quote stands before there are
/// enough of them, a line may be part of a row and nothing is sure.
///
/// # Errors
/// When the file cannot be read.
pub(in crate::input) fn has_more_rows_than(origin: Origin<'_>, most: u64) -> io::Result<bool> {
    // A row that counts has a letter and a line end. Most logs are short and need no look.
    if origin.bytes()? / 2 <= most {
        return Ok(false);
    }
    let mut text = Text::open(origin)?;
    let mut buffer = Vec::new();
    let (mut rows, mut goes_on) = (0, true);
    while goes_on {
        buffer.clear();
        goes_on = text.fill(&mut buffer, super::blocks::BLOCK)?;
        if memchr::memchr(b'"', &buffer).is_some() {
            return Ok(false);
        }
        for line_end in memchr::memchr_iter(b'\n', &buffer) {
            let first = buffer.get(line_end + 1);
            rows += u64::from(first.is_some_and(u8::is_ascii_alphanumeric));
        }
        if rows > most {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The line of each of the ascending `offsets` in the file's text, from 1.
///
/// Lines are counted here, in a second run over the file, from the last milestone before
/// each and only when there is something to place.
///
/// # Errors
/// When the file cannot be read again.
pub(in crate::input) fn lines_of(
    origin: Origin<'_>,
    offsets: &[u64],
    milestones: &Milestones,
) -> io::Result<Vec<usize>> {
    let mut text = Text::open(origin)?;
    let mut lines = Vec::with_capacity(offsets.len());
    let (mut line, mut start) = (1, 0u64);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let goes_on = text.fill(&mut buffer, super::blocks::FIRST)?;
        let end = start + u64::try_from(buffer.len()).unwrap_or(u64::MAX);
        let mut counted = 0;
        while let Some(offset) = offsets
            .get(lines.len())
            .filter(|offset| **offset < end || !goes_on)
        {
            let upto = usize::try_from(offset - start)
                .unwrap_or(usize::MAX)
                .min(buffer.len());
            line += memchr::memchr_iter(b'\n', &buffer[counted..upto]).count();
            counted = upto;
            lines.push(line);
        }
        if lines.len() == offsets.len() || !goes_on {
            return Ok(lines);
        }
        line += memchr::memchr_iter(b'\n', &buffer[counted..]).count();
        start = end;
        let wanted = offsets.get(lines.len()).copied().unwrap_or(u64::MAX);
        if let Some((offset, line_ends)) = milestones.last_up_to(wanted)
            && offset > start
            && text.skip_to(offset)?
        {
            start = offset;
            line = 1 + usize::try_from(line_ends).unwrap_or(usize::MAX - 1);
        }
    }
}

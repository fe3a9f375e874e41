//! The list of parts at the end of a packed file, before anybody reads it: it is held as a
//! whole, and where several places could be its beginning, each would be tried.

use crate::input::fault::FileFault;
use std::io::{self, Read, Seek, SeekFrom};

/// Parts of a workbook: a sheet each, and a few more.
const MOST_PARTS: u64 = 20_000;

/// Bytes of the list of parts: of each part its name and where it stands.
const MOST_OF_THE_LIST: u64 = 4 * 1024 * 1024;

/// Bytes of the record at the end, and of the comment that may follow it.
const OF_THE_END: usize = 22;
const MOST_OF_A_COMMENT: u64 = 0xFFFF;

/// Bytes of the record that a file too large for that one has before it, and of what leads
/// to it.
const OF_THE_LARGE_END: usize = 56;
const OF_THE_LOCATOR: usize = 20;

/// Why a packed file is not opened, if it is not: its list must stand right before its end,
/// where every program that writes workbooks puts it, and be no longer than one has.
///
/// # Errors
/// When the file cannot be read.
pub(super) fn refused_list(file: &mut (impl Read + Seek)) -> io::Result<Option<FileFault>> {
    let length = file.seek(SeekFrom::End(0))?;
    let tail = MOST_OF_A_COMMENT + (OF_THE_END + OF_THE_LARGE_END + OF_THE_LOCATOR) as u64;
    let from = length.saturating_sub(tail);
    file.seek(SeekFrom::Start(from))?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    file.rewind()?;
    let Some(list) = List::of(&bytes, from) else {
        return Ok(Some(FileFault::Damaged));
    };
    if list.parts > MOST_PARTS || list.bytes > MOST_OF_THE_LIST {
        return Ok(Some(FileFault::TooLarge));
    }
    let is_right_before = list.from.checked_add(list.bytes) == Some(list.end);
    Ok((!is_right_before).then_some(FileFault::Damaged))
}

/// What the end of a packed file says of its list of parts.
#[derive(Debug)]
struct List {
    parts: u64,
    bytes: u64,
    /// Where it says that the list begins, and where the record stands that says so.
    from: u64,
    end: u64,
}

impl List {
    /// Of the last bytes of a file, the first of which stands at `from`.
    fn of(tail: &[u8], from: u64) -> Option<Self> {
        let at = memchr::memmem::rfind(tail, b"PK\x05\x06")?;
        let end = tail.get(at..)?;
        let comment = usize::try_from(number(end, 20, 2)?).ok()?;
        if end.len() != OF_THE_END + comment {
            return None;
        }
        let (parts, bytes) = (number(end, 10, 2)?, number(end, 12, 4)?);
        let list = Self {
            parts,
            bytes,
            from: number(end, 16, 4)?,
            end: from + u64::try_from(at).ok()?,
        };
        let is_too_large = parts == 0xFFFF || bytes == 0xFFFF_FFFF || list.from == 0xFFFF_FFFF;
        let locator = tail.get(at.checked_sub(OF_THE_LOCATOR)?..at)?;
        if !locator.starts_with(b"PK\x06\x07") {
            return (!is_too_large).then_some(list);
        }
        let at = at.checked_sub(OF_THE_LOCATOR + OF_THE_LARGE_END)?;
        let large = tail.get(at..)?;
        let end = from + u64::try_from(at).ok()?;
        let stands_there = large.starts_with(b"PK\x06\x06") && number(locator, 8, 8)? == end;
        stands_there.then_some(Self {
            parts: number(large, 32, 8)?,
            bytes: number(large, 40, 8)?,
            from: number(large, 48, 8)?,
            end,
        })
    }
}

/// A number of so many bytes, the smallest first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let digits = bytes.get(at..at + length)?.iter().rev();
    Some(digits.fold(0, |number, byte| (number << 8) | u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write as _};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn packed(comment: &str) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default();
        archive.start_file("a.xml", options).expect("a part begins");
        archive.write_all(b"<a/>").expect("memory holds it");
        archive.set_comment(comment).expect("a comment is short");
        archive.finish().expect("memory holds it").into_inner()
    }

    fn why(bytes: Vec<u8>) -> Option<FileFault> {
        refused_list(&mut Cursor::new(bytes)).expect("memory can be read")
    }

    /// As a file is written that may grow beyond 4 GB.
    fn large(parts: u64, length: u64, gap: usize) -> Vec<u8> {
        let list = vec![0; usize::try_from(length).expect("it fits")];
        let at = u64::try_from(list.len() + gap).expect("it fits");
        [
            &list[..],
            &vec![0; gap],
            b"PK\x06\x06",
            &[0; 28],
            &parts.to_le_bytes(),
            &length.to_le_bytes(),
            &[0; 8],
            b"PK\x06\x07",
            &[0; 4],
            &at.to_le_bytes(),
            &[0; 4],
            b"PK\x05\x06\0\0\0\0",
            &[0xFF; 12],
            &[0, 0],
        ]
        .concat()
    }

    #[test]
    fn a_list_is_read_only_where_it_must_stand() {
        assert_eq!(why(packed("")), None);
        assert_eq!(why(packed("a comment")), None);
        let damaged = Some(FileFault::Damaged);
        assert_eq!(why(packed("PK\x05\x06")), damaged);
        assert_eq!(why([packed(""), b"a".to_vec()].concat()), damaged);
        assert_eq!(why([b"a".to_vec(), packed("")].concat()), damaged);
        assert_eq!(why(packed("")[..20].to_vec()), damaged);
        assert_eq!(why(Vec::new()), damaged);
    }

    #[test]
    fn a_list_of_too_many_parts_is_not_read() {
        let too_large = Some(FileFault::TooLarge);
        let mut whole = packed("");
        let end = whole.len() - 22;
        whole[end + 10..end + 12].copy_from_slice(&20_001_u16.to_le_bytes());
        assert_eq!(why(whole.clone()), too_large);
        whole[end + 10..end + 12].copy_from_slice(&20_000_u16.to_le_bytes());
        assert_eq!(why(whole.clone()), None);
        // More than this record can say, and no other that says it.
        whole[end + 10..end + 12].copy_from_slice(&[0xFF, 0xFF]);
        assert_eq!(why(whole), Some(FileFault::Damaged));
        assert_eq!(why(large(1, 50, 0)), None);
        assert_eq!(why(large(20_001, 50, 0)), too_large);
        assert_eq!(why(large(1, MOST_OF_THE_LIST, 0)), None);
        assert_eq!(why(large(1, MOST_OF_THE_LIST + 1, 0)), too_large);
        assert_eq!(why(large(1, 50, 9)), Some(FileFault::Damaged));
    }
}

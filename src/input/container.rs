//! What a log is, told by its first bytes and never by its name.

use super::origin::Origin;
use std::io::{self, Read as _};

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    /// Text, to be read as CSV.
    Text,
    /// Files packed into one, as `.xlsx` and `.ods` are.
    Packed,
    /// The container of old spreadsheets, and of those behind a password.
    Compound,
}

/// Looks at the first bytes of a file.
///
/// # Errors
/// When it cannot be opened or read.
pub(super) fn container(origin: Origin<'_>) -> io::Result<Container> {
    let mut start = Vec::with_capacity(8);
    let (file, _) = origin.open()?;
    file.take(8).read_to_end(&mut start)?;
    Ok(match start.as_slice() {
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Container::Packed,
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] => Container::Compound,
        _ => Container::Text,
    })
}

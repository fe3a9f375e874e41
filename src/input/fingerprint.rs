//! The SHA-256 of the files that were read, for the colophon. They are hashed only
//! when a colophon is made.

use super::headway::Listener;
use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Bytes that are hashed at a time.
const BLOCK: usize = 16 * 1024;

/// The hash of each file in hexadecimal; none where it cannot be read. Somebody may be
/// told how far it has come; no rows are counted.
#[must_use]
pub fn fingerprints(
    paths: &[Option<PathBuf>],
    listener: Option<&dyn Listener>,
) -> Vec<Option<String>> {
    if let Some(listener) = listener {
        let there = paths.iter().flatten();
        let lengths = there.map(|path| path.metadata().map_or(0, |about| about.len()));
        listener.begin(lengths.sum(), None);
    }
    let mut passed = 0;
    let mut pass = |bytes| {
        passed += bytes;
        if let Some(listener) = listener {
            listener.pass(passed, 0);
        }
    };
    let mut block = vec![0; BLOCK];
    let each = paths.iter().map(Option::as_deref);
    each.map(|path| fingerprint(path?, &mut block, &mut pass))
        .collect()
}

fn fingerprint(path: &Path, block: &mut [u8], pass: &mut impl FnMut(u64)) -> Option<String> {
    let mut file = File::open(path).ok()?;
    let mut hash = Sha256::new();
    loop {
        let read = file.read(block).ok()?;
        if read == 0 {
            break;
        }
        hash.update(&block[..read]);
        pass(u64::try_from(read).unwrap_or(0));
    }
    Some(
        hash.finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect(),
    )
}

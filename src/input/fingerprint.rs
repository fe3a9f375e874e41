//! The SHA-256 of the files that were read, for the colophon. They are hashed only
//! when a colophon is made.

use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// The hash of each file in hexadecimal; none where it cannot be read.
#[must_use]
pub fn fingerprints(paths: &[Option<PathBuf>]) -> Vec<Option<String>> {
    paths
        .iter()
        .map(|path| path.as_deref().and_then(fingerprint))
        .collect()
}

fn fingerprint(path: &Path) -> Option<String> {
    let mut file = File::open(path).ok()?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let read = file.read(&mut buffer).ok()?;
        if read == 0 {
            break;
        }
        hash.update(&buffer[..read]);
    }
    Some(
        hash.finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect(),
    )
}

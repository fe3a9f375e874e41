//! Reading files that others may be writing at the same moment.

use crate::cli::destination::Refused;
use crate::cli::failure::Doing;
use crate::wording::Both;
use anyhow::Context as _;

/// How often files are read that change meanwhile.
const MOST_READINGS: usize = 3;

const CHANGES: Refused = Refused(Both {
    nl: "verandert terwijl het gelezen wordt; probeer opnieuw wanneer niemand erin schrijft, of lees een kopie",
    en: "changes while it is being read; try again when nobody writes in it, or read a copy",
});

/// Reads, and makes something of it, until no file changed in between: figures, places
/// and hashes are of the same bytes.
pub(super) fn at_rest<R, T>(
    read: impl Fn() -> anyhow::Result<R>,
    made: impl Fn(&R) -> T,
    changed: impl Fn(&R) -> Option<String>,
) -> anyhow::Result<(R, T)> {
    let mut last = String::new();
    for _ in 0..MOST_READINGS {
        let read = read()?;
        let made = made(&read);
        match changed(&read) {
            None => return Ok((read, made)),
            Some(path) => last = path,
        }
    }
    Err(CHANGES).with_context(|| Doing::Reading.to(last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use std::cell::Cell;

    /// Reads a file that changes so often, and gives what the last reading made of it.
    fn read_while_it_changes(times: usize) -> anyhow::Result<usize> {
        let readings = Cell::new(0);
        let read = || {
            readings.set(readings.get() + 1);
            Ok(readings.get())
        };
        let changed = |reading: &usize| (*reading <= times).then(|| "log.csv".to_owned());
        at_rest(read, |reading| *reading, changed).map(|(_, made)| made)
    }

    #[test]
    fn what_changed_while_it_was_read_is_read_again() {
        assert_eq!(read_while_it_changes(0).expect("it is at rest"), 1);
        assert_eq!(read_while_it_changes(2).expect("it comes to rest"), 3);
    }

    #[test]
    fn what_never_comes_to_rest_is_a_failure_that_names_it() {
        let failure = read_while_it_changes(usize::MAX).expect_err("it never rests");
        let said = crate::cli::failure::sentence(&failure, Language::Dutch);
        assert!(
            said.starts_with("samenleven: niet gelezen: log.csv: verandert terwijl"),
            "{said}"
        );
    }
}

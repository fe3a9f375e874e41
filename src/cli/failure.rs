//! What is said when the world fails: what could not be done, to which file, why, and
//! what to do about it. One sentence, in the reader's language.

mod reason;

use super::destination::Refused;
use crate::input::NotAFile;
use crate::model::Language;
use crate::wording::{Both, visible};
use reason::Reason;
use std::error::Error;
use std::fmt;
use std::io;

/// What was being done when the world failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doing {
    /// Reading.
    Reading,
    /// Writing an answer.
    Writing,
    /// Adding a row to a log.
    Adding,
    /// Making the files of a new dossier.
    Making,
}

/// What was being done to what: the context of a failure.
#[derive(Debug)]
pub(super) struct Undertaking {
    doing: Doing,
    what: String,
}

impl Doing {
    /// Doing it to this.
    pub(super) fn to(self, what: impl Into<String>) -> Undertaking {
        let what = what.into();
        Undertaking { doing: self, what }
    }

    /// What has not come about.
    fn failed(self) -> Both {
        let (nl, en) = match self {
            Self::Reading => ("niet gelezen", "not read"),
            Self::Writing => ("niet geschreven", "not written"),
            Self::Adding => ("niets bijgeschreven", "nothing was added"),
            Self::Making => ("niets gemaakt", "nothing was made"),
        };
        Both { nl, en }
    }
}

impl fmt::Display for Undertaking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

/// The sentence that tells a failure.
pub(super) fn sentence(failure: &anyhow::Error, language: Language) -> String {
    let mut causes = Vec::new();
    let mut reason = None;
    for cause in failure.chain() {
        if let Some(error) = cause.downcast_ref::<io::Error>() {
            // What lies below it says the same, in words of the system.
            let found = Reason::of(error);
            causes.push(found.why(error, language));
            reason = Some(found);
            break;
        }
        causes.push(worded(cause, language));
    }
    let undertaking = failure.downcast_ref::<Undertaking>().map(|it| it.doing);
    let is_reading = reason.is_some() || failure.root_cause().is::<NotAFile>();
    let doing = undertaking.or(is_reading.then_some(Doing::Reading));
    let doing = doing.map_or(String::new(), |it| {
        format!("{}: ", it.failed().get(language))
    });
    let advice = reason.map_or(String::new(), |it| {
        let doing = undertaking.unwrap_or(Doing::Reading);
        format!("; {}", it.advice(doing).get(language))
    });
    format!("samenleven: {doing}{}{advice}", visible(&causes.join(": ")))
}

/// What a cause says that is not the system's.
fn worded(cause: &(dyn Error + 'static), language: Language) -> String {
    if let Some(Refused(words)) = cause.downcast_ref() {
        return words.get(language).to_owned();
    }
    if cause.is::<NotAFile>() {
        return NOT_A_FILE.get(language).to_owned();
    }
    cause.to_string()
}

const NOT_A_FILE: Both = Both {
    nl: "is een pijp of een toestel, geen bestand; bewaar de tekst in een bestand en noem dat",
    en: "is a pipe or a device, not a file; save the text in a file and name that",
};

/// Whether a failure is only that nobody reads on.
pub(super) fn is_closed_pipe(failure: &anyhow::Error) -> bool {
    failure
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Context as _;

    fn said(failure: &anyhow::Error) -> [String; 2] {
        [Language::Dutch, Language::English].map(|it| sentence(failure, it))
    }

    #[test]
    fn a_failure_says_what_where_why_and_what_to_do() {
        let full = io::Error::from(io::ErrorKind::StorageFull);
        let failure = Err::<(), _>(full).with_context(|| Doing::Writing.to("uit.json"));
        let [nl, en] = said(&failure.expect_err("it is one"));
        assert_eq!(
            nl,
            "samenleven: niet geschreven: uit.json: er is geen plaats meer op de schijf; maak plaats en probeer opnieuw, of schrijf naar een andere schijf"
        );
        assert_eq!(
            en,
            "samenleven: not written: uit.json: no room left on the disk; make room and try again, or write to another disk"
        );
    }

    #[test]
    fn whatever_is_told_of_no_undertaking_was_being_read() {
        let gone = io::Error::from(io::ErrorKind::NotFound);
        let failure = Err::<(), _>(gone).with_context(|| "dossier.toml".to_owned());
        let [nl, en] = said(&failure.expect_err("it is one"));
        assert!(nl.starts_with("samenleven: niet gelezen: dossier.toml: bestaat niet; "));
        assert!(en.starts_with("samenleven: not read: dossier.toml: does not exist; "));
    }

    #[test]
    fn of_an_error_in_an_error_the_first_speaks() {
        let inner = io::Error::from_raw_os_error(5);
        let outer = io::Error::other(inner);
        let failure = Err::<(), _>(outer).with_context(|| Doing::Adding.to("log.csv"));
        let [nl, _] = said(&failure.expect_err("it is one"));
        assert!(
            nl.starts_with("samenleven: niets bijgeschreven: log.csv: de schijf of het netwerk"),
            "{nl}"
        );
        assert!(!nl.contains("os error"), "{nl}");
    }

    #[test]
    fn what_is_refused_speaks_for_itself() {
        let failure = anyhow::Error::new(NotAFile).context(Doing::Reading.to("pijp"));
        let [nl, en] = said(&failure);
        assert!(nl.contains("pijp: is een pijp of een toestel"), "{nl}");
        assert!(en.contains("pijp: is a pipe or a device"), "{en}");
    }
}

//! Why the system refused something, as far as people meet it, and what to do then.

use super::Doing;
use crate::model::Language;
use crate::wording::Both;
use std::io::{self, ErrorKind};

/// Why the system refused something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    Missing,
    NotAllowed,
    Folder,
    NotInFolder,
    Full,
    TooLarge,
    ReadOnly,
    Exists,
    Name,
    Link,
    InUse,
    NoLock,
    TooManyOpen,
    Defect,
    Slow,
    /// Something that people seldom meet.
    Other,
}

impl Reason {
    /// The reason of an error.
    pub(super) fn of(error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::Missing,
            ErrorKind::PermissionDenied => Self::NotAllowed,
            ErrorKind::IsADirectory => Self::Folder,
            ErrorKind::NotADirectory => Self::NotInFolder,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::FileTooLarge => Self::TooLarge,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::AlreadyExists => Self::Exists,
            ErrorKind::InvalidFilename => Self::Name,
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => Self::InUse,
            ErrorKind::Unsupported => Self::NoLock,
            ErrorKind::WouldBlock => Self::Slow,
            _ => number(error).map_or(Self::Other, Self::of_number),
        }
    }

    /// The reason of what has a number of the system and no name in the library.
    #[cfg(unix)]
    fn of_number(number: i32) -> Self {
        match number {
            5 => Self::Defect,
            23 | 24 => Self::TooManyOpen,
            37 | 77 => Self::NoLock,
            40 | 62 => Self::Link,
            _ => Self::Other,
        }
    }

    #[cfg(not(unix))]
    fn of_number(_: i32) -> Self {
        Self::Other
    }

    /// What it is, said of the file that stands before it.
    pub(super) fn why(self, error: &io::Error, language: Language) -> String {
        let (nl, en) = match self {
            Self::Missing => ("bestaat niet", "does not exist"),
            Self::NotAllowed => ("geen toegang", "permission denied"),
            Self::Folder => ("is een map, geen bestand", "is a folder, not a file"),
            Self::NotInFolder => ("ligt niet in een map", "is not in a folder"),
            Self::Full => (
                "er is geen plaats meer op de schijf",
                "no room left on the disk",
            ),
            Self::TooLarge => (
                "wordt groter dan hier mag",
                "grows larger than it may be here",
            ),
            Self::ReadOnly => ("hier kan alleen gelezen worden", "can only be read here"),
            Self::Exists => ("bestaat al", "exists already"),
            Self::Name => (
                "zo kan een bestand niet heten",
                "no file can be named like this",
            ),
            Self::Link => (
                "is een link die nergens uitkomt",
                "is a link that ends nowhere",
            ),
            Self::InUse => (
                "is in gebruik bij een ander programma",
                "is in use by another program",
            ),
            Self::NoLock => (
                "kan op deze schijf niet vergrendeld worden",
                "cannot be locked on this disk",
            ),
            Self::TooManyOpen => ("er staan te veel bestanden open", "too many files are open"),
            Self::Defect => (
                "de schijf of het netwerk geeft een fout",
                "the disk or the network gives an error",
            ),
            Self::Slow => (
                "wie het leest, kan niet volgen",
                "whoever reads it cannot keep up",
            ),
            Self::Other => {
                return match language {
                    Language::Dutch => format!("het systeem meldt “{error}”"),
                    Language::English => format!("the system says “{error}”"),
                };
            }
        };
        Both { nl, en }.get(language).to_owned()
    }

    /// What to do.
    pub(super) fn advice(self, doing: Doing) -> Both {
        let (nl, en) = match (self, doing) {
            (Self::Missing, Doing::Reading | Doing::Adding) => {
                ("kijk de naam na", "check the name")
            }
            (Self::Missing, _) => ("maak eerst die map", "make that folder first"),
            (Self::NotAllowed, Doing::Reading) => {
                ("kijk na of u het mag lezen", "check that you may read it")
            }
            (Self::NotAllowed, Doing::Adding) => (
                "kijk na of u het mag schrijven",
                "check that you may write it",
            ),
            (Self::NotAllowed, _) => (
                "kies een map waarin u mag schrijven",
                "choose a folder that you may write in",
            ),
            (Self::Folder, _) => ("noem een bestand", "name a file"),
            (Self::NotInFolder | Self::Name | Self::Link, _) => {
                ("kijk het pad na", "check the path")
            }
            (Self::Full, _) => (
                "maak plaats en probeer opnieuw, of schrijf naar een andere schijf",
                "make room and try again, or write to another disk",
            ),
            (Self::TooLarge, _) => (
                "laat die grens verhogen (ulimit -f), of schrijf naar een andere schijf",
                "have that limit raised (ulimit -f), or write to another disk",
            ),
            (Self::ReadOnly, _) => ("kies een andere plaats", "choose another place"),
            (Self::Exists, _) => ("kies een andere naam", "choose another name"),
            (Self::InUse, _) => (
                "sluit het daar en probeer opnieuw",
                "close it there and try again",
            ),
            (Self::NoLock, _) => (
                "zet het op een schijf van deze machine en probeer opnieuw",
                "put it on a disk of this machine and try again",
            ),
            (Self::TooManyOpen, _) => (
                "sluit andere programma's en probeer opnieuw",
                "close other programs and try again",
            ),
            (Self::Slow, _) => (
                "schrijf eerst naar een bestand, met -o",
                "write to a file first, with -o",
            ),
            (Self::Defect | Self::Other, _) => (
                "probeer opnieuw; blijft het zo, laat er dan iemand naar kijken die de machine beheert",
                "try again; if it stays so, have somebody look who looks after the machine",
            ),
        };
        Both { nl, en }
    }
}

/// The number that the system gives an error. Where a library has wrapped it to add a path,
/// the number is left only in the text.
fn number(error: &io::Error) -> Option<i32> {
    error.raw_os_error().or_else(|| {
        let text = error.to_string();
        let (_, after) = text.split_once("(os error ")?;
        after.split_once(')')?.0.parse().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_is_found_in_what_a_library_wrapped() {
        let plain = io::Error::from_raw_os_error(5);
        assert_eq!(number(&plain), Some(5));
        let wrapped = io::Error::other(format!("{plain} at path \"x\""));
        assert_eq!(number(&wrapped), Some(5));
        assert_eq!(number(&io::Error::other("nothing of the system's")), None);
    }

    #[test]
    #[cfg(unix)]
    fn a_disk_that_fails_is_told_in_both_languages() {
        let error = io::Error::from_raw_os_error(5);
        let reason = Reason::of(&error);
        assert_eq!(reason, Reason::Defect);
        assert!(
            reason
                .why(&error, Language::Dutch)
                .contains("geeft een fout")
        );
        assert!(
            reason
                .why(&error, Language::English)
                .contains("gives an error")
        );
    }
}

//! Why outputs cannot be as they were asked for, and what can be asked instead.

use crate::render::Format;
use crate::wording::{Say, dutch, english, visible};
use std::path::{Path, PathBuf};

/// Why outputs cannot be as they were asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum WrongOutput {
    /// One format for several outputs.
    FormatOfSeveral,
    /// The output stream is named more than once.
    StdoutTwice,
    /// Two names of one file or folder.
    SameTwice(PathBuf, PathBuf),
    /// A file that would get two answers, one of them as part of a folder.
    WrittenTwice(PathBuf),
    /// A file, written as a folder.
    NoFolder(PathBuf),
    /// A folder for what is one file.
    Folder {
        /// The folder.
        path: PathBuf,
        /// `--format`.
        asked: Option<Format>,
        /// The formats that would do.
        fitting: Vec<Format>,
    },
    /// An extension that stands for no format of the subcommand.
    Extension {
        /// The extension.
        extension: String,
        /// Whether it stands for a format that only `check` has.
        of_check: bool,
        /// The formats of the subcommand.
        known: Vec<Format>,
    },
    /// Bytes to a terminal.
    Terminal(Format),
}

impl Say for WrongOutput {
    fn dutch(&self) -> String {
        match self {
            Self::FormatOfSeveral => {
                "--format gaat niet samen met meer dan één -o; laat --format weg, elke extensie kiest haar vorm"
                    .to_owned()
            }
            Self::StdoutTwice => "`-o -` mag maar één keer".to_owned(),
            Self::SameTwice(one, other) if shown(one) == shown(other) => {
                format!("{} staat twee keer na -o; noem het één keer", shown(one))
            }
            Self::SameTwice(one, other) => format!(
                "{} en {} zijn hetzelfde; noem het één keer na -o",
                shown(one),
                shown(other)
            ),
            Self::WrittenTwice(path) => format!(
                "in {} zou meer dan één antwoord komen; noem de map of het bestand",
                shown(path)
            ),
            Self::NoFolder(path) => format!(
                "{} is een bestand, geen map; verwijder het of kies voor de map een andere naam",
                shown(path)
            ),
            Self::Folder {
                path,
                asked,
                fitting,
            } => in_a_folder_dutch(path, *asked, fitting),
            Self::Extension {
                extension,
                of_check: true,
                known,
            } => format!(
                ".{extension} is een vorm van `check` alleen; hier kan: {}",
                extensions(known)
            ),
            Self::Extension {
                extension, known, ..
            } => format!(
                ".{} staat hier voor geen vorm; wel: {}, of vraag een vorm met --format",
                visible(extension),
                extensions(known)
            ),
            Self::Terminal(format) => format!(
                "{} is geen tekst voor een scherm; schrijf het met -o naar een bestand, of stuur het door",
                format.name()
            ),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::FormatOfSeveral => {
                "--format does not go with more than one -o; leave --format out, each extension chooses its format"
                    .to_owned()
            }
            Self::StdoutTwice => "`-o -` may stand only once".to_owned(),
            Self::SameTwice(one, other) if shown(one) == shown(other) => {
                format!("{} stands twice after -o; name it once", shown(one))
            }
            Self::SameTwice(one, other) => format!(
                "{} and {} are the same; name it once after -o",
                shown(one),
                shown(other)
            ),
            Self::WrittenTwice(path) => format!(
                "{} would get more than one answer; name the folder or the file",
                shown(path)
            ),
            Self::NoFolder(path) => format!(
                "{} is a file, not a folder; remove it or choose another name for the folder",
                shown(path)
            ),
            Self::Folder {
                path,
                asked,
                fitting,
            } => in_a_folder_english(path, *asked, fitting),
            Self::Extension {
                extension,
                of_check: true,
                known,
            } => format!(
                ".{extension} is a format of `check` only; possible here: {}",
                extensions(known)
            ),
            Self::Extension {
                extension, known, ..
            } => format!(
                ".{} stands for no format here; these do: {}, or ask for one with --format",
                visible(extension),
                extensions(known)
            ),
            Self::Terminal(format) => format!(
                "{} is no text for a screen; write it to a file with -o, or pass it on",
                format.name()
            ),
        }
    }
}

fn in_a_folder_dutch(path: &Path, asked: Option<Format>, fitting: &[Format]) -> String {
    let path = shown(path);
    let why = match asked {
        Some(format) => format!("{path} is een map en {} is één bestand", format.name()),
        None => format!("{path} is een map"),
    };
    let names = names(fitting);
    match names.as_slice() {
        [] => format!("{why}; noem na -o een bestand"),
        names => format!(
            "{why}; noem na -o een bestand, of vraag een bestand per tabel: --format {}",
            dutch::list(names).replace(" en ", " of ")
        ),
    }
}

fn in_a_folder_english(path: &Path, asked: Option<Format>, fitting: &[Format]) -> String {
    let path = shown(path);
    let why = match asked {
        Some(format) => format!("{path} is a folder and {} is one file", format.name()),
        None => format!("{path} is a folder"),
    };
    let names = names(fitting);
    match names.as_slice() {
        [] => format!("{why}; name a file after -o"),
        names => format!(
            "{why}; name a file after -o, or ask for a file per table: --format {}",
            english::list(names).replace(" and ", " or ")
        ),
    }
}

fn shown(path: &Path) -> String {
    visible(&path.display().to_string()).into_owned()
}

fn names(formats: &[Format]) -> Vec<String> {
    formats.iter().map(|it| it.name().to_owned()).collect()
}

fn extensions(formats: &[Format]) -> String {
    let extensions = formats.iter().filter_map(|format| format.extension());
    let extensions: Vec<String> = extensions.map(|it| format!(".{it}")).collect();
    extensions.join(", ")
}

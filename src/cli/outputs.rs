//! Where an answer goes and in which format: `-o` and `--format` together, as meant.

use super::destination;
use super::wrong_output::WrongOutput;
use crate::render::{Content, Format, Holds};
use std::path::{Path, PathBuf};

/// One place that gets the answer in one format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Output {
    /// The place.
    pub(super) place: Place,
    /// The format.
    pub(super) format: Format,
}

/// What an `-o` names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// The output stream.
    Stdout,
    /// A file.
    File(PathBuf),
    /// A folder, which gets a file for each table.
    Folder(PathBuf),
}

impl Place {
    /// A folder is what exists as one, or what ends as a folder is written.
    fn named(path: &Path) -> Self {
        if path.as_os_str() == "-" {
            Self::Stdout
        } else if path.is_dir() || ends_as_folder(path) {
            Self::Folder(path.to_path_buf())
        } else {
            Self::File(path.to_path_buf())
        }
    }
}

fn ends_as_folder(path: &Path) -> bool {
    path.to_string_lossy().ends_with(std::path::is_separator)
}

/// What was asked for with `-o` and `--format`.
#[derive(Debug, Clone, Copy)]
pub(super) struct AskedFor<'a> {
    /// Each `-o`, in order.
    pub(super) paths: &'a [PathBuf],
    /// `--format`.
    pub(super) format: Option<Format>,
    /// The formats that the subcommand answers in.
    pub(super) known: &'a [Format],
}

impl AskedFor<'_> {
    /// The outputs; the output stream when none is named.
    ///
    /// # Errors
    /// When what was asked for does not go together.
    pub(super) fn outputs(&self) -> Result<Vec<Output>, WrongOutput> {
        if let ([_, _, ..], Some(_)) = (self.paths, self.format) {
            return Err(WrongOutput::FormatOfSeveral);
        }
        if self.paths.is_empty() {
            let format = self.format.unwrap_or(Format::Text);
            let place = Place::Stdout;
            return Ok(vec![Output { place, format }]);
        }
        named_once(self.paths)?;
        self.paths.iter().map(|path| self.output(path)).collect()
    }

    fn output(&self, path: &Path) -> Result<Output, WrongOutput> {
        let place = Place::named(path);
        let format = match &place {
            Place::Stdout => self.format.unwrap_or(Format::Text),
            Place::File(path) => self.format.map_or_else(|| self.by_extension(path), Ok)?,
            Place::Folder(path) => self.in_folder(path)?,
        };
        Ok(Output { place, format })
    }

    fn by_extension(&self, path: &Path) -> Result<Format, WrongOutput> {
        let extension = path.extension().unwrap_or_default();
        let extension = extension.to_string_lossy().to_lowercase();
        if extension.is_empty() {
            return Ok(Format::Text);
        }
        match Format::of_extension(&extension) {
            Some(format) if self.known.contains(&format) => Ok(format),
            found => Err(WrongOutput::Extension {
                extension,
                of_check: found.is_some_and(|it| it.holds() == Holds::Findings),
                known: self.known.to_vec(),
            }),
        }
    }

    /// A folder gets tables: CSV, unless another format of one table is asked for.
    fn in_folder(&self, path: &Path) -> Result<Format, WrongOutput> {
        // Without what ends it as a folder, it may be a file.
        let bare = path.components().as_path();
        if bare.metadata().is_ok_and(|it| !it.is_dir()) {
            return Err(WrongOutput::NoFolder(path.to_path_buf()));
        }
        let format = self.format.unwrap_or(Format::Csv);
        if format.holds() == Holds::OneTable && self.known.contains(&format) {
            return Ok(format);
        }
        let fitting = self.known.iter().copied();
        Err(WrongOutput::Folder {
            path: path.to_path_buf(),
            asked: self.format,
            fitting: fitting.filter(|it| it.holds() == Holds::OneTable).collect(),
        })
    }
}

/// The places that get an answer which has one form; the output stream when none is
/// named.
///
/// # Errors
/// When one of them is named twice.
pub(super) fn places(paths: &[PathBuf]) -> Result<Vec<Place>, WrongOutput> {
    if paths.is_empty() {
        return Ok(vec![Place::Stdout]);
    }
    named_once(paths)?;
    Ok(paths.iter().map(|path| Place::named(path)).collect())
}

/// No two of the paths may be one file, whatever they are called.
fn named_once(paths: &[PathBuf]) -> Result<(), WrongOutput> {
    let (stdout, files): (Vec<PathBuf>, _) = paths
        .iter()
        .cloned()
        .partition(|path| path.as_os_str() == "-");
    if stdout.len() > 1 {
        return Err(WrongOutput::StdoutTwice);
    }
    let same = destination::same_twice(&files);
    same.map_or(Ok(()), |(one, other)| {
        Err(WrongOutput::SameTwice(one, other))
    })
}

/// Whether an answer would only upset the terminal that it goes to.
pub(super) fn upsets(content: Content, is_terminal: bool) -> bool {
    is_terminal && content == Content::Binary
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [Format; 4] = [Format::Text, Format::Csv, Format::CsvExcel, Format::Json];

    fn outputs(paths: &[&str], format: Option<Format>) -> Result<Vec<Output>, WrongOutput> {
        let paths: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
        let asked = AskedFor {
            paths: &paths,
            format,
            known: &KNOWN,
        };
        asked.outputs()
    }

    fn formats(paths: &[&str], format: Option<Format>) -> Vec<Format> {
        let outputs = outputs(paths, format).expect("this can be asked for");
        outputs.into_iter().map(|it| it.format).collect()
    }

    #[test]
    fn the_format_follows_from_the_name_or_from_what_is_asked() {
        assert_eq!(formats(&[], None), [Format::Text]);
        assert_eq!(formats(&["-"], Some(Format::Json)), [Format::Json]);
        assert_eq!(formats(&["nergens/uit.JSON"], None), [Format::Json]);
        assert_eq!(formats(&["uit.json"], Some(Format::Csv)), [Format::Csv]);
        assert_eq!(formats(&["uit"], None), [Format::Text]);
        assert_eq!(formats(&["uit."], None), [Format::Text]);
        let several = formats(&["nergens/", "uit.json", "-", "uit.txt"], None);
        let [text, csv, json] = [Format::Text, Format::Csv, Format::Json];
        assert_eq!(several, [csv, json, text, text]);
        let excel = Some(Format::CsvExcel);
        assert_eq!(formats(&["nergens/"], excel), [Format::CsvExcel]);
    }

    #[test]
    fn what_does_not_go_together_is_refused() {
        let wrong = |paths: &[&str], format| outputs(paths, format).expect_err("it is wrong");
        let several = wrong(&["a.txt", "b.json"], Some(Format::Json));
        assert_eq!(several, WrongOutput::FormatOfSeveral);
        assert_eq!(wrong(&["-", "a.txt", "-"], None), WrongOutput::StdoutTwice);
        for (one, other) in [("a.txt", "a.txt"), ("a.txt", "./a.txt"), ("a/", "./a/")] {
            let same = WrongOutput::SameTwice(PathBuf::from(one), PathBuf::from(other));
            assert_eq!(wrong(&[one, other], None), same);
        }
        let folder = wrong(&["nergens/"], Some(Format::Json));
        assert!(matches!(folder, WrongOutput::Folder { .. }), "{folder:?}");
        let unknown = wrong(&["a.pdf"], None);
        assert!(
            matches!(unknown, WrongOutput::Extension { .. }),
            "{unknown:?}"
        );
        let of_check = wrong(&["a.sarif"], None);
        assert!(
            matches!(of_check, WrongOutput::Extension { of_check: true, .. }),
            "{of_check:?}"
        );
    }

    #[test]
    fn only_bytes_upset_a_terminal() {
        assert!(upsets(Content::Binary, true));
        assert!(!upsets(Content::Binary, false));
        assert!(!upsets(Content::Text, true));
    }
}

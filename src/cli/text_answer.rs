//! An answer that is one text in one form, whatever the file is called that gets it.

use super::answer::not_over;
use super::arguments::Invocation;
use super::destination::{self, Destination, Piece};
use super::outputs::Place;
use super::wrong_output::WrongOutput;
use crate::model::Language;
use crate::render::Content;
use crate::wording::Say as _;
use std::path::PathBuf;

/// A text that is ready to be written.
pub(super) struct TextAnswer<'a> {
    /// The text.
    pub(super) text: &'a str,
    /// The language of what is refused.
    pub(super) language: Language,
    /// The file that was read for it.
    pub(super) read_from: Option<PathBuf>,
}

impl TextAnswer<'_> {
    /// Writes it to the places that were asked for, none of which may be a folder.
    ///
    /// # Errors
    /// When it cannot be written, or what was asked for does not go together.
    pub(super) fn write(self, asked: &Invocation<'_>) -> anyhow::Result<()> {
        let language = self.language;
        let refused = |wrong: WrongOutput| anyhow::anyhow!(wrong.say(language));
        let mut files = Vec::new();
        let mut pieces = Vec::new();
        for place in asked.places().map_err(refused)? {
            let destination = match place {
                Place::Stdout => Destination::Stdout,
                Place::File(path) => {
                    files.push(path.clone());
                    Destination::File(path)
                }
                Place::Folder(path) => {
                    let (asked, fitting) = (None, Vec::new());
                    return Err(refused(WrongOutput::Folder {
                        path,
                        asked,
                        fitting,
                    }));
                }
            };
            pieces.push(piece(destination, self.text));
        }
        not_over(&files, &[self.read_from], language)?;
        destination::write(&[], &pieces)
    }
}

/// A text on its way to one place.
pub(super) fn piece(destination: Destination, text: &str) -> Piece {
    Piece {
        destination,
        content: Content::Text,
        bytes: text.as_bytes().to_vec(),
    }
}

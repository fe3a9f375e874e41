//! An answer that is one text in one form, whatever the file is called that gets it.

use super::arguments::Invocation;
use super::destination::{self, Destination, Piece};
use super::outputs::Place;
use super::wrong_output::WrongOutput;
use crate::model::Language;
use crate::render::Content;
use crate::wording::Say as _;

/// Writes a text to the places that were asked for, none of which may be a folder.
///
/// # Errors
/// When it cannot be written, or what was asked for does not go together.
pub(super) fn write(asked: &Invocation<'_>, text: &str, language: Language) -> anyhow::Result<()> {
    let refused = |wrong: WrongOutput| anyhow::anyhow!(wrong.say(language));
    let places = asked.places().map_err(refused)?.into_iter();
    let pieces = places.map(|place| match place {
        Place::Stdout => Ok(piece(Destination::Stdout, text)),
        Place::File(path) => Ok(piece(Destination::File(path), text)),
        Place::Folder(path) => Err(refused(WrongOutput::Folder {
            path,
            asked: None,
            fitting: Vec::new(),
        })),
    });
    destination::write(&[], &pieces.collect::<anyhow::Result<Vec<_>>>()?)
}

/// A text on its way to one place.
pub(super) fn piece(destination: Destination, text: &str) -> Piece {
    Piece {
        destination,
        content: Content::Text,
        bytes: text.as_bytes().to_vec(),
    }
}

//! A document on its way out: made in every format that was asked for before anything
//! is written, and never written over what it was read from.

use super::arguments::Invocation;
use super::destination::{self, Destination, Piece};
use super::headway::{Headway, Work};
use super::outputs::{Output, Place};
use super::surroundings::{Stream, Surroundings};
use super::wrong_output::WrongOutput;
use crate::document::Document;
use crate::input;
use crate::model::Language;
use crate::render::{Settings, render, render_tables};
use crate::wording::Say as _;
use std::path::{Path, PathBuf};

/// Seconds from one look of a page at its own file to the next, as long as the program
/// goes on writing it.
const RELOAD_AFTER: u32 = 2;

/// The extension of a file that holds one table.
const OF_ONE_TABLE: &str = "csv";

/// A document that is ready to be written.
pub(super) struct Answer<'a> {
    /// The document.
    pub(super) document: &'a Document,
    /// The language of its words.
    pub(super) language: Language,
    /// Where the files stand that were read for it; none for one that may not be read.
    pub(super) read_from: &'a [Option<PathBuf>],
}

impl Answer<'_> {
    /// Writes it in the formats and to the places that were asked for.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn write(
        &self,
        asked: &Invocation<'_>,
        surroundings: &Surroundings,
    ) -> anyhow::Result<()> {
        let told = surroundings.language();
        let outputs = asked.outputs();
        let outputs = outputs.map_err(|wrong| anyhow::anyhow!(wrong.say(told)))?;
        let headway = Headway::of(Work::Making, Some(self.language), asked, surroundings);
        let pieces: Vec<Piece> = outputs
            .iter()
            .flat_map(|output| self.pieces(output, asked, surroundings))
            .collect();
        drop(headway);
        let files: Vec<PathBuf> = pieces.iter().filter_map(file).collect();
        if let Some((_, second)) = destination::same_twice(&files) {
            let wrong = WrongOutput::WrittenTwice(second);
            return Err(anyhow::anyhow!(wrong.say(told)));
        }
        not_over(&files, self.read_from, told)?;
        let folders: Vec<PathBuf> = outputs.into_iter().filter_map(folder).collect();
        destination::write(&folders, &pieces)
    }

    fn pieces(
        &self,
        output: &Output,
        asked: &Invocation<'_>,
        surroundings: &Surroundings,
    ) -> Vec<Piece> {
        let format = output.format;
        let piece = |destination, bytes| Piece {
            destination,
            content: format.content(),
            bytes,
        };
        let in_file = Settings {
            width: 80,
            plain: false,
            reload_after: asked.flag("watch").then_some(RELOAD_AFTER),
            colour: false,
            language: self.language,
        };
        match &output.place {
            Place::Stdout => {
                let settings = surroundings.settings(Stream::Out, self.language);
                let bytes = render(self.document, format, &settings);
                vec![piece(Destination::Stdout, bytes)]
            }
            Place::File(path) => {
                let bytes = render(self.document, format, &in_file);
                vec![piece(Destination::File(path.clone()), bytes)]
            }
            Place::Folder(folder) => {
                let tables = render_tables(self.document, format, &in_file).into_iter();
                let file = |name| folder.join(format!("{name}.{OF_ONE_TABLE}"));
                tables
                    .map(|(name, bytes)| piece(Destination::File(file(name)), bytes))
                    .collect()
            }
        }
    }
}

fn file(piece: &Piece) -> Option<PathBuf> {
    match &piece.destination {
        Destination::Stdout => None,
        Destination::File(path) => Some(path.clone()),
    }
}

fn folder(output: Output) -> Option<PathBuf> {
    match output.place {
        Place::Folder(path) => Some(path),
        Place::Stdout | Place::File(_) => None,
    }
}

/// Refuses to write over a file that was read.
///
/// # Errors
/// When one of the files was read.
pub(super) fn not_over(
    files: &[PathBuf],
    read_from: &[Option<PathBuf>],
    language: Language,
) -> anyhow::Result<()> {
    let over = files.iter().find(|path| input::is_source(path, read_from));
    over.map_or(Ok(()), |path| {
        Err(anyhow::anyhow!(not_over_it(path, language)))
    })
}

fn not_over_it(path: &Path, language: Language) -> String {
    let path = path.display();
    match language {
        Language::Dutch => {
            format!("{path} is gelezen om dit antwoord te maken; kies na -o een andere naam")
        }
        Language::English => {
            format!("{path} was read to make this answer; choose another name after -o")
        }
    }
}

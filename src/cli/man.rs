//! `samenleven man [COMMAND]`: the help as manual pages.

mod page;

use super::SUBCOMMANDS;
use super::arguments::{Invocation, of_one_form};
use super::destination::{self, Destination, Piece};
use super::exit::Exit;
use super::outputs::Place;
use super::surroundings::Surroundings;
use super::text_answer::{TextAnswer, piece};
use super::usage;
use super::words::{self, Word};
use crate::model::Language;
use crate::wording::Say as _;
use clap::builder::PossibleValuesParser;
use clap::{Arg, Command};
use page::Page;
use std::path::{Path, PathBuf};

/// What it does.
pub(super) const ABOUT: Word = Word {
    nl: "De uitleg als handleidingbladzijden voor man",
    en: "The help as manual pages for man",
};

/// Examples of it, without the program's name.
pub(super) const EXAMPLES: &[&str] = &["man check", "man -o man/"];

/// Its arguments.
pub(super) fn arguments(command: Command, language: Language) -> Command {
    let subcommand = Arg::new("command")
        .value_name(words::ONE_COMMAND.get(language))
        .value_parser(PossibleValuesParser::new(
            SUBCOMMANDS.iter().map(|it| it.name),
        ))
        .hide_possible_values(true)
        .help(words::MAN_OF.get(language))
        .help_heading(words::ARGUMENTS.get(language));
    of_one_form(command.arg(subcommand), words::OUTPUT_PAGES, language)
}

/// Answers it: one page, or into a folder all of them in both languages.
pub(super) fn run(asked: &Invocation<'_>, surroundings: &Surroundings) -> anyhow::Result<Exit> {
    let language = surroundings.language();
    let named = asked.one::<String>("command");
    let places = asked.places();
    let places = places.map_err(|wrong| anyhow::anyhow!(wrong.say(language)))?;
    match (named, places.as_slice()) {
        (None, [Place::Folder(folder)]) => into_folder(folder)?,
        (named, _) => {
            let page = Page {
                subcommand: named.as_deref(),
                language,
            };
            let answer = TextAnswer {
                text: &page.roff(&whole(language)),
                language,
                read_from: None,
            };
            answer.write(asked)?;
        }
    }
    Ok(Exit::Fine)
}

/// The command line with the arguments of all subcommands.
fn whole(language: Language) -> Command {
    let mut command = usage::command(language, |_| true);
    command.build();
    command
}

/// Writes every page where `man` looks for it below a folder of its path: those in
/// Dutch stand in a folder for that language.
fn into_folder(folder: &Path) -> anyhow::Result<()> {
    let dutch = folder.join("nl");
    let mut folders: Vec<PathBuf> = vec![folder.to_path_buf(), dutch.clone()];
    let mut pieces = Vec::new();
    for (above, language) in [
        (folder.to_path_buf(), Language::English),
        (dutch, Language::Dutch),
    ] {
        let section = above.join("man1");
        pieces.extend(pages(&section, language));
        folders.push(section);
    }
    destination::write(&folders, &pieces)
}

fn pages(section: &Path, language: Language) -> Vec<Piece> {
    let command = whole(language);
    let subcommands = SUBCOMMANDS.iter().map(|it| Some(it.name));
    let all = std::iter::once(None).chain(subcommands);
    all.map(|subcommand| {
        let page = Page {
            subcommand,
            language,
        };
        let file = section.join(format!("{}.1", page.name()));
        piece(Destination::File(file), &page.roff(&command))
    })
    .collect()
}

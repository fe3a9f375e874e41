//! `samenleven schema dossier|scheme`: the keys of a file as JSON Schema, for editors.

use super::arguments::{Invocation, of_one_form, option};
use super::exit::Exit;
use super::schemes;
use super::surroundings::Surroundings;
use super::text_answer::TextAnswer;
use super::words::{self, Word};
use crate::input::{BuiltIn, SCHEMES, dossier_schema, scheme_schema};
use crate::model::{Language, Scheme};
use crate::wording::visible;
use clap::{Arg, Command, value_parser};
use std::path::PathBuf;

/// What it does.
pub(super) const ABOUT: Word = Word {
    nl: "De sleutels van een dossier of een regeling als JSON Schema, voor een editor",
    en: "The keys of a dossier or a scheme as JSON Schema, for an editor",
};

/// Examples of it, without the program's name.
pub(super) const EXAMPLES: &[&str] = &[
    "schema dossier -o dossier.schema.json",
    "schema scheme -o scheme.schema.json",
];

/// Its arguments.
pub(super) fn arguments(command: Command, language: Language) -> Command {
    let what = Arg::new("what")
        .value_name(words::WHAT.get(language))
        .required(true)
        .value_parser(["dossier", "scheme"])
        .hide_possible_values(true)
        .help(words::SCHEMA_OF.get(language))
        .help_heading(words::ARGUMENTS.get(language));
    let file =
        option("scheme", words::FILE, words::SCHEME, language).value_parser(value_parser!(PathBuf));
    of_one_form(command.arg(what).arg(file), words::OUTPUT_FILE, language)
}

/// Answers it.
pub(super) fn run(asked: &Invocation<'_>, surroundings: &Surroundings) -> anyhow::Result<Exit> {
    let language = surroundings.language();
    let schema = if asked.one::<String>("what").as_deref() == Some("scheme") {
        scheme_schema(language)
    } else {
        match of(asked, surroundings)? {
            Some(schemes) => dossier_schema(&schemes, language),
            None => return Ok(Exit::Failure),
        }
    };
    let answer = TextAnswer {
        text: &escaped(&format!("{schema:#}\n")),
        language,
        read_from: asked.one("scheme"),
    };
    answer.write(asked)?;
    Ok(Exit::Fine)
}

/// The schemes that dossiers may name: one's own, else those that are built in. None
/// when one's own cannot be used, which is told.
fn of(asked: &Invocation<'_>, surroundings: &Surroundings) -> anyhow::Result<Option<Vec<Scheme>>> {
    match asked.one::<PathBuf>("scheme") {
        Some(path) => Ok(schemes::own(surroundings, &path)?.map(|scheme| vec![scheme])),
        None => Ok(Some(
            SCHEMES
                .iter()
                .filter_map(BuiltIn::scheme)
                .cloned()
                .collect(),
        )),
    }
}

/// JSON in which what could steer a terminal, or stand there unseen, is written as JSON
/// writes any character: by its number. To a program it is the same.
fn escaped(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for character in json.chars() {
        let text = character.to_string();
        if character == '\n' || visible(&text) == text {
            escaped.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            escaped.push_str(&format!("\\u{unit:04x}"));
        }
    }
    escaped
}

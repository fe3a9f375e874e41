//! `samenleven explain CODE`: why a check exists, an example, the repair.

use super::arguments::{Invocation, of_answer};
use super::destination::{self, Destination, Piece};
use super::dossier;
use super::exit::Exit;
use super::outputs::Place;
use super::surroundings::{Surroundings, tell};
use super::words::{self, Word};
use crate::check::CHECKS;
use crate::finding::{Code, Rule, Severity};
use crate::input::fault;
use crate::model::Language;
use crate::render::Format;
use crate::wording::{Say as _, terms};
use clap::{Arg, Command};

/// What it does.
pub(super) const ABOUT: Word = Word {
    nl: "Waarom een controle bestaat, met een voorbeeld en hoe het te verhelpen",
    en: "Why a check exists, with an example and its repair",
};

/// Examples of it, without the program's name.
pub(super) const EXAMPLES: &[&str] = &["explain K08", "explain c05 --lang en"];

/// Its arguments.
pub(super) fn arguments(command: Command, language: Language) -> Command {
    let code = Arg::new("code")
        .value_name("CODE")
        .required(true)
        .help(words::EXPLAIN_CODE.get(language))
        .help_heading(words::ARGUMENTS.get(language));
    of_answer(command.arg(code), &[Format::Text, Format::Json], language)
}

/// The rules of reading and of the checks, in the order of their codes.
pub(super) fn rules() -> Vec<&'static Rule> {
    let mut rules: Vec<&'static Rule> = fault::RULES.to_vec();
    rules.extend(CHECKS.iter().map(|check| check.rule));
    rules.sort_by_key(|rule| rule.code);
    rules
}

/// Answers it.
pub(super) fn run(asked: &Invocation<'_>, surroundings: &Surroundings) -> anyhow::Result<Exit> {
    if let Some(refused) = dossier::refused(asked, surroundings) {
        return Ok(refused);
    }
    let language = surroundings.language();
    let text = asked.one::<String>("code").unwrap_or_default();
    let rule = Code::parse(text.trim())
        .and_then(|code| rules().into_iter().find(|rule| rule.code == code));
    let Some(rule) = rule else {
        tell(&unknown(&text, language));
        return Ok(Exit::Failure);
    };
    let outputs = asked.outputs();
    let outputs = outputs.map_err(|wrong| anyhow::anyhow!(wrong.say(language)))?;
    let pieces = outputs.into_iter().filter_map(|output| {
        let answer = match output.format {
            Format::Json => json(rule, language),
            _ => page(rule, language),
        };
        let destination = match output.place {
            Place::Stdout => Destination::Stdout,
            Place::File(path) => Destination::File(path),
            // Refused before, for neither format is a table.
            Place::Folder(_) => return None,
        };
        Some(Piece {
            destination,
            content: output.format.content(),
            bytes: answer.into_bytes(),
        })
    });
    destination::write(&[], &pieces.collect::<Vec<_>>())?;
    Ok(Exit::Fine)
}

/// The code that is nearest to a text, and how far it is from it.
pub(super) fn nearest(text: &str) -> (&'static str, usize) {
    let text = text.to_uppercase();
    Code::ALL
        .iter()
        .map(|code| (code.key(), strsim::damerau_levenshtein(code.key(), &text)))
        .min_by_key(|(_, distance)| *distance)
        .unwrap_or_default()
}

fn unknown(text: &str, language: Language) -> String {
    let text = text.to_uppercase();
    let (nearest, _) = nearest(&text);
    let text = crate::wording::visible(&text);
    match language {
        Language::Dutch => {
            format!("samenleven: de code {text} bestaat niet; het dichtst komt {nearest}")
        }
        Language::English => {
            format!("samenleven: there is no code {text}; the nearest is {nearest}")
        }
    }
}

fn severity(rule: &Rule, language: Language) -> &'static str {
    let term = match rule.severity {
        Severity::Error => terms::SEV_ERROR,
        Severity::Warning => terms::SEV_WARNING,
        Severity::Notice => terms::SEV_NOTICE,
    };
    term.get(language)
}

fn page(rule: &Rule, language: Language) -> String {
    let indented: String = rule
        .example
        .lines()
        .map(|line| format!("    {line}\n"))
        .collect();
    format!(
        "{} ({}): {}\n\n{}\n{}\n\n{}\n{indented}\n{}\n{}\n",
        rule.code,
        severity(rule, language),
        rule.name.get(language),
        words::WHY.get(language),
        wrapped(rule.why.get(language)),
        words::EXAMPLE.get(language),
        words::REPAIR.get(language),
        wrapped(rule.repair.get(language)),
    )
}

/// Words on lines of at most 78 columns, set in by two.
fn wrapped(text: &str) -> String {
    let mut lines = vec![String::from(" ")];
    for word in text.split_whitespace() {
        let fits = lines
            .last()
            .is_some_and(|line| line.chars().count() + 1 + word.chars().count() <= 78);
        if !fits {
            lines.push(String::from(" "));
        }
        if let Some(line) = lines.last_mut() {
            line.push(' ');
            line.push_str(word);
        }
    }
    lines.join("\n")
}

fn json(rule: &Rule, language: Language) -> String {
    let value = serde_json::json!({
        "format": 1,
        "code": rule.code.key(),
        "severity": rule.severity.key(),
        "name": rule.name.get(language),
        "why": rule.why.get(language),
        "example": rule.example,
        "repair": rule.repair.get(language),
    });
    format!("{value:#}\n")
}
